#include "core/risk/collision/reich.h"

#include <cmath>
#include <utility>

namespace haneul::risk::collision {

namespace {

Result<void> wantProbability(double value, const char* where) {
    if (std::isfinite(value) && value >= 0 && value <= 1) return {};
    return fail("INVALID_ARGUMENT", "a probability is between 0 and 1", where);
}

Result<void> wantNotNegative(double value, const char* where) {
    if (std::isfinite(value) && value >= 0) return {};
    return fail("INVALID_ARGUMENT", "a finite number that is not below 0 is wanted", where);
}

} // namespace

Result<Terms> termsOf(const DroneSize& size, double speed_kt, const Constants& constants) {
    for (const auto& [value, where] :
         {std::pair{size.length_m, "lx"}, std::pair{size.width_m, "ly"}, std::pair{size.height_m, "lz"}})
        if (!(std::isfinite(value) && value > 0)) return fail("INVALID_SIZE", "a size is above 0", where);
    if (!(std::isfinite(constants.halfWindow_nm) && constants.halfWindow_nm > 0))
        return fail("INVALID_SX", "the half window Sx is above 0 NM", "sx");
    if (auto good = wantProbability(constants.verticalOverlap, "pz"); !good) return std::unexpected(good.error());
    for (const auto& [value, where] : {std::pair{speed_kt, "v"}, std::pair{constants.oppositeOccupancy, "ey"},
                                       std::pair{std::abs(constants.crossTrackSpeed_kt), "ydot"},
                                       std::pair{std::abs(constants.verticalSpeed_kt), "zdot"}})
        if (auto good = wantNotNegative(value, where); !good) return std::unexpected(good.error());
    return Terms{.perNauticalMile = constants.verticalOverlap * constants.oppositeOccupancy / constants.halfWindow_nm,
                 .along_kt = speed_kt,
                 .across_kt = size.length_m * std::abs(constants.crossTrackSpeed_kt) / (2 * size.width_m),
                 .vertical_kt = size.length_m * std::abs(constants.verticalSpeed_kt) / (2 * size.height_m)};
}

Result<double> collisionsPerHour(double lateralOverlap, const DroneSize& size, double speed_kt,
                                 const Constants& constants) {
    const auto terms = termsOf(size, speed_kt, constants);
    if (!terms) return std::unexpected(terms.error());
    if (auto good = wantProbability(lateralOverlap, "py"); !good) return std::unexpected(good.error());
    return lateralOverlap * terms->perNauticalMile * terms->sum_kt();
}

} // namespace haneul::risk::collision
