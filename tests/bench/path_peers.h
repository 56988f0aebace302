#pragma once

#include "core/path/constrained.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

// The same questions asked of others: textbook A*, Boost.Graph, RRT*.
namespace haneul::bench {

struct PeerAnswer {
    double ms = 0;          // CPU
    std::uint64_t cost = 0; // in units of StepCosts; of a budget search the length in millimetres; 0: no way
};

// With std::priority_queue and hash maps of nodes, straight-line bound.
[[nodiscard]] PeerAnswer textbookAstar(const path::Grid& grid, const path::StepCosts& costs, path::Cell start,
                                       path::Cell goal);

// boost::astar_search on an implicit graph with array maps, straight-line bound.
[[nodiscard]] PeerAnswer boostAstar(const path::Grid& grid, const path::StepCosts& costs, path::Cell start,
                                    path::Cell goal);

// boost::r_c_shortest_paths: least length with a risk of at most `budget`.
[[nodiscard]] PeerAnswer boostBudget(const path::Grid& grid, const path::StepEfforts& efforts, path::Cell start,
                                     path::Cell goal, double budget);

// RRT*: best cost so far at each of `after_s` (rising); nullopt: no path yet.
[[nodiscard]] std::vector<std::optional<double>> rrtStar(const path::LegMeter& meter, const path::Weights& weights,
                                                         path::Point_m start, path::Point_m goal,
                                                         const std::vector<double>& after_s, std::uint64_t seed);

[[nodiscard]] double cpu_ms();

} // namespace haneul::bench
