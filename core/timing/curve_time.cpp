#include "core/timing/curve_time.h"

#include <algorithm>
#include <cmath>

namespace haneul::timing {

namespace {

constexpr double fewestCells = 32;
constexpr std::size_t mostCells = std::size_t{1} << 16;
constexpr double coarsest_m = 1;

// Both sides of a place where the curvature may jump.
constexpr double aside_m = 1e-6;

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

// Speeds that the limits allow at the places, from what the turn allows: what can be reached from the start, then what
// can be braked from before the end.
void keepLimits(std::vector<double>& speeds, const std::vector<double>& places_m, const MotionLimits& limits) {
    speeds.front() = 0;
    speeds.back() = 0;
    for (std::size_t i = 1; i < speeds.size(); ++i)
        speeds[i] = std::min(speeds[i], std::sqrt(speeds[i - 1] * speeds[i - 1] +
                                                  2 * limits.acceleration_mps2 * (places_m[i] - places_m[i - 1])));
    for (std::size_t i = speeds.size() - 1; i-- > 0;)
        speeds[i] = std::min(speeds[i], std::sqrt(speeds[i + 1] * speeds[i + 1] +
                                                  2 * limits.deceleration_mps2 * (places_m[i + 1] - places_m[i])));
}

std::vector<double> timesOf(const std::vector<double>& speeds_mps, const std::vector<double>& places_m) {
    std::vector<double> times_s{0};
    for (std::size_t i = 0; i + 1 < speeds_mps.size(); ++i)
        times_s.push_back(times_s.back() + 2 * (places_m[i + 1] - places_m[i]) / (speeds_mps[i] + speeds_mps[i + 1]));
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

Result<CurveProfile> profileAlong(double length_m, const std::function<double(double)>& curvature_1pm,
                                  std::span<const double> jumps_m, const TurningLimits& limits) {
    const auto plain = profileOver(length_m, limits.motion);
    if (!plain) return std::unexpected(plain.error());
    if (!std::isfinite(limits.turnRate_radps) || limits.turnRate_radps <= 0)
        return fail("INVALID_ARGUMENT", "a turn rate is more than 0 radians per second", "turn rate");
    CurveProfile profile(*plain);
    if (length_m <= 0) return profile;
    double before_s = 0;
    for (double spacing_m = std::min(coarsest_m, length_m / fewestCells);; spacing_m /= 2) {
        auto places_m = placesOf(length_m, jumps_m, spacing_m);
        std::vector<double> speeds;
        bool turns = false;
        for (const double place_m : places_m) {
            const double curvature = std::max(std::abs(curvature_1pm(std::max(place_m - aside_m, 0.0))),
                                              std::abs(curvature_1pm(std::min(place_m + aside_m, length_m))));
            const bool limited = curvature * limits.motion.speed_mps > limits.turnRate_radps;
            speeds.push_back(limited ? limits.turnRate_radps / curvature : limits.motion.speed_mps);
            turns = turns || limited;
        }
        if (!turns) return profile;
        keepLimits(speeds, places_m, limits.motion);
        profile.m_times_s = timesOf(speeds, places_m);
        profile.m_speeds_mps = std::move(speeds);
        profile.m_places_m = std::move(places_m);
        profile.m_error_s = std::abs(profile.total_s() - before_s);
        before_s = profile.total_s();
        if (profile.m_error_s <= std::max(1e-3, 1e-4 * before_s) || profile.m_places_m.size() > mostCells / 2)
            return profile;
    }
}

Result<CurveProfile> profileAlong(const route::Curve& curve, double from_m, double to_m, const TurningLimits& limits) {
    if (!(from_m >= 0 && to_m >= from_m && to_m <= curve.length_m()))
        return fail("INVALID_ARGUMENT", "a part of a curve begins and ends on it", "distance");
    std::vector<double> joints_m; // where the pieces meet, the direction does not jump but the curvature may
    for (const double waypoint_m : curve.waypointsAt_m())
        joints_m.push_back(waypoint_m - from_m);
    return profileAlong(
        to_m - from_m, [&](double along_m) { return curve.curvature_1pm(from_m + along_m); }, joints_m, limits);
}

} // namespace haneul::timing
