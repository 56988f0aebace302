#include "core/sim/route.h"

namespace haneul::sim {

VehicleLimits VehicleLimits::airliner() {
    return {.maxGroundSpeed_mps = 140.0,
            .minSpeed_mps = 60.0,
            .acceleration_mps2 = 1.5,
            .lateralAcceleration_mps2 = 4.5, // 25 degrees of bank
            .climbRate_mps = 13.0,
            .descentRate_mps = 10.0,
            .turnRate_dps = 3.0,
            .cornerTolerance_m = 4000.0};
}

VehicleLimits VehicleLimits::helicopter() {
    return {.maxGroundSpeed_mps = 60.0,
            .minSpeed_mps = 0.0,
            .acceleration_mps2 = 1.5,
            .lateralAcceleration_mps2 = 4.5,
            .climbRate_mps = 7.0,
            .descentRate_mps = 5.0,
            .turnRate_dps = 9.0,
            .cornerTolerance_m = 100.0};
}

} // namespace haneul::sim
