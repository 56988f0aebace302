#pragma once

#include "core/deconflict/intents.h"

// Demand against capacity (R-SVC-13): how many intents may be in a place at once.
namespace haneul::deconflict {

// A node, an area or a layer of it, always or for a while.
struct CapacityLimit {
    std::string id;
    geo::Volume4D place;
    int most = 1; // intents at once

    bool operator==(const CapacityLimit&) const = default;
};

// Code BAD_CAPACITY: no id, fewer than one; those of geo::check.
[[nodiscard]] Result<void> check(const CapacityLimit& limit);

struct CapacityUse {
    std::string limit;
    int most = 0;
    int demand = 0;                   // at its highest while the new intent is there, with it
    int possible = 0;                 // with those whose heights cannot be compared
    std::optional<UtcMs> from, to;    // of the first time that it is so high (of `demand` when that is too high)
    std::vector<std::string> intents; // that are there then, without the new one

    [[nodiscard]] bool exceeded() const { return demand > most; }

    [[nodiscard]] bool judged() const { return exceeded() || possible <= most; }

    bool operator==(const CapacityUse&) const = default;
};

// One for each limit whose place `wanted` touches, or may touch, in their order. An earlier version of `wanted` does
// not count. Limits are sound.
[[nodiscard]] std::vector<CapacityUse> capacityUse(const Intent& wanted, std::span<const CapacityLimit> limits,
                                                   const IntentIndex& index, const geo::Surroundings& surroundings);

// From one change of the number of intents in a place to the next.
struct CapacityStep {
    UtcMs from{}, to{};
    int demand = 0;                   // surely there at once
    int possible = 0;                 // with those whose heights cannot be compared
    std::vector<std::string> intents; // all of them, by id

    bool operator==(const CapacityStep&) const = default;
};

// Who is in the place of a limit over [from, to), step by step without gaps; `from` before `to`. The limit is sound.
[[nodiscard]] std::vector<CapacityStep> occupancy(const CapacityLimit& limit, UtcMs from, UtcMs to,
                                                  const IntentIndex& index, const geo::Surroundings& surroundings);

} // namespace haneul::deconflict
