#pragma once

#include "core/city/city_data.h"

#include <cstdint>

namespace haneul::city {

// A made-up city where no data is to be had: to show, to teach and to test with. It is nobody's city; every layer of it
// says `synthetic` in its provenance.
struct SyntheticCitySpec {
    geo::LatLon centre;
    double width_m = 6000;  // east to west
    double height_m = 6000; // north to south
    double cell_m = 100;    // of population and land use
    std::uint64_t seed = 1;
};

inline constexpr double leastSyntheticSide_m = 500;
inline constexpr double greatestSyntheticSide_m = 20'000;
inline constexpr double leastSyntheticCell_m = 20;

// The same spec gives the same city. How it is laid out:
// streets every 125 m on a grid that is turned by up to 15 degrees, every fourth an arterial; a winding river through
// the south, crossed by arterials only; one main and two smaller business cores with commerce around them, parks,
// industry in one far corner, homes elsewhere. Each block is divided into lots by its use: towers (lognormal heights,
// 30 to 250 m), shops and offices, rows of apartment houses or low houses, halls. Land-use shares are counted in
// 5 x 5 places of a cell, and the density of a cell is the sum of shares times the densities of the classes.
// Arterials carry 20,000 to 70,000 vehicles a day, streets 500 to 4,000. Schools, hospitals, a stadium, stations and
// markets are amenities with their blocks as outlines. Codes: BAD_SYNTHETIC_CITY, BAD_GRID.
[[nodiscard]] Result<CityLayers> syntheticCity(const SyntheticCitySpec& spec);

// The classes of its land use: water, green, residential, commercial, business, industrial.
[[nodiscard]] const std::vector<LandUseClass>& syntheticLandUse();

} // namespace haneul::city
