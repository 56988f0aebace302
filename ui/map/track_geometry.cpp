#include "ui/map/track_geometry.h"

#include "ui/map/track_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {

constexpr double margin = 0.25;           // built beyond each side of the view, so that a small pan costs nothing
constexpr double semiMajor_m = 6378137.0; // WGS84
constexpr double eccentricity2 = 0.00669437999014;

QRgb premultiplied(QColor color, double opacity) {
    color.setAlphaF(static_cast<float>(opacity));
    return qPremultiply(color.rgba());
}

} // namespace

bool hasVector(const traffic::Track& track) {
    return track.state == traffic::TrackState::Live && reliableCourse_deg(track).has_value();
}

// With the radii of curvature of the WGS84 ellipsoid at the middle of the way: the length is right to a thousandth of
// itself from the equator to 80 degrees, also for a minute of a fast jet.
geo::Mercator vectorStep(const traffic::Track& track, geo::Mercator place, double seconds) {
    const double start_rad = geo::fromMercator(place).latitude_deg * std::numbers::pi / 180.0;
    const auto meridian_m = [](double latitude_rad) {
        const double w = 1.0 - eccentricity2 * std::pow(std::sin(latitude_rad), 2);
        return semiMajor_m * (1.0 - eccentricity2) / (w * std::sqrt(w));
    };
    const double north_rad = track.velocity->north * seconds / meridian_m(start_rad);
    const double middle_rad = start_rad + north_rad / 2.0;
    const double cosine = std::max(std::cos(middle_rad), 1e-3);
    const double w = 1.0 - eccentricity2 * std::pow(std::sin(middle_rad), 2);
    const double east_rad = track.velocity->east * seconds * std::sqrt(w) / (semiMajor_m * cosine);
    const double turn = 2.0 * std::numbers::pi;
    return {east_rad / turn, -north_rad / cosine / turn};
}

MercatorRegion MercatorRegion::around(const MapCamera& camera) {
    const double world = camera.world_px();
    return {.center = camera.center,
            .halfWidth = camera.size.width() / world * (0.5 + margin),
            .halfHeight = camera.size.height() / world * (0.5 + margin)};
}

double MercatorRegion::relativeX(double x) const {
    const double dx = x - center.x;
    return dx - std::round(dx);
}

bool MercatorRegion::near(geo::Mercator place) const {
    return std::abs(relativeX(place.x)) <= halfWidth && std::abs(place.y - center.y) <= halfHeight;
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
    std::array<QRgb, static_cast<std::size_t>(theme::SourceClass::Count)> source{};
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
        for (std::size_t i = 0; i < source.size(); ++i)
            source.at(i) = premultiplied(theme.sourceColor(static_cast<theme::SourceClass>(i)), 1.0);
    }

    [[nodiscard]] QRgb of(const traffic::Track& track) const {
        return track.state == traffic::TrackState::Live ? source[static_cast<std::size_t>(theme::sourceClassOf(track))]
                                                        : stale;
    }

    [[nodiscard]] std::array<QRgb, 4> slots(QRgb symbol) const { return {symbol, casing, inside, 0}; }
};

void TrackGeometry::build(const TrackCache& cache, const MapCamera& camera, const theme::Theme& theme,
                          const TrackMarks& marks, const TrackLook& look) {
    m_look = look;
    m_region = MercatorRegion::around(camera);
    m_vertices.clear();
    m_indices.clear();
    m_drawn = 0;

    const Colors colors(theme);
    std::vector<const PlacedTrack*> visible;
    for (const PlacedTrack& placed : cache.placed()) {
        if (m_region.near(placed.place)) {
            visible.push_back(&placed);
            continue;
        }
        if (look.vector_s <= 0 || !hasVector(*placed.track)) continue;
        const double dx = std::abs(m_region.relativeX(placed.place.x));
        const double dy = std::abs(placed.place.y - m_region.center.y);
        const geo::Mercator step = vectorStep(*placed.track, placed.place, look.vector_s);
        if (dx <= m_region.halfWidth + std::abs(step.x) && dy <= m_region.halfHeight + std::abs(step.y))
            visible.push_back(&placed);
    }
    m_drawn = visible.size();
    for (const PlacedTrack* placed : visible)
        if (look.vector_s > 0 && hasVector(*placed->track)) addVector(*placed, colors.of(*placed->track));
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
    const auto x = static_cast<float>(m_region.relativeX(placed.place.x) * mercatorUnit);
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
    const geo::Mercator step = vectorStep(*placed.track, placed.place, m_look.vector_s);
    const double length = std::hypot(step.x, step.y);
    if (!(length > 0.0)) return;
    const float normalX = static_cast<float>(-step.y / length);
    const float normalY = static_cast<float>(step.x / length);
    const double x = m_region.relativeX(placed.place.x);
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
    const auto half_px = static_cast<float>(0.5 * m_look.scale);
    const std::array<float, 4> across_px{-half_px - 0.9F, -half_px, half_px, half_px + 0.9F};
    for (const float offset : across_px)
        add(x, y, offset, std::abs(offset) > half_px ? 0 : color);
    for (const float offset : across_px)
        add(x + step.x, y + step.y, offset, std::abs(offset) > half_px ? 0 : color);
    for (std::uint32_t band = 0; band < 3; ++band) {
        const std::uint32_t near = base + band;
        const std::uint32_t far = near + 4;
        m_indices.insert(m_indices.end(), {near, far, far + 1, near, far + 1, near + 1});
    }
}

void TrackGeometry::addMesh(const SymbolMesh& mesh, float x, float y, double course_deg, const QRgb* colors) {
    const auto base = static_cast<std::uint32_t>(m_vertices.size());
    const double angle = course_deg * std::numbers::pi / 180.0;
    const auto sine = static_cast<float>(std::sin(angle) * m_look.scale);
    const auto cosine = static_cast<float>(std::cos(angle) * m_look.scale);
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
