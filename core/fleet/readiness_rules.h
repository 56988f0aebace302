#pragma once

#include "core/base/error.h"

#include <string>
#include <vector>

namespace haneul::fleet {

// What an operator asks for beyond the makers' limits. Data, kept by version, so that a judgement can be repeated years
// later. Each number is above zero: a rule that is zero, negative or not a number would let everything pass.
struct ReadinessRules {
    std::string id = "haneul.readiness";
    int version = 1;
    double batteryReserve_pct = 25; // charge that is left after the landing
    double chargeReadingAge_h = 12; // a reading older than this at the start says nothing
    int batteryCycleMargin = 20;    // cycles that must be left to the maker's limit
    double inspectionMargin_h = 5;  // flight hours that must be left to the inspection, after this flight
    double inspectionMargin_d = 7;  // days that must be left to it
    double recency_d = 90;          // the pilot's last flight is no longer ago
    double experience_h = 20;       // the pilot has flown so much
    double expiryWarning_d = 30;    // insurance, licence, certificate and rating that end sooner are said
    std::vector<std::string> overrideRoles{"supervisor"};

    bool operator==(const ReadinessRules&) const = default;
};

// Code BAD_RULES: an id that is empty, a version below 1, a number that is not finite and above zero, a reserve of 100
// percent or more, no role or an empty one for overrides; `where` names the member.
[[nodiscard]] Result<void> check(const ReadinessRules& rules);

} // namespace haneul::fleet
