#include "core/plan/pattern.h"

#include "core/geo/area_frame.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::plan {

namespace {

constexpr double radPerDeg = std::numbers::pi / 180;
constexpr double slack = 1e-3; // of a strip: a field of 4 x 25 m that is drawn a little larger has 4 lines

struct Point {
    double along = 0, across = 0;
};

struct Span {
    double from = 0, to = 0;
};

// The area turned so that the lines run along the first axis.
class TurnedPlane {
public:
    TurnedPlane(geo::LatLon centre, double heading_deg)
        : m_frame(centre)
        , m_sin(std::sin(heading_deg * radPerDeg))
        , m_cos(std::cos(heading_deg * radPerDeg)) {}

    Point toPlane(geo::LatLon place) const {
        const auto p = m_frame.toPlane(place);
        return {p.x() * m_sin + p.y() * m_cos, p.x() * m_cos - p.y() * m_sin};
    }

    geo::LatLon toLatLon(Point p) const {
        return m_frame.toLatLon({p.along * m_sin + p.across * m_cos, p.along * m_cos - p.across * m_sin});
    }

private:
    geo::AreaFrame m_frame;
    double m_sin, m_cos;
};

using Rings = std::vector<std::vector<Point>>;

// Where the line at `across` is inside the rings (even-odd), in order.
std::vector<Span> inside(const Rings& rings, double across) {
    std::vector<double> crossings;
    for (const auto& ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = ring[i], b = ring[(i + 1) % ring.size()];
            if ((a.across > across) == (b.across > across)) continue;
            crossings.push_back(a.along + (b.along - a.along) * (across - a.across) / (b.across - a.across));
        }
    std::ranges::sort(crossings);
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
        spans.push_back({crossings[i], crossings[i + 1]});
    return spans;
}

std::vector<Span> joined(std::vector<Span> spans) {
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> found;
    for (const auto& span : spans)
        if (!found.empty() && span.from <= found.back().to)
            found.back().to = std::max(found.back().to, span.to);
        else
            found.push_back(span);
    return found;
}

// The extent along the axis of what lies between `low` and `high`. Between two corners the sides are straight, so that
// the ends of such a piece bound it.
std::vector<Span> extent(const Rings& rings, double low, double high) {
    std::vector<double> cuts{low, high};
    for (const auto& ring : rings)
        for (const auto& point : ring)
            if (point.across > low && point.across < high) cuts.push_back(point.across);
    std::ranges::sort(cuts);
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
        const double margin = (cuts[i + 1] - cuts[i]) * 1e-9;
        const auto below = inside(rings, cuts[i] + margin), above = inside(rings, cuts[i + 1] - margin);
        if (below.size() != above.size()) continue; // a piece of no height
        for (std::size_t k = 0; k < below.size(); ++k)
            spans.push_back({std::min(below[k].from, above[k].from), std::max(below[k].to, above[k].to)});
    }
    return joined(std::move(spans));
}

Rings turned(const geo::Polygon& area, const TurnedPlane& plane) {
    Rings rings;
    const auto add = [&](const std::vector<geo::LatLon>& ring) {
        auto& to = rings.emplace_back();
        for (const auto& place : ring)
            to.push_back(plane.toPlane(place));
    };
    add(area.outer);
    for (const auto& hole : area.holes)
        add(hole);
    return rings;
}

std::unexpected<Error> badPattern(std::string message, std::string where) {
    return fail("BAD_PATTERN", std::move(message), std::move(where));
}

// The line moved sideways (to the right of its direction) in the plane; corners are mitred.
std::vector<Point> parallel(const std::vector<Point>& line, double aside) {
    std::vector<Point> found;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const auto unit = [&](std::size_t from) {
            const Point d{line[from + 1].along - line[from].along, line[from + 1].across - line[from].across};
            const double length = std::hypot(d.along, d.across);
            return Point{d.along / length, d.across / length};
        };
        const Point before = unit(i > 0 ? i - 1 : 0), after = unit(i + 1 < line.size() ? i : i - 1);
        const Point sum{before.along + after.along, before.across + after.across};
        // |sum|^2 / 2 = 1 + cos(turn): the offset along the bisector that is `aside` away from both sides.
        const double factor = aside * 2 / (sum.along * sum.along + sum.across * sum.across);
        found.push_back({line[i].along - sum.across * factor, line[i].across + sum.along * factor});
    }
    return found;
}

bool turnsBack(const std::vector<Point>& line, std::size_t i) {
    const Point a{line[i].along - line[i - 1].along, line[i].across - line[i - 1].across};
    const Point b{line[i + 1].along - line[i].along, line[i + 1].across - line[i].across};
    return a.along * b.along + a.across * b.across <
           std::cos(150 * radPerDeg) * std::hypot(a.along, a.across) * std::hypot(b.along, b.across);
}

