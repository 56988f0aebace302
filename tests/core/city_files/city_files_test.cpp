#include "core/city/city_data.h"
#include "core/city_files/csv_table.h"
#include "core/city_files/hours.h"
#include "core/city_files/layer_import.h"
#include "core/city_files/wkt.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace haneul;
using namespace haneul::city_files;

namespace {

const Provenance measured{"Test", "own numbers", "2026-11-01", false};

ImportOptions optionsFor(LayerKind kind) {
    ImportOptions options;
    options.kind = kind;
    options.provenance = measured;
    return options;
}

Row polygonRow(std::uint64_t number, std::vector<std::string> values, double side_deg = 0.001,
               geo::LatLon at = {37.5, 127}) {
    Row row{.number = number, .shape = {}, .values = std::move(values)};
    row.shape.kind = Shape::Kind::Polygons;
    row.shape.polygons = {{.outer = {at,
                                     {at.latitude_deg, at.longitude_deg + side_deg},
                                     {at.latitude_deg + side_deg, at.longitude_deg + side_deg},
                                     {at.latitude_deg + side_deg, at.longitude_deg}},
                           .holes = {}}};
    return row;
}

Raster heights() {
    return {.southWest = {37.5, 127.0},
            .rowStep_deg = 0.01,
            .columnStep_deg = 0.01,
            .rows = 2,
            .columns = 3,
            .values = {10, 20, 30, 40, std::numeric_limits<float>::quiet_NaN(), 60},
            .unit = "m",
            .datum = geo::HeightDatum::Amsl,
            .reference = "EPSG:4326",
            .resampled = false};
}

Table houses() {
    return {.columns = {"Height", "sheltering", "name"},
            .rows = {polygonRow(1, {"12.5", "low_rise", "A"}), polygonRow(2, {"", "", "B"}),
                     polygonRow(3, {"12,5", "", "C"}), polygonRow(4, {"3400", "", "D"}),
                     polygonRow(5, {"0", "glass", "E"})},
            .reference = "EPSG:5179"};
}

std::string verdicts(const ImportReport& report) {
    std::string text;
    for (const RowReport& row : report.rows)
        text += std::to_string(row.row) + ' ' + std::string(toString(row.verdict)) + ' ' + row.code + '\n';
    return text;
}

} // namespace

class CityFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plainDataComesBackAsItWas();
    void cutPlainDataIsRefused(); // at every byte
    void plainDataThatPromisesTooMuchIsRefused();
    void wellKnownTextIsRead_data();
    void wellKnownTextIsRead();
    void csvIsReadAsItIsWritten();
    void brokenCsvIsRefused_data();
    void brokenCsvIsRefused();
    void csvLinesAreRoads();
    void everyRowOfABuildingFileIsReported(); // R-RSK-20
    void heightsAreInTheUnitThatWasSaid_data();
    void heightsAreInTheUnitThatWasSaid();
    void swappedAndProjectedPlacesAreRefused_data();
    void swappedAndProjectedPlacesAreRefused(); // R-RSK-20
    void whatLiesOutsideTheAreaIsQuarantined();
    void peopleOfADistrictBecomeADensity();
    void peopleAtPointsNeedACell();
    void columnsMayBeNamed();
    void missingColumnsAreAskedFor();
    void elevationKeepsItsDatumOrSaysThatItIsUnknown();
    void elevationInOtherUnitsIsTurnedOrRefused();
    void populationRasterIsPerAreaOrPerCell();
    void wrongContentsAreRefused();
    void everyCodeIsSaidInEnglish();
    void troublesAreCodesWithValues();
    void profilesAreTwentyFourNumbers_data();
    void profilesAreTwentyFourNumbers();
    void openingHoursAreRead_data();
    void openingHoursAreRead(); // R-RSK-20
    void amenitiesHaveHours();  // R-RSK-20
    void landUseBecomesCells(); // R-RSK-20
    void landUseRowsAreReported();
    void ofTwoKindsOfGroundTheLaterCounts();
    void hostileLandUseIsRefused_data();
    void hostileLandUseIsRefused(); // R-RSK-20
};

void CityFilesTest::plainDataComesBackAsItWas() {
    Table table = houses();
    table.rows.push_back({.number = 6, .shape = {}, .values = {"", "", ""}});
    table.rows.back().shape.trouble = "no geometry";
    table.rows.push_back({.number = 7, .shape = {}, .values = {"1", "2", "3"}});
    table.rows.back().shape.kind = Shape::Kind::Lines;
    table.rows.back().shape.lines = {{{37, 127}, {37.1, 127}}, {}};
    table.rows[0].shape.polygons[0].holes = {{{37.5002, 127.0002}, {37.5002, 127.0004}, {37.5004, 127.0003}}};
    const auto read = readPlain(writePlain(table));
    QVERIFY_RESULT(read);
    QVERIFY(std::get<Table>(*read) == table);
    const auto raster = readPlain(writePlain(heights()));
    QVERIFY_RESULT(raster);
    QVERIFY(std::get<Raster>(*raster) == heights());
}

