#include "ui/map/trail_geometry.h"

#include <array>
#include <cmath>

namespace haneul::map {

namespace {

constexpr double youngest_px = 2.4; // radius
constexpr double oldest_px = 1.1;
constexpr double youngestOpacity = 0.95;
constexpr double oldestOpacity = 0.45;

struct DotLook {
    float radius_px;
    QRgb color; // premultiplied
};

std::array<DotLook, trailDots> looksOf(QColor color, double scale) {
    std::array<DotLook, trailDots> looks{};
    for (std::size_t i = 0; i < trailDots; ++i) {
        const double old = static_cast<double>(i) / (trailDots - 1);
        color.setAlphaF(static_cast<float>(std::lerp(youngestOpacity, oldestOpacity, old)));
        looks.at(i) = {static_cast<float>(std::lerp(youngest_px, oldest_px, old) * scale), qPremultiply(color.rgba())};
    }
    return looks;
}

} // namespace

void TrailGeometry::build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme,
                          const TrackLook& look) {
    m_region = MercatorRegion::around(camera);
    m_vertices.clear();
    m_indices.clear();
    if (look.trail_s <= 0) return;
    const auto looks = looksOf(theme.color(theme::ColorRole::Trail), look.scale);
    const milliseconds every = trailStep(look.trail_s);
    const std::size_t dots = trailDotsOf(look.trail_s);
    for (const PlacedTrack& placed : cache.placed()) {
        if (!m_region.near(placed.place)) continue; // a trail without its symbol says nothing
        const traffic::Track& track = *placed.track;
        track.trail.visitDots(track.received, every, dots, [&](const traffic::TrailPoint& point, std::size_t age) {
            const geo::Mercator place = geo::toMercator(point.position);
            const auto x = static_cast<float>(m_region.relativeX(place.x) * mercatorUnit);
            const auto y = static_cast<float>((place.y - m_region.center.y) * mercatorUnit);
            const DotLook& dot = looks.at(age - 1);
            const auto base = static_cast<std::uint32_t>(m_vertices.size());
            for (const auto& [right, down] : {std::pair{-1.0F, -1.0F}, {1.0F, -1.0F}, {1.0F, 1.0F}, {-1.0F, 1.0F}})
                m_vertices.push_back(
                    {x, y, right * dot.radius_px, down * dot.radius_px, static_cast<std::uint8_t>(qRed(dot.color)),
                     static_cast<std::uint8_t>(qGreen(dot.color)), static_cast<std::uint8_t>(qBlue(dot.color)),
                     static_cast<std::uint8_t>(qAlpha(dot.color))});
            for (const std::uint32_t corner : {0U, 1U, 2U, 0U, 2U, 3U})
                m_indices.push_back(base + corner);
        });
    }
}

} // namespace haneul::map
