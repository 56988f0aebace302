#include "core/city/synthetic_city.h"
#include "core/geo/geodesic.h"
#include "ui/scene3d/city_drawing.h"

#include <QtTest/QtTest>

#include <limits>

using namespace haneul;
using namespace haneul::scene3d;

namespace {

constexpr geo::LatLon seoul{37.5663, 126.9779};
const Provenance measured{"Register", "Office", "2025-06", false};

geo::LatLon off(double east_m, double north_m) {
    return geo::direct(geo::direct(seoul, 90, east_m), 0, north_m);
}

city::Building building(std::vector<geo::LatLon> outer, std::optional<double> height_m) {
    return {.name = {}, .outline = {.outer = std::move(outer), .holes = {}}, .height_m = height_m, .sheltering = {}};
}

city::Building square(double east_m, double north_m, double side_m, std::optional<double> height_m) {
    return building({off(east_m, north_m), off(east_m + side_m, north_m), off(east_m + side_m, north_m + side_m),
                     off(east_m, north_m + side_m)},
                    height_m);
}

city::CityData cityOf(std::vector<city::Building> buildings) {
    return city::CityData({.buildings = {{measured, std::move(buildings)}}});
}

// 0.2 x 0.2 degrees around the place, 50 m in the west rising to 250 m in the east.
terrain::Terrain slope(std::optional<geo::HeightDatum> datum = geo::HeightDatum::Amsl) {
    terrain::ElevationGrid grid{.provenance = {"Slope", "Test", "2026", false},
                                .datum = datum,
                                .southWest = {seoul.latitude_deg - 0.1, seoul.longitude_deg - 0.1},
                                .rowStep_deg = 0.1,
                                .columnStep_deg = 0.1,
                                .rows = 3,
                                .columns = 3,
                                .heights_m = {50, 150, 250, 50, 150, 250, 50, 150, 250}};
    return terrain::Terrain({grid});
}

double areaOf(const StagedFaces& faces, float light) { // on the ground, of the triangles with that light
    double area = 0;
    for (std::size_t i = 0; i + 2 < faces.corners.size(); i += 3) {
        if (faces.light[i] != light) continue;
        const osg::Vec3 across = (faces.corners[i + 1] - faces.corners[i]) ^ (faces.corners[i + 2] - faces.corners[i]);
        area += std::abs(static_cast<double>(across.z())) / 2;
    }
    return area;
}

} // namespace

class CityStageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void prismsStandOnTheGround();
    void concaveRoofsKeepTheirArea();
    void unknownHeightIsAnOutlineAndNoPrism();
    void buildingsStandOnTheTerrain();
    void whatIsTooMuchIsLeftOutAndSaid();
    void terrainHasNoTriangleWhereItIsNotKnown();
    void drapeLiesOnTheGroundAndKeepsItsColours();
    void largeDrapesAreDrawnAsMeans();
    void farAndUnseenTilesAreNotDrawn();
};

void CityStageTest::prismsStandOnTheGround() {
    const StagedBuildings staged =
        stageBuildings(cityOf({square(100, 100, 40, 20), square(150, 100, 20, 80)}), {}, geo::LocalFrame(seoul), 2000);
    QCOMPARE(staged.buildings, std::size_t(2));
    QCOMPARE(staged.tiles.size(), std::size_t(1));
    const BuildingTile& tile = staged.tiles.front();
    QCOMPARE(tile.low.corners.size(), std::size_t((4 * 2 + 2) * 3)); // walls and roof
    QCOMPARE(tile.low.corners.size(), tile.low.light.size());
    QCOMPARE(tile.high.corners.size(), tile.low.corners.size());
    QCOMPARE(tile.box.zMin(), 0.0F);
    QCOMPARE(tile.box.zMax(), 80.0F);
    QVERIFY(std::abs(areaOf(tile.low, 1.0F) - 1600) < 2);
    QCOMPARE(staged.from.size(), std::size_t(1));
    QCOMPARE(staged.unknownHeight, std::size_t(0));
}

