#include "core/plan/containment.h"

#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"
#include "core/plan/pattern.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::plan {

namespace {

constexpr double horizon_ms = 30.0 * 24 * 3600 * 1000; // F3548 OiMaxPlanHorizon
constexpr double longestPiece_m = 5000;                // so long, geodesics and lines of the plane are the same to 1 cm
constexpr double samePlace_m = 0.01;

std::unexpected<Error> badRoute(std::string message, std::size_t point) {
    return fail("BAD_ROUTE", std::move(message), std::format("points[{}]", point));
}

Result<void> check(const WaypointRoute& route, const OperatingParameters& parameters) {
    if (route.points.size() < 2) return fail("BAD_ROUTE", "a route has at least two points", "points");
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        const auto& point = route.points[i];
        if (!point.place.valid()) return badRoute("the point is no place on Earth", i);
        if (!std::isfinite(point.height.metres)) return badRoute("the height is not a number", i);
        if (point.height.reference != route.points.front().height.reference)
            return badRoute(std::format("the height is {}, the route began with {}", toString(point.height.reference),
                                        toString(route.points.front().height.reference)),
                            i);
        if (point.hold < milliseconds{0}) return badRoute("a hold of less than no time", i);
    }
    for (const auto& [name, value] :
         {std::pair("cruise_mps", parameters.cruise_mps), std::pair("climb_mps", parameters.climb_mps),
          std::pair("descent_mps", parameters.descent_mps)})
        if (!std::isfinite(value) || value <= 0)
            return fail("BAD_SPEED", std::format("{} is {}: a number above 0 is expected", name, value), name);
    return {};
}

double legFor_ms(const RoutePoint& from, const RoutePoint& to, const OperatingParameters& parameters) {
    const double over_s = geo::inverse(from.place, to.place).distance_m / parameters.cruise_mps;
    const double up_m = to.height.metres - from.height.metres;
    const double climb_s = up_m > 0 ? up_m / parameters.climb_mps : -up_m / parameters.descent_mps;
    return std::ceil(std::max(over_s, climb_s) * 1000);
}

TimedPoint between(const TimedPoint& from, const TimedPoint& to, double fraction) {
    const auto line = geo::inverse(from.place, to.place);
    return {line.distance_m > 0 ? geo::direct(from.place, line.initialBearing_deg, line.distance_m * fraction)
                                : from.place,
            from.height_m + (to.height_m - from.height_m) * fraction,
            from.at + milliseconds(static_cast<std::int64_t>(
                          std::llround(static_cast<double>((to.at - from.at).count()) * fraction)))};
}

// All places within `margin` of the leg, and not much more.
geo::Area around(geo::LatLon from, geo::LatLon to, double margin) {
    const auto line = geo::inverse(from, to);
    if (line.distance_m < samePlace_m) return geo::Circle{from, margin + samePlace_m};
    const geo::AreaFrame frame(geo::direct(from, line.initialBearing_deg, line.distance_m / 2));
    const auto a = frame.toPlane(from), b = frame.toPlane(to);
    const double length = std::hypot(b.x() - a.x(), b.y() - a.y());
    const double ux = (b.x() - a.x()) / length, uy = (b.y() - a.y()) / length;
    const double r = margin + samePlace_m, short_m = r * std::tan(std::numbers::pi / 8);
    geo::Polygon area;
    const auto add = [&](const geo::PlanePoint& end, double along, double left) {
        area.outer.push_back(frame.toLatLon({end.x() + along * ux - left * uy, end.y() + along * uy + left * ux}));
    };
    add(b, short_m, -r);
    add(b, r, -short_m);
    add(b, r, short_m);
    add(b, short_m, r);
    add(a, -short_m, r);
    add(a, -r, short_m);
    add(a, -r, -short_m);
    add(a, -short_m, -r);
    return area;
}

geo::Volume4D pieceVolume(const TimedPoint& from, const TimedPoint& to, geo::VerticalReference reference,
                          const Containment& containment) {
    const double low = std::min(from.height_m, to.height_m) - containment.vertical_m;
    const double high = std::max(from.height_m, to.height_m) + containment.vertical_m;
    geo::Volume4D volume{.area = around(from.place, to.place, containment.horizontal_m),
                         .lower = geo::VerticalLimit{low, reference},
                         .upper = geo::VerticalLimit{high, reference},
                         .from = from.at - containment.before,
                         .to = to.at + containment.after};
    if (reference == geo::VerticalReference::Agl && low <= 0) volume.lower.reset();
    return volume;
}

