#include "core/city/cell_grid.h"

#include <cmath>
#include <format>
#include <numbers>

namespace haneul::city {

MetresPerDegree metresPerDegree(double latitude_deg) {
    constexpr double a_m = 6378137.0;
    constexpr double e2 = 0.00669437999014;
    constexpr double radian = std::numbers::pi / 180;
    const double sine = std::sin(latitude_deg * radian);
    const double w2 = 1 - e2 * sine * sine;
    return {.north = a_m * (1 - e2) / (w2 * std::sqrt(w2)) * radian,
            .east = a_m / std::sqrt(w2) * std::cos(latitude_deg * radian) * radian};
}

std::optional<Cell> CellGrid::cellOf(geo::LatLon point) const {
    const double row = std::floor((point.latitude_deg - southWest.latitude_deg) / rowStep_deg);
    const double column = std::floor((point.longitude_deg - southWest.longitude_deg) / columnStep_deg);
    // Written so that a NaN is outside.
    if (!(row >= 0 && row < static_cast<double>(rows) && column >= 0 && column < static_cast<double>(columns)))
        return std::nullopt;
    return Cell{static_cast<std::size_t>(row), static_cast<std::size_t>(column)};
}

geo::LatLon CellGrid::centreOf(Cell cell) const {
    return {southWest.latitude_deg + (static_cast<double>(cell.row) + 0.5) * rowStep_deg,
            southWest.longitude_deg + (static_cast<double>(cell.column) + 0.5) * columnStep_deg};
}

geo::Box CellGrid::boxOf(Cell cell) const {
    return {.south_deg = southWest.latitude_deg + static_cast<double>(cell.row) * rowStep_deg,
            .west_deg = southWest.longitude_deg + static_cast<double>(cell.column) * columnStep_deg,
            .north_deg = southWest.latitude_deg + static_cast<double>(cell.row + 1) * rowStep_deg,
            .east_deg = southWest.longitude_deg + static_cast<double>(cell.column + 1) * columnStep_deg};
}

geo::Box CellGrid::box() const {
    return {.south_deg = southWest.latitude_deg,
            .west_deg = southWest.longitude_deg,
            .north_deg = southWest.latitude_deg + static_cast<double>(rows) * rowStep_deg,
            .east_deg = southWest.longitude_deg + static_cast<double>(columns) * columnStep_deg};
}

double CellGrid::area_km2(Cell cell) const {
    const MetresPerDegree scale = metresPerDegree(centreOf(cell).latitude_deg);
    return rowStep_deg * scale.north * columnStep_deg * scale.east * 1e-6;
}

Result<void> check(const CellGrid& grid) {
    if (grid.rows == 0 || grid.columns == 0)
        return fail("BAD_GRID", "the grid has no cell; at least one row and one column are needed");
    if (grid.rows > mostCells || grid.columns > mostCells / grid.rows)
        return fail("BAD_GRID",
                    std::format("the grid has more than {} cells; take larger cells or a smaller area", mostCells));
    if (!(std::isfinite(grid.rowStep_deg) && grid.rowStep_deg > 0 && std::isfinite(grid.columnStep_deg) &&
          grid.columnStep_deg > 0))
        return fail("BAD_GRID", "the size of a cell is not above 0");
    constexpr double rounding_deg = 1e-9;
    const geo::Box box = grid.box();
    if (!grid.southWest.valid() || box.north_deg > 90 + rounding_deg || box.east_deg > 180 + rounding_deg)
        return fail("BAD_GRID", "the grid reaches beyond a pole or the antimeridian");
    return {};
}

Result<CellGrid> gridAround(geo::LatLon centre, double width_m, double height_m, double cell_m) {
    const bool sizes = std::isfinite(width_m) && std::isfinite(height_m) && std::isfinite(cell_m) && width_m > 0 &&
                       height_m > 0 && cell_m > 0;
    if (!sizes || !centre.valid() || std::abs(centre.latitude_deg) > 85)
        return fail("BAD_GRID", "width, height and size of a cell are above 0, and the centre is within 85 degrees");
    const double columns = std::ceil(width_m / cell_m - 1e-9);
    const double rows = std::ceil(height_m / cell_m - 1e-9);
    if (rows * columns > static_cast<double>(mostCells))
        return fail("BAD_GRID", std::format("{:.0f} cells are more than {}", rows * columns, mostCells));
    const MetresPerDegree scale = metresPerDegree(centre.latitude_deg);
    CellGrid grid{.southWest = {centre.latitude_deg - rows * cell_m / 2 / scale.north,
                                centre.longitude_deg - columns * cell_m / 2 / scale.east},
                  .rowStep_deg = cell_m / scale.north,
                  .columnStep_deg = cell_m / scale.east,
                  .rows = static_cast<std::size_t>(rows),
                  .columns = static_cast<std::size_t>(columns)};
    return check(grid).transform([&] { return grid; });
}

} // namespace haneul::city
