#pragma once

#include "server/plan/plan_settings.h"
#include "server/plan/plan_state.h"

#include <memory>
#include <optional>

namespace haneul::plan {

// What the checks of a plan look at, as one transaction sees it.
struct Gathered {
    std::optional<ZonesThen> zones;
    std::optional<deconflict::IntentIndex> intents;
    CheckInputs inputs; // points to the two above

    Gathered() = default;
    Gathered(const Gathered&) = delete;
    Gathered& operator=(const Gathered&) = delete;
};

// `around`: zones and intents not only where and when the plan is, but as far as proposals may look.
[[nodiscard]] std::unique_ptr<Gathered> gather(const storage::Database& database, const FlightPlan& plan,
                                               const PlanSettings& settings, UtcMs now, bool around = false);

// All checks. The approvals that are needed are those of the policy of people. Code DATABASE.
[[nodiscard]] Result<Evidence> evidenceOf(const storage::Database& database, const FlightPlan& plan,
                                          const PlanSettings& settings, UtcMs now);

inline constexpr std::size_t mostFindings = 100; // of one check; those that are left out are counted

} // namespace haneul::plan
