#include "core/avoid/assessment.h"

#include "core/avoid/motion.h"

#include <algorithm>
#include <cmath>

namespace haneul::avoid {

namespace {

constexpr double horizon_s = 25;
constexpr double ruleHorizontal_m = 80;
constexpr double ruleVertical_m = 22;
constexpr double staticHorizon_s = 12;
constexpr double staticStep_s = 1.5;
constexpr double staticMargin_m = 8;
constexpr double farthest = 4; // separations beyond this many loss distances are all alike

struct Relative {
    double east, north, up;             // m, of the other from the own aircraft
    double eastRate, northRate, upRate; // m/s
};

struct Closest {
    double separation = farthest; // 1 at the edge of the loss ellipsoid
    double after_s = horizon_s;
    double horizontal = farthest;
    double vertical = farthest;
};

Closest closest(const Relative& r) {
    constexpr double h = 1 / lossHorizontal_m;
    constexpr double v = 1 / lossVertical_m;
    const double rate = (r.eastRate * r.eastRate + r.northRate * r.northRate) * h * h + r.upRate * r.upRate * v * v;
    const double along = (r.east * r.eastRate + r.north * r.northRate) * h * h + r.up * r.upRate * v * v;
    Closest found;
    found.after_s = rate > 1e-9 ? std::clamp(-along / rate, 0.0, horizon_s) : 0.0;
    const double east = r.east + r.eastRate * found.after_s;
    const double north = r.north + r.northRate * found.after_s;
    const double vertical = std::abs(r.up + r.upRate * found.after_s) * v;
    const double horizontal = std::sqrt(east * east + north * north) * h;
    found.separation = std::min(std::sqrt(horizontal * horizontal + vertical * vertical), farthest);
    found.horizontal = std::min(horizontal, farthest);
    found.vertical = std::min(vertical, farthest);
    return found;
}

struct Interval {
    double from = 0;
    double to = horizon_s;
};

// When |offset + rate t| < limit.
void limitTo(Interval& interval, double offset, double rate, double limit) {
    if (std::abs(rate) < 1e-9) {
        if (std::abs(offset) >= limit) interval.to = -1;
        return;
    }
    const double a = (-limit - offset) / rate;
    const double b = (limit - offset) / rate;
    interval.from = std::max(interval.from, std::min(a, b));
    interval.to = std::min(interval.to, std::max(a, b));
}

// The first time of conflict, or more than the horizon.
double conflictAfter_s(const Relative& r) {
    Interval interval;
    limitTo(interval, r.up, r.upRate, ruleVertical_m);
    if (interval.to <= interval.from) return 2 * horizon_s;
    const double a = r.eastRate * r.eastRate + r.northRate * r.northRate;
    const double b = r.east * r.eastRate + r.north * r.northRate;
    const double c = r.east * r.east + r.north * r.north - ruleHorizontal_m * ruleHorizontal_m;
    if (a < 1e-9) return c < 0 ? interval.from : 2 * horizon_s;
    const double discriminant = b * b - a * c;
    if (discriminant <= 0) return 2 * horizon_s;
    const double root = std::sqrt(discriminant);
    interval.from = std::max(interval.from, (-b - root) / a);
    interval.to = std::min(interval.to, (-b + root) / a);
    return interval.to > interval.from ? interval.from : 2 * horizon_s;
}

double staticConflictAfter_s(const Situation& situation, const geo::Enu_m& from, const Velocity& velocity) {
    if (situation.zones.empty() && situation.volume.empty()) return 2 * horizon_s;
    for (double t = 0; t <= staticHorizon_s; t += staticStep_s) {
        const geo::Enu_m place{from.east + velocity.east_mps * t, from.north + velocity.north_mps * t,
                               std::clamp(from.up + velocity.up_mps * t, situation.floor_m, situation.ceiling_m)};
        if (!situation.zones.empty() && depthInUnion_m(situation.zones, place, t) > -staticMargin_m) return t;
        if (!situation.volume.empty() && depthInUnion_m(situation.volume, place, t) < 0) return t;
    }
    return 2 * horizon_s;
}

struct Outlook {
    double conflict_s = 2 * horizon_s;
    Closest lowest;
    double secondLowest = farthest;
};

// Straight on from `position` at `velocity`, `ahead_s` from now.
Outlook outlook(const Situation& situation, const geo::Enu_m& position, const Velocity& velocity, double ahead_s) {
    Outlook found;
    found.conflict_s = staticConflictAfter_s(situation, position, velocity);
    for (const Traffic& other : situation.traffic) {
        const double since_s = other.age_s + ahead_s;
        const Relative relative{other.position.east + other.velocity.east_mps * since_s - position.east,
                                other.position.north + other.velocity.north_mps * since_s - position.north,
                                other.position.up + other.velocity.up_mps * since_s - position.up,
                                other.velocity.east_mps - velocity.east_mps,
                                other.velocity.north_mps - velocity.north_mps,
                                other.velocity.up_mps - velocity.up_mps};
        found.conflict_s = std::min(found.conflict_s, conflictAfter_s(relative));
        const Closest here = closest(relative);
        if (here.separation < found.lowest.separation) {
            found.secondLowest = found.lowest.separation;
            found.lowest = here;
        } else {
            found.secondLowest = std::min(found.secondLowest, here.separation);
        }
    }
    return found;
}

double conflictCost(double conflict_s) {
    return 6 + 10 * (1 - conflict_s / horizon_s);
}

} // namespace

Assessment assess(const Situation& situation, const Action& action) {
    const OwnState& own = situation.own;
    const Guidance& wanted = situation.guidance;
    Motion motion(own);
    const double course_deg = own.course_deg + action.turn_deg;
    for (int i = 0; i < 2; ++i)
        motion.advance(course_deg, action.speed_mps, action.climb_mps, situation.envelope, decisionEvery_s / 2);
    const double courseError_deg = turnBetween_deg(wanted.course_deg, motion.course_deg());
    const double speedError_mps = action.speed_mps - wanted.speed_mps;
    const double heightError_m = motion.position().up - wanted.height_m;
    const double speedChange_mps = std::abs(action.speed_mps - own.speed_mps);

    Assessment made;
    made.pathCost = std::abs(courseError_deg) / 45 + 0.15 * std::abs(action.turn_deg) / 45 +
                    0.12 * std::abs(speedError_mps) + 0.04 * std::abs(heightError_m) +
                    0.25 * std::abs(action.climb_mps) / 3 + (action.turn_deg < 0 ? 0.02 : 0.0);
    const Outlook ahead = outlook(situation, motion.position(), motion.velocity(), decisionEvery_s);
    made.conflict = ahead.conflict_s <= horizon_s;
    made.ruleCost = made.pathCost + (made.conflict ? conflictCost(ahead.conflict_s) : 0.0);
    const auto f = [](double value) { return static_cast<float>(value); };
    made.features = {f(courseError_deg / 90),
                     f(speedError_mps / 10),
                     f(heightError_m / 30),
                     f(std::abs(action.turn_deg) / 45),
                     f(std::abs(action.climb_mps) / 3),
                     f(speedChange_mps / 10),
                     f(ahead.lowest.separation / farthest),
                     f(ahead.secondLowest / farthest),
                     f(ahead.lowest.after_s / horizon_s),
                     f(ahead.lowest.horizontal / farthest),
                     f(ahead.lowest.vertical / farthest),
                     f(made.conflict ? 1 - 0.8 * ahead.conflict_s / horizon_s : 0.0)};
    return made;
}

bool conflictAhead(const Situation& situation) {
    const Motion now(situation.own);
    return outlook(situation, now.position(), now.velocity(), 0).conflict_s <= horizon_s;
}

} // namespace haneul::avoid
