#include "core/formats/telemetry_json.h"
#include "server/delivery/live_missions.h"
#include "server/demo/mission_flights.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace haneul;
using namespace std::chrono_literals;
using delivery::HandOver;
using delivery::LiveMissions;
using delivery::MissionStep;
using tests::FakeDeliveryService;

namespace {

const UtcMs morning = utcMs(1'795'233'600'000);

// What the drones report becomes the tracks of a situation, as in the picture.
struct Picture final : demo::TelemetrySink {
    situation::Situation situation;
    std::optional<std::string> saysMission; // instead of the mission that it flies
    bool silent = false;
    std::optional<double> geoid_m; // reports heights above the ellipsoid instead

    void send(std::string_view, std::string_view, std::string_view payload) override {
        if (silent) return;
        formats::TelemetryJsonReader reader;
        std::vector<formats::TelemetryRecord> records;
        QVERIFY(reader.read(payload, records).has_value());
        for (const auto& record : records) {
            auto track = std::make_shared<traffic::Track>();
            track->id = "uas:" + record.droneId;
            track->position = geo::LatLon{record.latitude_e7 / 1e7, record.longitude_e7 / 1e7};
            track->height = geo::Height{record.altitude_mm / 1000.0, geo::HeightDatum::Amsl};
            if (geoid_m) track->height = geo::Height{track->height->metres + *geoid_m, geo::HeightDatum::W84};
            track->velocity =
                traffic::Velocity_mps{record.velocityNorth_mms / 1000.0, record.velocityEast_mms / 1000.0};
            track->sourceTime = utcMs(record.time_ms);
            track->received = utcMs(record.time_ms);
            track->missionId = saysMission ? saysMission : record.missionId;
            std::erase_if(situation.tracks, [&](const auto& old) { return old->id == track->id; });
            situation.tracks.push_back(track);
        }
        std::ranges::sort(situation.tracks, {}, [](const auto& track) { return track->id; });
    }
};

// A network without measured times, so that the plan is what the simulator flies.
delivery::Network flownNetwork() {
    delivery::Network network = tests::referenceNetwork();
    for (delivery::Node& node : network.nodes)
        node.takeOff_ms = node.landing_ms = std::nullopt;
    for (delivery::Link& link : network.links)
        link.flight_ms.reset();
    network.droneTypes.front().endurance_ms = 3 * 3'600'000;
    network.droneTypes.front().range_m = 100'000;
    return network;
}

// With what it was told to expect.
struct Service final : FakeDeliveryService {
    using FakeDeliveryService::FakeDeliveryService;
    std::optional<delivery::Times> expected;

    void expect(std::string, delivery::Times times) override { expected = std::move(times); }
};

struct Flying {
    explicit Flying(std::vector<delivery::Stop> stops)
        : service(morning)
        , live(service, tests::supervisor()) {
        const delivery::Network network = flownNetwork();
        service.setNetwork(network);
        const auto route = delivery::missionRoute(network, {.id = "M-1", .stops = std::move(stops)});
        if (!route) qFatal("%s", route.error().message.c_str());
        auto mission = std::make_shared<delivery::Mission>();
        mission->id = "M-1";
        mission->network = network.id;
        mission->drone = demo::missionDrone(3);
        mission->route = *route;
        mission->start = morning + 10min;
        mission->planned = *delivery::timesAt(*route, sinceEpoch_ms(mission->start));
        mission->times = mission->planned;
        mission->booking = *delivery::bookingOf(*route, mission->planned);
        mission->steps = {{.step = MissionStep::Booked, .at = morning}};
        service.change([&](delivery::DeliveryState& state) { state.missions = {mission}; });
        flights.setMissions(service.state());
    }

    void until(UtcMs end) {
        for (; now <= end; now += 1s) {
            flights.advanceTo(now, picture);
            picture.situation.time = now;
            live.look(picture.situation);
        }
    }

