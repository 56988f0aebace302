#include "ui/window/ground_risk_control.h"

#include "ui/risk_ground/ground_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

namespace haneul::window {

void connectGroundRisk(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    using risk_ground::GroundPanel;
    constexpr QLatin1StringView id("ground_risk");
    auto* panel = &static_cast<GroundPanel&>(window.panel(id)->widget());
    // Each brings its panel to the front, so that the answer is seen.
    const auto on = [&](const char* action, auto act) {
        QObject::connect(&handled(action), &QAction::triggered, panel, [&window, id, act] {
            window.showPanel(id);
            act();
        });
    };
    on("ground.compute", [panel] { panel->compute(); });
    on("ground.area_of_map", [panel] { panel->takeAreaOfMap(); });
    on("ground.a_on_map", [panel] { panel->showOnMap(0); });
    on("ground.b_on_map", [panel] { panel->showOnMap(1); });
    on("ground.open", [panel] { panel->openStudies(); });
    on("ground.save", [panel] { panel->save(); });
    on("ground.export", [panel] { panel->exportPdf(); });
}

} // namespace haneul::window
