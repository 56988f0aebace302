#pragma once

#include "core/delivery/speed_profile.h"

#include <span>
#include <vector>

namespace haneul::delivery {

// One sortie of a recorded flight with the parts of Yu et al., eqs. 1-3, so that its times compare with the planned
// ones (partTimes): the hover at the top belongs to the take-off, the hover before the descent to the flight.
// Milliseconds as in the samples.
struct FlownSortie {
    double begin_ms = 0;   // leaves the ground
    double flight_ms = 0;  // begins to move over the ground
    double landing_ms = 0; // begins to descend where it lands
    double end_ms = 0;     // stands on the ground, or the end of the recording

    [[nodiscard]] double takeOffFor_ms() const { return flight_ms - begin_ms; }

    [[nodiscard]] double flightFor_ms() const { return landing_ms - flight_ms; }

    [[nodiscard]] double landingFor_ms() const { return end_ms - landing_ms; }

    bool operator==(const FlownSortie&) const = default;
};

// Slower than these it is said to stand: the noise of satellite positions is below them.
inline constexpr double movesOver_mps = 1.0;
inline constexpr double climbsOver_mps = 0.3;

// Sorties that were recorded from the take-off to the landing, in order. A drone has left the ground when it climbs
// after it stood or at the beginning of a run, and is back when it stands after a descent.
[[nodiscard]] std::vector<FlownSortie> flownSorties(std::span<const std::vector<SpeedSample>> runs);

} // namespace haneul::delivery
