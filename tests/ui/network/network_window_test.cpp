#include "small_network.h"

#include "core/delivery/mission.h"
#include "server/clock/clock.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/test_desk.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/map/map_view.h"
#include "ui/network/network_panel.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

#include <cmath>

using namespace haneul;
using network::Hand;
using network::Picked;

namespace {

const UtcMs saved{milliseconds{1'790'000'000'000}};

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

situation::Situation someTraffic() {
    situation::Situation situation;
    situation.time = start;
    for (int i = 0; i < 12; ++i) {
        traffic::Track track;
        track.id = QStringLiteral("uas:HN-%1").arg(i, 3, 10, QChar(u'0')).toStdString();
        track.label = track.id.substr(4);
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, start}};
        track.position = geo::LatLon{37.514 + 0.0021 * i, 126.918 + 0.0037 * (i * 5 % 12)};
        track.height = geo::Height{60.0 + 5 * i, geo::HeightDatum::Amsl};
        track.velocity = traffic::Velocity_mps{8 * std::cos(i), 8 * std::sin(i)};
        track.received = track.placed = start;
        track.revision = 1;
        situation.tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    return situation;
}

struct Place {
    tests::FakeDeliveryService service{saved};
    std::optional<people::Principal> who = test::planner();
    situation::SituationBoard board;
    clock::ManualClock clock{start};
    std::unique_ptr<window::Desk> desk;

    explicit Place(const QString& folder = {}, const QString& theme = QStringLiteral("dark"), bool traffic = false) {
        if (traffic) {
            board.publish(someTraffic());
        } else {
            situation::Situation empty;
            empty.time = start;
            board.publish(std::move(empty));
        }
        open(folder, theme);
    }

    void open(const QString& folder, const QString& theme = QStringLiteral("dark")) {
        desk = tests::openDesk(tests::deskOn(board, clock, service, [this] { return who; }), folder, theme);
        main().showPanel(QLatin1StringView("network"));
        QTest::qWait(500);
        map().centerOn({37.5245, 126.9315}, 14.3);
        QTest::qWait(200);
    }

    [[nodiscard]] window::MainWindow& main() const { return desk->mainWindow(); }

    [[nodiscard]] map::MapView& map() const { return main().map(); }

    [[nodiscard]] network::NetworkEditor& editor() const { return desk->networks(); }

    [[nodiscard]] QAction& action(const char* id) const {
        return main().actionRegistry().action(QLatin1StringView(id));
    }

    void click(QPointF at, Qt::KeyboardModifiers modifiers = {}) const {
        QTest::mouseMove(&map(), at.toPoint());
        QTest::mouseClick(&map(), Qt::LeftButton, modifiers, at.toPoint());
        QTest::qWait(QApplication::doubleClickInterval() + 20); // else two clicks in one place are a double click
    }

    template <class W>
    [[nodiscard]] W& child(const char* name) const {
        auto* found = main().findChild<W*>(QLatin1StringView(name));
        if (!found) qFatal("no %s", name);
        return *found;
    }

    [[nodiscard]] QString state() const { return child<QLabel>("networkState").text(); }

    [[nodiscard]] QPointF at(double x, double y) const { return {map().width() * x, map().height() * y}; }
};

void shot(QWidget& window, const QString& name) {
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

void press(QMessageBox& box, QMessageBox::ButtonRole role) {
    for (QAbstractButton* button : box.buttons())
        if (box.buttonRole(button) == role) return QTest::mouseClick(button, Qt::LeftButton);
    qFatal("no such button");
}

} // namespace

class NetworkWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void cleanup() { theme::apply(*qApp, theme::themeById(u"dark"), 1.0); }

    void drawsSixNodesAndSavesThem(); // R-RTE-17
    void tablesAndMapShareTheChoice();
    void panningAndZoomingGoOn();
    void undoActsOnTheDraft();            // R-RTE-17
    void draftSurvivesACrash();           // R-RTE-17
    void staleIsAChoice();                // R-RTE-17
    void movingBasesAndCrossingsByKeys(); // R-RTE-17 R-RTE-23
    void verifiesWithAReason();           // R-RTE-15
    void withoutTheScopeItIsReadOnly();
    void layerIsSwitchedPerMap();
    void everyMapShowsTheDraft();
    void sceneShowsThemAtTheirHeights(); // R-UI-05
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void shots_data();
    void shots();
};

