#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace haneul::formats {

// What a .prj file (WKT of OGC 01-009 and 18-010, as ESRI writes it too) says coordinates are measured from. Taken:
// longitude and latitude in degrees from Greenwich on WGS84, and on Korea 2000, which lies within a metre of it (the
// answer is then its name, else empty). Everything else is UNKNOWN_DATUM with what was said: a projection, another
// datum, a shift, a unit. Nothing is guessed and nothing is transformed.
[[nodiscard]] Result<std::string> datumOfWkt(std::string_view text);

} // namespace haneul::formats
