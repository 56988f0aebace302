#pragma once

#include "core/base/time.h"

#include <deque>
#include <utility>

namespace haneul::scene3d {

// Whether this computer can draw the scene at all: ten frames a second, judged over five seconds of frames. A view that
// has nothing to draw is not slow, so what counts is what a frame costs, not how many there were.
class FrameMeter {
public:
    static constexpr double slowest_ms = 100.0; // ten frames a second
    static constexpr milliseconds judgedOver{5'000};

    void add(milliseconds at, double cost_ms); // `at`: any clock that does not jump

    [[nodiscard]] bool tooSlow() const;   // costs more than that, for five seconds
    [[nodiscard]] double mean_ms() const; // of the last five seconds; 0: none

    void clear() { m_frames.clear(); }

private:
    std::deque<std::pair<milliseconds, double>> m_frames; // the first one may be older than the time judged
};

} // namespace haneul::scene3d
