#include "core/risk/collision/separation.h"

#include <cmath>
#include <limits>

namespace haneul::risk::collision {

std::optional<double> Separation::wholeMetres() const {
    return distance_m.transform([](double metres) { return std::ceil(metres); });
}

Result<Separation> minimumSeparation(const DroneSize& size, double speed_kt, const Constants& constants,
                                     const Overlap& overlap, double targetPerHour) {
    const auto terms = termsOf(size, speed_kt, constants);
    if (!terms) return std::unexpected(terms.error());
    if (!(std::isfinite(targetPerHour) && targetPerHour > 0))
        return fail("INVALID_ARGUMENT", "a target level of safety is above 0", "tls");
    const double perOverlap = terms->perNauticalMile * terms->sum_kt();
    const double needed = perOverlap > 0 ? targetPerHour / perOverlap : std::numeric_limits<double>::infinity();
    return distanceFor_m(overlap, needed).transform([&](std::optional<double> distance_m) {
        return Separation{needed, distance_m};
    });
}

Result<std::array<Separation, allLookups.size()>> separationByLookup(const DroneSize& size, double speed_kt,
                                                                     const Constants& constants, const Overlap& overlap,
                                                                     double targetPerHour) {
    std::array<Separation, allLookups.size()> all;
    Overlap one = overlap;
    for (std::size_t i = 0; i < all.size(); ++i) {
        one.lookup = allLookups[i];
        const auto separation = minimumSeparation(size, speed_kt, constants, one, targetPerHour);
        if (!separation) return std::unexpected(separation.error());
        all[i] = *separation;
    }
    return all;
}

} // namespace haneul::risk::collision
