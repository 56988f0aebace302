#pragma once

#include "server/tiles/canvas.h"
#include "server/tiles/tile_address.h"
#include "server/tiles/tile_source.h"

namespace haneul::tiles {

// Quiet hatching: this ground is not known.
[[nodiscard]] Canvas hatching(const TileAddress& tile);

// The map when there is no base map: quiet hatching, so that nobody takes the empty ground for open land.
class BlankTiles : public TileSource {
public:
    [[nodiscard]] Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) override;
};

} // namespace haneul::tiles