void CityStageTest::concaveRoofsKeepTheirArea() {
    // An L: 40 x 40 less 20 x 20.
    const city::Building ell = building({off(0, 0), off(40, 0), off(40, 20), off(20, 20), off(20, 40), off(0, 40)}, 12);
    city::Building yard = square(100, 0, 40, 12);
    yard.outline.holes.push_back(square(110, 10, 20, {}).outline.outer);
    for (const city::Building& one : {ell, yard}) {
        const auto staged = stageBuildings(cityOf({one}), {}, geo::LocalFrame(seoul), 2000);
        const double area = areaOf(staged.tiles.front().low, 1.0F);
        QVERIFY2(std::abs(area - 1200) < 2, qPrintable(QString::number(area)));
    }
}

void CityStageTest::unknownHeightIsAnOutlineAndNoPrism() {
    const auto staged = stageBuildings(cityOf({square(0, 0, 40, std::nullopt)}), {}, geo::LocalFrame(seoul), 2000);
    QCOMPARE(staged.unknownHeight, std::size_t(1));
    const BuildingTile& tile = staged.tiles.front();
    QVERIFY(tile.low.corners.empty() && tile.high.corners.empty());
    QCOMPARE(tile.outlines.size(), std::size_t(8));
}

void CityStageTest::buildingsStandOnTheTerrain() {
    const auto staged = stageBuildings(cityOf({square(-20, -20, 40, 20)}), slope(), geo::LocalFrame(seoul), 2000);
    QVERIFY(std::abs(staged.tiles.front().box.zMin() - 150) < 1);
    QVERIFY(std::abs(staged.tiles.front().box.zMax() - 170) < 1);
}

void CityStageTest::whatIsTooMuchIsLeftOutAndSaid() {
    std::vector<city::Building> many;
    const geo::LatLon place = off(5, 5);
    for (std::size_t i = 0; i < mostBuildings + 7; ++i) {
        const double step = 1e-6 * static_cast<double>(i % 500);
        many.push_back(building({{place.latitude_deg + step, place.longitude_deg},
                                 {place.latitude_deg + step, place.longitude_deg + 1e-5},
                                 {place.latitude_deg + step + 1e-5, place.longitude_deg}},
                                5));
    }
    many.push_back(square(1500, 1500, 40, 20)); // the farthest
    const auto staged = stageBuildings(cityOf(std::move(many)), {}, geo::LocalFrame(seoul), 2000);
    QCOMPARE(staged.buildings, mostBuildings);
    QCOMPARE(staged.leftOut, std::size_t(8));
    for (const BuildingTile& tile : staged.tiles)
        QVERIFY(tile.box.xMax() < 1400);
    QCOMPARE(stageBuildings(cityOf({square(3000, 0, 40, 20)}), {}, geo::LocalFrame(seoul), 2000).buildings,
             std::size_t(0)); // out of reach
}

