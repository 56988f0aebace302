#include "core/path/search.h"
#include "tests/core/path/reference.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::path;
using namespace haneul::tests;

class SearchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGridThatCannotBeIsRefused_data();
    void aGridThatCannotBeIsRefused();
    void stepsAreThoseWhoseBoxIsFree(); // R-PATH-01
    void theCheapestIsAsCheapAsCanBe_data();
    void theCheapestIsAsCheapAsCanBe(); // R-PATH-01 R-PATH-02 R-PATH-04
    void theBoundIsNeverAboveTheRest_data();
    void theBoundIsNeverAboveTheRest();           // R-PATH-03
    void windAndClimbChangeThePath();             // R-PATH-02
    void moreWeightOnRiskHasLessRisk();           // R-PATH-04
    void theSameQuestionHasTheSamePath();         // R-PATH-12
    void noWayIsProven();                         // R-PATH-01
    void noCellsButThoseGiven();                  // R-PATH-01
    void unknownIsNotFree();                      // R-PATH-01
    void whatIsClosedForATimeIsJudgedAtArrival(); // R-PATH-01
    void aSearchCanBeStopped();
    void windThatCannotBeFlownAgainst(); // R-PATH-02
};

namespace {

constexpr Weights byLength{1, 0, 0};

Vehicle drone() {
    return {.speed_mps = 10, .climb_mps = 3, .descent_mps = 2, .mass_kg = 6, .level_w = 500};
}

struct Kind {
    const char* name;
    Weights weights;
    std::vector<Wind> wind;
    double steepest_deg;
};

std::vector<Kind> kinds() {
    return {{"length", byLength, {}, 90},
            {"energy", {0, 1, 0}, {}, 90},
            {"energy in wind", {0, 1, 0}, {{5, -3}}, 90},
            {"energy in winds", {0, 1, 0}, {{5, -3}, {-6, 0}, {0, 8}, {2, 2}}, 90},
            {"risk", {0, 0, 1}, {}, 90},
            {"length and risk", {1, 0, 20}, {}, 90},
            {"length and much risk", {1, 0, 3000}, {}, 90},
            {"all, not steep", {0.3, 0.01, 5}, {{-4, 4}}, 42}};
}

} // namespace

void SearchTest::aGridThatCannotBeIsRefused_data() {
    QTest::addColumn<int>("nx");
    QTest::addColumn<double>("cell_m");
    QTest::addColumn<int>("layers");
    QTest::addColumn<QString>("code");
    QTest::newRow("no column") << 0 << 10.0 << 3 << QStringLiteral("BAD_GRID");
    QTest::newRow("no layer") << 5 << 10.0 << 0 << QStringLiteral("BAD_GRID");
    QTest::newRow("too many layers") << 5 << 10.0 << 31 << QStringLiteral("BAD_GRID");
    QTest::newRow("no size") << 5 << 0.0 << 3 << QStringLiteral("BAD_GRID");
    QTest::newRow("not a size") << 5 << std::nan("") << 3 << QStringLiteral("BAD_GRID");
    QTest::newRow("too many cells") << 2'000'000'000 << 10.0 << 30 << QStringLiteral("TOO_MANY_CELLS");
}

void SearchTest::aGridThatCannotBeIsRefused() {
    QFETCH(int, nx);
    QFETCH(double, cell_m);
    QFETCH(int, layers);
    QFETCH(QString, code);
    std::vector<double> heights_m;
    for (int z = 0; z < layers; ++z)
        heights_m.push_back(z * 10);
    const auto grid = Grid::make({nx, 4, cell_m, heights_m});
    QVERIFY(!grid);
    QCOMPARE(QString::fromStdString(grid.error().code), code);
    const auto falling = Grid::make({4, 4, 10, {20, 10}});
    QVERIFY(!falling);
    QCOMPARE(falling.error().code, std::string("BAD_GRID"));
}

