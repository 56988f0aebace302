#pragma once

#include "core/delivery/network.h"
#include "core/schedule/dispatch.h"
#include "core/timing/mission_times.h"

#include <span>
#include <string>
#include <vector>

namespace haneul::delivery {

using Times = timing::MissionTimes<std::int64_t>; // instants: milliseconds since the epoch, UTC
using Booking = schedule::Booking<std::int64_t>;

enum class HandOver {
    Land, // lands, hands over, takes off
    Drop, // lowers or drops the parcel from the top of the column; the ground of the node is not used (R-RTE-20)
};

struct Stop {
    std::string node;
    HandOver handOver = HandOver::Land;
    std::optional<DurationMs> stay_ms; // none: the node's serve or drop time

    bool operator==(const Stop&) const = default;
};

// What a mission is to do.
struct MissionRequest {
    std::string id;
    std::string from; // base; empty: the network's. A moving base's id: where that base stands at the start
    std::vector<Stop> stops;
    std::string to;        // base of the return; empty: the same as `from`
    std::string droneType; // empty: the network's first
    double payload_kg = 0;

    bool operator==(const MissionRequest&) const = default;
};

// One unit flight segment with its places: the nested graph's (W_pq, L_pq) with the split of eqs. 1-3.
struct Leg {
    std::string from, to;                   // nodes
    std::vector<route::Waypoint> waypoints; // first at `from`'s ground (or its top after a drop), last likewise
    route::SegmentSplit parts;
    route::SegmentDistances distances;

    bool operator==(const Leg&) const = default;
};

// A mission through the network, not yet placed in time.
struct MissionRoute {
    MissionRequest request;
    std::vector<std::string> nodes;                   // v_0 .. v_{m+1}
    std::vector<Leg> legs;                            // one fewer than nodes
    timing::MissionDurations<std::int64_t> durations; // P_d and F_d in milliseconds, start 0
    double distance_m = 0;                            // flown, all legs
    DurationMs flight_ms = 0;                         // in the air: of all legs, without stays on the ground

    [[nodiscard]] DurationMs total_ms() const; // from ETA(v_0) to ETD(v_{m+1})
};

// Codes: NO_STOPS, REPEATED_NODE, NO_LINK, LINK_NOT_VERIFIED, GROUND_UNKNOWN, UNKNOWN_NODE, NOT_A_BASE (also: a base
// that moves, whose node is decided with the start: base_plan.h), UNKNOWN_DRONE_TYPE, PAYLOAD_TOO_HEAVY,
// RANGE_EXCEEDED, ENDURANCE_EXCEEDED (message says how much is needed and how much there is), INVALID_ARGUMENT (a
// payload or stay below 0). `where` names the node, link or drone type. The charge is renewed at bases only: what
// counts for the endurance is all from the first take-off to the last landing, with the stays on the ground of delivery
// points.
[[nodiscard]] Result<MissionRoute> missionRoute(const Network& network, const MissionRequest& request);

// The same placed in time.
[[nodiscard]] Result<Times> timesAt(const MissionRoute& mission, std::int64_t start_ms);
[[nodiscard]] Result<Times> timesAt(const MissionRoute& mission, std::int64_t start_ms,
                                    std::span<const timing::ActualTime<std::int64_t>> actuals);
// Usages relative to the start (start_ms = 0) or as instants.
[[nodiscard]] Result<Booking> bookingOf(const MissionRoute& mission, const Times& times);

// The part of a network that the scheduler needs, all durations in milliseconds, with the crossings found from the
// geometry and those declared. Nodes with unknown ground and their links are left out, unverified links are marked: a
// mission through them is refused by missionRoute before it gets here, but one that was booked before still keeps its
// crossings.
[[nodiscard]] Result<schedule::Network<std::int64_t>> scheduleNetwork(const Network& network,
                                                                      std::string_view droneType = {});

} // namespace haneul::delivery
