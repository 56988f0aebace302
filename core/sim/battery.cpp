#include "core/sim/battery.h"

#include <algorithm>
#include <cmath>

namespace haneul::sim {

double BatteryModel::drain_pctps(double groundSpeed_mps, double verticalRate_mps) const {
    const double hover_pctps = 100.0 / hoverEndurance_s;
    const bool translating = groundSpeed_mps > 3.0; // below, the rotor still works in its own downwash
    const double level = translating ? cruiseFactor : 1.0;
    return hover_pctps * (level + climbFactorPerMps * std::max(verticalRate_mps, 0.0));
}

std::uint16_t sixCellVoltage_mv(double battery_pct) {
    const double share = std::clamp(battery_pct, 0.0, 100.0) / 100.0;
    return static_cast<std::uint16_t>(std::lround(19'800.0 + 5'400.0 * share));
}

} // namespace haneul::sim
