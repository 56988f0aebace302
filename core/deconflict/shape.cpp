#include "core/deconflict/shape.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>

namespace haneul::deconflict {

namespace {

constexpr double unitsPerDeg = 1e7;
constexpr double radPerDeg = std::numbers::pi / 180;
constexpr double highestLatitude_deg = 75;
constexpr double longestEdge_m = 20'000;
constexpr double largest_deg = 0.5;
constexpr double leastTolerance_m = 0.03; // 2 cm are nothing to geo::overlap, half a unit is rounded
constexpr double earthRadius_m = 6'335'000;
constexpr double farScale = 1.02; // the scale changes by less within largest_deg at highestLatitude_deg

std::int32_t fixedDown(double degrees) {
    return static_cast<std::int32_t>(std::floor(degrees * unitsPerDeg));
}

std::int32_t fixedUp(double degrees) {
    return static_cast<std::int32_t>(std::ceil(degrees * unitsPerDeg));
}

FixedPoint fixed(geo::LatLon place) {
    return {static_cast<std::int32_t>(std::lround(place.longitude_deg * unitsPerDeg)),
            static_cast<std::int32_t>(std::lround(place.latitude_deg * unitsPerDeg))};
}

// Metres of one unit at a latitude of WGS84 (series of the radii of curvature, true to 1e-6).
struct Scale {
    double x_m = 0, y_m = 0;

    Scale(double east_m, double north_m)
        : x_m(east_m)
        , y_m(north_m) {}

    explicit Scale(double latitude_deg) {
        const double c = std::cos(latitude_deg * radPerDeg), c2 = 2 * c * c - 1, c3 = (4 * c * c - 3) * c;
        const double c4 = 2 * c2 * c2 - 1;
        x_m = (111412.84 * c - 93.5 * c3 + 0.118 * (16 * c * c * c * c * c - 20 * c * c * c + 5 * c)) / unitsPerDeg;
        y_m = (111132.954 - 559.822 * c2 + 1.175 * c4) / unitsPerDeg;
    }
};

struct Point {
    double x, y; // not set: arrays of many are made of which few are used
};

double distance2(Point p, Point a, Point b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    const double ex = p.x - a.x - t * dx, ey = p.y - a.y - t * dy;
    return ex * ex + ey * ey;
}

bool inside(std::span<const Point> ring, Point p) {
    bool found = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if ((ring[i].y > p.y) != (ring[j].y > p.y) &&
            p.x < (ring[j].x - ring[i].x) * (p.y - ring[i].y) / (ring[j].y - ring[i].y) + ring[i].x)
            found = !found;
    return found;
}

// The same of points as they are kept: where they lie to each other is the same in any scale.
bool inside(std::span<const FixedPoint> ring, FixedPoint p) {
    bool found = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const auto [x1, y1] = ring[i];
        const auto [x2, y2] = ring[j];
        if ((y1 > p.latitude) == (y2 > p.latitude)) continue;
        const double along = static_cast<double>(p.latitude - y1) / static_cast<double>(y2 - y1);
        found ^= p.longitude < static_cast<double>(x2 - x1) * along + x1;
    }
    return found;
}

// Inside, and further than `margin` from every edge.
bool deepInside(std::span<const Point> ring, Point p, double margin) {
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        if (distance2(p, ring[j], ring[i]) <= margin * margin) return false;
    return inside(ring, p);
}

// Fixed points as metres east and north of one of them.
struct Frame {
    FixedPoint origin;
    Scale scale;

    [[nodiscard]] Point operator()(FixedPoint point) const {
        return {static_cast<double>(point.longitude - origin.longitude) * scale.x_m,
                static_cast<double>(point.latitude - origin.latitude) * scale.y_m};
    }
};

double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

// East, north, and the complements of west, south: four comparisons at once, without branches.
using Sides = std::int32_t __attribute__((vector_size(16)));
using Halves = std::uint64_t __attribute__((vector_size(16)));

Sides sidesOf(FixedPoint point) {
    const auto both = std::bit_cast<std::uint64_t>(point);
    return std::bit_cast<Sides>(Halves{both, ~both});
}

bool none(Sides found) {
    const auto halves = std::bit_cast<Halves>(found);
    return (halves[0] | halves[1]) == 0;
}

struct Edge {
    Point from, along; // one end; from it to the other
    double beside2;    // square of the cross product with `along` of what is the margin away from its line
    Sides reach;       // how far it reaches

