#pragma once

#include "core/delivery/network.h"
#include "core/route/curve.h"
#include "core/timing/curve_time.h"

#include <optional>
#include <vector>

namespace haneul::delivery {

// Durations from geometry are rounded once, half up, to whole milliseconds.
[[nodiscard]] DurationMs rounded_ms(double seconds);

// Between the ground and the top of a column: as measured, else from its height. Codes: GROUND_UNKNOWN (also where it
// is measured: the place in space would be unknown), INVALID_ARGUMENT for what check() refuses.
[[nodiscard]] Result<DurationMs> takeOffOf_ms(const Node& node, const DroneType& type);
[[nodiscard]] Result<DurationMs> landingOf_ms(const Node& node, const DroneType& type);

// A link as a drone of one type flies it one way, from the top of the one column to the top of the other: straight from
// waypoint to waypoint or along a curve through them, stopping at each or flying through. With a measured flight time
// the computed motion is stretched to it evenly.
class LinkFlight {
public:
    // `from`: the end where it begins. Codes: UNKNOWN_NODE (an end that is not there); INVALID_ARGUMENT for what
    // check() refuses.
    [[nodiscard]] static Result<LinkFlight> make(const Network& network, const Link& link, std::string_view from,
                                                 const DroneType& type);

    [[nodiscard]] const std::vector<route::Waypoint>& waypoints() const { return m_waypoints; } // top, via, top

    [[nodiscard]] const std::vector<double>& waypointsAt_m() const { return m_along_m; } // flown up to each

    [[nodiscard]] const std::vector<DurationMs>& flights_ms() const { return m_flights_ms; } // between neighbours

    [[nodiscard]] double length_m() const { return m_along_m.back(); }

    [[nodiscard]] double total_s() const { return m_stretch * m_computed_s; }

    // When so much has been flown, from 0 to total_s(); not rounded.
    [[nodiscard]] double reached_s(double along_m) const;
    [[nodiscard]] double travelled_m(double after_s) const;
    [[nodiscard]] double speed_mps(double after_s) const; // along the way

    // How much of the flight time between the two columns is over, 0 to 1: so that uniform motion along the link (the
    // rule of crossings) is where the drone is, when it is there. Waypoints above the ends belong to the columns.
    [[nodiscard]] double fractionAt(double along_m) const;

    // Instants between which the speed changes evenly, from 0 to total_s().
    [[nodiscard]] std::vector<double> corners_s() const;

    [[nodiscard]] route::Waypoint at(double along_m) const;
    // The way as a line, all waypoints in it, no more than `deviation_m` from a curve.
    [[nodiscard]] std::vector<route::Curve::Sample> path(double deviation_m = 1) const;

private:
    struct Run { // from rest to rest
        double start_m = 0;
        double start_s = 0;
        timing::CurveProfile profile;
    };

    Result<void> move(const Link& link, const DroneType& type);
    Result<void> addRun(double from_m, double to_m, const timing::TurningLimits& limits);
    Result<void> time(const Link& link);
    [[nodiscard]] const Run& runAt_s(double computed_s) const;

    std::vector<route::Waypoint> m_waypoints;
    std::vector<double> m_along_m;
    std::vector<DurationMs> m_flights_ms;
    std::optional<route::Curve> m_curve;
    std::vector<Run> m_runs;
    double m_computed_s = 0;
    double m_stretch = 1;
};

} // namespace haneul::delivery
