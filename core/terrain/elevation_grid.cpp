#include "core/terrain/elevation_grid.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::terrain {

namespace {

constexpr double metresPerDegreeOfArc = 111'194.9; // mean sphere: for a spacing that is only shown and compared
constexpr double lowestGround_m = -500;
constexpr double highestGround_m = 9000;
constexpr double rounding = 1e-7; // of a step (0.01 mm at posts of 100 m): a place so near to a post is on it

// A place between posts: the post to the south or west, and the share on the way to the next.
struct Between {
    std::size_t post = 0;
    double share = 0;
};

std::optional<Between> between(double place, std::size_t posts) {
    const double last = static_cast<double>(posts - 1);
    if (!(place >= -rounding && place <= last + rounding)) return std::nullopt; // a NaN is outside
    const double nearest = std::round(place);
    const double inside = std::clamp(std::abs(place - nearest) < rounding ? nearest : place, 0.0, last);
    const double post = std::min(std::floor(inside), last - 1);
    return Between{static_cast<std::size_t>(post), inside - post};
}

std::optional<Between> rowOf(const ElevationGrid& grid, double latitude_deg) {
    return between((latitude_deg - grid.southWest.latitude_deg) / grid.rowStep_deg, grid.rows);
}

std::optional<Between> columnOf(const ElevationGrid& grid, double longitude_deg) {
    return between((longitude_deg - grid.southWest.longitude_deg) / grid.columnStep_deg, grid.columns);
}

} // namespace

std::optional<double> ElevationGrid::post_m(std::size_t row, std::size_t column) const {
    const auto height_m = static_cast<double>(heights_m[row * columns + column]);
    return std::isnan(height_m) ? std::nullopt : std::optional(height_m);
}

geo::LatLon ElevationGrid::place(std::size_t row, std::size_t column) const {
    return {southWest.latitude_deg + static_cast<double>(row) * rowStep_deg,
            southWest.longitude_deg + static_cast<double>(column) * columnStep_deg};
}

geo::Box ElevationGrid::box() const {
    const geo::LatLon northEast = place(rows - 1, columns - 1);
    return {southWest.latitude_deg, southWest.longitude_deg, northEast.latitude_deg, northEast.longitude_deg};
}

double ElevationGrid::spacing_m() const {
    const double middle_deg = southWest.latitude_deg + rowStep_deg * static_cast<double>(rows) / 2;
    return metresPerDegreeOfArc * std::max(rowStep_deg, columnStep_deg * std::cos(middle_deg * std::numbers::pi / 180));
}

Result<void> check(const ElevationGrid& grid) {
    if (grid.rows < 2 || grid.columns < 2)
        return fail("BAD_TERRAIN",
                    std::format("the grid has {} x {} posts; at least 2 x 2 are needed", grid.rows, grid.columns));
    if (grid.columns > mostPosts / grid.rows)
        return fail("BAD_TERRAIN", std::format("the grid has more than {} posts; cut it to the area", mostPosts));
    if (!(std::isfinite(grid.rowStep_deg) && grid.rowStep_deg > 0 && std::isfinite(grid.columnStep_deg) &&
          grid.columnStep_deg > 0))
        return fail("BAD_TERRAIN", "the distance of the posts is not above 0");
    const geo::Box box = grid.box();
    if (!grid.southWest.valid() || !geo::LatLon{box.north_deg, box.east_deg}.valid())
        return fail("BAD_TERRAIN", "the grid reaches beyond a pole or the antimeridian");
    if (grid.heights_m.size() != grid.rows * grid.columns)
        return fail("BAD_TERRAIN",
                    std::format("{} heights for {} posts", grid.heights_m.size(), grid.rows * grid.columns));
    if (grid.datum == geo::HeightDatum::Std)
        return fail("BAD_TERRAIN", "the ground has no pressure altitude; AMSL, W84 or none are possible", "datum");
    const auto wrong = std::ranges::find_if(grid.heights_m, [](float height) {
        return !std::isnan(height) &&
               !(static_cast<double>(height) >= lowestGround_m && static_cast<double>(height) <= highestGround_m);
    });
    if (wrong == grid.heights_m.end()) return {};
    const auto post = static_cast<std::size_t>(wrong - grid.heights_m.begin());
    return fail("BAD_TERRAIN",
                std::format("a height of {} m; from {} to {} m is ground (are these feet, or centimetres?)", *wrong,
                            lowestGround_m, highestGround_m),
                std::format("row {}, column {}", post / grid.columns, post % grid.columns));
}

std::optional<double> heightAt_m(const ElevationGrid& grid, geo::LatLon point) {
    if (grid.rows < 2 || grid.columns < 2) return std::nullopt;
    const auto row = rowOf(grid, point.latitude_deg);
    const auto column = columnOf(grid, point.longitude_deg);
    if (!row || !column) return std::nullopt;
    double height_m = 0;
    for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t j = 0; j < 2; ++j) {
            const double weight = (i == 0 ? 1 - row->share : row->share) * (j == 0 ? 1 - column->share : column->share);
            if (weight <= 0) continue; // a void that does not count there
            const std::optional<double> post_m = grid.post_m(row->post + i, column->post + j);
            if (!post_m) return std::nullopt;
            height_m += weight * *post_m;
        }
    return height_m;
}

std::optional<ElevationRange> rangeOver(const ElevationGrid& grid, const geo::Box& box) {
    if (grid.rows < 2 || grid.columns < 2) return std::nullopt;
    const auto south = rowOf(grid, box.south_deg), north = rowOf(grid, box.north_deg);
    const auto west = columnOf(grid, box.west_deg), east = columnOf(grid, box.east_deg);
    if (!south || !north || !west || !east || box.west_deg > box.east_deg) return std::nullopt;
    const std::size_t lastRow = north->post + (north->share > 0 ? 1 : 0);
    const std::size_t lastColumn = east->post + (east->share > 0 ? 1 : 0);
    std::optional<ElevationRange> range;
    for (std::size_t row = south->post; row <= lastRow; ++row)
        for (std::size_t column = west->post; column <= lastColumn; ++column) {
            const std::optional<double> post_m = grid.post_m(row, column);
            if (!post_m) return std::nullopt;
            if (!range) range = ElevationRange{*post_m, *post_m};
            range->least_m = std::min(range->least_m, *post_m);
            range->greatest_m = std::max(range->greatest_m, *post_m);
        }
    return range;
}

} // namespace haneul::terrain
