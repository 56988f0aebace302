#include "core/city/synthetic_city.h"
#include "core/risk/ground/from_city.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/risk_map.h"
#include "core/sim/random.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::risk::ground;

// Maps over the synthetic city: the same as cell by cell, unknown where nothing is known, faster from the cache.
class GroundMapTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aMapIsItsCells_data();
    void aMapIsItsCells();                       // R-RSK-11
    void theCellsAreWhatAPlainLookFinds();       // R-RSK-11 R-RSK-16
    void sixtyBySixtyOfBothSizes();              // R-RSK-11
    void theAmenityModelIsHigherNearAmenities(); // R-RSK-13
    void nightDiffersFromNoonAndPeopleStay();    // R-RSK-14
    void outsideOfWhatIsKnownNothingIsJudged();
    void buildingsWithoutHeightAreNotLow(); // R-RSK-16
    void uncountedRoadsAreNotQuiet();
    void tilesAreKept();
    void aMapCanBeCancelled();
    void badGridsAreRefused();
    void aPathIsTheSumOfItsCells();   // R-RSK-21
    void aPathOverTheUnknownSaysSo(); // R-RSK-21
    void pathsNeedARate();
    void explanationsNameTheirLayers(); // R-RSK-18 R-RSK-20

private:
    [[nodiscard]] const Picture& picture() const { return m_located->picture; }

    std::optional<LocatedPicture> m_located;
};

namespace {

constexpr geo::LatLon centre{37.5665, 126.978};

Settings settingsOf(Model model, double height_m = 60) {
    Settings settings = printedSettings(model);
    settings.height_m = height_m;
    if (model == Model::Sum)
        settings.sum = {Model::PeopleAmenityArea, Model::TrafficRoad, Model::BuildingCombined, {1.0, 1.0, 1e-6}};
    return settings;
}

PlacedBuilding square(Place_m middle, double side_m, std::optional<double> height_m) {
    const double h = side_m / 2;
    return {middle,
            side_m * side_m,
            height_m,
            {{middle.east - h, middle.north - h},
             {middle.east + h, middle.north - h},
             {middle.east + h, middle.north + h},
             {middle.east - h, middle.north + h}}};
}

} // namespace

void GroundMapTest::initTestCase() {
    auto layers = city::syntheticCity({.centre = centre, .width_m = 2500, .height_m = 2500, .seed = 7});
    QVERIFY_RESULT(layers);
    m_located = pictureOf(city::CityData(*std::move(layers)), centre, "test");
    QVERIFY(picture().parts().synthetic);
    QVERIFY(picture().parts().buildings->size() > 500);
    QVERIFY(!picture().parts().amenities->empty());
}

void GroundMapTest::aMapIsItsCells_data() {
    QTest::addColumn<int>("model");
    for (const Model model : allModels)
        QTest::newRow(std::string(toString(model)).c_str()) << static_cast<int>(model);
}

void GroundMapTest::aMapIsItsCells() {
    QFETCH(int, model);
    const Settings settings = settingsOf(static_cast<Model>(model));
    const Grid grid{{-1003.7, -998.2}, 17, 110, 105}; // four tiles, and cells beside every line
    const auto map = riskMap(picture(), settings, grid);
    QVERIFY_RESULT(map);
    sim::Random random(11);
    std::size_t judged = 0;
    for (int i = 0; i < 100; ++i) {
        const std::size_t column = random.below(grid.columns), row = random.below(grid.rows);
        QCOMPARE(map->at(column, row), cellCost(picture(), settings, grid, column, row));
        const auto explained = explainCell(picture(), settings, grid, column, row);
        QVERIFY_RESULT(explained);
        QCOMPARE(explained->value, map->at(column, row));
        judged += map->at(column, row) ? 1 : 0;
    }
    QVERIFY(judged > 80);
}

