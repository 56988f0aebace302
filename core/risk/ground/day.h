#pragma once

#include "core/base/error.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

// How people and traffic change over the day: 24 hourly weights, straight lines between the hours, the day repeats.
namespace haneul::risk::ground {

enum class DayType {
    Weekday,
    Weekend,
};
[[nodiscard]] std::string_view toString(DayType day); // "weekday", "weekend"

using HourlyWeights = std::array<double, 24>;
inline constexpr HourlyWeights alwaysOne = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

// `timeOfDay_s` is any finite number of seconds; one day later is the same.
[[nodiscard]] double weightAt(const HourlyWeights& weights, double timeOfDay_s);

// One class of land use in a cell.
struct LandUse {
    double share = 0; // a_c, of the cell
    double people_perKm2 = 0;
    HourlyWeights weights = alwaysOne; // mean about 1

    bool operator==(const LandUse&) const = default;
};

// Sum of share, density and weight. INVALID_ARGUMENT: a share outside 0 to 1, a density or a weight below 0, a time
// that is not finite.
[[nodiscard]] Result<double> densityAt_perKm2(std::span<const LandUse> classes, double timeOfDay_s);

// Scales densities so that people over all areas add up to `total`. INVALID_ARGUMENT: anything below 0, lists of
// different length, nobody to scale while `total` is above 0.
[[nodiscard]] Result<std::vector<double>> conserved(std::vector<double> people_perKm2,
                                                    std::span<const double> areas_km2, double total);

} // namespace haneul::risk::ground