void CityFilesTest::cutPlainDataIsRefused() {
    for (const std::string& whole : {writePlain(houses()), writePlain(heights())}) {
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto read = readPlain(std::string_view(whole).substr(0, size));
            QVERIFY2(!read, qPrintable(QString::number(size)));
            QCOMPARE(read.error().code, std::string("BAD_PLAIN_DATA"));
        }
        QVERIFY(!readPlain(whole + 'x'));
    }
}

void CityFilesTest::plainDataThatPromisesTooMuchIsRefused() {
    Raster raster = heights();
    raster.rows = 4'000'000;
    raster.columns = 4'000'000;
    QVERIFY(!readPlain(writePlain(raster)));
    std::string table = writePlain(Table{.columns = {}, .rows = {}, .reference = {}});
    table.replace(table.size() - 4, 4, "\xFF\xFF\xFF\x7F"); // two thousand million rows
    QVERIFY(!readPlain(table));
}

void CityFilesTest::wellKnownTextIsRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind"); // of Shape::Kind
    QTest::addColumn<int>("parts");
    const auto row = [](const char* text, Shape::Kind kind, int parts) {
        QTest::newRow(text) << QString::fromUtf8(text) << static_cast<int>(kind) << parts;
    };
    row("POINT (127 37.5)", Shape::Kind::Points, 1);
    row("srid=4326;POINT(127 37.5)", Shape::Kind::None, 0);
    row("SRID=4326;Point Z(127 37.5 12)", Shape::Kind::Points, 1);
    row("MULTIPOINT ((127 37.5), (127.1 37.5))", Shape::Kind::Points, 2);
    row("MULTIPOINT (127 37.5, 127.1 37.5)", Shape::Kind::Points, 2);
    row("LINESTRING(127 37.5,127.1 37.6)", Shape::Kind::Lines, 1);
    row("MULTILINESTRING((127 37,127 38),(126 37,126 38))", Shape::Kind::Lines, 2);
    row("POLYGON((127 37,128 37,128 38,127 37),(127.5 37.1,127.6 37.1,127.6 37.2,127.5 37.1))", Shape::Kind::Polygons,
        1);
    row("MULTIPOLYGON(((127 37,128 37,128 38,127 37)))", Shape::Kind::Polygons, 1);
    row("POLYGON EMPTY", Shape::Kind::None, 0);
    row("CIRCULARSTRING(0 0,1 1,2 0)", Shape::Kind::None, 0);
    row("POINT (127)", Shape::Kind::None, 0);
    row("POINT (127 37.5) x", Shape::Kind::None, 0);
    row("POLYGON((127 37", Shape::Kind::None, 0);
    row("", Shape::Kind::None, 0);
}

void CityFilesTest::wellKnownTextIsRead() {
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(int, parts);
    const Shape shape = shapeFromWkt(text.toStdString());
    QCOMPARE(static_cast<int>(shape.kind), kind);
    QCOMPARE(static_cast<int>(shape.points.size() + shape.lines.size() + shape.polygons.size()), parts);
    QCOMPARE(shape.trouble.empty(), shape.kind != Shape::Kind::None);
    for (const geo::Polygon& polygon : shape.polygons)
        QCOMPARE(polygon.outer.size(), std::size_t(3)); // without the closing point
    for (const geo::LatLon point : shape.points)
        QCOMPARE(point.latitude_deg, 37.5);
}

void CityFilesTest::csvIsReadAsItIsWritten() {
    const auto table = readCsv("\xEF\xBB\xBFname;lat;LON;people_per_km2\r\n\"a;\"\"b\"\"\";37.5;127;100\r\n\r\n"
                               "\"two\nlines\";37.6;127.1; 200 \r\nc;37.x;127;1\nd;37;127\n");
    QVERIFY_RESULT(table);
    QCOMPARE(table->columns, (std::vector<std::string>{"name", "people_per_km2"}));
    QCOMPARE(table->rows.size(), std::size_t(4));
    QCOMPARE(table->rows[0].values[0], std::string("a;\"b\""));
    QVERIFY((table->rows[0].shape.points == std::vector<geo::LatLon>{{37.5, 127}}));
    QCOMPARE(table->rows[1].values[1], std::string("200"));
    QCOMPARE(table->rows[1].number, std::uint64_t(4));
    QCOMPARE(table->rows[2].number, std::uint64_t(6)); // the record before has two lines
    QVERIFY(table->rows[2].shape.kind == Shape::Kind::None);
    QCOMPARE(table->rows[3].shape.trouble, std::string("FIELD_COUNT\n3\n4"));
}