    [[nodiscard]] delivery::MissionPtr mission() const { return service.state()->mission("M-1"); }

    Service service;
    LiveMissions live;
    demo::MissionFlights flights{7};
    Picture picture;
    UtcMs now = morning;
};

std::vector<MissionStep> stepsOf(const delivery::Mission& mission) {
    std::vector<MissionStep> steps;
    for (const auto& record : mission.steps)
        steps.push_back(record.step);
    return steps;
}

} // namespace

class LiveMissionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFlightFillsInItsTimesAndSteps(); // R-RTE-13 R-RTE-19 R-SVC-07
    void aLateDepartureMovesWhatFollows(); // R-RTE-13 R-SLT-13
    void whoDoesNotLeaveIsLateAtOnce();    // R-SLT-13
    void whatIsRefusedIsSentAgain();
    void anotherMissionOfTheDroneIsNotTaken();
    void goesOnAfterARestart();
    void heightsAboveTheEllipsoidAreTurned();
};

// Every event of the flight is on record, near the plan (the simulator keeps it), and the process ran to its end.
void LiveMissionsTest::aFlightFillsInItsTimesAndSteps() {
    Flying flying({{.node = "DP-01"}, {.node = "DP-02"}});
    flying.until(utcMs(flying.mission()->planned.nodes.back().departure) + 2min);
    const auto mission = flying.mission();
    QCOMPARE(stepsOf(*mission), (std::vector{MissionStep::Booked, MissionStep::Prepared, MissionStep::Flying,
                                             MissionStep::HandedOver, MissionStep::Flying, MissionStep::HandedOver,
                                             MissionStep::Returning, MissionStep::Completed}));
    for (std::size_t node = 1; node < mission->planned.nodes.size(); ++node) {
        const double off_s =
            static_cast<double>(mission->times.nodes[node].arrival - mission->planned.nodes[node].arrival) / 1000;
        QVERIFY2(std::abs(off_s) < 4, qPrintable(QStringLiteral("node %1: %2 s").arg(node).arg(off_s)));
        QVERIFY(std::ranges::any_of(mission->actuals, [&](const auto& actual) {
            return actual.segment == node - 1 &&
                   actual.waypoint + 1 == mission->route.legs[node - 1].waypoints.size() &&
                   actual.kind == timing::EventKind::Arrival;
        }));
    }
    QCOMPARE(flying.live.followed(), 0U);
}

// The drone waits four minutes on the pad: everything behind the departure is that much later.
void LiveMissionsTest::aLateDepartureMovesWhatFollows() {
    Flying flying({{.node = "DP-01"}});
    const auto booked = flying.mission();
    // It flies the same mission, four minutes later.
    auto late = std::make_shared<delivery::Mission>(*booked);
    late->start += 4min;
    late->planned = *delivery::timesAt(late->route, sinceEpoch_ms(late->start));
    auto flown = std::make_shared<delivery::DeliveryState>(*flying.service.state());
    flown->missions = {late};
    flying.flights.setMissions(flown);
    flying.until(utcMs(late->planned.nodes[1].arrival) + 30s);
    const auto delay_s = static_cast<double>(flying.mission()->delay().count()) / 1000;
    QVERIFY2(std::abs(delay_s - 240) < 5, qPrintable(QString::number(delay_s)));
    QCOMPARE(flying.mission()->planned.nodes.back().departure, booked->planned.nodes.back().departure);
}

