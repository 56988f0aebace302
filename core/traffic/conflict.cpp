#include "core/traffic/conflict.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace haneul::traffic {

namespace {

constexpr double metresPerDegree = 110'500; // of latitude; in truth up to 1 % more
constexpr double never = std::numeric_limits<double>::infinity();

// Seconds from now.
struct Interval {
    double from_s = 0;
    double to_s = 0;

    [[nodiscard]] bool empty() const { return from_s > to_s; }
};

Interval both(const Interval& one, const Interval& other) {
    return {std::max(one.from_s, other.from_s), std::min(one.to_s, other.to_s)};
}

constexpr Interval none{1, 0};
constexpr Interval always{-never, never};

// The other one as seen from the first, horizontally: place and how it moves.
struct Relative {
    double east_m = 0, north_m = 0;
    double east_mps = 0, north_mps = 0;

    [[nodiscard]] double distanceAt_m(double seconds) const {
        return std::hypot(east_m + east_mps * seconds, north_m + north_mps * seconds);
    }
};

// While they are closer than `limit_m` horizontally: a quadratic in time.
Interval closerThan(const Relative& relative, double limit_m) {
    const double a = relative.east_mps * relative.east_mps + relative.north_mps * relative.north_mps;
    const double b = relative.east_m * relative.east_mps + relative.north_m * relative.north_mps;
    const double c = relative.east_m * relative.east_m + relative.north_m * relative.north_m - limit_m * limit_m;
    if (a < 1e-9) return c < 0 ? always : none;
    const double under = b * b - a * c;
    if (under <= 0) return none;
    const double root = std::sqrt(under);
    return {(-b - root) / a, (-b + root) / a};
}

// The same of heights.
Interval closerThan(double apart_m, double apart_mps, double limit_m) {
    if (std::abs(apart_mps) < 1e-6) return std::abs(apart_m) < limit_m ? always : none;
    const double first = (-limit_m - apart_m) / apart_mps, second = (limit_m - apart_m) / apart_mps;
    return {std::min(first, second), std::max(first, second)};
}

struct Flying {
    TrackPtr track;
    double age_s = 0;
    double north_m = 0; // from the equator, about
    double reach_m = 0; // how far it may come while it is looked ahead

    [[nodiscard]] Velocity_mps velocity() const { return track->velocity.value_or(Velocity_mps{}); }
};

std::vector<Flying> flying(std::span<const TrackPtr> tracks, UtcMs now, const SeparationLimits& limits) {
    std::vector<Flying> all;
    for (const TrackPtr& track : tracks) {
        if (!track->position || track->state == TrackState::Lost || track->onGround.value_or(false)) continue;
        const double age_s = std::max(0.0, static_cast<double>((now - track->received).count()) / 1000);
        const double speed_mps = track->velocity ? track->velocity->groundSpeed_mps() : 0.0;
        all.push_back(
            {track, age_s, track->position->latitude_deg * metresPerDegree, speed_mps * (limits.ahead_s + age_s)});
    }
    std::ranges::sort(all, {}, &Flying::north_m);
    return all;
}

// Whether it is worth to look at a pair exactly: on a flat earth, which is wrong by less than 3 %.
bool mayMeet(const Flying& one, const Flying& other, const SeparationLimits& limits) {
    const geo::LatLon here = *one.track->position, there = *other.track->position;
    const double degree_m = metresPerDegree * std::cos(here.latitude_deg * std::numbers::pi / 180);
    double east_deg = there.longitude_deg - here.longitude_deg;
    if (std::abs(east_deg) > 180) east_deg -= std::copysign(360, east_deg);
    const Velocity_mps v = one.velocity(), w = other.velocity();
    const Relative flat{.east_m = east_deg * degree_m + w.east * other.age_s - v.east * one.age_s,
                        .north_m = other.north_m - one.north_m + w.north * other.age_s - v.north * one.age_s,
                        .east_mps = w.east - v.east,
                        .north_mps = w.north - v.north};
    const double speed2 = flat.east_mps * flat.east_mps + flat.north_mps * flat.north_mps;
    const double meeting = -(flat.east_m * flat.east_mps + flat.north_m * flat.north_mps);
    const double when_s = speed2 > 0 ? std::clamp(meeting / speed2, 0.0, limits.ahead_s) : 0.0;
    const double doubt_m = 0.03 * (std::abs(flat.east_m) + std::abs(flat.north_m));
    return flat.distanceAt_m(when_s) < limits.horizontal_m + doubt_m + 1;
}

// One pair; the first is the middle of its frame.
class Pair {
public:
    Pair(const Flying& one, const Flying& other, const SeparationLimits& limits)
        : m_one(one)
        , m_other(other)
        , m_limits(limits)
        , m_frame(*one.track->position) {
        const geo::Enu_m at = m_frame.toEnu(*other.track->position, 0);
        const Velocity_mps v = one.velocity(), w = other.velocity();
        m_relative = {.east_m = at.east + w.east * other.age_s - v.east * one.age_s,
                      .north_m = at.north + w.north * other.age_s - v.north * one.age_s,
                      .east_mps = w.east - v.east,
                      .north_mps = w.north - v.north};
    }