void SearchTest::stepsAreThoseWhoseBoxIsFree() {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto grid = smallGrid(seed, 6, 5, 4, 0.3);
        const auto words = grid.passable({}, false);
        for (int y = 0; y < grid.ny(); ++y)
            for (int x = 0; x < grid.nx(); ++x)
                for (int z = 0; z < grid.nz(); ++z) {
                    const Cell cell{x, y, z};
                    if (!whyNot(grid, cell, {}, false).empty()) continue;
                    std::uint32_t expected = 0;
                    for (const int step : stepsFrom(grid, words, cell))
                        expected |= 1U << step;
                    const auto bits = freeSteps(words.data(), grid.index(cell) >> grid.strideBits(),
                                                grid.columnsPerRow(), static_cast<unsigned>(z));
                    QCOMPARE(bits, expected);
                }
    }
}

void SearchTest::theCheapestIsAsCheapAsCanBe_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < static_cast<int>(kinds().size()); ++kind)
        QTest::newRow(kinds()[static_cast<std::size_t>(kind)].name) << kind;
}

void SearchTest::theCheapestIsAsCheapAsCanBe() {
    QFETCH(int, kind);
    const auto [name, weights, wind, steepest_deg] = kinds()[static_cast<std::size_t>(kind)];
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto grid = smallGrid(seed, 9, 8, 4);
        auto vehicle = drone();
        vehicle.steepest_deg = steepest_deg;
        const StepEfforts efforts(grid, vehicle, wind);
        Searcher searcher(grid);
        sim::Random random(seed);
        for (int pair = 0; pair < 4; ++pair) {
            const auto start = freeCell(grid, random), goal = freeCell(grid, random);
            const auto truth = costsByRelaxation(grid, efforts, weights, goal)[grid.index(start)];
            const SearchTask task{.start = start, .goal = goal, .weights = weights};
            const auto path = searcher.shortest(efforts, task);
            QCOMPARE(path.has_value(), std::isfinite(truth));
            const auto toGo = searcher.costsTo(efforts, task);
            QVERIFY(toGo.has_value());
            if (!path) {
                QCOMPARE(path.error().code, std::string("NO_PATH"));
                QCOMPARE(toGo->cost[grid.index(start)], unreached);
                continue;
            }
            ++found;
            // The search is exact in its whole numbers, which are the true costs to a part in a thousand.
            QCOMPARE(path->cost, std::uint64_t{toGo->cost[grid.index(start)]});
            const double cost = totalsOf(grid, efforts, path->cells).cost(weights);
            QVERIFY2(cost <= truth * 1.001 + 1e-9, qPrintable(QString::number(cost / truth, 'g', 12)));
            QVERIFY2(static_cast<double>(path->cost) * path->unit <= truth * (1 + 1e-9) + 1e-12, name);
            QCOMPARE(path->cells.front(), start);
            QCOMPARE(path->cells.back(), goal);
            const auto fromStart = searcher.costsFrom(efforts, task);
            QVERIFY(fromStart.has_value());
            QCOMPARE(std::uint64_t{fromStart->cost[grid.index(goal)]}, path->cost);
            for (const auto& way : {toGo->path(grid, start), fromStart->path(grid, goal)}) {
                QCOMPARE(way.front(), start);
                QCOMPARE(way.back(), goal);
                QVERIFY(std::abs(totalsOf(grid, efforts, way).cost(weights) - cost) <= 1e-3 * cost);
            }
        }
    }
    QVERIFY(found > 20);
}

void SearchTest::theBoundIsNeverAboveTheRest_data() {
    theCheapestIsAsCheapAsCanBe_data();
}

