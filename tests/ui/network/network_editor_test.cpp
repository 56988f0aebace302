#include "small_network.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/latency_main.h"
#include "tests/support/result_macros.h"
#include "ui/network/network_editor.h"
#include "ui/network/network_facts.h"
#include "ui/network/network_fields.h"
#include "ui/network/network_files.h"
#include "ui/network/network_hits.h"
#include "ui/network/network_overlay.h"
#include "ui/network/network_tool.h"
#include "ui/network/network_words.h"
#include "ui/network/path_dialog.h"
#include "ui/network/sketch_table.h"

#include "core/delivery/mission.h"
#include "core/geo/geodesic.h"
#include "ui/map/network_drawing.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::network;
using namespace Qt::Literals::StringLiterals;
using test::smallNetwork;

namespace {

const UtcMs saved{milliseconds{1'790'000'000'000}};

using Kind = Picked::Kind;

// Everything an editor needs, without a window.
struct Bench {
    tests::FakeDeliveryService service{saved};
    std::optional<people::Principal> who = test::planner();
    delivery::DeliveryDesk desk{&service, [this] { return who; }};
    drafts::Drafts drafts;
    NetworkEditor editor{desk, drafts};
    NetworkTool tool{editor};
    models::MissionSelection missions;
    NetworkOverlay overlay{editor, tool, missions};
    map::MapCamera camera{geo::toMercator({37.5245, 126.9315}), 14.5, QSizeF(1200, 800)};

    void save(const Network& network, std::uint64_t revision = 1, const char* by = "lee") {
        service.setNetwork(network, revision, by);
        settle();
    }

    static void settle() { QCoreApplication::processEvents(); }

    [[nodiscard]] QPointF pixel(geo::LatLon place) const { return camera.pixelOf(geo::toMercator(place)); }

    [[nodiscard]] geo::LatLon place(QPointF pixel) const { return geo::fromMercator(camera.placeAt(pixel)); }

    void click(QPointF at, Qt::KeyboardModifiers modifiers = {}) {
        if (tool.press(camera, {at, modifiers}))
            tool.release(camera, {at, modifiers});
        else
            (void)tool.click(camera, {at, modifiers});
    }

    void click(geo::LatLon at) { click(pixel(at)); }

    bool drag(QPointF from, QPointF to, Qt::KeyboardModifiers modifiers = {}) {
        if (!tool.press(camera, {from, modifiers})) return false;
        for (int i = 1; i <= 5; ++i)
            tool.drag(camera, {from + (to - from) * i / 5.0, modifiers});
        tool.release(camera, {to, modifiers});
        return true;
    }

    bool key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, QPointF at = {600, 400}) {
        return tool.key(camera, at, QKeyEvent(QEvent::KeyPress, key, modifiers));
    }

    QStringList steps() {
        QStringList names;
        for (int i = 0; i < editor.draft().steps().count(); ++i)
            names << editor.draft().steps().text(i);
        return names;
    }
};

double metresBetween(geo::LatLon a, geo::LatLon b) {
    return geo::inverse(a, b).distance_m;
}

} // namespace

class NetworkEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsKeepReferences();       // R-RTE-17
    void equalPlacesAreOne();         // R-RTE-17
    void verificationFollowsTheWay(); // R-RTE-15
    void movingBasesAreRows();        // R-RTE-23
    void crossingsAreDeclared();      // R-RTE-17
    void hitsNodesBeforeWaypointsBeforeLines();
    void hitsCurvesWhereTheyAreDrawn();
    void drawsANetworkByClicks(); // R-RTE-17
    void everyChangeIsAStep();    // R-RTE-17
    void dragsAreOneStep();
    void insertsAndDeletesWaypoints(); // R-RTE-17
    void snapsToNodes();               // R-RTE-17
    void snapsToWholeMetresAndAngles();
    void emptyGroundStaysTheMaps();
    void keysDoWhatThePointerDoes(); // R-RTE-17
    void survivesACrash();           // R-RTE-17
    void badDraftsAreRefused();
    void savesAndTellsStale();      // R-RTE-17
    void verifiesOnlyWhatIsSaved(); // R-RTE-15
    void withoutTheScopeItOnlyShows();
    void tablesWriteSteps_data();
    void tablesWriteSteps(); // R-RTE-16 R-RTE-17
    void tablesRefuseNonsense_data();
    void tablesRefuseNonsense();
    void findingsLeadToTheirPlace(); // R-RTE-15
    void importsPlans_data();
    void importsPlans();               // R-RTE-17
    void importsLinesPathByPath();     // R-RTE-17
    void exportsReadBack();            // R-RTE-17
    void overlayShowsStyles();         // R-RTE-15 R-RTE-16
    void overlayShowsTheMission();     // R-UI-05
    void overlayShowsMovingBases();    // R-RTE-23
    void linkUnderThePointerIsNamed(); // R-UI-05
    void drawingKeepsLabelsApart();
    void drawingCostsLittle();
};

void NetworkEditorTest::editsKeepReferences() {
    Network network = smallNetwork();
    network.crossings = {{.firstA = "BP-01", .firstB = "DP-01", .secondA = "DP-02", .secondB = "DP-03"}};
    network.movingBases = {{.id = "TRUCK-1", .stays = {{.node = "BP-01"}}}};
    QVERIFY(!renameNode(network, 0, "TRUCK-1")); // missions name either
    QVERIFY(renameNode(network, 0, "HQ"));
    QCOMPARE(network.base, "HQ");
    QCOMPARE(network.links[0].a, "HQ");
    QCOMPARE(network.crossings[0].firstA, "HQ");
    QCOMPARE(network.movingBases[0].stays[0].node, "HQ");
    QVERIFY(!renameNode(network, 0, "DP-01")); // taken
    QVERIFY(!renameNode(network, 0, "two words"));
    QVERIFY(!renameNode(network, 0, ""));
    QCOMPARE(freeNodeId(network, delivery::NodeKind::Base), "BP-01");
    QCOMPARE(freeNodeId(network, delivery::NodeKind::Delivery), "DP-04");
    removeNode(network, 0);
    QCOMPARE(network.nodes.size(), 3U);
    QCOMPARE(network.links.size(), 2U);
    QVERIFY(network.base.empty());
    QVERIFY(network.crossings.empty());
    QVERIFY(network.movingBases.empty()); // it stands nowhere any more
    QVERIFY(!addLink(network, "DP-01", "DP-01", {}));
    QVERIFY(!addLink(network, "DP-02", "DP-01", {})); // there is one the other way
    QVERIFY(!addLink(network, "DP-01", "nowhere", {}));
    QVERIFY(addLink(network, "DP-01", "DP-03", {}));
    QVERIFY(!reconnect(network, 2, "DP-01", "DP-02"));
    removeLink(network, 0);
    QVERIFY(!network.link("DP-01", "DP-02"));
}

void NetworkEditorTest::movingBasesAreRows() {
    const UtcMs ten = *fromRfc3339("2026-11-21T10:00:00Z");
    Network network = smallNetwork();
    network.nodes[3].kind = delivery::NodeKind::Base;
    QCOMPARE(addMovingBase(network, ten), std::optional<std::size_t>(0));
    QCOMPARE(addMovingBase(network, ten), std::optional<std::size_t>(1));
    QCOMPARE(network.movingBases[1].id, "TRUCK-2");
    QCOMPARE(addStay(network, 0), 1U); // of the first, at the other base, behind the first stay
    QCOMPARE(stayRows(network), 3U);
    QCOMPARE(network.movingBases[0].stays[1].node, "DP-03");
    QCOMPARE(network.movingBases[0].stays[1].from, ten + std::chrono::minutes{90});
    QCOMPARE(stayAt(network, 2).base, 1U);
    QCOMPARE(rowOf(network, 1), 2U);
    QVERIFY(!renameMovingBase(network, 0, "DP-01"));
    QVERIFY(!renameMovingBase(network, 0, "TRUCK-2"));
    QVERIFY(!renameMovingBase(network, 0, "a b"));
    QVERIFY(renameMovingBase(network, 0, "VAN"));
    QVERIFY(std::ranges::none_of(delivery::check(network), [](const delivery::Finding& finding) {
        return finding.severity == delivery::Finding::Severity::Error;
    }));
    network.movingBases[0].stays.clear(); // as a draft may have it: a row to delete it by
    QCOMPARE(stayRows(network), 2U);
    QVERIFY(!stayAt(network, 0).stay);
    QCOMPARE(addStay(network, 0), 0U);
    removeStay(network, 0);
    QCOMPARE(network.movingBases.size(), 1U);
    removeStay(network, 0); // its last stay
    QVERIFY(network.movingBases.empty());
    QVERIFY(!addMovingBase(network = Network{}, ten)); // no base point
}

