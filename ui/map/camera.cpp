#include "ui/map/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {
constexpr double tileSide_px = 256.0;
constexpr double equator_m = 2.0 * std::numbers::pi * 6378137.0; // EPSG:3857 takes the WGS84 semi-major axis as radius
} // namespace

double MapCamera::world_px() const {
    return tileSide_px * std::exp2(zoom);
}

QPointF MapCamera::pixelOf(geo::Mercator place) const {
    double dx = place.x - center.x;
    dx -= std::round(dx);
    const double world = world_px();
    return {size.width() / 2.0 + dx * world, size.height() / 2.0 + (place.y - center.y) * world};
}

geo::Mercator MapCamera::placeAt(QPointF pixel) const {
    const double world = world_px();
    const double x = center.x + (pixel.x() - size.width() / 2.0) / world;
    return {x - std::floor(x), center.y + (pixel.y() - size.height() / 2.0) / world};
}

double MapCamera::metresPerPixel() const {
    const double latitude_rad = geo::fromMercator(center).latitude_deg * std::numbers::pi / 180.0;
    return equator_m * std::cos(latitude_rad) / world_px();
}

ScaleBar scaleBar(const MapCamera& camera, double longest_px) {
    const double perPixel_m = camera.metresPerPixel();
    const double longest_m = longest_px * perPixel_m;
    if (!(longest_m > 0.0) || !std::isfinite(longest_m)) return {};
    const double decade = std::pow(10.0, std::floor(std::log10(longest_m)));
    double length_m = decade;
    for (const double step : {2.0, 5.0})
        if (step * decade <= longest_m) length_m = step * decade;
    return {length_m, length_m / perPixel_m};
}

MapCamera fitting(std::span<const geo::Mercator> places, QSizeF size, double margin_px, double maxZoom) {
    const double reference = places.front().x; // spans are taken around it, so that a group across 180 deg stays one
    double west = 0.0;
    double east = 0.0;
    double north = places.front().y;
    double south = north;
    for (const geo::Mercator& place : places) {
        double dx = place.x - reference;
        dx -= std::round(dx);
        west = std::min(west, dx);
        east = std::max(east, dx);
        north = std::min(north, place.y);
        south = std::max(south, place.y);
    }
    const double width_px = std::max(1.0, size.width() - 2.0 * margin_px);
    const double height_px = std::max(1.0, size.height() - 2.0 * margin_px);
    const double world_px =
        std::min(width_px / std::max(east - west, 1e-12), height_px / std::max(south - north, 1e-12));
    const double x = reference + (west + east) / 2.0;
    return {.center = {x - std::floor(x), (north + south) / 2.0},
            .zoom = std::clamp(std::log2(world_px / tileSide_px), 0.0, maxZoom),
            .size = size};
}

} // namespace haneul::map
