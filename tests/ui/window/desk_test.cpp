#include "server/clock/clock.h"
#include "tests/support/clipped_text.h"
#include "tests/support/settled.h"
#include "tests/support/text_fields.h"
#include "tests/support/ui_main.h"
#include "ui/actions/action_registry.h"
#include "ui/map/map_view.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"
#include "ui/window/scene_window.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

#include <cmath>

using namespace haneul;
using situation::Situation;
using situation::TimeMode;
using window::DeskWindow;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

std::vector<traffic::TrackPtr> tracksOf(int count, int step = 0) {
    std::vector<traffic::TrackPtr> tracks;
    for (int i = 0; i < count; ++i) {
        traffic::Track track;
        track.id = QStringLiteral("uas:HN-%1").arg(i, 6, 10, QChar(u'0')).toStdString();
        track.label = track.id.substr(4);
        track.sources = {{"mqtt", traffic::SourceKind::Telemetry, start}};
        track.position = geo::LatLon{37.3 + 0.004 * (i % 101) + 1e-4 * step, 126.7 + 0.005 * (i % 97) + 1e-4 * step};
        track.height = geo::Height{60.0 + i % 90, geo::HeightDatum::Amsl};
        track.velocity = traffic::Velocity_mps{10 * std::cos(i), 10 * std::sin(i)};
        track.received = start + milliseconds{1000 * step};
        track.placed = track.received;
        track.revision = static_cast<std::uint64_t>(step) + 1;
        tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    std::ranges::sort(tracks, {}, [](const auto& track) { return track->id; });
    return tracks;
}

Situation quietDay(TimeMode mode = TimeMode::Live, int tracks = 200) {
    Situation situation;
    situation.time = start;
    situation.mode = mode;
    situation.tracks = tracksOf(tracks);
    situation.feeds = {{.id = "mqtt",
                        .endpoint = "127.0.0.1:1883",
                        .state = situation::FeedState::Connected,
                        .lastMessage = start - milliseconds{300},
                        .messages = 21'400}};
    if (mode != TimeMode::Live)
        situation.replay = situation::ReplayPosition{"morning.tlm", start - milliseconds{1'800'000},
                                                     start + milliseconds{1'800'000}, 4.0, false};
    return situation;
}

struct Place {
    situation::SituationBoard board;
    clock::ManualClock clock{start};
    std::unique_ptr<window::Desk> desk;

    explicit Place(Situation first = quietDay()) { board.publish(std::move(first)); }

    window::Desk& open(const QString& folder = {}, const QString& language = QStringLiteral("en")) {
        desk = std::make_unique<window::Desk>(window::DeskDependencies{
            .board = board,
            .clock = clock,
            .replay = {.play = [] {}, .pause = [] {}, .seek = [](UtcMs) {}, .setSpeed = [](double) {}},
            .tileServer = {},
            .mapCredits = QStringLiteral("© OpenStreetMap contributors"),
            .language = language,
            .dataFolder = folder});
        desk->show();
        return *desk;
    }
};

void settle() {
    tests::waitUntilSettled();
}

void trigger(const DeskWindow& window, const char* id) {
    window.actionRegistry().action(QLatin1StringView(id)).trigger();
}

template <class W>
W& child(const QWidget& window, const char* name) {
    auto* found = window.findChild<W*>(QLatin1StringView(name));
    if (!found) qFatal("no %s", name);
    return *found;
}

QPlainTextEdit& notesOf(window::Desk& desk) {
    return child<QPlainTextEdit>(desk.mainWindow(), "notesText");
}

QJsonObject jsonIn(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// As kill -9 would leave it: what was written last stays, without the mark of a clean end.
void crash(Place& place, const QString& folder, bool settled) {
    place.desk->keepSession();
    place.desk->writer().flush();
    const QString path = folder + QStringLiteral("/session.json");
    QJsonObject left = jsonIn(path);
    place.desk.reset();
    QCOMPARE(left.value(u"clean_end").toBool(true), false);
    left.insert(QStringLiteral("settled"), settled);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QJsonDocument(left).toJson());
}

// All dialogs that a desk opens over its main window.
constexpr std::pair<const char*, const char*> dialogs[] = {{"help.about", "aboutDialog"},
                                                           {"workspace.manage", "workspaceDialog"}};

} // namespace

class DeskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void cleanup() { theme::apply(*qApp, theme::themeById(u"dark"), 1.0); }

    void furtherWindowsShareThePicture();
    void everyWindowSaysAndFramesTheMode_data();
    void everyWindowSaysAndFramesTheMode();
    void linkedWindowsFollowTheMainMap();
    void keysOfFurtherWindowsReachTheMainWindow();
    void languageChangesInEveryWindow(); // R-GEN-10
    void manyWindowsComeAndGo();

    void workspaceBringsEverythingBack();
    void sizesStayAfterTenRestores();
    void maximisedStaysMaximised();
    void factoryLayoutsArrangeTheMainWindow_data();
    void factoryLayoutsArrangeTheMainWindow();
    void workspaceDialogSavesOpensAndDeletes();

    void crashBringsWindowsSelectionAndDraftsBack();
    void secondCrashAtOnceIsSafeMode();
    void cleanEndIsNotMentioned();

    void notesAreUndoneStepByStep();
    void filedNotesAreAFile();

    void everyTextFieldTakesHangul(); // R-GEN-10
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void tenThousandTracksStayUsable(); // P12
};

void DeskTest::initTestCase() {
    if (!QGuiApplication::primaryScreen() || QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        QSKIP("needs a display: run under Xvfb");
}

void DeskTest::furtherWindowsShareThePicture() {
    Place place;
    window::Desk& desk = place.open();
    settle();
    auto& map = desk.openMapWindow();
    auto& scene = desk.openSceneWindow();
    settle();
    QCOMPARE(desk.windows().size(), 3U);
    QVERIFY(map.map().drawn().tracks > 0);
    const auto first = place.board.latest()->tracks.front();
    map.map().centerOn(*first->position, 18);
    QTest::qWait(200);
    QTest::mouseClick(&map.map(), Qt::LeftButton, {}, map.map().pixelOf(*first->position).toPoint());
    QVERIFY(QTest::qWaitFor([&] { return desk.selection().selected() == first->id; }));
    QVERIFY(scene.scene().pixelOf(first->id));
    QVERIFY(std::abs(desk.mainWindow().map().zoom() - 18) > 1); // its own camera
    map.close();
    scene.close();
    QVERIFY(QTest::qWaitFor([&] { return desk.windows().size() == 1; }));
    QVERIFY(desk.mainWindow().map().drawn().tracks > 0);
}

void DeskTest::everyWindowSaysAndFramesTheMode_data() {
    QTest::addColumn<TimeMode>("mode");
    QTest::addColumn<QString>("word");
    QTest::newRow("live") << TimeMode::Live << QStringLiteral("LIVE");
    QTest::newRow("paused") << TimeMode::Paused << QStringLiteral("PAUSED");
    QTest::newRow("replay") << TimeMode::Replay << QStringLiteral("REPLAY 4×");
}

void DeskTest::everyWindowSaysAndFramesTheMode() {
    QFETCH(TimeMode, mode);
    QFETCH(QString, word);
    Place place(quietDay(mode));
    window::Desk& desk = place.open();
    desk.openMapWindow();
    desk.openSceneWindow();
    settle();
    const QColor frame =
        desk.theme().color(mode == TimeMode::Paused ? theme::ColorRole::PausedFrame : theme::ColorRole::ReplayFrame);
    for (const DeskWindow* window : desk.windows()) {
        QCOMPARE(child<QLabel>(*window, "timeMode").text(), word);
        QVERIFY(child<QLabel>(*window, "timeMode").isVisible());
        QVERIFY(child<QWidget>(*window, "factLine").isVisible());
        const QImage image = const_cast<DeskWindow*>(window)->grab().toImage();
        const QPoint edges[] = {{1, 1}, {image.width() - 2, image.height() - 2}, {1, image.height() / 2}};
        for (const QPoint& edge : edges)
            QCOMPARE(image.pixelColor(edge) == frame, mode != TimeMode::Live);
    }
}

void DeskTest::linkedWindowsFollowTheMainMap() {
    Place place;
    window::Desk& desk = place.open();
    settle();
    auto& map = desk.openMapWindow();
    map.map().centerOn({36, 128}, 8);
    trigger(map, "window.linked");
    QVERIFY(map.isLinked());
    QCOMPARE(map.map().zoom(), desk.mainWindow().map().zoom());
    desk.mainWindow().map().centerOn({35.1, 129.0}, 12);
    QVERIFY(QTest::qWaitFor([&] { return std::abs(map.map().center().latitude_deg - 35.1) < 1e-6; }));
    trigger(map, "window.linked");
    desk.mainWindow().map().centerOn({37.5, 127.0}, 10);
    settle();
    QVERIFY(std::abs(map.map().center().latitude_deg - 35.1) < 1e-6);
}

void DeskTest::keysOfFurtherWindowsReachTheMainWindow() {
    Place place;
    window::Desk& desk = place.open();
    auto& map = desk.openMapWindow();
    settle();
    const QAction& panel = map.actionRegistry().action(QLatin1StringView("view.notices"));
    auto& dock = child<QDockWidget>(desk.mainWindow(), "noticeDock");
    QVERIFY(panel.isChecked());
    trigger(map, "view.notices");
    QVERIFY(!dock.isVisible());
    QVERIFY(!panel.isChecked());
    trigger(desk.mainWindow(), "view.notices");
    QVERIFY(panel.isChecked());
    QVERIFY(!map.actionRegistry().action(QLatin1StringView("replay.play_pause")).isEnabled()); // as in the main window
    trigger(map, "view.theme_light");
    QCOMPARE(desk.theme().id(), QStringLiteral("light"));
    QVERIFY(desk.mainWindow().actionRegistry().action(QLatin1StringView("view.theme_light")).isChecked());
}

void DeskTest::languageChangesInEveryWindow() {
    Place place;
    window::Desk& desk = place.open();
    auto& map = desk.openMapWindow();
    auto& scene = desk.openSceneWindow();
    settle();
    trigger(map, "view.language_ko");
    QCoreApplication::processEvents();
    QCOMPARE(map.windowTitle(), QStringLiteral("지도"));
    QCOMPARE(scene.windowTitle(), QStringLiteral("3D 화면"));
    for (const DeskWindow* window : desk.windows())
        QCOMPARE(child<QLabel>(*window, "timeMode").text(), QStringLiteral("실시간"));
    trigger(scene, "view.language_en");
    QCoreApplication::processEvents();
    QCOMPARE(map.windowTitle(), QStringLiteral("Map"));
}

void DeskTest::manyWindowsComeAndGo() {
    Place place;
    window::Desk& desk = place.open();
    settle();
    for (int i = 0; i < 5; ++i) {
        auto& map = desk.openMapWindow();
        auto& scene = desk.openSceneWindow();
        QVERIFY(QTest::qWaitForWindowExposed(&map));
        QVERIFY(QTest::qWaitForWindowExposed(&scene));
        QTest::qWait(100);
        map.close();
        scene.close();
        QVERIFY(QTest::qWaitFor([&] { return desk.windows().size() == 1; }));
    }
    QSet<QRgb> colors; // a lost scene is one colour
    const QImage image = desk.mainWindow().scene().grab().toImage();
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            colors += image.pixel(x, y);
    QVERIFY(colors.size() > 3);
}

void DeskTest::workspaceBringsEverythingBack() {
    const QTemporaryDir folder;
    {
        Place place;
        window::Desk& desk = place.open(folder.path());
        settle();
        desk.mainWindow().setWindowState(Qt::WindowNoState);
        desk.mainWindow().setGeometry(30, 40, 1500, 900);
        desk.mainWindow().map().centerOn({36.0, 128.0}, 9);
        trigger(desk.mainWindow(), "view.notices");
        auto& map = desk.openMapWindow();
        map.setGeometry(200, 100, 700, 500);
        trigger(map, "window.linked");
        settle();
        QCOMPARE(desk.layout().windows.front().geometry, QRect(30, 40, 1500, 900));
        QVERIFY(desk.saveWorkspace(QStringLiteral("야간 근무")));
        trigger(desk.mainWindow(), "view.reset_layout");
        QCOMPARE(desk.windows().size(), 1U);
        QVERIFY(child<QDockWidget>(desk.mainWindow(), "noticeDock").isVisible());
        desk.mainWindow().map().centerOn({35.0, 127.0}, 12);
    }
    Place place;
    window::Desk& desk = place.open(folder.path());
    settle();
    desk.openWorkspace(QStringLiteral("야간 근무"));
    settle();
    QCOMPARE(desk.windows().size(), 2U);
    QCOMPARE(desk.workspace(), QStringLiteral("야간 근무"));
    QCOMPARE(desk.mainWindow().geometry(), QRect(30, 40, 1500, 900));
    QVERIFY(!child<QDockWidget>(desk.mainWindow(), "noticeDock").isVisible());
    QVERIFY(std::abs(desk.mainWindow().map().center().latitude_deg - 36.0) < 1e-6);
    const auto& map = static_cast<const window::MapWindow&>(*desk.windows().back());
    QCOMPARE(map.geometry(), QRect(200, 100, 700, 500));
    QVERIFY(map.isLinked());
}

void DeskTest::sizesStayAfterTenRestores() {
    Place place;
    window::Desk& desk = place.open();
    settle();
    desk.mainWindow().setWindowState(Qt::WindowNoState);
    desk.mainWindow().setGeometry(30, 40, 1500, 900);
    desk.openMapWindow().setGeometry(200, 100, 700, 500);
    settle();
    const window::Layout first = desk.layout();
    const auto dockSizes = [&] {
        QList<QSize> sizes;
        for (const QDockWidget* dock : desk.mainWindow().findChildren<QDockWidget*>())
            if (dock->isVisible()) sizes << dock->size();
        return sizes;
    };
    const QList<QSize> docks = dockSizes();
    for (int i = 0; i < 10; ++i) {
        desk.apply(desk.layout());
        QTest::qWait(100);
    }
    const window::Layout last = desk.layout();
    QCOMPARE(last.windows.size(), first.windows.size());
    for (std::size_t i = 0; i < first.windows.size(); ++i)
        QCOMPARE(last.windows[i].geometry, first.windows[i].geometry);
    QCOMPARE(dockSizes(), docks);
}

void DeskTest::maximisedStaysMaximised() {
    const QTemporaryDir folder;
    QSize docked;
    {
        Place place;
        window::Desk& desk = place.open(folder.path());
        settle();
        QVERIFY(desk.mainWindow().isMaximized());
        docked = child<QDockWidget>(desk.mainWindow(), "sceneDock").size();
        desk.mainWindow().close();
    }
    for (int i = 0; i < 3; ++i) {
        Place place;
        window::Desk& desk = place.open(folder.path());
        settle();
        QVERIFY(desk.mainWindow().isMaximized());
        QCOMPARE(child<QDockWidget>(desk.mainWindow(), "sceneDock").size(), docked);
        desk.mainWindow().close();
    }
}

void DeskTest::factoryLayoutsArrangeTheMainWindow_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < window::factoryLayouts().size(); ++i)
        QTest::newRow(window::factoryLayouts()[i].id) << static_cast<int>(i);
}

