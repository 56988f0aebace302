#include "core/path/any_angle.h"
#include "core/path/check_path.h"
#include "core/path/heading_layers.h"
#include "core/path/smooth.h"
#include "tests/core/path/reference.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::path;
using namespace haneul::tests;

class LegsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLegVisitsTheCellsItIsIn();
    void aStepCostsTheSameAsALegAndAsASum();     // R-PATH-02 R-RSK-21
    void noCornerIsCut();                        // R-PATH-01
    void straightLegsNeverCostMoreThanThePath(); // R-PATH-01 R-PATH-04
    void legsKeepTheirLimits();
    void turnsStayFreeAndAreAsWideAsCanBe();
    void layersFollowTheHeading();            // R-PATH-10
    void aLayerIsChangedOnlyWhereItIsClear(); // R-PATH-10
    void checkSaysWhyAndWhere();              // R-PATH-01
    void checkJudgesWindowsAtTheTime();       // R-PATH-01
    void piecesAreJudgedAsTheWhole();         // R-PATH-01
    void whatIsNotKnownIsNotJudged();         // R-RSK-21
};

namespace {

const std::vector<Wind> calm;

Vehicle drone() {
    return {.speed_mps = 10, .climb_mps = 3, .descent_mps = 2, .mass_kg = 6, .level_w = 500};
}

// Keeps what a meter points to.
struct Measuring {
    Measuring(const Grid& grid, Vehicle with, std::vector<Wind> blowing = {}, Policy policy = {})
        : vehicle(with)
        , wind(std::move(blowing))
        , words(grid.passable(policy, false))
        , meter(grid, vehicle, wind, words) {}

    Vehicle vehicle;
    std::vector<Wind> wind;
    std::vector<std::uint32_t> words;
    LegMeter meter;
};

} // namespace

void LegsTest::aLegVisitsTheCellsItIsIn() {
    const auto grid = smallGrid(1, 20, 20, 4, 0);
    sim::Random random(7);
    for (int n = 0; n < 300; ++n) {
        const auto draw = [&] {
            return Point_m{random.uniform(0, 200), random.uniform(0, 200),
                           random.uniform(grid.floor_m(0), grid.floor_m(4))};
        };
        const auto a = draw(), b = draw();
        double last = 0, sum = 0;
        bool inOrder = true, inside = true;
        QVERIFY(walk(grid, a, b, [&](const Cell& cell, double from, double to) {
            inOrder = inOrder && from <= to && std::abs(from - last) < 1e-9;
            last = to;
            sum += to - from;
            const double t = (from + to) / 2;
            const Point_m middle{a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t, a.z + (b.z - a.z) * t};
            if (to - from > 1e-6) inside = inside && grid.cellAt(middle) == cell;
            return true;
        }));
        QVERIFY(inOrder);
        QVERIFY(inside);
        QVERIFY(std::abs(sum - 1) < 1e-9);
    }
    QVERIFY(!walk(grid, {-5, 5, 10}, {5, 5, 10}, [](const Cell&, double, double) { return true; }));
}

