#include "core/path/constrained.h"
#include "tests/core/path/reference.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::path;
using namespace haneul::tests;

class BudgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestWithinABudgetIsThatOfExhaustiveSearch_data();
    void theBestWithinABudgetIsThatOfExhaustiveSearch(); // R-PATH-05
    void noneIsProvenAndSaysHowLittleIsPossible();       // R-PATH-05
    void aLimitOfLabelsIsToldWithTheGap();               // R-PATH-05
    void aRidgeThatNoWeightDescribesIsBoundedByCells();  // R-PATH-05
    void placesOnTheWayKeepTheBudgetOfTheWhole();        // R-PATH-05
    void theFrontIsConvexAndBeginsWithTheShortest();     // R-PATH-04 R-PATH-05
    void wrongBudgetsAreRefused();
    void theSameQuestionHasTheSameAnswer(); // R-PATH-12
};

namespace {

Vehicle drone() {
    return {.speed_mps = 10, .climb_mps = 3, .descent_mps = 2, .mass_kg = 6, .level_w = 500};
}

struct Ends {
    double shortestRisk, leastRisk, leastEnergy_j, shortestEnergy_j;
};

std::optional<Ends> endsOf(Searcher& searcher, const Grid& grid, const StepEfforts& efforts, Cell start, Cell goal) {
    const auto totals = [&](Weights weights) -> std::optional<Totals> {
        const auto path =
            searcher.shortest(efforts, {.start = start, .goal = goal, .weights = weights, .riskMatters = true});
        if (!path) return std::nullopt;
        return totalsOf(grid, efforts, path->cells);
    };
    const auto shortest = totals({1, 0, 0}), safest = totals({0, 0, 1}), thriftiest = totals({0, 1, 0});
    if (!shortest || !safest || !thriftiest) return std::nullopt;
    return Ends{shortest->risk, safest->risk, thriftiest->energy_j, shortest->energy_j};
}

} // namespace

void BudgetTest::theBestWithinABudgetIsThatOfExhaustiveSearch_data() {
    QTest::addColumn<int>("objective");
    QTest::addColumn<bool>("risk");
    QTest::addColumn<bool>("energy");
    QTest::newRow("length, risk") << 0 << true << false;
    QTest::newRow("length, battery") << 0 << false << true;
    QTest::newRow("length, both") << 0 << true << true;
    QTest::newRow("energy, risk") << 1 << true << false;
}

void BudgetTest::theBestWithinABudgetIsThatOfExhaustiveSearch() {
    QFETCH(int, objective);
    QFETCH(bool, risk);
    QFETCH(bool, energy);
    int none = 0, bent = 0, asked = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const auto grid = smallGrid(seed, 4, 4, 2, 0.2);
        const StepEfforts efforts(grid, drone(), {{2, 1}});
        Searcher searcher(grid);
        sim::Random random(seed);
        const auto start = freeCell(grid, random), goal = freeCell(grid, random);
        const auto ends = endsOf(searcher, grid, efforts, start, goal);
        if (!ends || start == goal) continue;
        for (const double share : {-0.1, 0.0, 0.2, 0.5, 0.8, 1.1}) {
            BudgetTask task{
                .start = start, .goal = goal, .objective = objective == 0 ? Objective::Length : Objective::Energy};
            if (risk) task.budgets.risk = ends->leastRisk + share * (ends->shortestRisk - ends->leastRisk);
            if (energy)
                task.budgets.energy_j =
                    ends->leastEnergy_j + (share + 0.05) * (ends->shortestEnergy_j - ends->leastEnergy_j);
            if ((risk && *task.budgets.risk < 0) || (energy && *task.budgets.energy_j <= 0)) continue;
            ++asked;
            const auto truth = leastWithin(grid, efforts, task);
            const auto answer = withinBudgets(searcher, grid, efforts, task);
            QVERIFY(answer.has_value());
            if (!truth) {
                QVERIFY(answer->cells.empty());
                QVERIFY(answer->answer == BudgetAnswer::None);
                ++none;
                continue;
            }
            QVERIFY(answer->answer == BudgetAnswer::Optimal);
            const auto totals = totalsOf(grid, efforts, answer->cells);
            const double reached = objective == 0 ? totals.length_m : totals.energy_j;
            QVERIFY2(std::abs(reached - *truth) <= 1e-6 * *truth,
                     qPrintable(QString::number(reached) + u' ' + QString::number(*truth)));
            if (risk) QVERIFY(totals.risk <= *task.budgets.risk * (1 + 1e-6));
            if (energy) QVERIFY(totals.energy_j <= *task.budgets.energy_j * (1 + 1e-6));
            if (answer->labels > 0) ++bent;
        }
    }
    QVERIFY(asked > 60);
    QVERIFY(bent > 3); // the dual alone was not enough
    QVERIFY(none > 3);
}