void NetworkWindowTest::initTestCase() {
    if (!QGuiApplication::primaryScreen() || QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        QSKIP("needs a display: run under Xvfb");
}

void NetworkWindowTest::drawsSixNodesAndSavesThem() {
    Place place;
    QVERIFY(place.state().contains(u"No network is saved yet"));
    place.action("network.new").trigger();
    QCOMPARE(place.main().focusWidget(), &place.map());
    place.click(place.at(0.5, 0.5));
    place.action("network.add_delivery").trigger();
    const std::vector<QPointF> points{place.at(0.25, 0.25), place.at(0.75, 0.22), place.at(0.82, 0.7),
                                      place.at(0.45, 0.85), place.at(0.15, 0.7)};
    for (const QPointF& point : points)
        place.click(point);
    QCOMPARE(place.editor().network().nodes.size(), 6U);
    place.action("network.draw_link").trigger();
    const auto node = [&](std::size_t i) { return place.map().pixelOf(place.editor().network().nodes[i].place); };
    place.click(node(0));
    place.click(place.at(0.40, 0.42)); // a waypoint
    place.click(node(1));
    place.click(node(2));
    place.click(node(3));
    place.click(node(4));
    place.click(node(5));
    place.click(node(0));
    QTest::keyClick(&place.map(), Qt::Key_Escape);
    QTest::keyClick(&place.map(), Qt::Key_Escape);
    const network::Network& drawn = place.editor().network();
    QCOMPARE(drawn.links.size(), 6U);
    QCOMPARE(drawn.links[0].via.size(), 1U);
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 6U; }));
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkLinks == 6U; }));
    // The ground is not known from the map: it is written into the table.
    auto& nodes = place.child<QTableView>("networkNodes");
    for (int row = 0; row < 6; ++row)
        QVERIFY(nodes.model()->setData(nodes.model()->index(row, 5), QStringLiteral("21.5")));
    QVERIFY(place.action("network.save").isEnabled());
    place.action("network.save").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.service.state()->networks.size() == 1U; }));
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(!place.editor().editing()); }));
    const network::Network& saved = place.service.state()->networks[0].network;
    QCOMPARE(saved.nodes.size(), 6U);
    QCOMPARE(saved.links.size(), 6U);
    QCOMPARE(saved.base, "BP-01");
    QCOMPARE(saved.nodes[3].ground_m, 21.5);
    QVERIFY(!saved.links[0].verification);
    QVERIFY(QTest::qWaitFor(
        [&] { return static_cast<bool>(place.state().contains(u"Revision 1") || place.state() == u"Saved"); }));
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 6U; }));
}

void NetworkWindowTest::tablesAndMapShareTheChoice() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    place.action("network.edit").trigger();
    place.click(place.map().pixelOf(test::smallNetwork().nodes[2].place));
    auto& nodes = place.child<QTableView>("networkNodes");
    auto& links = place.child<QTableView>("networkLinks");
    auto& tabs = place.child<QTabBar>("networkTabs");
    QCOMPARE(nodes.currentIndex().row(), 2);
    QCOMPARE(tabs.currentIndex(), 0);
    tabs.setCurrentIndex(1);
    links.setCurrentIndex(links.model()->index(0, 0));
    QVERIFY(place.editor().picked().isLink(0));
    QCOMPARE(place.child<QTableView>("networkWaypoints").model()->rowCount(), 1);
    place.child<QTableView>("networkWaypoints")
        .setCurrentIndex(place.child<QTableView>("networkWaypoints").model()->index(0, 2));
    QCOMPARE(place.editor().picked(), (Picked{Picked::Kind::Waypoint, 0, 0}));
    QTest::keyClick(&place.child<QTableView>("networkWaypoints"), Qt::Key_Delete);
    QVERIFY(place.editor().network().links[0].via.empty());
    // A finding leads to its place.
    tabs.setCurrentIndex(4);
    auto& findings = place.child<QTableView>("networkFindings");
    QVERIFY(findings.model()->rowCount() > 0);
    place.map().centerOn({35, 128}, 10);
    Q_EMIT findings.activated(findings.model()->index(0, 0));
    QVERIFY(std::abs(place.map().center().latitude_deg - 37.52) < 0.1);
    QVERIFY(place.map().zoom() >= 15);
}

