#include "ui/orders/order_model.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"

#include <algorithm>

namespace haneul::orders {

namespace {

using delivery::Order;
using delivery::OrderState;

QString optionalTime(const std::optional<UtcMs>& time) {
    return time ? models::utcTime(*time) : models::unknownText();
}

QVariant optionalMs(const std::optional<UtcMs>& time) {
    return time ? QVariant(static_cast<qint64>(sinceEpoch_ms(*time))) : QVariant();
}

// When the hand-over at the order's point is done.
std::optional<UtcMs> expectedOf(const Order& order, const delivery::Mission& mission) {
    const auto& nodes = mission.route.nodes;
    if (nodes.size() != mission.times.nodes.size()) return {};
    for (std::size_t i = 1; i + 1 < nodes.size(); ++i)
        if (nodes[i] == order.stop.node) return utcMs(mission.times.nodes[i].departure);
    return {};
}

bool isDone(OrderState state) {
    return state == OrderState::Delivered || state == OrderState::Cancelled;
}

} // namespace

void OrderModel::setState(delivery::DeliveryStatePtr state) {
    std::unordered_map<std::string_view, const delivery::Mission*> missions;
    missions.reserve(state->missions.size());
    for (const delivery::MissionPtr& mission : state->missions)
        missions.emplace(mission->id, mission.get());
    std::vector<OrderRow> rows;
    rows.reserve(state->orders.size());
    for (const Order& order : state->orders) {
        OrderRow row{.order = &order, .expected = {}};
        if (const auto found = missions.find(order.mission); !order.mission.empty() && found != missions.end())
            row.expected = expectedOf(order, *found->second);
        rows.push_back(row);
    }
    const delivery::DeliveryStatePtr before = std::exchange(m_state, std::move(state)); // until nobody points into it
    sync(std::move(rows));
}

QString OrderModel::title(int column) const {
    switch (column) {
    case Id:
        return tr("Order");
    case Point:
        return tr("Point");
    case HandOver:
        return tr("Hand-over");
    case Payload:
        return tr("kg");
    case Placed:
        return tr("Placed");
    case Deadline:
        return tr("Deadline");
    case Expected:
        return tr("Expected");
    case State:
        return tr("State");
    case Mission:
        return tr("Mission");
    case Reason:
        return tr("Reason");
    default:
        return {};
    }
}

QString OrderModel::text(const OrderRow& row, int column) const {
    const Order& order = *row.order;
    switch (column) {
    case Id:
        return QString::fromStdString(order.id);
    case Point:
        return QString::fromStdString(order.stop.node);
    case HandOver:
        return delivery::handOverText(order.stop.handOver);
    case Payload:
        return QString::number(order.payload_kg, 'f', 1);
    case Placed:
        return models::utcTime(order.placed);
    case Deadline:
        return optionalTime(order.deadline);
    case Expected:
        return optionalTime(row.expected);
    case State:
        return delivery::orderStateText(order.state);
    case Mission:
        return order.mission.empty() ? models::unknownText() : QString::fromStdString(order.mission);
    case Reason:
        return delivery::reasonText(order.reason);
    default:
        return {};
    }
}

QVariant OrderModel::sortValue(const OrderRow& row, int column) const {
    switch (column) {
    case Payload:
        return row.order->payload_kg;
    case Placed:
        return optionalMs(row.order->placed);
    case Deadline:
        return optionalMs(row.order->deadline);
    case Expected:
        return optionalMs(row.expected);
    case State:
        return static_cast<int>(row.order->state);
    case Mission:
        return row.order->mission.empty() ? QVariant() : QVariant(text(row, column));
    default:
        return text(row, column);
    }
}

QVariant OrderModel::value(const OrderRow& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        if (column == Expected && row.isLate()) return tr("Later than the deadline");
        return text(row, column);
    case SortRole:
        return sortValue(row, column);
    case IdRole:
        return QString::fromStdString(row.order->id);
    case SignRole: {
        const bool refused = column == State && row.order->state == OrderState::Refused;
        const bool late = column == Expected && row.isLate() && !isDone(row.order->state);
        return static_cast<int>(refused ? ListSign::Warning : late ? ListSign::Caution : ListSign::None);
    }
    case QuietRole:
        return isDone(row.order->state);
    default:
        return {};
    }
}

} // namespace haneul::orders
