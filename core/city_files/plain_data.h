#pragma once

#include "core/base/error.h"
#include "core/geo/volume4d.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// What a file with features or measured values holds, before anybody has said what it means: the worker program turns
// GeoJSON, GeoPackage, GeoTIFF and DTED into this, a CSV is read into it here.
namespace haneul::city_files {

// Longitudes and latitudes as the file has them; they may be no places on the earth.
struct Shape {
    enum class Kind : std::uint8_t { None, Points, Lines, Polygons };

    Kind kind = Kind::None;
    std::vector<geo::LatLon> points;
    std::vector<std::vector<geo::LatLon>> lines;
    std::vector<geo::Polygon> polygons; // rings without the closing repetition
    std::string trouble;                // of None: why, where there is a reason (troubleOf in row_codes.h)

    bool operator==(const Shape&) const = default;
};

struct Row {
    std::uint64_t number = 0; // as a person counts them in the file: line of a CSV, feature from 1
    Shape shape;
    std::vector<std::string> values; // one for each column; empty: none

    bool operator==(const Row&) const = default;
};

struct Table {
    std::vector<std::string> columns;
    std::vector<Row> rows;
    std::string reference; // the reference system that the file names ("EPSG:5179", turned into WGS84); empty: none

    bool operator==(const Table&) const = default;
};

// Values along parallels and meridians of WGS84. `southWest` is the middle of the first value, rows go north.
struct Raster {
    geo::LatLon southWest;
    double rowStep_deg = 0;
    double columnStep_deg = 0;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::vector<float> values;             // NaN: none
    std::string unit;                      // as the file writes it; empty: it does not say
    std::optional<geo::HeightDatum> datum; // of heights, where the file says it
    std::string reference;
    bool resampled = false; // the file has another grid; values were interpolated

    bool operator==(const Raster& other) const; // NaN is equal to NaN
};

using Contents = std::variant<Table, Raster>;

inline constexpr std::size_t mostRows = 500'000;
inline constexpr std::size_t mostColumns = 500;
inline constexpr std::size_t mostPlaces = 20'000'000; // of all shapes
inline constexpr std::size_t longestValue = 4096;     // bytes; longer ones are cut by the writer
inline constexpr std::size_t mostValues = 25'000'000; // of a raster

// The worker's output and the stored payload: little-endian, lengths before contents.
[[nodiscard]] std::string writePlain(const Contents& contents);
// Codes: BAD_PLAIN_DATA (not written by writePlain, cut off, or beyond the limits above).
[[nodiscard]] Result<Contents> readPlain(std::string_view bytes);

} // namespace haneul::city_files
