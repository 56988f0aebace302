#include "core/plan/detour.h"

#include "core/geo/area_frame.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace haneul::plan {

namespace {

namespace bg = boost::geometry;

constexpr int cornersOfRound = 16;
constexpr double onEdge_m = 0.05; // a way along an edge is free

struct Point {
    double x = 0, y = 0;
};

double cross(Point o, Point a, Point b) {
    return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
}

// Counter-clockwise (Andrew's monotone chain).
std::vector<Point> convexHull(std::vector<Point> points) {
    std::ranges::sort(points, [](Point l, Point r) { return l.x != r.x ? l.x < r.x : l.y < r.y; });
    std::vector<Point> hull;
    for (int pass = 0; pass < 2; ++pass) {
        const std::size_t base = hull.size();
        for (const Point point : points) {
            while (hull.size() >= base + 2 && cross(hull[hull.size() - 2], hull.back(), point) <= 0)
                hull.pop_back();
            hull.push_back(point);
        }
        hull.pop_back();
        std::ranges::reverse(points);
    }
    return hull;
}

class Hull {
public:
    explicit Hull(std::vector<Point> points)
        : m_points(convexHull(std::move(points))) {
        for (const Point p : m_points) {
            m_low = {std::min(m_low.x, p.x), std::min(m_low.y, p.y)};
            m_high = {std::max(m_high.x, p.x), std::max(m_high.y, p.y)};
        }
    }

    [[nodiscard]] const std::vector<Point>& points() const { return m_points; }

    // The part of the way that is deeper inside than onEdge_m (Cyrus and Beck).
    [[nodiscard]] bool blocks(Point a, Point b) const {
        if (std::max(a.x, b.x) < m_low.x || std::min(a.x, b.x) > m_high.x || std::max(a.y, b.y) < m_low.y ||
            std::min(a.y, b.y) > m_high.y)
            return false;
        double enter = 0, leave = 1;
        for (std::size_t i = 0, j = m_points.size() - 1; i < m_points.size(); j = i++) {
            const double length = std::hypot(m_points[i].x - m_points[j].x, m_points[i].y - m_points[j].y);
            const double atA = cross(m_points[j], m_points[i], a) / length - onEdge_m;
            const double atB = cross(m_points[j], m_points[i], b) / length - onEdge_m;
            if (atA <= 0 && atB <= 0) return false;
            if (atA > 0 && atB > 0) continue;
            const double t = atA / (atA - atB);
            (atA > 0 ? leave : enter) = atA > 0 ? std::min(leave, t) : std::max(enter, t);
        }
        return enter < leave;
    }

    [[nodiscard]] bool holds(Point p) const { return blocks(p, p); }

private:
    std::vector<Point> m_points;
    Point m_low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    Point m_high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
};

Point toPoint(const geo::PlanePoint& p) {
    return {p.x(), p.y()};
}

// All places within `radius` of the middle lie in it.
void addRound(std::vector<Point>& points, Point middle, double radius) {
    const double reach = radius / std::cos(std::numbers::pi / cornersOfRound);
    for (int n = 0; n < cornersOfRound; ++n) {
        const double angle = 2 * std::numbers::pi * n / cornersOfRound;
        points.push_back({middle.x + reach * std::cos(angle), middle.y + reach * std::sin(angle)});
    }
}

Hull hullAround(const geo::Area& area, const geo::AreaFrame& frame, double clearance_m) {
    std::vector<Point> points;
    if (const auto* circle = std::get_if<geo::Circle>(&area))
        addRound(points, toPoint(frame.toPlane(circle->centre)), circle->radius_m + clearance_m);
    else
        for (const auto& place : std::get<geo::Polygon>(area).outer)
            addRound(points, toPoint(frame.toPlane(place)), clearance_m);
    return Hull(std::move(points));
}

std::vector<Hull> hullsAround(std::span<const geo::Area> obstacles, const geo::AreaFrame& frame, double clearance_m) {
    std::vector<Hull> hulls;
    for (const auto& obstacle : obstacles)
        hulls.push_back(hullAround(obstacle, frame, clearance_m));
    return hulls;
}

bool free(const std::vector<Hull>& hulls, Point a, Point b) {
    return std::ranges::none_of(hulls, [&](const Hull& hull) { return hull.blocks(a, b); });
}

// A* over the corners that see each other; what sees what is asked only of those that are reached. Node 0 is the
// start, node 1 the end.
std::optional<std::vector<std::size_t>> shortest(const std::vector<Point>& nodes, const std::vector<Hull>& hulls) {
    constexpr double unreached = std::numeric_limits<double>::infinity();
    const auto apart = [&](std::size_t l, std::size_t r) {
        return std::hypot(nodes[l].x - nodes[r].x, nodes[l].y - nodes[r].y);
    };
    std::vector<double> cost(nodes.size(), unreached);
    std::vector<std::size_t> from(nodes.size(), 0);
    std::vector<bool> done(nodes.size(), false);
    cost[0] = 0;
    while (true) {
        std::size_t next = nodes.size();
        for (std::size_t n = 0; n < nodes.size(); ++n)
            if (!done[n] && cost[n] < unreached &&
                (next == nodes.size() || cost[n] + apart(n, 1) < cost[next] + apart(next, 1)))
                next = n;
        if (next == nodes.size()) return std::nullopt;
        if (next == 1) break;
        done[next] = true;
        for (std::size_t n = 1; n < nodes.size(); ++n) {
            if (done[n] || cost[next] + apart(next, n) >= cost[n] || !free(hulls, nodes[next], nodes[n])) continue;
            cost[n] = cost[next] + apart(next, n);
            from[n] = next;
        }
    }
    std::vector<std::size_t> way;
    for (std::size_t n = from[1]; n != 0; n = from[n])
        way.push_back(n);
    std::ranges::reverse(way);
    return way;
}

} // namespace

