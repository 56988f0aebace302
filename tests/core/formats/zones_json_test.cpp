#include "core/formats/ed318_writer.h"
#include "core/formats/zone_fields.h"
#include "core/formats/zones_json.h"
#include "tests/support/shared_data.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::formats;
using namespace haneul::airspace;

namespace {

const char* const square = R"([[[127,37],[127.01,37],[127.01,37.01],[127,37.01],[127,37]]])";
const char* const meaning =
    R"("identifier":"P73","country":"KOR","type":"PROHIBITED","variant":"COMMON","zoneAuthority":[{"purpose":"AUTHORIZATION"}])";
const char* const limits = R"("layer":{"lower":0,"lowerReference":"AGL","upper":120,"upperReference":"AGL","uom":"m"})";

QByteArray feature(const QByteArray& properties, const QByteArray& coordinates, const QByteArray& layer) {
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{)" + properties +
           R"(},"geometry":{"type":"Polygon","coordinates":)" + coordinates + (layer.isEmpty() ? "" : ",") + layer +
           "}}]}";
}

QByteArray ed269(const QByteArray& members, const QByteArray& volume) {
    return R"({"UASZoneList":[{"identifier":"CH1","country":"CHE","name":"City","type":"COMMON","restriction":"REQ_AUTHORISATION",
        "zoneAuthority":[{"name":"A","purpose":"AUTHORIZATION","intervalBefore":"P3D"}],)" +
           members + R"("geometry":[{)" + volume + R"(,"horizontalProjection":{"type":"Polygon","coordinates":)" +
           square + "}}]}]}";
}

const QByteArray sound269 =
    R"("uomDimensions":"M","lowerLimit":0,"lowerVerticalReference":"AGL","upperLimit":150,"upperVerticalReference":"AMSL")";

ZoneImport readOf(const QByteArray& text) {
    return readZonesJson(text.toStdString(), "test.json").value();
}

std::string summary(const ZoneImport& import) {
    std::string text;
    for (const FeatureReport& report : import.features) {
        text += airspace::toString(report.outcome);
        for (const Finding& finding : report.findings)
            if (finding.severity != Severity::Note) text += ' ' + finding.code + ' ' + finding.where;
    }
    return text;
}

bool noted(const ZoneImport& import, std::string_view code) {
    for (const FeatureReport& report : import.features)
        for (const Finding& finding : report.findings)
            if (finding.code == code) return true;
    return false;
}

} // namespace

class ZonesJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void files_data();
    void files();
    void features_data();
    void features(); // R-SVC-03
    void meaningOfEd269();
    void meaningOfEd318();
    void times_data();
    void times();
    void markupIsTakenOut();
    void plainGeoJsonByDefaults();
    void realFiles_data();
    void realFiles();
    void realCircleAndLayers();
    void writtenIsReadBack();
    void writtenIsValid();
    void whatEd318CannotSayIsFound();
};

void ZonesJsonTest::files_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& text, const char* code) {
        QTest::newRow(name) << text << QString::fromLatin1(code);
    };
    row("nothing", "", "BAD_JSON");
    row("a list", "[]", "BAD_JSON");
    row("raw control character", "{\"features\":[\"\n\"]}", "BAD_JSON");
    row("deep", QByteArray(100'000, '['), "BAD_JSON");
    row("no list", R"({"zones":[]})", "NOT_ZONES");
    row("metres of a map",
        R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:3857"}},"features":[]})",
        "UNKNOWN_DATUM");
    row("WGS84", R"({"crs":{"properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}},"features":[]})", "");
    row("byte order mark", "\xEF\xBB\xBF{\"features\":[]}", "");
    QByteArray many = "{\"features\":[0";
    for (int i = 0; i < 50'000; ++i)
        many += ",0";
    row("50,001 features", many + "]}", "TOO_MANY_FEATURES");
}

void ZonesJsonTest::files() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, code);
    const auto import = readZonesJson(std::string_view(text.data(), std::size_t(text.size())), "f");
    QCOMPARE(import ? QString() : QString::fromStdString(import.error().code), code);
}

