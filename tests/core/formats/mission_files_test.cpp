#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "tests/support/result_macros.h"
#include "tests/support/shared_data.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <format>
#include <random>

using namespace haneul;
using namespace haneul::formats;

namespace {

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

// A plan with these items, as text.
std::string planOf(const std::string& items, const std::string& home = "47, 8, 400") {
    return std::format(R"({{"fileType":"Plan","version":1,"mission":{{"version":2,"plannedHomePosition":[{}],)"
                       R"("items":[{}]}}}})",
                       home, items);
}

std::string simple(int command, int frame, const std::string& params, const std::string& more = "") {
    return std::format(R"({{"type":"SimpleItem","command":{},"frame":{},"params":[{}]{}}})", command, frame, params,
                       more);
}

std::size_t notesOf(const MissionFile& file, std::string_view code) {
    return static_cast<std::size_t>(std::ranges::count(file.notes, code, &FileNote::code));
}

MissionItems anyMission(std::mt19937_64& random) {
    const auto number = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    MissionItems mission;
    mission.home = {{number(-90, 90), number(-180, 180)}, number(-400, 4000)};
    const std::size_t count = 1 + random() % 30;
    for (std::size_t i = 0; i < count; ++i) {
        MissionItem item;
        item.kind = static_cast<MissionItemKind>(random() % 4);
        item.place = {number(-90, 90), number(-180, 180)};
        item.height_m = number(-400, 9000);
        if (random() % 3 == 0) item.hold_ms = static_cast<std::int64_t>(random() % 4'000'000);
        if (random() % 4 == 0) item.speed_mps = number(0.1, 30);
        mission.items.push_back(item);
    }
    return mission;
}

} // namespace

class MissionFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsThePlansOfQGroundControl_data();
    void readsThePlansOfQGroundControl(); // R-RTE-17 R-RTE-21
    void refusesWrongPlansWithTheReason_data();
    void refusesWrongPlansWithTheReason(); // R-RTE-17
    void samplePlanIsReadToTheDigit();     // R-RTE-17
    void surveyIsExpanded();               // R-RTE-17
    void heightsAreJudgedOnlyWhereKnown_data();
    void heightsAreJudgedOnlyWhereKnown(); // R-RTE-17
    void holdsSpeedsAndDropsAreRead();     // R-RTE-21
    void returnHomeIsFlownAtTheHeightBefore();
    void whatIsMissingIsSaid();
    void fencesAndRallyPointsAreCounted();
    void refusesTooMuch();
    void readsFlownMissions(); // R-RTE-17
    void refusesOtherTexts_data();
    void refusesOtherTexts(); // R-RTE-17
    void fenceAndRallyFilesAreNoMissions_data();
    void fenceAndRallyFilesAreNoMissions();
    void bothWritersAreReadBackEqual(); // R-RTE-21
    void writersRefuseWhatCannotBeFlown();
    void oneMissionIsTheSameInBothFormats(); // R-RTE-21
};

void MissionFilesTest::readsThePlansOfQGroundControl_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("items");
    QTest::addColumn<int>("notRead");
    QTest::addColumn<QByteArray>("code"); // of missionItems(); empty: it can be flown
    QTest::newRow("sample") << "qgroundcontrol_sample" << 5 << 0 << QByteArray();
    QTest::newRow("camera only") << "qgroundcontrol_sample_with_digicam_control" << 0 << 0
                                 << QByteArray("MISSION_EMPTY");
    QTest::newRow("structure scan") << "qgroundcontrol_sample_with_structured_scan" << 0 << 1
                                    << QByteArray("MISSION_EMPTY");
    QTest::newRow("survey") << "qgroundcontrol_sample_with_survey" << 8 << 0 << QByteArray();
}

void MissionFilesTest::readsThePlansOfQGroundControl() {
    QFETCH(QString, name);
    QFETCH(int, items);
    QFETCH(int, notRead);
    QFETCH(QByteArray, code);
    HANEUL_NEEDS_SHARED(folder, "data/qgc-plan");
    const auto text = tests::readFile(folder + QStringLiteral("/") + name + QStringLiteral(".plan"));
    QVERIFY(text);
    const auto file = readQgcPlan(view(*text));
    QVERIFY_RESULT(file);
    QCOMPARE(file->items.size(), static_cast<std::size_t>(items));
    QCOMPARE(notesOf(*file, "NOT_READ"), static_cast<std::size_t>(notRead));
    const auto flown = missionItems(*file);
    QCOMPARE(flown ? "" : flown.error().code, code.toStdString());
}

