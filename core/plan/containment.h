#pragma once

#include "core/plan/flight_plan.h"

// The 4D volumes that a flight keeps inside (ASTM F3548-21 operational intent volumes).
namespace haneul::plan {

// How far a drone strays from where and when it is planned to be.
struct Containment {
    double horizontal_m = 30;
    double vertical_m = 15;
    milliseconds before{30'000};   // may be so early
    milliseconds after{60'000};    // may be so late
    milliseconds longest{120'000}; // time in one volume, without the two above: longer legs are cut

    bool operator==(const Containment&) const = default;
};

// A place on the way at its time.
struct TimedPoint {
    geo::LatLon place;
    double height_m = 0; // in the route's reference
    UtcMs at{};
};

// Straight from each point to the next in the time that the slower of the way over the ground and the climb or descent
// takes, and a stay where the route holds. Codes: BAD_ROUTE (fewer than two points, a point not valid, a height not
// finite, heights of different references, a hold below 0, no way at all, longer than the horizon of 30 days),
// BAD_SPEED (not finite and above 0); `where` names the member.
struct TimedRoute {
    geo::VerticalReference reference = geo::VerticalReference::Amsl;
    std::vector<TimedPoint> points;

    [[nodiscard]] UtcMs start() const { return points.front().at; }

    [[nodiscard]] UtcMs end() const { return points.back().at; }

    // Where it is; before the start there, after the end likewise.
    [[nodiscard]] TimedPoint at(UtcMs time) const;
};

[[nodiscard]] Result<TimedRoute> timed(const WaypointRoute& route, const OperatingParameters& parameters, UtcMs start);

// One volume or more for each leg, in order of time; the flight is in at least one of them at each instant. A climb on
// the spot is a circle, any other leg an octagon stretched along it. Code BAD_CONTAINMENT (a margin not above 0).
[[nodiscard]] Result<std::vector<geo::Volume4D>> volumesOf(const TimedRoute& route, const Containment& containment);

// The same of a plan: of its route, or of its area for all of its time. Codes: those above and of routeOf (pattern.h),
// BAD_AREA, BAD_LIMITS, BAD_TIMES (volume4d.h).
[[nodiscard]] Result<std::vector<geo::Volume4D>> volumesOf(const FlightPlan& plan, const Containment& containment);

// Whether a place at a height of the given reference at a time lies in the volume; heights of other references do not.
[[nodiscard]] bool contains(const geo::Volume4D& volume, geo::LatLon place, geo::VerticalLimit height, UtcMs at);

} // namespace haneul::plan
