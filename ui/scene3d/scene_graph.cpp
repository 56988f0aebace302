#include "ui/scene3d/scene_graph.h"

#include "ui/map/track_geometry.h"
#include "ui/map/track_text.h"

#include <osg/BlendFunc>
#include <osg/LineWidth>

#include <array>
#include <cmath>
#include <numbers>

namespace haneul::scene3d {

namespace {

using theme::ColorRole;

osg::Vec4ub rgba(const QColor& color, double opacity = 1.0, double shade = 1.0) {
    const auto channel = [&](int value) { return static_cast<GLubyte>(std::min(255.0, value * shade)); };
    return {channel(color.red()), channel(color.green()), channel(color.blue()), static_cast<GLubyte>(255.0 * opacity)};
}

struct Face {
    std::array<osg::Vec3, 3> corners; // in lengths of half a symbol: x right, y ahead, z up
};

using Solid = std::vector<Face>;

// Cooperative UAS.
const Solid& octahedron() {
    static const Solid solid = [] {
        const std::array<osg::Vec3, 4> belt{osg::Vec3(1, 0, 0), osg::Vec3(0, 1, 0), osg::Vec3(-1, 0, 0),
                                            osg::Vec3(0, -1, 0)};
        Solid faces;
        for (std::size_t i = 0; i < 4; ++i) {
            const osg::Vec3 next = belt.at((i + 1) % 4);
            faces.push_back({{belt.at(i), next, osg::Vec3(0, 0, 1)}});
            faces.push_back({{next, belt.at(i), osg::Vec3(0, 0, -1)}});
        }
        return faces;
    }();
    return solid;
}

// ADS-B: a wide wing and a fuselage.
const Solid& aircraft() {
    using V = osg::Vec3;
    static const Solid solid{{{V(0, 1.5F, 0), V(-0.25F, -1.2F, 0), V(0, -1, 0.45F)}},
                             {{V(0, 1.5F, 0), V(0, -1, 0.45F), V(0.25F, -1.2F, 0)}},
                             {{V(0, 0.4F, 0.05F), V(-1.5F, -0.6F, 0.05F), V(0, -0.2F, 0.05F)}},
                             {{V(0, 0.4F, 0.05F), V(0, -0.2F, 0.05F), V(1.5F, -0.6F, 0.05F)}},
                             {{V(0, 1.5F, 0), V(0.25F, -1.2F, 0), V(-0.25F, -1.2F, 0)}}};
    return solid;
}

// An autopilot heard directly: a dart.
const Solid& dart() {
    using V = osg::Vec3;
    static const Solid solid{{{V(0, 1.3F, 0), V(-0.9F, -1, 0), V(0, -0.3F, 0.5F)}},
                             {{V(0, 1.3F, 0), V(0, -0.3F, 0.5F), V(0.9F, -1, 0)}},
                             {{V(0, 1.3F, 0), V(0, -0.3F, -0.1F), V(-0.9F, -1, 0)}},
                             {{V(0, 1.3F, 0), V(0.9F, -1, 0), V(0, -0.3F, -0.1F)}}};
    return solid;
}

const Solid& solidOf(traffic::SourceKind kind, bool pointed) {
    if (kind == traffic::SourceKind::Sbs && pointed) return aircraft();
    if (kind == traffic::SourceKind::Mavlink && pointed) return dart();
    return octahedron();
}

osg::Vec3 turned(const osg::Vec3& corner, double course_deg) {
    const double angle = course_deg * std::numbers::pi / 180.0;
    const auto sine = static_cast<float>(std::sin(angle));
    const auto cosine = static_cast<float>(std::cos(angle));
    return {cosine * corner.x() + sine * corner.y(), -sine * corner.x() + cosine * corner.y(), corner.z()};
}

double roundStep(double about) {
    const double decade = std::pow(10.0, std::floor(std::log10(about)));
    for (const double step : {1.0, 2.0, 5.0})
        if (step * decade >= about) return step * decade;
    return 10.0 * decade;
}

constexpr double groundDots = 0.35; // size of the mark where a stem meets the ground, in half symbols

} // namespace

SceneGraph::Mesh::Mesh(GLenum mode)
    : geometry(new osg::Geometry)
    , places(new osg::Vec3Array)
    , colors(new osg::Vec4ubArray)
    , draw(new osg::DrawArrays(mode, 0, 0)) {
    colors->setNormalize(true);
    geometry->setDataVariance(osg::Object::DYNAMIC);
    geometry->setUseDisplayList(false);
    geometry->setUseVertexBufferObjects(true);
    geometry->setCullingActive(false);
    geometry->setVertexArray(places);
    geometry->setColorArray(colors, osg::Array::BIND_PER_VERTEX);
    geometry->addPrimitiveSet(draw);
}

void SceneGraph::Mesh::clear() const {
    places->clear();
    colors->clear();
}

void SceneGraph::Mesh::add(const osg::Vec3& place, const osg::Vec4ub& color) const {
    places->push_back(place);
    colors->push_back(color);
}

void SceneGraph::Mesh::done() const {
    places->dirty();
    colors->dirty();
    draw->setCount(static_cast<GLsizei>(places->size()));
    draw->dirty();
    geometry->dirtyBound();
}

SceneGraph::SceneGraph()
    : m_root(new osg::Group)
    , m_ground(GL_TRIANGLES)
    , m_grid(GL_LINES)
    , m_faces(GL_TRIANGLES)
    , m_lines(GL_LINES) {
    osg::StateSet* state = m_root->getOrCreateStateSet();
    state->setMode(GL_LIGHTING, osg::StateAttribute::OFF);
    state->setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
    state->setMode(GL_BLEND, osg::StateAttribute::ON);
    state->setAttributeAndModes(new osg::BlendFunc(osg::BlendFunc::SRC_ALPHA, osg::BlendFunc::ONE_MINUS_SRC_ALPHA));
    int order = 0;
    for (const Mesh* mesh : {&m_ground, &m_grid, &m_lines, &m_faces}) {
        mesh->geometry->getOrCreateStateSet()->setRenderBinDetails(order++, "RenderBin");
        m_root->addChild(mesh->geometry);
    }
    // Ground and grid lie in one plane: painted in order, they cannot flicker against each other.
    for (const Mesh* mesh : {&m_ground, &m_grid})
        mesh->geometry->getOrCreateStateSet()->setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
    m_lines.geometry->getOrCreateStateSet()->setAttribute(new osg::LineWidth(1.0F));
}

void SceneGraph::setGround(const Area& area, const theme::Theme& theme) {
    const auto half = static_cast<float>(area.halfWidth_m);
    m_ground.clear();
    const osg::Vec4ub land = rgba(theme.color(ColorRole::Panel));
    for (const auto& [x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, -1}, {1, 1}, {-1, 1}})
        m_ground.add(osg::Vec3(static_cast<float>(x) * half, static_cast<float>(y) * half, 0), land);
    m_ground.done();

