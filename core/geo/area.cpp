#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace haneul::geo {

namespace {

namespace bg = boost::geometry;

constexpr double radPerDeg = std::numbers::pi / 180.0;
constexpr double leastRadius_m = 6'335'439; // of curvature on the ellipsoid: angles made of it are never too small
constexpr double edgeWidth_m = 1e-4;        // so near to an edge is on the edge
constexpr double sliver_m = 0.01;           // half a width: edges drawn between other points differ by less
constexpr double longestStep_m = 10'000;    // of densified()

double distanceToOrigin(PlanePoint a, PlanePoint b) {
    const double x = b.x() - a.x();
    const double y = b.y() - a.y();
    const double length2 = x * x + y * y;
    const double along = length2 > 0 ? std::clamp(-(a.x() * x + a.y() * y) / length2, 0.0, 1.0) : 0.0;
    return std::hypot(a.x() + along * x, a.y() + along * y);
}

// How a ring lies around the centre of its frame.
struct AroundOrigin {
    bool inside = false;
    double edge_m = std::numeric_limits<double>::infinity();
};

AroundOrigin aroundOrigin(const PlaneRing& ring) {
    AroundOrigin found;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const PlanePoint a = ring[i - 1];
        const PlanePoint b = ring[i];
        found.edge_m = std::min(found.edge_m, distanceToOrigin(a, b));
        if ((a.y() > 0) != (b.y() > 0) && a.x() + (b.x() - a.x()) * (-a.y() / (b.y() - a.y())) > 0)
            found.inside = !found.inside;
    }
    return found;
}

// Metres from the point to the polygon, 0 on and inside its edge.
double polygonDistance_m(const Polygon& polygon, LatLon point) {
    const AreaFrame frame(point); // distances from its centre are true
    const AroundOrigin outer = aroundOrigin(frame.ring(polygon.outer));
    if (outer.edge_m <= edgeWidth_m) return 0;
    if (!outer.inside) return outer.edge_m;
    for (const auto& hole : polygon.holes) {
        const AroundOrigin around = aroundOrigin(frame.ring(hole));
        if (around.inside) return around.edge_m <= edgeWidth_m ? 0 : around.edge_m;
    }
    return 0;
}

double normalLongitude(double longitude_deg) {
    const double turned = std::remainder(longitude_deg, 360.0);
    return turned == -180.0 && longitude_deg > 0 ? 180.0 : turned;
}

Box circleBox(const Circle& circle) {
    const double angle_deg = circle.radius_m / leastRadius_m / radPerDeg;
    Box box{std::max(-90.0, circle.centre.latitude_deg - angle_deg), -180,
            std::min(90.0, circle.centre.latitude_deg + angle_deg), 180};
    if (box.south_deg <= -90 || box.north_deg >= 90) return box;
    const double half_deg =
        std::asin(std::min(1.0, std::sin(angle_deg * radPerDeg) / std::cos(circle.centre.latitude_deg * radPerDeg))) /
        radPerDeg;
    // Geodetic and spherical latitudes differ: at most 0.4 % of an angle.
    const double wide_deg = half_deg * 1.01;
    if (wide_deg >= 180) return box;
    box.west_deg = normalLongitude(circle.centre.longitude_deg - wide_deg);
    box.east_deg = normalLongitude(circle.centre.longitude_deg + wide_deg);
    return box;
}

