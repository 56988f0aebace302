#include "core/formats/wkt_datum.h"
#include "core/formats/zone_files.h"
#include "tests/core/formats/zone_samples.h"

#include <QTemporaryDir>
#include <QtTest>

#include <gdal/ogrsf_frmts.h>
#include <limits>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;
using namespace haneul::tests;

namespace {

const ZoneDefaults defaults{"KOR", "S", ZoneType::Prohibited, {}, geo::VerticalLimit{120, geo::VerticalReference::Agl}};

std::string codes(const FeatureReport& report) {
    std::string text(airspace::toString(report.outcome));
    for (const Finding& finding : report.findings)
        if (finding.severity != Severity::Note) text += ' ' + finding.code;
    return text;
}

Result<ZoneImport> read(const std::string& shp, const std::string& dbf = {}, const std::string& prj = wgs84Prj,
                        const std::string& cpg = {}, const TextDecoder& decode = {}) {
    return readZonesShapefile({shp, dbf, prj, cpg}, "a.shp", defaults, decode);
}

std::string nameOf(const Result<ZoneImport>& import, std::size_t number = 0) {
    return import && import->features.at(number).zone ? textIn(import->features[number].zone->name, "ko") : "none";
}

std::string geogcs(const char* datum, const char* rest = R"(PRIMEM["Greenwich",0],UNIT["Degree",0.0174532925199433])") {
    return std::string(R"(GEOGCS["x",)") + datum + "," + rest + "]";
}

} // namespace

class ZonesShapefileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void datums_data();
    void datums();
    void shapes_data();
    void shapes();
    void holesAndIslands();
    void brokenFiles_data();
    void brokenFiles();
    void namesOfTheTable();
    void tableThatDoesNotFit();
    void cutAnywhere();
    void readsWhatGdalWrites();
};

void ZonesShapefileTest::datums_data() {
    QTest::addColumn<QByteArray>("wkt");
    QTest::addColumn<QString>("expected"); // the note, or what the refusal says
    const auto row = [](const char* name, const std::string& wkt, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(wkt) << QString::fromUtf8(expected);
    };
    const char* const world = R"(DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]])";
    row("ESRI", wgs84Prj, "");
    row("OGC", geogcs(world), "");
    row("round brackets, blanks",
        "GEOGCS ( \"x\" , DATUM(\"D_WGS_1984\",\n SPHEROID(\"WGS_1984\",6378137,298.257223563)),"
        "PRIMEM(\"Greenwich\",0),UNIT(\"Degree\",0.0174532925199433))",
        "");
    row("WKT2",
        R"wkt(GEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble",MEMBER["World Geodetic System 1984 (G730)"],ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]],ENSEMBLEACCURACY[2.0]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],CS[ellipsoidal,2],AXIS["geodetic latitude (Lat)",north,ORDER[1],ANGLEUNIT["degree",0.0174532925199433]],AXIS["geodetic longitude (Lon)",east,ORDER[2],ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4326]])wkt",
        "");
    row("Korea 2000", geogcs(R"(DATUM["D_Korea_2000",SPHEROID["GRS_1980",6378137.0,298.257222101]])"), "D_Korea_2000");
    row("projected",
        R"(PROJCS["Korea_2000_Korea_Unified_Coordinate_System",GEOGCS["GCS_Korea_2000",DATUM["D_Korea_2000",SPHEROID["GRS_1980",6378137.0,298.257222101]]],PROJECTION["Transverse_Mercator"],UNIT["Meter",1.0]])",
        "metres of a map projection");
    row("Tokyo", geogcs(R"(DATUM["D_Tokyo",SPHEROID["Bessel_1841",6377397.155,299.1528128]])"),
        "the datum is \"D_Tokyo\"");
    row("WGS84 by name only", geogcs(R"(DATUM["D_WGS_1984",SPHEROID["Bessel_1841",6377397.155,299.1528128]])"),
        "ellipsoid");
    row("no ellipsoid", geogcs(R"(DATUM["D_WGS_1984"])"), "ellipsoid");
    row("shifted",
        geogcs(R"(DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[-115.8,474.99,674.11]])"),
        "shifted");
    row("not shifted", geogcs(R"(DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563],TOWGS84[0,0,0,0,0,0,0]])"),
        "");
    row("Paris", geogcs(world, R"(PRIMEM["Paris",2.337229166666667],UNIT["Degree",0.0174532925199433])"), "Greenwich");
    row("grads", geogcs(world, R"(PRIMEM["Greenwich",0],UNIT["Grad",0.01570796326794897])"), "unit is not degrees");
    row("no unit", geogcs(world, R"(PRIMEM["Greenwich",0])"), "unit is not degrees");
    row("local", R"(LOCAL_CS["site",UNIT["metre",1]])", "LOCAL_CS");
    row("nothing", " \r\n", "does not say");
    row("words", "EPSG:4326", "not written as WKT");
    row("cut", wgs84Prj.substr(0, 60), "not written as WKT");
    row("more behind", wgs84Prj + "x", "not written as WKT");
    row(
        "deep",
        [] {
            std::string text;
            for (int i = 0; i < 1000; ++i)
                text += "A[";
            return text;
        }(),
        "not written as WKT");
}