void NetworkWindowTest::panningAndZoomingGoOn() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    place.action("network.edit").trigger();
    const geo::LatLon before = place.map().center();
    const QPoint from = place.at(0.9, 0.9).toPoint();
    QTest::mousePress(&place.map(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i)
        QTest::mouseMove(&place.map(), from - QPoint(20 * i, 12 * i));
    QTest::mouseRelease(&place.map(), Qt::LeftButton, {}, from - QPoint(100, 60));
    QVERIFY(std::abs(place.map().center().longitude_deg - before.longitude_deg) > 1e-4);
    const double zoom = place.map().zoom();
    QTest::keyClick(&place.map(), Qt::Key_Plus);
    QVERIFY(place.map().zoom() > zoom);
    const geo::LatLon now = place.map().center();
    QTest::keyClick(&place.map(), Qt::Key_Left);
    QVERIFY(place.map().center().longitude_deg < now.longitude_deg);
    QCOMPARE(place.editor().network(), test::smallNetwork());
    // A node is dragged instead.
    place.map().centerOn(test::smallNetwork().nodes[1].place, 15);
    QTest::qWait(100);
    const geo::LatLon held = place.map().center();
    const QPoint node = place.map().pixelOf(test::smallNetwork().nodes[1].place).toPoint();
    QTest::mousePress(&place.map(), Qt::LeftButton, {}, node);
    for (int i = 1; i <= 5; ++i)
        QTest::mouseMove(&place.map(), node + QPoint(15 * i, -10 * i));
    QTest::mouseRelease(&place.map(), Qt::LeftButton, {}, node + QPoint(75, -50));
    QCOMPARE(place.map().center().longitude_deg, held.longitude_deg);
    QVERIFY(place.editor().network().nodes[1].place.longitude_deg > test::smallNetwork().nodes[1].place.longitude_deg);
}

void NetworkWindowTest::undoActsOnTheDraft() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    place.action("network.edit").trigger();
    place.action("network.add_base").trigger();
    place.click(place.at(0.9, 0.2));
    QCOMPARE(place.editor().network().nodes.size(), 5U);
    QVERIFY(place.action("edit.undo").text().contains(u"Add base point"));
    place.action("edit.undo").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    place.action("edit.redo").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 5U; }));
    place.action("network.discard").trigger();
    auto& box = place.child<QMessageBox>("discardBox");
    press(box, QMessageBox::RejectRole);
    QTest::qWait(50);
    QVERIFY(place.editor().editing());
    place.action("network.discard").trigger();
    QVERIFY(QTest::qWaitFor([&] {
        return static_cast<bool>(place.main().findChildren<QMessageBox*>(QStringLiteral("discardBox")).size() > 0);
    }));
    press(*place.main().findChildren<QMessageBox*>(QStringLiteral("discardBox")).back(), QMessageBox::DestructiveRole);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(!place.editor().editing()); }));
    QCOMPARE(place.editor().network(), test::smallNetwork());
}

void NetworkWindowTest::draftSurvivesACrash() {
    const QTemporaryDir folder;
    network::Network drawn;
    Place place(folder.path());
    place.action("network.new").trigger();
    place.click(place.at(0.5, 0.5));
    place.action("network.add_delivery").trigger();
    place.click(place.at(0.3, 0.3));
    QVERIFY(place.editor().addLink("BP-01", "DP-01", {}));
    drawn = place.editor().network();
    place.desk->keepSession();
    place.desk->writer().flush();
    QFile session(folder.filePath(QStringLiteral("session.json")));
    QVERIFY(session.open(QIODevice::ReadOnly));
    const QByteArray kept = session.readAll(); // as kill -9 would leave it
    session.close();
    place.desk.reset();
    QVERIFY(session.open(QIODevice::WriteOnly | QIODevice::Truncate));
    session.write(kept);
    session.close();
    place.open(folder.path());
    QVERIFY(place.editor().editing());
    QCOMPARE(place.editor().network(), drawn);
    QVERIFY(place.state().contains(u"not saved yet"));
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 2U; }));
}

