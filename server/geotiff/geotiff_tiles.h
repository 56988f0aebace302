#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>

namespace haneul::geotiff {

struct ConversionLimits {
    std::int64_t pixels = 400'000'000; // of the GeoTIFF
    int tiles = 100'000;
    int deepestZoom = 19;
};

// Draws the picture of a GeoTIFF as a pyramid of PNG tiles in Web Mercator into a new MBTiles file. 8-bit pictures:
// grey, palette, RGB, RGBA; what the file marks as no data is transparent.
// Codes: GEOTIFF_BROKEN, GEOTIFF_NOT_PLACED (no reference to the earth), GEOTIFF_NOT_A_PICTURE (heights or other
// measurements), GEOTIFF_TOO_LARGE, GEOTIFF_NOT_WRITTEN (the output cannot be written).
[[nodiscard]] Result<void> convertGeotiff(const std::filesystem::path& input, const std::filesystem::path& output,
                                          const ConversionLimits& limits = {});

} // namespace haneul::geotiff
