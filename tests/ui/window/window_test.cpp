#include "server/clock/clock.h"
#include "tests/support/settled.h"
#include "tests/support/ui_main.h"
#include "ui/map/map_view.h"
#include "ui/models/track_table_model.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/console.h"
#include "ui/window/desk.h"
#include "ui/window/fact_line.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace haneul;
using models::TrackTableModel;
using situation::FeedState;
using situation::Situation;
using situation::TimeMode;
using window::MainWindow;

namespace {

const UtcMs start = *fromRfc3339("2026-11-21T04:05:06Z");

double threadCpu_ms() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

std::vector<traffic::TrackPtr> someTracks(int count, int step = 0) {
    std::vector<traffic::TrackPtr> tracks;
    for (int i = 0; i < count; ++i) {
        traffic::Track track;
        const bool crewed = i % 5 == 0;
        char name[32];
        std::snprintf(name, sizeof name, crewed ? "71b%03x" : "HN-%06d", static_cast<unsigned>(i));
        track.id = (crewed ? "icao:" : "uas:") + std::string(name);
        track.label = crewed ? "KAL" + std::to_string(100 + i) : name;
        track.sources = {
            {crewed ? "sbs:roof" : "mqtt", crewed ? traffic::SourceKind::Sbs : traffic::SourceKind::Telemetry, start}};
        if (i % 29 != 7)
            track.position = geo::LatLon{37.40 + 0.017 * (i % 17) + 0.0001 * step, 126.75 + 0.021 * (i % 23)};
        if (i % 11 != 3)
            track.height = geo::Height{crewed ? 900.0 + 40 * i : 60.0 + i % 90,
                                       crewed ? geo::HeightDatum::Std : geo::HeightDatum::Amsl};
        if (i % 13 != 4) track.velocity = traffic::Velocity_mps{10 * std::cos(i), 10 * std::sin(i)};
        if (crewed)
            track.squawk = static_cast<std::uint16_t>(02000 + i);
        else
            track.battery_pct = 100 - i % 80;
        track.verticalRate_mps = (i % 7) - 3.0;
        track.state = i % 40 == 9   ? traffic::TrackState::Lost
                      : i % 17 == 5 ? traffic::TrackState::Stale
                                    : traffic::TrackState::Live;
        track.received = start - milliseconds{track.state == traffic::TrackState::Live ? 300 : 20'000};
        track.placed = track.received;
        track.revision = static_cast<std::uint64_t>(step) + 1;
        tracks.push_back(std::make_shared<const traffic::Track>(track));
    }
    std::ranges::sort(tracks, {}, [](const auto& track) { return track->id; });
    return tracks;
}

Situation busy() {
    Situation situation;
    situation.time = start;
    situation.tracks = someTracks(200);
    situation.feeds = {
        {.id = "mqtt",
         .endpoint = "127.0.0.1:1883",
         .state = FeedState::Connected,
         .lastMessage = start - milliseconds{300},
         .bytes = 4'812'000,
         .messages = 21'400,
         .updates = 21'380,
         .malformed = 3},
        {.id = "sbs:roof",
         .kind = traffic::SourceKind::Sbs,
         .endpoint = "127.0.0.1:30003",
         .state = FeedState::Disconnected,
         .detail = "connection refused",
         .lastMessage = start - milliseconds{61'000},
         .messages = 8'120},
        {.id = "mavlink:14550",
         .kind = traffic::SourceKind::Mavlink,
         .endpoint = "127.0.0.1:14550",
         .state = FeedState::Silent,
         .lastMessage = start - milliseconds{12'000},
         .messages = 77,
         .dropped = 4},
        {.id = "sbs:hill",
         .kind = traffic::SourceKind::Sbs,
         .endpoint = "127.0.0.1:30103",
         .state = FeedState::Starting},
        {.id = "mavlink:14551",
         .kind = traffic::SourceKind::Mavlink,
         .endpoint = "127.0.0.1:14551",
         .state = FeedState::Failed,
         .detail = "port is in use"},
    };
    situation.notices = {
        {1, start - milliseconds{600'000}, situation::NoticeSeverity::Info, "BROKER_RESTARTED",
         "mosquitto runs again after 1.2 s"},
        {2, start - milliseconds{61'000}, situation::NoticeSeverity::Warning, "FEED_LOST",
         "sbs:roof: connection refused"},
        {3, start - milliseconds{4'000}, situation::NoticeSeverity::Error, "FEED_FAILED",
         "mavlink:14551: port is in use"},
    };
    return situation;
}

Situation replaying(TimeMode mode) {
    Situation situation = busy();
    situation.mode = mode;
    situation.replay = situation::ReplayPosition{"flights/2026-11-21-morning.tlm", start - milliseconds{1'800'000},
                                                 start + milliseconds{1'800'000}, 4.0, false};
    return situation;
}

struct Place {
    situation::SituationBoard board;
    clock::ManualClock clock{start};
    int played = 0;
    std::unique_ptr<window::Desk> desk;
    MainWindow* window = nullptr;

    MainWindow& open(QString language = QStringLiteral("en"), QString dataFolder = {}) {
        desk = std::make_unique<window::Desk>(window::DeskDependencies{
            .board = board,
            .clock = clock,
            .replay = {.play = [this] { ++played; }, .pause = [] {}, .seek = [](UtcMs) {}, .setSpeed = [](double) {}},
            .tileServer = {},
            .mapCredits = QStringLiteral("© OpenStreetMap contributors"),
            .language = std::move(language),
            .dataFolder = std::move(dataFolder)});
        window = &desk->mainWindow();
        window->setWindowState(Qt::WindowNoState);
        window->resize(1920, 1080);
        desk->show();
        return *window;
    }

    template <class T>
    T* find(const char* name) {
        return window->findChild<T*>(QLatin1StringView(name));
    }

    QTableView& table() { return *find<QTableView>("trackTable"); }

    int rowOf(const QString& id) {
        return table()
            .model()
            ->match(table().model()->index(0, 0), Qt::DisplayRole, id, 1, Qt::MatchExactly)
            .value(0)
            .row();
    }
};

void settle(QWidget& window) {
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    tests::waitUntilSettled();
}

} // namespace

class WindowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void showsTheWholePicture(); // R-UI-01
    void selectingAnywhereSelectsEverywhere();
    void enterCentresTheMap();
    void filterLeavesTheSelectionAlone();
    void languageChangesInPlace(); // R-GEN-10
    void themesChangeInPlace();
    void nothingNewNothingRepaints();
    void stillPictureIsSaid();
    void replayIsFramedAndHasItsKeys();
    void brokenStateDoesNotStopTheProgram();
    void stateIsKept();
    void docksFloatAndComeBack();
    void fitsASmallScreen();
    void tenThousandTracks(); // P12
    void pictures_data();
    void pictures();
};

void WindowTest::initTestCase() {
    if (!QGuiApplication::primaryScreen() || QGuiApplication::platformName() == QLatin1StringView("offscreen"))
        QSKIP("needs a display: run under Xvfb");
}

void WindowTest::showsTheWholePicture() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    for (const char* name : {"trackDock", "sceneDock", "noticeDock", "feedDock"}) {
        QVERIFY2(desk.find<QDockWidget>(name), name);
        QVERIFY2(desk.find<QDockWidget>(name)->isVisible(), name);
    }
    QCOMPARE(window.centralWidget(), &window.map());
    QVERIFY(window.map().zoom() > 7); // fitted to the tracks
    QVERIFY(window.scene().width() > window.width() / 4);
    QCOMPARE(desk.table().model()->rowCount(), 200);
    QCOMPARE(desk.find<QTableView>("noticeTable")->model()->rowCount(), 3);
    QVERIFY(!desk.find<QLabel>("noNotices")->isVisible());
    QCOMPARE(window.findChildren<QFrame*>(QStringLiteral("feedCell")).size(), 5);
    QCOMPARE(desk.find<QLabel>("timeMode")->text(), QStringLiteral("LIVE"));
    QCOMPARE(desk.find<QLabel>("pictureTime")->text(), QStringLiteral("04:05:06Z"));
    QCOMPARE(desk.find<QLabel>("trackStates")->text(), QStringLiteral("Tracks: 183 live, 12 stale, 5 lost"));
    const auto* facts = static_cast<window::FactLine*>(desk.find<QWidget>("factLine"));
    QCOMPARE(facts->facts().front().text, QStringLiteral("mavlink:14551: Failed, no data yet"));
    QVERIFY(facts->toolTip().contains(QStringLiteral("sbs:roof: Disconnected, last data 04:04:05Z")));
    QVERIFY(facts->toolTip().contains(QStringLiteral("No position: 7 tracks")));
    QVERIFY(!desk.find<QWidget>("replayTools")->isVisible());
}

void WindowTest::selectingAnywhereSelectsEverywhere() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    desk.table().selectRow(3);
    const QString third = desk.table().model()->index(3, 0).data().toString();
    QCOMPARE(QString::fromStdString(desk.desk->selection().selected()), third);

    desk.desk->selection().select("uas:HN-000042");
    QCOMPARE(desk.table().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("uas:HN-000042"));

    // A click on the map where an aircraft is drawn selects its row; a click on nothing clears it.
    const auto shown = desk.board.latest();
    const auto track =
        *std::ranges::find_if(shown->tracks, [](const auto& each) { return each->position.has_value(); });
    window.map().centerOn(*track->position, 18);
    QTest::qWait(200);
    QTest::mouseClick(&window.map(), Qt::LeftButton, {}, window.map().pixelOf(*track->position).toPoint());
    QVERIFY(QTest::qWaitFor([&] { return desk.desk->selection().selected() == track->id; }));
    QCOMPARE(desk.table().currentIndex().siblingAtColumn(0).data().toString().toStdString(), track->id);

    // The table follows its aircraft through new pictures.
    auto next = busy();
    next.tracks = someTracks(150, 3);
    desk.board.publish(std::move(next));
    desk.desk->refresh();
    QCOMPARE(desk.desk->selection().selected(), track->id);
    QCOMPARE(desk.table().model()->rowCount(), 150);
    QCOMPARE(desk.table().currentIndex().siblingAtColumn(0).data().toString().toStdString(), track->id);
}

void WindowTest::enterCentresTheMap() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    desk.table().setFocus();
    desk.table().selectRow(desk.rowOf(QStringLiteral("uas:HN-000042")));
    QTest::keyClick(&desk.table(), Qt::Key_Return);
    const auto shown = desk.board.latest();
    const auto track =
        *std::ranges::find_if(shown->tracks, [](const auto& each) { return each->id == "uas:HN-000042"; });
    QVERIFY(std::abs(window.map().center().latitude_deg - track->position->latitude_deg) < 1e-6);
    QVERIFY(std::abs(window.map().center().longitude_deg - track->position->longitude_deg) < 1e-6);
    QVERIFY(window.map().zoom() >= 14);

    const geo::LatLon before = window.map().center();
    desk.desk->selection().select("uas:HN-000007"); // no position: said, and the map stays
    QTest::keyClick(&desk.table(), Qt::Key_Return);
    QCOMPARE(window.map().center(), before);
}

void WindowTest::filterLeavesTheSelectionAlone() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    desk.desk->selection().select("uas:HN-000042");
    auto* filter = desk.find<QLineEdit>("trackFilter");
    filter->setText(QStringLiteral("kal1"));
    QVERIFY(desk.table().model()->rowCount() > 0);
    QVERIFY(desk.table().model()->rowCount() < 200);
    QCOMPARE(desk.desk->selection().selected(), std::string("uas:HN-000042"));
    QVERIFY(!desk.table().selectionModel()->hasSelection());
    filter->clear();
    QCOMPARE(desk.table().model()->rowCount(), 200);
    QCOMPARE(desk.table().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("uas:HN-000042"));
}

void WindowTest::languageChangesInPlace() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open(QStringLiteral("en"));
    settle(window);
    QCOMPARE(desk.find<QDockWidget>("trackDock")->windowTitle(), QStringLiteral("Tracks"));
    window.actionRegistry().action(QLatin1StringView("view.language_ko")).trigger();
    QCoreApplication::processEvents();
    QCOMPARE(window.windowTitle(), QStringLiteral("하늘: 무인항공기 교통관리"));
    QCOMPARE(desk.find<QDockWidget>("trackDock")->windowTitle(), QStringLiteral("항적"));
    QCOMPARE(desk.table().model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("식별자"));
    QCOMPARE(desk.find<QLabel>("timeMode")->text(), QStringLiteral("실시간"));
    QCOMPARE(window.actionRegistry().action(QLatin1StringView("map.fit_all")).text(), QStringLiteral("전체 항적 보기"));
    QCOMPARE(desk.find<QLabel>("trackStates")->text(), QStringLiteral("항적: 실시간 183, 갱신 지연 12, 소실 5"));
    desk.clock.advance(milliseconds{1000});
    desk.desk->refresh();
    const auto* facts = static_cast<window::FactLine*>(desk.find<QWidget>("factLine"));
    QVERIFY2(facts->toolTip().contains(QStringLiteral("갱신 지연: 항적 12개")), qPrintable(facts->toolTip()));
    desk.desk->setLanguage(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(desk.find<QDockWidget>("trackDock")->windowTitle(), QStringLiteral("Tracks"));
}

void WindowTest::themesChangeInPlace() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    const auto ground = [&] {
        return desk.table().viewport()->grab().toImage().pixelColor(1, desk.table().viewport()->height() - 2);
    };
    const QColor dark = ground();
    window.actionRegistry().action(QLatin1StringView("view.theme_light")).trigger();
    QTest::qWait(100);
    QVERIFY(ground().lightnessF() > dark.lightnessF() + 0.5F);
    desk.desk->setTheme(QStringLiteral("dark"));
    QTest::qWait(100);
    QCOMPARE(ground(), dark);
}

void WindowTest::nothingNewNothingRepaints() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    const std::uint64_t before = desk.desk->refreshCount();
    QTest::qWait(500); // five ticks on a clock that stands still
    QCOMPARE(desk.desk->refreshCount(), before);
    desk.clock.advance(milliseconds{1000});
    QVERIFY(QTest::qWaitFor([&] { return desk.desk->refreshCount() == before + 1; }));
    desk.board.publish(busy());
    QVERIFY(QTest::qWaitFor([&] { return desk.desk->refreshCount() == before + 2; }));
}

