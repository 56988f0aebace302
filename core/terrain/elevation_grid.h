#pragma once

#include "core/base/error.h"
#include "core/base/provenance.h"
#include "core/geo/volume4d.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace haneul::terrain {

// Heights of the ground at posts along parallels and meridians.
struct ElevationGrid {
    Provenance provenance;
    // What the heights are measured from; nullopt: the file does not say, and nobody said it for it. Heights of an
    // unknown datum are for looking at, never for clearance.
    std::optional<geo::HeightDatum> datum;
    geo::LatLon southWest;        // the post (0, 0)
    double rowStep_deg = 0;       // of latitude
    double columnStep_deg = 0;    // of longitude
    std::size_t rows = 0;         // from the south
    std::size_t columns = 0;      // from the west
    std::vector<float> heights_m; // row by row; NaN: void

    [[nodiscard]] std::optional<double> post_m(std::size_t row, std::size_t column) const; // nullopt: void
    [[nodiscard]] geo::LatLon place(std::size_t row, std::size_t column) const;
    [[nodiscard]] geo::Box box() const; // from the first to the last post
    // Distance of neighbouring posts, the greater of the two directions.
    [[nodiscard]] double spacing_m() const;
};

inline constexpr std::size_t mostPosts = 60'000'000;

// Codes: BAD_TERRAIN (less than 2 x 2 posts, more than mostPosts, a step not above 0, beyond a pole or the
// antimeridian, a number of heights that is not that of the posts, a height outside -500..9000 m, the datum of a
// pressure altitude).
[[nodiscard]] Result<void> check(const ElevationGrid& grid);

// Between posts bilinear. nullopt: outside, or a post that counts there is void.
[[nodiscard]] std::optional<double> heightAt_m(const ElevationGrid& grid, geo::LatLon point);

// Least and greatest height of the posts that bear on a box; nullopt: the box is not wholly covered, or a void is in
// it.
struct ElevationRange {
    double least_m = 0, greatest_m = 0;
};

[[nodiscard]] std::optional<ElevationRange> rangeOver(const ElevationGrid& grid, const geo::Box& box);

} // namespace haneul::terrain