void CityFilesTest::brokenCsvIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("BAD_CSV");
    QTest::newRow("CP949") << QByteArray("lon,lat,name\n127,37,\xBC\xAD\xBF\xEF\n") << QStringLiteral("BAD_CSV");
    QTest::newRow("a NUL") << QByteArray("lon,lat\n1\0,2\n", 14) << QStringLiteral("BAD_CSV");
    QTest::newRow("open quote") << QByteArray("lon,lat,a\n127,37,\"x\n") << QStringLiteral("BAD_CSV");
    QTest::newRow("text behind a quote") << QByteArray("lon,lat,a\n127,37,\"x\"y\n") << QStringLiteral("BAD_CSV");
    QTest::newRow("one name twice") << QByteArray("lon,lat,a,A\n") << QStringLiteral("BAD_CSV");
    QTest::newRow("no place") << QByteArray("x,y,height\n1,2,3\n") << QStringLiteral("NO_PLACES");
    QTest::newRow("too wide") << QByteArray("lon,lat") + QByteArray(",").repeated(600)
                              << QStringLiteral("CSV_TOO_LARGE");
}

void CityFilesTest::brokenCsvIsRefused() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const auto table = readCsv(bytes.toStdString());
    QVERIFY(!table);
    QCOMPARE(QString::fromStdString(table.error().code), code);
}

void CityFilesTest::csvLinesAreRoads() {
    const auto table = readCsv("name,from_lon,from_lat,to_lon,to_lat,aadt,lanes\n"
                               "Sejong-daero,126.9769,37.5663,126.9770,37.5720,69676,8\nno count,127,37,127.1,37,,\n"
                               "half a lane,127,37,127.1,37,100,2.5\n");
    QVERIFY_RESULT(table);
    const auto imported = importLayer(*table, optionsFor(LayerKind::Traffic));
    QVERIFY_RESULT(imported);
    const auto& pieces = std::get<city::TrafficCounts>(imported->layer).pieces;
    QCOMPARE(pieces.size(), std::size_t(2));
    QCOMPARE(pieces[0].vehicles_per_day, std::optional(69'676.0));
    QCOMPARE(pieces[0].lanes, std::optional(8));
    QVERIFY(std::abs(city::widthOf_m(pieces[0]).value() - 26) < 1e-9);
    QVERIFY(!pieces[1].vehicles_per_day && !city::widthOf_m(pieces[1]));
    QCOMPARE(verdicts(imported->report), std::string("3 taken COUNT_UNKNOWN\n4 quarantined NOT_WHOLE\n"));
    QVERIFY(std::ranges::contains(imported->report.remarks, "REFERENCE_ASSUMED"));
}

void CityFilesTest::everyRowOfABuildingFileIsReported() {
    const auto imported = importLayer(houses(), optionsFor(LayerKind::Buildings));
    QVERIFY_RESULT(imported);
    const auto& buildings = std::get<city::Buildings>(imported->layer);
    QCOMPARE(buildings.provenance, measured);
    QCOMPARE(buildings.buildings.size(), std::size_t(3));
    QCOMPARE(buildings.buildings[0].height_m, std::optional(12.5));
    QVERIFY(buildings.buildings[0].sheltering == city::Sheltering::LowRise);
    QVERIFY(!buildings.buildings[1].height_m);
    QVERIFY(!buildings.buildings[2].height_m); // 0 is "not measured"
    QVERIFY(!buildings.buildings[2].sheltering);
    QCOMPARE(verdicts(imported->report),
             std::string("2 taken HEIGHT_UNKNOWN\n3 refused BAD_NUMBER\n4 quarantined SUSPECT_VALUE\n"
                         "5 taken HEIGHT_UNKNOWN\n5 taken SHELTERING_UNKNOWN\n"));
    const ImportReport& report = imported->report;
    QCOMPARE(report.taken + report.quarantined + report.refused, houses().rows.size());
    QCOMPARE(report.taken, std::size_t(3));
    QCOMPARE(report.rows[1].column, std::string("Height"));
    QCOMPARE(report.columns.at("height"), std::string("Height"));
    QCOMPARE(report.reference, std::string("EPSG:5179"));
    QVERIFY_RESULT(city::check(buildings));
}

void CityFilesTest::heightsAreInTheUnitThatWasSaid_data() {
    QTest::addColumn<QString>("unit");
    QTest::addColumn<double>("height_m");
    QTest::newRow("metres") << QStringLiteral("m") << 20.0;
    QTest::newRow("feet") << QStringLiteral("ft") << 6.096;
    QTest::newRow("floors") << QStringLiteral("floors") << 60.0;
}

void CityFilesTest::heightsAreInTheUnitThatWasSaid() {
    QFETCH(QString, unit);
    QFETCH(double, height_m);
    ImportOptions options = optionsFor(LayerKind::Buildings);
    options.heightUnit = heightUnitFrom(unit.toStdString()).value();
    const Table table{.columns = {"height"}, .rows = {polygonRow(1, {"20"})}, .reference = "EPSG:4326"};
    const auto imported = importLayer(table, options);
    QVERIFY_RESULT(imported);
    QCOMPARE(std::get<city::Buildings>(imported->layer).buildings[0].height_m.value(), height_m);
    QCOMPARE(std::ranges::contains(imported->report.remarks, "FLOORS_ASSUMED"), unit == QStringLiteral("floors"));
}

void CityFilesTest::swappedAndProjectedPlacesAreRefused_data() {
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<bool>("area");
    QTest::addColumn<QString>("code");
    QTest::newRow("swapped in Korea") << 127.0 << 37.5 << false << QStringLiteral("LON_LAT_SWAPPED");
    QTest::newRow("metres") << 1'950'000.0 << 955'000.0 << false << QStringLiteral("NOT_ON_EARTH");
    QTest::newRow("no number") << std::numeric_limits<double>::quiet_NaN() << 127.0 << false
                               << QStringLiteral("NOT_ON_EARTH");
    QTest::newRow("swapped in Spain, known by the area") << -3.7 << 40.4 << true << QStringLiteral("LON_LAT_SWAPPED");
}

void CityFilesTest::swappedAndProjectedPlacesAreRefused() {
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(bool, area);
    QFETCH(QString, code);
    ImportOptions options = optionsFor(LayerKind::Buildings);
    if (area) options.area = geo::Box{40, -4, 41, -3};
    const geo::LatLon good = area ? geo::LatLon{40.5, -3.5} : geo::LatLon{37.5, 127};
    const Table table{.columns = {"height"},
                      .rows = {polygonRow(1, {"20"}, 0.001, {latitude, longitude}), polygonRow(2, {"20"}, 0.001, good)},
                      .reference = {}};
    const auto imported = importLayer(table, options);
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->report.refused, std::size_t(1));
    QCOMPARE(QString::fromStdString(imported->report.rows.at(0).code), code);
    Table alone = table;
    alone.rows.pop_back();
    const auto nothing = importLayer(alone, options);
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, std::string("NOTHING_TAKEN"));
}

