#pragma once

#include "server/ground_risk/ground_risk_service.h"

#include <string>

namespace haneul::ground_risk {

// Answers as JSON (shapes in resources/openapi.json). Values that are not judged are null.
[[nodiscard]] std::string mapJson(const MapAnswer& answer);     // with all cells
[[nodiscard]] std::string summaryJson(const MapAnswer& answer); // without them: the result of a kept study
[[nodiscard]] std::string cellJson(const CellAnswer& answer);
[[nodiscard]] std::string pathJson(const PathAnswer& answer);
[[nodiscard]] std::string libraryJson(); // vehicles with their sources, models, sheltering classes

} // namespace haneul::ground_risk
