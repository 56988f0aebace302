#pragma once

#include "server/delivery/event_delivery_service.h"
#include "server/http/api.h"

#include <functional>

namespace haneul::http {

[[nodiscard]] bool isDeliveryRoute(RouteId route);

// Networks, orders and missions over HTTP (resources/openapi.json). Returns at once; `reply` is called once, on any
// thread.
void answerDelivery(delivery::EventDeliveryService& service, ServiceCall call, UtcMs now,
                    std::function<void(Response)> reply);

} // namespace haneul::http