void CityFilesTest::whatLiesOutsideTheAreaIsQuarantined() {
    ImportOptions options = optionsFor(LayerKind::Buildings);
    options.area = geo::Box{37.4, 126.8, 37.7, 127.2};
    const Table table{.columns = {"height"},
                      .rows = {polygonRow(1, {"20"}), polygonRow(2, {"20"}, 0.001, {35.1, 129})},
                      .reference = {}};
    const auto imported = importLayer(table, options);
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->report.taken, std::size_t(1));
    QCOMPARE(imported->report.quarantined, std::size_t(1));
    QCOMPARE(verdicts(imported->report), std::string("2 quarantined OUTSIDE_AREA\n"));
}

void CityFilesTest::peopleOfADistrictBecomeADensity() {
    const Table table{.columns = {"name", "population", "density"},
                      .rows = {polygonRow(1, {"count", "1000", ""}, 0.01), polygonRow(2, {"both", "1000", "77"}, 0.01),
                               polygonRow(3, {"neither", "", ""}, 0.01)},
                      .reference = {}};
    const auto imported = importLayer(table, optionsFor(LayerKind::Population));
    QVERIFY_RESULT(imported);
    const auto& areas = std::get<city::PopulationAreas>(imported->layer).areas;
    const double area_km2 = city::area_m2(areas[0].outline) * 1e-6;
    QVERIFY(std::abs(area_km2 - 1.11 * 0.8835) < 0.01);
    QVERIFY(std::abs(areas[0].people_per_km2.value() - 1000 / area_km2) < 1e-6);
    QCOMPARE(areas[1].people_per_km2, std::optional(77.0));
    QVERIFY(!areas[2].people_per_km2);
    QCOMPARE(verdicts(imported->report), std::string("3 taken DENSITY_UNKNOWN\n"));
}

