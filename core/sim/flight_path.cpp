#include "core/sim/flight_path.h"

#include "core/geo/geodesic.h"

#include <GeographicLib/Geodesic.hpp>

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::sim {

namespace {

using Vector = std::array<double, 3>;

constexpr double pi = std::numbers::pi;
constexpr double degree = pi / 180.0;
constexpr double smallestLeg_m = 0.01;
constexpr double verticalBelow_m = 0.001;  // horizontal length under which a leg counts as straight up or down
constexpr double straightBelow_rad = 1e-5; // a bend that needs no arc
constexpr double sharpestTurn_rad = 120 * degree;
constexpr double steepestTurningSine = 0.70710678118654752; // 45 degrees
constexpr double lowestHeight_m = -500;
constexpr double highestHeight_m = 50'000;
constexpr milliseconds longestStop{std::chrono::hours{24 * 366}};

double dot(const Vector& a, const Vector& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

Vector combine(double factorA, const Vector& a, double factorB, const Vector& b) {
    return {factorA * a[0] + factorB * b[0], factorA * a[1] + factorB * b[1], factorA * a[2] + factorB * b[2]};
}

double length(const Vector& a) {
    return std::sqrt(dot(a, a));
}

double angleBetween(const Vector& a, const Vector& b) {
    const Vector cross{a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    return std::atan2(length(cross), dot(a, b));
}

double compass_deg(double angle_deg) {
    const double turned = std::fmod(angle_deg, 360.0);
    return turned < 0 ? turned + 360.0 : turned;
}

double shortestTurn_deg(double from_deg, double to_deg) {
    return std::remainder(to_deg - from_deg, 360.0);
}

bool positive(double value) {
    return std::isfinite(value) && value > 0;
}

// Steepest climb and descent (sines, both >= 0) along the arc that turns `in` into `out`.
struct Steepness {
    double up = 0;
    double down = 0;
};

Steepness steepnessOfArc(const Vector& in, const Vector& inward, double angle_rad) {
    Steepness steepest;
    const auto consider = [&](double phi) {
        const double sine = in[2] * std::cos(phi) + inward[2] * std::sin(phi);
        steepest.up = std::max(steepest.up, sine);
        steepest.down = std::max(steepest.down, -sine);
    };
    consider(0);
    consider(angle_rad);
    const double apex = std::atan2(inward[2], in[2]);
    for (const double phi : {apex - pi, apex, apex + pi}) {
        if (phi > 0 && phi < angle_rad) consider(phi);
    }
    return steepest;
}

Result<void> checkLimits(const VehicleLimits& limits) {
    const auto refuse = [](const char* field) {
        return fail("LIMITS_INVALID", std::format("{} must be a finite number above 0.", field), field);
    };
    if (!positive(limits.maxGroundSpeed_mps)) return refuse("maxGroundSpeed_mps");
    if (!positive(limits.acceleration_mps2)) return refuse("acceleration_mps2");
    if (!positive(limits.lateralAcceleration_mps2)) return refuse("lateralAcceleration_mps2");
    if (!positive(limits.climbRate_mps)) return refuse("climbRate_mps");
    if (!positive(limits.descentRate_mps)) return refuse("descentRate_mps");
    if (!positive(limits.turnRate_dps)) return refuse("turnRate_dps");
    if (!positive(limits.cornerTolerance_m)) return refuse("cornerTolerance_m");
    if (!(limits.minSpeed_mps >= 0 && limits.minSpeed_mps <= limits.maxGroundSpeed_mps))
        return fail("LIMITS_INVALID", "minSpeed_mps must be between 0 and maxGroundSpeed_mps.", "minSpeed_mps");
    return {};
}

std::string nameOf(std::size_t waypoint) {
    return std::format("waypoints[{}]", waypoint);
}

Result<void> checkWaypoint(const Waypoint& waypoint, std::size_t index) {
    if (!waypoint.position.valid())
        return fail("ROUTE_POSITION", "The position is not a latitude and longitude.", nameOf(index));
    if (!(waypoint.height_m >= lowestHeight_m && waypoint.height_m <= highestHeight_m))
        return fail("ROUTE_HEIGHT",
                    std::format("The height must be {} to {} m above mean sea level.", lowestHeight_m, highestHeight_m),
                    nameOf(index));
    if (waypoint.stop < milliseconds{0} || waypoint.stop > longestStop)
        return fail("ROUTE_TIME", "The stop must last between 0 and 366 days.", nameOf(index));
    if (waypoint.maxSpeed_mps && !positive(*waypoint.maxSpeed_mps))
        return fail("ROUTE_SPEED", "The speed limit must be a finite number above 0.", nameOf(index));
    return {};
}

Result<void> checkRoute(const Route& route) {
    if (route.waypoints.size() < 2) return fail("ROUTE_TOO_SHORT", "A route has at least two waypoints.", "waypoints");
    if (route.waypoints.size() > maxWaypoints)
        return fail("ROUTE_TOO_LONG", std::format("A route has at most {} waypoints.", maxWaypoints), "waypoints");
    for (std::size_t i = 0; i < route.waypoints.size(); ++i) {
        if (const Result<void> checked = checkWaypoint(route.waypoints[i], i); !checked) return checked;
    }
    if (route.shortestTurnaround < milliseconds{0} || route.longestTurnaround > longestStop ||
        route.longestTurnaround < route.shortestTurnaround)
        return fail("ROUTE_TIME", "The turnaround must be a range of times between 0 and 366 days.", "turnaround");
    if (route.atEnd == AtEnd::Repeat) {
        const Waypoint& first = route.waypoints.front();
        const Waypoint& last = route.waypoints.back();
        const double gap_m =
            std::hypot(geo::inverse(last.position, first.position).distance_m, last.height_m - first.height_m);
        if (gap_m > smallestLeg_m || first.place != last.place)
            return fail("ROUTE_NOT_CLOSED", "A route that repeats must end where it begins.",
                        nameOf(route.waypoints.size() - 1));
    }
    return {};
}

} // namespace

std::string_view toString(Phase phase) {
    switch (phase) {
    case Phase::Parked:
        return "parked";
    case Phase::TakeOff:
        return "take-off";
    case Phase::Flight:
        return "flight";
    case Phase::Hover:
        return "hover";
    case Phase::Landing:
        return "landing";
    case Phase::Taxi:
        return "taxi";
    }
    return "unknown";
}

// Leg i leads from waypoint i to waypoint i + 1; joint i is what happens at waypoint i.
struct FlightPath::Builder {
    struct Leg {
        double horizontal_m = 0;
        double length_m = 0;
        double startCourse_deg = 0;
        double endCourse_deg = 0;
        bool vertical = false;
        double climbCosine = 1;
        double climbSine = 0;
        double maxSpeed_mps = 0;
        Phase phase = Phase::Flight;
        bool onGround = false;

        [[nodiscard]] Vector direction(double course_deg) const {
            return {climbCosine * std::sin(course_deg * degree), climbCosine * std::cos(course_deg * degree),
                    climbSine};
        }
    };

    struct Joint {
        Kind kind = Kind::Stop; // Leg: flown straight through
        double tangent_m = 0;   // cut from both legs by the arc
        double angle_rad = 0;
        double radius_m = 0;
        double maxSpeed_mps = 0;
        Vector in{};
        Vector inward{};
    };

    const Route& route;
    const VehicleLimits& limits;
    std::vector<Leg> legs;
    std::vector<Joint> joints;

    [[nodiscard]] const Waypoint& waypoint(std::size_t i) const { return route.waypoints[i]; }

    [[nodiscard]] Result<void> measureLegs() {
        legs.reserve(route.waypoints.size() - 1);
        for (std::size_t i = 0; i + 1 < route.waypoints.size(); ++i) {
            const Waypoint& from = waypoint(i);
            const Waypoint& to = waypoint(i + 1);
            Leg leg;
            double startAzimuth_deg = 0;
            double endAzimuth_deg = 0;
            GeographicLib::Geodesic::WGS84().Inverse(from.position.latitude_deg, from.position.longitude_deg,
                                                     to.position.latitude_deg, to.position.longitude_deg,
                                                     leg.horizontal_m, startAzimuth_deg, endAzimuth_deg);
            const double rise_m = to.height_m - from.height_m;
            leg.vertical = leg.horizontal_m < verticalBelow_m;
            if (leg.vertical) leg.horizontal_m = 0;
            leg.length_m = std::hypot(leg.horizontal_m, rise_m);
            if (leg.length_m < smallestLeg_m)
                return fail("ROUTE_LEG_EMPTY", "Two waypoints in a row are at the same place.", nameOf(i + 1));
            leg.startCourse_deg = compass_deg(startAzimuth_deg);
            leg.endCourse_deg = compass_deg(endAzimuth_deg);
            leg.climbCosine = leg.horizontal_m / leg.length_m;
            leg.climbSine = rise_m / leg.length_m;
            leg.maxSpeed_mps = legSpeed_mps(leg, to.maxSpeed_mps);
            leg.onGround = from.place == Place::Ground && to.place == Place::Ground;
            legs.push_back(leg);
        }
        return {};
    }

    [[nodiscard]] double legSpeed_mps(const Leg& leg, std::optional<double> waypointLimit_mps) const {
        const double ground_mps = std::min(limits.maxGroundSpeed_mps, waypointLimit_mps.value_or(INFINITY));
        double speed_mps = leg.vertical ? INFINITY : ground_mps / leg.climbCosine;
        if (leg.climbSine > 0) speed_mps = std::min(speed_mps, limits.climbRate_mps / leg.climbSine);
        if (leg.climbSine < 0) speed_mps = std::min(speed_mps, limits.descentRate_mps / -leg.climbSine);
        return speed_mps;
    }

    // A vertical leg has no course of its own: it keeps the one before it, and the first ones take that of the first
    // leg with a course (or, on a route that repeats, the one the vehicle comes back with).
    void carryCourses() {
        const auto hasCourse = [](const Leg& leg) { return !leg.vertical; };
        double course_deg = 0;
        if (route.atEnd == AtEnd::Repeat) {
            if (const auto last = std::ranges::find_if(legs.rbegin(), legs.rend(), hasCourse); last != legs.rend())
                course_deg = last->endCourse_deg;
        } else if (const auto first = std::ranges::find_if(legs, hasCourse); first != legs.end()) {
            course_deg = first->startCourse_deg;
        }
        for (Leg& leg : legs) {
            if (leg.vertical) leg.startCourse_deg = leg.endCourse_deg = course_deg;
            course_deg = leg.endCourse_deg;
        }
    }

    [[nodiscard]] bool stopAsked(std::size_t i) const {
        const Waypoint& at = waypoint(i);
        return i == 0 || i + 1 == route.waypoints.size() || at.stop > milliseconds{0} || at.notBefore.has_value() ||
               at.service != Service::None;
    }

    void shapeJoints() {
        joints.resize(route.waypoints.size());
        for (std::size_t i = 1; i < legs.size(); ++i) {
            if (!stopAsked(i)) joints[i] = shapeJoint(legs[i - 1], legs[i]);
        }
    }

    [[nodiscard]] Joint shapeJoint(const Leg& before, const Leg& after) const {
        Joint joint;
        joint.in = before.direction(before.endCourse_deg);
        const Vector out = after.direction(after.startCourse_deg);
        joint.angle_rad = angleBetween(joint.in, out);
        const double slowerLeg_mps = std::min(before.maxSpeed_mps, after.maxSpeed_mps);
        if (joint.angle_rad < straightBelow_rad) {
            joint.kind = Kind::Leg;
            joint.maxSpeed_mps = slowerLeg_mps;
            return joint;
        }
        const double steepestEnd = std::max(std::abs(before.climbSine), std::abs(after.climbSine));
        if (joint.angle_rad > sharpestTurn_rad || steepestEnd > steepestTurningSine) return joint;

        joint.kind = Kind::Arc;
        const Vector across = combine(1.0, out, -dot(out, joint.in), joint.in);
        joint.inward = combine(1.0 / length(across), across, 0.0, across);
        const Steepness steepest = steepnessOfArc(joint.in, joint.inward, joint.angle_rad);

        double speed_mps = std::min(slowerLeg_mps, groundSpeedLimit_mps(before, after));
        if (steepest.up > 0) speed_mps = std::min(speed_mps, limits.climbRate_mps / steepest.up);
        if (steepest.down > 0) speed_mps = std::min(speed_mps, limits.descentRate_mps / steepest.down);

        // The course turns faster than the direction in space by at most 1 / cos(steepest climb).
        const double steepestSine = std::max(steepest.up, steepest.down);
        const double turnRate_radps = limits.turnRate_dps * degree * std::sqrt(1.0 - steepestSine * steepestSine);
        const double halfTangent = std::tan(joint.angle_rad / 2);
        const double missFactor = 1.0 / std::cos(joint.angle_rad / 2) - 1.0; // distance to the waypoint / radius
        const double roomForRadius_m = 0.5 * std::min(before.length_m, after.length_m) / halfTangent;
        const double wanted_m =
            std::max(speed_mps * speed_mps / limits.lateralAcceleration_mps2, speed_mps / turnRate_radps);
        joint.radius_m = std::min({limits.cornerTolerance_m / missFactor, roomForRadius_m, wanted_m});
        joint.tangent_m = joint.radius_m * halfTangent;
        joint.maxSpeed_mps = std::min(
            {speed_mps, std::sqrt(limits.lateralAcceleration_mps2 * joint.radius_m), turnRate_radps * joint.radius_m});
        return joint;
    }

    // Over the ground, for the level part of an arc.
    [[nodiscard]] static double groundSpeedLimit_mps(const Leg& before, const Leg& after) {
        return std::min(before.maxSpeed_mps * before.climbCosine, after.maxSpeed_mps * after.climbCosine);
    }

    void namePhases() {
        for (std::size_t i = 0; i < legs.size(); ++i) {
            legs[i].phase = phaseOfLeg(i);
        }
    }

    [[nodiscard]] Phase phaseOfLeg(std::size_t i) const {
        const bool fromGround = waypoint(i).place == Place::Ground;
        const bool toGround = waypoint(i + 1).place == Place::Ground;
        if (!fromGround) return toGround ? Phase::Landing : Phase::Flight;
        if (!toGround) return Phase::TakeOff;
        const bool rollsIntoTheAir =
            i + 1 < legs.size() && joints[i + 1].kind != Kind::Stop && waypoint(i + 2).place == Place::Air;
        if (rollsIntoTheAir) return Phase::TakeOff;
        const bool rollsOut = i > 0 && joints[i].kind != Kind::Stop && waypoint(i - 1).place == Place::Air;
        return rollsOut ? Phase::Landing : Phase::Taxi;
    }

    [[nodiscard]] Element stopElement(std::size_t i) const {
        const Waypoint& at = waypoint(i);
        Element element{.kind = Kind::Stop, .waypoint = i};
        element.onGround = at.place == Place::Ground;
        element.phase = element.onGround ? Phase::Parked : Phase::Hover;
        const bool first = i == 0;
        const bool last = i == legs.size();
        element.course_deg = first ? legs.front().startCourse_deg : legs[i - 1].endCourse_deg;
        const double next_deg = !last                          ? legs[i].startCourse_deg
                                : route.atEnd == AtEnd::Repeat ? legs.front().startCourse_deg
                                                               : element.course_deg;
        element.turn_deg = shortestTurn_deg(element.course_deg, next_deg);
        return element;
    }

    void addJoint(FlightPath& path, std::size_t i) const {
        const Joint& joint = joints[i];
        if (joint.kind == Kind::Leg) return;
        if (joint.kind == Kind::Stop) {
            path.m_elements.push_back(stopElement(i));
            return;
        }
        Element element{.kind = Kind::Arc, .waypoint = i};
        element.phase = legs[i - 1].phase == Phase::Landing ? Phase::Landing : legs[i].phase;
        element.onGround = legs[i - 1].onGround && legs[i].onGround;
        element.length_m = joint.radius_m * joint.angle_rad;
        element.maxSpeed_mps = joint.maxSpeed_mps;
        element.geometry = path.m_arcs.size();
        path.m_arcs.push_back({.centre = waypoint(i).position,
                               .height_m = waypoint(i).height_m,
                               .start = combine(-joint.tangent_m, joint.in, 0.0, joint.in),
                               .forward = joint.in,
                               .inward = joint.inward,
                               .radius_m = joint.radius_m});
        path.m_elements.push_back(element);
    }

    void addLeg(FlightPath& path, std::size_t i) const {
        const Leg& leg = legs[i];
        const double cutBefore_m = joints[i].tangent_m;
        const double length_m = leg.length_m - cutBefore_m - joints[i + 1].tangent_m;
        if (length_m < 1e-9) return; // two arcs that meet
        Element element{.kind = Kind::Leg, .phase = leg.phase, .waypoint = i + 1, .onGround = leg.onGround};
        element.length_m = length_m;
        element.maxSpeed_mps = leg.maxSpeed_mps;
        element.climbSine = leg.climbSine;
        element.geometry = path.m_legs.size();
        const geo::LatLon from = waypoint(i).position;
        path.m_legs.push_back({.line = GeographicLib::Geodesic::WGS84().Line(
                                   from.latitude_deg, from.longitude_deg, leg.startCourse_deg,
                                   GeographicLib::Geodesic::LATITUDE | GeographicLib::Geodesic::LONGITUDE |
                                       GeographicLib::Geodesic::AZIMUTH | GeographicLib::Geodesic::DISTANCE_IN),
                               .skipped_m = cutBefore_m * leg.climbCosine,
                               .startHeight_m = waypoint(i).height_m + cutBefore_m * leg.climbSine,
                               .climbCosine = leg.climbCosine,
                               .climbSine = leg.climbSine,
                               .verticalCourse_deg = leg.startCourse_deg});
        path.m_elements.push_back(element);
    }

    // Speeds at the joints: never more than either neighbour allows, and always enough way left to brake; an arc is
    // left as fast as it was entered.
    static void planSpeeds(std::vector<Element>& elements, double acceleration_mps2) {
        const auto reach_mps = [&](const Element& element, double speed_mps) {
            if (element.kind == Kind::Stop) return 0.0;
            if (element.kind == Kind::Arc) return std::min(speed_mps, element.maxSpeed_mps);
            return std::min(element.maxSpeed_mps,
                            std::sqrt(speed_mps * speed_mps + 2 * acceleration_mps2 * element.length_m));
        };
        double next_mps = 0;
        for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
            element->exitSpeed_mps = std::min(next_mps, element->maxSpeed_mps);
            element->entrySpeed_mps = reach_mps(*element, element->exitSpeed_mps);
            next_mps = element->entrySpeed_mps;
        }
        double speed_mps = 0;
        for (Element& element : elements) {
            element.entrySpeed_mps = std::min(speed_mps, element.entrySpeed_mps);
            element.exitSpeed_mps = std::min(element.exitSpeed_mps, reach_mps(element, element.entrySpeed_mps));
            speed_mps = element.exitSpeed_mps;
        }
    }

    [[nodiscard]] Result<void> checkSlowest(const std::vector<Element>& elements) const {
        if (limits.minSpeed_mps <= 0) return {};
        for (const Element& element : elements) {
            if (element.onGround) continue;
            const bool stops = element.kind == Kind::Stop;
            const double slowest_mps = std::min(element.entrySpeed_mps, element.exitSpeed_mps);
            if (!stops && slowest_mps >= limits.minSpeed_mps) continue;
            return fail("ROUTE_TOO_SLOW",
                        std::format("This vehicle flies at {:.1f} m/s or faster; here it would have to {}.",
                                    limits.minSpeed_mps,
                                    stops ? std::string("stop") : std::format("fly at {:.1f} m/s", slowest_mps)),
                        nameOf(element.waypoint));
        }
        return {};
    }
};

Result<FlightPath> FlightPath::make(const Route& route, const VehicleLimits& limits) {
    if (const Result<void> checked = checkLimits(limits); !checked) return std::unexpected(checked.error());
    if (const Result<void> checked = checkRoute(route); !checked) return std::unexpected(checked.error());

    FlightPath path;
    path.m_route = route;
    path.m_limits = limits;
    Builder builder{.route = path.m_route, .limits = path.m_limits};
    if (const Result<void> measured = builder.measureLegs(); !measured) return std::unexpected(measured.error());
    builder.carryCourses();
    builder.shapeJoints();
    builder.namePhases();
    for (std::size_t i = 0; i < builder.legs.size(); ++i) {
        builder.addJoint(path, i);
        builder.addLeg(path, i);
    }
    builder.addJoint(path, builder.legs.size());
    Builder::planSpeeds(path.m_elements, limits.acceleration_mps2);
    if (const Result<void> checked = builder.checkSlowest(path.m_elements); !checked)
        return std::unexpected(checked.error());
    return path;
}

PathPoint FlightPath::at(std::size_t element, double distance_m) const {
    const Element& here = m_elements.at(element);
    const double distanceInside_m = std::clamp(distance_m, 0.0, here.length_m);
    switch (here.kind) {
    case Kind::Leg:
        return onLeg(m_legs[here.geometry], distanceInside_m);
    case Kind::Arc:
        return onArc(m_arcs[here.geometry], distanceInside_m);
    case Kind::Stop:
        break;
    }
    const Waypoint& waypoint = m_route.waypoints[here.waypoint];
    return {.position = waypoint.position, .height_m = waypoint.height_m, .course_deg = here.course_deg};
}

double FlightPath::length_m() const {
    double sum_m = 0;
    for (const Element& element : m_elements) {
        sum_m += element.length_m;
    }
    return sum_m;
}

PathPoint FlightPath::onLeg(const LegGeometry& leg, double distance_m) {
    PathPoint point;
    double azimuth_deg = 0;
    leg.line.Position(leg.skipped_m + distance_m * leg.climbCosine, point.position.latitude_deg,
                      point.position.longitude_deg, azimuth_deg);
    point.height_m = leg.startHeight_m + distance_m * leg.climbSine;
    point.course_deg = leg.climbCosine > 0 ? compass_deg(azimuth_deg) : leg.verticalCourse_deg;
    point.climb_deg = std::atan2(leg.climbSine, leg.climbCosine) / degree;
    return point;
}

PathPoint FlightPath::onArc(const ArcGeometry& arc, double distance_m) {
    const double phi = distance_m / arc.radius_m;
    const Vector offset =
        combine(arc.radius_m * std::sin(phi), arc.forward, arc.radius_m * (1 - std::cos(phi)), arc.inward);
    const Vector place = combine(1.0, arc.start, 1.0, offset);
    const Vector direction = combine(std::cos(phi), arc.forward, std::sin(phi), arc.inward);

    PathPoint point;
    const double bearing_deg = std::atan2(place[0], place[1]) / degree;
    double azimuth_deg = 0; // of the same radial at the far end: meridians converge
    GeographicLib::Geodesic::WGS84().Direct(arc.centre.latitude_deg, arc.centre.longitude_deg, bearing_deg,
                                            std::hypot(place[0], place[1]), point.position.latitude_deg,
                                            point.position.longitude_deg, azimuth_deg);
    point.height_m = arc.height_m + place[2];
    point.course_deg =
        compass_deg(std::atan2(direction[0], direction[1]) / degree + std::remainder(azimuth_deg - bearing_deg, 360.0));
    point.climb_deg = std::asin(std::clamp(direction[2], -1.0, 1.0)) / degree;
    return point;
}

} // namespace haneul::sim
