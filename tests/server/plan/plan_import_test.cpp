#include "core/formats/qgc_plan.h"
#include "core/plan/containment.h"
#include "server/plan/plan_import.h"
#include "tests/core/formats/zone_samples.h"

#include <QTest>

#include <algorithm>
#include <format>

using namespace haneul;
using namespace haneul::plan;
using geo::VerticalLimit;
using geo::VerticalReference;

namespace {

const std::string kmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">";

std::string kml(std::string_view name, std::string_view geometry) {
    return std::format("{}<Document><Placemark><name>{}</name>{}</Placemark></Document></kml>", kmlHead, name,
                       geometry);
}

std::string kmlLine(std::string_view mode) {
    return kml("river", std::format("<LineString><altitudeMode>{}</altitudeMode><coordinates>127.0,37.5,60 "
                                    "127.01,37.5,80</coordinates></LineString>",
                                    mode));
}

const std::string kmlArea =
    kml("field", "<Polygon><outerBoundaryIs><LinearRing><coordinates>127.0,37.5 127.01,37.5 "
                 "127.01,37.51 127.0,37.5</coordinates></LinearRing></outerBoundaryIs></Polygon>");

const std::string mixedGeoJson =
    R"~({"type":"FeatureCollection","features":[)~"
    R"~({"type":"Feature","properties":{"name":"low"},"geometry":{"type":"LineString","coordinates":[[127,37.5],[127.01,37.5]]}},)~"
    R"~({"type":"Feature","properties":{"name":"high"},"geometry":{"type":"LineString","coordinates":[[127,37.5,90],[127.01,37.5,95]]}},)~"
    R"~({"type":"Feature","properties":{"name":"field"},"geometry":{"type":"Polygon","coordinates":[[[127,37.5],[127.01,37.5],[127.01,37.51],[127,37.5]]]}}]})~";

formats::MissionItems mission() {
    using Kind = formats::MissionItemKind;
    formats::MissionItems items;
    items.home = {{37.5, 127.0}, 40};
    items.items = {{Kind::TakeOff, {37.5, 127.0}, 100, 0, {}},
                   {Kind::Waypoint, {37.5, 127.01}, 110, 5'000, 12.0},
                   {Kind::Land, {37.51, 127.01}, 45, 0, {}}};
    return items;
}

std::string codeOf(const Result<PlanImport>& import) {
    return import ? std::string() : import.error().code;
}

const WaypointRoute& route(const PlanImport& import) {
    return std::get<WaypointRoute>(import.plan.operation);
}

} // namespace

class PlanImportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMissionIsFlownFromTheGroundToTheGround(); // R-PLAN-01 R-PLAN-02
    void aMissionThatLeavesHeightsOpenIsNoPlan();
    void linesKeepTheHeightsOfTheFile_data();
    void linesKeepTheHeightsOfTheFile(); // R-PLAN-02
    void heightsAreNeverMadeUp();
    void areasNeedAnUpperLimit(); // R-PLAN-02
    void oneOfSeveralIsChosen();
    void refusals_data();
    void refusals();
};

