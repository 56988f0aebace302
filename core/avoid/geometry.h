#pragma once

#include "core/geo/local_frame.h"

#include <span>
#include <vector>

namespace haneul::avoid {

// Horizontal place in the local frame.
struct Corner {
    double east_m = 0;
    double north_m = 0;
};

// An upright prism over a simple polygon in the local frame: a zone to keep out of, or a part of an approved volume.
// Drift moves it (a weather cell). Heights are those of the frame.
struct Prism {
    std::vector<Corner> corners; // at least three, in either sense of rotation
    double floor_m = 0;
    double ceiling_m = 0;
    double driftEast_mps = 0;
    double driftNorth_mps = 0;
};

// How far the place is inside (> 0) or outside (< 0) of the prism `after_s` seconds from now, metres: the smaller of
// the distance to a wall and the distance to floor or ceiling inside; outside, the straight distance to the prism.
[[nodiscard]] double depth_m(const Prism& prism, const geo::Enu_m& place, double after_s);

// Depth in the union of the prisms, taken prism by prism: never more than the true depth. -infinity where there is
// none.
[[nodiscard]] double depthInUnion_m(std::span<const Prism> prisms, const geo::Enu_m& place, double after_s);

// The volume around a path of at least two places: a box along each leg and an octagon over each place between, all
// with the same floor and ceiling relative to the lowest and highest place.
[[nodiscard]] std::vector<Prism> corridor(std::span<const geo::Enu_m> path, double halfWidth_m, double below_m,
                                          double above_m);

// A regular polygon with `corners` corners whose sides touch the circle from outside.
[[nodiscard]] std::vector<Corner> polygonAround(Corner centre, double radius_m, int corners);

} // namespace haneul::avoid