void LegsTest::aStepCostsTheSameAsALegAndAsASum() {
    const auto grid = smallGrid(2, 12, 12, 4, 0);
    const std::vector<Wind> winds{{3, -2}};
    const StepEfforts efforts(grid, drone(), winds);
    const Measuring measuring(grid, drone(), winds);
    sim::Random random(3);
    Cell cell{6, 6, 1};
    std::vector<Cell> way{cell};
    for (int n = 0; n < 200; ++n) {
        const auto free = stepsFrom(grid, measuring.words, cell);
        const auto next = after(cell, free[random.below(free.size())]);
        const std::vector<Cell> both{cell, next};
        const auto bySteps = totalsOf(grid, efforts, both);
        const auto asLeg = measuring.meter.measure(grid.centre(cell), grid.centre(next));
        QVERIFY(asLeg.has_value());
        QVERIFY(std::abs(asLeg->length_m - bySteps.length_m) < 1e-9);
        QVERIFY(std::abs(asLeg->time_s - bySteps.time_s) < 1e-9);
        QVERIFY(std::abs(asLeg->energy_j - bySteps.energy_j) < 1e-6);
        QVERIFY(std::abs(asLeg->risk - bySteps.risk) < 1e-9);
        cell = next;
        way.push_back(cell);
    }
    // With a wind for each layer too, but for the risk: a step's time counts half for each of its cells.
    const std::vector<Wind> layered{{3, -2}, {0, 0}, {-4, 1}, {2, 5}};
    const StepEfforts inLayers(grid, drone(), layered);
    const Measuring blown(grid, drone(), layered);
    for (std::size_t i = 0; i + 1 < way.size(); ++i) {
        const auto bySteps = totalsOf(grid, inLayers, std::span(way).subspan(i, 2));
        const auto asLeg = blown.meter.measure(grid.centre(way[i]), grid.centre(way[i + 1]));
        QVERIFY(asLeg.has_value());
        QVERIFY(std::abs(asLeg->time_s - bySteps.time_s) < 1e-9);
        QVERIFY(std::abs(asLeg->energy_j - bySteps.energy_j) < 1e-6);
    }
    const auto whole = totalsOf(measuring.meter, centresOf(grid, way));
    QVERIFY(whole.has_value());
    QVERIFY(std::abs(whole->risk - totalsOf(grid, efforts, way).risk) < 1e-9);
    // One number by hand: 20 m east at 10 m/s through two cells of which half each is flown.
    auto plain = *Grid::make({4, 1, 10, {10}});
    QVERIFY(plain.setRisk(std::vector<float>{1, 3, 5, 7}).has_value());
    const Measuring byHand(plain, drone());
    const auto leg = byHand.meter.measure({5, 5, 10}, {25, 5, 10});
    QVERIFY(leg.has_value());
    QVERIFY(std::abs(leg->time_s - 2) < 1e-12);
    QVERIFY(std::abs(leg->risk - (0.5 * 1 + 1 * 3 + 0.5 * 5)) < 1e-3);
}

void LegsTest::noCornerIsCut() {
    auto grid = *Grid::make({4, 4, 10, {10}});
    const auto building = *grid.addCause({CauseKind::Building, "B", {}});
    QVERIFY(grid.add({1, 0, 0}, building).has_value());
    const Measuring measuring(grid, drone());
    QVERIFY(!measuring.meter.free({5, 5, 10}, {15, 15, 10})); // exactly by its corner
    QVERIFY(measuring.meter.free({5, 15, 10}, {15, 25, 10}));
    QVERIFY(!measuring.meter.measure({5, 5, 10}, {35, 5, 10}));
    QVERIFY(measuring.meter.measureThrough({5, 5, 10}, {35, 5, 10}));
}

void LegsTest::straightLegsNeverCostMoreThanThePath() {
    int cheaper = 0, tried = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const auto grid = smallGrid(seed, 40, 40, 4, 0.12);
        for (const double perRisk : {0.0, 30.0}) {
            const Weights weights{1, 0, perRisk};
            const StepEfforts efforts(grid, drone(), calm);
            Searcher searcher(grid);
            sim::Random random(seed);
            const auto start = freeCell(grid, random), goal = freeCell(grid, random);
            const auto path = searcher.shortest(efforts, {.start = start, .goal = goal, .weights = weights});
            if (!path) continue;
            ++tried;
            const Measuring measuring(grid, drone());
            const auto cells = centresOf(grid, path->cells);
            const auto straight = straighten(measuring.meter, cells, weights, {});
            QVERIFY(straight.has_value());
            const double before = totalsOf(grid, efforts, path->cells).cost(weights);
            const auto again = totalsOf(measuring.meter, straight->points); // free, and what it says it is
            QVERIFY(again.has_value());
            QVERIFY(std::abs(again->cost(weights) - straight->totals.cost(weights)) < 1e-6);
            QVERIFY(again->cost(weights) <= before * (1 + 1e-9));
            QVERIFY(straight->points.front() == cells.front() && straight->points.back() == cells.back());
            if (again->cost(weights) < before * 0.999) ++cheaper;
        }
    }
    QVERIFY(tried > 10);
    QVERIFY(cheaper > tried / 2);
}

