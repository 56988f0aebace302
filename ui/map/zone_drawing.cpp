#include "ui/map/zone_drawing.h"

#include "ui/map/line_clip.h"
#include "ui/map/note_plate.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {

using Points = std::vector<QPointF>;
using theme::ColorRole;

constexpr double border_px = 1.8;
constexpr double prohibited_px = 2.4;
constexpr double thin_px = 1.0; // not active now
constexpr double casing_px = 1.2;
constexpr double halo_px = 3.0;
constexpr double dash_px = 9.0;
constexpr double dot_px = 2.4;
constexpr double hatchStep_px = 9.0;
constexpr double hatchWidth_px = 1.0;
constexpr double band_px = 15.0; // hatching along the border
constexpr double tooFine_px = 0.8;
constexpr double tooSmall_px = 6.0;   // a zone of that width has no hatching
constexpr double wideLabel_px = 70.0; // a zone that wide says more than its name
constexpr double handle_px = 4.5;
constexpr double middle_px = 2.8;
constexpr double labelPadding_px = 2.0;
constexpr double margin_px = 40.0; // drawn outside of the view
constexpr std::size_t above = 6;   // the place of a label over the topmost corner: off the border

// Corners that one pixel cannot tell apart cost time and show nothing.
Points thinned(Points ring) {
    Points kept;
    for (const QPointF& corner : ring)
        if (kept.empty() || (corner - kept.back()).manhattanLength() >= tooFine_px) kept.push_back(corner);
    return kept.size() >= 3 ? kept : std::move(ring);
}

QRectF boxOf(const Points& points) {
    QPointF least = points.front();
    QPointF most = points.front();
    for (const QPointF& point : points) {
        least = {std::min(least.x(), point.x()), std::min(least.y(), point.y())};
        most = {std::max(most.x(), point.x()), std::max(most.y(), point.y())};
    }
    return {least, most};
}

Points square(QPointF at, double half) {
    return {at + QPointF(-half, -half), at + QPointF(half, -half), at + QPointF(half, half), at + QPointF(-half, half)};
}

Points disc(QPointF at, double radius) {
    constexpr int corners = 16;
    Points points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        points.push_back(at + QPointF(std::cos(angle), std::sin(angle)) * radius);
    }
    return points;
}

} // namespace

ColorRole zoneRole(ZoneShape::Kind kind) {
    switch (kind) {
    case ZoneShape::Kind::Prohibited:
        return ColorRole::ZoneProhibited;
    case ZoneShape::Kind::Authorisation:
        return ColorRole::ZoneAuthorisation;
    case ZoneShape::Kind::Conditional:
        return ColorRole::ZoneConditional;
    case ZoneShape::Kind::Information:
        break;
    }
    return ColorRole::ZoneInformation;
}

struct ZoneDrawing::Pen {
    const theme::Theme& theme;
    const MapCamera& camera;
    QColor casing, halo, inside, strong;
    double scale;
    QRectF view;

    Pen(const theme::Theme& look, const MapCamera& eye, double factor)
        : theme(look)
        , camera(eye)
        , casing(look.color(ColorRole::Base))
        , halo(look.color(ColorRole::Selection))
        , inside(look.color(ColorRole::Panel))
        , strong(look.color(ColorRole::Text))
        , scale(factor)
        , view(QRectF({0, 0}, eye.size).adjusted(-margin_px, -margin_px, margin_px, margin_px)) {
        casing.setAlphaF(0.6F);
    }
};

void ZoneDrawing::buildLines(const ZoneShapes& shapes, const MapCamera& camera, const theme::Theme& theme,
                             double scale) {
    m_lines.clear();
    m_symbols.clear();
    m_anchors.clear();
    m_zones = 0;
    const Pen pen(theme, camera, scale);
    for (const bool raised : {false, true}) // what is chosen lies on top
        for (std::size_t i = 0; i < shapes.zones.size(); ++i)
            if ((shapes.zones[i].selected || shapes.zones[i].draft) == raised) addZone(i, shapes.zones[i], pen);
    addRubber(shapes, pen);
    addHandles(shapes, pen);
}

