#pragma once

#include "core/deconflict/intents.h"
#include "server/plan/plan_state.h"
#include "server/storage/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the tables of PlanProjection say. Code DATABASE, and those of the codecs.
namespace haneul::plan {

inline constexpr std::string_view planIds = "FP-"; // "FP-000012", given by the service

struct Standing {
    std::uint64_t revision = 0;
    State state = State::Draft;
};

// nullopt: there is no such plan.
[[nodiscard]] Result<std::optional<Standing>> readStanding(const storage::Database& database, const std::string& id);
[[nodiscard]] Result<std::int64_t> nextNumber(const storage::Database& database);

[[nodiscard]] Result<PlanPtr> readPlan(const storage::Database& database, const std::string& id); // null: none
// Those that can still be moved, and those that end after `since`.
[[nodiscard]] Result<std::vector<PlanPtr>> readPlansSince(const storage::Database& database, UtcMs since);
// The oldest first; empty: there is no such plan.
[[nodiscard]] Result<std::vector<PlanStep>> readSteps(const storage::Database& database, const std::string& id);

// A box without the antimeridian: one over it becomes all longitudes.
[[nodiscard]] geo::Box flatBox(const geo::Box& box);

// Standing intents with volumes that may meet one of the flat boxes in [from, to); not the one of `except`.
[[nodiscard]] Result<std::vector<deconflict::Intent>> readIntents(const storage::Database& database, UtcMs from,
                                                                  UtcMs to, const std::vector<geo::Box>& boxes,
                                                                  const std::string& except);

// The plans of such intents, whole.
[[nodiscard]] Result<std::vector<FlightPlan>> readStandingPlans(const storage::Database& database, UtcMs from, UtcMs to,
                                                                const std::vector<geo::Box>& boxes,
                                                                const std::string& except);

// What the checks said in a few words: "AIRSPACE FAIL, WEATHER NOT_JUDGED"; those that pass are left out.
[[nodiscard]] std::string summaryOf(const std::vector<CheckReport>& reports);

} // namespace haneul::plan
