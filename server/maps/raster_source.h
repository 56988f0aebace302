#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::maps {

// Degrees, WGS84; west may not be greater than east.
struct GeoBounds {
    double west_deg = -180;
    double south_deg = -85.0511;
    double east_deg = 180;
    double north_deg = 85.0511;

    bool operator==(const GeoBounds&) const = default;
};

// What a file says about itself; empty: it does not say.
struct RasterFacts {
    std::string title;
    std::string attribution;
    std::string licence;
    std::string date; // of the data, as the file writes it
    GeoBounds bounds;
    int minZoom = 0;
    int maxZoom = 0;
};

inline constexpr int maxTileSide_px = 4096;
inline constexpr std::size_t maxTile_bytes = 16U << 20U;

// Raster tiles of a file that somebody else made. Immutable and thread-safe.
class RasterSource {
public:
    virtual ~RasterSource() = default;
    [[nodiscard]] virtual const RasterFacts& facts() const = 0;
    // The encoded image (PNG, JPEG or WebP) of tile z/x/y, y from the north; nullopt: the file has none there.
    // Codes: MAP_FILE_BROKEN, MAP_FILE_TOO_LARGE.
    [[nodiscard]] virtual Result<std::optional<std::string>> tile(int zoom, int x, int y) const = 0;
};

// A short text from a foreign file, fit to be shown: valid UTF-8, one line, without markup, at most 300 bytes.
[[nodiscard]] std::string plainText(std::string_view foreign);

// What the first bytes say: "png", "jpeg", "webp"; "vector" (gzip or protobuf); empty: something else.
[[nodiscard]] std::string_view imageKind(std::string_view bytes);

using RasterPtr = std::shared_ptr<const RasterSource>;

// MBTiles 1.3 (an SQLite database): opened read-only and immutable, trusted_schema off, checked by quick_check with a
// time limit; `tiles` may be a table or the known view over `map` and `images`, any trigger or other view is refused.
// Codes: MAP_FILE_BROKEN, MAP_FILE_NOT_RASTER (vector tiles), MAP_FILE_TOO_LARGE, MAP_FILE_UNREADABLE.
[[nodiscard]] Result<RasterPtr> openMbtiles(const std::filesystem::path& file);

} // namespace haneul::maps
