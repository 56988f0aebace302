#include "ui/map/network_drawing.h"

#include "ui/map/line_clip.h"
#include "ui/map/note_plate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace haneul::map {

namespace {

constexpr double thin_px = 1.6;
constexpr double thick_px = 3.2;  // the chosen mission's
constexpr double casing_px = 2.0; // each side
constexpr double halo_px = 3.0;
constexpr double trackGap_px = 5.0; // between the middles of a double track
constexpr double dash_px = 6.0;
constexpr double node_px = 6.0; // half a side, radius
constexpr double handle_px = 4.0;
constexpr double crossing_px = 5.0;
constexpr double column_px = 5.0; // half the width of a triangle
constexpr double labelPadding_px = 2.0;
constexpr double margin_px = 60.0; // drawn outside of the view

using Points = std::vector<QPointF>;

Points square(QPointF at, double half) {
    return {at + QPointF(-half, -half), at + QPointF(half, -half), at + QPointF(half, half), at + QPointF(-half, half)};
}

Points disc(QPointF at, double radius) {
    constexpr int corners = 20;
    Points points;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        points.push_back(at + QPointF(std::cos(angle), std::sin(angle)) * radius);
    }
    return points;
}

Points symbolOf(const NetworkNodeShape& node, QPointF at, double reach) {
    return node.kind == NetworkNodeShape::Kind::Base ? square(at, reach) : disc(at, reach * 1.1);
}

QRectF boxOf(const Points& points) {
    QRectF box(points.front(), points.front());
    for (const QPointF& point : points)
        box = QRectF(QPointF(std::min(box.left(), point.x()), std::min(box.top(), point.y())),
                     QPointF(std::max(box.right(), point.x()), std::max(box.bottom(), point.y())));
    return box;
}

// The same way, that far to its right; corners are cut where they turn sharply.
Points beside(const Points& points, double offset) {
    const auto normal = [&](std::size_t from) {
        const QPointF along = points[from + 1] - points[from];
        const double length = std::hypot(along.x(), along.y());
        return length > 0 ? QPointF(-along.y(), along.x()) / length : QPointF();
    };
    Points moved;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF before = normal(i > 0 ? i - 1 : 0);
        const QPointF after = normal(i + 1 < points.size() ? i : i - 1);
        const QPointF sum = before + after;
        const double squared = QPointF::dotProduct(sum, sum);
        const QPointF shift = squared > 0.5 ? sum * (2.0 / squared) : after; // mitre
        moved.push_back(points[i] + shift * offset);
    }
    return moved;
}

} // namespace

struct NetworkDrawing::Ink {
    QColor line, strong, casing, halo, inside;
    double scale;
    QRectF view;

    Ink(const theme::Theme& theme, const MapCamera& camera, double factor)
        : line(theme.color(theme::ColorRole::SecondaryText))
        , strong(theme.color(theme::ColorRole::Text))
        , casing(theme.color(theme::ColorRole::Base))
        , halo(theme.color(theme::ColorRole::Selection))
        , inside(theme.color(theme::ColorRole::Panel))
        , scale(factor)
        , view(QRectF({0, 0}, camera.size).adjusted(-margin_px, -margin_px, margin_px, margin_px)) {
        casing.setAlphaF(0.75F);
    }

    [[nodiscard]] bool cut(QPointF& from, QPointF& to) const { return clipLine(view, from, to); }
};

void NetworkDrawing::buildLines(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme,
                                double scale) {
    m_lines.clear();
    m_symbols.clear();
    m_nodes = 0;
    m_links = 0;
    const Ink ink(theme, camera, scale);
    for (const bool raised : {false, true}) // what is chosen lies on top
        for (const NetworkLinkShape& link : shapes.links)
            if ((link.selected || link.mission) == raised) addLink(link, camera, ink);
    for (const NetworkCrossingShape& crossing : shapes.crossings)
        addCrossing(camera.pixelOf(crossing.place), ink);
    addRubber(shapes, camera, ink);
    for (const NetworkLinkShape& link : shapes.links)
        addHandles(link, camera, ink);
    for (const NetworkNodeShape& node : shapes.nodes) {
        const QPointF at = camera.pixelOf(node.place);
        if (!ink.view.contains(at)) continue;
        ++m_nodes;
        addNode(node, at, ink);
    }
    for (const NetworkColumnShape& column : shapes.columns)
        if (const QPointF at = camera.pixelOf(column.place); ink.view.contains(at)) addColumns(column, at, ink);
}

