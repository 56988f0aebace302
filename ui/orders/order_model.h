#pragma once

#include "server/delivery/delivery_state.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

#include <optional>

namespace haneul::orders {

// An order, and when its hand-over is expected to be done by the mission that serves it.
struct OrderRow {
    const delivery::Order* order = nullptr; // of the state that the model keeps
    std::optional<UtcMs> expected;

    [[nodiscard]] bool isLate() const { return order->deadline && expected && *expected > *order->deadline; }
};

// All orders of a state.
class OrderModel final : public SyncedTable<OrderRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::orders::OrderModel)

public:
    enum Column { Id, Point, HandOver, Payload, Placed, Deadline, Expected, State, Mission, Reason, ColumnCount };

    using SyncedTable::SyncedTable;

    void setState(delivery::DeliveryStatePtr state);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const OrderRow& row) const override { return row.order->id; }

    [[nodiscard]] bool same(const OrderRow& before, const OrderRow& after) const override {
        return before.expected == after.expected && *before.order == *after.order;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const OrderRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override {
        return column == Payload || column == Placed || column == Deadline || column == Expected;
    }

private:
    [[nodiscard]] QString text(const OrderRow& row, int column) const;
    [[nodiscard]] QVariant sortValue(const OrderRow& row, int column) const;

    delivery::DeliveryStatePtr m_state; // keeps the orders alive
};

} // namespace haneul::orders
