#pragma once

#include "core/base/error.h"
#include "core/sim/route.h"

#include <GeographicLib/GeodesicLine.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace haneul::sim {

// Take-off: from the ground to the first waypoint in the air, with the roll before it. Landing: from the last waypoint
// in the air to the ground, with the roll after it. Taxi: other motion on the ground. Hover, Parked: standing.
enum class Phase { Parked, TakeOff, Flight, Hover, Landing, Taxi };
[[nodiscard]] std::string_view toString(Phase phase); // "parked", "take-off", "flight", "hover", "landing", "taxi"

// A place on a path, with the direction of motion there.
struct PathPoint {
    geo::LatLon position;
    double height_m = 0;   // AMSL
    double course_deg = 0; // 0..360 true; of the last horizontal motion while climbing straight up
    double climb_deg = 0;  // angle of the path to the horizon, -90..90
};

// A route turned into geometry and speeds that keep the limits of a vehicle: immutable, shared by all who fly it.
//
// Legs are geodesics of WGS84 with heights that change evenly with distance. Between two legs the vehicle either
// stops, or flies a circular arc that touches both and passes the waypoint within VehicleLimits::cornerTolerance_m.
// The arc lies in the azimuthal equidistant plane of its waypoint, in which both legs are straight lines with true
// length, so arc and legs join without a step. Arcs are flown with constant speed. It stops where the route asks for
// it, at turns sharper than 120 degrees, and where a leg steeper than 45 degrees meets one of another direction.
//
// Speeds at all joints come from a backward and a forward pass (entry^2 <= exit^2 + 2*a*length), so that any vehicle
// that follows them can always brake in time.
class FlightPath {
public:
    enum class Kind {
        Leg,  // straight
        Arc,  // turn with constant speed
        Stop, // at a waypoint: turn on the spot if needed, stay, wait
    };

    struct Element {
        Kind kind = Kind::Leg;
        Phase phase = Phase::Flight;
        std::size_t waypoint = 0; // Leg: the waypoint it leads to; Arc, Stop: its waypoint
        bool onGround = false;
        double length_m = 0;     // along the path in three dimensions; 0 for a Stop
        double maxSpeed_mps = 0; // along the path
        double entrySpeed_mps = 0;
        double exitSpeed_mps = 0;
        double climbSine = 0;  // Leg: vertical part of its direction
        double course_deg = 0; // Stop: course before it
        double turn_deg = 0;   // Stop: change of course on the spot, -180..180
        std::size_t geometry = 0;
    };

    // Codes: ROUTE_TOO_SHORT, ROUTE_TOO_LONG, ROUTE_POSITION, ROUTE_HEIGHT, ROUTE_TIME, ROUTE_SPEED,
    // ROUTE_LEG_EMPTY (two equal waypoints in a row), ROUTE_NOT_CLOSED, ROUTE_TOO_SLOW (a vehicle that cannot hover
    // would have to stop in the air or fly slower than it can), LIMITS_INVALID. `where` is "waypoints[i]" or the field.
    [[nodiscard]] static Result<FlightPath> make(const Route& route, const VehicleLimits& limits);

    [[nodiscard]] const Route& route() const { return m_route; }

    [[nodiscard]] const VehicleLimits& limits() const { return m_limits; }

    // Starts with the Stop at the first waypoint and ends with the Stop at the last.
    [[nodiscard]] const std::vector<Element>& elements() const { return m_elements; }

    [[nodiscard]] PathPoint at(std::size_t element, double distance_m) const;
    [[nodiscard]] double length_m() const;

private:
    struct Builder;
    using Vector = std::array<double, 3>; // east, north, up

    struct LegGeometry {
        GeographicLib::GeodesicLine line; // from the waypoint before
        double skipped_m = 0;             // horizontal part that belongs to the arc before
        double startHeight_m = 0;         // of the element
        double climbCosine = 1;
        double climbSine = 0;
        double verticalCourse_deg = 0; // held while there is no horizontal motion
    };

    // In the plane around the waypoint, at angle phi from the start of the arc:
    // place = start + radius * (sin(phi) * forward + (1 - cos(phi)) * inward)
    struct ArcGeometry {
        geo::LatLon centre; // the waypoint: origin of the plane
        double height_m = 0;
        Vector start{};
        Vector forward{};
        Vector inward{};
        double radius_m = 0;
    };

    [[nodiscard]] static PathPoint onLeg(const LegGeometry& leg, double distance_m);
    [[nodiscard]] static PathPoint onArc(const ArcGeometry& arc, double distance_m);

    Route m_route;
    VehicleLimits m_limits;
    std::vector<Element> m_elements;
    std::vector<LegGeometry> m_legs;
    std::vector<ArcGeometry> m_arcs;
};

} // namespace haneul::sim
