#pragma once

#include "core/city_files/plain_data.h"

namespace haneul::city_files {

// A CSV with one line of names (RFC 4180; comma, semicolon or tab, whichever the first line has most of; UTF-8 with or
// without a mark). Where things are is read from the columns
//   lon and lat (or longitude, latitude, lng): a point;
//   from_lon, from_lat, to_lon, to_lat: a line;
//   wkt (or geometry, geom): well-known text;
// and those columns are no values. A number of a place that cannot be read is a shape with a trouble.
// Codes: BAD_CSV (no line of names, two columns of one name, a quote that does not end, a NUL or bytes that are not
// UTF-8; `where` is the line), NO_PLACES (none of the columns above), CSV_TOO_LARGE. A line with more or fewer fields
// than names is a row with a trouble.
[[nodiscard]] Result<Table> readCsv(std::string_view bytes);

} // namespace haneul::city_files
