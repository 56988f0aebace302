#include "core/plan/risk.h"

#include "core/geo/local_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::plan {

namespace {

constexpr double steepest = 0.2;

struct Place {
    double east_m = 0, north_m = 0, height_m = 0;
};

struct LevelLeg {
    std::size_t number = 0; // of the point it ends at
    Place from, to;
    double length_m = 0;

    [[nodiscard]] double east() const { return (to.east_m - from.east_m) / length_m; }

    [[nodiscard]] double north() const { return (to.north_m - from.north_m) / length_m; }
};

std::vector<LevelLeg> levelLegs(const TimedRoute& route, const geo::LocalFrame& frame) {
    std::vector<LevelLeg> legs;
    const auto placeOf = [&](const TimedPoint& point) {
        const auto enu = frame.toEnu(point.place, 0);
        return Place{enu.east, enu.north, point.height_m};
    };
    for (std::size_t n = 1; n < route.points.size(); ++n) {
        LevelLeg leg{.number = n, .from = placeOf(route.points[n - 1]), .to = placeOf(route.points[n])};
        leg.length_m = std::hypot(leg.to.east_m - leg.from.east_m, leg.to.north_m - leg.from.north_m);
        if (leg.length_m > 0 && std::abs(leg.to.height_m - leg.from.height_m) <= steepest * leg.length_m)
            legs.push_back(leg);
    }
    return legs;
}

// A place seen along a leg: so far on its way, so far to its left.
struct Beside {
    double along_m = 0, left_m = 0, height_m = 0;
};

Beside seenFrom(const LevelLeg& leg, const Place& place) {
    const double east_m = place.east_m - leg.from.east_m, north_m = place.north_m - leg.from.north_m;
    return {east_m * leg.east() + north_m * leg.north(), north_m * leg.east() - east_m * leg.north(), place.height_m};
}

// At such a way along the own leg, on the line between two places seen from it.
Beside between(const Beside& one, const Beside& other, double along_m) {
    const double part = (along_m - one.along_m) / (other.along_m - one.along_m);
    return {along_m, std::lerp(one.left_m, other.left_m, part), std::lerp(one.height_m, other.height_m, part)};
}

double heightOf(const LevelLeg& leg, double along_m) {
    return std::lerp(leg.from.height_m, leg.to.height_m, along_m / leg.length_m);
}

std::optional<ParallelLegs> beside(const LevelLeg& own, const LevelLeg& other, bool oneReference,
                                   const ParallelRules& rules, const geo::LocalFrame& frame) {
    const double cosine = own.east() * other.east() + own.north() * other.north();
    if (cosine > -std::cos(rules.aslant_deg * std::numbers::pi / 180)) return std::nullopt;
    const Beside begin = seenFrom(own, other.from), end = seenFrom(own, other.to); // it comes towards: end is behind
    const double low = std::max(0.0, end.along_m), high = std::min(own.length_m, begin.along_m);
    if (high - low < rules.leastAlong_m) return std::nullopt;
    const Beside first = between(begin, end, low), last = between(begin, end, high);
    const bool crosses = (first.left_m < 0) != (last.left_m < 0);
    const double lateral_m = crosses ? 0 : std::min(std::abs(first.left_m), std::abs(last.left_m));
    const double apart_m =
        std::min(std::abs(first.height_m - heightOf(own, low)), std::abs(last.height_m - heightOf(own, high)));
    if (lateral_m > rules.within_m || (oneReference && apart_m > rules.level_m)) return std::nullopt;
    const double middle_m = (low + high) / 2;
    ParallelLegs found{.own = own.number, .other = other.number, .lateral_m = lateral_m, .along_m = high - low};
    found.apart_m = oneReference ? apart_m : 0;
    found.place =
        frame.toLatLon({own.from.east_m + middle_m * own.east(), own.from.north_m + middle_m * own.north(), 0});
    return found;
}

} // namespace

std::vector<ParallelLegs> parallelOpposite(const TimedRoute& own, const TimedRoute& other, const ParallelRules& rules) {
    std::vector<ParallelLegs> found;
    const UtcMs from = std::max(own.start(), other.start()), to = std::min(own.end(), other.end());
    if (from >= to) return found;
    const geo::LocalFrame frame(own.points.front().place);
    const auto others = levelLegs(other, frame);
    for (const LevelLeg& leg : levelLegs(own, frame))
        for (const LevelLeg& towards : others)
            if (auto pair = beside(leg, towards, own.reference == other.reference, rules, frame)) {
                pair->from = from;
                pair->to = to;
                found.push_back(*pair);
            }
    std::ranges::stable_sort(found, {}, &ParallelLegs::lateral_m);
    return found;
}

} // namespace haneul::plan
