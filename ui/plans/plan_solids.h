#pragma once

#include "core/geo/volume4d.h"
#include "server/plan/plan_state.h"
#include "ui/map/plan_shapes.h"

// What a 3D view draws of flight plans.
namespace haneul::plans {

// `selected` and `met` are left to whoever knows what is chosen.
[[nodiscard]] map::PlanShape solidOf(const plan::FlightPlan& plan, const geo::Surroundings& surroundings);

// Where its checks found other plans and zones.
[[nodiscard]] std::vector<map::PlanHitShape> hitsOf(const plan::PlanRecord& record,
                                                    const geo::Surroundings& surroundings);
[[nodiscard]] QStringList zonesMetBy(const plan::PlanRecord& record); // identifiers

} // namespace haneul::plans