void CityFilesTest::peopleAtPointsNeedACell() {
    const auto table = readCsv("lon,lat,people\n127,37.5,250\n");
    QVERIFY_RESULT(table);
    ImportOptions options = optionsFor(LayerKind::Population);
    const auto refused = importLayer(*table, options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("CELL_WANTED"));
    options.cell_m = 500;
    const auto imported = importLayer(*table, options);
    QVERIFY_RESULT(imported);
    const auto& area = std::get<city::PopulationAreas>(imported->layer).areas.at(0);
    QVERIFY(std::abs(city::area_m2(area.outline) - 250'000) < 100);
    QVERIFY(std::abs(area.people_per_km2.value() - 1000) < 1);
}

void CityFilesTest::columnsMayBeNamed() {
    ImportOptions options = optionsFor(LayerKind::Buildings);
    options.columns = {{"height", "GRND_FLR"}};
    options.heightUnit = HeightUnit::Floors;
    const Table table{.columns = {"height", "GRND_FLR"}, .rows = {polygonRow(1, {"99", "5"})}, .reference = {}};
    const auto imported = importLayer(table, options);
    QVERIFY_RESULT(imported);
    QCOMPARE(std::get<city::Buildings>(imported->layer).buildings[0].height_m, std::optional(15.0));
    QCOMPARE(imported->report.columns.at("height"), std::string("GRND_FLR"));
    options.columns = {{"height", "grnd_flr"}};
    QCOMPARE(importLayer(table, options).error().code, std::string("NO_SUCH_COLUMN"));
    options.columns = {{"colour", "height"}};
    QCOMPARE(importLayer(table, options).error().code, std::string("NO_SUCH_ROLE"));
}

void CityFilesTest::missingColumnsAreAskedFor() {
    const Table table{.columns = {"x"}, .rows = {polygonRow(1, {"99"})}, .reference = {}};
    const auto people = importLayer(table, optionsFor(LayerKind::Population));
    QVERIFY(!people);
    QCOMPARE(people.error().code, std::string("COLUMN_WANTED"));
    QCOMPARE(people.error().where, std::string("people_per_km2"));
    const auto roads = importLayer(table, optionsFor(LayerKind::Traffic));
    QVERIFY(!roads);
    QCOMPARE(roads.error().where, std::string("vehicles_per_day"));
}

void CityFilesTest::elevationKeepsItsDatumOrSaysThatItIsUnknown() {
    ImportOptions options = optionsFor(LayerKind::Elevation);
    const auto said = importLayer(heights(), options);
    QVERIFY_RESULT(said);
    const auto& grid = std::get<terrain::ElevationGrid>(said->layer);
    QVERIFY(grid.datum == geo::HeightDatum::Amsl);
    QCOMPARE(terrain::heightAt_m(grid, {37.51, 127.02}), std::optional(60.0));
    QVERIFY(!terrain::heightAt_m(grid, {37.51, 127.01}));
    QCOMPARE(said->report.taken, std::size_t(5));
    QCOMPARE(said->report.codes.at("VOID"), std::size_t(1));

    Raster silent = heights();
    silent.datum.reset();
    const auto unknown = importLayer(silent, options);
    QVERIFY_RESULT(unknown);
    QVERIFY(!std::get<terrain::ElevationGrid>(unknown->layer).datum);
    QVERIFY(std::ranges::contains(unknown->report.remarks, "DATUM_UNKNOWN"));

    options.datum = geo::HeightDatum::W84;
    const auto byHand = importLayer(silent, options);
    QVERIFY_RESULT(byHand);
    QVERIFY(std::get<terrain::ElevationGrid>(byHand->layer).datum == geo::HeightDatum::W84);
    QVERIFY(std::ranges::contains(byHand->report.remarks, "DATUM_BY_HAND"));
    const auto conflict = importLayer(heights(), options);
    QVERIFY(!conflict);
    QCOMPARE(conflict.error().code, std::string("DATUM_CONFLICT"));
}

void CityFilesTest::elevationInOtherUnitsIsTurnedOrRefused() {
    const ImportOptions options = optionsFor(LayerKind::Elevation);
    Raster raster = heights();
    raster.unit = "ft";
    const auto feet = importLayer(raster, options);
    QVERIFY_RESULT(feet);
    QVERIFY(std::abs(terrain::heightAt_m(std::get<terrain::ElevationGrid>(feet->layer), {37.51, 127.02}).value() -
                     60 * 0.3048) < 1e-4);
    raster.unit = "furlong";
    QCOMPARE(importLayer(raster, options).error().code, std::string("BAD_UNIT"));
    raster.unit = "";
    const auto assumed = importLayer(raster, options);
    QVERIFY_RESULT(assumed);
    QVERIFY(std::ranges::contains(assumed->report.remarks, "UNIT_ASSUMED"));
    raster.values[0] = -32768; // a void that nobody marked
    QCOMPARE(importLayer(raster, options).error().code, std::string("BAD_TERRAIN"));
}

void CityFilesTest::populationRasterIsPerAreaOrPerCell() {
    ImportOptions options = optionsFor(LayerKind::Population);
    const auto density = importLayer(heights(), options);
    QVERIFY_RESULT(density);
    const auto& grid = std::get<city::PopulationGrid>(density->layer);
    QCOMPARE(grid.densityOf({0, 2}), std::optional(30.0));
    QVERIFY(!grid.densityOf({1, 1}));
    QVERIFY((grid.grid.cellOf({37.5, 127.02}) == city::Cell{0, 2})); // the value is in the middle of its cell
    options.peoplePerCell = true;
    const auto counted = importLayer(heights(), options);
    QVERIFY_RESULT(counted);
    const auto& people = std::get<city::PopulationGrid>(counted->layer);
    QVERIFY(std::abs(people.densityOf({0, 2}).value() * people.grid.area_km2({0, 2}) - 30) < 1e-3);
    Raster turned = heights();
    turned.resampled = true;
    QCOMPARE(importLayer(turned, options).error().code, std::string("WRONG_CONTENTS"));
}

void CityFilesTest::wrongContentsAreRefused() {
    QCOMPARE(importLayer(heights(), optionsFor(LayerKind::Buildings)).error().code, std::string("WRONG_CONTENTS"));
    QCOMPARE(importLayer(houses(), optionsFor(LayerKind::Elevation)).error().code, std::string("WRONG_CONTENTS"));
    QCOMPARE(importLayer(Table{}, optionsFor(LayerKind::Buildings)).error().code, std::string("NOTHING_TAKEN"));
    for (const LayerKind kind :
         {LayerKind::Population, LayerKind::Traffic, LayerKind::Buildings, LayerKind::Amenities, LayerKind::Elevation})
        QVERIFY(layerKindFrom(toString(kind)) == kind);
}

void CityFilesTest::everyCodeIsSaidInEnglish() {
    for (const RowCode& known : rowCodes()) {
        std::vector<std::string> values;
        for (std::size_t i = 0; i < known.values; ++i)
            values.push_back("v" + std::to_string(i));
        const std::string text = englishOf(known.code, values);
        QVERIFY2(!text.contains("{}") && text != known.code, text.c_str());
        for (const auto& value : values)
            QVERIFY2(text.contains(value), text.c_str());
        QVERIFY(rowCode(known.code) == &known);
    }
    QVERIFY(rowCode("LUCK") == nullptr);
}

void CityFilesTest::troublesAreCodesWithValues() {
    Table table = houses();
    for (const char* const trouble :
         {"FIELD_COUNT\n3\n4", "EMPTY_GEOMETRY", "FIELD_COUNT\n3", "some words of before", ""}) {
        table.rows.push_back({.number = 10 + table.rows.size(), .shape = {}, .values = {"", "", ""}});
        table.rows.back().shape.trouble = trouble;
    }
    const auto imported = importLayer(table, optionsFor(LayerKind::Buildings));
    QVERIFY_RESULT(imported);
    const auto& rows = imported->report.rows;
    const auto of = [&](std::size_t number) { return *std::ranges::find(rows, 10 + number, &RowReport::row); };
    QCOMPARE(of(5).code, std::string("FIELD_COUNT"));
    QVERIFY((of(5).values == std::vector<std::string>{"3", "4"}));
    QCOMPARE(of(5).message, std::string("the line has 3 fields, the first one 4"));
    QCOMPARE(of(6).code, std::string("EMPTY_GEOMETRY"));
    for (const std::size_t unknown : {7U, 8U, 9U}) {
        QCOMPARE(of(unknown).code, std::string("NO_GEOMETRY"));
        QVERIFY(of(unknown).verdict == Verdict::Refused);
    }
    // The others have values to be put into words by.
    const auto& number = *std::ranges::find(rows, std::string("BAD_NUMBER"), &RowReport::code);
    QVERIFY((number.values == std::vector<std::string>{"12,5"}));
    const auto& height = *std::ranges::find(rows, std::string("SUSPECT_VALUE"), &RowReport::code);
    QVERIFY((height.values == std::vector<std::string>{"height_m", "3400", "0.1", "1000"}));
}

void CityFilesTest::profilesAreTwentyFourNumbers_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const QString hours = QStringList(24, QStringLiteral("1")).join(u' ');
    QTest::newRow("blanks") << hours << true;
    QTest::newRow("a list") << QString(u'[' + QString(hours).replace(u' ', QStringLiteral(", ")) + u']') << true;
    QTest::newRow("one less") << hours.left(hours.size() - 2) << false;
    QTest::newRow("one more") << QString(hours + QStringLiteral(" 1")) << false;
    QTest::newRow("below 0") << QString(hours).replace(0, 1, QStringLiteral("-1")) << false;
    QTest::newRow("not finite") << QString(hours).replace(0, 1, QStringLiteral("inf")) << false;
    QTest::newRow("a word") << QString(hours).replace(0, 1, QStringLiteral("x")) << false;
    QTest::newRow("nothing") << QString() << false;
}

void CityFilesTest::profilesAreTwentyFourNumbers() {
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(profileFrom(text.toStdString()).has_value(), good);
}

void CityFilesTest::openingHoursAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("week");    // hours of a day from Monday to Friday; below 0: cannot be read
    QTest::addColumn<double>("weekend"); // likewise
    const auto row = [](const char* text, double week, double weekend) {
        QTest::newRow(text) << QString::fromUtf8(text) << week << weekend;
    };
    row("24/7", 24, 24);
    row("08:00-18:00", 10, 10);
    row("Mo-Fr 08:00-18:00", 10, 0);
    row("mo-fr 08:30-12:00, 13:00 - 17:00; sa 9:00-12:00", 7.5, 1.5);
    row("Mo-Su 10:00-20:00; We off", 8, 10);
    row("Fr-Mo 22:00-02:00", 1.6, 4); // Sunday night is Monday, Friday night is Saturday
    row("Mo,We,Fr 06:00-07:00; PH off", 0.6, 0);
    row("Mo-Fr 00:00-24:00", 24, 0);
    row("closed", 0, 0);
    for (const char* const bad :
         {"", ";", "PH off", "sunrise-sunset", "Mo-Fr", "Mo-Xx 08:00-18:00", "08:00", "25:00-26:00", "08:60-09:00",
          "Mo-Fr 8-18", "24:00-25:00", "Mo-Tu-We 08:00-09:00", "08:00+", "\"by call\""})
        row(bad, -1, -1);
}

