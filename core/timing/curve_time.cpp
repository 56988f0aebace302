#include "core/timing/curve_time.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace haneul::timing {

namespace {

using Bend = route::Curve::Bend;

constexpr std::size_t fewestBends = 32; // of a piece, at first
constexpr std::size_t mostBends = std::size_t{1} << 16;
constexpr double coarsest_m = 1;
constexpr double aside_m = 1e-6; // both sides of a place where the curvature may jump

// From 0 to the length, evenly spaced between jumps, with each jump among them.
std::vector<double> placesOf(double length_m, std::span<const double> jumps_m, double spacing_m) {
    std::vector<double> places_m{0};
    const auto add = [&](double end_m) {
        const double begin_m = places_m.back();
        const double cells = std::ceil((end_m - begin_m) / spacing_m);
        for (double i = 1; i < cells; ++i)
            places_m.push_back(begin_m + (end_m - begin_m) * i / cells);
        places_m.push_back(end_m);
    };
    for (const double jump_m : jumps_m)
        if (jump_m > places_m.back() + aside_m && jump_m < length_m - aside_m) add(jump_m);
    add(length_m);
    return places_m;
}

// Places with the highest speed there; none when the turn limits nowhere.
struct Speeds {
    std::vector<double> places_m, speeds_mps;

    void add(double place_m, double speed_mps) {
        places_m.push_back(place_m);
        speeds_mps.push_back(speed_mps);
    }
};

std::optional<Speeds> turnSpeeds(const std::vector<Bend>& bends, const TurningLimits& limits) {
    Speeds speeds;
    bool turns = false;
    for (const Bend& bend : bends) {
        const bool limited = bend.curvature_1pm * limits.motion.speed_mps > limits.turnRate_radps;
        turns = turns || limited;
        speeds.add(bend.along_m, limited ? limits.turnRate_radps / bend.curvature_1pm : limits.motion.speed_mps);
    }
    return turns ? std::optional(std::move(speeds)) : std::nullopt;
}

// What can be reached from the start, then what can be braked from before the end.
void keepLimits(Speeds& of, const MotionLimits& limits) {
    auto& speeds = of.speeds_mps;
    const auto& places_m = of.places_m;
    speeds.front() = 0;
    speeds.back() = 0;
    for (std::size_t i = 1; i < speeds.size(); ++i)
        speeds[i] = std::min(speeds[i], std::sqrt(speeds[i - 1] * speeds[i - 1] +
                                                  2 * limits.acceleration_mps2 * (places_m[i] - places_m[i - 1])));
    for (std::size_t i = speeds.size() - 1; i-- > 0;)
        speeds[i] = std::min(speeds[i], std::sqrt(speeds[i + 1] * speeds[i + 1] +
                                                  2 * limits.deceleration_mps2 * (places_m[i + 1] - places_m[i])));
}

// On a straight stretch nothing but the speed limits between its ends: speeds up, cruises and slows down, exactly.
Speeds withStraights(const Speeds& of, const std::vector<Bend>& bends, const MotionLimits& limits) {
    const double a = limits.acceleration_mps2;
    const double b = limits.deceleration_mps2;
    Speeds result;
    for (std::size_t i = 0; i < bends.size(); ++i) {
        const double from = of.speeds_mps[i];
        result.add(of.places_m[i], from);
        if (!bends[i].straightAfter || i + 1 == bends.size()) continue;
        const double to = of.speeds_mps[i + 1];
        const double length_m = of.places_m[i + 1] - of.places_m[i];
        const double peak =
            std::min(limits.speed_mps, std::sqrt((2 * a * b * length_m + b * from * from + a * to * to) / (a + b)));
        const double up_m = std::max(peak * peak - from * from, 0.0) / (2 * a);
        const double down_m = std::max(peak * peak - to * to, 0.0) / (2 * b);
        if (up_m > 0 && up_m < length_m) result.add(of.places_m[i] + up_m, peak);
        if (down_m > 0 && up_m + down_m < length_m) result.add(of.places_m[i + 1] - down_m, peak);
    }
    return result;
}

// Without the places at which the acceleration does not change.
Speeds corners(const Speeds& of) {
    const auto& places_m = of.places_m;
    const auto& speeds = of.speeds_mps;
    Speeds result;
    const auto slope = [&](double fromPlace_m, double fromSpeed, std::size_t to) {
        return (speeds[to] * speeds[to] - fromSpeed * fromSpeed) / (2 * (places_m[to] - fromPlace_m));
    };
    for (std::size_t i = 0; i < places_m.size(); ++i) {
        if (!result.places_m.empty() && places_m[i] <= result.places_m.back()) continue;
        const bool inside = i > 0 && i + 1 < places_m.size() && places_m[i + 1] > places_m[i];
        if (inside && std::abs(slope(result.places_m.back(), result.speeds_mps.back(), i) -
                               slope(places_m[i], speeds[i], i + 1)) < 1e-6)
            continue;
        result.add(places_m[i], speeds[i]);
    }
    return result;
}

std::vector<double> timesOf(const Speeds& of) {
    std::vector<double> times_s{0};
    for (std::size_t i = 0; i + 1 < of.places_m.size(); ++i)
        times_s.push_back(times_s.back() +
                          2 * (of.places_m[i + 1] - of.places_m[i]) / (of.speeds_mps[i] + of.speeds_mps[i + 1]));
    return times_s;
}

} // namespace

