#include "ui/plans/evidence_model.h"

#include "ui/models/words.h"
#include "ui/plans/words.h"

#include <algorithm>
#include <functional>

namespace haneul::plans {

using orders::ListSign;

namespace {

plan::Verdict verdictOf(const EvidenceRow& row) {
    return row.finding != nullptr ? row.finding->verdict : row.report->verdict;
}

// The rule, its version, and what it was told to go by.
QString ruleText(const plan::CheckReport& report) {
    return QStringLiteral("%1 v%2").arg(QString::fromStdString(report.id)).arg(report.version);
}

QString parametersText(const plan::CheckReport& report) {
    QStringList lines{ruleText(report)};
    for (const auto& [name, value] : report.parameters)
        lines << QStringLiteral("%1 = %2").arg(QString::fromStdString(name), QString::fromStdString(value));
    lines << EvidenceModel::tr("all that it looked at: BLAKE2b-256 %1").arg(QString::fromStdString(report.inputs));
    return lines.join(u'\n');
}

} // namespace

void EvidenceModel::setEvidence(const plan::EvidencePtr& evidence) {
    m_evidence = evidence;
    build();
}

void EvidenceModel::setOnlyOpen(bool onlyOpen) {
    if (onlyOpen == m_onlyOpen) return;
    m_onlyOpen = onlyOpen;
    sync({}); // rows come in their order
    build();
}

void EvidenceModel::build() {
    std::vector<EvidenceRow> rows;
    if (m_evidence) {
        std::size_t number = 0;
        const std::string prefix = m_evidence->digest + std::to_string(sinceEpoch_ms(m_evidence->at)) + "/";
        std::vector<const plan::CheckReport*> reports; // what failed first, then what is not judged
        for (const plan::CheckReport& report : m_evidence->reports)
            if (!m_onlyOpen || report.verdict != plan::Verdict::Pass) reports.push_back(&report);
        std::ranges::stable_sort(reports, std::greater{}, &plan::CheckReport::verdict);
        for (const plan::CheckReport* each : reports) {
            const plan::CheckReport& report = *each;
            rows.push_back({prefix + std::to_string(number++), m_evidence, &report, nullptr});
            for (const plan::Finding& finding : report.findings)
                if (!m_onlyOpen || finding.verdict != plan::Verdict::Pass)
                    rows.push_back({prefix + std::to_string(number++), m_evidence, &report, &finding});
        }
    }
    sync(std::move(rows));
}

QString EvidenceModel::title(int column) const {
    switch (column) {
    case Verdict:
        return tr("Result");
    case Check:
        return tr("Check");
    case Where:
        return tr("What or where");
    case Value:
        return tr("Is");
    case Limit:
        return tr("Limit");
    case When:
        return tr("When (UTC)");
    case Heights:
        return tr("Heights");
    case Rule:
        return tr("Rule");
    default:
        return {};
    }
}

QString EvidenceModel::text(const EvidenceRow& row, int column) {
    const plan::Finding* const finding = row.finding;
    switch (column) {
    case Verdict:
        return verdictOf(row) == plan::Verdict::Pass ? QString(QStringLiteral("✓ ") % verdictText(plan::Verdict::Pass))
                                                     : verdictText(verdictOf(row));
    case Check:
        return finding == nullptr ? checkText(row.report->kind)
                                  : QString(QStringLiteral("      ") % findingText(*finding, row.report->kind));
    case Where:
        return finding == nullptr ? QString() : whereText(*finding, row.report->kind);
    case Value:
        return finding == nullptr ? QString() : numberText(finding->value, finding->unit, finding->limit);
    case Limit:
        return finding == nullptr ? QString() : numberText(finding->limit, finding->unit);
    case When:
        return finding == nullptr || (!finding->from && !finding->to) ? QString()
                                                                      : windowText(finding->from, finding->to);
    case Heights:
        return finding == nullptr || (!finding->lower && !finding->upper) ? QString()
                                                                          : heightsText(finding->lower, finding->upper);
    case Rule:
        return finding == nullptr ? ruleText(*row.report) : QString();
    default:
        return {};
    }
}

QVariant EvidenceModel::value(const EvidenceRow& row, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return row.finding == nullptr ? parametersText(*row.report) : QString::fromStdString(row.finding->words);
    case orders::IdRole:
        return QString::fromStdString(row.key);
    case orders::SignRole:
        if (column != Verdict || verdictOf(row) == plan::Verdict::Pass) return static_cast<int>(ListSign::None);
        return static_cast<int>(verdictOf(row) == plan::Verdict::Fail ? ListSign::Warning : ListSign::Caution);
    case orders::QuietRole:
        return row.finding != nullptr && row.finding->verdict == plan::Verdict::Pass;
    default:
        return {};
    }
}

} // namespace haneul::plans
