#include "ui/scene3d/city_drawing.h"

#include <osg/Depth>
#include <osg/Geometry>
#include <osg/Polytope>

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

using theme::ColorRole;

// As seen from the eye: beyond it, low houses are no more than a grain.
constexpr double lowPixels = 2.0; // of the height of a low house
constexpr double highPixels = 2.0;
constexpr double lowHeight_m = 12;
constexpr double highHeight_m = 60;

osg::Vec4ub shaded(const QColor& dark, const QColor& light, float share, int opacity = 255) {
    const auto channel = [&](int from, int to) {
        return static_cast<GLubyte>(std::lround(static_cast<float>(from) + static_cast<float>(to - from) * share));
    };
    return {channel(dark.red(), light.red()), channel(dark.green(), light.green()), channel(dark.blue(), light.blue()),
            static_cast<GLubyte>(opacity)};
}

osg::ref_ptr<osg::Geometry> geometryOf(const std::vector<osg::Vec3>& corners,
                                       const osg::ref_ptr<osg::Vec4ubArray>& colours, GLenum mode, int bin) {
    if (corners.empty()) return nullptr;
    osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
    geometry->setUseDisplayList(false);
    geometry->setUseVertexBufferObjects(true);
    geometry->setVertexArray(new osg::Vec3Array(corners.begin(), corners.end()));
    colours->setNormalize(true);
    geometry->setColorArray(colours, osg::Array::BIND_PER_VERTEX);
    geometry->addPrimitiveSet(new osg::DrawArrays(mode, 0, static_cast<GLsizei>(corners.size())));
    geometry->getOrCreateStateSet()->setRenderBinDetails(bin, "RenderBin");
    return geometry;
}

osg::ref_ptr<osg::Geometry> solid(const StagedFaces& faces, const QColor& dark, const QColor& light) {
    const osg::ref_ptr<osg::Vec4ubArray> colours = new osg::Vec4ubArray;
    colours->reserve(faces.light.size());
    for (const float share : faces.light)
        colours->push_back(shaded(dark, light, share));
    auto geometry = geometryOf(faces.corners, colours, GL_TRIANGLES, buildingBin);
    if (geometry) geometry->getOrCreateStateSet()->setMode(GL_BLEND, osg::StateAttribute::OFF);
    return geometry;
}

std::size_t cornersOf(const osg::Geometry* geometry) {
    return geometry == nullptr ? 0 : geometry->getVertexArray()->getNumElements();
}

} // namespace

CityDrawing::CityDrawing()
    : m_scale(new osg::MatrixTransform)
    , m_terrain(new osg::Group)
    , m_buildings(new osg::Group)
    , m_drape(new osg::Group) {
    for (const auto& group : {m_terrain, m_drape, m_buildings})
        m_scale->addChild(group);
}

void CityDrawing::update(const CityStage& stage, const theme::Theme& theme, double exaggeration,
                         const OrbitCamera& camera) {
    const bool otherTheme = m_theme != theme.id();
    const bool otherTerrain = otherTheme || stage.terrain != m_stage.terrain;
    const bool otherBuildings = otherTheme || stage.buildings != m_stage.buildings;
    const bool otherDrape = stage.drape != m_stage.drape;
    m_stage = stage;
    m_theme = theme.id();
    if (otherTerrain) remakeTerrain(theme);
    if (otherBuildings) remakeBuildings(theme);
    if (otherDrape) remakeDrape();
    m_scale->setMatrix(osg::Matrixd::scale(1, 1, exaggeration));
    hideUnseen(exaggeration, camera);
}

void CityDrawing::remakeTerrain(const theme::Theme& theme) {
    m_terrain->removeChildren(0, m_terrain->getNumChildren());
    const QColor dark = theme.color(ColorRole::Base);
    const QColor light = theme.color(theme.isDark() ? ColorRole::Line : ColorRole::Panel);
    const osg::ref_ptr<osg::Vec4ubArray> colours = new osg::Vec4ubArray;
    colours->reserve(m_stage.terrain->light.size());
    for (const float share : m_stage.terrain->light)
        colours->push_back(shaded(dark, light, 0.15F + 0.85F * share));
    if (auto geometry = geometryOf(m_stage.terrain->corners, colours, GL_TRIANGLES, terrainBin)) {
        geometry->getOrCreateStateSet()->setMode(GL_BLEND, osg::StateAttribute::OFF);
        m_terrain->addChild(geometry);
    }
}

