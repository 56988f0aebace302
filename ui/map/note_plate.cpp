#include "ui/map/note_plate.h"

#include <algorithm>
#include <vector>

namespace haneul::map {

std::optional<QRectF> addNotePlate(TextQuads& texts, const QStringList& lines, QPointF at, QSizeF view,
                                   const theme::Theme& theme, double scale, GlyphAtlas& atlas, bool& complete) {
    std::vector<const ShapedText*> shaped;
    double width = 0;
    for (const QString& line : lines) {
        shaped.push_back(atlas.shaped(line));
        if (!shaped.back()) {
            complete = false;
            return std::nullopt;
        }
        width = std::max(width, shaped.back()->size_px.width());
    }
    const double padding = 5.0 * scale;
    const QSizeF size(width + 2 * padding, static_cast<double>(shaped.size()) * atlas.lineHeight_px() + 2 * padding);
    const QPointF wanted = at + QPointF(18, 18) * scale;
    const QPointF topLeft(std::clamp(wanted.x(), 0.0, std::max(0.0, view.width() - size.width())),
                          std::clamp(wanted.y(), 0.0, std::max(0.0, view.height() - size.height())));
    const QRectF plate(topLeft, size);
    texts.addPlate(plate.adjusted(-1, -1, 1, 1), theme.color(theme::ColorRole::Line), 1.0);
    texts.addPlate(plate, theme.color(theme::ColorRole::Panel), 0.95);
    double y = padding;
    for (const ShapedText* text : shaped) {
        texts.addText(*text, topLeft + QPointF(padding, y), theme.color(theme::ColorRole::Text),
                      atlas.devicePixelRatio());
        y += atlas.lineHeight_px();
    }
    return plate;
}

} // namespace haneul::map
