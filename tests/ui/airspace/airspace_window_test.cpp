#include "zone_house.h"

#include "core/geo/geodesic.h"
#include "tests/support/clipped_text.h"
#include "tests/support/delivery/fake_delivery_service.h"
#include "tests/support/eventually.h"
#include "tests/support/test_desk.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/airspace/zone_dialogs.h"
#include "ui/airspace/zone_panel.h"
#include "ui/map/map_view.h"
#include "ui/orders/list_view.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>

#include <cmath>

using namespace haneul;
using namespace haneul::airspace;
using namespace haneul::airspace::tests;

namespace {

situation::Situation someTraffic() {
    situation::Situation situation;
    situation.time = noon;
    for (int i = 0; i < 12; ++i) {
        traffic::Track track;
        track.id = QStringLiteral("uas:HN-%1").arg(i, 3, 10, QChar(u'0')).toStdString();
        track.label = track.id.substr(4);
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, noon}};
        track.position = geo::LatLon{37.55 + 0.0031 * i, 126.95 + 0.0057 * (i * 5 % 12)};
        track.height = geo::Height{60.0 + 5 * i, geo::HeightDatum::Amsl};
        track.velocity = traffic::Velocity_mps{8 * std::cos(i), 8 * std::sin(i)};
        track.received = track.placed = noon;
        track.revision = 1;
        situation.tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    return situation;
}

struct Place {
    House house;
    ::haneul::tests::FakeDeliveryService deliveries{noon};
    std::optional<people::Principal> who = someone({"zone.read", "zone.write", "network.write", "delivery.read"});
    situation::SituationBoard board;
    std::unique_ptr<window::Desk> desk;

    explicit Place(const QString& folder = {}, const QString& theme = QStringLiteral("dark")) {
        board.publish(someTraffic());
        auto given = ::haneul::tests::deskOn(board, house.clock, deliveries, [this] { return who; });
        given.airspace = house.service.get();
        desk = ::haneul::tests::openDesk(std::move(given), folder, theme);
        main().showPanel(QLatin1StringView("zone"));
        main().activateWindow(); // or its keys are nobody's
        if (!QTest::qWaitForWindowActive(&main())) qFatal("the window does not become active");
        QTest::qWait(300);
        map().centerOn(seoul, 13);
        QTest::qWait(200);
    }

    void publishSome() {
        house.publish(circleZone("P73", {37.5866, 126.9748}, 1800));
        house.publish(squareZone("RK-CTR", {37.558, 126.94}, 0.02, ZoneType::ReqAuthorization));
        house.publish(nightZone("FEST", {37.5284, 126.934}));
        house.publish(circleZone("PARK", {37.55, 127.02}, 900, ZoneType::Conditional));
        house.publish(circleZone("U1", {37.53, 126.99}, 1200, ZoneType::Uspace));
        Zone upper = circleZone("SHELF", {37.57, 127.03}, 1500, ZoneType::ReqAuthorization);
        upper.layers.front().lower = geo::VerticalLimit{120, geo::VerticalReference::Amsl};
        upper.layers.front().upper = geo::VerticalLimit{300, geo::VerticalReference::Amsl};
        house.publish(upper);
        EVENTUALLY(desk->airspace().state()->records.size() == 6);
    }

    [[nodiscard]] window::MainWindow& main() const { return desk->mainWindow(); }

    [[nodiscard]] map::MapView& map() const { return main().map(); }

    [[nodiscard]] ZoneEditor& editor() const { return desk->zones(); }

    [[nodiscard]] QAction& action(const char* id) const {
        return main().actionRegistry().action(QLatin1StringView(id));
    }

    // What the keyboard does, wherever it is.
    void press(const char* id) const {
        const QKeySequence key = action(id).shortcut();
        QVERIFY2(action(id).isEnabled(), id);
        QTest::keySequence(QApplication::focusWidget() ? QApplication::focusWidget() : &main(), key);
    }

