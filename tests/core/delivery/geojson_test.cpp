#include "core/delivery/geojson.h"
#include "tests/core/delivery/random_network.h"
#include "tests/support/result_macros.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace haneul;
using namespace haneul::delivery;

namespace {

std::string described(const Result<PathCandidates>& found) {
    return found ? std::string() : found.error().code + " " + found.error().where;
}

} // namespace

class GeoJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNetworkSurvives(); // R-RTE-17
    void itIsGeoJson();          // R-RTE-17
    void featuresMayBeMoved();
    void anotherTextIsRefused_data();
    void anotherTextIsRefused();
    void linesOfOtherPrograms();
    void whatIsNoLine();
    void heightsHaveTheirDatum();
    void brokenFilesAreRefused_data();
    void brokenFilesAreRefused();
};

void GeoJsonTest::everyNetworkSurvives() {
    for (unsigned seed = 0; seed < 300; ++seed) {
        const Network network = examples::RandomNetwork(seed).make();
        const auto again = networkFromGeoJson(toGeoJson(network));
        QVERIFY_RESULT(again);
        QVERIFY2(*again == network, toGeoJson(network).c_str());
    }
}

// As another program reads it (RFC 7946).
void GeoJsonTest::itIsGeoJson() {
    Network network = examples::reference();
    network.links[0].via = {{{37.5, 126.9}, 91.5}};
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toGeoJson(network)));
    QCOMPARE(document[u"type"].toString(), QStringLiteral("FeatureCollection"));
    const QJsonArray features = document[u"features"].toArray();
    QCOMPARE(features.size(), 6 + 9);
    const QJsonObject node = features[1].toObject();
    QCOMPARE(node[u"type"].toString(), QStringLiteral("Feature"));
    QCOMPARE(node[u"geometry"][u"type"].toString(), QStringLiteral("Point"));
    QCOMPARE(node[u"geometry"][u"coordinates"][0].toDouble(), network.nodes[1].place.longitude_deg); // longitude first
    QCOMPARE(node[u"geometry"][u"coordinates"][1].toDouble(), network.nodes[1].place.latitude_deg);
    QCOMPARE(node[u"properties"][u"id"].toString(), QStringLiteral("DP-01"));
    const QJsonObject link = features[6].toObject();
    QCOMPARE(link[u"geometry"][u"type"].toString(), QStringLiteral("LineString"));
    const QJsonArray line = link[u"geometry"][u"coordinates"].toArray();
    QCOMPARE(line.size(), 3);
    QCOMPARE(line[0][2].toDouble(), 80.0);
    QCOMPARE(line[1], (QJsonArray{126.9, 37.5, 91.5}));
    QCOMPARE(document[u"haneul_network"][u"height_datum"].toString(), QStringLiteral("AMSL"));
}

void GeoJsonTest::featuresMayBeMoved() {
    const Network network = examples::reference();
    auto document = QJsonDocument::fromJson(QByteArray::fromStdString(toGeoJson(network))).object();
    QJsonArray features = document[u"features"].toArray(), turned;
    for (qsizetype i = features.size(); i-- > 0;)
        turned.append(features[i]);
    document[u"features"] = turned;
    const auto again = networkFromGeoJson(QJsonDocument(document).toJson().toStdString());
    QVERIFY_RESULT(again);
    QCOMPARE(again->nodes.size(), network.nodes.size());
    QCOMPARE(*again->node("DP-03"), *network.node("DP-03"));
    QCOMPARE(*again->link("DP-02", "DP-05"), *network.link("DP-02", "DP-05"));
}

void GeoJsonTest::anotherTextIsRefused_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* from, const char* to, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << QString::fromUtf8(expected);
    };
    row("cut off", "\"features\"", "", "BAD_JSON ");
    row("of another program", "\"haneul_network\"", "\"name\"", "NOT_A_NETWORK haneul_network");
    row("another datum", "\"AMSL\"", "\"W84\"", "BAD_FIELD haneul_network.height_datum");
    row("unknown property", "\"serve_ms\"", "\"wait_ms\"", "UNKNOWN_FIELD features[0].properties.wait_ms");
    row("an area", "\"LineString\"", "\"Polygon\"", "BAD_FIELD features[6].geometry.type");
    row("a link as a point", "\"element\":\"node\"", "\"element\":\"link\"",
        "BAD_FIELD features[0].properties.element");
    row("no place", "\"coordinates\":[126.98,37.52,20]", "\"coordinates\":[126.98]",
        "BAD_FIELD features[0].geometry.coordinates");
    row("off the Earth", "\"coordinates\":[126.98,37.52,20]", "\"coordinates\":[126.98,97.52,20]",
        "BAD_FIELD features[0].geometry.coordinates");
    row("line without heights", "[[126.98,37.52,80]", "[[126.98,37.52]", "BAD_FIELD features[6].geometry.coordinates");
    row("line beside its node", "[[126.98,37.52,80]", "[[126.9801,37.52,80]", "END_NOT_AT_NODE links.BP-01>DP-01");
    row("line below its node", "[[126.98,37.52,80]", "[[126.98,37.52,79]", "END_NOT_AT_NODE links.BP-01>DP-01");
    row("what check() finds", "\"base\":\"BP-01\"", "\"base\":\"DP-01\"", "NO_BASE base");
}

