#pragma once

#include "core/base/time.h"

#include <atomic>
#include <chrono>

namespace haneul::clock {

// The one source of "now" for everything that is judged by time. Passed in; nothing else reads a clock.
// Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual UtcMs now() const = 0;
};

// UTC taken from the system once, then carried on by the steady clock: a station clock that jumps cannot age or
// rejuvenate a track (acceptance scenario A10). `systemOffset()` tells how far the two are apart by now.
class IngestClock final : public Clock {
public:
    IngestClock();
    [[nodiscard]] UtcMs now() const override;
    [[nodiscard]] milliseconds systemOffset() const; // system UTC minus ours

private:
    std::chrono::steady_clock::time_point m_steadyStart;
    UtcMs m_utcStart;
};

// A clock that a test steps by hand.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcMs start)
        : m_now(start) {}

    [[nodiscard]] UtcMs now() const override { return m_now; }

    void advance(milliseconds step) { m_now = m_now.load() + step; }

    void set(UtcMs now) { m_now = now; }

private:
    std::atomic<UtcMs> m_now;
};

} // namespace haneul::clock
