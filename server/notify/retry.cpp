#include "server/notify/retry.h"

#include <algorithm>
#include <cmath>

namespace haneul::notify {

milliseconds pauseAfter(const RetryRules& rules, int failures, double chance) {
    constexpr int mostDoublings = 30; // beyond it every rule is at its longest
    const double doubled =
        static_cast<double>(rules.first.count()) * std::exp2(std::clamp(failures - 1, 0, mostDoublings));
    const double whole = std::min(doubled, static_cast<double>(rules.longest.count()));
    return milliseconds(std::llround(whole * (0.5 + 0.5 * std::clamp(chance, 0.0, 1.0))));
}

std::optional<UtcMs> nextTryAfter(const RetryRules& rules, int attempts, int refusals, UtcMs now, double chance) {
    if (attempts >= rules.attempts || refusals >= rules.refusals) return std::nullopt;
    return now + pauseAfter(rules, attempts, chance);
}

} // namespace haneul::notify
