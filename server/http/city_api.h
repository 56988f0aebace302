#pragma once

#include "server/city/city_service.h"
#include "server/http/api.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isCityRoute(RouteId route);

// Datasets of the ground over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any thread.
void answerCity(city::CityService& service, ServiceCall call, std::function<void(Response)> reply);

} // namespace haneul::http
