#pragma once

#include "server/tiles/tile_address.h"

#include <string_view>

namespace haneul::tiles {

// The files of resources/map as they were when the program was built.
[[nodiscard]] std::string_view groundXml();
[[nodiscard]] std::string_view namesXml();
[[nodiscard]] std::string_view paletteEntities(Palette palette);

} // namespace haneul::tiles