void NetworkWindowTest::movingBasesAndCrossingsByKeys() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().hasNetwork(); }));
    QVERIFY(!place.action("network.add_moving_base").isEnabled()); // nothing is being changed
    place.action("network.edit").trigger();
    place.action("network.add_moving_base").trigger();
    auto& stays = place.child<QTableView>("networkStays");
    QVERIFY(stays.isVisible());
    QCOMPARE(place.main().focusWidget(), &stays);
    QCOMPARE(stays.model()->rowCount(), 1);
    QCOMPARE(stays.model()->index(0, 2).data().toString(), QStringLiteral("2026-11-21 04:06:00Z")); // the next minute
    place.action("network.add_stay").trigger();
    QCOMPARE(stays.model()->rowCount(), 2);
    QCOMPARE(stays.currentIndex().row(), 1);
    // One stay in the other: said, and found from the list.
    QVERIFY(stays.model()->setData(stays.model()->index(1, 2), QStringLiteral("04:30")));
    QVERIFY(!place.action("network.save").isEnabled());
    auto& tabs = place.child<QTabBar>("networkTabs");
    auto& findings = place.child<QTableView>("networkFindings");
    int row = -1;
    for (int i = 0; i < findings.model()->rowCount(); ++i)
        if (findings.model()->index(i, 1).data().toString() == u"TRUCK-1") row = i;
    QVERIFY(row >= 0);
    tabs.setCurrentIndex(tabs.count() - 1);
    Q_EMIT findings.activated(findings.model()->index(row, 0));
    QVERIFY(stays.isVisible());
    stays.setCurrentIndex(stays.model()->index(1, 0));
    QTest::keyClick(&stays, Qt::Key_Delete);
    QCOMPARE(stays.model()->rowCount(), 1);
    place.action("edit.undo").trigger();
    QCOMPARE(stays.model()->rowCount(), 2);
    place.action("edit.redo").trigger();
    QCOMPARE(stays.model()->rowCount(), 1);

    place.editor().pick({Picked::Kind::Link, 2, 0});
    place.action("network.add_crossing").trigger();
    auto& crossings = place.child<QTableView>("networkCrossings");
    QVERIFY(crossings.isVisible());
    QCOMPARE(crossings.model()->index(0, 0).data().toString(), QStringLiteral("DP-02 – DP-03"));
    QVERIFY(place.action("network.save").isEnabled());
    place.action("network.save").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.service.state()->networks[0].revision == 2U; }));
    QCOMPARE(place.service.state()->networks[0].network.movingBases.size(), 1U);
    QCOMPARE(place.service.state()->networks[0].network.crossings.size(), 1U);
    QVERIFY(QTest::qWaitFor([&] { return place.action("network.edit").isEnabled(); }));
    place.action("network.edit").trigger();
    tabs.setCurrentIndex(3);
    crossings.setCurrentIndex(crossings.model()->index(0, 0));
    place.action("network.remove_item").trigger();
    QCOMPARE(crossings.model()->rowCount(), 0);
}

void NetworkWindowTest::staleIsAChoice() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    place.action("network.edit").trigger();
    auto& settings = place.child<QTableView>("networkSettings");
    QVERIFY(settings.model()->setData(settings.model()->index(1, 1), QStringLiteral("Mine")));
    network::Network theirs = test::smallNetwork();
    theirs.name = "Theirs";
    place.service.setNetwork(theirs, 2, "park");
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(place.state().contains(u"park has saved revision 2")); }));
    place.action("network.save").trigger();
    QVERIFY(QTest::qWaitFor(
        [&] { return static_cast<bool>(place.main().findChild<QMessageBox*>(QStringLiteral("staleBox"))); }));
    auto& box = place.child<QMessageBox>("staleBox");
    QVERIFY(box.text().contains(u"park"));
    QCOMPARE(place.service.state()->networks[0].network.name, "Theirs");
    press(box, QMessageBox::RejectRole);
    QTest::qWait(50);
    QVERIFY(place.editor().editing());
    place.action("network.save").trigger();
    QVERIFY(QTest::qWaitFor(
        [&] { return static_cast<bool>(place.main().findChild<QMessageBox*>(QStringLiteral("staleBox"))); }));
    press(place.child<QMessageBox>("staleBox"), QMessageBox::AcceptRole);
    QVERIFY(QTest::qWaitFor([&] { return place.service.state()->networks[0].network.name == "Mine"; }));
    QCOMPARE(place.service.state()->networks[0].revision, 3U);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(!place.editor().editing()); }));
}

