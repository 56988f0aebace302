#pragma once

#include "server/http/api.h"

#include <functional>
#include <string>
#include <string_view>

namespace haneul::http {

// Hands the request to the service of its route. `reply` is called once, before this returns or later on a thread of
// the service's; never, when no service answers the route (false).
[[nodiscard]] bool askService(const HttpDependencies& dependencies, const Admitted& admitted, const RequestHead& head,
                              const std::string& body, std::function<void(Response)> reply);

// What is calculated from the request alone, or from what stands still: not on the network thread. It holds all that it
// needs.
struct Calculation {
    std::string_view what;            // "studies"
    std::function<Response()> answer; // empty: the route asks for no calculation
};

// The error is the answer.
[[nodiscard]] Result<Calculation> calculationFor(const HttpDependencies& dependencies, const Admitted& admitted,
                                                 const RequestHead& head, const std::string& body);

} // namespace haneul::http