void LegsTest::legsKeepTheirLimits() {
    const auto grid = smallGrid(4, 40, 40, 3, 0.06);
    const StepEfforts efforts(grid, drone(), calm);
    Searcher searcher(grid);
    const Measuring measuring(grid, drone());
    sim::Random random(4);
    const auto path = searcher.shortest(efforts, {.start = freeCell(grid, random), .goal = freeCell(grid, random)});
    QVERIFY(path.has_value());
    const auto cells = centresOf(grid, path->cells);
    const Weights byLength;
    const auto any = straighten(measuring.meter, cells, byLength, {});
    QVERIFY(any.has_value());
    const auto shortLegs = straighten(measuring.meter, cells, byLength, {.most = 0, .longest_m = 40});
    QVERIFY(shortLegs.has_value());
    for (std::size_t i = 0; i + 1 < shortLegs->points.size(); ++i) {
        const auto a = shortLegs->points[i], b = shortLegs->points[i + 1];
        QVERIFY(std::hypot(b.x - a.x, b.y - a.y, b.z - a.z) <= 40 + 1e-6);
    }
    const auto one = straighten(measuring.meter, cells, byLength, {.most = 1});
    QVERIFY(one.has_value());
    QCOMPARE(one->fewEnough, one->points.size() == 2); // it never claims what it does not keep
    const auto few =
        straighten(measuring.meter, cells, byLength, {.most = std::max<std::size_t>(any->points.size() - 1, 1)});
    QVERIFY(few->fewEnough);
    QVERIFY(few->totals.length_m <= totalsOf(grid, efforts, path->cells).length_m * (1 + 1e-9));
}

void LegsTest::turnsStayFreeAndAreAsWideAsCanBe() {
    QVERIFY(std::abs(turnRadius_m(12, 25) - 144 / (9.80665 * std::tan(25 * M_PI / 180))) < 1e-9);
    auto grid = *Grid::make({40, 40, 10, {10, 20}});
    const auto building = *grid.addCause({CauseKind::Building, "B", {}});
    const std::vector<Point_m> bend{{55, 55, 10}, {255, 55, 10}, {255, 255, 10}};
    const TurnLimits limits{.speed_mps = 12, .bank_deg = 25, .slowest_mps = 3, .deviation_m = 0.5};
    const double wanted_m = turnRadius_m(12, 25);
    {
        const Measuring measuring(grid, drone());
        const auto wide = smooth(measuring.meter, bend, limits);
        QCOMPARE(wide.turns.size(), std::size_t{1});
        QVERIFY(std::abs(wide.turns.front().radius_m - wanted_m) < 1e-6);
        QVERIFY(std::abs(wide.turns.front().angle_deg - 90) < 1e-6);
        QVERIFY(std::abs(wide.turns.front().speed_mps - 12) < 1e-6);
        QVERIFY(wide.flyable);
        QVERIFY(totalsOf(measuring.meter, wide.points).has_value());
        // Every point of the turn lies on its circle.
        const Point_m centre{255 - wanted_m, 55 + wanted_m, 10};
        for (std::size_t i = 1; i + 1 < wide.points.size(); ++i)
            QVERIFY(std::abs(std::hypot(wide.points[i].x - centre.x, wide.points[i].y - centre.y) - wanted_m) < 1e-6);
    }
    // A building inside of the bend: only a tighter turn fits, flown more slowly.
    QVERIFY(grid.add({24, 6, 0}, building).has_value());
    const Measuring measuring(grid, drone());
    const auto tight = smooth(measuring.meter, bend, limits);
    QVERIFY(tight.turns.front().radius_m < wanted_m);
    QVERIFY(tight.turns.front().speed_mps < 12);
    QVERIFY(totalsOf(measuring.meter, tight.points).has_value());
    auto fast = limits;
    fast.slowest_mps = 11.9;
    QVERIFY(!smooth(measuring.meter, bend, fast).flyable);
}

