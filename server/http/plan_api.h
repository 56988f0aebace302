#pragma once

#include "server/http/api.h"
#include "server/plan/plan_service.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct PlanCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isPlanRoute(RouteId route);

// Flight plans, their checks and the intents of others over HTTP (resources/openapi.json). No service: 503. Returns at
// once; `reply` is called once, on any thread.
void answerPlan(plan::PlanService* service, PlanCall call, std::function<void(Response)> reply);

} // namespace haneul::http