void WindowTest::stillPictureIsSaid() {
    Place desk;
    desk.board.publish(busy());
    desk.open();
    desk.clock.advance(milliseconds{5000});
    desk.desk->refresh();
    const auto* facts = static_cast<window::FactLine*>(desk.find<QWidget>("factLine"));
    QVERIFY(facts->toolTip().contains(QStringLiteral("Picture stands still since 04:05:06Z")));
    auto fresh = busy();
    fresh.time = desk.clock.now();
    desk.board.publish(std::move(fresh));
    desk.desk->refresh();
    QVERIFY(!facts->toolTip().contains(QStringLiteral("stands still")));
}

void WindowTest::replayIsFramedAndHasItsKeys() {
    Place desk;
    desk.board.publish(replaying(TimeMode::Paused));
    MainWindow& window = desk.open();
    settle(window);
    QVERIFY(desk.find<QWidget>("replayTools")->isVisible());
    QCOMPARE(desk.find<QLabel>("timeMode")->text(), QStringLiteral("PAUSED"));
    const QColor frame = theme::themeById(u"dark").color(theme::ColorRole::PausedFrame);
    const QImage image = window.grab().toImage();
    for (const QPoint& corner :
         {QPoint(1, 1), QPoint(window.width() - 2, window.height() - 2), QPoint(1, window.height() / 2)})
        QCOMPARE(image.pixelColor(corner), frame);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Space);
    QCOMPARE(desk.played, 1);

    auto live = busy();
    desk.board.publish(std::move(live));
    desk.desk->refresh();
    QVERIFY(!desk.find<QWidget>("replayTools")->isVisible());
    QVERIFY(window.grab().toImage().pixelColor(1, window.height() / 2) != frame);
    QTest::keyClick(&window, Qt::Key_Space);
    QCOMPARE(desk.played, 1);
}

