#include "ui/window/panel.h"

#include "ui/airspace/zone_legend.h"
#include "ui/airspace/zone_panel.h"
#include "ui/city/city_panel.h"
#include "ui/diagram/diagram_panel.h"
#include "ui/fleet/fleet_panel.h"
#include "ui/layers/layer_panel.h"
#include "ui/logbook/log_panel.h"
#include "ui/map/map_view.h"
#include "ui/network/network_panel.h"
#include "ui/notices/centre_panel.h"
#include "ui/orders/orders_panel.h"
#include "ui/plans/capacity_panel.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/plans_panel.h"
#include "ui/profile/profile_panel.h"
#include "ui/risk_collision/reich_panel.h"
#include "ui/risk_ground/ground_panel.h"
#include "ui/risk_path/path_panel.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/feed_strip.h"
#include "ui/window/main_window.h"
#include "ui/window/notes_panel.h"
#include "ui/window/notice_panel.h"
#include "ui/window/references.h"
#include "ui/window/track_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace haneul::window {

namespace {

constexpr double placeZoom = 15; // a node that is jumped to is seen at least this close

std::unique_ptr<Panel> tracks(MainWindow& window) {
    auto* panel = new TrackPanel(window.desk().theme(), window.desk().selection(), &window);
    QObject::connect(panel, &TrackPanel::activated, &window, &MainWindow::centreOn);
    return panelOf(panel);
}

class ScenePanel final : public Panel {
public:
    explicit ScenePanel(scene3d::Scene3DView& view)
        : m_view(view) {}

    [[nodiscard]] QWidget& widget() override { return m_view; }

    void setTheme(const theme::Theme& theme) override { m_view.setTheme(theme); }

    void setPicture(const Picture& picture) override { m_view.setSituation(picture.situation, picture.time); }

    [[nodiscard]] QJsonObject state() const override { return m_view.saveCamera(); }

