#include "server/delivery/events.h"
#include "server/delivery/ids.h"
#include "server/delivery/mission_codec.h"
#include "server/demo/demo_networks.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::delivery;

// What the log keeps of deliveries is read back as it was written, and nothing else is read.
class DeliveryEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventComesBack_data();
    void everyEventComesBack();
    void aRouteComesBackWhole(); // R-RTE-09
    void wrongBodiesAreRefused_data();
    void wrongBodiesAreRefused();
    void ids();
};

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

MissionRoute exampleMission() {
    Network network = demo::exampleNetwork();
    for (Link& link : network.links)
        link.verification = Verification{.by = "test", .at = noon, .note = ""};
    auto made = demo::exampleRoute(network);
    if (!made) qFatal("%s", made.error().message.c_str());
    made->request.stops[1].handOver = HandOver::Drop;
    made->request.stops[1].stay_ms = 20'000;
    made->request.payload_kg = 1.7;
    return *std::move(made);
}

Usages usages() {
    return {{timing::PlaceKind::Node, "BP-01", {}, sinceEpoch_ms(noon), sinceEpoch_ms(noon) + 7},
            {timing::PlaceKind::Link, "BP-01", "DP-02", sinceEpoch_ms(noon) + 7, sinceEpoch_ms(noon) + 9}};
}