void GeoJsonTest::anotherTextIsRefused() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, expected);
    QString text = QString::fromStdString(toGeoJson(examples::reference()));
    const auto at = text.indexOf(from);
    QVERIFY2(at >= 0, qPrintable(text.left(2000)));
    text.replace(at, from.size(), to);
    const auto network = networkFromGeoJson(text.toStdString());
    QVERIFY(!network);
    QCOMPARE(QString::fromStdString(network.error().code + " " + network.error().where), expected);
}

void GeoJsonTest::linesOfOtherPrograms() {
    const auto found =
        pathsFromGeoJson(R"({"type":"FeatureCollection","name":"export","crs":{"type":"name"},"features":[
        {"type":"Feature","id":7,"properties":{"name":"north","lanes":[1,{"a":null}]},"bbox":[0,0,1,1],
         "geometry":{"type":"LineString","coordinates":[[126.9,37.5,60],[127.0,37.6]]}},
        {"type":"Feature","properties":{"title":"two parts","name":3},"geometry":{"type":"GeometryCollection","geometries":[
         {"type":"MultiLineString","coordinates":[[[126,37],[127,38],[128,37]],[[1,2,3,4],[2,3,4,5]]]},
         {"type":"Point","coordinates":[0,0]}]}},
        {"type":"Feature","properties":null,"geometry":null}]})");
    QVERIFY_RESULT(found);
    QCOMPARE(found->paths.size(), std::size_t{3});
    QCOMPARE(found->paths[0].name, std::string("north"));
    QCOMPARE(found->paths[0].points, (std::vector<PathPoint>{{{37.5, 126.9}, 60}, {{37.6, 127.0}, {}}}));
    QCOMPARE(found->paths[1].name, std::string("two parts"));
    QCOMPARE(found->paths[1].points.size(), std::size_t{3});
    QCOMPARE(found->paths[2].points[1], (PathPoint{{3, 2}, 4}));
    QCOMPARE(found->otherGeometries, std::size_t{1});
    const auto bare = pathsFromGeoJson(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})");
    QVERIFY_RESULT(bare);
    QCOMPARE(bare->paths[0].points[0], (PathPoint{{2, 1}, {}}));
}

void GeoJsonTest::whatIsNoLine() {
    const auto found = pathsFromGeoJson(R"({"type":"GeometryCollection","geometries":[
        {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},{"type":"LineString","coordinates":[[1,2]]},
        {"type":"MultiPoint","coordinates":[[0,0]]},{"type":"LineString","coordinates":[]}]})");
    QVERIFY_RESULT(found);
    QCOMPARE(found->paths.size(), std::size_t{0});
    QCOMPARE(found->otherGeometries, std::size_t{2});
    QCOMPARE(found->tooShort, std::size_t{2});
}

void GeoJsonTest::heightsHaveTheirDatum() {
    const auto own = pathsFromGeoJson(toGeoJson(examples::reference()));
    QVERIFY_RESULT(own);
    QCOMPARE(own->paths.size(), std::size_t{9});
    QVERIFY(own->paths[0].datum == geo::HeightDatum::Amsl);
    const auto other = pathsFromGeoJson(R"({"type":"LineString","coordinates":[[1,2,3],[3,4,5]]})");
    QVERIFY(other->paths[0].datum == geo::HeightDatum::W84);
}

void GeoJsonTest::brokenFilesAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("nothing", "", "BAD_JSON ");
    row("a list", "[]", "BAD_JSON ");
    row("no type", "{}", "MISSING_FIELD type");
    row("unknown type", R"({"type":"Topology"})", "NOT_GEOJSON ");
    row("unknown geometry", R"({"type":"Feature","geometry":{"type":"Circle"}})", "NOT_GEOJSON geometry");
    row("no coordinates", R"({"type":"LineString"})", "MISSING_FIELD coordinates");
    row("numbers as text", R"({"type":"LineString","coordinates":[["1","2"],[3,4]]})", "BAD_FIELD coordinates");
    row("half a position", R"({"type":"LineString","coordinates":[[1],[3,4]]})", "BAD_FIELD .coordinates");
    row("off the Earth",
        R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,94]]}}]})",
        "BAD_PLACE features[0].geometry.coordinates");
    row("twice", R"({"type":"LineString","type":"LineString","coordinates":[[1,2],[3,4]]})", "DUPLICATE_FIELD type");
}

void GeoJsonTest::brokenFilesAreRefused() {
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(described(pathsFromGeoJson(text.toStdString()))), expected);
}

QTEST_GUILESS_MAIN(GeoJsonTest)
#include "geojson_test.moc"
