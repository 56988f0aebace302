#pragma once

#include "core/city/city_data.h"
#include "core/risk/collision/corridor.h"

#include <span>
#include <string>
#include <vector>

namespace haneul::risk::collision {

// What of a city stands in a corridor.
struct CityObstacles {
    std::vector<Obstacle> obstacles;      // the nearest first; each says which layer it is from
    std::vector<haneul::Provenance> from; // the layers of buildings that were looked through, whether in use or not
    bool synthetic = false;               // a building among them is made up
    std::size_t unknownHeight = 0;        // obstacles without a height
};

inline constexpr double greatestHalfWidth_m = 10'000;
inline constexpr double greatestRoute_m = 200'000;
inline constexpr std::size_t mostCityObstacles = 2'000;

// Buildings whose footprint comes within `halfWidth_m` of the centre line, the edge included: distance of the nearest
// part of the footprint (0: the line passes over it), height as the layer knows it. A building without a name is called
// by its place. Where a layer has no buildings nothing is found, which does not say that nothing stands there.
// Codes: INVALID_ARGUMENT (fewer than two points, one that is not valid, a route longer than greatestRoute_m, a half
// width that is not above 0 or above greatestHalfWidth_m), NO_BUILDINGS (no layer of them is known),
// TOO_MANY_OBSTACLES.
[[nodiscard]] Result<CityObstacles> obstaclesAlong(const city::CityData& city, std::span<const geo::LatLon> route,
                                                   double halfWidth_m);

// "Buildings 2025 (Office, 2025-06)"; what is made up says SYNTHETIC.
[[nodiscard]] std::string layerText(const haneul::Provenance& provenance);

} // namespace haneul::risk::collision