// Against the lists themselves, without buckets, candidates or tiles.
void GroundMapTest::theCellsAreWhatAPlainLookFinds() {
    const Grid grid{{-600, -600}, 25, 48, 48};
    const auto combined = riskMap(picture(), settingsOf(Model::BuildingCombined, 20), grid);
    const auto area = riskMap(picture(), settingsOf(Model::BuildingArea), grid);
    const auto people = riskMap(picture(), settingsOf(Model::PeopleAmenityArea), grid);
    const auto amenity = riskMap(picture(), settingsOf(Model::TrafficAmenity), grid);
    QVERIFY(combined && area && people && amenity);
    std::vector<Building> buildings;
    for (const PlacedBuilding& one : *picture().parts().buildings) {
        if (!one.height_m) continue;
        buildings.push_back({one.centre, one.footprint_m2, *one.height_m});
    }
    sim::Random random(3);
    for (int i = 0; i < 60; ++i) {
        const std::size_t column = random.below(grid.columns), row = random.below(grid.rows);
        const Place_m place = grid.centreOf(column, row);
        if (const auto value = combined->at(column, row)) {
            const double plain = *chanceToMeetAny(buildings, place, 20, NavigationError{});
            QVERIFY(std::abs(*value - plain) <= 1e-15 + 1e-9 * plain);
        }
        double nearest = 1e300;
        for (const PlacedBuilding& one : *picture().parts().buildings)
            nearest = std::min(nearest, std::hypot(one.centre.east - place.east, one.centre.north - place.north));
        QVERIFY(area->at(column, row));
        QVERIFY(std::abs(*area->at(column, row) - *buildingByArea_perM(nearest)) < 1e-12);
        std::vector<Amenity> amenities;
        for (const PlacedAmenity& one : *picture().parts().amenities)
            amenities.push_back(one.weekday);
        const auto factor = amenityFactor(amenities, place, 12 * 3600.0, 0);
        const auto here = picture().parts().residents(place, {}, nullptr);
        const auto plain =
            peopleCost(vehicles().front(), 60, *here.people_perKm2, factor->factor, here.shelter.value_or(0));
        if (const auto value = people->at(column, row))
            QVERIFY(std::abs(*value - plain->risk_perFlightHour) <= 1e-12 * plain->risk_perFlightHour);
    }
}

void GroundMapTest::sixtyBySixtyOfBothSizes() {
    for (const double cell_m : {100.0, 10.0}) {
        const Grid grid{{-30 * cell_m, -30 * cell_m}, cell_m, 60, 60};
        const auto map = riskMap(picture(), settingsOf(Model::PeopleUniform), grid);
        QVERIFY_RESULT(map);
        const MapSummary summary = map->summary();
        QCOMPARE(summary.cells, std::size_t{3600});
        QVERIFY(summary.mean && summary.most && *summary.most >= *summary.mean && *summary.least <= *summary.mean);
    }
}

