#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace haneul::tiles {

// Draws one map tile. Implementations may take tens of milliseconds: call them off the network thread.
class TileSource {
public:
    virtual ~TileSource() = default;
    // PNG bytes of a 256 px tile (512 px when scale is 2, drawn in the same slot). `style`: a StyleStack in text.
    // Codes: BAD_STYLE, NO_SUCH_LAYER (a layer that is not there, or no longer), NO_SUCH_TILE (outside the pyramid),
    // TILE_FAILED. Thread-safe.
    [[nodiscard]] virtual Result<std::string> png(std::string_view style, int zoom, int x, int y, int scale) = 0;

    // Another number when the same address may give another picture than before. Thread-safe.
    [[nodiscard]] virtual std::uint64_t dataVersion(std::string_view /*style*/) const { return 0; }
};

inline constexpr int maxZoom = 20;

} // namespace haneul::tiles
