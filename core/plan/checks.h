#pragma once

#include "core/airspace/zone_index.h"
#include "core/deconflict/capacity.h"
#include "core/fleet/readiness_override.h"
#include "core/plan/check_report.h"
#include "core/plan/containment.h"
#include "core/plan/risk.h"

namespace haneul::plan {

// What the checks look at. Whatever is absent makes the checks that need it say "not judged". Each source has a version
// by which it can be found again; it is part of the evidence.
struct CheckInputs {
    UtcMs now{};
    Containment containment;
    const airspace::ZoneIndex* zones = nullptr;
    std::string zones_version;
    const deconflict::IntentIndex* intents = nullptr;
    deconflict::PriorityRules priority;
    std::optional<std::vector<deconflict::CapacityLimit>> capacity; // sound; none set: an empty list
    geo::Surroundings surroundings;
    std::string surroundings_version;
    std::optional<fleet::Assignment> assignment;
    fleet::ReadinessRules readiness;
    std::vector<fleet::ReadinessOverride> overrides; // that stand for this very assignment
    GroundRiskSource groundRisk;
    std::optional<CollisionModel> collisions;
    std::optional<std::vector<StandingRoute>> standingRoutes; // near the plan, while it flies
    ParallelRules parallels;
    RiskLimits riskLimits;
};

// All checks, each answered whatever the others say, in the order of allCheckKinds. Volumes that are not sound are
// named by the form, and not judged by those that need them.
[[nodiscard]] std::vector<CheckReport> checkPlan(const FlightPlan& plan, const CheckInputs& inputs);

// One of them.
[[nodiscard]] CheckReport checkForm(const FlightPlan& plan, const CheckInputs& inputs);
[[nodiscard]] CheckReport checkPerformance(const FlightPlan& plan, const CheckInputs& inputs);
// Zones of the type PROHIBITED fail. Conditions in words are for a person: not judged, unless a document names the
// zone.
[[nodiscard]] CheckReport checkAirspace(const FlightPlan& plan, const CheckInputs& inputs);
// Intents that go before it fail; those that give way are named.
[[nodiscard]] CheckReport checkConflicts(const FlightPlan& plan, const CheckInputs& inputs);
[[nodiscard]] CheckReport checkCapacity(const FlightPlan& plan, const CheckInputs& inputs);
[[nodiscard]] CheckReport checkReadiness(const FlightPlan& plan, const CheckInputs& inputs);
// Zones that ask for an authorisation need a document that is for them and good for all of the time (R-PLAN-05).
[[nodiscard]] CheckReport checkDocuments(const FlightPlan& plan, const CheckInputs& inputs);

// Expected fatalities on the ground, and collisions with drones that fly towards it beside it, against the limits that
// were laid down (R-CRM-15). Made-up data is said, and is never a pass.
[[nodiscard]] CheckReport checkGroundRisk(const FlightPlan& plan, const CheckInputs& inputs);
[[nodiscard]] CheckReport checkCollisionRisk(const FlightPlan& plan, const CheckInputs& inputs);

// What the flight asks of its drone, battery and pilot.
[[nodiscard]] fleet::Need needOf(const FlightPlan& plan);

} // namespace haneul::plan
