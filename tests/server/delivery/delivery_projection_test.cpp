#include "delivery_fixture.h"
#include "server/delivery/delivery_projection.h"
#include "server/delivery/events.h"
#include "server/demo/demo_deliveries.h"
#include "server/demo/demo_networks.h"
#include "server/demo/mission_flights.h"
#include "server/storage/sql.h"
#include "tests/support/result_macros.h"

#include <QSqlQuery>
#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::delivery::tests;

// The tables that are made of the log's entries.
class DeliveryProjectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void columnsOfMissions();   // R-DB-07
    void foreignKeysHold();     // R-DB-08
    void aFailedStepIsUndone(); // R-DB-08
    void nobodyElseWrites();
    void madeAgainTheyAreEqual();
    void theyReadBackWhatWasBooked();
};

namespace {

QStringList columnsOf(House& house, const QString& table) {
    std::promise<QStringList> promise;
    house.log->read([&](const storage::Database& database) {
        const auto names =
            storage::readAll<std::string>(database, QStringLiteral("SELECT name FROM pragma_table_info(?)"), {table},
                                          [](const QSqlQuery& row) { return storage::text(row, 0); });
        QStringList found;
        if (names)
            for (const std::string& name : *names)
                found << QString::fromStdString(name);
        promise.set_value(found);
    });
    return promise.get_future().get();
}

int count(House& house, const QString& query) {
    std::promise<int> promise;
    house.log->read([&](const storage::Database& database) {
        const auto value = database.value(query);
        promise.set_value(value ? value->toInt() : -1);
    });
    return promise.get_future().get();
}

// What the log says to entries that no service would write.
std::string codeOfEntries(House& house, const std::vector<DeliveryEvent>& events) {
    log::Decision decision;
    for (const DeliveryEvent& event : events)
        decision.events.push_back(toEvent(event));
    return codeOf(
        house.log->submit(log::systemActor(), [decision](const storage::Database&, UtcMs) { return decision; }).get());
}

} // namespace

void DeliveryProjectionTest::columnsOfMissions() {
    House house;
    const QStringList columns = columnsOf(house, QStringLiteral("missions"));
    for (const char* wanted : {"mission_id", "plan_id", "objective", "status", "payload_data_link"})
        QVERIFY2(columns.contains(QLatin1StringView(wanted)), wanted);
    house.addVerified(demo::referenceNetwork());
    QVERIFY_RESULT(house.book("m", {"DP-02", "DP-05"}, at(36'000)));
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM missions WHERE status = 'booked' AND "
                                         "objective = 'deliver to DP-02, DP-05' AND plan_id IS NULL")),
             1);
}

void DeliveryProjectionTest::foreignKeysHold() {
    House house;
    const OrderPlaced orphan{"o", "no network", {.node = "DP-02"}, 0, at(0), std::nullopt};
    QVERIFY(!codeOfEntries(house, {orphan}).empty());
    QVERIFY(!codeOfEntries(house, {LinkVerified{"no network", "a", "b", ""}}).empty());
    QVERIFY(!codeOfEntries(house, {MissionAdvanced{.mission = "no mission"}}).empty());
    QVERIFY(!codeOfEntries(house, {ActualsRecorded{.mission = "no mission", .actuals = {{}}, .usages = {}}}).empty());
    QVERIFY(house.types().empty()); // nor are they in the log
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM orders")), 0);
}

void DeliveryProjectionTest::aFailedStepIsUndone() {
    House house;
    house.addVerified(demo::referenceNetwork());
    const auto entries = house.types().size();
    // The first is good, the second is not: neither stands.
    QVERIFY(!codeOfEntries(house, {OrderPlaced{"o", "REF", {.node = "DP-02"}, 0, at(0), std::nullopt},
                                   MissionAdvanced{.mission = "no mission"}})
                 .empty());
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM orders")), 0);
    QCOMPARE(house.types().size(), entries);
}

void DeliveryProjectionTest::nobodyElseWrites() {
    House house;
    house.addVerified(demo::referenceNetwork());
    const auto result = house.log
                            ->submit(log::systemActor(),
                                     [](const storage::Database& database, UtcMs) -> log::Decision {
                                         QSqlQuery query(database.connection());
                                         query.exec(QStringLiteral("DELETE FROM networks"));
                                         return {};
                                     })
                            .get();
    QCOMPARE(codeOf(result), std::string("LOG_GUARD"));
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM networks")), 1);
}

void DeliveryProjectionTest::madeAgainTheyAreEqual() {
    House house({.drones = plainJudges()});
    QVERIFY_RESULT(demo::seeToDemoDeliveries(*house.service, house.clock.now(), demo::missionDrones()));
    Network network = demo::referenceNetwork();
    network.links[0].via = {{network.node("DP-01")->place, 90}};
    QVERIFY_RESULT(house.save(network, 1));
    QVERIFY_RESULT(house.cancel("m2"));
    QVERIFY_RESULT(house.retime("m3", at(50'000)));
    const auto waiting = std::ranges::find(house.state()->orders, OrderState::Waiting, &Order::state);
    QVERIFY(waiting != house.state()->orders.end());
    QVERIFY_RESULT(house.dispatch("SEOUL"));
    const auto tables = house.rebuild();
    QVERIFY_RESULT(tables);
    std::set<std::string> seen;
    for (const log::TableComparison& table : *tables) {
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
        if (table.rows > 0) seen.insert(table.table);
    }
    for (const std::string& table : DeliveryProjection().tables())
        QVERIFY2(seen.contains(table), (table + " is empty: it proves nothing").c_str());
}

void DeliveryProjectionTest::theyReadBackWhatWasBooked() {
    House house;
    house.addVerified(demo::referenceNetwork());
    QVERIFY_RESULT(house.book("m", {"DP-02"}, at(36'000)));
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM usages WHERE mission_id = 'm'")), 5);
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM usages WHERE kind = 'link' AND to_node IS NOT NULL")),
             2);
    QCOMPARE(count(house, QStringLiteral("SELECT (end_ms - begin_ms) / 1000 FROM missions")), 702);
    QVERIFY_RESULT(house.actual("m", 0, 0, timing::EventKind::Departure, at(36'180)));
    QCOMPARE(count(house, QStringLiteral("SELECT (end_ms - begin_ms) / 1000 FROM missions")), 762);
    QVERIFY_RESULT(house.advance("m", MissionStep::Prepared));
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM steps")), 2);
    QCOMPARE(count(house, QStringLiteral("SELECT count(*) FROM actuals")), 1);
}

QTEST_GUILESS_MAIN(DeliveryProjectionTest)
#include "delivery_projection_test.moc"
