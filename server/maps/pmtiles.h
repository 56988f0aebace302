#pragma once

#include "server/maps/raster_source.h"

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace haneul::maps {

// PMTiles version 3 (https://github.com/protomaps/PMTiles, spec/v3), raster, read on plain bytes.
struct PmtilesHeader {
    std::uint64_t rootOffset = 0, rootLength = 0;
    std::uint64_t metadataOffset = 0, metadataLength = 0;
    std::uint64_t leavesOffset = 0, leavesLength = 0;
    std::uint64_t dataOffset = 0, dataLength = 0;
    std::uint8_t internalCompression = 0; // 1 none, 2 gzip
    std::uint8_t tileType = 0;            // 2 PNG, 3 JPEG, 4 WebP
    int minZoom = 0, maxZoom = 0;
    GeoBounds bounds;
};

struct PmtilesEntry {
    std::uint64_t tileId = 0;
    std::uint64_t offset = 0;
    std::uint32_t length = 0;
    std::uint32_t runLength = 0; // 0: a leaf directory
};

inline constexpr std::size_t pmtilesHeader_bytes = 127;
inline constexpr std::size_t maxDirectory_bytes = 16U << 20U; // decompressed

// `fileSize` bounds every section. Codes: MAP_FILE_BROKEN, MAP_FILE_NOT_RASTER.
[[nodiscard]] Result<PmtilesHeader> readPmtilesHeader(std::string_view bytes, std::uint64_t fileSize);
// A directory as stored (before decompression). Code MAP_FILE_BROKEN, MAP_FILE_TOO_LARGE.
[[nodiscard]] Result<std::vector<PmtilesEntry>> readPmtilesDirectory(std::string_view bytes, std::uint8_t compression);
// Position of the tile on the Hilbert curves of all zooms.
[[nodiscard]] std::uint64_t pmtilesId(int zoom, std::uint32_t x, std::uint32_t y);

// Reads `length` bytes at `offset`, nothing else. Thread-safe.
using ReadAt = std::function<Result<std::string>(std::uint64_t offset, std::uint64_t length)>;

// An archive in memory or anywhere else. Codes as below.
[[nodiscard]] Result<RasterPtr> openPmtiles(ReadAt read, std::uint64_t fileSize);
// Codes: MAP_FILE_BROKEN, MAP_FILE_NOT_RASTER (vector tiles), MAP_FILE_TOO_LARGE, MAP_FILE_UNREADABLE.
[[nodiscard]] Result<RasterPtr> openPmtiles(const std::filesystem::path& file);

} // namespace haneul::maps
