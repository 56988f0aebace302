#pragma once

#include "core/airspace/zone_index.h"
#include "core/deconflict/capacity.h"
#include "core/fleet/readiness_override.h"
#include "core/plan/checks.h"
#include "core/plan/proposals.h"
#include "server/plan/capacity_limits.h"
#include "server/storage/database.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::plan {

// What keeps a plan from its approval, beside checks that fail: those always do.
struct PlanPolicy {
    std::vector<CheckKind> mustBeJudged{CheckKind::Form, CheckKind::Airspace, CheckKind::Conflicts};
    bool profilesAsk = false; // also what the plan's profile asks for must pass (profile.h)
    deconflict::PriorityRules priority;
    // Nothing flies on what nobody could judge: at its activation these must be judged too.
    std::vector<CheckKind> mustBeJudgedToFly{CheckKind::Airspace, CheckKind::Conflicts, CheckKind::Readiness};
    milliseconds activateBefore = std::chrono::minutes(15); // the expected start, at the earliest
};

// What keeps a plan from going on: the check, and the worst of what it found.
struct Obstacle {
    CheckKind check = CheckKind::Form;
    std::optional<Finding> finding; // none: it was not checked, or says nothing
};

[[nodiscard]] std::optional<Obstacle> obstacleIn(const std::vector<CheckReport>& reports, const FlightPlan& plan,
                                                 const PlanPolicy& policy);

// Whether the evidence lets the plan go on; what does not is named. Code CHECKS_FAILED (`where`: what is hit or
// lacking).
[[nodiscard]] Result<void> mayGoOn(const std::vector<CheckReport>& reports, const FlightPlan& plan,
                                   const PlanPolicy& policy);

struct ZonesThen {
    airspace::ZoneIndex index;
    std::string version; // by which they can be found again
};

// Who and what flies, the rules they are judged by, and who answers for what is not ready.
struct AssignmentThen {
    fleet::Assignment assignment;
    fleet::ReadinessRules rules;
    std::vector<fleet::ReadinessOverride> overrides;
};

// Where the checks get what they look at, as it is in the transaction of the decision. An empty function, nullopt or an
// error: not known, and the check says "not judged". Called on threads of the log: quick.
struct CheckSources {
    // Zones that meet one of the boxes (flatBox).
    std::function<Result<ZonesThen>(const storage::Database&, const std::vector<geo::Box>& boxes)> zones;
    std::function<Result<AssignmentThen>(const storage::Database&, const FlightPlan&)> assignment;
    // User id of a pilot; empty: not known.
    std::function<std::string(const storage::Database&, std::string_view pilot)> pilotUser;
    geo::Surroundings surroundings; // thread-safe functions
    std::string surroundingsVersion;
    std::function<Result<std::vector<deconflict::CapacityLimit>>(const storage::Database&)> capacity;
    // How risk on the ground is computed, by what is known of the ground in that transaction; what it answers is asked
    // later, and on other threads. Empty, or an empty answer: not judged.
    std::function<GroundRiskSource(const storage::Database&)> groundRisk;
    std::optional<CollisionModel> collisions;
};

// The zones that the tables of AirspaceProjection have.
[[nodiscard]] Result<ZonesThen> zonesInTables(const storage::Database& database, const std::vector<geo::Box>& boxes);

struct PlanSettings {
    PlanPolicy policy;
    Containment containment;
    ParallelRules parallels;
    CheckSources sources{.zones = zonesInTables, .capacity = readCapacityLimits};
    ProposalLimits proposals;
    milliseconds history = std::chrono::days(7); // how long the state keeps what is over; the tables keep it for ever
    std::size_t waiting = 64;                    // searches for proposals that wait; more are answered BUSY
};

} // namespace haneul::plan