std::size_t CurveProfile::cellAt_s(double after_s) const {
    const auto next = std::ranges::upper_bound(m_times_s, after_s);
    const auto cell = static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - m_times_s.begin() - 1, 0));
    return std::min(cell, m_times_s.size() - 2);
}

double CurveProfile::travelled_m(double after_s) const {
    if (m_times_s.empty()) return m_plain.travelled_m(after_s);
    if (after_s <= 0) return 0;
    if (after_s >= total_s()) return total_m();
    const std::size_t cell = cellAt_s(after_s);
    const double within_s = after_s - m_times_s[cell];
    return m_places_m[cell] + (m_speeds_mps[cell] + speed_mps(after_s)) / 2 * within_s;
}

double CurveProfile::reached_s(double distance_m) const {
    if (m_times_s.empty()) return m_plain.reached_s(distance_m);
    if (distance_m <= 0) return 0;
    if (distance_m >= total_m()) return total_s();
    const auto next = std::ranges::upper_bound(m_places_m, distance_m);
    const auto cell = static_cast<std::size_t>(next - m_places_m.begin()) - 1;
    const double within_m = distance_m - m_places_m[cell];
    const double cell_m = m_places_m[cell + 1] - m_places_m[cell];
    const double begin = m_speeds_mps[cell];
    const double end = m_speeds_mps[cell + 1];
    const double here = std::sqrt(begin * begin + (end * end - begin * begin) * within_m / cell_m);
    return m_times_s[cell] + (here + begin > 0 ? 2 * within_m / (here + begin) : 0);
}

double CurveProfile::speed_mps(double after_s) const {
    if (m_times_s.empty()) return m_plain.speed_mps(after_s);
    if (after_s <= 0 || after_s >= total_s()) return 0;
    const std::size_t cell = cellAt_s(after_s);
    const double share = (after_s - m_times_s[cell]) / (m_times_s[cell + 1] - m_times_s[cell]);
    return m_speeds_mps[cell] + share * (m_speeds_mps[cell + 1] - m_speeds_mps[cell]);
}

std::vector<double> CurveProfile::corners_s() const {
    if (!m_times_s.empty()) return m_times_s;
    std::vector<double> corners{0, m_plain.accelerating_s, m_plain.accelerating_s + m_plain.cruising_s,
                                m_plain.total_s()};
    corners.erase(std::ranges::unique(corners).begin(), corners.end());
    return corners;
}

Result<CurveProfile> CurveProfile::refined(double length_m, const TurningLimits& limits,
                                           const std::function<std::vector<Bend>(int)>& bendsAt) {
    const auto plain = profileOver(length_m, limits.motion);
    if (!plain) return std::unexpected(plain.error());
    if (!std::isfinite(limits.turnRate_radps) || limits.turnRate_radps <= 0)
        return fail("INVALID_ARGUMENT", "a turn rate is more than 0 radians per second", "turn rate");
    CurveProfile profile(*plain);
    double before_s = 0, lastChange_s = 0;
    for (int level = 0; length_m > 0; ++level) {
        const auto bends = bendsAt(level);
        auto speeds = turnSpeeds(bends, limits);
        if (!speeds && level > 0) return CurveProfile(*plain);
        if (!speeds) continue; // look once more, closer
        keepLimits(*speeds, limits.motion);
        *speeds = corners(withStraights(*speeds, bends, limits.motion));
        profile.m_times_s = timesOf(*speeds);
        profile.m_speeds_mps = std::move(speeds->speeds_mps);
        profile.m_places_m = std::move(speeds->places_m);
        const double change_s = std::abs(profile.total_s() - before_s);
        before_s = profile.total_s();
        profile.m_error_s = std::max(change_s, lastChange_s);
        lastChange_s = change_s;
        if (profile.m_error_s <= std::max(1e-3, 1e-4 * before_s) || bends.size() > mostBends / 2) break;
    }
    return profile;
}

Result<CurveProfile> profileAlong(double length_m, const std::function<double(double)>& curvature_1pm,
                                  std::span<const double> jumps_m, const TurningLimits& limits) {
    const auto bends = [&](int level) {
        const double spacing_m = std::min(coarsest_m, length_m / fewestBends) / std::exp2(level);
        std::vector<Bend> result;
        for (const double place_m : placesOf(length_m, jumps_m, spacing_m))
            result.push_back({place_m,
                              std::max(std::abs(curvature_1pm(std::max(place_m - aside_m, 0.0))),
                                       std::abs(curvature_1pm(std::min(place_m + aside_m, length_m)))),
                              false});
        return result;
    };
    return CurveProfile::refined(length_m, limits, bends);
}

Result<CurveProfile> profileAlong(const route::Curve& curve, double from_m, double to_m, const TurningLimits& limits) {
    if (!(from_m >= 0 && to_m >= from_m && to_m <= curve.length_m()))
        return fail("INVALID_ARGUMENT", "a part of a curve begins and ends on it", "distance");
    return CurveProfile::refined(to_m - from_m, limits,
                                 [&](int level) { return curve.bends(from_m, to_m, fewestBends << level); });
}

} // namespace haneul::timing
