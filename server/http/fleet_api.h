#pragma once

#include "server/fleet/fleet_service.h"
#include "server/http/api.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct FleetCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isFleetRoute(RouteId route);

// Drones, batteries, pilots and their readiness over HTTP (resources/openapi.json). Returns at once; `reply` is called
// once, on any thread.
void answerFleet(fleet::FleetService& service, FleetCall call, UtcMs now, std::function<void(Response)> reply);

} // namespace haneul::http
