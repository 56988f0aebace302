#pragma once

#include "server/airspace/airspace_service.h"
#include "server/http/api.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct ZoneCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isZoneRoute(RouteId route);

// Zones and geo-awareness over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any thread.
void answerZones(airspace::AirspaceService& service, ZoneCall call, UtcMs now, std::function<void(Response)> reply);

} // namespace haneul::http
