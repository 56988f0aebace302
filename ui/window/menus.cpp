#include "ui/window/menus.h"

#include "ui/actions/action_registry.h"
#include "ui/window/panel.h"

#include <QCoreApplication>
#include <QMenuBar>

#include <span>
#include <string_view>

namespace haneul::window {

namespace {

struct MenuInfo {
    const char* id;
    const char* parent;                 // id of the menu it is in, declared before; empty: the bar
    const char* title;                  // English source text, context "haneul::window::Menus"
    std::span<const char* const> items; // actions; "-": a line
};

constexpr const char* view[] = {"view.filter_tracks", "-", "view.text_larger", "view.text_smaller",
                                "view.full_screen",   "-", "view.settings",    "view.notice_channels",
                                "view.edit_keys",     "-", "view.quit"};
constexpr const char* themes[] = {"view.theme_dark", "view.theme_light", "view.theme_contrast"};
constexpr const char* languages[] = {"view.language_ko", "view.language_en"};
constexpr const char* maps[] = {"map.centre_selection",
                                "map.fit_all",
                                "map.zoom_in",
                                "map.zoom_out",
                                "map.clear_selection",
                                "-",
                                "map.labels",
                                "map.vectors",
                                "map.trails",
                                "-",
                                "map.measure",
                                "map.unpin_labels",
                                "-",
                                "map.networks",
                                "map.zones",
                                "map.plans",
                                "map.ground_risk"};
constexpr const char* networks[] = {"network.new",
                                    "network.edit",
                                    "network.save",
                                    "network.discard",
                                    "network.fit",
                                    "-",
                                    "network.select",
                                    "network.add_base",
                                    "network.add_delivery",
                                    "network.draw_link",
                                    "network.new_link",
                                    "network.insert_waypoint",
                                    "network.add_moving_base",
                                    "network.add_stay",
                                    "network.add_crossing",
                                    "network.remove_item",
                                    "-",
                                    "network.verify",
                                    "network.withdraw",
                                    "-",
                                    "network.import",
                                    "network.export",
                                    "network.remove"};
constexpr const char* edit[] = {"edit.undo", "edit.redo", "-", "edit.stamp_time", "edit.file_notes"};
constexpr const char* workspaces[] = {"workspace.control_room",
                                      "workspace.planning",
                                      "workspace.three_d",
                                      "workspace.approval",
                                      "workspace.laptop",
                                      "workspace.risk_studio",
                                      "-",
                                      "workspace.save",
                                      "workspace.manage",
                                      "view.reset_layout"};
constexpr const char* windows[] = {"window.new_map", "window.new_scene", "window.new_diagram",
                                   "window.linked",  "window.next",      "window.close"};
constexpr const char* deliveries[] = {"orders.new",
                                      "orders.dispatch",
                                      "orders.cancel",
                                      "-",
                                      "missions.book",
                                      "missions.assign_drone",
                                      "missions.retime",
                                      "missions.advance",
                                      "missions.hand_over",
                                      "missions.cancel",
                                      "-",
                                      "missions.take_proposed",
                                      "missions.take_all_proposed",
                                      "missions.filter",
                                      "-",
                                      "profile.datum",
                                      "profile.load_flight",
                                      "profile.export",
                                      "profile.print"};
constexpr const char* zones[] = {"zone.filter",
                                 "zone.fit",
                                 "-",
                                 "zone.new",
                                 "zone.edit",
                                 "zone.withdraw",
                                 "-",
                                 "zone.select",
                                 "zone.draw_polygon",
                                 "zone.draw_circle",
                                 "zone.draw_hole",
                                 "zone.impact",
                                 "zone.publish",
                                 "zone.discard",
                                 "-",
                                 "zone.import",
                                 "zone.export",
                                 "-",
                                 "capacity.list",
                                 "capacity.new",
                                 "capacity.change",
                                 "capacity.retire"};
constexpr const char* fleet[] = {"fleet.filter",
                                 "-",
                                 "fleet.edit_drone",
                                 "fleet.edit_battery",
                                 "fleet.edit_pilot",
                                 "fleet.edit_type",
                                 "-",
                                 "fleet.new_drone",
                                 "fleet.new_battery",
                                 "fleet.new_pilot",
                                 "fleet.new_type",
                                 "fleet.payloads",
                                 "-",
                                 "fleet.record_work",
                                 "fleet.history",
                                 "fleet.retire",
                                 "-",
                                 "fleet.answer",
                                 "-",
                                 "fleet.rules"};
constexpr const char* plans[] = {"plans.queue",
                                 "plans.filter",
                                 "plans.next",
                                 "plans.previous",
                                 "plans.view",
                                 "plans.on_map",
                                 "plans.in_3d",
                                 "plans.in_diagram",
                                 "-",
                                 "plans.approve",
                                 "plans.return",
                                 "plans.reject",
                                 "plans.revoke",
                                 "plans.withdraw",
                                 "-",
                                 "plans.proposals",
                                 "plans.use_proposal",
                                 "-",
                                 "plans.new",
                                 "plans.of_mission",
                                 "plans.edit",
                                 "plans.submit",
                                 "-",
                                 "plans.begin_flight",
                                 "plans.end_flight",
                                 "-",
                                 "plans.sheet"};
constexpr const char* groundRisk[] = {"ground_risk.compute",  "ground_risk.area_of_map", "-",
                                      "ground_risk.a_on_map", "ground_risk.b_on_map",    "-",
                                      "ground_risk.open",     "ground_risk.save",        "ground_risk.export"};
constexpr const char* reich[] = {"view.risk_collision", "-",
                                 "reich.open",          "reich.save",
                                 "reich.export",        "-",
                                 "reich.next_view",     "reich.scenarios",
                                 "reich.distances",     "reich.preset",
                                 "reich.traffic",       "reich.overlap",
                                 "reich.obstacles",     "reich.city"};
constexpr const char* paths[] = {"paths.pick", "paths.find",  "-", "paths.on_map", "paths.check", "paths.use",
                                 "-",          "paths.clear", "-", "paths.open",   "paths.save",  "paths.export"};
constexpr const char* diagram[] = {"diagram.now",
                                   "diagram.all",
                                   "-",
                                   "diagram.whole_network",
                                   "diagram.chosen",
                                   "diagram.one",
                                   "diagram.choose",
                                   "-",
                                   "diagram.detail",
                                   "diagram.occupancy",
                                   "diagram.plans",
                                   "diagram.base_twice",
                                   "diagram.row_up",
                                   "diagram.row_down",
                                   "-",
                                   "diagram.retime",
                                   "diagram.type_start",
                                   "-",
                                   "diagram.print",
                                   "diagram.export"};
constexpr const char* scene[] = {"scene.overview",
                                 "scene.top",
                                 "scene.from_south",
                                 "scene.from_east",
                                 "scene.from_west",
                                 "scene.chase",
                                 "scene.follow",
                                 "-",
                                 "scene.higher",
                                 "scene.lower",
                                 "scene.labels",
                                 "scene.section",
                                 "-",
                                 "scene.buildings",
                                 "scene.terrain",
                                 "scene.conflicts",
                                 "-",
                                 "scene.drawn"};
constexpr const char* ground[] = {"ground.import", "ground.synthetic", "-", "ground.retire"};
constexpr const char* replay[] = {"replay.play_pause", "replay.back", "replay.forward", "replay.slower",
                                  "replay.faster"};
constexpr const char* session[] = {
    "session.lock", "session.switch_user", "session.log_out", "-", "session.change_password", "session.administration"};
constexpr const char* help[] = {"help.palette", "help.page", "help.keys", "-", "help.support_bundle", "help.about"};

constexpr auto panelMenu = "panels";

// Submenus stand above the actions of their menu.
constexpr MenuInfo table[] = {
    {"view", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "View"), view},
    {panelMenu, "view", QT_TRANSLATE_NOOP("haneul::window::Menus", "Panels"), {}},
    {"themes", "view", QT_TRANSLATE_NOOP("haneul::window::Menus", "Theme"), themes},
    {"languages", "view", QT_TRANSLATE_NOOP("haneul::window::Menus", "Language"), languages},
    {"map", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Map"), maps},
    {"network", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Network"), networks},
    {"airspace", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Airspace"), zones},
    {"edit", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Edit"), edit},
    {"deliveries", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Deliveries"), deliveries},
    {"plans", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Plans"), plans},
    {"fleet", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Fleet"), fleet},
    {"diagram", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Diagram"), diagram},
    {"studies", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Studies"), {}},
    {"reich", "studies", QT_TRANSLATE_NOOP("haneul::window::Menus", "Collision risk"), reich},
    {"ground_risk", "studies", QT_TRANSLATE_NOOP("haneul::window::Menus", "Ground risk"), groundRisk},
    {"paths", "studies", QT_TRANSLATE_NOOP("haneul::window::Menus", "Paths"), paths},
    {"ground", "studies", QT_TRANSLATE_NOOP("haneul::window::Menus", "Ground data"), ground},
    {"scene", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "3D"), scene},
    {"windows", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Window"), windows},
    {"workspaces", "windows", QT_TRANSLATE_NOOP("haneul::window::Menus", "Workspaces"), workspaces},
    {"replay", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Replay"), replay},
    {"session", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Access"), session},
    {"help", "", QT_TRANSLATE_NOOP("haneul::window::Menus", "Help"), help},
};

void fill(const actions::ActionRegistry& registry, QMenu& menu, const MenuInfo& info) {
    if (std::string_view(info.id) == panelMenu)
        for (const PanelInfo& panel : panelInfos())
            menu.addAction(&registry.action(QLatin1StringView(panel.action)));
    if (!menu.isEmpty() && !info.items.empty()) menu.addSeparator(); // below its submenus
    for (const char* item : info.items)
        if (std::string_view(item) == "-")
            menu.addSeparator();
        else
            menu.addAction(&registry.action(QLatin1StringView(item)));
}

} // namespace

Menus::Menus(const actions::ActionRegistry& registry, QMenuBar& bar) {
    m_menus.reserve(std::size(table));
    for (const MenuInfo& info : table) {
        QMenu* above = nullptr;
        for (std::size_t i = 0; i < m_menus.size(); ++i)
            if (std::string_view(table[i].id) == info.parent) above = m_menus[i].first;
        QMenu* menu = above ? above->addMenu(QString()) : bar.addMenu(QString());
        menu->setObjectName(QLatin1StringView(info.id) + QStringLiteral("Menu"));
        m_menus.emplace_back(menu, info.title);
    }
    for (std::size_t i = 0; i < m_menus.size(); ++i)
        fill(registry, *m_menus[i].first, table[i]);
    word();
}

void Menus::word() {
    for (const auto& [menu, title] : m_menus)
        menu->setTitle(QCoreApplication::translate("haneul::window::Menus", title));
}

} // namespace haneul::window
