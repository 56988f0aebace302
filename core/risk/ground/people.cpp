#include "core/risk/ground/people.h"

#include "core/risk/ground/range.h"

#include <cmath>

namespace haneul::risk::ground {

Result<double> amenityPull(double distance_km, double scale_km) {
    const auto fine = check({notNegative("r_km", distance_km), aboveZero("scale_km", scale_km)});
    if (!fine) return std::unexpected(fine.error());
    const double r = distance_km / scale_km;
    return std::exp(1 - r * r);
}

Result<PeopleCost> peopleCost(const Vehicle& vehicle, double height_m, double people_perKm2, double factor,
                              double shelter, const Lethality& lethality, const Air& air) {
    const auto fine = check({notNegative("p_crash", vehicle.crashRate_perHour), notNegative("sigma_km2", people_perKm2),
                             notNegative("factor", factor)});
    if (!fine) return std::unexpected(fine.error());
    const auto impact = impactOf(vehicle.body, height_m, air);
    if (!impact) return std::unexpected(impact.error());
    const auto rate = fatalityRate(impact->energy_J, shelter, lethality);
    if (!rate) return std::unexpected(rate.error());
    PeopleCost cost{*impact, *rate};
    cost.hits = vehicle.body.hitArea_m2 * factor * people_perKm2 * 1e-6;
    cost.risk_perFlightHour = vehicle.crashRate_perHour * cost.hits * cost.fatalityRate;
    return cost;
}

} // namespace haneul::risk::ground
