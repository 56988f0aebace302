#pragma once

#include "core/delivery/network.h"

#include <string>
#include <vector>

namespace haneul::diagram {

// Nodes of a network from the top of its drone-diagram down: the bases first, the network's own before the others, then
// the delivery points so that links span few rows. The same network gives the same order.
[[nodiscard]] std::vector<std::string> rowOrder(const delivery::Network& network);

// `wanted` as far as its nodes exist, what it does not name where rowOrder has it; each node once.
[[nodiscard]] std::vector<std::string> completedOrder(const delivery::Network& network,
                                                      const std::vector<std::string>& wanted);

// How many rows all links span together.
[[nodiscard]] std::size_t rowsSpanned(const delivery::Network& network, const std::vector<std::string>& order);

// One node so many rows down (negative: up), as far as there are rows.
[[nodiscard]] std::vector<std::string> withMovedRow(std::vector<std::string> order, std::string_view node, int by);

} // namespace haneul::diagram
