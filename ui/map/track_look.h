#pragma once

#include "core/traffic/trail.h"
#include "ui/map/label_detail.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace haneul::map {

// What the actions go through; 0 is off. A speed vector shows where a track will be then: time, not distance.
inline constexpr std::array vectorChoices_s{0, 15, 30, 60};
inline constexpr int longestVector_s = 300;
// How far back the dots of a trail reach.
inline constexpr std::array trailChoices_s{0, 45, 90, 180};
inline constexpr int longestTrail_s =
    static_cast<int>(traffic::Trail::step.count() / 1'000 * static_cast<std::int64_t>(traffic::Trail::maxPoints));

inline constexpr std::size_t trailDots = 9; // at most

// The time between two dots: a whole number of the steps in which trails are kept.
[[nodiscard]] constexpr milliseconds trailStep(int trail_s) {
    const milliseconds least{trail_s * 1'000 / static_cast<int>(trailDots)};
    const auto steps = (least + traffic::Trail::step - milliseconds{1}) / traffic::Trail::step;
    return traffic::Trail::step * std::max<std::int64_t>(steps, 1);
}

[[nodiscard]] constexpr std::size_t trailDotsOf(int trail_s) {
    return static_cast<std::size_t>(milliseconds{trail_s * 1'000} / trailStep(trail_s));
}

// How tracks are drawn.
struct TrackLook {
    LabelDetail labels = LabelDetail::Full;
    int vector_s = 30;
    int trail_s = 45;
    double scale = 1.0; // of symbols and lines, with the text: 0.8 .. 2.5

    bool operator==(const TrackLook&) const = default;
};

} // namespace haneul::map