void ZoneDrawing::addZone(std::size_t number, const ZoneShape& zone, const Pen& pen) {
    bool seen = false;
    Anchor anchor{number, {}, 0};
    const QRectF view({0, 0}, pen.camera.size);
    std::optional<QPointF> topmost;
    for (const ZoneVolumeShape& volume : *zone.volumes) {
        const Points corners = pixelsOf({volume.least, volume.most}, volume, pen.camera);
        const QRectF box(corners[0], corners[1]);
        if (!box.adjusted(-1, -1, 1, 1).intersects(pen.view)) continue;
        seen = true;
        anchor.width_px = std::max(anchor.width_px, box.width());
        std::vector<Points> rings;
        for (const ZoneRing& ring : volume.rings)
            rings.push_back(thinned(pixelsOf(ring, volume, pen.camera)));
        addRings(rings, zone, pen);
        if (rings.empty()) continue;
        for (std::size_t i = 0; i < rings.front().size(); ++i) { // also where a border enters the view
            QPointF from = rings.front()[i];
            QPointF to = rings.front()[(i + 1) % rings.front().size()];
            if (!clipLine(view, from, to)) continue;
            for (const QPointF& each : {from, to})
                if (!topmost || each.y() < topmost->y()) topmost = each;
        }
    }
    if (!seen) return;
    ++m_zones;
    if (!topmost) return;
    anchor.at = *topmost;
    m_anchors.push_back(anchor);
}

void ZoneDrawing::addRings(const std::vector<Points>& rings, const ZoneShape& zone, const Pen& pen) {
    using Kind = ZoneShape::Kind;
    using State = ZoneShape::State;
    const bool active = zone.state != State::Inactive;
    const bool unknown = zone.state == State::NotJudged;
    const QColor color = pen.theme.color(unknown ? ColorRole::Stale : zoneRole(zone.kind));
    double width = thin_px * pen.scale;
    if (active) width = (zone.kind == Kind::Prohibited ? prohibited_px : border_px) * pen.scale;
    double dash = 0;
    if (zone.kind == Kind::Conditional) dash = dash_px * pen.scale;
    if (zone.kind == Kind::Information) dash = dot_px * pen.scale;
    if (zone.draft) dash = dash_px / 2 * pen.scale;

    const bool large = !rings.empty() && boxOf(rings.front()).width() > tooSmall_px * pen.scale;
    if (large && unknown) {
        addHatch(rings, true, 2 * hatchStep_px, INFINITY, color, pen);
    } else if (large && active) {
        QColor faint = color;
        faint.setAlphaF(0.75F);
        if (zone.kind == Kind::Prohibited || zone.kind == Kind::Authorisation)
            addHatch(rings, true, hatchStep_px, band_px, faint, pen);
        if (zone.kind == Kind::Prohibited || zone.kind == Kind::Conditional)
            addHatch(rings, false, hatchStep_px, band_px, faint, pen);
    }
    for (const Points& ring : rings) {
        if (zone.selected) {
            addBorder(ring, width + 2 * halo_px * pen.scale, pen.halo, 0, pen);
            addBorder(ring, width + 2 * (halo_px - 1.2) * pen.scale, pen.inside, 0, pen);
        } else {
            addBorder(ring, width + 2 * casing_px * pen.scale, pen.casing, 0, pen);
        }
        addBorder(ring, width, zone.draft ? pen.strong : color, dash, pen);
    }
}

// Dashes run on around corners: the sides of a circle are shorter than one of them.
void ZoneDrawing::addBorder(const Points& ring, double width_px, QColor color, double dash, const Pen& pen) {
    double passed = 0; // of the way around
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF start = ring[i];
        QPointF from = start;
        QPointF to = ring[(i + 1) % ring.size()];
        const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
        const double begins = passed;
        passed += length;
        if (!(length > 0) || !clipLine(pen.view, from, to)) continue;
        if (dash <= 0) {
            m_lines.addLine(from, to, width_px, color);
            continue;
        }
        const QPointF unit = (ring[(i + 1) % ring.size()] - start) / length;
        const double first = begins + std::hypot(from.x() - start.x(), from.y() - start.y());
        const double last = begins + std::hypot(to.x() - start.x(), to.y() - start.y());
        for (double at = std::floor(first / (2 * dash)) * 2 * dash; at < last; at += 2 * dash) {
            const double a = std::max(at, first);
            const double b = std::min(at + dash, last);
            if (b > a) m_lines.addLine(start + unit * (a - begins), start + unit * (b - begins), width_px, color);
        }
    }
}

