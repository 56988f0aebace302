#pragma once

#include "ui/map/glyph_atlas.h"
#include "ui/map/track_geometry.h"

#include <QColor>
#include <QRectF>

#include <cstdint>
#include <span>
#include <vector>

namespace haneul::map {

struct LabelVertex {
    float x_px, y_px;
    float u, v;
    std::uint8_t r, g, b, a; // premultiplied
};

static_assert(sizeof(LabelVertex) == 20);

// Texts and the plates under them, in pixels of the view. Four vertices each, clockwise.
class TextQuads {
public:
    void clear() { m_vertices.clear(); }

    void addText(const ShapedText& text, QPointF topLeft, QColor color, double devicePixelRatio);
    void addPlate(const QRectF& area, QColor color, double opacity);

    [[nodiscard]] std::span<const LabelVertex> vertices() const { return m_vertices; }

private:
    void addQuad(const QRectF& place_px, const QRectF& texels, QRgb premultipliedColor);

    std::vector<LabelVertex> m_vertices;
};

// Lines and marks in pixels of the view, for TrackMaterial with its origin at 0,0 and one pixel a unit.
class LineQuads {
public:
    void clear();

    void addLine(QPointF from, QPointF to, double width_px, QColor color);
    void addDashes(QPointF from, QPointF to, double width_px, double dash_px, QColor color);
    void addCross(QPointF at, double reach_px, double width_px, QColor color);
    void addConvex(std::span<const QPointF> corners, QColor color); // filled, with soft edges

    [[nodiscard]] std::span<const TrackVertex> vertices() const { return m_vertices; }

    [[nodiscard]] std::span<const std::uint32_t> indices() const { return m_indices; }

private:
    std::vector<TrackVertex> m_vertices;
    std::vector<std::uint32_t> m_indices;
};

} // namespace haneul::map
