#pragma once

#include "core/deconflict/capacity.h"
#include "ui/orders/synced_table.h"
#include "ui/profile/chart.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace haneul::plans {

// A limit of capacity, and who is in its place from now on.
struct CapacityRow {
    deconflict::CapacityLimit limit;
    std::vector<deconflict::CapacityStep> steps; // at least one; the first is now

    [[nodiscard]] const deconflict::CapacityStep& now() const { return steps.front(); }

    [[nodiscard]] const deconflict::CapacityStep& peak() const; // the first of the fullest

    bool operator==(const CapacityRow&) const = default;
};

// Limits of capacity with their use.
class CapacityModel final : public orders::SyncedTable<CapacityRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::CapacityModel)

public:
    enum Column { Id, Most, Now, Peak, PeakAt, Heights, Times, Place, ColumnCount };

    using SyncedTable::SyncedTable;

    void setRows(std::vector<CapacityRow> rows) { sync(std::move(rows)); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const CapacityRow& row) const override { return row.limit.id; }

    [[nodiscard]] bool same(const CapacityRow& before, const CapacityRow& after) const override {
        return before == after;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const CapacityRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Most || column == Now || column == Peak; }

private:
    [[nodiscard]] static QString text(const CapacityRow& row, int column);
};

[[nodiscard]] QString areaText(const geo::Area& area); // "Circle of 150 m around 37.56650N 126.97800E"

// Its use against time, beside its limit.
[[nodiscard]] profile::ChartData useChart(const CapacityRow& row);

// In which steps it is how full, with whom, a line each; those with nobody, or of less than a second, are left
// out.
[[nodiscard]] QStringList useLines(const CapacityRow& row);

} // namespace haneul::plans
