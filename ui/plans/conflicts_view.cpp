#include "ui/plans/conflicts_view.h"

#include "core/plan/changed_plan.h"
#include "ui/delivery/words.h"
#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace haneul::plans {

using orders::ListSign;

namespace {

QPushButton* button(const char* name, QWidget* parent) {
    auto* made = new QPushButton(parent);
    made->setObjectName(QLatin1StringView(name));
    made->setAutoDefault(false);
    return made;
}

int countOf(const plan::Proposal& proposal, plan::Verdict verdict) {
    return static_cast<int>(
        std::ranges::count_if(proposal.reports, [&](const auto& report) { return report.verdict == verdict; }));
}

QString checksText(const plan::Proposal& proposal) {
    const int fails = countOf(proposal, plan::Verdict::Fail);
    const QString text = ConflictsView::tr("✓ %1 passed, %2 not judged")
                             .arg(countOf(proposal, plan::Verdict::Pass))
                             .arg(countOf(proposal, plan::Verdict::NotJudged));
    return fails == 0 ? text : QString(ConflictsView::tr("▲ %1 failed").arg(fails) % QStringLiteral(", ") % text);
}

} // namespace

// ---------------------------------------------------------------- conflicts

std::vector<ConflictRow> conflictRows(const plan::PlanRecord& record, const Consequences& consequences) {
    std::vector<ConflictRow> rows;
    if (record.evidence)
        if (const auto* report = plan::reportOf(record.evidence->reports, plan::CheckKind::Conflicts))
            for (const plan::Finding& finding : report->findings)
                if (finding.code.starts_with("CONFLICT"))
                    rows.push_back({.plan = finding.where,
                                    .what = findingText(finding, report->kind),
                                    .sign = finding.verdict == plan::Verdict::Fail        ? ListSign::Warning
                                            : finding.verdict == plan::Verdict::NotJudged ? ListSign::Caution
                                                                                          : ListSign::None,
                                    .from = finding.from,
                                    .to = finding.to,
                                    .lower = finding.lower,
                                    .upper = finding.upper,
                                    .place = finding.place});
    for (const Affected& one : consequences.affected)
        if (!std::ranges::contains(rows, one.plan, &ConflictRow::plan))
            rows.push_back({.plan = one.plan,
                            .what = one.answer == geo::Judgement::Unknown
                                        ? ConflictsView::tr("Not approved yet; may meet this one.")
                                    : one.standing == deconflict::Standing::Blocks
                                        ? ConflictsView::tr("Not approved yet; could not be any more.")
                                        : ConflictsView::tr("Not approved yet; has a higher priority."),
                            .sign = ListSign::Caution,
                            .from = one.from,
                            .to = one.to,
                            .lower = {},
                            .upper = {},
                            .place = {}});
    return rows;
}

QString ConflictModel::title(int column) const {
    switch (column) {
    case Plan:
        return tr("Other plan");
    case What:
        return tr("What it means");
    case When:
        return tr("Both there (UTC)");
    case Heights:
        return tr("Heights");
    default:
        return {};
    }
}

QVariant ConflictModel::value(const ConflictRow& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (column) {
        case Plan:
            return QString::fromStdString(row.plan);
        case What:
            return row.what;
        case When:
            return windowText(row.from, row.to);
        case Heights:
            return heightsText(row.lower, row.upper);
        default:
            return {};
        }
    case orders::IdRole:
        return QString::fromStdString(row.plan);
    case orders::SignRole:
        return static_cast<int>(column == Plan ? row.sign : ListSign::None);
    default:
        return {};
    }
}

