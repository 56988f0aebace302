#pragma once

#include "core/geo/position.h"

namespace haneul::geo {

// Web Mercator (EPSG:3857) in the unit square: x grows east from -180 deg, y grows south from about +85.05 deg.
// A map at zoom z has 256 * 2^z pixels a side.
struct Mercator {
    double x = 0.5;
    double y = 0.5;
};

inline constexpr double mercatorMaxLatitude_deg = 85.05112877980659;

// Latitudes beyond the square are put on its edge.
[[nodiscard]] Mercator toMercator(LatLon point);
[[nodiscard]] LatLon fromMercator(Mercator point);

// Bounds of tile z/x/y in metres of EPSG:3857.
struct TileBounds_m {
    double west, south, east, north;
};

[[nodiscard]] TileBounds_m tileBounds_m(int zoom, int x, int y);

} // namespace haneul::geo
