#pragma once

#include "server/tiles/map_pack.h"

#include <string>
#include <string_view>

namespace haneul::tiles {

// What a name's label may reach beyond the tile that its point is on.
inline constexpr int labelReach_px = 160;

// Gives the named layers (place, aerodrome, heliport, river_name) the attributes that the style reads, and runways
// their width: label_ko and from_ko, label_en and from_en (the zoom from which the label is shown), rank (3 capital,
// 2 city, 1 town, 0 other; aerodromes 2 large, 1 medium, 0 small), from_sign, width_m. Layers that are absent stay so.
void addLabels(MapPack& pack);

// "Incheon International Airport" -> "Incheon Intl"; "Seoul Air Base (K-16)" -> "Seoul AB".
[[nodiscard]] std::string shortAerodromeName(std::string_view name);

} // namespace haneul::tiles
