#include "core/risk/ground/buildings.h"

#include "core/risk/ground/range.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace haneul::risk::ground {

namespace {

constexpr double deviationsThatCount = 9; // exp(-9^2/2) = 2.6e-18: less than a double can tell from nothing beside 1

constexpr std::array readings{
    std::pair{HeightReading::LogSd, std::string_view("log_sd")},
    std::pair{HeightReading::Moments, std::string_view("moments")},
    std::pair{HeightReading::MeanLog, std::string_view("mean_log")},
};

double rootTwoPi() {
    return std::sqrt(2 * std::numbers::pi);
}

double radius_m(const Building& building) {
    return std::sqrt(building.footprint_m2 / std::numbers::pi);
}

// 1 - Phi(x), of the standard normal distribution; accurate far out.
double above(double x) {
    return 0.5 * std::erfc(x / std::numbers::sqrt2);
}

double logNormalDensity(double height_m, const HeightSpread& spread) {
    const double off = (std::log(height_m) - spread.mu) / spread.sigma;
    return std::exp(-off * off / 2) / (height_m * spread.sigma * rootTwoPi());
}

} // namespace

Result<double> buildingByArea_perM(double distance_m, double sigma_m) {
    const auto fine = check({notNegative("distance", distance_m), aboveZero("sigma", sigma_m)});
    if (!fine) return std::unexpected(fine.error());
    const double off = distance_m / sigma_m;
    return std::exp(-off * off / 2) / (sigma_m * rootTwoPi());
}

std::string_view toString(HeightReading reading) {
    for (const auto& [value, name] : readings)
        if (value == reading) return name;
    return "";
}

std::optional<HeightReading> heightReadingFromString(std::string_view text) {
    for (const auto& [value, name] : readings)
        if (name == text) return value;
    return std::nullopt;
}

Result<HeightSpread> heightSpread(double mean_m, double deviation, HeightReading reading) {
    const auto fine = check({aboveZero("mean", mean_m), aboveZero("sd", deviation)});
    if (!fine) return std::unexpected(fine.error());
    if (reading == HeightReading::LogSd) return HeightSpread{std::log(mean_m), deviation};
    if (reading == HeightReading::MeanLog) return HeightSpread{std::log(mean_m) - deviation * deviation / 2, deviation};
    const double ratio = deviation / mean_m;
    const double variance = std::log1p(ratio * ratio);
    return HeightSpread{std::log(mean_m) - variance / 2, std::sqrt(variance)};
}

Result<HeightCost> buildingByHeight(double height_m, const HeightSpread& spread) {
    const auto fine = check({aboveZero("h", height_m), anyNumber("mu", spread.mu), aboveZero("sigma", spread.sigma)});
    if (!fine) return std::unexpected(fine.error());
    const double density = logNormalDensity(height_m, spread);
    const double median_m = std::exp(spread.mu);
    return HeightCost{density, height_m <= median_m ? logNormalDensity(median_m, spread) : density};
}

double chanceToMeet(const Building& building, Place_m place, double height_m, const NavigationError& error) {
    const double outside_m =
        std::hypot(place.east - building.centre.east, place.north - building.centre.north) - radius_m(building);
    double beside = 1;
    if (outside_m > 0) {
        if (error.horizontal_m <= 0) return 0;
        const double off = outside_m / error.horizontal_m;
        if (off > deviationsThatCount) return 0;
        beside = std::exp(-off * off / 2);
    }
    if (error.vertical_m <= 0) return height_m <= building.height_m ? beside : 0;
    return beside * above((height_m - building.height_m) / error.vertical_m);
}

double reach_m(const Building& building, const NavigationError& error) {
    return radius_m(building) + deviationsThatCount * error.horizontal_m;
}

Result<double> chanceToMeetAny(std::span<const Building> buildings, Place_m place, double height_m,
                               const NavigationError& error) {
    const auto fine = check({anyNumber("x", place.east), anyNumber("y", place.north), anyNumber("z", height_m),
                             notNegative("sigma_xy", error.horizontal_m), notNegative("sigma_z", error.vertical_m)});
    if (!fine) return std::unexpected(fine.error());
    double met = 0;
    for (const Building& building : buildings) {
        if (const auto sound =
                check({notNegative("footprint", building.footprint_m2), notNegative("height", building.height_m),
                       anyNumber("x", building.centre.east), anyNumber("y", building.centre.north)});
            !sound)
            return std::unexpected(sound.error());
        met +=
            chanceToMeet(building, place, height_m, error) * (1 - met); // keeps its digits where 1 - (1 - x) does not
    }
    return met;
}

Result<double> chanceByCover(double height_m, double cover, const HeightSpread& spread) {
    const auto fine = check({anyNumber("z", height_m), share("cover", cover), anyNumber("mu", spread.mu),
                             aboveZero("sigma", spread.sigma)});
    if (!fine) return std::unexpected(fine.error());
    if (height_m <= 0) return cover;
    return cover * above((std::log(height_m) - spread.mu) / spread.sigma);
}

} // namespace haneul::risk::ground