    void judge(Conflicts& conflicts) const {
        const Interval near = both(closerThan(m_relative, m_limits.horizontal_m), {0, m_limits.ahead_s});
        if (near.empty()) return;
        const Track &one = *m_one.track, &other = *m_other.track;
        const bool comparable = one.state == TrackState::Live && other.state == TrackState::Live && one.height &&
                                other.height && one.height->datum == other.height->datum;
        const bool moving = one.velocity && other.velocity && one.verticalRate_mps && other.verticalRate_mps;
        if (!comparable) {
            ++conflicts.notJudged;
            return;
        }
        const double climb_mps = other.verticalRate_mps.value_or(0) - one.verticalRate_mps.value_or(0);
        const double apart_m = height_m(m_other, 0) - height_m(m_one, 0);
        const Interval loss = both(near, closerThan(apart_m, climb_mps, m_limits.vertical_m));
        const bool lost = near.from_s <= 0 && std::abs(apart_m) < m_limits.vertical_m;
        if (!lost && !moving) {
            ++conflicts.notJudged;
            return;
        }
        if (!lost && loss.empty()) return;
        conflicts.found.push_back(at(moving ? closest_s(loss, apart_m, climb_mps) : 0.0, lost));
    }

private:
    [[nodiscard]] static double height_m(const Flying& each, double seconds) {
        return each.track->height->metres + each.track->verticalRate_mps.value_or(0) * (each.age_s + seconds);
    }

    [[nodiscard]] geo::LatLon placeOf(const Flying& each, double seconds) const {
        const Velocity_mps velocity = each.velocity();
        geo::Enu_m at = m_frame.toEnu(*each.track->position, 0);
        at.east += velocity.east * (each.age_s + seconds);
        at.north += velocity.north * (each.age_s + seconds);
        return m_frame.toLatLon(at);
    }

    // Smallest separation in units of the limits; its square is a parabola in time.
    [[nodiscard]] double closest_s(const Interval& loss, double apart_m, double climb_mps) const {
        const double h2 = m_limits.horizontal_m * m_limits.horizontal_m;
        const double v2 = m_limits.vertical_m * m_limits.vertical_m;
        const double a =
            (m_relative.east_mps * m_relative.east_mps + m_relative.north_mps * m_relative.north_mps) / h2 +
            climb_mps * climb_mps / v2;
        const double b = (m_relative.east_m * m_relative.east_mps + m_relative.north_m * m_relative.north_mps) / h2 +
                         apart_m * climb_mps / v2;
        return a < 1e-12 ? loss.from_s : std::clamp(-b / a, loss.from_s, loss.to_s);
    }

    [[nodiscard]] Conflict at(double seconds, bool lost) const {
        const bool inOrder = m_one.track->id < m_other.track->id;
        const Flying &first = inOrder ? m_one : m_other, &second = inOrder ? m_other : m_one;
        Conflict conflict{.tracks = {first.track, second.track},
                          .lost = lost,
                          .until_s = seconds,
                          .horizontal_m = m_relative.distanceAt_m(seconds),
                          .vertical_m = 0,
                          .places = {placeOf(first, seconds), placeOf(second, seconds)},
                          .heights_m = {height_m(first, seconds), height_m(second, seconds)}};
        conflict.vertical_m = std::abs(conflict.heights_m[1] - conflict.heights_m[0]);
        return conflict;
    }

    const Flying& m_one;
    const Flying& m_other;
    const SeparationLimits& m_limits;
    geo::LocalFrame m_frame;
    Relative m_relative;
};

} // namespace

Conflicts conflictsOf(std::span<const TrackPtr> tracks, UtcMs now, const SeparationLimits& limits) {
    const std::vector<Flying> all = flying(tracks, now, limits);
    double farthest_m = 0;
    for (const Flying& each : all)
        farthest_m = std::max(farthest_m, each.reach_m);
    Conflicts conflicts;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = i + 1; j < all.size(); ++j) {
            if (all[j].north_m - all[i].north_m > all[i].reach_m + farthest_m + limits.horizontal_m) break;
            if (mayMeet(all[i], all[j], limits)) Pair(all[i], all[j], limits).judge(conflicts);
        }
    std::ranges::stable_sort(conflicts.found, {},
                             [](const Conflict& each) { return std::pair(each.lost ? 0.0 : 1.0, each.until_s); });
    return conflicts;
}

} // namespace haneul::traffic
