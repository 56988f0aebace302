#pragma once

#include "ui/scene3d/building_stage.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/terrain_stage.h"
#include "ui/theme/theme.h"

#include <osg/Group>
#include <osg/MatrixTransform>
#include <osg/ref_ptr>

#include <memory>
#include <optional>
#include <vector>

namespace haneul::scene3d {

// What stands on the ground of a scene, as it is read by the drawing and by the legend. The parts are made off the UI
// thread and shared.
struct CityStage {
    std::shared_ptr<const StagedTerrain> terrain = std::make_shared<const StagedTerrain>();
    std::shared_ptr<const StagedBuildings> buildings = std::make_shared<const StagedBuildings>();
    std::shared_ptr<const StagedDrape> drape = std::make_shared<const StagedDrape>();
};

// Order among what a scene draws (render bins): flat ground first, then what lies on it, then what stands.
inline constexpr int drapeBin = 25;
inline constexpr int terrainBin = 75;
inline constexpr int buildingBin = 76;

// The OpenSceneGraph side of it: one geometry for the terrain, one for the drape, three for each tile of buildings.
// What is far away or out of sight is not drawn.
class CityDrawing {
public:
    CityDrawing();

    [[nodiscard]] osg::Node* node() const { return m_scale.get(); }

    // Remakes what has changed, stretches heights, and hides what the eye does not see.
    void update(const CityStage& stage, const theme::Theme& theme, double exaggeration, const OrbitCamera& camera);

    [[nodiscard]] std::size_t drawnTiles() const { return m_drawnTiles; }

    [[nodiscard]] std::size_t corners() const { return m_corners; } // of all that is drawn now

private:
    struct Tile {
        osg::ref_ptr<osg::Geometry> low, high, outlines; // null: empty
        osg::BoundingBox box;
    };

    void remakeTerrain(const theme::Theme& theme);
    void remakeBuildings(const theme::Theme& theme);
    void remakeDrape();
    void hideUnseen(double exaggeration, const OrbitCamera& camera);

    CityStage m_stage;
    QString m_theme;
    osg::ref_ptr<osg::MatrixTransform> m_scale;
    osg::ref_ptr<osg::Group> m_terrain, m_buildings, m_drape;
    std::vector<Tile> m_tiles;
    std::size_t m_drawnTiles = 0;
    std::size_t m_corners = 0;
};

} // namespace haneul::scene3d