void CityFilesTest::openingHoursAreRead() {
    QFETCH(QString, text);
    QFETCH(double, week);
    QFETCH(double, weekend);
    const auto hours = openingHoursFrom(text.toStdString());
    QCOMPARE(hours.has_value(), week >= 0);
    if (!hours) return;
    const auto sum = [](const std::array<double, 24>& shares) {
        double all = 0;
        for (const double share : shares) {
            if (share < 0 || share > 1) return -1.0;
            all += share;
        }
        return all;
    };
    QVERIFY2(std::abs(sum(hours->weekday) - week) < 1e-9, qPrintable(QString::number(sum(hours->weekday))));
    QVERIFY2(std::abs(sum(hours->weekend) - weekend) < 1e-9, qPrintable(QString::number(sum(hours->weekend))));
}

void CityFilesTest::amenitiesHaveHours() {
    const auto table = readCsv("name,kind,lon,lat,range_km,activity,opening_hours\n"
                               "school,school,127,37.5,0.5,0.8,Mo-Fr 08:00-16:00\nbar,bar,127,37.6,1,,sunset-dawn\n"
                               "park,park,127,37.7,1,,\n");
    QVERIFY_RESULT(table);
    const auto imported = importLayer(*table, optionsFor(LayerKind::Amenities));
    QVERIFY_RESULT(imported);
    const auto& amenities = std::get<city::Amenities>(imported->layer).amenities;
    QCOMPARE(amenities.size(), std::size_t(3));
    const auto& school = std::get<city::DayWeights>(amenities[0].activity);
    QCOMPARE(school.weekday[8], 0.8);
    QCOMPARE(school.weekday[16], 0.0);
    QCOMPARE(school.weekend[10], 0.0);
    QCOMPARE(std::get<double>(amenities[1].activity), 1.0); // not read: always
    QCOMPARE(std::get<double>(amenities[2].activity), 1.0);
    QCOMPARE(verdicts(imported->report), std::string("3 taken HOURS_UNKNOWN\n"));
    QVERIFY((imported->report.rows.front().values == std::vector<std::string>{"sunset-dawn"}));
    QVERIFY_RESULT(city::check(std::get<city::Amenities>(imported->layer)));
}

