#pragma once

#include "core/base/error.h"
#include "core/risk/ground/plane.h"

#include <optional>
#include <span>
#include <string_view>

// Buildings beside and under a drone (Kim et al. 2024, eqs. 10-12, and the extensions of area and height together).
namespace haneul::risk::ground {

// Eq. 10, area type, 1/m: d metres from the centre of a building. INVALID_ARGUMENT: d below 0, sigma not above 0.
inline constexpr double areaSigma_m = 8; // the paper's
[[nodiscard]] Result<double> buildingByArea_perM(double distance_m, double sigma_m = areaSigma_m);

// The three ways "mean height 8.42 m, standard deviation 1.347" can be read.
enum class HeightReading {
    LogSd,   // mu = ln mean, sigma = sd
    Moments, // mean and deviation in metres
    MeanLog, // mu = ln mean - sd^2/2, sigma = sd
};
[[nodiscard]] std::string_view toString(HeightReading reading); // "log_sd", "moments", "mean_log"
[[nodiscard]] std::optional<HeightReading> heightReadingFromString(std::string_view name);

inline constexpr double printedMeanHeight_m = 8.42, printedHeightDeviation = 1.347;

// Log-normal heights: mu and sigma of ln(metres).
struct HeightSpread {
    double mu = 0;
    double sigma = 1;

    bool operator==(const HeightSpread&) const = default;
};

// INVALID_ARGUMENT: a mean or deviation not above 0.
[[nodiscard]] Result<HeightSpread> heightSpread(double mean_m, double deviation, HeightReading reading);

struct HeightCost {
    double density_perM = 0; // psi(h), eq. 11
    double risk_perM = 0;    // R_b, eq. 12: psi(e^mu) up to e^mu
};

// INVALID_ARGUMENT: h or sigma not above 0.
[[nodiscard]] Result<HeightCost> buildingByHeight(double height_m, const HeightSpread& spread);

struct Building {
    Place_m centre;
    double footprint_m2 = 0;
    double height_m = 0;

    bool operator==(const Building&) const = default;
};

struct NavigationError {
    double horizontal_m = 8; // sigma_xy; 0: a drone is where it says it is
    double vertical_m = 5;   // sigma_z

    bool operator==(const NavigationError&) const = default;
};

// The chance to be at a place that one building fills: g_j q_j.
[[nodiscard]] double chanceToMeet(const Building& building, Place_m place, double height_m,
                                  const NavigationError& error);

// 1 - product of (1 - g_j q_j). A building further than `reach_m` from the place adds less than 3e-18.
// INVALID_ARGUMENT: an error, a footprint or a height of a building below 0, a place that is not finite.
[[nodiscard]] Result<double> chanceToMeetAny(std::span<const Building> buildings, Place_m place, double height_m,
                                             const NavigationError& error);
[[nodiscard]] double reach_m(const Building& building, const NavigationError& error);

// A cell of which only the share that is built over and the spread of heights are known.
// INVALID_ARGUMENT: a cover outside 0 to 1, a sigma not above 0.
[[nodiscard]] Result<double> chanceByCover(double height_m, double cover, const HeightSpread& spread);

} // namespace haneul::risk::ground
