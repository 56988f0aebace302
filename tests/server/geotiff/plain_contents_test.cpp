#include "core/city_files/layer_import.h"
#include "server/geotiff/plain_contents.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cmath>

using namespace haneul;
using namespace haneul::city_files;
using geotiff::PlainKind;

namespace {

constexpr double seoul_km2 = 605; // of the 25 districts

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

Result<Contents> extracted(PlainKind kind, const QString& input) {
    const QString output = input + QStringLiteral(".plain");
    if (auto done = geotiff::extractPlain(kind, input.toStdString(), output.toStdString()); !done)
        return std::unexpected(done.error());
    return readPlain(haneul::tests::readFile(output).value().toStdString());
}

ImportOptions optionsFor(LayerKind kind) {
    ImportOptions options;
    options.kind = kind;
    options.provenance = {"Test", "own numbers", "2026-11-01", false};
    return options;
}

double highest_m(const terrain::ElevationGrid& grid) {
    float highest = 0;
    for (const float height : grid.heights_m)
        highest = std::max(highest, std::isnan(height) ? 0.0F : height);
    return static_cast<double>(highest);
}

// One building of 40 x 40 m, 25 m high, in a reference system of its own.
void writePackage(const QString& path, int epsg, double east, double north) {
    GDALAllRegister();
    const QByteArray name = path.toUtf8();
    auto* const file = GDALCreate(GDALGetDriverByName("GPKG"), name.constData(), 0, 0, 0, GDT_Unknown, nullptr);
    QVERIFY(file);
    auto* const reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, epsg);
    OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER);
    auto* const layer = GDALDatasetCreateLayer(file, "buildings", reference, wkbPolygon, nullptr);
    auto* const field = OGR_Fld_Create("height", OFTReal);
    OGR_L_CreateField(layer, field, 1);
    OGR_Fld_Destroy(field);
    auto* const feature = OGR_F_Create(OGR_L_GetLayerDefn(layer));
    OGR_F_SetFieldDouble(feature, 0, 25.0);
    auto* const ring = OGR_G_CreateGeometry(wkbLinearRing);
    for (const auto& [x, y] : {std::pair{0, 0}, {40, 0}, {40, 40}, {0, 40}, {0, 0}})
        OGR_G_AddPoint_2D(ring, east + x, north + y);
    auto* const polygon = OGR_G_CreateGeometry(wkbPolygon);
    OGR_G_AddGeometryDirectly(polygon, ring);
    OGR_F_SetGeometryDirectly(feature, polygon);
    QCOMPARE(OGR_L_CreateFeature(layer, feature), OGRERR_NONE);
    OGR_F_Destroy(feature);
    OSRRelease(reference);
    GDALClose(file);
}

} // namespace

class PlainContentsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void geoJsonBecomesBuildings(); // R-RSK-20
    void packageInKoreanMetresIsTurned();
    void districtsOfSeoulCarryTheirPeople(); // R-RSK-20
    void terrainOfMountFujiIsAsHighAsItIs(); // R-RSK-20
    void dtedSaysItsDatum();
    void metresAreTurnedAndSaidToBe();
    void refuses_data();
    void refuses();
    void workerRunsConfined();
};

void PlainContentsTest::geoJsonBecomesBuildings() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("b.geojson"));
    writeFile(path, R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"height":31.5,"name":"시청"},"geometry":{"type":"Polygon","coordinates":[[[126.977,37.566],[126.978,37.566],[126.978,37.567],[126.977,37.567],[126.977,37.566]]]}},
        {"type":"Feature","properties":{"height":null},"geometry":{"type":"MultiPolygon","coordinates":[[[[126.98,37.566],[126.981,37.566],[126.981,37.567],[126.98,37.566]]],[[[126.99,37.566],[126.991,37.566],[126.991,37.567],[126.99,37.566]]]]}},
        {"type":"Feature","properties":{"height":3},"geometry":{"type":"Polygon","coordinates":[[[37.566,126.977],[37.566,126.978],[37.567,126.978],[37.566,126.977]]]}},
        {"type":"Feature","properties":{"height":3},"geometry":null},
        {"type":"Feature","properties":{"height":3},"geometry":{"type":"Point","coordinates":[127,37.5]}}]})");
    const auto contents = extracted(PlainKind::Features, path);
    QVERIFY_RESULT(contents);
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Buildings));
    QVERIFY_RESULT(imported);
    const auto& buildings = std::get<city::Buildings>(imported->layer).buildings;
    QCOMPARE(buildings.size(), std::size_t(3));
    QCOMPARE(buildings[0].height_m, std::optional(31.5));
    QCOMPARE(buildings[0].name, std::string("시청"));
    QVERIFY(!buildings[1].height_m && !buildings[2].height_m);
    QCOMPARE(buildings[0].outline.outer.size(), std::size_t(4));
    QCOMPARE(imported->report.codes.at("LON_LAT_SWAPPED"), std::size_t(1));
    QCOMPARE(imported->report.codes.at("NO_GEOMETRY"), std::size_t(1));
    QCOMPARE(imported->report.codes.at("WRONG_GEOMETRY"), std::size_t(1));
    QCOMPARE(imported->report.reference, std::string("EPSG:4326"));
}

