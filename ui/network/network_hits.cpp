#include "ui/network/network_hits.h"

#include "core/route/curve.h"
#include "ui/map/network_shapes.h"
#include "ui/network/network_edits.h"

#include <cmath>
#include <limits>

namespace haneul::network {

using delivery::Link;

namespace {

double distance(QPointF first, QPointF second) {
    return std::hypot(first.x() - second.x(), first.y() - second.y());
}

Hit nodeAt(const delivery::Network& network, const map::MapCamera& camera, QPointF pixel, double radius_px) {
    Hit hit;
    double nearest = radius_px;
    for (std::size_t i = 0; i < network.nodes.size(); ++i) {
        const double here = distance(camera.pixelOf(geo::toMercator(network.nodes[i].place)), pixel);
        if (here > nearest) continue;
        nearest = here;
        hit = {Hit::Kind::Node, i, 0, network.nodes[i].place};
    }
    return hit;
}

Hit waypointAt(const delivery::Network& network, const map::MapCamera& camera, QPointF pixel, double radius_px,
               std::optional<std::size_t> preferred) {
    Hit hit;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < network.links.size(); ++i)
        for (std::size_t k = 0; k < network.links[i].via.size(); ++k) {
            const geo::LatLon place = network.links[i].via[k].place;
            double here = distance(camera.pixelOf(geo::toMercator(place)), pixel);
            if (here > radius_px) continue;
            if (preferred == i) here -= radius_px;
            if (here > nearest) continue;
            nearest = here;
            hit = {Hit::Kind::Waypoint, i, k, place};
        }
    return hit;
}

Hit lineAt(const delivery::Network& network, const map::MapCamera& camera, QPointF pixel, double radius_px) {
    Hit hit;
    double nearest = radius_px;
    for (std::size_t i = 0; i < network.links.size(); ++i) {
        const Path path = pathOf(network, network.links[i]);
        const auto pixels = map::pixelsOf(path.points, camera);
        for (std::size_t k = 1; k < pixels.size(); ++k) {
            const auto line = map::distanceToLine(pixel, pixels[k - 1], pixels[k]);
            if (line.distance_px > nearest) continue;
            nearest = line.distance_px;
            const QPointF foot = pixels[k - 1] + (pixels[k] - pixels[k - 1]) * line.fraction;
            hit = {Hit::Kind::Link, i, path.parts[k - 1], geo::fromMercator(camera.placeAt(foot))};
        }
    }
    return hit;
}

// As sampled along the curve; nothing where it cannot be one.
Path curved(const std::vector<route::Waypoint>& way) {
    constexpr double deviation_m = 0.5;
    Path path;
    const auto curve = route::Curve::through(way);
    if (!curve) return path;
    const auto& at = curve->waypointsAt_m();
    std::size_t part = 0;
    for (const route::Curve::Sample& sample : curve->sampled(deviation_m)) {
        path.points.push_back(geo::toMercator(sample.waypoint.place));
        path.heights_m.push_back(sample.waypoint.height_m);
        if (path.points.size() < 2) continue;
        while (part + 2 < at.size() && sample.along_m > at[part + 1] + route::Curve::tolerance_m)
            ++part;
        path.parts.push_back(part);
    }
    return path;
}

} // namespace

Path pathOf(const delivery::Network& network, const Link& link) {
    const auto way = wayOf(network, link);
    if (link.shape == delivery::LinkShape::Curve && way.size() > 2)
        if (Path path = curved(way); path.points.size() > 1) return path;
    Path path;
    for (std::size_t i = 0; i < way.size(); ++i) {
        path.points.push_back(geo::toMercator(way[i].place));
        path.heights_m.push_back(way[i].height_m);
        if (i > 0) path.parts.push_back(i - 1);
    }
    return path;
}

Hit hitAt(const delivery::Network& network, const map::MapCamera& camera, QPointF pixel, double radius_px,
          std::optional<std::size_t> preferred) {
    if (const Hit hit = nodeAt(network, camera, pixel, radius_px); hit.kind != Hit::Kind::Nothing) return hit;
    if (const Hit hit = waypointAt(network, camera, pixel, radius_px, preferred); hit.kind != Hit::Kind::Nothing)
        return hit;
    return lineAt(network, camera, pixel, radius_px * 0.7);
}

} // namespace haneul::network
