#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace haneul {

// An instant in UTC with the resolution of the wire contract (milliseconds). Nothing in core/ asks for the present:
// the instant is always an argument.
using UtcMs = std::chrono::sys_time<std::chrono::milliseconds>;
using std::chrono::milliseconds;

[[nodiscard]] constexpr UtcMs utcMs(std::int64_t sinceEpoch_ms) {
    return UtcMs{milliseconds{sinceEpoch_ms}};
}

[[nodiscard]] constexpr std::int64_t sinceEpoch_ms(UtcMs time) {
    return time.time_since_epoch().count();
}

// "2026-11-21T04:05:06.789Z" (RFC 3339, UTC, milliseconds).
[[nodiscard]] std::string toRfc3339(UtcMs time);

// Accepts exactly the form that toRfc3339 writes, with or without the fraction.
[[nodiscard]] std::optional<UtcMs> fromRfc3339(std::string_view text);

} // namespace haneul
