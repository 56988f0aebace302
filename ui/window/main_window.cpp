#include "ui/window/main_window.h"

#include "ui/map/map_view.h"
#include "ui/models/words.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/about_dialog.h"
#include "ui/window/desk.h"
#include "ui/window/map_control.h"
#include "ui/window/replay_bar.h"
#include "ui/window/scene_area.h"
#include "ui/window/track_panel.h"
#include "ui/window/window_state.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace haneul::window {

MainWindow::MainWindow(Desk& desk)
    : DeskWindow(desk, WindowKind::Main) {
    setObjectName(QStringLiteral("mainWindow"));
    buildViews();
    buildReplay();
    buildDocks();
    buildStatusBar();
    connectActions();
    finishActions();
    defaultLayout();
    restoreLast();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildViews() {
    m_map = desk().makeMap(this);
    m_map->setObjectName(QStringLiteral("map"));
    m_scene = desk().makeScene(this);
    m_scene->setObjectName(QStringLiteral("scene3d"));
    setCentralWidget(m_map);
    m_control = new MapControl(desk(), *m_map, this);
    connect(m_control, &MapControl::tileFactChanged, this, [this] { setOwnFact(m_control->tileFact()); });
    connect(m_control, &MapControl::fitted, this,
            [this](const std::vector<traffic::TrackPtr>& tracks) { fitScene(*m_scene, tracks); });
}

void MainWindow::buildReplay() {
    m_replayTools = fixedBar("replayTools");
    m_replay = new ReplayBar(desk().given().replay, actionRegistry(), m_replayTools);
    m_replayTools->addWidget(m_replay);
    addToolBar(Qt::BottomToolBarArea, m_replayTools);
    m_replayTools->hide();
}

void MainWindow::buildDocks() {
    for (const PanelInfo& info : panelInfos()) {
        Dock made{.info = &info, .panel = info.make(*this), .dock = new QDockWidget(this)};
        QDockWidget* dock = made.dock;
        dock->setObjectName(QLatin1StringView(info.id) + QStringLiteral("Dock"));
        dock->setWidget(&made.panel->widget());
        if (!info.titleBar) {
            dock->setFeatures(QDockWidget::DockWidgetClosable);
            auto* noTitle = new QWidget(dock);
            (new QHBoxLayout(noTitle))->setContentsMargins(0, 0, 0, 0);
            dock->setTitleBarWidget(noTitle);
        }
        QAction& action = handled(info.action);
        connect(&action, &QAction::triggered, dock, [dock](bool wanted) {
            dock->setVisible(wanted);
            if (wanted) dock->raise();
        });
        connect(dock->toggleViewAction(), &QAction::toggled, &action, &QAction::setChecked);
        m_docks.push_back(std::move(made));
    }
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setDockNestingEnabled(true);
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
    connect(&desk(), &Desk::workMeasured, this, &MainWindow::showWork);
}

void MainWindow::connectActions() {
    on("view.reset_layout", [this] { defaultLayout(); });
    on("view.quit", [this] { close(); });
    on("view.filter_tracks", [this] {
        showPanel(QLatin1StringView("track"));
        static_cast<TrackPanel&>(panel(QLatin1StringView("track"))->widget()).focusFilter();
    });
    on("map.centre_selection", [this] { centreOn(desk().selection().selected()); });
    on("map.fit_all", [this] { m_control->fitAll(); });
    on("map.zoom_in", [this] { m_control->zoomBy(1); });
    on("map.zoom_out", [this] { m_control->zoomBy(-1); });
    on("map.labels", [this] { m_control->nextLabelDetail(); });
    on("map.clear_selection", [this] { desk().selection().clear(); });
    on("help.about", [this] {
        if (!m_about) m_about = new AboutDialog(desk().given().mapCredits, this);
        m_about->open();
    });
    handled("window.linked").setVisible(false); // the others follow this one
}

Panel* MainWindow::panel(QLatin1StringView id) const {
    for (const Dock& each : m_docks)
        if (id == QLatin1StringView(each.info->id)) return each.panel.get();
    return nullptr;
}

void MainWindow::showPanel(QLatin1StringView id) {
    for (const Dock& each : m_docks)
        if (id == QLatin1StringView(each.info->id)) {
            each.dock->show();
            each.dock->raise();
        }
}

void MainWindow::checkPanels() {
    for (const Dock& each : m_docks)
        actionRegistry().action(QLatin1StringView(each.info->action)).setChecked(!each.dock->isHidden());
}

// Docks of one area stand one below the other; those that start hidden wait as tabs of the last shown one.
void MainWindow::defaultLayout() {
    const auto docksIn = [this](Qt::DockWidgetArea area) {
        QList<QDockWidget*> docks;
        for (const Dock& each : m_docks)
            if (each.info->area == area && each.info->shown) docks << each.dock;
        return docks;
    };
    for (const Dock& each : m_docks) {
        each.dock->setFloating(false);
        removeDockWidget(each.dock);
    }
    for (const Dock& each : m_docks) {
        addDockWidget(each.info->area, each.dock);
        if (each.info->shown) continue;
        if (const auto shown = docksIn(each.info->area); !shown.isEmpty()) tabifyDockWidget(shown.back(), each.dock);
    }
    for (const Dock& each : m_docks)
        each.dock->setVisible(each.info->shown);
    for (const Dock& each : m_docks)
        if (each.info->shown) each.dock->raise();

    for (const auto area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea})
        if (const auto docks = docksIn(area); !docks.isEmpty()) {
            resizeDocks(docks, QList<int>(docks.size(), width() / 3), Qt::Horizontal);
            QList<int> heights(docks.size(), height() * 2 / 5);
            heights.front() = height() * 3 / 5;
            resizeDocks(docks, heights, Qt::Vertical);
        }
    if (const auto docks = docksIn(Qt::BottomDockWidgetArea); !docks.isEmpty())
        resizeDocks(docks, QList<int>(docks.size(), height() * 3 / 10), Qt::Vertical);
    checkPanels();
}

