#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

// Ground risk (core/risk/ground): one study per model, and the risk of a path.
namespace haneul::studies {

[[nodiscard]] Result<std::string> impact(std::string_view body);
[[nodiscard]] Result<std::string> fatality(std::string_view body);
[[nodiscard]] Result<std::string> people(std::string_view body);
[[nodiscard]] Result<std::string> vehicleRoad(std::string_view body);
[[nodiscard]] Result<std::string> vehicleAmenity(std::string_view body);
[[nodiscard]] Result<std::string> vehDensity(std::string_view body);
[[nodiscard]] Result<std::string> buildingArea(std::string_view body);
[[nodiscard]] Result<std::string> buildingHeight(std::string_view body);
[[nodiscard]] Result<std::string> heightParams(std::string_view body);
[[nodiscard]] Result<std::string> densityAt(std::string_view body);
[[nodiscard]] Result<std::string> conserve(std::string_view body);
[[nodiscard]] Result<std::string> areaFactor(std::string_view body);
[[nodiscard]] Result<std::string> buildingCombined(std::string_view body);
[[nodiscard]] Result<std::string> buildingCell(std::string_view body);
[[nodiscard]] Result<std::string> pathRisk(std::string_view body);

} // namespace haneul::studies
