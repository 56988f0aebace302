#include "core/geo/area_frame.h"

#include "core/geo/geodesic.h"

#include <GeographicLib/AzimuthalEquidistant.hpp>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/GeodesicLine.hpp>

#include <cmath>
#include <numbers>

namespace haneul::geo {

namespace {

constexpr double longestStep_m = 10'000;
constexpr double radPerDeg = std::numbers::pi / 180.0;
constexpr int circlePoints = 128;

bool surelyShort(LatLon a, LatLon b) {
    // 0.04 degrees are at most 4.5 km each way.
    return std::abs(a.latitude_deg - b.latitude_deg) < 0.04 && std::abs(a.longitude_deg - b.longitude_deg) < 0.04;
}

void appendBetween(std::vector<LatLon>& points, LatLon a, LatLon b) {
    if (surelyShort(a, b)) return;
    const bool turned = std::pair(b.latitude_deg, b.longitude_deg) < std::pair(a.latitude_deg, a.longitude_deg);
    const LatLon first = turned ? b : a;
    const LatLon last = turned ? a : b;
    const auto line = GeographicLib::Geodesic::WGS84().InverseLine(first.latitude_deg, first.longitude_deg,
                                                                   last.latitude_deg, last.longitude_deg);
    const int steps = static_cast<int>(std::ceil(line.Distance() / longestStep_m));
    for (int i = 1; i < steps; ++i) {
        LatLon between;
        line.Position(line.Distance() * (turned ? steps - i : i) / steps, between.latitude_deg, between.longitude_deg);
        points.push_back(between);
    }
}

} // namespace

std::vector<LatLon> densified(const std::vector<LatLon>& ring) {
    std::vector<LatLon> points;
    points.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        points.push_back(ring[i]);
        appendBetween(points, ring[i], ring[(i + 1) % ring.size()]);
    }
    return points;
}

PlanePoint AreaFrame::toPlane(LatLon point) const {
    double x = 0;
    double y = 0;
    GeographicLib::AzimuthalEquidistant(GeographicLib::Geodesic::WGS84())
        .Forward(m_centre.latitude_deg, m_centre.longitude_deg, point.latitude_deg, point.longitude_deg, x, y);
    return {x, y};
}

LatLon AreaFrame::toLatLon(PlanePoint point) const {
    LatLon place;
    GeographicLib::AzimuthalEquidistant(GeographicLib::Geodesic::WGS84())
        .Reverse(m_centre.latitude_deg, m_centre.longitude_deg, point.x(), point.y(), place.latitude_deg,
                 place.longitude_deg);
    return place;
}

PlaneRing AreaFrame::ring(const std::vector<LatLon>& ring) const {
    PlaneRing plane;
    const auto points = densified(ring);
    plane.reserve(points.size() + 1);
    for (const LatLon point : points)
        plane.push_back(toPlane(point));
    if (!plane.empty()) plane.push_back(plane.front());
    return plane;
}

PlanePolygon AreaFrame::polygon(const Polygon& polygon) const {
    PlanePolygon plane;
    plane.outer() = ring(polygon.outer);
    for (const auto& hole : polygon.holes)
        plane.inners().push_back(ring(hole));
    boost::geometry::correct(plane);
    return plane;
}

PlanePolygon AreaFrame::polygon(const Area& area) const {
    if (const auto* const drawn = std::get_if<Polygon>(&area)) return polygon(*drawn);
    const Circle& circle = std::get<Circle>(area);
    PlanePolygon plane;
    for (int i = 0; i < circlePoints; ++i)
        plane.outer().push_back(toPlane(direct(circle.centre, 360.0 * i / circlePoints, circle.radius_m)));
    plane.outer().push_back(plane.outer().front());
    boost::geometry::correct(plane);
    return plane;
}

LatLon middleOf(const Area& area) {
    if (const auto* const circle = std::get_if<Circle>(&area)) return circle->centre;
    double x = 0;
    double y = 0;
    double z = 0;
    const auto& points = std::get<Polygon>(area).outer;
    for (const LatLon point : points) {
        const double latitude = point.latitude_deg * radPerDeg;
        const double longitude = point.longitude_deg * radPerDeg;
        x += std::cos(latitude) * std::cos(longitude);
        y += std::cos(latitude) * std::sin(longitude);
        z += std::sin(latitude);
    }
    if (std::hypot(x, y, z) < 1e-9) return points.empty() ? LatLon{} : points.front(); // all around the Earth
    return {std::atan2(z, std::hypot(x, y)) / radPerDeg, std::atan2(y, x) / radPerDeg};
}

bool boxesMeet(const Box& one, const Box& other) {
    if (one.south_deg > other.north_deg || other.south_deg > one.north_deg) return false;
    const auto parts = [](const Box& box) {
        std::vector<std::pair<double, double>> spans;
        if (box.west_deg <= box.east_deg)
            spans.emplace_back(box.west_deg, box.east_deg);
        else
            spans = {{box.west_deg, 180.0}, {-180.0, box.east_deg}};
        return spans;
    };
    for (const auto& [west, east] : parts(one))
        for (const auto& [otherWest, otherEast] : parts(other)) {
            if (west <= otherEast && otherWest <= east) return true;
            if ((east == 180.0 && otherWest == -180.0) || (otherEast == 180.0 && west == -180.0)) return true;
        }
    return false;
}

} // namespace haneul::geo
