#include "ui/scene3d/scene_graph.h"

#include "ui/map/symbol_mesh.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_text.h"
#include "ui/map/zone_drawing.h"

#include <osg/BlendFunc>
#include <osg/Depth>
#include <osg/LineWidth>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::scene3d {

namespace {

using theme::ColorRole;

constexpr double symbol_px = 6.0;      // half a symbol
constexpr double selectedFactor = 1.5; // of the selected one
constexpr double shadow_px = 3.0;      // radius of the point under a track
constexpr double airfield_px = 6.0;
constexpr double airfieldPole_px = 26.0;
constexpr double riverPerArea = 0.016; // width of a river; the base map knows only its middle
constexpr double way_px = 10.0;        // a dash of a link that is not verified
constexpr double column_px = 3.0;      // of the mission's columns beside the node's
constexpr double arrow_px = 6.0;
constexpr double dashesPerHalf = 60; // dashes of still things in half the width of the area
constexpr double dotsPerHalf = 180;
constexpr float heavy_px = 2.6F; // lines of plans that fly
constexpr int cylinderSides = 36;
constexpr double closest_px = 5.0; // of the signs at a closest approach
constexpr int ringSides = 96;
constexpr int dotSides = 8;

osg::Vec4ub rgba(const QColor& color, double opacity = 1.0, double shade = 1.0) {
    const auto channel = [&](int value) { return static_cast<GLubyte>(std::min(255.0, value * shade)); };
    return {channel(color.red()), channel(color.green()), channel(color.blue()), static_cast<GLubyte>(255.0 * opacity)};
}

osg::Vec3 vec(const geo::Enu_m& place) {
    return {static_cast<float>(place.east), static_cast<float>(place.north), static_cast<float>(place.up)};
}

geo::Enu_m enu(const osg::Vec3& place) {
    return {static_cast<double>(place.x()), static_cast<double>(place.y()), static_cast<double>(place.z())};
}

struct Face {
    std::array<osg::Vec3, 3> corners; // in lengths of half a symbol: x right, y ahead, z up
};

using Solid = std::vector<Face>;
using V = osg::Vec3;

// A solid over a flat ring of corners with one tip above and one below.
Solid spindle(const std::vector<V>& belt, float tip) {
    Solid faces;
    for (std::size_t i = 0; i < belt.size(); ++i) {
        const V next = belt.at((i + 1) % belt.size());
        faces.push_back({{belt.at(i), next, V(0, 0, tip)}});
        faces.push_back({{next, belt.at(i), V(0, 0, -tip)}});
    }
    return faces;
}

const Solid& solidOf(map::SymbolShape shape) {
    static const Solid octahedron = spindle({V(1, 0, 0), V(0, 1, 0), V(-1, 0, 0), V(0, -1, 0)}, 1);
    static const Solid disc = spindle(
        {V(1, 0, 0), V(0.5F, 0.87F, 0), V(-0.5F, 0.87F, 0), V(-1, 0, 0), V(-0.5F, -0.87F, 0), V(0.5F, -0.87F, 0)},
        0.45F);
    static const Solid aircraft{{{V(0, 1.5F, 0), V(-0.25F, -1.2F, 0), V(0, -1, 0.45F)}},
                                {{V(0, 1.5F, 0), V(0, -1, 0.45F), V(0.25F, -1.2F, 0)}},
                                {{V(0, 0.4F, 0.05F), V(-1.5F, -0.6F, 0.05F), V(0, -0.2F, 0.05F)}},
                                {{V(0, 0.4F, 0.05F), V(0, -0.2F, 0.05F), V(1.5F, -0.6F, 0.05F)}},
                                {{V(0, 1.5F, 0), V(0.25F, -1.2F, 0), V(-0.25F, -1.2F, 0)}}};
    static const Solid dart{{{V(0, 1.3F, 0), V(-0.9F, -1, 0), V(0, -0.3F, 0.5F)}},
                            {{V(0, 1.3F, 0), V(0, -0.3F, 0.5F), V(0.9F, -1, 0)}},
                            {{V(0, 1.3F, 0), V(0, -0.3F, -0.1F), V(-0.9F, -1, 0)}},
                            {{V(0, 1.3F, 0), V(0.9F, -1, 0), V(0, -0.3F, -0.1F)}}};
    static const Solid block = [] {
        Solid faces;
        constexpr float s = 0.7F;
        const std::array<V, 4> base{V(s, s, 0), V(-s, s, 0), V(-s, -s, 0), V(s, -s, 0)};
        for (const float z : {-s, s})
            for (std::size_t i = 1; i < 3; ++i)
                faces.push_back({{base.at(0) + V(0, 0, z), base.at(i) + V(0, 0, z), base.at(i + 1) + V(0, 0, z)}});
        for (std::size_t i = 0; i < 4; ++i) {
            const V a = base.at(i);
            const V b = base.at((i + 1) % 4);
            faces.push_back({{a - V(0, 0, s), b - V(0, 0, s), b + V(0, 0, s)}});
            faces.push_back({{a - V(0, 0, s), b + V(0, 0, s), a + V(0, 0, s)}});
        }
        return faces;
    }();
    switch (shape) {
    case map::SymbolShape::Aircraft:
        return aircraft;
    case map::SymbolShape::Disc:
        return disc;
    case map::SymbolShape::Chevron:
        return dart;
    case map::SymbolShape::Square:
        return block;
    default:
        return octahedron;
    }
}

osg::Vec3 turned(const osg::Vec3& corner, double course_deg) {
    const double angle = course_deg * std::numbers::pi / 180.0;
    const auto sine = static_cast<float>(std::sin(angle));
    const auto cosine = static_cast<float>(std::cos(angle));
    return {cosine * corner.x() + sine * corner.y(), -sine * corner.x() + cosine * corner.y(), corner.z()};
}

osg::Vec3 onCircle(const osg::Vec3& middle, double radius, int side, int sides) {
    const double angle = 2 * std::numbers::pi * side / sides;
    return middle +
           osg::Vec3(static_cast<float>(radius * std::sin(angle)), static_cast<float>(radius * std::cos(angle)), 0);
}

geo::Enu_m drawnUp(const geo::Enu_m& place, double exaggeration) {
    return {place.east, place.north, place.up * exaggeration};
}

// One dash when `dash_m` is longer than the line; solid when it is 0. `done_m`: how long the line has been before;
// returns how long it is then.
template <class Mesh>
double addDashes(const Mesh& mesh, const osg::Vec3& from, const osg::Vec3& to, double dash_m, const osg::Vec4ub& color,
                 double done_m = 0) {
    constexpr double most = 2000; // dashes of one line
    const double length = (to - from).length();
    if (dash_m <= 0) mesh.line(from, to, color);
    const double dash = std::max(dash_m, length / most);
    for (double start = -std::fmod(done_m, 2 * dash); dash_m > 0 && start < length; start += 2 * dash) {
        const double first = std::max(start, 0.0), last = std::min(start + dash, length);
        if (first < last)
            mesh.line(from + (to - from) * static_cast<float>(first / length),
                      from + (to - from) * static_cast<float>(last / length), color);
    }
    return done_m + length;
}

// A line with a width on the ground, a little longer than it is so that bends have no gaps.
template <class Add>
void addRibbon(const osg::Vec3& from, const osg::Vec3& to, double width, Add add) {
    osg::Vec3 along = to - from;
    if (along.normalize() == 0) return;
    const auto half = static_cast<float>(width / 2);
    const osg::Vec3 across = osg::Vec3(-along.y(), along.x(), 0) * half;
    const osg::Vec3 a = from - along * (half / 2);
    const osg::Vec3 b = to + along * (half / 2);
    for (const osg::Vec3& corner : {a - across, b - across, b + across, a - across, b + across, a + across})
        add(corner);
}

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

void SceneGraph::Mesh::line(const osg::Vec3& from, const osg::Vec3& to, const osg::Vec4ub& color) const {
    add(from, color);
    add(to, color);
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
    , m_water(GL_TRIANGLES)
    , m_groundLines(GL_LINES)
    , m_veil(GL_TRIANGLES)
    , m_grid(GL_LINES)
    , m_airfields(GL_TRIANGLES)
    , m_airfieldLines(GL_LINES)
    , m_shadows(GL_TRIANGLES)
    , m_scale(GL_LINES)
    , m_zoneFaces(GL_TRIANGLES)
    , m_zoneLines(GL_LINES)
    , m_planFaces(GL_TRIANGLES)
    , m_planLines(GL_LINES)
    , m_heavyPlanLines(GL_LINES)
    , m_wayFaces(GL_TRIANGLES)
    , m_ways(GL_LINES)
    , m_trails(GL_LINES)
    , m_lines(GL_LINES)
    , m_faces(GL_TRIANGLES)
    , m_conflictLines(GL_LINES)
    , m_conflictFaces(GL_TRIANGLES) {
    osg::StateSet* state = m_root->getOrCreateStateSet();
    state->setMode(GL_LIGHTING, osg::StateAttribute::OFF);
    state->setMode(GL_CULL_FACE, osg::StateAttribute::OFF);
    state->setMode(GL_BLEND, osg::StateAttribute::ON);
    // The picture itself stays opaque: what is blended changes its colour and not its alpha.
    state->setAttributeAndModes(new osg::BlendFunc(osg::BlendFunc::SRC_ALPHA, osg::BlendFunc::ONE_MINUS_SRC_ALPHA,
                                                   osg::BlendFunc::ONE, osg::BlendFunc::ONE_MINUS_SRC_ALPHA));
    state->setAttribute(new osg::LineWidth(1.0F));
    int order = 0;
    for (const Mesh* mesh :
         {&m_ground,    &m_water,     &m_groundLines,   &m_veil,      &m_grid,      &m_airfields,
          &m_shadows,   &m_scale,     &m_airfieldLines, &m_zoneLines, &m_planLines, &m_heavyPlanLines,
          &m_wayFaces,  &m_ways,      &m_trails,        &m_lines,     &m_faces,     &m_conflictLines,
          &m_planFaces, &m_zoneFaces, &m_conflictFaces}) {
        mesh->geometry->getOrCreateStateSet()->setRenderBinDetails(10 * order++,
                                                                   "RenderBin"); // room between: CityDrawing
        m_root->addChild(mesh->geometry);
    }
    m_root->addChild(m_city.node());
    // See-through: what is behind stays seen.
    for (const Mesh* mesh : {&m_wayFaces, &m_planFaces, &m_zoneFaces, &m_conflictFaces})
        mesh->geometry->getOrCreateStateSet()->setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0.0, 1.0, false));
    for (const Mesh* mesh : {&m_heavyPlanLines, &m_conflictLines})
        mesh->geometry->getOrCreateStateSet()->setAttribute(new osg::LineWidth(heavy_px));
    // Flat things lie in one plane: painted in order, they cannot flicker against each other.
    for (const Mesh* mesh : {&m_ground, &m_water, &m_groundLines, &m_veil, &m_grid, &m_airfields, &m_shadows, &m_scale})
        mesh->geometry->getOrCreateStateSet()->setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
}

