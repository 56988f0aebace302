#include "ui/window/main_window.h"

#include "core/geo/geodesic.h"
#include "ui/actions/key_overlay.h"
#include "ui/map/map_view.h"
#include "ui/models/picture_facts.h"
#include "ui/models/words.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/about_dialog.h"
#include "ui/window/clock_panel.h"
#include "ui/window/fact_line.h"
#include "ui/window/feed_strip.h"
#include "ui/window/notice_panel.h"
#include "ui/window/replay_bar.h"
#include "ui/window/track_panel.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QPainter>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace haneul::window {

using situation::SituationPtr;
using situation::TimeMode;
using theme::ColorRole;

namespace {

constexpr double textStep = 1.1;
constexpr double selectionZoom = 14.0; // a centred aircraft is shown at least this close
constexpr int layoutVersion = 1;

std::int64_t secondOf(UtcMs time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

QLatin1StringView themeAction(const QString& id) {
    if (id == QLatin1StringView("light")) return QLatin1StringView("view.theme_light");
    if (id == QLatin1StringView("contrast")) return QLatin1StringView("view.theme_contrast");
    return QLatin1StringView("view.theme_dark");
}

} // namespace

MainWindow::MainWindow(MainWindowDependencies dependencies, QWidget* parent)
    : QMainWindow(parent)
    , m_given(std::move(dependencies))
    , m_theme(&theme::themeById(m_given.theme))
    , m_textScale(m_given.textScale) {
    setObjectName(QStringLiteral("mainWindow"));
    m_language.set(m_given.language);
    theme::apply(*qApp, *m_theme, m_textScale);

    buildViews();
    buildTop();
    buildDocks();
    buildMenus();
    buildStatusBar();
    m_keys = new actions::KeyOverlay(m_actions, this);
    connectActions();
    word();
    checkChoices();
    defaultLayout();
    restoreState();

    connect(&m_timer, &QTimer::timeout, this, &MainWindow::refresh);
    refresh();
    m_timer.start(tick);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildViews() {
    m_map = new map::MapView(*m_theme, &m_selection, this);
    m_map->setObjectName(QStringLiteral("map"));
    m_map->setAttribution(m_given.mapCredits);
    m_map->setLabelDetail(m_labelDetail);
    m_scene = new scene3d::Scene3DView(*m_theme, &m_selection, this);
    m_scene->setObjectName(QStringLiteral("scene3d"));
    m_tracks = new TrackPanel(*m_theme, m_selection, this);
    m_notices = new NoticePanel(*m_theme, this);
    m_feeds = new FeedStrip(*m_theme, m_feedModel, this);
    setCentralWidget(m_map);

    connect(m_map, &map::MapView::tileServerStateChanged, this, &MainWindow::showTileServer);
    if (const auto set = m_map->setTileServer(m_given.tileServer); !set)
        showTileServer(map::TileServerState::Unreachable, QString::fromStdString(set.error().message));
    else
        showTileServer(m_map->tileServerState(), {});
}

void MainWindow::buildTop() {
    const auto bar = [this](const char* name) {
        auto* tools = new QToolBar(this);
        tools->setObjectName(QLatin1StringView(name));
        tools->setMovable(false);
        tools->setFloatable(false);
        tools->toggleViewAction()->setEnabled(false); // what is not known is never hidden
        tools->setContextMenuPolicy(Qt::PreventContextMenu);
        return tools;
    };
    m_top = bar("topBar");
    m_facts = new FactLine(*m_theme, m_top);
    m_clock = new ClockPanel(*m_theme, m_top);
    m_top->addWidget(m_facts);
    m_top->addWidget(m_clock);
    addToolBar(Qt::TopToolBarArea, m_top);

    m_replayTools = bar("replayTools");
    m_replay = new ReplayBar(m_given.replay, m_actions, m_replayTools);
    m_replayTools->addWidget(m_replay);
    addToolBar(Qt::BottomToolBarArea, m_replayTools);
    m_replayTools->hide();
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::buildDocks() {
    const auto dock = [this](const char* name, QWidget* content) {
        auto* made = new QDockWidget(this);
        made->setObjectName(QLatin1StringView(name));
        made->setWidget(content);
        return made;
    };
    m_trackDock = dock("trackDock", m_tracks);
    m_sceneDock = dock("sceneDock", m_scene);
    m_noticeDock = dock("noticeDock", m_notices);
    m_feedDock = dock("feedDock", m_feeds);
    m_feedDock->setFeatures(QDockWidget::DockWidgetClosable);
    auto* noTitle = new QWidget(m_feedDock); // its cells say what they are
    (new QHBoxLayout(noTitle))->setContentsMargins(0, 0, 0, 0);
    m_feedDock->setTitleBarWidget(noTitle);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setDockNestingEnabled(true);
    connectPanel("view.tracks", m_trackDock);
    connectPanel("view.scene3d", m_sceneDock);
    connectPanel("view.notices", m_noticeDock);
    connectPanel("view.feeds", m_feedDock);
}

void MainWindow::connectPanel(const char* actionId, QDockWidget* dock) {
    QAction& action = m_actions.action(QLatin1StringView(actionId));
    connect(&action, &QAction::triggered, dock, [dock](bool wanted) {
        dock->setVisible(wanted);
        if (wanted) dock->raise();
    });
    connect(dock->toggleViewAction(), &QAction::toggled, &action, &QAction::setChecked);
    m_panels.emplace_back(&action, dock);
}

void MainWindow::checkPanels() {
    for (const auto& [action, dock] : m_panels)
        action->setChecked(!dock->isHidden());
}

void MainWindow::defaultLayout() {
    for (QDockWidget* dock : {m_trackDock, m_sceneDock, m_noticeDock, m_feedDock})
        dock->setFloating(false);
    addDockWidget(Qt::TopDockWidgetArea, m_feedDock);
    addDockWidget(Qt::BottomDockWidgetArea, m_trackDock);
    addDockWidget(Qt::RightDockWidgetArea, m_sceneDock);
    addDockWidget(Qt::RightDockWidgetArea, m_noticeDock);
    for (QDockWidget* dock : {m_trackDock, m_sceneDock, m_noticeDock, m_feedDock})
        dock->show();
    resizeDocks({m_sceneDock, m_noticeDock}, {width() / 3, width() / 3}, Qt::Horizontal);
    resizeDocks({m_sceneDock, m_noticeDock}, {height() * 3 / 5, height() * 2 / 5}, Qt::Vertical);
    resizeDocks({m_trackDock}, {height() * 3 / 10}, Qt::Vertical);
    checkPanels();
}

void MainWindow::buildMenus() {
    m_viewMenu = menuBar()->addMenu(QString());
    m_mapMenu = menuBar()->addMenu(QString());
    m_replayMenu = menuBar()->addMenu(QString());
    m_helpMenu = menuBar()->addMenu(QString());
    const auto add = [this](QMenu* menu, std::initializer_list<const char*> ids) {
        for (const char* id : ids)
            menu->addAction(&m_actions.action(QLatin1StringView(id)));
    };
    m_panelMenu = m_viewMenu->addMenu(QString());
    m_themeMenu = m_viewMenu->addMenu(QString());
    m_languageMenu = m_viewMenu->addMenu(QString());
    add(m_panelMenu, {"view.tracks", "view.scene3d", "view.notices", "view.feeds"});
    add(m_themeMenu, {"view.theme_dark", "view.theme_light", "view.theme_contrast"});
    add(m_languageMenu, {"view.language_ko", "view.language_en"});
    m_viewMenu->addSeparator();
    add(m_viewMenu,
        {"view.filter_tracks", "view.text_larger", "view.text_smaller", "view.reset_layout", "view.full_screen"});
    m_viewMenu->addSeparator();
    add(m_viewMenu, {"view.quit"});
    add(m_mapMenu,
        {"map.centre_selection", "map.fit_all", "map.zoom_in", "map.zoom_out", "map.labels", "map.clear_selection"});
    add(m_replayMenu, {"replay.play_pause", "replay.back", "replay.forward", "replay.slower", "replay.faster"});
    add(m_helpMenu, {"help.keys", "help.about"});
    addActions(QList<QAction*>(m_actions.actions().begin(), m_actions.actions().end())); // keys work in full screen too
}

void MainWindow::buildStatusBar() {
    m_cursor = new QLabel(this);
    m_counts = new QLabel(this);
    m_latency = new QLabel(this);
    m_cursor->setObjectName(QStringLiteral("cursorPosition"));
    m_counts->setObjectName(QStringLiteral("trackStates"));
    m_latency->setObjectName(QStringLiteral("latency"));
    const int gap = fontMetrics().height() / 2;
    for (QLabel* label : {m_cursor, m_counts, m_latency})
        label->setContentsMargins(gap, 0, gap, 0);
    statusBar()->addWidget(m_cursor, 1);
    statusBar()->addPermanentWidget(m_counts);
    statusBar()->addPermanentWidget(m_latency);
    statusBar()->setSizeGripEnabled(false);
    connect(m_map, &map::MapView::cursorMoved, this, [this](geo::LatLon place) {
        m_cursor->setText(models::latitudeText(place.latitude_deg) + QStringLiteral("  ") +
                          models::longitudeText(place.longitude_deg));
    });
    connect(m_map, &map::MapView::cursorLeft, m_cursor, &QLabel::clear);
}

void MainWindow::connectActions() {
    const auto on = [this](const char* id, auto act) {
        connect(&m_actions.action(QLatin1StringView(id)), &QAction::triggered, this, act);
    };
    for (const char* id : {"dark", "light", "contrast"}) {
        const QString name = QLatin1StringView(id);
        connect(&m_actions.action(themeAction(name)), &QAction::triggered, this, [this, name] { setTheme(name); });
    }
    on("view.language_ko", [this] { setLanguage(QStringLiteral("ko")); });
    on("view.language_en", [this] { setLanguage(QStringLiteral("en")); });
    on("view.text_larger", [this] { setTextScale(m_textScale * textStep); });
    on("view.text_smaller", [this] { setTextScale(m_textScale / textStep); });
    on("view.reset_layout", [this] { defaultLayout(); });
    on("view.full_screen", [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    on("view.quit", [this] { close(); });
    on("view.filter_tracks", [this] {
        m_trackDock->show();
        m_trackDock->raise();
        m_tracks->focusFilter();
    });
    on("map.centre_selection", [this] { centreOn(m_selection.selected()); });
    on("map.fit_all", [this] { fitAll(); });
    on("map.zoom_in", [this] { zoomBy(1); });
    on("map.zoom_out", [this] { zoomBy(-1); });
    on("map.labels", [this] { nextLabelDetail(); });
    on("map.clear_selection", [this] { m_selection.clear(); });
    on("help.keys", [this] { m_keys->toggle(); });
    on("help.about", [this] {
        if (!m_about) m_about = new AboutDialog(m_given.mapCredits, this);
        m_about->open();
    });
    connect(m_tracks, &TrackPanel::activated, this, &MainWindow::centreOn);
}

void MainWindow::checkChoices() {
    for (const char* id : {"dark", "light", "contrast"})
        m_actions.action(themeAction(QLatin1StringView(id))).setChecked(m_theme->id() == QLatin1StringView(id));
    m_actions.action(QLatin1StringView("view.language_ko")).setChecked(m_language.id() == QLatin1StringView("ko"));
    m_actions.action(QLatin1StringView("view.language_en")).setChecked(m_language.id() == QLatin1StringView("en"));
}

void MainWindow::setTheme(const QString& id) {
    m_theme = &theme::themeById(id);
    theme::apply(*qApp, *m_theme, m_textScale);
    m_map->setTheme(*m_theme);
    m_scene->setTheme(*m_theme);
    m_tracks->setTheme(*m_theme);
    m_notices->setTheme(*m_theme);
    m_feeds->setTheme(*m_theme);
    m_facts->setTheme(*m_theme);
    m_clock->setTheme(*m_theme);
    checkChoices();
    update();
}

void MainWindow::setLanguage(const QString& id) {
    m_language.set(id); // every widget is told by LanguageChange
    checkChoices();
}

void MainWindow::setTextScale(double scale) {
    m_textScale = std::clamp(scale, 0.8, 2.5);
    theme::apply(*qApp, *m_theme, m_textScale);
}

void MainWindow::refresh() {
    const SituationPtr situation = m_given.board.latest();
    const UtcMs now = m_given.clock.now();
    const bool newPicture = !m_shown || situation->number != m_shown->number;
    const bool newSecond = secondOf(now) != m_shownSecond;
    if (!newPicture && !newSecond) return;

    QElapsedTimer work;
    work.start();
    const bool live = situation->mode == TimeMode::Live;
    if (newPicture && live && situation->number > 0) m_worstDelay = std::max(m_worstDelay, now - situation->time);
    if (newPicture || live) showPicture(situation, now);
    m_clock->show(*situation, now);
    showFacts(*situation, now);
    ++m_refreshes;
    m_worstWork_ms = std::max(m_worstWork_ms, static_cast<double>(work.nsecsElapsed()) / 1e6);
    if (newSecond) showLatency();
    m_shown = situation;
    m_shownSecond = secondOf(now);
}

void MainWindow::showPicture(const SituationPtr& situation, UtcMs now) {
    const bool live = situation->mode == TimeMode::Live;
    const UtcMs pictureTime = live ? now : situation->time;
    const bool otherMode = !m_shown || m_shown->mode != situation->mode;
    m_map->setSituation(situation);
    m_scene->setSituation(situation);
    m_tracks->setSituation(situation, pictureTime);
    m_notices->setSituation(situation);
    m_feedModel.setSituation(situation, pictureTime);
    m_replay->show(*situation);
    showCounts(*situation);
    if (otherMode) {
        m_replayTools->setVisible(!live);
        // Room for the frame that a replay has around everything; in live operation the content reaches the edge.
        const int frame = live ? 0 : std::max(3, fontMetrics().height() / 4);
        setContentsMargins(frame, frame, frame, frame);
        update();
    }
    fitOnce(*situation);
}

// The first pictures with positions decide where the map and the 3D view look, once the window has its size: at the
// drones that report to this desk, or at all traffic where there are none. Feeds come one after the other, so for a
// while they look again whenever there are more.
void MainWindow::fitOnce(const situation::Situation& situation) {
    if (m_fitted || !m_laidOut) return;
    std::vector<traffic::TrackPtr> placed, own;
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        placed.push_back(track);
        if (track->kind() == traffic::SourceKind::Telemetry) own.push_back(track);
    }
    if (placed.empty()) return;
    if (!m_firstFit) m_firstFit = situation.time;
    const auto& wanted = own.empty() ? placed : own;
    if (wanted.size() != m_fittedTracks) {
        m_fittedTracks = wanted.size();
        m_map->fitTo(wanted);
        fitScene(wanted);
    }
    m_fitted = situation.time - *m_firstFit >= fitFor;
}

void MainWindow::fitScene(const std::vector<traffic::TrackPtr>& tracks) {
    geo::LatLon low{90, 180}, high{-90, -180};
    double top_m = 0;
    for (const traffic::TrackPtr& track : tracks) {
        if (!track->position) continue;
        const geo::LatLon place = *track->position;
        low = {std::min(low.latitude_deg, place.latitude_deg), std::min(low.longitude_deg, place.longitude_deg)};
        high = {std::max(high.latitude_deg, place.latitude_deg), std::max(high.longitude_deg, place.longitude_deg)};
        if (track->height) top_m = std::max(top_m, track->height->metres);
    }
    if (low.latitude_deg > high.latitude_deg) return;
    const geo::LatLon middle{(low.latitude_deg + high.latitude_deg) / 2, (low.longitude_deg + high.longitude_deg) / 2};
    // Wide enough that what flies high is still below the upper edge, drawn as high as the view draws it.
    m_scene->setArea(
        middle, std::max({geo::inverse(middle, high).distance_m * 1.1, top_m * sceneWidthPerHeight, smallestScene_m}));
}

void MainWindow::showFacts(const situation::Situation& situation, UtcMs now) {
    std::vector<models::Fact> facts = models::knownGaps(situation, now);
    if (!m_mapFact.isEmpty()) facts.push_back({models::FactGravity::Caution, m_mapFact});
    std::ranges::stable_sort(facts, std::greater{}, &models::Fact::gravity);
    m_facts->setFacts(std::move(facts));
}

void MainWindow::showCounts(const situation::Situation& situation) {
    const models::TrackCounts counts = models::countTracks(situation);
    m_counts->setText(tr("Tracks: %1 live, %2 stale, %3 lost").arg(counts.live).arg(counts.stale).arg(counts.lost));
}

void MainWindow::showLatency() {
    m_latency->setText(tr("Delay %1 ms, drawing %2 ms").arg(m_worstDelay.count()).arg(m_worstWork_ms, 0, 'f', 1));
    m_latency->setToolTip(tr("Worst of the last second: from publication to this window, and the work of one tick"));
    m_worstDelay = milliseconds{0};
    m_worstWork_ms = 0;
}

void MainWindow::showTileServer(map::TileServerState state, const QString& detail) {
    m_tileDetail = detail;
    switch (state) {
    case map::TileServerState::NotSet:
        m_mapFact = tr("No base map is set up");
        break;
    case map::TileServerState::Unreachable:
        m_mapFact = detail.isEmpty() ? tr("Base map does not answer") : tr("Base map does not answer: %1").arg(detail);
        break;
    case map::TileServerState::Asking:
    case map::TileServerState::Answering:
        m_mapFact.clear();
        break;
    }
    if (m_shown) showFacts(*m_shown, m_given.clock.now());
}

void MainWindow::fitAll() {
    if (!m_shown) return;
    m_map->fitTo(m_shown->tracks);
    fitScene(m_shown->tracks);
}

void MainWindow::centreOn(const traffic::TrackId& id) {
    if (!m_shown || id.empty()) return;
    const auto found =
        std::ranges::lower_bound(m_shown->tracks, id, {}, [](const auto& track) -> const auto& { return track->id; });
    if (found == m_shown->tracks.end() || (*found)->id != id) return;
    if (!(*found)->position) {
        statusBar()->showMessage(tr("The position of %1 is not known").arg(QString::fromStdString(id)), 5000);
        return;
    }
    m_map->centerOn(*(*found)->position, std::max(m_map->zoom(), selectionZoom));
}

void MainWindow::zoomBy(double steps) {
    m_map->centerOn(m_map->center(), std::clamp(m_map->zoom() + steps, map::MapView::minZoom, map::MapView::maxZoom));
}

void MainWindow::nextLabelDetail() {
    switch (m_labelDetail) {
    case map::LabelDetail::None:
        m_labelDetail = map::LabelDetail::Name;
        break;
    case map::LabelDetail::Name:
        m_labelDetail = map::LabelDetail::Full;
        break;
    case map::LabelDetail::Full:
        m_labelDetail = map::LabelDetail::None;
        break;
    }
    m_map->setLabelDetail(m_labelDetail);
}

void MainWindow::word() {
    setWindowTitle(tr("Haneul: UAS Traffic Management"));
    m_viewMenu->setTitle(tr("View"));
    m_panelMenu->setTitle(tr("Panels"));
    m_themeMenu->setTitle(tr("Theme"));
    m_languageMenu->setTitle(tr("Language"));
    m_mapMenu->setTitle(tr("Map"));
    m_replayMenu->setTitle(tr("Replay"));
    m_helpMenu->setTitle(tr("Help"));
    m_trackDock->setWindowTitle(tr("Tracks"));
    m_sceneDock->setWindowTitle(tr("3D view"));
    m_noticeDock->setWindowTitle(tr("Notices"));
    m_feedDock->setWindowTitle(tr("Feeds"));
    m_cursor->setToolTip(tr("Place under the pointer, WGS84"));
    m_actions.retranslate();
    showTileServer(m_map->tileServerState(), m_tileDetail);
    if (!m_shown) return;
    showCounts(*m_shown);
    showLatency();
    m_feedModel.retranslate();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_viewMenu) word();
    if (event->type() == QEvent::WindowStateChange)
        m_actions.action(QLatin1StringView("view.full_screen")).setChecked(isFullScreen());
}

// Docks are sized in shares of the window, and a window has its size only when it is shown.
void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (m_laidOut) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_laidOut) return;
            m_laidOut = true;
            if (!m_layoutRestored) defaultLayout();
            if (m_shown) fitOnce(*m_shown);
        },
        Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepState();
    QMainWindow::closeEvent(event);
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    if (!m_shown || m_shown->mode == TimeMode::Live) return;
    const ColorRole role = m_shown->mode == TimeMode::Paused ? ColorRole::PausedFrame : ColorRole::ReplayFrame;
    const QMargins frame = contentsMargins();
    QPainter painter(this);
    const QColor color = m_theme->color(role);
    painter.fillRect(0, 0, width(), frame.top(), color);
    painter.fillRect(0, height() - frame.bottom(), width(), frame.bottom(), color);
    painter.fillRect(0, 0, frame.left(), height(), color);
    painter.fillRect(width() - frame.right(), 0, frame.right(), height(), color);
}

