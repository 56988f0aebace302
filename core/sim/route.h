#pragma once

#include "core/base/time.h"
#include "core/geo/position.h"

#include <optional>
#include <vector>

namespace haneul::sim {

// Where a waypoint lies: in the air, or on the ground (pad, runway). Take-off is the leg that leaves the ground,
// landing the leg that comes back to it; a stop is a hover in the air and parking on the ground.
enum class Place { Air, Ground };

// What is done to the vehicle during a stop.
enum class Service { None, ReplaceBattery };

struct Waypoint {
    geo::LatLon position;
    double height_m = 0; // above mean sea level
    Place place = Place::Air;
    milliseconds stop{0};               // 0: flown through where the turn allows it
    std::optional<double> maxSpeed_mps; // on the leg that leads here, over the ground
    std::optional<UtcMs> notBefore;     // not left earlier; waits here (also makes it a stop)
    Service service = Service::None;
};

// What happens after the last waypoint.
enum class AtEnd {
    Stay,   // parked (or hovering) there for ever
    Repeat, // after the turnaround the route starts again; the last waypoint must be at the place of the first
};

// A timed route: 2 to maxWaypoints waypoints in order of flight. The first and the last are always stops.
// The turnaround is drawn evenly from [shortest, longest] before each repetition, by the vehicle's own Random.
struct Route {
    std::vector<Waypoint> waypoints;
    AtEnd atEnd = AtEnd::Stay;
    milliseconds shortestTurnaround{0};
    milliseconds longestTurnaround{0};
};

inline constexpr std::size_t maxWaypoints = 10'000;

// What the vehicle can do. Defaults: a delivery multirotor; speeds and acceleration after the take-off (4.0), flight
// (8.0) and landing (2.5 m/s) values of the route model, acceleration 2.0 m/s2.
struct VehicleLimits {
    double maxGroundSpeed_mps = 8.0;
    double minSpeed_mps = 0;               // slowest flight in the air; above 0 the vehicle cannot hover (fixed wing)
    double acceleration_mps2 = 2.0;        // along the path, both ways
    double lateralAcceleration_mps2 = 2.0; // in turns
    double climbRate_mps = 4.0;
    double descentRate_mps = 2.5;
    double turnRate_dps = 45.0;     // change of course, moving or standing
    double cornerTolerance_m = 0.8; // how far a turn may pass beside its waypoint

    // A transport aircraft: 140 m/s, 3 deg/s standard-rate turns flown wide inside 4 km of the waypoint.
    [[nodiscard]] static VehicleLimits airliner();
    // A light helicopter: 60 m/s, may hover.
    [[nodiscard]] static VehicleLimits helicopter();
};

} // namespace haneul::sim
