#include "ui/window/study_control.h"

#include "ui/risk_collision/reich_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using risk::collision::ReichPanel;

void connectCollisionRisk(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("risk_collision");
    auto* panel = &static_cast<ReichPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (ReichPanel::*)()> acts[] = {
        {"reich.open", &ReichPanel::openSaved},          {"reich.save", &ReichPanel::save},
        {"reich.export", &ReichPanel::exportAs},         {"reich.traffic", &ReichPanel::importTraffic},
        {"reich.preset", &ReichPanel::editPreset},       {"reich.overlap", &ReichPanel::editOverlap},
        {"reich.scenarios", &ReichPanel::editScenarios}, {"reich.distances", &ReichPanel::editDistances},
        {"reich.obstacles", &ReichPanel::editObstacles}, {"reich.city", &ReichPanel::takeObstacles},
        {"reich.next_view", &ReichPanel::nextView},
    };
    // Each brings the panel to the front, so that the answer is seen.
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
}

} // namespace haneul::window
