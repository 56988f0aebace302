#pragma once

#include "core/path/costs.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace haneul::path {

// Asked now and then with the number of cells looked at since it was asked last; true: stop.
using Cancel = std::function<bool(std::uint64_t)>;

// Cells closed for a time are judged at the time of arrival.
struct Departure {
    UtcMs at{};
};

struct SearchTask {
    Cell start, goal;
    Weights weights;
    Policy policy;
    std::optional<Departure> departure; // given: windows are judged by arrival, whatever policy.windows says
    Cancel cancel;                      // may be empty
    bool riskMatters = false;           // also where its weight is 0: cells without a known risk are as policy says
    const std::vector<std::uint32_t>* only = nullptr; // given: no cells but these (words as of Grid::passable)
};

struct GridPath {
    std::vector<Cell> cells; // from start to goal
    std::uint64_t cost = 0;  // in units
    double unit = 1;
    std::uint64_t expanded = 0;        // cells
    std::uint64_t expandedColumns = 0; // of the bound

    bool operator==(const GridPath&) const = default;
};

inline constexpr std::uint32_t unreached = 0xffff'ffff;

// Cost from each cell to one of them, or from one to each, in units (unreached: there is no way, or it is dearer than
// was asked for).
struct CostToGo {
    std::vector<std::uint32_t> cost; // by Grid::index
    std::vector<std::uint8_t> step;  // first step of the way to the one, last step of the way from it; noStep: none
    double unit = 1;
    bool backwards = false; // ways from the one

    [[nodiscard]] std::size_t next(const Grid& grid, std::size_t cell) const; // nearer to the one, by the cell's step
    // The way of the cell, in the order in which it is flown; empty: unreached.
    [[nodiscard]] std::vector<Cell> path(const Grid& grid, Cell cell) const;
};

// A* on the cells with their 26 neighbours, direct-addressed, with a bucket queue. The lower bound of the rest is the
// cost of the same way through columns (each as cheap as its cheapest cell, found by a backward A* as far as it is
// asked for) and of the climb that is left; never above the true rest. Of paths of equal cost the one is found that the
// fixed order of steps gives: the same input, the same path. One search at a time; keeps its memory for the next.
class Searcher {
public:
    explicit Searcher(const Grid& grid); // outlives it
    ~Searcher();
    Searcher(Searcher&&) noexcept;
    Searcher& operator=(Searcher&&) noexcept;

    // The cheapest path. Without `departure` it is optimal for the costs of StepCosts. With it a cell is left and
    // entered only while both are open, and the best way to each cell alone is followed: it may miss a cheaper path
    // that comes later. Codes: BAD_START, BAD_GOAL (outside, or may not be entered; the message says why), NO_PATH
    // (proven, but with a departure), CANCELLED, COST_TOO_LARGE.
    [[nodiscard]] Result<GridPath> shortest(const StepEfforts& efforts, const SearchTask& task);

    // Lower bounds of the rest as the search uses them, of each cell (by Grid::index; unreached: no way). For tests.
    [[nodiscard]] std::vector<std::uint32_t> lowerBounds(const StepEfforts& efforts, const SearchTask& task);

    // To `goal` from everywhere: Dijkstra. Cells whose cost would be above `limit` are left out. Codes as above.
    [[nodiscard]] Result<CostToGo> costsTo(const StepEfforts& efforts, const SearchTask& task,
                                           double limit = std::numeric_limits<double>::infinity());

    // From `start` to everywhere, likewise.
    [[nodiscard]] Result<CostToGo> costsFrom(const StepEfforts& efforts, const SearchTask& task,
                                             double limit = std::numeric_limits<double>::infinity());

private:
    Result<CostToGo> dijkstra(const StepEfforts& efforts, const SearchTask& task, double limit, bool fromStart);

    struct State;
    std::unique_ptr<State> m_state;
};

// Why a cell may not be entered under the policy, in words; empty: it may.
[[nodiscard]] std::string whyNot(const Grid& grid, Cell cell, const Policy& policy, bool needsRisk);

} // namespace haneul::path