void BudgetTest::noneIsProvenAndSaysHowLittleIsPossible() {
    const auto grid = smallGrid(5, 12, 12, 3, 0.1);
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    sim::Random random(5);
    const auto start = freeCell(grid, random), goal = freeCell(grid, random);
    const auto ends = endsOf(searcher, grid, efforts, start, goal);
    QVERIFY(ends.has_value());
    const auto none =
        withinBudgets(searcher, grid, efforts, {.start = start, .goal = goal, .budgets = {ends->leastRisk * 0.9, {}}});
    QVERIFY(none.has_value());
    QVERIFY(none->answer == BudgetAnswer::None);
    QVERIFY(none->leastRisk.has_value());
    QVERIFY(std::abs(*none->leastRisk - ends->leastRisk) <= 1e-3 * ends->leastRisk);
    const auto weak = withinBudgets(searcher, grid, efforts,
                                    {.start = start, .goal = goal, .budgets = {{}, ends->leastEnergy_j * 0.9}});
    QVERIFY(weak.has_value());
    QVERIFY(weak->answer == BudgetAnswer::None);
    QVERIFY(weak->leastEnergy_j.has_value());
}

void BudgetTest::aLimitOfLabelsIsToldWithTheGap() {
    int gaps = 0;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        const auto grid = smallGrid(seed, 25, 25, 2, 0.15);
        const StepEfforts efforts(grid, drone(), {});
        Searcher searcher(grid);
        sim::Random random(seed);
        const auto start = freeCell(grid, random), goal = freeCell(grid, random);
        const auto ends = endsOf(searcher, grid, efforts, start, goal);
        if (!ends) continue;
        BudgetTask task{.start = start,
                        .goal = goal,
                        .budgets = {ends->leastRisk + 0.5 * (ends->shortestRisk - ends->leastRisk), {}},
                        .mostLabels = 1};
        const auto quick = withinBudgets(searcher, grid, efforts, task);
        task.mostLabels = 3'000'000;
        const auto exact = withinBudgets(searcher, grid, efforts, task);
        QVERIFY(quick && exact);
        QVERIFY(exact->answer == BudgetAnswer::Optimal);
        QVERIFY(!quick->cells.empty());
        QVERIFY(quick->bound <= exact->totals.length_m * (1 + 1e-6)); // a bound is a bound
        QVERIFY(quick->totals.length_m >= exact->totals.length_m * (1 - 1e-9));
        QVERIFY(quick->totals.length_m <= quick->bound * (1 + quick->gap) * (1 + 1e-6));
        if (quick->answer == BudgetAnswer::WithinGap) ++gaps;
    }
    QVERIFY(gaps > 2);
}

// Across a ridge of risk the first metres of a detour save least: no weight of the risk makes a path cheapest that goes
// part of the way round, so the dual stays far below. By the cell of the crossing it does not.
void BudgetTest::aRidgeThatNoWeightDescribesIsBoundedByCells() {
    constexpr int side = 121;
    auto grid = *Grid::make({side, side, 10, {30}});
    std::vector<float> risk;
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            risk.push_back(std::abs(x - 60) > 2 ? 0.001F : static_cast<float>(std::exp(-(y - 60) * (y - 60) / 3200.0)));
    QVERIFY(grid.setRisk(risk).has_value());
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    const Cell start{20, 60, 0}, goal{100, 60, 0};
    const auto ends = endsOf(searcher, grid, efforts, start, goal);
    QVERIFY(ends.has_value());
    BudgetTask task{.start = start, .goal = goal, .budgets = {0.88 * ends->shortestRisk, {}}, .mostLabels = 1};
    const auto quick = withinBudgets(searcher, grid, efforts, task);
    QVERIFY(quick.has_value());
    // A cell more of detour is 0.8 % of the length.
    QVERIFY2(quick->gap < 0.01, qPrintable(QString::number(quick->gap)));
    const auto cheapest = searcher.shortest(
        efforts, {.start = start, .goal = goal, .weights = {1, 0, quick->perRisk}, .riskMatters = true});
    QVERIFY(cheapest.has_value());
    const double dual =
        totalsOf(grid, efforts, cheapest->cells).cost({1, 0, quick->perRisk}) - quick->perRisk * *task.budgets.risk;
    QVERIFY2(dual < 0.96 * quick->totals.length_m, qPrintable(QString::number(dual)));
    task.mostLabels = 3'000'000;
    const auto exact = withinBudgets(searcher, grid, efforts, task);
    QVERIFY(exact.has_value());
    QVERIFY(exact->answer == BudgetAnswer::Optimal);
    QVERIFY(quick->bound <= exact->totals.length_m * (1 + 1e-9));
    QVERIFY(exact->totals.length_m <= quick->totals.length_m * (1 + 1e-9));
}

