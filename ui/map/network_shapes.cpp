#include "ui/map/network_shapes.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

namespace {

double length(QPointF vector) {
    return std::hypot(vector.x(), vector.y());
}

} // namespace

LineDistance distanceToLine(QPointF pixel, QPointF from, QPointF to) {
    const QPointF along = to - from;
    const double squared = QPointF::dotProduct(along, along);
    const double fraction =
        squared > 0 ? std::clamp(QPointF::dotProduct(pixel - from, along) / squared, 0.0, 1.0) : 0.0;
    return {length(pixel - (from + along * fraction)), fraction};
}

std::vector<QPointF> pixelsOf(const std::vector<geo::Mercator>& path, const MapCamera& camera) {
    std::vector<QPointF> pixels;
    pixels.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (i == 0) {
            pixels.push_back(camera.pixelOf(path[0]));
            continue;
        }
        double dx = path[i].x - path[i - 1].x;
        dx -= std::round(dx);
        pixels.push_back(pixels.back() + QPointF(dx, path[i].y - path[i - 1].y) * camera.world_px());
    }
    return pixels;
}

std::optional<NetworkTip> tipAt(const NetworkShapes& shapes, const MapCamera& camera, QPointF pixel, double radius_px) {
    std::optional<NetworkTip> best;
    double nearest = radius_px;
    const auto offer = [&](double distance, const QString& text, QPointF at) {
        if (distance > nearest || text.isEmpty()) return;
        nearest = distance;
        best = NetworkTip{text, at};
    };
    for (const NetworkNodeShape& node : shapes.nodes) {
        const QPointF at = camera.pixelOf(node.place);
        offer(length(pixel - at), node.tip, at);
    }
    if (best) return best;
    for (const NetworkCrossingShape& crossing : shapes.crossings) {
        const QPointF at = camera.pixelOf(crossing.place);
        offer(length(pixel - at), crossing.tip, at);
    }
    if (best) return best;
    nearest = radius_px / 2; // a line is easier to hit than a point
    for (const NetworkLinkShape& link : shapes.links) {
        const auto pixels = pixelsOf(link.path, camera);
        for (std::size_t i = 1; i < pixels.size(); ++i)
            offer(distanceToLine(pixel, pixels[i - 1], pixels[i]).distance_px, link.tip, pixel);
    }
    return best;
}

NetworkShapesPtr together(const NetworkShapesPtr& below, const NetworkShapesPtr& above) {
    if (above->links.empty() && above->nodes.empty() && above->columns.empty() && above->rubber.empty()) return below;
    auto both = std::make_shared<NetworkShapes>(*below);
    both->links.insert(both->links.end(), above->links.begin(), above->links.end());
    both->nodes.insert(both->nodes.end(), above->nodes.begin(), above->nodes.end());
    if (!above->rubber.empty()) both->rubber = above->rubber;
    both->columns.insert(both->columns.end(), above->columns.begin(), above->columns.end());
    return both;
}

std::optional<NetworkLinkName> linkAt(const NetworkShapes& shapes, const MapCamera& camera, QPointF pixel,
                                      double radius_px) {
    for (const NetworkNodeShape& node : shapes.nodes)
        if (length(pixel - camera.pixelOf(node.place)) <= radius_px) return {};
    std::optional<NetworkLinkName> best;
    double nearest = radius_px / 2;
    for (const NetworkLinkShape& link : shapes.links) {
        if (link.name.network.isEmpty() && link.name.plan.isEmpty()) continue;
        const auto pixels = pixelsOf(link.path, camera);
        for (std::size_t i = 1; i < pixels.size(); ++i) {
            const double distance = distanceToLine(pixel, pixels[i - 1], pixels[i]).distance_px;
            if (distance > nearest) continue;
            nearest = distance;
            best = link.name;
        }
    }
    return best;
}

} // namespace haneul::map
