#pragma once

#include "core/fleet/readiness.h"

#include <span>

namespace haneul::fleet {

// Somebody answers for a question that is not ready (R-FLT-06). It stands beside the judgement, which stays as it was.
struct ReadinessOverride {
    Question question = Question::Airframe;
    std::string user_id;
    std::string role;
    std::string reason;
    UtcMs at{};

    bool operator==(const ReadinessOverride&) const = default;
};

// Codes: OVERRIDE_NOT_ALLOWED (a role that the rules do not name), OVERRIDE_WITHOUT_NAME, OVERRIDE_WITHOUT_REASON
// (fewer than five characters that are not blanks), OVERRIDE_NEEDLESS (the question is ready); BAD_RULES.
[[nodiscard]] Result<void> check(const ReadinessOverride& given, const Readiness& readiness,
                                 const ReadinessRules& rules);

// The questions that keep the flight on the ground: not ready, and no sound override of them was given.
[[nodiscard]] std::vector<Question> blocking(const Readiness& readiness, std::span<const ReadinessOverride> overrides,
                                             const ReadinessRules& rules);

} // namespace haneul::fleet