// Parallel lines inside the rings (even-odd, so holes stay free), at 45 degrees, standing still on the ground while the
// map is panned; of each only a piece behind either border, `band` long.
void ZoneDrawing::addHatch(const std::vector<Points>& rings, bool rising, double step, double band, QColor color,
                           const Pen& pen) {
    step *= pen.scale;
    band *= pen.scale;
    const double root = std::numbers::sqrt2 / 2;
    const double sign = rising ? 1 : -1;
    const auto across = [&](QPointF at) { return (at.x() * sign + at.y()) * root; };
    const auto along = [&](QPointF at) { return (at.x() - at.y() * sign) * root; };
    const double world = pen.camera.world_px();
    const QPointF ground(pen.camera.center.x * world, pen.camera.center.y * world);
    const double phase = std::fmod(across(ground), step);
    double least = INFINITY;
    double most = -INFINITY;
    for (const QPointF& corner :
         {pen.view.topLeft(), pen.view.topRight(), pen.view.bottomLeft(), pen.view.bottomRight()}) {
        least = std::min(least, across(corner));
        most = std::max(most, across(corner));
    }
    std::vector<std::pair<int, double>> crossings; // which line, and where on it
    for (const Points& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            const double from = across(a);
            const double to = across(b);
            if (from == to) continue;
            const int first = static_cast<int>(std::ceil((std::clamp(std::min(from, to), least, most) + phase) / step));
            const int last = static_cast<int>(std::ceil((std::clamp(std::max(from, to), least, most) + phase) / step));
            for (int line = first; line < last; ++line) {
                const double share = (line * step - phase - from) / (to - from);
                crossings.emplace_back(line, along(a + (b - a) * share));
            }
        }
    std::ranges::sort(crossings);
    const auto piece = [&](int line, double begin, double end) {
        const double at = line * step - phase;
        const auto place = [&](double u) {
            return QPointF((at * sign + u) * root, (at - u * sign) * root); // the inverse of across and along
        };
        QPointF from = place(begin);
        QPointF to = place(end);
        if (clipLine(pen.view, from, to)) m_lines.addLine(from, to, hatchWidth_px * pen.scale, color);
    };
    for (std::size_t i = 1; i < crossings.size(); i += 2) {
        const auto [line, begin] = crossings[i - 1];
        const auto [same, end] = crossings[i];
        if (line != same) { // a corner exactly on the line
            --i;
            continue;
        }
        if (end - begin <= 2 * band) {
            piece(line, begin, end);
            continue;
        }
        piece(line, begin, begin + band);
        piece(line, end - band, end);
    }
}

void ZoneDrawing::addRubber(const ZoneShapes& shapes, const Pen& pen) {
    if (shapes.rubber.empty()) return;
    const ZoneVolumeShape volume = zoneVolume({shapes.rubber}, {});
    const Points ring = pixelsOf(shapes.rubber, volume, pen.camera);
    const auto part = [&](QPointF from, QPointF to, bool closing) {
        if (!clipLine(pen.view, from, to)) return;
        m_lines.addLine(from, to, (border_px + 2 * casing_px) * pen.scale, pen.casing);
        m_lines.addDashes(from, to, border_px * pen.scale, (closing ? dot_px : dash_px / 2) * pen.scale, pen.strong);
    };
    for (std::size_t i = 1; i < ring.size(); ++i)
        part(ring[i - 1], ring[i], false);
    if (shapes.rubberCloses && ring.size() > 2) part(ring.back(), ring.front(), true);
}

