#include "core/city/city_data.h"
#include "core/city/synthetic_city.h"
#include "core/geo/geodesic.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>

using namespace haneul;
using namespace haneul::city;

namespace {

constexpr geo::LatLon cityHall{37.5663, 126.9779};
const Provenance measured{"measured", "office", "2026-01-01", false};

// A point so many metres north and east of another.
geo::LatLon off(geo::LatLon from, double east_m, double north_m) {
    return geo::direct(geo::direct(from, 90, east_m), 0, north_m);
}

geo::Polygon square(geo::LatLon southWest, double side_m) {
    return {.outer = {southWest, off(southWest, side_m, 0), off(southWest, side_m, side_m), off(southWest, 0, side_m)},
            .holes = {}};
}

geo::Box boxOf(geo::LatLon southWest, double wide_m, double high_m) {
    const geo::LatLon northEast = off(southWest, wide_m, high_m);
    return {southWest.latitude_deg, southWest.longitude_deg, northEast.latitude_deg, northEast.longitude_deg};
}

bool close(double value, double wanted, double tolerance) {
    return std::abs(value - wanted) <= tolerance;
}

Building building(geo::Polygon outline, std::optional<double> height_m) {
    return {.name = "b", .outline = std::move(outline), .height_m = height_m, .sheltering = {}};
}

CityLayers synthetic(std::uint64_t seed = 1, double side_m = 3000) {
    const auto made =
        syntheticCity({.centre = cityHall, .width_m = side_m, .height_m = side_m, .cell_m = 100, .seed = seed});
    if (!made) qFatal("%s", made.error().message.c_str());
    return *made;
}

} // namespace

class CityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDegreeIsAsLongAsOnTheEllipsoid_data();
    void aDegreeIsAsLongAsOnTheEllipsoid();
    void gridsCoverWhatWasAskedFor(); // R-RSK-11
    void areasAndCentresAreInMetres();
    void wrongLayersAreRefused_data();
    void wrongLayersAreRefused(); // R-RSK-20
    void unknownDensityIsNotNobody();
    void laterLayersStandBeforeEarlier();
    void districtsAnswerWhereNoGridKnows();
    void theHighestBuildingAnswersAndUnknownIsHighest(); // R-RSK-16
    void distancesToOutlinesAreTrue();
    void factsOfABoxAreClippedToIt();
    void amenitiesComeNearestFirst(); // R-RSK-15
    void sheltersHaveTheFactorsOfThePaper();
    void syntheticCityIsTheSameForTheSameSeed(); // R-RSK-20
    void syntheticCityIsSoundAndSaysThatItIsMadeUp();
    void peopleOfTheSyntheticCityMoveOverTheDay(); // R-RSK-14
    void syntheticCityKeepsOutOfTheRiver();
    void syntheticCityRefusesWhatItCannotMake_data();
    void syntheticCityRefusesWhatItCannotMake();
    void manyBuildingsAreFoundFast();
};

void CityTest::aDegreeIsAsLongAsOnTheEllipsoid_data() {
    QTest::addColumn<double>("latitude");
    for (const double latitude : {0.0, 37.5663, -60.0, 85.0})
        QTest::addRow("%g", latitude) << latitude;
}

void CityTest::aDegreeIsAsLongAsOnTheEllipsoid() {
    QFETCH(double, latitude);
    const MetresPerDegree scale = metresPerDegree(latitude);
    constexpr double step_deg = 0.001;
    const double north_m = geo::inverse({latitude - step_deg / 2, 127}, {latitude + step_deg / 2, 127}).distance_m;
    const double east_m = geo::inverse({latitude, 127}, {latitude, 127 + step_deg}).distance_m;
    QVERIFY(close(scale.north * step_deg, north_m, north_m * 1e-6));
    QVERIFY(close(scale.east * step_deg, east_m, east_m * 1e-6));
}

void CityTest::gridsCoverWhatWasAskedFor() {
    const auto grid = gridAround(cityHall, 6000, 6000, 100);
    QVERIFY_RESULT(grid);
    QCOMPARE(grid->rows, std::size_t(60));
    QCOMPARE(grid->columns, std::size_t(60));
    QVERIFY(close(grid->area_km2({30, 30}), 0.01, 1e-6));
    const std::optional<Cell> middle = grid->cellOf(off(cityHall, 50, 50));
    QVERIFY((middle == Cell{30, 30}));
    QVERIFY(!grid->cellOf(off(cityHall, 3010, 0)));
    for (const std::size_t index : {std::size_t(0), std::size_t(61), grid->size() - 1}) {
        const Cell cell = grid->cellAt(index);
        QCOMPARE(grid->indexOf(cell), index);
        QVERIFY(grid->cellOf(grid->centreOf(cell)) == cell);
    }
    QVERIFY(!gridAround(cityHall, 6000, 6000, 0));
    QVERIFY(!gridAround(cityHall, 60'000, 60'000, 1)); // 3.6e9 cells
    QVERIFY(!gridAround({89, 0}, 6000, 6000, 100));
}

