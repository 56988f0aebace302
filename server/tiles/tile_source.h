#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

namespace haneul::tiles {

// Draws one map tile. Implementations may take tens of milliseconds: call them off the network thread.
class TileSource {
public:
    virtual ~TileSource() = default;
    // PNG bytes of a 256 px tile (512 px when scale is 2, drawn in the same slot). Style names: "dark", "light",
    // "contrast". Refuses unknown styles and tiles outside the pyramid (code NO_SUCH_TILE).
    // Thread-safe.
    [[nodiscard]] virtual Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) = 0;
};

inline constexpr int maxZoom = 20;

} // namespace haneul::tiles
