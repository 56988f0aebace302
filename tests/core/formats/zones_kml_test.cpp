#include "core/formats/zone_files.h"
#include "core/formats/zones_kml.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;

namespace {

const ZoneDefaults defaults{"KOR", "K", ZoneType::Prohibited, {}, geo::VerticalLimit{120, geo::VerticalReference::Agl}};

std::string kml(const std::string& placemarks) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>" +
           placemarks + "</Document></kml>";
}

std::string polygon(const std::string& outer, const std::string& rest = {}) {
    return "<Polygon><outerBoundaryIs><LinearRing><coordinates>" + outer +
           "</coordinates></LinearRing></outerBoundaryIs>" + rest + "</Polygon>";
}

const std::string square = "127,37,0 127.01,37,0\n127.01,37.01,0 127,37.01,0 127,37,0";

std::string summary(const ZoneImport& import) {
    std::string text;
    for (const FeatureReport& report : import.features) {
        text += (text.empty() ? "" : "; ") + std::string(airspace::toString(report.outcome));
        for (const Finding& finding : report.findings)
            if (finding.severity != Severity::Note) text += ' ' + finding.code;
    }
    return text;
}

} // namespace

class ZonesKmlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placemarks_data();
    void placemarks();
    void meaningByDefault();
    void hostileFiles_data();
    void hostileFiles();
    void filesAreToldApart();
};

void ZonesKmlTest::placemarks_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const std::string& body, const char* expected) {
        QTest::newRow(name) << QByteArray::fromStdString("<Placemark>" + body + "</Placemark>")
                            << QString::fromLatin1(expected);
    };
    row("polygon", polygon(square), "QUARANTINED MEANING_BY_DEFAULT");
    row("two in one", "<MultiGeometry>" + polygon(square) + polygon(square) + "</MultiGeometry>",
        "QUARANTINED MEANING_BY_DEFAULT");
    row("not closed", polygon("127,37 127.01,37 127.01,37.01"), "QUARANTINED RING_NOT_CLOSED MEANING_BY_DEFAULT");
    row("two points", polygon("127,37 127.01,37 127,37"), "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("bow tie", polygon("127,37 127.01,37.01 127.01,37 127,37.01 127,37"), "REFUSED MEANING_BY_DEFAULT BAD_AREA");
    row("metres of a map", polygon("14137575,4439106 14138575,4439106 14138575,4440106 14137575,4439106"),
        "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("words", polygon("here there"), "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("four numbers", polygon("127,37,1,2 127.01,37 127.01,37.01"), "REFUSED BAD_AREA MEANING_BY_DEFAULT");
    row("a point", "<Point><coordinates>127,37</coordinates></Point>", "REFUSED NOT_AN_AREA MEANING_BY_DEFAULT");
    row("no outer boundary", "<Polygon></Polygon>", "REFUSED BAD_AREA MEANING_BY_DEFAULT");
}

void ZonesKmlTest::placemarks() {
    QFETCH(const QByteArray, body);
    QFETCH(const QString, expected);
    const auto import = readZonesKml(kml(body.toStdString()), "f.kml", defaults);
    QVERIFY(import);
    QCOMPARE(QString::fromStdString(summary(*import)), expected);
}

void ZonesKmlTest::meaningByDefault() {
    const std::string hole = "<innerBoundaryIs><LinearRing><coordinates>127.004,37.004 127.006,37.004 127.006,37.006 "
                             "127.004,37.004</coordinates></LinearRing></innerBoundaryIs>";
    const std::string text =
        kml("<Folder><Placemark><name>공원</name><description><![CDATA[<b>No</b> drones]]></description>" +
            polygon(square, hole) + "</Placemark></Folder>");
    const auto import = readZonesKml(text, "park.kml", defaults);
    const Zone zone = import->features.at(0).zone.value();
    QCOMPARE(zone.identifier + ' ' + zone.country, std::string("K1 KOR"));
    QCOMPARE(textIn(zone.name, ""), std::string("공원"));
    QCOMPARE(textIn(zone.message, ""), std::string("No drones"));
    QCOMPARE(zone.layers.at(0).upper->metres, 120.0);
    const auto area = std::get<geo::Polygon>(zone.layers.at(0).area);
    QCOMPARE(area.outer.size(), 4u);
    QVERIFY(area.outer.at(1) == (geo::LatLon{37, 127.01}));
    QCOMPARE(area.holes.at(0).size(), 3u);
    QCOMPARE(summary(readZonesKml(text, "park.kml", std::nullopt).value()), std::string("REFUSED NO_MEANING"));
}

void ZonesKmlTest::hostileFiles_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("entities") << QByteArray("<!DOCTYPE kml [<!ENTITY a \"aaaa\">]><kml>&a;</kml>")
                              << QStringLiteral("HAS_DOCTYPE");
    QByteArray deep = "<kml>";
    for (int i = 0; i < 100; ++i)
        deep += "<Folder>";
    QTest::newRow("deep") << deep << QStringLiteral("TOO_DEEP");
    QTest::newRow("other XML") << QByteArray("<gpx></gpx>") << QStringLiteral("NOT_KML");
    QTest::newRow("cut") << QByteArray("<kml><Document>") << QStringLiteral("NOT_WELL_FORMED");
}

void ZonesKmlTest::hostileFiles() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    const auto import = readZonesKml(text.toStdString(), "f", defaults);
    QVERIFY(!import);
    QCOMPARE(QString::fromStdString(import.error().code), code);
}

void ZonesKmlTest::filesAreToldApart() {
    const ZoneFileOptions options{"KOR", defaults};
    QCOMPARE(readZoneFile(kml(""), "x", options)->format, std::string("KML"));
    QVERIFY(readZoneFile("\xEF\xBB\xBF {\"features\":[]}", "x", options));
    QCOMPARE(readZoneFile("hello", "x", options).error().code, std::string("UNKNOWN_FORMAT"));
    QCOMPARE(readZoneFile("", "x", options).error().code, std::string("UNKNOWN_FORMAT"));
    QCOMPARE(readZoneFile("(E0001/26 NOTAMN\r\n", "x", options)->format, std::string("NOTAM"));
}

QTEST_GUILESS_MAIN(ZonesKmlTest)
#include "zones_kml_test.moc"
