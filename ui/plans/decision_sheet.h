#pragma once

#include "ui/logbook/decision_source.h"
#include "ui/plans/plan_charts.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

class QPagedPaintDevice;

namespace haneul::plans {

// What was decided about a plan, for paper: the decision with its reason or conditions, the evidence with every number,
// the way and the history, and the code by which it can be found again in the event log. Holds all it needs.
struct SheetJob {
    plan::PlanPtr plan; // never null
    std::vector<plan::PlanStep> steps;
    std::optional<logbook::Decision> entry; // of the log, with the decision; none: nothing is decided yet
    plan::PlanStatePtr others;              // for the picture of heights; null: alone
    UtcMs made{};
    QString madeBy;
    QString family; // of fonts
};

// The last step by which somebody decided about it; null: none.
[[nodiscard]] const plan::PlanStep* decisionOf(const std::vector<plan::PlanStep>& steps);

// The first 16 hexadecimal digits of the entry's digest in groups of four, for the eye; the sheet has all 64 too.
[[nodiscard]] QString verificationCode(const logbook::Decision& entry);

// A4, in the language of the desk. Code EXPORT_FAILED.
[[nodiscard]] Result<QByteArray> sheetPdf(const SheetJob& job);
[[nodiscard]] Result<void> paintSheet(QPagedPaintDevice& device, const SheetJob& job);

} // namespace haneul::plans