void PlanImportTest::aMissionIsFlownFromTheGroundToTheGround() {
    const auto text = formats::writeQgcPlan(mission());
    QVERIFY(text);
    const auto import = readPlanFile(*text, {});
    QVERIFY(import && import->taken == std::size_t{0});
    QCOMPARE(import->format, std::string("QGC_PLAN"));
    const auto& points = route(*import).points;
    std::vector<double> heights_m;
    for (const RoutePoint& point : points) {
        QVERIFY(point.height.reference == VerticalReference::Amsl);
        heights_m.push_back(point.height.metres);
    }
    QCOMPARE(heights_m, (std::vector<double>{40, 100, 110, 110, 45})); // up, along, along, down
    QCOMPARE(points[0].place, points[1].place);
    QCOMPARE(points[3].place, points[4].place);
    QCOMPARE(points[2].hold, milliseconds(5'000));
    QCOMPARE(import->plan.parameters.cruise_mps, 12.0);
    auto plan = import->plan; // the form asks for the rest; the way itself can be flown
    plan.parameters.climb_mps = 3;
    plan.parameters.descent_mps = 2;
    QVERIFY(volumesOf(plan, Containment{}));
}

void PlanImportTest::aMissionThatLeavesHeightsOpenIsNoPlan() {
    auto text = formats::writeQgcPlan(mission()).value();
    const std::string frame = "\"frame\":0";
    text.replace(text.find(frame), frame.size(), "\"frame\":10"); // above terrain, as the drone knows it
    const auto import = readPlanFile(text, {});
    QVERIFY(import && !import->taken && import->shapes.size() == 1);
    QCOMPARE(import->shapes[0].findings[0].code, std::string("HEIGHT_NOT_JUDGED"));
    QVERIFY(!import->shapes[0].findings[0].where.empty());
}

void PlanImportTest::linesKeepTheHeightsOfTheFile_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("reference");
    QTest::newRow("kml absolute") << QByteArray::fromStdString(kmlLine("absolute")) << int(VerticalReference::Amsl);
    QTest::newRow("kmz") << QByteArray::fromStdString(haneul::tests::zipOf(
                                {{"a.kml", "<kml/>"}, {"doc.kml", kmlLine("absolute")}, {"__MACOSX/doc.kml", "?"}}))
                         << int(VerticalReference::Amsl);
    QTest::newRow("kml relative") << QByteArray::fromStdString(kmlLine("relativeToGround"))
                                  << int(VerticalReference::Agl);
    const auto line = R"~({"type":"LineString","coordinates":[[127.0,37.5,60],[127.01,37.5,80]]})~";
    QTest::newRow("geojson") << QByteArray(line) << int(VerticalReference::W84);
}

void PlanImportTest::linesKeepTheHeightsOfTheFile() {
    QFETCH(QByteArray, text);
    QFETCH(int, reference);
    // A height that is given besides does not count.
    const auto import = readPlanFile(text.toStdString(), {.shape = {}, .height = VerticalLimit{500, {}}});
    QVERIFY2(import, codeOf(import).c_str());
    QVERIFY(import->taken);
    const auto& points = route(*import).points;
    QCOMPARE(points.size(), std::size_t{2});
    QCOMPARE(points[0].height, (VerticalLimit{60, VerticalReference(reference)}));
    QCOMPARE(points[1].height, (VerticalLimit{80, VerticalReference(reference)}));
    QCOMPARE(points[1].place, (geo::LatLon{37.5, 127.01}));
}

void PlanImportTest::heightsAreNeverMadeUp() {
    const auto text = kmlLine("clampToGround");
    const auto open = readPlanFile(text, {});
    QVERIFY(open && !open->taken);
    QCOMPARE(open->shapes[0].findings[0].code, std::string("HEIGHT_NOT_SAID"));
    const auto given = readPlanFile(text, {.shape = {}, .height = VerticalLimit{70, VerticalReference::Agl}});
    QVERIFY(given && given->taken);
    QCOMPARE(route(*given).points[1].height, (VerticalLimit{70, VerticalReference::Agl}));
}

void PlanImportTest::areasNeedAnUpperLimit() {
    QVERIFY(!readPlanFile(kmlArea, {})->taken);
    const auto import = readPlanFile(kmlArea, {.shape = {}, .height = VerticalLimit{80, VerticalReference::Agl}});
    QVERIFY(import && import->taken);
    QCOMPARE(import->shapes[0].name, std::string("field"));
    const auto& area = std::get<AreaOperation>(import->plan.operation);
    QCOMPARE(std::get<geo::Polygon>(area.area).outer.size(), std::size_t{3});
    QCOMPARE(area.upper, (VerticalLimit{80, VerticalReference::Agl}));
    QVERIFY(!area.lower);
}

void PlanImportTest::oneOfSeveralIsChosen() {
    const auto first = readPlanFile(mixedGeoJson, {});
    QVERIFY(first && first->shapes.size() == 3);
    QVERIFY(first->taken == std::size_t{1}); // the first that says how high
    QCOMPARE(first->shapes[1].name, std::string("high"));
    QCOMPARE(first->shapes[0].findings[0].code, std::string("HEIGHT_NOT_SAID"));
    const PlanImportOptions low{.shape = 0, .height = {}};
    QVERIFY(!readPlanFile(mixedGeoJson, low)->taken); // it was asked for, and cannot be flown
    const PlanImportOptions area{.shape = 2, .height = VerticalLimit{50, VerticalReference::Agl}};
    const auto third = readPlanFile(mixedGeoJson, area);
    QVERIFY(third && third->taken == std::size_t{2});
    QVERIFY(std::holds_alternative<AreaOperation>(third->plan.operation));
}

void PlanImportTest::refusals_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("shape");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, std::string text, const char* code, int shape = -1) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << shape << QByteArray(code);
    };
    row("nothing", "", "UNKNOWN_FORMAT");
    row("a picture", "\x89PNG", "UNKNOWN_FORMAT");
    row("broken json", "{", "BAD_JSON");
    row("another json", "{\"a\":1}", "NOT_GEOJSON");
    row("broken xml", "<kml>", "NOT_WELL_FORMED");
    row("no shapes", kml("p", "<Point><coordinates>127,37</coordinates></Point>"), "NOTHING_TO_FLY");
    row("no such shape", mixedGeoJson, "NO_SUCH_SHAPE", 3);
    row("other coordinates",
        R"~({"type":"LineString","crs":{"type":"name","properties":{"name":"EPSG:5186"}},"coordinates":[[1,2],[3,4]]})~",
        "UNKNOWN_DATUM");
    row("an archive without a map", haneul::tests::zipOf({{"a.txt", "x"}}), "UNKNOWN_FORMAT");
    row("half an archive", haneul::tests::zipOf({{"doc.kml", kmlLine("absolute")}}).substr(0, 60), "BROKEN_ARCHIVE");
    row("too large", std::string(mostPlanFileBytes + 1, ' '), "TOO_LARGE");
}

void PlanImportTest::refusals() {
    QFETCH(QByteArray, text);
    QFETCH(int, shape);
    QFETCH(QByteArray, code);
    PlanImportOptions options;
    if (shape >= 0) options.shape = static_cast<std::size_t>(shape);
    const auto import = readPlanFile(text.toStdString(), options);
    QCOMPARE(codeOf(import), code.toStdString());
    QVERIFY(!import.error().message.empty());
}

QTEST_GUILESS_MAIN(PlanImportTest)
#include "plan_import_test.moc"
