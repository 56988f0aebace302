#pragma once

#include "core/base/error.h"
#include "core/geo/volume4d.h"

#include <cstddef>
#include <optional>

namespace haneul::city {

// Length of a degree on the WGS84 ellipsoid at a latitude: exact enough (1 in 100,000) for lengths and areas of a city.
struct MetresPerDegree {
    double north = 0;
    double east = 0;
};

[[nodiscard]] MetresPerDegree metresPerDegree(double latitude_deg);

// A number of a cell of a CellGrid.
struct Cell {
    std::size_t row = 0;    // from the south
    std::size_t column = 0; // from the west

    bool operator==(const Cell&) const = default;
};

// A grid of cells along parallels and meridians; a cell owns its south and west edge. It does not cross the
// antimeridian.
struct CellGrid {
    geo::LatLon southWest;     // corner of cell (0, 0)
    double rowStep_deg = 0;    // of latitude
    double columnStep_deg = 0; // of longitude
    std::size_t rows = 0;
    std::size_t columns = 0;

    bool operator==(const CellGrid&) const = default;

    [[nodiscard]] std::size_t size() const { return rows * columns; }

    [[nodiscard]] std::size_t indexOf(Cell cell) const { return cell.row * columns + cell.column; }

    [[nodiscard]] Cell cellAt(std::size_t index) const { return {index / columns, index % columns}; }

    [[nodiscard]] std::optional<Cell> cellOf(geo::LatLon point) const; // nullopt: outside
    [[nodiscard]] geo::LatLon centreOf(Cell cell) const;
    [[nodiscard]] geo::Box boxOf(Cell cell) const;
    [[nodiscard]] geo::Box box() const;
    [[nodiscard]] double area_km2(Cell cell) const;
};

inline constexpr std::size_t mostCells = 4'000'000;

// Code BAD_GRID: no cell, more than mostCells, a step not above 0 or not finite, or beyond the poles or the
// antimeridian.
[[nodiscard]] Result<void> check(const CellGrid& grid);

// Square cells of `cell_m` around a centre, as many as cover width and height. Code BAD_GRID.
[[nodiscard]] Result<CellGrid> gridAround(geo::LatLon centre, double width_m, double height_m, double cell_m);

} // namespace haneul::city