    void restore(const QJsonObject& state) override { (void)m_view.restoreCamera(state); }

private:
    scene3d::Scene3DView& m_view;
};

std::unique_ptr<Panel> scene(MainWindow& window) {
    return std::make_unique<ScenePanel>(window.scene());
}

std::unique_ptr<Panel> programNotices(MainWindow& window) {
    return panelOf(new NoticePanel(window.desk().theme(), &window));
}

std::unique_ptr<Panel> feeds(MainWindow& window) {
    return panelOf(new FeedStrip(window.desk().theme(), window.desk().feeds(), &window));
}

std::unique_ptr<Panel> notes(MainWindow& window) {
    Desk& desk = window.desk();
    return panelOf(new NotesPanel(desk.drafts(), window.actionRegistry(), desk.given().clock, desk.writer(),
                                  desk.pathOf(QLatin1StringView("notes")), &window));
}

std::unique_ptr<Panel> layerTree(MainWindow& window) {
    layers::LayerModel& model = window.desk().layers();
    map::MapView& map = window.map();
    auto* panel = new layers::LayerPanel(model, window.desk().given().findPlaces, window.desk().theme(), &window);
    QObject::connect(panel, &layers::LayerPanel::placeChosen, &map, &map::MapView::centerOn);
    QObject::connect(panel, &layers::LayerPanel::outlineChanged, &map,
                     [&map](const std::optional<maps::GeoBounds>& bounds) {
                         if (bounds)
                             map.setOutline(map::Outline{{bounds->south_deg, bounds->west_deg},
                                                         {bounds->north_deg, bounds->east_deg}});
                         else
                             map.setOutline(std::nullopt);
                     });
    auto* legend = new airspace::ZoneLegend(window.actionRegistry().action(QLatin1StringView("map.zones")),
                                            window.desk().theme(), panel);
    panel->addSection(legend);
    QObject::connect(&window.desk(), &Desk::themeChanged, legend, &airspace::ZoneLegend::setTheme);
    model.setZoom(map.zoom());
    QObject::connect(&map, &map::MapView::cameraChanged, panel, [&model, &map] { model.setZoom(map.zoom()); });
    return panelOf(panel);
}

std::unique_ptr<Panel> networks(MainWindow& window) {
    map::MapView& map = window.map();
    QAction& shown = window.actionRegistry().action(QLatin1StringView("map.networks"));
    auto* panel = new network::NetworkPanel(window.desk().networks(), window.actionRegistry(),
                                            window.desk().given().clock, &window);
    panel->setGeoid(window.desk().airspace().surroundings().geoid_m);
    QObject::connect(panel, &network::NetworkPanel::placeWanted, &map,
                     [&map](geo::LatLon place) { map.centerOn(place, std::max(map.zoom(), placeZoom)); });
    QObject::connect(panel, &network::NetworkPanel::allWanted, &map,
                     [&map](const std::vector<geo::LatLon>& places) { map.fitToPlaces(places); });
    QObject::connect(panel, &network::NetworkPanel::mapWanted, &map, [&map, &shown] {
        shown.setChecked(true);
        map.setFocus();
    });
    return panelOf(panel);
}

std::unique_ptr<Panel> zones(MainWindow& window) {
    Desk& desk = window.desk();
    map::MapView& map = window.map();
    QAction& shown = window.actionRegistry().action(QLatin1StringView("map.zones"));
    auto* panel =
        new airspace::ZonePanel(desk.zones(), desk.zoneSelection(), window.actionRegistry(), desk.theme(), &window);
    panel->setMiddle([&map] { return map.center(); });
    panel->setLanguage(desk.language());
    QObject::connect(&desk, &Desk::languageChanged, panel, &airspace::ZonePanel::setLanguage);
    QObject::connect(panel, &airspace::ZonePanel::allWanted, &map, [&map, &desk, &shown](const QString& key) {
        shown.setChecked(true);
        map.fitToPlaces(desk.zoneOverlay().placesOf(key));
    });
    QObject::connect(panel, &airspace::ZonePanel::frontWanted, &window,
                     [&window] { window.showPanel(QLatin1StringView("zone")); });
    QObject::connect(panel, &airspace::ZonePanel::mapWanted, &map, [&map, &shown] {
        shown.setChecked(true);
        map.setFocus();
    });
    return panelOf(panel);
}

std::unique_ptr<Panel> diagrams(MainWindow& window) {
    Desk& desk = window.desk();
    auto* panel = new diagram::DiagramPanel(desk.theme(), desk.deliveries(), desk.missionSelection(), &window);
    panel->view().setPlans(desk.plans());
    return panelOf(panel);
}

std::unique_ptr<Panel> logs(MainWindow& window) {
    return panelOf(new logbook::LogPanel(window.desk().given().decisions, window.desk().programLog(), &window));
}

std::unique_ptr<Panel> noticeCentre(MainWindow& window) {
    const Desk& desk = window.desk();
    auto* panel = new notices::CentrePanel(desk.given().notices, desk.given().whoAsks, &window);
    const auto speak = [panel](const QString& language) { panel->setLocale(QLocale(language)); };
    panel->setTheme(desk.theme());
    speak(desk.language()); // the words of a notice are made when it is shown, not when it is sent
    QObject::connect(&desk, &Desk::languageChanged, panel, speak);
    QObject::connect(panel, &notices::CentrePanel::referenceWanted, &window,
                     [&window](const QString& plan, const QString& zone, const QString& mission) {
                         showReference(window, {plan, zone, mission});
                     });
    return panelOf(panel);
}

std::unique_ptr<Panel> ordersAndMissions(MainWindow& window) {
    Desk& desk = window.desk();
    return panelOf(
        new orders::OrdersPanel(desk.deliveries(), desk.missionSelection(), desk.given().clock, desk.theme(), &window));
}

std::unique_ptr<Panel> fleetReadiness(MainWindow& window) {
    Desk& desk = window.desk();
    return panelOf(new fleet::FleetPanel(desk.fleet(), desk.given().clock, desk.theme(), &window));
}

// Links of the networks from node to node, and the ways of the flight plans.
std::vector<risk::collision::KnownRoute> knownRoutes(Desk& desk) {
    std::vector<risk::collision::KnownRoute> routes;
    for (const delivery::SavedNetwork& saved : desk.deliveries().state()->networks)
        for (const delivery::Link& link : saved.network.links) {
            risk::collision::KnownRoute route{.name = QStringLiteral("%1: %2 – %3")
                                                          .arg(QString::fromStdString(saved.network.id),
                                                               QString::fromStdString(link.a),
                                                               QString::fromStdString(link.b)),
                                              .places = {}};
            const auto a = std::ranges::find(saved.network.nodes, link.a, &delivery::Node::id);
            const auto b = std::ranges::find(saved.network.nodes, link.b, &delivery::Node::id);
            if (a == saved.network.nodes.end() || b == saved.network.nodes.end()) continue;
            route.places.push_back(a->place);
            for (const route::Waypoint& via : link.via)
                route.places.push_back(via.place);
            route.places.push_back(b->place);
            routes.push_back(std::move(route));
        }
    for (const plan::PlanPtr& each : desk.plans().state()->plans)
        if (auto way = plans::wayOf(each->plan); way.size() >= 2)
            routes.push_back({QString::fromStdString(each->plan.id), std::move(way)});
    return routes;
}

std::unique_ptr<Panel> collisionRisk(MainWindow& window) {
    Desk& desk = window.desk();
    auto* panel = new risk::collision::ReichPanel(desk.studies(), desk.given().clock, desk.theme(), &window);
    panel->setCity(desk.city(), [&desk] { return knownRoutes(desk); });
    return panelOf(panel);
}

std::unique_ptr<Panel> approvalDesk(MainWindow& window) {
    Desk& desk = window.desk();
    return panelOf(
        new plans::PlansPanel(desk.plans(), desk.given().clock, desk.given().decisions, desk.theme(), &window));
}

std::unique_ptr<Panel> capacityOfPlaces(MainWindow& window) {
    Desk& desk = window.desk();
    map::MapView& map = window.map();
    auto* panel = new plans::CapacityPanel(desk.plans(), desk.given().clock, desk.theme(), &window);
    panel->setMiddle([&map] { return map.center(); });
    QObject::connect(panel, &plans::CapacityPanel::placesWanted, &map,
                     [&map](const std::vector<geo::LatLon>& places) { map.fitToPlaces(places); });
    return panelOf(panel);
}

std::unique_ptr<Panel> groundData(MainWindow& window) {
    Desk& desk = window.desk();
    map::MapView& map = window.map();
    return panelOf(new city::CityPanel(
        desk.city(), window.actionRegistry(), [&map] { return map.center(); }, desk.theme(), &window));
}

std::unique_ptr<Panel> heightProfile(MainWindow& window) {
    Desk& desk = window.desk();
    return panelOf(new profile::ProfilePanel(desk.deliveries(), desk.missionSelection(), desk.given().clock,
                                             desk.theme(), &window));
}

std::unique_ptr<Panel> groundRisk(MainWindow& window) {
    Desk& desk = window.desk();
    map::MapView& map = window.map();
    auto* panel =
        new risk_ground::GroundPanel(desk.groundRisk(), desk.studies(), desk.given().clock, desk.theme(), &window);
    panel->setMapArea([&map] { return map.visibleArea(); });
    return panelOf(panel);
}

std::unique_ptr<Panel> pathPage(MainWindow& window) {
    Desk& desk = window.desk();
    auto* panel = new risk_path::PathPanel(desk.paths(), desk.studies(), desk.given().clock, desk.theme(), &window);
    panel->setSurroundings(desk.plans().rules().surroundings);
    return panelOf(panel);
}

// In the order of the menu and, per area, of the factory layout.
constexpr PanelInfo list[] = {
    {"feed", QT_TRANSLATE_NOOP("haneul::window::Panels", "Feeds"), "view.feeds", Qt::TopDockWidgetArea, true, false,
     feeds},
    {"track", QT_TRANSLATE_NOOP("haneul::window::Panels", "Tracks"), "view.tracks", Qt::BottomDockWidgetArea, true,
     true, tracks},
    {"scene", QT_TRANSLATE_NOOP("haneul::window::Panels", "3D view"), "view.scene3d", Qt::RightDockWidgetArea, true,
     true, scene},
    {"notice", QT_TRANSLATE_NOOP("haneul::window::Panels", "Notices"), "view.notices", Qt::RightDockWidgetArea, true,
     true, programNotices},
    {"notes", QT_TRANSLATE_NOOP("haneul::window::Panels", "Shift notes"), "view.notes", Qt::RightDockWidgetArea, false,
     true, notes},
    {"layer", QT_TRANSLATE_NOOP("haneul::window::Panels", "Map layers"), "view.layers", Qt::LeftDockWidgetArea, false,
     true, layerTree},
    {"network", QT_TRANSLATE_NOOP("haneul::window::Panels", "Networks"), "view.networks", Qt::BottomDockWidgetArea,
     false, true, networks},
    {"zone", QT_TRANSLATE_NOOP("haneul::window::Panels", "Airspace"), "view.zones", Qt::BottomDockWidgetArea, false,
     true, zones},
    {"ground", QT_TRANSLATE_NOOP("haneul::window::Panels", "Ground data"), "view.ground", Qt::BottomDockWidgetArea,
     false, true, groundData},
    {"diagram", QT_TRANSLATE_NOOP("haneul::window::Panels", "Drone-diagram"), "view.diagram", Qt::BottomDockWidgetArea,
     false, true, diagrams},
    {"log", QT_TRANSLATE_NOOP("haneul::window::Panels", "Log"), "view.log", Qt::BottomDockWidgetArea, false, true,
     logs},
    {"orders", QT_TRANSLATE_NOOP("haneul::window::Panels", "Orders and missions"), "view.orders",
     Qt::BottomDockWidgetArea, false, true, ordersAndMissions},
    {"fleet", QT_TRANSLATE_NOOP("haneul::window::Panels", "Fleet readiness"), "view.fleet", Qt::BottomDockWidgetArea,
     false, true, fleetReadiness},
    {"plans", QT_TRANSLATE_NOOP("haneul::window::Panels", "Approval desk"), "view.plans", Qt::BottomDockWidgetArea,
     false, true, approvalDesk},
    {"capacity", QT_TRANSLATE_NOOP("haneul::window::Panels", "Capacity"), "view.capacity", Qt::BottomDockWidgetArea,
     false, true, capacityOfPlaces},
    {"risk_collision", QT_TRANSLATE_NOOP("haneul::window::Panels", "Collision risk"), "view.risk_collision",
     Qt::BottomDockWidgetArea, false, true, collisionRisk},
    {"profile", QT_TRANSLATE_NOOP("haneul::window::Panels", "Profile"), "view.profile", Qt::RightDockWidgetArea, false,
     true, heightProfile},
    {"ground_risk", QT_TRANSLATE_NOOP("haneul::window::Panels", "Ground risk"), "view.ground_risk",
     Qt::BottomDockWidgetArea, false, true, groundRisk},
    {"paths", QT_TRANSLATE_NOOP("haneul::window::Panels", "Paths"), "view.paths", Qt::BottomDockWidgetArea, false, true,
     pathPage},
    {"notice_centre", QT_TRANSLATE_NOOP("haneul::window::Panels", "Notice centre"), "view.notice_centre",
     Qt::BottomDockWidgetArea, false, true, noticeCentre},
};

} // namespace

std::span<const PanelInfo> panelInfos() {
    return list;
}

QString panelTitle(const PanelInfo& info) {
    return QCoreApplication::translate("haneul::window::Panels", info.title);
}

} // namespace haneul::window