bool onShownGround(const Area& area, const osg::Vec3& place) {
    return std::hypot(place.x(), place.y()) < area.halfWidth_m * shownPerArea;
}

std::size_t SceneGraph::drawnObjects() const {
    std::size_t corners = m_city.corners();
    for (const Mesh* mesh :
         {&m_ground,   &m_water, &m_groundLines, &m_veil,      &m_grid,      &m_airfields,     &m_airfieldLines,
          &m_shadows,  &m_scale, &m_zoneFaces,   &m_zoneLines, &m_planFaces, &m_planLines,     &m_heavyPlanLines,
          &m_wayFaces, &m_ways,  &m_trails,      &m_lines,     &m_faces,     &m_conflictLines, &m_conflictFaces})
        corners += mesh->places->size();
    return corners;
}

void SceneGraph::setGround(const SceneContents& contents) {
    const theme::Theme& theme = contents.theme;
    const GroundPlan& plan = contents.ground;
    const auto half = static_cast<float>(contents.stage.area().halfWidth_m * groundPerArea);
    m_ground.clear();
    const osg::Vec4ub land = rgba(theme.color(ColorRole::Panel));
    for (const auto& [x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, -1}, {1, 1}, {-1, 1}})
        m_ground.add(osg::Vec3(static_cast<float>(x) * half, static_cast<float>(y) * half, 0), land);
    m_ground.done();

    m_water.clear();
    const osg::Vec4ub water = rgba(theme.color(ColorRole::Base), 1.0, theme.isDark() ? 0.8 : 0.93);
    for (const osg::Vec3& corner : plan.water)
        m_water.add(corner, water);
    const double wide = contents.stage.area().halfWidth_m * riverPerArea;
    for (const GroundLine& river : plan.rivers)
        for (std::size_t i = 1; i < river.size(); ++i)
            addRibbon(river[i - 1], river[i], wide, [&](const osg::Vec3& corner) { m_water.add(corner, water); });
    m_water.done();

    m_groundLines.clear();
    const auto add = [&](const std::vector<GroundLine>& lines, const osg::Vec4ub& color) {
        for (const GroundLine& line : lines)
            for (std::size_t i = 1; i < line.size(); ++i)
                m_groundLines.line(line[i - 1], line[i], color);
    };
    const QColor line = theme.color(ColorRole::Line);
    const QColor quiet = theme.color(ColorRole::SecondaryText);
    add(plan.shores, rgba(quiet, 0.55));
    add(plan.districtBorders, rgba(line, 0.7));
    add(plan.provinceBorders, rgba(quiet, 0.35));
    add(plan.countryBorders, rgba(quiet, 0.8));
    m_groundLines.done();
    setVeil(contents);
    setGrid(contents);
}