void NetworkDrawing::addLink(const NetworkLinkShape& link, const MapCamera& camera, const Ink& ink) {
    const Points middle = pixelsOf(link.path, camera);
    if (middle.size() < 2 || !boxOf(middle).adjusted(-1, -1, 1, 1).intersects(ink.view)) return;
    ++m_links;
    const double gap = trackGap_px * ink.scale / 2;
    std::vector<Points> tracks;
    if (link.doubleTrack)
        tracks = {beside(middle, -gap), beside(middle, gap)};
    else
        tracks = {middle};
    const double width = (link.mission || link.heavy ? thick_px : thin_px) * ink.scale;
    const bool raised = link.selected || link.mission;
    const double under = width + 2 * (raised ? halo_px : casing_px) * ink.scale + (link.doubleTrack ? 2 * gap : 0.0);
    const auto eachPart = [&](const Points& points, auto draw) {
        for (std::size_t i = 1; i < points.size(); ++i) {
            QPointF from = points[i - 1];
            QPointF to = points[i];
            if (ink.cut(from, to)) draw(from, to);
        }
    };
    if (raised) {
        eachPart(middle, [&](QPointF from, QPointF to) { m_lines.addLine(from, to, under, ink.halo); });
        eachPart(middle,
                 [&](QPointF from, QPointF to) { m_lines.addLine(from, to, under - 2.5 * ink.scale, ink.inside); });
    } else {
        eachPart(middle, [&](QPointF from, QPointF to) { m_lines.addLine(from, to, under, ink.casing); });
    }
    const QColor color = raised ? ink.strong : ink.line;
    for (const Points& track : tracks)
        eachPart(track, [&](QPointF from, QPointF to) {
            if (link.dotted)
                m_lines.addDashes(from, to, width, dash_px * ink.scale / 3, color);
            else if (link.verified)
                m_lines.addLine(from, to, width, color);
            else
                m_lines.addDashes(from, to, width, dash_px * ink.scale, color);
        });
}

void NetworkDrawing::addHandles(const NetworkLinkShape& link, const MapCamera& camera, const Ink& ink) {
    for (const NetworkHandle& handle : link.handles) {
        const QPointF at = camera.pixelOf(handle.place);
        if (!ink.view.contains(at)) continue;
        const double reach = handle_px * ink.scale;
        const auto diamond = [at](double half) {
            return Points{at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)};
        };
        if (handle.selected) m_lines.addConvex(diamond(reach + 4.5 * ink.scale), ink.halo);
        m_lines.addConvex(diamond(reach + 2.0 * ink.scale), ink.casing);
        m_lines.addConvex(diamond(reach + 1.0 * ink.scale), ink.strong);
        m_lines.addConvex(diamond(reach - 0.8 * ink.scale), handle.selected ? ink.strong : ink.inside);
        m_symbols.push_back(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
    }
}

// An x: what must be kept apart in time.
void NetworkDrawing::addCrossing(QPointF at, const Ink& ink) {
    if (!ink.view.contains(at)) return;
    const double reach = crossing_px * ink.scale;
    m_lines.addConvex(disc(at, reach + 3 * ink.scale), ink.inside);
    for (const QPointF arm : {QPointF(reach, reach), QPointF(reach, -reach)})
        m_lines.addLine(at - arm, at + arm, 1.8 * ink.scale, ink.strong);
    m_symbols.push_back(QRectF(at - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach)));
}

void NetworkDrawing::addRubber(const NetworkShapes& shapes, const MapCamera& camera, const Ink& ink) {
    const Points pixels = pixelsOf(shapes.rubber, camera);
    for (std::size_t i = 1; i < pixels.size(); ++i) {
        QPointF from = pixels[i - 1];
        QPointF to = pixels[i];
        if (!ink.cut(from, to)) continue;
        m_lines.addLine(from, to, (thin_px + 2 * casing_px) * ink.scale, ink.casing);
        m_lines.addDashes(from, to, thin_px * ink.scale, dash_px * ink.scale / 2, ink.strong); // dotted: a draft
    }
    for (std::size_t i = 1; i + 1 < pixels.size(); ++i)
        m_lines.addConvex(disc(pixels[i], 3 * ink.scale), ink.strong);
    if (!shapes.snap) return;
    const QPointF at = camera.pixelOf(*shapes.snap);
    constexpr int corners = 24;
    const auto rim = [&](int i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        return at + QPointF(std::cos(angle), std::sin(angle)) * (node_px + 6) * ink.scale;
    };
    for (int i = 0; i < corners; ++i)
        m_lines.addLine(rim(i), rim(i + 1), 1.6 * ink.scale, ink.halo);
}