    Edge() = default;

    Edge(FixedPoint one, FixedPoint other, const Frame& frame, double margin)
        : from(frame(one)) {
        const Point to = frame(other);
        along = {to.x - from.x, to.y - from.y};
        beside2 = margin * margin * (along.x * along.x + along.y * along.y);
        const Sides a = sidesOf(one), b = sidesOf(other);
        reach = a > b ? a : b;
    }

    [[nodiscard]] Point to() const { return {from.x + along.x, from.y + along.y}; }

    // Its opposite sides, that a neighbour's must not be before.
    [[nodiscard]] Sides begin() const { return ~__builtin_shufflevector(reach, reach, 2, 3, 0, 1); }
};

// Two edges. Their true courses lie within `margin` of the straight lines, with the same ends: when each end is further
// than that from the other's line, and they cross, then so do the true ones.
Quick edges(const Edge& a, const Edge& b, double margin) {
    const Point between{b.from.x - a.from.x, b.from.y - a.from.y};
    const double turn = cross(a.along, b.along);
    const double sideOfB1 = cross(a.along, between), sideOfB2 = sideOfB1 + turn;
    const double sideOfA1 = cross(between, b.along), sideOfA2 = sideOfA1 - turn;
    const bool acrossA = (sideOfB1 > 0) != (sideOfB2 > 0), acrossB = (sideOfA1 > 0) != (sideOfA2 > 0);
    const bool clearOfA = std::min(sideOfB1 * sideOfB1, sideOfB2 * sideOfB2) > a.beside2;
    const bool clearOfB = std::min(sideOfA1 * sideOfA1, sideOfA2 * sideOfA2) > b.beside2;
    // Both ends of one clearly on the same side of the other's line.
    if ((clearOfA & !acrossA) | (clearOfB & !acrossB)) return Quick::No;
    if (acrossA & acrossB) return clearOfA & clearOfB ? Quick::Yes : Quick::Unclear;
    const Point aTo = a.to(), bTo = b.to();
    const double nearest2 = std::min({distance2(a.from, b.from, bTo), distance2(aTo, b.from, bTo),
                                      distance2(b.from, a.from, aTo), distance2(bTo, a.from, aTo)});
    return nearest2 > margin * margin ? Quick::No : Quick::Unclear;
}

// The edges of a ring that may reach into a window, in metres, in memory that is at hand for the few of most.
class EdgesIn {
public:
    EdgesIn(std::span<const FixedPoint> ring, const FixedBox& window, const Frame& frame, double margin) {
        std::uint32_t* reaching = m_few.data();
        Edge* edge = m_fewEdges.data();
        if (ring.size() > m_few.size()) {
            m_many.resize(ring.size());
            m_manyEdges.resize(ring.size());
            reaching = m_many.data();
            edge = m_manyEdges.data();
        }
        // An edge with both ends beyond one side of the window does not reach into it.
        const Sides sides{window.high.longitude, window.high.latitude, ~window.low.longitude, ~window.low.latitude};
        std::size_t count = 0;
        Sides before = sidesOf(ring.back()) > sides;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Sides here = sidesOf(ring[i]) > sides;
            reaching[count] = static_cast<std::uint32_t>(i); // written anyway: no branch to foretell
            count += static_cast<std::size_t>(none(before & here));
            before = here;
        }
        for (std::size_t n = 0; n < count; ++n) {
            const std::uint32_t i = reaching[n];
            edge[n] = {ring[i == 0 ? ring.size() - 1 : i - 1], ring[i], frame, margin};
        }
        m_view = {edge, count};
    }

    EdgesIn(const EdgesIn&) = delete;
    EdgesIn& operator=(const EdgesIn&) = delete;

