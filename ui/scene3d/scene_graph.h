#pragma once

#include "ui/scene3d/city_drawing.h"
#include "ui/scene3d/height_scale.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/scene_contents.h"

#include <osg/Geometry>
#include <osg/Group>
#include <osg/ref_ptr>

#include <array>

namespace haneul::scene3d {

// The ground of a scene reaches beyond its area, so that a low eye sees a horizon and not an edge.
inline constexpr double groundPerArea = 2.5;
inline constexpr double shownPerArea = 1.6; // what stands farther out is veiled, and not named

[[nodiscard]] bool onShownGround(const Area& area, const osg::Vec3& place);

// The OpenSceneGraph side: one drawable for each class of thing (land and water, ground lines, airfields, trails,
// zones, networks, lines, faces ...). Colours are per vertex; the light is computed with them, so there is no state to
// set per track.
class SceneGraph {
public:
    SceneGraph();

    void setGround(const SceneContents& contents); // after another area, base map or theme
    // After other tracks, another theme or another eye: symbols keep their size on the screen.
    void setTracks(const SceneContents& contents, const OrbitCamera& camera);

    [[nodiscard]] osg::Group* root() const { return m_root.get(); }

    [[nodiscard]] double gridStep_m() const { return m_gridStep_m; } // also between two range rings

    [[nodiscard]] const HeightScale& heights() const { return m_heights; }

    // Where the two height poles stand: left and right end of what lies farthest from the eye.
    [[nodiscard]] const std::array<osg::Vec3, 2>& poles() const { return m_poles; }

    [[nodiscard]] std::size_t drawnNetworkWays() const { return m_drawnWays; }

    [[nodiscard]] std::size_t drawnZones() const { return m_drawnZones; } // volumes

    [[nodiscard]] std::size_t drawnPlans() const { return m_drawnPlans; }

    [[nodiscard]] std::size_t drawnPaths() const { return m_drawnPaths; }

    [[nodiscard]] std::size_t drawnConflicts() const { return m_drawnConflicts; }

    [[nodiscard]] std::size_t drawnTracks() const { return m_drawnTracks; }

    [[nodiscard]] const CityDrawing& city() const { return m_city; }

    [[nodiscard]] std::size_t drawnObjects() const; // corners of everything that is handed to OpenGL

private:
    struct Mesh { // positions and colours that grow together
        osg::ref_ptr<osg::Geometry> geometry;
        osg::ref_ptr<osg::Vec3Array> places;
        osg::ref_ptr<osg::Vec4ubArray> colors;
        osg::ref_ptr<osg::DrawArrays> draw;

        explicit Mesh(GLenum mode);
        void clear() const;
        void add(const osg::Vec3& place, const osg::Vec4ub& color) const;
        void line(const osg::Vec3& from, const osg::Vec3& to, const osg::Vec4ub& color) const;
        void done() const;
    };

    void setVeil(const SceneContents& contents);
    void setGrid(const SceneContents& contents);
    void setHeights(const SceneContents& contents, const OrbitCamera& camera);
    void addAirfield(const GroundAirfield& field, const theme::Theme& theme, double pixel_m) const;

    struct PrismLook {
        osg::Vec4ub low, high; // of the walls, below and above
        osg::Vec4ub edge;
        double dash_m = 0; // 0: solid
        bool faces = true;
    };

    static void addPrism(const Prism& prism, const PrismLook& look, double exaggeration, const Mesh& faces,
                         const Mesh& lines);
    void setPlans(const SceneContents& contents);
    void addPlan(const StagedPlan& plan, const SceneContents& contents) const;
    void addHit(const StagedHit& hit, const SceneContents& contents) const;
    void addPath(const StagedPath& path, const SceneContents& contents) const;
    void addConflict(const StagedConflict& conflict, const SceneContents& contents, const OrbitCamera& camera) const;
    void addCylinder(const geo::Enu_m& middle, const QColor& color, double exaggeration) const;
    void setZones(const SceneContents& contents);
    void addZone(const StagedZone& zone, const SceneContents& contents) const;
    void addNetworks(const SceneContents& contents, const OrbitCamera& camera);
    void addWay(const StagedWay& way, const SceneContents& contents, const OrbitCamera& camera) const;
    void addMission(const StagedWay& way, const SceneContents& contents, const OrbitCamera& camera) const;
    void addNode(const StagedNode& node, const SceneContents& contents, const OrbitCamera& camera) const;
    void addTrack(const StagedTrack& staged, const SceneContents& contents, double pixel_m) const;
    void addTrail(const StagedTrack& staged, const theme::Theme& theme, double exaggeration) const;
    void addSymbol(const StagedTrack& staged, const osg::Vec4ub& color, const QColor& shade, float size) const;

    osg::ref_ptr<osg::Group> m_root;
    Mesh m_ground;
    Mesh m_water;
    Mesh m_groundLines;
    Mesh m_veil;
    Mesh m_grid;
    Mesh m_airfields;
    Mesh m_airfieldLines;
    Mesh m_shadows;
    Mesh m_scale;
    Mesh m_zoneFaces;
    Mesh m_zoneLines;
    Mesh m_planFaces;
    Mesh m_planLines;
    Mesh m_heavyPlanLines;
    Mesh m_wayFaces;
    Mesh m_ways;
    Mesh m_trails;
    Mesh m_lines;
    Mesh m_faces;
    Mesh m_conflictLines;
    Mesh m_conflictFaces;
    CityDrawing m_city;
    double m_gridStep_m = 0;
    HeightScale m_heights;
    std::array<osg::Vec3, 2> m_poles;
    std::size_t m_drawnTracks = 0;
    std::size_t m_drawnWays = 0;
    std::size_t m_drawnZones = 0;
    std::size_t m_drawnPlans = 0;
    std::size_t m_drawnPaths = 0;
    std::size_t m_drawnConflicts = 0;

    struct StillDrawn { // what it was drawn from
        std::uint64_t revision = 0;
        std::uint64_t plans = 0;
        double exaggeration = 0;
        QString theme;

        bool operator==(const StillDrawn&) const = default;
    };

    StillDrawn m_zonesOf;
    StillDrawn m_plansOf;
};

} // namespace haneul::scene3d