void ZonesJsonTest::features_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QByteArray& text, const char* expected) {
        QTest::newRow(name) << text << QString::fromLatin1(expected);
    };
    const auto with = [](const QByteArray& extra) { return QByteArray(meaning) + extra; };
    row("sound", feature(meaning, square, limits), "TAKEN");
    row("not closed", feature(meaning, "[[[127,37],[127.01,37],[127.01,37.01],[127,37.01]]]", limits),
        "QUARANTINED RING_NOT_CLOSED features[0].geometry.coordinates[0]");
    row("two points", feature(meaning, "[[[127,37],[127.01,37]]]", limits),
        "REFUSED BAD_AREA features[0].geometry.coordinates[0]");
    row("two points and back", feature(meaning, "[[[127,37],[127.01,37],[127,37]]]", limits),
        "REFUSED BAD_AREA features[0].geometry.coordinates[0]");
    row("bow tie", feature(meaning, "[[[127,37],[127.01,37.01],[127.01,37],[127,37.01],[127,37]]]", limits),
        "REFUSED BAD_AREA features[0]: layers[0].area.outer[0]");
    row("metres of a map",
        feature(meaning, "[[[14137575,4439106],[14138575,4439106],[14138575,4440106],[14137575,4439106]]]", limits),
        "REFUSED BAD_AREA features[0].geometry.coordinates[0][0] BAD_AREA features[0].geometry.coordinates[0]");
    row("limits exchanged",
        feature(meaning, square, R"("layer":{"lower":3000,"lowerReference":"AMSL","upper":0,"upperReference":"AMSL"})"),
        "REFUSED BAD_LIMITS features[0]: layers[0].upper");
    row("unknown datum",
        feature(meaning, square, R"("layer":{"lower":0,"lowerReference":"AGL","upper":180,"upperReference":"STD"})"),
        "REFUSED UNKNOWN_DATUM features[0].geometry.layer.upperReference");
    row("no datum", feature(meaning, square, R"("layer":{"lower":0,"lowerReference":"AGL","upper":180})"),
        "REFUSED UNKNOWN_DATUM features[0].geometry.layer.upperReference");
    row("unknown unit",
        feature(meaning, square,
                R"("layer":{"lower":0,"lowerReference":"AGL","upper":180,"upperReference":"AGL","uom":"FL"})"),
        "REFUSED UNKNOWN_UNIT features[0].geometry.layer.uom");
    row("no limits", feature(meaning, square, ""), "QUARANTINED NO_LIMITS geometry.layer");
    row("limit as text",
        feature(meaning, square,
                R"("layer":{"lower":"0","lowerReference":"AGL","upper":"120","upperReference":"AGL"})"),
        "TAKEN");
    row("limit as words",
        feature(meaning, square,
                R"("layer":{"lower":"SFC","lowerReference":"AGL","upper":120,"upperReference":"AGL"})"),
        "REFUSED BAD_NUMBER features[0].geometry.layer.lower");
    row("member twice", feature(with(R"(,"type":"NO_RESTRICTION")"), square, limits),
        "REFUSED DUPLICATE_FIELD features[0].properties.type");
    row("unknown type",
        feature(R"("identifier":"A","country":"KOR","type":"CLOSED","variant":"COMMON")", square, limits),
        "REFUSED UNKNOWN_TYPE features[0].properties.type");
    row("two-letter country",
        feature(R"("identifier":"A","country":"KR","type":"PROHIBITED","variant":"COMMON")", square, limits),
        "REFUSED BAD_COUNTRY features[0]: country");
    row("not a time", feature(with(R"(,"limitedApplicability":[{"startDateTime":"tomorrow"}])"), square, limits),
        "REFUSED BAD_TIME features[0].properties.limitedApplicability[0].startDateTime");
    row("time without offset",
        feature(with(R"(,"limitedApplicability":[{"startDateTime":"2026-01-01T00:00:00"}])"), square, limits),
        "QUARANTINED NO_TIME_ZONE features[0].properties.limitedApplicability[0].startDateTime");
    row("end before beginning",
        feature(
            with(
                R"(,"limitedApplicability":[{"startDateTime":"2026-01-02T00:00:00Z","endDateTime":"2026-01-01T00:00:00Z"}])"),
            square, limits),
        "REFUSED BAD_TIMES features[0]: periods[0].to");
    row("unknown day",
        feature(with(R"(,"limitedApplicability":[{"schedule":[{"day":["MON","FUNDAY"]}]}])"), square, limits),
        "REFUSED BAD_SCHEDULE features[0].properties.limitedApplicability[0].schedule[0].day[1]");
    row("point",
        R"({"features":[{"type":"Feature","properties":{)" + QByteArray(meaning) +
            R"(},"geometry":{"type":"Point","coordinates":[127,37],)" + limits + "}}]}",
        "REFUSED NO_EXTENT features[0].geometry");
    row("line",
        R"({"features":[{"type":"Feature","properties":{)" + QByteArray(meaning) +
            R"(},"geometry":{"type":"LineString","coordinates":[[127,37],[128,37]],)" + limits + "}}]}",
        "REFUSED NOT_AN_AREA features[0].geometry");
    row("no geometry",
        R"({"features":[{"type":"Feature","properties":{)" + QByteArray(meaning) + R"(},"geometry":null}]})",
        "REFUSED NO_GEOMETRY features[0]");
    row("not an object", R"({"features":[7]})", "REFUSED NOT_A_FEATURE features[0]");
    row("areas without meaning", feature(R"("name":"x")", square, ""), "REFUSED NO_MEANING features[0]");
    row("ED-269", ed269("", sound269), "TAKEN");
    row("ED-269, no unit",
        ed269("", R"("lowerLimit":0,"lowerVerticalReference":"AGL","upperLimit":150,"upperVerticalReference":"AMSL")"),
        "REFUSED UNKNOWN_UNIT UASZoneList[0].geometry[0]");
    row("ED-269, not permanent without dates", ed269(R"("applicability":[{"permanent":"NO"}],)", sound269),
        "QUARANTINED NO_TIMES UASZoneList[0].applicability[0]");
    row("the same twice",
        R"({"features":[)" + feature(meaning, square, limits).mid(40).chopped(2) + ',' +
            feature(meaning, square, limits).mid(40).chopped(2) + "]}",
        "TAKENQUARANTINED DUPLICATE_IDENTIFIER features[1]");
}

