#include "ui/map/zone_shapes.h"

#include "ui/map/network_shapes.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

namespace {

struct Met {
    bool inside = false;
    double border_px = 0;
};

Met met(const ZoneVolumeShape& volume, const MapCamera& camera, QPointF pixel) {
    Met met{.inside = false, .border_px = INFINITY};
    for (const ZoneRing& ring : volume.rings) {
        const auto pixels = pixelsOf(ring, volume, camera);
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            const QPointF a = pixels[i];
            const QPointF b = pixels[(i + 1) % pixels.size()];
            met.border_px = std::min(met.border_px, distanceToLine(pixel, a, b).distance_px);
            if ((a.y() > pixel.y()) != (b.y() > pixel.y()) &&
                pixel.x() < a.x() + (b.x() - a.x()) * (pixel.y() - a.y()) / (b.y() - a.y()))
                met.inside = !met.inside;
        }
    }
    return met;
}

bool near(const ZoneVolumeShape& volume, const MapCamera& camera, QPointF pixel, double radius_px) {
    const auto box = pixelsOf({volume.least, volume.most}, volume, camera);
    return QRectF(box[0], box[1]).adjusted(-radius_px, -radius_px, radius_px, radius_px).contains(pixel);
}

double sizeOf(const ZoneShape& zone) {
    double size = 0;
    for (const ZoneVolumeShape& volume : *zone.volumes)
        size = std::max(size, (volume.most.x - volume.least.x) * (volume.most.y - volume.least.y));
    return size;
}

} // namespace

PlacedHeight placedHeight(const geo::VerticalLimit& limit, geo::LatLon at, const geo::Surroundings& surroundings) {
    PlacedHeight placed{.metres = limit.metres};
    const auto zero = [&](const auto& known) {
        const std::optional<double> height = known ? known(at) : std::nullopt;
        placed.assumed = !height;
        return height.value_or(0.0);
    };
    if (limit.reference == geo::VerticalReference::Agl) placed.metres += zero(surroundings.ground_amsl_m);
    if (limit.reference == geo::VerticalReference::W84) placed.metres -= zero(surroundings.geoid_m);
    return placed;
}

ZoneHeights placedHeights(const std::optional<geo::VerticalLimit>& lower,
                          const std::optional<geo::VerticalLimit>& upper, geo::LatLon at,
                          const geo::Surroundings& surroundings) {
    ZoneHeights heights;
    const auto placed = [&](const geo::VerticalLimit& limit) {
        const PlacedHeight height = placedHeight(limit, at, surroundings);
        heights.assumed = heights.assumed || height.assumed;
        return height.metres;
    };
    const bool fromGround = !lower || (lower->reference == geo::VerticalReference::Agl && lower->metres <= 0);
    if (!fromGround) heights.floor_m = placed(*lower);
    if (upper) heights.ceiling_m = placed(*upper);
    return heights;
}

ZoneVolumeShape zoneVolume(std::vector<ZoneRing> rings, const ZoneHeights& heights) {
    ZoneVolumeShape volume{.rings = std::move(rings), .least = {}, .most = {}, .heights = heights};
    bool first = true;
    for (const ZoneRing& ring : volume.rings)
        for (const geo::Mercator& corner : ring) {
            if (std::exchange(first, false)) volume.least = volume.most = corner;
            volume.least = {std::min(volume.least.x, corner.x), std::min(volume.least.y, corner.y)};
            volume.most = {std::max(volume.most.x, corner.x), std::max(volume.most.y, corner.y)};
        }
    return volume;
}

std::vector<QPointF> pixelsOf(const ZoneRing& ring, const ZoneVolumeShape& volume, const MapCamera& camera) {
    const double middle = (volume.least.x + volume.most.x) / 2;
    const double shift = std::round(camera.center.x - middle);
    const double world = camera.world_px();
    const QPointF half(camera.size.width() / 2, camera.size.height() / 2);
    std::vector<QPointF> pixels;
    pixels.reserve(ring.size());
    for (const geo::Mercator& corner : ring)
        pixels.push_back(QPointF(corner.x + shift - camera.center.x, corner.y - camera.center.y) * world + half);
    return pixels;
}

std::vector<std::size_t> zonesAt(const ZoneShapes& shapes, const MapCamera& camera, QPointF pixel, double radius_px) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < shapes.zones.size(); ++i)
        if (std::ranges::any_of(*shapes.zones[i].volumes, [&](const ZoneVolumeShape& volume) {
                if (!near(volume, camera, pixel, radius_px)) return false;
                const Met here = met(volume, camera, pixel);
                return here.inside || here.border_px <= radius_px;
            }))
            found.push_back(i);
    std::ranges::stable_sort(found, {}, [&](std::size_t i) { return sizeOf(shapes.zones[i]); });
    return found;
}

std::optional<std::size_t> zoneBorderAt(const ZoneShapes& shapes, const MapCamera& camera, QPointF pixel,
                                        double radius_px) {
    std::optional<std::size_t> best;
    double nearest = radius_px;
    for (std::size_t i = 0; i < shapes.zones.size(); ++i)
        for (const ZoneVolumeShape& volume : *shapes.zones[i].volumes) {
            if (!near(volume, camera, pixel, radius_px)) continue;
            const double here = met(volume, camera, pixel).border_px;
            if (here > nearest) continue;
            nearest = here;
            best = i;
        }
    return best;
}

} // namespace haneul::map
