#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "ui/risk_ground/ground_desk.h"
#include "ui/risk_ground/heat_picture.h"

#include <QString>

namespace haneul::risk_ground {

// What a study shows, as a document.
struct Report {
    ground_risk::MapAnswerPtr a, b;
    HeatScale scaleA, scaleB;
    CellAnswerPtr cell; // null: none was explained
    QString cellModel;
    QString name; // of the study; empty: it was not saved
    UtcMs made{};
    QString madeBy;
};

// A4, landscape, on paper colours, in the language of the moment. Code EXPORT_FAILED.
[[nodiscard]] Result<void> writePdf(const QString& path, const Report& report);

// One line each, with its value for A and B: also what the panel lists.
struct SummaryRow {
    QString what, a, b;
};

[[nodiscard]] std::vector<SummaryRow> summaryRows(const ground_risk::MapAnswer& a, const ground_risk::MapAnswer& b);
// Area, drone, height, hour, presets, weights.
[[nodiscard]] QString settingsText(const ground_risk::Question& question);

} // namespace haneul::risk_ground