// The ground fades away towards its edge. Not by OpenGL's fog: that takes the distance at the corners of a shape
// without its sign, and a shape that reaches behind the eye is then fog all over.
void SceneGraph::setVeil(const SceneContents& contents) {
    const double half = contents.stage.area().halfWidth_m;
    const QColor color = contents.theme.color(ColorRole::Base);
    constexpr std::array<std::pair<double, double>, 4> rings{
        {{1.2, 0.0}, {1.8, 0.6}, {groundPerArea, 1.0}, {groundPerArea * 1.5, 1.0}}}; // radius in half widths, opacity
    m_veil.clear();
    for (std::size_t ring = 1; ring < rings.size(); ++ring) {
        const auto& [inner, innerOpacity] = rings.at(ring - 1);
        const auto& [outer, outerOpacity] = rings.at(ring);
        const osg::Vec4ub clear = rgba(color, innerOpacity);
        const osg::Vec4ub dense = rgba(color, outerOpacity);
        for (int side = 0; side < ringSides; ++side) {
            const osg::Vec3 a = onCircle({}, inner * half, side, ringSides);
            const osg::Vec3 b = onCircle({}, inner * half, side + 1, ringSides);
            const osg::Vec3 c = onCircle({}, outer * half, side + 1, ringSides);
            const osg::Vec3 d = onCircle({}, outer * half, side, ringSides);
            m_veil.add(a, clear);
            m_veil.add(b, clear);
            m_veil.add(c, dense);
            m_veil.add(a, clear);
            m_veil.add(c, dense);
            m_veil.add(d, dense);
        }
    }
    m_veil.done();
}

void SceneGraph::setGrid(const SceneContents& contents) {
    const double halfWidth = contents.stage.area().halfWidth_m;
    const auto half = static_cast<float>(halfWidth);
    const QColor color = contents.theme.color(ColorRole::Line);
    m_gridStep_m = roundStep(halfWidth / 5.0);
    m_grid.clear();
    const auto cross = [&](float at, const osg::Vec4ub& shade) {
        m_grid.line({at, -half, 0}, {at, half, 0}, shade);
        m_grid.line({-half, at, 0}, {half, at, 0}, shade);
    };
    const osg::Vec4ub dim = rgba(color, 0.32);
    cross(0, rgba(color, 0.6));
    for (double at = m_gridStep_m; at < halfWidth; at += m_gridStep_m) {
        cross(static_cast<float>(at), dim);
        cross(static_cast<float>(-at), dim);
    }
    cross(half, rgba(color));
    cross(-half, rgba(color));
    for (double radius = m_gridStep_m; radius < halfWidth; radius += m_gridStep_m)
        for (int side = 0; side < ringSides; ++side)
            m_grid.line(onCircle({}, radius, side, ringSides), onCircle({}, radius, side + 1, ringSides),
                        rgba(color, 0.85));
    m_grid.done();
}

