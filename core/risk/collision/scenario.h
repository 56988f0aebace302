#pragma once

#include "core/risk/collision/overlap.h"
#include "core/risk/collision/reich.h"

#include <span>
#include <string>
#include <vector>

namespace haneul::risk::collision {

struct Scenario {
    std::string name; // "#1"
    DroneSize size;
    double speed_kt = 0; // V

    bool operator==(const Scenario&) const = default;
};

// The paper's nine: three sizes at 25, 40 and 45 kt each. (Its text says 55 for the last speed, its tables use 45.)
[[nodiscard]] std::span<const Scenario> paperScenarios();
// Its six distances: 0, 10, 100, 500, 1,000 and 1,852 m.
[[nodiscard]] std::span<const double> paperDistances_m();

struct Cell {
    double overlap = 0;           // Py
    double collisionsPerHour = 0; // N
    Decision decision = Decision::Reject;

    bool operator==(const Cell&) const = default;
};

// N by distance (outer) and scenario (inner). Codes: those of collisionsPerHour and overlapAt (`where`: the scenario or
// distance before the value); INVALID_ARGUMENT for a target that is not above 0.
[[nodiscard]] Result<std::vector<std::vector<Cell>>> resultTable(std::span<const Scenario> scenarios,
                                                                 std::span<const double> distances_m,
                                                                 const Constants& constants, const Overlap& overlap,
                                                                 double targetPerHour = icaoTargetPerHour);

// As the paper prints: three significant digits, "2.28E-02".
[[nodiscard]] std::string printed(double value);

} // namespace haneul::risk::collision
