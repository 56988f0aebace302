#pragma once

#include "core/path/search.h"
#include "core/sim/random.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace haneul::bench {

// A city of square cells with buildings and centres of risk, the same for a seed (PERFORMANCE.md 6). The risk is the
// same in all layers, 0.02 to about 2 per second.
inline path::Grid cityGrid(int side, int layers, std::uint64_t seed, double cell_m = 10) {
    std::vector<double> heights_m;
    for (int z = 0; z < layers; ++z)
        heights_m.push_back((z + 0.5) * cell_m);
    auto grid = *path::Grid::make({side, side, cell_m, heights_m});
    sim::Random random(seed);
    const double share = static_cast<double>(side) * side / (600.0 * 600.0);
    const auto cells = static_cast<std::uint64_t>(side);
    const auto building = *grid.addCause({path::CauseKind::Building, "building", {}});
    for (int b = 0; b < static_cast<int>(3000 * share); ++b) {
        const auto x = static_cast<int>(random.below(cells)), y = static_cast<int>(random.below(cells));
        const auto wide = static_cast<int>(random.between(1, 6)), deep = static_cast<int>(random.between(1, 6));
        const auto top = static_cast<int>(random.between(1, std::max(1, layers - 2)));
        for (int j = y; j < y + deep; ++j)
            for (int i = x; i < x + wide; ++i)
                for (int z = 0; z < top; ++z)
                    (void)grid.add({i, j, z}, building);
    }

    struct Centre {
        double x, y, radius, peak;
    };

    std::vector<Centre> centres;
    for (int c = 0; c < std::max(4, static_cast<int>(60 * share)); ++c)
        centres.push_back(
            {random.uniform(0, side), random.uniform(0, side), random.uniform(15, 50), random.uniform(0.3, 1)});
    std::vector<float> risk;
    risk.reserve(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * static_cast<std::size_t>(layers));
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            double sum = 0.02;
            for (const auto& c : centres) {
                const double d2 = (x - c.x) * (x - c.x) + (y - c.y) * (y - c.y);
                sum += c.peak * std::exp(-d2 / (2 * c.radius * c.radius));
            }
            risk.insert(risk.end(), static_cast<std::size_t>(layers), static_cast<float>(sum));
        }
    (void)grid.setRisk(risk);
    return grid;
}

// Through the air as through a field of costs: a metre takes a second, whatever the slope.
inline path::Vehicle evenVehicle() {
    return {.speed_mps = 1, .climb_mps = 1, .descent_mps = 1};
}

// Free cells at least `apart` cells from each other.
inline std::vector<std::pair<path::Cell, path::Cell>> pairsIn(const path::Grid& grid, int count, double apart,
                                                              std::uint64_t seed) {
    sim::Random random(seed);
    const auto words = grid.passable({}, true);
    const auto draw = [&] {
        for (;;) {
            const path::Cell cell{static_cast<int>(random.below(static_cast<std::uint64_t>(grid.nx()))),
                                  static_cast<int>(random.below(static_cast<std::uint64_t>(grid.ny()))),
                                  static_cast<int>(random.below(static_cast<std::uint64_t>(grid.nz())))};
            if ((words[grid.index(cell) >> grid.strideBits()] >> (cell.z + 1) & 1U) != 0) return cell;
        }
    };
    std::vector<std::pair<path::Cell, path::Cell>> pairs;
    while (static_cast<int>(pairs.size()) < count) {
        const auto a = draw(), b = draw();
        if (std::hypot(a.x - b.x, a.y - b.y) >= apart) pairs.emplace_back(a, b);
    }
    return pairs;
}

} // namespace haneul::bench
