#pragma once

#include "core/base/error.h"
#include "server/fleet/assessor.h"
#include "server/fleet/fleet_state.h"

#include <string>
#include <vector>

namespace haneul::fleet {

// What the fleet says of one drone for one flight that names no battery and no pilot (R-FLT-05).
struct DroneCheck {
    std::string battery;                // of the drone's own the one that answers best; empty: it has none
    std::vector<Item> notReady;         // and nobody answers for them
    std::vector<Item> notJudged;        // without those of the pilot
    std::vector<Item> answeredFor;      // not ready or not judged, of questions that somebody answers for
    std::vector<OverridePtr> overrides; // who
};

// An override that was given for the drone and stands until the flight has ended covers its question here too, whoever
// was to fly: only one of the battery is for the very battery. Nothing may be worse than what was seen then.
// Codes: NO_SUCH_DRONE, and those of fleet::judge.
[[nodiscard]] Result<DroneCheck> checkDrone(const FleetState& state, const Assessor& assessor, const std::string& drone,
                                            const Need& need);

} // namespace haneul::fleet
