#include "ui/scene3d/prism.h"

#include <osg/Geometry>
#include <osg/TriangleFunctor>
#include <osgUtil/Tessellator>

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

using Ring = std::vector<osg::Vec2>;

struct TakeTriangle {
    std::vector<osg::Vec2>* triangles = nullptr;

    void operator()(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c, bool = false) const {
        for (const osg::Vec3* corner : {&a, &b, &c})
            triangles->emplace_back(corner->x(), corner->y());
    }
};

std::vector<osg::Vec2> trianglesOf(const std::vector<Ring>& rings) {
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

// Nothing of it lies in the square around the middle.
bool outside(const std::vector<Ring>& rings, double reach_m) {
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
    for (const Ring& ring : rings)
        for (const osg::Vec2& corner : ring) {
            west = std::min<double>(west, corner.x());
            east = std::max<double>(east, corner.x());
            south = std::min<double>(south, corner.y());
            north = std::max<double>(north, corner.y());
        }
    return !(west < reach_m && east > -reach_m && south < reach_m && north > -reach_m);
}

} // namespace

osg::Vec2 onGround(const geo::Mercator& place, const geo::LocalFrame& frame) {
    const geo::Enu_m at = frame.toEnu(geo::fromMercator({place.x - std::floor(place.x), place.y}), 0.0);
    return {static_cast<float>(at.east), static_cast<float>(at.north)};
}

std::optional<Prism> prismOf(const map::ZoneVolumeShape& volume, const geo::LocalFrame& frame, double reach_m) {
    Prism prism{.floor_m = std::max(0.0, volume.heights.floor_m.value_or(0.0)),
                .open = !volume.heights.ceiling_m,
                .assumed = volume.heights.assumed};
    prism.ceiling_m = volume.heights.ceiling_m.value_or(prism.floor_m + openTop_m);
    if (prism.ceiling_m <= prism.floor_m) return std::nullopt; // below the level ground, or not sound yet
    for (const map::ZoneRing& ring : volume.rings) {
        Ring staged;
        for (const geo::Mercator& corner : ring)
            staged.push_back(onGround(corner, frame));
        if (staged.size() >= 3) prism.rings.push_back(std::move(staged));
    }
    if (prism.rings.empty() || outside(prism.rings, reach_m)) return std::nullopt;
    prism.roof = trianglesOf(prism.rings);
    return prism;
}

} // namespace haneul::scene3d
