#include "core/geo/mercator.h"
#include "server/tiles/map_extract.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <atomic>
#include <future>

using namespace haneul;
using namespace haneul::tiles;

namespace {

MapPoint at(double latitude_deg, double longitude_deg) {
    const double half_m = geo::tileBounds_m(0, 0, 0).east;
    const auto unit = geo::toMercator({latitude_deg, longitude_deg});
    return {(unit.x - 0.5) * 2 * half_m, (0.5 - unit.y) * 2 * half_m};
}

MapFeature lineFeature(MapLine line, std::vector<Attribute> attributes = {}) {
    return {.shape = {.kind = ShapeKind::Lines, .lines = {std::move(line)}, .polygonStarts = {}},
            .attributes = std::move(attributes)};
}

MapFeature pointFeature(MapPoint point, std::vector<Attribute> attributes) {
    return {.shape = {.kind = ShapeKind::Points, .lines = {{point}}, .polygonStarts = {}},
            .attributes = std::move(attributes)};
}

constexpr MapArea seoul{{37.55, 126.99}, 20'000};

bool inside(const MapExtract& extract, geo::LatLon place) {
    constexpr double little = 1e-7;
    return place.latitude_deg > extract.southWest.latitude_deg - little &&
           place.latitude_deg < extract.northEast.latitude_deg + little &&
           place.longitude_deg > extract.southWest.longitude_deg - little &&
           place.longitude_deg < extract.northEast.longitude_deg + little;
}

Result<MapExtract> readFrom(MapReader& reader, const MapArea& area) {
    std::promise<Result<MapExtract>> promise;
    auto future = promise.get_future();
    reader.request(&promise, area, [&](Result<MapExtract> extract) { promise.set_value(std::move(extract)); });
    return future.get();
}

} // namespace

class MapExtractTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesAreCutAtTheEdge();
    void waterIsCutAtTheEdge();
    void attributesBecomeFields();
    void emptyPackGivesEmptyExtract();
    void realPackHasWhatSeoulHas();
    void missingPackIsSaid();
    void forgottenIsNeverCalled();
};

void MapExtractTest::linesAreCutAtTheEdge() {
    MapPack pack;
    // In, out to the east, back in: two pieces; another one far away.
    pack.layers["river"].features = {
        lineFeature({at(37.55, 126.99), at(37.55, 128.0), at(37.6, 128.0), at(37.6, 126.99)}),
        lineFeature({at(35, 129), at(35.1, 129.1)})};
    const MapExtract extract = extractOf(pack, seoul);
    QCOMPARE(extract.rivers.size(), 2U);
    for (const GeoLine& line : extract.rivers)
        for (const geo::LatLon place : line)
            QVERIFY(inside(extract, place));
    QVERIFY(std::abs(extract.rivers[0].back().longitude_deg - extract.northEast.longitude_deg) < 1e-7);
}

void MapExtractTest::waterIsCutAtTheEdge() {
    MapPack pack;
    MapFeature sea{.shape = {.kind = ShapeKind::Polygons,
                             .lines = {{at(30, 120), at(30, 126.99), at(45, 126.99), at(45, 120), at(30, 120)},
                                       {at(37.5, 126.9), at(37.5, 126.95), at(37.55, 126.95), at(37.5, 126.9)},
                                       {at(31, 121), at(31, 122), at(32, 122), at(31, 121)}},
                             .polygonStarts = {0}},
                   .attributes = {}};
    pack.layers["sea"].features = {sea};
    pack.layers["sea_world"].attributeNames = {"part"};
    sea.attributes = {std::string("near")}; // the detailed one stands for it
    pack.layers["sea_world"].features = {sea};
    const MapExtract extract = extractOf(pack, seoul);
    QCOMPARE(extract.water.size(), 1U);
    QCOMPARE(extract.water[0].rings.size(), 2U); // with the island that is here
    for (const geo::LatLon place : extract.water[0].rings[0]) {
        QVERIFY(inside(extract, place));
        QVERIFY(place.longitude_deg < 126.99 + 1e-7);
    }
    QVERIFY(extract.water[0].rings[0].front() == extract.water[0].rings[0].back());
}

