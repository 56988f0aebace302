#include "server/clock/clock.h"
#include "tests/support/test_desk.h"
#include "tests/support/ui_main.h"
#include "tests/ui/diagram/deliveries.h"
#include "tests/ui/diagram/fake_deliveries.h"
#include "ui/actions/action_registry.h"
#include "ui/diagram/diagram_panel.h"
#include "ui/diagram/start_dialog.h"
#include "ui/window/desk.h"
#include "ui/window/diagram_window.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QTemporaryDir>
#include <QToolBar>

using namespace haneul;
using namespace haneul::diagram;
using namespace haneul::test;
using window::DeskWindow;
using window::DiagramWindow;

namespace {

struct Place {
    FakeDeliveries service{stateOf(referenceMissions())};
    situation::SituationBoard board;
    clock::ManualClock clock{at(36'100)};
    std::unique_ptr<window::Desk> desk;

    explicit Place(const QString& folder = {}, const QString& theme = QStringLiteral("dark")) {
        situation::Situation situation;
        situation.time = at(36'100);
        traffic::Track track; // the drone of m2, in the air
        track.id = "uas:HN-m2";
        track.label = "HN-m2";
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, at(36'100)}};
        track.position = geo::LatLon{37.52, 127.0};
        track.received = track.placed = at(36'100);
        track.revision = 1;
        situation.tracks = {std::make_shared<const traffic::Track>(track)};
        board.publish(std::move(situation));
        open(folder, theme);
    }

    void open(const QString& folder, const QString& theme = QStringLiteral("dark")) {
        desk = tests::openDesk(tests::deskOn(board, clock, service, planner), folder, theme);
    }

    [[nodiscard]] window::MainWindow& main() const { return desk->mainWindow(); }

    [[nodiscard]] DiagramView& docked() const {
        return static_cast<DiagramPanel&>(main().panel(QLatin1StringView("diagram"))->widget()).view();
    }
};

QAction& action(const DeskWindow& window, const char* id) {
    return window.actionRegistry().action(QLatin1StringView(id));
}

} // namespace

class DiagramWindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void cleanup() { theme::apply(*qApp, theme::themeById(u"dark"), 1.0); }

    void panelOpensByItsAction();              // R-UI-07
    void selectionIsOneWithTracksAndWindows(); // R-UI-07
    void eachWindowHasItsOwnDiagram();         // R-UI-07
    void actionsActOnTheirWindow();
    void keysOfTheDiagramComeBeforeThoseOfTheWindow();
    void everythingComesBack();
    void picturesOfTheDesk_data();
    void picturesOfTheDesk();
};

void DiagramWindowTest::initTestCase() {
    if (!QGuiApplication::primaryScreen() || QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        QSKIP("needs a display: run under Xvfb");
}

void DiagramWindowTest::panelOpensByItsAction() {
    Place place;
    QVERIFY(!place.docked().isVisible());
    action(place.main(), "view.diagram").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.docked().isVisible(); }));
    QTest::qWait(100);
    QCOMPARE(place.docked().contents()->lines.size(), 4U);
    QCOMPARE(place.docked().now(), at(36'100));
    (void)place.docked().grab();
    QCOMPARE(place.docked().drawn().missions, 4U);
    action(place.main(), "workspace.planning").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.docked().isVisible(); }));
    // A tick without change repaints nothing of it.
    QTest::qWait(100);
    (void)place.docked().grab();
    const auto paintings = place.docked().paintings();
    for (int i = 0; i < 5; ++i) {
        place.clock.advance(milliseconds{1'000});
        place.desk->refresh();
    }
    (void)place.docked().grab();
    QCOMPARE(place.docked().paintings(), paintings);
}

void DiagramWindowTest::selectionIsOneWithTracksAndWindows() {
    Place place;
    action(place.main(), "view.diagram").trigger();
    DiagramWindow& window = place.desk->openDiagramWindow();
    QTest::qWait(200);
    DiagramView& view = window.diagram().view();
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.pixelOf("m2", 1)->toPoint());
    QCOMPARE(place.desk->missionSelection().mission(), QStringLiteral("m2"));
    QCOMPARE(place.desk->selection().selected(), std::string("uas:HN-m2")); // and with it map and 3D
    QVERIFY(place.docked().readout().startsWith(QStringLiteral("m2")));
    place.desk->missionSelection().select({});
    place.desk->selection().clear();
    place.desk->selection().select("uas:HN-m2"); // a click on the map
    QCOMPARE(place.desk->missionSelection().mission(), QStringLiteral("m2"));
    QVERIFY(view.readout().startsWith(QStringLiteral("m2")));
}

void DiagramWindowTest::eachWindowHasItsOwnDiagram() {
    Place place;
    action(place.main(), "window.new_diagram").trigger();
    QCOMPARE(place.desk->windows().size(), 2U);
    auto& window = static_cast<DiagramWindow&>(*place.desk->windows().back());
    QTest::qWait(200);
    place.docked().show({at(36'000), at(36'300)});
    window.diagram().view().show({at(37'000), at(37'500)});
    QVERIFY(place.docked().scale().visible() != window.diagram().view().scale().visible());
    window.diagram().view().setExtent(Extent::Chosen);
    QVERIFY(place.docked().options().extent == Extent::Network);
    place.desk->setTheme(QStringLiteral("light"));
    const QImage picture = window.diagram().view().grab().toImage();
    QVERIFY(picture.pixelColor(picture.width() / 2, picture.height() - 2).lightness() > 150);
    window.close();
    QVERIFY(QTest::qWaitFor([&] { return place.desk->windows().size() == 1; }));
    place.service.publish(stateOf(referenceMissions())); // nobody is told who is gone
    QTest::qWait(50);
}

void DiagramWindowTest::actionsActOnTheirWindow() {
    Place place;
    DiagramWindow& window = place.desk->openDiagramWindow();
    QTest::qWait(200);
    DiagramView& view = window.diagram().view();
    QVERIFY(action(window, "diagram.whole_network").isChecked());
    place.desk->missionSelection().select(QStringLiteral("m1"));
    action(window, "diagram.one").trigger();
    QVERIFY(view.options().extent == Extent::One);
    QVERIFY(action(window, "diagram.one").isChecked() && !action(window, "diagram.whole_network").isChecked());
    action(window, "diagram.one").trigger(); // stays
    QVERIFY(action(window, "diagram.one").isChecked());
    QVERIFY(place.docked().options().extent == Extent::Network);
    QVERIFY(action(place.main(), "diagram.whole_network").isChecked());
    action(window, "diagram.whole_network").trigger();
    action(window, "diagram.detail").trigger();
    QVERIFY(view.options().detail == LineDetail::Coarse);
    action(window, "diagram.occupancy").trigger();
    QVERIFY(view.occupancy() == Occupancy::Hidden);
    action(window, "diagram.base_twice").trigger();
    QVERIFY(view.options().bases == BaseRows::Twice);
    const std::string second = view.contents()->rows[1].node;
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(5, static_cast<int>(view.scale().y(1))));
    action(window, "diagram.row_down").trigger();
    QCOMPARE(view.contents()->rows[2].node, second);
    action(window, "diagram.row_up").trigger();
    QCOMPARE(view.contents()->rows[1].node, second);
    action(window, "diagram.chosen").trigger();
    QCOMPARE(view.contents()->lines.size(), 1U);
    place.desk->missionSelection().select(QStringLiteral("m4"));
    action(window, "diagram.choose").trigger();
    QCOMPARE(view.contents()->lines.size(), 2U);
    action(window, "diagram.now").trigger();
    QVERIFY(view.scale().x(at(36'100)) > view.scale().plot().left);
    action(window, "diagram.all").trigger();
    action(window, "diagram.retime").trigger();
    QVERIFY(view.retimer().active());
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(!view.retimer().active());
    action(window, "diagram.type_start").trigger();
    auto* dialog = view.findChild<QDialog*>(QStringLiteral("startDialog"));
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    action(window, "diagram.export").trigger();
    auto* ask = window.findChild<QDialog*>(QStringLiteral("exportDiagram"));
    QVERIFY(ask && ask->isVisible());
    ask->reject();
    // In the main window they bring the panel to the front, so that the answer is seen.
    QVERIFY(!place.docked().isVisible());
    action(place.main(), "diagram.all").trigger();
    QVERIFY(QTest::qWaitFor([&] { return place.docked().isVisible(); }));
}

void DiagramWindowTest::keysOfTheDiagramComeBeforeThoseOfTheWindow() {
    Place place;
    DiagramWindow& window = place.desk->openDiagramWindow();
    QTest::qWait(200);
    window.activateWindow();
    DiagramView& view = window.diagram().view();
    view.setFocus();
    const UtcMs before = view.scale().visible().from;
    QTest::keyClick(&view, Qt::Key_Right); // a key of the replay
    QVERIFY(view.scale().visible().from > before);
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier); // a key of the map
    QVERIFY(view.scale().visible().from < at(36'000));
}

void DiagramWindowTest::everythingComesBack() {
    const QTemporaryDir folder;
    Place place(folder.path());
    place.desk->missionSelection().select(QStringLiteral("m2"));
    DiagramView& docked = place.docked();
    docked.setDetail(LineDetail::Coarse);
    docked.setBases(BaseRows::Twice);
    DiagramWindow& window = place.desk->openDiagramWindow();
    window.diagram().view().setExtent(Extent::Chosen);
    window.setGeometry(200, 150, 900, 500);
    QTest::qWait(200);
    const QJsonObject state = window.viewState();
    QVERIFY(place.desk->saveWorkspace(QStringLiteral("Diagrams")));
    place.desk->prepareToEnd();
    place.desk.reset();
    place.open(folder.path());
    QCOMPARE(place.desk->windows().size(), 2U);
    auto* again = qobject_cast<DiagramWindow*>(place.desk->windows().back());
    QVERIFY(again);
    QCOMPARE(again->viewState().value(QLatin1StringView("extent")), state.value(QLatin1StringView("extent")));
    QCOMPARE(again->viewState().value(QLatin1StringView("chosen")), state.value(QLatin1StringView("chosen")));
    QCOMPARE(again->size(), QSize(900, 500));
    QVERIFY(place.docked().options().detail == LineDetail::Coarse);
    QVERIFY(place.docked().options().bases == BaseRows::Twice);
    place.desk->openWorkspace(QStringLiteral("Diagrams"));
    QCOMPARE(place.desk->windows().size(), 2U);
}

void DiagramWindowTest::picturesOfTheDesk_data() {
    QTest::addColumn<QString>("theme");
    for (const char* theme : {"dark", "light", "contrast"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

void DiagramWindowTest::picturesOfTheDesk() {
    QFETCH(QString, theme);
    Place place({}, theme);
    place.main().setWindowState(Qt::WindowNoState);
    place.main().setGeometry(0, 0, 1920, 1080);
    action(place.main(), "workspace.planning").trigger();
    DiagramWindow& window = place.desk->openDiagramWindow();
    window.setGeometry(0, 0, 1400, 700);
    QTest::qWait(400);
    action(place.main(), "diagram.all").trigger();
    place.desk->missionSelection().select(QStringLiteral("m2"));
    QTest::qWait(200);
    const QImage desk = place.main().grab().toImage();
    const QImage own = window.grab().toImage();
    QVERIFY(place.docked().drawn().missions == 4 && window.diagram().view().drawn().missions == 4);
    const QString folder = qEnvironmentVariable("HANEUL_SHOTS");
    if (folder.isEmpty()) return;
    desk.save(folder + QStringLiteral("/desk-%1.png").arg(theme));
    own.save(folder + QStringLiteral("/window-%1.png").arg(theme));
}

HANEUL_UI_MAIN(DiagramWindowTest)
#include "diagram_window_test.moc"
