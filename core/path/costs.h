#pragma once

#include "core/path/vehicle.h"

#include <cstdint>
#include <vector>

namespace haneul::path {

// What is minimised: a sum of these, each with its weight (0 or more).
struct Weights {
    double perMetre = 1;
    double perJoule = 0;
    double perRisk = 0; // per expected fatality

    bool operator==(const Weights&) const = default;
};

// What each step takes from each layer, wherever it is made. A step is half in the cell it leaves and half in the one
// it enters; so is its risk.
class StepEfforts {
public:
    StepEfforts(const Grid& grid, const Vehicle& vehicle, const std::vector<Wind>& wind);

    // nullopt: cannot be flown, or leads out of the layers.
    [[nodiscard]] const std::optional<Effort>& of(int layer, int step) const {
        return m_efforts[static_cast<std::size_t>(layer * steps + step)];
    }

private:
    std::vector<std::optional<Effort>> m_efforts;
};

// The same as whole numbers: cost of a step = fixed + (perRisk * (risk steps of both cells) >> riskBits). Rounded down,
// so that a sum of them is never more than the true cost.
struct StepCosts {
    static constexpr unsigned riskBits = 24;
    static constexpr std::uint32_t never = 0xffff'ffff;
    static constexpr std::uint32_t most = std::uint32_t{1} << 28; // of a step

    std::vector<std::uint32_t> fixed;   // [layer * steps + step]; never: cannot be made
    std::vector<std::uint64_t> perRisk; // the same
    double unit = 1;                    // of cost that a 1 stands for
    std::uint32_t dearest = 0;          // step
    std::uint32_t cheapest = never;     // step that is not free of cost

    // `coarser`: how many times the unit is doubled, for sums that would not fit.
    StepCosts(const Grid& grid, const StepEfforts& efforts, const Weights& weights, unsigned coarser = 0);

    [[nodiscard]] bool usesRisk() const { return m_usesRisk; }

    // Of the same steps the other way: what it costs to come by a step, from the layer where it ends.
    [[nodiscard]] StepCosts backwards(int layers) const;

private:
    bool m_usesRisk = false;
};

} // namespace haneul::path
