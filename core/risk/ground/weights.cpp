#include "core/risk/ground/weights.h"

#include "core/risk/ground/range.h"

namespace haneul::risk::ground {

Result<double> weightedSum(const Costs& costs, const Weights& weights) {
    struct Part {
        const char* name;
        std::optional<double> cost, weight;
    };

    double sum = 0;
    for (const Part& part : {Part{"weights.people", costs.people_perFlightHour, weights.people},
                             Part{"weights.traffic", costs.traffic_perFlightHour, weights.traffic},
                             Part{"weights.buildings", costs.building, weights.buildings}}) {
        if (!part.cost) continue;
        if (!part.weight)
            return fail("WEIGHT_NOT_STATED", "costs of different kinds are added only with a stated weight for each",
                        part.name);
        if (auto fine = check({notNegative(part.name, *part.weight)}); !fine) return std::unexpected(fine.error());
        sum += *part.cost * *part.weight;
    }
    return sum;
}

} // namespace haneul::risk::ground
