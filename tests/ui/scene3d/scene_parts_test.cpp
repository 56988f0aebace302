#include "tests/ui/map/traffic.h"
#include "ui/scene3d/conflict_stage.h"
#include "ui/scene3d/frame_meter.h"
#include "ui/scene3d/ground_plan.h"
#include "ui/scene3d/height_scale.h"
#include "ui/scene3d/network_stage.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/plan_stage.h"
#include "ui/scene3d/section_view.h"
#include "ui/scene3d/zone_stage.h"

#include <QtTest/QtTest>

using namespace haneul;
using namespace haneul::scene3d;

class ScenePartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void slowIsFiveSecondsOfDearFrames_data();
    void slowIsFiveSecondsOfDearFrames();
    void heightScaleIsRoundAndHasRoom_data();
    void heightScaleIsRoundAndHasRoom();
    void eyeTurnsTheShortWay();
    void waterIsTrianglesWithItsIslandLeftOut();
    void cutSeaHasNoShoreAtTheCut();
    void runwayHasItsWidth();
    void sectionIsMeasuredAlongItsLine();
    void partsOfAFlightAreToldApart(); // R-UI-05
    void networksStandInTheFrame();    // R-UI-05
    void zonesStandBetweenTheirLimits();
    void plansStandWithTheirWays(); // R-PLAN-02
    void plansOfWhichThereAreManyKeepTheirWays();
    void flightsOfUnknownDatumAreNotJudged(); // R-PLAN-02
    void pathsStandAtTheirHeights();          // R-UI-10
    void conflictsStandWhereTheyAre();        // R-SVC-11
    void conflictsFollowTracksAndFrame();
};

void ScenePartsTest::slowIsFiveSecondsOfDearFrames_data() {
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("every_ms");
    QTest::addColumn<double>("cost_ms");
    QTest::addColumn<bool>("slow");
    QTest::newRow("quick") << 100 << 100 << 40.0 << false;
    QTest::newRow("just quick enough") << 100 << 100 << 100.0 << false;
    QTest::newRow("slow") << 60 << 120 << 115.0 << true;
    QTest::newRow("slow, but for less than five seconds") << 30 << 120 << 115.0 << false;
    QTest::newRow("one dear frame in a minute") << 20 << 4'000 << 300.0 << false;
}

void ScenePartsTest::slowIsFiveSecondsOfDearFrames() {
    QFETCH(const int, frames);
    QFETCH(const int, every_ms);
    QFETCH(const double, cost_ms);
    QFETCH(const bool, slow);
    FrameMeter meter;
    for (int i = 0; i < frames; ++i)
        meter.add(milliseconds(i * every_ms), cost_ms);
    QCOMPARE(meter.tooSlow(), slow);
    QVERIFY(std::abs(meter.mean_ms() - cost_ms) < 1e-9);
    meter.clear();
    QVERIFY(!meter.tooSlow());
}

void ScenePartsTest::heightScaleIsRoundAndHasRoom_data() {
    QTest::addColumn<double>("reach_m");
    QTest::addColumn<double>("metresPerPixel");
    QTest::addColumn<double>("step_m");
    QTest::addColumn<int>("steps");
    QTest::newRow("drones near") << 120.0 << 2.0 << 50.0 << 3;
    QTest::newRow("nothing flies") << 0.0 << 2.0 << 50.0 << 3;
    QTest::newRow("aeroplanes") << 2'461.0 << 20.0 << 500.0 << 5;
    QTest::newRow("far away") << 150.0 << 100.0 << 2'000.0 << 1;
}

void ScenePartsTest::heightScaleIsRoundAndHasRoom() {
    QFETCH(const double, reach_m);
    QFETCH(const double, metresPerPixel);
    QFETCH(const double, step_m);
    QFETCH(const int, steps);
    const HeightScale scale = heightScale(reach_m, metresPerPixel, 17.0);
    QCOMPARE(scale.step_m, step_m);
    QCOMPARE(scale.steps, steps);
}

