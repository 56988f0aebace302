#pragma once

#include "core/city/cell_grid.h"
#include "core/geo/local_frame.h"
#include "core/terrain/terrain.h"

#include <QColor>
#include <QString>

#include <osg/Vec3>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace haneul::scene3d {

// The ground of a scene as a mesh of posts in its frame, heights as the data has them, not exaggerated; where the
// terrain is not known there is no triangle.
struct StagedTerrain {
    std::vector<osg::Vec3> corners; // of triangles
    std::vector<float> light;       // 0..1 for each corner: how much it faces the light from the north-west
    std::vector<Provenance> from;   // whose heights are in it
    bool datumUnknown = false;      // of any of them
};

inline constexpr std::size_t terrainPosts = 192; // a side of the mesh

// Takes some tens of milliseconds: call it off the UI thread. Reaches `reach_m` to each side of the frame's origin.
[[nodiscard]] StagedTerrain stageTerrain(const terrain::Terrain& terrain, const geo::LocalFrame& frame, double reach_m);

// Height of the ground for standing things on it; 0 (the level ground) where it is not known.
[[nodiscard]] double standsAt_m(const terrain::Terrain& terrain, geo::LatLon place);

// A map in colours that lies on the ground: risk, people. Cells with a transparent colour are left out.
struct ColourGrid {
    city::CellGrid grid;
    std::vector<QRgb> colours; // by CellGrid::indexOf
    QString legend;            // what it shows, with its provenance; translated
};

using ColourGridPtr = std::shared_ptr<const ColourGrid>;

struct StagedDrape {
    std::vector<osg::Vec3> corners; // of triangles
    std::vector<QRgb> colours;      // for each corner
    bool onTerrain = false;         // some of it lies on a known ground
    QString legend;
};

inline constexpr std::size_t drapeCells = 40'000; // more are drawn as the mean of several

// Takes some tens of milliseconds for a large grid: call it off the UI thread.
[[nodiscard]] StagedDrape stageDrape(const ColourGrid& grid, const terrain::Terrain& terrain,
                                     const geo::LocalFrame& frame, double reach_m);

} // namespace haneul::scene3d
