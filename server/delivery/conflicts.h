#pragma once

#include "server/delivery/delivery_state.h"
#include "server/delivery/planner.h"

#include <vector>

namespace haneul::delivery {

// Which missions of a network that have not left the ground no longer fit, as those before them are late, and where
// each would fit (R-SLT-13). Those under way stay as they are.
[[nodiscard]] std::vector<MissionConflict> conflictsOn(NetworkRules& rules, const std::vector<MissionPtr>& missions,
                                                       UtcMs now);

[[nodiscard]] bool isUnderWay(const Mission& mission); // it has left the ground and is not over

} // namespace haneul::delivery
