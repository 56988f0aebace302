#include "core/risk/collision/city_obstacles.h"

#include "core/geo/geodesic.h"
#include "core/geo/local_frame.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>

namespace haneul::risk::collision {

namespace {

constexpr double piece_m = 1'000; // of the route that is asked for at once: a long diagonal has a large box
constexpr double edge_m = 0.01;   // places are known no better

// On the plane that touches the earth near the building: true where distances are looked at.
class Plane {
public:
    explicit Plane(geo::LatLon middle)
        : m_frame(middle) {}

    [[nodiscard]] std::vector<Point_m> of(std::span<const geo::LatLon> places) const {
        std::vector<Point_m> points;
        for (const geo::LatLon place : places) {
            const geo::Enu_m at = m_frame.toEnu(place, 0);
            points.push_back({at.east, at.north});
        }
        return points;
    }

private:
    geo::LocalFrame m_frame;
};

// A leg as pieces, so short that a straight line on a plane is the leg.
std::vector<geo::LatLon> cut(std::span<const geo::LatLon> route) {
    std::vector<geo::LatLon> places{route.front()};
    for (std::size_t i = 1; i < route.size(); ++i) {
        const auto leg = geo::inverse(route[i - 1], route[i]);
        const double pieces = std::max(1.0, std::ceil(leg.distance_m / piece_m));
        for (int piece = 1; piece < static_cast<int>(pieces); ++piece)
            places.push_back(geo::direct(route[i - 1], leg.initialBearing_deg, leg.distance_m * piece / pieces));
        places.push_back(route[i]);
    }
    return places;
}

Result<void> check(std::span<const geo::LatLon> route, double halfWidth_m) {
    if (route.size() < 2) return fail("INVALID_ARGUMENT", "a route has at least two points", "route");
    double length_m = 0;
    for (std::size_t i = 0; i < route.size(); ++i) {
        if (!route[i].valid()) return fail("INVALID_ARGUMENT", "not a place on Earth", std::format("route[{}]", i));
        if (i > 0) length_m += geo::inverse(route[i - 1], route[i]).distance_m;
    }
    if (length_m > greatestRoute_m)
        return fail("INVALID_ARGUMENT", std::format("longer than {} km", greatestRoute_m / 1000), "route");
    if (!(halfWidth_m > 0 && halfWidth_m <= greatestHalfWidth_m))
        return fail("INVALID_ARGUMENT", std::format("above 0 and at most {} m", greatestHalfWidth_m), "half_width_m");
    return {};
}

struct Found {
    city::BuildingHere here;
    double distance_m = 0;
};

double distanceTo_m(const city::BuildingHere& here, std::span<const geo::LatLon> piece) {
    const Plane plane(here.centre);
    std::vector<std::vector<Point_m>> holes;
    for (const auto& hole : here.building->outline.holes)
        holes.push_back(plane.of(hole));
    const auto distance_m = distanceToArea_m(plane.of(piece), plane.of(here.building->outline.outer), holes);
    return distance_m.value_or(INFINITY);
}

Obstacle obstacleOf(const Found& found) {
    const city::Building& building = *found.here.building;
    return {.name = building.name.empty()
                        ? std::format("{:.5f} {:.5f}", found.here.centre.latitude_deg, found.here.centre.longitude_deg)
                        : building.name,
            .distance_m = found.distance_m,
            .top_m = building.height_m,
            .source = layerText(*found.here.from)};
}

} // namespace

std::string layerText(const haneul::Provenance& provenance) {
    const std::string made = provenance.synthetic ? "SYNTHETIC: " : "";
    if (provenance.date.empty()) return std::format("{}{} ({})", made, provenance.name, provenance.source);
    return std::format("{}{} ({}, {})", made, provenance.name, provenance.source, provenance.date);
}

Result<CityObstacles> obstaclesAlong(const city::CityData& city, std::span<const geo::LatLon> route,
                                     double halfWidth_m) {
    if (auto good = check(route, halfWidth_m); !good) return std::unexpected(good.error());
    CityObstacles along;
    for (const city::Buildings& layer : city.layers().buildings)
        along.from.push_back(layer.provenance);
    if (along.from.empty()) return fail("NO_BUILDINGS", "no layer of buildings is known", "city");

    std::vector<Found> found; // in the order of the route, the same building of several pieces once
    std::map<const city::Building*, std::size_t> at;
    const std::vector<geo::LatLon> places = cut(route);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const std::array piece{places[i - 1], places[i]};
        const auto leg = geo::inverse(piece[0], piece[1]);
        const geo::LatLon middle = geo::direct(piece[0], leg.initialBearing_deg, leg.distance_m / 2);
        const geo::Box box = city::boxAround(middle, leg.distance_m / 2 + halfWidth_m + edge_m);
        for (const city::BuildingHere& here : city.buildingsIn(box)) {
            const double distance_m = distanceTo_m(here, piece);
            if (distance_m > halfWidth_m + edge_m) continue;
            const auto [known, added] = at.emplace(here.building, found.size());
            if (added)
                found.push_back({here, distance_m});
            else
                found[known->second].distance_m = std::min(found[known->second].distance_m, distance_m);
        }
        if (found.size() > mostCityObstacles)
            return fail(
                "TOO_MANY_OBSTACLES",
                std::format("more than {} buildings: a narrower corridor, or a shorter route", mostCityObstacles),
                "half_width_m");
    }
    std::ranges::stable_sort(found, {}, &Found::distance_m);
    for (const Found& each : found) {
        along.obstacles.push_back(obstacleOf(each));
        along.synthetic = along.synthetic || each.here.from->synthetic;
        if (!each.here.building->height_m) ++along.unknownHeight;
    }
    return along;
}

} // namespace haneul::risk::collision