void NetworkEditorTest::crossingsAreDeclared() {
    Network network = smallNetwork();
    QCOMPARE(addCrossing(network, 2), std::optional<std::size_t>(0));
    QCOMPARE(network.crossings[0].firstA, "DP-02");
    QCOMPARE(network.crossings[0].secondA, "BP-01");
    QCOMPARE(network.crossings[0].separation_ms, network.crossingSeparation_ms);
    QCOMPARE(addCrossing(network, std::nullopt), std::optional<std::size_t>(1));
    QVERIFY(network.link(network.crossings[1].firstA, network.crossings[1].firstB) !=
            network.link(network.crossings[1].secondA, network.crossings[1].secondB));
    QVERIFY(std::ranges::none_of(delivery::check(network), [](const delivery::Finding& finding) {
        return finding.severity == delivery::Finding::Severity::Error;
    }));
    QCOMPARE(crossingsOf(network).size(), 2U); // drawn
    removeCrossing(network, 0);
    QCOMPARE(network.crossings.size(), 1U);
    network.links.resize(1);
    QVERIFY(!addCrossing(network, 0));
}

void NetworkEditorTest::equalPlacesAreOne() {
    const Network network = smallNetwork();
    const geo::LatLon node = network.nodes[1].place;
    QCOMPARE(settled(network, {node.latitude_deg + 0.9e-7, node.longitude_deg}), node);
    const geo::LatLon waypoint = network.links[0].via[0].place;
    QCOMPARE(settled(network, {waypoint.latitude_deg, waypoint.longitude_deg - 0.9e-7}), waypoint);
    const geo::LatLon free = settled(network, {37.51234567891, 126.98765432109});
    QCOMPARE(free.latitude_deg, 37.5123457);
    QCOMPARE(free.longitude_deg, 126.9876543);
    // A waypoint in the column of a node goes with it.
    Network moved = network;
    moved.links[0].via = {{moved.nodes[0].place, 100}, {{37.53, 126.93}, 90}};
    moveNode(moved, 0, {37.6, 127.0});
    QCOMPARE(moved.links[0].via[0].place, (geo::LatLon{37.6, 127.0}));
    QCOMPARE(moved.links[0].via[1].place, (geo::LatLon{37.53, 126.93}));
}

void NetworkEditorTest::verificationFollowsTheWay() {
    Network saved = smallNetwork();
    for (delivery::Link& link : saved.links)
        link.verification = delivery::Verification{"lee", {}, "TF-1"};
    Network drawn = saved;
    drawn.links[0].via[0].height_m += 1;
    drawn.links[1].track = delivery::TrackKind::Single; // who may fly when, not where
    drawn.nodes[3].top_m = 90;                          // the end of two links
    judgeVerifications(drawn, &saved);
    QVERIFY(!drawn.links[0].verification);
    QVERIFY(drawn.links[1].verification);
    QVERIFY(!drawn.links[2].verification);
    QVERIFY(!drawn.links[3].verification);
    drawn.links[0].via[0].height_m -= 1;
    judgeVerifications(drawn, &saved);
    QCOMPARE(drawn.links[0].verification, saved.links[0].verification);
    drawn.links[0].shape = delivery::LinkShape::Curve;
    judgeVerifications(drawn, &saved);
    QVERIFY(!drawn.links[0].verification);
    std::swap(drawn.links[1].a, drawn.links[1].b);
    judgeVerifications(drawn, &saved);
    QVERIFY(!drawn.links[1].verification); // the other way round
    std::swap(drawn.links[1].a, drawn.links[1].b);
    drawn.links[1].corner = delivery::Corner::FlyThrough;
    judgeVerifications(drawn, &saved);
    QVERIFY(!drawn.links[1].verification);
    drawn.links[1].corner = delivery::Corner::Stop;
    judgeVerifications(drawn, nullptr);
    QVERIFY(!drawn.links[1].verification);
}

void NetworkEditorTest::hitsNodesBeforeWaypointsBeforeLines() {
    Bench bench;
    const Network network = smallNetwork();
    const auto hit = [&](QPointF at) { return hitAt(network, bench.camera, at, 10); };
    const QPointF node = bench.pixel(network.nodes[0].place);
    QCOMPARE(hit(node + QPointF(6, 6)).kind, Hit::Kind::Node);
    QCOMPARE(hit(node + QPointF(6, 6)).index, 0U);
    QCOMPARE(hit(node + QPointF(0, 30)).kind, Hit::Kind::Nothing);
    const Hit waypoint = hit(bench.pixel(network.links[0].via[0].place) + QPointF(3, 0));
    QCOMPARE(waypoint.kind, Hit::Kind::Waypoint);
    QCOMPARE(waypoint.index, 0U);
    QCOMPARE(waypoint.place, network.links[0].via[0].place);
    const QPointF middle = (bench.pixel(network.links[0].via[0].place) + bench.pixel(network.nodes[1].place)) / 2.0;
    const Hit line = hit(middle + QPointF(2, 2));
    QCOMPARE(line.kind, Hit::Kind::Link);
    QCOMPARE(line.index, 0U);
    QCOMPARE(line.waypoint, 1U); // a new one would come behind the one that is there
    QVERIFY(QLineF(bench.pixel(line.place), middle).length() < 4);
}

void NetworkEditorTest::hitsCurvesWhereTheyAreDrawn() {
    Bench bench;
    Network network = smallNetwork();
    network.links = {{.a = "BP-01", .b = "DP-01", .via = {{{37.5330, 126.9250}, 85}}}};
    const auto straight = pathOf(network, network.links[0]);
    QCOMPARE(straight.points.size(), 3U);
    network.links[0].shape = delivery::LinkShape::Curve;
    const Path curve = pathOf(network, network.links[0]);
    QVERIFY(curve.points.size() > 10);
    QCOMPARE(curve.parts.size(), curve.points.size() - 1);
    QCOMPARE(curve.parts.front(), 0U);
    QCOMPARE(curve.parts.back(), 1U);
    const auto at = curve.points[curve.points.size() * 3 / 4];
    const Hit hit = hitAt(network, bench.camera, bench.camera.pixelOf(at), 10);
    QCOMPARE(hit.kind, Hit::Kind::Link);
    QCOMPARE(hit.waypoint, 1U);
}

