#pragma once

#include "core/base/time.h"
#include "ui/map/label_detail.h"

#include <array>
#include <cstddef>

namespace haneul::map {

// The choices there are; 0 is off. A speed vector shows where a track will be then: time, not distance.
inline constexpr std::array vectorChoices_s{0, 15, 30, 60};
// How far back the dots of a trail reach.
inline constexpr std::array trailChoices_s{0, 45, 90, 180};

inline constexpr std::size_t trailDots = 9;

// The time between two dots; every choice gives a multiple of traffic::Trail::step.
[[nodiscard]] constexpr milliseconds trailStep(int trail_s) {
    return milliseconds{trail_s * 1000 / static_cast<int>(trailDots)};
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
