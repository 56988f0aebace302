#include "ui/map/line_clip.h"

#include <algorithm>

namespace haneul::map {

bool clipLine(const QRectF& view, QPointF& from, QPointF& to) {
    double begin = 0;
    double end = 1;
    const QPointF along = to - from;
    const auto limit = [&](double at, double step, double low, double high) {
        if (step == 0) return at >= low && at <= high;
        const double first = (low - at) / step;
        const double second = (high - at) / step;
        begin = std::max(begin, std::min(first, second));
        end = std::min(end, std::max(first, second));
        return begin < end;
    };
    if (!limit(from.x(), along.x(), view.left(), view.right())) return false;
    if (!limit(from.y(), along.y(), view.top(), view.bottom())) return false;
    const QPointF start = from;
    from = start + along * begin;
    to = start + along * end;
    return true;
}

} // namespace haneul::map
