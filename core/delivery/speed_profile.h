#pragma once

#include "core/delivery/mission.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

// How fast and how high a mission flies over time and over distance: the two speed-time graphs and the height profile
// of Yu et al. (fig. 5), for a plan and for a recorded flight alike.
namespace haneul::delivery {

enum class FlightPart {
    TakeOff,
    Flight,
    Landing,
    Stay, // on the ground, or hovering
};

struct SpeedSample {
    double time_ms = 0;    // since the epoch, or whatever the times given count from
    double climb_mps = 0;  // up positive
    double ground_mps = 0; // over the ground, 0 or more
    double height_m = 0;   // above mean sea level
    double along_m = 0;    // flown over the ground since the beginning; climbing straight up adds nothing
};

// One part of one leg, or of a flight that was recorded without a gap: consecutive stretches meet in time. Between two
// samples the speeds of a straight way change evenly; a curve has so many samples that it nearly is so.
struct SpeedStretch {
    FlightPart part = FlightPart::Stay;
    std::size_t leg = 0;              // of the mission; a stay at a node belongs to the leg that ends there
    std::vector<SpeedSample> samples; // two or more, in order of time; at a corner flown through, two at one instant
};

// Of a mission at its times, planned or with actual ones: the motion of each piece is stretched to the time it takes
// there. Code ROUTE_CHANGED: the network's links are no longer those of the mission (`where` is the link); those of
// LinkFlight.
[[nodiscard]] Result<std::vector<SpeedStretch>> speedProfile(const Network& network, const MissionRoute& mission,
                                                             const Times& times);

// -- height over distance

struct HeightPoint {
    double along_m = 0; // over the ground, as above
    double height_m = 0;
    std::optional<double> ground_m; // none: not known there

    bool operator==(const HeightPoint&) const = default;
};

struct HeightStretch {
    FlightPart part = FlightPart::Flight; // never Stay
    std::size_t leg = 0;
    std::vector<HeightPoint> points;
};

struct NodeOnProfile {
    std::string node;
    double along_m = 0;
    std::optional<double> ground_m;
    double top_m = 0;
};

struct HeightProfile {
    std::vector<HeightStretch> stretches;
    std::vector<NodeOnProfile> nodes; // v_0 .. v_{m+1}
};

// Height of the ground above mean sea level at a place; none: not known.
using GroundAt = std::function<std::optional<double>(geo::LatLon)>;

// The ground is known at the nodes, and between them as far as `groundAt` knows it; then it is asked every
// `groundSpacing_m`. Codes as above.
[[nodiscard]] Result<HeightProfile> heightProfile(const Network& network, const MissionRoute& mission,
                                                  const GroundAt& groundAt = {}, double groundSpacing_m = 25);

// -- of a recorded flight

struct RecordedSample {
    double time_ms = 0;
    geo::LatLon place;
    double height_m = 0; // above mean sea level
    std::optional<double> north_mps, east_mps, down_mps;
};

struct RecordedSpeeds {
    std::vector<std::vector<SpeedSample>> runs; // broken where nothing was recorded for longer than `gap_s`
    std::size_t groundComputed = 0;             // samples whose ground speed was not recorded
    std::size_t climbComputed = 0;
};

// Velocities as recorded. Where a sample has none: the slope of the straight line that fits its neighbours within
// `smoothing_s` before and after best (least squares, within the run), so that the noise of a single place does not
// become a speed; a run of one sample stands still. Samples in any order; of two at one time the first.
// Code INVALID_ARGUMENT: a place that is not on Earth, a number that is none, spans of 0 or less.
[[nodiscard]] Result<RecordedSpeeds> recordedSpeeds(std::span<const RecordedSample> samples, double smoothing_s = 1,
                                                    double gap_s = 5);

} // namespace haneul::delivery