    [[nodiscard]] std::span<const Edge> view() const { return m_view; }

private:
    std::array<std::uint32_t, 12> m_few;
    std::array<Edge, 12> m_fewEdges;
    std::vector<std::uint32_t> m_many;
    std::vector<Edge> m_manyEdges;
    std::span<const Edge> m_view;
};

Quick boundaries(std::span<const FixedPoint> a, std::span<const FixedPoint> b, const FixedBox& window,
                 const Frame& frame, std::int32_t wider, double margin) {
    const EdgesIn ofA(a, window, frame, margin);
    if (ofA.view().empty()) return Quick::No;
    const EdgesIn ofB(b, window, frame, margin);
    constexpr std::size_t together = 64;
    Quick found = Quick::No;
    for (auto rest = ofB.view(); !rest.empty(); rest = rest.subspan(std::min(together, rest.size())))
        for (const auto& one : ofA.view()) {
            const Sides reach = one.reach + wider;
            std::uint64_t near = 0;
            for (std::size_t n = 0; n < std::min(together, rest.size()); ++n)
                near |= std::uint64_t{none(rest[n].begin() > reach)} << n;
            for (; near != 0; near &= near - 1) {
                const Quick pair = edges(one, rest[static_cast<std::size_t>(std::countr_zero(near))], margin);
                if (pair == Quick::Yes) return pair;
                if (pair == Quick::Unclear) found = pair;
            }
        }
    return found;
}

Point middle(std::span<const Point> ring) {
    Point sum{0, 0};
    for (const auto& point : ring)
        sum = {sum.x + point.x, sum.y + point.y};
    return {sum.x / static_cast<double>(ring.size()), sum.y / static_cast<double>(ring.size())};
}

// A place that is clearly in both, looked for at the corners and in the middles.
bool shareAPlace(std::span<const Point> a, std::span<const Point> b, double margin) {
    for (const auto& point : a)
        if (deepInside(b, point, margin)) return true;
    for (const auto& point : b)
        if (deepInside(a, point, margin)) return true;
    return (deepInside(a, middle(a), margin) && deepInside(b, middle(a), margin)) ||
           (deepInside(a, middle(b), margin) && deepInside(b, middle(b), margin));
}

// Points of a shape in metres, in memory that is at hand for the few points of most.
class Projected {
public:
    Projected(std::span<const FixedPoint> points, const Frame& frame) {
        Point* to = m_few.data();
        if (points.size() > m_few.size()) {
            m_many.resize(points.size());
            to = m_many.data();
        }
        m_view = {to, points.size()};
        for (const auto& point : points)
            *to++ = frame(point);
    }

    Projected(const Projected&) = delete;
    Projected& operator=(const Projected&) = delete;

    [[nodiscard]] std::span<const Point> view() const { return m_view; }

private:
    std::array<Point, 12> m_few;
    std::vector<Point> m_many;
    std::span<const Point> m_view;
};

double circleMargin(double margin, double radius_m) {
    return margin + 1e-3 * radius_m;
}

Quick circleAndRing(Point centre, double radius_m, std::span<const Point> ring, double margin) {
    double nearest2 = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        nearest2 = std::min(nearest2, distance2(centre, ring[j], ring[i]));
    const double within = radius_m - circleMargin(margin, radius_m);
    if (within > 0 && nearest2 < within * within) return Quick::Yes;
    const double beyond = radius_m + circleMargin(margin, radius_m);
    if (nearest2 <= beyond * beyond) return Quick::Unclear;
    return inside(ring, centre) ? Quick::Yes : Quick::No;
}

Quick circles(Point one, double radius_m, Point other, double otherRadius_m, double margin) {
    const double distance_m = std::hypot(one.x - other.x, one.y - other.y);
    const double sum_m = radius_m + otherRadius_m;
    const double wide = circleMargin(margin, sum_m);
    if (distance_m < sum_m - wide) return Quick::Yes;
    return distance_m > sum_m + wide ? Quick::No : Quick::Unclear;
}

} // namespace

Shape::Shape(const geo::Area& area) {
    if (const auto* circle = std::get_if<geo::Circle>(&area))
        makeCircle(*circle);
    else
        makePolygon(std::get<geo::Polygon>(area));
    if (m_kind == Kind::Other) makeOther(area);
}