std::vector<SideBySide> comparison(const plan::PlanRecord& mine, const plan::PlanPtr& theirs,
                                   const ConflictRow& conflict) {
    const auto text = [](const std::string& value) {
        return value.empty() ? models::unknownText() : QString::fromStdString(value);
    };
    const auto both = [&](const QString& field, auto shown) {
        return SideBySide{field, shown(mine), theirs ? shown(*theirs) : models::unknownText()};
    };
    using Record = plan::PlanRecord;
    const QString where = conflict.place ? placeText(*conflict.place) : models::unknownText();
    return {
        both(ConflictsView::tr("Plan"), [&](const Record& record) { return text(record.plan.id); }),
        both(ConflictsView::tr("State"), [](const Record& record) { return stateText(record.plan.state); }),
        both(ConflictsView::tr("Priority"), [](const Record& record) { return QString::number(record.plan.priority); }),
        both(ConflictsView::tr("Operator"), [&](const Record& record) { return text(record.plan.operator_id); }),
        both(ConflictsView::tr("Drone"), [&](const Record& record) { return text(record.plan.drone_id); }),
        both(ConflictsView::tr("Pilot"), [&](const Record& record) { return text(record.plan.pilot_id); }),
        both(ConflictsView::tr("Time (UTC)"),
             [](const Record& record) { return windowText(record.plan.start, record.plan.end); }),
        both(ConflictsView::tr("Heights"), [](const Record& record) { return heightsOf(record.plan); }),
        {ConflictsView::tr("Both there (UTC)"), windowText(conflict.from, conflict.to), where},
        {ConflictsView::tr("Both at"), heightsText(conflict.lower, conflict.upper), QString()},
    };
}

// ---------------------------------------------------------------- proposals

namespace {

// Which check comes first, and what of it is open.
QString blockedText(const plan::Evidence* evidence, plan::CheckKind kind) {
    constexpr qsizetype mostSaid = 4;
    const plan::CheckReport* const report = evidence == nullptr ? nullptr : plan::reportOf(evidence->reports, kind);
    QStringList open;
    if (report != nullptr)
        for (const plan::Finding& finding : report->findings)
            if (finding.verdict != plan::Verdict::Pass && !open.contains(findingText(finding, kind)))
                open << findingText(finding, kind);
    if (open.size() > mostSaid) open = open.first(mostSaid) << QStringLiteral("…");
    const QString first =
        ConflictsView::tr("▲ %1 comes first: no time, height or route changes it.").arg(checkText(kind));
    return open.isEmpty() ? first : QString(first % u' ' % open.join(QStringLiteral("; ")));
}

} // namespace

QString changeText(const plan::Proposal& proposal) {
    const double size = std::abs(proposal.change);
    const auto span = milliseconds{static_cast<std::int64_t>(std::llround(size * 1000))};
    switch (proposal.kind) {
    case plan::ProposalKind::Later:
        return ConflictsView::tr("%1 later: %2").arg(delivery::durationText(span), dayAndTimeText(proposal.plan.start));
    case plan::ProposalKind::Earlier:
        return ConflictsView::tr("%1 earlier: %2")
            .arg(delivery::durationText(span), dayAndTimeText(proposal.plan.start));
    case plan::ProposalKind::Height:
        return (proposal.change >= 0 ? ConflictsView::tr("%1 m higher: %2") : ConflictsView::tr("%1 m lower: %2"))
            .arg(size, 0, 'f', 0)
            .arg(heightsOf(proposal.plan));
    case plan::ProposalKind::Route:
        return std::holds_alternative<plan::WaypointRoute>(proposal.plan.operation)
                   ? ConflictsView::tr("around it, %1 m longer").arg(size, 0, 'f', 0)
                   : ConflictsView::tr("around it, %1 m² less").arg(size, 0, 'f', 0);
    }
    return models::unknownText();
}

QString suggestionText(const plan::Proposal& proposal) {
    return ConflictsView::tr("This would pass: %1.").arg(changeText(proposal));
}

