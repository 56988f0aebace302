#pragma once

#include "server/airspace/airspace_service.h"
#include "server/clock/clock.h"
#include "server/delivery/delivery_service.h"
#include "server/ground_risk/ground_risk_service.h"
#include "server/maps/map_library.h"
#include "server/notify/notice_centre.h"
#include "server/situation/situation.h"
#include "ui/access/access_control.h"
#include "ui/airspace/airspace_desk.h"
#include "ui/airspace/zone_overlay.h"
#include "ui/city/city_desk.h"
#include "ui/delivery/delivery_desk.h"
#include "ui/drafts/draft.h"
#include "ui/fleet/fleet_desk.h"
#include "ui/latency/latency_probe.h"
#include "ui/layers/layer_model.h"
#include "ui/logbook/decision_source.h"
#include "ui/logbook/program_log.h"
#include "ui/models/feed_health_model.h"
#include "ui/models/mission_selection.h"
#include "ui/models/selection.h"
#include "ui/network/network_overlay.h"
#include "ui/plans/plan_overlay.h"
#include "ui/risk_ground/ground_desk.h"
#include "ui/risk_path/path_desk.h"
#include "ui/study_store/study_desk.h"
#include "ui/theme/theme.h"
#include "ui/window/about_facts.h"
#include "ui/window/file_writer.h"
#include "ui/window/language.h"
#include "ui/window/picture.h"
#include "ui/window/replay_control.h"
#include "ui/window/session.h"
#include "ui/window/workspaces.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace haneul::access {
class DeskAccess;
}

namespace haneul::map {
class MapView;
}

namespace haneul::scene3d {
class Scene3DView;
}

namespace haneul::tiles {
class MapReader;
}

namespace haneul::window {

class DeskWindow;
class DiagramWindow;
class MainWindow;
class MapWindow;
class SceneWindow;
class SessionKeeper;

// Everything the desk needs, passed in. `board` and `clock` must outlive it.
struct DeskDependencies {
    const situation::SituationBoard& board;
    const clock::Clock& clock; // the ingest clock: ages and the live time are counted with it
    ReplayControl replay;
    QUrl tileServer;                             // "http://127.0.0.1:8080"; empty: no base map
    std::shared_ptr<tiles::MapReader> mapReader; // the ground of 3D views; null: bare
    QString mapCredits;                          // whom the base map must credit, where no catalog says it
    // What the map can show, and search of names; empty: only what the tile server gives.
    std::function<maps::MapCatalogPtr()> mapCatalog;
    std::function<std::vector<maps::Place>(std::string_view query, std::size_t limit)> findPlaces;
    QString theme = QStringLiteral("dark");
    QString language = QStringLiteral("ko");
    double textScale = 1.0;
    // Where session.json, workspaces/ and notes/ are; what is kept there goes before theme, language and scale. Empty:
    // nothing is kept.
    QString dataFolder;
    AboutFacts about;
    std::optional<access::AccessControl> access; // none: whoever sits here may do everything
    logbook::DecisionSource decisions = logbook::noDecisions();
    logbook::ProgramLog* programLog = nullptr;       // must outlive the desk; none: it has its own
    delivery::DeliveryService* deliveries = nullptr; // must outlive the desk; none: no networks, orders and missions
    notify::NoticeCentre* notices = nullptr;         // must outlive the desk; none: an empty notice centre
    fleet::FleetService* fleet = nullptr;            // must outlive the desk; none: no fleet
    study_store::StudyService* studies = nullptr;    // must outlive the desk; none: no saved studies
    airspace::AirspaceService* airspace = nullptr;   // must outlive the desk; none: no zones
    city::CityService* city = nullptr;               // must outlive the desk; none: no ground data
    plan::PlanService* plans = nullptr;              // must outlive the desk; none: no flight plans
    ground_risk::GroundRiskService* groundRisk = nullptr; // must outlive the desk; none: no ground-risk maps
    paths::PathService* paths = nullptr;                  // must outlive the desk; none: no paths
    plans::DeskRules planRules;                           // by which the service judges plans beside each other
    delivery::DeliveryDesk::WhoAsks whoAsks;              // on behalf of whom the desk asks the service
};

// One person's place of work: what all its windows share, and the windows. Once every tick it looks at the board; when
// neither the picture nor the second has changed, nothing is touched and nothing repaints.
class Desk final : public QObject {
    Q_OBJECT

public:
    static constexpr milliseconds tick{100}; // software OpenGL: one repaint costs more than all tracks
    static constexpr double minTextScale = 0.8;
    static constexpr double maxTextScale = 2.5;

