#include "core/avoid/path_follower.h"

#include "core/avoid/motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::avoid {

namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double searchAhead_m = 200; // of the path, so that a path that crosses itself is not cut short
constexpr double nearEnd_m = 70;
constexpr double wideTurn_deg = 50;
constexpr double slowNearEnd_mps = 4;

} // namespace

PathFollower::PathFollower(std::vector<geo::Enu_m> path, double speed_mps)
    : m_path(std::move(path))
    , m_starts_m{0}
    , m_speed_mps(speed_mps) {
    for (std::size_t i = 1; i < m_path.size(); ++i)
        m_starts_m.push_back(m_starts_m.back() +
                             std::hypot(m_path[i].east - m_path[i - 1].east, m_path[i].north - m_path[i - 1].north));
}

geo::Enu_m PathFollower::at(double along_m) const {
    const auto after = std::ranges::upper_bound(m_starts_m, along_m);
    const auto next =
        std::clamp<std::size_t>(static_cast<std::size_t>(after - m_starts_m.begin()), 1, m_path.size() - 1);
    const double leg_m = m_starts_m[next] - m_starts_m[next - 1];
    const double share = leg_m > 0 ? std::clamp((along_m - m_starts_m[next - 1]) / leg_m, 0.0, 1.0) : 1.0;
    const geo::Enu_m& a = m_path[next - 1];
    const geo::Enu_m& b = m_path[next];
    return {a.east + share * (b.east - a.east), a.north + share * (b.north - a.north), a.up + share * (b.up - a.up)};
}

void PathFollower::project(const geo::Enu_m& position) {
    double nearest = INFINITY;
    double along_m = m_along_m;
    for (std::size_t i = 0; i + 1 < m_path.size(); ++i) {
        if (m_starts_m[i + 1] < m_along_m || m_starts_m[i] > m_along_m + searchAhead_m) continue;
        const geo::Enu_m& a = m_path[i];
        const double east = m_path[i + 1].east - a.east;
        const double north = m_path[i + 1].north - a.north;
        const double squared = east * east + north * north;
        if (squared <= 0) continue;
        const double share =
            std::clamp(((position.east - a.east) * east + (position.north - a.north) * north) / squared, 0.0, 1.0);
        const double distance_m =
            std::hypot(position.east - a.east - share * east, position.north - a.north - share * north);
        if (distance_m >= nearest) continue;
        nearest = distance_m;
        along_m = m_starts_m[i] + share * std::sqrt(squared);
    }
    m_along_m = std::max(m_along_m, along_m);
    m_crossTrack_m = nearest;
}

Guidance PathFollower::guide(const OwnState& own, double interval_s) {
    project(own.position);
    m_sinceProgress_s += interval_s;
    if (m_along_m >= m_progressAt_m + progress_m) {
        m_progressAt_m = m_along_m;
        m_sinceProgress_s = 0;
    }
    const geo::Enu_m& end = m_path.back();
    const double left_m = std::hypot(end.east - own.position.east, end.north - own.position.north);
    m_finished = m_finished || left_m <= arrival_m;
    const geo::Enu_m target = at(std::min(m_along_m + lookAhead_m, length_m()));
    Guidance made;
    made.course_deg = std::atan2(target.east - own.position.east, target.north - own.position.north) / degree;
    made.height_m = at(m_along_m).up;
    made.sinceProgress_s = m_sinceProgress_s;
    // A turn at speed would circle around the end.
    const bool circling =
        left_m < nearEnd_m && std::abs(turnBetween_deg(own.course_deg, made.course_deg)) > wideTurn_deg;
    made.speed_mps = circling ? std::min(slowNearEnd_mps, m_speed_mps) : m_speed_mps;
    return made;
}

} // namespace haneul::avoid