ConflictsView::ConflictsView(PlanDesk& desk, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_sides({{[] { return QString(); }, [](const SideBySide& row) { return row.field; }},
               {[] { return tr("This plan"); }, [](const SideBySide& row) { return row.mine; }},
               {[] { return tr("The other"); }, [](const SideBySide& row) { return row.theirs; }}},
              this)
    , m_offers({{[] { return tr("Proposal"); }, [](const plan::Proposal& row) { return proposalText(row.kind); }},
                {[] { return tr("Change"); }, [](const plan::Proposal& row) { return changeText(row); }},
                {[] { return tr("Checked as it is"); }, [](const plan::Proposal& row) { return checksText(row); }}},
               this)
    , m_list(new orders::ListView("planConflicts", m_conflicts, theme, this))
    , m_beside(new orders::ListView("sideBySide", m_sides, theme, this))
    , m_proposalText(new QLabel(this))
    , m_remedies(new RemedyBar(this))
    , m_offerList(new orders::ListView("proposals", m_offers, theme, this))
    , m_search(button("searchProposals", this))
    , m_use(button("useProposal", this))
    , m_return(button("returnWithProposal", this)) {
    m_list->setSamples({QStringLiteral("▲ FP-000000"), QStringLiteral("A standing plan goes before and is there."),
                        QStringLiteral("00:00:00Z–00:00:00Z"), QStringLiteral("000–000 m AMSL")});
    m_list->horizontalHeader()->setStretchLastSection(true);
    m_beside->setSamples({QStringLiteral("Both there (UTC)…"), QStringLiteral("00:00:00Z–00:00:00Z"),
                          QStringLiteral("00.00000N 000.00000E")});
    m_beside->horizontalHeader()->setStretchLastSection(true);
    m_offerList->setSamples({QStringLiteral("Other height"), QStringLiteral("10 min 30 s later: 2026-00-00 00:00:00Z"),
                             QStringLiteral("✓ 7 passed, 3 not judged")});
    m_offerList->horizontalHeader()->setStretchLastSection(true);
    m_proposalText->setObjectName(QStringLiteral("proposalText"));
    m_proposalText->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_search, m_use, m_return})
        buttons->addWidget(each);
    buttons->addStretch();
    auto* left = new QVBoxLayout;
    left->addWidget(m_list, 2);
    left->addWidget(m_proposalText);
    left->addWidget(m_remedies);
    left->addWidget(m_offerList, 2);
    left->addLayout(buttons);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(left, 3);
    row->addWidget(m_beside, 2);
    connect(m_list, &orders::ListView::chosen, this, &ConflictsView::compare);
    connect(m_list, &QTableView::activated, this, [this] {
        if (!m_list->chosenId().isEmpty()) Q_EMIT otherWanted(m_list->chosenId());
    });
    connect(m_offerList->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConflictsView::allow);
    connect(m_remedies, &RemedyBar::actionWanted, this, &ConflictsView::actionWanted);
    connect(m_search, &QPushButton::clicked, this, &ConflictsView::search);
    connect(m_use, &QPushButton::clicked, this, &ConflictsView::useProposal);
    connect(m_return, &QPushButton::clicked, this, &ConflictsView::returnWithProposal);
    word();
    allow();
}

void ConflictsView::word() {
    m_list->setAccessibleName(tr("Plans that meet this one"));
    m_beside->setAccessibleName(tr("This plan beside the other"));
    m_offerList->setAccessibleName(tr("Proposals"));
    m_search->setText(tr("Look for proposals"));
    m_use->setText(tr("Use this proposal"));
    m_return->setText(tr("Return with it…"));
}

void ConflictsView::setTheme(const theme::Theme& theme) {
    m_list->setTheme(theme);
    m_beside->setTheme(theme);
    m_offerList->setTheme(theme);
}

void ConflictsView::setPlan(const plan::PlanPtr& plan, const Consequences& consequences) {
    const bool other = !plan || !m_plan || plan->plan.id != m_plan->plan.id || plan->revision != m_plan->revision ||
                       plan->evidence != m_plan->evidence;
    m_plan = plan;
    m_list->whileChanging(
        [&] { m_conflicts.setConflicts(plan ? conflictRows(*plan, consequences) : std::vector<ConflictRow>{}); });
    if (m_list->chosenId().isEmpty() && m_conflicts.rowCount() > 0)
        m_list->choose(QString::fromStdString(m_conflicts.at(0)->plan), 0);
    if (other) {
        ++m_question;
        m_proposals.clear();
        m_offers.setRecords({});
        m_remedies->setRemedies({});
        const bool open = plan && plan->evidence && plan->evidence->acceptable;
        m_proposalText->setText(!plan  ? QString()
                                : open ? tr("The plan passes as it is: no proposal is needed.")
                                       : tr("What would pass instead has not been looked for yet."));
    }
    compare();
    allow();
}

