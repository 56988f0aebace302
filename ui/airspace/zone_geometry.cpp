#include "ui/airspace/zone_geometry.h"

#include "core/geo/geodesic.h"

#include <cmath>

namespace haneul::airspace {

namespace {

constexpr int circleSides = 96;
constexpr double longSide_m = 20'000; // a geodesic that long is up to a pixel beside the straight line at zoom 12

// The next corner, on from the one before it across the edge of the world if need be.
void append(map::ZoneRing& ring, geo::LatLon place) {
    geo::Mercator at = geo::toMercator(place);
    if (!ring.empty()) at.x += std::round(ring.back().x - at.x);
    ring.push_back(at);
}

map::ZoneRing ringOf(const std::vector<geo::LatLon>& corners) {
    map::ZoneRing ring;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const geo::LatLon from = corners[i];
        append(ring, from);
        const auto side = geo::inverse(from, corners[(i + 1) % corners.size()]);
        const int parts = static_cast<int>(std::ceil(side.distance_m / longSide_m));
        for (int part = 1; part < parts; ++part)
            append(ring, geo::direct(from, side.initialBearing_deg, side.distance_m * part / parts));
    }
    return ring;
}

} // namespace

std::vector<map::ZoneRing> ringsOf(const geo::Area& area) {
    std::vector<map::ZoneRing> rings;
    if (const auto* const circle = std::get_if<geo::Circle>(&area)) {
        map::ZoneRing ring;
        for (int side = 0; side < circleSides; ++side)
            append(ring, geo::direct(circle->centre, 360.0 * side / circleSides, circle->radius_m));
        rings.push_back(std::move(ring));
        return rings;
    }
    const auto& polygon = std::get<geo::Polygon>(area);
    rings.push_back(ringOf(polygon.outer));
    for (const auto& hole : polygon.holes) {
        rings.push_back(ringOf(hole));
        if (rings.front().empty() || rings.back().empty()) continue;
        const double shift = std::round(rings.front().front().x - rings.back().front().x);
        for (geo::Mercator& corner : rings.back())
            corner.x += shift;
    }
    return rings;
}

map::ZoneHeights heightsOf(const Layer& layer, const geo::Surroundings& surroundings) {
    return map::placedHeights(layer.lower, layer.upper, middleOf(layer.area), surroundings);
}

geo::LatLon middleOf(const geo::Area& area) {
    const geo::Box box = geo::boxOf(area);
    double east_deg = box.east_deg;
    if (east_deg < box.west_deg) east_deg += 360;
    const double middle_deg = (box.west_deg + east_deg) / 2;
    return {(box.south_deg + box.north_deg) / 2, middle_deg > 180 ? middle_deg - 360 : middle_deg};
}

geo::LatLon settled(geo::LatLon place) {
    return {std::round(place.latitude_deg * 1e7) / 1e7, std::round(place.longitude_deg * 1e7) / 1e7};
}

} // namespace haneul::airspace
