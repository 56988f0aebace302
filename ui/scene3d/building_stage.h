#pragma once

#include "core/city/city_data.h"
#include "core/geo/local_frame.h"
#include "core/terrain/terrain.h"

#include <osg/BoundingBox>
#include <osg/Vec3>

#include <cstddef>
#include <vector>

namespace haneul::scene3d {

// Corners of triangles, and for each how light it is: roofs are lighter than walls, walls differ by where they face.
struct StagedFaces {
    std::vector<osg::Vec3> corners;
    std::vector<float> light; // 0..1

    void add(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c, float shade);
};

// Buildings of a square of the ground, in the frame of the scene, heights not exaggerated.
struct BuildingTile {
    StagedFaces low, high;           // those below and from tallFrom_m on: from far away only the high ones are drawn
    std::vector<osg::Vec3> outlines; // lines: footprints of those whose height is not known
    osg::BoundingBox box;
};

struct StagedBuildings {
    std::vector<BuildingTile> tiles;
    std::size_t buildings = 0;
    std::size_t unknownHeight = 0; // of them
    std::size_t leftOut = 0;       // beyond mostBuildings, the farthest from the middle
    std::vector<Provenance> from;
};

inline constexpr double buildingTile_m = 500;
inline constexpr double tallFrom_m = 30;
inline constexpr std::size_t mostBuildings = 60'000;

// Buildings within `reach_m` to each side of the frame's origin, as upright prisms on the terrain, or on the level
// ground where it is not known. Takes some tens of milliseconds for a city: call it off the UI thread.
[[nodiscard]] StagedBuildings stageBuildings(const city::CityData& city, const terrain::Terrain& terrain,
                                             const geo::LocalFrame& frame, double reach_m);

} // namespace haneul::scene3d
