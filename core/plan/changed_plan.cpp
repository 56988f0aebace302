#include "core/plan/changed_plan.h"

#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"
#include "core/plan/detour.h"
#include "core/plan/form.h"
#include "core/plan/pattern.h"

#include <algorithm>
#include <cmath>

namespace haneul::plan {

namespace {

constexpr double cornerReach = 1.083; // corners of the octagon around a leg: 1 / cos(22.5 degrees), rounded up

// Volumes for the changed operation; the end as much later as the flight takes longer.
bool remake(FlightPlan& plan, const Containment& containment) {
    ++plan.version;
    const auto flight_ms = static_cast<std::int64_t>(std::ceil(flightTime_s(plan) * 1000));
    plan.end = std::max(plan.end, plan.start + milliseconds(flight_ms));
    auto volumes = volumesOf(plan, containment);
    if (!volumes) return false;
    plan.volumes = std::move(*volumes);
    return true;
}

bool allowed(const geo::VerticalLimit& height, const ProposalLimits& limits) {
    return !limits.ceiling ||
           (height.reference == limits.ceiling->reference && height.metres <= limits.ceiling->metres);
}

double lengthOf(const std::vector<geo::LatLon>& places) {
    double length_m = 0;
    for (std::size_t n = 1; n < places.size(); ++n)
        length_m += geo::inverse(places[n - 1], places[n]).distance_m;
    return length_m;
}

std::optional<WaypointRoute> routeAround(const WaypointRoute& route, std::span<const geo::Area> obstacles,
                                         double clearance_m) {
    WaypointRoute found{{route.points.front()}};
    for (std::size_t n = 1; n < route.points.size(); ++n) {
        const auto& from = route.points[n - 1];
        const auto& to = route.points[n];
        const auto between = wayAround(from.place, to.place, obstacles, clearance_m);
        if (!between) return std::nullopt;
        std::vector<geo::LatLon> places{from.place};
        places.insert(places.end(), between->begin(), between->end());
        places.push_back(to.place);
        const double whole_m = lengthOf(places);
        double done_m = 0;
        for (std::size_t k = 1; k + 1 < places.size(); ++k) {
            done_m += geo::inverse(places[k - 1], places[k]).distance_m;
            const double height_m = std::lerp(from.height.metres, to.height.metres, done_m / whole_m);
            found.points.push_back({places[k], {height_m, from.height.reference}});
        }
        found.points.push_back(to);
    }
    return found;
}

std::optional<std::vector<geo::LatLon>> lineAround(const std::vector<geo::LatLon>& line,
                                                   std::span<const geo::Area> obstacles, double clearance_m) {
    std::vector<geo::LatLon> found{line.front()};
    for (std::size_t n = 1; n < line.size(); ++n) {
        const auto between = wayAround(line[n - 1], line[n], obstacles, clearance_m);
        if (!between) return std::nullopt;
        found.insert(found.end(), between->begin(), between->end());
        found.push_back(line[n]);
    }
    return found;
}

bool isArea(const Operation& operation) {
    return std::holds_alternative<AreaOperation>(operation) || std::holds_alternative<GridPattern>(operation);
}

} // namespace

FlightPlan shifted(const FlightPlan& given, milliseconds by) {
    FlightPlan plan = given;
    ++plan.version;
    plan.start += by;
    plan.end += by;
    for (auto& volume : plan.volumes) {
        if (volume.from) *volume.from += by;
        if (volume.to) *volume.to += by;
    }
    return plan;
}

namespace {

// Between its ends. A route that goes straight from the one to the other climbs there first.
bool raise(WaypointRoute& route, double by_m, const ProposalLimits& limits) {
    auto& points = route.points;
    if (points.size() < 2) return false;
    const double ground_m = std::max(points.front().height.metres, points.back().height.metres);
    if (points.size() == 2) {
        const geo::VerticalLimit ground{ground_m, points.front().height.reference};
        points.insert(points.begin() + 1, {{points.front().place, ground}, {points.back().place, ground}});
    }
    for (std::size_t n = 1; n + 1 < points.size(); ++n) {
        points[n].height.metres += by_m;
        if (points[n].height.metres < ground_m + limits.least_m || !allowed(points[n].height, limits)) return false;
    }
    return true;
}

bool raise(AreaOperation& area, double by_m, const ProposalLimits& limits) {
    // What reaches down to the ground stays there: only its top can be lower.
    if (!area.lower && by_m > 0) return false;
    area.upper.metres += by_m;
    if (area.lower) area.lower->metres += by_m;
    return area.lower.value_or(area.upper).metres >= limits.least_m && allowed(area.upper, limits);
}

} // namespace

std::optional<FlightPlan> raised(const FlightPlan& given, double by_m, const Containment& containment,
                                 const ProposalLimits& limits) {
    FlightPlan plan = given;
    if (auto* route = std::get_if<WaypointRoute>(&plan.operation)) {
        if (!raise(*route, by_m, limits)) return std::nullopt;
    } else if (auto* area = std::get_if<AreaOperation>(&plan.operation)) {
        if (!raise(*area, by_m, limits)) return std::nullopt;
    } else {
        auto* grid = std::get_if<GridPattern>(&plan.operation);
        auto& height = grid != nullptr ? grid->height : std::get<CorridorPattern>(plan.operation).height;
        height.metres += by_m;
        if (height.metres < limits.least_m || !allowed(height, limits)) return std::nullopt;
    }
    return remake(plan, containment) ? std::optional(std::move(plan)) : std::nullopt;
}

double extentOf(const Operation& operation) {
    if (const auto* area = std::get_if<AreaOperation>(&operation)) {
        const geo::AreaFrame frame(geo::middleOf(area->area));
        return boost::geometry::area(frame.polygon(area->area));
    }
    if (const auto* grid = std::get_if<GridPattern>(&operation)) {
        const geo::AreaFrame frame(geo::middleOf(grid->area));
        return boost::geometry::area(frame.polygon(grid->area));
    }
    const auto route = routeOf(operation);
    if (!route) return 0;
    std::vector<geo::LatLon> places;
    for (const auto& point : route->points)
        places.push_back(point.place);
    return lengthOf(places);
}

std::optional<FlightPlan> ledAround(const FlightPlan& given, std::span<const geo::Area> obstacles,
                                    const Containment& containment, const ProposalLimits& limits) {
    const double margin_m = containment.horizontal_m * cornerReach + limits.clearance_m;
    FlightPlan plan = given;
    if (auto* route = std::get_if<WaypointRoute>(&plan.operation)) {
        auto found = routeAround(*route, obstacles, margin_m);
        if (!found) return std::nullopt;
        *route = std::move(*found);
    } else if (auto* corridor = std::get_if<CorridorPattern>(&plan.operation)) {
        auto found = lineAround(corridor->line, obstacles, margin_m + corridor->halfWidth_m);
        if (!found) return std::nullopt;
        corridor->line = std::move(*found);
    } else if (auto* area = std::get_if<AreaOperation>(&plan.operation)) {
        auto found = areaWithout(area->area, obstacles, limits.clearance_m);
        if (!found) return std::nullopt;
        area->area = std::move(*found);
    } else if (auto* grid = std::get_if<GridPattern>(&plan.operation)) {
        // Lines reach up to half a spacing beyond the area (pattern.h).
        auto found = areaWithout(grid->area, obstacles, margin_m + grid->spacing_m / 2);
        if (!found) return std::nullopt;
        grid->area = std::move(*found);
    }
    const double before = extentOf(given.operation), after = extentOf(plan.operation);
    const bool enough = isArea(plan.operation) ? after >= before * limits.leastArea : after <= before * limits.longest;
    return enough && remake(plan, containment) ? std::optional(std::move(plan)) : std::nullopt;
}

} // namespace haneul::plan