void SceneGraph::setTracks(const SceneContents& contents, const OrbitCamera& camera) {
    for (const Mesh* mesh : {&m_airfields, &m_airfieldLines, &m_shadows, &m_wayFaces, &m_ways, &m_trails, &m_lines,
                             &m_faces, &m_conflictLines, &m_conflictFaces})
        mesh->clear();
    const osg::Vec4ub asphalt = rgba(contents.theme.color(ColorRole::SecondaryText), 0.75);
    for (const osg::Vec3& corner : contents.ground.runways)
        m_airfields.add(corner, asphalt);
    for (const GroundAirfield& field : contents.ground.airfields)
        if (onShownGround(contents.stage.area(), field.place))
            addAirfield(field, contents.theme, camera.metresPerPixelAt(enu(field.place)));
    m_city.update(contents.city, contents.theme, contents.stage.exaggeration(), camera);
    setZones(contents);
    setPlans(contents);
    addNetworks(contents, camera);
    for (const StagedConflict& conflict : contents.conflicts.conflicts())
        addConflict(conflict, contents, camera);
    m_drawnConflicts = contents.conflicts.conflicts().size();
    m_drawnTracks = 0;
    for (const StagedTrack& staged : contents.stage.tracks()) {
        // Nearer ones a little larger: enough to see what is in front, not so much that the near ones hide the far.
        const double near = std::pow(camera.metresPerPixel() / camera.metresPerPixelAt(staged.place), 0.35);
        addTrack(staged, contents, camera.metresPerPixelAt(staged.place) * std::clamp(near, 0.75, 1.6));
        ++m_drawnTracks;
    }
    for (const Mesh* mesh : {&m_airfields, &m_airfieldLines, &m_shadows, &m_wayFaces, &m_ways, &m_trails, &m_lines,
                             &m_faces, &m_conflictLines, &m_conflictFaces})
        mesh->done();
    setHeights(contents, camera);
}

// Poles at the two ends of the far side of the area, and a line from one to the other at every step.
void SceneGraph::setHeights(const SceneContents& contents, const OrbitCamera& camera) {
    const auto half = static_cast<float>(contents.stage.area().halfWidth_m);
    const std::array<osg::Vec3, 4> corners{osg::Vec3(-half, -half, 0), osg::Vec3(-half, half, 0),
                                           osg::Vec3(half, half, 0), osg::Vec3(half, -half, 0)}; // clockwise
    const osg::Vec3d eye = camera.eye();
    const auto distance = [&](std::size_t corner) { return (osg::Vec3d(corners.at(corner % 4)) - eye).length(); };
    std::size_t far = 0; // side from corner `far` to the next one
    for (std::size_t side = 1; side < 4; ++side)
        if (distance(side) + distance(side + 1) > distance(far) + distance(far + 1)) far = side;
    m_poles = {corners.at(far), corners.at((far + 1) % 4)};

    const double exaggeration = contents.stage.exaggeration();
    const osg::Vec3 middle = (m_poles[0] + m_poles[1]) / 2;
    const double upright = std::max(0.05, std::cos(camera.elevation_deg() * std::numbers::pi / 180));
    const double figure_px = 17;
    m_heights = heightScale(contents.stage.highest_m(), camera.metresPerPixelAt(enu(middle)) / exaggeration / upright,
                            figure_px);
    m_scale.clear();
    if (upright > 0.2) { // from above there is no height to be seen
        const QColor color = contents.theme.color(ColorRole::SecondaryText);
        const auto top = static_cast<float>(m_heights.step_m * m_heights.steps * exaggeration);
        for (const osg::Vec3& pole : m_poles)
            m_scale.line(pole, pole + osg::Vec3(0, 0, top), rgba(color, 0.8));
        for (int step = 1; step <= m_heights.steps; ++step) {
            const osg::Vec3 up(0, 0, static_cast<float>(m_heights.step_m * step * exaggeration));
            m_scale.line(m_poles[0] + up, m_poles[1] + up, rgba(color, 0.22));
        }
    }
    m_scale.done();
}

void SceneGraph::addAirfield(const GroundAirfield& field, const theme::Theme& theme, double pixel_m) const {
    const QColor color = theme.color(ColorRole::SecondaryText);
    const bool heliport = field.kind == tiles::AirfieldKind::Heliport;
    const double radius = airfield_px * pixel_m * (heliport ? 0.6 : 1.0);
    if (heliport) { // an H on the ground
        const auto h = static_cast<float>(radius);
        const osg::Vec4ub full = rgba(color, 0.9);
        const osg::Vec3 at = field.place;
        m_airfieldLines.line(at + V(-h * 0.6F, -h, 0), at + V(-h * 0.6F, h, 0), full);
        m_airfieldLines.line(at + V(h * 0.6F, -h, 0), at + V(h * 0.6F, h, 0), full);
        m_airfieldLines.line(at + V(-h * 0.6F, 0, 0), at + V(h * 0.6F, 0, 0), full);
        return;
    }
    for (int side = 0; side < dotSides * 2; ++side) {
        m_airfieldLines.line(onCircle(field.place, radius, side, dotSides * 2),
                             onCircle(field.place, radius, side + 1, dotSides * 2), rgba(color, 0.9));
        for (const osg::Vec3& corner : {field.place, onCircle(field.place, radius, side, dotSides * 2),
                                        onCircle(field.place, radius, side + 1, dotSides * 2)})
            m_airfields.add(corner, rgba(color, 0.25));
    }
    const osg::Vec3 top = field.place + osg::Vec3(0, 0, static_cast<float>(airfieldPole_px * pixel_m));
    m_airfieldLines.line(field.place, top, rgba(color, 0.7));
}

