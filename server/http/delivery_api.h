#pragma once

#include "server/delivery/event_delivery_service.h"
#include "server/http/api.h"

#include <functional>
#include <string>

namespace haneul::http {

// One call that the gatekeeper let through.
struct DeliveryCall {
    MatchedRoute match;
    people::Principal who; // his desk is the client's address
    std::string query;
    std::string contentType;
    std::string body;
};

[[nodiscard]] bool isDeliveryRoute(RouteId route);

// Networks, orders and missions over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerDelivery(delivery::EventDeliveryService& service, DeliveryCall call, UtcMs now,
                    std::function<void(Response)> reply);

} // namespace haneul::http