std::optional<std::vector<geo::LatLon>> wayAround(geo::LatLon from, geo::LatLon to,
                                                  std::span<const geo::Area> obstacles, double clearance_m) {
    const geo::AreaFrame frame(from);
    const auto hulls = hullsAround(obstacles, frame, clearance_m);
    std::vector<Point> nodes{{0, 0}, toPoint(frame.toPlane(to))};
    for (const auto& hull : hulls)
        if (hull.holds(nodes[0]) || hull.holds(nodes[1])) return std::nullopt;
    if (free(hulls, nodes[0], nodes[1])) return std::vector<geo::LatLon>{};
    for (const auto& hull : hulls)
        for (const Point corner : hull.points())
            if (std::ranges::none_of(hulls, [&](const Hull& other) { return other.holds(corner); }))
                nodes.push_back(corner);
    const auto way = shortest(nodes, hulls);
    if (!way) return std::nullopt;
    std::vector<geo::LatLon> places;
    for (const std::size_t n : *way)
        places.push_back(frame.toLatLon({nodes[n].x, nodes[n].y}));
    return places;
}

std::optional<geo::Polygon> areaWithout(const geo::Area& area, std::span<const geo::Area> obstacles,
                                        double clearance_m) {
    const geo::AreaFrame frame(geo::middleOf(area));
    std::vector<geo::PlanePolygon> pieces{frame.polygon(area)};
    try {
        for (const auto& hull : hullsAround(obstacles, frame, clearance_m)) {
            geo::PlanePolygon taken;
            for (const Point corner : hull.points())
                bg::append(taken, geo::PlanePoint(corner.x, corner.y));
            bg::correct(taken);
            std::vector<geo::PlanePolygon> left;
            for (const auto& piece : pieces)
                bg::difference(piece, taken, left);
            pieces = std::move(left);
        }
    } catch (const bg::exception&) {
        return std::nullopt;
    }
    if (pieces.empty()) return std::nullopt;
    const auto& largest = *std::ranges::max_element(pieces, {}, [](const auto& piece) { return bg::area(piece); });
    const auto toRing = [&](const geo::PlaneRing& ring) {
        std::vector<geo::LatLon> places;
        for (std::size_t n = 0; n + 1 < ring.size(); ++n) // without the closing repetition
            places.push_back(frame.toLatLon(ring[n]));
        return places;
    };
    geo::Polygon found{.outer = toRing(largest.outer()), .holes = {}};
    for (const auto& hole : largest.inners())
        found.holes.push_back(toRing(hole));
    return geo::check(geo::Area(found)) ? std::optional(found) : std::nullopt;
}

} // namespace haneul::plan