void DeskTest::factoryLayoutsArrangeTheMainWindow() {
    QFETCH(int, index);
    const window::FactoryLayout& layout = window::factoryLayouts()[static_cast<std::size_t>(index)];
    Place place;
    window::Desk& desk = place.open();
    settle();
    desk.openMapWindow();
    trigger(desk.mainWindow(), layout.action);
    settle();
    QCOMPARE(desk.windows().size(), 1U);
    QCOMPARE(desk.workspace(), QLatin1StringView(layout.id));
    for (const window::PanelPlace& panel : layout.places) {
        const auto& dock = child<QDockWidget>(desk.mainWindow(), (std::string(panel.panel) + "Dock").c_str());
        QVERIFY2(dock.isHidden() != panel.shown, panel.panel);
        if (panel.shown && layout.sideBySide && panel.share_pct > 0) {
            const bool side = panel.area == Qt::RightDockWidgetArea;
            const int whole = side ? desk.mainWindow().width() : desk.mainWindow().height();
            const int part = side ? dock.width() : dock.height();
            QVERIFY2(
                std::abs(part * 100 / whole - panel.share_pct) <= 6,
                qPrintable(QStringLiteral("%1: %2 of %3").arg(QLatin1StringView(panel.panel)).arg(part).arg(whole)));
        }
    }
}

