#include "ui/window/plan_control.h"

#include "ui/diagram/diagram_panel.h"
#include "ui/map/map_view.h"
#include "ui/plans/capacity_panel.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/plans_panel.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using plans::CapacityPanel;
using plans::PlansPanel;

namespace {

template <class Records>
QStringList namesOf(const Records& records) {
    QStringList names;
    for (const auto& [id, record] : records)
        if (!record->retired) names << QString::fromStdString(id);
    return names;
}

plans::KnownNames knownNames(Desk& desk) {
    const fleet::FleetState& fleet = *desk.fleet().state();
    plans::KnownNames names{.operators = {},
                            .drones = namesOf(fleet.drones),
                            .pilots = namesOf(fleet.pilots),
                            .batteries = namesOf(fleet.batteries),
                            .payloads = namesOf(fleet.payloads),
                            .missions = {}};
    for (const auto& [id, drone] : fleet.drones)
        if (const QString name = QString::fromStdString(drone->value.organisation_id);
            !name.isEmpty() && !names.operators.contains(name))
            names.operators << name;
    for (const auto& mission : desk.deliveries().state()->missions)
        if (mission->standing()) names.missions << QString::fromStdString(mission->id);
    return names;
}

void connectCapacity(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("capacity");
    auto* panel = &static_cast<CapacityPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (CapacityPanel::*)()> acts[] = {{"capacity.list", &CapacityPanel::focusList},
                                                                          {"capacity.new", &CapacityPanel::add},
                                                                          {"capacity.change", &CapacityPanel::change},
                                                                          {"capacity.retire", &CapacityPanel::retire}};
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
}

} // namespace

void connectPlans(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    connectCapacity(window, handled);
    constexpr QLatin1StringView panelId("plans");
    auto* panel = &static_cast<PlansPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (PlansPanel::*)()> acts[] = {
        {"plans.queue", &PlansPanel::focusQueue},
        {"plans.filter", &PlansPanel::focusFilter},
        {"plans.next", &PlansPanel::nextPlan},
        {"plans.previous", &PlansPanel::previousPlan},
        {"plans.view", &PlansPanel::nextView},
        {"plans.on_map", &PlansPanel::showOnMap},
        {"plans.in_3d", &PlansPanel::showIn3d},
        {"plans.in_diagram", &PlansPanel::showInDiagram},
        {"plans.approve", &PlansPanel::approve},
        {"plans.return", &PlansPanel::giveBack},
        {"plans.reject", &PlansPanel::reject},
        {"plans.revoke", &PlansPanel::revoke},
        {"plans.withdraw", &PlansPanel::withdraw},
        {"plans.proposals", &PlansPanel::searchProposals},
        {"plans.use_proposal", &PlansPanel::useProposal},
        {"plans.sheet", &PlansPanel::makeSheet},
        {"plans.new", &PlansPanel::newPlan},
        {"plans.edit", &PlansPanel::editPlan},
        {"plans.of_mission", &PlansPanel::planOfMission},
        {"plans.submit", &PlansPanel::submitPlan},
        {"plans.begin_flight", &PlansPanel::activateFlight},
        {"plans.end_flight", &PlansPanel::endFlight},
    };
    // Each brings the panel to the front, so that the answer is seen.
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
    map::MapView& map = window.map();
    QObject::connect(panel, &PlansPanel::mapWanted, &map,
                     [&map](const plan::PlanPtr& plan) { map.fitToPlaces(plans::placesOf(plan->plan)); });
    QObject::connect(panel, &PlansPanel::sceneWanted, &window,
                     [&window, &handled = handled("map.plans")](const plan::PlanPtr& plan) {
                         handled.setChecked(true);
                         window.showPanel(QLatin1StringView("scene"));
                         window.scene().flyTo(plans::placesOf(plan->plan));
                     });
    QObject::connect(panel, &PlansPanel::diagramWanted, &window, [&window](const plan::PlanPtr& plan) {
        constexpr QLatin1StringView id("diagram");
        window.showPanel(id);
        static_cast<diagram::DiagramPanel&>(window.panel(id)->widget()).view().showPlan(plan->plan.id);
    });
    // Whoever opens the workspace of approval is about to decide.
    QObject::connect(&handled("workspace.approval"), &QAction::triggered, panel, &PlansPanel::focusQueue);
    Desk& desk = window.desk();
    QObject::connect(&panel->tool(), &plans::RouteTool::lineChanged, panel,
                     [panel, &desk] { desk.planOverlay().setDrawn(panel->tool().line()); });
    QObject::connect(panel, &PlansPanel::drawingChanged, &map,
                     [&map, &handled = handled("map.plans"), panel](bool draws) {
                         draws ? map.addTool(panel->tool()) : map.removeTool(panel->tool());
                         if (!draws) return;
                         handled.setChecked(true);
                         map.setFocus();
                     });
    QObject::connect(panel, &PlansPanel::actionWanted, panel, [&window](const QString& id) {
        const QByteArray name = id.toLatin1();
        window.actionRegistry().action(QLatin1StringView(name)).trigger();
    });
    panel->setKnownNames([&desk] { return knownNames(desk); });
    panel->setMission([&desk] { return desk.missionSelection().mission(); });
}

} // namespace haneul::window