Box polygonBox(const Polygon& polygon) {
    const auto points = densified(polygon.outer);
    Box box{90, 0, -90, 0};
    double longitude_deg = points.front().longitude_deg;
    double west_deg = longitude_deg;
    double east_deg = longitude_deg;
    for (std::size_t i = 0; i < points.size(); ++i) {
        box.south_deg = std::min(box.south_deg, points[i].latitude_deg);
        box.north_deg = std::max(box.north_deg, points[i].latitude_deg);
        const LatLon next = points[(i + 1) % points.size()];
        longitude_deg += std::remainder(next.longitude_deg - points[i].longitude_deg, 360.0);
        west_deg = std::min(west_deg, longitude_deg);
        east_deg = std::max(east_deg, longitude_deg);
    }
    const bool aroundPole = std::abs(longitude_deg - points.front().longitude_deg) > 180;
    if (aroundPole || east_deg - west_deg >= 360) {
        box.west_deg = -180;
        box.east_deg = 180;
        (box.north_deg + box.south_deg > 0 ? box.north_deg : box.south_deg) =
            box.north_deg + box.south_deg > 0 ? 90.0 : -90.0;
        return box;
    }
    // A geodesic edge of length s runs at most s^2 tan(latitude) / 8R poleward of its ends.
    const double steepest =
        std::tan(std::min(89.9, std::max(std::abs(box.south_deg), std::abs(box.north_deg))) * radPerDeg);
    const double bulge_deg = longestStep_m * longestStep_m / (8 * leastRadius_m) * steepest / leastRadius_m / radPerDeg;
    box.south_deg = std::max(-90.0, box.south_deg - bulge_deg);
    box.north_deg = std::min(90.0, box.north_deg + bulge_deg);
    box.west_deg = normalLongitude(west_deg);
    box.east_deg = normalLongitude(east_deg);
    return box;
}

double heightOf(const Box& box) {
    return box.north_deg - box.south_deg;
}

// What both cover is more than a line: where an edge is shared in part, its points between differ and make slivers.
bool coversTogether(const PlanePolygon& a, const PlanePolygon& b) {
    if (!bg::intersects(a, b)) return false;
    try {
        std::vector<PlanePolygon> common;
        bg::intersection(a, b, common);
        return std::ranges::any_of(
            common, [](const PlanePolygon& piece) { return bg::area(piece) > sliver_m * bg::perimeter(piece); });
    } catch (const bg::exception&) {
        return true; // nothing certain: rather a hit too many
    }
}

bool polygonsOverlap(const Area& one, const Area& other) {
    const Box a = boxOf(one);
    const Box b = boxOf(other);
    if (!boxesMeet(a, b)) return false;
    const AreaFrame frame(middleOf(heightOf(a) < heightOf(b) ? one : other));
    return coversTogether(frame.polygon(one), frame.polygon(other));
}

double polygonsDistance_m(const Area& one, const Area& other) {
    LatLon centre = middleOf(one);
    double nearest_m = std::numeric_limits<double>::infinity();
    // The frame is true around its centre: move it to where the two are nearest until that stays.
    for (int round = 0; round < 5; ++round) {
        const AreaFrame frame(centre);
        const PlanePolygon a = frame.polygon(one);
        const PlanePolygon b = frame.polygon(other);
        if (bg::intersects(a, b)) return 0;
        bg::model::segment<PlanePoint> shortest;
        bg::closest_points(a, b, shortest);
        const LatLon p = frame.toLatLon(shortest.first);
        const GeodesicLine line = inverse(p, frame.toLatLon(shortest.second));
        const double gained_m = nearest_m - line.distance_m;
        nearest_m = std::min(nearest_m, line.distance_m);
        if (gained_m < 0.001) break;
        centre = direct(p, line.initialBearing_deg, line.distance_m / 2);
    }
    return nearest_m;
}

} // namespace

Box boxOf(const Area& area) {
    if (const auto* const circle = std::get_if<Circle>(&area)) return circleBox(*circle);
    return polygonBox(std::get<Polygon>(area));
}

double distance_m(const Area& area, LatLon point) {
    if (const auto* const circle = std::get_if<Circle>(&area))
        return std::max(0.0, inverse(circle->centre, point).distance_m - circle->radius_m);
    return polygonDistance_m(std::get<Polygon>(area), point);
}

bool contains(const Area& area, LatLon point) {
    return distance_m(area, point) <= edgeWidth_m;
}

bool overlap(const Area& one, const Area& other) {
    const auto* const circle = std::get_if<Circle>(&one);
    if (circle != nullptr) return distance_m(other, circle->centre) < circle->radius_m - edgeWidth_m;
    if (std::holds_alternative<Circle>(other)) return overlap(other, one);
    return polygonsOverlap(one, other);
}

double distance_m(const Area& one, const Area& other) {
    if (const auto* const circle = std::get_if<Circle>(&one))
        return std::max(0.0, distance_m(other, circle->centre) - circle->radius_m);
    if (std::holds_alternative<Circle>(other)) return distance_m(other, one);
    return polygonsDistance_m(one, other);
}

} // namespace haneul::geo
