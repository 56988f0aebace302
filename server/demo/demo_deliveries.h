#pragma once

#include "core/base/error.h"
#include "server/delivery/event_delivery_service.h"

#include <string>
#include <vector>

namespace haneul::demo {

// Sees that a demonstration has deliveries to show, made through the service itself: the reference network with its
// missions m1 to m4 and the worked example G1 (both from 10:00 UTC of the day), and a network over Seoul with orders
// and missions from an hour ago to six hours ahead, flown by `drones` in turn; none: without drones. Where one of them
// is there already, nothing is made. Waits for the service. Codes: those of the service.
[[nodiscard]] Result<void> seeToDemoDeliveries(delivery::EventDeliveryService& service, UtcMs now,
                                               const std::vector<std::string>& drones);

} // namespace haneul::demo
