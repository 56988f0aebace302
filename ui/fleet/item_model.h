#pragma once

#include "core/fleet/readiness.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

namespace haneul::fleet {

// All items of one judgement: number, limit and reason.
class ItemModel final : public orders::SyncedTable<Item> {
    Q_DECLARE_TR_FUNCTIONS(haneul::fleet::ItemModel)

public:
    enum Column { Answer, Check, Value, Limit, Reason, Asked, ColumnCount };

    using SyncedTable::SyncedTable;

    void setItems(std::vector<Item> items) { sync(std::move(items)); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const Item& row) const override { return row.code; }

    [[nodiscard]] bool same(const Item& before, const Item& after) const override { return before == after; }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const Item& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Value || column == Limit; }

private:
    [[nodiscard]] QString text(const Item& row, int column) const;
};

} // namespace haneul::fleet
