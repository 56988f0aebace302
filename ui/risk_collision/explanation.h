#pragma once

#include "ui/risk_collision/reich_study.h"

#include <QString>

#include <vector>

namespace haneul::risk::collision {

// One number on the way to a result, with where it comes from.
struct ExplainLine {
    QString what;
    QString value; // with its unit
    QString source;

    bool operator==(const ExplainLine&) const = default;
};

// Every number behind the chosen cell, in the order of the calculation, down to the decision.
[[nodiscard]] std::vector<ExplainLine> explain(const ReichStudy& study, const ReichResults& results);

// The constants of a preset and what else it knows.
[[nodiscard]] std::vector<ExplainLine> presetLines(const Preset& preset);

} // namespace haneul::risk::collision