void CityTest::areasAndCentresAreInMetres() {
    geo::Polygon polygon = square(cityHall, 60);
    QVERIFY(close(area_m2(polygon), 3600, 1));
    const geo::LatLon centre = centreOf(polygon);
    QVERIFY(geo::inverse(centre, off(cityHall, 30, 30)).distance_m < 0.1);
    std::ranges::reverse(polygon.outer); // winding does not matter
    QVERIFY(close(area_m2(polygon), 3600, 1));
    QVERIFY(geo::inverse(centreOf(polygon), centre).distance_m < 0.01);
    polygon.holes.push_back(square(off(cityHall, 10, 10), 20).outer);
    QVERIFY(close(area_m2(polygon), 3200, 1));
}

void CityTest::wrongLayersAreRefused_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::newRow("density below 0") << QStringLiteral("BAD_LAYER") << QStringLiteral("row 0, column 1");
    QTest::newRow("too few cells") << QStringLiteral("BAD_LAYER") << QString();
    QTest::newRow("shares above 1") << QStringLiteral("BAD_LAYER") << QStringLiteral("row 0, column 0");
    QTest::newRow("weights of mean 2") << QStringLiteral("BAD_LAYER") << QStringLiteral("classes[0].weights.weekday");
    QTest::newRow("height in centimetres") << QStringLiteral("BAD_LAYER") << QStringLiteral("buildings[1].height_m");
    QTest::newRow("outline crosses itself") << QStringLiteral("BAD_AREA") << QStringLiteral("buildings[1].area.outer");
    QTest::newRow("road of one point") << QStringLiteral("BAD_LAYER") << QStringLiteral("pieces[0].line");
    QTest::newRow("road without lanes") << QStringLiteral("BAD_LAYER") << QStringLiteral("pieces[0].lanes");
    QTest::newRow("activity above 1") << QStringLiteral("BAD_LAYER") << QStringLiteral("amenities[0].activity");
    QTest::newRow("range of 0") << QStringLiteral("BAD_LAYER") << QStringLiteral("amenities[0].range_km");
}

void CityTest::wrongLayersAreRefused() {
    QFETCH(QString, code);
    QFETCH(QString, where);
    const std::string_view what = QTest::currentDataTag();
    const CellGrid two{.southWest = cityHall, .rowStep_deg = 0.001, .columnStep_deg = 0.001, .rows = 1, .columns = 2};
    DayWeights even;
    even.weekday.fill(1);
    even.weekend.fill(1);
    PopulationGrid people{measured, two, {100, 200}};
    LandUseGrid use{measured, two, {{"green", 900, even, {}}, {"water", 0, even, {}}}, {0.5F, 0.5F, 1, 0}};
    Buildings houses{measured, {building(square(cityHall, 20), 12), building(square(cityHall, 30), std::nullopt)}};
    TrafficCounts roads{measured, {{"road", {cityHall, off(cityHall, 100, 0)}, 12.0, 4, 9000.0, 40.0}}};
    Amenities places{measured, {{"school", "school", cityHall, 0.5, 0.3}}};
    const auto all = [&] {
        return check(people)
            .and_then([&] { return check(use); })
            .and_then([&] { return check(houses); })
            .and_then([&] { return check(roads); })
            .and_then([&] { return check(places); });
    };
    QVERIFY_RESULT(all());
    if (what == "density below 0") people.people_per_km2[1] = -1;
    if (what == "too few cells") people.people_per_km2.pop_back();
    if (what == "shares above 1") use.shares[0] = 0.8F;
    if (what == "weights of mean 2") use.classes[0].weights.weekday.fill(2);
    if (what == "height in centimetres") houses.buildings[1].height_m = 3400;
    if (what == "outline crosses itself")
        std::swap(houses.buildings[1].outline.outer[1], houses.buildings[1].outline.outer[2]);
    if (what == "road of one point") roads.pieces[0].line.pop_back();
    if (what == "road without lanes") roads.pieces[0].lanes = 0;
    if (what == "activity above 1") places.amenities[0].activity = 1.5;
    if (what == "range of 0") places.amenities[0].range_km = 0;
    const auto refused = all();
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().code), code);
    QVERIFY2(QString::fromStdString(refused.error().where).startsWith(where), refused.error().where.c_str());
}