std::vector<DeliveryEvent> examples() {
    return {
        NetworkSaved{"G1", 3, toJson(demo::exampleNetwork()), {{"BP-01", "DP-02"}}},
        LinkVerified{"G1", "BP-01", "DP-02", "flight \"7\"\n"},
        VerificationWithdrawn{"G1", "BP-01", "DP-02", "a new crane"},
        NetworkRemoved{"G1"},
        OrderPlaced{"O-000001", "G1", {"DP-02", HandOver::Drop, 5'000}, 0.1 + 0.2, noon, noon + milliseconds(1)},
        OrderPlaced{"O-000002", "G1", {.node = "DP-02"}, 0, noon, std::nullopt},
        OrderCancelled{"O-000001", ""},
        OrderRefused{"O-000001", "NO_LINK", "no link joins these nodes"},
        MissionBooked{
            "M-000001", "G1", 3, "HN-001", {"O-000001"}, exampleMission(), noon, noon + milliseconds(9), usages()},
        MissionRetimed{"M-000001", noon, noon + milliseconds(9), usages()},
        MissionRetimed{"M-000001", noon, noon + milliseconds(9), usages(), true},
        DroneAssigned{"M-000001", "", "", {}},
        DroneAssigned{"M-000001",
                      "HN-002",
                      "B-HN-002",
                      {{DroneNote::Kind::NotJudged, "HN-002", "PILOT", "the mission names no pilot"},
                       {DroneNote::Kind::AnsweredFor, "HN-002", "OPEN_DEFECTS", "open defects: D-1"},
                       {DroneNote::Kind::PassedOver, "", "MORE", "3 further drones"}}},
        MissionCancelled{"M-000001", "\xEB\xB9\x84"},
        MissionAdvanced{"M-000001", MissionStep::HandedOver, "DP-02", {"O-000001"}, {"O-000002"}},
        ActualsRecorded{"M-000001",
                        {{0, 3, timing::EventKind::Departure, sinceEpoch_ms(noon)}, {1, 0, {}, sinceEpoch_ms(noon)}},
                        noon,
                        noon + milliseconds(9),
                        usages()},
        MissionHandedOver{"M-000001", "json"},
    };
}

} // namespace

void DeliveryEventsTest::everyEventComesBack_data() {
    QTest::addColumn<std::size_t>("number");
    const auto all = examples();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%zu %s", i, toEvent(all[i]).type.c_str()) << i;
}

void DeliveryEventsTest::everyEventComesBack() {
    QFETCH(std::size_t, number);
    const DeliveryEvent event = examples()[number];
    const auto written = toEvent(event);
    const auto read = eventFrom(written.type, written.body);
    QVERIFY_RESULT(read);
    QCOMPARE(read->index(), event.index());
    QCOMPARE(toEvent(*read).body, written.body);
    // A field more or a field less is another event.
    QVERIFY(!eventFrom(written.type, written.body.substr(0, written.body.size() - 1) + ",\"more\":1}"));
    QVERIFY(!eventFrom(written.type, "{}"));
    QVERIFY(!eventFrom(written.type, written.body + " x"));
}

void DeliveryEventsTest::aRouteComesBackWhole() {
    const MissionRoute before = exampleMission();
    json::JsonWriter json;
    writeRoute(json, before);
    const auto object = json::Object::parse(json.text());
    QVERIFY_RESULT(object);
    const auto after = routeFrom(*object);
    QVERIFY_RESULT(after);
    QCOMPARE(after->request, before.request);
    QCOMPARE(after->nodes, before.nodes);
    QCOMPARE(after->legs, before.legs);
    QCOMPARE(after->durations.stays, before.durations.stays);
    QCOMPARE(after->durations.flights, before.durations.flights);
    QCOMPARE(after->distance_m, before.distance_m);
    QCOMPARE(after->flight_ms, before.flight_ms);
}

void DeliveryEventsTest::wrongBodiesAreRefused_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown type") << QByteArray("delivery.party_held") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("delivery.network_removed") << QByteArray("{");
    QTest::newRow("no such step") << QByteArray("delivery.mission_step")
                                  << QByteArray(
                                         R"({"mission":"m","step":"landed","note":"","delivered":[],"returned":[]})");
    QTest::newRow("no time") << QByteArray("delivery.mission_retimed")
                             << QByteArray(R"({"mission":"m","start":"soon","end":"later","usages":[]})");
    QTest::newRow("a link with one end") << QByteArray("delivery.network_saved")
                                         << QByteArray(
                                                R"({"network":"n","revision":1,"body":{},"unverified":[["a"]]})");
    QTest::newRow("a negative revision") << QByteArray("delivery.network_saved")
                                         << QByteArray(R"({"network":"n","revision":-1,"body":{},"unverified":[]})");
    QTest::newRow("another kind of place")
        << QByteArray("delivery.mission_retimed")
        << QByteArray(R"({"mission":"m","start":"2026-11-21T00:00:00.000Z","end":"2026-11-21T00:00:00.000Z",)"
                      R"("usages":[{"kind":"sky","from":"a","begin":"2026-11-21T00:00:00.000Z",)"
                      R"("end":"2026-11-21T00:00:00.000Z"}]})");
}

void DeliveryEventsTest::wrongBodiesAreRefused() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QVERIFY(!eventFrom(type.toStdString(), body.toStdString()));
    // Parts of a route that do not fit each other.
    auto wrong = toEvent(examples()[8]).body;
    wrong.replace(wrong.find("\"take_off\":[0,1]"), 16, "\"take_off\":[0,9]");
    QVERIFY(!eventFrom("delivery.mission_booked", wrong));
}

void DeliveryEventsTest::ids() {
    QCOMPARE(idOf(missionIds, 45), std::string("M-000045"));
    QCOMPARE(numberOf(missionIds, "M-000045"), 45);
    QCOMPARE(numberOf(missionIds, "M-1234567"), 1'234'567);
    for (const char* other : {"M-45", "O-000045", "M-", "M-00004x", "M--00045", "M-0000000045", "m1"})
        QCOMPARE(numberOf(missionIds, other), 0);
    for (const char* good : {"m1", "M-000045", "a_b.c"})
        QVERIFY(isGoodId(good));
    for (const char* bad : {"", "a b", "a/b", "a+b", "\xEB\xB9\x84"})
        QVERIFY(!isGoodId(bad));
    QVERIFY(!isGoodId(std::string(65, 'a')));
}

QTEST_GUILESS_MAIN(DeliveryEventsTest)
#include "delivery_events_test.moc"
