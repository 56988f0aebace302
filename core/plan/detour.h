#pragma once

#include "core/geo/volume4d.h"

#include <optional>
#include <span>
#include <vector>

namespace haneul::plan {

// The shortest way from one place to another that keeps `clearance_m` from the obstacles, as the places between (none:
// the straight way is free). Obstacles are taken with what lies between their arms (convex hulls). nullopt: one of the
// two places is too near to an obstacle, or they are shut in. Shortest among ways by the corners of the hulls, in a
// plane around `from`: fit for tens of kilometres.
[[nodiscard]] std::optional<std::vector<geo::LatLon>>
wayAround(geo::LatLon from, geo::LatLon to, std::span<const geo::Area> obstacles, double clearance_m);

// The largest piece of the area that keeps `clearance_m` from the obstacles; nullopt: nothing is left, or the piece
// cannot be drawn.
[[nodiscard]] std::optional<geo::Polygon> areaWithout(const geo::Area& area, std::span<const geo::Area> obstacles,
                                                      double clearance_m);

} // namespace haneul::plan
