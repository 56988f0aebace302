#include "ui/scene3d/building_stage.h"

#include "ui/scene3d/terrain_stage.h"

#include <osg/Geometry>
#include <osg/TriangleFunctor>
#include <osg/Vec2>
#include <osgUtil/Tessellator>

#include <algorithm>
#include <cmath>
#include <map>

namespace haneul::scene3d {

namespace {

using Ring = std::vector<osg::Vec2>;

Ring ringOf(const std::vector<geo::LatLon>& places, const geo::LocalFrame& frame) {
    Ring ring;
    ring.reserve(places.size());
    for (const geo::LatLon place : places) {
        const geo::Enu_m at = frame.toEnu(place, 0.0);
        ring.emplace_back(static_cast<float>(at.east), static_cast<float>(at.north));
    }
    return ring;
}

float cross(const osg::Vec2& a, const osg::Vec2& b, const osg::Vec2& c) {
    return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
}

bool isConvex(const Ring& ring) {
    bool left = false, right = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const float turn = cross(ring[i], ring[(i + 1) % ring.size()], ring[(i + 2) % ring.size()]);
        left = left || turn > 0;
        right = right || turn < 0;
    }
    return !(left && right);
}

struct TakeTriangle {
    std::vector<osg::Vec2>* triangles = nullptr;

    void operator()(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c, bool = false) const {
        for (const osg::Vec3* corner : {&a, &b, &c})
            triangles->emplace_back(corner->x(), corner->y());
    }
};

std::vector<osg::Vec2> tessellated(const std::vector<Ring>& rings) {
    const osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
    const osg::ref_ptr<osg::Vec3Array> places = new osg::Vec3Array;
    geometry->setVertexArray(places);
    for (const Ring& ring : rings) {
        const auto first = static_cast<GLint>(places->size());
        for (const osg::Vec2& corner : ring)
            places->push_back({corner.x(), corner.y(), 0});
        geometry->addPrimitiveSet(new osg::DrawArrays(GL_POLYGON, first, static_cast<GLsizei>(ring.size())));
    }
    const osg::ref_ptr<osgUtil::Tessellator> tessellator = new osgUtil::Tessellator;
    tessellator->setTessellationType(osgUtil::Tessellator::TESS_TYPE_GEOMETRY);
    tessellator->setWindingType(osgUtil::Tessellator::TESS_WINDING_ODD);
    tessellator->setTessellationNormal({0, 0, 1});
    tessellator->retessellatePolygons(*geometry);
    std::vector<osg::Vec2> triangles;
    osg::TriangleFunctor<TakeTriangle> functor;
    functor.triangles = &triangles;
    geometry->accept(functor);
    return triangles;
}

// Triangles of a roof: most footprints are convex and need no tessellator.
std::vector<osg::Vec2> roofOf(const std::vector<Ring>& rings) {
    if (rings.size() > 1 || !isConvex(rings.front())) return tessellated(rings);
    std::vector<osg::Vec2> triangles;
    const Ring& ring = rings.front();
    for (std::size_t i = 2; i < ring.size(); ++i)
        triangles.insert(triangles.end(), {ring[0], ring[i - 1], ring[i]});
    return triangles;
}

// Walls that face south-east are darkest, those that face north-west lightest: the light of printed maps.
float wallLight(const osg::Vec2& from, const osg::Vec2& to) {
    osg::Vec2 along = to - from;
    along.normalize();
    return 0.62F + 0.16F * std::abs(along.x() * 0.7071F + along.y() * 0.7071F);
}

constexpr float roofLight = 1.0F;

void addPrism(const std::vector<Ring>& rings, float base_m, float top_m, StagedFaces& faces) {
    for (const Ring& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const osg::Vec2 &a = ring[i], &b = ring[(i + 1) % ring.size()];
            const float light = wallLight(a, b);
            faces.add({a, base_m}, {b, base_m}, {b, top_m}, light);
            faces.add({a, base_m}, {b, top_m}, {a, top_m}, light);
        }
    const std::vector<osg::Vec2> roof = roofOf(rings);
    for (std::size_t i = 0; i + 2 < roof.size(); i += 3)
        faces.add({roof[i], top_m}, {roof[i + 1], top_m}, {roof[i + 2], top_m}, roofLight);
}

struct Near {
    city::BuildingHere here;
    geo::Enu_m centre;

    [[nodiscard]] double away_m() const { return std::hypot(centre.east, centre.north); }
};

std::vector<Near> within(const city::CityData& city, const geo::LocalFrame& frame, double reach_m) {
    std::vector<Near> found;
    for (const city::BuildingHere& here : city.buildingsIn(city::boxAround(frame.origin(), reach_m * std::sqrt(2.0)))) {
        const geo::Enu_m centre = frame.toEnu(here.centre, 0.0);
        if (std::abs(centre.east) <= reach_m && std::abs(centre.north) <= reach_m) found.push_back({here, centre});
    }
    return found;
}

} // namespace

void StagedFaces::add(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c, float shade) {
    corners.insert(corners.end(), {a, b, c});
    light.insert(light.end(), 3, shade);
}

StagedBuildings stageBuildings(const city::CityData& city, const terrain::Terrain& terrain,
                               const geo::LocalFrame& frame, double reach_m) {
    StagedBuildings staged;
    std::vector<Near> near = within(city, frame, reach_m);
    if (near.size() > mostBuildings) {
        std::ranges::nth_element(near, near.begin() + mostBuildings, {}, &Near::away_m);
        staged.leftOut = near.size() - mostBuildings;
        near.resize(mostBuildings);
    }
    std::map<std::pair<int, int>, BuildingTile> tiles;
    for (const Near& one : near) {
        const city::Building& building = *one.here.building;
        const auto number = [](double metres) { return static_cast<int>(std::floor(metres / buildingTile_m)); };
        BuildingTile& tile = tiles[{number(one.centre.east), number(one.centre.north)}];
        std::vector<Ring> rings{ringOf(building.outline.outer, frame)};
        for (const auto& hole : building.outline.holes)
            rings.push_back(ringOf(hole, frame));
        const auto base_m = static_cast<float>(standsAt_m(terrain, one.here.centre));
        const float top_m = base_m + static_cast<float>(building.height_m.value_or(0.0));
        ++staged.buildings;
        if (!std::ranges::contains(staged.from, *one.here.from)) staged.from.push_back(*one.here.from);
        for (const osg::Vec2& corner : rings.front()) {
            tile.box.expandBy({corner, base_m});
            tile.box.expandBy({corner, top_m});
        }
        if (building.height_m) {
            addPrism(rings, base_m, top_m, *building.height_m < tallFrom_m ? tile.low : tile.high);
            continue;
        }
        ++staged.unknownHeight;
        for (const Ring& ring : rings)
            for (std::size_t i = 0; i < ring.size(); ++i) {
                tile.outlines.emplace_back(ring[i], base_m);
                tile.outlines.emplace_back(ring[(i + 1) % ring.size()], base_m);
            }
    }
    for (auto& [place, tile] : tiles)
        staged.tiles.push_back(std::move(tile));
    return staged;
}

} // namespace haneul::scene3d
