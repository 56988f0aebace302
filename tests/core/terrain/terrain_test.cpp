#include "core/terrain/terrain.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <limits>

using namespace haneul;
using namespace haneul::terrain;

namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

// 3 x 3 posts, 0.01 degrees apart: 10 m a column to the east, 100 m a row to the north.
ElevationGrid slope() {
    ElevationGrid grid{.provenance = {"slope", "test", "2026-01-01", false},
                       .datum = geo::HeightDatum::Amsl,
                       .southWest = {37.5, 127.0},
                       .rowStep_deg = 0.01,
                       .columnStep_deg = 0.01,
                       .rows = 3,
                       .columns = 3,
                       .heights_m = {}};
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 3; ++column)
            grid.heights_m.push_back(static_cast<float>(100 * row + 10 * column));
    return grid;
}

} // namespace

class TerrainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void heightsBetweenPostsAreBilinear_data();
    void heightsBetweenPostsAreBilinear(); // R-RSK-20
    void aVoidIsUnknownOnlyWhereItCounts();
    void rangeOverABoxHoldsItsPosts();
    void wrongGridsAreRefused_data();
    void wrongGridsAreRefused();
    void theFinestGridThatKnowsAnswers();
    void clearanceNeedsAKnownDatumAndMeasuredGround();
};

void TerrainTest::heightsBetweenPostsAreBilinear_data() {
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("height"); // -1: unknown
    QTest::newRow("a post") << 37.51 << 127.01 << 110.0;
    QTest::newRow("the last post") << 37.52 << 127.02 << 220.0;
    QTest::newRow("half way north") << 37.505 << 127.0 << 50.0;
    QTest::newRow("a quarter of a cell") << 37.5125 << 127.0175 << 125.0 + 17.5;
    QTest::newRow("south of it") << 37.4999 << 127.01 << -1.0;
    QTest::newRow("east of it") << 37.51 << 127.0201 << -1.0;
    QTest::newRow("no place") << std::numeric_limits<double>::quiet_NaN() << 127.01 << -1.0;
}

void TerrainTest::heightsBetweenPostsAreBilinear() {
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, height);
    const std::optional<double> found = heightAt_m(slope(), {latitude, longitude});
    QCOMPARE(found.has_value(), height >= 0);
    if (found) QVERIFY2(std::abs(*found - height) < 1e-3, qPrintable(QString::number(*found)));
}

void TerrainTest::aVoidIsUnknownOnlyWhereItCounts() {
    ElevationGrid grid = slope();
    grid.heights_m[4] = nothing; // the middle post
    QVERIFY_RESULT(check(grid));
    QVERIFY(!heightAt_m(grid, {37.51, 127.01}));
    QVERIFY(!heightAt_m(grid, {37.505, 127.005}));
    QVERIFY(heightAt_m(grid, {37.52, 127.01}).has_value());  // on another post
    QVERIFY(heightAt_m(grid, {37.52, 127.005}).has_value()); // on the northern edge: the void has no weight
}

void TerrainTest::rangeOverABoxHoldsItsPosts() {
    const auto range = rangeOver(slope(), {37.501, 127.001, 37.509, 127.011});
    QVERIFY(range.has_value());
    QCOMPARE(range->least_m, 0.0);
    QCOMPARE(range->greatest_m, 120.0);
    QVERIFY(!rangeOver(slope(), {37.501, 127.001, 37.53, 127.011}).has_value()); // reaches out
    ElevationGrid holed = slope();
    holed.heights_m[0] = nothing;
    QVERIFY(!rangeOver(holed, {37.501, 127.001, 37.509, 127.011}).has_value());
}

void TerrainTest::wrongGridsAreRefused_data() {
    QTest::addColumn<QString>("where");
    for (const char* const row : {"one row", "no step", "too few heights", "over the pole"})
        QTest::newRow(row) << QString();
    QTest::newRow("feet") << QStringLiteral("row 1, column 2");
    QTest::newRow("pressure altitude") << QStringLiteral("datum");
}

void TerrainTest::wrongGridsAreRefused() {
    QFETCH(QString, where);
    const std::string_view what = QTest::currentDataTag();
    ElevationGrid grid = slope();
    QVERIFY_RESULT(check(grid));
    if (what == "one row") grid.rows = 1;
    if (what == "no step") grid.rowStep_deg = 0;
    if (what == "too few heights") grid.heights_m.pop_back();
    if (what == "feet") grid.heights_m[5] = 28'000;
    if (what == "pressure altitude") grid.datum = geo::HeightDatum::Std;
    if (what == "over the pole") grid.southWest.latitude_deg = 89.99;
    const auto refused = check(grid);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("BAD_TERRAIN"));
    QCOMPARE(QString::fromStdString(refused.error().where), where);
}

void TerrainTest::theFinestGridThatKnowsAnswers() {
    ElevationGrid coarse = slope();
    coarse.provenance.name = "coarse";
    for (float& height_m : coarse.heights_m)
        height_m = 500;
    coarse.rowStep_deg = coarse.columnStep_deg = 0.1;
    ElevationGrid fine = slope();
    fine.heights_m[8] = nothing;
    const Terrain terrain({coarse, fine});
    QCOMPARE(terrain.grids().front().provenance.name, std::string("slope"));
    QCOMPARE(terrain.groundAt({37.51, 127.01}).metres, std::optional(110.0));
    QCOMPARE(terrain.groundAt({37.52, 127.02}).metres, std::optional(500.0)); // void in the fine one
    QCOMPARE(terrain.groundAt({37.52, 127.02}).from->name, std::string("coarse"));
    QVERIFY(!terrain.groundAt({36, 127}).metres);
    QVERIFY(terrain.groundAt({36, 127}).from == nullptr);
}

void TerrainTest::clearanceNeedsAKnownDatumAndMeasuredGround() {
    const geo::LatLon place{37.51, 127.01};
    const auto geoid_m = [](geo::LatLon) { return std::optional(22.9); };
    QCOMPARE(Terrain({slope()}).amslAt_m(place, {}), std::optional(110.0));

    ElevationGrid ellipsoid = slope();
    ellipsoid.datum = geo::HeightDatum::W84;
    QCOMPARE(Terrain({ellipsoid}).amslAt_m(place, geoid_m), std::optional(110.0 - 22.9));
    QVERIFY(!Terrain({ellipsoid}).amslAt_m(place, {}));

    ElevationGrid unknown = slope();
    unknown.datum.reset();
    QVERIFY(!Terrain({unknown}).amslAt_m(place, geoid_m));
    QCOMPARE(Terrain({unknown}).groundAt(place).metres, std::optional(110.0));
    QVERIFY(!Terrain({unknown}).groundAt(place).datum);

    ElevationGrid madeUp = slope();
    madeUp.provenance.synthetic = true;
    QVERIFY(!Terrain({madeUp}).amslAt_m(place, geoid_m));
    QVERIFY(Terrain({madeUp}).synthetic());
    QVERIFY(!Terrain({slope()}).synthetic());
}

QTEST_APPLESS_MAIN(TerrainTest)
#include "terrain_test.moc"
