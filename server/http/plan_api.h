#pragma once

#include "server/http/api.h"
#include "server/plan/plan_service.h"

#include <functional>
#include <string_view>

namespace haneul::http {

[[nodiscard]] bool isPlanRoute(RouteId route);

// Flight plans, their checks and the intents of others over HTTP (resources/openapi.json). No service: 503. Returns at
// once; `reply` is called once, on any thread.
void answerPlan(plan::PlanService* service, ServiceCall call, std::function<void(Response)> reply);

// A file of a ground station or a map, read into a draft; nothing is kept. Takes as long as reading the file does.
[[nodiscard]] Response answerPlanImport(std::string_view query, std::string_view body);

} // namespace haneul::http
