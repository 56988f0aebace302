#pragma once

#include "server/delivery/delivery_state.h"
#include "server/plan/plan_service.h"

namespace haneul::plan {

// The flight plan of a booked mission (R-DB-07): profile "logistics", beyond sight, the mission's way as waypoints. It
// is at each waypoint when the mission is: where the booking takes its time, the plan waits at the waypoint. The
// volumes hold the whole of it. Codes: MISSION_OVER; BAD_ROUTE, BAD_SPEED (containment.h).
[[nodiscard]] Result<FlightPlan> planOfMission(const delivery::Mission& mission, const MissionPlan& wanted,
                                               const Containment& containment);

} // namespace haneul::plan
