#pragma once

#include "ui/map/glyph_atlas.h"
#include "ui/map/quads.h"
#include "ui/theme/theme.h"

#include <QStringList>

#include <optional>

namespace haneul::map {

// Lines of text on a plate beside a place of the view, such as length and bearing of what is being drawn.
// `complete` becomes false when a text is not shaped yet; then there is no plate in this frame.
[[nodiscard]] std::optional<QRectF> addNotePlate(TextQuads& texts, const QStringList& lines, QPointF at, QSizeF view,
                                                 const theme::Theme& theme, double scale, GlyphAtlas& atlas,
                                                 bool& complete);

} // namespace haneul::map
