#pragma once

#include "core/plan/containment.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// What a flight plan risks on the ground and in the air (R-RSK-*, R-CRM-15): where the numbers come from, and the
// limits that they are held against. A plan knows no model of its own: whoever puts the house together says how it is
// computed.
namespace haneul::plan {

// By what a number was come by, for those who have to answer for it.
struct RiskBasis {
    std::string model;                   // "people_amenity_area + traffic_road"
    std::string preset;                  // of its constants: "table4_fit (Ey 1.386 fitted)"
    std::vector<std::string> provenance; // one line for each source of data: name, source, date
    std::string version;                 // of the data: another one after every change
    bool synthetic = false;              // some of the data is made up: no ground for a decision

    bool operator==(const RiskBasis&) const = default;
};

struct GroundRisk {
    double fatalities_perFlight = 0; // expected
    double length_m = 0;             // of the way that it was added up over
    RiskBasis basis;
};

// Of the whole way of a plan. A code and a reason: not judged (no data there, heights above ground not known, ...).
using GroundRiskSource = std::function<Result<GroundRisk>(const FlightPlan&)>;

// Expected collisions in an hour of flight of two drones that fly in opposite directions on parallel routes at one
// level, so far apart (the Reich model).
struct CollisionModel {
    std::function<Result<double>(double lateral_m, double own_mps, double other_mps)> collisions_perHour;
    RiskBasis basis;
};

// What may be risked, as it was laid down; none: nobody has.
struct RiskLimits {
    std::optional<double> fatalities_perFlight;
    std::optional<double> collisions_perHour; // target level of safety
    std::string source;                       // "approval policy 3"

    bool operator==(const RiskLimits&) const = default;
};

// A plan that stands (approved, flying) and flies a route.
struct StandingRoute {
    std::string plan;
    TimedRoute route;
    double speed_mps = 0; // over the ground, in cruise
};

// Two legs that lie beside each other.
struct ParallelLegs {
    std::size_t own = 0, other = 0; // numbers of the points that the legs end at
    double lateral_m = 0;           // the least between the parts beside each other
    double apart_m = 0;             // in height, where both have one reference
    double along_m = 0;             // so far they lie beside each other
    geo::LatLon place;              // the middle of that, on the own leg
    UtcMs from{}, to{};             // both flights are under way
};

struct ParallelRules {
    double within_m = 1852; // the paper's separation: beyond it the overlap is nothing
    double level_m = 20;    // as far apart in height they are still at one level
    double aslant_deg = 15; // as far from exactly opposite
    double leastAlong_m = 50;
};

// Where the two routes fly in opposite directions beside each other at one level while both flights are under way: of
// each pair of legs; the nearest first. Legs that climb or descend more steeply than 1 in 5 are at no level. Heights of
// different references are taken as one level: which they are is not known.
[[nodiscard]] std::vector<ParallelLegs> parallelOpposite(const TimedRoute& own, const TimedRoute& other,
                                                         const ParallelRules& rules);

} // namespace haneul::plan
