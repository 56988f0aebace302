#pragma once

#include "core/risk/collision/reich.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// What a separation means for the space: how many routes fit, and what stands in the way (the paper's fig. 3 and V).
namespace haneul::risk::collision {

struct SpaceDivision {
    std::int64_t tracks = 0; // side by side: floor(width / separation) + 1
    std::int64_t layers = 0; // above each other
    double layerHeight_m = 0;

    [[nodiscard]] std::int64_t routes() const { return tracks * layers; }

    bool operator==(const SpaceDivision&) const = default;
};

// A strip `width_m` wide below `ceiling_m`, parallel routes `separation_m` apart.
// Code INVALID_ARGUMENT: a width below 0, a ceiling or separation that is not above 0, layers outside 1..1000, or more
// tracks than a thousand million.
[[nodiscard]] Result<SpaceDivision> divideSpace(double width_m, double ceiling_m, double separation_m,
                                                std::int64_t layers);

struct Point_m { // on a plane
    double x = 0;
    double y = 0;

    bool operator==(const Point_m&) const = default;
};

// From a line of one point or more to a closed outline (three points or more enclose what is inside), or to a line or
// point (fewer). 0 where they touch or the line is inside. Nothing when either is empty.
[[nodiscard]] std::optional<double> distanceToOutline_m(std::span<const Point_m> line,
                                                        std::span<const Point_m> outline);

// The same to an area with holes in it: 0 where they touch or a part of the line is inside; a line in a hole is as far
// away as the nearest side of the hole.
[[nodiscard]] std::optional<double> distanceToArea_m(std::span<const Point_m> line, std::span<const Point_m> outer,
                                                     std::span<const std::vector<Point_m>> holes);

// Something that stands on the ground near a route.
struct Obstacle {
    std::string name;
    double distance_m = 0;       // of its nearest part from the nearest centre line of a route
    std::optional<double> top_m; // above the ground; none: not known
    std::string source = {};     // where it is known from; empty: somebody typed it in

    bool operator==(const Obstacle&) const = default;
};

enum class CorridorVerdict {
    Acceptable,
    RiskTooHigh,     // N is above the target
    Obstructed,      // something stands within the separation and reaches up to the routes
    MaybeObstructed, // something within the separation has a height that nobody knows: not acceptable either
};
[[nodiscard]] std::string_view toString(CorridorVerdict verdict);

struct CorridorCheck {
    CorridorVerdict verdict = CorridorVerdict::RiskTooHigh; // the risk first, then what is known to stand there
    std::vector<std::size_t> inTheWay;                      // indices of obstacles, in order
    std::vector<std::size_t> unknown;                       // likewise: within the separation, height not known

    bool operator==(const CorridorCheck&) const = default;
};

// Two parallel routes at `level_m` above the ground with `clearance_m` wanted below them: whatever is nearer to a route
// than the separation and higher than level - clearance makes the corridor unacceptable, whatever the risk says. At the
// separation, and as high as the level less the clearance, is still fine.
// Code INVALID_ARGUMENT: a separation, level, clearance, distance or height that is below 0 or not a number.
[[nodiscard]] Result<CorridorCheck> checkCorridor(double collisionsPerHour, double targetPerHour, double separation_m,
                                                  double level_m, double clearance_m,
                                                  std::span<const Obstacle> obstacles);

} // namespace haneul::risk::collision
