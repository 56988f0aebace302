#include "ui/plans/evidence_difference.h"

#include "ui/plans/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace haneul::plans {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(haneul::plans::EvidenceDifference)
};

const plan::Finding* sameIn(const plan::CheckReport* report, const plan::Finding& finding) {
    if (report == nullptr) return nullptr;
    const auto found = std::ranges::find_if(report->findings, [&](const plan::Finding& each) {
        return each.code == finding.code && each.where == finding.where;
    });
    return found == report->findings.end() ? nullptr : &*found;
}

QString shownOf(const plan::Finding& finding) {
    const QString number = numberText(finding.value, finding.unit, finding.limit);
    return number.isEmpty() ? verdictText(finding.verdict)
                            : QStringLiteral("%1 (%2)").arg(number, verdictText(finding.verdict));
}

QString nameOf(const plan::Finding& finding, plan::CheckKind kind) {
    const QString where = whereText(finding, kind);
    const QString what = findingText(finding, kind);
    return where.isEmpty() ? what : QStringLiteral("%1, %2").arg(what, where);
}

} // namespace

QStringList differencesOf(const plan::Evidence& seen, const plan::Evidence& now) {
    QStringList lines;
    for (const plan::CheckReport& report : now.reports) {
        const plan::CheckReport* const before = plan::reportOf(seen.reports, report.kind);
        for (const plan::Finding& finding : report.findings) {
            const plan::Finding* const old = sameIn(before, finding);
            if (old == nullptr)
                lines << Words::tr("New: %1: %2").arg(nameOf(finding, report.kind), shownOf(finding));
            else if (shownOf(*old) != shownOf(finding))
                lines << Words::tr("%1: %2 → %3").arg(nameOf(finding, report.kind), shownOf(*old), shownOf(finding));
            else if (old->words != finding.words || old->from != finding.from || old->to != finding.to)
                lines << Words::tr("%1: it says something else").arg(nameOf(finding, report.kind));
        }
    }
    for (const plan::CheckReport& report : seen.reports) {
        const plan::CheckReport* const after = plan::reportOf(now.reports, report.kind);
        for (const plan::Finding& finding : report.findings)
            if (sameIn(after, finding) == nullptr)
                lines << Words::tr("No longer: %1: %2").arg(nameOf(finding, report.kind), shownOf(finding));
    }
    return lines;
}

} // namespace haneul::plans