void WindowTest::brokenStateDoesNotStopTheProgram() {
    for (const QByteArray& content :
         {QByteArray("rubbish"),
          QByteArray(R"({"schema":1,"text_scale":1e9,"selection":"nobody","drafts":{"notes":7},"layout":{"schema":1,)"
                     R"("windows":[{"kind":"main","geometry":[5000,0,99,99],"screen_area":[0,0,9,9],"docks":"AAAA",)"
                     R"("view":{"map":{"latitude_deg":95,"longitude_deg":0,"zoom":-4},"panels":{"track":7}}}]}})")}) {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("session.json")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
        file.close();
        Place desk;
        desk.board.publish(busy());
        desk.open(QStringLiteral("en"), folder.path());
        QVERIFY(QTest::qWaitForWindowExposed(desk.window));
        QVERIFY(desk.find<QDockWidget>("trackDock")->isVisible());
        QVERIFY(desk.find<QLabel>("messageText")->isVisible()); // and it is said
        desk.desk->setTextScale(1.0);
    }
}

void WindowTest::stateIsKept() {
    const QTemporaryDir folder;
    const QString path = folder.path();
    {
        Place desk;
        desk.board.publish(busy());
        MainWindow& window = desk.open(QStringLiteral("en"), path);
        window.actionRegistry().action(QLatin1StringView("view.notices")).trigger();
        desk.desk->setTheme(QStringLiteral("light"));
        window.map().centerOn({36.0, 128.0}, 9);
        window.close();
    }
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open(QStringLiteral("ko"), path);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(!desk.find<QDockWidget>("noticeDock")->isVisible());
    QVERIFY(!window.actionRegistry().action(QLatin1StringView("view.notices")).isChecked());
    QVERIFY(window.actionRegistry().action(QLatin1StringView("view.theme_light")).isChecked());
    QVERIFY(window.actionRegistry().action(QLatin1StringView("view.language_en")).isChecked());
    QVERIFY(std::abs(window.map().center().latitude_deg - 36.0) < 1e-6);
    window.actionRegistry().action(QLatin1StringView("view.reset_layout")).trigger();
    QVERIFY(desk.find<QDockWidget>("noticeDock")->isVisible());
}

