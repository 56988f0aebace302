#pragma once

#include "server/delivery/delivery_state.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

namespace haneul::orders {

// A mission that no longer fits, with the start that is booked for it.
struct ConflictRow {
    delivery::MissionConflict conflict;
    std::optional<UtcMs> start;

    bool operator==(const ConflictRow&) const = default;
};

// Missions that no longer fit since earlier ones are late, each with the start that is proposed (R-SLT-13).
class ConflictModel final : public SyncedTable<ConflictRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::orders::ConflictModel)

public:
    enum Column { Mission, What, Start, Proposed, ColumnCount };

    using SyncedTable::SyncedTable;

    void setState(const delivery::DeliveryState& state);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const ConflictRow& row) const override;

    [[nodiscard]] bool same(const ConflictRow& before, const ConflictRow& after) const override {
        return before == after;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const ConflictRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Start || column == Proposed; }
};

} // namespace haneul::orders
