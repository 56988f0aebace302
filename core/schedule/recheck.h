#pragma once

#include "core/schedule/slots.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// What a delay does to the missions behind it (R-SLT-13).
namespace haneul::schedule {

// A mission with its times as they are now: actual ones, and what follows from them.
template <class Time>
struct Standing {
    Booking<Time> booking;
    bool underWay = false;                 // it has started and cannot be moved any more
    Time ready{};                          // else: no start before this is proposed
    std::vector<Forbidden<Time>> closed{}; // else: starts forbidden besides, by a base that moves (outsideWindows)
};

// A mission breaks a rule at a place against others.
struct Conflict {
    std::string mission;
    Rule rule = Rule::Column;
    std::string place;                // as in Forbidden
    std::vector<std::string> against; // in alphabetical order; none for Rule::BaseAbsent
    bool underWay = false;            // in the air with the others: nothing can be proposed

    bool operator==(const Conflict&) const = default;
};

template <class Time>
struct Proposal {
    std::string mission;
    Time planned{};
    std::optional<Time> start; // none: the base that moves does not stand there again

    bool operator==(const Proposal&) const = default;
};

template <class Time>
struct Recheck {
    std::vector<Conflict> conflicts;       // those under way first
    std::vector<Proposal<Time>> proposals; // one for each mission not under way that is in conflict
};

// `missions` in the order in which they were booked. Missions under way stay as they are, and are compared with each
// other. Of the others, in order of their planned start and their id, each keeps its start when it breaks no rule
// against those under way and those that kept theirs before it; then each of the rest is proposed the earliest start
// against all of these and the proposals before it. So the proposals taken together break no rule, and move no mission
// that can stay. Without a delay nothing is in conflict: at a node with a buffer and several places, where it matters
// who was booked before whom, the order of booking counts.
// Code INVALID_ARGUMENT: an id twice.
template <class Time>
[[nodiscard]] Result<Recheck<Time>> recheck(const Network<Time>& network, std::span<const Standing<Time>> missions);

} // namespace haneul::schedule
