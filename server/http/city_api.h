#pragma once

#include "server/city/city_service.h"
#include "server/http/api.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct CityCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isCityRoute(RouteId route);

// Datasets of the ground over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any thread.
void answerCity(city::CityService& service, CityCall call, std::function<void(Response)> reply);

} // namespace haneul::http