Result<void> check(const Containment& containment) {
    for (const auto& [name, value] :
         {std::pair("horizontal_m", containment.horizontal_m), std::pair("vertical_m", containment.vertical_m),
          std::pair("before", static_cast<double>(containment.before.count())),
          std::pair("after", static_cast<double>(containment.after.count())),
          std::pair("longest", static_cast<double>(containment.longest.count()))})
        if (!std::isfinite(value) || value <= 0)
            return fail("BAD_CONTAINMENT", std::format("{} is {}: a number above 0 is expected", name, value), name);
    return {};
}

} // namespace

TimedPoint TimedRoute::at(UtcMs time) const {
    const auto next = std::ranges::upper_bound(points, time, {}, &TimedPoint::at);
    if (next == points.begin()) return points.front();
    if (next == points.end()) return points.back();
    const auto& from = *std::prev(next);
    const double whole = static_cast<double>((next->at - from.at).count());
    return between(from, *next, static_cast<double>((time - from.at).count()) / whole);
}

Result<TimedRoute> timed(const WaypointRoute& route, const OperatingParameters& parameters, UtcMs start) {
    if (auto sound = check(route, parameters); !sound) return std::unexpected(sound.error());
    TimedRoute found{.reference = route.points.front().height.reference, .points = {}};
    double since_ms = 0;
    const auto add = [&](const RoutePoint& point) {
        found.points.push_back(
            {point.place, point.height.metres, start + milliseconds(static_cast<std::int64_t>(since_ms))});
    };
    for (std::size_t i = 0; i < route.points.size(); ++i) {
        const auto& point = route.points[i];
        if (i > 0) since_ms += legFor_ms(route.points[i - 1], point, parameters);
        if (since_ms + static_cast<double>(point.hold.count()) > horizon_ms)
            return badRoute("the flight is longer than 30 days", i);
        add(point);
        if (point.hold.count() == 0) continue;
        since_ms += static_cast<double>(point.hold.count());
        add(point);
    }
    if (since_ms <= 0) return fail("BAD_ROUTE", "all points of the route are the same", "points");
    return found;
}

Result<std::vector<geo::Volume4D>> volumesOf(const TimedRoute& route, const Containment& containment) {
    if (auto sound = check(containment); !sound) return std::unexpected(sound.error());
    std::vector<geo::Volume4D> volumes;
    for (std::size_t i = 1; i < route.points.size(); ++i) {
        const auto& from = route.points[i - 1];
        const auto& to = route.points[i];
        if (from.at == to.at) continue;
        const double length_m = geo::inverse(from.place, to.place).distance_m;
        const double pieces =
            std::ceil(std::max(length_m / longestPiece_m, static_cast<double>((to.at - from.at).count()) /
                                                              static_cast<double>(containment.longest.count())));
        TimedPoint last = from;
        for (double n = 1; n <= pieces; ++n) {
            const TimedPoint next = n < pieces ? between(from, to, n / pieces) : to;
            volumes.push_back(pieceVolume(last, next, route.reference, containment));
            last = next;
        }
    }
    return volumes;
}

Result<std::vector<geo::Volume4D>> volumesOf(const FlightPlan& plan, const Containment& containment) {
    if (auto sound = check(containment); !sound) return std::unexpected(sound.error());
    if (const auto* area = std::get_if<AreaOperation>(&plan.operation)) {
        // Whoever draws an area draws where the drone may be: it is not widened. Its times are.
        geo::Volume4D volume{area->area, area->lower, area->upper, plan.start, plan.end};
        if (auto sound = geo::check(volume); !sound) return std::unexpected(sound.error());
        volume.from = plan.start - containment.before;
        volume.to = plan.end + containment.after;
        return std::vector{volume};
    }
    const auto route = routeOf(plan.operation);
    if (!route) return std::unexpected(route.error());
    const auto way = timed(*route, plan.parameters, plan.start);
    if (!way) return std::unexpected(way.error());
    return volumesOf(*way, containment);
}

bool contains(const geo::Volume4D& volume, geo::LatLon place, geo::VerticalLimit height, UtcMs at) {
    if ((volume.from && at < *volume.from) || (volume.to && at >= *volume.to)) return false;
    for (const auto& limit : {volume.lower, volume.upper})
        if (limit && limit->reference != height.reference) return false;
    if (volume.lower && height.metres < volume.lower->metres) return false;
    if (volume.upper && height.metres > volume.upper->metres) return false;
    return geo::contains(volume.area, place);
}

} // namespace haneul::plan
