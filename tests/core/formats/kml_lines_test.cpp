#include "core/formats/kml_lines.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <format>
#include <random>

using namespace haneul;
using namespace haneul::formats;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string kml(std::string_view inside) {
    return std::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\">"
                       "<Document>{}</Document></kml>",
                       inside);
}

std::string placemark(std::string_view geometry) {
    return kml(std::format("<Placemark><name>way</name>{}</Placemark>", geometry));
}

const FileNote* noteOf(const KmlFile& file, std::string_view code) {
    const auto found = std::ranges::find(file.notes, code, &FileNote::code);
    return found == file.notes.end() ? nullptr : &*found;
}

} // namespace

class KmlLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheRecordedFlights_data();
    void readsTheRecordedFlights(); // R-RTE-17
    void readsAFlightToTheDigit();  // R-RTE-17
    void readsEveryKindOfLine();    // R-RTE-17
    void readsATrackWithItsTimes(); // R-UI-06
    void heightsAreWhatTheModeSays_data();
    void heightsAreWhatTheModeSays();
    void areasAndLinksAreNoted();
    void refusesBeforeTheLibrarySeesIt_data();
    void refusesBeforeTheLibrarySeesIt();
    void refusesWrongFiles_data();
    void refusesWrongFiles();
    void limitsHold();
    void writesWhatItReads();       // R-RTE-21
    void aMissionIsALineFromHome(); // R-RTE-21
};

void KmlLinesTest::readsTheRecordedFlights_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("areas");
    QTest::newRow("Washington") << "dcdemo.kml" << 3 << 3 << QByteArray("13 areas");
    QTest::newRow("Kentland") << "kentland-rid.kml" << 2 << 2 << QByteArray("10 areas");
    QTest::newRow("Zurich") << "zurich-rid.kml" << 2 << 2 << QByteArray("10 areas");
}

void KmlLinesTest::readsTheRecordedFlights() {
    QFETCH(QString, name);
    QFETCH(int, lines);
    QFETCH(int, places);
    QFETCH(QByteArray, areas);
    HANEUL_NEEDS_SHARED(folder, "data/kml-flights");
    const auto text = tests::readFile(folder + QStringLiteral("/") + name);
    const auto file = readKml(view(*text));
    QVERIFY_RESULT(file);
    QCOMPARE(file->lines.size(), static_cast<std::size_t>(lines));
    QCOMPARE(file->places.size(), static_cast<std::size_t>(places));
    QVERIFY(noteOf(*file, "AREA") && noteOf(*file, "AREA")->message.starts_with(areas.toStdString()));
    const auto again = readKml(writeKml("copy", *file));
    QVERIFY_RESULT(again);
    QCOMPARE(again->lines, file->lines);
    QCOMPARE(again->places, file->places);
}

void KmlLinesTest::readsAFlightToTheDigit() {
    HANEUL_NEEDS_SHARED(path, "data/kml-flights/dcdemo.kml");
    const auto text = tests::readFile(path);
    const auto file = readKml(view(*text));
    QVERIFY_RESULT(file);
    const KmlLine& line = file->lines[0];
    QCOMPARE(line.name, std::string("FlyNorth"));
    QCOMPARE(line.points.front().place, (geo::LatLon{39.07946259742567, -77.55585786189934}));
    QCOMPARE(line.points.front().height_m, 116.0);
    QCOMPARE(line.points[1].height_m, 140.0);
    QCOMPARE(line.points.back().height_m, 116.0);
    QCOMPARE(line.heights, KmlHeight::OnGround); // it says no mode: the heights in it are not meant
    QCOMPARE(file->places[0].name, std::string("operator_location"));
    QCOMPARE(file->places[0].heights, KmlHeight::Amsl);
}

