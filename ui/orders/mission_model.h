#pragma once

#include "server/delivery/delivery_state.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

namespace haneul::orders {

struct MissionRow {
    delivery::MissionPtr mission;
    bool conflict = false; // it no longer fits
};

// From so much on a mission is said to be late.
inline constexpr milliseconds lateFrom{60'000};

// All missions of a state.
class MissionModel final : public SyncedTable<MissionRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::orders::MissionModel)

public:
    enum Column { Id, Drone, Stops, Start, ExpectedStart, ExpectedEnd, Delay, Step, Conflict, Orders, ColumnCount };

    using SyncedTable::SyncedTable;

    void setState(const delivery::DeliveryState& state);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const MissionRow& row) const override { return row.mission->id; }

    [[nodiscard]] bool same(const MissionRow& before, const MissionRow& after) const override {
        return before.mission == after.mission && before.conflict == after.conflict; // immutable: the same object
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const MissionRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column >= Start && column <= Delay; }

private:
    [[nodiscard]] QString text(const MissionRow& row, int column) const;
    [[nodiscard]] QVariant sortValue(const MissionRow& row, int column) const;
};

// "DP-02, DP-05 (drop)": the stops in their order.
[[nodiscard]] QString stopsText(const delivery::MissionRequest& request);

} // namespace haneul::orders