void LegsTest::layersFollowTheHeading() {
    const auto layers = HeadingLayers::make({{0, 60}, {90, 70}, {180, 80}, {270, 90}});
    QVERIFY(layers.has_value());
    QCOMPARE(layers->heightOf_m(0), 60.0);
    QCOMPARE(layers->heightOf_m(89.9), 60.0);
    QCOMPARE(layers->heightOf_m(90), 70.0);
    QCOMPARE(layers->heightOf_m(359), 90.0);
    const auto over = HeadingLayers::make({{30, 60}, {210, 80}});
    QCOMPARE(over->heightOf_m(10), 80.0); // the last sector reaches over north
    QVERIFY(!HeadingLayers::make({}));
    QVERIFY(!HeadingLayers::make({{90, 60}, {20, 70}}));
    QVERIFY(!HeadingLayers::make({{360, 60}}));
    QVERIFY(std::abs(course_deg({0, 0, 0}, {-10, 0, 0}) - 270) < 1e-9);
}

void LegsTest::aLayerIsChangedOnlyWhereItIsClear() {
    auto grid = *Grid::make({30, 30, 10, {55, 65, 75, 85}});
    const auto layers = *HeadingLayers::make({{0, 55}, {180, 75}}); // east and north low, west and south high
    const std::vector<Point_m> out{{15, 15, 55}, {255, 15, 55}, {15, 15, 55}};
    {
        const Measuring measuring(grid, drone());
        const auto flown = flyInLayers(measuring.meter, out, layers);
        QVERIFY(flown.has_value());
        QVERIFY(flown->kept.empty());
        QCOMPARE(flown->points.size(), std::size_t{5}); // up at the turn, down at the end
        QCOMPARE(flown->points[2].z, 75.0);
        QCOMPARE(flown->points[2].x, 255.0);
    }
    const auto building = *grid.addCause({CauseKind::Building, "mast", {}});
    QVERIFY(grid.add({10, 1, 2}, building).has_value()); // in the way back's layer
    const Measuring measuring(grid, drone());
    const auto kept = flyInLayers(measuring.meter, out, layers);
    QVERIFY(kept.has_value());
    QCOMPARE(kept->kept.size(), std::size_t{1});
    QCOMPARE(kept->kept.front().leg, std::size_t{1});
    QCOMPARE(kept->kept.front().wanted_m, 75.0);
    QCOMPARE(kept->kept.front().flown_m, 55.0);
    QVERIFY(totalsOf(measuring.meter, kept->points).has_value());
    QVERIFY(grid.add({10, 1, 0}, building).has_value()); // now in the own layer too
    const Measuring shut(grid, drone());
    QVERIFY(!flyInLayers(shut.meter, out, layers).has_value());
}

