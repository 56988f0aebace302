#pragma once

#include "core/city_files/plain_data.h"

namespace haneul::city_files {

// Well-known text of a column: POINT, LINESTRING, POLYGON and their MULTI forms, x y (longitude latitude) with further
// numbers ignored; upper or lower case, an "SRID=4326;" before it is taken. Anything else is a Shape of Kind::None that
// says why.
[[nodiscard]] Shape shapeFromWkt(std::string_view text);

} // namespace haneul::city_files