    m_gridStep_m = roundStep(area.halfWidth_m / 5.0);
    m_grid.clear();
    const auto line = [&](float at, const osg::Vec4ub& color) {
        for (const float end : {-half, half})
            m_grid.add(osg::Vec3(at, end, 0), color);
        for (const float end : {-half, half})
            m_grid.add(osg::Vec3(end, at, 0), color);
    };
    const osg::Vec4ub dim = rgba(theme.color(ColorRole::Line), 0.55);
    line(0, dim);
    for (double at = m_gridStep_m; at < area.halfWidth_m; at += m_gridStep_m) {
        line(static_cast<float>(at), dim);
        line(static_cast<float>(-at), dim);
    }
    line(half, rgba(theme.color(ColorRole::Line)));
    line(-half, rgba(theme.color(ColorRole::Line)));
    m_grid.done();
}

void SceneGraph::setTracks(const TrackStage& stage, const theme::Theme& theme, double symbol_m,
                           const traffic::TrackId& selected) {
    m_faces.clear();
    m_lines.clear();
    for (const StagedTrack& staged : stage.tracks())
        addTrack(staged, theme, staged.track->id == selected ? symbol_m * 1.5 : symbol_m);
    m_faces.done();
    m_lines.done();
}

void SceneGraph::addTrack(const StagedTrack& staged, const theme::Theme& theme, double symbol_m) const {
    const traffic::Track& track = *staged.track;
    const bool live = track.state == traffic::TrackState::Live;
    const osg::Vec3 place(static_cast<float>(staged.place.east), static_cast<float>(staged.place.north),
                          static_cast<float>(staged.place.up));
    const osg::Vec3 foot(place.x(), place.y(), 0);
    const auto size = static_cast<float>(symbol_m);
    const QColor color = live && staged.heightKnown ? theme.sourceColor(track.kind()) : theme.color(ColorRole::Stale);
    const osg::Vec4ub full = rgba(color);
    const auto line = [&](const osg::Vec3& from, const osg::Vec3& to, const osg::Vec4ub& shade) {
        m_lines.add(from, shade);
        m_lines.add(to, shade);
    };

    if (staged.heightKnown) {
        const osg::Vec4ub stem = rgba(color, 0.45);
        line(foot, place, stem);
        const float dot = size * static_cast<float>(groundDots);
        line(foot - osg::Vec3(dot, 0, 0), foot + osg::Vec3(dot, 0, 0), stem);
        line(foot - osg::Vec3(0, dot, 0), foot + osg::Vec3(0, dot, 0), stem);
    }
    // Only where both parts of the motion are known: a level line would claim level flight.
    if (staged.heightKnown && track.verticalRate_mps && map::hasVector(track)) {
        const double exaggeration = track.height->metres != 0 ? staged.place.up / track.height->metres : 1.0;
        const osg::Vec3 ahead(static_cast<float>(track.velocity->east * map::vectorSeconds),
                              static_cast<float>(track.velocity->north * map::vectorSeconds),
                              static_cast<float>(*track.verticalRate_mps * map::vectorSeconds * exaggeration));
        line(place, place + ahead, rgba(color, 0.8));
    }
    if (track.state == traffic::TrackState::Lost) {
        for (const auto& arm :
             {osg::Vec3(size, 0, size), osg::Vec3(-size, 0, size), osg::Vec3(0, size, size), osg::Vec3(0, -size, size)})
            line(place - arm * 0.7F, place + arm * 0.7F, full);
        return;
    }
    const auto course_deg = map::reliableCourse_deg(track);
    const Solid& solid = solidOf(track.kind(), course_deg.has_value());
    const bool filled = live && staged.heightKnown;
    const osg::Vec3 light(-0.3F, -0.5F, 0.8F);
    for (const Face& face : solid) {
        std::array<osg::Vec3, 3> corners;
        for (std::size_t i = 0; i < 3; ++i)
            corners.at(i) = turned(face.corners.at(i), course_deg.value_or(0.0)) * size;
        if (filled) {
            osg::Vec3 normal = (corners[1] - corners[0]) ^ (corners[2] - corners[0]);
            normal.normalize();
            const osg::Vec4ub shaded = rgba(color, 1.0, 0.62 + 0.38 * std::abs(static_cast<double>(normal * light)));
            for (const osg::Vec3& corner : corners)
                m_faces.add(place + corner, shaded);
        } else {
            for (std::size_t i = 0; i < 3; ++i)
                line(place + corners.at(i), place + corners.at((i + 1) % 3), full);
        }
    }
}

} // namespace haneul::scene3d
