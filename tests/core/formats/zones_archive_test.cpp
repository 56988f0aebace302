#include "core/formats/zone_files.h"
#include "core/formats/zones_archive.h"
#include "tests/core/formats/zone_samples.h"
#include "tests/support/shared_data.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;
using namespace haneul::tests;

namespace {

const ZoneDefaults defaults{"KOR", "K", ZoneType::Prohibited, {}, {}};

std::string kmlOf(const std::string& name) {
    return R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark><name>)" + name +
           "</name><Polygon><outerBoundaryIs><LinearRing><coordinates>127,37 127.1,37 127.1,37.1 127,37</coordinates>"
           "</LinearRing></outerBoundaryIs></Polygon></Placemark></kml>";
}

Result<ZoneImport> read(const std::string& bytes) {
    return readZoneFile(bytes, "a.kmz", {"KOR", defaults, {}});
}

std::string names(const Result<ZoneImport>& import) {
    if (!import) return import.error().code;
    std::string text = import->format;
    for (const FeatureReport& report : import->features)
        text += ' ' + (report.zone ? textIn(report.zone->name, "") : std::string("-"));
    return text;
}

} // namespace

class ZonesArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void archives_data();
    void archives();
    void layersOfShapefiles();
    void bombs();
    void damagedAnywhere();
    void realNoFlyZones();
};

void ZonesArchiveTest::archives_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::vector<ZipMember>& members, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString(zipOf(members)) << QString::fromLatin1(expected);
    };
    row("doc.kml", {{"doc.kml", kmlOf("a")}}, "KMZ a");
    row("any name", {{"zones/Zonen.KML", kmlOf("a")}}, "KMZ a");
    row("doc.kml goes first", {{"b.kml", kmlOf("b")}, {"files/p.png", "x"}, {"doc.kml", kmlOf("a")}}, "KMZ a");
    row("else the first", {{"b.kml", kmlOf("b")}, {"a.kml", kmlOf("a")}}, "KMZ b");
    row("a shadow of the Finder", {{"__MACOSX/._doc.kml", "x"}, {"doc.kml", kmlOf("a")}}, "KMZ a");
    row("nothing in it", {{"readme.txt", "x"}}, "UNKNOWN_FORMAT");
    row("both", {{"doc.kml", kmlOf("a")}, {"a.shp", shpOf({})}}, "UNKNOWN_FORMAT");
    row("not KML", {{"doc.kml", "<gpx/>"}}, "NOT_KML");
    row("entities", {{"doc.kml", "<!DOCTYPE kml [<!ENTITY a \"b\">]><kml>&a;</kml>"}}, "HAS_DOCTYPE");
    row("archive in an archive", {{"inner.kmz", zipOf({{"doc.kml", kmlOf("a")}})}}, "UNKNOWN_FORMAT");
    row("locked", {{"doc.kml", kmlOf("a"), "secret"}}, "ENCRYPTED_ENTRY");
    row("locked picture", {{"doc.kml", kmlOf("a")}, {"p.png", "x", "secret"}}, "ENCRYPTED_ENTRY");
    row("out of its folder", {{"a/../../doc.kml", kmlOf("a")}}, "BAD_PATH");
    row("absolute", {{"/etc/doc.kml", kmlOf("a")}}, "BAD_PATH");
    row("of Windows", {{"c:\\doc.kml", kmlOf("a")}}, "BAD_PATH");
    row("one name twice", {{"doc.kml", kmlOf("a")}, {"DOC.kml", kmlOf("b")}}, "DUPLICATE_ENTRY");
    QTest::newRow("empty archive") << QByteArray("PK\x05\x06").append(QByteArray(18, '\0'))
                                   << QStringLiteral("UNKNOWN_FORMAT");
    QTest::newRow("only the mark") << QByteArray("PK\x03\x04") << QStringLiteral("BROKEN_ARCHIVE");
    std::vector<ZipMember> many;
    for (int i = 0; i < 1001; ++i)
        many.push_back({std::to_string(i) + ".kml", "x"});
    row("many", many, "TOO_MANY_ENTRIES");
}

void ZonesArchiveTest::archives() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(names(read(bytes.toStdString()))), expected);
}

