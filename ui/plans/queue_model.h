#pragma once

#include "server/plan/plan_state.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace haneul::plans {

// A plan as it stands at one minute.
struct QueueRow {
    plan::PlanPtr plan; // never null
    UtcMs now{};        // the minute
};

// Plans that wait for somebody, or stand: what to look at first, and why.
class QueueModel final : public orders::SyncedTable<QueueRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::QueueModel)

public:
    enum Column {
        Deadline,
        Id,
        Priority,
        Risk,
        Drone,
        Problem,
        Operator,
        Waiting,
        State,
        Approvals,
        Start,
        ColumnCount
    };

    using SyncedTable::SyncedTable;

    void setPlans(const std::vector<plan::PlanPtr>& plans, UtcMs now);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const QueueRow& row) const override { return row.plan->plan.id; }

    [[nodiscard]] bool same(const QueueRow& before, const QueueRow& after) const override {
        return before.plan == after.plan && before.now == after.now;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const QueueRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Priority; }

private:
    [[nodiscard]] static QString text(const QueueRow& row, int column);
    [[nodiscard]] static QVariant sortValue(const QueueRow& row, int column);
    [[nodiscard]] static orders::ListSign sign(const QueueRow& row, int column);
};

// How much there is to think about, the greater the more: what fails, a second approval, beyond sight, what is not
// judged.
[[nodiscard]] int riskRank(const plan::PlanRecord& plan);

// The first finding that keeps it from its approval, else the first that is not judged; null: none.
struct FirstProblem {
    const plan::CheckReport* report = nullptr;
    const plan::Finding* finding = nullptr;
};

[[nodiscard]] FirstProblem firstProblem(const plan::PlanRecord& plan);

} // namespace haneul::plans
