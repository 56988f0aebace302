#pragma once

#include "core/path/any_angle.h"
#include "core/path/constrained.h"

#include <string>
#include <vector>

namespace haneul::path {

struct CheckTask {
    Vehicle vehicle;
    std::vector<Wind> wind;
    Policy policy; // its windows are not looked at: a window counts when the path is there in it
    UtcMs departure{};
    LegLimits legs;
    Budgets budgets;
    bool riskMatters = false; // a cell without a known risk is a finding
};

// Why a path is not allowed. Codes: BUILDING, TERRAIN, ZONE (the message names it), UNKNOWN_CELL, RISK_UNKNOWN,
// OUTSIDE_GRID, LEG_TOO_LONG, TOO_MANY_LEGS, TOO_STEEP, WIND_TOO_STRONG, RISK_BUDGET, BATTERY_BUDGET, NO_PATH (fewer
// than two points).
struct PathFinding {
    std::string code;
    std::string message;
    std::string name;             // of the building or the zone
    std::size_t leg = 0;          // from 0; of the whole path: 0
    Point_m from, to;             // where on the leg
    double distance_m = 0;        // from the start
    std::optional<TimeSpan> when; // that the path is there
};

struct CheckedPath {
    std::vector<PathFinding> findings; // by place, up to mostFindings; empty: allowed
    std::vector<std::size_t> legs;     // all with a finding, rising
    Totals totals;                     // of the legs that can be flown
    bool complete = true;              // all of them
};

inline constexpr std::size_t mostFindings = 1000;

// A leg, or a part of one where a leg is longer than a grid. Ends in the coordinates of the path.
struct LegPart {
    std::size_t leg = 0;
    Point_m a, b;            // of the whole leg
    double from = 0, to = 1; // shares of it

    bool operator==(const LegPart&) const = default;
};

// Judges a path part after part, each in a grid of its own: however long the path is, it takes the memory of one grid.
class PathChecker {
public:
    explicit PathChecker(CheckTask task);

    // The parts that come next, in their order. `corner`: of the grid, in the coordinates of the path (up: 0).
    void pass(const Grid& grid, Point_m corner, std::span<const LegPart> parts);
    // Then the limits and budgets of the whole.
    [[nodiscard]] CheckedPath finish() &&;

private:
    class Pass;
    void add(PathFinding finding);

    CheckTask m_task;
    CheckedPath m_answer;
    std::size_t m_legs = 0; // that were begun
};

// In the coordinates of one grid.
[[nodiscard]] CheckedPath checkPath(const Grid& grid, std::span<const Point_m> points, const CheckTask& task);

} // namespace haneul::path