void DeskTest::workspaceDialogSavesOpensAndDeletes() {
    const QTemporaryDir folder;
    Place place;
    window::Desk& desk = place.open(folder.path());
    settle();
    trigger(desk.mainWindow(), "workspace.save"); // a factory layout cannot be changed: asks for a name
    auto& dialog = child<QDialog>(desk.mainWindow(), "workspaceDialog");
    QVERIFY(dialog.isVisible());
    auto& list = child<QListWidget>(dialog, "workspaceList");
    const int builtIn = static_cast<int>(window::factoryLayouts().size());
    QCOMPARE(list.count(), builtIn);
    QVERIFY(!child<QPushButton>(dialog, "workspaceDelete").isEnabled());
    QTest::mouseClick(&child<QPushButton>(dialog, "workspaceSave"), Qt::LeftButton);
    QVERIFY(child<QLabel>(dialog, "workspaceAnswer").text().startsWith(QStringLiteral("Not saved")));
    child<QLineEdit>(dialog, "workspaceName").setText(QStringLiteral("Mine"));
    QTest::mouseClick(&child<QPushButton>(dialog, "workspaceSave"), Qt::LeftButton);
    QCOMPARE(list.count(), builtIn + 1);
    QCOMPARE(desk.workspace(), QStringLiteral("Mine"));
    trigger(desk.mainWindow(), "view.notices");
    QTest::mouseClick(&child<QPushButton>(dialog, "workspaceOpen"), Qt::LeftButton);
    QVERIFY(!dialog.isVisible());
    QVERIFY(child<QDockWidget>(desk.mainWindow(), "noticeDock").isVisible());
    trigger(desk.mainWindow(), "workspace.manage");
    QTest::mouseClick(&child<QPushButton>(dialog, "workspaceDelete"), Qt::LeftButton);
    QCOMPARE(list.count(), builtIn);
    desk.writer().flush();
    QVERIFY(QDir(folder.filePath(QStringLiteral("workspaces"))).isEmpty());
    dialog.reject();
}

