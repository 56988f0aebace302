#include "core/geo/mercator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::geo {

namespace {
constexpr double pi = std::numbers::pi;
constexpr double radPerDeg = pi / 180.0;
constexpr double halfWorld_m = pi * 6378137.0; // EPSG:3857 uses the WGS84 semi-major axis as sphere radius
} // namespace

Mercator toMercator(LatLon point) {
    const double latitude =
        std::clamp(point.latitude_deg, -mercatorMaxLatitude_deg, mercatorMaxLatitude_deg) * radPerDeg;
    return {point.longitude_deg / 360.0 + 0.5, 0.5 - std::asinh(std::tan(latitude)) / (2.0 * pi)};
}

LatLon fromMercator(Mercator point) {
    return {std::atan(std::sinh((0.5 - point.y) * 2.0 * pi)) / radPerDeg, (point.x - 0.5) * 360.0};
}

TileBounds_m tileBounds_m(int zoom, int x, int y) {
    const double tile = 2.0 * halfWorld_m / std::exp2(zoom);
    return {x * tile - halfWorld_m, halfWorld_m - (y + 1) * tile, (x + 1) * tile - halfWorld_m, halfWorld_m - y * tile};
}

} // namespace haneul::geo