void MainWindow::setTheme(const theme::Theme& theme) {
    DeskWindow::setTheme(theme);
    m_map->setTheme(theme);
    for (const Dock& each : m_docks)
        each.panel->setTheme(theme);
}

void MainWindow::setPicture(const Picture& picture) {
    DeskWindow::setPicture(picture);
    if (!picture.changed && !picture.live()) return;
    m_control->setSituation(picture.situation);
    for (const Dock& each : m_docks)
        each.panel->setPicture(picture);
    m_replay->show(*picture.situation);
    m_replayTools->setVisible(!picture.live());
    showCounts(*picture.situation);
}

void MainWindow::showCounts(const situation::Situation& situation) {
    const models::TrackCounts counts = models::countTracks(situation);
    m_counts->setText(tr("Tracks: %1 live, %2 stale, %3 lost").arg(counts.live).arg(counts.stale).arg(counts.lost));
}

void MainWindow::showWork(milliseconds delay, double work_ms) {
    m_delay = delay;
    m_work_ms = work_ms;
    m_latency->setText(tr("Delay %1 ms, drawing %2 ms").arg(delay.count()).arg(work_ms, 0, 'f', 1));
    m_latency->setToolTip(tr("Worst of the last second: from publication to this window, and the work of one tick"));
}

void MainWindow::centreOn(const traffic::TrackId& id) {
    if (!m_control->centreOn(id))
        statusBar()->showMessage(tr("The position of %1 is not known").arg(QString::fromStdString(id)), 5000);
}

void MainWindow::word() {
    DeskWindow::word();
    setWindowTitle(tr("Haneul: UAS Traffic Management"));
    for (const Dock& each : m_docks)
        each.dock->setWindowTitle(panelTitle(*each.info));
    m_cursor->setToolTip(tr("Place under the pointer, WGS84"));
    setOwnFact(m_control->tileFact());
    if (desk().picture().situation) showCounts(*desk().picture().situation);
    showWork(m_delay, m_work_ms);
}

// Docks are sized in shares of the window, and a window has its size only when it is shown.
void MainWindow::showEvent(QShowEvent* event) {
    DeskWindow::showEvent(event);
    if (m_laidOut) return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_laidOut) return;
            m_laidOut = true;
            if (!m_layoutRestored) defaultLayout();
            if (desk().picture().situation) setPicture(desk().picture());
        },
        Qt::QueuedConnection);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepLast();
    DeskWindow::closeEvent(event);
}

void MainWindow::restoreLast() {
    setGeometry(screen()->availableGeometry());
    setWindowState(Qt::WindowMaximized);
    const auto loaded = loadWindowState(desk().given().statePath);
    if (!loaded) {
        statusBar()->showMessage(QString::fromStdString(loaded.error().message), 10'000);
        return;
    }
    if (!loaded->theme.isEmpty()) desk().setTheme(loaded->theme);
    if (!loaded->language.isEmpty()) desk().setLanguage(loaded->language);
    if (loaded->textScale) desk().setTextScale(*loaded->textScale);
    if (!loaded->geometry.isEmpty()) restoreGeometry(loaded->geometry);
    m_layoutRestored = !loaded->layout.isEmpty() && QMainWindow::restoreState(loaded->layout, layoutVersion);
    if (!m_layoutRestored) defaultLayout();
    checkPanels();
    auto& tracks = static_cast<TrackPanel&>(panel(QLatin1StringView("track"))->widget());
    if (!loaded->trackHeader.isEmpty()) tracks.restoreHeaderState(loaded->trackHeader);
    if (loaded->mapCentre && loaded->mapZoom) {
        m_map->centerOn(*loaded->mapCentre, std::clamp(*loaded->mapZoom, map::MapView::minZoom, map::MapView::maxZoom));
        m_control->setPlaced();
    }
}

void MainWindow::keepLast() const {
    if (desk().given().statePath.isEmpty()) return;
    const auto& tracks = static_cast<TrackPanel&>(panel(QLatin1StringView("track"))->widget());
    const WindowState state{
        .geometry = saveGeometry(),
        .layout = saveState(layoutVersion),
        .trackHeader = tracks.headerState(),
        .theme = desk().theme().id(),
        .language = desk().language(),
        .textScale = desk().textScale(),
        .mapCentre = m_map->center(),
        .mapZoom = m_map->zoom(),
    };
    if (const auto saved = saveWindowState(desk().given().statePath, state); !saved)
        qWarning("%s: %s", saved.error().where.c_str(), saved.error().message.c_str());
}

} // namespace haneul::window