void Shape::makePolygon(const geo::Polygon& polygon) {
    if (!polygon.holes.empty()) return;
    double south = 90, north = -90, west = 180, east = -180;
    for (const auto& place : polygon.outer) {
        south = std::min(south, place.latitude_deg);
        north = std::max(north, place.latitude_deg);
        west = std::min(west, place.longitude_deg);
        east = std::max(east, place.longitude_deg);
    }
    const double highest_deg = std::max(std::abs(south), std::abs(north));
    if (highest_deg > highestLatitude_deg || north - south > largest_deg || east - west > largest_deg) return;

    const Scale scale((south + north) / 2);
    double longest2 = 0;
    for (std::size_t i = 0, j = polygon.outer.size() - 1; i < polygon.outer.size(); j = i++) {
        const double dx = (polygon.outer[i].longitude_deg - polygon.outer[j].longitude_deg) * unitsPerDeg * scale.x_m;
        const double dy = (polygon.outer[i].latitude_deg - polygon.outer[j].latitude_deg) * unitsPerDeg * scale.y_m;
        longest2 = std::max(longest2, dx * dx + dy * dy);
    }
    if (longest2 > longestEdge_m * longestEdge_m) return;
    // A geodesic in the plane of latitude and scaled longitude is curved by up to 1.155 tan(latitude) / R, so that it
    // runs up to an eighth of that times its length squared beside its chord; taken with a margin.
    const double beside_m = 0.2 * std::tan(highest_deg * radPerDeg) / earthRadius_m * longest2;
    m_tolerance_m = static_cast<float>(beside_m + leastTolerance_m / 2);

    const double lat_deg = m_tolerance_m / scale.y_m / unitsPerDeg, lon_deg = m_tolerance_m / scale.x_m / unitsPerDeg;
    if (west - lon_deg < -180 || east + lon_deg > 180) return;
    m_box = {{fixedDown(west - lon_deg), fixedDown(south - lat_deg)},
             {fixedUp(east + lon_deg), fixedUp(north + lat_deg)}};
    m_margin = fixedUp(std::max(lat_deg, lon_deg)) + 1;
    m_east_m = scale.x_m;
    m_north_m = scale.y_m;
    m_count = static_cast<std::uint32_t>(polygon.outer.size());
    FixedPoint* to = m_few.data();
    if (m_count > fewPoints) {
        m_many.resize(m_count);
        to = m_many.data();
    }
    for (const auto& place : polygon.outer)
        *to++ = fixed(place);
    m_kind = Kind::Polygon;
}

void Shape::makeCircle(const geo::Circle& circle) {
    if (std::abs(circle.centre.latitude_deg) > highestLatitude_deg || circle.radius_m > longestEdge_m) return;
    const Scale scale(std::abs(circle.centre.latitude_deg) + 0.3); // degrees are shortest there
    const double lat_deg = circle.radius_m * 1.001 / scale.y_m / unitsPerDeg;
    const double lon_deg = circle.radius_m * 1.001 / scale.x_m / unitsPerDeg;
    const auto& [latitude_deg, longitude_deg] = circle.centre;
    if (longitude_deg - lon_deg < -180 || longitude_deg + lon_deg > 180) return;
    m_box = {{fixedDown(longitude_deg - lon_deg), fixedDown(latitude_deg - lat_deg)},
             {fixedUp(longitude_deg + lon_deg), fixedUp(latitude_deg + lat_deg)}};
    m_tolerance_m = static_cast<float>(leastTolerance_m / 2);
    m_radius_m = static_cast<float>(circle.radius_m);
    m_count = 1;
    m_few.front() = fixed(circle.centre);
    m_kind = Kind::Circle;
}

void Shape::makeOther(const geo::Area& area) {
    const auto box = geo::boxOf(area);
    const bool around = box.west_deg > box.east_deg;
    m_box = {{fixedDown(around ? -180 : box.west_deg), fixedDown(box.south_deg)},
             {fixedUp(around ? 180 : box.east_deg), fixedUp(box.north_deg)}};
}

