#include "core/formats/telemetry_json.h"
#include "core/geo/geodesic.h"
#include "server/demo/mission_flights.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::demo;
using namespace std::chrono_literals;
using delivery::Corner;
using delivery::HandOver;
using delivery::Mission;
using delivery::MissionStep;

namespace {

const UtcMs start = utcMs(1'795'233'600'000);

delivery::Node nodeAt(const char* id, delivery::NodeKind kind, double latitude_deg, double longitude_deg) {
    return {.id = id, .kind = kind, .place = {latitude_deg, longitude_deg}, .ground_m = 20, .top_m = 80};
}

delivery::Network city(Corner corner) {
    delivery::Network network{.id = "CITY", .base = "BP-01"};
    network.nodes = {nodeAt("BP-01", delivery::NodeKind::Base, 37.5662, 126.8766),
                     nodeAt("DP-01", delivery::NodeKind::Delivery, 37.5702, 126.8866),
                     nodeAt("DP-02", delivery::NodeKind::Delivery, 37.5752, 126.8816)};
    const delivery::Verification verified{.by = "approver", .at = start, .note = "test flight 1"};
    network.links = {{.a = "BP-01",
                      .b = "DP-01",
                      .via = {{{37.5672, 126.8826}, 90}, {{37.5692, 126.8846}, 100}},
                      .corner = corner,
                      .verification = verified},
                     {.a = "DP-01", .b = "DP-02", .corner = corner, .verification = verified},
                     {.a = "DP-02", .b = "BP-01", .corner = corner, .verification = verified}};
    return network;
}

std::shared_ptr<Mission> missionOf(const delivery::Network& network, std::string id, UtcMs at,
                                   HandOver second = HandOver::Land) {
    auto route = delivery::missionRoute(network, {.id = id, .stops = {{.node = "DP-01"}, {"DP-02", second, {}}}});
    if (!route) qFatal("%s", route.error().message.c_str());
    auto mission = std::make_shared<Mission>();
    mission->id = std::move(id);
    mission->network = network.id;
    mission->drone = missionDrone(7);
    mission->route = *std::move(route);
    mission->start = at;
    mission->planned = *delivery::timesAt(mission->route, sinceEpoch_ms(at));
    mission->times = mission->planned;
    return mission;
}

delivery::DeliveryStatePtr stateOf(const delivery::Network& network, std::vector<delivery::MissionPtr> missions) {
    auto state = std::make_shared<delivery::DeliveryState>();
    state->networks.push_back({.network = network, .revision = 1});
    state->missions = std::move(missions);
    return state;
}

// What came through the door, decoded again.
struct Heard final : TelemetrySink {
    std::vector<formats::TelemetryRecord> records;
    std::size_t payloads = 0;

    void send(std::string_view account, std::string_view topic, std::string_view payload) override {
        QCOMPARE(account, missionGateway);
        QVERIFY(topic.starts_with("haneul/v1/tele/") && topic.ends_with(missionGateway));
        formats::TelemetryJsonReader reader;
        std::vector<formats::TelemetryRecord> batch;
        QVERIFY(reader.read(payload, batch).has_value());
        records.insert(records.end(), batch.begin(), batch.end());
        ++payloads;
    }
};

void fly(MissionFlights& flights, UtcMs from, UtcMs to, Heard& heard) {
    for (UtcMs now = from; now <= to; now += 1s)
        flights.advanceTo(now, heard);
}

double distanceTo_m(const formats::TelemetryRecord& record, geo::LatLon place) {
    return geo::inverse({record.latitude_e7 / 1e7, record.longitude_e7 / 1e7}, place).distance_m;
}

} // namespace

class MissionFlightsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fliesWhatIsBooked_data(); // R-RTE-13
    void fliesWhatIsBooked();
    void reportsWithItsMissionAndInOrder(); // R-RTE-13
    void joinsWhatIsUnderWay();
    void movedAndCancelledMissions();
    void doesNotFlyForOthers();
};

void MissionFlightsTest::fliesWhatIsBooked_data() {
    QTest::addColumn<bool>("through");
    QTest::addColumn<bool>("drop");
    QTest::newRow("stops, lands") << false << false;
    QTest::newRow("flies through, lands") << true << false;
    QTest::newRow("stops, drops") << false << true;
}

