#include "core/path/planner.h"
#include "tests/core/path/reference.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::path;
using namespace haneul::tests;

class PlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threePathsKeepTheirPromises(); // R-PATH-04 R-PATH-05
    void placesOnTheWayArePassed();
    void aZoneThatClosesIsPassedBeforeOrAround(); // R-PATH-01
    void noneIsSaidWithItsProof();                // R-PATH-05
    void layersOfHeadings();                      // R-PATH-10
    void theSameTaskHasTheSamePaths();            // R-PATH-12
    void aPlannerCanBeStopped();
    void profilesTellWhatStandsBelow();
    void wrongTasksAreRefused();
};

namespace {

PlanTask taskOn(const Grid& grid, std::uint64_t seed, int places = 2) {
    sim::Random random(seed);
    PlanTask task;
    for (int i = 0; i < places; ++i)
        task.places.push_back(grid.centre(freeCell(grid, random)));
    task.vehicle = {.speed_mps = 10, .climb_mps = 3, .descent_mps = 2, .mass_kg = 6, .level_w = 500};
    task.turns = {.speed_mps = 10, .bank_deg = 25, .slowest_mps = 0, .deviation_m = 0.5};
    return task;
}

const PlannedPath* of(const PlannedPaths& paths, PathKind kind) {
    const auto found = std::ranges::find(paths.paths, kind, &PlannedPath::kind);
    return found == paths.paths.end() ? nullptr : &*found;
}

} // namespace

void PlannerTest::threePathsKeepTheirPromises() {
    int three = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const auto grid = smallGrid(seed, 30, 30, 4, 0.1);
        auto task = taskOn(grid, seed);
        task.riskWeight = 10;
        task.front = 5;
        const auto first = planPaths(grid, task);
        QVERIFY(first.has_value());
        const auto *shortest = of(*first, PathKind::Shortest), *weighted = of(*first, PathKind::Weighted);
        if (!shortest || !weighted) continue;
        QVERIFY(shortest->cost <= shortest->gridCost * (1 + 1e-9));
        QVERIFY(weighted->cost <= weighted->gridCost * (1 + 1e-9));
        QVERIFY(shortest->answer == BudgetAnswer::Optimal);
        task.budgets.risk = (shortest->totals.risk + weighted->totals.risk) / 2;
        task.budgets.energy_j = shortest->totals.energy_j * 3;
        const auto all = planPaths(grid, task);
        QVERIFY(all.has_value());
        const auto* budget = of(*all, PathKind::Budget);
        if (budget == nullptr) continue;
        ++three;
        QVERIFY(budget->totals.risk <= *task.budgets.risk * (1 + 1e-6));
        QVERIFY(budget->totals.energy_j <= *task.budgets.energy_j * (1 + 1e-6));
        QVERIFY(budget->gap <= task.gap + 1e-9);
        for (const auto& path : all->paths) {
            const auto checked = checkPath(grid, path.points,
                                           {.vehicle = task.vehicle, .departure = task.departure, .riskMatters = true});
            QVERIFY(checked.findings.empty());
            QVERIFY(std::abs(checked.totals.length_m - path.totals.length_m) < 1e-6);
            QVERIFY(!path.profile.empty());
            QVERIFY(path.points.front() == task.places.front());
            QVERIFY(path.points.back() == task.places.back());
        }
        QVERIFY(!all->front.empty());
    }
    QVERIFY(three >= 4);
}

void PlannerTest::placesOnTheWayArePassed() {
    const auto grid = smallGrid(3, 30, 30, 3, 0.08);
    auto task = taskOn(grid, 3, 4);
    task.riskWeight = 5;
    const auto all = planPaths(grid, task);
    QVERIFY(all.has_value());
    for (const auto& path : all->paths)
        for (const auto& place : task.places) {
            double nearest_m = 1e9;
            for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
                const auto a = path.points[i], b = path.points[i + 1];
                const double dx = b.x - a.x, dy = b.y - a.y, dz = b.z - a.z;
                const double t = std::clamp(((place.x - a.x) * dx + (place.y - a.y) * dy + (place.z - a.z) * dz) /
                                                std::max(dx * dx + dy * dy + dz * dz, 1e-9),
                                            0.0, 1.0);
                nearest_m = std::min(
                    nearest_m, std::hypot(a.x + t * dx - place.x, a.y + t * dy - place.y, a.z + t * dz - place.z));
            }
            QVERIFY2(nearest_m < 1e-6, qPrintable(QString::number(nearest_m)));
        }
    QVERIFY(!all->paths.empty());
}

void PlannerTest::aZoneThatClosesIsPassedBeforeOrAround() {
    auto grid = *Grid::make({41, 21, 10, {10}});
    const auto at = [](int second) { return utcMs(1'000'000'000'000 + second * 1000); };
    const auto zone = *grid.addCause({CauseKind::Zone, "Z", {{at(15), at(3600)}}});
    for (int y = 0; y < 15; ++y)
        QVERIFY(grid.add({20, y, 0}, zone).has_value());
    PlanTask task;
    task.places = {grid.centre({0, 5, 0}), grid.centre({40, 5, 0})};
    task.vehicle.speed_mps = 10;
    task.departure = at(0); // there after 20 s: closed
    const auto around = planPaths(grid, task);
    QVERIFY(around && around->paths.size() == 1);
    const auto& path = around->paths.front();
    QVERIFY(path.totals.length_m > 430);
    QVERIFY(path.gap > 0);
    QVERIFY(path.answer == BudgetAnswer::WithinGap);
    task.departure = at(-30); // through before it closes
    const auto through = planPaths(grid, task);
    QVERIFY(through && through->paths.size() == 1);
    QVERIFY(std::abs(through->paths.front().totals.length_m - 400) < 1e-6);
    QVERIFY(through->paths.front().answer == BudgetAnswer::Optimal);
    for (int y = 15; y < 21; ++y)
        QVERIFY(grid.add({20, y, 0}, zone).has_value());
    task.departure = at(0);
    const auto none = planPaths(grid, task);
    QVERIFY(none && none->paths.empty());
    QCOMPARE(none->none.front().error.code, std::string("NONE_FOUND"));
    QVERIFY(!none->none.front().proven);
}