void MainWindow::restoreState() {
    setGeometry(screen()->availableGeometry());
    setWindowState(Qt::WindowMaximized);
    const auto loaded = loadWindowState(m_given.statePath);
    if (!loaded) {
        statusBar()->showMessage(QString::fromStdString(loaded.error().message), 10'000);
        return;
    }
    if (!loaded->theme.isEmpty()) setTheme(loaded->theme);
    if (!loaded->language.isEmpty()) setLanguage(loaded->language);
    if (loaded->textScale) setTextScale(*loaded->textScale);
    if (!loaded->geometry.isEmpty()) restoreGeometry(loaded->geometry);
    m_layoutRestored = !loaded->layout.isEmpty() && QMainWindow::restoreState(loaded->layout, layoutVersion);
    if (!m_layoutRestored) defaultLayout();
    checkPanels();
    if (!loaded->trackHeader.isEmpty()) m_tracks->restoreHeaderState(loaded->trackHeader);
    if (loaded->mapCentre && loaded->mapZoom) {
        m_map->centerOn(*loaded->mapCentre, std::clamp(*loaded->mapZoom, map::MapView::minZoom, map::MapView::maxZoom));
        m_fitted = true;
    }
}

void MainWindow::keepState() const {
    if (m_given.statePath.isEmpty()) return;
    const WindowState state{
        .geometry = saveGeometry(),
        .layout = saveState(layoutVersion),
        .trackHeader = m_tracks->headerState(),
        .theme = m_theme->id(),
        .language = m_language.id(),
        .textScale = m_textScale,
        .mapCentre = m_map->center(),
        .mapZoom = m_map->zoom(),
    };
    if (const auto saved = saveWindowState(m_given.statePath, state); !saved)
        qWarning("%s: %s", saved.error().where.c_str(), saved.error().message.c_str());
}

} // namespace haneul::window