// It is over each node when the plan says so, within two seconds, and on the ground where it lands.
void MissionFlightsTest::fliesWhatIsBooked() {
    QFETCH(bool, through);
    QFETCH(bool, drop);
    const auto network = city(through ? Corner::FlyThrough : Corner::Stop);
    const auto mission = missionOf(network, "M-1", start, drop ? HandOver::Drop : HandOver::Land);
    auto path = sim::FlightPath::make(routeOf(*mission, &network), {});
    QVERIFY_RESULT(path);
    MissionFlights flights(1);
    flights.setMissions(stateOf(network, {mission}));
    Heard heard;
    const UtcMs end = utcMs(mission->planned.nodes.back().departure);
    fly(flights, start - 3min, end + 3min, heard);
    QCOMPARE(flights.reporting(), 0U);
    for (std::size_t node = 1; node < mission->route.nodes.size(); ++node) {
        const auto& leg = mission->route.legs[node - 1];
        const double height_m = leg.waypoints.back().height_m;
        const auto arrived = std::ranges::find_if(heard.records, [&](const auto& record) {
            return utcMs(record.time_ms) > utcMs(mission->planned.nodes[node - 1].departure) &&
                   distanceTo_m(record, leg.waypoints.back().place) < 1 &&
                   std::abs(record.altitude_mm / 1000.0 - height_m) < 0.5;
        });
        QVERIFY(arrived != heard.records.end());
        const double late_s = static_cast<double>(arrived->time_ms - mission->planned.nodes[node].arrival) / 1000;
        QVERIFY2(std::abs(late_s) <= 2.5, qPrintable(QStringLiteral("node %1: %2 s").arg(node).arg(late_s)));
    }
}

void MissionFlightsTest::reportsWithItsMissionAndInOrder() {
    const auto network = city(Corner::Stop);
    const auto mission = missionOf(network, "M-1", start);
    MissionFlights flights(1);
    flights.setMissions(stateOf(network, {mission}));
    Heard heard;
    fly(flights, start - 5min, start + 2min, heard);
    QCOMPARE(heard.records.size(), heard.payloads);
    QCOMPARE(utcMs(heard.records.front().time_ms), start - MissionFlights::before);
    for (std::size_t i = 0; i < heard.records.size(); ++i) {
        QCOMPARE(heard.records[i].droneId, std::string("DL-007"));
        QCOMPARE(heard.records[i].missionId, std::optional<std::string>("M-1"));
        QCOMPARE(heard.records[i].sequence, static_cast<std::uint32_t>(i + 1));
    }
    QVERIFY(distanceTo_m(heard.records.front(), network.nodes[0].place) < 1);
}

void MissionFlightsTest::joinsWhatIsUnderWay() {
    const auto network = city(Corner::Stop);
    const auto mission = missionOf(network, "M-1", start);
    MissionFlights whole(1);
    MissionFlights late(1);
    Heard all;
    Heard part;
    whole.setMissions(stateOf(network, {mission}));
    late.setMissions(stateOf(network, {mission}));
    fly(whole, start - 2min, start + 6min, all);
    late.advanceTo(start + 6min, part);
    QCOMPARE(part.records.size(), 1U);
    QCOMPARE(part.records.front().latitude_e7, all.records.back().latitude_e7);
    QCOMPARE(part.records.front().altitude_mm, all.records.back().altitude_mm);
}

void MissionFlightsTest::movedAndCancelledMissions() {
    const auto network = city(Corner::Stop);
    const auto mission = missionOf(network, "M-1", start);
    MissionFlights flights(1);
    Heard heard;
    flights.setMissions(stateOf(network, {mission}));
    fly(flights, start - 2min, start - 1min, heard);
    QCOMPARE(flights.reporting(), 1U);

    const auto moved = missionOf(network, "M-1", start + 10min);
    flights.setMissions(stateOf(network, {moved}));
    heard.records.clear();
    fly(flights, start + 8min, start + 13min, heard);
    const auto off =
        std::ranges::find_if(heard.records, [](const auto& record) { return record.altitude_mm > 21'000; });
    QVERIFY(off != heard.records.end());
    QVERIFY(utcMs(off->time_ms) >= utcMs(moved->planned.nodes.front().departure));

    const auto other = missionOf(network, "M-2", start + 30min);
    other->steps.push_back({.step = MissionStep::Cancelled});
    flights.setMissions(stateOf(network, {moved, other}));
    heard.records.clear();
    fly(flights, start + 29min, start + 33min, heard);
    QVERIFY(std::ranges::none_of(heard.records, [](const auto& record) { return record.missionId == "M-2"; }));
}

void MissionFlightsTest::doesNotFlyForOthers() {
    const auto network = city(Corner::Stop);
    const auto mission = missionOf(network, "M-1", start);
    mission->drone = "HN-001";
    MissionFlights flights(1);
    flights.setMissions(stateOf(network, {mission}));
    Heard heard;
    fly(flights, start - 3min, start + 1min, heard);
    QVERIFY(heard.records.empty());
}

QTEST_APPLESS_MAIN(MissionFlightsTest)
#include "mission_flights_test.moc"
