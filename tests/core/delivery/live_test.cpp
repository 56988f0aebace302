#include "core/delivery/link_flight.h"
#include "core/delivery/live.h"
#include "core/sim/vehicle.h"
#include "tests/core/delivery/delivery_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <format>
#include <memory>
#include <numbers>
#include <random>

using namespace haneul;
using namespace haneul::delivery;
using timing::EventKind;

namespace {

constexpr std::int64_t start_ms = 1'780'000'000'000;
constexpr double metre_deg = 1 / 111'195.0;

// One base, two delivery points; a link with a corner that is flown through, one that is stopped at.
Network network() {
    Network network{.id = "live", .base = "BP-01"};
    network.nodes = {examples::node("BP-01", NodeKind::Base, 0, 0),
                     examples::node("DP-01", NodeKind::Delivery, 700, 300),
                     examples::node("DP-02", NodeKind::Delivery, 900, -400)};
    network.nodes[0].load_ms = 40'000;
    network.nodes[1].serve_ms = 30'000;
    network.nodes[2].serve_ms = 35'000;
    network.links = {examples::link("BP-01", "DP-01", {}, TrackKind::Single),
                     examples::link("DP-01", "DP-02", {}, TrackKind::Single),
                     examples::link("DP-02", "BP-01", {}, TrackKind::Single)};
    network.links[0].via = {{examples::placed(300, 400), 85}};
    network.links[0].corner = Corner::FlyThrough;
    network.links[2].via = {{examples::placed(450, -300), 90}};
    return network;
}

MissionRoute routeOf(const MissionRequest& request, const Network& through = network()) {
    const auto route = missionRoute(through, request);
    if (!route) qFatal("%s: %s", route.error().code.c_str(), route.error().message.c_str());
    return *route;
}

// Waypoints of the whole mission, the nodes between two legs once, and where their events are.
struct Halt {
    route::Waypoint at;
    std::int64_t stay_ms = 0;
    std::size_t leg = 0, waypoint = 0;
    bool ground = false;
};

std::vector<Halt> haltsOf(const MissionRoute& route) {
    std::vector<Halt> halts;
    for (std::size_t k = 0; k < route.legs.size(); ++k)
        for (std::size_t w = k > 0 ? 1 : 0; w < route.legs[k].waypoints.size(); ++w) {
            const auto& at = route.legs[k].waypoints[w];
            halts.push_back({at, route.durations.stays[k][w], k, w, at.height_m < 50});
        }
    return halts;
}

struct Truth {
    std::vector<std::int64_t> arrivals, departures; // of each stop
    std::vector<sim::VehicleState> states;          // every 100 ms
};

// What of a flight is not as planned.
struct Deviation {
    std::size_t halt = 0; // where it stays longer
    std::int64_t extra_ms = 0;
    double speed_mps = 8;               // on all legs
    std::vector<route::Waypoint> curve; // flown on the way to halt 2 and on to halt 3
};

// The way for the simulator, and which of its waypoints are halts.
struct Way {
    sim::Route route;
    std::vector<std::optional<std::size_t>> haltOf;

