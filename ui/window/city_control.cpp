#include "ui/window/city_control.h"

#include "ui/city/city_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using city::CityPanel;

void connectCity(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("ground");
    auto* panel = &static_cast<CityPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (CityPanel::*)()> acts[] = {{"ground.import", &CityPanel::importFile},
                                                                      {"ground.synthetic", &CityPanel::makeSynthetic},
                                                                      {"ground.retire", &CityPanel::retire}};
    // Each brings the panel to the front, so that the answer is seen.
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
}

} // namespace haneul::window