namespace {

Table ground() {
    std::string night = "2 2 2 2 2 2", day = " 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1";
    return {.columns = {"landuse", "people_per_km2", "weekday", "weekend", "sheltering"},
            .rows = {polygonRow(1, {"residential", "20000", night + day, "", "low_rise"}, 0.01),
                     polygonRow(2, {"park", "900", "", "", "trees"}, 0.01, {37.5, 127.01})},
            .reference = "EPSG:4326"};
}

} // namespace

void CityFilesTest::landUseBecomesCells() {
    auto options = optionsFor(LayerKind::LandUse);
    options.cell_m = 100;
    const auto imported = importLayer(ground(), options);
    QVERIFY_RESULT(imported);
    const auto& layer = std::get<city::LandUseGrid>(imported->layer);
    QVERIFY_RESULT(city::check(layer));
    QCOMPARE(layer.provenance, measured);
    QCOMPARE(layer.classes.size(), std::size_t(2));
    QCOMPARE(imported->report.taken, std::size_t(2));
    QVERIFY(std::ranges::contains(imported->report.remarks, "DRAWN_INTO_CELLS"));
    QCOMPARE(verdicts(imported->report), std::string("1 taken HOURS_ASSUMED\n2 taken HOURS_ASSUMED\n"));
    city::CityLayers layers;
    layers.landUse = {layer};
    const city::CityData city(layers);
    const auto home = city.landUseAt({37.505, 127.005}), park = city.landUseAt({37.505, 127.015});
    QVERIFY(home && park);
    QCOMPARE(home->layer->sharesOf(home->cell)[0], 1.0);
    QCOMPARE(park->layer->sharesOf(park->cell)[1], 1.0);
    const auto& classes = layer.classes;
    QCOMPARE(classes[0].name, std::string("residential"));
    QVERIFY(std::abs(classes[0].weights.weekday[0] - 1.6) < 1e-9); // mean 1.25 before
    QVERIFY(classes[0].weights.weekend == classes[0].weights.weekday);
    QCOMPARE(classes[1].weights.weekday[5], 1.0);
    QVERIFY(classes[1].sheltering == city::Sheltering::Trees);
    QVERIFY(!city.landUseAt({37.6, 127.005}));
    QCOMPARE(city.provenances().size(), std::size_t(1));
}