void ZonesJsonTest::features() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, expected);
    QCOMPARE(QString::fromStdString(summary(readOf(text))), expected);
}

void ZonesJsonTest::meaningOfEd269() {
    const ZoneImport import = readOf(ed269(
        R"("restrictionConditions":"RST02","region":5,"reason":["NATURE","FOREIGN_TERRITORY"],
        "otherReasonInfo":"birds","regulationExemption":"YES","uSpaceClass":"EUROCONTROL","message":"<p>Stay<b>away</b></p>",
        "applicability":[{"permanent":"NO","startDateTime":"2026-03-01T09:00:00+09:00","endDateTime":"2026-10-01T00:00:00Z",
        "dailyPeriod":[{"day":["FRI"],"startTime":"22:00","endTime":"02:00Z"}]}],)",
        R"("uomDimensions":"FT","lowerLimit":"100","lowerVerticalReference":"AGL","upperLimit":400,"upperVerticalReference":"AMSL")"));
    QCOMPARE(import.format, std::string("ED-269"));
    const Zone zone = import.features.at(0).zone.value();
    QVERIFY(zone.type == ZoneType::ReqAuthorization && zone.variant == Variant::Common);
    QCOMPARE(zone.restrictionConditions, std::string("RST02"));
    QCOMPARE(zone.region, std::optional(5));
    QVERIFY(zone.reasons == (std::vector{Reason::Nature, Reason::ForeignTerritory}));
    QCOMPARE(textIn(zone.message, "en"), std::string("Stay away"));
    QCOMPARE(zone.regulationExemption, std::optional(true));
    QCOMPARE(zone.uSpaceClass, std::string("EUROCONTROL"));
    QCOMPARE(zone.authorities.at(0).intervalBefore, std::string("P3D"));
    QVERIFY(zone.periods.at(0).from == fromRfc3339("2026-03-01T00:00:00Z"));
    const DailyPeriod daily = zone.periods.at(0).schedule.at(0);
    QVERIFY(daily == (DailyPeriod{{Day::Fri}, ClockTime{22 * 3600, 0}, ClockTime{2 * 3600, 0}}));
    const Layer layer = zone.layers.at(0);
    QVERIFY(std::abs(layer.lower->metres - 30.48) < 1e-9 && layer.lower->reference == geo::VerticalReference::Agl);
    QVERIFY(std::abs(layer.upper->metres - 121.92) < 1e-9 && layer.upper->reference == geo::VerticalReference::Amsl);
    const auto polygon = std::get<geo::Polygon>(layer.area);
    QCOMPARE(polygon.outer.size(), 4u);
    QVERIFY(polygon.outer.at(1) == (geo::LatLon{37, 127.01})); // [lon, lat]
    QCOMPARE(zone.source.where, std::string("UASZoneList[0]"));
    QVERIFY(noted(import, "NUMBER_AS_TEXT") && noted(import, "MARKUP_REMOVED"));
}

