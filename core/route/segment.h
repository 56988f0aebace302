#pragma once

#include "core/base/error.h"
#include "core/geo/position.h"

#include <cstddef>
#include <span>

namespace haneul::route {

// A point that a drone is to pass: WGS84 degrees and height above mean sea level (HASL).
struct Waypoint {
    geo::LatLon place;
    double height_m = 0;

    bool operator==(const Waypoint&) const = default;
};

// Places whose longitude and latitude each differ by no more than this are the same place.
inline constexpr double samePlace_deg = 1e-7;
[[nodiscard]] bool samePlace(geo::LatLon first, geo::LatLon second);

// Waypoints `first` to `last` of a unit segment, both included; counted from 0.
struct WaypointRange {
    std::size_t first = 0;
    std::size_t last = 0;

    bool operator==(const WaypointRange&) const = default;
};

// The three parts of a unit flight segment (Yu et al., eqs. 1-3). Neighbours share their boundary waypoint.
struct SegmentSplit {
    WaypointRange takeOff; // longest prefix at the place of v_p
    WaypointRange flight;
    WaypointRange landing; // longest suffix at the place of v_q

    bool operator==(const SegmentSplit&) const = default;
};

// Splits the waypoints of one sortie from `origin` to `destination`. Passing over either of them again in flight does
// not count as take-off or landing. Codes, checked in this order: SEGMENT_TOO_SHORT (fewer than two waypoints),
// SAME_ENDPOINTS, FIRST_WAYPOINT_NOT_AT_ORIGIN, LAST_WAYPOINT_NOT_AT_DESTINATION.
[[nodiscard]] Result<SegmentSplit> split(std::span<const Waypoint> waypoints, geo::LatLon origin,
                                         geo::LatLon destination);

// Mean radius of the Earth in the distance formulas of the paper's implementation (IUGG R1).
inline constexpr double earthRadius_m = 6371008.8;

[[nodiscard]] double horizontalDistance_m(geo::LatLon from, geo::LatLon to); // haversine on that sphere
[[nodiscard]] double distance_m(const Waypoint& from, const Waypoint& to);   // with the difference of heights

// Distances of the parts of a unit segment (eqs. 4-6).
struct SegmentDistances {
    double takeOff_m = 0; // height reached above the ground of v_p
    double flight_m = 0;
    double landing_m = 0; // height left above the ground of v_q

    [[nodiscard]] double total_m() const { return takeOff_m + flight_m + landing_m; }

    bool operator==(const SegmentDistances&) const = default;
};

// `originGround_m`, `destinationGround_m`: ground level above mean sea level at the two nodes. The heights of take-off
// and landing are those of the waypoints where the flight part begins and ends.
[[nodiscard]] SegmentDistances distances(std::span<const Waypoint> waypoints, const SegmentSplit& parts,
                                         double originGround_m, double destinationGround_m);

} // namespace haneul::route
