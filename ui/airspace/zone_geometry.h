#pragma once

#include "core/airspace/zone.h"
#include "ui/map/zone_shapes.h"

namespace haneul::airspace {

// The rings of an area as a map draws them: geodesic sides and circles by points that the eye cannot tell from them.
[[nodiscard]] std::vector<map::ZoneRing> ringsOf(const geo::Area& area);

// Where a layer stands in a 3D view. Without terrain (geoid) a limit above ground (ellipsoid) is assumed, see
// map::ZoneHeights. Ground that is known is taken in the middle of the area.
[[nodiscard]] map::ZoneHeights heightsOf(const Layer& layer, const geo::Surroundings& surroundings);

[[nodiscard]] geo::LatLon middleOf(const geo::Area& area); // of its box

// A whole 1e-7 degree: what tables show and files keep.
[[nodiscard]] geo::LatLon settled(geo::LatLon place);

} // namespace haneul::airspace
