#pragma once

#include "server/delivery/drone_choice.h"
#include "server/fleet/assessor.h"

namespace haneul::runtime {

// Drones of missions are judged by what the fleet's tables say in the transaction of the decision (R-FLT-05). The log
// must have been opened with a FleetProjection. A drone that the fleet does not know is not judged.
[[nodiscard]] delivery::DroneJudges droneJudges(fleet::OrganisationOf organisationOf);

} // namespace haneul::runtime
