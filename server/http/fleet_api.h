#pragma once

#include "server/fleet/fleet_service.h"
#include "server/http/api.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isFleetRoute(RouteId route);

// Drones, batteries, pilots and their readiness over HTTP (resources/openapi.json). Returns at once; `reply` is called
// once, on any thread.
void answerFleet(fleet::FleetService& service, ServiceCall call, UtcMs now, std::function<void(Response)> reply);

} // namespace haneul::http