void ZonesJsonTest::meaningOfEd318() {
    const ZoneImport import = readOf(feature(
        QByteArray(meaning) + R"(,"name":[{"text":"서울","lang":"ko-KR"},{"text":"Seoul","lang":"en-GB"}],
        "limitedApplicability":[{"schedule":[{"day":["ANY"],"startEvent":"EECT","endEvent":"BMCT"},{"day":["SUN"],"startTime":"10:00:00+09:00","endTime":"23:59:59+09:00"}]}],
        "extendedProperties":{"colour":"red"},"dataSource":{"creationDate":"2025-01-01T00:00:00Z","originator":{"text":"CAA","lang":"en"}})",
        square, R"("layer":{"upper":99999,"upperReference":"AGL","lower":60,"lowerReference":"WGS84","uom":"m"})"));
    const Zone zone = import.features.at(0).zone.value();
    QCOMPARE(textIn(zone.name, "ko"), std::string("서울"));
    QVERIFY(zone.periods.at(0).schedule.at(0) == (DailyPeriod{{}, Daylight::Eect, Daylight::Bmct}));
    QVERIFY(zone.periods.at(0).schedule.at(1) ==
            (DailyPeriod{{Day::Sun}, ClockTime{36'000, 32'400}, ClockTime{86'400, 32'400}}));
    QCOMPARE(zone.extended, std::string(R"({"colour":"red"})"));
    QCOMPARE(zone.source.originator, std::string("CAA"));
    QVERIFY(!zone.layers.at(0).upper && noted(import, "UNLIMITED_BY_NUMBER"));
    QVERIFY(zone.layers.at(0).lower == (geo::VerticalLimit{60, geo::VerticalReference::W84}));
}

void ZonesJsonTest::times_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("utc"); // empty: refused
    QTest::newRow("Z") << QByteArray("2026-01-02T03:04:05Z") << QByteArray("2026-01-02T03:04:05.000Z");
    QTest::newRow("east") << QByteArray("2026-01-02T03:04:05+09:00") << QByteArray("2026-01-01T18:04:05.000Z");
    QTest::newRow("west") << QByteArray("2026-01-02T03:04-0330") << QByteArray("2026-01-02T06:34:00.000Z");
    QTest::newRow("fraction") << QByteArray("2026-01-02T03:04:05.25Z") << QByteArray("2026-01-02T03:04:05.250Z");
    QTest::newRow("nothing") << QByteArray("2026-01-02T03:04:05") << QByteArray("2026-01-02T03:04:05.000Z");
    QTest::newRow("30 February") << QByteArray("2026-02-30T03:04:05Z") << QByteArray();
    QTest::newRow("25 hours") << QByteArray("2026-02-03T25:04:05Z") << QByteArray();
    QTest::newRow("24:00") << QByteArray("2026-02-03T24:00:00Z") << QByteArray("2026-02-04T00:00:00.000Z");
    QTest::newRow("24:00:01") << QByteArray("2026-02-03T24:00:01Z") << QByteArray();
    QTest::newRow("tail") << QByteArray("2026-02-03T23:00:00ZZ") << QByteArray();
    QTest::newRow("date only") << QByteArray("2026-02-03") << QByteArray();
}

