#include "core/path/costs.h"

#include <algorithm>
#include <cmath>

namespace haneul::path {

StepEfforts::StepEfforts(const Grid& grid, const Vehicle& vehicle, const std::vector<Wind>& wind)
    : m_efforts(static_cast<std::size_t>(grid.nz() * steps)) {
    const auto windAt = [&](int layer) {
        if (wind.empty()) return Wind{};
        return wind.size() == 1 ? wind.front() : wind[static_cast<std::size_t>(layer)];
    };
    const double cell_m = grid.size().cell_m;
    for (int layer = 0; layer < grid.nz(); ++layer)
        for (int step = 0; step < steps; ++step) {
            const auto [dx, dy, dz] = stepOf(step);
            const int to = layer + dz;
            if (step == noStep || to < 0 || to >= grid.nz()) continue;
            const double up_m = grid.centre({0, 0, to}).z - grid.centre({0, 0, layer}).z;
            const auto out = effortOf(vehicle, windAt(layer), dx * cell_m / 2, dy * cell_m / 2, up_m / 2);
            const auto in = effortOf(vehicle, windAt(to), dx * cell_m / 2, dy * cell_m / 2, up_m / 2);
            if (!out || !in) continue;
            m_efforts[static_cast<std::size_t>(layer * steps + step)] =
                Effort{out->length_m + in->length_m, out->time_s + in->time_s, out->energy_j + in->energy_j};
        }
}

StepCosts::StepCosts(const Grid& grid, const StepEfforts& efforts, const Weights& weights, unsigned coarser)
    : m_usesRisk(weights.perRisk > 0 && grid.anyRiskKnown()) {
    constexpr double levelStep = 10'000; // units of the cheapest level step
    constexpr double riskiestSum = 2.0 * 65'534;
    const auto fixedOf = [&](const Effort& e) { return weights.perMetre * e.length_m + weights.perJoule * e.energy_j; };
    const auto riskOf = [&](const Effort& e) {
        return m_usesRisk ? weights.perRisk * grid.riskStep() * e.time_s / 2 : 0.0;
    };
    double level = 0, largest = 0;
    for (int layer = 0; layer < grid.nz(); ++layer)
        for (int step = 0; step < steps; ++step)
            if (const auto& effort = efforts.of(layer, step)) {
                const double cost = fixedOf(*effort);
                if (stepOf(step).dz == 0 && cost > 0 && (level == 0 || cost < level)) level = cost;
                largest = std::max(largest, cost + riskOf(*effort) * riskiestSum);
            }
    if (largest == 0) largest = 1;
    unit = std::max(level > 0 ? level / levelStep : largest / (1 << 20), largest / (most / 2));
    unit = std::ldexp(unit, static_cast<int>(coarser));

    fixed.assign(static_cast<std::size_t>(grid.nz() * steps), never);
    perRisk.assign(fixed.size(), 0);
    for (int layer = 0; layer < grid.nz(); ++layer)
        for (int step = 0; step < steps; ++step)
            if (const auto& effort = efforts.of(layer, step)) {
                const auto at = static_cast<std::size_t>(layer * steps + step);
                fixed[at] = static_cast<std::uint32_t>(std::floor(fixedOf(*effort) / unit + 1e-6));
                perRisk[at] = static_cast<std::uint64_t>(std::floor(std::ldexp(riskOf(*effort) / unit, int{riskBits})));
                const auto riskPart = static_cast<std::uint32_t>((perRisk[at] * 131'068) >> riskBits);
                dearest = std::max(dearest, fixed[at] + riskPart);
                if (fixed[at] > 0) cheapest = std::min(cheapest, fixed[at]);
            }
}

StepCosts StepCosts::backwards(int layers) const {
    auto turned = *this;
    for (int layer = 0; layer < layers; ++layer)
        for (int step = 0; step < steps; ++step) {
            const auto at = static_cast<std::size_t>(layer * steps + step);
            const int from = layer + stepOf(step).dz; // the step is made from there, the opposite way
            turned.fixed[at] = never;
            turned.perRisk[at] = 0;
            if (step == noStep || from < 0 || from >= layers) continue;
            const auto forward = static_cast<std::size_t>(from * steps + (steps - 1 - step));
            turned.fixed[at] = fixed[forward];
            turned.perRisk[at] = perRisk[forward];
        }
    return turned;
}

} // namespace haneul::path