void MissionFilesTest::refusesWrongPlansWithTheReason_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    QTest::newRow("survey without items")
        << "qgroundcontrol_sample_with_survey_missing_items" << QByteArray("MISSING_FIELD")
        << QByteArray("mission.items[1].TransectStyleComplexItem.Items");
    QTest::newRow("survey of version 9") << "qgroundcontrol_sample_with_survey_wrong_version"
                                         << QByteArray("BAD_VERSION") << QByteArray("mission.items[1].version");
    QTest::newRow("no mission") << "qgroundcontrol_sample_without_mission" << QByteArray("MISSING_FIELD")
                                << QByteArray("mission");
    QTest::newRow("mission of version 7")
        << "qgroundcontrol_sample_wrong_mission_version" << QByteArray("BAD_VERSION") << QByteArray("mission.version");
    QTest::newRow("file of version 42") << "qgroundcontrol_sample_wrong_overall_version" << QByteArray("BAD_VERSION")
                                        << QByteArray("version");
}

void MissionFilesTest::refusesWrongPlansWithTheReason() {
    QFETCH(QString, name);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    HANEUL_NEEDS_SHARED(folder, "data/qgc-plan");
    const auto text = tests::readFile(folder + QStringLiteral("/") + name + QStringLiteral(".plan"));
    QVERIFY(text);
    const auto file = readQgcPlan(view(*text));
    QVERIFY(!file);
    QCOMPARE(file.error().code, code.toStdString());
    QCOMPARE(file.error().where, where.toStdString());
    QVERIFY(!file.error().message.empty());
}

void MissionFilesTest::samplePlanIsReadToTheDigit() {
    HANEUL_NEEDS_SHARED(path, "data/qgc-plan/qgroundcontrol_sample.plan");
    const auto text = tests::readFile(path);
    const auto file = readQgcPlan(view(*text));
    QVERIFY_RESULT(file);
    QCOMPARE(file->home, (MissionHome{{47.3977507, 8.5456075}, 488.93101752001763}));
    QCOMPARE(file->items[0].kind, PathKind::TakeOff);
    QCOMPARE(*file->items[0].place, (geo::LatLon{47.3977507, 8.5456075}));
    QCOMPARE(file->items[0].height_m, 50.0);
    QCOMPARE(file->items[0].heightReference, HeightReference::AboveHome);
    QCOMPARE(file->items[1].where, std::string("mission.items[1]"));
    QCOMPARE(file->items[4].kind, PathKind::ReturnHome);
    QCOMPARE(notesOf(*file, "IGNORED"), 1u); // the camera
    QCOMPARE(notesOf(*file, "RETURN_HEIGHT_NOT_JUDGED"), 1u);

    const auto mission = missionItems(*file);
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->items.size(), 6u); // the return home is two
    QCOMPARE(mission->items[1].height_m, 50 + 488.93101752001763);
    QCOMPARE(mission->items[5].kind, MissionItemKind::Land);
    QCOMPARE(mission->items[5].place, file->home->place);
}

void MissionFilesTest::surveyIsExpanded() {
    HANEUL_NEEDS_SHARED(path, "data/qgc-plan/qgroundcontrol_sample_with_survey.plan");
    const auto text = tests::readFile(path);
    const auto file = readQgcPlan(view(*text));
    QVERIFY_RESULT(file);
    QCOMPARE(*file->items[0].place, (geo::LatLon{47.397705960554916, 8.546339694155481}));
    QCOMPARE(file->items[0].where, std::string("mission.items[1].TransectStyleComplexItem.Items[0]"));
    QVERIFY(std::ranges::all_of(file->items, [](const PathItem& item) { return item.height_m == 50; }));
}

