// P8: the cheapest path over a city of cells with risk, beside Boost.Graph's A* and a textbook one (optimal: equal to
// Dijkstra), with the any-angle finish beside RRT*. P9: the shortest path within a risk budget, beside Boost's
// r_c_shortest_paths, and its proven gap in limited time on large grids. Times are CPU time of this thread. Fails when
// answers differ, when a bound is not one, and when the finish is dearer than the path; never on a time.
//
// path_bench [side of the city in cells, 600] [queries, 10] [textbook queries, 3] [seconds of RRT*, 15]
#include "core/path/any_angle.h"
#include "core/path/constrained.h"
#include "tests/bench/path_city.h"
#include "tests/bench/path_peers.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace haneul;
using namespace haneul::path;
using namespace haneul::bench;

namespace {

constexpr int layers = 14;
bool failed = false;

void expect(bool right, const char* what) {
    if (right) return;
    std::printf("WRONG: %s\n", what);
    failed = true;
}

double quantile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

void row(const char* name, const std::vector<double>& ms, double reference) {
    std::printf("  %-44s %9.2f %9.2f ms", name, quantile(ms, 0.5), quantile(ms, 0.95));
    if (reference > 0) std::printf("   %6.1fx", quantile(ms, 0.5) / reference);
    std::printf("\n");
}

using Pairs = std::vector<std::pair<Cell, Cell>>;

void astar(const Grid& grid, const Pairs& pairs, double riskWeight, std::size_t textbookQueries, double rrt_s) {
    const Weights weights{1, 0, riskWeight};
    const auto vehicle = evenVehicle();
    const StepEfforts efforts(grid, vehicle, {});
    const StepCosts costs(grid, efforts, weights);
    Searcher searcher(grid);
    const auto words = grid.passable({}, true);
    const std::vector<Wind> calm;
    const LegMeter meter(grid, vehicle, calm, words);
    std::vector<double> own, ownForBook, boost, book, finish;
    std::uint64_t expanded = 0, columns = 0;

    struct Finish {
        double grid, straight, ms;
        std::size_t legs;
    };

    std::vector<Finish> finished;
    for (std::size_t query = 0; query < pairs.size(); ++query) {
        const auto& [start, goal] = pairs[query];
        const SearchTask task{.start = start, .goal = goal, .weights = weights, .riskMatters = true};
        double begin = cpu_ms();
        const auto path = searcher.shortest(efforts, task);
        own.push_back(cpu_ms() - begin);
        expect(path.has_value(), "a path is found");
        if (!path) continue;
        expanded += path->expanded;
        columns += path->expandedColumns;
        const auto dijkstra = searcher.costsTo(efforts, task);
        expect(dijkstra && dijkstra->cost[grid.index(start)] == path->cost, "the path is as cheap as Dijkstra's");
        const auto peer = boostAstar(grid, costs, start, goal);
        boost.push_back(peer.ms);
        expect(peer.cost == path->cost, "Boost.Graph's path costs the same");
        if (query < textbookQueries) {
            const auto slow = textbookAstar(grid, costs, start, goal);
            book.push_back(slow.ms);
            ownForBook.push_back(own.back());
            expect(slow.cost == path->cost, "the textbook's path costs the same");
        }
        const auto centres = centresOf(grid, path->cells);
        begin = cpu_ms();
        const auto straight = straighten(meter, centres, weights, {});
        finish.push_back(cpu_ms() - begin);
        expect(straight.has_value(), "the finish is there");
        if (!straight) continue;
        const double cost = totalsOf(grid, efforts, path->cells).cost(weights);
        expect(straight->totals.cost(weights) <= cost * (1 + 1e-9), "the finish is not dearer than the path");
        finished.push_back(
            {cost, straight->totals.cost(weights), own.back() + finish.back(), straight->points.size() - 1});
    }
    std::printf("P8 risk-weighted path, %d x %d x %d cells, weight %g, %zu queries\n", grid.nx(), grid.ny(), layers,
                riskWeight, pairs.size());
    std::printf("  %-44s %9s %9s      against own\n", "", "median", "p95");
    row("own: column bound, bucket queue", own, 0);
    row("any-angle finish", finish, 0);
    row("Boost.Graph astar_search, array maps", boost, quantile(own, 0.5));
    if (!book.empty()) row("textbook A*, first queries", book, quantile(ownForBook, 0.5));
    std::printf("  cells looked at %.2f M, columns %.2f M a query; all paths as cheap as Dijkstra's\n",
                static_cast<double>(expanded) / 1e6 / static_cast<double>(pairs.size()),
                static_cast<double>(columns) / 1e6 / static_cast<double>(pairs.size()));
    if (rrt_s <= 0) return;
    std::printf("  RRT*, cost after %.2g / %.2g / %.2g s of CPU; own in all\n", rrt_s / 15, rrt_s / 5, rrt_s);
    for (std::size_t query = 0; query < std::min<std::size_t>(3, finished.size()); ++query) {
        const auto& [cost, straight, ms, legs] = finished[query];
        const auto tree = rrtStar(meter, weights, grid.centre(pairs[query].first), grid.centre(pairs[query].second),
                                  {rrt_s / 15, rrt_s / 5, rrt_s}, 1);
        const auto text = [](std::optional<double> c) { return c ? std::to_string(static_cast<int>(*c)) : "none"; };
        std::printf("    query %zu: path %.0f, any angle %.0f (%zu legs) in %.1f ms; RRT* %s / %s / %s: own is %s in "
                    "1/%.0f of the time\n",
                    query, cost, straight, legs, ms, text(tree[0]).c_str(), text(tree[1]).c_str(),
                    text(tree[2]).c_str(), !tree[2] || straight <= *tree[2] ? "cheaper" : "DEARER", rrt_s * 1000 / ms);
    }
}

// Half way between the risk of the shortest path and the least possible.
double budgetFor(Searcher& searcher, const Grid& grid, const StepEfforts& efforts, Cell start, Cell goal) {
    const auto risk = [&](Weights weights) {
        const auto path =
            searcher.shortest(efforts, {.start = start, .goal = goal, .weights = weights, .riskMatters = true});
        return path ? totalsOf(grid, efforts, path->cells).risk : 0.0;
    };
    return (risk({1, 0, 0}) + risk({0, 0, 1})) / 2;
}

void budgets(int side, int high, bool withBoost) {
    const auto grid = cityGrid(side, high, 5);
    const StepEfforts efforts(grid, evenVehicle(), {});
    Searcher searcher(grid);
    std::vector<double> own, boost, gaps;
    for (const auto& [start, goal] : pairsIn(grid, 5, side * 0.6, 9)) {
        BudgetTask task{.start = start, .goal = goal};
        task.budgets.risk = budgetFor(searcher, grid, efforts, start, goal);
        double begin = cpu_ms();
        const auto answer = withinBudgets(searcher, grid, efforts, task);
        own.push_back(cpu_ms() - begin);
        expect(answer && !answer->cells.empty(), "a path within the budget is found");
        if (!answer || answer->cells.empty()) continue;
        gaps.push_back(answer->gap);
        expect(answer->totals.risk <= *task.budgets.risk * (1 + 1e-6), "the path keeps the budget");
        expect(answer->bound <= answer->totals.length_m * (1 + 1e-9), "the bound is one");
        if (!withBoost) continue;
        const auto peer = boostBudget(grid, efforts, start, goal, *task.budgets.risk);
        boost.push_back(peer.ms);
        expect(std::abs(static_cast<double>(peer.cost) / 1000 - answer->totals.length_m) <=
                   1e-5 * answer->totals.length_m + 0.01,
               "Boost's path is as long");
    }
    std::printf("  %8d cells: own %8.2f median %8.2f worst ms, gap %.3f %% worst", side * side * high,
                quantile(own, 0.5), quantile(own, 1), 100 * quantile(gaps, 1));
    if (withBoost)
        std::printf("; Boost %9.2f median %9.2f worst ms: %.1fx, %.1fx", quantile(boost, 0.5), quantile(boost, 1),
                    quantile(boost, 0.5) / quantile(own, 0.5), quantile(boost, 1) / quantile(own, 1));
    std::printf("\n");
}

// As the product asks: good enough at 1 %, labels limited.
void budgetsInTime(int side, int high) {
    const auto grid = cityGrid(side, high, 5);
    const StepEfforts efforts(grid, evenVehicle(), {});
    Searcher searcher(grid);
    std::vector<double> own, gaps;
    for (const auto& [start, goal] : pairsIn(grid, 10, side * 0.6, 9)) {
        BudgetTask task{.start = start, .goal = goal, .gap = 0.01, .mostLabels = 300'000};
        task.budgets.risk = budgetFor(searcher, grid, efforts, start, goal);
        const double begin = cpu_ms();
        const auto answer = withinBudgets(searcher, grid, efforts, task);
        own.push_back(cpu_ms() - begin);
        expect(answer && !answer->cells.empty(), "a path within the budget is found");
        if (!answer) continue;
        gaps.push_back(answer->gap);
        expect(answer->gap <= task.gap, "the path is within 1 % of the bound");
        expect(answer->totals.risk <= *task.budgets.risk * (1 + 1e-6), "the path keeps the budget");
    }
    std::printf("  %8d cells, 1 %% asked, 300,000 labels at most: own %8.2f median %8.2f worst ms, gap %.3f %% worst\n",
                side * side * high, quantile(own, 0.5), quantile(own, 1), 100 * quantile(gaps, 1));
}

} // namespace

int main(int argc, char** argv) {
    const auto argument = [&](int at, double otherwise) { return argc > at ? std::atof(argv[at]) : otherwise; };
    const int side = std::clamp(static_cast<int>(argument(1, 600)), 40, 1000);
    const int queries = std::clamp(static_cast<int>(argument(2, 10)), 1, 100);
    const auto textbook = static_cast<std::size_t>(std::max(0.0, argument(3, 3)));
    const double rrt_s = argument(4, 15);
    const auto grid = cityGrid(side, layers, 5);
    const auto pairs = pairsIn(grid, queries, side / 2.0, 9);
    astar(grid, pairs, 3, textbook, rrt_s);
    for (const double weight : {0.0, 1.0, 8.0})
        astar(grid, pairs, weight, 0, 0);
    const bool large = side >= 300;
    std::printf("P9 shortest path within a risk budget (half way between the shortest's and the least)\n");
    for (const int small : {16, 23, 32})
        budgets(small, 7, true);
    if (large) budgets(70, 7, true);
    budgetsInTime(large ? 280 : 70, 7);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
