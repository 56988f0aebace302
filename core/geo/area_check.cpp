#include "core/geo/area_frame.h"
#include "core/geo/geodesic.h"

#include <boost/geometry/geometries/segment.hpp>
#include <boost/geometry/index/rtree.hpp>

#include <cmath>
#include <format>

namespace haneul::geo {

namespace {

namespace bg = boost::geometry;

constexpr std::size_t mostPoints = 100'000;
constexpr double widest_m = 2'500'000; // from the middle; a frame around the middle is no good beyond
constexpr double thinnest_m = 0.001;

Result<void> checkRing(const std::vector<LatLon>& ring, const std::string& where) {
    if (ring.size() < 3)
        return fail("BAD_AREA", std::format("a ring has {} points; at least 3 make an area", ring.size()), where);
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (!ring[i].valid())
            return fail("BAD_AREA",
                        std::format("latitude {}, longitude {} is not a place on Earth", ring[i].latitude_deg,
                                    ring[i].longitude_deg),
                        std::format("{}[{}]", where, i));
    if (ring.front() == ring.back())
        return fail("BAD_AREA", "the last point of a ring is its first again; a ring closes by itself",
                    std::format("{}[{}]", where, ring.size() - 1));
    return {};
}

using Segment = bg::model::segment<PlanePoint>;

// Two edges of a ring that meet where they should not: numbers of their first points.
std::optional<std::pair<std::size_t, std::size_t>> crossingEdges(const AreaFrame& frame,
                                                                 const std::vector<LatLon>& ring) {
    using Entry = std::pair<Segment, std::size_t>;
    std::vector<Entry> edges;
    edges.reserve(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (const LatLon next = ring[(i + 1) % ring.size()]; !(ring[i] == next))
            edges.emplace_back(Segment(frame.toPlane(ring[i]), frame.toPlane(next)), i);
    const bg::index::rtree<Entry, bg::index::rstar<16>> tree(edges);
    for (std::size_t at = 0; at < edges.size(); ++at) {
        const std::size_t before = edges[(at + edges.size() - 1) % edges.size()].second;
        const std::size_t after = edges[(at + 1) % edges.size()].second;
        for (auto hit = tree.qbegin(bg::index::intersects(edges[at].first)); hit != tree.qend(); ++hit)
            if (hit->second > edges[at].second && hit->second != before && hit->second != after)
                return std::pair(edges[at].second, hit->second);
    }
    return std::nullopt;
}

Error crossing(const AreaFrame& frame, const Polygon& polygon, const std::string& words) {
    const auto inRing = [&](const std::vector<LatLon>& ring, const std::string& where) -> std::optional<Error> {
        const auto found = crossingEdges(frame, ring);
        if (!found) return std::nullopt;
        return Error{
            "BAD_AREA",
            std::format("the edge behind point {} and the edge behind point {} meet", found->first, found->second),
            std::format("{}[{}]", where, found->first)};
    };
    if (auto found = inRing(polygon.outer, "area.outer")) return *found;
    for (std::size_t i = 0; i < polygon.holes.size(); ++i)
        if (auto found = inRing(polygon.holes[i], std::format("area.holes[{}]", i))) return *found;
    return {"BAD_AREA", words, "area"};
}

std::string wordsOf(bg::validity_failure_type failure) {
    switch (failure) {
    case bg::failure_spikes:
        return "an edge runs back over the edge before it (a spike)";
    case bg::failure_self_intersections:
        return "the rings of the area cross or touch themselves or each other";
    case bg::failure_interior_rings_outside:
        return "a hole lies outside of the area";
    case bg::failure_nested_interior_rings:
        return "a hole lies in another hole";
    case bg::failure_intersecting_interiors:
        return "two holes overlap";
    case bg::failure_disconnected_interior:
        return "the holes cut the area apart";
    default:
        return "the area has no extent";
    }
}

Result<void> checkShape(const Polygon& polygon) {
    const LatLon middle = middleOf(Area(polygon));
    for (std::size_t i = 0; i < polygon.outer.size(); ++i)
        if (const double away_m = inverse(middle, polygon.outer[i]).distance_m; away_m > widest_m)
            return fail("BAD_AREA",
                        std::format("a point is {:.0f} km from the middle of the area; at most {:.0f} km are judged",
                                    away_m / 1000, widest_m / 1000),
                        std::format("area.outer[{}]", i));
    const AreaFrame frame(middle);
    const PlanePolygon plane = frame.polygon(polygon);
    if (std::abs(bg::area(plane.outer())) <= thinnest_m * bg::perimeter(plane.outer()) &&
        !crossingEdges(frame, polygon.outer)) // a figure of eight may also enclose nothing in sum
        return fail("BAD_AREA", "the area has no extent: all points lie on one line", "area.outer");
    bg::validity_failure_type failure{};
    if (bg::is_valid(plane, failure)) return {};
    return std::unexpected(crossing(frame, polygon, wordsOf(failure)));
}

Result<void> checkPolygon(const Polygon& polygon) {
    std::size_t points = polygon.outer.size();
    for (const auto& hole : polygon.holes)
        points += hole.size();
    if (points > mostPoints)
        return fail("BAD_AREA", std::format("the area has {} points; at most {} are taken", points, mostPoints),
                    "area");
    if (auto sound = checkRing(polygon.outer, "area.outer"); !sound) return sound;
    for (std::size_t i = 0; i < polygon.holes.size(); ++i)
        if (auto sound = checkRing(polygon.holes[i], std::format("area.holes[{}]", i)); !sound) return sound;
    return checkShape(polygon);
}

Result<void> checkCircle(const Circle& circle) {
    if (!circle.centre.valid())
        return fail("BAD_AREA",
                    std::format("latitude {}, longitude {} is not a place on Earth", circle.centre.latitude_deg,
                                circle.centre.longitude_deg),
                    "area.centre");
    if (!(circle.radius_m > 0) || circle.radius_m > widest_m)
        return fail(
            "BAD_AREA",
            std::format("a radius of {} m is not above 0 and at most {:.0f} km", circle.radius_m, widest_m / 1000),
            "area.radius_m");
    return {};
}

} // namespace

Result<void> check(const Area& area) {
    if (const auto* const circle = std::get_if<Circle>(&area)) return checkCircle(*circle);
    return checkPolygon(std::get<Polygon>(area));
}

} // namespace haneul::geo
