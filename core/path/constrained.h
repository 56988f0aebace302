#pragma once

#include "core/path/legs.h"
#include "core/path/search.h"

#include <optional>
#include <string_view>

namespace haneul::path {

enum class Objective { Length, Energy };

// What a path may take in all.
struct Budgets {
    std::optional<double> risk; // expected fatalities
    std::optional<double> energy_j;

    bool operator==(const Budgets&) const = default;
};

struct BudgetTask {
    Cell start, goal;
    std::vector<Cell> via; // in their order; with any, only the dual of all closes the gap
    Objective objective = Objective::Length;
    Budgets budgets;
    Policy policy;
    double gap = 0;                     // good enough: so much above the bound, as a share of it
    std::size_t mostLabels = 1'000'000; // partial paths that are kept in mind
    Cancel cancel;
};

enum class BudgetAnswer {
    Optimal,   // nothing within the budgets is better
    WithinGap, // the best that was found; nothing is better by more than the gap
    None,      // proven: there is none
    NoneFound, // not proven: the search ended before it could tell
};
[[nodiscard]] std::string_view toString(BudgetAnswer answer); // "OPTIMAL", "WITHIN_GAP", "NONE", "NONE_FOUND"

struct BudgetPath {
    BudgetAnswer answer = BudgetAnswer::None;
    std::vector<Cell> cells;
    Totals totals;
    double bound = 0;                // no path within the budgets has less of the objective
    double gap = 0;                  // (objective - bound) / bound; 0 of Optimal
    std::optional<double> leastRisk; // of None: no path has less than this, which is above the budget
    std::optional<double> leastEnergy_j;
    double perRisk = 0, perJoule = 0; // weights of the dual of all paths
    std::size_t labels = 0;
    std::uint64_t expanded = 0;
};

// The path with the least of the objective whose totals keep within the budgets. The bound comes from the Lagrangian
// dual (cutting planes over the weights, each solved by A*). Where that leaves a gap, each cell gets a dual of its own,
// of the paths by it, from the cheapest ways to the goal and from the start at a few multiples of the weights: no path
// can do better than the least demanding of the ways' most demanding cells. What remains is closed by labels in the
// order of the bound with dominance in each cell, in the cells by which a better path may go, as far as mostLabels
// allows. Ways that are known are joined all along, which finds good paths early. Whatever it finds, how far it is from
// the best is said. Codes of Searcher::shortest; BAD_BUDGET (none given, negative), RISK_UNKNOWN (a risk budget where
// no cell has a known risk).
[[nodiscard]] Result<BudgetPath> withinBudgets(Searcher& searcher, const Grid& grid, const StepEfforts& efforts,
                                               const BudgetTask& task);

struct FrontPoint {
    std::vector<Cell> cells;
    Totals totals;
    double perRisk = 0; // weight of the risk at which it is the cheapest
};

// Paths of which no other is both better in the objective and lower in risk, on the convex hull of all (what some
// weight makes the cheapest), from the shortest to the least risky; at most `most`, at least the two ends.
[[nodiscard]] Result<std::vector<FrontPoint>>
riskFront(Searcher& searcher, const Grid& grid, const StepEfforts& efforts, const BudgetTask& task, std::size_t most);

// Of a path from cell to cell.
[[nodiscard]] Totals totalsOf(const Grid& grid, const StepEfforts& efforts, std::span<const Cell> cells);

} // namespace haneul::path
