#pragma once

#include "server/paths/path_service.h"
#include "ui/map/network_shapes.h"
#include "ui/map/plan_shapes.h"

#include <vector>

namespace haneul::risk_path {

// The paths as a map draws them: the shortest dashed, the weighed one dotted, that within the budget solid; the chosen
// one with a halo, its start and its goal marked.
[[nodiscard]] map::NetworkShapesPtr shapesOf(const paths::Answer& answer, std::size_t chosen);

// The same paths with their heights above mean sea level, for the 3D views, the chosen one last. Heights above the
// ground follow the ground also between the turns; where it is not known they are assumed, see map::PlacedHeight.
[[nodiscard]] std::vector<map::PathShape> solidsOf(const paths::Answer& answer, std::size_t chosen,
                                                   const geo::Surroundings& surroundings);

} // namespace haneul::risk_path
