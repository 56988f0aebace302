#include "ui/window/desk.h"

#include "ui/access/desk_access.h"
#include "ui/logbook/log_panel.h"
#include "ui/map/map_view.h"
#include "ui/orders/orders_panel.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/diagram_window.h"
#include "ui/window/factory_layouts.h"
#include "ui/window/main_window.h"
#include "ui/window/map_window.h"
#include "ui/window/scene_window.h"
#include "ui/window/session_keeper.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QScreen>

#include <algorithm>
#include <utility>

namespace haneul::window {

using situation::SituationPtr;

namespace {

std::int64_t secondOf(UtcMs time) {
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

} // namespace

Desk::Desk(DeskDependencies dependencies, QObject* parent)
    : QObject(parent)
    , m_given(std::move(dependencies))
    , m_theme(&theme::themeById(m_given.theme))
    , m_textScale(m_given.textScale)
    , m_deliveries(std::make_unique<delivery::DeliveryDesk>(m_given.deliveries, m_given.whoAsks))
    , m_fleet(std::make_unique<fleet::FleetDesk>(m_given.fleet, m_given.whoAsks))
    , m_studies(std::make_unique<study_store::StudyDesk>(m_given.studies, m_given.whoAsks))
    , m_airspace(std::make_unique<airspace::AirspaceDesk>(m_given.airspace, m_given.whoAsks))
    , m_city(std::make_unique<city::CityDesk>(m_given.city, m_given.whoAsks))
    , m_plans(std::make_unique<plans::PlanDesk>(m_given.plans, m_given.whoAsks, m_given.planRules))
    , m_planOverlay(std::make_unique<plans::PlanOverlay>(*m_plans))
    , m_groundRisk(std::make_unique<risk_ground::GroundDesk>(m_given.groundRisk, m_given.whoAsks))
    , m_paths(std::make_unique<risk_path::PathDesk>(m_given.paths, m_given.whoAsks))
    , m_layers(m_given.mapCatalog)
    , m_workspaces(pathOf(QLatin1StringView("workspaces")), m_writer) {
    if (!m_given.programLog) m_programLog = std::make_unique<logbook::ProgramLog>(m_given.clock);
    loadLast();
    m_language.set(m_given.language);
    m_layers.setEnglishNames(m_given.language == QLatin1StringView("en"));
    theme::apply(*qApp, *m_theme, m_textScale);
    addFactSource(
        [this](std::vector<models::Fact>& facts, UtcMs) { orders::addDeliveryFacts(facts, *m_deliveries->state()); });
    connect(&m_missionSelection, &models::MissionSelection::changed, this, &Desk::chooseDroneOf);
    connect(&m_selection, &models::Selection::selectedChanged, this, &Desk::chooseMissionOf);
    m_networks = std::make_unique<network::NetworkEditor>(*m_deliveries, m_drafts);
    m_networkTool = std::make_unique<network::NetworkTool>(*m_networks);
    m_networkOverlay = std::make_unique<network::NetworkOverlay>(*m_networks, *m_networkTool, m_missionSelection);
    m_airspace->setTime(m_given.clock.now());
    m_zones = std::make_unique<airspace::ZoneEditor>(*m_airspace, m_drafts);
    m_zoneTool = std::make_unique<airspace::ZoneTool>(*m_zones);
    m_zoneOverlay = std::make_unique<airspace::ZoneOverlay>(*m_airspace, *m_zones, *m_zoneTool, m_zoneSelection);
    m_zoneOverlay->setLanguage(m_language.id());
    m_main = std::make_unique<MainWindow>(*this);
    guard();
    m_keeper = std::make_unique<SessionKeeper>(pathOf(QLatin1StringView("session.json")), m_writer,
                                               m_beginning == Beginning::Recovered || m_beginning == Beginning::Safe,
                                               [this] { return session(); });
    begin();
    qApp->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &Desk::refresh);
    refresh();
    m_timer.start(tick);
    m_keeper->start();
}

Desk::~Desk() {
    m_timer.stop();
    qApp->removeEventFilter(this);
    m_keeper->end();
    closeFurther();
    m_windows.clear();
}

QString Desk::pathOf(QLatin1StringView name) const {
    return m_given.dataFolder.isEmpty() ? QString() : m_given.dataFolder + u'/' + name;
}

void Desk::loadLast() {
    const QString path = pathOf(QLatin1StringView("session.json"));
    auto loaded = loadSession(path);
    if (!loaded) {
        m_sessionTrouble = QString::fromStdString(loaded.error().message);
        (void)keepAside(path);
        return;
    }
    m_last = std::move(*loaded);
    m_beginning = beginningAfter(m_last);
    if (!m_last) return;
    if (!m_last->theme.isEmpty()) m_theme = &theme::themeById(m_last->theme);
    if (!m_last->language.isEmpty()) m_given.language = m_last->language;
    if (m_last->textScale) m_textScale = std::clamp(*m_last->textScale, minTextScale, maxTextScale);
    // What was open may be what crashes: it is kept beside, for whoever looks into it.
    if (m_beginning == Beginning::Safe) (void)keepAside(path);
}

// Windows, selection and drafts as they were left, and a sentence about everything that is not as it was left.
void Desk::begin() {
    const auto say = [this](std::function<QString()> text) {
        m_main->say({Shape::Diamond, theme::ColorRole::Caution}, std::move(text));
    };
    if (m_sessionTrouble)
        say([why = *m_sessionTrouble] {
            return tr("The last session could not be used and was put aside: %1. Windows are as built in.").arg(why);
        });
    for (const Workspaces::Trouble& trouble : m_workspaces.troubles())
        say([trouble] {
            return tr("The workspace file %1 cannot be used and was put aside: %2").arg(trouble.file, trouble.why);
        });
    connect(&m_workspaces, &Workspaces::writeFailed, this, [say](const QString& name, const QString& why) {
        say([name, why] { return tr("The workspace %1 could not be saved: %2").arg(name, why); });
    });
    m_workspace = QLatin1StringView(factoryLayouts().front().id);
    if (!m_last || !m_last->layout || m_beginning == Beginning::Safe) {
        m_main->setGeometry(m_main->screen()->availableGeometry());
        m_main->setWindowState(Qt::WindowMaximized);
    }
    if (!m_last) return;
    const Session last = std::move(*m_last);
    m_last.reset();
    m_drafts.restore(last.drafts);
    if (m_beginning == Beginning::Safe) {
        say([] {
            return tr("Safe mode: the program ended unexpectedly twice, the second time within 30 s of its start. "
                      "Windows are as built in and 3D is off; drafts are kept. The next start is a normal one.");
        });
        return;
    }
    if (!last.workspace.isEmpty()) m_workspace = last.workspace;
    m_selection.select(last.selection.toStdString());
    if (last.layout) apply(*last.layout);
    if (m_beginning == Beginning::Recovered)
        say([] { return tr("The program ended unexpectedly. Windows, selection and drafts are as they were then."); });
}

Session Desk::session() const {
    return {.theme = m_theme->id(),
            .language = m_language.id(),
            .textScale = m_textScale,
            .workspace = m_workspace,
            .selection = QString::fromStdString(m_selection.selected()),
            .layout = layout(),
            .drafts = m_drafts.state()};
}

// Who is at the desk, over all windows; what the log panel may show depends on it.
void Desk::guard() {
    if (!m_given.access) return;
    m_access = std::make_unique<access::DeskAccess>(*m_given.access, m_given.clock, *m_theme, *m_main);
    m_main->obey(*m_access);
    connect(this, &Desk::themeChanged, m_access.get(), &access::DeskAccess::setTheme);
    connect(&m_access->session(), &access::DeskSession::personChanged, m_networks.get(),
            &network::NetworkEditor::personChanged);
    connect(&m_access->session(), &access::DeskSession::personChanged, m_zones.get(),
            &airspace::ZoneEditor::personChanged);
    connect(&m_access->session(), &access::DeskSession::personChanged, m_plans.get(), &plans::PlanDesk::personChanged);
    connect(&m_access->session(), &access::DeskSession::personChanged, this,
            [this] { static_cast<logbook::LogPanel&>(m_main->panel(QLatin1StringView("log"))->widget()).readAgain(); });
}

void Desk::keepSession() {
    m_keeper->keepNow();
}

void Desk::prepareToEnd() {
    m_keeper->prepareEnd();
}

// Quitting closes the windows in any order, the further ones for good.
bool Desk::eventFilter(QObject* watched, QEvent* event) {
    if (watched == qApp && event->type() == QEvent::Quit) prepareToEnd();
    return QObject::eventFilter(watched, event);
}

Layout Desk::layout() const {
    Layout layout;
    for (const DeskWindow* window : m_windows)
        if (layout.windows.size() < maxWindows) layout.windows.push_back(window->windowLayout());
    return layout;
}

void Desk::apply(const Layout& layout) {
    closeFurther();
    for (const WindowLayout& window : layout.windows) {
        switch (window.kind) {
        case WindowKind::Main:
            m_main->apply(window);
            break;
        case WindowKind::Map:
            openMapWindow().apply(window);
            break;
        case WindowKind::Scene:
            openSceneWindow().apply(window);
            break;
        case WindowKind::Diagram:
            openDiagramWindow().apply(window);
            break;
        }
    }
}

void Desk::closeFurther() {
    const std::vector<DeskWindow*> windows = m_windows;
    for (DeskWindow* window : windows)
        if (window != m_main.get()) delete window;
}

void Desk::openFactory(const char* id) {
    closeFurther();
    const FactoryLayout& factory = factoryLayout(id);
    m_main->arrange(factory);
    m_workspace = QLatin1StringView(factory.id);
}

void Desk::openWorkspace(const QString& name) {
    const Layout* layout = m_workspaces.find(name);
    if (!layout) return;
    m_workspace = name;
    apply(Layout(*layout));
}

Result<QString> Desk::saveWorkspace(const QString& name) {
    auto saved = m_workspaces.save(name, layout());
    if (saved) m_workspace = *saved;
    return saved;
}

void Desk::enter(DeskWindow& window) {
    m_windows.push_back(&window);
    Q_EMIT windowsChanged();
}

void Desk::leave(DeskWindow& window) {
    if (std::erase(m_windows, &window) > 0) Q_EMIT windowsChanged();
}

// Beside the main window, each a little lower than the one before.
void Desk::present(DeskWindow& window) {
    window.setAttribute(Qt::WA_DeleteOnClose);
    if (m_access) window.obey(*m_access);
    const int step = window.fontMetrics().height() * 2 * static_cast<int>(m_windows.size() - 1);
    const QRect area = m_main->geometry();
    window.setGeometry(QRect(area.topLeft() + QPoint(step, step), area.size() / 2));
    if (m_main->isVisible()) window.show(); // else with the main window, see show()
}

MapWindow& Desk::openMapWindow() {
    auto* window = new MapWindow(*this);
    present(*window);
    return *window;
}

SceneWindow& Desk::openSceneWindow() {
    auto* window = new SceneWindow(*this);
    // It has no map of its own: the networks are shown as on that of the main window.
    const QAction& networks = m_main->actionRegistry().action(QLatin1StringView("map.networks"));
    window->scene().setNetworksShown(networks.isChecked());
    connect(&networks, &QAction::toggled, &window->scene(), &scene3d::Scene3DView::setNetworksShown);
    const QAction& zones = m_main->actionRegistry().action(QLatin1StringView("map.zones"));
    window->scene().setZonesShown(zones.isChecked());
    connect(&zones, &QAction::toggled, &window->scene(), &scene3d::Scene3DView::setZonesShown);
    const QAction& plans = m_main->actionRegistry().action(QLatin1StringView("map.plans"));
    window->scene().setPlansShown(plans.isChecked());
    connect(&plans, &QAction::toggled, &window->scene(), &scene3d::Scene3DView::setPlansShown);
    present(*window);
    return *window;
}

DiagramWindow& Desk::openDiagramWindow() {
    auto* window = new DiagramWindow(*this);
    present(*window);
    return *window;
}

void Desk::show() {
    for (DeskWindow* window : m_windows)
        window->show();
}

void Desk::activateAfter(const DeskWindow& window) {
    const auto here = std::ranges::find(m_windows, &window);
    if (here == m_windows.end()) return;
    DeskWindow* next = std::next(here) == m_windows.end() ? m_windows.front() : *std::next(here);
    next->show();
    next->raise();
    next->activateWindow();
}

map::MapView* Desk::makeMap(QWidget* parent) {
    auto* map = new map::MapView(*m_theme, &m_selection, parent);
    showLayers(*map);
    connect(&m_layers, &layers::LayerModel::stackChanged, map, [this, map] { showLayers(*map); });
    connect(this, &Desk::languageChanged, map, [this, map] { showLayers(*map); });
    m_networkOverlay->attach(*map);
    m_zoneOverlay->attach(*map);
    m_planOverlay->attach(*map);
    return map;
}

void Desk::showLayers(map::MapView& map) const {
    map.setTileStack(m_layers.stackText());
    QStringList lines{m_layers.lacksText(), m_given.mapCatalog ? m_layers.creditsText() : m_given.mapCredits};
    lines.removeAll(QString());
    map.setAttribution(lines.join(u'\n'));
}

scene3d::Scene3DView* Desk::makeScene(QWidget* parent) {
    auto* scene = m_beginning != Beginning::Safe
                      ? new scene3d::Scene3DView(*m_theme, &m_selection, parent)
                      : new scene3d::Scene3DView(*m_theme, &m_selection, parent, scene3d::SceneStart::WithoutOpenGl,
                                                 tr("safe mode after two unexpected ends"));
    scene->setMapReader(m_given.mapReader);
    scene->setNetworks(m_networkOverlay->shapes());
    connect(m_networkOverlay.get(), &network::NetworkOverlay::shapesChanged, scene,
            [this, scene] { scene->setNetworks(m_networkOverlay->shapes()); });
    scene->setZones(m_zoneOverlay->still());
    connect(m_zoneOverlay.get(), &airspace::ZoneOverlay::shapesChanged, scene,
            [this, scene] { scene->setZones(m_zoneOverlay->still()); });
    const auto showCity = [this, scene] { scene->setCity(m_city->state()->city, m_city->state()->terrain); };
    showCity();
    connect(m_city.get(), &city::CityDesk::stateChanged, scene, showCity);
    scene->setPlans(m_planOverlay->solids());
    connect(m_planOverlay.get(), &plans::PlanOverlay::solidsChanged, scene,
            [this, scene] { scene->setPlans(m_planOverlay->solids()); });
    return scene;
}

void Desk::setTheme(const QString& id) {
    m_theme = &theme::themeById(id);
    theme::apply(*qApp, *m_theme, m_textScale);
    Q_EMIT themeChanged(*m_theme);
}

void Desk::setLanguage(const QString& id) {
    m_language.set(id); // every widget is told by LanguageChange
    m_feeds.retranslate();
    m_layers.setEnglishNames(m_language.id() == QLatin1StringView("en"));
    m_layers.retranslate();
    m_networkOverlay->retranslate();
    m_zoneOverlay->setLanguage(m_language.id());
    m_planOverlay->retranslate();
    Q_EMIT languageChanged(m_language.id());
}

void Desk::setTextScale(double scale) {
    m_textScale = std::clamp(scale, minTextScale, maxTextScale);
    theme::apply(*qApp, *m_theme, m_textScale);
    Q_EMIT textScaleChanged(m_textScale);
}

void Desk::refresh() {
    const SituationPtr situation = m_given.board.latest();
    const UtcMs now = m_given.clock.now();
    const bool newPicture = !m_picture.situation || situation->number != m_picture.situation->number;
    const bool newSecond = secondOf(now) != m_shownSecond;
    if (!newPicture && !newSecond) return;

    QElapsedTimer work;
    work.start();
    const bool live = situation->mode == situation::TimeMode::Live;
    if (newPicture && live && situation->number > 0) m_worstDelay = std::max(m_worstDelay, now - situation->time);
    m_picture = {.situation = situation,
                 .present = now,
                 .time = live ? now : situation->time,
                 .changed = newPicture,
                 .facts = factsOf(*situation, now)};
    m_feeds.setSituation(situation, m_picture.time);
    m_layers.setTime(now);
    m_airspace->setTime(m_picture.time);
    for (DeskWindow* window : m_windows)
        window->setPicture(m_picture);
    ++m_refreshes;
    m_worstWork_ms = std::max(m_worstWork_ms, static_cast<double>(work.nsecsElapsed()) / 1e6);
    if (newSecond) {
        Q_EMIT workMeasured(m_worstDelay, m_worstWork_ms);
        m_worstDelay = milliseconds{0};
        m_worstWork_ms = 0;
    }
    m_shownSecond = secondOf(now);
}

void Desk::chooseDroneOf(const QString& id) {
    const auto mission = m_deliveries->state()->mission(id.toStdString());
    if (mission && !mission->drone.empty()) m_selection.select("uas:" + mission->drone);
}

// The mission that the drone reports, or the next one that it is to fly.
void Desk::chooseMissionOf(const traffic::TrackId& track) {
    constexpr std::string_view uas = "uas:";
    if (!track.starts_with(uas)) return;
    const std::string_view drone = std::string_view(track).substr(uas.size());
    const auto& state = *m_deliveries->state();
    const auto chosen = state.mission(m_missionSelection.mission().toStdString());
    if (chosen && chosen->drone == drone) return;
    for (const delivery::MissionPtr& mission : state.missions)
        if (mission->drone == drone && mission->standing() && mission->step() != delivery::MissionStep::Completed) {
            m_missionSelection.select(QString::fromStdString(mission->id));
            return;
        }
}

std::vector<models::Fact> Desk::factsOf(const situation::Situation& situation, UtcMs now) const {
    std::vector<models::Fact> facts = models::knownGaps(situation, now);
    for (const FactSource& source : m_factSources)
        source(facts, now);
    std::ranges::stable_sort(facts, std::greater{}, &models::Fact::gravity);
    return facts;
}

} // namespace haneul::window
