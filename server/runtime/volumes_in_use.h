#pragma once

#include "core/airspace/impact.h"
#include "server/delivery/delivery_state.h"
#include "server/plan/plan_state.h"

#include <vector>

// What takes up space now or later, for the question what a zone would hit.
namespace haneul::runtime {

// Plans that are approved, flying or wait for their approval, and are not over.
[[nodiscard]] std::vector<airspace::NamedVolume> volumesOfPlans(const plan::PlanState& state, UtcMs now);
// Missions that are neither over nor cancelled, as a flight plan of them would hold them.
[[nodiscard]] std::vector<airspace::NamedVolume> volumesOfMissions(const delivery::DeliveryState& state, UtcMs now);

} // namespace haneul::runtime
