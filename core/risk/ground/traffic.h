#pragma once

#include "core/base/error.h"

// Road traffic under a drone (Kim et al. 2024, eqs. 7-9): expected fatalities per flight hour.
namespace haneul::risk::ground {

// Deaths per accident on Korean roads, 2022 (the paper's R_fv).
inline constexpr double deathsPerAccident = 0.006;
inline constexpr double evenShareOfHour = 1.0 / 24;

struct RoadPiece {
    double vehicles_perKm = 0;
    double length_km = 0;
    double width_m = 0;
};

struct TrafficCost {
    double hits = 0;               // N_hit: above 1 where more vehicle than road is counted (preset `paper`)
    double risk_perFlightHour = 0; // R_v
};

// Eqs. 7 and 8. `carArea_m2` is S_car. INVALID_ARGUMENT: a length or width not above 0, anything else below 0.
[[nodiscard]] Result<TrafficCost> roadCost(double crashRate_perHour, double carArea_m2, const RoadPiece& road,
                                           double deaths = deathsPerAccident);

// Eqs. 7 and 9; `factor` is amenityPull, or 1. INVALID_ARGUMENT: anything below 0.
[[nodiscard]] Result<TrafficCost> spreadTrafficCost(double crashRate_perHour, double hitArea_m2, double vehicles_perKm2,
                                                    double factor, double deaths = deathsPerAccident);

// Vehicles that are on a kilometre of road at one time: count of the day, share of the hour, mean speed.
// INVALID_ARGUMENT: a speed not above 0, a count below 0, a share outside 0 to 1.
[[nodiscard]] Result<double> vehiclesPerKm(double vehicles_perDay, double speed_kmh,
                                           double shareOfHour = evenShareOfHour);

// The paper's reading (preset `paper`): the vehicles of a whole day on the road at once.
// INVALID_ARGUMENT: a length not above 0, a count below 0.
[[nodiscard]] Result<double> vehiclesPerKmAsPrinted(double vehicles_perDay, double roadLength_km);

} // namespace haneul::risk::ground