void WindowTest::docksFloatAndComeBack() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open();
    settle(window);
    auto* dock = desk.find<QDockWidget>("sceneDock");
    for (int i = 0; i < 3; ++i) {
        dock->setFloating(true);
        QTest::qWait(100);
        dock->setFloating(false);
        QTest::qWait(100);
    }
    QVERIFY(dock->isVisible());
    QSet<QRgb> colors; // a lost scene is one colour
    const QImage image = window.scene().grab().toImage();
    for (int y = 0; y < image.height(); y += 3)
        for (int x = 0; x < image.width(); x += 3)
            colors += image.pixel(x, y);
    QVERIFY2(colors.size() > 3, qPrintable(QString::number(colors.size())));
}

void WindowTest::fitsASmallScreen() {
    Place desk;
    desk.board.publish(busy());
    MainWindow& window = desk.open(QStringLiteral("ko"));
    window.resize(1280, 720);
    settle(window);
    QVERIFY2(window.minimumSizeHint().width() <= 1280, qPrintable(QString::number(window.minimumSizeHint().width())));
    QVERIFY2(window.minimumSizeHint().height() <= 720, qPrintable(QString::number(window.minimumSizeHint().height())));
    QCOMPARE(window.size(), QSize(1280, 720));
    QVERIFY(window.map().width() >= 500);
    QVERIFY(window.map().height() >= 200);
}

