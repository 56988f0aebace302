#pragma once

#include "server/http/api.h"
#include "server/planner/local_planner.h"

namespace haneul::http {

// GET /api/v1/planner: which local planner flies and why, how its policy was trained, its latest decisions. 503
// NO_PLANNER where there is none.
[[nodiscard]] Response answerLocalPlanner(const planner::LocalPlanner* planner);

} // namespace haneul::http
