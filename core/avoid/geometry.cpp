#include "core/avoid/geometry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace haneul::avoid {

namespace {

struct Footprint {
    bool inside = false;
    double distance_m = 0; // to the nearest wall
};

Footprint footprint(std::span<const Corner> corners, double east_m, double north_m) {
    Footprint found;
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Corner& a = corners[i];
        const Corner& b = corners[i + 1 < corners.size() ? i + 1 : 0];
        const double legEast = b.east_m - a.east_m;
        const double legNorth = b.north_m - a.north_m;
        const double east = east_m - a.east_m;
        const double north = north_m - a.north_m;
        const double squared = legEast * legEast + legNorth * legNorth;
        const double share = squared > 0 ? std::clamp((east * legEast + north * legNorth) / squared, 0.0, 1.0) : 0.0;
        const double offEast = east - share * legEast;
        const double offNorth = north - share * legNorth;
        nearest = std::min(nearest, offEast * offEast + offNorth * offNorth);
        const bool spans = (a.north_m > north_m) != (b.north_m > north_m);
        if (spans && east < legEast * north / legNorth) found.inside = !found.inside;
    }
    found.distance_m = std::sqrt(nearest);
    return found;
}

} // namespace

double depth_m(const Prism& prism, const geo::Enu_m& place, double after_s) {
    const Footprint plan = footprint(prism.corners, place.east - prism.driftEast_mps * after_s,
                                     place.north - prism.driftNorth_mps * after_s);
    const double vertical_m = std::min(place.up - prism.floor_m, prism.ceiling_m - place.up);
    if (plan.inside) return std::min(plan.distance_m, vertical_m);
    return vertical_m >= 0 ? -plan.distance_m : -std::hypot(plan.distance_m, vertical_m);
}

double depthInUnion_m(std::span<const Prism> prisms, const geo::Enu_m& place, double after_s) {
    double deepest = -std::numeric_limits<double>::infinity();
    for (const Prism& prism : prisms)
        deepest = std::max(deepest, depth_m(prism, place, after_s));
    return deepest;
}

std::vector<Corner> polygonAround(Corner centre, double radius_m, int corners) {
    const double reach_m = radius_m / std::cos(std::numbers::pi / corners);
    std::vector<Corner> made;
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * std::numbers::pi * i / corners;
        made.push_back({centre.east_m + reach_m * std::sin(angle), centre.north_m + reach_m * std::cos(angle)});
    }
    return made;
}

std::vector<Prism> corridor(std::span<const geo::Enu_m> path, double halfWidth_m, double below_m, double above_m) {
    const auto [lowest, highest] = std::ranges::minmax_element(path, {}, &geo::Enu_m::up);
    const double floor_m = lowest->up - below_m;
    const double ceiling_m = highest->up + above_m;
    std::vector<Prism> made;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) {
        const geo::Enu_m& a = path[i];
        const geo::Enu_m& b = path[i + 1];
        const double length_m = std::hypot(b.east - a.east, b.north - a.north);
        if (length_m <= 0) continue;
        const double alongEast = (b.east - a.east) / length_m * halfWidth_m;
        const double alongNorth = (b.north - a.north) / length_m * halfWidth_m;
        made.push_back({.corners = {{a.east - alongEast - alongNorth, a.north - alongNorth + alongEast},
                                    {b.east + alongEast - alongNorth, b.north + alongNorth + alongEast},
                                    {b.east + alongEast + alongNorth, b.north + alongNorth - alongEast},
                                    {a.east - alongEast + alongNorth, a.north - alongNorth - alongEast}},
                        .floor_m = floor_m,
                        .ceiling_m = ceiling_m});
        if (i > 0)
            made.push_back({.corners = polygonAround({a.east, a.north}, halfWidth_m, 8),
                            .floor_m = floor_m,
                            .ceiling_m = ceiling_m});
    }
    return made;
}

} // namespace haneul::avoid
