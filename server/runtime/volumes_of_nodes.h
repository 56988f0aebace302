#pragma once

#include "core/airspace/impact.h"
#include "server/delivery/delivery_state.h"

#include <vector>

namespace haneul::runtime {

inline constexpr double nodeRadius_m = 15; // a column, with the drone and how far it strays

// The columns of all nodes of the saved networks, at all times: what a zone may cut off. From the ground up to the top;
// ids "NET-01 DP-03".
[[nodiscard]] std::vector<airspace::NamedVolume> volumesOfNodes(const delivery::DeliveryState& state);

} // namespace haneul::runtime
