#include "core/timing/motion.h"

#include <cmath>
#include <numeric>

namespace haneul::timing {

namespace {

bool positive(double value) {
    return std::isfinite(value) && value > 0;
}

} // namespace

double MotionProfile::travelled_m(double after_s) const {
    if (after_s <= 0) return 0;
    if (after_s >= total_s()) return total_m();
    if (after_s < accelerating_s) return acceleration_mps2 * after_s * after_s / 2;
    if (after_s < accelerating_s + cruising_s) return accelerating_m + peakSpeed_mps * (after_s - accelerating_s);
    const double left_s = total_s() - after_s;
    return total_m() - deceleration_mps2 * left_s * left_s / 2;
}

double MotionProfile::reached_s(double distance_m) const {
    if (distance_m <= 0) return 0;
    if (distance_m >= total_m()) return total_s();
    if (distance_m < accelerating_m) return std::sqrt(2 * distance_m / acceleration_mps2);
    if (distance_m < accelerating_m + cruising_m) return accelerating_s + (distance_m - accelerating_m) / peakSpeed_mps;
    return total_s() - std::sqrt(2 * (total_m() - distance_m) / deceleration_mps2);
}

double MotionProfile::speed_mps(double after_s) const {
    if (after_s <= 0 || after_s >= total_s()) return 0;
    if (after_s < accelerating_s) return acceleration_mps2 * after_s;
    if (after_s < accelerating_s + cruising_s) return peakSpeed_mps;
    return deceleration_mps2 * (total_s() - after_s);
}

Result<MotionProfile> profileOver(double distance_m, const MotionLimits& limits) {
    if (!std::isfinite(distance_m) || distance_m < 0)
        return fail("INVALID_ARGUMENT", "a distance is 0 or more metres", "distance");
    if (!positive(limits.speed_mps)) return fail("INVALID_ARGUMENT", "a speed is more than 0 m/s", "speed");
    if (!positive(limits.acceleration_mps2))
        return fail("INVALID_ARGUMENT", "an acceleration is more than 0 m/s2", "acceleration");
    if (!positive(limits.deceleration_mps2))
        return fail("INVALID_ARGUMENT", "a deceleration is more than 0 m/s2", "deceleration");
    const double a = limits.acceleration_mps2;
    const double b = limits.deceleration_mps2;
    MotionProfile profile{.acceleration_mps2 = a, .deceleration_mps2 = b};
    const double v = limits.speed_mps;
    const double ramps_m = v * v / (2 * a) + v * v / (2 * b);
    if (distance_m >= ramps_m) {
        profile.peakSpeed_mps = v;
        profile.cruising_m = distance_m - ramps_m;
        profile.cruising_s = profile.cruising_m / v;
    } else {
        profile.kind = ProfileKind::Triangle;
        profile.peakSpeed_mps = std::sqrt(2 * distance_m * a * b / (a + b));
    }
    const double peak = profile.peakSpeed_mps;
    profile.accelerating_s = peak / a;
    profile.decelerating_s = peak / b;
    profile.accelerating_m = peak * peak / (2 * a);
    profile.decelerating_m = peak * peak / (2 * b);
    return profile;
}

Result<std::vector<double>> legTimes_s(std::span<const double> distances_m, const MotionLimits& limits,
                                       const std::vector<bool>& stops) {
    if (distances_m.empty()) return fail("INVALID_ARGUMENT", "there must be at least one leg", "distances");
    if (stops.size() + 1 != distances_m.size())
        return fail("INVALID_ARGUMENT", "there is one stop fewer than there are legs", "stops");
    std::vector<double> times_s;
    for (std::size_t first = 0; first < distances_m.size();) {
        std::size_t end = first + 1;
        while (end < distances_m.size() && !stops[end - 1])
            ++end;
        const auto joined = distances_m.subspan(first, end - first);
        for (const double distance_m : joined)
            if (!std::isfinite(distance_m) || distance_m < 0)
                return fail("INVALID_ARGUMENT", "a distance is 0 or more metres", "distances");
        const auto profile = profileOver(std::reduce(joined.begin(), joined.end()), limits);
        if (!profile) return std::unexpected(profile.error());
        double covered_m = 0, before_s = 0;
        for (const double distance_m : joined) {
            covered_m += distance_m;
            const bool last = &distance_m == &joined.back();
            const double now_s = last ? profile->total_s() : profile->reached_s(covered_m);
            times_s.push_back(now_s - before_s);
            before_s = now_s;
        }
        first = end;
    }
    return times_s;
}

} // namespace haneul::timing
