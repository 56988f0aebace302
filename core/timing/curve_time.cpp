#include "core/timing/curve_time.h"

#include <algorithm>
#include <cmath>

namespace haneul::timing {

namespace {

constexpr std::size_t fewestCells = 32;
constexpr std::size_t mostCells = std::size_t{1} << 16;
constexpr double coarsest_m = 1;

// Speeds that the limits allow at evenly spaced places: what the turn allows, then what can be reached from the start,
// then what can be braked from before the end.
std::vector<double> allowedSpeeds(std::vector<double> speeds, double spacing_m, const MotionLimits& limits) {
    speeds.front() = 0;
    speeds.back() = 0;
    for (std::size_t i = 1; i < speeds.size(); ++i)
        speeds[i] =
            std::min(speeds[i], std::sqrt(speeds[i - 1] * speeds[i - 1] + 2 * limits.acceleration_mps2 * spacing_m));
    for (std::size_t i = speeds.size() - 1; i-- > 0;)
        speeds[i] =
            std::min(speeds[i], std::sqrt(speeds[i + 1] * speeds[i + 1] + 2 * limits.deceleration_mps2 * spacing_m));
    return speeds;
}

std::vector<double> timesOf(const std::vector<double>& speeds_mps, double spacing_m) {
    std::vector<double> times_s{0};
    for (std::size_t i = 0; i + 1 < speeds_mps.size(); ++i)
        times_s.push_back(times_s.back() + 2 * spacing_m / (speeds_mps[i] + speeds_mps[i + 1]));
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
    return static_cast<double>(cell) * m_spacing_m + (m_speeds_mps[cell] + speed_mps(after_s)) / 2 * within_s;
}

double CurveProfile::reached_s(double distance_m) const {
    if (m_times_s.empty()) return m_plain.reached_s(distance_m);
    if (distance_m <= 0) return 0;
    if (distance_m >= total_m()) return total_s();
    const auto cell = std::min(static_cast<std::size_t>(distance_m / m_spacing_m), m_times_s.size() - 2);
    const double within_m = distance_m - static_cast<double>(cell) * m_spacing_m;
    const double begin = m_speeds_mps[cell];
    const double end = m_speeds_mps[cell + 1];
    const double here = std::sqrt(begin * begin + (end * end - begin * begin) * within_m / m_spacing_m);
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
                                  const TurningLimits& limits) {
    const auto plain = profileOver(length_m, limits.motion);
    if (!plain) return std::unexpected(plain.error());
    if (!std::isfinite(limits.turnRate_radps) || limits.turnRate_radps <= 0)
        return fail("INVALID_ARGUMENT", "a turn rate is more than 0 radians per second", "turn rate");
    CurveProfile profile;
    profile.m_plain = *plain;
    std::size_t cells = fewestCells;
    while (cells < mostCells && length_m / static_cast<double>(cells) > coarsest_m)
        cells *= 2;
    for (double before_s = 0; cells <= mostCells; cells *= 2) {
        const double spacing_m = length_m / static_cast<double>(cells);
        std::vector<double> speeds(cells + 1, limits.motion.speed_mps);
        bool turns = false;
        for (std::size_t i = 0; i <= cells; ++i) {
            const double curvature = std::abs(curvature_1pm(spacing_m * static_cast<double>(i)));
            if (curvature * limits.motion.speed_mps <= limits.turnRate_radps) continue;
            speeds[i] = limits.turnRate_radps / curvature;
            turns = true;
        }
        if (!turns || length_m <= 0) return profile;
        profile.m_speeds_mps = allowedSpeeds(std::move(speeds), spacing_m, limits.motion);
        profile.m_times_s = timesOf(profile.m_speeds_mps, spacing_m);
        profile.m_spacing_m = spacing_m;
        profile.m_error_s = std::abs(profile.total_s() - before_s);
        if (profile.m_error_s <= std::max(1e-3, 1e-4 * profile.total_s())) break;
        before_s = profile.total_s();
    }
    return profile;
}

Result<CurveProfile> profileAlong(const route::Curve& curve, double from_m, double to_m, const TurningLimits& limits) {
    if (!(from_m >= 0 && to_m >= from_m && to_m <= curve.length_m()))
        return fail("INVALID_ARGUMENT", "a part of a curve begins and ends on it", "distance");
    return profileAlong(to_m - from_m, [&](double along_m) { return curve.curvature_1pm(from_m + along_m); }, limits);
}

} // namespace haneul::timing