void SearchTest::theBoundIsNeverAboveTheRest() {
    QFETCH(int, kind);
    const auto [name, weights, wind, steepest_deg] = kinds()[static_cast<std::size_t>(kind)];
    for (std::uint64_t seed = 21; seed <= 32; ++seed) {
        const auto grid = smallGrid(seed, 9, 8, 4);
        auto vehicle = drone();
        vehicle.steepest_deg = steepest_deg;
        const StepEfforts efforts(grid, vehicle, wind);
        Searcher searcher(grid);
        sim::Random random(seed);
        const SearchTask task{.start = freeCell(grid, random), .goal = freeCell(grid, random), .weights = weights};
        const auto toGo = searcher.costsTo(efforts, task);
        QVERIFY(toGo.has_value());
        const auto bounds = searcher.lowerBounds(efforts, task);
        double informed = 0;
        for (std::size_t cell = 0; cell < bounds.size(); ++cell) {
            if (toGo->cost[cell] == unreached) continue;
            QVERIFY2(bounds[cell] <= toGo->cost[cell], name);
            informed += bounds[cell];
        }
        QCOMPARE(bounds[grid.index(task.goal)], 0U);
        QVERIFY(informed > 0); // it says something
    }
}

void SearchTest::windAndClimbChangeThePath() {
    // A wall with a gate on the ground to the south, a low pass over it on the straight way.
    auto grid = *Grid::make({21, 21, 10, {10, 20, 30, 40, 50, 60}});
    const auto wall = *grid.addCause({CauseKind::Building, "wall", {}});
    for (int y = 0; y < 21; ++y)
        for (int z = 0; z < 5; ++z)
            if (y > 4) QVERIFY(grid.add({10, y, z}, wall).has_value());
    const SearchTask byDistance{.start = {2, 12, 0}, .goal = {18, 12, 0}, .weights = byLength};
    auto byEnergy = byDistance;
    byEnergy.weights = {0, 1, 0};
    Searcher searcher(grid);
    const StepEfforts heavy(grid, {.climb_mps = 2, .mass_kg = 25, .level_w = 200, .climbEfficiency = 0.4}, {});
    const auto overIt = searcher.shortest(heavy, byDistance);
    const auto aroundIt = searcher.shortest(heavy, byEnergy);
    QVERIFY(overIt && aroundIt);
    const auto highest = [](const GridPath& path) {
        int z = 0;
        for (const auto& cell : path.cells)
            z = std::max(z, cell.z);
        return z;
    };
    QCOMPARE(highest(*overIt), 5);
    QCOMPARE(highest(*aroundIt), 0);
    QVERIFY(totalsOf(grid, heavy, aroundIt->cells).energy_j < totalsOf(grid, heavy, overIt->cells).energy_j);
    QVERIFY(totalsOf(grid, heavy, aroundIt->cells).length_m > totalsOf(grid, heavy, overIt->cells).length_m);
    // Head wind in the low layer only: with it the same energy choice climbs out of it.
    auto open = *Grid::make({60, 5, 10, {10, 20}});
    Searcher inTheOpen(open);
    const SearchTask across{.start = {0, 2, 0}, .goal = {59, 2, 0}, .weights = {0, 1, 0}};
    const Vehicle light{.speed_mps = 10, .climb_mps = 3, .mass_kg = 2, .level_w = 300};
    const auto calm = inTheOpen.shortest(StepEfforts(open, light, {}), across);
    const auto windy = inTheOpen.shortest(StepEfforts(open, light, {{-6, 0}, {0, 0}}), across);
    QVERIFY(calm && windy);
    QCOMPARE(highest(*calm), 0);
    QCOMPARE(highest(*windy), 1);
}

void SearchTest::moreWeightOnRiskHasLessRisk() {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        const auto grid = smallGrid(seed, 20, 20, 3, 0.1);
        const StepEfforts efforts(grid, drone(), {});
        Searcher searcher(grid);
        sim::Random random(seed);
        SearchTask task{.start = freeCell(grid, random), .goal = freeCell(grid, random)};
        double risk = std::numeric_limits<double>::infinity(), length_m = 0;
        for (const double weight : {0.0, 1.0, 10.0, 100.0, 1000.0}) {
            task.weights = {1, 0, weight};
            const auto path = searcher.shortest(efforts, task);
            if (!path) break;
            const auto totals = totalsOf(grid, efforts, path->cells);
            if (weight == 0.0) {
                const auto shortest = costsByRelaxation(grid, efforts, byLength, task.goal)[grid.index(task.start)];
                QVERIFY(std::abs(totals.length_m - shortest) <= 1e-3 * shortest);
            }
            QVERIFY(totals.risk <= risk * (1 + 1e-3));
            QVERIFY(totals.length_m >= length_m * (1 - 1e-3));
            risk = totals.risk;
            length_m = totals.length_m;
        }
    }
}