void CityFilesTest::landUseRowsAreReported() {
    Table table = ground();
    table.rows.push_back(polygonRow(3, {"", "900", "", "", ""}));
    table.rows.push_back(polygonRow(4, {"field", "", "", "", ""}));
    table.rows.push_back(polygonRow(5, {"field", "many", "", "", ""}));
    table.rows.push_back(polygonRow(6, {"field", "1e9", "", "", ""}));
    table.rows.push_back(polygonRow(7, {"field", "10", "1 2 3", "", ""}));
    table.rows.push_back(polygonRow(8, {"field", "10", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "", ""}));
    table.rows.push_back(polygonRow(9, {"field", "10", "", "", "glass"}));
    table.rows.push_back({.number = 10, .shape = {}, .values = {"field", "10", "", "", ""}});
    table.rows.back().shape.kind = Shape::Kind::Points;
    table.rows.back().shape.points = {{37.5, 127}};
    const auto imported = importLayer(table, optionsFor(LayerKind::LandUse));
    QVERIFY_RESULT(imported);
    QCOMPARE(verdicts(imported->report),
             std::string("1 taken HOURS_ASSUMED\n2 taken HOURS_ASSUMED\n3 refused CLASS_WANTED\n"
                         "4 refused DENSITY_WANTED\n5 refused BAD_NUMBER\n6 quarantined SUSPECT_VALUE\n"
                         "7 refused BAD_HOURS\n8 refused BAD_HOURS\n9 taken HOURS_ASSUMED\n"
                         "9 taken SHELTERING_UNKNOWN\n10 refused WRONG_GEOMETRY\n"));
    QCOMPARE(imported->report.taken + imported->report.quarantined + imported->report.refused, table.rows.size());
}

void CityFilesTest::ofTwoKindsOfGroundTheLaterCounts() {
    Table table = ground();
    table.rows.push_back(polygonRow(3, {"school", "5000", "", "", ""}, 0.004, {37.503, 127.003}));
    // A hole in the park is of no kind that is known.
    table.rows[1].shape.polygons[0].holes = {
        {{37.503, 127.013}, {37.503, 127.017}, {37.507, 127.017}, {37.507, 127.013}}};
    auto options = optionsFor(LayerKind::LandUse);
    options.cell_m = 50;
    const auto imported = importLayer(table, options);
    QVERIFY_RESULT(imported);
    city::CityLayers layers;
    layers.landUse = {std::get<city::LandUseGrid>(imported->layer)};
    const city::CityData city(layers);
    const auto school = city.landUseAt({37.505, 127.005});
    QVERIFY(school);
    QCOMPARE(school->layer->sharesOf(school->cell)[2], 1.0);
    QVERIFY(!city.landUseAt({37.505, 127.015}));
    QVERIFY(city.landUseAt({37.501, 127.015}));
}

void CityFilesTest::hostileLandUseIsRefused_data() {
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("too many kinds") << 0 << QStringLiteral("TOO_MANY_CLASSES");
    QTest::newRow("too fine cells") << 1 << QStringLiteral("TOO_MANY_CELLS");
    QTest::newRow("all over each other") << 2 << QStringLiteral("TOO_MANY_CELLS");
    QTest::newRow("crosses itself") << 3 << QStringLiteral("NOTHING_TAKEN");
    QTest::newRow("swapped") << 4 << QStringLiteral("NOTHING_TAKEN");
    QTest::newRow("no kind of ground") << 5 << QStringLiteral("COLUMN_WANTED");
    QTest::newRow("a grid of values") << 6 << QStringLiteral("WRONG_CONTENTS");
    QTest::newRow("cells of no size") << 7 << QStringLiteral("TOO_MANY_CELLS");
}

void CityFilesTest::hostileLandUseIsRefused() {
    QFETCH(int, what);
    QFETCH(QString, code);
    Table table = ground();
    auto options = optionsFor(LayerKind::LandUse);
    const auto row = table.rows.front();
    switch (what) {
    case 0:
        for (int i = 0; i < 70; ++i) {
            table.rows.push_back(row);
            table.rows.back().values[1] = std::to_string(i);
        }
        break;
    case 1:
        options.cell_m = 1;
        table.rows.front() = polygonRow(1, row.values, 0.5);
        break;
    case 2: // so many steps would take minutes
        table.rows.assign(3000, polygonRow(1, row.values, 0.6));
        break;
    case 3:
        table.rows.resize(1);
        std::swap(table.rows[0].shape.polygons[0].outer[1], table.rows[0].shape.polygons[0].outer[2]);
        break;
    case 4:
        for (auto& each : table.rows)
            for (auto& corner : each.shape.polygons[0].outer)
                std::swap(corner.latitude_deg, corner.longitude_deg);
        break;
    case 5:
        table.columns[0] = "colour";
        break;
    case 6: {
        const auto raster = importLayer(heights(), options);
        QVERIFY(!raster);
        QCOMPARE(QString::fromStdString(raster.error().code), code);
        return;
    }
    default:
        options.cell_m = 0;
    }
    QElapsedTimer timer;
    timer.start();
    const auto imported = importLayer(table, options);
    QVERIFY(!imported);
    QCOMPARE(QString::fromStdString(imported.error().code), code);
    QVERIFY(timer.elapsed() < 20'000);
}

QTEST_APPLESS_MAIN(CityFilesTest)
#include "city_files_test.moc"
