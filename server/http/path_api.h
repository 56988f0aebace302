#pragma once

#include "server/http/api.h"
#include "server/paths/path_service.h"

#include <string>
#include <string_view>

namespace haneul::http {

[[nodiscard]] bool isPathRoute(RouteId route);

// Paths and their check over HTTP (resources/openapi.json). Searches: not on the network thread. `now`: the departure
// of a question without one.
[[nodiscard]] Response answerPaths(paths::PathService& service, RouteId route, const std::string& user, UtcMs now,
                                   std::string_view contentType, std::string_view body);

} // namespace haneul::http