// They stand still while the eye moves: made again only when zones, area, scale of heights or theme are other ones.
void SceneGraph::setZones(const SceneContents& contents) {
    const StillDrawn now{contents.zones.revision(), contents.plans.revision(), contents.stage.exaggeration(),
                         contents.theme.id()};
    if (now == m_zonesOf) return;
    m_zonesOf = now;
    m_zoneFaces.clear();
    m_zoneLines.clear();
    m_drawnZones = 0;
    for (const StagedZone& zone : contents.zones.zones()) {
        addZone(zone, contents);
        ++m_drawnZones;
    }
    m_zoneFaces.done();
    m_zoneLines.done();
}

// Translucent walls and roof. Without an upper limit the walls fade away and there is no roof.
void SceneGraph::addPrism(const Prism& prism, const PrismLook& look, double exaggeration, const Mesh& faces,
                          const Mesh& lines) {
    const auto floor = static_cast<float>(prism.floor_m * exaggeration);
    const auto ceiling = static_cast<float>(prism.ceiling_m * exaggeration);
    osg::Vec4ub gone = look.edge;
    gone.a() = 0;
    const auto line = [&](const osg::Vec3& from, const osg::Vec3& to) {
        addDashes(lines, from, to, look.dash_m > 0 ? look.dash_m : (to - from).length() + 1.0, look.edge);
    };
    for (const auto& ring : prism.rings) {
        const std::size_t uprights = std::max<std::size_t>(1, ring.size() / 8); // not at each point of a circle
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const osg::Vec2& a = ring[i];
            const osg::Vec2& b = ring[(i + 1) % ring.size()];
            const osg::Vec3 a0(a, floor), b0(b, floor), a1(a, ceiling), b1(b, ceiling);
            line(a0, b0);
            if (!prism.open) line(a1, b1);
            if (ring.size() <= 12 || i % uprights == 0) {
                lines.add(a0, look.edge);
                lines.add(a1, prism.open ? gone : look.edge);
            }
            if (!look.faces) continue;
            faces.add(a0, look.low);
            faces.add(b0, look.low);
            faces.add(b1, look.high);
            faces.add(a0, look.low);
            faces.add(b1, look.high);
            faces.add(a1, look.high);
        }
    }
    if (!look.faces || prism.open) return;
    for (const osg::Vec2& corner : prism.roof)
        faces.add(osg::Vec3(corner, ceiling), look.low);
}

// Edges as on the map: solid, dashed (conditional), dotted (information); what is not active has edges only. What the
// chosen plan meets is stronger, and named.
void SceneGraph::addZone(const StagedZone& zone, const SceneContents& contents) const {
    using Kind = map::ZoneShape::Kind;
    using State = map::ZoneShape::State;
    const bool met = contents.plans.meets(zone.identifier);
    QColor color = contents.theme.color(zone.state == State::NotJudged ? ColorRole::Stale : map::zoneRole(zone.kind));
    if (zone.selected || zone.draft) color = contents.theme.color(ColorRole::Selection);
    const double usual = zone.kind == Kind::Information ? 0.05 : zone.kind == Kind::Prohibited ? 0.16 : 0.10;
    const double strength = met ? std::max(usual, 0.22) : usual;
    double dash_m = 0; // solid
    if (zone.kind == Kind::Conditional || zone.draft) dash_m = contents.stage.area().halfWidth_m / dashesPerHalf;
    if (zone.kind == Kind::Information) dash_m = contents.stage.area().halfWidth_m / dotsPerHalf;
    addPrism(zone,
             {.low = rgba(color, strength),
              .high = rgba(color, zone.open ? 0.0 : strength),
              .edge = rgba(color, zone.state == State::Inactive && !met ? 0.45 : 0.9),
              .dash_m = dash_m,
              .faces = zone.state != State::Inactive || zone.selected || zone.draft || met},
             contents.stage.exaggeration(), m_zoneFaces, m_zoneLines);
}

void SceneGraph::setPlans(const SceneContents& contents) {
    const StillDrawn now{0, contents.plans.revision(), contents.stage.exaggeration(), contents.theme.id()};
    if (now == m_plansOf) return;
    m_plansOf = now;
    for (const Mesh* mesh : {&m_planFaces, &m_planLines, &m_heavyPlanLines})
        mesh->clear();
    for (const StagedPlan& plan : contents.plans.plans())
        addPlan(plan, contents);
    for (const StagedHit& hit : contents.plans.hits())
        addHit(hit, contents);
    for (const StagedPath& path : contents.plans.paths())
        addPath(path, contents);
    m_drawnPaths = contents.plans.paths().size();
    m_drawnPlans = contents.plans.plans().size();
    for (const Mesh* mesh : {&m_planFaces, &m_planLines, &m_heavyPlanLines})
        mesh->done();
}