void LegsTest::checkSaysWhyAndWhere() {
    auto grid = *Grid::make({40, 10, 10, {10, 20, 30}});
    const auto tower = *grid.addCause({CauseKind::Building, "tower", {}});
    const auto hill = *grid.addCause({CauseKind::Terrain, "terrain", {}});
    const auto zone = *grid.addCause({CauseKind::Zone, "P73", {}});
    const auto unknown = *grid.addCause({CauseKind::Unknown, "terrain", {}});
    for (int z = 0; z < 3; ++z) {
        QVERIFY(grid.add({5, 2, z}, tower).has_value());
        QVERIFY(grid.add({15, 2, z}, hill).has_value());
        QVERIFY(grid.add({20, 2, z}, zone).has_value());
        QVERIFY(grid.add({30, 2, z}, unknown).has_value());
    }
    CheckTask task{.vehicle = drone(), .departure = utcMs(0)};
    task.vehicle.steepest_deg = 20;
    task.legs = {.most = 3, .longest_m = 200};
    task.budgets = {1e-12, 1.0};
    QVERIFY(grid.setRisk(std::vector<float>(1200, 1e-9F)).has_value());
    const std::vector<Point_m> path{{5, 25, 10}, {385, 25, 10}, {385, 85, 10}, {385, 85, 30}, {5, 85, 30}};
    const auto checked = checkPath(grid, path, task);
    std::vector<std::string> codes;
    for (const auto& finding : checked.findings)
        codes.push_back(finding.code);
    const std::vector<std::string> expected{"LEG_TOO_LONG", "BUILDING",      "TERRAIN",      "ZONE",
                                            "UNKNOWN_CELL", "TOO_STEEP",     "LEG_TOO_LONG", "TOO_MANY_LEGS",
                                            "RISK_BUDGET",  "BATTERY_BUDGET"};
    QVERIFY(codes == expected);
    const auto& building = checked.findings[1];
    QCOMPARE(building.name, std::string("tower"));
    QVERIFY(std::abs(building.distance_m - 45) < 1e-6); // from its edge
    QVERIFY(std::abs(building.from.x - 50) < 1e-6 && std::abs(building.to.x - 60) < 1e-6);
    QVERIFY(building.when && std::abs(static_cast<double>(sinceEpoch_ms(building.when->from)) - 4500) < 2);
    QVERIFY(checked.findings[3].message.contains("P73"));
    task.policy.unknownAllowed = true;
    for (const auto& finding : checkPath(grid, path, task).findings)
        QVERIFY(finding.code != "UNKNOWN_CELL");
    QVERIFY(checkPath(grid, path, task).totals.unknown_m > 9);
    const std::vector<Point_m> outside{{5, 25, 10}, {500, 25, 10}};
    const auto gone = checkPath(grid, outside, task);
    QVERIFY(!gone.complete);
    QVERIFY(std::ranges::find(gone.findings, "OUTSIDE_GRID", &PathFinding::code) != gone.findings.end());
    QCOMPARE(checkPath(grid, std::vector<Point_m>{{5, 25, 10}}, task).findings.front().code, std::string("NO_PATH"));
    task.wind = {{0, 15}};
    const auto blown = checkPath(grid, path, task);
    QVERIFY(std::ranges::find(blown.findings, "WIND_TOO_STRONG", &PathFinding::code) != blown.findings.end());
}

void LegsTest::checkJudgesWindowsAtTheTime() {
    auto grid = *Grid::make({40, 3, 10, {10}});
    const auto at = [](int second) { return utcMs(second * 1000); };
    const auto zone = *grid.addCause({CauseKind::Zone, "NOTAM", {{at(100), at(200)}}});
    QVERIFY(grid.add({20, 1, 0}, zone).has_value());
    const std::vector<Point_m> path{{5, 15, 10}, {395, 15, 10}}; // in the cell from 19.5 s to 20.5 s
    CheckTask task{.vehicle = drone()};
    for (const auto& [departure, free] : {std::pair(0, true), std::pair(79, true), std::pair(80, false),
                                          std::pair(150, false), std::pair(180, false), std::pair(181, true)}) {
        task.departure = at(departure);
        QVERIFY2(checkPath(grid, path, task).findings.empty() == free, qPrintable(QString::number(departure)));
    }
}

