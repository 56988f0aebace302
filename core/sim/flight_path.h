#pragma once

#include "core/base/error.h"
#include "core/sim/route.h"

#include <GeographicLib/GeodesicLine.hpp>

#include <cstddef>
#include <vector>

namespace haneul::sim {

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
        std::size_t waypoint = 0; // Leg: the waypoint it leads to; Arc, Stop: its waypoint
        double length_m = 0;      // along the path in three dimensions; 0 for a Stop
        double maxSpeed_mps = 0;  // along the path
        double entrySpeed_mps = 0;
        double exitSpeed_mps = 0;
        double turn_deg = 0;     // Stop: change of course on the spot, -180..180
        double course_deg = 0;   // Stop: course before it
        std::size_t geometry = 0;
    };

    // Codes: ROUTE_TOO_SHORT, ROUTE_TOO_LONG, ROUTE_POSITION, ROUTE_HEIGHT, ROUTE_TIME, ROUTE_SPEED,
    // ROUTE_LEG_EMPTY (two equal waypoints in a row), ROUTE_NOT_CLOSED, ROUTE_TURN_TOO_TIGHT (a vehicle that cannot
    // hover would have to stop or fly slower than it can), LIMITS_INVALID. `where` is "waypoints[i]" or the field.
    [[nodiscard]] static Result<FlightPath> make(const Route& route, const VehicleLimits& limits);

    [[nodiscard]] const Route& route() const { return m_route; }
    [[nodiscard]] const VehicleLimits& limits() const { return m_limits; }
    // Starts with the Stop at the first waypoint and ends with the Stop at the last.
    [[nodiscard]] const std::vector<Element>& elements() const { return m_elements; }
    [[nodiscard]] PathPoint at(std::size_t element, double distance_m) const;
    [[nodiscard]] double length_m() const;

private:
    struct LegGeometry;
    struct ArcGeometry;
    struct Builder;

    struct LegGeometry {
        GeographicLib::GeodesicLine line;
        double start_m = 0;     // horizontal distance from the line's origin to the element's start
        double startHeight_m = 0;
        double cosClimb = 1;
        double sinClimb = 0;
        double verticalCourse_deg = 0; // course while there is no horizontal motion
    };
    struct ArcGeometry {
        geo::LatLon centre; // the waypoint: origin of the plane
        double height_m = 0;
        // Place of the arc at angle 0 and unit vectors there (east, north, up), relative to the waypoint:
        // p(phi) = start + radius * (sin(phi) * forward + (1 - cos(phi)) * inward)
        double start[3] = {};
        double forward[3] = {};
        double inward[3] = {};
        double radius_m = 0;
    };

    [[nodiscard]] PathPoint onLeg(const LegGeometry& leg, double distance_m) const;
    [[nodiscard]] PathPoint onArc(const ArcGeometry& arc, double distance_m) const;

    Route m_route;
    VehicleLimits m_limits;
    std::vector<Element> m_elements;
    std::vector<LegGeometry> m_legs;
    std::vector<ArcGeometry> m_arcs;
};

} // namespace haneul::sim