// State by the line, as on the map: dotted (draft), dashed (waits), thin (approved), heavy (flies). The chosen one is
// white; what it meets and what is not judged have a label that says so beside their colour.
void SceneGraph::addPlan(const StagedPlan& plan, const SceneContents& contents) const {
    using State = map::PlanShape::State;
    const double factor = contents.stage.exaggeration();
    const ColorRole role = plan.selected  ? ColorRole::Selection
                           : plan.met     ? ColorRole::Warning
                           : plan.assumed ? ColorRole::Stale
                                          : ColorRole::SecondaryText;
    const QColor color = contents.theme.color(role);
    const QColor fill = contents.theme.color(plan.assumed ? ColorRole::Stale : role);
    const double half = contents.stage.area().halfWidth_m;
    const double dash_m = plan.state == State::Draft     ? half / dotsPerHalf
                          : plan.state == State::Waiting ? half / dashesPerHalf
                                                         : 0;
    const double strength = plan.selected ? 0.13 : plan.met ? 0.12 : 0.07;
    const Mesh& lines = plan.state == State::Flying ? m_heavyPlanLines : m_planLines;
    for (const Prism& volume : plan.volumes)
        addPrism(volume,
                 {.low = rgba(fill, strength),
                  .high = rgba(fill, volume.open ? 0.0 : strength),
                  .edge = rgba(color, plan.selected || plan.met ? 0.75 : 0.45),
                  .dash_m = dash_m,
                  .faces = true},
                 factor, m_planFaces, lines);
    const Mesh& way = plan.selected || plan.state == State::Flying ? m_heavyPlanLines : m_planLines;
    const auto drawn = [factor](const osg::Vec3& place) {
        return osg::Vec3(place.x(), place.y(), place.z() * static_cast<float>(factor));
    };
    for (std::size_t i = 1; i < plan.way.size(); ++i) {
        const osg::Vec3 from = drawn(plan.way[i - 1]);
        const osg::Vec3 to = drawn(plan.way[i]);
        addDashes(way, from, to, dash_m > 0 ? dash_m : (to - from).length() + 1.0, rgba(color));
    }
}

// A pole with two crossbars between the heights in question.
void SceneGraph::addHit(const StagedHit& hit, const SceneContents& contents) const {
    const double factor = contents.stage.exaggeration();
    const osg::Vec4ub color = rgba(contents.theme.color(hit.hinders ? ColorRole::Warning : ColorRole::SecondaryText));
    const osg::Vec3 low(hit.place, static_cast<float>(hit.floor_m * factor));
    const osg::Vec3 high(hit.place, static_cast<float>(hit.ceiling_m * factor));
    m_heavyPlanLines.line(low, high, color);
    const auto bar = static_cast<float>(contents.stage.area().halfWidth_m / dashesPerHalf);
    for (const osg::Vec3& end : {low, high})
        for (const osg::Vec3& across : {osg::Vec3(bar, 0, 0), osg::Vec3(0, bar, 0)})
            m_heavyPlanLines.line(end - across, end + across, color);
}

// The line of the path as on the map, solid, dashed or dotted, with plumb lines where its legs end; under the chosen
// one a curtain down to the ground.
void SceneGraph::addPath(const StagedPath& path, const SceneContents& contents) const {
    const auto factor = static_cast<float>(contents.stage.exaggeration());
    const ColorRole role = path.chosen    ? ColorRole::Selection
                           : path.assumed ? ColorRole::Stale
                                          : ColorRole::SecondaryText;
    const QColor color = contents.theme.color(role);
    const double half = contents.stage.area().halfWidth_m;
    const Mesh& lines = path.chosen ? m_heavyPlanLines : m_planLines;
    const auto drawn = [factor](const osg::Vec3& place) { return osg::Vec3(place.x(), place.y(), place.z() * factor); };
    const auto foot = [factor](const StagedPath::Point& point) {
        return osg::Vec3(point.place.x(), point.place.y(), point.ground_m * factor);
    };
    double flown_m = 0; // dashes go on across the pieces of a leg that follows the ground
    const double dash_m = path.line == map::PathShape::Line::Dotted   ? half / dotsPerHalf
                          : path.line == map::PathShape::Line::Dashed ? half / dashesPerHalf
                                                                      : 0;
    for (std::size_t i = 0; i < path.way.size(); ++i) {
        const StagedPath::Point& point = path.way[i];
        const osg::Vec3 at = drawn(point.place);
        if (point.turn) m_planLines.line(foot(point), at, rgba(color, path.chosen ? 0.8 : 0.45));
        if (i == 0) continue;
        const osg::Vec3 before = drawn(path.way[i - 1].place);
        flown_m = addDashes(lines, before, at, dash_m, rgba(color), flown_m);
        if (!path.chosen) continue;
        const osg::Vec3 beforeFoot = foot(path.way[i - 1]);
        for (const osg::Vec3& corner : {before, at, foot(point), before, foot(point), beforeFoot})
            m_planFaces.add(corner, rgba(color, 0.1));
    }
}

// No other aircraft may be in it: closer than both limits at once.
void SceneGraph::addCylinder(const geo::Enu_m& middle, const QColor& color, double exaggeration) const {
    const osg::Vec3 low = vec(drawnUp({middle.east, middle.north, middle.up - separation.vertical_m}, exaggeration));
    const osg::Vec3 high = vec(drawnUp({middle.east, middle.north, middle.up + separation.vertical_m}, exaggeration));
    const osg::Vec4ub edge = rgba(color, 0.9), wall = rgba(color, 0.16);
    for (int side = 0; side < cylinderSides; ++side) {
        const osg::Vec3 a = onCircle(low, separation.horizontal_m, side, cylinderSides);
        const osg::Vec3 b = onCircle(low, separation.horizontal_m, side + 1, cylinderSides);
        const osg::Vec3 c = onCircle(high, separation.horizontal_m, side + 1, cylinderSides);
        const osg::Vec3 d = onCircle(high, separation.horizontal_m, side, cylinderSides);
        m_lines.line(a, b, edge);
        m_lines.line(c, d, edge);
        if (side % (cylinderSides / 4) == 0) m_lines.line(a, d, edge);
        for (const osg::Vec3& corner : {a, b, c, a, c, d})
            m_conflictFaces.add(corner, wall);
    }
}