void CityTest::unknownDensityIsNotNobody() {
    const CellGrid two{.southWest = cityHall, .rowStep_deg = 0.001, .columnStep_deg = 0.001, .rows = 1, .columns = 2};
    const CityData city({.populationGrids = {{measured, two, {0, std::numeric_limits<float>::quiet_NaN()}}}});
    const Density nobody = city.densityAt(two.centreOf({0, 0}));
    QCOMPARE(nobody.people_per_km2, std::optional(0.0));
    QVERIFY(nobody.from != nullptr);
    QVERIFY(!city.densityAt(two.centreOf({0, 1})).people_per_km2);
    QVERIFY(!city.densityAt({0, 0}).people_per_km2);
    const BoxFacts facts = city.factsOf(two.box()); // half of it is known
    QVERIFY(close(facts.peopleKnownShare, 0.6, 1e-9) || close(facts.peopleKnownShare, 0.4, 1e-9));
    QVERIFY(!city.factsOf(two.boxOf({0, 1})).people_per_km2);
    QVERIFY(CityData().empty());
    QVERIFY(!CityData().densityAt(cityHall).people_per_km2);
}

void CityTest::laterLayersStandBeforeEarlier() {
    const CellGrid one{.southWest = cityHall, .rowStep_deg = 0.001, .columnStep_deg = 0.001, .rows = 1, .columns = 1};
    const Provenance newer{"newer", "office", "2026-06-01", false};
    const CityData city({.populationGrids = {{measured, one, {100}}, {newer, one, {200}}}});
    const Density density = city.densityAt(one.centreOf({0, 0}));
    QCOMPARE(density.people_per_km2, std::optional(200.0));
    QCOMPARE(density.from->name, std::string("newer"));
}

void CityTest::districtsAnswerWhereNoGridKnows() {
    geo::Polygon ring = square(cityHall, 300);
    ring.holes.push_back(square(off(cityHall, 100, 100), 100).outer);
    const PopulationAreas areas{measured,
                                {{"ring", ring, 5000.0}, {"unknown", square(off(cityHall, 400, 0), 100), {}}}};
    QVERIFY_RESULT(check(areas));
    const CityData city({.populationAreas = {areas}});
    QCOMPARE(city.densityAt(off(cityHall, 50, 50)).people_per_km2, std::optional(5000.0));
    QVERIFY(!city.densityAt(off(cityHall, 150, 150)).people_per_km2); // in the hole
    QVERIFY(!city.densityAt(off(cityHall, 450, 50)).people_per_km2);  // a district that nobody counted
    const CellGrid cell{.southWest = cityHall, .rowStep_deg = 0.001, .columnStep_deg = 0.001, .rows = 1, .columns = 1};
    const CityData both({.populationGrids = {{measured, cell, {7}}}, .populationAreas = {areas}});
    QCOMPARE(both.densityAt(off(cityHall, 50, 50)).people_per_km2, std::optional(7.0));
}

void CityTest::theHighestBuildingAnswersAndUnknownIsHighest() {
    const geo::LatLon inside = off(cityHall, 10, 10);
    CityLayers layers;
    layers.buildings = {{measured, {building(square(cityHall, 20), 12), building(square(cityHall, 30), 40)}}};
    const CityData two(layers);
    const auto highest = two.buildingAt(inside);
    QVERIFY(highest.has_value());
    QCOMPARE(highest->building->height_m, std::optional(40.0));
    QVERIFY(close(highest->area_m2, 900, 1));
    layers.buildings.push_back({measured, {building(square(cityHall, 25), std::nullopt)}});
    const CityData three(layers);
    QVERIFY(!three.buildingAt(inside)->building->height_m);
    QVERIFY(!three.buildingAt(off(cityHall, 100, 100)));
}

void CityTest::distancesToOutlinesAreTrue() {
    const geo::Polygon polygon = square(cityHall, 100);
    QCOMPARE(distance_m(polygon, off(cityHall, 50, 50)), 0.0);
    QVERIFY(close(distance_m(polygon, off(cityHall, 150, 50)), 50, 0.05));
    QVERIFY(close(distance_m(polygon, off(cityHall, -30, -40)), 50, 0.05));
    const CityData city({.buildings = {{measured, {building(polygon, 10)}}}});
    QCOMPARE(city.buildingsNear(off(cityHall, 150, 50), 49).size(), std::size_t(0));
    QCOMPARE(city.buildingsNear(off(cityHall, 150, 50), 51).size(), std::size_t(1));
    QCOMPARE(city.buildingsNear(off(cityHall, -30, -40), 49).size(), std::size_t(0)); // its box is nearer than it
}

