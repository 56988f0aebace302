#pragma once

#include "ui/scene3d/track_stage.h"
#include "ui/theme/theme.h"

#include <osg/Geometry>
#include <osg/Group>
#include <osg/ref_ptr>

namespace haneul::scene3d {

// The OpenSceneGraph side: ground with a grid, and all tracks in two drawables (faces, lines). Colours are per vertex;
// the light is computed with them, so there is no state to set per track.
class SceneGraph {
public:
    SceneGraph();

    void setGround(const Area& area, const theme::Theme& theme);
    // `symbol_m`: half the length of a symbol.
    void setTracks(const TrackStage& stage, const theme::Theme& theme, double symbol_m,
                   const traffic::TrackId& selected);

    [[nodiscard]] osg::Group* root() const { return m_root.get(); }

    [[nodiscard]] double gridStep_m() const { return m_gridStep_m; }

private:
    struct Mesh { // positions and colours that grow together
        osg::ref_ptr<osg::Geometry> geometry;
        osg::ref_ptr<osg::Vec3Array> places;
        osg::ref_ptr<osg::Vec4ubArray> colors;
        osg::ref_ptr<osg::DrawArrays> draw;

        explicit Mesh(GLenum mode);
        void clear() const;
        void add(const osg::Vec3& place, const osg::Vec4ub& color) const;
        void done() const;
    };

    void addTrack(const StagedTrack& staged, const theme::Theme& theme, double symbol_m) const;

    osg::ref_ptr<osg::Group> m_root;
    Mesh m_ground;
    Mesh m_grid;
    Mesh m_faces;
    Mesh m_lines;
    double m_gridStep_m = 0;
};

} // namespace haneul::scene3d