// Cylinders around both as they are now, dashes to where they are closest, a heavy line between these places.
void SceneGraph::addConflict(const StagedConflict& staged, const SceneContents& contents,
                             const OrbitCamera& camera) const {
    const double factor = contents.stage.exaggeration();
    const QColor color = contents.theme.color(staged.conflict.lost ? ColorRole::Danger : ColorRole::Warning);
    std::array<osg::Vec3, 2> closest;
    for (std::size_t i = 0; i < 2; ++i) {
        addCylinder(staged.now.at(i), color, factor);
        const osg::Vec3 now = vec(drawnUp(staged.now.at(i), factor));
        closest.at(i) = vec(drawnUp(staged.closest.at(i), factor));
        const double pixel_m = camera.metresPerPixelAt(enu(closest.at(i)));
        addDashes(m_lines, now, closest.at(i), way_px / 2 * pixel_m, rgba(color));
        const auto arm = static_cast<float>(closest_px * pixel_m);
        for (const osg::Vec3& across : {osg::Vec3(arm, 0, 0), osg::Vec3(0, arm, 0), osg::Vec3(0, 0, arm)})
            m_conflictLines.line(closest.at(i) - across, closest.at(i) + across, rgba(color));
    }
    m_conflictLines.line(closest[0], closest[1], rgba(color));
}

void SceneGraph::addNetworks(const SceneContents& contents, const OrbitCamera& camera) {
    m_drawnWays = 0;
    for (const StagedWay& way : contents.networks.ways()) {
        if (way.points.size() < 2) continue;
        ++m_drawnWays;
        if (way.mission)
            addMission(way, contents, camera);
        else
            addWay(way, contents, camera);
    }
    for (const StagedNode& node : contents.networks.nodes())
        addNode(node, contents, camera);
}

// A verified link is one line, another one is dashed; double track is two lines beside each other.
void SceneGraph::addWay(const StagedWay& way, const SceneContents& contents, const OrbitCamera& camera) const {
    const double factor = contents.stage.exaggeration();
    const osg::Vec4ub color = way.selected ? rgba(contents.theme.color(ColorRole::Selection))
                                           : rgba(contents.theme.color(ColorRole::SecondaryText), 0.9);
    for (std::size_t i = 1; i < way.points.size(); ++i) {
        const osg::Vec3 from = vec(drawnUp(way.points[i - 1], factor));
        const osg::Vec3 to = vec(drawnUp(way.points[i], factor));
        const double pixel_m = camera.metresPerPixelAt(enu((from + to) / 2));
        const osg::Vec3 along = to - from;
        osg::Vec3 across(-along.y(), along.x(), 0);
        across.normalize();
        std::vector<osg::Vec3> offsets{osg::Vec3()};
        if (way.doubleTrack || way.selected) {
            const auto half = static_cast<float>((way.doubleTrack ? 2.5 : 0.8) * pixel_m);
            offsets = {across * half, across * -half};
        }
        const double dash_m = way.verified ? along.length() + 1.0 : way_px * pixel_m;
        for (const osg::Vec3& offset : offsets)
            addDashes(m_ways, from + offset, to + offset, dash_m, color);
    }
}

// Take-off and landing are columns with an arrow up or down, the flight is a line over a curtain: three forms, no hue.
void SceneGraph::addMission(const StagedWay& way, const SceneContents& contents, const OrbitCamera& camera) const {
    const double factor = contents.stage.exaggeration();
    const QColor color = contents.theme.color(ColorRole::Selection);
    for (std::size_t i = 1; i < way.points.size(); ++i) {
        const osg::Vec3 from = vec(drawnUp(way.points[i - 1], factor));
        const osg::Vec3 to = vec(drawnUp(way.points[i], factor));
        const WayPart part = partBetween(way.points[i - 1], way.points[i]);
        const double pixel_m = camera.metresPerPixelAt(enu((from + to) / 2));
        if (part == WayPart::Flight) {
            const osg::Vec3 foot(from.x(), from.y(), 0);
            const osg::Vec3 otherFoot(to.x(), to.y(), 0);
            for (const osg::Vec3& corner : {from, to, otherFoot, from, otherFoot, foot})
                m_wayFaces.add(corner, rgba(color, 0.14));
            for (const float up : {0.0F, static_cast<float>(pixel_m)}) // two pixels
                m_ways.line(from + osg::Vec3(0, 0, up), to + osg::Vec3(0, 0, up), rgba(color));
            continue;
        }
        const bool climbs = part == WayPart::TakeOff;
        // The two directions of one column side by side, as on the flat map.
        const osg::Vec3 beside(static_cast<float>((climbs ? -column_px : column_px) * pixel_m), 0, 0);
        addDashes(m_ways, from + beside, to + beside, climbs ? (to - from).length() + 1.0 : way_px / 2 * pixel_m,
                  rgba(color));
        const auto reach = static_cast<float>(arrow_px * pixel_m) * (climbs ? 1.0F : -1.0F);
        const osg::Vec3 middle = (from + to) / 2 + beside;
        const float side = std::abs(reach) * 0.7F;
        for (const osg::Vec3& across : {osg::Vec3(side, 0, 0), osg::Vec3(0, side, 0)})
            for (const osg::Vec3& corner : {middle + osg::Vec3(0, 0, reach), middle + across - osg::Vec3(0, 0, reach),
                                            middle - across - osg::Vec3(0, 0, reach)})
                m_faces.add(corner, rgba(color));
    }
}

