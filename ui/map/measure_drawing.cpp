#include "ui/map/measure_drawing.h"

#include <algorithm>

namespace haneul::map {

namespace {
constexpr double line_px = 1.6;
constexpr double casing_px = 4.0;
constexpr double dash_px = 7.0;
constexpr double cross_px = 9.0;
constexpr double offset_px = 14.0; // of the plate from the line's middle
constexpr double padding_px = 6.0;
} // namespace

bool MeasureDrawing::build(std::span<const MeasureShape> shapes, const MapCamera& camera, const theme::Theme& theme,
                           double scale, GlyphAtlas& atlas) {
    m_lines.clear();
    m_texts.clear();
    m_plates.clear();
    bool complete = true;
    const QColor ink = theme.color(theme::ColorRole::Text);
    QColor casing = theme.color(theme::ColorRole::Base);
    casing.setAlphaF(0.8F);
    for (const MeasureShape& shape : shapes) {
        std::vector<QPointF> pixels{camera.pixelOf(shape.path.front())};
        for (std::size_t i = 1; i < shape.path.size(); ++i) {
            // Step by step, so that a line across the edge of the world does not come back the long way.
            double dx = shape.path[i].x - shape.path[i - 1].x;
            dx -= std::round(dx);
            pixels.push_back(pixels.back() + QPointF(dx, shape.path[i].y - shape.path[i - 1].y) * camera.world_px());
        }
        for (std::size_t i = 1; i < pixels.size(); ++i)
            m_lines.addLine(pixels[i - 1], pixels[i], casing_px * scale, casing);
        for (std::size_t i = 1; i < pixels.size(); ++i) {
            if (shape.open && pixels.size() == 2)
                m_lines.addDashes(pixels[i - 1], pixels[i], line_px * scale, dash_px * scale, ink);
            else
                m_lines.addLine(pixels[i - 1], pixels[i], line_px * scale, ink);
        }
        for (const QPointF& end : {pixels.front(), pixels.back()})
            m_lines.addCross(end, cross_px * scale, line_px * scale, ink);
        const QRectF view({0, 0}, camera.size);
        const bool seen = std::ranges::any_of(
            pixels, [&](QPointF at) { return view.adjusted(-2000, -2000, 2000, 2000).contains(at); });
        if (!seen) continue;
        const std::size_t half = pixels.size() / 2;
        const QPointF middle = pixels.size() == 2 ? (pixels[0] + pixels[1]) / 2.0 : pixels[half];
        complete = addPlate(shape, middle, camera, theme, scale, atlas) && complete;
    }
    return complete;
}

bool MeasureDrawing::addPlate(const MeasureShape& shape, QPointF middle, const MapCamera& camera,
                              const theme::Theme& theme, double scale, GlyphAtlas& atlas) {
    std::vector<const ShapedText*> texts;
    double width_px = 0;
    for (const QString& line : shape.lines) {
        texts.push_back(atlas.shaped(line));
        if (!texts.back()) return false;
        width_px = std::max(width_px, texts.back()->size_px.width());
    }
    const double padding = padding_px * scale;
    const QSizeF size(width_px + 2 * padding, static_cast<double>(texts.size()) * atlas.lineHeight_px() + 2 * padding);
    const QPointF wanted = middle + QPointF(offset_px, offset_px) * scale;
    const QPointF topLeft(std::clamp(wanted.x(), 0.0, std::max(0.0, camera.size.width() - size.width())),
                          std::clamp(wanted.y(), 0.0, std::max(0.0, camera.size.height() - size.height())));
    const QRectF plate(topLeft, size);
    m_plates.push_back(plate);
    m_texts.addPlate(plate.adjusted(-1, -1, 1, 1), theme.color(theme::ColorRole::Line), 1.0);
    m_texts.addPlate(plate, theme.color(theme::ColorRole::Panel), 0.95);
    double y = padding;
    for (const ShapedText* text : texts) {
        m_texts.addText(*text, topLeft + QPointF(padding, y), theme.color(theme::ColorRole::Text),
                        atlas.devicePixelRatio());
        y += atlas.lineHeight_px();
    }
    return true;
}

} // namespace haneul::map