    void add(const Halt& halt, std::optional<std::size_t> index, std::int64_t stay_ms, double speed_mps) {
        route.waypoints.push_back({halt.at.place, halt.at.height_m, halt.ground ? sim::Place::Ground : sim::Place::Air,
                                   milliseconds(stay_ms), speed_mps});
        haltOf.push_back(index);
    }
};

Way wayOf(const std::vector<Halt>& halts, const Deviation& deviation) {
    Way way;
    for (std::size_t i = 0; i < halts.size(); ++i) {
        if (i == 3)
            for (const route::Waypoint& point : deviation.curve)
                way.add({point}, {}, 0, deviation.speed_mps);
        if (i != 2 || deviation.curve.empty())
            way.add(halts[i], i, halts[i].stay_ms + (i == deviation.halt ? deviation.extra_ms : 0),
                    deviation.speed_mps);
    }
    return way;
}

// Flies it in the simulator.
Truth fly(const MissionRoute& route, const Deviation& deviation = {}) {
    const auto halts = haltsOf(route);
    const Way way = wayOf(halts, deviation);
    const auto path = sim::FlightPath::make(way.route, {});
    if (!path) qFatal("%s", path.error().message.c_str());
    sim::Vehicle vehicle(std::make_shared<const sim::FlightPath>(*path), utcMs(start_ms), sim::Random(1));
    Truth truth{std::vector<std::int64_t>(halts.size(), -1), std::vector<std::int64_t>(halts.size(), -1), {}};
    std::vector<double> nearest_m(halts.size(), 1e9);
    std::size_t last = 0; // halt that it has begun to fly to
    for (int step = 0; step < 36'000; ++step, vehicle.step()) {
        const sim::VehicleState state = vehicle.state();
        truth.states.push_back(state);
        const std::int64_t time_ms = sinceEpoch_ms(state.time);
        const auto at = way.haltOf[state.nextWaypoint];
        if (at) last = *at;
        if (at && (state.phase == sim::Phase::Parked || state.phase == sim::Phase::Hover)) {
            if (truth.arrivals[*at] < 0 || nearest_m[*at] >= 0) truth.arrivals[*at] = time_ms;
            truth.departures[*at] = time_ms;
            nearest_m[*at] = -1;
        }
        for (std::size_t i = last > 0 ? last - 1 : 0; i <= std::min(last + 1, halts.size() - 1); ++i) // flown through
            if (const double apart_m = route::distance_m({state.position, state.height_m}, halts[i].at);
                nearest_m[i] > apart_m) {
                nearest_m[i] = apart_m;
                truth.arrivals[i] = truth.departures[i] = time_ms;
            }
        if (vehicle.finished() && time_ms > truth.arrivals.back() + 20'000) break;
    }
    return truth;
}

// What the drone reports of a flight, through its sensors.
struct Reporting {
    std::int64_t every_ms = 1000;
    double noise_m = 0;      // standard deviation of places; of heights half of it
    double sway_m = 0;       // slow swinging in the wind
    double heightBias_m = 0; // the sensor and the survey do not agree
    bool height = true;
    bool speed = true;
    std::int64_t silentFrom_ms = 0, silentTo_ms = 0; // from the start of the mission
};

std::vector<PositionReport> reportsOf(const Truth& truth, const Reporting& how) {
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    std::vector<PositionReport> reports;
    for (const sim::VehicleState& state : truth.states) {
        const std::int64_t time_ms = sinceEpoch_ms(state.time), since_ms = time_ms - start_ms;
        if (since_ms % how.every_ms != 0 || (since_ms >= how.silentFrom_ms && since_ms < how.silentTo_ms)) continue;
        const double swing = std::sin(static_cast<double>(since_ms) / 1000 * 2 * std::numbers::pi / 7);
        const double sway_m = state.onGround ? 0 : how.sway_m * swing;
        PositionReport report{time_ms, state.position, {}, {}};
        report.place.latitude_deg += (how.noise_m * normal(random) + sway_m) * metre_deg;
        report.place.longitude_deg += (how.noise_m * normal(random) - sway_m) * metre_deg / std::cos(0.655);
        const double height_m = state.height_m + how.heightBias_m + how.noise_m / 2 * normal(random);
        const double speed_mps = std::hypot(state.velocityNorth_mps, state.velocityEast_mps);
        if (how.height) report.height_m = height_m;
        if (how.speed) report.groundSpeed_mps = std::max(0.0, speed_mps + how.noise_m / 5 * normal(random));
        reports.push_back(report);
    }
    return reports;
}

Times booked(const MissionRoute& route) {
    return *timesAt(route, start_ms);
}

MissionTracker trackerOf(const MissionRoute& route) {
    return *MissionTracker::make(route, booked(route), DroneType{});
}

// The event that is farthest from the truth.
struct Worst {
    std::int64_t apart_ms = 0;
    std::string name;
};

std::int64_t truthOf(const MissionRoute& route, const Truth& truth, const timing::ActualTime<std::int64_t>& actual) {
    const auto halts = haltsOf(route);
    for (std::size_t i = 0; i < halts.size(); ++i) {
        const bool node = actual.waypoint == 0 && actual.segment > 0 && halts[i].leg + 1 == actual.segment &&
                          halts[i].waypoint + 1 == route.legs[halts[i].leg].waypoints.size();
        if (node || (halts[i].leg == actual.segment && halts[i].waypoint == actual.waypoint))
            return actual.kind == EventKind::Arrival ? truth.arrivals[i] : truth.departures[i];
    }
    return -1;
}

Worst worstOf(const MissionRoute& route, const Truth& truth, const MissionTracker& tracker) {
    Worst worst;
    for (const TrackedEvent& event : tracker.events()) {
        const std::int64_t apart_ms = std::abs(event.actual.time - truthOf(route, truth, event.actual));
        if (apart_ms < worst.apart_ms) continue;
        worst = {apart_ms, std::format("{} of leg {} waypoint {}, certainty {}: {} ms apart",
                                       event.actual.kind == EventKind::Arrival ? "arrival" : "departure",
                                       event.actual.segment, event.actual.waypoint, static_cast<int>(event.certainty),
                                       event.actual.time - truthOf(route, truth, event.actual))};
    }
    return worst;
}

// Both kinds of every waypoint, but for the arrival at the first and the departure from the last.
std::size_t eventsOf(const MissionRoute& route) {
    return 2 * haltsOf(route).size() - 2;
}

} // namespace

Q_DECLARE_METATYPE(Reporting)

class LiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEventIsSeen_data();
    void everyEventIsSeen();               // R-RTE-13
    void aDropIsFollowedWithoutALanding(); // R-RTE-13 R-RTE-20
    void delaysReachWhatComesLater_data();
    void delaysReachWhatComesLater();       // R-RTE-13
    void anOverdueEventMovesWithTheClock(); // R-RTE-13
    void gapsAreDividedAndMarked_data();
    void gapsAreDividedAndMarked();             // R-RTE-13
    void withoutHeightsItIsInferredAndMarked(); // R-RTE-13
    void theProcessFollows();                   // R-RTE-19
    void aDroneThatIsSwitchedOffHasArrived();   // R-RTE-19
    void aCurveIsFollowed();                    // R-RTE-13 R-RTE-22
    void neverGoesBack();
    void oneOutlierChangesNothing();
    void aDroneElsewhereIsOffTheRoute();
    void goesOnAfterARestart();
    void firstSeenOnTheWay();
    void refusesTimesOfAnotherRoute();
};