    explicit Desk(DeskDependencies dependencies, QObject* parent = nullptr);
    ~Desk() override;

    [[nodiscard]] MainWindow& mainWindow() { return *m_main; }

    void show(); // all windows

    // The main window first, then in the order of opening.
    [[nodiscard]] const std::vector<DeskWindow*>& windows() const { return m_windows; }

    // Further windows: shown at once, deleted when they are closed.
    MapWindow& openMapWindow();
    SceneWindow& openSceneWindow();
    DiagramWindow& openDiagramWindow();

    void activateAfter(const DeskWindow& window); // the next in the list comes to the front

    [[nodiscard]] const DeskDependencies& given() const { return m_given; }

    [[nodiscard]] const theme::Theme& theme() const { return *m_theme; }

    [[nodiscard]] const QString& language() const { return m_language.id(); }

    [[nodiscard]] double textScale() const { return m_textScale; }

    [[nodiscard]] models::Selection& selection() { return m_selection; }

    // Choosing a mission chooses the drone that flies it, and the reverse.
    [[nodiscard]] models::MissionSelection& missionSelection() { return m_missionSelection; }

    [[nodiscard]] delivery::DeliveryDesk& deliveries() { return *m_deliveries; }

    [[nodiscard]] fleet::FleetDesk& fleet() { return *m_fleet; }

    [[nodiscard]] study_store::StudyDesk& studies() { return *m_studies; }

    [[nodiscard]] plans::PlanDesk& plans() { return *m_plans; }

    [[nodiscard]] risk_ground::GroundDesk& groundRisk() { return *m_groundRisk; }

    [[nodiscard]] risk_path::PathDesk& paths() { return *m_paths; }

    [[nodiscard]] plans::PlanOverlay& planOverlay() { return *m_planOverlay; }

    // The networks as the panel and all maps of this desk show and change them.
    [[nodiscard]] network::NetworkEditor& networks() { return *m_networks; }

    [[nodiscard]] airspace::AirspaceDesk& airspace() { return *m_airspace; }

    // The zone in hand, and the zone that people point at, as the panel and all maps of this desk show them.
    [[nodiscard]] city::CityDesk& city() { return *m_city; }

    [[nodiscard]] airspace::ZoneEditor& zones() { return *m_zones; }

    [[nodiscard]] airspace::ZoneSelection& zoneSelection() { return m_zoneSelection; }

    [[nodiscard]] const airspace::ZoneOverlay& zoneOverlay() const { return *m_zoneOverlay; }

    [[nodiscard]] const models::FeedHealthModel& feeds() const { return m_feeds; }

    // What all maps of this desk show under the traffic.
    [[nodiscard]] layers::LayerModel& layers() { return m_layers; }

    // The latest that was shown; its situation is null before the first tick.
    [[nodiscard]] const Picture& picture() const { return m_picture; }

    [[nodiscard]] Workspaces& workspaces() { return m_workspaces; }

    // The workspace last opened or saved; a factory layout by its id.
    [[nodiscard]] const QString& workspace() const { return m_workspace; }

    void openFactory(const char* id);                   // one window, arranged as the factory layout says
    void openWorkspace(const QString& name);            // no such: nothing happens
    Result<QString> saveWorkspace(const QString& name); // as it is now; codes of Workspaces::save

    [[nodiscard]] Layout layout() const;
    void apply(const Layout& layout);

    [[nodiscard]] drafts::Drafts& drafts() { return m_drafts; }

    [[nodiscard]] FileWriter& writer() { return m_writer; }

    // In the data folder; empty when nothing is kept.
    [[nodiscard]] QString pathOf(QLatin1StringView name) const;

    // How this desk began: after a crash, in safe mode.
    [[nodiscard]] Beginning beginning() const { return m_beginning; }

    void keepSession();  // now, not only when the timer says so
    void prepareToEnd(); // before the windows close one after the other

    void setTheme(const QString& id);
    void setLanguage(const QString& id);
    void setTextScale(double scale); // clamped to minTextScale .. maxTextScale