void MissionFilesTest::heightsAreJudgedOnlyWhereKnown_data() {
    QTest::addColumn<int>("frame");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<QByteArray>("height");
    QTest::addColumn<int>("reference");
    const auto row = [](const char* name, int frame, const char* more, const char* height, HeightReference reference) {
        QTest::newRow(name) << frame << QByteArray(more) << QByteArray(height) << static_cast<int>(reference);
    };
    using enum HeightReference;
    row("sea level", 0, "", "60", Amsl);
    row("sea level, integer frame", 5, "", "60", Amsl);
    row("above home", 3, "", "60", AboveHome);
    row("above home, integer frame", 6, "", "60", AboveHome);
    row("terrain", 10, "", "60", NotJudged);
    row("terrain, integer frame", 11, "", "60", NotJudged);
    row("no height", 3, "", "null", NotJudged);
    row("mode agrees", 3, R"(,"AltitudeMode":1)", "60", AboveHome);
    row("mode absolute", 0, R"(,"AltitudeMode":2)", "60", Amsl);
    row("mode null", 3, R"(,"AltitudeMode":null)", "60", AboveHome);
    row("mode contradicts", 0, R"(,"AltitudeMode":1)", "60", NotJudged);
    row("mode mixed", 3, R"(,"AltitudeMode":0)", "60", NotJudged);
    row("calculated above terrain", 0, R"(,"AltitudeMode":3,"AMSLAltAboveTerrain":460)", "460", Amsl);
    row("not yet calculated", 0, R"(,"AltitudeMode":3,"AMSLAltAboveTerrain":null)", "60", NotJudged);
    row("mode terrain frame", 10, R"(,"AltitudeMode":4)", "60", NotJudged);
}

void MissionFilesTest::heightsAreJudgedOnlyWhereKnown() {
    QFETCH(int, frame);
    QFETCH(QByteArray, more);
    QFETCH(QByteArray, height);
    QFETCH(int, reference);
    const auto file =
        readQgcPlan(planOf(simple(16, frame, "0,0,0,null,47.1,8.1," + height.toStdString(), more.toStdString())));
    QVERIFY_RESULT(file);
    QCOMPARE(file->items.size(), 1u);
    const bool judged = reference != static_cast<int>(HeightReference::NotJudged);
    QCOMPARE(static_cast<int>(file->items[0].heightReference), reference);
    QCOMPARE(file->has("HEIGHT_NOT_JUDGED"), !judged);
    const auto flown = missionItems(*file);
    QCOMPARE(flown.has_value(), judged);
    if (!judged) QCOMPARE(flown.error().code, std::string("HEIGHT_NOT_JUDGED"));
    if (!judged) QCOMPARE(flown.error().where, std::string("mission.items[0]"));
}

