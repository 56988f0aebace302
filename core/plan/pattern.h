#pragma once

#include "core/plan/flight_plan.h"

// The route that a pattern means (R-GEN-07).
namespace haneul::plan {

// Of more points than this a pattern is refused: its spacing is surely a mistake.
inline constexpr std::size_t mostPatternPoints = 10'000;

// The way to and fro over the area, on lines `spacing_m` apart along the heading: each place of the area is within half
// a spacing (and a thousandth) of a line. Each line begins and ends where its strip of the area does, so that slanting
// edges are covered too. Where a hole or a bay divides a line, the way goes straight on across it: whoever checks the
// route checks that too. Codes: BAD_PATTERN (spacing not finite and above 0, heading not finite, too many points),
// BAD_AREA (volume4d.h).
[[nodiscard]] Result<std::vector<geo::LatLon>> gridLines(const GridPattern& grid);

// One pass: the line itself. More: parallel lines evenly from one edge to the other, flown to and fro. Codes:
// BAD_PATTERN (fewer than two points, a point not valid or repeated, half width not finite and above 0, passes not in
// 1..100, a turn back of more than 150 degrees, too many points).
[[nodiscard]] Result<std::vector<geo::LatLon>> corridorLines(const CorridorPattern& corridor);

// The points of a route or pattern; of an area operation none (NO_ROUTE).
[[nodiscard]] Result<WaypointRoute> routeOf(const Operation& operation);

} // namespace haneul::plan
