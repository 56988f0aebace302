#include "core/city/city_data.h"
#include "core/city_files/csv_table.h"
#include "core/city_files/layer_import.h"
#include "core/city_files/wkt.h"
#include "tests/support/result_macros.h"

#include <QtTest>

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
    QVERIFY2(table->rows[3].shape.trouble.find("3 fields") != std::string::npos, table->rows[3].shape.trouble.c_str());
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
    QCOMPARE(verdicts(imported->report), std::string("3 taken COUNT_UNKNOWN\n4 quarantined SUSPECT_VALUE\n"));
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

QTEST_APPLESS_MAIN(CityFilesTest)
#include "city_files_test.moc"
