#include "ui/window/ground_risk_control.h"

#include "ui/map/map_view.h"
#include "ui/risk_ground/ground_panel.h"
#include "ui/risk_ground/words.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/theme/heat_ramp.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QCoreApplication>

namespace haneul::window {

namespace {

using risk_ground::GroundPanel;

// The map that lies on the ground of 3D views: cells along parallels and meridians, which over a map of risk part from
// those of its frame by less than a cell.
scene3d::ColourGridPtr drapeOf(const GroundPanel::OnMap& shown, const theme::Theme& theme) {
    if (!shown.answer) return nullptr;
    const auto& map = shown.answer->map;
    const auto& grid = map.grid();
    const geo::LatLon southWest = shown.answer->cornerOf(0, 0);
    auto drape = std::make_shared<scene3d::ColourGrid>();
    drape->grid = {.southWest = southWest,
                   .rowStep_deg = (shown.answer->cornerOf(0, grid.rows).latitude_deg - southWest.latitude_deg) /
                                  static_cast<double>(grid.rows),
                   .columnStep_deg = (shown.answer->cornerOf(grid.columns, 0).longitude_deg - southWest.longitude_deg) /
                                     static_cast<double>(grid.columns),
                   .rows = grid.rows,
                   .columns = grid.columns};
    drape->colours.reserve(grid.size());
    for (std::size_t row = 0; row < grid.rows; ++row)
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const auto value = map.at(column, row);
            drape->colours.push_back(value ? theme::heatColor(theme, shown.scale.shareOf(*value)).rgba() : 0U);
        }
    const auto& settings = shown.answer->question.settings;
    drape->legend = QCoreApplication::translate("haneul::window::GroundRisk", "Ground risk: %1, %2 to %3 %4")
                        .arg(risk_ground::modelName(settings.model), risk_ground::numberText(shown.scale.low),
                             risk_ground::numberText(shown.scale.high), risk_ground::unitText(map.unit()));
    if (shown.answer->synthetic)
        drape->legend += QString(QStringLiteral(" · ") %
                                 QCoreApplication::translate("haneul::window::GroundRisk", "SYNTHETIC data"));
    return drape;
}

} // namespace

void connectGroundRisk(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView id("ground_risk");
    auto* panel = &static_cast<GroundPanel&>(window.panel(id)->widget());
    map::MapView& map = window.map();
    QAction& shown = handled("map.ground_risk"); // on the map and in the 3D view beside it
    shown.setChecked(map.heatShown());
    const auto drape = [&window, panel, &shown] {
        window.scene().setDrape(shown.isChecked() ? drapeOf(panel->onMap(), window.desk().theme()) : nullptr);
    };
    QObject::connect(panel, &GroundPanel::heatWanted, &map, [&map, &shown, drape](const map::HeatOverlayPtr& heat) {
        map.setHeat(heat);
        if (heat) shown.setChecked(true);
        drape();
    });
    QObject::connect(&shown, &QAction::toggled, &map, [&map, drape](bool on) {
        map.setHeatShown(on);
        drape();
    });
    // Each brings its panel to the front, so that the answer is seen.
    const auto on = [&](const char* action, auto act) {
        QObject::connect(&handled(action), &QAction::triggered, panel, [&window, id, act] {
            window.showPanel(id);
            act();
        });
    };
    on("ground_risk.compute", [panel] { panel->compute(); });
    on("ground_risk.area_of_map", [panel] { panel->takeAreaOfMap(); });
    on("ground_risk.a_on_map", [panel] { panel->showOnMap(0); });
    on("ground_risk.b_on_map", [panel] { panel->showOnMap(1); });
    on("ground_risk.open", [panel] { panel->openStudies(); });
    on("ground_risk.save", [panel] { panel->save(); });
    on("ground_risk.export", [panel] { panel->exportPdf(); });
}

} // namespace haneul::window
