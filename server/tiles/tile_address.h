#pragma once

#include "core/base/error.h"

#include <string_view>

namespace haneul::tiles {

enum class Palette { Dark, Light, Contrast };

inline constexpr int tileSide_px = 256;

struct TileAddress {
    Palette palette = Palette::Dark;
    int zoom = 0;
    int x = 0;
    int y = 0;
    int scale = 1;

    [[nodiscard]] int side_px() const { return tileSide_px * scale; }
};

// Zoom 0..maxZoom; x and y 0..2^zoom-1; scale 1 or 2. Else NO_SUCH_TILE.
[[nodiscard]] Result<TileAddress> tileAddress(Palette palette, int zoom, int x, int y, int scale);

} // namespace haneul::tiles
