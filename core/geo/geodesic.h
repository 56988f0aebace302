#pragma once

#include "core/geo/position.h"

namespace haneul::geo {

// Shortest path on the WGS84 ellipsoid (Karney 2013, by GeographicLib).
struct GeodesicLine {
    double distance_m = 0;
    double initialBearing_deg = 0; // 0..360, clockwise from true north
};

[[nodiscard]] GeodesicLine inverse(LatLon from, LatLon to);
[[nodiscard]] LatLon direct(LatLon from, double bearing_deg, double distance_m);

} // namespace haneul::geo
