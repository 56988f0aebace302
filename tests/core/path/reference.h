#pragma once

#include "core/path/constrained.h"
#include "core/sim/random.h"

#include <optional>
#include <vector>

// The same questions answered slowly and plainly.
namespace haneul::tests {

// A small space with buildings and risk, different for each seed.
[[nodiscard]] path::Grid smallGrid(std::uint64_t seed, int nx, int ny, int nz, double closedShare = 0.25);
// A free cell for searches that need a known risk.
[[nodiscard]] path::Cell freeCell(const path::Grid& grid, sim::Random& random);

// Steps from a cell by the plain rule: all cells of the box between are free.
[[nodiscard]] std::vector<int> stepsFrom(const path::Grid& grid, const std::vector<std::uint32_t>& words,
                                         path::Cell cell);
[[nodiscard]] path::Cell after(path::Cell cell, int step);

// Bellman-Ford in floating point: true costs to the goal by Grid::index; infinite: no way.
[[nodiscard]] std::vector<double> costsByRelaxation(const path::Grid& grid, const path::StepEfforts& efforts,
                                                    const path::Weights& weights, path::Cell goal,
                                                    const path::Policy& policy = {}, bool riskMatters = false);

// The least objective within the budgets by looking at every simple path that could be better (no bound but the length
// found so far and the budgets); nullopt: there is none.
[[nodiscard]] std::optional<double> leastWithin(const path::Grid& grid, const path::StepEfforts& efforts,
                                                const path::BudgetTask& task);

} // namespace haneul::tests