void ZonesShapefileTest::datums() {
    QFETCH(const QByteArray, wkt);
    QFETCH(const QString, expected);
    const auto datum = datumOfWkt(wkt.toStdString());
    if (datum) {
        QCOMPARE(QString::fromStdString(*datum), expected);
        return;
    }
    QCOMPARE(datum.error().code, std::string("UNKNOWN_DATUM"));
    QVERIFY2(!expected.isEmpty() && QString::fromStdString(datum.error().message).contains(expected),
             datum.error().message.c_str());
    const auto import = read(shpOf({}), {}, wkt.toStdString());
    QCOMPARE(import.error().code, std::string("UNKNOWN_DATUM"));
}

void ZonesShapefileTest::shapes_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& content, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(content) << QString::fromLatin1(expected);
    };
    const SampleRing square = squareRing(127, 37, 0.1);
    const SampleRing inner = turned(squareRing(127.02, 37.02, 0.02));
    row("square", polygonContent({square}), "QUARANTINED MEANING_BY_DEFAULT");
    row("Z", polygonContent({square}, 15) + std::string(96, '\0'), "QUARANTINED MEANING_BY_DEFAULT");
    row("M", polygonContent({square}, 25), "QUARANTINED MEANING_BY_DEFAULT");
    row("with a hole", polygonContent({square, inner}), "QUARANTINED MEANING_BY_DEFAULT");
    row("hole first", polygonContent({inner, square}), "QUARANTINED MEANING_BY_DEFAULT");
    row("only ring runs the wrong way", polygonContent({turned(square)}),
        "QUARANTINED RING_DIRECTION MEANING_BY_DEFAULT");
    row("two rings run the wrong way", polygonContent({turned(square), inner}), "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("hole outside", polygonContent({square, turned(squareRing(128, 37, 0.1))}),
        "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("hole across the edge", polygonContent({square, turned(squareRing(127.05, 37.05, 0.08))}),
        "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("hole mostly inside crosses",
        polygonContent(
            {square,
             {{127.02, 37.02}, {127.08, 37.02}, {127.12, 37.05}, {127.08, 37.08}, {127.02, 37.08}, {127.02, 37.02}}}),
        "REFUSED MEANING_BY_DEFAULT BAD_AREA");
    row("not closed", polygonContent({{{127, 37}, {127, 37.1}, {127.1, 37.1}}}),
        "QUARANTINED RING_NOT_CLOSED MEANING_BY_DEFAULT");
    row("two points", polygonContent({{{127, 37}, {127, 37.1}, {127, 37}}}), "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("crosses itself", polygonContent({{{127, 37}, {127.1, 37.1}, {127, 37.1}, {127.2, 37}, {127, 37}}}),
        "REFUSED MEANING_BY_DEFAULT BAD_AREA");
    row("metres in spite of the datum", polygonContent({squareRing(957'000, 1'950'000, 1000)}),
        "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("not a number",
        polygonContent({{{127, std::numeric_limits<double>::quiet_NaN()}, {127, 37.1}, {127.1, 37.1}, {127, 37}}}),
        "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("no rings", polygonContent({}), "REFUSED NO_GEOMETRY MEANING_BY_DEFAULT");
    row("null", little<std::int32_t>(0), "REFUSED NO_GEOMETRY MEANING_BY_DEFAULT");
    row("point", little<std::int32_t>(1) + std::string(16, '\0'), "REFUSED NOT_AN_AREA MEANING_BY_DEFAULT");
    row("patches", little<std::int32_t>(31) + std::string(60, '\0'), "REFUSED NOT_AN_AREA MEANING_BY_DEFAULT");
}

void ZonesShapefileTest::shapes() {
    QFETCH(const QByteArray, content);
    QFETCH(const QString, expected);
    const auto import = read(shpOf({content.toStdString()}));
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(import->features.size(), 1u);
    QCOMPARE(import->features[0].where, std::string("record 1"));
    QCOMPARE(QString::fromStdString(codes(import->features[0])), expected);
}

// An island in a lake on an island, with a pond of its own: two areas with a hole each.
void ZonesShapefileTest::holesAndIslands() {
    const auto import =
        read(shpOf({polygonContent({turned(squareRing(127.045, 37.045, 0.01)), squareRing(127, 37, 0.1),
                                    squareRing(127.03, 37.03, 0.04), turned(squareRing(127.02, 37.02, 0.06))})}));
    const Zone zone = import->features.at(0).zone.value();
    QCOMPARE(zone.identifier + zone.country, std::string("S1KOR"));
    QCOMPARE(zone.layers.size(), 2u);
    const auto& land = std::get<geo::Polygon>(zone.layers[0].area);
    const auto& island = std::get<geo::Polygon>(zone.layers[1].area);
    QCOMPARE(land.holes.size(), 1u);
    QVERIFY(land.holes[0][0] == (geo::LatLon{37.02, 127.02}));
    QCOMPARE(island.holes.size(), 1u);
    QVERIFY(island.holes[0][0] == (geo::LatLon{37.045, 127.045}));
    QCOMPARE(zone.layers[1].upper->metres, 120.0);
}

void ZonesShapefileTest::brokenFiles_data() {
    QTest::addColumn<QByteArray>("shp");
    QTest::addColumn<QString>("code");
    const std::string good = shpOf({polygonContent({squareRing(127, 37, 0.1)})});
    const auto row = [](const char* name, const std::string& shp, const char* code) {
        QTest::newRow(name) << QByteArray::fromStdString(shp) << QString::fromLatin1(code);
    };
    const auto with = [&](std::size_t at, const std::string& bytes) {
        std::string changed = good;
        return changed.replace(at, bytes.size(), bytes);
    };
    row("empty", "", "NOT_A_SHAPEFILE");
    row("other", std::string(200, 'x'), "NOT_A_SHAPEFILE");
    row("cut", good.substr(0, good.size() - 2), "BROKEN_SHAPEFILE");
    row("length below zero", with(24, big(-2)), "BROKEN_SHAPEFILE");
    row("record too long", with(104, big(1'000'000)), "BROKEN_SHAPEFILE");
    row("record below zero", with(104, big(-5)), "BROKEN_SHAPEFILE");
    row("record of nothing", with(104, big(0)), "BROKEN_SHAPEFILE");
    row("parts", with(144, little<std::int32_t>(500)), "BROKEN_SHAPEFILE");
    row("many parts", with(144, little<std::int32_t>(0x7fffffff)), "BROKEN_SHAPEFILE");
    row("parts below zero", with(144, little<std::int32_t>(-1)), "BROKEN_SHAPEFILE");
    row("points", with(148, little<std::int32_t>(0x7fffffff)), "BROKEN_SHAPEFILE");
    row("first part", with(152, little<std::int32_t>(1)), "BROKEN_SHAPEFILE");
    row("part beyond", shpOf({[] {
            std::string content = polygonContent({squareRing(127, 37, 0.1), squareRing(128, 37, 0.1)});
            return content.replace(48, 4, little<std::int32_t>(11));
        }()}),
        "BROKEN_SHAPEFILE");
    row("too many records", shpOf(std::vector<std::string>(50'001, little<std::int32_t>(0))), "TOO_MANY_FEATURES");
}

void ZonesShapefileTest::brokenFiles() {
    QFETCH(const QByteArray, shp);
    QFETCH(const QString, code);
    const auto import = read(shp.toStdString());
    QVERIFY(!import);
    QCOMPARE(QString::fromStdString(import.error().code), code);
}

void ZonesShapefileTest::namesOfTheTable() {
    const std::string shp =
        shpOf({polygonContent({squareRing(127, 37, 0.1)}), polygonContent({squareRing(128, 37, 0.1)}),
               polygonContent({squareRing(129, 37, 0.1)})});
    const std::string park = "\xEA\xB3\xB5\xEC\x9B\x90"; // 공원 in UTF-8
    const std::string parkKorean = "\xB0\xF8\xBF\xF8";   // the same in CP949
    const TextDecoder decode = [&](std::string_view bytes, std::string_view encoding) {
        return encoding == "CP949" && bytes == parkKorean ? std::optional(park) : std::nullopt;
    };
    const std::string table = dbfOf("NAME", {park, "*gone", "<b>River</b>"});
    const auto plain = read(shp, table);
    QCOMPARE(nameOf(plain), park);
    QCOMPARE(codes(plain->features[1]), std::string("REFUSED DELETED MEANING_BY_DEFAULT"));
    QCOMPARE(nameOf(plain, 2), std::string("River"));

    const std::string korean = dbfOf("nm", {parkKorean, "", ""});
    QCOMPARE(nameOf(read(shp, korean, wgs84Prj, "CP949\r\n", decode)), park);
    QCOMPARE(nameOf(read(shp, dbfOf("nm", {parkKorean, "", ""}, '\x79'), wgs84Prj, {}, decode)), park); // by the table
    for (const char* cpg : {"", "UTF-8", "KOI8"}) { // not said, wrong, unknown: no name is better than a wrong one
        const auto import = read(shp, korean, wgs84Prj, cpg, decode);
        QCOMPARE(nameOf(import), std::string());
        QVERIFY(std::ranges::contains(import->features[0].findings, std::string("NAME_NOT_READ"), &Finding::code));
    }
    QCOMPARE(nameOf(read(shp, dbfOf("WIDTH", {park, "", ""}))), std::string());
}

void ZonesShapefileTest::tableThatDoesNotFit() {
    const std::string shp =
        shpOf({polygonContent({squareRing(127, 37, 0.1)}), polygonContent({squareRing(128, 37, 0.1)})});
    std::string damaged = dbfOf("NAME", {"a", "b"});
    damaged.pop_back();
    for (const std::string& table : {std::string(), dbfOf("NAME", {"only one"}), std::string("x"), damaged}) {
        const auto import = read(shp, table);
        QCOMPARE(import->findings.at(0).code, std::string("NO_TABLE"));
        QCOMPARE(nameOf(import), std::string());
        QCOMPARE(import->count(Outcome::Quarantined), 2u);
    }
}

// No byte less is read as less areas.
void ZonesShapefileTest::cutAnywhere() {
    const std::string shp =
        shpOf({polygonContent({squareRing(127, 37, 0.1)}), polygonContent({squareRing(128, 37, 0.1)})});
    QCOMPARE(read(shp)->features.size(), 2u);
    for (std::size_t size = 0; size < shp.size(); ++size)
        QVERIFY(!read(shp.substr(0, size)));
    const std::string table = dbfOf("NAME", {"a", "b"});
    for (std::size_t size = 0; size < table.size(); ++size)
        QCOMPARE(nameOf(read(shp, table.substr(0, size))), std::string());
    QCOMPARE(nameOf(read(shp, table)), std::string("a"));
}

// Another program's files: shapes with holes, names in two encodings, a projection.
void ZonesShapefileTest::readsWhatGdalWrites() {
    GDALAllRegister();
    const QTemporaryDir folder;
    const auto write = [&](const char* name, int epsg, const char* encoding) {
        const std::string path = folder.filePath(QLatin1String(name)).toStdString();
        OGRSpatialReference system;
        system.importFromEPSG(epsg);
        system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
        const std::unique_ptr<GDALDataset> data(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        const std::string option = std::string("ENCODING=") + encoding;
        const char* options[] = {option.c_str(), nullptr};
        OGRLayer* const layer = data->CreateLayer("a", &system, wkbPolygon, const_cast<char**>(options));
        OGRFieldDefn field("name", OFTString);
        field.SetWidth(40);
        if (layer->CreateField(&field) != OGRERR_NONE) qFatal("no field");
        for (const char* const wkt : {"MULTIPOLYGON(((127 37,127.1 37,127.1 37.1,127 37.1,127 37),(127.02 37.02,127.02 "
                                      "37.04,127.04 37.04,127.04 "
                                      "37.02,127.02 37.02)),((128 37,128.1 37,128.1 37.1,128 37)))",
                                      "POLYGON((129 35,129.1 35,129.1 35.1,129 35))"}) {
            OGRGeometry* shape = nullptr;
            if (OGRGeometryFactory::createFromWkt(wkt, nullptr, &shape) != OGRERR_NONE) qFatal("no shape");
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetGeometryDirectly(shape);
            feature.SetField("name", "\xEA\xB3\xB5\xEC\x9B\x90");
            if (layer->CreateFeature(&feature) != OGRERR_NONE) qFatal("no feature");
        }
    };
    const auto bytes = [&](const char* name) {
        QFile file(folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    };
    write("a.shp", 4326, "UTF-8");
    const auto import = read(bytes("a.shp"), bytes("a.dbf"), bytes("a.prj"), bytes("a.cpg"));
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(import->features.size(), 2u);
    const Zone zone = import->features[0].zone.value();
    QCOMPARE(nameOf(import), std::string("\xEA\xB3\xB5\xEC\x9B\x90"));
    QCOMPARE(zone.layers.size(), 2u);
    QCOMPARE(std::get<geo::Polygon>(zone.layers[0].area).holes.size(), 1u);
    QCOMPARE(std::get<geo::Polygon>(zone.layers[1].area).outer.size(), 3u);

    write("k.shp", 4737, "UTF-8");
    const auto korea = read(bytes("k.shp"), {}, bytes("k.prj"));
    QVERIFY2(korea, korea ? "" : korea.error().message.c_str());
    QCOMPARE(korea->findings.at(0).code, std::string("OTHER_DATUM"));
    write("p.shp", 5179, "UTF-8"); // the unified system of Korea, in metres
    QCOMPARE(read(bytes("p.shp"), {}, bytes("p.prj")).error().code, std::string("UNKNOWN_DATUM"));
    write("b.shp", 5174, "UTF-8"); // Bessel
    QCOMPARE(read(bytes("b.shp"), {}, bytes("b.prj")).error().code, std::string("UNKNOWN_DATUM"));
    write("t.shp", 4301, "UTF-8"); // Tokyo, longitude and latitude: 400 m off
    QCOMPARE(read(bytes("t.shp"), {}, bytes("t.prj")).error().code, std::string("UNKNOWN_DATUM"));
}

QTEST_GUILESS_MAIN(ZonesShapefileTest)
#include "zones_shapefile_test.moc"
