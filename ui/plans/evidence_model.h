#pragma once

#include "server/plan/plan_state.h"
#include "ui/orders/synced_table.h"

#include <QCoreApplication>

#include <string>

namespace haneul::plans {

// A check, or under it one thing that it found.
struct EvidenceRow {
    std::string key; // unlike that of any other evidence
    plan::EvidencePtr evidence;
    const plan::CheckReport* report = nullptr; // of `evidence`
    const plan::Finding* finding = nullptr;    // null: the check itself
};

// The evidence of one plan, the checks that failed first, then those not judged: each with its verdict, its numbers and
// limits, the rule by which it was judged, and where.
class EvidenceModel final : public orders::SyncedTable<EvidenceRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::EvidenceModel)

public:
    enum Column { Verdict, Check, Where, Value, Limit, When, Heights, Rule, ColumnCount };

    using SyncedTable::SyncedTable;

    void setEvidence(const plan::EvidencePtr& evidence); // null: none
    // Without what passed and is of no interest.
    void setOnlyOpen(bool onlyOpen);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const EvidenceRow& row) const override { return row.key; }

    [[nodiscard]] bool same(const EvidenceRow& before, const EvidenceRow& after) const override {
        return before.evidence == after.evidence;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const EvidenceRow& row, int column, int role) const override;

    [[nodiscard]] bool isNumber(int column) const override { return column == Value || column == Limit; }

private:
    [[nodiscard]] static QString text(const EvidenceRow& row, int column);
    void build();

    plan::EvidencePtr m_evidence;
    bool m_onlyOpen = false;
};

} // namespace haneul::plans
