#pragma once

#include "core/plan/flight_plan.h"
#include "server/plan/plan_service.h"

namespace haneul::demo {

// Sees that a demonstration has flight plans at every desk, made through the service itself by its planner, pilot and
// approver: some wait for approval, one is approved, one was returned because it goes through a zone of the exercise,
// one because another is in its way, one is a draft. Where there is a plan already, nothing is made. The zones and the
// fleet of the demonstration come first. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoPlans(plan::PlanService& service, UtcMs now);

} // namespace haneul::demo
