#pragma once

#include "core/base/time.h"

#include <functional>

namespace haneul::window {

// What the window may ask of whoever plays a recording. Each returns at once; the effect is seen in the situation.
// Called on the window's thread. All empty: no recording can be played, the replay actions stay off.
struct ReplayControl {
    std::function<void()> play;
    std::function<void()> pause;
    std::function<void(UtcMs place)> seek;      // inside the recording
    std::function<void(double speed)> setSpeed; // 0.1 .. 60

    [[nodiscard]] bool available() const { return play && pause && seek && setSpeed; }
};

inline constexpr double minReplaySpeed = 0.1;
inline constexpr double maxReplaySpeed = 60.0;

} // namespace haneul::window