void KmlLinesTest::readsEveryKindOfLine() {
    const auto file = readKml(kml(
        "<Folder><Placemark><name> a &amp; <![CDATA[b]]></name><MultiGeometry>"
        "<LineString><altitudeMode>absolute</altitudeMode><coordinates>127,37,100 127.1,37.1</coordinates></LineString>"
        "<MultiGeometry><kml:LinearRing xmlns:kml='x'><kml:coordinates>\n1,2 "
        "+3,4\t1,2\n</kml:coordinates></kml:LinearRing>"
        "</MultiGeometry><Point><coordinates>5,6,7</coordinates></Point></MultiGeometry></Placemark></Folder>"
        "<Placemark><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>"));
    QVERIFY_RESULT(file);
    QCOMPARE(file->lines.size(), 3u);
    const KmlLine first{
        "a &", KmlLineKind::LineString, KmlHeight::Amsl, {{{37, 127}, 100, {}}, {{37.1, 127.1}, {}, {}}}};
    QCOMPARE(file->lines[0], first);
    QCOMPARE(file->lines[1].kind, KmlLineKind::LinearRing);
    QCOMPARE(file->lines[1].points.size(), 3u);
    QCOMPARE(file->lines[1].points[1].place, (geo::LatLon{4, 3}));
    QVERIFY(file->lines[2].name.empty());
    QCOMPARE(file->places.size(), 1u);
    QVERIFY(file->notes.empty());
}

void KmlLinesTest::readsATrackWithItsTimes() {
    const auto file = readKml(
        placemark("<gx:Track xmlns:gx='x'><altitudeMode>absolute</altitudeMode>"
                  "<when>2026-05-28T02:02:09Z</when><when>2026-05-28T02:02:10.500Z</when><when>2026</when><when/>"
                  "<gx:coord>127 37 100</gx:coord><gx:coord/><gx:coord>127.1 37.1 101</gx:coord>"
                  "<gx:coord>127.2 37.2 102</gx:coord></gx:Track>"));
    QVERIFY_RESULT(file);
    QCOMPARE(file->lines.size(), 1u);
    const auto& points = file->lines[0].points;
    QCOMPARE(points.size(), 3u); // one place was not known
    QCOMPARE(toRfc3339(*points[0].time), std::string("2026-05-28T02:02:09.000Z"));
    QVERIFY(!points[1].time && !points[2].time);
    QVERIFY(noteOf(*file, "TIME_NOT_JUDGED")); // only a year
    QCOMPARE(readKml(placemark("<Track><when>2026-05-28T02:02:09Z</when></Track>")).error().code,
             std::string("BAD_TRACK"));
}

void KmlLinesTest::heightsAreWhatTheModeSays_data() {
    QTest::addColumn<QByteArray>("mode");
    QTest::addColumn<int>("heights");
    const auto row = [](const char* name, const char* mode, KmlHeight heights) {
        QTest::newRow(name) << QByteArray(mode) << static_cast<int>(heights);
    };
    row("absolute", "<altitudeMode> absolute </altitudeMode>", KmlHeight::Amsl);
    row("relative", "<altitudeMode>relativeToGround</altitudeMode>", KmlHeight::AboveGround);
    row("clamped", "<altitudeMode>clampToGround</altitudeMode>", KmlHeight::OnGround);
    row("not said", "", KmlHeight::OnGround);
    row("sea floor", "<gx:altitudeMode>relativeToSeaFloor</gx:altitudeMode>", KmlHeight::NotJudged);
    row("both", "<gx:altitudeMode>clampToSeaFloor</gx:altitudeMode><altitudeMode>absolute</altitudeMode>",
        KmlHeight::NotJudged);
    row("invented", "<altitudeMode>high</altitudeMode>", KmlHeight::NotJudged);
}

void KmlLinesTest::heightsAreWhatTheModeSays() {
    QFETCH(QByteArray, mode);
    QFETCH(int, heights);
    const auto file =
        readKml(placemark("<LineString>" + mode.toStdString() + "<coordinates>1,2,3 4,5,6</coordinates></LineString>"));
    QVERIFY_RESULT(file);
    QCOMPARE(static_cast<int>(file->lines[0].heights), heights);
    QCOMPARE(noteOf(*file, "HEIGHT_NOT_JUDGED") != nullptr, heights == static_cast<int>(KmlHeight::NotJudged));
}