void NetworkEditorTest::drawsANetworkByClicks() {
    Bench bench;
    bench.editor.beginNew();
    QVERIFY(bench.editor.editing());
    QCOMPARE(bench.editor.hand(), Hand::AddBase);
    bench.click(QPointF(600, 400));
    QCOMPARE(bench.editor.network().base, "BP-01");
    bench.editor.take(Hand::AddDelivery);
    for (const QPointF at :
         {QPointF(300, 200), QPointF(900, 200), QPointF(950, 600), QPointF(600, 700), QPointF(250, 600)})
        bench.click(at);
    QCOMPARE(bench.editor.network().nodes.size(), 6U);
    QCOMPARE(bench.editor.network().nodes[5].id, "DP-05");
    QVERIFY(QLineF(bench.pixel(bench.editor.network().nodes[2].place), QPointF(900, 200)).length() < 0.01);
    bench.click(QPointF(903, 201)); // there is one already
    QCOMPARE(bench.editor.network().nodes.size(), 6U);
    QVERIFY(bench.editor.picked().isNode(2));

    bench.editor.take(Hand::DrawLink);
    bench.click(QPointF(100, 100)); // no node: nothing begins
    QVERIFY(bench.tool.line().from.empty());
    bench.click(QPointF(600, 400));
    bench.click(QPointF(450, 380));
    bench.click(QPointF(380, 260));
    QCOMPARE(bench.tool.line().via.size(), 2U);
    bench.click(QPointF(300, 200));
    QCOMPARE(bench.editor.network().links.size(), 1U);
    QCOMPARE(bench.editor.network().links[0].via.size(), 2U);
    QCOMPARE(bench.tool.line().from, "DP-01"); // on to the next
    bench.click(QPointF(900, 200));
    QCOMPARE(bench.editor.network().links.size(), 2U);
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.editor.hand(), Hand::DrawLink);
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.editor.hand(), Hand::Select);
    QVERIFY(!bench.editor.network().links[0].verification); // R-RTE-15
    QCOMPARE(bench.editor.count(delivery::Finding::Severity::Error), 0U);
}

void NetworkEditorTest::everyChangeIsAStep() {
    Bench bench;
    bench.editor.beginNew();
    const Network empty = bench.editor.network();
    QVERIFY(!bench.editor.draft().steps().canUndo()); // beginning is no step
    bench.click(QPointF(600, 400));
    bench.editor.take(Hand::AddDelivery);
    bench.click(QPointF(300, 200));
    QVERIFY(bench.editor.addLink("BP-01", "DP-01", {}));
    bench.editor.insertWaypoint(0, 0, bench.place({450, 250}));
    bench.editor.removePicked();
    bench.editor.pick({Kind::Node, 1, 0});
    bench.editor.removePicked();
    QCOMPARE(bench.steps(),
             QStringLiteral("Add base point,Add delivery point,Draw link,Insert waypoint,Delete waypoint,Delete node")
                 .split(u','));
    QVERIFY(bench.editor.network().links.empty());
    bench.drafts.group().undo(); // Ctrl+Z acts on it
    QCOMPARE(bench.editor.network().links.size(), 1U);
    while (bench.drafts.group().canUndo())
        bench.drafts.group().undo();
    QCOMPARE(bench.editor.network(), empty);
    QVERIFY(bench.editor.editing());
    while (bench.drafts.group().canRedo())
        bench.drafts.group().redo();
    QCOMPARE(bench.editor.network().nodes.size(), 1U);
}

void NetworkEditorTest::dragsAreOneStep() {
    Bench bench;
    bench.save(smallNetwork());
    bench.editor.begin();
    const QPointF from = bench.pixel(smallNetwork().nodes[1].place);
    QVERIFY(bench.drag(from, from + QPointF(60, -40)));
    QCOMPARE(bench.steps(), QStringList{QStringLiteral("Move node")});
    QVERIFY(QLineF(bench.pixel(bench.editor.network().nodes[1].place), from + QPointF(60, -40)).length() < 0.5);
    QVERIFY(bench.drag(from + QPointF(60, -40), from)); // another one
    QCOMPARE(bench.editor.draft().steps().count(), 2);
    bench.drafts.group().undo();
    bench.drafts.group().undo();
    QCOMPARE(bench.editor.network(), smallNetwork());
    QVERIFY(!bench.editor.modified());
}

void NetworkEditorTest::insertsAndDeletesWaypoints() {
    Bench bench;
    bench.save(smallNetwork());
    bench.editor.begin();
    const QPointF middle =
        (bench.pixel(smallNetwork().nodes[2].place) + bench.pixel(smallNetwork().nodes[3].place)) / 2.0;
    QVERIFY(!bench.tool.press(bench.camera, {middle, {}})); // its link is not picked yet: the map pans
    (void)bench.tool.click(bench.camera, {middle, {}});
    QVERIFY(bench.editor.picked().isLink(2));
    QVERIFY(bench.drag(middle, middle + QPointF(0, 50)));
    QCOMPARE(bench.editor.network().links[2].via.size(), 1U);
    QCOMPARE(bench.editor.network().links[2].via[0].height_m, 80.0); // between the two tops
    QCOMPARE(bench.editor.picked().kind, Kind::Waypoint);
    bench.drafts.group().undo();
    bench.drafts.group().undo(); // the drag and the insertion
    QVERIFY(bench.editor.network().links[2].via.empty());
    QVERIFY(bench.tool.doubleClick(bench.camera, {middle, {}}));
    QCOMPARE(bench.editor.network().links[2].via.size(), 1U);
    bench.key(Qt::Key_Delete);
    QVERIFY(bench.editor.network().links[2].via.empty());
    QVERIFY(bench.editor.picked().isLink(2));
    // Heights lie between those of the neighbours.
    bench.editor.change("Change node", [](Network& network) { network.nodes[2].top_m = 100; });
    bench.editor.insertWaypoint(2, 0, bench.place(middle));
    QVERIFY(std::abs(bench.editor.network().links[2].via[0].height_m - 90) < 0.5);
}

void NetworkEditorTest::snapsToNodes() {
    Bench bench;
    bench.save(smallNetwork());
    bench.editor.begin();
    bench.editor.take(Hand::DrawLink);
    const QPointF target = bench.pixel(smallNetwork().nodes[2].place);
    bench.tool.hover(bench.camera, map::MapPointer{target + QPointF(7, 0), {}});
    QVERIFY(bench.tool.snap());
    QCOMPARE(*bench.tool.snap(), smallNetwork().nodes[2].place);
    bench.tool.hover(bench.camera, map::MapPointer{target + QPointF(40, 40), {}});
    QVERIFY(!bench.tool.snap());
    bench.click(bench.pixel(smallNetwork().nodes[0].place) + QPointF(5, 5));
    bench.click(bench.pixel(smallNetwork().links[0].via[0].place) + QPointF(4, 0)); // a waypoint that is there
    QCOMPARE(bench.tool.line().via[0].place, smallNetwork().links[0].via[0].place);
    bench.click(target + QPointF(-6, 3));
    const delivery::Link* made = bench.editor.network().link("BP-01", "DP-02");
    QVERIFY(made);
    QCOMPARE(made->via.size(), 1U);
    // A waypoint that is dragged to a node stands in its column.
    bench.editor.take(Hand::Select);
    const QPointF waypoint = bench.pixel(made->via[0].place);
    bench.editor.pick({Kind::Waypoint, 4, 0});
    QVERIFY(bench.drag(waypoint, target + QPointF(5, 0)));
    QCOMPARE(bench.editor.network().links[4].via[0].place, smallNetwork().nodes[2].place);
}

void NetworkEditorTest::snapsToWholeMetresAndAngles() {
    Bench bench;
    bench.editor.beginNew();
    bench.click(QPointF(300, 400));
    bench.editor.take(Hand::AddDelivery);
    bench.click(QPointF(900, 400));
    bench.editor.take(Hand::DrawLink);
    bench.click(QPointF(300, 400));
    bench.click(QPointF(437, 307), Qt::ControlModifier);
    QCOMPARE(bench.tool.line().via.size(), 1U);
    const geo::LatLon base = bench.editor.network().nodes[0].place;
    const auto line = geo::inverse(base, bench.tool.line().via[0].place);
    QVERIFY(std::abs(line.distance_m - std::round(line.distance_m)) < 0.02); // 1e-7 degrees are a centimetre
    const double turns = line.initialBearing_deg / NetworkTool::snapAngle_deg;
    QVERIFY(std::abs(turns - std::round(turns)) < 0.01);
    bench.click(QPointF(500, 310)); // without the key: where the pointer is
    QVERIFY(QLineF(bench.pixel(bench.tool.line().via[1].place), QPointF(500, 310)).length() < 0.01);
}