void DeskTest::crashBringsWindowsSelectionAndDraftsBack() {
    const QTemporaryDir folder;
    {
        Place place;
        window::Desk& desk = place.open(folder.path());
        settle();
        desk.openMapWindow();
        desk.selection().select("uas:HN-000042");
        desk.mainWindow().map().centerOn({36.0, 128.0}, 9);
        trigger(desk.mainWindow(), "view.notes");
        settle();
        notesOf(desk).setFocus();
        QTest::keyClicks(&notesOf(desk), QStringLiteral("runway closed"));
        crash(place, folder.path(), true);
    }
    Place place;
    window::Desk& desk = place.open(folder.path());
    settle();
    QVERIFY(desk.beginning() == window::Beginning::Recovered);
    QCOMPARE(desk.windows().size(), 2U);
    QVERIFY(desk.windows().back()->isVisible());
    QCOMPARE(desk.selection().selected(), std::string("uas:HN-000042"));
    QVERIFY(std::abs(desk.mainWindow().map().center().latitude_deg - 36.0) < 1e-6);
    QCOMPARE(notesOf(desk).toPlainText(), QStringLiteral("runway closed"));
    QVERIFY(child<QLabel>(desk.mainWindow(), "messageText").text().contains(QStringLiteral("ended unexpectedly")));
    QVERIFY(child<QLabel>(desk.mainWindow(), "messageText").isVisible());
    QTest::mouseClick(&child<QToolButton>(desk.mainWindow(), "messageClose"), Qt::LeftButton);
    QVERIFY(!child<QLabel>(desk.mainWindow(), "messageText").isVisible());
}