void GroundMapTest::theAmenityModelIsHigherNearAmenities() {
    // One school in the middle of an even plain: model B is above model A near it and below far away.
    PictureParts parts;
    parts.residents = [](Place_m, const Moment&, Explanation*) { return Residents{10'000, 0.5}; };
    parts.amenities = {{PlacedAmenity{{.polygon = {{0, 0}}}, alwaysOne}}};
    const Picture plain(std::move(parts));
    const Grid grid{{-3000, -3000}, 100, 60, 60};
    const auto a = riskMap(plain, settingsOf(Model::PeopleUniform), grid),
               b = riskMap(plain, settingsOf(Model::PeopleAmenity), grid);
    QVERIFY(a && b);
    const MapSummary uniform = a->summary(), amenity = b->summary();
    QCOMPARE(*uniform.mean, *uniform.most);
    QVERIFY(*amenity.most > 2.7 * *uniform.most);
    QVERIFY(*amenity.meanNear > *uniform.meanNear);
    QVERIFY(*amenity.meanElsewhere < *uniform.meanElsewhere);
    QCOMPARE(uniform.nearAmenities, amenity.nearAmenities);
    const double disc = std::numbers::pi * 1000 * 1000 / (100 * 100);
    QVERIFY(std::abs(static_cast<double>(*uniform.nearAmenities) - disc) < 20);
}

void GroundMapTest::nightDiffersFromNoonAndPeopleStay() {
    const Grid grid{{-1000, -1000}, 50, 40, 40};
    Settings noon = settingsOf(Model::PeopleUniform), night = noon;
    night.moment.timeOfDay_s = 3 * 3600.0;
    const Crowd atNoon = peopleIn(picture(), grid, noon.moment), atNight = peopleIn(picture(), grid, night.moment);
    QVERIFY(atNoon.people > 1000);
    QVERIFY(std::abs(atNoon.people - atNight.people) > 0.01 * atNoon.people);
    night.peopleScale = atNoon.people / atNight.people;
    const auto day = riskMap(picture(), noon, grid), dark = riskMap(picture(), night, grid);
    QVERIFY(day && dark);
    std::size_t different = 0;
    for (std::size_t i = 0; i < grid.size(); ++i)
        if (day->at(i % 40, i / 40) != dark->at(i % 40, i / 40)) ++different;
    QVERIFY(different > grid.size() / 2);
    // The same number of people, elsewhere.
    double people = 0;
    for (std::size_t row = 0; row < 40; ++row)
        for (std::size_t column = 0; column < 40; ++column)
            people += picture()
                          .parts()
                          .residents(grid.centreOf(column, row), night.moment, nullptr)
                          .people_perKm2.value_or(0) *
                      night.peopleScale * 50 * 50 * 1e-6;
    QVERIFY(std::abs(people - atNoon.people) < 1e-6 * people);
    Settings weekend = noon;
    weekend.moment.day = DayType::Weekend;
    const auto free = riskMap(picture(), weekend, grid);
    QVERIFY(free->summary().mean != day->summary().mean);
}

void GroundMapTest::outsideOfWhatIsKnownNothingIsJudged() {
    const Grid away{{20'000, 20'000}, 100, 10, 10};
    for (const Model model : {Model::PeopleUniform, Model::PeopleAmenityArea, Model::TrafficRoad, Model::BuildingArea,
                              Model::BuildingCombined, Model::BuildingCover, Model::Sum}) {
        const auto map = riskMap(picture(), settingsOf(model), away);
        QVERIFY_RESULT(map);
        const MapSummary summary = map->summary();
        QCOMPARE(summary.notJudged, std::size_t{100});
        QVERIFY(!summary.mean && !summary.most && !summary.least);
    }
    const Picture nothing{PictureParts{}};
    const auto map = riskMap(nothing, settingsOf(Model::PeopleAmenity), {{0, 0}, 10, 3, 3});
    QVERIFY(!map->at(1, 1));
    QVERIFY(!map->summary().nearAmenities);
}

void GroundMapTest::buildingsWithoutHeightAreNotLow() {
    PictureParts parts;
    parts.buildings = {{square({0, 0}, 20, 30), square({200, 0}, 20, std::nullopt), square({400, 0}, 20, 30)}};
    const Picture picture(std::move(parts));
    const Grid row{{-5, -5}, 10, 41, 1};
    const auto map = riskMap(picture, settingsOf(Model::BuildingCombined, 50), row);
    QVERIFY_RESULT(map);
    QVERIFY(map->at(0, 0));
    QVERIFY(!map->at(20, 0)); // over the one nobody measured
    QVERIFY(map->at(40, 0));
    const auto cover = riskMap(picture, settingsOf(Model::BuildingCover, 5), row);
    QVERIFY(*cover->at(0, 0) > 0.5 && *cover->at(10, 0) == 0);
}

void GroundMapTest::uncountedRoadsAreNotQuiet() {
    PictureParts parts;
    parts.roads = {{PlacedRoad{{{0, 5}, {100, 5}}, 0.1, 10.0, 24'000.0, 50.0},
                    PlacedRoad{{{0, 25}, {100, 25}}, 0.1, 10.0, std::nullopt, 50.0},
                    PlacedRoad{{{0, 45}, {100, 45}}, 0.1, std::nullopt, 24'000.0, 50.0}}};
    parts.amenities = {{PlacedAmenity{{.polygon = {{50, 50}}}, alwaysOne}}};
    const Picture picture(std::move(parts));
    const Grid grid{{0, 0}, 10, 10, 5};
    const auto roads = riskMap(picture, settingsOf(Model::TrafficRoad), grid);
    const auto spread = riskMap(picture, settingsOf(Model::TrafficAmenity), grid);
    QVERIFY(roads && spread);
    QVERIFY(!roads->at(4, 2) && !spread->at(4, 2)); // not counted
    QVERIFY(!roads->at(4, 4) && spread->at(4, 4));  // no width: how much of it is vehicle is not known
    QCOMPARE(roads->at(4, 1), std::optional(0.0));  // looked at, and no road
    // 24,000 a day at 50 km/h: 20 vehicles per km.
    const double hits = 8 * 20.0 / (1000 * 10.0);
    QVERIFY(std::abs(*roads->at(4, 0) - 3.42e-4 * hits * 0.006) < 1e-15);
}

void GroundMapTest::tilesAreKept() {
    TileCache cache(200);
    const Grid grid{{-640, -640}, 10, 128, 128};
    const Settings settings = settingsOf(Model::PeopleAmenity);
    const auto first = riskMap(picture(), settings, grid, &cache);
    QCOMPARE(cache.size(), std::size_t{4});
    QCOMPARE(cache.hits(), std::size_t{0});
    // Moved by one tile: half of it is there already, and the values are the same.
    const Grid moved{{0, -640}, 10, 128, 128};
    const auto second = riskMap(picture(), settings, moved, &cache);
    QCOMPARE(cache.hits(), std::size_t{2});
    QCOMPARE(second->at(5, 5), first->at(69, 5));
    // Anything else is another tile.
    Settings other = settings;
    other.height_m += 1;
    QVERIFY(keyOf(other) != keyOf(settings));
    static_cast<void>(riskMap(picture(), other, grid, &cache));
    QCOMPARE(cache.hits(), std::size_t{2});
    // A small cache forgets the oldest.
    TileCache small(1);
    static_cast<void>(riskMap(picture(), settings, grid, &small));
    QCOMPARE(small.size(), std::size_t{1});
}

void GroundMapTest::aMapCanBeCancelled() {
    double last = 0;
    int asked = 0;
    const Grid grid{{-640, -640}, 10, 128, 128};
    const auto stopped = riskMap(picture(), settingsOf(Model::PeopleUniform), grid, nullptr, [&](double done) {
        QTEST_ASSERT(done > last);
        last = done;
        return ++asked < 2;
    });
    QCOMPARE(stopped.error().code, std::string("CANCELLED"));
    QCOMPARE(asked, 2);
    QCOMPARE(last, 0.5);
}

void GroundMapTest::badGridsAreRefused() {
    for (const Grid& grid : {Grid{{0, 0}, 0.5, 3, 3}, Grid{{0, 0}, 10, 0, 3}, Grid{{0, 0}, 10, 3000, 3000},
                             Grid{{std::nan(""), 0}, 10, 3, 3}, Grid{{0, 0}, 20'000, 3, 3}})
        QCOMPARE(riskMap(picture(), settingsOf(Model::PeopleUniform), grid).error().code, std::string("BAD_GRID"));
    QCOMPARE(explainCell(picture(), settingsOf(Model::PeopleUniform), {{0, 0}, 10, 3, 3}, 3, 0).error().code,
             std::string("BAD_GRID"));
}

void GroundMapTest::aPathIsTheSumOfItsCells() {
    const Settings settings = settingsOf(Model::PeopleUniform);
    const Place_m corner{-1000, -1000};
    const std::vector<Leg> legs{{{-813, -702}, {455, 390}, 60, 60, 12}, {{455, 390}, {455, -200}, 60, 60, 6}};
    const auto path = pathRisk(picture(), settings, corner, 50, legs);
    QVERIFY_RESULT(path);
    QVERIFY(path->fatalities_perFlight);
    const double length_m = std::hypot(1268, 1092) + 590;
    QVERIFY(std::abs(path->length_m - length_m) < 1e-6);
    QVERIFY(std::abs(path->time_s - (std::hypot(1268, 1092) / 12 + 590.0 / 6)) < 1e-6);
    const Grid grid{corner, 50, 40, 40};
    double sum = 0;
    for (const CrossedCell& cell : path->cells) {
        const auto risk = cellCost(picture(), settings, grid, static_cast<std::size_t>(cell.column),
                                   static_cast<std::size_t>(cell.row));
        QCOMPARE(cell.risk_perFlightHour, risk);
        sum += *risk * cell.length_m / cell.groundSpeed_mps / 3600;
    }
    QVERIFY(std::abs(sum - *path->fatalities_perFlight) < 1e-12 * sum);
    // Higher up it hits harder.
    std::vector<Leg> high = legs;
    for (Leg& leg : high)
        leg.fromHeight_m = leg.toHeight_m = 120;
    QVERIFY(*pathRisk(picture(), settings, corner, 50, high)->fatalities_perFlight > *path->fatalities_perFlight);
}

void GroundMapTest::aPathOverTheUnknownSaysSo() {
    const std::vector<Leg> out{{{0, 0}, {30'000, 0}, 60, 60, 10}};
    const auto path = pathRisk(picture(), settingsOf(Model::PeopleUniform), {0, 0}, 100, out);
    QVERIFY_RESULT(path);
    QVERIFY(!path->fatalities_perFlight);
    QVERIFY(path->judged_perFlight > 0);
    QVERIFY(path->notJudged_m > 20'000);
}

void GroundMapTest::pathsNeedARate() {
    const std::vector<Leg> leg{{{0, 0}, {100, 0}, 60, 60, 10}};
    const auto code = [&](const Settings& settings, const std::vector<Leg>& legs, double cell_m = 50) {
        const auto path = pathRisk(picture(), settings, {0, 0}, cell_m, legs);
        return path ? std::string("accepted") : path.error().code;
    };
    QCOMPARE(code(settingsOf(Model::BuildingArea), leg), std::string("NOT_A_RATE"));
    QCOMPARE(code(settingsOf(Model::Sum), leg), std::string("NOT_A_RATE"));
    Settings sum = settingsOf(Model::Sum);
    sum.sum.building.reset();
    QCOMPARE(code(sum, leg), std::string("accepted"));
    const Settings people = settingsOf(Model::PeopleUniform);
    QCOMPARE(code(people, {}), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(people, {{{0, 0}, {1, 0}, 60, 60, 0}}), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(people, {{{0, 0}, {1, 0}, -60, 60, 1}}), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(people, {{{0, 0}, {1e6, 0}, 60, 60, 1}}, 1), std::string("TOO_COSTLY"));
    QCOMPARE(code(people, leg, 0.1), std::string("BAD_GRID"));
}

void GroundMapTest::explanationsNameTheirLayers() {
    const auto cell = explainCell(picture(), settingsOf(Model::PeopleAmenityArea), {{-500, -500}, 100, 10, 10}, 4, 4);
    QVERIFY_RESULT(cell);
    const Step* density = cell->explanation.find("density");
    QVERIFY(density != nullptr && density->value);
    QVERIFY(!density->from.empty()); // of the classes of land use
    double sum = 0;
    for (const std::string& part : density->from)
        if (part.starts_with("land_use:")) sum += *cell->explanation.find(part)->value;
    QVERIFY(sum > 0);
    QVERIFY(std::ranges::any_of(picture().parts().provenance,
                                [](const std::string& line) { return line.contains("SYNTHETIC"); }));
}

QTEST_GUILESS_MAIN(GroundMapTest)
#include "map_test.moc"
