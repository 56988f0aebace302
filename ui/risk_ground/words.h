#pragma once

#include "core/base/error.h"
#include "core/risk/ground/advice.h"
#include "core/risk/ground/cell.h"

#include <QString>

namespace haneul::risk_ground {

// The words of ground risk, in the language of the moment.
[[nodiscard]] QString modelName(risk::ground::Model model);
[[nodiscard]] QString unitText(risk::ground::Unit unit);        // "fatalities per flight hour"
[[nodiscard]] QString stepName(const risk::ground::Step& step); // "Impact speed"
[[nodiscard]] QString adviceText(risk::ground::BuildingAdvice advice);
[[nodiscard]] QString refusalText(const Error& error);
[[nodiscard]] QString notJudgedText(); // "not judged"
// Three significant digits, as the paper prints: "3.31E-09"; what is not known as notJudgedText().
[[nodiscard]] QString numberText(std::optional<double> value);

} // namespace haneul::risk_ground
