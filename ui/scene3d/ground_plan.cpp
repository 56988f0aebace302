#include "ui/scene3d/ground_plan.h"

#include <osg/Geometry>
#include <osg/TriangleFunctor>
#include <osg/ref_ptr>
#include <osgUtil/Tessellator>

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

constexpr double usualRunwayWidth_m = 45.0; // ICAO Annex 14, code letter E
constexpr double longEdge_deg = 0.004;      // some 400 m
constexpr double onEdge_deg = 1e-7;         // a centimetre

struct Collect {
    std::vector<osg::Vec3>* out = nullptr;

    void operator()(const osg::Vec3& a, const osg::Vec3& b, const osg::Vec3& c, bool = false) const {
        for (const osg::Vec3& corner : {a, b, c})
            out->push_back(corner);
    }
};

class Ground {
public:
    explicit Ground(const tiles::MapArea& area)
        : m_frame(area.middle) {}

    [[nodiscard]] osg::Vec3 place(geo::LatLon where) const {
        const geo::Enu_m enu = m_frame.toEnu(where, 0.0);
        return {static_cast<float>(enu.east), static_cast<float>(enu.north), 0.0F};
    }

    [[nodiscard]] GroundLine line(const tiles::GeoLine& line) const {
        GroundLine out;
        out.reserve(line.size());
        for (const geo::LatLon where : line)
            out.push_back(place(where));
        return out;
    }

    [[nodiscard]] std::vector<GroundLine> lines(const std::vector<tiles::GeoLine>& lines) const {
        std::vector<GroundLine> out;
        out.reserve(lines.size());
        for (const tiles::GeoLine& each : lines)
            out.push_back(line(each));
        return out;
    }

private:
    geo::LocalFrame m_frame;
};

void addWater(const std::vector<GroundLine>& rings, std::vector<osg::Vec3>& triangles) {
    const osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
    const osg::ref_ptr<osg::Vec3Array> corners = new osg::Vec3Array;
    geometry->setVertexArray(corners);
    for (const GroundLine& ring : rings) {
        if (ring.size() < 4) continue;
        const auto first = static_cast<GLint>(corners->size());
        corners->insert(corners->end(), ring.begin(), ring.end() - 1);
        geometry->addPrimitiveSet(new osg::DrawArrays(GL_LINE_LOOP, first, static_cast<GLsizei>(ring.size() - 1)));
    }
    const osg::ref_ptr<osgUtil::Tessellator> tessellator = new osgUtil::Tessellator;
    tessellator->setTessellationType(osgUtil::Tessellator::TESS_TYPE_GEOMETRY);
    tessellator->setWindingType(osgUtil::Tessellator::TESS_WINDING_ODD);
    tessellator->setTessellationNormal(osg::Vec3(0, 0, 1));
    tessellator->retessellatePolygons(*geometry);
    osg::TriangleFunctor<Collect> collect;
    collect.out = &triangles;
    geometry->accept(collect);
}

// The outline of the water without what is only the edge of the area, or of the pieces in which packs hold the sea:
// long edges along a meridian or a parallel. No shore is that straight.
void addShores(const tiles::GeoLine& ring, const tiles::MapExtract& extract, const Ground& ground,
               std::vector<GroundLine>& out) {
    const auto onEdge = [&](geo::LatLon a, geo::LatLon b) {
        const double northward = std::abs(a.latitude_deg - b.latitude_deg);
        const double eastward = std::abs(a.longitude_deg - b.longitude_deg);
        if (std::min(northward, eastward) < onEdge_deg && std::max(northward, eastward) > longEdge_deg) return true;
        const auto both = [](double first, double second, double edge) {
            return std::abs(first - edge) < onEdge_deg && std::abs(second - edge) < onEdge_deg;
        };
        return both(a.longitude_deg, b.longitude_deg, extract.southWest.longitude_deg) ||
               both(a.longitude_deg, b.longitude_deg, extract.northEast.longitude_deg) ||
               both(a.latitude_deg, b.latitude_deg, extract.southWest.latitude_deg) ||
               both(a.latitude_deg, b.latitude_deg, extract.northEast.latitude_deg);
    };
    GroundLine piece;
    const auto finish = [&] {
        if (piece.size() > 1) out.push_back(std::move(piece));
        piece = {};
    };
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (onEdge(ring[i - 1], ring[i])) {
            finish();
            continue;
        }
        if (piece.empty()) piece.push_back(ground.place(ring[i - 1]));
        piece.push_back(ground.place(ring[i]));
    }
    finish();
}

void addRunway(const osg::Vec3& from, const osg::Vec3& to, double width_m, std::vector<osg::Vec3>& triangles) {
    osg::Vec3 along = to - from;
    if (along.normalize() == 0) return;
    const osg::Vec3 across =
        osg::Vec3(-along.y(), along.x(), 0) * static_cast<float>((width_m > 0 ? width_m : usualRunwayWidth_m) / 2);
    for (const osg::Vec3& corner : {from - across, to - across, to + across, from - across, to + across, from + across})
        triangles.push_back(corner);
}

} // namespace

GroundPlan groundPlan(const tiles::MapExtract& extract) {
    const Ground ground(extract.area);
    GroundPlan plan;
    for (const tiles::GeoPolygon& water : extract.water) {
        addWater(ground.lines(water.rings), plan.water);
        for (const tiles::GeoLine& ring : water.rings)
            addShores(ring, extract, ground, plan.shores);
    }
    plan.rivers = ground.lines(extract.rivers);
    plan.districtBorders = ground.lines(extract.districtBorders);
    plan.provinceBorders = ground.lines(extract.provinceBorders);
    plan.countryBorders = ground.lines(extract.countryBorders);
    for (const tiles::Runway& runway : extract.runways)
        addRunway(ground.place(runway.from), ground.place(runway.to), runway.width_m, plan.runways);
    for (const tiles::Airfield& field : extract.airfields)
        plan.airfields.push_back({ground.place(field.place), field.kind, field.code, field.name});
    for (const tiles::PlaceName& name : extract.places)
        plan.names.push_back({ground.place(name.place), name.korean, name.english, name.labelZoom});
    return plan;
}

} // namespace haneul::scene3d
