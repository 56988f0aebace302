#pragma once

#include "core/risk/collision/corridor.h"
#include "core/risk/collision/overlap.h"
#include "core/risk/collision/preset.h"
#include "core/risk/collision/scenario.h"
#include "core/risk/collision/sensitivity.h"

#include <QString>

// What the model says, in the language of the desk.
namespace haneul::risk::collision {

[[nodiscard]] QString plain(std::string_view text);
[[nodiscard]] QString lookupText(Lookup lookup);
[[nodiscard]] QString provenanceText(Provenance provenance);
[[nodiscard]] QString symbolText(Parameter parameter);               // "Sx": the same in all languages
[[nodiscard]] QString parameterText(Parameter parameter);            // "Half window Sx"
[[nodiscard]] QString raisingText(Direction direction);              // "▲ raises the risk"
[[nodiscard]] QString directionText(const Sensitivity& sensitivity); // "Lowering Sx by 50 % raises the risk by 100 %."
[[nodiscard]] QString decisionText(Decision decision);               // "✓ Accept"
[[nodiscard]] QString decisionSign(Decision decision);
[[nodiscard]] QString verdictText(CorridorVerdict verdict);

[[nodiscard]] QString riskText(double perHour);                          // "1.99E-02"
[[nodiscard]] QString numberText(double value);                          // six digits at most
[[nodiscard]] QString metresText(double metres);                         // "1,852 m"
[[nodiscard]] QString metresOrNone(const std::optional<double>& metres); // "none"
[[nodiscard]] QString elasticityText(double elasticity);                 // "−0.425"
[[nodiscard]] QString percentText(double percent);                       // "−33.3 %"

[[nodiscard]] QString presetText(const Preset& preset); // "table4_fit (Ey fitted)"
// Which constants come from manned aviation, and which is fitted to the paper's results; empty: none.
[[nodiscard]] QString remarkText(const Preset& preset);
[[nodiscard]] QString valueText(const Value& value, std::string_view unit); // "0.25 (95 %: 0.2 to 0.3)"
[[nodiscard]] QString sourceText(const Value& value);                       // "fitted: ..."

} // namespace haneul::risk::collision
