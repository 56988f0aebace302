#pragma once

#include "server/paths/path_service.h"
#include "ui/map/network_shapes.h"

namespace haneul::risk_path {

// The paths as a map draws them: the shortest dashed, the weighed one dotted, that within the budget solid; the chosen
// one with a halo, its start and its goal marked.
[[nodiscard]] map::NetworkShapesPtr shapesOf(const paths::Answer& answer, std::size_t chosen);

} // namespace haneul::risk_path