void DeskTest::secondCrashAtOnceIsSafeMode() {
    const QTemporaryDir folder;
    for (const bool settled : {true, false}) {
        Place place;
        window::Desk& desk = place.open(folder.path());
        if (settled) {
            settle();
            notesOf(desk).setPlainText(QStringLiteral("kept"));
            desk.openMapWindow();
        }
        crash(place, folder.path(), settled);
    }
    {
        Place place;
        window::Desk& desk = place.open(folder.path());
        settle();
        QVERIFY(desk.beginning() == window::Beginning::Safe);
        QCOMPARE(desk.windows().size(), 1U);
        QVERIFY(!desk.mainWindow().scene().available());
        QVERIFY(desk.mainWindow().scene().unavailableReason().contains(QStringLiteral("safe mode")));
        QCOMPARE(notesOf(desk).toPlainText(), QStringLiteral("kept"));
        QVERIFY(child<QLabel>(desk.mainWindow(), "messageText").text().contains(QStringLiteral("Safe mode")));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("session.json.unused-1"))));
    }
    Place place;
    window::Desk& desk = place.open(folder.path());
    QVERIFY(desk.beginning() == window::Beginning::Continued);
    QVERIFY(desk.mainWindow().scene().available());
}

void DeskTest::cleanEndIsNotMentioned() {
    const QTemporaryDir folder;
    {
        Place place;
        window::Desk& desk = place.open(folder.path());
        desk.openMapWindow();
        settle();
        desk.mainWindow().close(); // takes the others along, and they come back all the same
        QVERIFY(QTest::qWaitFor([&] { return desk.windows().size() == 1; }));
    }
    QVERIFY(jsonIn(folder.filePath(QStringLiteral("session.json"))).value(u"clean_end").toBool());
    Place place;
    window::Desk& desk = place.open(folder.path());
    settle();
    QVERIFY(desk.beginning() == window::Beginning::Continued);
    QCOMPARE(desk.windows().size(), 2U);
    QVERIFY(!child<QLabel>(desk.mainWindow(), "messageText").isVisible());
}

