#pragma once

#include <string_view>

namespace haneul::risk::ground {

// Which building model fits an area (the paper's conclusion: area type for small areas whose buildings are known one by
// one, height type for large ones).
enum class BuildingAdvice {
    AreaType,       // small, centres known
    AreaAndHeight,  // small, centres, footprints and heights known: the extension says most
    HeightType,     // large
    HeightTypeOnly, // small, but no centres are known
};
[[nodiscard]] std::string_view toString(BuildingAdvice advice);

inline constexpr double largeArea_m = 2000; // between the paper's 600 m (area type) and 6 km (height type)

[[nodiscard]] BuildingAdvice buildingAdvice(double longerSide_m, bool centresKnown, bool heightsKnown);

// In English, with the reason.
[[nodiscard]] std::string_view words(BuildingAdvice advice);

} // namespace haneul::risk::ground