void CityDrawing::remakeBuildings(const theme::Theme& theme) {
    m_buildings->removeChildren(0, m_buildings->getNumChildren());
    m_tiles.clear();
    // Grey: colour is for what is not as it should be.
    const QColor dark = theme.color(ColorRole::Panel);
    const QColor light = theme.isDark() ? theme.color(ColorRole::Line).lighter(118) : theme.color(ColorRole::Line);
    const QColor line = theme.color(ColorRole::SecondaryText);
    for (const BuildingTile& staged : m_stage.buildings->tiles) {
        Tile tile{.low = solid(staged.low, dark, light),
                  .high = solid(staged.high, dark, light),
                  .outlines = geometryOf(
                      staged.outlines,
                      new osg::Vec4ubArray(
                          static_cast<unsigned>(staged.outlines.size()),
                          std::vector<osg::Vec4ub>(staged.outlines.size(), shaded(line, line, 1, 140)).data()),
                      GL_LINES, buildingBin + 1),
                  .box = staged.box};
        for (const auto& part : {tile.low, tile.high, tile.outlines})
            if (part) m_buildings->addChild(part);
        m_tiles.push_back(std::move(tile));
    }
}

void CityDrawing::remakeDrape() {
    m_drape->removeChildren(0, m_drape->getNumChildren());
    const StagedDrape& staged = *m_stage.drape;
    const osg::ref_ptr<osg::Vec4ubArray> colours = new osg::Vec4ubArray;
    colours->reserve(staged.colours.size());
    for (const QRgb colour : staged.colours)
        colours->push_back(osg::Vec4ub(static_cast<GLubyte>(qRed(colour)), static_cast<GLubyte>(qGreen(colour)),
                                       static_cast<GLubyte>(qBlue(colour)), static_cast<GLubyte>(qAlpha(colour))));
    auto geometry = geometryOf(staged.corners, colours, GL_TRIANGLES, staged.onTerrain ? terrainBin + 1 : drapeBin);
    if (!geometry) return;
    osg::StateSet* const state = geometry->getOrCreateStateSet();
    if (staged.onTerrain)
        state->setAttributeAndModes(new osg::Depth(osg::Depth::LEQUAL, 0.0, 1.0, false));
    else
        state->setMode(GL_DEPTH_TEST, osg::StateAttribute::OFF);
    m_drape->addChild(geometry);
}

// The view culls nothing by itself: a scene of some drawables is faster that way. Tiles are many.
void CityDrawing::hideUnseen(double exaggeration, const OrbitCamera& camera) {
    osg::Polytope frustum;
    frustum.setToUnitFrustum(false, false);
    frustum.transformProvidingInverse(camera.viewMatrix() * camera.projectionMatrix());
    m_drawnTiles = 0;
    m_corners = cornersOf(m_terrain->getNumChildren() > 0 ? m_terrain->getChild(0)->asGeometry() : nullptr) +
                cornersOf(m_drape->getNumChildren() > 0 ? m_drape->getChild(0)->asGeometry() : nullptr);
    for (const Tile& tile : m_tiles) {
        osg::BoundingBox box = tile.box;
        box.zMin() *= static_cast<float>(exaggeration);
        box.zMax() *= static_cast<float>(exaggeration);
        const bool inSight = frustum.contains(box);
        const osg::Vec3 middle = box.center();
        const double pixel_m = camera.metresPerPixelAt(
            {static_cast<double>(middle.x()), static_cast<double>(middle.y()), static_cast<double>(middle.z())});
        const auto show = [&](const osg::ref_ptr<osg::Geometry>& part, double height_m, double pixels) {
            if (!part) return false;
            const bool shown = inSight && height_m * exaggeration >= pixels * pixel_m;
            part->setNodeMask(shown ? ~0U : 0U);
            if (shown) m_corners += cornersOf(part);
            return shown;
        };
        const bool low = show(tile.low, lowHeight_m, lowPixels);
        const bool high = show(tile.high, highHeight_m, highPixels);
        const bool lines = show(tile.outlines, lowHeight_m, lowPixels);
        if (low || high || lines) ++m_drawnTiles;
    }
}

} // namespace haneul::scene3d
