#pragma once

#include "server/ground_risk/ground_risk_service.h"
#include "server/http/api.h"

#include <string>
#include <string_view>

namespace haneul::http {

[[nodiscard]] bool isGroundRiskRoute(RouteId route);

// A map over the API is answered at once, so that it is small; the window takes larger ones from the service.
inline constexpr std::size_t mostCellsOfAnAnswer = 40'000;

// Ground risk over HTTP (resources/openapi.json): the library, a map, one cell with every value, a path. Calculates:
// not on the network thread.
[[nodiscard]] Response answerGroundRisk(ground_risk::GroundRiskService& service, RouteId route,
                                        std::string_view contentType, std::string_view body);

} // namespace haneul::http