void DeskTest::notesAreUndoneStepByStep() {
    Place place;
    window::Desk& desk = place.open();
    trigger(desk.mainWindow(), "view.notes");
    settle();
    QPlainTextEdit& notes = notesOf(desk);
    desk.mainWindow().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.mainWindow()));
    notes.setFocus();
    QTest::keyClicks(&notes, QStringLiteral("first "));
    trigger(desk.mainWindow(), "edit.stamp_time");
    QCOMPARE(notes.toPlainText(), QStringLiteral("first 04:05:06Z "));
    QTest::keyClicks(&notes, QStringLiteral("second"));
    QVERIFY(child<QLabel>(desk.mainWindow(), "notesState").text().startsWith(QStringLiteral("Draft")));
    const QAction& undo = desk.mainWindow().actionRegistry().action(QLatin1StringView("edit.undo"));
    QCOMPARE(undo.text(), QStringLiteral("Undo: Typing"));
    QTest::keyClick(&notes, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(notes.toPlainText(), QStringLiteral("first 04:05:06Z "));
    QCOMPARE(undo.text(), QStringLiteral("Undo: Time stamp"));
    QTest::keyClick(&notes, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&notes, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(notes.toPlainText(), QString());
    QVERIFY(!undo.isEnabled());
    QTest::keyClick(&notes, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClick(&notes, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(notes.toPlainText(), QStringLiteral("first 04:05:06Z "));
    QCOMPARE(notes.textCursor().position(), 16); // where the change was
}

void DeskTest::filedNotesAreAFile() {
    const QTemporaryDir folder;
    Place place;
    window::Desk& desk = place.open(folder.path());
    trigger(desk.mainWindow(), "view.notes");
    settle();
    QPlainTextEdit& notes = notesOf(desk);
    QVERIFY(!desk.mainWindow().actionRegistry().action(QLatin1StringView("edit.file_notes")).isEnabled());
    notes.setPlainText(QStringLiteral("인수인계: 이상 없음"));
    trigger(desk.mainWindow(), "edit.file_notes");
    QVERIFY(QTest::qWaitFor([&] { return notes.toPlainText().isEmpty(); }));
    const QDir filed(folder.filePath(QStringLiteral("notes")));
    QCOMPARE(filed.entryList(QDir::Files).size(), 1);
    QFile file(filed.filePath(filed.entryList(QDir::Files).front()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), QStringLiteral("인수인계: 이상 없음"));
    trigger(desk.mainWindow(), "edit.undo"); // filed by mistake: the text comes back
    QCOMPARE(notes.toPlainText(), QStringLiteral("인수인계: 이상 없음"));
}

void DeskTest::everyTextFieldTakesHangul() {
    Place place;
    window::Desk& desk = place.open();
    desk.openMapWindow();
    desk.openSceneWindow();
    for (const window::PanelInfo& panel : window::panelInfos())
        desk.mainWindow().showPanel(QLatin1StringView(panel.id));
    for (const auto& [action, name] : dialogs)
        trigger(desk.mainWindow(), action);
    settle();
    std::size_t found = 0;
    for (const QWidget* window : QApplication::topLevelWidgets())
        for (QWidget* field : tests::textFields(*window)) {
            ++found;
            const QString wrong = tests::composeHangulIn(*field);
            QVERIFY2(wrong.isEmpty(), qPrintable(field->objectName() + u' ' + wrong));
        }
    QVERIFY(found >= 3); // track filter, notes, name of a workspace
}

void DeskTest::nothingIsCutOff_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<double>("scale");
    for (const char* language : {"ko", "en"})
        for (const double scale : {0.8, 1.0, 2.5})
            QTest::addRow("%s %.0f %%", language, scale * 100) << QString::fromUtf8(language) << scale;
}

void DeskTest::nothingIsCutOff() {
    QFETCH(QString, language);
    QFETCH(double, scale);
    Place place;
    window::Desk& desk = place.open({}, language);
    desk.mainWindow().setWindowState(Qt::WindowNoState);
    desk.mainWindow().setGeometry(0, 0, 1920, 1080);
    desk.openMapWindow().setGeometry(0, 0, 1920, 1080);
    desk.openSceneWindow().setGeometry(0, 0, 1920, 1080);
    settle();
    desk.setTextScale(scale); // while it runs
    settle();
    QStringList clipped;
    for (DeskWindow* window : desk.windows())
        clipped += tests::clippedTexts(*window);
    for (const auto& [action, name] : dialogs) {
        trigger(desk.mainWindow(), action);
        auto& dialog = child<QDialog>(desk.mainWindow(), name);
        settle();
        clipped += tests::clippedTexts(dialog);
        QVERIFY2(dialog.width() <= 1920 && dialog.height() <= 1080, name);
        dialog.reject();
    }
    for (const window::PanelInfo& panel : window::panelInfos()) {
        desk.mainWindow().showPanel(QLatin1StringView(panel.id));
        QTest::qWait(100);
        clipped += tests::clippedTexts(desk.mainWindow());
        QVERIFY2(desk.mainWindow().width() <= 1920, panel.id);
    }
    clipped.removeDuplicates();
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join(u'\n')));
}

