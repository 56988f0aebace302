#pragma once

#include "server/http/api.h"
#include "server/people/organisation_service.h"
#include "server/people/security_service.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isHouseRoute(RouteId route);

// Organisations, the rules of approval and security alarms over HTTP (resources/openapi.json). A service that is not
// there: 503. Returns at once; `reply` is called once, on any thread.
void answerHouse(people::OrganisationService* organisations, people::SecurityService* security, ServiceCall call,
                 std::function<void(Response)> reply);

} // namespace haneul::http
