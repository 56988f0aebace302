#pragma once

#include "core/geo/position.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::formats {

// Geohash (G. Niemeyer, 2008): base 32 of interleaved longitude and latitude bits; 5 characters are about 4.9 x 4.9 km.
struct GeohashCell {
    geo::LatLon southWest;
    geo::LatLon northEast;

    [[nodiscard]] geo::LatLon centre() const;
    bool operator==(const GeohashCell&) const = default;
};

inline constexpr int maxGeohashPrecision = 12;

// Precision is clamped to 1..12; a position outside the globe gives an empty text.
[[nodiscard]] std::string geohashEncode(geo::LatLon position, int precision);
// Nothing for a text that is no geohash of 1..12 characters (lower case).
[[nodiscard]] std::optional<GeohashCell> geohashDecode(std::string_view hash);
// The cells around it, west to east and north to south: eight, five in the row at a pole; across the date line they go
// on. Empty for a text that is no geohash.
[[nodiscard]] std::vector<std::string> geohashNeighbours(std::string_view hash);

} // namespace haneul::formats
