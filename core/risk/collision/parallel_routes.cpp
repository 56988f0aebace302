#include "core/risk/collision/parallel_routes.h"

#include <cmath>

namespace haneul::risk::collision {

Result<ParallelRisk> parallelRisk(double distance_m, const RouteUser& one, const RouteUser& other, const Preset& preset,
                                  const Overlap& overlap, double targetPerHour) {
    if (!(std::isfinite(targetPerHour) && targetPerHour > 0))
        return fail("INVALID_ARGUMENT", "a target level of safety is above 0", "tls");
    for (const RouteUser* user : {&one, &other}) // each for itself: a mean would hide a size of 0
        if (const auto terms = termsOf(user->size, user->speed_kt, preset.constants()); !terms)
            return std::unexpected(terms.error());
    const auto probability = overlapAt(overlap, distance_m);
    if (!probability) return std::unexpected(probability.error());
    ParallelRisk risk{.size = {.length_m = (one.size.length_m + other.size.length_m) / 2,
                               .width_m = (one.size.width_m + other.size.width_m) / 2,
                               .height_m = (one.size.height_m + other.size.height_m) / 2},
                      .speed_kt = (one.speed_kt + other.speed_kt) / 2,
                      .overlap = *probability,
                      .fitted = isFitted(preset),
                      .mannedAviation = !fromMannedAviation(preset).empty()};
    const auto rate = collisionsPerHour(*probability, risk.size, risk.speed_kt, preset.constants());
    if (!rate) return std::unexpected(rate.error());
    risk.collisionsPerHour = *rate;
    risk.decision = decide(*rate, targetPerHour);
    return risk;
}

} // namespace haneul::risk::collision