void ConflictsView::compare() {
    const int row = m_conflicts.rowOf(m_list->chosenId().toStdString());
    const ConflictRow* const conflict = m_conflicts.at(row);
    m_sides.setRecords(conflict == nullptr || !m_plan
                           ? std::vector<SideBySide>{}
                           : comparison(*m_plan, m_desk.state()->plan(conflict->plan), *conflict));
}

void ConflictsView::search() {
    if (!m_plan) return;
    m_proposalText->setText(tr("Looking for what would pass…"));
    m_desk.ask<plan::ProposalSearch>(
        this,
        [this, question = ++m_question](const Result<plan::ProposalSearch>& found) {
            if (question == m_question) take(found);
        },
        [wanted = m_plan->plan](plan::PlanService& service, people::Principal by,
                                plan::Done<plan::ProposalSearch> done) {
            service.proposals(std::move(by), wanted, std::move(done));
        });
}

void ConflictsView::take(const Result<plan::ProposalSearch>& found) {
    if (!found) {
        m_proposalText->setText(refusalText(found.error()));
        return;
    }
    m_proposals = found->proposals;
    m_offers.setRecords(m_proposals);
    if (!m_proposals.empty()) m_offerList->selectRow(0);
    QStringList lines;
    for (const plan::CheckKind kind : found->blockedBy)
        lines << blockedText(m_plan->evidence.get(), kind);
    const bool fleet = std::ranges::contains(found->blockedBy, plan::CheckKind::Readiness) && m_plan->evidence;
    m_remedies->setRemedies(fleet ? remediesOf(m_plan->plan, m_plan->evidence->reports) : std::vector<Remedy>{});
    for (const plan::Attempt& attempt : found->attempts)
        lines << attemptText(attempt);
    if (found->noneExists()) lines << tr("▲ Time, height and route were all tried: nothing passes within the limits.");
    m_proposalText->setText(lines.isEmpty() ? tr("Each proposal has been checked as it is.") : lines.join(u'\n'));
    allow();
}

const plan::Proposal* ConflictsView::chosenProposal() const {
    return m_offers.at(m_offerList->currentIndex());
}

void ConflictsView::allow() {
    const bool chosen = chosenProposal() != nullptr;
    m_search->setEnabled(m_plan && !(m_plan->evidence && m_plan->evidence->acceptable) &&
                         !plan::isFinal(m_plan->plan.state) && m_desk.may("plan.read"));
    m_use->setEnabled(chosen && m_desk.may("plan.submit"));
    m_return->setEnabled(chosen && m_plan->plan.state == plan::State::PendingApproval && m_desk.may("plan.approve"));
}

void ConflictsView::useProposal() {
    const plan::Proposal* const proposal = chosenProposal();
    if (proposal == nullptr || !m_plan) return;
    const auto id = QString::fromStdString(m_plan->plan.id);
    const auto submitted = [this, id](const Result<plan::Submission>& done) {
        if (!done) return Q_EMIT said(refusalText(done.error()), true);
        if (done->state == plan::State::PendingApproval)
            return Q_EMIT said(tr("Plan %1 is submitted as proposed and waits for approval.").arg(id), false);
        Q_EMIT said(tr("Plan %1 was submitted as proposed, but something has changed: look at its checks.").arg(id),
                    true);
    };
    m_desk.ask<plan::SavedPlan>(
        this,
        [this, submitted](const Result<plan::SavedPlan>& saved) {
            if (!saved) return Q_EMIT said(refusalText(saved.error()), true);
            m_desk.ask<plan::Submission>(
                this, submitted,
                [saved = *saved](plan::PlanService& service, people::Principal by, plan::Done<plan::Submission> done) {
                    service.submitFlightPlan(std::move(by), saved.id, saved.revision, std::move(done));
                });
        },
        [wanted = proposal->plan, basedOn = m_plan->revision](plan::PlanService& service, people::Principal by,
                                                              plan::Done<plan::SavedPlan> done) {
            service.createFlightPlan(std::move(by), wanted, basedOn, std::move(done));
        });
}

void ConflictsView::returnWithProposal() {
    if (const plan::Proposal* const proposal = chosenProposal()) Q_EMIT returnWanted(suggestionText(*proposal));
}

void ConflictsView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    word();
    m_conflicts.retranslate();
    m_sides.retranslate();
    m_offers.retranslate();
    compare();
}

} // namespace haneul::plans