void NetworkWindowTest::verifiesWithAReason() {
    Place place;
    place.who->scopes.insert("network.verify");
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    QVERIFY(!place.action("network.verify").isEnabled()); // no link is chosen
    place.editor().pick({Picked::Kind::Link, 1, 0});
    QVERIFY(place.action("network.verify").isEnabled());
    QVERIFY(!place.action("network.withdraw").isEnabled());
    place.action("network.verify").trigger();
    auto& dialog = place.child<QDialog>("reasonDialog");
    QPushButton* good = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    QVERIFY(!good->isEnabled()); // a reason is asked for
    dialog.findChild<QLineEdit*>()->setText(QStringLiteral("TF-17"));
    QVERIFY(good->isEnabled());
    QTest::mouseClick(good, Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(place.editor().judgedLink(1).verification); }));
    QVERIFY(place.service.calls.back().ends_with(": TF-17"));
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(place.action("network.withdraw").isEnabled()); }));
    QVERIFY(!place.action("network.verify").isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return static_cast<bool>(place.desk->networks().judgedLink(1).verification); }));
}

void NetworkWindowTest::withoutTheScopeItIsReadOnly() {
    Place place;
    place.who->scopes = {"delivery.read"};
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    for (const char* id : {"network.new", "network.edit", "network.save", "network.remove", "network.import",
                           "network.verify", "network.draw_link"})
        QVERIFY2(!place.action(id).isEnabled(), id);
    QVERIFY(place.state().contains(u"network.write"));
    QVERIFY(place.action("network.fit").isEnabled());
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 4U; })); // and it is seen
    auto& nodes = place.child<QTableView>("networkNodes");
    QVERIFY(!nodes.model()->flags(nodes.model()->index(0, 0)).testFlag(Qt::ItemIsEditable));
}

void NetworkWindowTest::layerIsSwitchedPerMap() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 4U; }));
    window::MapWindow& further = place.desk->openMapWindow();
    QVERIFY(QTest::qWaitFor([&] { return further.map().drawn().networkNodes == 4U; }));
    QVERIFY(place.action("map.networks").isChecked());
    place.action("map.networks").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 0U; }));
    QCOMPARE(further.map().drawn().networkNodes, 4U);
    place.action("network.edit").trigger(); // who draws wants to see
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 4U; }));
}

void NetworkWindowTest::everyMapShowsTheDraft() {
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    QVERIFY(QTest::qWaitFor([&] { return place.editor().network().nodes.size() == 4U; }));
    window::MapWindow& further = place.desk->openMapWindow();
    place.action("network.edit").trigger();
    place.action("network.add_delivery").trigger();
    QTest::qWait(300);
    const QPoint at(further.map().width() * 3 / 4, further.map().height() / 4);
    QTest::mouseClick(&further.map(), Qt::LeftButton, {}, at); // drawing there is drawing here
    QCOMPARE(place.editor().network().nodes.size(), 5U);
    QVERIFY(QTest::qWaitFor([&] { return further.map().drawn().networkNodes == 5U; }));
    QVERIFY(QTest::qWaitFor([&] { return place.map().drawn().networkNodes == 5U; }));
    place.action("network.discard").trigger();
}

void NetworkWindowTest::sceneShowsThemAtTheirHeights() {
    Place place;
    scene3d::Scene3DView& scene = place.main().scene();
    if (!scene.available()) QSKIP("no OpenGL here");
    place.main().showPanel(QLatin1StringView("scene"));
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    scene.setArea({37.5245, 126.9315}, 2000);
    QVERIFY(QTest::qWaitFor([&] { return scene.drawnNetworkWays() == 4; }));
    const std::size_t before = scene.drawnObjects();
    network::Network flown = test::smallNetwork();
    flown.links.push_back({.a = "BP-01", .b = "DP-02"});
    for (delivery::Link& link : flown.links)
        link.verification = delivery::Verification{"lee", start, "TF-17"};
    const auto route = delivery::missionRoute(flown, {.id = "M-1", .stops = {{.node = "DP-01"}, {.node = "DP-02"}}});
    QVERIFY(route);
    auto mission = std::make_shared<delivery::Mission>();
    mission->id = "M-1";
    mission->network = flown.id;
    mission->route = *route;
    place.service.addMission(mission);
    QVERIFY(QTest::qWaitFor([&] { return place.desk->deliveries().state()->mission("M-1") != nullptr; }));
    place.desk->missionSelection().select(QStringLiteral("M-1"));
    QVERIFY(QTest::qWaitFor([&] { return scene.drawnNetworkWays() == 4 + route->legs.size(); }));
    QVERIFY(scene.drawnObjects() > before); // curtains, arrows
}

void NetworkWindowTest::nothingIsCutOff_data() {
    QTest::addColumn<double>("scale");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("200 %") << 2.0;
}