// The drone stands on the pad, says so, and does not leave.
void LiveMissionsTest::whoDoesNotLeaveIsLateAtOnce() {
    Flying flying({{.node = "DP-01"}});
    const auto booked = flying.mission();
    auto never = std::make_shared<delivery::Mission>(*booked);
    never->planned.legs.front().departures.front() += 3'600'000;
    auto flown = std::make_shared<delivery::DeliveryState>(*flying.service.state());
    flown->missions = {never};
    flying.flights.setMissions(flown);
    const UtcMs off = utcMs(booked->planned.nodes.front().departure);
    flying.until(off);
    QVERIFY(!flying.service.expected);
    flying.until(off + 90s);
    QVERIFY(flying.service.expected);
    const double late_s =
        static_cast<double>(flying.service.expected->nodes.back().departure - booked->planned.nodes.back().departure) /
        1000;
    QVERIFY2(std::abs(late_s - 90) < 4, qPrintable(QString::number(late_s)));
    QVERIFY(flying.mission()->actuals.empty());
}

void LiveMissionsTest::whatIsRefusedIsSentAgain() {
    Flying flying({{.node = "DP-01"}});
    const UtcMs off = utcMs(flying.mission()->planned.nodes.front().departure);
    flying.until(off - 1s);
    flying.service.refuseNext = Error{"LOG_BUSY", "too many commands wait", {}};
    flying.until(off + 3min);
    QVERIFY(!flying.service.refuseNext);
    QVERIFY(flying.mission()->step() == MissionStep::Flying);
    QVERIFY(std::ranges::any_of(flying.mission()->actuals, [](const auto& actual) {
        return actual.segment == 0 && actual.waypoint == 0 && actual.kind == timing::EventKind::Departure;
    }));
}

void LiveMissionsTest::anotherMissionOfTheDroneIsNotTaken() {
    Flying flying({{.node = "DP-01"}});
    flying.picture.saysMission = "M-77";
    flying.until(utcMs(flying.mission()->planned.nodes.back().departure));
    QVERIFY(flying.mission()->actuals.empty());
    QCOMPARE(stepsOf(*flying.mission()), std::vector{MissionStep::Booked});
}

// A core that is started while the drone is in the air goes on behind what is on record.
void LiveMissionsTest::goesOnAfterARestart() {
    Flying flying({{.node = "DP-01"}, {.node = "DP-02"}});
    flying.until(utcMs(flying.mission()->planned.nodes[1].departure) + 1min);
    const auto known = flying.mission()->actuals;
    flying.live = LiveMissions(flying.service, tests::supervisor());
    flying.until(utcMs(flying.mission()->planned.nodes.back().departure) + 2min);
    const auto mission = flying.mission();
    QVERIFY(mission->step() == MissionStep::Completed);
    QVERIFY(mission->actuals.size() > known.size());
    QVERIFY(std::equal(known.begin(), known.end(), mission->actuals.begin(),
                       [](const auto& l, const auto& r) { return l.time == r.time && l.waypoint == r.waypoint; }));
    for (std::size_t i = 0; i < mission->actuals.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(mission->actuals[i].segment != mission->actuals[j].segment ||
                    mission->actuals[i].waypoint != mission->actuals[j].waypoint ||
                    mission->actuals[i].kind != mission->actuals[j].kind);
}

void LiveMissionsTest::heightsAboveTheEllipsoidAreTurned() {
    const auto actualsWith = [](std::optional<double> reported_m, std::optional<double> known_m) {
        Flying flying({{.node = "DP-01"}});
        flying.picture.geoid_m = reported_m;
        flying.live = LiveMissions(flying.service, tests::supervisor(), [known_m](geo::LatLon) { return known_m; });
        flying.until(utcMs(flying.mission()->planned.nodes.back().departure) + 2min);
        std::vector<std::int64_t> times;
        for (const auto& actual : flying.mission()->actuals)
            times.push_back(actual.time);
        return times;
    };
    const auto seaLevel = actualsWith({}, {});
    QVERIFY(!seaLevel.empty());
    QVERIFY(actualsWith(22.9, 22.9) == seaLevel);
    QVERIFY(actualsWith(900, 22.9) != seaLevel); // too high to have landed: the heights do count
}

QTEST_APPLESS_MAIN(LiveMissionsTest)
#include "live_missions_test.moc"
