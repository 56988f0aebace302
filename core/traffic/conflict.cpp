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

// An aircraft and where it is now, about: on an earth that is flat around each pair.
struct Flying {
    TrackPtr track;
    double age_s = 0;
    double north_m = 0; // from the equator
    double longitude_deg = 0;
    double degree_m = 0; // of longitude, there
    double east_mps = 0, north_mps = 0;
    double reach_m = 0; // how far it comes while it is looked ahead
};

std::vector<Flying> flying(std::span<const TrackPtr> tracks, UtcMs now, const SeparationLimits& limits) {
    std::vector<Flying> all;
    for (const TrackPtr& track : tracks) {
        if (!track->position || track->state == TrackState::Lost || track->onGround.value_or(false)) continue;
        const Velocity_mps velocity = track->velocity.value_or(Velocity_mps{});
        const double age_s = std::max(0.0, static_cast<double>((now - track->received).count()) / 1000);
        const double latitude = track->position->latitude_deg * std::numbers::pi / 180;
        const double degree_m = std::max(1.0, metresPerDegree * std::cos(latitude));
        all.push_back({.track = track,
                       .age_s = age_s,
                       .north_m = track->position->latitude_deg * metresPerDegree + velocity.north * age_s,
                       .longitude_deg = track->position->longitude_deg + velocity.east * age_s / degree_m,
                       .degree_m = degree_m,
                       .east_mps = velocity.east,
                       .north_mps = velocity.north,
                       .reach_m = velocity.groundSpeed_mps() * limits.ahead_s});
    }
    std::ranges::sort(all, {}, &Flying::north_m);
    return all;
}

// Whether it is worth to look at a pair exactly: on the flat earth, which is wrong by less than 3 % (up to 85 degrees
// of latitude). Of thousands of aircraft there are millions of pairs.
bool mayMeet(const Flying& one, const Flying& other, const SeparationLimits& limits) {
    double east_deg = other.longitude_deg - one.longitude_deg;
    if (std::abs(east_deg) > 180) east_deg -= std::copysign(360, east_deg);
    const double east_m = east_deg * one.degree_m, north_m = other.north_m - one.north_m;
    const double farthest_m = one.reach_m + other.reach_m + limits.horizontal_m + 1;
    const double doubt_m = 0.03 * (std::abs(east_m) + std::abs(north_m));
    if (std::abs(east_m) > farthest_m + doubt_m) return false;
    const double east_mps = other.east_mps - one.east_mps, north_mps = other.north_mps - one.north_mps;
    const double speed2 = east_mps * east_mps + north_mps * north_mps;
    const double meeting = -(east_m * east_mps + north_m * north_mps);
    const double when_s = speed2 > 0 ? std::clamp(meeting / speed2, 0.0, limits.ahead_s) : 0.0;
    const double east = east_m + east_mps * when_s, north = north_m + north_mps * when_s;
    const double limit_m = limits.horizontal_m + doubt_m + 1;
    return east * east + north * north < limit_m * limit_m;
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
        m_relative = {.east_m = at.east + other.east_mps * other.age_s - one.east_mps * one.age_s,
                      .north_m = at.north + other.north_mps * other.age_s - one.north_mps * one.age_s,
                      .east_mps = other.east_mps - one.east_mps,
                      .north_mps = other.north_mps - one.north_mps};
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
        geo::Enu_m at = m_frame.toEnu(*each.track->position, 0);
        at.east += each.east_mps * (each.age_s + seconds);
        at.north += each.north_mps * (each.age_s + seconds);
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
            if ((all[j].north_m - all[i].north_m) * 0.97 > all[i].reach_m + farthest_m + limits.horizontal_m) break;
            if (mayMeet(all[i], all[j], limits)) Pair(all[i], all[j], limits).judge(conflicts);
        }
    std::ranges::stable_sort(conflicts.found, {},
                             [](const Conflict& each) { return std::pair(each.lost ? 0.0 : 1.0, each.until_s); });
    return conflicts;
}

} // namespace haneul::traffic
