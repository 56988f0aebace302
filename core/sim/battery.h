#pragma once

#include <cstdint>

namespace haneul::sim {

// Charge as a share of hover endurance: hovering drains 100 % in hoverEndurance_s. Level flight costs `cruiseFactor`
// of hovering (translational lift), climbing adds `climbFactorPerMps` per m/s of climb, standing on the ground
// `idleFactor`. Descending costs the same as level flight. No temperature, no ageing, no wind: a model for traffic,
// not for dispatch. An empty battery stays at 0 and the vehicle flies on (failures are not part of this model).
struct BatteryModel {
    double hoverEndurance_s = 2400;
    double cruiseFactor = 0.85;
    double climbFactorPerMps = 0.08;
    double idleFactor = 0.01;

    // Percent per second at the given motion.
    [[nodiscard]] double drain_pctps(double groundSpeed_mps, double verticalRate_mps) const;

    [[nodiscard]] double idleDrain_pctps() const { return 100.0 / hoverEndurance_s * idleFactor; }
};

// Open-circuit voltage of a six-cell lithium battery, straight line from 25.2 V (full) to 19.8 V (empty).
[[nodiscard]] std::uint16_t sixCellVoltage_mv(double battery_pct);

} // namespace haneul::sim
