#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

// Flight route, motion and time attributes (core/route, core/timing).
namespace haneul::studies {

[[nodiscard]] Result<std::string> split(std::string_view body);
[[nodiscard]] Result<std::string> trapezoid(std::string_view body);
[[nodiscard]] Result<std::string> position(std::string_view body);
[[nodiscard]] Result<std::string> legTimes(std::string_view body);
[[nodiscard]] Result<std::string> distance3d(std::string_view body);
[[nodiscard]] Result<std::string> times(std::string_view body);
[[nodiscard]] Result<std::string> updateActual(std::string_view body);
[[nodiscard]] Result<std::string> occupancy(std::string_view body);

} // namespace haneul::studies
