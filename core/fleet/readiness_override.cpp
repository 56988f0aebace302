#include "core/fleet/readiness_override.h"

#include <algorithm>
#include <format>

namespace haneul::fleet {

namespace {

constexpr std::ptrdiff_t shortestReason = 5;

std::ptrdiff_t visible(std::string_view text) {
    // Bytes that continue a character of UTF-8 do not count again.
    return std::ranges::count_if(text, [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value > ' ' && (value & 0xC0U) != 0x80U;
    });
}

} // namespace

Result<void> check(const ReadinessOverride& given, const Readiness& readiness, const ReadinessRules& rules) {
    if (auto sound = check(rules); !sound) return sound;
    if (visible(given.user_id) == 0)
        return fail("OVERRIDE_WITHOUT_NAME", "an override names who answers for it", "user_id");
    if (!std::ranges::contains(rules.overrideRoles, given.role))
        return fail("OVERRIDE_NOT_ALLOWED", std::format("the role '{}' may not override readiness", given.role),
                    "role");
    if (visible(given.reason) < shortestReason)
        return fail("OVERRIDE_WITHOUT_REASON", "an override says why, in five characters or more", "reason");
    if (readiness.verdict(given.question) == Verdict::Ready)
        return fail("OVERRIDE_NEEDLESS", std::format("{} is ready", toString(given.question)), "question");
    return {};
}

std::vector<Question> blocking(const Readiness& readiness, std::span<const ReadinessOverride> overrides,
                               const ReadinessRules& rules) {
    std::vector<Question> found;
    for (const auto question : allQuestions) {
        if (readiness.verdict(question) == Verdict::Ready) continue;
        const bool answered = std::ranges::any_of(overrides, [&](const ReadinessOverride& given) {
            return given.question == question && check(given, readiness, rules).has_value();
        });
        if (!answered) found.push_back(question);
    }
    return found;
}

} // namespace haneul::fleet