void CityTest::factsOfABoxAreClippedToIt() {
    CityLayers layers;
    layers.buildings = {{measured, {building(square(off(cityHall, 50, 50), 100), 20)}}}; // a quarter lies in the box
    layers.traffic = {{measured,
                       {{"through", {off(cityHall, -500, 20), off(cityHall, 500, 20)}, 12.0, 4, 9000.0, 40.0},
                        {"beside", {off(cityHall, -500, 120), off(cityHall, 500, 120)}, 12.0, 4, 9000.0, 40.0}}}};
    const CityData city(layers);
    const BoxFacts facts = city.factsOf(boxOf(cityHall, 100, 100));
    QVERIFY(close(facts.area_km2, 0.01, 1e-5));
    QVERIFY2(close(facts.coverShare, 0.25, 0.002), qPrintable(QString::number(facts.coverShare)));
    QCOMPARE(facts.buildings.size(), std::size_t(1));
    QCOMPARE(facts.roads.size(), std::size_t(1));
    QCOMPARE(facts.roads[0].piece->name, std::string("through"));
    QVERIFY(close(facts.roads[0].length_m, 100, 0.1));
    QVERIFY(!facts.people_per_km2);
}

void CityTest::amenitiesComeNearestFirst() {
    const CityData city({.amenities = {{measured,
                                        {{"far", "school", off(cityHall, 900, 0), 1.0, 0.3},
                                         {"near", "hospital", square(off(cityHall, 100, -50), 100), 1.0, 0.3},
                                         {"out", "school", off(cityHall, 3000, 0), 1.0, 0.3}}}}});
    const auto found = city.amenitiesNear(cityHall, 1);
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].amenity->name, std::string("near"));
    QVERIFY(close(found[0].distance_km, 0.1, 1e-3));
    QVERIFY(close(found[1].distance_km, 0.9, 1e-3));
    QCOMPARE(city.amenitiesNear(off(cityHall, 150, 0), 1).front().distance_km, 0.0); // inside
}

void CityTest::sheltersHaveTheFactorsOfThePaper() {
    const std::array<Sheltering, 5> all{Sheltering::None, Sheltering::Trees, Sheltering::LowRise, Sheltering::HighRise,
                                        Sheltering::Industrial};
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(shelteringFactor(all[i]), 0.25 * static_cast<double>(i));
        QVERIFY(shelteringFromString(toString(all[i])) == all[i]);
    }
    QVERIFY(!shelteringFromString("glass"));
}

void CityTest::syntheticCityIsTheSameForTheSameSeed() {
    const CityLayers one = synthetic(7), again = synthetic(7), other = synthetic(8);
    QVERIFY(one.buildings[0].buildings == again.buildings[0].buildings);
    QVERIFY(one.traffic[0].pieces == again.traffic[0].pieces);
    QVERIFY(one.amenities[0].amenities == again.amenities[0].amenities);
    QVERIFY(one.populationGrids[0].people_per_km2 == again.populationGrids[0].people_per_km2);
    QVERIFY(one.buildings[0].buildings != other.buildings[0].buildings);
}

void CityTest::syntheticCityIsSoundAndSaysThatItIsMadeUp() {
    const CityLayers layers = synthetic(3);
    QVERIFY_RESULT(check(layers.populationGrids.at(0)));
    QVERIFY_RESULT(check(layers.landUse.at(0)));
    QVERIFY_RESULT(check(layers.traffic.at(0)));
    QVERIFY_RESULT(check(layers.buildings.at(0)));
    QVERIFY_RESULT(check(layers.amenities.at(0)));
    const CityData city(layers);
    QVERIFY(city.synthetic());
    for (const Provenance& provenance : city.provenances())
        QVERIFY(provenance.synthetic && !provenance.source.empty());
    QCOMPARE(city.provenances().size(), std::size_t(5));
    QVERIFY(layers.buildings[0].buildings.size() > 500);
    std::set<std::string> kinds;
    for (const Amenity& amenity : layers.amenities[0].amenities)
        kinds.insert(amenity.kind);
    for (const char* const kind : {"school", "hospital", "station", "stadium"})
        QVERIFY2(kinds.contains(kind), kind);
    double least_m = 1e9, greatest_m = 0;
    for (const Building& house : layers.buildings[0].buildings) {
        least_m = std::min(least_m, house.height_m.value());
        greatest_m = std::max(greatest_m, house.height_m.value());
    }
    QVERIFY(least_m < 10 && greatest_m > 100);
    // One measured layer beside it does not take the mark away.
    CityLayers mixed = layers;
    mixed.populationGrids.push_back(
        {measured, layers.populationGrids[0].grid, layers.populationGrids[0].people_per_km2});
    QVERIFY(CityData(mixed).synthetic());
}

