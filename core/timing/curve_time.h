#pragma once

#include "core/route/curve.h"
#include "core/timing/motion.h"

#include <functional>
#include <span>
#include <vector>

namespace haneul::timing {

// How a drone covers a way that turns, from rest to rest (Yu et al., 6; R-RTE-22): never faster than its speed, nor
// than the turn rate allows where the way bends (v <= omega / kappa), and never speeding up or slowing down along the
// way by more than its limits. The fastest such motion.
struct TurningLimits {
    MotionLimits motion;
    double turnRate_radps = 0.785;
};

class CurveProfile {
public:
    CurveProfile() = default;

    explicit CurveProfile(const MotionProfile& plain)
        : m_plain(plain) {}

    [[nodiscard]] double total_s() const { return m_times_s.empty() ? m_plain.total_s() : m_times_s.back(); }

    [[nodiscard]] double total_m() const { return m_times_s.empty() ? m_plain.total_m() : m_places_m.back(); }

    // Estimate of what is still wrong with total_s(): how much it changed when the way was last cut twice as fine,
    // which is more than what is left. 0 where the turn rate limits nowhere: then this is profileOver, exactly.
    [[nodiscard]] double error_s() const { return m_error_s; }

    // As in MotionProfile.
    [[nodiscard]] double travelled_m(double after_s) const;
    [[nodiscard]] double reached_s(double distance_m) const;
    [[nodiscard]] double speed_mps(double after_s) const;

    // Instants between which the speed changes evenly, from 0 to total_s().
    [[nodiscard]] std::vector<double> corners_s() const;

private:
    friend Result<CurveProfile> profileAlong(double, const std::function<double(double)>&, std::span<const double>,
                                             const TurningLimits&);
    friend Result<CurveProfile> profileAlong(const route::Curve&, double, double, const TurningLimits&);

    // `bendsAt`: the way at a level of detail, each twice as fine as the one before.
    static Result<CurveProfile> refined(double length_m, const TurningLimits& limits,
                                        const std::function<std::vector<route::Curve::Bend>(int)>& bendsAt);

    [[nodiscard]] std::size_t cellAt_s(double after_s) const;

    MotionProfile m_plain;            // holds when there are no samples
    std::vector<double> m_places_m;   // along the way, where the acceleration changes
    std::vector<double> m_times_s;    // when it is there
    std::vector<double> m_speeds_mps; // there; between them the acceleration is constant
    double m_error_s = 0;
};

// `curvature_1pm`: at so many metres along the way; it is looked at every metre or closer. `jumps_m`: where it may
// jump, in order; elsewhere it must not. It is looked at closer until error_s() is at most 1 ms or a
// ten-thousandth of the time, or at 2^16 places. Codes: profileOver's; INVALID_ARGUMENT for a turn rate that is not
// positive.
[[nodiscard]] Result<CurveProfile> profileAlong(double length_m, const std::function<double(double)>& curvature_1pm,
                                                std::span<const double> jumps_m, const TurningLimits& limits);

// Along a part of a curve. At a cusp it turns on the spot.
[[nodiscard]] Result<CurveProfile> profileAlong(const route::Curve& curve, double from_m, double to_m,
                                                const TurningLimits& limits);

} // namespace haneul::timing
