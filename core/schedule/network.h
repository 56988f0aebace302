#pragma once

#include "core/base/error.h"
#include "core/timing/mission_times.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::schedule {

// What the scheduler knows of a delivery network. `Time` is std::int64_t milliseconds in the product, or double in any
// one unit for studies.

template <class Time>
struct Node {
    int capacity = 1; // take-off and landing places
    Time load{};      // stay at the base before the first sortie
    Time unload{};    // stay at the base after the last
    Time serve{};     // stay at a delivery point
    Time takeOff{};   // from the ground to the top of the column
    Time landing{};
};

enum class Track {
    Single, // e_ij = e_ji: nobody may come the other way
    Double,
};

template <class Time>
struct Link {
    std::string a;
    std::string b;
    Time flight{}; // from the top of one column to the top of the other, either way
    Track track = Track::Single;
    bool verified = true; // flown in a test; an unverified link cannot be used
};

// A place where two links cross at one level.
template <class Time>
struct Crossing {
    std::size_t first = 0;    // index of the link
    std::size_t second = 0;   // index of the other
    double firstFraction = 0; // of the way from end a to end b, 0 .. 1
    double secondFraction = 0;
    Time separation{}; // least time between two passings
};

template <class Time>
struct Fleet {
    std::size_t size = 1;
    Time turnaround{}; // after the end of a mission, before the drone's next
};

template <class Time>
struct Network {
    std::string base;
    std::map<std::string, Node<Time>, std::less<>> nodes;
    std::vector<Link<Time>> links;
    std::vector<Crossing<Time>> crossings;
    Time headway{};
    Time oppositeBuffer{};
    Time nodeBuffer{}; // for nodes that have none of their own
    std::map<std::string, Time, std::less<>> nodeBuffers;
    Time hoverTop{};     // at the top after take-off
    Time hoverLanding{}; // before landing
    std::optional<Fleet<Time>> fleet;

    [[nodiscard]] std::optional<std::size_t> linkBetween(std::string_view from, std::string_view to) const;
    [[nodiscard]] Time bufferOf(std::string_view node) const;
};

// Code INVALID_ARGUMENT: an unknown base or end of a link, a link to itself or twice, a capacity below 1, a time below
// 0, a fraction outside 0 .. 1, a crossing of a link with itself.
template <class Time>
[[nodiscard]] Result<void> check(const Network<Time>& network);

// A mission's rows on the network from the base through `stops` and back, starting at 0: [stay, hover at the top, hover
// before landing, stay] and [take-off, flight, landing] for each sortie.
// Codes: NO_STOPS, REPEATED_NODE (a stop twice, or the base as a stop), NO_LINK (none between two of them, or not
// verified).
template <class Time>
[[nodiscard]] Result<timing::MissionDurations<Time>> missionDurations(const Network<Time>& network,
                                                                      const std::vector<std::string>& stops);

// How such a sortie splits: take-off, flight and landing of one piece each.
inline constexpr route::SegmentSplit sortieSplit{{0, 1}, {1, 2}, {2, 3}};

} // namespace haneul::schedule