void PlainContentsTest::packageInKoreanMetresIsTurned() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("b.gpkg"));
    writePackage(path, 5179, 953'900, 1'952'000); // Korea 2000 / Unified CS, Seoul City Hall
    const auto contents = extracted(PlainKind::Features, path);
    QVERIFY_RESULT(contents);
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Buildings));
    QVERIFY_RESULT(imported);
    const auto& building = std::get<city::Buildings>(imported->layer).buildings.at(0);
    const geo::LatLon centre = city::centreOf(building.outline);
    QVERIFY2(std::abs(centre.latitude_deg - 37.566) < 0.01 && std::abs(centre.longitude_deg - 126.978) < 0.01,
             qPrintable(QStringLiteral("%1 %2").arg(centre.latitude_deg).arg(centre.longitude_deg)));
    QVERIFY(std::abs(city::area_m2(building.outline) - 1600) < 3);
    QCOMPARE(building.height_m, std::optional(25.0));
    QCOMPARE(imported->report.reference, std::string("EPSG:5179"));
}

void PlainContentsTest::districtsOfSeoulCarryTheirPeople() {
    HANEUL_NEEDS_SHARED(source, "data/kr-admin/seoul_municipalities_geo_2013.json");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("districts.geojson"));
    QVERIFY(QFile::copy(source, path));
    auto contents = extracted(PlainKind::Features, path);
    QVERIFY_RESULT(contents);
    auto& table = std::get<Table>(*contents);
    QCOMPARE(table.rows.size(), std::size_t(25));
    // The file has no people: numbers of this test, 100,000 and more.
    table.columns.emplace_back("people");
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        table.rows[i].values.push_back(std::to_string(100'000 + 1000 * i));
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Population));
    QVERIFY_RESULT(imported);
    QCOMPARE(imported->report.taken, std::size_t(25));
    const auto& areas = std::get<city::PopulationAreas>(imported->layer).areas;
    double people = 0, area_km2 = 0;
    for (const city::PopulationArea& area : areas) {
        const double own_km2 = city::area_m2(area.outline) * 1e-6;
        area_km2 += own_km2;
        people += own_km2 * area.people_per_km2.value();
    }
    QVERIFY2(std::abs(area_km2 - seoul_km2) < 0.01 * seoul_km2, qPrintable(QString::number(area_km2)));
    QVERIFY(std::abs(people - (25 * 100'000 + 1000 * 300)) < 1); // nobody is lost
}

void PlainContentsTest::terrainOfMountFujiIsAsHighAsItIs() {
    HANEUL_NEEDS_SHARED(source, "data/dem/mt_fuji_90m.tif");
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fuji.tif"));
    QVERIFY(QFile::copy(source, path));
    const auto contents = extracted(PlainKind::Values, path);
    QVERIFY_RESULT(contents);
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Elevation));
    QVERIFY_RESULT(imported);
    const auto& grid = std::get<terrain::ElevationGrid>(imported->layer);
    QCOMPARE(grid.rows, std::size_t(1201));
    QCOMPARE(grid.columns, std::size_t(1201));
    QVERIFY(!grid.datum); // SRTM heights are above EGM96, but this file does not say so
    QVERIFY(std::ranges::contains(imported->report.remarks, "DATUM_UNKNOWN"));
    QVERIFY2(std::abs(highest_m(grid) - 3776) < 40, qPrintable(QString::number(highest_m(grid))));
    const auto slope = terrain::heightAt_m(grid, {35.30, 138.73}); // half way up from the south
    QVERIFY2(slope && *slope > 1000 && *slope < 2500, qPrintable(QString::number(slope.value_or(-1))));
    const auto sea = terrain::heightAt_m(grid, {35.02, 138.7}); // Suruga bay
    QVERIFY(!sea || std::abs(*sea) < 5);
}

