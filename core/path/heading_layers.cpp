#include "core/path/heading_layers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::path {

Result<HeadingLayers> HeadingLayers::make(std::vector<HeadingSector> sectors) {
    if (sectors.empty()) return fail("BAD_LAYERS", "At least one sector of courses is needed", "layers");
    for (std::size_t i = 0; i < sectors.size(); ++i) {
        const auto& s = sectors[i];
        if (!(s.from_deg >= 0 && s.from_deg < 360) || !std::isfinite(s.height_m))
            return fail("BAD_LAYERS", "A sector begins at 0 to under 360 degrees and has a height", "layers");
        if (i > 0 && s.from_deg <= sectors[i - 1].from_deg)
            return fail("BAD_LAYERS", "Sectors are given clockwise, each once", "layers");
    }
    HeadingLayers layers;
    layers.m_sectors = std::move(sectors);
    return layers;
}

double HeadingLayers::heightOf_m(double course) const {
    const auto* found = &m_sectors.back(); // the last reaches over north to the first
    for (const auto& sector : m_sectors)
        if (course >= sector.from_deg) found = &sector;
    return found->height_m;
}

double course_deg(Point_m from, Point_m to) {
    const double course = std::atan2(to.x - from.x, to.y - from.y) * 180 / std::numbers::pi;
    return course < 0 ? course + 360 : course;
}

std::optional<LayeredPath> flyInLayers(const LegMeter& meter, std::span<const Point_m> path,
                                       const HeadingLayers& layers) {
    LayeredPath answer;
    if (path.empty()) return answer;
    const auto at = [](Point_m p, double height_m) { return Point_m{p.x, p.y, height_m}; };
    auto& points = answer.points;
    points.push_back(path.front());
    const auto add = [&](Point_m p) {
        if (!(points.back() == p)) points.push_back(p);
    };
    for (std::size_t leg = 0; leg + 1 < path.size(); ++leg) {
        const auto from = path[leg], to = path[leg + 1];
        if (std::hypot(to.x - from.x, to.y - from.y) < 1e-6) continue; // up or down: where the layers ask for it
        const auto here = points.back();
        const double wanted_m = layers.heightOf_m(course_deg(from, to));
        const auto clearAt = [&](double height_m) {
            return meter.free(here, at(from, height_m)) && meter.free(at(from, height_m), at(to, height_m));
        };
        if (clearAt(wanted_m)) {
            add(at(from, wanted_m));
            add(at(to, wanted_m));
        } else if (clearAt(here.z)) {
            answer.kept.push_back({leg, wanted_m, here.z, "the target layer is not clear on this leg"});
            add(at(to, here.z));
        } else if (meter.free(here, from) && meter.free(from, to)) {
            answer.kept.push_back({leg, wanted_m, from.z, "neither the target layer nor the one before is clear"});
            add(from);
            add(to);
        } else {
            return std::nullopt;
        }
    }
    if (!meter.free(points.back(), path.back())) return std::nullopt;
    add(path.back());
    return answer;
}

} // namespace haneul::path
