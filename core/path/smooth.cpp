#include "core/path/smooth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::path {

namespace {

constexpr double gravity_mps2 = 9.80665;
constexpr double straight_deg = 1;
constexpr int mostTries = 6; // radii, each half of the one before

struct Vec {
    double x, y, z;
};

Vec between(Point_m a, Point_m b) {
    return {b.x - a.x, b.y - a.y, b.z - a.z};
}

double length(Vec v) {
    return std::sqrt(v.x * v.x + v.y * v.y + v.z * v.z);
}

Point_m along(Point_m from, Vec unit, double by_m) {
    return {from.x + unit.x * by_m, from.y + unit.y * by_m, from.z + unit.z * by_m};
}

// The round of a turn at `corner` that touches both legs at `reach_m` from it, as points on a circle; legs leave the
// corner along `back` and `ahead` (unit vectors), `angle` is the change of course.
std::vector<Point_m> roundOf(Point_m corner, Vec back, Vec ahead, double reach_m, double angle, double radius_m,
                             double deviation_m) {
    const auto first = along(corner, back, reach_m), last = along(corner, ahead, reach_m);
    const Vec middle{back.x + ahead.x, back.y + ahead.y, back.z + ahead.z};
    const double half = length(middle);
    if (half < 1e-9) return {first, last};
    const Vec inwards{middle.x / half, middle.y / half, middle.z / half};
    const auto centre = along(corner, inwards, radius_m / std::cos(angle / 2));
    const double widest = 2 * std::acos(std::clamp(1 - deviation_m / radius_m, -1.0, 1.0));
    const int chords = std::clamp(static_cast<int>(std::ceil(angle / std::max(widest, 1e-3))), 1, 32);
    const auto from = between(centre, first), to = between(centre, last);
    std::vector<Point_m> points{first};
    for (int i = 1; i < chords; ++i) {
        const double part = angle * i / chords;
        const double a = std::sin(angle - part) / std::sin(angle), b = std::sin(part) / std::sin(angle);
        points.push_back(
            {centre.x + a * from.x + b * to.x, centre.y + a * from.y + b * to.y, centre.z + a * from.z + b * to.z});
    }
    points.push_back(last);
    return points;
}

} // namespace

double turnRadius_m(double speed_mps, double bank_deg) {
    return speed_mps * speed_mps / (gravity_mps2 * std::tan(bank_deg * std::numbers::pi / 180));
}

Smoothed smooth(const LegMeter& meter, std::span<const Point_m> path, const TurnLimits& limits) {
    Smoothed answer;
    if (path.empty()) return answer;
    answer.points.push_back(path.front());
    const double wanted_m = turnRadius_m(limits.speed_mps, limits.bank_deg);
    for (std::size_t i = 1; i + 1 < path.size(); ++i) {
        auto back = between(path[i], path[i - 1]), ahead = between(path[i], path[i + 1]);
        const double backLength_m = length(back), aheadLength_m = length(ahead);
        if (backLength_m < 1e-9 || aheadLength_m < 1e-9) continue;
        back = {back.x / backLength_m, back.y / backLength_m, back.z / backLength_m};
        ahead = {ahead.x / aheadLength_m, ahead.y / aheadLength_m, ahead.z / aheadLength_m};
        const double cosine = -(back.x * ahead.x + back.y * ahead.y + back.z * ahead.z);
        const double angle = std::acos(std::clamp(cosine, -1.0, 1.0));
        const double angle_deg = angle * 180 / std::numbers::pi;
        if (angle_deg <= straight_deg) {
            answer.points.push_back(path[i]);
            continue;
        }
        Turn turn{.at = i, .angle_deg = angle_deg};
        const double room_m = std::min(backLength_m, aheadLength_m) / 2;
        double radius_m = angle_deg > 179 ? 0 : std::min(wanted_m, room_m / std::tan(angle / 2));
        for (int attempt = 0; attempt < mostTries && radius_m > 0; ++attempt, radius_m /= 2) {
            const auto points =
                roundOf(path[i], back, ahead, radius_m * std::tan(angle / 2), angle, radius_m, limits.deviation_m);
            bool isFree = meter.free(answer.points.back(), points.front());
            for (std::size_t k = 0; k + 1 < points.size() && isFree; ++k)
                isFree = meter.free(points[k], points[k + 1]);
            if (!isFree) continue;
            turn.radius_m = radius_m;
            answer.points.insert(answer.points.end(), points.begin(), points.end());
            break;
        }
        if (turn.radius_m == 0) answer.points.push_back(path[i]);
        turn.speed_mps = std::min(limits.speed_mps, std::sqrt(turn.radius_m * gravity_mps2 *
                                                              std::tan(limits.bank_deg * std::numbers::pi / 180)));
        answer.flyable = answer.flyable && turn.speed_mps >= limits.slowest_mps;
        answer.turns.push_back(turn);
    }
    answer.points.push_back(path.back());
    return answer;
}

} // namespace haneul::path