void LiveTest::everyEventIsSeen_data() {
    QTest::addColumn<Reporting>("how");
    QTest::newRow("every second") << Reporting{};
    QTest::newRow("five a second") << Reporting{.every_ms = 200};
    QTest::newRow("every two seconds") << Reporting{.every_ms = 2000};
    QTest::newRow("noise") << Reporting{.noise_m = 1};
    QTest::newRow("noise, five a second") << Reporting{.every_ms = 200, .noise_m = 0.8};
    QTest::newRow("wind") << Reporting{.noise_m = 0.6, .sway_m = 1.5};
    QTest::newRow("heights 7 m off") << Reporting{.heightBias_m = 7};
    QTest::newRow("heights 9 m low, noise") << Reporting{.noise_m = 0.8, .heightBias_m = -9};
    QTest::newRow("no speeds") << Reporting{.noise_m = 0.6, .speed = false};
}

void LiveTest::everyEventIsSeen() {
    QFETCH(Reporting, how);
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report : reportsOf(truth, how))
        tracker.add(report);
    QCOMPARE(tracker.events().size(), eventsOf(route));
    QVERIFY(tracker.completed());
    const Worst worst = worstOf(route, truth, tracker);
    qInfo("farthest from the truth: %s", worst.name.c_str());
    QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
    for (const TrackedEvent& event : tracker.events())
        QVERIFY(event.certainty == Certainty::Seen);
}

void LiveTest::aDropIsFollowedWithoutALanding() {
    MissionRequest request = examples::request("M-2", {"DP-01"});
    request.stops[0].handOver = HandOver::Drop;
    const MissionRoute route = routeOf(request); // there and back on one link
    const Truth truth = fly(route);
    for (const double noise_m : {0.0, 1.0}) {
        MissionTracker tracker = trackerOf(route);
        for (const PositionReport& report : reportsOf(truth, {.noise_m = noise_m}))
            tracker.add(report);
        QCOMPARE(tracker.events().size(), eventsOf(route));
        const Worst worst = worstOf(route, truth, tracker);
        QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
    }
}

void LiveTest::delaysReachWhatComesLater_data() {
    QTest::addColumn<int>("stop");
    QTest::addColumn<int>("extra_s");
    QTest::addColumn<double>("speed_mps");
    QTest::newRow("loads 3 minutes longer") << 0 << 180 << 8.0;
    QTest::newRow("hovers before landing") << 3 << 45 << 8.0;
    QTest::newRow("nobody takes the parcel") << 4 << 120 << 8.0;
    QTest::newRow("flies slowly") << 0 << 0 << 5.0;
}

