#pragma once

#include "core/formats/recorded_flight.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Recorded traffic laid along one axis, as the model sees it: how far along, how far across, how high.
namespace haneul::risk::collision {

struct Axis {
    geo::LatLon origin;
    double bearing_deg = 0; // of "along", clockwise from true north

    bool operator==(const Axis&) const = default;
};

struct AxisSample {
    double time_h = 0; // since the first sample of all
    double along_nm = 0;
    double across_m = 0; // to the right of the axis
    double up_m = 0;
    double acrossSpeed_kt = 0; // measured where the recording has velocities, else from the positions around it
    double verticalSpeed_kt = 0;
};

// A stretch of a flight in one direction along the axis.
struct AxisLeg {
    std::string name;
    std::size_t route = 0; // index of AxisTraffic::routes_m
    std::vector<AxisSample> samples;

    [[nodiscard]] double duration_h() const { return samples.back().time_h - samples.front().time_h; }
};

struct TrackSettings {
    std::optional<Axis> axis;    // none: the direction most of the traffic flies in
    double routeGap_m = 100;     // legs whose middles across are this far apart fly different routes
    double shortestLeg_nm = 0.1; // shorter ones are left out, and said so
    double longestGap_s = 60;    // a longer silence ends a leg
};

// Notes besides those of the recordings: TIME_UNKNOWN (a vehicle without times is left out), SHORT_LEGS (how many were
// left out), LEGS (how many of how many vehicles).
struct AxisTraffic {
    Axis axis;
    std::vector<double> routes_m; // the middle of each route across, from left to right
    std::vector<AxisLeg> legs;    // in the order of the recordings
    std::vector<formats::FileNote> notes;
};

inline constexpr std::size_t maxAxisLegs = 5000;

// Codes: INVALID_TRACK (no leg is left), INVALID_ARGUMENT (of the settings), TOO_COSTLY (more than maxAxisLegs).
[[nodiscard]] Result<AxisTraffic> ontoAxis(std::span<const formats::RecordedFlight> recordings,
                                           const TrackSettings& settings = {});

} // namespace haneul::risk::collision