void ZonesArchiveTest::layersOfShapefiles() {
    const std::string areas = shpOf({polygonContent({squareRing(127, 37, 0.1)}), little<std::int32_t>(0)});
    const auto import = read(zipOf({{"maps/Areas.shp", areas},
                                    {"maps/areas.PRJ", wgs84Prj},
                                    {"maps/areas.dbf", dbfOf("NAME", {"Park", "none"})},
                                    {"b.shp", shpOf({polygonContent({squareRing(128, 37, 0.1)})})},
                                    {"b.prj", wgs84Prj}}));
    QCOMPARE(names(import), std::string("Shapefile Park - "));
    QCOMPARE(import->features[0].zone->identifier, std::string("K1-1"));
    QCOMPARE(import->features[2].zone->identifier, std::string("K2-1"));
    QCOMPARE(import->features[1].where, std::string("maps/Areas.shp: record 2"));
    QCOMPARE(import->features[1].findings.at(0).where, std::string("maps/Areas.shp: record 2"));
    QCOMPARE(import->features[2].zone->source.where, std::string("b.shp: record 1"));
    QCOMPARE(import->findings.at(0).code + ' ' + import->findings.at(0).where, std::string("NO_TABLE b.shp: .dbf"));
    // A layer without its datum is not dropped beside a sound one.
    const auto refused = read(zipOf({{"a.shp", areas}, {"a.prj", wgs84Prj}, {"b.shp", areas}}));
    QCOMPARE(refused.error().code + ' ' + refused.error().where, std::string("UNKNOWN_DATUM b.shp: .prj"));
}

// 70 MiB of blanks pack into 70 KiB.
void ZonesArchiveTest::bombs() {
    const std::string blanks(70u << 20, ' ');
    const std::string bomb = zipOf({{"doc.kml", blanks}});
    QVERIFY(bomb.size() < 200'000);
    QCOMPARE(read(bomb).error().code, std::string("TOO_LARGE"));
    // Together: each layer alone would do.
    const std::string half = shpOf({}) + std::string(40u << 20, ' ');
    QCOMPARE(read(zipOf({{"a.shp", half}, {"a.prj", wgs84Prj}, {"b.shp", half}, {"b.prj", wgs84Prj}})).error().code,
             std::string("TOO_LARGE"));
    // The archive lies about the size: what comes out counts.
    std::string liar = bomb;
    const std::string size = little(static_cast<std::uint32_t>(blanks.size()));
    for (std::size_t at = liar.find(size); at != std::string::npos; at = liar.find(size, at + 4))
        liar.replace(at, 4, little<std::uint32_t>(100));
    QVERIFY(!read(liar));
}

void ZonesArchiveTest::damagedAnywhere() {
    const std::string good = zipOf({{"doc.kml", kmlOf("a")}});
    for (std::size_t size = 4; size < good.size(); ++size)
        QVERIFY(!read(good.substr(0, size)));
    // A byte of the packed text changed: the checksum says so, unless the reader of KML does before.
    const std::size_t first = good.find("doc.kml") + 7;
    for (std::size_t at = first; at < first + 60; ++at) {
        std::string damaged = good;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        QVERIFY(!read(damaged));
    }
}

void ZonesArchiveTest::realNoFlyZones() {
    HANEUL_NEEDS_SHARED(path, "data/kmz-nofly/UASZoneVersion 30072024165413.kmz");
    const auto bytes = haneul::tests::readFile(path);
    QVERIFY(bytes);
    const auto import = readZoneFile(bytes->toStdString(), "pt.kmz", {"PRT", defaults, {}});
    QVERIFY2(import, import ? "" : import.error().message.c_str());
    QCOMPARE(import->format, std::string("KMZ"));
    QCOMPARE(import->features.size(), 405u);
    QCOMPARE(import->count(Outcome::Quarantined), 310u); // nothing without a person: KML says no meaning
    QCOMPARE(import->count(Outcome::Refused), 95u);      // 91 labels (points), 3 holes outside, 1 ring crosses itself
}

QTEST_GUILESS_MAIN(ZonesArchiveTest)
#include "zones_archive_test.moc"