void PlannerTest::noneIsSaidWithItsProof() {
    const auto grid = smallGrid(6, 20, 20, 3, 0.1);
    auto task = taskOn(grid, 6);
    task.budgets.risk = 1e-9;
    const auto over = planPaths(grid, task);
    QVERIFY(over.has_value());
    QCOMPARE(over->none.size(), std::size_t{1});
    QVERIFY(over->none.front().proven);
    QCOMPARE(over->none.front().error.code, std::string("OVER_BUDGET"));
    QVERIFY(over->none.front().error.message.contains("none has less than"));
    auto blind = *Grid::make({20, 20, 10, {10, 20}});
    PlanTask blindTask;
    blindTask.places = {blind.centre({1, 1, 0}), blind.centre({15, 15, 0})};
    blindTask.riskWeight = 3;
    blindTask.budgets.risk = 1;
    const auto unknown = planPaths(blind, blindTask);
    QVERIFY(unknown.has_value());
    QCOMPARE(unknown->paths.size(), std::size_t{1});
    QVERIFY(!unknown->paths.front().totals.judgedRisk());
    QCOMPARE(unknown->none.size(), std::size_t{2});
    for (const auto& none : unknown->none)
        QCOMPARE(none.error.code, std::string("RISK_UNKNOWN"));
}

void PlannerTest::layersOfHeadings() {
    auto grid = *Grid::make({40, 40, 10, {55, 65, 75, 85}});
    PlanTask task;
    task.places = {grid.centre({2, 2, 0}), grid.centre({35, 2, 0}), grid.centre({2, 30, 0})};
    task.layers = *HeadingLayers::make({{0, 65}, {180, 85}});
    const auto all = planPaths(grid, task);
    QVERIFY(all && all->paths.size() == 1);
    const auto& path = all->paths.front();
    for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        const auto a = path.points[i], b = path.points[i + 1];
        if (std::hypot(b.x - a.x, b.y - a.y) < 1) continue;
        QCOMPARE(a.z, task.layers->heightOf_m(course_deg(a, b)));
    }
    QVERIFY(path.kept.empty());
    QVERIFY(!path.notes.empty());
}

void PlannerTest::theSameTaskHasTheSamePaths() {
    const auto grid = smallGrid(9, 25, 25, 4, 0.1);
    auto task = taskOn(grid, 9);
    task.riskWeight = 8;
    task.budgets.risk = 200;
    const auto one = planPaths(grid, task), two = planPaths(grid, task);
    QVERIFY(one && two);
    QCOMPARE(one->paths.size(), two->paths.size());
    QVERIFY(!one->paths.empty());
    for (std::size_t i = 0; i < one->paths.size(); ++i)
        QVERIFY(one->paths[i].points == two->paths[i].points);
}

void PlannerTest::aPlannerCanBeStopped() {
    const auto grid = smallGrid(1, 40, 40, 4, 0.05);
    auto task = taskOn(grid, 1);
    int asked = 0;
    task.cancel = [&](std::uint64_t) { return ++asked > 0; };
    const auto stopped = planPaths(grid, task);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, std::string("CANCELLED"));
}

void PlannerTest::profilesTellWhatStandsBelow() {
    auto grid = *Grid::make({10, 1, 10, {5, 15, 25, 35}});
    const auto hill = *grid.addCause({CauseKind::Terrain, "terrain", {}});
    const auto house = *grid.addCause({CauseKind::Building, "house", {}});
    QVERIFY(grid.add({5, 0, 0}, hill).has_value());
    QVERIFY(grid.add({5, 0, 1}, house).has_value());
    const std::vector<Point_m> path{{5, 5, 35}, {95, 5, 35}};
    const auto profile = profileOf(grid, path);
    QCOMPARE(profile.size(), std::size_t{10});
    QVERIFY(profile.front().ground_m == std::nullopt);
    const auto& over = profile[5];
    QVERIFY(over.ground_m && std::abs(*over.ground_m - 10) < 1e-9);
    QVERIFY(over.building_m && std::abs(*over.building_m - 20) < 1e-9);
    QCOMPARE(over.height_m, 35.0);
    QVERIFY(std::abs(profile.back().distance_m - 90) < 1e-9);
}

void PlannerTest::wrongTasksAreRefused() {
    const auto grid = smallGrid(1, 10, 10, 2, 0);
    auto task = taskOn(grid, 1);
    auto alone = task;
    alone.places.pop_back();
    QCOMPARE(planPaths(grid, alone).error().code, std::string("BAD_PLACE"));
    auto outside = task;
    outside.places.back().x = 1e6;
    QCOMPARE(planPaths(grid, outside).error().code, std::string("BAD_PLACE"));
    auto slow = task;
    slow.vehicle.speed_mps = 0.1;
    QCOMPARE(planPaths(grid, slow).error().code, std::string("BAD_VEHICLE"));
    auto windy = task;
    windy.wind = {{1, 1}, {1, 1}, {1, 1}};
    QCOMPARE(planPaths(grid, windy).error().code, std::string("BAD_WIND"));
    auto weight = task;
    weight.riskWeight = -1;
    QCOMPARE(planPaths(grid, weight).error().code, std::string("BAD_RISK_WEIGHT"));
}

QTEST_APPLESS_MAIN(PlannerTest)
#include "planner_test.moc"
