#pragma once

#include "core/schedule/network.h"

#include <limits>
#include <span>

namespace haneul::schedule {

// What a mission holds. Times are instants for a booked mission, and counted from its start for a new one.
template <class Time>
struct Booking {
    std::string id;
    std::vector<timing::Usage<Time>> usages;
    Time begin{}; // ETA(v_0)
    Time end{};   // ETD(v_{m+1})
};

// Closed range of starts; from == to is a single possible start.
template <class Time>
struct Window {
    Time from{};
    Time to{};

    bool operator==(const Window&) const = default;
};

enum class Rule {
    Column,
    OppositeDirection,
    SameDirection,
    Crossing,
    Fleet,
    BaseAbsent, // a base that moves does not stand there
};
[[nodiscard]] std::string_view toString(Rule rule);

// Later than every start: there is none.
template <class Time>
inline constexpr Time never = std::numeric_limits<Time>::max();

// Starts t with low < t < high break the rule, at the place, against the booked mission (empty: several of them
// together, or none).
template <class Time>
struct Forbidden {
    Time low{};
    Time high{};
    Rule rule = Rule::Column;
    std::string place; // node, "a>b" for a link as the new mission flies it, the network's base for its fleet
    std::string against;
};

// Every start that the booked missions forbid to a rigid new mission; `mission` is counted from its start.
template <class Time>
[[nodiscard]] std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>& network, const Booking<Time>& mission,
                                                           std::span<const Booking<Time>> booked);

// availableTimeSlot: what is left of [ready, horizon]; single points included. Empty when horizon < ready.
template <class Time>
[[nodiscard]] std::vector<Window<Time>> availableSlots(const std::vector<Forbidden<Time>>& forbidden, Time ready,
                                                       Time horizon);

// st1: the earliest start from `ready` on; `never` when a base that moves does not stand there again.
template <class Time>
[[nodiscard]] Time earliestStart(const std::vector<Forbidden<Time>>& forbidden, Time ready);

// Why a start is not possible; empty: it is.
template <class Time>
[[nodiscard]] std::vector<Forbidden<Time>> violations(const std::vector<Forbidden<Time>>& forbidden, Time start);

// The literal reading of the paper: the ranges in which the base's own column is free of booked missions.
template <class Time>
[[nodiscard]] std::vector<Window<Time>> freeBaseColumn(const Network<Time>& network,
                                                       std::span<const Booking<Time>> booked, Time ready, Time horizon);

// The starts for which a usage, counted from the start, would not lie wholly inside one of the open windows: for a base
// that moves, its stays at the place. Windows that touch or overlap are one, since the base stands there throughout.
// An empty usage too needs the base there at its instant.
template <class Time>
[[nodiscard]] std::vector<Forbidden<Time>> outsideWindows(const timing::Usage<Time>& usage,
                                                          std::span<const Window<Time>> open, const std::string& place);

} // namespace haneul::schedule
