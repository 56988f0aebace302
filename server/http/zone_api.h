#pragma once

#include "server/airspace/airspace_service.h"
#include "server/http/api.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isZoneRoute(RouteId route);

// Zones and geo-awareness over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any thread.
void answerZones(airspace::AirspaceService& service, ServiceCall call, UtcMs now, std::function<void(Response)> reply);

} // namespace haneul::http
