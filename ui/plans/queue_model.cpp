#include "ui/plans/queue_model.h"

#include "ui/delivery/words.h"
#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <algorithm>
#include <chrono>

namespace haneul::plans {

using orders::ListSign;
using plan::Verdict;

namespace {

constexpr std::chrono::minutes soon{30};   // until the start: caution
constexpr std::chrono::minutes urgent{10}; // warning

bool waits(const plan::PlanRecord& record) {
    return record.plan.state == plan::State::PendingApproval;
}

int countOf(const plan::PlanRecord& record, Verdict verdict) {
    if (!record.evidence) return 0;
    return static_cast<int>(
        std::ranges::count_if(record.evidence->reports, [&](const auto& report) { return report.verdict == verdict; }));
}

bool lacksSource(const plan::CheckReport& report) {
    return std::ranges::all_of(report.findings, [](const auto& finding) { return finding.code == "SOURCE_MISSING"; });
}

// Something is not judged that is judged of other plans: a check that has no source here says so of every plan, and
// would make the whole list abnormal.
bool openBeyondSources(const plan::PlanRecord& record) {
    return std::ranges::any_of(record.evidence->reports, [](const auto& report) {
        return report.verdict == Verdict::NotJudged && !lacksSource(report);
    });
}

// Whole minutes, as people count down.
QString minutesText(milliseconds span) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(span < milliseconds{0} ? -span : span).count();
    const QString text = minutes < 60 ? QueueModel::tr("%1 min").arg(minutes)
                         : minutes < 48 * 60
                             ? QueueModel::tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QChar(u'0'))
                             : QueueModel::tr("%1 d").arg(minutes / (24 * 60));
    return text;
}

QString deadlineText(const QueueRow& row) {
    const milliseconds left = row.plan->plan.start - row.now;
    if (left >= milliseconds{0}) return QueueModel::tr("in %1").arg(minutesText(left));
    return QueueModel::tr("%1 ago").arg(minutesText(left));
}

QString riskText(const plan::PlanRecord& record) {
    if (!record.evidence) return QueueModel::tr("not checked");
    if (const int fails = countOf(record, Verdict::Fail); fails > 0)
        return QueueModel::tr("%n check(s) failed", nullptr, fails);
    if (const int open = countOf(record, Verdict::NotJudged); open > 0)
        return QueueModel::tr("%n not judged", nullptr, open);
    return QueueModel::tr("all passed");
}

QString problemText(const plan::PlanRecord& record) {
    const FirstProblem first = firstProblem(record);
    if (first.report == nullptr) return {};
    const QString check = checkText(first.report->kind);
    if (first.finding == nullptr) return QString(check % QStringLiteral(": ") % verdictText(first.report->verdict));
    const QString where = whereText(*first.finding, first.report->kind);
    return QString(check % QStringLiteral(": ") % (where.isEmpty() ? where : QString(where % QStringLiteral(" – "))) %
                   findingText(*first.finding, first.report->kind));
}

QString approvalsText(const plan::PlanRecord& record) {
    if (!record.evidence) return models::unknownText();
    return QueueModel::tr("%1 of %2").arg(record.approvals.size()).arg(std::max(1, record.evidence->needed.number));
}

} // namespace

FirstProblem firstProblem(const plan::PlanRecord& record) {
    if (!record.evidence) return {};
    const plan::CheckReport* first = nullptr;
    const auto rank = [](const plan::CheckReport& report) {
        return report.verdict == Verdict::Fail ? 3 : report.verdict == Verdict::Pass ? 0 : lacksSource(report) ? 1 : 2;
    };
    for (const plan::CheckReport& report : record.evidence->reports)
        if (rank(report) > (first == nullptr ? 0 : rank(*first))) first = &report;
    if (first != nullptr) return {first, first->findings.empty() ? nullptr : &first->findings.front()};
    return {};
}

