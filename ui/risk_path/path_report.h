#pragma once

#include "server/paths/path_service.h"
#include "ui/study_store/compare_row.h"

#include <QByteArray>
#include <QString>

namespace haneul::risk_path {

// A study of paths for paper, in the language of the desk: every number with its unit, preset and provenance.
struct PathReport {
    QString name; // of the study; empty: it was not saved
    paths::AnswerPtr answer;
    std::size_t chosen = 0; // path
    UtcMs found{};
    QString comparedWith; // empty: with none
    std::vector<study_store::CompareRow> comparison;
    UtcMs made{};
    QString madeBy;
    QString family; // of fonts
};

// A4. Code EXPORT_FAILED.
[[nodiscard]] Result<QByteArray> reportPdf(const PathReport& report);

} // namespace haneul::risk_path