    void click(QPointF at) const {
        QTest::mouseMove(&map(), at.toPoint());
        QTest::mouseClick(&map(), Qt::LeftButton, {}, at.toPoint());
        QTest::qWait(QApplication::doubleClickInterval() + 20); // else two clicks in one place are a double click
    }

    template <class W>
    [[nodiscard]] W& child(const char* name) const {
        auto* found = main().findChild<W*>(QLatin1StringView(name));
        if (!found) qFatal("no %s", name);
        return *found;
    }
};

void shot(QWidget& window, const QString& name) {
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (!folder.isEmpty()) window.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace

class AirspaceWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void cleanup() { theme::apply(*qApp, theme::themeById(u"dark"), 1.0); }

    void publishesByKeyboard();     // R-SVC-18
    void changesArriveOnEveryMap(); // R-MS-11
    void clicksSelectTheSmallest();
    void dragsAndKeepsADraft();
    void sharesThePointerWithNetworks();
    void layerIsSwitchedPerMap();
    void sceneShowsVolumes();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void shots();
};

void AirspaceWindowTest::initTestCase() {
    if (!QGuiApplication::primaryScreen() || QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        QSKIP("needs a display: run under Xvfb");
}

// From nothing to a zone in force, without a pointer.
void AirspaceWindowTest::publishesByKeyboard() {
    Place place;
    place.map().setFocus();
    place.press("zone.new");
    QVERIFY(place.editor().editing());
    QCOMPARE(place.editor().hand(), ZoneHand::DrawPolygon);
    QCOMPARE(place.main().focusWidget(), &place.map()); // the map has the keyboard: corners are set in its middle
    const QPoint outside(-50, -50);
    QTest::mouseMove(&place.main(), outside);
    place.press("zone.draw_circle");
    QTest::keyClick(&place.map(), Qt::Key_Return);
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(&place.map(), Qt::Key_Right);
    QTest::keyClick(&place.map(), Qt::Key_Return);
    QCOMPARE(place.editor().zone().layers.size(), 1U);
    const auto circle = std::get<geo::Circle>(place.editor().zone().layers.front().area);
    QVERIFY(circle.radius_m > 100 && geo::inverse(circle.centre, seoul).distance_m < 5000);
    // The form is written by typing.
    auto& name = place.child<QLineEdit>("zoneName");
    place.child<QTabWidget>("zoneTabs").setCurrentIndex(0);
    name.setFocus();
    QTest::keyClicks(&name, QStringLiteral("Fireworks"));
    QTest::keyClick(&name, Qt::Key_Return);
    QCOMPARE(place.editor().zone().name.front().text, "Fireworks");
    place.press("zone.publish");
    auto* dialog = place.main().findChild<PublishDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    EVENTUALLY(dialog->findChild<QPushButton*>(QStringLiteral("publishNow"))->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Return);
    EVENTUALLY(place.desk->airspace().zone("KOR:Z001"));
    EVENTUALLY(!place.editor().editing());
    QCOMPARE(place.desk->zoneSelection().zone(), QStringLiteral("KOR:Z001")); // seen at once
    EVENTUALLY(place.child<QTextBrowser>("zoneDetails").toPlainText().contains(u"Fireworks"));
    EVENTUALLY(place.map().drawn().zones == 1U);
}

void AirspaceWindowTest::changesArriveOnEveryMap() {
    Place place;
    window::MapWindow& other = place.desk->openMapWindow();
    other.map().centerOn(seoul, 12);
    place.publishSome();
    EVENTUALLY(place.map().drawn().zones == 6U);
    EVENTUALLY(other.map().drawn().zones == 6U);
    QCOMPARE(place.child<orders::ListView>("zoneList").model()->rowCount(), 6);
    other.close();
}

void AirspaceWindowTest::clicksSelectTheSmallest() {
    Place place;
    place.house.publish(circleZone("LARGE", seoul, 1500));
    place.house.publish(circleZone("SMALL", {37.5665, 126.982}, 400));
    EVENTUALLY(place.map().drawn().zones == 2U);
    const QPointF both = place.map().pixelOf({37.5660, 126.9825});
    place.click(both);
    QCOMPARE(place.desk->zoneSelection().zone(), QStringLiteral("KOR:SMALL"));
    QVERIFY(place.child<QTextBrowser>("zoneDetails").toPlainText().contains(u"KOR SMALL"));
    QCOMPARE(place.child<orders::ListView>("zoneList").chosenId(), QStringLiteral("KOR:SMALL"));
    place.click(both);
    QCOMPARE(place.desk->zoneSelection().zone(), QStringLiteral("KOR:LARGE"));
    place.click(both);
    QCOMPARE(place.desk->zoneSelection().zone(), QString());
}

void AirspaceWindowTest::dragsAndKeepsADraft() {
    const QTemporaryDir folder;
    Place place(folder.path());
    place.house.publish(squareZone("SQ", seoul, 0.008));
    EVENTUALLY(place.map().drawn().zones == 1U);
    place.desk->zoneSelection().select(QStringLiteral("KOR:SQ"));
    place.action("zone.edit").trigger();
    QVERIFY(place.editor().editing());
    const auto before = std::get<geo::Polygon>(place.editor().zone().layers[0].area).outer;
    const QPoint from = place.map().pixelOf(before[2]).toPoint();
    QTest::mousePress(&place.map(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 5; ++i)
        QTest::mouseMove(&place.map(), from + QPoint(8, 4) * i);
    QTest::mouseRelease(&place.map(), Qt::LeftButton, {}, from + QPoint(40, 20));
    const auto after = std::get<geo::Polygon>(place.editor().zone().layers[0].area).outer;
    QVERIFY(geo::inverse(before[2], after[2]).distance_m > 50);
    place.press("edit.undo");
    QVERIFY(std::get<geo::Polygon>(place.editor().zone().layers[0].area).outer == before);
    place.press("edit.redo");
    // Nothing is lost without being asked.
    place.action("zone.discard").trigger();
    auto* box = place.main().findChild<QMessageBox*>(QStringLiteral("discardZone"));
    QVERIFY(box && box->isVisible());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(place.editor().editing());
    place.desk->keepSession();
    EVENTUALLY(QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    // Another press of the pointer outside of a handle still pans.
    const geo::LatLon looked = place.map().center();
    QTest::mousePress(&place.map(), Qt::LeftButton, {}, QPoint(30, 30));
    QTest::mouseMove(&place.map(), QPoint(60, 60));
    QTest::mouseMove(&place.map(), QPoint(90, 80));
    QTest::mouseRelease(&place.map(), Qt::LeftButton, {}, QPoint(90, 80));
    QVERIFY(geo::inverse(looked, place.map().center()).distance_m > 10);
}

// Two drafts at once: whoever took up a tool last has the pointer.
void AirspaceWindowTest::sharesThePointerWithNetworks() {
    Place place;
    place.action("network.new").trigger();
    QVERIFY(place.map().tool() != nullptr);
    map::MapTool* const networks = place.map().tool();
    place.action("zone.new").trigger();
    QVERIFY(place.map().tool() != nullptr && place.map().tool() != networks);
    place.action("network.add_delivery").trigger();
    QCOMPARE(place.map().tool(), networks);
    place.action("zone.draw_circle").trigger();
    QVERIFY(place.map().tool() != networks);
    place.editor().discard();
    QCOMPARE(place.map().tool(), networks); // the network's draft goes on
    place.desk->networks().discard();
    QVERIFY(place.map().tool() == nullptr);
}

void AirspaceWindowTest::layerIsSwitchedPerMap() {
    Place place;
    place.house.publish(circleZone("A", seoul, 800));
    EVENTUALLY(place.map().drawn().zones == 1U);
    place.main().showPanel(QLatin1StringView("layer"));
    auto& shown = place.child<QCheckBox>("zonesShown");
    QVERIFY(shown.isChecked());
    shown.click();
    QVERIFY(!place.map().zonesShown());
    EVENTUALLY(place.map().drawn().zones == 0U);
    place.click(place.map().pixelOf(seoul));
    QCOMPARE(place.desk->zoneSelection().zone(), QString()); // what is hidden is not selected
    place.action("map.zones").trigger();
    QVERIFY(shown.isChecked());
    EVENTUALLY(place.map().drawn().zones == 1U);
}

void AirspaceWindowTest::sceneShowsVolumes() {
    Place place;
    scene3d::Scene3DView& scene = place.main().scene();
    if (!scene.available()) QSKIP("no OpenGL here");
    place.main().showPanel(QLatin1StringView("scene"));
    scene.setArea(seoul, 8000);
    EVENTUALLY(scene.drawnObjects() > 0);
    const std::size_t before = scene.drawnObjects();
    place.publishSome();
    EVENTUALLY(scene.drawnZones() == 6U);
    const std::size_t with = scene.drawnObjects();
    QVERIFY(with > before + 1000);
    // A zone that is not active has edges only.
    place.house.clock.set(*fromRfc3339("2026-11-21T14:00:00Z"));
    place.desk->refresh();
    EVENTUALLY(scene.drawnObjects() > with);
    place.action("map.zones").trigger();
    EVENTUALLY(scene.drawnZones() == 0U);
    place.action("map.zones").trigger();
    EVENTUALLY(scene.drawnZones() == 6U);
    scene.setArea({35.1, 129.0}, 8000); // Busan
    EVENTUALLY(scene.drawnZones() == 0U);
}

void AirspaceWindowTest::nothingIsCutOff_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("page");
    for (const double scale : {1.0, 1.5})
        for (int page = 0; page < 5; ++page)
            QTest::addRow("%.1f, page %d", scale, page) << scale << page;
}

void AirspaceWindowTest::nothingIsCutOff() {
    QFETCH(double, scale);
    QFETCH(int, page);
    Place place;
    place.publishSome();
    place.desk->setTextScale(scale);
    place.desk->zoneSelection().select(QStringLiteral("KOR:P73"));
    place.action("zone.edit").trigger();
    place.child<QTabWidget>("zoneTabs").setCurrentIndex(page);
    QTest::qWait(200);
    auto& panel = place.child<ZonePanel>("zonePanel");
    const QStringList clipped = ::haneul::tests::clippedTexts(panel);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
}

void AirspaceWindowTest::shots() {
    if (qEnvironmentVariableIsEmpty("HANEUL_SHOTS")) QSKIP("only where HANEUL_SHOTS says where to");
    Place place;
    place.publishSome();
    place.main().setGeometry(0, 0, 1920, 1080);
    place.map().centerOn({37.556, 126.985}, 12.4);
    QTest::qWait(800);
    place.desk->zoneSelection().select(QStringLiteral("KOR:P73"));
    QTest::qWait(500);
    shot(place.main(), QStringLiteral("zones-list"));
    place.desk->zoneSelection().select(QStringLiteral("KOR:RK-CTR"));
    place.action("zone.edit").trigger();
    place.editor().pick({PickedPart::Kind::Corner, 0, 2});
    place.child<QTabWidget>("zoneTabs").setCurrentIndex(1);
    QTest::qWait(500);
    shot(place.main(), QStringLiteral("zones-edit"));
    place.editor().changeLayer(
        "x", [](Layer& layer) { layer.lower = geo::VerticalLimit{200, geo::VerticalReference::Agl}; });
    place.child<QTabWidget>("zoneTabs").setCurrentIndex(4);
    QTest::qWait(300);
    shot(place.main(), QStringLiteral("zones-check"));
    place.child<QTabWidget>("zoneTabs").setCurrentIndex(0);
    place.main().showPanel(QLatin1StringView("layer"));
    QTest::qWait(500);
    shot(place.main(), QStringLiteral("zones-form"));
}

HANEUL_UI_MAIN(AirspaceWindowTest)
#include "airspace_window_test.moc"
