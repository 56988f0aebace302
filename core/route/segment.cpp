#include "core/route/segment.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::route {

namespace {

constexpr double radiansPerDegree = std::numbers::pi / 180;

} // namespace

bool samePlace(geo::LatLon first, geo::LatLon second) {
    const double longitudes =
        std::remainder(first.longitude_deg - second.longitude_deg, 360); // across the antimeridian
    return std::abs(first.latitude_deg - second.latitude_deg) <= samePlace_deg && std::abs(longitudes) <= samePlace_deg;
}

Result<SegmentSplit> split(std::span<const Waypoint> waypoints, geo::LatLon origin, geo::LatLon destination) {
    if (waypoints.size() < 2)
        return fail("SEGMENT_TOO_SHORT", "a unit segment has at least two waypoints", "waypoints");
    if (samePlace(origin, destination))
        return fail("SAME_ENDPOINTS", "a unit segment leads from one node to another", "vq");
    if (!samePlace(waypoints.front().place, origin))
        return fail("FIRST_WAYPOINT_NOT_AT_ORIGIN", "the first waypoint must be at the node of departure",
                    "waypoints[0]");
    if (!samePlace(waypoints.back().place, destination))
        return fail("LAST_WAYPOINT_NOT_AT_DESTINATION", "the last waypoint must be at the node of arrival",
                    "waypoints[last]");
    const std::size_t last = waypoints.size() - 1;
    // The ends differ, so neither walk reaches the other end.
    std::size_t takeOffEnd = 0;
    while (samePlace(waypoints[takeOffEnd + 1].place, origin))
        ++takeOffEnd;
    std::size_t landingStart = last;
    while (samePlace(waypoints[landingStart - 1].place, destination))
        --landingStart;
    return SegmentSplit{{0, takeOffEnd}, {takeOffEnd, landingStart}, {landingStart, last}};
}

double horizontalDistance_m(geo::LatLon from, geo::LatLon to) {
    const double phi1 = from.latitude_deg * radiansPerDegree;
    const double phi2 = to.latitude_deg * radiansPerDegree;
    const double sinPhi = std::sin((phi2 - phi1) / 2);
    const double sinLambda = std::sin((to.longitude_deg - from.longitude_deg) * radiansPerDegree / 2);
    const double h = sinPhi * sinPhi + std::cos(phi1) * std::cos(phi2) * sinLambda * sinLambda;
    return 2 * earthRadius_m * std::asin(std::sqrt(std::min(1.0, h)));
}

double distance_m(const Waypoint& from, const Waypoint& to) {
    return std::hypot(horizontalDistance_m(from.place, to.place), to.height_m - from.height_m);
}

SegmentDistances distances(std::span<const Waypoint> waypoints, const SegmentSplit& parts, double originGround_m,
                           double destinationGround_m) {
    SegmentDistances result;
    result.takeOff_m = waypoints[parts.flight.first].height_m - originGround_m;
    result.landing_m = waypoints[parts.flight.last].height_m - destinationGround_m;
    for (std::size_t i = parts.flight.first; i < parts.flight.last; ++i)
        result.flight_m += distance_m(waypoints[i], waypoints[i + 1]);
    return result;
}

} // namespace haneul::route
