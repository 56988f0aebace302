#include "ui/map/quads.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace haneul::map {

void TextQuads::addText(const ShapedText& text, QPointF topLeft, QColor color, double devicePixelRatio) {
    // On whole device pixels, or the glyphs are blurred.
    const double left = std::round(topLeft.x() * devicePixelRatio) / devicePixelRatio;
    const double top = std::round(topLeft.y() * devicePixelRatio) / devicePixelRatio;
    for (const GlyphQuad& glyph : text.glyphs)
        addQuad(glyph.place_px.translated(left, top), glyph.texels, qPremultiply(color.rgba()));
}

void TextQuads::addPlate(const QRectF& area, QColor color, double opacity) {
    color.setAlphaF(static_cast<float>(opacity));
    addQuad(area, GlyphAtlas::solidTexels(), qPremultiply(color.rgba()));
}

void TextQuads::addQuad(const QRectF& place_px, const QRectF& texels, QRgb premultipliedColor) {
    const auto add = [&](QPointF at, QPointF texel) {
        m_vertices.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()), static_cast<float>(texel.x()),
                              static_cast<float>(texel.y()), static_cast<std::uint8_t>(qRed(premultipliedColor)),
                              static_cast<std::uint8_t>(qGreen(premultipliedColor)),
                              static_cast<std::uint8_t>(qBlue(premultipliedColor)),
                              static_cast<std::uint8_t>(qAlpha(premultipliedColor))});
    };
    add(place_px.topLeft(), texels.topLeft());
    add(place_px.topRight(), texels.topRight());
    add(place_px.bottomRight(), texels.bottomRight());
    add(place_px.bottomLeft(), texels.bottomLeft());
}

void LineQuads::clear() {
    m_vertices.clear();
    m_indices.clear();
}

void LineQuads::addLine(QPointF from, QPointF to, double width_px, QColor color) {
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (!(length > 0.0)) return;
    const QPointF normal(-along.y() / length, along.x() / length);
    const QRgb shade = qPremultiply(color.rgba());
    const double half = width_px / 2.0;
    const std::array<double, 4> across{-half - 0.9, -half, half, half + 0.9}; // clear rims: soft edges
    const auto base = static_cast<std::uint32_t>(m_vertices.size());
    for (const QPointF& end : {from, to})
        for (const double offset : across) {
            const QPointF at = end + normal * offset;
            const QRgb ink = std::abs(offset) > half ? 0 : shade;
            m_vertices.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()), 0.0F, 0.0F,
                                  static_cast<std::uint8_t>(qRed(ink)), static_cast<std::uint8_t>(qGreen(ink)),
                                  static_cast<std::uint8_t>(qBlue(ink)), static_cast<std::uint8_t>(qAlpha(ink))});
        }
    for (std::uint32_t band = 0; band < 3; ++band) {
        const std::uint32_t near = base + band;
        const std::uint32_t far = near + 4;
        m_indices.insert(m_indices.end(), {near, far, far + 1, near, far + 1, near + 1});
    }
}

void LineQuads::addDashes(QPointF from, QPointF to, double width_px, double dash_px, QColor color) {
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    for (double start = 0.0; start < length; start += 2.0 * dash_px)
        addLine(from + (to - from) * (start / length),
                from + (to - from) * (std::min(start + dash_px, length) / length), width_px, color);
}

void LineQuads::addCross(QPointF at, double reach_px, double width_px, QColor color) {
    addLine(at - QPointF(reach_px, 0), at + QPointF(reach_px, 0), width_px, color);
    addLine(at - QPointF(0, reach_px), at + QPointF(0, reach_px), width_px, color);
}

void LineQuads::addConvex(std::span<const QPointF> corners, QColor color) {
    if (corners.size() < 3) return;
    QPointF middle;
    for (const QPointF& corner : corners)
        middle += corner / static_cast<double>(corners.size());
    const QRgb shade = qPremultiply(color.rgba());
    const auto base = static_cast<std::uint32_t>(m_vertices.size());
    const auto count = static_cast<std::uint32_t>(corners.size());
    const auto add = [this](QPointF at, QRgb ink) {
        m_vertices.push_back({static_cast<float>(at.x()), static_cast<float>(at.y()), 0.0F, 0.0F,
                              static_cast<std::uint8_t>(qRed(ink)), static_cast<std::uint8_t>(qGreen(ink)),
                              static_cast<std::uint8_t>(qBlue(ink)), static_cast<std::uint8_t>(qAlpha(ink))});
    };
    for (const QPointF& corner : corners) {
        const QPointF out = corner - middle;
        const double length = std::hypot(out.x(), out.y());
        add(corner, shade);
        add(length > 0 ? corner + out * (0.9 / length) : corner, 0); // clear rim
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t here = base + 2 * i;
        const std::uint32_t next = base + 2 * ((i + 1) % count);
        if (i > 0 && i + 1 < count) m_indices.insert(m_indices.end(), {base, here, next});
        m_indices.insert(m_indices.end(), {here, here + 1, next + 1, here, next + 1, next});
    }
}

} // namespace haneul::map