void SearchTest::theSameQuestionHasTheSamePath() {
    auto grid = *Grid::make({40, 40, 10, {10, 20, 30}}); // nothing in it: many paths are equally short
    const StepEfforts efforts(grid, drone(), {});
    const SearchTask task{.start = {1, 3, 0}, .goal = {37, 22, 2}, .weights = byLength};
    Searcher searcher(grid);
    const auto first = searcher.shortest(efforts, task);
    QVERIFY(first.has_value());
    auto other = task;
    std::swap(other.start, other.goal);
    QVERIFY(searcher.shortest(efforts, other).has_value()); // something else between
    const auto again = searcher.shortest(efforts, task);
    QVERIFY(again.has_value());
    QVERIFY(*first == *again);
    const auto fresh = Searcher(grid).shortest(efforts, task);
    QVERIFY(fresh.has_value());
    QVERIFY(*first == *fresh);
}

void SearchTest::noCellsButThoseGiven() {
    auto grid = *Grid::make({5, 3, 10, {10}});
    const StepEfforts efforts(grid, drone(), {});
    Searcher searcher(grid);
    auto words = grid.passable({}, false);
    SearchTask task{.start = {0, 1, 0}, .goal = {4, 1, 0}, .weights = byLength, .only = &words};
    const auto straight = searcher.shortest(efforts, task)->cost;
    words[grid.index({2, 1, 0}) >> grid.strideBits()] = 0;
    QVERIFY(searcher.shortest(efforts, task)->cost > straight);
    for (int y = 0; y < 3; ++y)
        words[grid.index({2, y, 0}) >> grid.strideBits()] = 0;
    QCOMPARE(searcher.shortest(efforts, task).error().code, std::string("NO_PATH"));
    QCOMPARE(searcher.costsFrom(efforts, task)->cost[grid.index(task.goal)], unreached);
    QCOMPARE(searcher.costsTo(efforts, task)->cost[grid.index(task.start)], unreached);
}

void SearchTest::noWayIsProven() {
    auto grid = *Grid::make({10, 10, 10, {10, 20}});
    const auto wall = *grid.addCause({CauseKind::Zone, "P-73", {}});
    for (int y = 0; y < 10; ++y)
        for (int z = 0; z < 2; ++z)
            QVERIFY(grid.add({5, y, z}, wall).has_value());
    Searcher searcher(grid);
    const StepEfforts efforts(grid, drone(), {});
    const auto none = searcher.shortest(efforts, {.start = {1, 1, 0}, .goal = {8, 8, 0}});
    QVERIFY(!none);
    QCOMPARE(none.error().code, std::string("NO_PATH"));
    const auto inside = searcher.shortest(efforts, {.start = {1, 1, 0}, .goal = {5, 5, 0}});
    QVERIFY(!inside);
    QCOMPARE(inside.error().code, std::string("BAD_GOAL"));
    QVERIFY(inside.error().message.contains("P-73"));
    const auto outside = searcher.shortest(efforts, {.start = {1, 1, 7}, .goal = {5, 5, 0}});
    QVERIFY(!outside);
    QCOMPARE(outside.error().code, std::string("BAD_START"));
}

