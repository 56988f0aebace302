#pragma once

#include "core/base/error.h"
#include "core/geo/position.h"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace haneul::geo {

// How far mean sea level lies above the WGS84 ellipsoid, as a grid: what turns heights of satellites (W84) into heights
// of charts (AMSL) and back. Read from NOAA's GTX format, in which PROJ brings EGM96 ("egm96_15.gtx").
class GeoidGrid {
public:
    // 40 bytes of head (south, west, steps in degrees as doubles; rows, columns as 32-bit numbers) and a float for each
    // post, all of them with the highest byte first, row by row from the south-west. -88.8888 is a post without a
    // value. Codes: BAD_GEOID (`where` "head" or "post 17": not a grid of the Earth, another length than the head says,
    // a value outside -120..120 m), TOO_LARGE.
    [[nodiscard]] static Result<GeoidGrid> read(std::string_view gtx);

    // Metres above the ellipsoid, between posts bilinear: height above mean sea level = height above the ellipsoid
    // minus this. nullopt: no place on Earth, beyond the grid, or a post that counts there has no value.
    [[nodiscard]] std::optional<double> undulation_m(LatLon point) const;

private:
    [[nodiscard]] std::optional<double> post_m(std::size_t row, std::size_t column) const;

    double m_south_deg = 0, m_west_deg = 0, m_rowStep_deg = 0, m_columnStep_deg = 0;
    std::size_t m_rows = 0, m_columns = 0;
    bool m_around = false;        // the column behind the last one is the first
    std::vector<float> m_posts_m; // NaN: no value
};

inline constexpr std::size_t mostGeoidPosts = 40'000'000; // a post a minute of arc would be 233 million; 2.5' are 37

} // namespace haneul::geo
