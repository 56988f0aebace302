#pragma once

#include "core/base/error.h"
#include "core/route/segment.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace haneul::timing {

// Time attributes of a mission (Yu et al., eqs. 13-24). `Time` is std::int64_t milliseconds for booked missions, or
// double in any one unit for studies; instants and durations have the same unit.

// What a mission consists of: row k belongs to its k-th unit segment (its sortie from stop k to stop k + 1).
template <class Time>
struct MissionDurations {
    std::vector<std::vector<Time>> stays;   // P_d: stay (ETP) at every waypoint of the segment
    std::vector<std::vector<Time>> flights; // F_d: flight time (ETF) between neighbouring waypoints
    Time start{};                           // ETA(v_0) = availableTimeSlot.st1 (eq. 24)
};

template <class Time>
struct LegTimes {
    std::vector<Time> arrivals;   // ETA of each waypoint
    std::vector<Time> stays;      // ETP
    std::vector<Time> departures; // ETD
    std::vector<Time> flights;    // ETF of each waypoint segment

    // ETF(e_pq) (eqs. 13, 19): flights and the stays between the first and the last waypoint.
    [[nodiscard]] Time flightTime() const;
};

template <class Time>
struct NodeTimes {
    Time arrival{};   // ETA
    Time stay{};      // ETP
    Time departure{}; // ETD
};

template <class Time>
struct MissionTimes {
    std::vector<NodeTimes<Time>> nodes; // v_0 .. v_{m+1}
    std::vector<LegTimes<Time>> legs;   // one more node than legs

    [[nodiscard]] Time total() const { return nodes.back().departure - nodes.front().arrival; }
};

// Codes, in this order: NEED_AT_LEAST_ONE_DELIVERY (fewer than two segments), ROW_COUNT_MISMATCH, then row by row
// ROW_LENGTH_MISMATCH and NEGATIVE_TIME, then SHARED_NODE_ETP_MISMATCH (eq. 16).
template <class Time>
[[nodiscard]] Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>& durations);

enum class EventKind { Arrival, Departure };

// Something that has happened: an actual time in place of the estimate.
template <class Time>
struct ActualTime {
    std::size_t segment = 0;  // from 0
    std::size_t waypoint = 0; // of that segment, from 0
    EventKind kind = EventKind::Arrival;
    Time time{};
};

// As above, with actual times: each replaces the estimate of its event, and everything after it follows from it.
// The departure from a node is one event, recorded on either neighbouring segment; of two records of one event the
// later in the list holds. Also INVALID_ARGUMENT for an event that the mission does not have.
template <class Time>
[[nodiscard]] Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>& durations,
                                                      std::span<const ActualTime<Time>> actuals);

enum class PlaceKind { Node, Link };

// Half-open range of time in which a mission holds a node's column or a link.
template <class Time>
struct Usage {
    PlaceKind kind = PlaceKind::Node;
    std::string from; // the node, or the end of the link where it is entered
    std::string to;   // empty for a node
    Time begin{};
    Time end{};

    bool operator==(const Usage&) const = default;
};

// Tiling of a mission (columns of nodes from landing to take-off, links between). `splits` and `names` as the legs and
// the nodes. Code INVALID_ARGUMENT when they do not fit.
template <class Time>
[[nodiscard]] Result<std::vector<Usage<Time>>> occupancy(const MissionTimes<Time>& times,
                                                         std::span<const route::SegmentSplit> splits,
                                                         std::span<const std::string> names);

// Flight times of the parts of one leg. The stay at a shared waypoint belongs to the part that ends there; the stays at
// the first and last waypoint belong to the nodes, so the three add up to ETF(e).
template <class Time>
struct PartTimes {
    Time takeOff{};
    Time flight{};
    Time landing{};

    bool operator==(const PartTimes&) const = default;
};
template <class Time>
[[nodiscard]] PartTimes<Time> partTimes(const LegTimes<Time>& leg, const route::SegmentSplit& parts);

// A corner of a drone-diagram's line: time, and the index of the node in the order of visit.
template <class Time>
struct DiagramPoint {
    Time time{};
    std::size_t level = 0;

    bool operator==(const DiagramPoint&) const = default;
};

// Arrival and departure at each node.
template <class Time>
[[nodiscard]] std::vector<DiagramPoint<Time>> coarseDiagram(const MissionTimes<Time>& times);
// The level is kept from the start of landing to the end of take-off, since the place does not change in between.
template <class Time>
[[nodiscard]] std::vector<DiagramPoint<Time>> detailedDiagram(const MissionTimes<Time>& times,
                                                              std::span<const route::SegmentSplit> splits);

} // namespace haneul::timing
