#pragma once

#include <cstdint>

namespace haneul::map {

// What a map in overload leaves out, in this order. Symbols are always drawn.
enum class Shed : std::uint8_t { Nothing, Labels, LabelsAndTrails };

// Decides from the map's own work per frame. Slow frames in a row shed one thing more; after a while one thing is tried
// again, and after a failed trial the while is twice as long, so that labels do not come and go.
class LoadGuard {
public:
    static constexpr double limit_ms = 60.0; // own work: leaves room for the rest of a 100 ms answer
    static constexpr int slowFrames = 5;
    static constexpr double firstWait_ms = 20'000.0;
    static constexpr double longestWait_ms = 300'000.0;

    // After a frame that had to be worked for; `now_ms` from any steady clock.
    Shed judge(double work_ms, double now_ms);

    [[nodiscard]] Shed shed() const { return m_shed; }

private:
    Shed m_shed = Shed::Nothing;
    int m_slow = 0;
    double m_changed_ms = 0;
    double m_wait_ms = firstWait_ms;
    bool m_trial = false; // the last change was a try to do more
};

} // namespace haneul::map
