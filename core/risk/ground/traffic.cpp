#include "core/risk/ground/traffic.h"

#include "core/risk/ground/range.h"

namespace haneul::risk::ground {

Result<TrafficCost> roadCost(double crashRate_perHour, double carArea_m2, const RoadPiece& road, double deaths) {
    const auto fine = check({notNegative("p_crash", crashRate_perHour), notNegative("s_car", carArea_m2),
                             notNegative("veh_per_km", road.vehicles_perKm), aboveZero("road_km", road.length_km),
                             aboveZero("road_width_m", road.width_m), notNegative("r_fv", deaths)});
    if (!fine) return std::unexpected(fine.error());
    TrafficCost cost;
    cost.hits = carArea_m2 * road.vehicles_perKm * road.length_km / (road.length_km * 1000 * road.width_m);
    cost.risk_perFlightHour = crashRate_perHour * cost.hits * deaths;
    return cost;
}

Result<TrafficCost> spreadTrafficCost(double crashRate_perHour, double hitArea_m2, double vehicles_perKm2,
                                      double factor, double deaths) {
    const auto fine = check({notNegative("p_crash", crashRate_perHour), notNegative("s_hit", hitArea_m2),
                             notNegative("sigma_v_km2", vehicles_perKm2), notNegative("factor", factor),
                             notNegative("r_fv", deaths)});
    if (!fine) return std::unexpected(fine.error());
    TrafficCost cost;
    cost.hits = hitArea_m2 * factor * vehicles_perKm2 * 1e-6;
    cost.risk_perFlightHour = crashRate_perHour * cost.hits * deaths;
    return cost;
}

Result<double> vehiclesPerKm(double vehicles_perDay, double speed_kmh, double shareOfHour) {
    const auto fine = check({notNegative("veh_per_day", vehicles_perDay), aboveZero("speed_kmh", speed_kmh),
                             share("hour_share", shareOfHour)});
    if (!fine) return std::unexpected(fine.error());
    return vehicles_perDay * shareOfHour / speed_kmh;
}

Result<double> vehiclesPerKmAsPrinted(double vehicles_perDay, double roadLength_km) {
    const auto fine = check({notNegative("veh_per_day", vehicles_perDay), aboveZero("road_km", roadLength_km)});
    if (!fine) return std::unexpected(fine.error());
    return vehicles_perDay / roadLength_km;
}

} // namespace haneul::risk::ground
