#pragma once

#include "core/risk/collision/overlap.h"
#include "core/risk/collision/reich.h"

#include <array>
#include <optional>

namespace haneul::risk::collision {

struct Separation {
    double overlapNeeded = 0;         // Py* = TLS/(C·B); infinite where C·B is 0
    std::optional<double> distance_m; // the smallest that the target allows; none: no distance of the lookup does

    // Rounded up to a whole metre.
    [[nodiscard]] std::optional<double> wholeMetres() const;
    bool operator==(const Separation&) const = default;
};

// Codes: those of termsOf and distanceFor_m; INVALID_ARGUMENT for a target that is not above 0.
[[nodiscard]] Result<Separation> minimumSeparation(const DroneSize& size, double speed_kt, const Constants& constants,
                                                   const Overlap& overlap, double targetPerHour = icaoTargetPerHour);

// By each lookup of `allLookups`, over the ramp and the table of `overlap`: they differ by hundreds of metres, and the
// paper's 1,852 m belongs to the straight line.
[[nodiscard]] Result<std::array<Separation, allLookups.size()>>
separationByLookup(const DroneSize& size, double speed_kt, const Constants& constants, const Overlap& overlap,
                   double targetPerHour = icaoTargetPerHour);

} // namespace haneul::risk::collision
