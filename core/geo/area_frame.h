#pragma once

#include "core/geo/volume4d.h"

#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

// Areas of volume4d.h in a plane: what area.cpp and volume4d.cpp share.
namespace haneul::geo {

using PlanePoint = boost::geometry::model::d2::point_xy<double>;
using PlanePolygon = boost::geometry::model::polygon<PlanePoint>;
using PlaneRing = PlanePolygon::ring_type;

// Metres east (x) and north (y) of a centre, azimuthal equidistant: distances and directions from the centre are true.
// Edges are geodesics: of one longer than 10 km, points between are projected too, so that it lies within 0.02 m of the
// drawn line at 200 km from the centre and exactly on it at the centre.
class AreaFrame {
public:
    explicit AreaFrame(LatLon centre)
        : m_centre(centre) {}

    [[nodiscard]] PlanePoint toPlane(LatLon point) const;
    [[nodiscard]] LatLon toLatLon(PlanePoint point) const;

    [[nodiscard]] PlaneRing ring(const std::vector<LatLon>& ring) const; // closed, as it turns
    [[nodiscard]] PlanePolygon polygon(const Polygon& polygon) const;    // turning as Boost.Geometry wants it
    [[nodiscard]] PlanePolygon polygon(const Area& area) const;          // a circle as 128 points that lie on it

private:
    LatLon m_centre;
};

// The points of a ring and, on edges longer than 10 km, points between; the same from either end of an edge.
[[nodiscard]] std::vector<LatLon> densified(const std::vector<LatLon>& ring);

// The middle of the points on the sphere; of a circle its centre.
[[nodiscard]] LatLon middleOf(const Area& area);

[[nodiscard]] bool boxesMeet(const Box& one, const Box& other);

} // namespace haneul::geo
