#include "core/risk/collision/corridor.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <limits>

namespace haneul::risk::collision {

namespace {

constexpr double mostTracks = 1e9;
constexpr std::int64_t mostLayers = 1000;

Result<void> wantNotNegative(double value, const std::string& where) {
    if (std::isfinite(value) && value >= 0) return {};
    return fail("INVALID_ARGUMENT", "a finite number that is not below 0 is wanted", where);
}

Point_m operator-(Point_m a, Point_m b) {
    return {a.x - b.x, a.y - b.y};
}

double dot(Point_m a, Point_m b) {
    return a.x * b.x + a.y * b.y;
}

double cross(Point_m a, Point_m b) {
    return a.x * b.y - a.y * b.x;
}

double toSegment(Point_m point, Point_m from, Point_m to) {
    const Point_m along = to - from;
    const double length2 = dot(along, along);
    const double share = length2 > 0 ? std::clamp(dot(point - from, along) / length2, 0.0, 1.0) : 0.0;
    const Point_m nearest{from.x + along.x * share, from.y + along.y * share};
    return std::hypot(point.x - nearest.x, point.y - nearest.y);
}

bool cut(Point_m a, Point_m b, Point_m c, Point_m d) {
    const double first = cross(b - a, c - a), second = cross(b - a, d - a);
    const double third = cross(d - c, a - c), fourth = cross(d - c, b - c);
    return first * second < 0 && third * fourth < 0;
}

double betweenSegments(Point_m a, Point_m b, Point_m c, Point_m d) {
    if (cut(a, b, c, d)) return 0; // what only touches is found by its ends
    return std::min({toSegment(a, c, d), toSegment(b, c, d), toSegment(c, a, b), toSegment(d, a, b)});
}

bool inside(Point_m point, std::span<const Point_m> outline) {
    bool in = false;
    for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
        const Point_m a = outline[i], b = outline[j];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x) in = !in;
    }
    return in;
}

// The nearest that a line comes to the sides of an outline, whatever lies inside.
double toSides(std::span<const Point_m> line, std::span<const Point_m> outline) {
    const bool closed = outline.size() >= 3;
    double nearest = std::numeric_limits<double>::infinity();
    const std::size_t lineParts = std::max<std::size_t>(1, line.size() - 1);
    const std::size_t outlineParts = closed ? outline.size() : std::max<std::size_t>(1, outline.size() - 1);
    for (std::size_t i = 0; i < lineParts; ++i)
        for (std::size_t j = 0; j < outlineParts; ++j)
            nearest = std::min(nearest, betweenSegments(line[i], line[std::min(i + 1, line.size() - 1)], outline[j],
                                                        outline[(j + 1) % outline.size()]));
    return nearest;
}

} // namespace

Result<SpaceDivision> divideSpace(double width_m, double ceiling_m, double separation_m, std::int64_t layers) {
    if (auto good = wantNotNegative(width_m, "width_m"); !good) return std::unexpected(good.error());
    if (!(std::isfinite(ceiling_m) && ceiling_m > 0))
        return fail("INVALID_ARGUMENT", "the ceiling is above 0", "ceiling_m");
    if (!(std::isfinite(separation_m) && separation_m > 0))
        return fail("INVALID_ARGUMENT", "the separation is above 0", "separation_m");
    if (layers < 1 || layers > mostLayers)
        return fail("INVALID_ARGUMENT", std::format("there are 1 to {} layers", mostLayers), "layers");
    const double tracks = std::floor(width_m / separation_m) + 1;
    if (tracks > mostTracks)
        return fail("INVALID_ARGUMENT", "more tracks than anybody could fly: the separation is too small for the strip",
                    "separation_m");
    return SpaceDivision{static_cast<std::int64_t>(tracks), layers, ceiling_m / static_cast<double>(layers)};
}

std::optional<double> distanceToOutline_m(std::span<const Point_m> line, std::span<const Point_m> outline) {
    if (line.empty() || outline.empty()) return std::nullopt;
    if (outline.size() >= 3 && inside(line.front(), outline)) return 0.0;
    return toSides(line, outline);
}

std::optional<double> distanceToArea_m(std::span<const Point_m> line, std::span<const Point_m> outer,
                                       std::span<const std::vector<Point_m>> holes) {
    const auto whole = distanceToOutline_m(line, outer);
    if (!whole || *whole > 0) return whole;
    // It meets the outline. Only one that lies in a hole, from the first point to the last, is not there.
    for (const std::vector<Point_m>& hole : holes)
        if (hole.size() >= 3 && inside(line.front(), hole)) return toSides(line, hole);
    return whole;
}

std::string_view toString(CorridorVerdict verdict) {
    switch (verdict) {
    case CorridorVerdict::Acceptable:
        return "ACCEPTABLE";
    case CorridorVerdict::RiskTooHigh:
        return "RISK_TOO_HIGH";
    case CorridorVerdict::Obstructed:
        return "OBSTRUCTED";
    case CorridorVerdict::MaybeObstructed:
        return "MAYBE_OBSTRUCTED";
    }
    return "";
}

Result<CorridorCheck> checkCorridor(double collisionsPerHour, double targetPerHour, double separation_m, double level_m,
                                    double clearance_m, std::span<const Obstacle> obstacles) {
    for (const auto& [value, where] :
         {std::pair{collisionsPerHour, "n"}, std::pair{targetPerHour, "tls"}, std::pair{separation_m, "separation_m"},
          std::pair{level_m, "level_m"}, std::pair{clearance_m, "clearance_m"}})
        if (auto good = wantNotNegative(value, where); !good) return std::unexpected(good.error());
    CorridorCheck check;
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        const Obstacle& obstacle = obstacles[i];
        const std::string where = std::format("obstacles[{}]", i);
        if (auto good = wantNotNegative(obstacle.distance_m, where); !good) return std::unexpected(good.error());
        if (auto good = wantNotNegative(obstacle.top_m.value_or(0), where); !good) return std::unexpected(good.error());
        if (obstacle.distance_m >= separation_m) continue;
        if (!obstacle.top_m)
            check.unknown.push_back(i);
        else if (*obstacle.top_m > level_m - clearance_m)
            check.inTheWay.push_back(i);
    }
    check.verdict = decide(collisionsPerHour, targetPerHour) == Decision::Reject ? CorridorVerdict::RiskTooHigh
                    : !check.inTheWay.empty()                                    ? CorridorVerdict::Obstructed
                    : !check.unknown.empty()                                     ? CorridorVerdict::MaybeObstructed
                                                                                 : CorridorVerdict::Acceptable;
    return check;
}

} // namespace haneul::risk::collision
