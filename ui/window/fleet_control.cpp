#include "ui/window/fleet_control.h"

#include "ui/fleet/fleet_panel.h"
#include "ui/notices/centre_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using fleet::FleetPanel;

void connectFleet(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("fleet");
    auto* panel = &static_cast<FleetPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (FleetPanel::*)()> acts[] = {
        {"fleet.filter", &FleetPanel::focusFilter},
        {"fleet.edit_drone", &FleetPanel::editDrone},
        {"fleet.edit_battery", &FleetPanel::editBattery},
        {"fleet.edit_pilot", &FleetPanel::editPilot},
        {"fleet.edit_type", &FleetPanel::editType},
        {"fleet.new_drone", &FleetPanel::newDrone},
        {"fleet.new_battery", &FleetPanel::newBattery},
        {"fleet.new_pilot", &FleetPanel::newPilot},
        {"fleet.new_type", &FleetPanel::newType},
        {"fleet.record_work", &FleetPanel::recordWork},
        {"fleet.answer", &FleetPanel::answerForIt},
        {"fleet.history", &FleetPanel::showHistory},
        {"fleet.retire", &FleetPanel::retire},
        {"fleet.rules", &FleetPanel::showRules},
        {"fleet.payloads", &FleetPanel::showPayloads},
    };
    // Each brings the panel to the front, so that the answer is seen.
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
}

void connectNotices(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("notice_centre");
    auto* panel = &static_cast<notices::CentrePanel&>(window.panel(panelId)->widget());
    QObject::connect(&handled("view.notice_channels"), &QAction::triggered, panel, [&window, panel, panelId] {
        window.showPanel(panelId);
        panel->showChannels();
    });
}

} // namespace haneul::window
