#pragma once

#include "core/schedule/booking_index.h"
#include "core/schedule/rules.h"

#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

// The same for missions that change by and by: it judges anew those whose standing can have changed, which are near a
// mission that has come, gone or changed, near where that was before, or near one that is in conflict.
template <class Time>
class Rechecker {
public:
    explicit Rechecker(Network<Time> network);
    ~Rechecker() = default;
    Rechecker(Rechecker&&) = delete;
    Rechecker& operator=(Rechecker&&) = delete;
    Rechecker(const Rechecker&) = delete;
    Rechecker& operator=(const Rechecker&) = delete;

    // As it is now, in place of the one of that id. `booked`: who was booked before whom; of equals the id says it.
    void put(Standing<Time> mission, Time booked);
    void remove(std::string_view id);

    // What recheck() answers to all missions in the order in which they were booked, none being ready before `now`.
    const Recheck<Time>& update(Time now = std::numeric_limits<Time>::lowest());

    [[nodiscard]] std::size_t judged() const { return m_judged; } // missions that the last update looked at

private:
    using Position = std::pair<Time, std::string_view>; // in the order of booking

    struct Known {
        Standing<Time> standing;
        Time booked{};

        [[nodiscard]] Position position() const { return {booked, standing.booking.id}; }

        [[nodiscard]] Position start() const { return {standing.booking.begin, standing.booking.id}; }
    };

    [[nodiscard]] const Known& known(std::string_view id) const { return m_missions.find(id)->second; }

    void touch(const Booking<Time>& booking);
    [[nodiscard]] std::vector<const Known*> near(std::vector<Interval<Time>> ranges) const;
    [[nodiscard]] std::vector<const Known*> toBeJudged() const;
    void judge(std::vector<const Known*> missions);
    void propose(Time now);
    [[nodiscard]] std::vector<Forbidden<Time>> broken(const Known& mission) const;
    [[nodiscard]] bool ordered(const std::string& node) const;
    [[nodiscard]] bool breaksOrder(const Known& mission, const timing::Usage<Time>& usage) const;
    [[nodiscard]] bool taken(const timing::Usage<Time>& usage, const Position& position,
                             const Booking<Time>* also) const;
    void report(const Known& mission, const std::vector<Forbidden<Time>>& facts);
    [[nodiscard]] std::vector<std::string> together(const Known& mission, const Forbidden<Time>& fact) const;

    Network<Time> m_network;
    bool m_anyOrdered = false;
    std::map<std::string, Known, std::less<>> m_missions;
    BookingIndex<Time> m_ranges;           // of all missions, from start to end, without what they hold
    BookingIndex<Time> m_kept;             // those that stay where they are, and what is proposed
    std::vector<Interval<Time>> m_touched; // since the last update
    std::vector<std::string> m_moved;      // in conflict and not under way, in order of start
    std::vector<std::string> m_proposed;   // those of them that have a start
    std::size_t m_judged = 0;
    Recheck<Time> m_result;
};

} // namespace haneul::schedule
