#pragma once

#include "core/risk/collision/overlap.h"
#include "core/risk/collision/preset.h"

namespace haneul::risk::collision {

// One drone of a pair on parallel routes in opposite directions at one level.
struct RouteUser {
    DroneSize size;
    double speed_kt = 0;

    bool operator==(const RouteUser&) const = default;
};

struct ParallelRisk {
    DroneSize size;               // the mean of both
    double speed_kt = 0;          // the mean of both
    double overlap = 0;           // Py
    double collisionsPerHour = 0; // N
    Decision decision = Decision::Reject;
    bool fitted = false;         // the preset has a number that is fitted to the paper's results
    bool mannedAviation = false; // the preset has a number that comes from manned aviation

    bool operator==(const ParallelRisk&) const = default;
};

// N for two plans whose routes run side by side, `distance_m` apart, towards each other at one level (R-CRM-15). The
// model knows one size of drone: of two that differ it gets the mean of both in each dimension, which is the distance
// of their centres when they touch; V is the mean of their speeds, as half of the speed at which they meet. Codes:
// those of collisionsPerHour and overlapAt; INVALID_ARGUMENT for a target that is not above 0.
[[nodiscard]] Result<ParallelRisk> parallelRisk(double distance_m, const RouteUser& one, const RouteUser& other,
                                                const Preset& preset, const Overlap& overlap = {},
                                                double targetPerHour = icaoTargetPerHour);

} // namespace haneul::risk::collision
