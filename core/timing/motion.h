#pragma once

#include "core/base/error.h"

#include <span>
#include <vector>

namespace haneul::timing {

// How a drone covers a distance from rest to rest: it speeds up, cruises and slows down (Yu et al., eqs. 7-12), or,
// when the distance is too short for its speed, speeds up and slows down at once.
struct MotionLimits {
    double speed_mps = 8.0;
    double acceleration_mps2 = 2.0;
    double deceleration_mps2 = 2.0;
};

enum class ProfileKind { Trapezoid, Triangle };

struct MotionProfile {
    ProfileKind kind = ProfileKind::Trapezoid;
    double peakSpeed_mps = 0;
    double acceleration_mps2 = 0, deceleration_mps2 = 0;
    double accelerating_s = 0, cruising_s = 0, decelerating_s = 0;
    double accelerating_m = 0, cruising_m = 0, decelerating_m = 0;

    [[nodiscard]] double total_s() const { return accelerating_s + cruising_s + decelerating_s; }

    [[nodiscard]] double total_m() const { return accelerating_m + cruising_m + decelerating_m; }

    // Distance covered after so long; 0 before the start, all of it after the end.
    [[nodiscard]] double travelled_m(double after_s) const;
    // When so much has been covered; the inverse of the above.
    [[nodiscard]] double reached_s(double distance_m) const;
    [[nodiscard]] double speed_mps(double after_s) const;
};

// Code INVALID_ARGUMENT: a negative distance, or a speed or an acceleration that is not positive.
[[nodiscard]] Result<MotionProfile> profileOver(double distance_m, const MotionLimits& limits);

// Times of consecutive legs. `stops[i]` is between leg i and leg i + 1: where it is false the drone flies through, and
// the legs share one profile over their joined length, each taking the time between its two crossings.
// Code INVALID_ARGUMENT also when there is not one `stops` fewer than legs, or no leg.
[[nodiscard]] Result<std::vector<double>> legTimes_s(std::span<const double> distances_m, const MotionLimits& limits,
                                                     const std::vector<bool>& stops);

} // namespace haneul::timing
