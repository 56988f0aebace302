#include "server/clock/clock.h"

namespace haneul::clock {

namespace {
UtcMs systemUtc() {
    return std::chrono::time_point_cast<milliseconds>(std::chrono::system_clock::now());
}
} // namespace

IngestClock::IngestClock()
    : m_steadyStart(std::chrono::steady_clock::now())
    , m_utcStart(systemUtc()) {}

UtcMs IngestClock::now() const {
    return m_utcStart + std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - m_steadyStart);
}

milliseconds IngestClock::systemOffset() const {
    return systemUtc() - now();
}

} // namespace haneul::clock
