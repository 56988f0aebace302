#pragma once

#include "core/geo/local_frame.h"
#include "ui/map/zone_shapes.h"

#include <osg/Vec2>

#include <optional>
#include <vector>

namespace haneul::scene3d {

inline constexpr double openTop_m = 600; // how far up a volume without an upper limit is drawn, at least

// A volume in the frame of a scene: upright, heights not exaggerated.
struct Prism {
    std::vector<std::vector<osg::Vec2>> rings; // east, north; metres
    std::vector<osg::Vec2> roof;               // triangles of the area, holes left out
    double floor_m = 0;
    double ceiling_m = 0;
    bool open = false;    // no upper limit: it fades away at the ceiling
    bool assumed = false; // a limit is counted from a ground or ellipsoid that is not known, see map::ZoneHeights
};

[[nodiscard]] osg::Vec2 onGround(const geo::Mercator& place, const geo::LocalFrame& frame);

// None for one that does not reach into the surroundings of the middle, or would be nothing above the level ground.
[[nodiscard]] std::optional<Prism> prismOf(const map::ZoneVolumeShape& volume, const geo::LocalFrame& frame,
                                           double reach_m);

} // namespace haneul::scene3d
