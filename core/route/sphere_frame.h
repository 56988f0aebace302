#pragma once

#include "core/route/segment.h"

namespace haneul::route {

// Metres east and north of an origin, and height above mean sea level.
struct Metric_m {
    double east = 0;
    double north = 0;
    double height = 0;

    friend Metric_m operator+(Metric_m l, Metric_m r) {
        return {l.east + r.east, l.north + r.north, l.height + r.height};
    }

    friend Metric_m operator-(Metric_m l, Metric_m r) {
        return {l.east - r.east, l.north - r.north, l.height - r.height};
    }

    friend Metric_m operator*(double f, Metric_m v) { return {f * v.east, f * v.north, f * v.height}; }

    bool operator==(const Metric_m&) const = default;
};

[[nodiscard]] double dot(Metric_m first, Metric_m second);
[[nodiscard]] double norm_m(Metric_m vector);

// A plane around an origin (azimuthal equidistant) on the sphere of horizontalDistance_m, so that lengths in it agree
// with the distances of the paper's formulas: exactly from the origin, elsewhere within d^2 / (6 R^2) of themselves at
// a distance d from it (1e-7 at 5 km).
class SphereFrame {
public:
    explicit SphereFrame(geo::LatLon origin);
    // With its origin in the middle of the waypoints.
    [[nodiscard]] static SphereFrame around(std::span<const Waypoint> waypoints);

    [[nodiscard]] Metric_m toMetric(const Waypoint& waypoint) const;
    [[nodiscard]] Waypoint toWaypoint(Metric_m place) const;

private:
    geo::LatLon m_origin;
    double m_sinLatitude, m_cosLatitude;
};

} // namespace haneul::route
