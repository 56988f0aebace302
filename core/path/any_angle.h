#pragma once

#include "core/path/legs.h"
#include "core/path/search.h"

namespace haneul::path {

struct LegLimits {
    std::size_t most = 0; // legs; 0: any number
    double longest_m = 0; // 0: any length
};

struct Straightened {
    std::vector<Point_m> points;
    Totals totals;
    bool fewEnough = true; // false: so few legs would cost more than the path through the cells
};

// Straight legs at any angle instead of steps from cell to cell: the cheapest chain of free legs between places of the
// path (dynamic programming over what lies near each other on it, again and again while it gets cheaper), then each
// turn moved where it costs less. Of chains within the limit of legs the cheapest that costs no more than the path
// itself. Never dearer than the path. The legs are free in the meter's cells. nullopt: the path itself is not free
// there.
[[nodiscard]] std::optional<Straightened> straighten(const LegMeter& meter, std::span<const Point_m> path,
                                                     const Weights& weights, const LegLimits& limits);

[[nodiscard]] std::vector<Point_m> centresOf(const Grid& grid, std::span<const Cell> cells);

} // namespace haneul::path
