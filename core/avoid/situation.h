#pragma once

#include "core/avoid/geometry.h"

#include <span>
#include <vector>

namespace haneul::avoid {

// Over the ground.
struct Velocity {
    double east_mps = 0;
    double north_mps = 0;
    double up_mps = 0;
};

// What the aircraft can do. Default: a delivery multirotor, which may stop in the air.
struct Envelope {
    double slow_mps = 0;  // slowest of the three speeds it chooses from: it can stop in the air
    double fast_mps = 16; // fastest
    double maxAirspeed_mps = 19;
    double acceleration_mps2 = 2.5;      // along the course, both ways
    double climbAcceleration_mps2 = 2.0; // of the rate of climb
    double lateralAcceleration_mps2 = 4.5;
    double fastestTurn_dps = 90; // however slow it flies
    double climb_mps = 3;
    double descent_mps = 2.5;

    // Of the course: what the lateral acceleration allows at this speed.
    [[nodiscard]] double turnRate_dps(double speed_mps) const;
};

struct OwnState {
    geo::Enu_m position;
    double course_deg = 0; // kept while hovering
    double speed_mps = 0;  // over the ground
    double climb_mps = 0;
    double battery_pct = 100;
};

// Another aircraft as last heard of. Planners carry it forward along its velocity over `age_s`.
struct Traffic {
    geo::Enu_m position;
    Velocity velocity;
    double age_s = 0;
    double positionError_m = 3; // horizontally, 95 %
    double heightError_m = 0.6;
};

struct Weather {
    double windEast_mps = 0; // direction it blows to
    double windNorth_mps = 0;
    double gust_mps = 1; // standard deviation
};

// What the global path wants now (PathFollower).
struct Guidance {
    double course_deg = 0;
    double height_m = 0;
    double speed_mps = 12;
    double sinceProgress_s = 0; // how long the path has not been advanced along
};

// Everything a decision is made of, in one local frame with one origin of heights.
struct Situation {
    OwnState own;
    Envelope envelope;
    Guidance guidance;
    std::vector<Traffic> traffic;
    Weather weather;
    std::span<const Prism> zones;  // to keep out of
    std::span<const Prism> volume; // approved: to stay inside of; empty: none was given, anywhere is allowed
    double floor_m = 20;
    double ceiling_m = 150;
};

// A change of course, speed and rate of climb to be made until the next decision.
struct Action {
    double turn_deg = 0; // to the right positive
    double speed_mps = 0;
    double climb_mps = 0;

    bool operator==(const Action&) const = default;
};

inline constexpr double decisionEvery_s = 2; // the step of the planner

// Loss of separation: closer than both at once.
inline constexpr double lossHorizontal_m = 50;
inline constexpr double lossVertical_m = 15;

} // namespace haneul::avoid
