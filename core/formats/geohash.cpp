#include "core/formats/geohash.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace haneul::formats {

namespace {

constexpr std::string_view alphabet = "0123456789bcdefghjkmnpqrstuvwxyz";

struct Grid { // column and row of a cell, and how many bits each has
    std::uint64_t column = 0, row = 0;
    int columnBits = 0, rowBits = 0;
};

constexpr Grid gridOf(int precision) {
    const int bits = precision * 5;
    return {0, 0, (bits + 1) / 2, bits / 2};
}

std::uint64_t slot(double value, double low, double span, int bits) {
    const double cells = static_cast<double>(std::uint64_t{1} << bits);
    double at = std::floor(std::clamp((value - low) / span * cells, 0.0, cells - 1));
    // The division rounds; the edge of a cell is exact. -1e-300 degrees is south of the equator.
    if (at > 0 && value < low + at * (span / cells)) --at;
    return static_cast<std::uint64_t>(at);
}

std::string textOf(const Grid& grid) {
    std::string hash;
    const int bits = grid.columnBits + grid.rowBits;
    unsigned digit = 0;
    for (int i = 0; i < bits; ++i) {
        const bool longitude = i % 2 == 0;
        const int shift = longitude ? grid.columnBits - 1 - i / 2 : grid.rowBits - 1 - i / 2;
        digit = digit << 1 | static_cast<unsigned>((longitude ? grid.column : grid.row) >> shift & 1u);
        if (i % 5 == 4) {
            hash += alphabet[digit];
            digit = 0;
        }
    }
    return hash;
}

std::optional<Grid> gridOf(std::string_view hash) {
    if (hash.empty() || hash.size() > maxGeohashPrecision) return std::nullopt;
    Grid grid = gridOf(static_cast<int>(hash.size()));
    int i = 0;
    for (const char c : hash) {
        const auto digit = alphabet.find(c);
        if (digit == std::string_view::npos) return std::nullopt;
        for (int bit = 4; bit >= 0; --bit, ++i) {
            std::uint64_t& target = i % 2 == 0 ? grid.column : grid.row;
            target = target << 1 | (digit >> bit & 1u);
        }
    }
    return grid;
}

} // namespace

geo::LatLon GeohashCell::centre() const {
    return {(southWest.latitude_deg + northEast.latitude_deg) / 2,
            (southWest.longitude_deg + northEast.longitude_deg) / 2};
}

std::string geohashEncode(geo::LatLon position, int precision) {
    if (!position.valid()) return {};
    Grid grid = gridOf(std::clamp(precision, 1, maxGeohashPrecision));
    grid.column =
        slot(position.longitude_deg == 180.0 ? -180.0 : position.longitude_deg, -180.0, 360.0, grid.columnBits);
    grid.row = slot(position.latitude_deg, -90.0, 180.0, grid.rowBits);
    return textOf(grid);
}

std::optional<GeohashCell> geohashDecode(std::string_view hash) {
    const auto grid = gridOf(hash);
    if (!grid) return std::nullopt;
    const double width = 360.0 / static_cast<double>(std::uint64_t{1} << grid->columnBits);
    const double height = 180.0 / static_cast<double>(std::uint64_t{1} << grid->rowBits);
    const double west = -180.0 + static_cast<double>(grid->column) * width;
    const double south = -90.0 + static_cast<double>(grid->row) * height;
    return GeohashCell{{south, west}, {south + height, west + width}};
}

std::vector<std::string> geohashNeighbours(std::string_view hash) {
    const auto grid = gridOf(hash);
    if (!grid) return {};
    const std::uint64_t columns = std::uint64_t{1} << grid->columnBits;
    const std::uint64_t rows = std::uint64_t{1} << grid->rowBits;
    std::vector<std::string> around;
    for (int dy = 1; dy >= -1; --dy) {
        const std::int64_t row = static_cast<std::int64_t>(grid->row) + dy;
        if (row < 0 || row >= static_cast<std::int64_t>(rows)) continue; // beyond a pole there is no row
        for (int dx = -1; dx <= 1; ++dx) {
            if (dx == 0 && dy == 0) continue;
            Grid next = *grid;
            next.row = static_cast<std::uint64_t>(row);
            next.column = (grid->column + columns + static_cast<std::uint64_t>(dx)) % columns;
            around.push_back(textOf(next));
        }
    }
    return around;
}

} // namespace haneul::formats