void NetworkDrawing::addNode(const NetworkNodeShape& node, QPointF at, const Ink& ink) {
    const double reach = node_px * ink.scale;
    if (node.selected) m_lines.addConvex(symbolOf(node, at, reach + 5 * ink.scale), ink.halo);
    if (node.movingBase) {
        m_lines.addConvex(symbolOf(node, at, reach + 5.5 * ink.scale), ink.casing);
        m_lines.addConvex(symbolOf(node, at, reach + 4.5 * ink.scale), ink.strong);
    }
    m_lines.addConvex(symbolOf(node, at, reach + 2.5 * ink.scale), ink.casing);
    m_lines.addConvex(symbolOf(node, at, reach), ink.strong);
    if (!node.ground_m)
        m_lines.addConvex(symbolOf(node, at, reach - 2.0 * ink.scale), ink.inside);
    else
        m_lines.addConvex(symbolOf(node, at, reach - 4.2 * ink.scale), ink.inside);
    const double box = reach + (node.selected || node.movingBase ? 5 : 1) * ink.scale;
    m_symbols.push_back(QRectF(at - QPointF(box, box), QSizeF(2 * box, 2 * box)));
}

// The columns that the chosen mission uses: take-off as a triangle that points up, landing as one that points down.
void NetworkDrawing::addColumns(const NetworkColumnShape& column, QPointF at, const Ink& ink) {
    const double half = column_px * ink.scale;
    const double beside = (node_px + column_px + 5) * ink.scale;
    const auto triangle = [&](QPointF middle, double size, double up) {
        return Points{middle + QPointF(0, -size * up), middle + QPointF(size, size * up),
                      middle + QPointF(-size, size * up)};
    };
    const auto add = [&](QPointF middle, double up) {
        m_lines.addConvex(triangle(middle, half + 4 * ink.scale, up), ink.halo);
        m_lines.addConvex(triangle(middle, half + 2 * ink.scale, up), ink.inside);
        m_lines.addConvex(triangle(middle, half, up), ink.strong);
        m_symbols.push_back(QRectF(middle - QPointF(half, half), QSizeF(2 * half, 2 * half)));
    };
    if (column.takeOff) add(at - QPointF(beside, 0), 1);
    if (column.landing) add(at + QPointF(beside, 0), -1);
}

bool NetworkDrawing::buildTexts(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme,
                                double scale, GlyphAtlas& atlas, std::span<const QRectF> keepFree) {
    m_texts.clear();
    m_taken.assign(m_symbols.begin(), m_symbols.end());
    m_labels = 0;
    if (shapes.nodes.empty() && shapes.rubber.empty()) return true; // most maps, every tick
    Occupancy occupancy(camera.size);
    for (const QRectF& area : keepFree)
        occupancy.take(area);
    for (const QRectF& symbol : m_symbols)
        occupancy.take(symbol);
    bool complete = addSnapLines(shapes, camera, theme, scale, atlas, occupancy);
    const QRectF view({0, 0}, camera.size);
    const double padding = labelPadding_px * scale;
    for (const NetworkNodeShape& node : shapes.nodes) {
        const QPointF at = camera.pixelOf(node.place);
        if (!view.contains(at) || node.label.isEmpty()) continue;
        const ShapedText* text = atlas.shaped(node.label);
        if (!text) {
            complete = false;
            continue;
        }
        const QSizeF size = text->size_px + QSizeF(2 * padding, 2 * padding);
        const auto before = m_places.constFind(node.label);
        const auto preferred = before != m_places.cend() ? std::optional(*before) : std::nullopt;
        const double gap = (labelGap_px + (node.selected ? 6 : 0)) * scale;
        const auto place = takeLabelPlace(occupancy, at, size, preferred, gap);
        if (!place) continue;
        m_places.insert(node.label, *place);
        const QRectF area(labelTopLeft(*place, at, size, gap), size);
        m_texts.addPlate(area, theme.color(theme::ColorRole::Base), 0.6);
        m_texts.addText(*text, area.topLeft() + QPointF(padding, padding), theme.color(theme::ColorRole::Text),
                        atlas.devicePixelRatio());
        m_taken.push_back(area);
        ++m_labels;
    }
    return complete;
}

// Distance and bearing of what is being drawn, beside the pointer.
bool NetworkDrawing::addSnapLines(const NetworkShapes& shapes, const MapCamera& camera, const theme::Theme& theme,
                                  double scale, GlyphAtlas& atlas, Occupancy& occupancy) {
    if (shapes.snapLines.isEmpty() || shapes.rubber.empty()) return true;
    bool complete = true;
    const auto plate = addNotePlate(m_texts, shapes.snapLines, pixelsOf(shapes.rubber, camera).back(), camera.size,
                                    theme, scale, atlas, complete);
    if (!plate) return complete;
    occupancy.take(*plate);
    m_taken.push_back(*plate);
    return complete;
}

} // namespace haneul::map
