#pragma once

#include "core/delivery/network.h"
#include "core/geo/position.h"

#include <optional>
#include <string>
#include <vector>

namespace haneul::network {

// Length of a link from top to top, along its curve where it is one; nullopt: an end is unknown.
[[nodiscard]] std::optional<double> lengthOf(const delivery::Network& network, const delivery::Link& link);
// Flight time from top to top with the network's first drone type; the measured one where there is one.
[[nodiscard]] std::optional<delivery::DurationMs> flightOf(const delivery::Network& network,
                                                           const delivery::Link& link);

// Where two links come too near to each other for two drones at the same time.
struct CrossingPlace {
    std::string first, second; // "A>B"
    geo::LatLon place;
    delivery::DurationMs separation_ms = 0;
};

[[nodiscard]] std::vector<CrossingPlace> crossingsOf(const delivery::Network& network); // found and declared

} // namespace haneul::network