void SearchTest::unknownIsNotFree() {
    auto grid = *Grid::make({9, 3, 10, {10}});
    const auto unknown = *grid.addCause({CauseKind::Unknown, "terrain", {}});
    for (int y = 0; y < 3; ++y)
        QVERIFY(grid.add({4, y, 0}, unknown).has_value());
    std::vector<float> risk(27, 1.0F);
    risk[static_cast<std::size_t>(1 * 9 + 6)] = std::nanf(""); // cell (6, 1)
    QVERIFY(grid.setRisk(risk).has_value());
    Searcher searcher(grid);
    const StepEfforts efforts(grid, drone(), {});
    SearchTask task{.start = {0, 1, 0}, .goal = {8, 1, 0}, .weights = byLength};
    QCOMPARE(searcher.shortest(efforts, task).error().code, std::string("NO_PATH"));
    task.policy.unknownAllowed = true;
    const auto through = searcher.shortest(efforts, task);
    QVERIFY(through.has_value());
    QCOMPARE(through->cells.size(), std::size_t{9});
    task.riskMatters = true; // then the cell without a known risk is passed by
    const auto beside = searcher.shortest(efforts, task);
    QVERIFY(beside.has_value());
    QVERIFY(beside->cost > through->cost);
    task.policy.unknownRiskAllowed = true;
    QCOMPARE(searcher.shortest(efforts, task)->cost, through->cost);
}

void SearchTest::whatIsClosedForATimeIsJudgedAtArrival() {
    auto grid = *Grid::make({41, 11, 10, {10}});
    const auto at = [](int second) { return utcMs(1'000'000'000'000 + second * 1000); };
    // 20 cells to the east, at 10 m/s: there after 20 s.
    const auto zone = *grid.addCause({CauseKind::Zone, "Z", {{at(0), at(15)}}});
    for (int y = 0; y < 11; ++y)
        QVERIFY(grid.add({20, y, 0}, zone).has_value());
    Searcher searcher(grid);
    const StepEfforts efforts(grid, drone(), {});
    SearchTask task{.start = {0, 5, 0}, .goal = {40, 5, 0}, .weights = byLength};
    QCOMPARE(searcher.shortest(efforts, task).error().code, std::string("NO_PATH")); // closed at some time
    task.departure = Departure{at(0)};
    QVERIFY(searcher.shortest(efforts, task).has_value()); // open again when it is there
    task.departure = Departure{at(-10)};
    QCOMPARE(searcher.shortest(efforts, task).error().code, std::string("NO_PATH"));
    task.departure = Departure{at(-30)}; // through before it closes
    QVERIFY(searcher.shortest(efforts, task).has_value());
}

void SearchTest::aSearchCanBeStopped() {
    const auto grid = smallGrid(3, 120, 120, 4, 0.05);
    const StepEfforts efforts(grid, drone(), {});
    sim::Random random(1);
    SearchTask task{.start = freeCell(grid, random), .goal = freeCell(grid, random), .weights = {0, 0, 1}};
    int asked = 0;
    task.cancel = [&](std::uint64_t) { return ++asked > 2; };
    const auto stopped = Searcher(grid).costsTo(efforts, task);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, std::string("CANCELLED"));
    QCOMPARE(asked, 3);
}

void SearchTest::windThatCannotBeFlownAgainst() {
    auto grid = *Grid::make({20, 20, 10, {10}});
    Searcher searcher(grid);
    const StepEfforts efforts(grid, drone(), {{12, 0}}); // faster than the drone, to the east
    QVERIFY(searcher.shortest(efforts, {.start = {2, 10, 0}, .goal = {17, 10, 0}}).has_value());
    QCOMPARE(searcher.shortest(efforts, {.start = {17, 10, 0}, .goal = {2, 10, 0}}).error().code,
             std::string("NO_PATH"));
    const auto effort = effortOf(drone(), {6, 8}, 0, 100, 0); // 8 along, 6 across: 8 + sqrt(100 - 36) = 16 m/s
    QVERIFY(effort.has_value());
    QVERIFY(std::abs(effort->time_s - 100.0 / 16) < 1e-9);
    QVERIFY(std::abs(effort->energy_j - 500 * 100.0 / 16) < 1e-6);
    const auto climb = effortOf(drone(), {}, 0, 0, 30); // 10 s at 3 m/s
    QVERIFY(climb.has_value());
    QVERIFY(std::abs(climb->energy_j - (5000 + 6 * 9.80665 * 30 / 0.6)) < 1e-6);
}

QTEST_APPLESS_MAIN(SearchTest)
#include "search_test.moc"