// A map that shows them all, a table with all of them, a 3D view, a further map; once a second all have moved.
void DeskTest::tenThousandTracksStayUsable() {
    Place place(quietDay(TimeMode::Live, 10'000));
    window::Desk& desk = place.open();
    desk.openMapWindow();
    settle();
    latency::LatencyProbe probe;
    latency::Histogram work;
    connect(&desk, &window::Desk::workMeasured, this, [&](milliseconds, double work_ms) { work.add(work_ms); });
    QElapsedTimer second;
    auto& filter = child<QLineEdit>(desk.mainWindow(), "trackFilter");
    for (int step = 1; step <= 8; ++step) {
        Situation next = quietDay(TimeMode::Live, 0);
        next.tracks = tracksOf(10'000, step);
        second.start();
        place.clock.advance(milliseconds{1000});
        next.time = place.clock.now();
        place.board.publish(std::move(next));
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&filter, i % 2 == 0 ? Qt::Key_1 : Qt::Key_Backspace);
            QTest::mouseClick(&desk.mainWindow().map(), Qt::LeftButton, {}, QPoint(200 + 10 * i, 200));
            QTest::qWait(60);
        }
        QTest::qWait(static_cast<int>(std::max<qint64>(1, 1000 - second.elapsed())));
    }
    qInfo("10,000 tracks at 1 Hz: work of a tick p99 %.0f ms, worst %.1f ms; %s", work.quantile_ms(0.99),
          work.worst_ms(), qPrintable(probe.summary()));
    QVERIFY(probe.histogram().count() > 10);
#if !defined(HANEUL_SANITIZED)
    QVERIFY2(work.worst_ms() < 500, qPrintable(QString::number(work.worst_ms())));
#endif
}

HANEUL_UI_MAIN(DeskTest)
#include "desk_test.moc"