void MissionFilesTest::holdsSpeedsAndDropsAreRead() {
    const auto file = readQgcPlan(planOf(simple(22, 3, "0,0,0,null,0,0,30") + "," +      // from where it stands
                                         simple(93, 2, "2.5,-1,-1,-1,0,0,0") + "," +     // and waits there
                                         simple(178, 2, "1,6.5,-1,0,0,0,0") + "," +      // speed over ground
                                         simple(16, 3, "7,0,0,null,47.1,8.1,40") + "," + // waits 7 s
                                         simple(82, 3, "0,0,0,null,47.2,8.2,40") + "," + // a curve
                                         simple(211, 2, "1,0,0,0,0,0,0") + "," +         // lets go
                                         simple(93, 2, "20,-1,-1,-1,0,0,0") + "," +      //
                                         simple(178, 2, "0,9,-1,0,0,0,0") + "," +        // speed through the air
                                         simple(19, 3, "4,0,0,null,0,0,40") + "," +      // here
                                         simple(21, 3, "0,0,0,null,47.0,8.0,0")));
    QVERIFY_RESULT(file);
    QVERIFY(file->has("SPEED_NOT_JUDGED") && file->has("CURVE"));
    const auto mission = missionItems(*file);
    QVERIFY_RESULT(mission);
    using enum MissionItemKind;
    const std::vector<MissionItem> wanted{{TakeOff, {47, 8}, 430, 2500, {}},
                                          {Waypoint, {47.1, 8.1}, 440, 7000, 6.5},
                                          {Drop, {47.2, 8.2}, 440, 20'000, {}},
                                          {Waypoint, {47.2, 8.2}, 440, 4000, {}},
                                          {Land, {47, 8}, 400, 0, {}}};
    QCOMPARE(mission->items, wanted);
}

void MissionFilesTest::returnHomeIsFlownAtTheHeightBefore() {
    const auto file =
        readQgcPlan(planOf(simple(16, 3, "0,0,0,null,47.1,8.1,40") + "," + simple(20, 2, "0,0,0,0,0,0,0")));
    const auto mission = missionItems(*file);
    QVERIFY_RESULT(mission);
    QCOMPARE(mission->items[1], (MissionItem{MissionItemKind::Waypoint, {47, 8}, 440, 0, {}}));
    QCOMPARE(mission->items[2], (MissionItem{MissionItemKind::Land, {47, 8}, 400, 0, {}}));
}

void MissionFilesTest::whatIsMissingIsSaid() {
    const auto codeOf = [](const std::string& items, const std::string& home) {
        const auto file = readQgcPlan(planOf(items, home));
        if (!file) return file.error().code;
        const auto mission = missionItems(*file);
        return mission ? std::string() : mission.error().code;
    };
    const std::string somewhere = "47, 8, 400", unset = "0, 0, 0";
    QCOMPARE(codeOf("", somewhere), std::string("MISSION_EMPTY"));
    QCOMPARE(codeOf(simple(16, 3, "0,0,0,0,47,8,40"), unset), std::string("HOME_UNKNOWN"));
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,47,8,40"), unset), std::string());
    QCOMPARE(codeOf(simple(22, 0, "0,0,0,0,0,0,40"), unset), std::string("PLACE_UNKNOWN"));
    QCOMPARE(codeOf(simple(20, 2, "0,0,0,0,0,0,0"), unset), std::string("HOME_UNKNOWN"));
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,47,8,40") + "," + simple(18, 0, "0,0,0,0,47,8,40"), somewhere),
             std::string("PATH_INCOMPLETE")); // circles
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,47,8,40") + "," + simple(177, 2, "0,3,0,0,0,0,0"), somewhere),
             std::string("PATH_INCOMPLETE")); // jumps
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,47,8,40") + "," + simple(93, 2, "-1,12,0,0,0,0,0"), somewhere),
             std::string("PATH_INCOMPLETE")); // until noon
    QCOMPARE(codeOf(simple(16, 1, "0,0,0,0,47,8,40"), somewhere), std::string("UNKNOWN_FRAME"));
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,97,8,40"), somewhere), std::string("BAD_PLACE"));
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,null,8,40"), somewhere), std::string("BAD_PLACE"));
    QCOMPARE(codeOf(simple(16, 0, "-1,0,0,0,47,8,40"), somewhere), std::string("BAD_NUMBER"));
    QCOMPARE(codeOf(simple(16, 0, "1e300,0,0,0,47,8,40"), somewhere), std::string("BAD_NUMBER"));
    QCOMPARE(codeOf(simple(178, 2, "1,-7,0,0,0,0,0"), somewhere), std::string("BAD_NUMBER"));
    QCOMPARE(codeOf(simple(16, 0, "0,0,0,0,47,8"), somewhere), std::string("BAD_FIELD"));
    QCOMPARE(codeOf(simple(16, 0, R"("0",0,0,0,47,8,40)"), somewhere), std::string("BAD_FIELD"));
    QCOMPARE(codeOf(simple(5001, 0, "4,0,0,0,47,8,0"), somewhere), std::string("NOT_A_MISSION"));
}

void MissionFilesTest::fencesAndRallyPointsAreCounted() {
    const auto file = readQgcPlan(
        R"({"fileType":"Plan","version":1,"mission":{"version":2,"plannedHomePosition":[47,8,400],"items":[]},)"
        R"("geoFence":{"version":2,"circles":[{}],"polygons":[{},{}]},"rallyPoints":{"version":2,"points":[[47,8,50]]}})");
    QVERIFY_RESULT(file);
    QCOMPARE(file->notes.size(), 2u);
    QVERIFY(file->notes[0].message.starts_with("3 fences"));
    QVERIFY(file->notes[1].message.starts_with("1 rally points"));
}