void LegsTest::piecesAreJudgedAsTheWhole() {
    // Ten rows of cells, whole and as two grids that overlap; a zone lies across the border.
    const auto make = [](int columns, int first) {
        auto grid = *Grid::make({columns, 10, 10, {10, 20, 30}});
        const auto zone = *grid.addCause({CauseKind::Zone, "P73", {{utcMs(0), utcMs(60'000)}}});
        const auto tower = *grid.addCause({CauseKind::Building, "tower", {}});
        for (int z = 0; z < 3; ++z) {
            for (int x = 17; x < 23; ++x)
                if (!grid.add({x - first, 2, z}, zone)) qFatal("no zone");
            if (!grid.add({30 - first, 8, z}, tower)) qFatal("no tower");
        }
        std::vector<float> risk;
        for (int y = 0; y < 10; ++y)
            for (int x = first; x < first + columns; ++x)
                risk.insert(risk.end(), 3, 1e-9F * static_cast<float>(x + 1));
        if (!grid.setRisk(risk)) qFatal("no risk");
        return grid;
    };
    const auto whole = make(40, 0), west = make(25, 0), east = make(25, 15);
    const std::vector<Point_m> path{{5, 25, 10}, {385, 25, 10}, {385, 85, 20}, {205, 85, 20}};
    CheckTask task{.vehicle = drone(), .departure = utcMs(0)};
    task.legs.longest_m = 300;
    const auto expected = checkPath(whole, path, task);
    PathChecker checker(task);
    const double border = (200 - 5) / 380.0;
    checker.pass(west, {0, 0, 0}, std::vector<LegPart>{{0, path[0], path[1], 0, border}});
    checker.pass(east, {150, 0, 0},
                 std::vector<LegPart>{{0, path[0], path[1], border, 1}, {1, path[1], path[2]}, {2, path[2], path[3]}});
    const auto pieces = std::move(checker).finish();
    QCOMPARE(pieces.findings.size(), std::size_t{3});
    QCOMPARE(pieces.findings.size(), expected.findings.size());
    for (std::size_t i = 0; i < expected.findings.size(); ++i) {
        const auto &one = pieces.findings[i], &other = expected.findings[i];
        QCOMPARE(one.message, other.message);
        QCOMPARE(one.code, other.code);
        QCOMPARE(one.leg, other.leg);
        QVERIFY(std::abs(one.distance_m - other.distance_m) < 1e-6);
        QVERIFY(std::hypot(one.from.x - other.from.x, one.from.y - other.from.y) < 1e-6);
        QVERIFY(std::hypot(one.to.x - other.to.x, one.to.y - other.to.y) < 1e-6);
    }
    QVERIFY((pieces.legs == std::vector<std::size_t>{0, 2}));
    QVERIFY(pieces.legs == expected.legs);
    QVERIFY(std::abs(pieces.totals.length_m - expected.totals.length_m) < 1e-6);
    QVERIFY(std::abs(pieces.totals.energy_j - expected.totals.energy_j) < 1e-6);
    QVERIFY(std::abs(pieces.totals.risk / expected.totals.risk - 1) < 1e-3); // steps of two grids
}

void LegsTest::whatIsNotKnownIsNotJudged() {
    auto grid = *Grid::make({4, 1, 10, {10}});
    QVERIFY(grid.setRisk(std::vector<float>{1, std::nanf(""), 1, 1}).has_value());
    const Measuring measuring(grid, drone());
    const auto through = measuring.meter.measure({5, 5, 10}, {35, 5, 10});
    QVERIFY(through.has_value());
    QVERIFY(!through->judgedRisk());
    QVERIFY(std::abs(through->riskUnknown_m - 10) < 1e-9);
    const auto beside = measuring.meter.measure({25, 5, 10}, {35, 5, 10});
    QVERIFY(beside->judgedRisk().has_value());
    CheckTask task{.vehicle = drone()};
    task.budgets.risk = 100;
    const std::vector<Point_m> path{{5, 5, 10}, {35, 5, 10}};
    const auto checked = checkPath(grid, path, task);
    QVERIFY(std::ranges::find(checked.findings, "RISK_UNKNOWN", &PathFinding::code) != checked.findings.end());
    // Nothing said at all: nothing is known, which is not zero.
    const auto silent = *Grid::make({4, 1, 10, {10}});
    QVERIFY(!silent.anyRiskKnown());
    QVERIFY(!silent.risk({1, 0, 0}).has_value());
}

QTEST_APPLESS_MAIN(LegsTest)
#include "legs_test.moc"
