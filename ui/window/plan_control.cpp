#include "ui/window/plan_control.h"

#include "ui/map/map_view.h"
#include "ui/plans/plan_picture.h"
#include "ui/plans/plans_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

#include <utility>

namespace haneul::window {

using plans::PlansPanel;

void connectPlans(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView panelId("plans");
    auto* panel = &static_cast<PlansPanel&>(window.panel(panelId)->widget());
    constexpr std::pair<const char*, void (PlansPanel::*)()> acts[] = {
        {"plans.queue", &PlansPanel::focusQueue},
        {"plans.filter", &PlansPanel::focusFilter},
        {"plans.next", &PlansPanel::nextPlan},
        {"plans.previous", &PlansPanel::previousPlan},
        {"plans.view", &PlansPanel::nextView},
        {"plans.on_map", &PlansPanel::showOnMap},
        {"plans.approve", &PlansPanel::approve},
        {"plans.return", &PlansPanel::giveBack},
        {"plans.reject", &PlansPanel::reject},
        {"plans.revoke", &PlansPanel::revoke},
        {"plans.withdraw", &PlansPanel::withdraw},
        {"plans.proposals", &PlansPanel::searchProposals},
        {"plans.use_proposal", &PlansPanel::useProposal},
        {"plans.sheet", &PlansPanel::makeSheet},
    };
    // Each brings the panel to the front, so that the answer is seen.
    for (const auto& [id, act] : acts)
        QObject::connect(&handled(id), &QAction::triggered, panel, [&window, panel, act, panelId] {
            window.showPanel(panelId);
            (panel->*act)();
        });
    map::MapView& map = window.map();
    QObject::connect(panel, &PlansPanel::mapWanted, &map, [&map](const plan::PlanPtr& plan) {
        map.fitToPlaces(plans::placesOf(plan->plan));
    });
}

} // namespace haneul::window
