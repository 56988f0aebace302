#include "ui/window/delivery_control.h"

#include "ui/orders/missions_side.h"
#include "ui/orders/orders_panel.h"
#include "ui/orders/orders_side.h"
#include "ui/window/main_window.h"

#include <QAction>

namespace haneul::window {

using orders::MissionsSide;
using orders::OrdersPanel;
using orders::OrdersSide;

void connectDeliveries(MainWindow& window, const std::function<QAction&(const char* id)>& handled) {
    constexpr QLatin1StringView ordersId("orders");
    auto& panel = static_cast<OrdersPanel&>(window.panel(ordersId)->widget());
    // Each brings its panel to the front, so that the answer is seen.
    const auto on = [&](const char* id, auto act) {
        QObject::connect(&handled(id), &QAction::triggered, &panel, [&window, act, ordersId] {
            window.showPanel(ordersId);
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
}

} // namespace haneul::window
