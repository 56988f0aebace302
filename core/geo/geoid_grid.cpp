#include "core/geo/geoid_grid.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <format>
#include <limits>

namespace haneul::geo {

namespace {

constexpr std::size_t headBytes = 40;
constexpr double earth_deg = 360;
constexpr double rounding_deg = 1e-6; // of steps such as a sixtieth, added up
constexpr float noValue_m = -88.8888F;
constexpr float most_m = 120; // EGM96: -107..86

template <class Bits, class Value = Bits>
Value bigEndian(std::string_view bytes, std::size_t offset) {
    Bits bits = 0;
    std::memcpy(&bits, bytes.data() + offset, sizeof bits);
    if constexpr (std::endian::native == std::endian::little) bits = std::byteswap(bits);
    return std::bit_cast<Value>(bits);
}

std::unexpected<Error> bad(std::string message, std::string where = "head") {
    return fail("BAD_GEOID", std::move(message), std::move(where));
}

} // namespace

Result<GeoidGrid> GeoidGrid::read(std::string_view gtx) {
    if (gtx.size() < headBytes) return bad(std::format("{} bytes are no GTX file", gtx.size()));
    GeoidGrid grid;
    std::array<double, 4> head{};
    for (std::size_t i = 0; i < head.size(); ++i)
        head[i] = bigEndian<std::uint64_t, double>(gtx, i * sizeof(double));
    const auto rows = bigEndian<std::uint32_t>(gtx, 32), columns = bigEndian<std::uint32_t>(gtx, 36);
    const auto [south, west, rowStep, columnStep] = head;
    if (!std::ranges::all_of(head, [](double value) { return std::isfinite(value); }) || rowStep <= 0 ||
        columnStep <= 0 || rows < 2 || columns < 2)
        return bad("a corner, two steps above 0 and two rows and columns or more are expected");
    if (std::uint64_t{rows} * columns > mostGeoidPosts)
        return fail("TOO_LARGE", std::format("{} x {} posts; at most {} are taken", rows, columns, mostGeoidPosts),
                    "head");
    const std::size_t posts = std::size_t{rows} * columns;
    if (gtx.size() != headBytes + posts * sizeof(float))
        return bad(std::format("{} bytes; {} x {} posts have {}", gtx.size(), rows, columns,
                               headBytes + posts * sizeof(float)));
    const double north = south + rowStep * (rows - 1), width = columnStep * columns;
    if (south < -90 - rounding_deg || north > 90 + rounding_deg || std::abs(west) > earth_deg ||
        width > earth_deg + columnStep + rounding_deg)
        return bad(
            std::format("it reaches from {} to {} degrees of latitude and over {} of longitude: more than the Earth",
                        south, north, width));
    grid.m_south_deg = south;
    grid.m_west_deg = west;
    grid.m_rowStep_deg = rowStep;
    grid.m_columnStep_deg = columnStep;
    grid.m_rows = rows;
    grid.m_columns = columns;
    grid.m_around = width > earth_deg - rounding_deg;
    grid.m_posts_m.reserve(posts);
    for (std::size_t i = 0; i < posts; ++i) {
        const auto value = bigEndian<std::uint32_t, float>(gtx, headBytes + i * sizeof(float));
        const bool none = std::isnan(value) || value == noValue_m;
        if (!none && !(std::abs(value) <= most_m))
            return bad(std::format("{} m is no height of the sea", value), std::format("post {}", i));
        grid.m_posts_m.push_back(none ? std::numeric_limits<float>::quiet_NaN() : value);
    }
    return grid;
}

std::optional<double> GeoidGrid::undulation_m(LatLon point) const {
    if (m_posts_m.empty() || !point.valid()) return std::nullopt;
    // Rounding of the head may leave a pole, or the last meridian, a millionth of a degree outside.
    const double lastRow = static_cast<double>(m_rows - 1);
    const double rounding = rounding_deg / m_rowStep_deg;
    double y = (point.latitude_deg - m_south_deg) / m_rowStep_deg;
    if (y < -rounding || y > lastRow + rounding) return std::nullopt;
    y = std::clamp(y, 0.0, lastRow);
    double eastOf_deg = std::fmod(point.longitude_deg - m_west_deg, earth_deg);
    if (eastOf_deg < 0) eastOf_deg += earth_deg;
    const double x = eastOf_deg / m_columnStep_deg;
    if (!m_around && x > static_cast<double>(m_columns - 1)) return std::nullopt;

    const auto row = std::min(static_cast<std::size_t>(y), m_rows - 2);
    const auto column = static_cast<std::size_t>(x);
    const double up = y - static_cast<double>(row), right = x - static_cast<double>(column);
    double sum_m = 0;
    for (const auto& [dy, dx] : {std::pair(0, 0), {0, 1}, {1, 0}, {1, 1}}) {
        const double weight = (dy == 1 ? up : 1 - up) * (dx == 1 ? right : 1 - right);
        if (weight == 0) continue; // a post that does not count may be unknown, or none
        const auto value = post_m(row + static_cast<std::size_t>(dy), column + static_cast<std::size_t>(dx));
        if (!value) return std::nullopt;
        sum_m += weight * *value;
    }
    return sum_m;
}

std::optional<double> GeoidGrid::post_m(std::size_t row, std::size_t column) const {
    if (column >= m_columns) {
        if (!m_around) return std::nullopt;
        column %= m_columns;
    }
    const float value = m_posts_m[row * m_columns + column];
    return std::isnan(value) ? std::nullopt : std::optional<double>(value);
}

} // namespace haneul::geo