Result<void> check(const CorridorPattern& corridor) {
    if (corridor.line.size() < 2) return badPattern("a corridor has at least two points", "line");
    for (std::size_t i = 0; i < corridor.line.size(); ++i) {
        if (!corridor.line[i].valid()) return badPattern("the point is no place on Earth", std::format("line[{}]", i));
        if (i > 0 && corridor.line[i] == corridor.line[i - 1])
            return badPattern("the point is the same as the one before", std::format("line[{}]", i));
    }
    if (!std::isfinite(corridor.halfWidth_m) || corridor.halfWidth_m <= 0)
        return badPattern(std::format("a half width of {} m: a number above 0 is expected", corridor.halfWidth_m),
                          "halfWidth_m");
    if (corridor.passes < 1 || corridor.passes > 100)
        return badPattern(std::format("{} passes: 1 to 100 are possible", corridor.passes), "passes");
    if (corridor.line.size() * static_cast<std::size_t>(corridor.passes) > mostPatternPoints)
        return badPattern(std::format("more than {} points", mostPatternPoints), "line");
    return {};
}

} // namespace

Result<std::vector<geo::LatLon>> gridLines(const GridPattern& grid) {
    if (!std::isfinite(grid.spacing_m) || grid.spacing_m <= 0)
        return badPattern(std::format("a spacing of {} m: a number above 0 is expected", grid.spacing_m), "spacing_m");
    if (!std::isfinite(grid.heading_deg)) return badPattern("the heading is not a number", "heading_deg");
    if (auto sound = geo::check(geo::Area(grid.area)); !sound) return std::unexpected(sound.error());

    const TurnedPlane plane(geo::middleOf(grid.area), grid.heading_deg);
    const Rings rings = turned(grid.area, plane);
    const auto [least, most] = std::ranges::minmax(rings.front(), {}, &Point::across);
    const double lines = std::max(std::ceil((most.across - least.across) / grid.spacing_m - slack), 1.0);
    if (lines * 2 > static_cast<double>(mostPatternPoints))
        return badPattern(
            std::format("{:g} lines of {} m spacing: more than {} points", lines, grid.spacing_m, mostPatternPoints),
            "spacing_m");
    // Even strips.
    const double width = (most.across - least.across) / lines;
    std::vector<geo::LatLon> way;
    bool back = false;
    for (double n = 0; n < lines; ++n) {
        const double low = least.across + n * width;
        auto spans = extent(rings, low, low + width);
        if (back) std::ranges::reverse(spans);
        for (const auto& span : spans) {
            way.push_back(plane.toLatLon({back ? span.to : span.from, low + width / 2}));
            way.push_back(plane.toLatLon({back ? span.from : span.to, low + width / 2}));
        }
        back = !back;
    }
    if (way.size() > mostPatternPoints)
        return badPattern(std::format("more than {} points", mostPatternPoints), "area");
    return way;
}

Result<std::vector<geo::LatLon>> corridorLines(const CorridorPattern& corridor) {
    if (auto sound = check(corridor); !sound) return std::unexpected(sound.error());
    const TurnedPlane plane(corridor.line[corridor.line.size() / 2], 0);
    std::vector<Point> line;
    for (const auto& place : corridor.line)
        line.push_back(plane.toPlane(place));
    for (std::size_t i = 1; i + 1 < line.size(); ++i)
        if (turnsBack(line, i))
            return badPattern("the line turns back by more than 150 degrees", std::format("line[{}]", i));
    if (corridor.passes == 1) return corridor.line;

    std::vector<geo::LatLon> way;
    for (int pass = 0; pass < corridor.passes; ++pass) {
        const double aside = corridor.halfWidth_m * (2.0 * pass / (corridor.passes - 1) - 1);
        auto points = parallel(line, aside);
        if (pass % 2 == 1) std::ranges::reverse(points);
        for (const auto& point : points)
            way.push_back(plane.toLatLon(point));
    }
    return way;
}

Result<WaypointRoute> routeOf(const Operation& operation) {
    const auto level = [](Result<std::vector<geo::LatLon>> places, geo::VerticalLimit height) -> Result<WaypointRoute> {
        if (!places) return std::unexpected(places.error());
        WaypointRoute route;
        for (const auto& place : *places)
            route.points.push_back({place, height});
        return route;
    };
    if (const auto* route = std::get_if<WaypointRoute>(&operation)) return *route;
    if (const auto* grid = std::get_if<GridPattern>(&operation)) return level(gridLines(*grid), grid->height);
    if (const auto* corridor = std::get_if<CorridorPattern>(&operation))
        return level(corridorLines(*corridor), corridor->height);
    return fail("NO_ROUTE", "an area operation has no route", "operation");
}

} // namespace haneul::plan