int riskRank(const plan::PlanRecord& record) {
    if (!record.evidence) return 10'000;
    int rank = 1000 * countOf(record, Verdict::Fail) + 10 * countOf(record, Verdict::NotJudged);
    if (record.evidence->needed.number > 1) rank += 500;
    if (record.plan.parameters.mode == plan::SightMode::Bvlos) rank += 5;
    return rank;
}

void QueueModel::setPlans(const std::vector<plan::PlanPtr>& plans, UtcMs now) {
    const UtcMs minute = std::chrono::floor<std::chrono::minutes>(now);
    std::vector<QueueRow> rows;
    rows.reserve(plans.size());
    for (const plan::PlanPtr& plan : plans)
        rows.push_back({plan, minute});
    sync(std::move(rows));
}

QString QueueModel::title(int column) const {
    switch (column) {
    case Deadline:
        return tr("Starts");
    case Id:
        return tr("Plan");
    case Operator:
        return tr("Operator");
    case Drone:
        return tr("Drone");
    case Start:
        return tr("Start (UTC)");
    case Priority:
        return tr("Priority");
    case Risk:
        return tr("Checks");
    case Problem:
        return tr("To look at first");
    case State:
        return tr("State");
    case Waiting:
        return tr("Waits since");
    case Approvals:
        return tr("Approvals");
    default:
        return {};
    }
}

QString QueueModel::text(const QueueRow& row, int column) {
    const plan::PlanRecord& record = *row.plan;
    switch (column) {
    case Deadline:
        return deadlineText(row);
    case Id:
        return QString::fromStdString(record.plan.id);
    case Operator:
        return QString::fromStdString(record.plan.operator_id);
    case Drone:
        return QString::fromStdString(record.plan.drone_id);
    case Start:
        return dayAndTimeText(record.plan.start);
    case Priority:
        return QString::number(record.plan.priority);
    case Risk:
        return riskText(record);
    case Problem:
        return problemText(record);
    case State:
        return stateText(record.plan.state);
    case Waiting:
        return waits(record) && record.submitted ? minutesText(row.now - *record.submitted) : models::unknownText();
    case Approvals:
        return approvalsText(record);
    default:
        return {};
    }
}

QVariant QueueModel::sortValue(const QueueRow& row, int column) {
    const plan::PlanRecord& record = *row.plan;
    switch (column) {
    case Deadline:
    case Start:
        return QVariant::fromValue<qint64>(sinceEpoch_ms(record.plan.start));
    case Priority:
        return -record.plan.priority; // the greater goes before
    case Risk:
    case Problem:
        return -riskRank(record);
    case State:
        return static_cast<int>(record.plan.state);
    case Waiting:
        if (!waits(record) || !record.submitted) return {};
        return QVariant::fromValue<qint64>(sinceEpoch_ms(*record.submitted));
    default:
        return text(row, column);
    }
}

ListSign QueueModel::sign(const QueueRow& row, int column) {
    const plan::PlanRecord& record = *row.plan;
    switch (column) {
    case Deadline: {
        if (!waits(record)) return ListSign::None;
        const milliseconds left = record.plan.start - row.now;
        return left < urgent ? ListSign::Warning : left < soon ? ListSign::Caution : ListSign::None;
    }
    case Risk:
        if (!record.evidence) return ListSign::Caution;
        if (countOf(record, Verdict::Fail) > 0) return ListSign::Warning;
        return openBeyondSources(record) ? ListSign::Caution : ListSign::None;
    case State: {
        using enum plan::State;
        const auto state = record.plan.state;
        return state == Nonconforming || state == Contingent || state == Conflict ? ListSign::Warning : ListSign::None;
    }
    default:
        return ListSign::None;
    }
}

QVariant QueueModel::value(const QueueRow& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Problem || column == Start ? text(row, column) : QVariant();
    case orders::SortRole:
        return sortValue(row, column);
    case orders::IdRole:
        return QString::fromStdString(row.plan->plan.id);
    case orders::SignRole:
        return static_cast<int>(sign(row, column));
    case orders::QuietRole:
        return plan::isFinal(row.plan->plan.state);
    default:
        return {};
    }
}

} // namespace haneul::plans