void ZonesJsonTest::times() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, utc);
    const auto read = timeIn(text.toStdString());
    QCOMPARE(read ? QByteArray::fromStdString(toRfc3339(read->time)) : QByteArray(), utc);
}

void ZonesJsonTest::markupIsTakenOut() {
    QCOMPARE(withoutMarkup("<p>Below <b>45 m</b> &amp; in sight.<br/>Call</p>"),
             std::string("Below 45 m & in sight. Call"));
    QCOMPARE(withoutMarkup("a < b and c > d"), std::string("a < b and c > d"));
    QCOMPARE(withoutMarkup("line\r\n  two\t"), std::string("line two"));
    QCOMPARE(withoutMarkup("<"), std::string("<"));
    QCOMPARE(withoutMarkup("<b"), std::string("<b"));
}

void ZonesJsonTest::plainGeoJsonByDefaults() {
    const ZoneDefaults defaults{
        "KOR", "GIS", ZoneType::Conditional, {}, geo::VerticalLimit{150, geo::VerticalReference::Agl}};
    const auto import =
        readZonesJson(feature(R"("name":"공원","colour":3)", square, "").toStdString(), "park.geojson", defaults);
    QCOMPARE(import->format, std::string("GeoJSON"));
    QCOMPARE(summary(*import), std::string("QUARANTINED MEANING_BY_DEFAULT features[0]"));
    const Zone zone = import->features.at(0).zone.value();
    QCOMPARE(zone.identifier, std::string("GIS1"));
    QCOMPARE(textIn(zone.name, ""), std::string("공원"));
    QVERIFY(zone.type == ZoneType::Conditional && zone.layers.at(0).upper->metres == 150);
    QCOMPARE(zone.source.file, std::string("park.geojson"));
}

void ZonesJsonTest::realFiles_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("quarantined");
    QTest::addColumn<int>("refused");
    const auto row = [](const char* path, int taken, int quarantined, int refused) {
        QTest::newRow(path) << QString::fromLatin1(path) << taken << quarantined << refused;
    };
    row("data/ed318-zones/interuss-che-cis_source_sample_ed269.json", 1, 0, 0);
    row("data/ed318-zones/interuss-che-cis_source_sample_ed318.json", 3, 0, 0);
    row("data/ed318-zones/eurocontrol-Example_Collection.json", 2, 0, 0);
    row("data/ed318-zones/eurocontrol-Example_GeoZone_2_Layers.json", 1, 0, 0);
    row("data/ed318-zones/eurocontrol-Example_GeoZone_Circle.json", 1, 0, 0);
    row("data/ed318-zones/eurocontrol-Example_GeoZone_with_extension.json", 1, 0, 0);
    row("data/ed318-zones/spain-infra.geojson", 3, 0, 0);
    row("data/ed318-zones/spain-urbano.geojson", 3, 1, 0);
    row("reference/geozone-samples/ireland-representative-sample.geojson", 3, 0, 0);
    row("reference/geozone-samples/spain-aero-representative-sample.geojson", 3, 0, 0);
}

void ZonesJsonTest::realFiles() {
    QFETCH(const QString, path);
    HANEUL_NEEDS_SHARED(shared, "data/ed318-zones/spain-infra.geojson");
    const auto bytes = tests::readFile(tests::sharedPath(path));
    QVERIFY(bytes);
    const auto import = readZonesJson(bytes->toStdString(), "real");
    QVERIFY(import);
    QString why;
    for (const FeatureReport& report : import->features)
        for (const Finding& finding : report.findings)
            if (finding.severity != Severity::Note)
                why += QString::fromStdString(report.identifier + ": " + finding.code + ' ' + finding.where + ' ' +
                                              finding.message + '\n');
    if (!why.isEmpty()) qInfo().noquote() << why;
    QTEST(int(import->count(Outcome::Taken)), "taken");
    QTEST(int(import->count(Outcome::Quarantined)), "quarantined");
    QTEST(int(import->count(Outcome::Refused)), "refused");
}

