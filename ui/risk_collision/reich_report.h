#pragma once

#include "ui/risk_collision/comparison.h"
#include "ui/risk_collision/reich_study.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace haneul::risk::collision {

// A study for paper, in the language of the desk: every number with its unit, preset and provenance. Holds all it
// needs.
struct ReportJob {
    QString name; // of the study; empty: it was not saved
    ReichStudy study;
    ReichResults results;
    QString comparedWith; // empty: with none
    std::vector<CompareRow> comparison;
    UtcMs made{};
    QString madeBy;
    QString family; // of fonts
};

// A4. Code EXPORT_FAILED.
[[nodiscard]] Result<QByteArray> reportPdf(const ReportJob& job);

} // namespace haneul::risk::collision
