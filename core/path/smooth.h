#pragma once

#include "core/path/legs.h"

#include <span>
#include <vector>

namespace haneul::path {

struct TurnLimits {
    double speed_mps = 12;
    double bank_deg = 25;     // most
    double slowest_mps = 0;   // that the drone can turn at; 0: it may stop and turn on the spot
    double deviation_m = 0.5; // of the chords from the round of a turn
};

// Radius of a level turn: v^2 / (g tan(bank)).
[[nodiscard]] double turnRadius_m(double speed_mps, double bank_deg);

struct Turn {
    std::size_t at = 0;   // point of the path that is turned at
    double angle_deg = 0; // of the change of course
    double radius_m = 0;  // flown; 0: on the spot
    double speed_mps = 0; // that this radius allows, up to the speed of the flight
};

struct Smoothed {
    std::vector<Point_m> points; // turns as chords
    std::vector<Turn> turns;     // of more than a degree
    bool flyable = true;         // every turn at the slowest speed or above
};

// Rounds off the turns, each with the radius of the flight's speed where there is room: within half of the shorter leg
// beside it and in free cells; else with the largest that fits, at the speed that it allows. What it gives back is free
// in the meter's cells when the path is.
[[nodiscard]] Smoothed smooth(const LegMeter& meter, std::span<const Point_m> path, const TurnLimits& limits);

} // namespace haneul::path