void ScenePartsTest::eyeTurnsTheShortWay() {
    const CameraPose from{{0, 0, 0}, 1'000, 170, 10};
    const CameraPose to{{100, 200, 0}, 4'000, -170, 30};
    const CameraPose middle = between(from, to, 0.5);
    QCOMPARE(middle.azimuth_deg, 180.0);
    QVERIFY(std::abs(middle.distance_m - 2'000) < 1e-6);
    QCOMPARE(middle.target.north, 100.0);
    QVERIFY(between(from, to, 1.0) == to);
    OrbitCamera camera;
    camera.setView({900, 600});
    camera.setPose({{}, 1e9, 0, -20});
    QVERIFY(camera.elevation_deg() > 0 && camera.distance_m() < 1e8); // nearest allowed
}

void ScenePartsTest::waterIsTrianglesWithItsIslandLeftOut() {
    const auto square = [](double half) {
        const double s = test::seoul.latitude_deg, e = test::seoul.longitude_deg;
        return tiles::GeoLine{{s - half, e - half},
                              {s - half, e + half},
                              {s + half, e + half},
                              {s + half, e - half},
                              {s - half, e - half}};
    };
    tiles::MapExtract extract;
    extract.area = {test::seoul, 10'000};
    extract.water.push_back({{square(0.02), square(0.01)}});
    const GroundPlan plan = groundPlan(extract);
    QVERIFY(!plan.water.empty() && plan.water.size() % 3 == 0);
    double area = 0;
    for (std::size_t i = 0; i < plan.water.size(); i += 3)
        area += static_cast<double>(
            ((plan.water[i + 1] - plan.water[i]) ^ (plan.water[i + 2] - plan.water[i])).length() / 2);
    const double whole = 0.04 * 0.04 * 110'990 * 88'370; // metres in a degree at 37.55 N
    QVERIFY2(std::abs(area / (whole * 0.75) - 1) < 0.01, qPrintable(QString::number(area / whole)));
}

void ScenePartsTest::cutSeaHasNoShoreAtTheCut() {
    tiles::MapExtract extract;
    extract.area = {{37, 126}, 10'000};
    extract.southWest = {36.9, 125.9};
    extract.northEast = {37.1, 126.1};
    // Three straight sides (the edge of the area, a cut along a meridian, a cut along a parallel), one of shore.
    extract.water.push_back(
        {{{{36.9, 125.9}, {36.9, 126.0}, {37.0, 126.0}, {36.97, 125.95}, {36.95, 125.9}, {36.9, 125.9}}}});
    const GroundPlan plan = groundPlan(extract);
    QCOMPARE(plan.shores.size(), 1U);
    QCOMPARE(plan.shores.front().size(), 3U);
}

void ScenePartsTest::runwayHasItsWidth() {
    tiles::MapExtract extract;
    extract.area = {test::seoul, 10'000};
    extract.runways.push_back({{37.55, 126.99}, {37.57, 126.99}, 60});
    const GroundPlan plan = groundPlan(extract);
    QCOMPARE(plan.runways.size(), 6U);
    float low = 0, high = 0;
    for (const osg::Vec3& corner : plan.runways) {
        low = std::min(low, corner.x());
        high = std::max(high, corner.x());
    }
    QVERIFY(std::abs(high - low - 60) < 0.5F);
}

void ScenePartsTest::sectionIsMeasuredAlongItsLine() {
    const SectionAxis east{{100, 0, 0}, 90, 1'000};
    QVERIFY(std::abs(east.along({350, 77, 0}) - 250) < 1e-9);
    QVERIFY(std::abs(east.across({350, 77, 0}) - 77) < 1e-9); // farther from the south, where it is seen from
    const SectionAxis north{{0, 0, 0}, 0, 1'000};
    QVERIFY(std::abs(north.along({5, 40, 0}) - 40) < 1e-9);
}

void ScenePartsTest::partsOfAFlightAreToldApart() {
    const geo::Enu_m foot{100, 200, 20};
    const geo::Enu_m top{100, 200, 80};
    QCOMPARE(partBetween(foot, top), WayPart::TakeOff);
    QCOMPARE(partBetween(top, foot), WayPart::Landing);
    QCOMPARE(partBetween(top, {100.005, 200, 120}), WayPart::TakeOff); // within 1e-7 degrees: one place
    QCOMPARE(partBetween(top, {110, 200, 120}), WayPart::Flight);
}

void ScenePartsTest::zonesStandBetweenTheirLimits() {
    const geo::LatLon middle{37.5665, 126.978};
    const geo::LocalFrame frame(middle);
    const auto square = [&](double half_deg) {
        map::ZoneRing ring;
        for (const auto& [north, east] : {std::pair{-1, -1}, {-1, 1}, {1, 1}, {1, -1}})
            ring.push_back(
                geo::toMercator({middle.latitude_deg + north * half_deg, middle.longitude_deg + east * half_deg}));
        return ring;
    };
    const auto shapeOf = [](std::vector<map::ZoneRing> rings, const map::ZoneHeights& heights) {
        map::ZoneShape shape;
        shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(
            std::vector{map::zoneVolume(std::move(rings), heights)});
        return shape;
    };
    auto shapes = std::make_shared<map::ZoneShapes>();
    shapes->zones = {shapeOf({square(0.02), square(0.01)}, {100, 300, false}), // with a hole
                     shapeOf({square(0.02)}, {{}, 150, true}),                 // AGL, no terrain
                     shapeOf({square(0.02)}, {50, {}, false}),                 // without an upper limit
                     shapeOf({square(0.02)}, {{}, -20, false})};               // below the level ground
    map::ZoneRing far = square(0.01);
    for (geo::Mercator& corner : far)
        corner.x += 0.1;
    shapes->zones.push_back(shapeOf({far}, {{}, 100, false}));
    ZoneStage stage;
    stage.setShapes(shapes, frame, 25'000);
    QCOMPARE(stage.zones().size(), 3U);
    QCOMPARE(stage.assumed(), 1U);
    const StagedZone& holed = stage.zones()[0];
    QCOMPARE(holed.floor_m, 100.0);
    QCOMPARE(holed.ceiling_m, 300.0);
    // The roof is the square without its hole: three quarters of it.
    const auto areaOf = [](const std::vector<osg::Vec2>& triangles) {
        double area = 0;
        for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
            const osg::Vec2 a = triangles[i + 1] - triangles[i];
            const osg::Vec2 b = triangles[i + 2] - triangles[i];
            area += std::abs(static_cast<double>(a.x()) * b.y() - static_cast<double>(a.y()) * b.x()) / 2;
        }
        return area;
    };
    const double whole = areaOf(stage.zones()[1].roof);
    QVERIFY(whole > 15e6 && whole < 17e6); // 4.4 km by 3.5 km
    QVERIFY(std::abs(areaOf(holed.roof) / whole - 0.75) < 0.01);
    QVERIFY(stage.zones()[2].open && stage.zones()[2].ceiling_m >= 50 + openTop_m);
    const auto before = stage.revision();
    stage.setFrame(geo::LocalFrame({37.0, 126.0}), 25'000); // somewhere else there is none of them
    QVERIFY(stage.zones().empty() && stage.revision() > before);
}

namespace {

constexpr geo::LatLon planMiddle{37.5665, 126.978};

map::PlanShape planShape(const QString& id, map::PlanShape::State state, const map::ZoneHeights& heights) {
    map::ZoneRing ring;
    for (const auto& [north, east] : {std::pair{-1, -1}, {-1, 1}, {1, 1}, {1, -1}})
        ring.push_back(
            geo::toMercator({planMiddle.latitude_deg + north * 0.005, planMiddle.longitude_deg + east * 0.005}));
    map::PlanShape shape{.id = id, .label = id, .state = state};
    shape.volumes = std::make_shared<const std::vector<map::ZoneVolumeShape>>(
        std::vector{map::zoneVolume({std::move(ring)}, heights)});
    shape.way = {{geo::toMercator(planMiddle), {20, false}},
                 {geo::toMercator({planMiddle.latitude_deg, planMiddle.longitude_deg + 0.004}), {120, false}}};
    return shape;
}

} // namespace

void ScenePartsTest::plansStandWithTheirWays() {
    const geo::LocalFrame frame(planMiddle);
    auto shapes = std::make_shared<map::PlanShapes>();
    shapes->plans = {planShape(QStringLiteral("A"), map::PlanShape::State::Approved, {50, 150, false}),
                     planShape(QStringLiteral("B"), map::PlanShape::State::Waiting, {60, 130, false})};
    shapes->plans[1].selected = true;
    shapes->hits = {{geo::toMercator(planMiddle), {60, 130, false}, QStringLiteral("▲ A"), true}};
    shapes->zonesMet = {QStringLiteral("RKP73")};
    PlanStage stage;
    stage.setShapes(shapes, frame, 10'000);
    QCOMPARE(stage.plans().size(), 2U);
    const StagedPlan& chosen = stage.plans()[0]; // first, whatever comes before it
    QCOMPARE(chosen.label, QStringLiteral("B"));
    QVERIFY(chosen.selected && chosen.volumes.size() == 1 && !chosen.assumed);
    QCOMPARE(chosen.volumes[0].floor_m, 60.0);
    QCOMPARE(chosen.volumes[0].ceiling_m, 130.0);
    QCOMPARE(chosen.way.size(), 2U);
    QVERIFY(std::abs(chosen.way[1].x() - 353.0F) < 2.0F && chosen.way[1].z() == 120.0F);
    QCOMPARE(chosen.top.z(), 130.0F);
    QCOMPARE(stage.hits().size(), 1U);
    QVERIFY(stage.meets(QStringLiteral("RKP73")) && !stage.meets(QStringLiteral("RKP74")));
    QCOMPARE(stage.assumed(), 0U);
    const auto before = stage.revision();
    stage.setFrame(geo::LocalFrame({37.0, 126.0}), 10'000);
    QVERIFY(stage.plans().empty() && stage.hits().empty() && stage.revision() > before);
}

void ScenePartsTest::plansOfWhichThereAreManyKeepTheirWays() {
    auto shapes = std::make_shared<map::PlanShapes>();
    for (std::size_t i = 0; i < PlanStage::mostVolumes + 40; ++i)
        shapes->plans.push_back(planShape(QString::number(i), map::PlanShape::State::Approved, {50, 150, false}));
    shapes->plans.back().selected = true;
    PlanStage stage;
    stage.setShapes(shapes, geo::LocalFrame(planMiddle), 10'000);
    QCOMPARE(stage.plans().size(), shapes->plans.size());
    QCOMPARE(stage.withoutVolumes(), 40U);
    QVERIFY(stage.plans()[0].selected && !stage.plans()[0].volumes.empty()); // the chosen one always has them
    for (const StagedPlan& plan : stage.plans())
        QCOMPARE(plan.way.size(), 2U);
}

// Without terrain nobody knows how high 120 m above ground are: it is drawn from the level ground, and says so.
void ScenePartsTest::flightsOfUnknownDatumAreNotJudged() {
    const geo::VerticalLimit agl{120, geo::VerticalReference::Agl};
    const geo::VerticalLimit w84{150, geo::VerticalReference::W84};
    const geo::VerticalLimit amsl{150, geo::VerticalReference::Amsl};
    QVERIFY(map::placedHeight(agl, planMiddle, {}).assumed);
    QVERIFY(map::placedHeight(w84, planMiddle, {}).assumed);
    QVERIFY(!map::placedHeight(amsl, planMiddle, {}).assumed);
    const geo::Surroundings known{.ground_amsl_m = [](geo::LatLon) { return std::optional(30.0); },
                                  .geoid_m = [](geo::LatLon) { return std::optional(23.0); }};
    QVERIFY((map::placedHeight(agl, planMiddle, known) == map::PlacedHeight{150, false}));
    QVERIFY((map::placedHeight(w84, planMiddle, known) == map::PlacedHeight{127, false}));
    auto shapes = std::make_shared<map::PlanShapes>();
    shapes->plans = {planShape(QStringLiteral("A"), map::PlanShape::State::Approved,
                               map::placedHeights(std::nullopt, agl, planMiddle, {})),
                     planShape(QStringLiteral("B"), map::PlanShape::State::Approved,
                               map::placedHeights(std::nullopt, agl, planMiddle, known)),
                     planShape(QStringLiteral("C"), map::PlanShape::State::Approved, {0, 100, false})};
    shapes->plans[2].way[1].height = map::placedHeight(agl, planMiddle, {}); // only its way
    PlanStage stage;
    stage.setShapes(shapes, geo::LocalFrame(planMiddle), 10'000);
    QVERIFY(stage.plans()[0].assumed && !stage.plans()[1].assumed && stage.plans()[2].assumed);
    QCOMPARE(stage.assumed(), 1U); // volumes
}

void ScenePartsTest::networksStandInTheFrame() {
    auto shapes = std::make_shared<map::NetworkShapes>();
    const geo::LatLon base{37.52, 126.92};
    shapes->nodes = {{.label = QStringLiteral("BP-01"),
                      .place = geo::toMercator(base),
                      .kind = map::NetworkNodeShape::Kind::Base,
                      .ground_m = 20,
                      .top_m = 80}};
    shapes->links = {
        {.path = {geo::toMercator(base), geo::toMercator({37.53, 126.92})}, .heights_m = {80, 95}, .verified = true}};
    NetworkStage stage;
    stage.setShapes(shapes, geo::LocalFrame(base));
    QCOMPARE(stage.nodes().size(), 1U);
    QVERIFY(stage.nodes()[0].base);
    QCOMPARE(stage.nodes()[0].ground_m, 20.0);
    QCOMPARE(stage.nodes()[0].top.up, 80.0);
    QCOMPARE(stage.ways().size(), 1U);
    QVERIFY(std::abs(stage.ways()[0].points[1].north - 1109.8) < 1);
    QCOMPARE(stage.ways()[0].points[1].up, 95.0);
    stage.setFrame(geo::LocalFrame({37.53, 126.92})); // another area
    QVERIFY(std::abs(stage.ways()[0].points[1].north) < 1e-3);
}

// Two places in the east of the middle, over ground of 20 m, and one that nobody knows the ground of.
void ScenePartsTest::pathsStandAtTheirHeights() {
    const geo::LocalFrame frame(planMiddle);
    const auto place = [](double east_deg) {
        return geo::toMercator({planMiddle.latitude_deg, planMiddle.longitude_deg + east_deg});
    };
    map::PathShape path{
        .label = QStringLiteral("shortest"), .line = map::PathShape::Line::Dashed, .chosen = false, .way = {}};
    path.way = {{place(0), {80, false}, 20.0, true},
                {place(0.005), {95, false}, 20.0, false},
                {place(0.01), {110, false}, std::nullopt, true}};
    map::PathShape chosen = path;
    chosen.label = QStringLiteral("budget");
    chosen.line = map::PathShape::Line::Solid;
    chosen.chosen = true;
    chosen.way[0].height.assumed = true;
    auto shapes = std::make_shared<map::PlanShapes>();
    shapes->paths = {path, chosen};
    PlanStage stage;
    stage.setShapes(shapes, frame, 10'000);
    QCOMPARE(stage.paths().size(), 2U);
    QVERIFY(stage.plans().empty());
    const StagedPath& first = stage.paths()[0];
    QVERIFY(!first.chosen && !first.assumed && first.line == map::PathShape::Line::Dashed);
    QCOMPARE(first.way.size(), 3U);
    QCOMPARE(first.way[0].place.z(), 80.0F);
    QCOMPARE(first.way[0].ground_m, 20.0F); // a plumb line ends there
    QCOMPARE(first.way[2].place.z(), 110.0F);
    QCOMPARE(first.way[2].ground_m, 0.0F);
    QVERIFY(first.way[0].turn && !first.way[1].turn && first.way[2].turn);
    QVERIFY(std::abs(first.way[2].place.x() - 882.8F) < 1.0F); // 0.01 degrees at 37.5665 N
    QCOMPARE(first.top.z(), 95.0F);
    QVERIFY(stage.paths()[1].chosen && stage.paths()[1].assumed);
    // Elsewhere, and without any.
    const auto before = stage.revision();
    stage.setFrame(geo::LocalFrame({35.1, 129.0}), 10'000);
    QVERIFY(stage.paths().empty() && stage.revision() > before);
    stage.setFrame(frame, 10'000);
    QCOMPARE(stage.paths().size(), 2U);
    stage.setShapes(std::make_shared<const map::PlanShapes>(), frame, 10'000);
    QVERIFY(stage.paths().empty());
}

namespace {

// Two drones towards each other, 300 m apart, one 10 m above the other.
std::vector<traffic::Track> headOn() {
    auto south = test::trackAt("uas:S", test::seoul, traffic::SourceKind::Telemetry, 0.0, 15);
    auto north = test::trackAt("uas:N", geo::LocalFrame(test::seoul).toLatLon({0, 300, 0}),
                               traffic::SourceKind::Telemetry, 180.0, 15);
    north.height->metres = 130;
    for (traffic::Track* track : {&south, &north})
        track->verticalRate_mps = 0;
    return {north, south};
}

} // namespace

void ScenePartsTest::conflictsStandWhereTheyAre() {
    TrackStage tracks({test::seoul, 5'000});
    tracks.setExaggeration(3);
    ConflictStage stage;
    QVERIFY(tracks.update(*test::situationOf(headOn())));
    stage.update(tracks, test::trafficTime);
    QCOMPARE(stage.conflicts().size(), 1U);
    QCOMPARE(stage.notJudged(), 0U);
    const StagedConflict& conflict = stage.conflicts().front();
    QVERIFY(!conflict.conflict.lost);
    QVERIFY(std::abs(conflict.conflict.until_s - 10) < 0.01);
    QVERIFY(std::abs(conflict.conflict.vertical_m - 10) < 1e-9);
    QVERIFY(std::abs(conflict.now[0].north - 300) < 0.1 && std::abs(conflict.now[1].north) < 0.1);
    QCOMPARE(conflict.now[0].up, 130.0); // metres, not exaggerated
    for (const geo::Enu_m& closest : conflict.closest)
        QVERIFY(std::abs(closest.north - 150) < 0.1);
    QCOMPARE(conflict.closest[1].up, 120.0);
}

void ScenePartsTest::conflictsFollowTracksAndFrame() {
    TrackStage tracks({test::seoul, 5'000});
    ConflictStage stage;
    auto both = headOn();
    both[1].height->datum = geo::HeightDatum::W84;
    tracks.update(*test::situationOf(both));
    stage.update(tracks, test::trafficTime);
    QVERIFY(stage.conflicts().empty()); // not judged: nothing stands there, and it is counted
    QCOMPARE(stage.notJudged(), 1U);
    both = headOn();
    tracks.update(*test::situationOf(both));
    stage.update(tracks, test::trafficTime);
    QCOMPARE(stage.conflicts().size(), 1U);
    TrackStage elsewhere({geo::LocalFrame(test::seoul).toLatLon({0, 150, 0}), 5'000});
    elsewhere.update(*test::situationOf(both));
    stage.update(elsewhere, test::trafficTime);
    QVERIFY(std::abs(stage.conflicts().front().closest[0].north) < 0.1);
    both.pop_back();
    tracks.update(*test::situationOf(both));
    stage.update(tracks, test::trafficTime);
    QVERIFY(stage.conflicts().empty() && stage.notJudged() == 0);
}

QTEST_APPLESS_MAIN(ScenePartsTest)
#include "scene_parts_test.moc"
