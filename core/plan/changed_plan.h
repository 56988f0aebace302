#pragma once

#include "core/plan/proposals.h"

// A plan changed in one way, as its next version with volumes that fit: what proposals are made of.
namespace haneul::plan {

[[nodiscard]] FlightPlan shifted(const FlightPlan& plan, milliseconds by); // later; below 0: earlier

// All heights between the ends of a route by the same (one of two points climbs at its start first); of an area its
// limits, of one that reaches to the ground the upper one. nullopt: outside the limits.
[[nodiscard]] std::optional<FlightPlan> raised(const FlightPlan& plan, double by_m, const Containment& containment,
                                               const ProposalLimits& limits);

// By the shortest way around the obstacles; of an area what is left of it. nullopt: there is none within the limits.
[[nodiscard]] std::optional<FlightPlan> ledAround(const FlightPlan& plan, std::span<const geo::Area> obstacles,
                                                  const Containment& containment, const ProposalLimits& limits);

// Metres of way, or square metres of area.
[[nodiscard]] double extentOf(const Operation& operation);

} // namespace haneul::plan
