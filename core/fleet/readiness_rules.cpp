#include "core/fleet/readiness_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <string_view>
#include <utility>

namespace haneul::fleet {

Result<void> check(const ReadinessRules& rules) {
    if (rules.id.empty()) return fail("BAD_RULES", "the rules have no id", "id");
    if (rules.version < 1) return fail("BAD_RULES", "the version of the rules is not above 0", "version");
    const std::array<std::pair<std::string_view, double>, 8> numbers{{
        {"batteryReserve_pct", rules.batteryReserve_pct},
        {"chargeReadingAge_h", rules.chargeReadingAge_h},
        {"batteryCycleMargin", rules.batteryCycleMargin},
        {"inspectionMargin_h", rules.inspectionMargin_h},
        {"inspectionMargin_d", rules.inspectionMargin_d},
        {"recency_d", rules.recency_d},
        {"experience_h", rules.experience_h},
        {"expiryWarning_d", rules.expiryWarning_d},
    }};
    for (const auto& [name, value] : numbers)
        if (!std::isfinite(value) || value <= 0)
            return fail("BAD_RULES", std::format("{} is {}: a number above 0 is expected", name, value),
                        std::string(name));
    if (rules.batteryReserve_pct >= 100)
        return fail("BAD_RULES", "a reserve of 100 % or more leaves nothing to fly with", "batteryReserve_pct");
    if (rules.overrideRoles.empty() || std::ranges::contains(rules.overrideRoles, std::string()))
        return fail("BAD_RULES", "the roles that may override are not named", "overrideRoles");
    return {};
}

} // namespace haneul::fleet