// Corners are squares, the middle of a side a small disc, the centre of a circle a cross, its rim a square.
void ZoneDrawing::addHandles(const ZoneShapes& shapes, const Pen& pen) {
    for (const ZoneHandle& handle : shapes.handles) {
        const QPointF at = pen.camera.pixelOf(handle.place);
        if (!pen.view.contains(at)) continue;
        const bool middle = handle.kind == ZoneHandle::Kind::Middle;
        const double reach = (middle ? middle_px : handle_px) * pen.scale;
        const auto form = [&](double half) { return middle ? disc(at, half) : square(at, half); };
        if (handle.selected) m_lines.addConvex(form(reach + 4.0 * pen.scale), pen.halo);
        m_lines.addConvex(form(reach + 2.0 * pen.scale), pen.casing);
        m_lines.addConvex(form(reach + 0.8 * pen.scale), pen.strong);
        m_lines.addConvex(form(reach - 0.8 * pen.scale), handle.selected ? pen.strong : pen.inside);
        if (handle.kind == ZoneHandle::Kind::Centre) m_lines.addCross(at, reach * 2.2, 1.4 * pen.scale, pen.strong);
        if (!middle) m_symbols.push_back(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
    }
}

bool ZoneDrawing::buildTexts(const ZoneShapes& shapes, const MapCamera& camera, const theme::Theme& theme, double scale,
                             GlyphAtlas& atlas, std::span<const QRectF> keepFree) {
    m_texts.clear();
    m_taken.assign(m_symbols.begin(), m_symbols.end());
    m_labels = 0;
    if (shapes.zones.empty() && shapes.rubber.empty() && shapes.notes.isEmpty()) return true; // most maps, every tick
    bool complete = true;
    Occupancy occupancy(camera.size);
    for (const QRectF& area : keepFree)
        occupancy.take(area);
    for (const QRectF& symbol : m_symbols)
        occupancy.take(symbol);
    if (shapes.pen && !shapes.notes.isEmpty())
        if (const auto plate = addNotePlate(m_texts, shapes.notes, camera.pixelOf(*shapes.pen), camera.size, theme,
                                            scale, atlas, complete)) {
            occupancy.take(*plate);
            m_taken.push_back(*plate);
        }
    // Chosen ones first, then by what they ask of a flight, large before small.
    std::vector<Anchor> order = m_anchors;
    std::ranges::stable_sort(order, {}, [&](const Anchor& anchor) {
        const ZoneShape& zone = shapes.zones[anchor.zone];
        return std::tuple(!(zone.selected || zone.draft), zone.state == ZoneShape::State::Inactive, zone.kind,
                          -anchor.width_px);
    });
    const double padding = labelPadding_px * scale;
    for (const Anchor& anchor : order) {
        const ZoneShape& zone = shapes.zones[anchor.zone];
        const bool chosen = zone.selected || zone.draft;
        if (zone.label.isEmpty() || m_labels >= mostLabels) continue;
        if (!chosen && anchor.width_px < 2 * tooSmall_px * scale) continue;
        const QStringList lines =
            chosen || anchor.width_px >= wideLabel_px * scale ? zone.label : QStringList{zone.label.front()};
        std::vector<const ShapedText*> texts;
        double width = 0;
        for (const QString& line : lines)
            if (const ShapedText* const text = atlas.shaped(line)) {
                texts.push_back(text);
                width = std::max(width, text->size_px.width());
            }
        if (texts.size() != static_cast<std::size_t>(lines.size())) {
            complete = false;
            continue;
        }
        const QSizeF size(width + 2 * padding, static_cast<double>(texts.size()) * atlas.lineHeight_px() + 2 * padding);
        const auto before = m_places.constFind(zone.key);
        const std::size_t preferred = before != m_places.cend() ? *before : above;
        const auto place = takeLabelPlace(occupancy, anchor.at, size, preferred, 5.0 * scale);
        if (!place) continue;
        m_places.insert(zone.key, *place);
        const QRectF area(labelTopLeft(*place, anchor.at, size, 5.0 * scale), size);
        m_texts.addPlate(area, theme.color(ColorRole::Base), 0.7);
        const bool quiet = zone.state == ZoneShape::State::Inactive && !chosen;
        double y = padding;
        for (const ShapedText* text : texts) {
            const bool name = text == texts.front() && !quiet;
            m_texts.addText(*text, area.topLeft() + QPointF(padding, y),
                            theme.color(name ? ColorRole::Text : ColorRole::SecondaryText), atlas.devicePixelRatio());
            y += atlas.lineHeight_px();
        }
        m_taken.push_back(area);
        ++m_labels;
    }
    return complete;
}

} // namespace haneul::map
