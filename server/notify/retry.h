#pragma once

#include "core/base/time.h"
#include "server/notify/notice.h"

#include <optional>

namespace haneul::notify {

// When a delivery that failed is tried again: doubling pauses, each shortened by chance to spread the load on a server
// that comes back (Brooker, "Exponential Backoff And Jitter", 2015: equal jitter).
struct RetryRules {
    milliseconds first{5'000};
    milliseconds longest{15 * 60'000};
    int attempts = 12; // then it is dead: after about an hour and a half
    int refusals = 3;  // of those so many "never": dead
};

// `failures` in this round, from 1; `chance` from 0 to 1.
[[nodiscard]] milliseconds pauseAfter(const RetryRules& rules, int failures, double chance);

// The instant of the next try after the attempt that just failed; nullopt: given up. `attempts` and `refusals` of this
// round, with that attempt.
[[nodiscard]] std::optional<UtcMs> nextTryAfter(const RetryRules& rules, int attempts, int refusals, UtcMs now,
                                                double chance);

} // namespace haneul::notify
