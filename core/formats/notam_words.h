#pragma once

#include "core/geo/position.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Words, numbers and coordinates of NOTAM; inside this room only.
namespace haneul::formats {

inline constexpr double metresPerNauticalMile = 1852;

[[nodiscard]] inline bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

[[nodiscard]] std::string_view trimmedBlanks(std::string_view text);
[[nodiscard]] std::optional<int> wholeNumber(std::string_view text);      // up to 6 digits and nothing else
[[nodiscard]] std::optional<double> decimalNumber(std::string_view text); // "0.3"

class Words {
public:
    explicit Words(std::string_view text)
        : m_rest(text) {}

    std::string_view next(); // empty: no more

private:
    std::string_view m_rest;
};

struct WrittenPlace {
    geo::LatLon place;
    std::string_view written;
    std::size_t begin = 0, end = 0; // in the text
};

// "373325N1264751E", "3733N12648E", "373325.5N 1264751.2E".
[[nodiscard]] std::vector<WrittenPlace> coordinatesIn(std::string_view text);

// Lines joined: without anything between the two halves of a coordinate, with a blank elsewhere.
[[nodiscard]] std::string joinedCoordinates(std::string_view text);

} // namespace haneul::formats
