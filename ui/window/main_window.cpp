#include "ui/window/main_window.h"

#include "ui/access/desk_access.h"
#include "ui/diagram/diagram_panel.h"
#include "ui/map/map_view.h"
#include "ui/models/words.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/about_dialog.h"
#include "ui/window/city_control.h"
#include "ui/window/delivery_control.h"
#include "ui/window/desk.h"
#include "ui/window/diagram_control.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/fleet_control.h"
#include "ui/window/ground_risk_control.h"
#include "ui/window/map_control.h"
#include "ui/window/message_bar.h"
#include "ui/window/path_control.h"
#include "ui/window/plan_control.h"
#include "ui/window/replay_bar.h"
#include "ui/window/scene_area.h"
#include "ui/window/scene_control.h"
#include "ui/window/study_control.h"
#include "ui/window/track_panel.h"
#include "ui/window/workspace_dialog.h"

#include <QAction>
#include <QCloseEvent>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QLayout>
#include <QScreen>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>
#include <string_view>
#include <utility>

namespace haneul::window {

namespace {

constexpr QLatin1StringView mapKey("map");
constexpr QLatin1StringView sceneKey("scene");
constexpr QLatin1StringView panelsKey("panels");
constexpr QLatin1StringView diagramPanel("diagram");

} // namespace

MainWindow::MainWindow(Desk& desk)
    : DeskWindow(desk, WindowKind::Main) {
    setObjectName(QStringLiteral("mainWindow"));
    buildViews();
    buildReplay();
    buildMessages();
    buildDocks();
    buildStatusBar();
    connectActions();
    finishActions();
    arrange(factoryLayouts().front());
}

// The drafts of its panels go with their widgets, after this.
MainWindow::~MainWindow() {
    desk().drafts().group().disconnect(this);
}

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

void MainWindow::buildMessages() {
    m_messageTools = fixedBar("messageTools");
    m_messages = new MessageBar(desk().theme(), m_messageTools);
    m_messageTools->addWidget(m_messages);
    addToolBarBreak(Qt::TopToolBarArea);
    addToolBar(Qt::TopToolBarArea, m_messageTools);
    m_messageTools->hide();
    connect(m_messages, &MessageBar::putAway, m_messageTools, &QToolBar::hide);
}

void MainWindow::say(Sign sign, std::function<QString()> text) {
    m_messages->say(sign, std::move(text));
    m_messageTools->show();
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
    on("view.reset_layout", [this] { desk().openFactory(desk().workspace().toUtf8().constData()); });
    for (const FactoryLayout& factory : factoryLayouts())
        on(factory.action, [this, &factory] { desk().openFactory(factory.id); });
    on("workspace.manage", [this] { openDialog(m_workspaces, [this] { return new WorkspaceDialog(desk(), this); }); });
    on("workspace.save", [this] {
        // A factory layout cannot be changed: a name is asked for.
        if (desk().workspaces().find(desk().workspace()))
            statusBar()->showMessage(tr("Workspace saved: %1").arg(desk().saveWorkspace(desk().workspace()).value()),
                                     5000);
        else
            actionRegistry().action(QLatin1StringView("workspace.manage")).trigger();
    });
    on("edit.undo", [this] { desk().drafts().group().undo(); });
    on("edit.redo", [this] { desk().drafts().group().redo(); });
    QUndoGroup& steps = desk().drafts().group();
    connect(&steps, &QUndoGroup::indexChanged, this, &MainWindow::showSteps);
    connect(&steps, &QUndoGroup::activeStackChanged, this, &MainWindow::showSteps);
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
    on("map.vectors", [this] { m_control->nextVectors(); });
    on("map.trails", [this] { m_control->nextTrails(); });
    on("map.unpin_labels", [this] { m_map->unpinLabels(); });
    QAction& networks = handled("map.networks"); // on the map and in the 3D view beside it
    connect(&networks, &QAction::toggled, m_scene, &scene3d::Scene3DView::setNetworksShown);
    m_control->switchNetworks(networks);
    QAction& zones = handled("map.zones");
    connect(&zones, &QAction::toggled, m_scene, &scene3d::Scene3DView::setZonesShown);
    m_control->switchZones(zones);
    QAction& groundRisk = handled("map.ground_risk");
    groundRisk.setChecked(m_map->heatShown());
    connect(&groundRisk, &QAction::toggled, m_map, &map::MapView::setHeatShown);
    connectGroundRisk(*this, [this](const char* id) -> QAction& { return handled(id); });
    QAction& plans = handled("map.plans");
    connect(&plans, &QAction::toggled, m_scene, &scene3d::Scene3DView::setPlansShown);
    m_control->switchPlans(plans);
    connectPaths(*this, [this](const char* id) -> QAction& { return handled(id); });
    on("map.measure", [this] { m_map->toggleMeasuring(); });
    on("map.clear_selection", [this] { desk().selection().clear(); });
    on("help.about", [this] { openDialog(m_about, [this] { return new AboutDialog(desk().given().about, this); }); });
    connectDeliveries(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectCity(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectFleet(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectCollisionRisk(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectNotices(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectPlans(*this, [this](const char* id) -> QAction& { return handled(id); });
    connectScene(*m_scene, [this](const char* id) -> QAction& { return handled(id); });
    connectDiagram(
        static_cast<diagram::DiagramPanel&>(panel(diagramPanel)->widget()),
        [this](const char* id) -> QAction& { return handled(id); }, [this] { showPanel(diagramPanel); });
    handled("window.linked").setVisible(false); // the others follow this one
    connectAccess();
}

void MainWindow::connectAccess() {
    for (const char* id : {"session.lock", "session.switch_user", "session.log_out", "session.change_password",
                           "session.administration"})
        handled(id).setVisible(desk().given().access.has_value());
    on("session.lock", [this] { desk().access()->lock(); });
    on("session.switch_user", [this] { desk().access()->switchUser(); });
    on("session.log_out", [this] { desk().access()->logOut(); });
    on("session.change_password", [this] { desk().access()->changePassword(); });
    on("session.administration", [this] { desk().access()->administrate(); });
}

void MainWindow::openDialog(QDialog*& dialog, const std::function<QDialog*()>& make) {
    if (!dialog) dialog = make();
    dialog->open();
}

// What the next undo and redo would do.
void MainWindow::showSteps() {
    const QUndoGroup& steps = desk().drafts().group();
    const auto show = [this](const char* id, const QString& plain, bool can, const QString& step) {
        QAction& action = actionRegistry().action(QLatin1StringView(id));
        action.setEnabled(can);
        action.setIconText(plain); // on buttons
        action.setText(can ? tr("%1: %2", "undo or redo: step").arg(plain, drafts::stepText(step)) : plain);
    };
    show("edit.undo", tr("Undo"), steps.canUndo(), steps.undoText());
    show("edit.redo", tr("Redo"), steps.canRedo(), steps.redoText());
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

std::vector<MainWindow::Placed> MainWindow::placesOf(const FactoryLayout& factory) const {
    std::vector<Placed> all;
    for (const PanelPlace& place : factory.places) {
        const auto found = std::ranges::find(m_docks, std::string_view(place.panel),
                                             [](const Dock& each) { return std::string_view(each.info->id); });
        if (found != m_docks.end()) all.push_back({found->dock, place});
    }
    for (const Dock& each : m_docks)
        if (!std::ranges::contains(factory.places, std::string_view(each.info->id),
                                   [](const PanelPlace& place) { return std::string_view(place.panel); }))
            all.push_back({each.dock, {each.info->id, each.info->shown, each.info->area, 0, PanelStand::AsTheLayout}});
    return all;
}

std::vector<MainWindow::Placed> MainWindow::shownIn(const std::vector<Placed>& all, Qt::DockWidgetArea area) {
    std::vector<Placed> shown;
    for (const Placed& each : all)
        if (each.place.area == area && each.place.shown) shown.push_back(each);
    return shown;
}

void MainWindow::arrange(const FactoryLayout& factory) {
    m_waitingDocks.clear();
    const std::vector<Placed> all = placesOf(factory);
    for (const Placed& each : all) {
        each.dock->setFloating(false);
        removeDockWidget(each.dock);
    }
    // Shown first; those that start hidden wait as tabs behind the last shown one of their area.
    for (const bool shown : {true, false})
        for (const Placed& each : all) {
            if (each.place.shown != shown) continue;
            const auto before = shownIn(all, each.place.area);
            const bool first = before.empty() || before.front().dock == each.dock;
            addDockWidget(each.place.area, each.dock);
            if (!first && (!shown || !factory.sideBySide || each.place.stand == PanelStand::AsTab))
                tabifyDockWidget(shown ? before.front().dock : before.back().dock, each.dock);
        }
    for (const Placed& each : all)
        each.dock->setVisible(each.place.shown);
    for (const Placed& each : all)
        if (each.place.shown) shownIn(all, each.place.area).front().dock->raise();
    checkPanels();
    if (m_laidOut)
        sizeDocks(factory);
    else
        m_waitingFactory = &factory;
}

void MainWindow::sizeDocks(const FactoryLayout& factory) {
    QMainWindow::layout()->activate();
    const std::vector<Placed> all = placesOf(factory);
    for (const auto area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        const auto placed = shownIn(all, area);
        if (placed.empty()) continue;
        const bool side = area != Qt::BottomDockWidgetArea;
        QList<QDockWidget*> docks;
        QList<int> across, along;
        for (const Placed& each : placed) {
            if (each.place.stand == PanelStand::AsTab) continue;
            docks << each.dock;
            across << (side ? width() : height()) * each.place.share_pct / 100;
            along << height() * (docks.size() == 1 ? 3 : 2) / 5; // the first is the larger one
        }
        resizeDocks(docks, across, side ? Qt::Horizontal : Qt::Vertical);
        if (side && factory.sideBySide) resizeDocks(docks, along, Qt::Vertical);
    }
}

QByteArray MainWindow::docks() const {
    return m_waitingDocks.isEmpty() ? saveState(layoutVersion) : m_waitingDocks;
}

// Sizes of docks are those of a window of that size: a window that is not shown yet, or is about to become maximised,
// gets them once more when it has its size.
void MainWindow::restoreDocks(const QByteArray& docks) {
    m_waitingFactory = nullptr;
    if (docks.isEmpty() || !takeDocks(docks)) {
        arrange(factoryLayouts().front());
        return;
    }
    if (!m_laidOut) m_waitingDocks = docks;
    checkPanels();
}

// What is kept speaks of tool bars too, but these show what is so now.
bool MainWindow::takeDocks(const QByteArray& docks) {
    const bool taken = restoreState(docks, layoutVersion);
    m_messageTools->setVisible(m_messages->hasMessages());
    const Picture& picture = desk().picture();
    m_replayTools->setVisible(picture.situation && !picture.live());
    topBar().show();
    return taken;
}

QJsonObject MainWindow::viewState() const {
    QJsonObject panels;
    for (const Dock& each : m_docks)
        if (const QJsonObject state = each.panel->state(); !state.isEmpty())
            panels.insert(QLatin1StringView(each.info->id), state);
    return {{mapKey, m_control->state()}, {sceneKey, m_scene->saveCamera()}, {panelsKey, panels}};
}

void MainWindow::restoreView(const QJsonObject& state) {
    m_control->restore(state.value(mapKey).toObject());
    (void)m_scene->restoreCamera(state.value(sceneKey).toObject()); // none kept: as the first traffic says
    const QJsonObject panels = state.value(panelsKey).toObject();
    for (const Dock& each : m_docks)
        if (const QJsonValue kept = panels.value(QLatin1StringView(each.info->id)); kept.isObject())
            each.panel->restore(kept.toObject());
}

void MainWindow::setTheme(const theme::Theme& theme) {
    DeskWindow::setTheme(theme);
    m_map->setTheme(theme);
    m_messages->setTheme(theme);
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
    const latency::Histogram& inputs = desk().latency().histogram();
    QString text = tr("Delay %1 ms, drawing %2 ms").arg(delay.count()).arg(work_ms, 0, 'f', 1);
    if (inputs.count() > 0) text += QStringLiteral(", ") + tr("input %1 ms").arg(inputs.quantile_ms(0.99));
    m_latency->setText(text);
    m_latency->setToolTip(tr("Worst of the last second: from publication to this window, and the work of one tick. "
                             "Input: from a key or click to its painted answer, 99 of 100 within this time"));
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
    showSteps();
    if (desk().picture().situation) showCounts(*desk().picture().situation);
    showWork(m_delay, m_work_ms);
}

// Docks are sized in shares of the window, and a window has its size only when it is shown.
void MainWindow::showEvent(QShowEvent* event) {
    DeskWindow::showEvent(event);
    if (!m_laidOut) QMetaObject::invokeMethod(this, &MainWindow::layOut, Qt::QueuedConnection);
}

void MainWindow::layOut() {
    if (m_laidOut) return;
    m_laidOut = true;
    if (const FactoryLayout* factory = std::exchange(m_waitingFactory, nullptr)) sizeDocks(*factory);
    if (const QByteArray docks = std::exchange(m_waitingDocks, {}); !docks.isEmpty()) {
        (void)takeDocks(docks);
        checkPanels();
    }
    if (desk().picture().situation) setPicture(desk().picture());
    if (desk().access()) desk().access()->setPlace(m_map);
}

// The desk ends with its main window.
void MainWindow::closeEvent(QCloseEvent* event) {
    desk().prepareToEnd();
    DeskWindow::closeEvent(event);
    if (!event->isAccepted()) return;
    const std::vector<DeskWindow*> windows = desk().windows();
    for (DeskWindow* window : windows)
        if (window != this) window->close();
}

} // namespace haneul::window
