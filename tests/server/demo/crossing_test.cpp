#include "core/formats/telemetry_json.h"
#include "core/geo/geodesic.h"
#include "server/demo/crossing_flights.h"
#include "server/demo/demo_scenario.h"
#include "tests/support/result_macros.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>
#include <set>

using namespace haneul;
using namespace haneul::demo;
using namespace std::chrono_literals;

namespace {

const UtcMs begin = utcMs(1'795'233'600'000);

struct Collected final : TelemetrySink, AdvisorySink {
    void send(std::string_view account, std::string_view topic, std::string_view payload) override {
        accounts.insert(std::string(account));
        topics.insert(std::string(topic));
        payloads.emplace_back(payload);
    }

    void advise(std::string_view drone, std::string_view message) override { advice.emplace_back(drone, message); }

    std::set<std::string> accounts;
    std::set<std::string> topics;
    std::vector<std::string> payloads;
    std::vector<std::pair<std::string, std::string>> advice;
};

std::shared_ptr<planner::LocalPlanner> shippedPlanner(planner::Choice choice = planner::Choice::Learned) {
    return std::make_shared<planner::LocalPlanner>(planner::LocalPlannerSettings{
        .choice = choice, .policy = HANEUL_SOURCE_DIR "/resources/planner/planner.policy"});
}

void flyFor(CrossingFlights& flights, UtcMs from, milliseconds time, Collected& collected) {
    for (UtcMs now = from; now <= from + time; now += 250ms)
        flights.advanceTo(now, collected, collected);
}

} // namespace

class CrossingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fourCrossAndKeepSeparation_data(); // R-PATH-08
    void fourCrossAndKeepSeparation();
    void telemetryIsValidAndSteady();
    void adviceSaysWhatAndWhy(); // R-PATH-07
    void sameSeedSameBytes();    // R-PATH-12
    void staysAwayFromTheOthers();
    void aPauseIsNotFlown();
};

void CrossingTest::fourCrossAndKeepSeparation_data() {
    QTest::addColumn<bool>("learned");
    QTest::newRow("learned") << true;
    QTest::newRow("rules") << false;
}

void CrossingTest::fourCrossAndKeepSeparation() {
    QFETCH(const bool, learned);
    const auto local = shippedPlanner(learned ? planner::Choice::Learned : planner::Choice::Rules);
    CrossingFlights flights(20251, local);
    Collected collected;
    flyFor(flights, begin, 2h, collected);
    QCOMPARE(flights.crossings(), std::size_t{41});
    QVERIFY2(flights.closest() >= 1, qPrintable(QString::number(flights.closest())));
    QVERIFY(local->counters().alerts > 40 * 4);
    QVERIFY(!local->recent().empty());
    qInfo("closest %.2f, %zu advisories, %llu overrides", flights.closest(), collected.advice.size(),
          static_cast<unsigned long long>(local->counters().overrides));
}

void CrossingTest::telemetryIsValidAndSteady() {
    CrossingFlights flights(20251, shippedPlanner());
    Collected collected;
    flyFor(flights, begin, 400s, collected);
    QCOMPARE(collected.accounts, std::set<std::string>{std::string(crossingGateway)});
    QCOMPARE(collected.topics.size(), std::size_t{1});
    QVERIFY(collected.payloads.size() >= 395);
    std::map<std::string, geo::LatLon> last;
    for (const std::string& payload : collected.payloads) {
        const QJsonArray batch = QJsonDocument::fromJson(QByteArray::fromStdString(payload)).array();
        QCOMPARE(batch.size(), 4);
        for (const QJsonValue& one : batch) {
            const std::string drone = one[QStringLiteral("drone_id")].toString().toStdString();
            const geo::LatLon here{one[QStringLiteral("lat_e7")].toDouble() / 1e7,
                                   one[QStringLiteral("lon_e7")].toDouble() / 1e7};
            if (last.contains(drone))
                QVERIFY(geo::inverse(last[drone], here).distance_m < 22); // no jumps, also between crossings
            last[drone] = here;
            const double height_m = one[QStringLiteral("alt_mm")].toDouble() / 1000;
            QVERIFY2(height_m > 65 && height_m < 155, qPrintable(QString::number(height_m)));
            QVERIFY(one[QStringLiteral("battery_pct")].toInt() > 80);
        }
    }
    QCOMPARE(last.size(), crossingDroneCount);
}

void CrossingTest::adviceSaysWhatAndWhy() {
    CrossingFlights flights(20251, shippedPlanner());
    Collected collected;
    flyFor(flights, begin, 700s, collected);
    QVERIFY(collected.advice.size() >= 4);
    QVERIFY(collected.advice.size() < 400); // only where there is something to say
    std::set<std::string> advised;
    for (const auto& [drone, message] : collected.advice) {
        const QJsonObject advice = QJsonDocument::fromJson(QByteArray::fromStdString(message)).object();
        QCOMPARE(advice[QStringLiteral("drone_id")].toString().toStdString(), drone);
        QCOMPARE(advice[QStringLiteral("planner")].toString(), QStringLiteral("learned+shield"));
        QCOMPARE(advice[QStringLiteral("policy")].toString().size(), 12);
        const double course_deg = advice[QStringLiteral("course_deg")].toDouble();
        QVERIFY(course_deg >= 0 && course_deg <= 360);
        QVERIFY(advice[QStringLiteral("speed_mps")].isDouble() && advice[QStringLiteral("climb_mps")].isDouble());
        QVERIFY(!advice[QStringLiteral("reason")].toString().isEmpty());
        advised.insert(drone);
    }
    QCOMPARE(advised.size(), crossingDroneCount);
}

void CrossingTest::sameSeedSameBytes() {
    const auto bytes = [](std::uint64_t seed) {
        CrossingFlights flights(seed, shippedPlanner());
        Collected collected;
        flyFor(flights, begin, 90s, collected);
        return std::pair(collected.payloads, collected.advice);
    };
    QVERIFY(bytes(1) == bytes(1));
    QVERIFY(bytes(1) != bytes(2));
}

void CrossingTest::staysAwayFromTheOthers() {
    const DemoScenario scenario = DemoScenario::overSeoul(20251, begin);
    QVERIFY(scenario.area.contains(crossingPlace));
    for (const DemoKeepOut& area : scenario.keepOuts)
        QVERIFY(geo::inverse(area.centre, crossingPlace).distance_m > area.radius_m + 2 * crossingRadius_m);
    for (const DemoDrone& drone : scenario.drones)
        for (const sim::Waypoint& waypoint : drone.route.waypoints)
            QVERIFY(geo::inverse(waypoint.position, crossingPlace).distance_m > 1500);
}

void CrossingTest::aPauseIsNotFlown() {
    CrossingFlights flights(3, shippedPlanner());
    Collected collected;
    flyFor(flights, begin, 10s, collected);
    const std::size_t before = collected.payloads.size();
    flights.advanceTo(begin + 2h, collected, collected);
    QVERIFY(collected.payloads.size() <= before + 1);
    flights.advanceTo(begin, collected, collected); // going back does nothing
    QVERIFY(collected.payloads.size() <= before + 1);
}

QTEST_GUILESS_MAIN(CrossingTest)
#include "crossing_test.moc"
