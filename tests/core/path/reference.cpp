#include "tests/core/path/reference.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace haneul::tests {

using namespace haneul::path;

Grid smallGrid(std::uint64_t seed, int nx, int ny, int nz, double closedShare) {
    sim::Random random(seed);
    std::vector<double> heights_m;
    for (int z = 0; z < nz; ++z)
        heights_m.push_back(10 + 8.0 * z + (z > 1 ? 4 : 0)); // not all of the same thickness
    auto grid = *Grid::make({nx, ny, 10, heights_m});
    const auto building = *grid.addCause({CauseKind::Building, "B", {}});
    std::vector<float> risk;
    for (int y = 0; y < ny; ++y)
        for (int x = 0; x < nx; ++x)
            for (int z = 0; z < nz; ++z) {
                risk.push_back(static_cast<float>(random.uniform(0, 1)));
                if (random.unit() < closedShare) (void)grid.add({x, y, z}, building);
            }
    (void)grid.setRisk(risk);
    return grid;
}

Cell freeCell(const Grid& grid, sim::Random& random) {
    for (;;) {
        const Cell cell{static_cast<int>(random.below(static_cast<std::uint64_t>(grid.nx()))),
                        static_cast<int>(random.below(static_cast<std::uint64_t>(grid.ny()))),
                        static_cast<int>(random.below(static_cast<std::uint64_t>(grid.nz())))};
        if (whyNot(grid, cell, {}, true).empty()) return cell;
    }
}

Cell after(Cell cell, int step) {
    const auto [dx, dy, dz] = stepOf(step);
    return {cell.x + dx, cell.y + dy, cell.z + dz};
}

std::vector<int> stepsFrom(const Grid& grid, const std::vector<std::uint32_t>& words, Cell cell) {
    const auto isFree = [&](Cell c) {
        return grid.contains(c) && (words[grid.index(c) >> grid.strideBits()] >> (c.z + 1) & 1U) != 0;
    };
    std::vector<int> free;
    for (int step = 0; step < steps; ++step) {
        if (step == noStep) continue;
        const auto [dx, dy, dz] = stepOf(step);
        bool all = true;
        for (int x = 0; x <= std::abs(dx); ++x)
            for (int y = 0; y <= std::abs(dy); ++y)
                for (int z = 0; z <= std::abs(dz); ++z)
                    all = all && isFree({cell.x + x * dx, cell.y + y * dy, cell.z + z * dz});
        if (all) free.push_back(step);
    }
    return free;
}

std::vector<double> costsByRelaxation(const Grid& grid, const StepEfforts& efforts, const Weights& weights, Cell goal,
                                      const Policy& policy, bool riskMatters) {
    const auto words = grid.passable(policy, weights.perRisk > 0 || riskMatters);
    std::vector<double> cost(grid.columns() << grid.strideBits(), std::numeric_limits<double>::infinity());
    cost[grid.index(goal)] = 0;
    for (bool better = true; better;) {
        better = false;
        for (int y = 0; y < grid.ny(); ++y)
            for (int x = 0; x < grid.nx(); ++x)
                for (int z = 0; z < grid.nz(); ++z)
                    for (const int step : stepsFrom(grid, words, {x, y, z})) {
                        const auto to = after({x, y, z}, step);
                        if (!efforts.of(z, step)) continue;
                        const std::vector<Cell> both{{x, y, z}, to};
                        const double total = totalsOf(grid, efforts, both).cost(weights) + cost[grid.index(to)];
                        if (total < cost[grid.index({x, y, z})] - 1e-9) {
                            cost[grid.index({x, y, z})] = total;
                            better = true;
                        }
                    }
    }
    return cost;
}

std::optional<double> leastWithin(const Grid& grid, const StepEfforts& efforts, const BudgetTask& task) {
    const auto words = grid.passable(task.policy, task.budgets.risk.has_value());
    std::vector<bool> visited(grid.columns() << grid.strideBits(), false);
    std::optional<double> best;
    // What is left at least: without it every small grid has far too many paths.
    const auto rest =
        costsByRelaxation(grid, efforts, task.objective == Objective::Length ? Weights{1, 0, 0} : Weights{0, 1, 0},
                          task.goal, task.policy, task.budgets.risk.has_value());
    const std::function<void(Cell, Totals)> from = [&](Cell cell, const Totals& so) {
        const double objective = task.objective == Objective::Length ? so.length_m : so.energy_j;
        if (best && objective + rest[grid.index(cell)] >= *best - 1e-9) return;
        if (task.budgets.risk && so.risk > *task.budgets.risk * (1 + 1e-9)) return;
        if (task.budgets.energy_j && so.energy_j > *task.budgets.energy_j * (1 + 1e-9)) return;
        if (cell == task.goal) {
            best = objective;
            return;
        }
        visited[grid.index(cell)] = true;
        for (const int step : stepsFrom(grid, words, cell)) {
            const auto to = after(cell, step);
            if (visited[grid.index(to)] || !efforts.of(cell.z, step)) continue;
            const std::vector<Cell> both{cell, to};
            auto more = so;
            more += totalsOf(grid, efforts, both);
            from(to, more);
        }
        visited[grid.index(cell)] = false;
    };
    from(task.start, {});
    return best;
}

} // namespace haneul::tests
