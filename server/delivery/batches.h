#pragma once

#include "core/base/error.h"
#include "server/delivery/delivery_state.h"

#include <cstdint>
#include <vector>

namespace haneul::delivery {

// Orders that share a drone (R-SLT-09).
struct Batch {
    std::vector<Order> orders; // by time, then id
    UtcMs released{};

    [[nodiscard]] std::vector<Stop> stops() const; // each node once, in the order in which they were asked for
    [[nodiscard]] double payload_kg() const;
};

// Batches of the network's window and number of stops; those released by `now`, or all.
[[nodiscard]] Result<std::vector<Batch>> batchesOf(const Network& network, const std::vector<Order>& waiting, UtcMs now,
                                                   bool all);

} // namespace haneul::delivery
