#include "core/geo/geodesic.h"
#include "core/geo/local_frame.h"
#include "core/sim/random.h"
#include "core/sim/vehicle.h"
#include "tests/support/result_macros.h"

#include <algorithm>
#include <cmath>

using namespace haneul;
using namespace haneul::sim;
using namespace std::chrono_literals;

namespace {

constexpr geo::LatLon cityHall{37.5663, 126.9779};
const UtcMs start = utcMs(1'795'233'600'000);
constexpr double step_s = 0.1;

Waypoint airborne(geo::LatLon position, double height_m) {
    return {.position = position, .height_m = height_m};
}

Waypoint onGround(geo::LatLon position, double height_m) {
    return {.position = position, .height_m = height_m, .place = Place::Ground};
}

// Up from a pad, north, and down on another pad.
Route shortDelivery(double distance_m, double height_m) {
    const geo::LatLon target = geo::direct(cityHall, 0, distance_m);
    return {.waypoints = {onGround(cityHall, 20), airborne(cityHall, height_m), airborne(target, height_m),
                          onGround(target, 20)}};
}

Vehicle vehicleOf(const Route& route, const VehicleLimits& limits, std::optional<BatteryModel> battery = std::nullopt) {
    Result<FlightPath> path = FlightPath::make(route, limits);
    if (!path) qFatal("%s: %s", path.error().code.c_str(), path.error().message.c_str());
    return Vehicle(std::make_shared<const FlightPath>(*std::move(path)), start, Random(1), battery);
}

// Seconds until the vehicle has come to rest at the end, on the grid of steps.
double flightTime_s(Vehicle vehicle) {
    double time_s = 0;
    while (!vehicle.finished() && time_s < 100'000) {
        vehicle.step();
        time_s += step_s;
    }
    return time_s;
}

Route randomDroneRoute(Random& random) {
    Route route;
    geo::LatLon position = geo::direct(cityHall, random.uniform(0, 360), random.uniform(0, 2000));
    double height_m = random.uniform(10, 60);
    route.waypoints.push_back(onGround(position, height_m));
    height_m += random.uniform(20, 90);
    route.waypoints.push_back(airborne(position, height_m));
    double course_deg = random.uniform(0, 360);
    const std::uint64_t legs = 1 + random.below(8);
    for (std::uint64_t i = 0; i < legs; ++i) {
        // From gentle bends to reversals, from a metre to some hundred; every sixth leg goes straight up or down.
        course_deg += random.uniform(-1, 1) * (random.below(2) == 0 ? 30 : 180);
        const bool straightUp = random.below(6) == 0;
        if (!straightUp) position = geo::direct(position, course_deg, std::exp(random.uniform(0, 6)));
        height_m = straightUp || random.below(2) == 0 ? random.uniform(70, 150) : height_m;
        Waypoint next = airborne(position, height_m);
        if (random.below(5) == 0) next.stop = milliseconds{random.between(100, 20'000)};
        if (random.below(4) == 0) next.maxSpeed_mps = random.uniform(1, 20);
        route.waypoints.push_back(next);
    }
    route.waypoints.push_back(onGround(position, 15));
    return route;
}

VehicleLimits randomDroneLimits(Random& random) {
    VehicleLimits limits;
    limits.maxGroundSpeed_mps = random.uniform(3, 20);
    limits.acceleration_mps2 = random.uniform(0.5, 4);
    limits.lateralAcceleration_mps2 = random.uniform(0.5, 4);
    limits.climbRate_mps = random.uniform(1, 6);
    limits.descentRate_mps = random.uniform(1, 4);
    limits.turnRate_dps = random.uniform(10, 120);
    return limits;
}

// A wide tour of long legs with turns of at most 80 degrees: what a transport aircraft can fly.
Route randomAirlinerRoute(Random& random) {
    Route route;
    geo::LatLon position = geo::direct(cityHall, random.uniform(0, 360), random.uniform(0, 20'000));
    double course_deg = random.uniform(0, 360);
    route.waypoints.push_back(onGround(position, 18));
    position = geo::direct(position, course_deg, 3000);
    route.waypoints.push_back(onGround(position, 18));
    double height_m = 18;
    for (int i = 0; i < 5; ++i) {
        position = geo::direct(position, course_deg, random.uniform(25'000, 60'000));
        height_m = std::max(600.0, height_m + random.uniform(-400, 900));
        route.waypoints.push_back(airborne(position, height_m));
        course_deg += random.uniform(-80, 80);
    }
    position = geo::direct(position, course_deg, 30'000);
    route.waypoints.push_back({.position = position, .height_m = 7, .place = Place::Ground, .maxSpeed_mps = 75.0});
    route.waypoints.push_back(onGround(geo::direct(position, course_deg, 3500), 7));
    return route;
}

struct Sample {
    VehicleState state;
    double east_m = 0;
    double north_m = 0;
};

double distanceToSegment_m(const Sample& a, const Sample& b, const geo::Enu_m& target, double height_m) {
    const double along[3] = {b.east_m - a.east_m, b.north_m - a.north_m, b.state.height_m - a.state.height_m};
    const double to[3] = {target.east - a.east_m, target.north - a.north_m, height_m - a.state.height_m};
    const double squared = along[0] * along[0] + along[1] * along[1] + along[2] * along[2];
    const double product = along[0] * to[0] + along[1] * to[1] + along[2] * to[2];
    const double share = squared > 0 ? std::clamp(product / squared, 0.0, 1.0) : 0.0;
    return std::hypot(to[0] - share * along[0], to[1] - share * along[1], to[2] - share * along[2]);
}

// What must hold between two samples one step apart. Returns what is wrong, or an empty string.
QString brokenLimit(const Sample& a, const Sample& b, const VehicleLimits& limits) {
    const auto tell = [](const char* what, double value, double limit) {
        return QStringLiteral("%1 is %2, limit %3").arg(QLatin1String(what)).arg(value, 0, 'g', 9).arg(limit);
    };
    const double rounding = 1e-6;
    const VehicleState& now = b.state;
    const double ground_mps = std::hypot(now.velocityNorth_mps, now.velocityEast_mps);
    if (ground_mps > limits.maxGroundSpeed_mps + rounding)
        return tell("ground speed", ground_mps, limits.maxGroundSpeed_mps);
    if (now.verticalRate_mps > limits.climbRate_mps + rounding)
        return tell("climb rate", now.verticalRate_mps, limits.climbRate_mps);
    if (-now.verticalRate_mps > limits.descentRate_mps + rounding)
        return tell("descent rate", -now.verticalRate_mps, limits.descentRate_mps);
    const double change_mps =
        std::hypot(now.velocityNorth_mps - a.state.velocityNorth_mps, now.velocityEast_mps - a.state.velocityEast_mps,
                   now.verticalRate_mps - a.state.verticalRate_mps);
    const double acceleration = std::max(limits.acceleration_mps2, limits.lateralAcceleration_mps2);
    // 1e-5 rad: bends below that are flown without an arc.
    if (change_mps > acceleration * step_s + ground_mps * 1.1e-5 + rounding)
        return tell("acceleration", change_mps / step_s, acceleration);
    const double turn_deg = std::abs(std::remainder(now.course_deg - a.state.course_deg, 360.0));
    const double convergence_deg = ground_mps * step_s * 2e-5; // the course of a geodesic changes by itself
    if (turn_deg > limits.turnRate_dps * step_s + convergence_deg + 1e-3)
        return tell("turn rate", turn_deg / step_s, limits.turnRate_dps);
    const double moved_m[3] = {b.east_m - a.east_m, b.north_m - a.north_m, now.height_m - a.state.height_m};
    const double flown_m[3] = {(now.velocityEast_mps + a.state.velocityEast_mps) / 2 * step_s,
                               (now.velocityNorth_mps + a.state.velocityNorth_mps) / 2 * step_s,
                               (now.verticalRate_mps + a.state.verticalRate_mps) / 2 * step_s};
    const double jump_m = std::hypot(moved_m[0] - flown_m[0], moved_m[1] - flown_m[1], moved_m[2] - flown_m[2]);
    // Trapezoid of the velocity against the true path (a * t^2 / 4), and the local frame against true north.
    const double allowed_m = acceleration * step_s * step_s / 4 + ground_mps * step_s * 0.012 + 0.001;
    if (jump_m > allowed_m) return tell("difference between velocity and motion", jump_m, allowed_m);
    return {};
}

struct FlightReport {
    QString broken;
    double farthestMiss_m = 0;
    int steps = 0;
    bool finished = false;
};

FlightReport fly(const Route& route, const VehicleLimits& limits) {
    FlightReport report;
    Vehicle vehicle = vehicleOf(route, limits);
    const geo::LocalFrame frame(route.waypoints.front().position);
    const auto sampleOf = [&frame](const Vehicle& flown) {
        Sample sample{.state = flown.state()};
        const geo::Enu_m place = frame.toEnu(sample.state.position, 0);
        sample.east_m = place.east;
        sample.north_m = place.north;
        return sample;
    };
    std::vector<geo::Enu_m> targets;
    for (const Waypoint& waypoint : route.waypoints) {
        targets.push_back(frame.toEnu(waypoint.position, 0));
    }
    std::vector<double> miss_m(targets.size(), INFINITY);
    Sample previous = sampleOf(vehicle);
    for (int step = 0; step < 200'000 && !vehicle.finished(); ++step) {
        vehicle.step();
        ++report.steps;
        const Sample now = sampleOf(vehicle);
        // From the one last sought to the one sought now, and one to each side: an arc belongs to its waypoint.
        const std::size_t first = previous.state.nextWaypoint - std::min<std::size_t>(previous.state.nextWaypoint, 1);
        for (std::size_t i = first; i < targets.size() && i <= now.state.nextWaypoint + 1; ++i) {
            miss_m[i] =
                std::min(miss_m[i], distanceToSegment_m(previous, now, targets[i], route.waypoints[i].height_m));
        }
        report.broken = brokenLimit(previous, now, limits);
        if (!report.broken.isEmpty()) {
            report.broken += QStringLiteral(" at step %1, phase %2, waypoint %3")
                                 .arg(step)
                                 .arg(QString::fromUtf8(toString(now.state.phase)))
                                 .arg(now.state.nextWaypoint);
            return report;
        }
        previous = now;
    }
    report.finished = vehicle.finished();
    report.farthestMiss_m = std::ranges::max(miss_m);
    return report;
}

} // namespace

class FlightTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void droneKeepsItsLimitsAndReachesEveryWaypoint();
    void airlinerKeepsItsLimitsAndPassesEveryWaypoint();
    void aLimitThatIsBrokenIsSeenByTheTest();
    void verticalTakeOffTakesAsLongAsInTheRouteModel();
    void shortLegNeverReachesFullSpeed();
    void straightOnIsFlownThroughAndAStopIsNot();
    void hoverLastsAsLongAsAsked();
    void departureWaitsForItsTime();
    void routeRepeatsAfterItsTurnaround();
    void phasesFollowEachOther();
    void runwayRollsBelongToTakeOffAndLanding();
    void batteryFallsInFlightAndIsReplaced();
    void longLegFollowsTheGeodesic();
    void badRoutesAreRefused_data();
    void badRoutesAreRefused();
    void badLimitsAreRefused();
    void fixedWingCannotHover();
};

void FlightTest::droneKeepsItsLimitsAndReachesEveryWaypoint() {
    double farthestMiss_m = 0;
    int steps = 0;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        Random random = Random::stream(20251121, i);
        const Route route = randomDroneRoute(random);
        const VehicleLimits limits = randomDroneLimits(random);
        const FlightReport report = fly(route, limits);
        QVERIFY2(report.broken.isEmpty(), qPrintable(QStringLiteral("route %1: %2").arg(i).arg(report.broken)));
        QVERIFY2(report.finished, qPrintable(QStringLiteral("route %1 does not end").arg(i)));
        QVERIFY2(report.farthestMiss_m <= 1.0,
                 qPrintable(QStringLiteral("route %1 misses a waypoint by %2 m").arg(i).arg(report.farthestMiss_m)));
        farthestMiss_m = std::max(farthestMiss_m, report.farthestMiss_m);
        steps += report.steps;
    }
    qInfo("farthest miss of a waypoint: %.3f m in %d steps", farthestMiss_m, steps);
    QVERIFY(farthestMiss_m > 0.5); // corners were really cut, up to the tolerance of 0.8 m
}

void FlightTest::airlinerKeepsItsLimitsAndPassesEveryWaypoint() {
    const VehicleLimits limits = VehicleLimits::airliner();
    for (std::uint64_t i = 0; i < 20; ++i) {
        Random random = Random::stream(71, i);
        const Route route = randomAirlinerRoute(random);
        const Result<FlightPath> path = FlightPath::make(route, limits);
        QVERIFY_RESULT(path);
        Vehicle vehicle(std::make_shared<const FlightPath>(*path), start, Random(1));
        std::vector<double> miss_m(route.waypoints.size(), INFINITY);
        VehicleState previous = vehicle.state();
        miss_m[0] = geo::inverse(previous.position, route.waypoints[0].position).distance_m;
        while (!vehicle.finished()) {
            vehicle.step();
            const VehicleState now = vehicle.state();
            // Over hundreds of kilometres no frame is flat: each step in a frame of its own.
            const geo::GeodesicLine moved = geo::inverse(previous.position, now.position);
            const double bearing = moved.initialBearing_deg * M_PI / 180;
            const Sample a{.state = previous};
            const Sample b{.state = now,
                           .east_m = moved.distance_m * std::sin(bearing),
                           .north_m = moved.distance_m * std::cos(bearing)};
            const QString broken = brokenLimit(a, b, limits);
            QVERIFY2(broken.isEmpty(), qPrintable(QStringLiteral("route %1: %2").arg(i).arg(broken)));
            const double speed_mps = std::hypot(now.velocityNorth_mps, now.velocityEast_mps, now.verticalRate_mps);
            if (!now.onGround) QVERIFY(speed_mps >= limits.minSpeed_mps - 1e-6);
            double& nearest_m = miss_m[now.nextWaypoint];
            nearest_m =
                std::min(nearest_m, geo::inverse(now.position, route.waypoints[now.nextWaypoint].position).distance_m);
            previous = now;
        }
        for (std::size_t w = 0; w < miss_m.size(); ++w) {
            // Half a step of 14 m to each side of the nearest point.
            QVERIFY2(miss_m[w] <= limits.cornerTolerance_m + 1,
                     qPrintable(QStringLiteral("route %1 misses waypoint %2 by %3 m").arg(i).arg(w).arg(miss_m[w])));
        }
    }
}

void FlightTest::aLimitThatIsBrokenIsSeenByTheTest() {
    Route route = shortDelivery(500, 80);
    route.waypoints[2].position = geo::direct(cityHall, 0, 250);
    route.waypoints.insert(route.waypoints.begin() + 3, airborne(geo::direct(cityHall, 30, 500), 80));
    route.waypoints[4].position = route.waypoints[3].position;
    VehicleLimits limits;
    limits.turnRate_dps = 20; // slower than the lateral acceleration would allow
    Vehicle vehicle = vehicleOf(route, limits);
    const auto seenWith = [&](auto change) {
        VehicleLimits stricter = limits;
        change(stricter);
        Vehicle flown = vehicle;
        const geo::LocalFrame frame(route.waypoints.front().position);
        Sample previous{.state = flown.state()};
        bool seen = false;
        for (int i = 0; i < 20'000 && !flown.finished(); ++i) {
            const geo::Enu_m from = frame.toEnu(previous.state.position, 0);
            previous.east_m = from.east;
            previous.north_m = from.north;
            flown.step();
            Sample now{.state = flown.state()};
            const geo::Enu_m to = frame.toEnu(now.state.position, 0);
            now.east_m = to.east;
            now.north_m = to.north;
            seen = seen || !brokenLimit(previous, now, stricter).isEmpty();
            previous = now;
        }
        return seen;
    };
    QVERIFY(!seenWith([](VehicleLimits&) {}));
    QVERIFY(seenWith([](VehicleLimits& l) { l.maxGroundSpeed_mps *= 0.95; }));
    QVERIFY(seenWith([](VehicleLimits& l) { l.acceleration_mps2 = l.lateralAcceleration_mps2 *= 0.9; }));
    QVERIFY(seenWith([](VehicleLimits& l) { l.climbRate_mps *= 0.95; }));
    QVERIFY(seenWith([](VehicleLimits& l) { l.descentRate_mps *= 0.95; }));
    QVERIFY(seenWith([](VehicleLimits& l) { l.turnRate_dps *= 0.9; }));
}

// Yu et al., table 1: 60 m with 4 m/s and 2 m/s2 take 17 s (2 s / 4 m, 13 s / 52 m, 2 s / 4 m).
void FlightTest::verticalTakeOffTakesAsLongAsInTheRouteModel() {
    Vehicle vehicle = vehicleOf({.waypoints = {onGround(cityHall, 20), airborne(cityHall, 80)}}, VehicleLimits{});
    vehicle.advance(2s);
    QVERIFY(std::abs(vehicle.state().height_m - 24) < 1e-9);
    QVERIFY(std::abs(vehicle.state().verticalRate_mps - 4) < 1e-9);
    vehicle.advance(13s);
    QVERIFY(std::abs(vehicle.state().height_m - 76) < 1e-9);
    vehicle.advance(1900ms);
    QVERIFY(!vehicle.finished());
    QVERIFY(vehicle.state().height_m < 80);
    vehicle.advance(200ms);
    QVERIFY(vehicle.finished());
    QCOMPARE(vehicle.state().height_m, 80.0);
    QVERIFY(vehicle.state().position == cityHall);
}

// 2 * sqrt(D / a) for D = 16 m, a = 2: 5.657 s; full speed (8 m/s) would need 32 m.
void FlightTest::shortLegNeverReachesFullSpeed() {
    const Route route{.waypoints = {airborne(cityHall, 80), airborne(geo::direct(cityHall, 90, 16), 80)}};
    Vehicle vehicle = vehicleOf(route, VehicleLimits{});
    double fastest_mps = 0;
    for (int i = 0; i < 80; ++i) {
        vehicle.step();
        fastest_mps = std::max(fastest_mps, vehicle.state().velocityEast_mps);
    }
    QVERIFY(vehicle.finished());
    QVERIFY(fastest_mps < std::sqrt(32.0) + 1e-9 && fastest_mps > std::sqrt(32.0) - 0.2);
    QVERIFY(std::abs(flightTime_s(vehicleOf(route, VehicleLimits{})) - 2 * std::sqrt(8.0)) <= step_s);
}

void FlightTest::straightOnIsFlownThroughAndAStopIsNot() {
    // Along a meridian: three points of one geodesic.
    Route route{.waypoints = {airborne(cityHall, 80), airborne(geo::direct(cityHall, 0, 400), 80),
                              airborne(geo::direct(cityHall, 0, 800), 80)}};
    const double through_s = flightTime_s(vehicleOf(route, VehicleLimits{}));
    QVERIFY(std::abs(through_s - (800.0 / 8 + 4)) <= step_s);
    route.waypoints[1].stop = 10s;
    const double stopping_s = flightTime_s(vehicleOf(route, VehicleLimits{}));
    QVERIFY(std::abs(stopping_s - (2 * (400.0 / 8 + 4) + 10)) <= step_s);
}

void FlightTest::hoverLastsAsLongAsAsked() {
    Route route = shortDelivery(500, 80);
    route.waypoints[2].stop = 45s;
    Vehicle vehicle = vehicleOf(route, VehicleLimits{});
    milliseconds hovered{0};
    while (!vehicle.finished()) {
        vehicle.step();
        const bool overTarget = vehicle.phase() == Phase::Hover && vehicle.state().nextWaypoint == 2;
        if (overTarget) hovered += simulationStep;
    }
    QVERIFY(hovered >= 44'900ms && hovered <= 45'100ms);
}

void FlightTest::departureWaitsForItsTime() {
    Route route = shortDelivery(500, 80);
    route.waypoints[0].notBefore = start + 90'050ms;
    Vehicle vehicle = vehicleOf(route, VehicleLimits{});
    vehicle.advance(90s);
    QVERIFY(vehicle.phase() == Phase::Parked);
    QCOMPARE(vehicle.state().height_m, 20.0);
    QCOMPARE(vehicle.state().sortie, 0u);
    vehicle.advance(100ms);
    QVERIFY(vehicle.phase() == Phase::TakeOff);
    QCOMPARE(vehicle.state().sortie, 1u);
    QVERIFY(std::abs(vehicle.state().verticalRate_mps - 2.0 * 0.05) < 1e-9); // 50 ms after the instant

    route.waypoints[0].notBefore = start - 1h;
    Vehicle late = vehicleOf(route, VehicleLimits{});
    late.advance(100ms);
    QVERIFY(late.phase() == Phase::TakeOff);
}

void FlightTest::routeRepeatsAfterItsTurnaround() {
    Route route = shortDelivery(300, 80);
    route.waypoints.pop_back();
    route.waypoints.push_back(airborne(cityHall, 80));
    route.waypoints.push_back(onGround(cityHall, 20));
    route.atEnd = AtEnd::Repeat;
    route.shortestTurnaround = 30s;
    route.longestTurnaround = 60s;
    Vehicle vehicle = vehicleOf(route, VehicleLimits{});
    std::vector<milliseconds> pauses;
    milliseconds parked{0};
    for (int i = 0; i < 36'000; ++i) {
        vehicle.step();
        QVERIFY(!vehicle.finished());
        if (vehicle.phase() == Phase::Parked) {
            parked += simulationStep;
        } else if (parked > 0ms) {
            pauses.push_back(parked);
            parked = 0ms;
        }
    }
    QVERIFY(pauses.size() > 15);
    QCOMPARE(std::size_t{vehicle.state().sortie}, pauses.size() + 1);
    QVERIFY(std::ranges::min(pauses) >= 29'900ms && std::ranges::max(pauses) <= 60'100ms);
    QVERIFY(std::ranges::max(pauses) - std::ranges::min(pauses) > 5s); // drawn, not fixed
}

void FlightTest::phasesFollowEachOther() {
    Route route = shortDelivery(300, 80);
    route.waypoints[2].stop = 5s;
    Vehicle vehicle = vehicleOf(route, VehicleLimits{});
    std::vector<Phase> phases{vehicle.phase()};
    while (!vehicle.finished()) {
        vehicle.step();
        if (vehicle.phase() != phases.back()) phases.push_back(vehicle.phase());
        QCOMPARE(vehicle.state().onGround, vehicle.phase() == Phase::Parked);
    }
    // The change from up to north and the one at the first hover are shorter than a step: they may be seen or not.
    std::erase(phases, Phase::Hover);
    const std::vector<Phase> expected{Phase::Parked, Phase::TakeOff, Phase::Flight, Phase::Landing, Phase::Parked};
    QVERIFY(phases == expected);
}

void FlightTest::runwayRollsBelongToTakeOffAndLanding() {
    const geo::LatLon runwayEnd = geo::direct(cityHall, 320, 2800);
    const geo::LatLon far = geo::direct(runwayEnd, 320, 40'000);
    const geo::LatLon approach = geo::direct(far, 320, 10'000);
    const geo::LatLon threshold = geo::direct(approach, 320, 30'000);
    const Route route{
        .waypoints = {onGround(cityHall, 18),
                      onGround(runwayEnd, 18),
                      airborne(far, 1500),
                      airborne(approach, 1500),
                      {.position = threshold, .height_m = 18, .place = Place::Ground, .maxSpeed_mps = 75.0},
                      onGround(geo::direct(threshold, 320, 3000), 18),
                      {.position = threshold, .height_m = 18, .place = Place::Ground, .maxSpeed_mps = 10.0}}};
    Vehicle vehicle = vehicleOf(route, VehicleLimits::airliner());
    std::vector<Phase> phases{vehicle.phase()};
    double fastestOnGround_mps = 0;
    while (!vehicle.finished()) {
        vehicle.step();
        const VehicleState state = vehicle.state();
        if (state.phase != phases.back()) phases.push_back(state.phase);
        const bool rolling = state.onGround && state.phase != Phase::Parked;
        if (rolling) {
            QVERIFY(std::abs(state.height_m - 18) < 1e-6);
            fastestOnGround_mps =
                std::max(fastestOnGround_mps, std::hypot(state.velocityNorth_mps, state.velocityEast_mps));
        }
    }
    const std::vector<Phase> expected{Phase::Parked, Phase::TakeOff, Phase::Flight, Phase::Landing,
                                      Phase::Parked, Phase::Taxi,    Phase::Parked};
    QStringList names;
    for (const Phase phase : phases) {
        names << QString::fromUtf8(toString(phase));
    }
    QVERIFY2(phases == expected, qPrintable(names.join(u' ')));
    QVERIFY(fastestOnGround_mps > 60);
}

void FlightTest::batteryFallsInFlightAndIsReplaced() {
    Route route = shortDelivery(600, 80);
    route.waypoints.pop_back();
    route.waypoints.push_back(airborne(cityHall, 80));
    route.waypoints.push_back(
        {.position = cityHall, .height_m = 20, .place = Place::Ground, .service = Service::ReplaceBattery});
    route.atEnd = AtEnd::Repeat;
    route.shortestTurnaround = route.longestTurnaround = 20s;
    Vehicle vehicle = vehicleOf(route, VehicleLimits{}, BatteryModel{});
    double previous_pct = *vehicle.state().battery_pct;
    QCOMPARE(previous_pct, 100.0);
    int replaced = 0;
    double lowest_pct = 100;
    for (int i = 0; i < 10'000; ++i) {
        const Phase phase = vehicle.phase();
        vehicle.step();
        const double battery_pct = *vehicle.state().battery_pct;
        if (battery_pct > previous_pct) {
            ++replaced;
            QVERIFY(phase == Phase::Parked);
        } else {
            QVERIFY(battery_pct < previous_pct);
        }
        lowest_pct = std::min(lowest_pct, battery_pct);
        previous_pct = battery_pct;
    }
    QVERIFY(replaced >= 3);
    // About 200 s in the air of 2,400 s of hovering.
    QVERIFY(lowest_pct < 95 && lowest_pct > 85);

    Vehicle unknown = vehicleOf(route, VehicleLimits{});
    unknown.advance(60s);
    QVERIFY(!unknown.state().battery_pct.has_value());

    Vehicle empty = vehicleOf({.waypoints = {airborne(cityHall, 80), airborne(geo::direct(cityHall, 0, 9000), 80)}},
                              VehicleLimits{}, BatteryModel{.hoverEndurance_s = 100});
    empty.advance(300s);
    QCOMPARE(*empty.state().battery_pct, 0.0);

    QCOMPARE(sixCellVoltage_mv(100), std::uint16_t{25'200});
    QCOMPARE(sixCellVoltage_mv(0), std::uint16_t{19'800});
    QCOMPARE(sixCellVoltage_mv(-5), std::uint16_t{19'800});
}

void FlightTest::longLegFollowsTheGeodesic() {
    const geo::LatLon gimpo{37.5583, 126.7906};
    const geo::LatLon jeju{33.5104, 126.4914};
    Vehicle vehicle = vehicleOf({.waypoints = {{.position = gimpo, .height_m = 3000, .place = Place::Ground},
                                               {.position = jeju, .height_m = 3000, .place = Place::Ground}}},
                                VehicleLimits::airliner());
    const geo::GeodesicLine whole = geo::inverse(gimpo, jeju);
    while (!vehicle.finished()) {
        vehicle.advance(60s);
        const geo::LatLon here = vehicle.state().position;
        const double detour_m =
            geo::inverse(gimpo, here).distance_m + geo::inverse(here, jeju).distance_m - whole.distance_m;
        QVERIFY(std::abs(detour_m) < 1e-6);
        QCOMPARE(vehicle.state().height_m, 3000.0);
    }
    QVERIFY(geo::inverse(vehicle.state().position, jeju).distance_m < 1e-6);
}

void FlightTest::badRoutesAreRefused_data() {
    QTest::addColumn<Route>("route");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    const Route good = shortDelivery(300, 80);
    const auto changed = [&good](auto change) {
        Route route = good;
        change(route);
        return route;
    };
    QTest::newRow("good") << good << QString() << QString();
    QTest::newRow("one waypoint") << changed([](Route& r) { r.waypoints.resize(1); })
                                  << QStringLiteral("ROUTE_TOO_SHORT") << QStringLiteral("waypoints");
    QTest::newRow("too many") << changed([](Route& r) { r.waypoints.resize(maxWaypoints + 1); })
                              << QStringLiteral("ROUTE_TOO_LONG") << QStringLiteral("waypoints");
    QTest::newRow("latitude 91") << changed([](Route& r) { r.waypoints[1].position.latitude_deg = 91; })
                                 << QStringLiteral("ROUTE_POSITION") << QStringLiteral("waypoints[1]");
    QTest::newRow("longitude not a number") << changed([](Route& r) { r.waypoints[2].position.longitude_deg = NAN; })
                                            << QStringLiteral("ROUTE_POSITION") << QStringLiteral("waypoints[2]");
    QTest::newRow("height not a number") << changed([](Route& r) { r.waypoints[2].height_m = NAN; })
                                         << QStringLiteral("ROUTE_HEIGHT") << QStringLiteral("waypoints[2]");
    QTest::newRow("height 60 km") << changed([](Route& r) { r.waypoints[2].height_m = 60'000; })
                                  << QStringLiteral("ROUTE_HEIGHT") << QStringLiteral("waypoints[2]");
    QTest::newRow("negative stop") << changed([](Route& r) { r.waypoints[2].stop = -1ms; })
                                   << QStringLiteral("ROUTE_TIME") << QStringLiteral("waypoints[2]");
    QTest::newRow("speed 0") << changed([](Route& r) { r.waypoints[2].maxSpeed_mps = 0; })
                             << QStringLiteral("ROUTE_SPEED") << QStringLiteral("waypoints[2]");
    QTest::newRow("twice the same") << changed(
                                           [](Route& r) { r.waypoints.insert(r.waypoints.begin(), r.waypoints[0]); })
                                    << QStringLiteral("ROUTE_LEG_EMPTY") << QStringLiteral("waypoints[1]");
    QTest::newRow("repeat, but open") << changed([](Route& r) { r.atEnd = AtEnd::Repeat; })
                                      << QStringLiteral("ROUTE_NOT_CLOSED") << QStringLiteral("waypoints[3]");
    QTest::newRow("turnaround reversed") << changed([](Route& r) { r.shortestTurnaround = 1s; })
                                         << QStringLiteral("ROUTE_TIME") << QStringLiteral("turnaround");
}

void FlightTest::badRoutesAreRefused() {
    QFETCH(Route, route);
    QFETCH(QString, code);
    QFETCH(QString, where);
    const Result<FlightPath> path = FlightPath::make(route, VehicleLimits{});
    QCOMPARE(path.has_value(), code.isEmpty());
    if (path) return;
    QCOMPARE(QString::fromStdString(path.error().code), code);
    QCOMPARE(QString::fromStdString(path.error().where), where);
}

void FlightTest::badLimitsAreRefused() {
    const Route route = shortDelivery(300, 80);
    const auto refused = [&route](double VehicleLimits::* field, double value) {
        VehicleLimits limits;
        limits.*field = value;
        const Result<FlightPath> path = FlightPath::make(route, limits);
        return !path && path.error().code == "LIMITS_INVALID";
    };
    for (const auto field :
         {&VehicleLimits::maxGroundSpeed_mps, &VehicleLimits::acceleration_mps2,
          &VehicleLimits::lateralAcceleration_mps2, &VehicleLimits::climbRate_mps, &VehicleLimits::descentRate_mps,
          &VehicleLimits::turnRate_dps, &VehicleLimits::cornerTolerance_m}) {
        QVERIFY(refused(field, 0));
        QVERIFY(refused(field, -1));
        QVERIFY(refused(field, NAN));
        QVERIFY(refused(field, INFINITY));
        QVERIFY(!refused(field, 1));
    }
    QVERIFY(refused(&VehicleLimits::minSpeed_mps, 9));
    QVERIFY(refused(&VehicleLimits::minSpeed_mps, -1));
}

void FlightTest::fixedWingCannotHover() {
    Route route{.waypoints = {onGround(cityHall, 18),
                              onGround(geo::direct(cityHall, 0, 3000), 18),
                              airborne(geo::direct(cityHall, 0, 30'000), 1500),
                              {.position = geo::direct(cityHall, 0, 60'000),
                               .height_m = 18,
                               .place = Place::Ground,
                               .maxSpeed_mps = 75.0},
                              onGround(geo::direct(cityHall, 0, 63'000), 18)}};
    QVERIFY_RESULT(FlightPath::make(route, VehicleLimits::airliner()));
    const auto refusedAt = [](const Route& changed) {
        const Result<FlightPath> path = FlightPath::make(changed, VehicleLimits::airliner());
        return path ? std::string("accepted") : path.error().code + " " + path.error().where;
    };
    Route hovering = route;
    hovering.waypoints[2].stop = 10s;
    QCOMPARE(refusedAt(hovering), std::string("ROUTE_TOO_SLOW waypoints[2]"));
    Route slow = route;
    slow.waypoints[2].maxSpeed_mps = 40;
    QCOMPARE(refusedAt(slow).substr(0, 14), std::string("ROUTE_TOO_SLOW"));
    Route shortRunway = route;
    shortRunway.waypoints[1].position = geo::direct(cityHall, 0, 500);
    QCOMPARE(refusedAt(shortRunway).substr(0, 14), std::string("ROUTE_TOO_SLOW"));
}

QTEST_GUILESS_MAIN(FlightTest)
#include "flight_test.moc"
