#pragma once

#include "core/base/error.h"

#include <optional>

namespace haneul::risk::ground {

// How much each cost counts in a sum. A building cost is a density or a chance, not fatalities: what one unit of it is
// worth is for the user to say, and is shown beside the sum.
struct Weights {
    std::optional<double> people, traffic, buildings;

    bool operator==(const Weights&) const = default;
};

struct Costs {
    std::optional<double> people_perFlightHour, traffic_perFlightHour, building; // of the models that are in the sum
};

// Code WEIGHT_NOT_STATED: a cost without its weight; `where` names it. INVALID_ARGUMENT: a weight below 0.
[[nodiscard]] Result<double> weightedSum(const Costs& costs, const Weights& weights);

} // namespace haneul::risk::ground