void CityStageTest::terrainHasNoTriangleWhereItIsNotKnown() {
    const StagedTerrain whole = stageTerrain(slope(), geo::LocalFrame(seoul), 4000);
    QCOMPARE(whole.corners.size(), 6 * (terrainPosts - 1) * (terrainPosts - 1));
    QCOMPARE(whole.light.size(), whole.corners.size());
    QVERIFY(!whole.datumUnknown);
    QCOMPARE(whole.from.size(), std::size_t(1));
    for (const osg::Vec3& corner : whole.corners)
        QVERIFY(corner.z() > 50 && corner.z() < 250);
    const StagedTerrain part = stageTerrain(slope(std::nullopt), geo::LocalFrame(seoul), 20'000); // 11 km are known
    QVERIFY(!part.corners.empty() && part.corners.size() < whole.corners.size() / 2);
    QVERIFY(part.datumUnknown);
    QVERIFY(stageTerrain({}, geo::LocalFrame(seoul), 4000).corners.empty());
}

void CityStageTest::drapeLiesOnTheGroundAndKeepsItsColours() {
    const auto grid = city::gridAround(seoul, 400, 200, 100);
    QVERIFY(grid);
    ColourGrid map{
        .grid = *grid, .colours = std::vector<QRgb>(8, qRgba(200, 0, 0, 120)), .legend = QStringLiteral("risk")};
    map.colours[3] = 0; // nothing is known there
    const StagedDrape flat = stageDrape(map, {}, geo::LocalFrame(seoul), 4000);
    QCOMPARE(flat.corners.size(), std::size_t(7 * 6));
    QCOMPARE(flat.colours.size(), flat.corners.size());
    QVERIFY(!flat.onTerrain);
    for (const QRgb colour : flat.colours)
        QCOMPARE(colour, qRgba(200, 0, 0, 120));
    for (const osg::Vec3& corner : flat.corners)
        QCOMPARE(corner.z(), 0.0F);
    const StagedDrape draped = stageDrape(map, slope(), geo::LocalFrame(seoul), 4000);
    QVERIFY(draped.onTerrain);
    for (const osg::Vec3& corner : draped.corners)
        QVERIFY(corner.z() > 140 && corner.z() < 165);
    QCOMPARE(draped.legend, QStringLiteral("risk"));
    map.colours.pop_back(); // not a colour for each cell: nothing is drawn rather than something wrong
    QVERIFY(stageDrape(map, {}, geo::LocalFrame(seoul), 4000).corners.empty());
}

void CityStageTest::largeDrapesAreDrawnAsMeans() {
    const auto grid = city::gridAround(seoul, 6000, 6000, 10); // 360,000 cells
    QVERIFY(grid);
    ColourGrid map{.grid = *grid, .colours = std::vector<QRgb>(grid->size(), qRgba(10, 20, 30, 100)), .legend = {}};
    for (std::size_t i = 0; i < map.colours.size(); i += 2)
        map.colours[i] = qRgba(30, 40, 50, 100);
    const StagedDrape staged = stageDrape(map, {}, geo::LocalFrame(seoul), 4000);
    QVERIFY(staged.corners.size() / 6 <= drapeCells);
    QVERIFY(staged.corners.size() / 6 > drapeCells / 3);
    QVERIFY(std::abs(qRed(staged.colours.front()) - 20) <= 4);
    QCOMPARE(qAlpha(staged.colours.front()), 100);
}

void CityStageTest::farAndUnseenTilesAreNotDrawn() {
    const auto layers = city::syntheticCity({.centre = seoul, .width_m = 6000, .height_m = 6000});
    QVERIFY(layers);
    CityStage stage;
    stage.buildings = std::make_shared<const StagedBuildings>(
        stageBuildings(city::CityData(*layers), {}, geo::LocalFrame(seoul), 4000));
    QVERIFY(stage.buildings->tiles.size() > 100);
    CityDrawing drawing;
    OrbitCamera camera;
    camera.setView(QSizeF(960, 600));
    const auto& theme = theme::themeById(u"dark");
    camera.setPose({{0, 0, 0}, 3000, 0, 89});
    drawing.update(stage, theme, 1, camera);
    const std::size_t seen = drawing.drawnTiles();
    QVERIFY(seen > 4 && seen < stage.buildings->tiles.size() / 2); // those below the eye
    camera.setPose({{0, 0, 0}, 15'000, 0, 89});
    drawing.update(stage, theme, 1, camera);
    const std::size_t far = drawing.drawnTiles();
    QVERIFY(far > seen); // more of them, but only the high houses
    const std::size_t corners = drawing.corners();
    drawing.update(stage, theme, 10, camera); // higher: the low ones are seen, too
    QVERIFY(drawing.corners() > corners);
    camera.setPose({{100'000, 0, 0}, 3000, 90, 9}); // looking away
    drawing.update(stage, theme, 1, camera);
    QCOMPARE(drawing.drawnTiles(), std::size_t(0));
    QCOMPARE(drawing.corners(), std::size_t(0));
}

QTEST_APPLESS_MAIN(CityStageTest)
#include "city_stage_test.moc"