void PlainContentsTest::dtedSaysItsDatum() {
    HANEUL_NEEDS_SHARED(source, "data/dem/mt_fuji_90m.tif");
    GDALAllRegister();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("n35.dt1"));
    auto* const tiff = GDALOpen(source.toUtf8().constData(), GA_ReadOnly);
    QVERIFY(tiff);
    auto* const dted =
        GDALCreateCopy(GDALGetDriverByName("DTED"), path.toUtf8().constData(), tiff, 0, nullptr, nullptr, nullptr);
    QVERIFY(dted);
    GDALClose(dted);
    GDALClose(tiff);
    const auto contents = extracted(PlainKind::Values, path);
    QVERIFY_RESULT(contents);
    const auto& raster = std::get<Raster>(*contents);
    QVERIFY(raster.datum == geo::HeightDatum::Amsl);
    QVERIFY(!raster.resampled);
    QCOMPARE(raster.unit, std::string("m"));
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Elevation));
    QVERIFY_RESULT(imported);
    QVERIFY(highest_m(std::get<terrain::ElevationGrid>(imported->layer)) > 3700);
}

void PlainContentsTest::metresAreTurnedAndSaidToBe() {
    GDALAllRegister();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("utm.tif"));
    auto* const file =
        GDALCreate(GDALGetDriverByName("GTiff"), path.toUtf8().constData(), 40, 40, 1, GDT_Float32, nullptr);
    QVERIFY(file);
    std::array<double, 6> place{953'000, 30, 0, 1'953'000, 0, -30};
    GDALSetGeoTransform(file, place.data());
    auto* const reference = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(reference, 5179);
    GDALSetSpatialRef(file, reference);
    OSRRelease(reference);
    GDALFillRaster(GDALGetRasterBand(file, 1), 77.5, 0);
    GDALSetRasterNoDataValue(GDALGetRasterBand(file, 1), -9999);
    GDALClose(file);
    const auto contents = extracted(PlainKind::Values, path);
    QVERIFY_RESULT(contents);
    QVERIFY(std::get<Raster>(*contents).resampled);
    const auto imported = importLayer(*contents, optionsFor(LayerKind::Elevation));
    QVERIFY_RESULT(imported);
    QVERIFY(std::ranges::contains(imported->report.remarks, "RESAMPLED"));
    const auto& grid = std::get<terrain::ElevationGrid>(imported->layer);
    const geo::Box box = grid.box();
    QCOMPARE(terrain::heightAt_m(grid, {(box.south_deg + box.north_deg) / 2, (box.west_deg + box.east_deg) / 2}),
             std::optional(77.5));
    QVERIFY(std::abs(box.south_deg - 37.565) < 0.02 && std::abs(box.west_deg - 126.97) < 0.02);
}

void PlainContentsTest::refuses_data() {
    QTest::addColumn<bool>("features");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    QTest::newRow("no JSON") << true << QByteArray("{\"type\":\"FeatureColl") << QStringLiteral("GIS_BROKEN");
    QTest::newRow("cut off") << true
                             << QByteArray("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"prop")
                             << QStringLiteral("GIS_BROKEN");
    QTest::newRow("no feature") << true << QByteArray("{\"type\":\"FeatureCollection\",\"features\":[]}")
                                << QStringLiteral("GIS_EMPTY");
    QTest::newRow("no picture") << false << QByteArray("II*\0 nothing", 12) << QStringLiteral("GIS_BROKEN");
    QTest::newRow("another format") << true << QByteArray("<kml xmlns=\"http://www.opengis.net/kml/2.2\"></kml>")
                                    << QStringLiteral("GIS_BROKEN");
}

void PlainContentsTest::refuses() {
    QFETCH(bool, features);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, code);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x"));
    writeFile(path, bytes);
    const auto refused = extracted(features ? PlainKind::Features : PlainKind::Values, path);
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().code), code);
}

void PlainContentsTest::workerRunsConfined() {
    const QTemporaryDir folder;
    const QString package = folder.filePath(QStringLiteral("b.gpkg"));
    writePackage(package, 5179, 953'900, 1'952'000);
    const QString output = folder.filePath(QStringLiteral("out.plain"));
    QProcess worker;
    worker.start(QStringLiteral(HANEUL_MAP_WORKER), {QStringLiteral("--features"), package, output});
    QVERIFY(worker.waitForFinished());
    QCOMPARE(worker.exitCode(), 0);
    const auto contents = readPlain(haneul::tests::readFile(output).value().toStdString());
    QVERIFY_RESULT(contents);
    QCOMPARE(std::get<Table>(*contents).rows.size(), std::size_t(1));
    QCOMPARE(std::get<Table>(*contents).reference, std::string("EPSG:5179"));
    worker.start(QStringLiteral(HANEUL_MAP_WORKER), {QStringLiteral("--values"), package, output});
    QVERIFY(worker.waitForFinished());
    QCOMPARE(worker.exitCode(), 3);
    QVERIFY(worker.readAllStandardOutput().startsWith("GIS_BROKEN "));
}

QTEST_APPLESS_MAIN(PlainContentsTest)
#include "plain_contents_test.moc"