void WindowTest::tenThousandTracks() {
    Place desk;
    auto first = busy();
    first.tracks = someTracks(10'000);
    desk.board.publish(std::move(first));
    MainWindow& window = desk.open();
    settle(window);
    constexpr int ticks = 10;
    double table_ms = 0;
    for (int tick = 1; tick <= ticks; ++tick) {
        auto next = busy();
        next.tracks = someTracks(10'000, tick);
        desk.board.publish(std::move(next));
        desk.clock.advance(milliseconds{100});
        const double before = threadCpu_ms();
        desk.desk->refresh();
        table_ms += threadCpu_ms() - before;
        QCoreApplication::processEvents();
    }
    const double perTick_ms = table_ms / ticks;
    qInfo("10,000 tracks, all changed: %.2f ms CPU of the window's thread a tick, drawing apart", perTick_ms);
#if !defined(HANEUL_SANITIZED)
    QVERIFY2(perTick_ms < 50, qPrintable(QString::number(perTick_ms))); // half of a tick
#endif
}

void WindowTest::pictures_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<TimeMode>("mode");
    QTest::addColumn<QSize>("size");
    const QSize desk(1920, 1080);
    QTest::newRow("ko-dark") << QStringLiteral("ko") << QStringLiteral("dark") << TimeMode::Live << desk;
    QTest::newRow("en-dark") << QStringLiteral("en") << QStringLiteral("dark") << TimeMode::Live << desk;
    QTest::newRow("ko-light-replay") << QStringLiteral("ko") << QStringLiteral("light") << TimeMode::Replay << desk;
    QTest::newRow("en-contrast-paused") << QStringLiteral("en") << QStringLiteral("contrast") << TimeMode::Paused
                                        << desk;
    QTest::newRow("ko-dark-small") << QStringLiteral("ko") << QStringLiteral("dark") << TimeMode::Replay
                                   << QSize(1280, 720);
}

// Kept for people to look at; the test itself only sees that they are not empty.
void WindowTest::pictures() {
    QFETCH(QString, language);
    QFETCH(QString, theme);
    QFETCH(TimeMode, mode);
    QFETCH(QSize, size);
    Place desk;
    desk.board.publish(mode == TimeMode::Live ? busy() : replaying(mode));
    MainWindow& window = desk.open(language);
    desk.desk->setTheme(theme);
    window.resize(size);
    desk.desk->selection().select("uas:HN-000042");
    settle(window);
    const QImage image = window.grab().toImage();
    QCOMPARE(image.size(), size);
    const QDir folder(QStringLiteral(HANEUL_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(image.save(folder.filePath(QLatin1StringView(QTest::currentDataTag()) + QStringLiteral(".png"))));
    if (size != QSize(1920, 1080) || mode != TimeMode::Live) return;
    window.actionRegistry().action(QLatin1StringView("help.keys")).trigger();
    QTest::qWait(100);
    QVERIFY(window.grab().toImage().save(folder.filePath(language + QStringLiteral("-keys.png"))));
}

HANEUL_UI_MAIN(WindowTest)
#include "window_test.moc"
