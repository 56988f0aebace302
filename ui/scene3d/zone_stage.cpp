#include "ui/scene3d/zone_stage.h"

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

void ZoneStage::setShapes(map::ZoneShapesPtr shapes, const geo::LocalFrame& frame, double reach_m) {
    m_shapes = std::move(shapes);
    setFrame(frame, reach_m);
}

void ZoneStage::setFrame(const geo::LocalFrame& frame, double reach_m) {
    m_zones.clear();
    ++m_revision;
    for (const map::ZoneShape& shape : m_shapes->zones)
        for (const map::ZoneVolumeShape& volume : *shape.volumes) {
            StagedZone zone{.floor_m = std::max(0.0, volume.heights.floor_m.value_or(0.0)),
                            .open = !volume.heights.ceiling_m,
                            .assumed = volume.heights.assumed,
                            .selected = shape.selected,
                            .draft = shape.draft,
                            .kind = shape.kind,
                            .state = shape.state};
            zone.ceiling_m = volume.heights.ceiling_m.value_or(zone.floor_m + openTop_m);
            if (zone.ceiling_m <= zone.floor_m) continue; // below the level ground, or not sound yet
            for (const map::ZoneRing& ring : volume.rings) {
                Ring staged;
                for (const geo::Mercator& corner : ring) {
                    const geo::Enu_m at =
                        frame.toEnu(geo::fromMercator({corner.x - std::floor(corner.x), corner.y}), 0.0);
                    staged.emplace_back(static_cast<float>(at.east), static_cast<float>(at.north));
                }
                if (staged.size() >= 3) zone.rings.push_back(std::move(staged));
            }
            if (zone.rings.empty() || outside(zone.rings, reach_m)) continue;
            zone.roof = trianglesOf(zone.rings);
            m_zones.push_back(std::move(zone));
        }
}

std::size_t ZoneStage::assumed() const {
    return static_cast<std::size_t>(std::ranges::count(m_zones, true, &StagedZone::assumed));
}

} // namespace haneul::scene3d