void KmlLinesTest::areasAndLinksAreNoted() {
    const auto file = readKml(
        kml("<NetworkLink/><Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>1,2 3,4 5,6 1,2</coordinates>"
            "</LinearRing></outerBoundaryIs></Polygon></Placemark>\n<Placemark><LineString><coordinates>1,2"
            "</coordinates></LineString></Placemark>"));
    QVERIFY_RESULT(file);
    QVERIFY(file->lines.empty()); // the border of an area is no way
    QVERIFY(noteOf(*file, "NOT_READ") && noteOf(*file, "AREA") && noteOf(*file, "TOO_SHORT"));
    QCOMPARE(noteOf(*file, "TOO_SHORT")->where, std::string("line 3"));
}

void KmlLinesTest::refusesBeforeTheLibrarySeesIt_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, QByteArray text, const char* code) {
        QTest::newRow(name) << text << QByteArray(code);
    };
    row("document type", "<!DOCTYPE kml><kml/>", "HAS_DOCTYPE");
    row("document type in small letters", "<!doctype kml><kml/>", "HAS_DOCTYPE");
    row("entity", "<?xml version='1.0'?><!DOCTYPE k [<!ENTITY a \"aaaaaaaa\">]><kml>&a;</kml>", "HAS_DOCTYPE");
    row("entity inside", "<kml><!ENTITY a 'b'></kml>", "HAS_DOCTYPE");
    row("behind a comment", "<!-- --><!DOCTYPE kml><kml/>", "HAS_DOCTYPE");
    row("too deep", QByteArray("<kml>") + QByteArray("<a>").repeated(64), "TOO_DEEP");
    row("open", "<kml>", "NOT_WELL_FORMED");
    row("open mark", "<kml", "NOT_WELL_FORMED");
    row("open comment", "<kml><!-- </kml>", "NOT_WELL_FORMED");
    row("open CDATA", "<kml><![CDATA[ </kml>", "NOT_WELL_FORMED");
    row("end first", "</kml>", "NOT_WELL_FORMED");
    row("Latin 1", "<?xml version='1.0' encoding='ISO-8859-1'?><kml/>", "BAD_ENCODING");
    row("not UTF-8", "<kml>\xff</kml>", "BAD_ENCODING");
    row("UTF-16", QByteArray("\xff\xfe<\0k\0", 6), "BAD_ENCODING");
    row("a zero", QByteArray("<kml>\0</kml>", 12), "BAD_ENCODING");
}

void KmlLinesTest::refusesBeforeTheLibrarySeesIt() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    const auto file = readKml(view(text));
    QVERIFY(!file);
    QCOMPARE(file.error().code, code.toStdString());
    QVERIFY(file.error().where.starts_with("line "));
}

void KmlLinesTest::refusesWrongFiles_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const std::string& text, const char* code, const char* where) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(code) << QByteArray(where);
    };
    const auto line = [](std::string_view coordinates) {
        return placemark(std::format("\n<LineString><coordinates>{}</coordinates></LineString>", coordinates));
    };
    row("empty", "", "NOT_WELL_FORMED", "line 1");
    row("other end", "<kml><a>\n</b></kml>", "NOT_WELL_FORMED", "line 2");
    row("other file", "<gpx/>", "NOT_KML", "line 1");
    row("words", line("1,2 north,4"), "BAD_COORDINATES", "line 3");
    row("one number", line("1,2 3"), "BAD_COORDINATES", "line 3");
    row("four numbers", line("1,2,3,4 1,2"), "BAD_COORDINATES", "line 3");
    row("comma behind", line("1,2, 1,2"), "BAD_COORDINATES", "line 3");
    row("not a number", line("1,nan 1,2"), "BAD_COORDINATES", "line 3");
    row("latitude 91", line("1,91 1,2"), "BAD_PLACE", "line 3");
    row("longitude 181", line("181,1 1,2"), "BAD_PLACE", "line 3");
    row("height", line("1,2,1e9 1,2"), "BAD_NUMBER", "line 3");
    row("two places of a point", placemark("<Point><coordinates>1,2 3,4</coordinates></Point>"), "BAD_COORDINATES",
        "line 2");
}

void KmlLinesTest::refusesWrongFiles() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto file = readKml(view(text));
    QVERIFY(!file);
    QCOMPARE(file.error().code, code.toStdString());
    QCOMPARE(file.error().where, where.toStdString());
}