void LiveTest::delaysReachWhatComesLater() {
    QFETCH(int, stop);
    QFETCH(int, extra_s);
    QFETCH(double, speed_mps);
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route, {static_cast<std::size_t>(stop), extra_s * 1000, speed_mps, {}});
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report : reportsOf(truth, {.noise_m = 0.5})) {
        tracker.add(report);
        // Whatever is expected is not behind the present, and in order.
        const auto times = tracker.expectedTimes(report.time_ms);
        QVERIFY_RESULT(times);
        for (std::size_t k = 0; k < times->legs.size(); ++k)
            for (std::size_t w = 0; w < times->legs[k].arrivals.size(); ++w)
                QVERIFY(times->legs[k].departures[w] >= times->legs[k].arrivals[w]);
    }
    const Worst worst = worstOf(route, truth, tracker);
    QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
    const auto times = tracker.expectedTimes(tracker.events().back().actual.time);
    const std::int64_t unload_ms = route.durations.stays.back().back();
    QVERIFY(std::abs(times->nodes.back().departure - (truth.arrivals.back() + unload_ms)) <= 2000);
    QVERIFY(times->nodes.back().departure - booked(route).nodes.back().departure > extra_s * 1000 - 10'000);
}

void LiveTest::anOverdueEventMovesWithTheClock() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Times plan = booked(route);
    MissionTracker tracker = trackerOf(route);
    const auto end = [&](std::int64_t now_ms) { return tracker.expectedTimes(now_ms)->nodes.back().departure; };
    QCOMPARE(end(start_ms), plan.nodes.back().departure);
    QCOMPARE(end(plan.nodes[0].departure), plan.nodes.back().departure);                   // on time to the millisecond
    QCOMPARE(end(plan.nodes[0].departure + 90'000), plan.nodes.back().departure + 90'000); // nobody has seen it
    // It hovers above DP-01 and does not come down.
    const Truth truth = fly(route, {.halt = 3, .extra_ms = 600'000});
    for (const PositionReport& report : reportsOf(truth, {})) {
        if (report.time_ms > truth.arrivals[3] + 100'000) break;
        tracker.add(report);
    }
    const auto hovers = tracker.events().back().actual;
    QVERIFY(hovers.kind == EventKind::Arrival && hovers.segment == 0 && hovers.waypoint == 3);
    const std::int64_t now_ms = truth.arrivals[3] + 100'000;
    const auto times = tracker.expectedTimes(now_ms);
    QCOMPARE(times->legs[0].departures[3], now_ms); // not yet, so now at the earliest
    QVERIFY(std::abs(times->nodes.back().departure - plan.nodes.back().departure -
                     (now_ms - plan.legs[0].departures[3])) <= 1);
    QCOMPARE(end(now_ms + 60'000), times->nodes.back().departure + 60'000);
}

void LiveTest::gapsAreDividedAndMarked_data() {
    QTest::addColumn<qint64>("from_ms");
    QTest::addColumn<qint64>("to_ms");
    QTest::addColumn<int>("interpolated"); // at least
    QTest::newRow("in flight") << qint64{80'000} << qint64{110'000} << 0;
    QTest::newRow("over the corner") << qint64{90'000} << qint64{140'000} << 2;
    QTest::newRow("over the landing") << qint64{150'000} << qint64{195'000} << 1;
    QTest::newRow("over a whole delivery") << qint64{130'000} << qint64{290'000} << 6;
    QTest::newRow("before the take-off") << qint64{10'000} << qint64{35'000} << 0;
}

void LiveTest::gapsAreDividedAndMarked() {
    QFETCH(qint64, from_ms);
    QFETCH(qint64, to_ms);
    QFETCH(int, interpolated);
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report :
         reportsOf(truth, {.noise_m = 0.5, .silentFrom_ms = from_ms, .silentTo_ms = to_ms}))
        tracker.add(report);
    QCOMPARE(tracker.events().size(), eventsOf(route));
    int marked = 0;
    for (const TrackedEvent& event : tracker.events()) {
        const std::int64_t apart_ms = std::abs(event.actual.time - truthOf(route, truth, event.actual));
        const auto in = [&](std::int64_t time_ms) {
            return time_ms - start_ms >= from_ms - 3000 && time_ms - start_ms <= to_ms + 3000;
        };
        if (event.certainty == Certainty::Seen) {
            QVERIFY2(apart_ms <= 2000, std::to_string(apart_ms).c_str());
            continue;
        }
        ++marked;
        QVERIFY(event.certainty == Certainty::Interpolated);
        QVERIFY(in(event.actual.time)); // in the gap, where it was
        QVERIFY2(apart_ms <= 12'000, std::to_string(apart_ms).c_str());
    }
    QVERIFY2(marked >= interpolated, std::to_string(marked).c_str());
}

void LiveTest::withoutHeightsItIsInferredAndMarked() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    for (const bool speed : {true, false}) {
        MissionTracker tracker = trackerOf(route);
        for (PositionReport report : reportsOf(truth, {.noise_m = 0.5, .height = false, .speed = speed})) {
            if (!speed) report.height_m = std::nan(""); // says as little as none
            tracker.add(report);
        }
        QCOMPARE(tracker.events().size(), eventsOf(route));
        const Worst worst = worstOf(route, truth, tracker);
        QVERIFY2(worst.apart_ms <= 3000, worst.name.c_str()); // here it flew as planned
        for (const TrackedEvent& event : tracker.events()) {
            const std::size_t last = route.legs[event.actual.segment].waypoints.size() - 1;
            const bool arrives = event.actual.kind == EventKind::Arrival;
            const std::size_t at = event.actual.waypoint;
            const bool seen = arrives ? at > 1 && at < last : at > 0 && at + 1 < last;
            QCOMPARE(event.certainty == Certainty::Seen, seen);
            if (!seen) QCOMPARE(event.certainty, Certainty::Inferred);
        }
    }
}

void LiveTest::theProcessFollows() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    MissionTracker tracker = trackerOf(route);
    QVERIFY(tracker.steps().empty());
    for (const PositionReport& report : reportsOf(truth, {})) {
        tracker.add(report);
        const auto steps = tracker.steps();
        // Complete only when the drone is back.
        if (report.time_ms < truth.arrivals.back() - 3000)
            QVERIFY(std::ranges::none_of(steps, [](const auto& s) { return s.step == ImpliedStep::Completed; }));
        if (report.time_ms < truth.departures[4] - 3000) QVERIFY(steps.size() <= 1); // serves at DP-01
    }
    const auto steps = tracker.steps();
    const std::vector<std::pair<ImpliedStep, std::size_t>> wanted{{ImpliedStep::Flying, 0},
                                                                  {ImpliedStep::HandedOver, 1},
                                                                  {ImpliedStep::HandedOver, 2},
                                                                  {ImpliedStep::Returning, 2},
                                                                  {ImpliedStep::Completed, 3}};
    QCOMPARE(steps.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        QCOMPARE(steps[i].step, wanted[i].first);
        QCOMPARE(steps[i].node, wanted[i].second);
    }
    QVERIFY(std::abs(steps[0].time_ms - truth.departures[0]) <= 2000);
    QVERIFY(std::abs(steps[1].time_ms - truth.departures[4]) <= 2000);
    QVERIFY(std::abs(steps[4].time_ms - truth.arrivals.back()) <= 2000);
}

void LiveTest::aDroneThatIsSwitchedOffHasArrived() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01"}));
    const Truth truth = fly(route);
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report : reportsOf(truth, {.every_ms = 200}))
        if (report.time_ms <= truth.arrivals.back() - 400) tracker.add(report);
    QVERIFY(!tracker.completed()); // it is just above the ground
    QVERIFY(!tracker.advance(truth.arrivals.back() - 300));
    QVERIFY(tracker.advance(truth.arrivals.back() + 10'000));
    QVERIFY(tracker.completed() && !tracker.advance(truth.arrivals.back() + 20'000));
    const Worst worst = worstOf(route, truth, tracker);
    QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
}

void LiveTest::aCurveIsFollowed() {
    Network curved = network();
    curved.links[0].shape = LinkShape::Curve;
    curved.links[0].corner = Corner::FlyThrough;
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}), curved);
    auto way = LinkFlight::make(curved, curved.links[0], "BP-01", DroneType{});
    QVERIFY_RESULT(way);
    Deviation curve;
    for (double along_m = 15; along_m < way->length_m() - 15; along_m += 15)
        curve.curve.push_back(way->at(along_m));
    const Truth truth = fly(route, curve);
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report : reportsOf(truth, {.noise_m = 0.5}))
        tracker.add(report);
    QCOMPARE(tracker.events().size(), eventsOf(route));
    const Worst worst = worstOf(route, truth, tracker);
    QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
}

