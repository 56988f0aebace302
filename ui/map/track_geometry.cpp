#include "ui/map/track_geometry.h"

#include "ui/map/track_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {

constexpr double margin = 0.25; // built beyond each side of the view, so that a small pan costs nothing
constexpr double earthRadius_m = 6378137.0;

QRgb premultiplied(QColor color, double opacity) {
    color.setAlphaF(static_cast<float>(opacity));
    return qPremultiply(color.rgba());
}

} // namespace

bool hasVector(const traffic::Track& track) {
    return track.state == traffic::TrackState::Live && reliableCourse_deg(track).has_value();
}

// The square is conformal, so the course is a plain angle; over half a minute of flight the scale is constant.
geo::Mercator vectorStep(const traffic::Track& track, geo::Mercator place) {
    const double latitude_rad = geo::fromMercator(place).latitude_deg * std::numbers::pi / 180.0;
    const double perMetre = 1.0 / (2.0 * std::numbers::pi * earthRadius_m * std::max(std::cos(latitude_rad), 1e-3));
    return {track.velocity->east * vectorSeconds * perMetre, -track.velocity->north * vectorSeconds * perMetre};
}

bool MercatorRegion::covers(const MapCamera& camera) const {
    const double world = camera.world_px();
    double dx = camera.center.x - center.x;
    dx -= std::round(dx);
    return std::abs(dx) + camera.size.width() / 2 / world <= halfWidth &&
           std::abs(camera.center.y - center.y) + camera.size.height() / 2 / world <= halfHeight;
}

bool MercatorRegion::suits(const MapCamera& camera) const {
    return covers(camera) && halfWidth * camera.world_px() <= 2.0 * camera.size.width();
}

struct TrackGeometry::Colors {
    std::array<QRgb, 3> source{}; // by SourceKind
    QRgb stale = 0;
    QRgb casing = 0;
    QRgb inside = 0;
    QRgb selection = 0;
    QRgb hover = 0;

    explicit Colors(const theme::Theme& theme)
        : stale(premultiplied(theme.color(theme::ColorRole::Stale), 1.0))
        , casing(premultiplied(theme.color(theme::ColorRole::Base), 0.85))
        , inside(premultiplied(theme.color(theme::ColorRole::Base), 1.0))
        , selection(premultiplied(theme.color(theme::ColorRole::Selection), 1.0))
        , hover(premultiplied(theme.color(theme::ColorRole::SecondaryText), 1.0)) {
        for (const auto kind : {traffic::SourceKind::Telemetry, traffic::SourceKind::Sbs, traffic::SourceKind::Mavlink})
            source[static_cast<std::size_t>(kind)] = premultiplied(theme.sourceColor(kind), 1.0);
    }

    [[nodiscard]] QRgb of(const traffic::Track& track) const {
        return track.state == traffic::TrackState::Live ? source[static_cast<std::size_t>(track.kind())] : stale;
    }

    [[nodiscard]] std::array<QRgb, 4> slots(QRgb symbol) const { return {symbol, casing, inside, 0}; }
};

double TrackGeometry::relativeX(double x) const {
    const double dx = x - m_region.center.x;
    return dx - std::round(dx);
}

void TrackGeometry::build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme,
                          const TrackMarks& marks) {
    const double world = camera.world_px();
    m_region = {.center = camera.center,
                .halfWidth = camera.size.width() / world * (0.5 + margin),
                .halfHeight = camera.size.height() / world * (0.5 + margin)};
    m_vertices.clear();
    m_indices.clear();
    m_drawn = 0;

    const Colors colors(theme);
    std::vector<const PlacedTrack*> visible;
    for (const PlacedTrack& placed : cache.placed()) {
        const double dx = std::abs(relativeX(placed.place.x));
        const double dy = std::abs(placed.place.y - m_region.center.y);
        if (dx <= m_region.halfWidth && dy <= m_region.halfHeight) {
            visible.push_back(&placed);
            continue;
        }
        if (!hasVector(*placed.track)) continue;
        const geo::Mercator step = vectorStep(*placed.track, placed.place);
        if (dx <= m_region.halfWidth + std::abs(step.x) && dy <= m_region.halfHeight + std::abs(step.y))
            visible.push_back(&placed);
    }
    m_drawn = visible.size();
    for (const PlacedTrack* placed : visible)
        if (hasVector(*placed->track)) addVector(*placed, colors.of(*placed->track));
    const PlacedTrack* hovered = nullptr;
    const PlacedTrack* selected = nullptr;
    for (const PlacedTrack* placed : visible) {
        if (placed->track->id == marks.selected)
            selected = placed;
        else if (placed->track->id == marks.hovered)
            hovered = placed;
        else
            addTrack(*placed, colors, {});
    }
    if (hovered) addTrack(*hovered, colors, marks);
    if (selected) addTrack(*selected, colors, marks);
}

