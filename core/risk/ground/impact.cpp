#include "core/risk/ground/impact.h"

#include "core/risk/ground/range.h"

#include <cmath>

namespace haneul::risk::ground {

Result<Impact> impactOf(const FallingBody& body, double height_m, const Air& air) {
    const auto fine = check({aboveZero("mass", body.mass_kg), notNegative("s_hit", body.hitArea_m2),
                             notNegative("drag", body.dragCoefficient), notNegative("height", height_m),
                             notNegative("rho", air.density_kgpm3), aboveZero("g", air.gravity_mps2)});
    if (!fine) return std::unexpected(fine.error());
    // v^2 = 2 g h (1 - exp(-x)) / x: the same as eq. 6, and exact down to no drag at all.
    const double x = body.dragCoefficient * body.hitArea_m2 * air.density_kgpm3 * height_m / body.mass_kg;
    const double slowed = x > 0 ? -std::expm1(-x) / x : 1.0;
    Impact impact;
    impact.speed_mps = std::sqrt(2 * air.gravity_mps2 * height_m * slowed);
    impact.energy_J = 0.5 * body.mass_kg * impact.speed_mps * impact.speed_mps;
    return impact;
}

Result<double> fatalityRate(double energy_J, double shelter, const Lethality& lethality) {
    const auto fine = check({notNegative("energy", energy_J), share("shelter", shelter),
                             aboveZero("b", lethality.half_J), aboveZero("d", lethality.threshold_J)});
    if (!fine) return std::unexpected(fine.error());
    const double ratio = std::sqrt(lethality.half_J / lethality.threshold_J);
    if (energy_J == 0) return 0.0;
    if (shelter > 0) return 1 / (1 + ratio * std::pow(lethality.threshold_J / energy_J, 1 / (4 * shelter)));
    if (energy_J < lethality.threshold_J) return 0.0;
    if (energy_J > lethality.threshold_J) return 1.0;
    return 1 / (1 + ratio);
}

} // namespace haneul::risk::ground