void CityTest::peopleOfTheSyntheticCityMoveOverTheDay() {
    for (const LandUseClass& use : syntheticLandUse())
        for (const auto* const hours : {&use.weights.weekday, &use.weights.weekend})
            QVERIFY2(close(std::accumulate(hours->begin(), hours->end(), 0.0) / 24, 1, 1e-9), use.name.c_str());
    const LandUseClass& home = syntheticLandUse()[2];
    const LandUseClass& business = syntheticLandUse()[4];
    QVERIFY(home.weights.weekday[3] > 2 * home.weights.weekday[13]);
    QVERIFY(business.weights.weekday[13] > 10 * business.weights.weekday[3]);
    QVERIFY(business.weights.weekday[14] > 2 * business.weights.weekday[19]);
    // The density of a cell is made of its shares.
    const CityLayers layers = synthetic();
    const LandUseGrid& use = layers.landUse[0];
    for (std::size_t i = 0; i < use.grid.size(); i += 37) {
        const Cell cell = use.grid.cellAt(i);
        const std::vector<double> shares = use.sharesOf(cell);
        double density = 0;
        for (std::size_t c = 0; c < shares.size(); ++c)
            density += shares[c] * use.classes[c].people_per_km2;
        QVERIFY(close(layers.populationGrids[0].densityOf(cell).value(), density, 1));
    }
}

void CityTest::syntheticCityKeepsOutOfTheRiver() {
    const CityLayers layers = synthetic();
    const LandUseGrid& use = layers.landUse[0];
    std::size_t water = 0;
    for (std::size_t i = 0; i < use.grid.size(); ++i) {
        const Cell cell = use.grid.cellAt(i);
        if (use.sharesOf(cell)[0] < 1) continue; // not all water
        ++water;
        QCOMPARE(layers.populationGrids[0].densityOf(cell), std::optional(0.0));
        const geo::LatLon place = use.grid.centreOf(cell);
        for (const Building& house : layers.buildings[0].buildings)
            QVERIFY(distance_m(house.outline, place) > 0);
    }
    QVERIFY(water > 10);
}

void CityTest::syntheticCityRefusesWhatItCannotMake_data() {
    QTest::addColumn<double>("side_m");
    QTest::addColumn<double>("cell_m");
    QTest::addColumn<double>("latitude");
    QTest::newRow("too small") << 400.0 << 100.0 << 37.5;
    QTest::newRow("too large") << 30'000.0 << 100.0 << 37.5;
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 100.0 << 37.5;
    QTest::newRow("cells too small") << 3000.0 << 5.0 << 37.5;
    QTest::newRow("at the pole") << 3000.0 << 100.0 << 89.0;
}

void CityTest::syntheticCityRefusesWhatItCannotMake() {
    QFETCH(double, side_m);
    QFETCH(double, cell_m);
    QFETCH(double, latitude);
    const auto refused =
        syntheticCity({.centre = {latitude, 127}, .width_m = side_m, .height_m = side_m, .cell_m = cell_m, .seed = 1});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("BAD_SYNTHETIC_CITY"));
}

void CityTest::manyBuildingsAreFoundFast() {
    const CityData city(synthetic(1, 6000));
    const std::size_t all = city.layers().buildings[0].buildings.size();
    QVERIFY2(all > 5000, qPrintable(QString::number(all)));
    const auto grid = gridAround(cityHall, 6000, 6000, 100);
    QVERIFY_RESULT(grid);
    QElapsedTimer timer;
    timer.start();
    std::size_t found = 0;
    for (std::size_t i = 0; i < grid->size(); ++i)
        found += city.buildingsIn(grid->boxOf(grid->cellAt(i))).size();
    QVERIFY(found >= all);           // each is in one cell at least
    QVERIFY(timer.elapsed() < 3000); // 3,600 look-ups; looking at each building each time takes minutes under ASan
    qInfo("%zu buildings, %lld ms for 3,600 cells", all, static_cast<long long>(timer.elapsed()));
}

QTEST_APPLESS_MAIN(CityTest)
#include "city_test.moc"