void MapExtractTest::attributesBecomeFields() {
    MapPack pack;
    pack.layers["aerodrome"].attributeNames = {"ident", "icao", "name_en", "type", "elevation_ft"};
    pack.layers["aerodrome"].features = {
        pointFeature(at(37.558, 126.79), {std::string("RKSS"), std::string("RKSS"), std::string("Gimpo"),
                                          std::string("large_airport"), std::int64_t{59}}),
        pointFeature(at(37.5, 127.0), {std::string("KR-1"), std::monostate{}, std::string("Strip"),
                                       std::string("small_airport"), std::monostate{}}),
        pointFeature(at(33.5, 126.5), {std::string("RKPC"), std::string("RKPC"), std::string("Jeju"),
                                       std::string("large_airport"), std::int64_t{118}})};
    pack.layers["runway"].attributeNames = {"width_m"};
    pack.layers["runway"].features = {lineFeature({at(37.54, 126.78), at(37.57, 126.81)}, {60.0})};
    pack.layers["border"].attributeNames = {"kind"};
    pack.layers["border"].features = {lineFeature({at(37.5, 126.9), at(37.6, 126.9)}, {std::string("province")}),
                                      lineFeature({at(37.5, 127.0), at(37.6, 127.0)}, {std::string("country")}),
                                      lineFeature({at(37.5, 127.1), at(37.6, 127.1)}, {std::string("district")})};
    const MapExtract extract = extractOf(pack, seoul);
    QCOMPARE(extract.airfields.size(), 2U);
    QVERIFY(extract.airfields[0].kind == AirfieldKind::LargeAirport);
    QCOMPARE(extract.airfields[0].code, "RKSS");
    QVERIFY(std::abs(extract.airfields[0].elevation_m.value() - 17.98) < 0.01);
    QCOMPARE(extract.airfields[1].code, "KR-1");
    QVERIFY(!extract.airfields[1].elevation_m);
    QCOMPARE(extract.runways.size(), 1U);
    QCOMPARE(extract.runways[0].width_m, 60.0);
    QCOMPARE(extract.provinceBorders.size(), 1U);
    QCOMPARE(extract.countryBorders.size(), 1U);
    QCOMPARE(extract.districtBorders.size(), 1U);
}

void MapExtractTest::emptyPackGivesEmptyExtract() {
    const MapExtract extract = extractOf({}, seoul);
    QVERIFY(extract.area == seoul);
    QVERIFY(extract.water.empty() && extract.airfields.empty() && extract.places.empty());
}

void MapExtractTest::realPackHasWhatSeoulHas() {
    MapReader reader(std::filesystem::path(HANEUL_SOURCE) / "maps" / "korea.gpkg");
    const auto extract = readFrom(reader, seoul);
    QVERIFY_RESULT(extract);
    const auto named = [&](std::string_view code) {
        return std::ranges::contains(extract->airfields, code, &Airfield::code);
    };
    QVERIFY(named("RKSS") && named("RKSM") && !named("RKPC"));
    QVERIFY(
        std::ranges::any_of(extract->airfields, [](const Airfield& a) { return a.kind == AirfieldKind::Heliport; }));
    QVERIFY(!extract->places.empty());
    QCOMPARE(extract->places.front().korean, "서울");
    QVERIFY(!extract->provinceBorders.empty());
    QVERIFY(!extract->water.empty()); // the estuary of the Han
}

void MapExtractTest::missingPackIsSaid() {
    MapReader reader("/nowhere/korea.gpkg");
    const auto extract = readFrom(reader, seoul);
    QVERIFY(!extract);
    QCOMPARE(extract.error().code, "MAP_PACK_MISSING");
}

void MapExtractTest::forgottenIsNeverCalled() {
    MapReader reader(std::filesystem::path(HANEUL_SOURCE) / "maps" / "korea.gpkg");
    std::atomic<int> calls{0};
    const int first = 0, second = 0;
    reader.request(&first, seoul, [&](const Result<MapExtract>&) { ++calls; });
    reader.request(&second, seoul, [&](const Result<MapExtract>&) { ++calls; });
    reader.forget(&second);
    reader.forget(&first);
    const int now = calls;
    QVERIFY(now <= 1);
    QVERIFY_RESULT(readFrom(reader, seoul)); // the reader goes on, and what was forgotten stays so
    QCOMPARE(calls.load(), now);
}

QTEST_APPLESS_MAIN(MapExtractTest)
#include "map_extract_test.moc"
