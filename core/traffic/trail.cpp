#include "core/traffic/trail.h"

#include <algorithm>
#include <utility>

namespace haneul::traffic {

void Trail::add(const TrailPoint& point) {
    if (!wants(point.received)) return;
    std::vector<TrailPoint> next;
    const auto before = points();
    next.reserve(std::min(before.size() + 1, maxPoints));
    if (point.received >= m_until) {
        const auto kept = before.last(std::min(before.size(), maxPoints - 1));
        next.assign(kept.begin(), kept.end());
    }
    next.push_back(point);
    m_points = std::make_shared<const std::vector<TrailPoint>>(std::move(next));
    m_from = UtcMs{point.received.time_since_epoch() / step * step};
    m_until = m_from + step;
}

bool Trail::operator==(const Trail& other) const {
    return m_points == other.m_points || std::ranges::equal(points(), other.points());
}

} // namespace haneul::traffic