void KmlLinesTest::limitsHold() {
    QCOMPARE(readKml(std::string(maxKmlBytes + 1, ' ')).error().code, std::string("TOO_LARGE"));
    std::string many;
    for (std::size_t i = 0; i <= maxKmlPoints; ++i)
        many += "1,2 ";
    QCOMPARE(readKml(placemark("<LineString><coordinates>" + many + "</coordinates></LineString>")).error().code,
             std::string("TOO_MANY_POINTS"));
    std::string elements;
    for (std::size_t i = 0; i < maxKmlElements; ++i)
        elements += "<a/>";
    QCOMPARE(readKml(kml(elements)).error().code, std::string("TOO_LARGE"));
    // As deep as may be, and many things to say about: it is still quick.
    std::string deep = "<kml>", ends = "</kml>";
    for (std::size_t i = 1; i < maxKmlDepth - 2; ++i) {
        deep += "<Folder>";
        ends = "</Folder>" + ends;
    }
    for (int i = 0; i < 100'000; ++i)
        deep += "<Placemark><LineString/></Placemark>";
    const auto file = readKml(deep + ends);
    QVERIFY_RESULT(file);
    QCOMPARE(file->notes.size(), 101u);
    QVERIFY(noteOf(*file, "MORE_NOTES")->message.starts_with("99900 "));
}

void KmlLinesTest::writesWhatItReads() {
    std::mt19937_64 random(17);
    const auto number = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    for (int i = 0; i < 200; ++i) {
        KmlFile file;
        for (std::size_t l = 0; l < random() % 6; ++l) {
            KmlLine line{std::format("<{}> & \"서울\" ]]>", l),
                         static_cast<KmlLineKind>(random() % 3),
                         static_cast<KmlHeight>(random() % 4),
                         {}};
            for (std::size_t p = 0; p < 2 + random() % 20; ++p) {
                KmlPoint point{{number(-90, 90), number(-180, 180)}, {}, {}};
                if (random() % 4 != 0) point.height_m = number(-100, 9000);
                if (line.kind == KmlLineKind::Track && random() % 4 != 0)
                    point.time = utcMs(static_cast<std::int64_t>(random() % 4'000'000'000'000));
                line.points.push_back(point);
            }
            file.lines.push_back(std::move(line));
        }
        file.places.push_back({"위치", KmlHeight::Amsl, {{number(-90, 90), number(-180, 180)}, 3, {}}});
        const auto again = readKml(writeKml("test & <title>", file));
        QVERIFY_RESULT(again);
        QCOMPARE(again->lines, file.lines);
        QCOMPARE(again->places, file.places);
    }
    QCOMPARE(kmlName("  a\nb\x01 "), std::string("a b"));
    const std::string longName = kmlName("가" + std::string(500, 'x') + "각");
    QCOMPARE(longName.size(), 200u);
    QCOMPARE(kmlName(std::string(199, 'x') + "가").size(), 199u);
}

void KmlLinesTest::aMissionIsALineFromHome() {
    const MissionItems mission{"M-1",
                               {{37.5, 127}, 30},
                               {{MissionItemKind::TakeOff, {37.5, 127}, 90, 0, {}},
                                {MissionItemKind::Waypoint, {37.51, 127.01}, 90, 0, {}},
                                {MissionItemKind::Land, {37.51, 127.01}, 25, 0, {}}}};
    const auto file = readKml(writeKml("missions", {{kmlLineOf(mission)}, {}, {}}));
    QVERIFY_RESULT(file);
    const KmlLine wanted{
        "M-1",
        KmlLineKind::LineString,
        KmlHeight::Amsl,
        {{{37.5, 127}, 30, {}}, {{37.5, 127}, 90, {}}, {{37.51, 127.01}, 90, {}}, {{37.51, 127.01}, 25, {}}}};
    QCOMPARE(file->lines.size(), 1u);
    QCOMPARE(file->lines[0], wanted);
}

QTEST_GUILESS_MAIN(KmlLinesTest)
#include "kml_lines_test.moc"