void TrackGeometry::addTrack(const PlacedTrack& placed, const Colors& colors, const TrackMarks& marks) {
    const traffic::Track& track = *placed.track;
    const auto x = static_cast<float>(relativeX(placed.place.x) * mercatorUnit);
    const auto y = static_cast<float>((placed.place.y - m_region.center.y) * mercatorUnit);
    const SymbolShape shape = shapeOf(track);
    if (!marks.selected.empty() && track.id == marks.selected)
        addMesh(m_meshes.solid(SymbolShape::Halo), x, y, 0.0, colors.slots(colors.selection).data());
    else if (!marks.hovered.empty() && track.id == marks.hovered)
        addMesh(m_meshes.solid(SymbolShape::HoverRing), x, y, 0.0, colors.slots(colors.hover).data());
    const bool pointed = shape == SymbolShape::Aircraft || shape == SymbolShape::Chevron;
    const double course_deg = pointed ? reliableCourse_deg(track).value_or(0.0) : 0.0;
    const SymbolMesh& mesh = track.state == traffic::TrackState::Live ? m_meshes.solid(shape) : m_meshes.hollow(shape);
    addMesh(mesh, x, y, course_deg, colors.slots(colors.of(track)).data());
}

void TrackGeometry::addVector(const PlacedTrack& placed, QRgb color) {
    const geo::Mercator step = vectorStep(*placed.track, placed.place);
    const double length = std::hypot(step.x, step.y);
    if (!(length > 0.0)) return;
    const float normalX = static_cast<float>(-step.y / length);
    const float normalY = static_cast<float>(step.x / length);
    const double x = relativeX(placed.place.x);
    const double y = placed.place.y - m_region.center.y;
    const auto base = static_cast<std::uint32_t>(m_vertices.size());
    const auto add = [&](double atX, double atY, float offset_px, QRgb premultipliedColor) {
        m_vertices.push_back({static_cast<float>(atX * mercatorUnit), static_cast<float>(atY * mercatorUnit),
                              normalX * offset_px, normalY * offset_px,
                              static_cast<std::uint8_t>(qRed(premultipliedColor)),
                              static_cast<std::uint8_t>(qGreen(premultipliedColor)),
                              static_cast<std::uint8_t>(qBlue(premultipliedColor)),
                              static_cast<std::uint8_t>(qAlpha(premultipliedColor))});
    };
    constexpr std::array<float, 4> across_px{-1.4F, -0.5F, 0.5F, 1.4F};
    for (const float offset : across_px)
        add(x, y, offset, std::abs(offset) > 1.0F ? 0 : color);
    for (const float offset : across_px)
        add(x + step.x, y + step.y, offset, std::abs(offset) > 1.0F ? 0 : color);
    for (std::uint32_t band = 0; band < 3; ++band) {
        const std::uint32_t near = base + band;
        const std::uint32_t far = near + 4;
        m_indices.insert(m_indices.end(), {near, far, far + 1, near, far + 1, near + 1});
    }
}

void TrackGeometry::addMesh(const SymbolMesh& mesh, float x, float y, double course_deg, const QRgb* colors) {
    const auto base = static_cast<std::uint32_t>(m_vertices.size());
    const double angle = course_deg * std::numbers::pi / 180.0;
    const auto sine = static_cast<float>(std::sin(angle));
    const auto cosine = static_cast<float>(std::cos(angle));
    for (const SymbolVertex& vertex : mesh.vertices) {
        const QRgb color = colors[static_cast<std::size_t>(vertex.color)];
        m_vertices.push_back({x, y, cosine * vertex.x - sine * vertex.y, sine * vertex.x + cosine * vertex.y,
                              static_cast<std::uint8_t>(qRed(color)), static_cast<std::uint8_t>(qGreen(color)),
                              static_cast<std::uint8_t>(qBlue(color)), static_cast<std::uint8_t>(qAlpha(color))});
    }
    for (const std::uint16_t index : mesh.indices)
        m_indices.push_back(base + index);
}

} // namespace haneul::map