std::span<const FixedPoint> Shape::points() const {
    return m_count > fewPoints ? std::span(m_many) : std::span(m_few).first(m_count);
}

std::optional<Shape::Extent> Shape::between(std::int32_t south, std::int32_t north) const {
    if (m_kind != Kind::Polygon) return Extent{m_box.low.longitude, m_box.high.longitude};
    const double low = static_cast<double>(south) - m_margin, high = static_cast<double>(north) + m_margin;
    double west = std::numeric_limits<double>::infinity(), east = -west;
    const auto ring = points();
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const auto& below = ring[i].latitude < ring[j].latitude ? ring[i] : ring[j];
        const auto& above = ring[i].latitude < ring[j].latitude ? ring[j] : ring[i];
        if (above.latitude < low || below.latitude > high) continue;
        // The part of the edge between the two latitudes.
        const double height = static_cast<double>(above.latitude) - below.latitude;
        const double slope = height > 0 ? (static_cast<double>(above.longitude) - below.longitude) / height : 0;
        const double from = below.latitude < low ? below.longitude + slope * (low - below.latitude) : below.longitude;
        const double to = above.latitude > high ? below.longitude + slope * (high - below.latitude) : above.longitude;
        west = std::min({west, from, to});
        east = std::max({east, from, to});
    }
    if (west > east) return std::nullopt;
    return Extent{std::max(m_box.low.longitude, static_cast<std::int32_t>(std::floor(west)) - m_margin),
                  std::min(m_box.high.longitude, static_cast<std::int32_t>(std::ceil(east)) + m_margin)};
}

Quick Shape::overlap(const Shape& one, const Shape& other) {
    if (!one.m_box.meets(other.m_box)) return Quick::No;
    if (!one.simple() || !other.simple()) return Quick::Unclear;
    const FixedPoint low{std::max(one.m_box.low.longitude, other.m_box.low.longitude),
                         std::max(one.m_box.low.latitude, other.m_box.low.latitude)};
    const FixedPoint high{std::min(one.m_box.high.longitude, other.m_box.high.longitude),
                          std::min(one.m_box.high.latitude, other.m_box.high.latitude)};
    const double margin = static_cast<double>(one.m_tolerance_m) + static_cast<double>(other.m_tolerance_m);
    if (one.m_kind == Kind::Circle || other.m_kind == Kind::Circle) {
        const Frame frame{low, Scale((static_cast<double>(low.latitude) + high.latitude) / 2 / unitsPerDeg)};
        const Projected a(one.points(), frame), b(other.points(), frame);
        if (one.m_kind == other.m_kind)
            return circles(a.view().front(), static_cast<double>(one.m_radius_m), b.view().front(),
                           static_cast<double>(other.m_radius_m), margin);
        if (one.m_kind == Kind::Circle)
            return circleAndRing(a.view().front(), static_cast<double>(one.m_radius_m), b.view(), margin);
        return circleAndRing(b.view().front(), static_cast<double>(other.m_radius_m), a.view(), margin);
    }
    return polygons(one, other, {low, high}, margin * farScale);
}

// Whether straight lines cross is the same in any scale, so that of one of the two does, wherever they meet.
Quick Shape::polygons(const Shape& one, const Shape& other, const FixedBox& joint, double margin) {
    const Frame frame{joint.low, Scale(one.m_east_m, one.m_north_m)};
    const auto wider = one.m_margin + other.m_margin;
    const FixedBox window{{joint.low.longitude - wider, joint.low.latitude - wider},
                          {joint.high.longitude + wider, joint.high.latitude + wider}};
    const Quick crossing = boundaries(one.points(), other.points(), window, frame, wider, margin);
    if (crossing == Quick::Yes) return crossing;
    if (crossing == Quick::Unclear) {
        const Projected a(one.points(), frame), b(other.points(), frame);
        return shareAPlace(a.view(), b.view(), margin) ? Quick::Yes : Quick::Unclear;
    }
    // The boundaries are clearly apart: one lies wholly in the other, or they are apart.
    return inside(other.points(), one.points().front()) || inside(one.points(), other.points().front()) ? Quick::Yes
                                                                                                        : Quick::No;
}

} // namespace haneul::deconflict
