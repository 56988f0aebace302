#include "ui/window/delivery_control.h"

#include "ui/map/map_view.h"
#include "ui/orders/missions_side.h"
#include "ui/orders/orders_panel.h"
#include "ui/orders/orders_side.h"
#include "ui/profile/profile_panel.h"
#include "ui/window/main_window.h"

#include <QAction>

namespace haneul::window {

using orders::MissionsSide;
using orders::OrdersPanel;
using orders::OrdersSide;

void connectDeliveries(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    auto& panel = static_cast<OrdersPanel&>(window.panel(QLatin1StringView("orders"))->widget());
    // Each brings its panel to the front, so that the answer is seen.
    const auto on = [&](const char* id, auto act, QLatin1StringView shown = QLatin1StringView("orders")) {
        const auto side = QLatin1StringView(id).startsWith(QLatin1StringView("orders.")) ? OrdersPanel::Side::Orders
                                                                                         : OrdersPanel::Side::Missions;
        QObject::connect(&handled(id), &QAction::triggered, &panel, [&window, &panel, act, shown, side] {
            window.showPanel(shown);
            if (shown == QLatin1StringView("orders")) panel.bring(side);
            act();
        });
    };
    OrdersSide* orders = &panel.orders();
    MissionsSide* missions = &panel.missions();
    on("orders.new", [orders] { orders->begin(); });
    on("orders.cancel", [orders] { orders->cancelOrder(); });
    on("orders.dispatch", [orders] { orders->dispatch(); });
    on("missions.filter", [missions] { missions->focusFilter(); });
    on("missions.book", [p = &panel] { p->bookMission(); });
    on("missions.assign_drone", [missions] { missions->assignDrone(); });
    on("missions.retime", [missions] { missions->retime(); });
    on("missions.advance", [missions] { missions->advance(); });
    on("missions.hand_over", [missions] { missions->handOver(); });
    on("missions.cancel", [missions] { missions->cancelMission(); });
    on("missions.take_proposed", [missions] { missions->takeProposed(); });
    // What is drawn on the map has its numbers, findings and tools in the panel.
    for (const char* id : {"network.new", "network.edit", "network.new_link"})
        QObject::connect(&window.actionRegistry().action(QLatin1StringView(id)), &QAction::triggered, &window,
                         [&window] { window.showPanel(QLatin1StringView("network")); });
    on("missions.take_all_proposed", [missions] { missions->takeAllProposed(); });
    constexpr QLatin1StringView profileId("profile");
    auto* profile = &static_cast<profile::ProfilePanel&>(window.panel(profileId)->widget());
    QObject::connect(&window.map(), &map::MapView::linkClicked, profile,
                     [&window, profile, profileId](const QString& network, const QString& a, const QString& b) {
                         window.showPanel(profileId);
                         profile->showLink(network, a, b);
                     });
    on("profile.datum", [profile] { profile->switchDatum(); }, profileId);
    on("profile.load_flight", [profile] { profile->chooseFlight(); }, profileId);
    on("profile.export", [profile] { profile->exportAs(); }, profileId);
    on("profile.print", [profile] { profile->print(); }, profileId);
}

} // namespace haneul::window
