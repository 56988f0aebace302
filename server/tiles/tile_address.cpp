#include "server/tiles/tile_address.h"

#include "server/tiles/tile_source.h"

#include <string>

namespace haneul::tiles {

Result<TileAddress> tileAddress(Palette palette, int zoom, int x, int y, int scale) {
    if (zoom < 0 || zoom > maxZoom)
        return fail("NO_SUCH_TILE", "the zoom is 0 to " + std::to_string(maxZoom), "zoom " + std::to_string(zoom));
    const int tilesPerSide = 1 << zoom;
    const auto outside = [tilesPerSide](int index) { return index < 0 || index >= tilesPerSide; };
    if (outside(x) || outside(y))
        return fail("NO_SUCH_TILE", "x and y are 0 to " + std::to_string(tilesPerSide - 1) + " at this zoom",
                    std::to_string(zoom) + "/" + std::to_string(x) + "/" + std::to_string(y));
    if (scale != 1 && scale != 2) return fail("NO_SUCH_TILE", "the scale is 1 or 2", "scale " + std::to_string(scale));
    return TileAddress{.palette = palette, .zoom = zoom, .x = x, .y = y, .scale = scale};
}

} // namespace haneul::tiles