// Its column from the ground to the top, and on the ground a square for a base, a ring for a delivery point. Without a
// known ground the column hangs in the air, dashed, down to the plane.
void SceneGraph::addNode(const StagedNode& node, const SceneContents& contents, const OrbitCamera& camera) const {
    const double factor = contents.stage.exaggeration();
    const osg::Vec3 top = vec(drawnUp(node.top, factor));
    const osg::Vec3 foot(top.x(), top.y(), static_cast<float>(node.ground_m.value_or(0.0) * factor));
    const double pixel_m = camera.metresPerPixelAt(enu(foot));
    const osg::Vec4ub color =
        rgba(contents.theme.color(node.selected ? ColorRole::Selection : ColorRole::SecondaryText));
    addDashes(m_ways, foot, top, node.ground_m ? (top - foot).length() + 1.0 : way_px / 2 * pixel_m, color);
    const double radius = (node.selected ? 8.0 : 5.0) * pixel_m;
    if (node.base) {
        const auto half = static_cast<float>(radius);
        const std::array corners{V(-half, -half, 0), V(half, -half, 0), V(half, half, 0), V(-half, half, 0)};
        for (std::size_t side = 0; side < corners.size(); ++side)
            m_ways.line(foot + corners.at(side), foot + corners.at((side + 1) % corners.size()), color);
        return;
    }
    for (int side = 0; side < dotSides * 2; ++side)
        m_ways.line(onCircle(foot, radius, side, dotSides * 2), onCircle(foot, radius, side + 1, dotSides * 2), color);
}

void SceneGraph::addTrack(const StagedTrack& staged, const SceneContents& contents, double pixel_m) const {
    const traffic::Track& track = *staged.track;
    const theme::Theme& theme = contents.theme;
    const bool live = track.state == traffic::TrackState::Live;
    const bool selected = track.id == contents.selection->selected();
    const osg::Vec3 place = vec(staged.place);
    const osg::Vec3 foot(place.x(), place.y(), 0);
    const QColor color = live && staged.heightKnown ? theme.sourceColor(track.kind()) : theme.color(ColorRole::Stale);

    if (staged.heightKnown) {
        m_lines.line(foot, place, rgba(selected ? theme.color(ColorRole::Selection) : color, selected ? 0.9 : 0.42));
        for (int side = 0; side < dotSides; ++side)
            for (const osg::Vec3& corner : {foot, onCircle(foot, shadow_px * pixel_m, side, dotSides),
                                            onCircle(foot, shadow_px * pixel_m, side + 1, dotSides)})
                m_shadows.add(corner, rgba(color, 0.5));
    }
    addTrail(staged, theme, contents.stage.exaggeration());
    if (map::hasVector(track)) {
        const double seconds = contents.vectorSeconds;
        // Where the climb is not known the vector lies on the ground: in the air a level line would claim level flight.
        const bool inAir = staged.heightKnown && track.verticalRate_mps.has_value();
        const double climb = inAir ? *track.verticalRate_mps * seconds * contents.stage.exaggeration() : 0.0;
        const osg::Vec3 ahead(static_cast<float>(track.velocity->east * seconds),
                              static_cast<float>(track.velocity->north * seconds), static_cast<float>(climb));
        const osg::Vec3 from = inAir ? place : foot;
        m_lines.line(from, from + ahead, rgba(color, inAir ? 0.85 : 0.5));
    }
    addSymbol(staged, rgba(color), color, static_cast<float>(symbol_px * pixel_m * (selected ? selectedFactor : 1.0)));
}

void SceneGraph::addTrail(const StagedTrack& staged, const theme::Theme& theme, double exaggeration) const {
    if (staged.trail.empty()) return;
    const QColor color = theme.color(ColorRole::Trail);
    const auto drawn = [&](const geo::Enu_m& place) { return vec({place.east, place.north, place.up * exaggeration}); };
    const auto count = static_cast<double>(staged.trail.size());
    osg::Vec3 from = drawn(staged.trail.front());
    for (std::size_t i = 1; i <= staged.trail.size(); ++i) {
        const osg::Vec3 to = i < staged.trail.size() ? drawn(staged.trail[i]) : vec(staged.place);
        m_trails.line(from, to, rgba(color, 0.15 + 0.7 * static_cast<double>(i) / count)); // older: fainter
        from = to;
    }
}

void SceneGraph::addSymbol(const StagedTrack& staged, const osg::Vec4ub& full, const QColor& color, float size) const {
    const traffic::Track& track = *staged.track;
    const osg::Vec3 place = vec(staged.place);
    const map::SymbolShape shape = map::shapeOf(track);
    if (shape == map::SymbolShape::Cross) {
        for (const auto& arm :
             {osg::Vec3(size, 0, size), osg::Vec3(-size, 0, size), osg::Vec3(0, size, size), osg::Vec3(0, -size, size)})
            m_lines.line(place - arm * 0.7F, place + arm * 0.7F, full);
        return;
    }
    const bool filled = track.state == traffic::TrackState::Live && staged.heightKnown;
    const double course = map::reliableCourse_deg(track).value_or(0.0);
    const osg::Vec3 light(-0.3F, -0.5F, 0.8F);
    for (const Face& face : solidOf(shape)) {
        std::array<osg::Vec3, 3> corners;
        for (std::size_t i = 0; i < 3; ++i)
            corners.at(i) = turned(face.corners.at(i), course) * size;
        if (!filled) {
            for (std::size_t i = 0; i < 3; ++i)
                m_lines.line(place + corners.at(i), place + corners.at((i + 1) % 3), full);
            continue;
        }
        osg::Vec3 normal = (corners[1] - corners[0]) ^ (corners[2] - corners[0]);
        normal.normalize();
        const osg::Vec4ub shaded = rgba(color, 1.0, 0.62 + 0.38 * std::abs(static_cast<double>(normal * light)));
        for (const osg::Vec3& corner : corners)
            m_faces.add(place + corner, shaded);
    }
}

} // namespace haneul::scene3d