void MissionFilesTest::refusesTooMuch() {
    QCOMPARE(readQgcPlan(std::string(maxMissionFileBytes + 1, ' ')).error().code, std::string("TOO_LARGE"));
    QCOMPARE(readWaypointText(std::string(maxMissionFileBytes + 1, ' ')).error().code, std::string("TOO_LARGE"));
    std::string text = "QGC WPL 110\n";
    for (std::size_t i = 0; i <= maxMissionCommands; ++i)
        text += std::format("{}\t0\t3\t16\t0\t0\t0\t0\t47\t8\t50\t1\n", i);
    QCOMPARE(readWaypointText(text).error().code, std::string("TOO_LARGE"));
    std::string items = simple(203, 2, "0,0,0,0,0,0,0");
    const std::string one = items;
    for (std::size_t i = 0; i < maxMissionCommands; ++i)
        items += "," + one;
    QCOMPARE(readQgcPlan(planOf(items)).error().code, std::string("TOO_LARGE"));
    QCOMPARE(readQgcPlan(std::string(100'000, '[')).error().code, std::string("BAD_JSON"));
}

void MissionFilesTest::readsFlownMissions() {
    for (const char* const name : {"cmac", "springvalley"}) {
        HANEUL_NEEDS_SHARED(folder, "data/qgc-plan");
        const auto text =
            tests::readFile(QStringLiteral("%1/%2-foamy-mission-cw.txt").arg(folder, QString::fromLatin1(name)));
        const auto file = readWaypointText(view(*text));
        QVERIFY_RESULT(file);
        QVERIFY(file->home && file->has("HOME_LINE"));
        QCOMPARE(file->items.size(), 9u); // 12 lines: home, a jump, a mark of the landing
        QCOMPARE(file->items.front().kind, PathKind::TakeOff);
        QCOMPARE(file->items.front().where, std::string("line 3"));
        QCOMPARE(file->items.back().kind, PathKind::Land);
        QCOMPARE(notesOf(*file, "NOT_READ"), 1u); // the jump
        QCOMPARE(missionItems(*file).error().code, std::string("PATH_INCOMPLETE"));
        QCOMPARE(missionItems(*file).error().where, std::string("line 8"));
        QVERIFY(std::ranges::all_of(
            file->items, [](const PathItem& item) { return item.heightReference == HeightReference::AboveHome; }));
    }
}

void MissionFilesTest::refusesOtherTexts_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("where");
    const auto row = [](const char* name, const char* text, const char* code, const char* where) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(code) << QByteArray(where);
    };
    row("empty", "", "NOT_A_MISSION", "line 1");
    row("something else", "hello\n", "NOT_A_MISSION", "line 1");
    row("other version", "QGC WPL 120\n", "BAD_VERSION", "line 1");
    row("spaces", "QGC WPL 110\n0 0 0 16 0 0 0 0 47 8 400 1\n", "BAD_LINE", "line 2");
    row("11 fields", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\n", "BAD_LINE", "line 2");
    row("13 fields", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\t1\t1\n", "BAD_LINE", "line 2");
    row("empty line between", "QGC WPL 110\n\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\t1\n", "BAD_LINE", "line 2");
    row("wrong index", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\t1\n2\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\t1\n",
        "BAD_INDEX", "line 3, field 1");
    row("text as height", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\thigh\t1\n", "BAD_LINE", "line 2, field 11");
    row("infinite", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\tinf\t4\t1\n", "BAD_LINE", "line 2, field 10");
    row("latitude 91", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t91\t8\t4\t1\n", "BAD_PLACE", "line 2, field 9");
    row("longitude 181", "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t9\t181\t4\t1\n", "BAD_PLACE", "line 2, field 10");
    row("fence as a mission",
        "QGC WPL 110\n0\t0\t0\t16\t0\t0\t0\t0\t47\t8\t400\t1\n1\t0\t3\t5003\t0\t0\t0\t0\t47\t8\t0\t1\n",
        "NOT_A_MISSION", "line 3");
    row("frame of metres", "QGC WPL 110\n0\t0\t1\t16\t0\t0\t0\t0\t47\t8\t400\t1\n", "UNKNOWN_FRAME", "line 2");
}

void MissionFilesTest::refusesOtherTexts() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, where);
    const auto file = readWaypointText(view(text));
    QVERIFY(!file);
    QCOMPARE(file.error().code, code.toStdString());
    QCOMPARE(file.error().where, where.toStdString());
}

void MissionFilesTest::fenceAndRallyFilesAreNoMissions_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("fence") << "cmac-foamy-fence.txt" << QByteArray("fence");
    QTest::newRow("other fence") << "springvalley-foamy-fence.txt" << QByteArray("fence");
    QTest::newRow("rally") << "springvalley-foamy-rally.txt" << QByteArray("rally");
}

void MissionFilesTest::fenceAndRallyFilesAreNoMissions() {
    QFETCH(QString, name);
    QFETCH(QByteArray, word);
    HANEUL_NEEDS_SHARED(folder, "data/qgc-plan");
    const auto text = tests::readFile(folder + QStringLiteral("/") + name);
    const auto file = readWaypointText(view(*text));
    QVERIFY(!file);
    QCOMPARE(file.error().code, std::string("NOT_A_MISSION"));
    QVERIFY(file.error().message.contains(word.toStdString()));
}

void MissionFilesTest::bothWritersAreReadBackEqual() {
    std::mt19937_64 random(21);
    for (int i = 0; i < 500; ++i) {
        const MissionItems mission = anyMission(random);
        const auto plan = writeQgcPlan(mission);
        QVERIFY_RESULT(plan);
        const auto planFile = readQgcPlan(*plan);
        QVERIFY_RESULT(planFile);
        QVERIFY(planFile->notes.empty());
        QCOMPARE(missionItems(*planFile), Result<MissionItems>(mission));

        const auto text = writeWaypointText(mission);
        QVERIFY_RESULT(text);
        const auto textFile = readWaypointText(*text);
        QVERIFY_RESULT(textFile);
        QCOMPARE(textFile->notes.size(), 1u); // home
        QCOMPARE(missionItems(*textFile), Result<MissionItems>(mission));
    }
}

void MissionFilesTest::writersRefuseWhatCannotBeFlown() {
    const MissionItem good{MissionItemKind::Waypoint, {47, 8}, 100, 0, {}};
    const auto codeOf = [](const MissionItems& mission) {
        const auto plan = writeQgcPlan(mission), text = writeWaypointText(mission);
        if (plan || text || plan.error() != text.error()) return std::string("written");
        return std::format("{} {}", plan.error().code, plan.error().where);
    };
    const auto with = [&](auto change) {
        MissionItems mission{"", {{47, 8}, 100}, {good, good}};
        change(mission);
        return mission;
    };
    QCOMPARE(codeOf(with([](auto& m) { m.items.clear(); })), std::string("MISSION_EMPTY items"));
    QCOMPARE(codeOf(with([](auto& m) { m.home.place.latitude_deg = 91; })), std::string("BAD_PLACE home.place"));
    QCOMPARE(codeOf(with([](auto& m) { m.items[1].place.longitude_deg = std::nan(""); })),
             std::string("BAD_PLACE items[1].place"));
    QCOMPARE(codeOf(with([](auto& m) { m.items[1].place = {}; })), std::string("BAD_PLACE items[1].place"));
    QCOMPARE(codeOf(with([](auto& m) { m.items[0].height_m = std::nan(""); })),
             std::string("BAD_NUMBER items[0].height_m"));
    QCOMPARE(codeOf(with([](auto& m) { m.items[0].hold_ms = -1; })), std::string("BAD_NUMBER items[0].hold_ms"));
    QCOMPARE(codeOf(with([](auto& m) { m.items[0].speed_mps = 0; })), std::string("BAD_NUMBER items[0].speed_mps"));
}

void MissionFilesTest::oneMissionIsTheSameInBothFormats() {
    std::mt19937_64 random(22);
    const MissionItems mission = anyMission(random);
    const auto plan = readQgcPlan(*writeQgcPlan(mission)), text = readWaypointText(*writeWaypointText(mission));
    QVERIFY_RESULT(plan);
    QVERIFY_RESULT(text);
    QCOMPARE(plan->items.size(), text->items.size());
    for (std::size_t i = 0; i < plan->items.size(); ++i) {
        PathItem fromText = text->items[i];
        fromText.where = plan->items[i].where;
        QCOMPARE(fromText, plan->items[i]);
    }
}

QTEST_GUILESS_MAIN(MissionFilesTest)
#include "mission_files_test.moc"