void ZonesJsonTest::realCircleAndLayers() {
    HANEUL_NEEDS_SHARED(circlePath, "reference/ed-318/examples/Example_GeoZone_Circle.json");
    const auto circle = readZonesJson(tests::readFile(circlePath)->toStdString(), "c");
    QVERIFY(std::get<geo::Circle>(circle->features.at(0).zone->layers.at(0).area) ==
            (geo::Circle{{50.122901, 2.636866}, 3500}));
    HANEUL_NEEDS_SHARED(layersPath, "reference/ed-318/examples/Example_GeoZone_2_Layers.json");
    const auto layers = readZonesJson(tests::readFile(layersPath)->toStdString(), "l");
    const Zone zone = layers->features.at(0).zone.value();
    QCOMPARE(zone.layers.size(), 2u);
    QCOMPARE(zone.layers.at(1).upper->metres, 50.0);
    QCOMPARE(zone.periods.at(0).schedule.size(), 2u);
}

namespace {

Zone fullZone() {
    Zone zone;
    zone.identifier = "RKP73";
    zone.country = "KOR";
    zone.name = {{"서울 도심", "ko-KR"}, {"Seoul", "en-GB"}};
    zone.type = ZoneType::ReqAuthorization;
    zone.variant = Variant::Customized;
    zone.restrictionConditions = "ask";
    zone.region = 3;
    zone.reasons = {Reason::Sensitive, Reason::Other};
    zone.otherReason = {{"Palace", "en-GB"}};
    zone.regulationExemption = false;
    zone.message = {{"Call first", "en-GB"}};
    zone.authorities = {{{{"CDC", "en-GB"}},
                         {{"Desk", "en-GB"}},
                         {},
                         "https://example.org",
                         "a@example.org",
                         "02",
                         Purpose::Authorization,
                         "P3D"}};
    zone.periods = {{utcMs(1'767'225'600'000),
                     utcMs(1'798'761'600'000),
                     {{{Day::Fri}, ClockTime{79'200, 0}, ClockTime{7200, 0}},
                      {{}, Daylight::Eect, Daylight::Bmct},
                      {{Day::Sun}, ClockTime{0, 32'400}, ClockTime{86'400, 32'400}}}}};
    zone.layers = {{geo::Circle{{37.55, 126.98}, 3704}, geo::VerticalLimit{0, geo::VerticalReference::Agl}, {}},
                   {geo::Polygon{{{37, 127}, {37, 127.1}, {37.1, 127.1}, {37.1, 127}},
                                 {{{37.04, 127.04}, {37.06, 127.04}, {37.06, 127.06}, {37.04, 127.06}}}},
                    geo::VerticalLimit{100, geo::VerticalReference::W84},
                    geo::VerticalLimit{300.5, geo::VerticalReference::Amsl}}};
    zone.extended = R"({"colour":"red"})";
    return zone;
}

} // namespace

void ZonesJsonTest::writtenIsReadBack() {
    const Zone zone = fullZone();
    const Ed318Text written = writeEd318({&zone, 1}, {"test", {{"Haneul", "en-GB"}}, utcMs(0)});
    QVERIFY(written.findings.empty());
    const auto import = readZonesJson(written.text, "f");
    QCOMPARE(summary(*import), std::string("TAKEN"));
    Zone read = import->features.at(0).zone.value();
    read.source = {};
    auto& ring = std::get<geo::Polygon>(read.layers[1].area);
    std::ranges::rotate(ring.holes[0], ring.holes[0].end() - 1); // reversed: holes run with the clock
    std::ranges::reverse(ring.holes[0]);
    std::ranges::rotate(ring.holes[0], std::ranges::find(ring.holes[0], geo::LatLon{37.04, 127.04}));
    QVERIFY(ring.outer == std::get<geo::Polygon>(zone.layers[1].area).outer);
    QCOMPARE(ring.holes[0].size(), 4u);
    ring = std::get<geo::Polygon>(zone.layers[1].area);
    QVERIFY(read == zone);
}

void ZonesJsonTest::writtenIsValid() {
    HANEUL_NEEDS_SHARED(schemas, "reference/ed-318/schema/Schema_GeoZones.json");
    QTemporaryDir folder;
    QStringList arguments{QStringLiteral(HANEUL_SOURCE_DIR "/tests/core/formats/ed318_schema_check.py"),
                          QFileInfo(schemas).absolutePath()};
    const auto write = [&](const char* name, const std::string& text) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), qint64(text.size()));
        arguments.append(path);
    };
    const Zone zone = fullZone();
    Zone bare = zone;
    bare.identifier = "A_LONG_IDENTIFIER";
    bare.authorities.clear();
    bare.name = {{std::string(700, 'x'), {}}};
    bare.periods.clear();
    bare.reasons = {Reason::ForeignTerritory};
    write("own.json", writeEd318(std::vector{zone, bare, bare}, {"test", {}, utcMs(0)}).text);
    write("empty.json", writeEd318({}, {}).text);
    // What authorities publish, invalid as it is, is valid once it went through.
    for (const char* const name : {"data/ed318-zones/spain-urbano.geojson", "data/ed318-zones/spain-infra.geojson",
                                   "reference/geozone-samples/ireland-representative-sample.geojson",
                                   "reference/geozone-samples/spain-aero-representative-sample.geojson",
                                   "data/ed318-zones/interuss-che-cis_source_sample_ed269.json",
                                   "data/ed318-zones/interuss-che-cis_source_sample_ed318.json"}) {
        const auto bytes = tests::readFile(tests::sharedPath(QString::fromLatin1(name)));
        QVERIFY(bytes);
        const auto zones = zonesOf(readZonesJson(bytes->toStdString(), name).value(), true);
        QVERIFY(!zones.empty());
        write(QByteArray(name).replace('/', '_').constData(), writeEd318(zones, {name, {}, utcMs(0)}).text);
    }
    QProcess python;
    python.start(QStringLiteral("python3"), arguments);
    if (!python.waitForStarted() || !python.waitForFinished()) QSKIP("python3 is not there");
    const QByteArray said = python.readAllStandardOutput();
    const QByteArray wrong = python.readAllStandardError();
    if (wrong.contains("No module named")) QSKIP("python3-jsonschema is not there");
    QVERIFY2(python.exitCode() == 0 && said.contains("8 valid, 0 not"), QByteArray(said + wrong).constData());
    // The check itself finds a fault: the standard's own example of one.
    arguments = {arguments[0], arguments[1],
                 tests::sharedPath(QStringLiteral("reference/ed-318/examples/InvalidExample_GeoZone_2_Layers.json"))};
    python.start(QStringLiteral("python3"), arguments);
    QVERIFY(python.waitForFinished());
    QCOMPARE(python.exitCode(), 1);
}

void ZonesJsonTest::whatEd318CannotSayIsFound() {
    Zone zone = fullZone();
    zone.identifier = "LONG_NAME_1";
    zone.uSpaceClass = "X";
    zone.reasons = {Reason::ForeignTerritory};
    zone.message = {{std::string(500, 'x'), "en"}};
    Zone other = zone;
    other.identifier = "LONG_NAME_2";
    const Ed318Text written = writeEd318(std::vector{zone, other}, {"test", {}, utcMs(0)});
    std::vector<std::string> codes;
    for (const Finding& finding : written.findings)
        codes.push_back(finding.code);
    QVERIFY(codes == (std::vector<std::string>{"SHORTENED", "NOT_IN_ED318", "SHORTENED", "NOT_IN_ED318", "SHORTENED",
                                               "NOT_IN_ED318", "SHORTENED", "NOT_IN_ED318"}));
    QVERIFY(written.text.contains(R"("LONG_NA")") && written.text.contains(R"("LONG_N1")"));
}

QTEST_GUILESS_MAIN(ZonesJsonTest)
#include "zones_json_test.moc"