void NetworkEditorTest::emptyGroundStaysTheMaps() {
    Bench bench;
    bench.save(smallNetwork());
    bench.editor.begin();
    for (const Hand hand : {Hand::Select, Hand::AddBase, Hand::AddDelivery, Hand::DrawLink}) {
        bench.editor.take(hand);
        QVERIFY(!bench.tool.press(bench.camera, {QPointF(20, 20), {}})); // dragging pans
    }
    bench.editor.take(Hand::Select);
    QVERIFY(!bench.tool.click(bench.camera, {QPointF(20, 20), {}})); // there may be a drone to select
    QVERIFY(!bench.key(Qt::Key_Left));
    QVERIFY(!bench.key(Qt::Key_Plus));
    QVERIFY(!bench.key(Qt::Key_Escape));
}

void NetworkEditorTest::keysDoWhatThePointerDoes() {
    Bench bench;
    bench.editor.beginNew();
    bench.key(Qt::Key_Return, {}, {600, 400});
    bench.editor.take(Hand::AddDelivery);
    bench.key(Qt::Key_Return, {}, {800, 400});
    bench.key(Qt::Key_Escape);
    QCOMPARE(bench.editor.hand(), Hand::Select);
    QCOMPARE(bench.editor.network().nodes.size(), 2U);
    bench.key(Qt::Key_PageDown); // from the second node over the end to the first
    QVERIFY(bench.editor.picked().isNode(0));
    const geo::LatLon before = bench.editor.network().nodes[0].place;
    bench.key(Qt::Key_Up, Qt::ControlModifier);
    bench.key(Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    bench.key(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(std::abs(metresBetween(before, bench.editor.network().nodes[0].place) - std::hypot(11, 1)) < 0.1);
    QCOMPARE(bench.steps().last(), QStringLiteral("Move node"));
    QCOMPARE(bench.editor.draft().steps().count(), 3); // moves join
    bench.editor.take(Hand::DrawLink);
    bench.key(Qt::Key_Return, {}, bench.pixel(bench.editor.network().nodes[0].place));
    bench.key(Qt::Key_Return, {}, {700, 300});
    bench.key(Qt::Key_Return, {}, {750, 350});
    QCOMPARE(bench.tool.line().via.size(), 2U);
    bench.key(Qt::Key_Backspace);
    QCOMPARE(bench.tool.line().via.size(), 1U);
    bench.key(Qt::Key_Return, {}, {800, 400});
    QCOMPARE(bench.editor.network().links.size(), 1U);
    bench.key(Qt::Key_Escape);
    bench.key(Qt::Key_Escape);
    QVERIFY(bench.editor.picked().isLink(0));
    bench.key(Qt::Key_Insert, {}, {10, 10}); // not on its line: into its first part
    QCOMPARE(bench.editor.network().links[0].via.size(), 2U);
    QCOMPARE(bench.editor.picked(), (Picked{Kind::Waypoint, 0, 0}));
    bench.key(Qt::Key_Delete);
    bench.key(Qt::Key_Delete);
    QVERIFY(bench.editor.network().links.empty());
}

void NetworkEditorTest::survivesACrash() {
    QJsonObject kept;
    Network drawn;
    {
        Bench bench;
        bench.save(smallNetwork(), 3);
        bench.editor.begin();
        bench.editor.change("Change node", [](Network& network) {
            network.base.clear(); // an error: a draft may have some
            network.nodes[1].id = "bad id";
            network.links[0].speed_mps = 4.5;
        });
        drawn = bench.editor.network();
        kept = bench.drafts.state();
    }
    Bench bench;
    bench.drafts.restore(kept);
    bench.save(smallNetwork(), 3);
    QVERIFY(bench.editor.editing());
    QVERIFY(bench.editor.modified());
    QCOMPARE(bench.editor.basedOn(), 3U);
    QCOMPARE(bench.editor.network(), drawn);
    bench.editor.discard();
    QCOMPARE(bench.editor.network(), smallNetwork());
}

void NetworkEditorTest::badDraftsAreRefused() {
    Bench bench;
    for (const QJsonValue& value :
         {QJsonValue(QStringLiteral("x")), QJsonValue(QJsonObject{{u"open"_s, true}}),
          QJsonValue(QJsonObject{{u"open"_s, true}, {u"based_on"_s, -1}, {u"network"_s, u"{}"_s}}),
          QJsonValue(QJsonObject{{u"open"_s, true}, {u"based_on"_s, 1}, {u"network"_s, u"{\"id\":"_s}})}) {
        bench.drafts.restore({{u"network"_s, QJsonObject{{u"value"_s, value}, {u"modified"_s, true}}}});
        QVERIFY(!bench.editor.editing());
    }
}

void NetworkEditorTest::savesAndTellsStale() {
    Bench bench;
    bench.save(smallNetwork(), 4);
    bench.editor.begin();
    bench.editor.change("Change setting", [](Network& network) { network.headway_ms = 45'000; });
    QVERIFY(bench.editor.modified());
    bench.save(smallNetwork(), 5, "park"); // meanwhile
    std::optional<Result<void>> answer;
    const auto take = [&](const Result<void>& result) { answer = result; };
    bench.editor.save(take);
    QVERIFY(!bench.editor.mayChange()); // until there is an answer
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QCOMPARE(answer->error().code, "STALE_REVISION");
    QVERIFY(bench.editor.editing());
    bench.editor.rebase();
    answer.reset();
    bench.editor.save(take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QVERIFY_RESULT(*answer);
    Bench::settle();
    QVERIFY(!bench.editor.editing());
    QCOMPARE(bench.editor.saved()->revision, 6U);
    QCOMPARE(bench.editor.network().headway_ms, 45'000);
    QVERIFY(!bench.editor.draft().isModified());
    // A new one, and one that has errors.
    bench.editor.beginNew();
    QCOMPARE(bench.editor.network().id, "NET-02");
    answer.reset();
    bench.editor.save(take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QCOMPARE(answer->error().code, "NO_BASE");
    bench.click(QPointF(600, 400));
    answer.reset();
    bench.editor.save(take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QVERIFY_RESULT(*answer);
    QVERIFY(QTest::qWaitFor([&] { return bench.desk.state()->networks.size() == 2U; }));
    QCOMPARE(bench.editor.network().id, "NET-02"); // is shown
    answer.reset();
    bench.editor.removeSaved(take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QVERIFY(QTest::qWaitFor([&] { return bench.editor.network().id == "NET-01"; }));
}

void NetworkEditorTest::verifiesOnlyWhatIsSaved() {
    Bench bench;
    bench.who->scopes.insert("network.verify");
    bench.save(smallNetwork());
    std::optional<Result<void>> answer;
    const auto take = [&](const Result<void>& result) { answer = result; };
    bench.editor.verify(1, QStringLiteral("TF-17"), take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QVERIFY_RESULT(*answer);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(bench.editor.judgedLink(1).verification); }));
    QCOMPARE(bench.editor.judgedLink(1).verification->note, "TF-17");
    QVERIFY(bench.service.calls.back().ends_with(": TF-17"));
    bench.editor.begin();
    bench.editor.insertWaypoint(1, 0, {37.5275, 126.9370});
    QVERIFY(!bench.editor.judgedLink(1).verification); // changing the way takes it away
    answer.reset();
    bench.editor.verify(1, QStringLiteral("TF-18"), take);
    QVERIFY(answer);
    QCOMPARE(answer->error().code, "LINK_CHANGED");
    bench.drafts.group().undo();
    QVERIFY(bench.editor.judgedLink(1).verification);
    answer.reset();
    bench.editor.withdraw(1, QStringLiteral("crane"), take);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(answer); }));
    QVERIFY(QTest::qWaitFor([&] {
        return static_cast<bool>(!bench.editor.judgedLink(1).verification);
    })); // in the draft too, without a step
    QVERIFY(!bench.editor.modified());
}

void NetworkEditorTest::withoutTheScopeItOnlyShows() {
    Bench bench;
    bench.save(smallNetwork());
    bench.who->scopes = {"delivery.read"};
    bench.editor.personChanged();
    QCOMPARE(bench.editor.network(), smallNetwork());
    bench.editor.begin();
    bench.editor.beginNew();
    QVERIFY(!bench.editor.editing());
    SketchTable table(
        bench.editor, nodeFields(), [](const Network& network) { return int(network.nodes.size()); }, "x");
    QVERIFY(!table.flags(table.index(0, 1)).testFlag(Qt::ItemIsEditable));
    QVERIFY(!table.setData(table.index(0, 1), QStringLiteral("x")));
    // Somebody else at the desk does not go on with the draft.
    bench.who = test::planner();
    bench.editor.begin();
    bench.editor.take(Hand::DrawLink);
    bench.who.reset();
    bench.editor.personChanged();
    QCOMPARE(bench.editor.hand(), Hand::Select);
    bench.editor.addNode(delivery::NodeKind::Base, {37.5, 127});
    QCOMPARE(bench.editor.network().nodes.size(), 4U);
    QVERIFY(bench.editor.editing());
}

void NetworkEditorTest::tablesWriteSteps_data() {
    QTest::addColumn<QString>("table");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // afterwards
    QTest::newRow("id") << "nodes" << 0 << 0 << "HQ" << "HQ";
    QTest::newRow("name") << "nodes" << 1 << 1 << "여의나루" << "여의나루";
    QTest::newRow("kind") << "nodes" << 1 << 2 << "Base" << "Base";
    QTest::newRow("latitude") << "nodes" << 1 << 3 << "37,53123456" << "37.5312346";
    QTest::newRow("longitude") << "nodes" << 1 << 4 << "126.9" << "126.9000000";
    QTest::newRow("ground unknown") << "nodes" << 1 << 5 << "" << "";
    QTest::newRow("ground") << "nodes" << 1 << 5 << "12.5" << "12.5";
    QTest::newRow("top") << "nodes" << 1 << 6 << "95" << "95";
    QTest::newRow("capacity") << "nodes" << 1 << 7 << "3" << "3";
    QTest::newRow("load") << "nodes" << 0 << 9 << "90.5" << "90.5";
    QTest::newRow("take-off measured") << "nodes" << 0 << 13 << "18" << "18";
    QTest::newRow("end") << "links" << 2 << 1 << "DP-01x" << "";
    QTest::newRow("double track") << "links" << 0 << 2 << "Double" << "Double";
    QTest::newRow("fly through") << "links" << 0 << 3 << "Fly through" << "Fly through";
    QTest::newRow("curve") << "links" << 0 << 4 << "Curve" << "Curve";
    QTest::newRow("speed") << "links" << 0 << 5 << "4.5" << "4.5";
    QTest::newRow("flight measured") << "links" << 0 << 6 << "118.25" << "118.25";
    QTest::newRow("waypoint height") << "waypoints" << 0 << 2 << "101.5" << "101.5";
    QTest::newRow("name of the network") << "settings" << 1 << 1 << "Han river" << "Han river";
    QTest::newRow("headway") << "settings" << 3 << 1 << "45" << "45";
    QTest::newRow("crossing height") << "settings" << 9 << 1 << "20" << "20";
    QTest::newRow("fleet") << "settings" << 10 << 1 << "4" << "4";
    QTest::newRow("batch stops") << "settings" << 14 << 1 << "3" << "3";
    QTest::newRow("speed of a type") << "drones" << 0 << 2 << "12" << "12";
    QTest::newRow("endurance") << "drones" << 0 << 7 << "1800" << "1800";
    QTest::newRow("id of a moving base") << "stays" << 0 << 0 << "VAN-1" << "VAN-1";
    QTest::newRow("id of a node") << "stays" << 0 << 0 << "DP-01" << "";
    QTest::newRow("stands at") << "stays" << 1 << 1 << "BP-02" << "BP-02";
    QTest::newRow("stands at no base") << "stays" << 0 << 1 << "DP-01" << "";
    QTest::newRow("from, of its day") << "stays" << 0 << 2 << "9:30" << "2026-11-21 09:30:00Z";
    QTest::newRow("until, another day") << "stays" << 1 << 3 << "2026-11-22 00:15" << "2026-11-22 00:15:00Z";
    QTest::newRow("no time") << "stays" << 0 << 2 << "25:00" << "";
    QTest::newRow("no day") << "stays" << 0 << 3 << "2026-13-01 10:00" << "";
    QTest::newRow("crossing link") << "crossings" << 0 << 0 << "DP-01 – DP-02" << "DP-01 – DP-02";
    QTest::newRow("crossing itself") << "crossings" << 0 << 0 << "DP-02 – DP-03" << "";
    QTest::newRow("crossing no link") << "crossings" << 0 << 2 << "DP-01 – DP-09" << "";
    QTest::newRow("how far") << "crossings" << 0 << 1 << "12.5" << "12.5";
    QTest::newRow("too far") << "crossings" << 0 << 3 << "101" << "";
    QTest::newRow("separation") << "crossings" << 0 << 4 << "22.5" << "22.5";
    QTest::newRow("separation below 0") << "crossings" << 0 << 4 << "-1" << "";
}

void NetworkEditorTest::tablesWriteSteps() {
    QFETCH(const QString, table);
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    Bench bench;
    Network drawn = smallNetwork();
    if (table == u"stays") {
        const UtcMs ten = *fromRfc3339("2026-11-21T10:00:00Z");
        const UtcMs noon = ten + std::chrono::hours{2};
        drawn.nodes.push_back({.id = "BP-02", .kind = delivery::NodeKind::Base, .place = {37.5, 126.9}});
        drawn.movingBases = {{"TRUCK-1", {{"BP-01", ten, noon}, {"BP-01", noon, noon + std::chrono::hours{1}}}}};
    }
    if (table == u"crossings")
        drawn.crossings = {{.firstA = "BP-01", .firstB = "DP-01", .secondA = "DP-02", .secondB = "DP-03"}};
    bench.save(drawn);
    bench.editor.begin();
    bench.editor.pick({Kind::Link, 0, 0});
    const auto rowsOf = [](auto list) {
        return [list](const Network& network) { return int((network.*list).size()); };
    };
    std::unique_ptr<SketchTable> model;
    if (table == u"nodes")
        model = std::make_unique<SketchTable>(bench.editor, nodeFields(), rowsOf(&Network::nodes), "s");
    if (table == u"links")
        model = std::make_unique<SketchTable>(bench.editor, linkFields(bench.editor), rowsOf(&Network::links), "s");
    if (table == u"waypoints")
        model = std::make_unique<SketchTable>(
            bench.editor, waypointFields(bench.editor),
            [](const Network& network) { return int(network.links[0].via.size()); }, "s");
    if (table == u"settings") model = std::make_unique<SettingTable>(bench.editor, settingFields(bench.editor), "s");
    if (table == u"drones")
        model = std::make_unique<SketchTable>(bench.editor, droneFields(), rowsOf(&Network::droneTypes), "s");
    if (table == u"stays")
        model = std::make_unique<SketchTable>(
            bench.editor, stayFields(), [](const Network& now) { return int(stayRows(now)); }, "s");
    if (table == u"crossings")
        model = std::make_unique<SketchTable>(bench.editor, crossingFields(), rowsOf(&Network::crossings), "s");
    QVERIFY(model);
    const QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex index = model->index(row, column);
    const QString before = index.data().toString();
    const bool written = model->setData(index, text);
    if (shown.isEmpty() && !text.isEmpty()) {
        QVERIFY(!written);
        QCOMPARE(index.data().toString(), before);
        return;
    }
    QVERIFY(written);
    QCOMPARE(index.data().toString(), shown);
    QCOMPARE(bench.editor.draft().steps().count(), before == shown ? 0 : 1);
    const auto read = delivery::networkDraftFromJson(delivery::toJson(bench.editor.network()));
    QVERIFY_RESULT(read);
    QCOMPARE(*read, bench.editor.network());
    bench.drafts.group().undo();
    QCOMPARE(index.data().toString(), before);
    // Rows come and go.
    bench.editor.addNode(delivery::NodeKind::Delivery, {37.51, 126.95});
    (void)bench.editor.addLink("DP-04", "BP-01", {{{37.512, 126.94}, 70}});
    bench.editor.removePicked();
    bench.editor.pick({Kind::Node, 0, 0});
    bench.editor.removePicked();
}

void NetworkEditorTest::tablesRefuseNonsense_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("text");
    QTest::newRow("id taken") << 0 << "DP-02";
    QTest::newRow("id with a space") << 0 << "a b";
    QTest::newRow("kind") << 2 << "Truck";
    QTest::newRow("latitude") << 3 << "91";
    QTest::newRow("not a number") << 3 << "north";
    QTest::newRow("infinite") << 6 << "inf";
    QTest::newRow("nan") << 5 << "nan";
    QTest::newRow("longitude") << 4 << "-180.1";
    QTest::newRow("no places") << 7 << "0";
    QTest::newRow("half a place") << 7 << "1.5";
    QTest::newRow("negative time") << 9 << "-1";
    QTest::newRow("time needed") << 9 << "";
}

void NetworkEditorTest::tablesRefuseNonsense() {
    QFETCH(const int, column);
    QFETCH(const QString, text);
    Bench bench;
    bench.save(smallNetwork());
    bench.editor.begin();
    SketchTable table(
        bench.editor, nodeFields(), [](const Network& network) { return int(network.nodes.size()); }, "s");
    QSignalSpy refused(&table, &SketchTable::refused);
    QVERIFY(!table.setData(table.index(1, column), text));
    QCOMPARE(refused.count(), 1);
    QVERIFY(refused[0][0].toString().contains(u"Accepted: "));
    QVERIFY(!refused[0][0].toString().endsWith(u": "));
    QCOMPARE(bench.editor.network(), smallNetwork());
    QCOMPARE(bench.editor.draft().steps().count(), 0);
}

void NetworkEditorTest::findingsLeadToTheirPlace() {
    Bench bench;
    Network network = smallNetwork();
    network.nodes[2].ground_m.reset();
    bench.save(network);
    FindingTable table(bench.editor);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(table.rowCount() > 0);
    bool ground = false;
    bool unverified = false;
    for (const delivery::Finding& finding : bench.editor.findings()) {
        const auto place = bench.editor.placeOf(finding);
        if (finding.code == "GROUND_UNKNOWN") {
            ground = true;
            QCOMPARE(place, (Picked{Kind::Node, 2, 0}));
        }
        if (finding.code == "LINK_NOT_VERIFIED") {
            unverified = true;
            QVERIFY(place && place->kind == Kind::Link);
        }
    }
    QVERIFY(ground);
    QVERIFY(unverified);
    for (int row = 0; row < table.rowCount(); ++row)
        QVERIFY(!table.index(row, FindingTable::Severity).data().toString().isEmpty());
    bench.editor.begin();
    bench.editor.change("s", [](Network& changed) { changed.nodes[0].kind = delivery::NodeKind::Delivery; });
    QVERIFY(bench.editor.count(delivery::Finding::Severity::Error) > 0);
    QVERIFY(table.index(0, FindingTable::Severity).data().toString().contains(u"Error"));
}

void NetworkEditorTest::importsPlans_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("refusal"); // a part of it; empty: taken
    const QByteArray head = "QGC WPL 110\n";
    const auto line = [](int index, int frame, int command, double latitude, double longitude, double height) {
        return QStringLiteral("%1\t%2\t%3\t%4\t0\t0\t0\t0\t%5\t%6\t%7\t1\n")
            .arg(index)
            .arg(index == 0 ? 1 : 0)
            .arg(frame)
            .arg(command)
            .arg(latitude, 0, 'f', 7)
            .arg(longitude, 0, 'f', 7)
            .arg(height)
            .toUtf8();
    };
    const QByteArray home = line(0, 0, 16, 37.5600, 126.9700, 30);
    const QByteArray way = line(1, 3, 22, 37.5600, 126.9700, 60) + line(2, 3, 16, 37.5650, 126.9750, 70);
    QTest::newRow("to another place") << u"a.waypoints"_s
                                      << head + home + way + line(3, 3, 16, 37.5700, 126.9800, 70) +
                                             line(4, 3, 21, 37.5700, 126.9800, 5)
                                      << QString();
    QTest::newRow("return is left out") << u"a.txt"_s << head + home + way + line(3, 3, 20, 0, 0, 0) << QString();
    QTest::newRow("a round trip") << u"a.txt"_s << head + home + way + line(3, 3, 21, 37.5600, 126.9700, 0)
                                  << u"ends where it begins"_s;
    QTest::newRow("above terrain") << u"a.txt"_s << head + home + way + line(3, 10, 16, 37.5700, 126.9800, 70)
                                   << u"height"_s;
}

void NetworkEditorTest::importsPlans() {
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, refusal);
    const auto read = readPaths(file, content);
    QVERIFY_RESULT(read);
    QCOMPARE(read->paths.size(), 1U);
    Bench bench;
    bench.editor.beginNew();
    PathTable table(bench.editor.network(), read->paths);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QString judgement = table.index(0, PathTable::Judgement).data().toString();
    if (!refusal.isEmpty()) {
        QVERIFY2(judgement.contains(refusal), qPrintable(judgement));
        QVERIFY(judgement.startsWith(u'✖'));
        QCOMPARE(table.chosen(), 0U);
        return;
    }
    QCOMPARE(table.chosen(), 1U);
    bench.editor.change("Import paths", [&](Network& network) { table.take(network); });
    const Network& now = bench.editor.network();
    QCOMPARE(now.nodes.size(), 2U);
    QCOMPARE(now.nodes[0].kind, delivery::NodeKind::Base);
    QCOMPARE(now.base, now.nodes[0].id);
    QCOMPARE(now.nodes[0].ground_m, 30.0); // home
    QCOMPARE(now.nodes[0].top_m, 90.0);    // 60 m above it
    QCOMPARE(now.links.size(), 1U);
    if (file.endsWith(u".waypoints")) {
        QCOMPARE(now.nodes[1].ground_m, 35.0);
        QCOMPARE(now.nodes[1].top_m, 100.0);
        QCOMPARE(now.links[0].via.size(), 1U);
        QCOMPARE(now.links[0].via[0], (route::Waypoint{{37.565, 126.975}, 100}));
    }
    QCOMPARE(bench.editor.draft().steps().count(), 1);
    bench.drafts.group().undo();
    QVERIFY(bench.editor.network().nodes.empty());
}

void NetworkEditorTest::importsLinesPathByPath() {
    const QByteArray kml =
        "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>"
        "<Placemark><name>east</name><LineString><altitudeMode>absolute</altitudeMode><coordinates>126.9240,37.5260,80 "
        "126.9330,37.5400,90 126.9500,37.5410,80</coordinates></LineString></Placemark>"
        "<Placemark><name>flat</name><LineString><coordinates>126.9240,37.5260 126.9100,37.5400"
        "</coordinates></LineString></Placemark>"
        "<Placemark><name>above</name><LineString><altitudeMode>relativeToGround</altitudeMode><coordinates>"
        "126.9240,37.5260,80 126.9330,37.5500,90</coordinates></LineString></Placemark>"
        "<Placemark><name>again</name><LineString><altitudeMode>absolute</"
        "altitudeMode><coordinates>126.9500,37.5410,70 "
        "126.9240,37.5260,70</coordinates></LineString></Placemark>"
        "</Document></kml>";
    const auto read = readPaths(u"lines.kml"_s, kml);
    QVERIFY_RESULT(read);
    QCOMPARE(read->paths.size(), 4U);
    PathTable table(smallNetwork(), read->paths);
    const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto judged = [&](int row) { return table.index(row, PathTable::Judgement).data().toString(); };
    QVERIFY(judged(0).startsWith(u"Is taken"));
    QVERIFY(judged(1).contains(u"no heights"));
    QVERIFY(judged(2).contains(u"above a ground"));
    QVERIFY(judged(3).contains(u"linked already")); // what the first makes
    QCOMPARE(table.chosen(), 1U);
    QVERIFY(table.has(PathHeights::None));
    table.choose({.level_m = 95.0});
    QCOMPARE(table.chosen(), 2U);
    QVERIFY(table.setData(table.index(0, PathTable::Name), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(table.chosen(), 2U); // now the last one can be
    QVERIFY(!table.setData(table.index(2, PathTable::Name), Qt::Checked, Qt::CheckStateRole));
    Network network = smallNetwork();
    table.take(network);
    QCOMPARE(network.nodes.size(), 6U);
    QCOMPARE(network.links.size(), 6U);
    QCOMPARE(network.nodes[4].top_m, 95.0);
    QVERIFY(!network.nodes[4].ground_m);   // nobody knows it
    QCOMPARE(network.links[4].a, "BP-01"); // the node that is there
    QVERIFY(!readPaths(u"x.kml"_s, "<kml>"));
    QCOMPARE(readPaths(u"x.doc"_s, "x").error().code, "UNKNOWN_FILE_TYPE");
}

void NetworkEditorTest::exportsReadBack() {
    Network network = smallNetwork();
    network.nodes[1].name = "여의나루";
    const auto kml = asKml(network);
    QVERIFY_RESULT(kml);
    const auto lines = readPaths(u"n.kml"_s, *kml);
    QVERIFY_RESULT(lines);
    QCOMPARE(lines->paths.size(), 4U);
    const auto flown = [](const OfferedPath& path) {
        std::vector<route::Waypoint> way;
        for (const delivery::PathPoint& point : path.points)
            way.push_back({point.place, point.height_m.value_or(-1)});
        return way;
    };
    QCOMPARE(flown(lines->paths[0]), wayOf(network, network.links[0]));
    const auto plan = asQgcPlan(network, 0);
    QVERIFY_RESULT(plan);
    const auto mission = readPaths(u"n.plan"_s, *plan);
    QVERIFY_RESULT(mission);
    QVERIFY2(mission->paths[0].refusal.isEmpty(), qPrintable(mission->paths[0].refusal));
    QCOMPARE(mission->paths[0].startGround_m, 20.0);
    QCOMPARE(mission->paths[0].endGround_m, 18.0);
    QCOMPARE(flown(mission->paths[0]), wayOf(network, network.links[0]));
    // A whole network, into an empty one: equal but for its settings and verifications.
    network.links[0].corner = delivery::Corner::FlyThrough;
    network.links[3].speed_mps = 5;
    const auto all = readPaths(u"n.geojson"_s, asGeoJson(network));
    QVERIFY_RESULT(all);
    Network again{.id = "NET-02"};
    PathTable(again, all->paths).take(again);
    QCOMPARE(again.base, "BP-01");
    QCOMPARE(again.nodes, network.nodes);
    QCOMPARE(again.links, network.links);
    // Lines of others: by the RFC above the ellipsoid, until somebody says otherwise.
    const auto foreign =
        readPaths(u"f.json"_s, R"({"type":"LineString","coordinates":[[126.924,37.526,80],[126.95,37.541,90]]})");
    QVERIFY_RESULT(foreign);
    PathTable table(network, foreign->paths);
    QVERIFY(table.has(PathHeights::Ellipsoid));
    QCOMPARE(table.chosen(), 0U);
    QVERIFY(table.index(0, PathTable::Judgement).data().toString().contains(u"ellipsoid"));
    table.choose({.asAmsl = true});
    QCOMPARE(table.chosen(), 1U);
    // With a geoid they are turned: nobody has to say anything.
    const auto turned =
        readPaths(u"f.json"_s,
                  R"({"type":"LineString","coordinates":[[126.924,37.526,80],[126.93,37.53,85],[126.95,37.541,90]]})",
                  [](geo::LatLon) { return std::optional(22.5); });
    QVERIFY_RESULT(turned);
    Network lower = network;
    QVERIFY_RESULT(takePath(lower, turned->paths.front(), {}));
    QCOMPARE(wayOf(lower, lower.links.back())[1].height_m, 62.5);
    Network asSaid = network;
    QVERIFY_RESULT(takePath(asSaid, turned->paths.front(), {.level_m = {}, .asAmsl = true}));
    QCOMPARE(wayOf(asSaid, asSaid.links.back())[1].height_m, 85.0);
    const auto atSea =
        readPaths(u"f.json"_s, R"({"type":"LineString","coordinates":[[126.924,37.526,80],[126.95,37.541,90]]})",
                  [](geo::LatLon) { return std::optional<double>(); });
    Network same = network;
    QCOMPARE(takePath(same, atSea->paths.front(), {}).error().code, "HEIGHT_UNKNOWN");
    network.nodes[1].ground_m.reset();
    QCOMPARE(asQgcPlan(network, 0).error().code, "GROUND_UNKNOWN");
    network.links[0].b = "nowhere";
    QCOMPARE(asKml(network).error().code, "UNKNOWN_NODE");
}

void NetworkEditorTest::overlayShowsStyles() {
    Bench bench;
    Network network = smallNetwork();
    network.links[1].verification = delivery::Verification{"lee", {}, "TF-2"};
    network.links.push_back({.a = "BP-01", .b = "DP-02"});
    network.links.push_back({.a = "DP-01", .b = "DP-03"}); // crosses it
    bench.save(network);
    const auto& shapes = *bench.overlay.shapes();
    QCOMPARE(shapes.nodes.size(), 4U);
    QCOMPARE(shapes.links.size(), 6U);
    QVERIFY(shapes.links[1].verified);
    QVERIFY(shapes.links[1].doubleTrack);
    QVERIFY(shapes.links[1].tip.contains(u"Verified by lee"));
    QVERIFY(!shapes.links[0].verified);
    QVERIFY(shapes.links[0].tip.contains(u"cannot be used"));
    QVERIFY(shapes.links[0].tip.contains(u"from top to top"));
    QCOMPARE(shapes.crossings.size(), 1U);
    QVERIFY(shapes.crossings[0].tip.contains(u"BP-01 – DP-02"));
    QCOMPARE(shapes.nodes[0].kind, map::NetworkNodeShape::Kind::Base);
    const auto tip = map::tipAt(shapes, bench.camera, bench.pixel(network.nodes[1].place), 12);
    QVERIFY(tip && tip->text.startsWith(u"DP-01"));
    QVERIFY(!map::tipAt(shapes, bench.camera, {5, 5}, 12));
    // The draft stands in place of what is saved.
    bench.editor.begin();
    bench.editor.pick({Kind::Node, 0, 0});
    bench.editor.removePicked();
    QCOMPARE(bench.overlay.shapes()->nodes.size(), 3U);
}

void NetworkEditorTest::overlayShowsTheMission() {
    Bench bench;
    Network network = smallNetwork();
    network.links.push_back({.a = "BP-01", .b = "DP-02"});
    for (delivery::Link& link : network.links)
        link.verification = delivery::Verification{"lee", {}, "TF-2"};
    bench.save(network);
    const auto route = delivery::missionRoute(
        network, {.id = "M-1", .stops = {{.node = "DP-01"}, {.node = "DP-02", .handOver = delivery::HandOver::Drop}}});
    QVERIFY_RESULT(route);
    auto mission = std::make_shared<delivery::Mission>();
    mission->id = "M-1";
    mission->network = network.id;
    mission->route = *route;
    bench.service.addMission(mission);
    Bench::settle();
    QVERIFY(bench.overlay.shapes()->columns.empty());
    bench.missions.select(QStringLiteral("M-1"));
    const auto& shapes = *bench.overlay.shapes();
    QCOMPARE(std::ranges::count(shapes.links, true, &map::NetworkLinkShape::mission),
             static_cast<std::ptrdiff_t>(route->legs.size()));
    const auto column = [&](geo::LatLon place) {
        const auto at = geo::toMercator(place);
        return std::ranges::find_if(shapes.columns,
                                    [&](const auto& each) { return each.place.x == at.x && each.place.y == at.y; });
    };
    QVERIFY(column(network.nodes[0].place) != shapes.columns.end());
    QVERIFY(column(network.nodes[0].place)->takeOff && column(network.nodes[0].place)->landing);
    QVERIFY(column(network.nodes[1].place)->takeOff && column(network.nodes[1].place)->landing);
    QCOMPARE(column(network.nodes[2].place), shapes.columns.end()); // a drop: it does not go down there
}

void NetworkEditorTest::overlayShowsMovingBases() {
    Bench bench;
    Network network = smallNetwork();
    const UtcMs ten = *fromRfc3339("2026-11-21T10:00:00Z");
    network.movingBases = {{"TRUCK-1", {{"BP-01", ten, ten + std::chrono::hours{1}}}},
                           {"TRUCK-2", {{"BP-01", ten, ten + std::chrono::hours{1}}}}};
    bench.save(network);
    const auto& nodes = bench.overlay.shapes()->nodes;
    QVERIFY(nodes[0].movingBase && !nodes[1].movingBase);
    QCOMPARE(nodes[0].label, u"BP-01 · TRUCK-1 +1"_s);
    QVERIFY(nodes[0].tip.contains(u"TRUCK-2 stands here from 2026-11-21 10:00:00Z to 2026-11-21 11:00:00Z"));
    // A second frame: more is drawn.
    map::NetworkDrawing with;
    with.buildLines(*bench.overlay.shapes(), bench.camera, theme::themeById(u"dark"), 1);
    const auto verticesWith = with.lines().vertices().size();
    network.movingBases.clear();
    bench.save(network, 2);
    map::NetworkDrawing without;
    without.buildLines(*bench.overlay.shapes(), bench.camera, theme::themeById(u"dark"), 1);
    QVERIFY(verticesWith > without.lines().vertices().size());
}

void NetworkEditorTest::linkUnderThePointerIsNamed() {
    Bench bench;
    const Network network = smallNetwork();
    bench.save(network);
    const auto at = [&](geo::LatLon place) {
        return map::linkAt(*bench.overlay.shapes(), bench.camera, bench.pixel(place), 12);
    };
    const geo::LatLon from = network.nodes[1].place, to = network.nodes[2].place;
    const geo::LatLon middle{(from.latitude_deg + to.latitude_deg) / 2, (from.longitude_deg + to.longitude_deg) / 2};
    QVERIFY(at(middle) == (map::NetworkLinkName{u"NET-01"_s, u"DP-01"_s, u"DP-02"_s}));
    QVERIFY(!at(from)); // a node is there
    QVERIFY(!at({37.6, 127.1}));
}

void NetworkEditorTest::drawingKeepsLabelsApart() {
    Bench bench;
    bench.save(smallNetwork());
    map::NetworkDrawing drawing;
    map::GlyphAtlas atlas(QGuiApplication::font(), 1.0);
    const theme::Theme& theme = theme::themeById(u"dark");
    drawing.buildLines(*bench.overlay.shapes(), bench.camera, theme, 1.0);
    QCOMPARE(drawing.nodes(), 4U);
    QCOMPARE(drawing.links(), 4U);
    QVERIFY(!drawing.lines().vertices().empty());
    atlas.beginRound();
    const QRectF kept(bench.pixel(smallNetwork().nodes[0].place) + QPointF(8, -30), QSizeF(200, 60));
    QVERIFY(drawing.buildTexts(*bench.overlay.shapes(), bench.camera, theme, 1.0, atlas, {&kept, 1}));
    QCOMPARE(drawing.labels(), 4U);
    const auto taken = drawing.taken();
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (taken[i].width() > 20) QVERIFY(!taken[i].intersects(kept));
        for (std::size_t k = i + 1; k < taken.size(); ++k)
            QVERIFY(!taken[i].intersects(taken[k]));
    }
    // Far away it is not drawn.
    const map::MapCamera elsewhere{geo::toMercator({35.0, 129.0}), 14, QSizeF(1200, 800)};
    drawing.buildLines(*bench.overlay.shapes(), elsewhere, theme, 1.0);
    QCOMPARE(drawing.nodes(), 0U);
    QCOMPARE(drawing.links(), 0U);
    QVERIFY(drawing.lines().vertices().empty());
}

// Own time of one frame for a large network: 300 nodes, 600 links of 6 waypoints.
void NetworkEditorTest::drawingCostsLittle() {
    Bench bench;
    Network network{.id = "BIG", .base = "N0"};
    for (int i = 0; i < 300; ++i)
        network.nodes.push_back({.id = "N" + std::to_string(i),
                                 .kind = i == 0 ? delivery::NodeKind::Base : delivery::NodeKind::Delivery,
                                 .place = {37.50 + 0.003 * (i % 20), 126.90 + 0.004 * (i / 20)},
                                 .ground_m = 20,
                                 .top_m = 80});
    for (int i = 0; i < 600; ++i) {
        const int a = i % 300;
        const int b = (a + 1 + i / 300 * 19) % 300;
        std::vector<route::Waypoint> via;
        for (int k = 1; k <= 6; ++k) {
            const auto& from = network.nodes[static_cast<std::size_t>(a)].place;
            const auto& to = network.nodes[static_cast<std::size_t>(b)].place;
            via.push_back({{from.latitude_deg + (to.latitude_deg - from.latitude_deg) * k / 7.0 + 1e-4 * (k % 2),
                            from.longitude_deg + (to.longitude_deg - from.longitude_deg) * k / 7.0},
                           200.0 + 20 * i}); // at levels of their own: no crossings
        }
        (void)network::addLink(network, network.nodes[static_cast<std::size_t>(a)].id,
                               network.nodes[static_cast<std::size_t>(b)].id, via);
    }
    QElapsedTimer timer;
    timer.start();
    bench.save(network);
    const double build_ms = double(timer.nsecsElapsed()) / 1e6;
    map::NetworkDrawing drawing;
    const map::MapCamera camera{geo::toMercator({37.53, 126.93}), 12.5, QSizeF(1920, 1000)};
    drawing.buildLines(*bench.overlay.shapes(), camera, theme::themeById(u"dark"), 1.0);
    timer.start();
    for (int i = 0; i < 20; ++i)
        drawing.buildLines(*bench.overlay.shapes(), camera, theme::themeById(u"dark"), 1.0);
    const double frame_ms = double(timer.nsecsElapsed()) / 20e6;
    std::printf("network of %zu nodes and %zu links: shapes %.1f ms, lines of a frame %.2f ms\n", network.nodes.size(),
                network.links.size(), build_ms, frame_ms);
    QVERIFY(drawing.links() > 500);
#if !defined(HANEUL_SANITIZED) && defined(NDEBUG)
    QVERIFY2(frame_ms < 8.0, qPrintable(QString::number(frame_ms)));
#endif
}

HANEUL_LATENCY_MAIN(NetworkEditorTest)
#include "network_editor_test.moc"
