#pragma once

#include "server/http/api.h"
#include "server/people/people_service.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct PeopleCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string token;     // the one he came with
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isPeopleRoute(RouteId route);

// Log-in, sessions, users and tokens over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on
// any thread.
void answerPeople(people::PeopleService& service, PeopleCall call, UtcMs now, std::function<void(Response)> reply);

[[nodiscard]] std::string principalJson(const people::Principal& principal);
[[nodiscard]] std::string usersJson(const std::vector<people::UserRecord>& users);
[[nodiscard]] std::string sessionsJson(const std::vector<people::SessionRecord>& sessions);
[[nodiscard]] std::string tokensJson(const std::vector<people::TokenRecord>& tokens);

} // namespace haneul::http
