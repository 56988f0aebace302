#pragma once

#include "core/risk/collision/preset.h"
#include "core/risk/collision/traffic_tracks.h"
#include "core/sim/random.h"

#include <cstddef>
#include <optional>
#include <string>

// What recorded traffic says about the constants of the model (DOMAIN.md 1.5).
namespace haneul::risk::collision {

struct Estimated {
    double value = 0;
    Interval interval; // 95 %, percentiles of the bootstrap over flights

    bool operator==(const Estimated&) const = default;
};

// A value that the traffic says nothing about is none: no neighbours in a sample is not "no risk".
struct TrafficEstimate {
    std::size_t flights = 0; // legs along the axis
    std::size_t routes = 0;
    double hours = 0;                             // H
    std::size_t oppositePairs = 0, samePairs = 0; // on different routes, together at any time
    std::optional<Estimated> oppositeOccupancy;   // Ey(opp); none: no such pair
    std::optional<Estimated> sameOccupancy;       // Ey(same); likewise
    std::optional<Estimated> crossTrackSpeed_kt;  // ẏ: mean |difference| across of two that are together
    std::optional<Estimated> verticalSpeed_kt;    // ż: likewise, vertical
    std::optional<Estimated> groundSpeed_kt;      // V: along the axis, mean over flight hours
    std::optional<Estimated> deviation_m;         // standard deviation across about the middle of the route

    bool operator==(const TrafficEstimate&) const = default;
};

struct EstimateSettings {
    double halfWindow_nm = 80; // Sx
    int replicates = 500;      // of the bootstrap, 10 to 10000
};

// The same random numbers give the same intervals. Codes: INVALID_SX, INVALID_ARGUMENT (replicates), INVALID_TRACK (no
// leg), TOO_COSTLY (pairs times replicates above 200 million).
[[nodiscard]] Result<TrafficEstimate> estimateFrom(const AxisTraffic& traffic, const EstimateSettings& settings,
                                                   sim::Random& random);

// A dated preset: what was estimated is own data, the rest stays as it is in `base` with its provenance.
[[nodiscard]] Preset presetFrom(const TrafficEstimate& estimate, const EstimateSettings& settings, const Preset& base,
                                std::string name, UtcMs made, const std::string& source);

} // namespace haneul::risk::collision
