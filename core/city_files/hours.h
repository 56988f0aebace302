#pragma once

#include "core/city/layers.h"

#include <array>
#include <optional>
#include <string_view>

namespace haneul::city_files {

// 24 numbers that are not below 0, of the full hours 0..23, between blanks, commas, semicolons or bars; brackets around
// them may stand there (a list of a GeoJSON property). nullopt: another text.
[[nodiscard]] std::optional<std::array<double, 24>> profileFrom(std::string_view text);

// The share of each hour that something is open, mean over Monday to Friday and over Saturday and Sunday. A part of
// what OpenStreetMap writes: "24/7"; rules between semicolons, of which a later one stands before an earlier for the
// days that it names: "Mo-Fr 08:00-12:00,13:00-18:00; Sa off"; times after midnight belong to the next day. Rules of
// public and school holidays (PH, SH) are passed over. nullopt: another text.
[[nodiscard]] std::optional<city::DayWeights> openingHoursFrom(std::string_view text);

} // namespace haneul::city_files
