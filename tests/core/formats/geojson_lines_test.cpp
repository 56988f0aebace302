#include "core/formats/geojson_lines.h"

#include <QtTest>

#include <algorithm>

using namespace haneul;
using namespace haneul::formats;

namespace {

const std::string line = R"~({"type":"LineString","coordinates":[[127,37.5,60],[127.01,37.51]]})~";

std::string codeOf(const Result<GeoJsonLines>& lines) {
    return lines ? std::string() : lines.error().code;
}

} // namespace

class GeoJsonLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsALineIsRead();
    void whatIsWrongIsSaidWithItsPlace_data();
    void whatIsWrongIsSaidWithItsPlace();
    void refusals_data();
    void refusals();
};

void GeoJsonLinesTest::whatIsALineIsRead() {
    const std::string feature =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"\xEA\xB0\x95\\n\"},\"geometry\":" + line + "}";
    const auto alone = readGeoJsonLines(line);
    const auto one = readGeoJsonLines("\xEF\xBB\xBF" + feature);
    const auto two =
        readGeoJsonLines("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "," + feature + "]}");
    QVERIFY(alone && one && two);
    QCOMPARE(two->lines.size(), std::size_t{2});
    QCOMPARE(one->lines[0].name, std::string("\xEA\xB0\x95")); // short and in one line
    QCOMPARE(two->lines[1].where, std::string("features[1].geometry.coordinates"));
    const GeoJsonPoint first{{37.5, 127}, 60};
    const GeoJsonPoint second{{37.51, 127.01}, {}};
    QVERIFY(alone->lines[0].points == (std::vector{first, second}));
    QVERIFY(alone->notes.empty());
}

void GeoJsonLinesTest::whatIsWrongIsSaidWithItsPlace_data() {
    QTest::addColumn<QByteArray>("coordinates");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("one point") << QByteArray("[[1,2]]") << QByteArray("BAD_LINE") << QByteArray("geometry.coordinates");
    QTest::newRow("off the earth") << QByteArray("[[1,2],[1,91]]") << QByteArray("BAD_PLACE")
                                   << QByteArray("geometry.coordinates[1]");
    QTest::newRow("a word") << QByteArray("[[1,2],[\"x\",3]]") << QByteArray("BAD_PLACE")
                            << QByteArray("geometry.coordinates[1]");
    QTest::newRow("a height out of range")
        << QByteArray("[[1,2,1e9],[1,3]]") << QByteArray("BAD_PLACE") << QByteArray("geometry.coordinates[0]");
    QTest::newRow("no list") << QByteArray("7") << QByteArray("BAD_LINE") << QByteArray("geometry");
}

void GeoJsonLinesTest::whatIsWrongIsSaidWithItsPlace() {
    QFETCH(QByteArray, coordinates);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto read = readGeoJsonLines("{\"type\":\"LineString\",\"coordinates\":" + coordinates.toStdString() + "}");
    QVERIFY(read && read->lines.empty());
    QCOMPARE(read->notes.size(), std::size_t{1});
    QCOMPARE(read->notes[0].code, code.toStdString());
    QCOMPARE(read->notes[0].where, where.toStdString());
}

void GeoJsonLinesTest::refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::newRow("nothing") << QByteArray() << QByteArray("BAD_JSON");
    QTest::newRow("a list") << QByteArray("[]") << QByteArray("BAD_JSON");
    QTest::newRow("another type") << QByteArray("{\"type\":\"Topology\"}") << QByteArray("NOT_GEOJSON");
    QTest::newRow("no features") << QByteArray("{\"type\":\"FeatureCollection\"}") << QByteArray("NOT_GEOJSON");
    QTest::newRow("other coordinates")
        << QByteArray("{\"type\":\"Feature\",\"crs\":{\"properties\":{\"name\":\"EPSG:5179\"}}}")
        << QByteArray("UNKNOWN_DATUM");
    QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(maxGeoJsonLineBytes + 1), ' ')
                               << QByteArray("TOO_LARGE");
}

void GeoJsonLinesTest::refusals() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    const auto read = readGeoJsonLines({text.constData(), static_cast<std::size_t>(text.size())});
    QCOMPARE(codeOf(read), code.toStdString());
}

QTEST_GUILESS_MAIN(GeoJsonLinesTest)
#include "geojson_lines_test.moc"
