#pragma once

#include "core/risk/ground/impact.h"
#include "core/risk/ground/vehicles.h"

#include <optional>

// People under a drone (Kim et al. 2024, eqs. 1-3): expected fatalities per flight hour.
namespace haneul::risk::ground {

// exp(1 - (r/L)^2), eqs. 3 and 9: how much more people there are r km from a large amenity that draws over L km (1 in
// the paper, which gives no unit). INVALID_ARGUMENT: r below 0, L not above 0.
[[nodiscard]] Result<double> amenityPull(double distance_km, double scale_km = 1);

struct PeopleCost {
    Impact impact;
    double fatalityRate = 0;       // R_f
    double hits = 0;               // N_hit
    double risk_perFlightHour = 0; // R_p
};

// `factor` is 1 for the uniform model, amenityPull or the factor of an area of amenities else. INVALID_ARGUMENT: see
// impactOf and fatalityRate; a density, factor or crash rate below 0.
[[nodiscard]] Result<PeopleCost> peopleCost(const Vehicle& vehicle, double height_m, double people_perKm2,
                                            double factor, double shelter, const Lethality& lethality = {},
                                            const Air& air = {});

} // namespace haneul::risk::ground
