#pragma once

#include <QPointF>
#include <QRectF>

namespace haneul::map {

// Cuts a line to a rectangle, so that dashes of a way that is a thousand times longer than the view cost nothing.
// False: nothing of it is inside.
[[nodiscard]] bool clipLine(const QRectF& view, QPointF& from, QPointF& to);

} // namespace haneul::map
