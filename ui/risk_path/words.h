#pragma once

#include "server/paths/path_service.h"

#include <QString>

namespace haneul::risk_path {

[[nodiscard]] QString kindText(path::PathKind kind);
[[nodiscard]] QString answerText(const path::PlannedPath& path); // "optimal", "within 0.4 %"
[[nodiscard]] QString lengthText(double metres);
[[nodiscard]] QString timeText(double seconds);
// Expected fatalities of the flight; where it is not known throughout: not judged.
[[nodiscard]] QString riskText(const path::Totals& totals, bool anyRisk);
// What stands in the way of a path that was checked.
[[nodiscard]] QString findingText(const path::PathFinding& finding, const paths::CheckAnswer& answer);
[[nodiscard]] QString refusalText(const Error& error); // what a person can do about it

} // namespace haneul::risk_path