void LiveTest::neverGoesBack() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    const auto reports = reportsOf(truth, {.noise_m = 0.5});
    MissionTracker straight = trackerOf(route), mixed = trackerOf(route);
    std::mt19937_64 random(3);
    for (std::size_t i = 0; i < reports.size(); ++i) {
        straight.add(reports[i]);
        mixed.add(reports[i]);
        QVERIFY(!mixed.add(reports[i]));                  // said twice
        QVERIFY(!mixed.add(reports[random() % (i + 1)])); // late
        const auto& events = mixed.events();
        QVERIFY(std::ranges::is_sorted(events, {}, [](const TrackedEvent& e) { return e.actual.time; }));
    }
    QCOMPARE(mixed.events().size(), straight.events().size());
    for (std::size_t i = 0; i < mixed.events().size(); ++i)
        QCOMPARE(mixed.events()[i].actual.time, straight.events()[i].actual.time);
    QCOMPARE(mixed.outOfOrderReports(), 2 * reports.size());
}

void LiveTest::oneOutlierChangesNothing() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    auto reports = reportsOf(truth, {});
    const auto halts = haltsOf(route);
    for (std::size_t i = 20; i < reports.size(); i += 9) // now and then at a later waypoint, or in the sea
        reports[i].place = i % 2 == 0 ? halts[i % halts.size()].at.place : geo::LatLon{35, 124};
    MissionTracker tracker = trackerOf(route);
    for (const PositionReport& report : reports)
        tracker.add(report);
    QCOMPARE(tracker.events().size(), eventsOf(route));
    const Worst worst = worstOf(route, truth, tracker);
    QVERIFY2(worst.apart_ms <= 3000, worst.name.c_str());
}

