#include "ui/diagram/diagram_picking.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace haneul::diagram {

namespace {

struct Nearest {
    double distance_px = std::numeric_limits<double>::infinity();
    double time_ms = 0;
    bool planned = false;
};

class Search {
public:
    Search(const DiagramScale& scale, double x, double y)
        : m_scale(scale)
        , m_x(x)
        , m_y(y) {}

    void along(const std::vector<Corner>& corners, bool planned, Nearest& nearest) const {
        for (std::size_t i = 1; i < corners.size(); ++i)
            segment(corners[i - 1], corners[i], planned, nearest);
    }

private:
    void segment(const Corner& a, const Corner& b, bool planned, Nearest& nearest) const {
        const double ax = m_scale.x(static_cast<double>(a.time_ms)), ay = m_scale.y(a.row);
        const double dx = m_scale.x(static_cast<double>(b.time_ms)) - ax, dy = m_scale.y(b.row) - ay;
        const double length2 = dx * dx + dy * dy;
        const double part = length2 > 0 ? std::clamp(((m_x - ax) * dx + (m_y - ay) * dy) / length2, 0.0, 1.0) : 0.0;
        const double distance = std::hypot(ax + part * dx - m_x, ay + part * dy - m_y);
        if (distance >= nearest.distance_px) return;
        nearest = {distance, static_cast<double>(a.time_ms) + part * static_cast<double>(b.time_ms - a.time_ms),
                   planned};
    }

    const DiagramScale& m_scale;
    double m_x;
    double m_y;
};

} // namespace

// A column belongs to its node from the start of landing to the end of take-off, as in a detailed line.
MissionPlace placeAt(const delivery::Mission& mission, const delivery::Times& times, std::int64_t time_ms) {
    for (std::size_t k = 0; k < mission.route.legs.size(); ++k) {
        const auto& parts = mission.route.legs[k].parts;
        if (time_ms <= times.legs[k].departures[parts.takeOff.last]) return {k, false};
        if (time_ms < times.legs[k].arrivals[parts.landing.first]) return {k, true};
    }
    return {mission.route.legs.size(), false};
}

std::vector<Pick> picksAt(const DiagramContents& contents, const DiagramScale& scale, double x, double y,
                          double radius_px) {
    const auto low = sinceEpoch_ms(scale.timeAt(x - radius_px)), high = sinceEpoch_ms(scale.timeAt(x + radius_px));
    const Search search(scale, x, y);
    std::vector<Pick> picks;
    for (std::size_t i = 0; i < contents.lines.size(); ++i) {
        const MissionLine& line = contents.lines[i];
        if (line.begin_ms > high || line.end_ms < low) continue;
        Nearest nearest;
        search.along(line.flown, false, nearest);
        search.along(line.expected, false, nearest);
        search.along(line.planned, true, nearest);
        if (nearest.distance_px > radius_px) continue;
        const delivery::Mission& mission = *line.mission;
        const delivery::Times& times = nearest.planned ? mission.planned : mission.times;
        picks.push_back({i, placeAt(mission, times, std::llround(nearest.time_ms)), nearest.distance_px});
    }
    std::ranges::stable_sort(picks, {}, &Pick::distance_px);
    return picks;
}

} // namespace haneul::diagram
