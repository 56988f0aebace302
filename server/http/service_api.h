#pragma once

#include "server/http/api.h"
#include "server/http/service_registry.h"

#include <string>

namespace haneul::http {

[[nodiscard]] bool isServiceRoute(RouteId route);

// Which instances answer for which service, and their offers (resources/openapi.json). An instance offers itself and
// nothing else: it is called at the address from which its offer came, and only when that is a private one.
[[nodiscard]] Response answerServices(ServiceRegistry& registry, const ServiceCall& call, const std::string& address,
                                      UtcMs now);

// The body of an offer, for the one who makes it.
[[nodiscard]] std::string offerJson(std::uint16_t port, const std::string& credential, milliseconds lease);

} // namespace haneul::http