    // Null: whoever sits here may do everything.
    [[nodiscard]] access::DeskAccess* access() const { return m_access.get(); }

    [[nodiscard]] logbook::ProgramLog& programLog() { return m_programLog ? *m_programLog : *m_given.programLog; }

    // Asked every tick for what it does not know; lives as long as the desk.
    using FactSource = std::function<void(std::vector<models::Fact>& facts, UtcMs now)>;

    void addFactSource(FactSource source) { m_factSources.push_back(std::move(source)); }

    // A map or 3D view as every window of this desk wants it: theme, selection, base map, credits. The one place for
    // what all maps and all 3D views show.
    [[nodiscard]] map::MapView* makeMap(QWidget* parent);
    [[nodiscard]] scene3d::Scene3DView* makeScene(QWidget* parent);

    [[nodiscard]] const latency::LatencyProbe& latency() const { return m_latency; }

    // How often the windows have been given something new: stays as it is while nothing changes.
    [[nodiscard]] std::uint64_t refreshCount() const { return m_refreshes; }

    void refresh(); // one tick; the timer calls it

Q_SIGNALS:
    void themeChanged(const haneul::theme::Theme& theme);
    void languageChanged(const QString& id);
    void textScaleChanged(double scale);
    void windowsChanged();
    // The worst of the last second: from publication to the windows, and the work of one tick.
    void workMeasured(haneul::milliseconds delay, double work_ms);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    friend class DeskWindow; // windows enter and leave the list by themselves
    void enter(DeskWindow& window);
    void leave(DeskWindow& window);
    void loadLast();
    void begin();
    void guard();
    [[nodiscard]] Session session() const;
    void present(DeskWindow& window);
    void closeFurther();
    void showLayers(map::MapView& map) const;
    void chooseDroneOf(const QString& mission);
    void chooseMissionOf(const traffic::TrackId& track);
    [[nodiscard]] std::vector<models::Fact> factsOf(const situation::Situation& situation, UtcMs now) const;

    DeskDependencies m_given;
    std::unique_ptr<logbook::ProgramLog> m_programLog;
    const theme::Theme* m_theme; // one of theme::themes()
    double m_textScale;
    Language m_language;
    models::Selection m_selection;
    models::MissionSelection m_missionSelection;
    std::unique_ptr<delivery::DeliveryDesk> m_deliveries;
    std::unique_ptr<fleet::FleetDesk> m_fleet;
    std::unique_ptr<study_store::StudyDesk> m_studies;
    std::unique_ptr<airspace::AirspaceDesk> m_airspace;
    std::unique_ptr<city::CityDesk> m_city;
    std::unique_ptr<plans::PlanDesk> m_plans;
    std::unique_ptr<plans::PlanOverlay> m_planOverlay;
    std::unique_ptr<risk_ground::GroundDesk> m_groundRisk;
    std::unique_ptr<risk_path::PathDesk> m_paths;
    models::FeedHealthModel m_feeds;
    layers::LayerModel m_layers;
    latency::LatencyProbe m_latency;
    FileWriter m_writer;
    Workspaces m_workspaces;
    QString m_workspace;
    drafts::Drafts m_drafts;
    std::unique_ptr<network::NetworkEditor> m_networks;
    std::unique_ptr<network::NetworkTool> m_networkTool;
    std::unique_ptr<network::NetworkOverlay> m_networkOverlay;
    airspace::ZoneSelection m_zoneSelection;
    std::unique_ptr<airspace::ZoneEditor> m_zones;
    std::unique_ptr<airspace::ZoneTool> m_zoneTool;
    std::unique_ptr<airspace::ZoneOverlay> m_zoneOverlay;
    std::optional<Session> m_last; // what was kept; used up by begin()
    std::optional<QString> m_sessionTrouble;
    Beginning m_beginning = Beginning::Fresh;
    std::unique_ptr<SessionKeeper> m_keeper;
    std::vector<FactSource> m_factSources;
    std::vector<DeskWindow*> m_windows;
    std::unique_ptr<MainWindow> m_main;
    std::unique_ptr<access::DeskAccess> m_access;

    QTimer m_timer;
    Picture m_picture;
    std::int64_t m_shownSecond = -1;
    std::uint64_t m_refreshes = 0;
    milliseconds m_worstDelay{0};
    double m_worstWork_ms = 0;
};

} // namespace haneul::window
