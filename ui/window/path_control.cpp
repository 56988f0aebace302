#include "ui/window/path_control.h"

#include "ui/map/map_view.h"
#include "ui/plans/plans_panel.h"
#include "ui/risk_path/path_panel.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using risk_path::PathPanel;

void connectPaths(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView id("paths");
    auto* panel = &static_cast<PathPanel&>(window.panel(id)->widget());
    constexpr std::pair<const char*, void (PathPanel::*)()> acts[] = {
        {"paths.pick", &PathPanel::pick},        {"paths.find", &PathPanel::search},
        {"paths.on_map", &PathPanel::showOnMap}, {"paths.check", &PathPanel::check},
        {"paths.use", &PathPanel::usePath},      {"paths.open", &PathPanel::openStudies},
        {"paths.save", &PathPanel::save},        {"paths.export", &PathPanel::exportPdf},
        {"paths.clear", &PathPanel::clear},
    };
    // Each brings its panel to the front, so that the answer is seen.
    for (const auto& [action, act] : acts)
        QObject::connect(&handled(action), &QAction::triggered, panel, [&window, panel, act, id] {
            window.showPanel(id);
            (panel->*act)();
        });
    map::MapView& map = window.map();
    Desk& desk = window.desk();
    QAction& shown = window.actionRegistry().action(QLatin1StringView("map.plans"));
    QObject::connect(panel, &PathPanel::shapesChanged, panel,
                     [&desk, &shown](const map::NetworkShapesPtr& shapes, const std::vector<map::PathShape>& solids) {
                         desk.planOverlay().setPaths(shapes, solids);
                         if (!shapes->links.empty()) shown.setChecked(true);
                     });
    QObject::connect(panel, &PathPanel::mapWanted, &map,
                     [&map](const std::vector<geo::LatLon>& places) { map.fitToPlaces(places); });
    QObject::connect(&panel->tool(), &plans::RouteTool::lineChanged, panel,
                     [panel, &desk] { desk.planOverlay().setDrawn(panel->tool().line()); });
    QObject::connect(panel, &PathPanel::drawingChanged, &map, [&map, &shown, panel](bool draws) {
        draws ? map.addTool(panel->tool()) : map.removeTool(panel->tool());
        if (!draws) return;
        shown.setChecked(true);
        map.setFocus();
    });
    QObject::connect(panel, &PathPanel::planWanted, &window, [&window, panel](const plan::FlightPlan& plan) {
        if (!window.desk().plans().may("plan.submit"))
            return panel->tell(PathPanel::tr("Your role may not write flight plans."));
        constexpr QLatin1StringView plansId("plans");
        window.showPanel(plansId);
        static_cast<plans::PlansPanel&>(window.panel(plansId)->widget()).newPlanFrom(plan);
    });
}

} // namespace haneul::window