void LiveTest::aDroneElsewhereIsOffTheRoute() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    MissionTracker tracker = trackerOf(route);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!tracker.add({start_ms + i * 1000, {37.7, 127.3}, 80, 8}));
    QVERIFY(tracker.events().empty());
    QCOMPARE(tracker.offRouteReports(), 99u); // the last is not decided on
    QVERIFY(!tracker.add({start_ms + 200'000, {std::nan(""), 127}, 80, 8}));
}

void LiveTest::goesOnAfterARestart() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    const auto reports = reportsOf(truth, {.noise_m = 0.5});
    MissionTracker whole = trackerOf(route);
    for (const PositionReport& report : reports)
        whole.add(report);
    for (std::size_t cut = 5; cut < reports.size(); cut += 17) {
        MissionTracker before = trackerOf(route);
        for (std::size_t i = 0; i < cut; ++i)
            before.add(reports[i]);
        auto after = MissionTracker::make(route, booked(route), DroneType{}, before.actuals());
        QVERIFY_RESULT(after);
        for (std::size_t i = cut; i < reports.size(); ++i)
            after->add(reports[i]);
        QVERIFY(after->completed());
        const Worst worst = worstOf(route, truth, *after);
        QVERIFY2(worst.apart_ms <= 3000, std::format("cut {}: {}", cut, worst.name).c_str());
        QVERIFY(after->events().size() + 2 >= whole.events().size()); // what happened just then may be missing
    }
}

void LiveTest::firstSeenOnTheWay() {
    const MissionRoute route = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    const Truth truth = fly(route);
    MissionTracker tracker = trackerOf(route);
    const std::int64_t from_ms = truth.departures[5] + 20'000; // from DP-01 to DP-02
    for (const PositionReport& report : reportsOf(truth, {}))
        if (report.time_ms >= from_ms) tracker.add(report);
    QVERIFY(tracker.completed());
    QCOMPARE(tracker.events().front().actual.segment, 1u);
    const auto steps = tracker.steps();
    QCOMPARE(steps.size(), 5u);
    QCOMPARE(steps[0].certainty, Certainty::Inferred);
    QCOMPARE(steps[1].certainty, Certainty::Inferred);
    QCOMPARE(steps[2].certainty, Certainty::Seen);
    const Worst worst = worstOf(route, truth, tracker);
    QVERIFY2(worst.apart_ms <= 2000, worst.name.c_str());
}

void LiveTest::refusesTimesOfAnotherRoute() {
    const MissionRoute one = routeOf(examples::request("M-1", {"DP-01"}));
    const MissionRoute two = routeOf(examples::request("M-1", {"DP-01", "DP-02"}));
    QCOMPARE(MissionTracker::make(one, booked(two), DroneType{}).error().code, std::string("INVALID_ARGUMENT"));
    DroneType still;
    still.flight_mps = 0;
    QCOMPARE(MissionTracker::make(one, booked(one), still).error().code, std::string("INVALID_ARGUMENT"));
    const timing::ActualTime<std::int64_t> nowhere{9, 0, EventKind::Arrival, start_ms};
    QCOMPARE(MissionTracker::make(one, booked(one), DroneType{}, {&nowhere, 1}).error().code,
             std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(LiveTest)
#include "live_test.moc"