void NetworkWindowTest::nothingIsCutOff() {
    QFETCH(const double, scale);
    Place place;
    place.service.setNetwork(test::smallNetwork(), 1, "lee");
    place.desk->setTextScale(scale);
    place.main().resize(1920, 1080);
    place.action("network.edit").trigger();
    QTest::qWait(300);
    for (int tab = 0; tab < 5; ++tab) {
        place.child<QTabBar>("networkTabs").setCurrentIndex(tab);
        QTest::qWait(50);
        const QStringList cut = tests::clippedTexts(place.child<QWidget>("networkPanel"));
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }
}

void NetworkWindowTest::shots_data() {
    QTest::addColumn<QString>("theme");
    for (const char* theme : {"dark", "light", "contrast"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

// Pictures for people, when HANEUL_SHOTS names a folder.
void NetworkWindowTest::shots() {
    if (qEnvironmentVariableIsEmpty("HANEUL_SHOTS")) QSKIP("HANEUL_SHOTS names no folder");
    QFETCH(const QString, theme);
    Place place({}, theme, true);
    network::Network network = test::smallNetwork();
    network.links.push_back({.a = "BP-01", .b = "DP-02", .shape = delivery::LinkShape::Curve});
    network.links.back().via = {{{37.5225, 126.9280}, 90}, {{37.5265, 126.9330}, 95}};
    network.links.push_back({.a = "DP-01", .b = "DP-03"});
    network.nodes.push_back({.id = "DP-04", .place = {37.5335, 126.9230}, .top_m = 80});
    network.links.push_back({.a = "BP-01", .b = "DP-04", .via = {{{37.5300, 126.9222}, 85}}});
    for (std::size_t i : {0U, 1U, 2U, 5U})
        network.links[i].verification = delivery::Verification{"lee", start, "TF-17"};
    place.service.setNetwork(network, 3, "lee");
    place.main().resize(1920, 1080);
    QTest::qWait(400);
    place.main().scene().setArea({37.5255, 126.9310}, 1500);
    place.map().centerOn({37.5255, 126.9310}, 14.4);
    QTest::qWait(300);
    network::Network flown = network;
    for (delivery::Link& link : flown.links)
        link.verification = delivery::Verification{"lee", start, "TF-17"};
    const auto route = delivery::missionRoute(flown, {.id = "M-1", .stops = {{.node = "DP-01"}, {.node = "DP-02"}}});
    QVERIFY(route);
    auto mission = std::make_shared<delivery::Mission>();
    mission->id = "M-1";
    mission->network = network.id;
    mission->route = *route;
    place.service.addMission(mission);
    QTest::qWait(100);
    place.desk->missionSelection().select(QStringLiteral("M-1"));
    QTest::mouseMove(&place.map(), place.map().pixelOf({37.5270, 126.9360}).toPoint()); // a link
    QTest::qWait(300);
    shot(place.main(), QStringLiteral("network-seen-") + theme);
    place.desk->missionSelection().select({});
    place.action("network.edit").trigger();
    place.editor().pick({Picked::Kind::Link, 4, 0});
    QTest::qWait(300);
    shot(place.main(), QStringLiteral("network-edit-") + theme);
    place.editor().pick({Picked::Kind::Waypoint, 4, 1});
    place.action("network.draw_link").trigger();
    QTest::mouseMove(&place.map(), place.map().pixelOf(network.nodes[3].place).toPoint());
    QTest::mouseClick(&place.map(), Qt::LeftButton, {}, place.map().pixelOf(network.nodes[3].place).toPoint());
    QTest::mouseMove(&place.map(), place.map().pixelOf({37.5190, 126.9340}).toPoint());
    QTest::mouseClick(&place.map(), Qt::LeftButton, {}, place.map().pixelOf({37.5190, 126.9340}).toPoint());
    QTest::mouseMove(&place.map(), place.map().pixelOf({37.5200, 126.9420}).toPoint());
    place.child<QTabBar>("networkTabs").setCurrentIndex(0);
    QTest::qWait(300);
    shot(place.main(), QStringLiteral("network-draw-") + theme);
    for (int tab : {2, 3, 4}) {
        place.child<QTabBar>("networkTabs").setCurrentIndex(tab);
        QTest::qWait(100);
        if (theme == u"dark") shot(place.child<QWidget>("networkPanel"), QStringLiteral("network-tab-%1").arg(tab));
    }
    QTest::keyClick(&place.map(), Qt::Key_Escape);
}

HANEUL_UI_MAIN(NetworkWindowTest)
#include "network_window_test.moc"
