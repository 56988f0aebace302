#pragma once

#include "server/city/city_service.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

namespace haneul::city {

// All datasets, one a row, the retired ones quiet.
class DatasetModel final : public orders::SyncedTable<KnownDataset> {
    Q_DECLARE_TR_FUNCTIONS(haneul::city::DatasetModel)

public:
    enum Column { Name, Kind, State, Source, Date, Rows, ImportedAt, ImportedBy, ColumnCount };

    using SyncedTable::SyncedTable;

    void setState(const CityState& state) { sync(state.datasets); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const KnownDataset& row) const override { return row.dataset.id; }

    [[nodiscard]] bool same(const KnownDataset& before, const KnownDataset& after) const override;
    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const KnownDataset& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Rows; }

private:
    [[nodiscard]] static QString text(const KnownDataset& row, int column);
};

} // namespace haneul::city
