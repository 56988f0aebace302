#pragma once

#include "core/geo/local_frame.h"
#include "server/tiles/map_extract.h"

#include <osg/Vec3>

#include <string>
#include <vector>

namespace haneul::scene3d {

using GroundLine = std::vector<osg::Vec3>; // on the ground, metres

struct GroundAirfield {
    osg::Vec3 place;
    tiles::AirfieldKind kind = tiles::AirfieldKind::SmallAirport;
    std::string code;
    std::string name;
};

struct GroundName {
    osg::Vec3 place;
    std::string korean;
    std::string english;
    int labelZoom = 0;
};

// A base map as flat shapes in the frame of the scene. The earth's curve is left out, as for the tracks: everything
// stands on one level ground.
struct GroundPlan {
    std::vector<osg::Vec3> water; // triangles
    std::vector<GroundLine> shores;
    std::vector<GroundLine> rivers;
    std::vector<GroundLine> districtBorders;
    std::vector<GroundLine> provinceBorders;
    std::vector<GroundLine> countryBorders;
    std::vector<osg::Vec3> runways; // triangles
    std::vector<GroundAirfield> airfields;
    std::vector<GroundName> names; // most important first
};

// Takes some milliseconds for a city, tens for a coast: call it off the UI thread.
[[nodiscard]] GroundPlan groundPlan(const tiles::MapExtract& extract);

} // namespace haneul::scene3d
