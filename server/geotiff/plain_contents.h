#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>

namespace haneul::geotiff {

// What a file holds.
enum class PlainKind : std::uint8_t {
    Features, // GeoJSON, TopoJSON, GeoPackage, Shapefile
    Values,   // GeoTIFF, DTED, HGT
};

// Reads a file of features or of values, turns places into WGS84, and writes what is in it as city_files::writePlain
// does. Of a GeoPackage the first layer that has features. Of a raster the first band; one that is not along parallels
// and meridians is interpolated.
// Codes: GIS_BROKEN (the file cannot be read), GIS_TOO_LARGE, GIS_NOT_PLACED (a raster without a reference to the
// earth), GIS_REFERENCE (a reference system that cannot be turned into WGS84), GIS_EMPTY (no layer with features),
// GIS_PICTURE (a raster of colours), GIS_NOT_WRITTEN.
[[nodiscard]] Result<void> extractPlain(PlainKind kind, const std::filesystem::path& input,
                                        const std::filesystem::path& output);

} // namespace haneul::geotiff
