#pragma once

#include "ui/access/record_table.h"
#include "ui/orders/list_view.h"
#include "ui/orders/synced_table.h"
#include "ui/plans/consequences.h"
#include "ui/plans/plan_desk.h"
#include "ui/plans/remedy_bar.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QSplitter;

namespace haneul::plans {

// Another plan in the way, as a finding names it, or one that would be.
struct ConflictRow {
    std::string plan;
    QString what;
    orders::ListSign sign = orders::ListSign::None;
    std::optional<UtcMs> from, to;
    std::optional<geo::VerticalLimit> lower, upper;
    std::optional<geo::LatLon> place;

    bool operator==(const ConflictRow&) const = default;
};

[[nodiscard]] std::vector<ConflictRow> conflictRows(const plan::PlanRecord& record, const Consequences& consequences);

class ConflictModel final : public orders::SyncedTable<ConflictRow> {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::ConflictModel)

public:
    enum Column { Plan, What, When, Heights, ColumnCount };

    using SyncedTable::SyncedTable;

    void setConflicts(std::vector<ConflictRow> rows) { sync(std::move(rows)); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : ColumnCount;
    }

protected:
    [[nodiscard]] std::string keyOf(const ConflictRow& row) const override { return row.plan; }

    [[nodiscard]] bool same(const ConflictRow& before, const ConflictRow& after) const override {
        return before == after;
    }

    [[nodiscard]] QString title(int column) const override;
    [[nodiscard]] QVariant value(const ConflictRow& row, int column, int role) const override;
};

// One line of the comparison.
struct SideBySide {
    QString field, mine, theirs;
};

[[nodiscard]] std::vector<SideBySide> comparison(const plan::PlanRecord& mine, const plan::PlanPtr& theirs,
                                                 const ConflictRow& conflict);

// Conflicts of one plan: each beside the plan that it meets, and what would pass instead.
class ConflictsView final : public QWidget {
    Q_OBJECT

public:
    ConflictsView(PlanDesk& desk, const theme::Theme& theme, QWidget* parent);

    void setTheme(const theme::Theme& theme);
    void setPlan(const plan::PlanPtr& plan, const Consequences& consequences); // null: none
    void search();                                                             // for proposals
    void useProposal();        // the chosen one, saved and submitted unchanged, by who may
    void returnWithProposal(); // the chosen one as a suggestion to the pilot

    [[nodiscard]] const std::vector<plan::Proposal>& proposals() const { return m_proposals; }

Q_SIGNALS:
    void returnWanted(const QString& reason);
    void said(const QString& text, bool trouble);
    void otherWanted(const QString& plan);
    void actionWanted(const QString& action); // something is to be recorded elsewhere first

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();
    void compare();
    void take(const Result<plan::ProposalSearch>& found);
    void allow();
    [[nodiscard]] const plan::Proposal* chosenProposal() const;

    PlanDesk& m_desk;
    plan::PlanPtr m_plan;
    std::vector<plan::Proposal> m_proposals;
    std::uint64_t m_question = 0; // answers to earlier ones are of no use
    ConflictModel m_conflicts;
    access::RecordTable<SideBySide> m_sides;
    access::RecordTable<plan::Proposal> m_offers;
    orders::ListView* m_list;
    orders::ListView* m_beside;
    QLabel* m_proposalText;
    RemedyBar* m_remedies;
    orders::ListView* m_offerList;
    QPushButton* m_search;
    QPushButton* m_use;
    QPushButton* m_return;
};

// "10 min later: starts 10:15:00Z", "20 m higher", "350 m longer".
[[nodiscard]] QString changeText(const plan::Proposal& proposal);
// As a suggestion to its pilot.
[[nodiscard]] QString suggestionText(const plan::Proposal& proposal);

} // namespace haneul::plans