void BudgetTest::placesOnTheWayKeepTheBudgetOfTheWhole() {
    const auto grid = smallGrid(8, 20, 20, 2, 0.1);
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    sim::Random random(8);
    const auto start = freeCell(grid, random), via = freeCell(grid, random), goal = freeCell(grid, random);
    const auto one = endsOf(searcher, grid, efforts, start, via), two = endsOf(searcher, grid, efforts, via, goal);
    QVERIFY(one && two);
    const double least = one->leastRisk + two->leastRisk, most = one->shortestRisk + two->shortestRisk;
    const BudgetTask task{.start = start, .goal = goal, .via = {via}, .budgets = {(least + most) / 2, {}}};
    const auto answer = withinBudgets(searcher, grid, efforts, task);
    QVERIFY(answer.has_value());
    QVERIFY(std::ranges::find(answer->cells, via) != answer->cells.end());
    QVERIFY(answer->totals.risk <= *task.budgets.risk * (1 + 1e-6));
    QVERIFY(answer->bound <= answer->totals.length_m);
    auto tight = task;
    tight.budgets.risk = least * 0.9;
    QVERIFY(withinBudgets(searcher, grid, efforts, tight)->answer == BudgetAnswer::None);
}

void BudgetTest::theFrontIsConvexAndBeginsWithTheShortest() {
    const auto grid = smallGrid(11, 30, 30, 2, 0.1);
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    const auto start = Cell{1, 1, 0}, goal = Cell{28, 27, 1};
    const auto ends = endsOf(searcher, grid, efforts, start, goal);
    QVERIFY(ends.has_value());
    const auto front = riskFront(searcher, grid, efforts, {.start = start, .goal = goal}, 8);
    QVERIFY(front.has_value());
    QVERIFY(front->size() > 3 && front->size() <= 8);
    QVERIFY(std::abs(front->back().totals.risk - ends->leastRisk) <= 1e-2 * ends->leastRisk);
    for (std::size_t i = 0; i + 1 < front->size(); ++i) {
        const auto &a = (*front)[i].totals, &b = (*front)[i + 1].totals;
        QVERIFY(a.length_m < b.length_m);
        QVERIFY(a.risk > b.risk);
    }
    for (std::size_t i = 1; i + 1 < front->size(); ++i) {
        const auto &a = (*front)[i - 1].totals, &b = (*front)[i].totals, &c = (*front)[i + 1].totals;
        const double before = (a.risk - b.risk) / (b.length_m - a.length_m);
        const double behind = (b.risk - c.risk) / (c.length_m - b.length_m);
        QVERIFY(before >= behind * (1 - 1e-3)); // each further metre saves less
    }
}

void BudgetTest::wrongBudgetsAreRefused() {
    const auto grid = smallGrid(1, 6, 6, 2, 0);
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    const BudgetTask none{.start = {0, 0, 0}, .goal = {5, 5, 0}};
    QCOMPARE(withinBudgets(searcher, grid, efforts, none).error().code, std::string("BAD_BUDGET"));
    auto negative = none;
    negative.budgets.risk = -1;
    QCOMPARE(withinBudgets(searcher, grid, efforts, negative).error().code, std::string("BAD_BUDGET"));
    auto withoutRisk = *Grid::make({6, 6, 10, {10}});
    Searcher other(withoutRisk);
    auto task = none;
    task.budgets.risk = 1;
    const StepEfforts otherEfforts(withoutRisk, drone(), {});
    QCOMPARE(withinBudgets(other, withoutRisk, otherEfforts, task).error().code, std::string("RISK_UNKNOWN"));
}

void BudgetTest::theSameQuestionHasTheSameAnswer() {
    const auto grid = smallGrid(17, 20, 20, 3, 0.15);
    const StepEfforts efforts(grid, drone(), {});
    sim::Random random(17);
    const auto start = freeCell(grid, random), goal = freeCell(grid, random);
    Searcher searcher(grid);
    const auto ends = endsOf(searcher, grid, efforts, start, goal);
    QVERIFY(ends.has_value());
    const BudgetTask task{.start = start, .goal = goal, .budgets = {(ends->leastRisk + ends->shortestRisk) / 2, {}}};
    const auto first = withinBudgets(searcher, grid, efforts, task);
    Searcher fresh(grid);
    const auto again = withinBudgets(fresh, grid, efforts, task);
    QVERIFY(first && again);
    QVERIFY(first->cells == again->cells);
    QCOMPARE(first->labels, again->labels);
}

QTEST_APPLESS_MAIN(BudgetTest)
#include "budget_test.moc"
