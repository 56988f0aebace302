#include "core/route/sphere_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::route {

namespace {

constexpr double radiansPerDegree = std::numbers::pi / 180;

} // namespace

double dot(Metric_m first, Metric_m second) {
    return first.east * second.east + first.north * second.north + first.height * second.height;
}

double norm_m(Metric_m vector) {
    return std::hypot(vector.east, vector.north, vector.height);
}

SphereFrame::SphereFrame(geo::LatLon origin)
    : m_origin(origin)
    , m_sinLatitude(std::sin(origin.latitude_deg * radiansPerDegree))
    , m_cosLatitude(std::cos(origin.latitude_deg * radiansPerDegree)) {}

SphereFrame SphereFrame::around(std::span<const Waypoint> waypoints) {
    if (waypoints.empty()) return SphereFrame({});
    const geo::LatLon first = waypoints.front().place;
    double south = first.latitude_deg, north = south, west = 0, east = 0;
    for (const Waypoint& waypoint : waypoints) {
        south = std::min(south, waypoint.place.latitude_deg);
        north = std::max(north, waypoint.place.latitude_deg);
        const double beside = std::remainder(waypoint.place.longitude_deg - first.longitude_deg, 360);
        west = std::min(west, beside);
        east = std::max(east, beside);
    }
    return SphereFrame({(south + north) / 2, std::remainder(first.longitude_deg + (west + east) / 2, 360)});
}

Metric_m SphereFrame::toMetric(const Waypoint& waypoint) const {
    const double phi = waypoint.place.latitude_deg * radiansPerDegree;
    const double deltaPhi = (waypoint.place.latitude_deg - m_origin.latitude_deg) * radiansPerDegree;
    const double deltaLambda = (waypoint.place.longitude_deg - m_origin.longitude_deg) * radiansPerDegree;
    const double sinHalf = std::sin(deltaLambda / 2);
    // Towards the point, as far as the sine of the angle; written so that near the origin nothing cancels.
    const double east = std::cos(phi) * std::sin(deltaLambda);
    const double north = std::sin(deltaPhi) + 2 * m_sinLatitude * std::cos(phi) * sinHalf * sinHalf;
    const double sine = std::hypot(east, north);
    const double distance_m = horizontalDistance_m(m_origin, waypoint.place);
    if (sine == 0) return {0, 0, waypoint.height_m};
    return {distance_m * east / sine, distance_m * north / sine, waypoint.height_m};
}

Waypoint SphereFrame::toWaypoint(Metric_m place) const {
    const double distance_m = std::hypot(place.east, place.north);
    if (distance_m == 0) return {m_origin, place.height};
    const double sine = std::sin(distance_m / earthRadius_m);
    const double cosine = std::cos(distance_m / earthRadius_m);
    const double east = place.east / distance_m;
    const double north = place.north / distance_m;
    const double phi = std::asin(std::clamp(m_sinLatitude * cosine + m_cosLatitude * sine * north, -1.0, 1.0));
    const double lambda = std::atan2(east * sine, m_cosLatitude * cosine - m_sinLatitude * sine * north);
    return {{phi / radiansPerDegree, std::remainder(m_origin.longitude_deg + lambda / radiansPerDegree, 360)},
            place.height};
}

} // namespace haneul::route
