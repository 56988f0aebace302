#pragma once

#include "core/schedule/slots.h"

namespace haneul::schedule {

template <class Time>
struct Order {
    std::string id;
    Time time{};                    // when it came in
    std::vector<std::string> stops; // in the order of visit; with VisitOrder::Best in any order
};

enum class VisitOrder {
    Given,
    Best, // of all orders of at most three stops: earliest end, then earliest start, then alphabetical
};

template <class Time>
struct PlannedMission {
    std::string id;
    std::vector<std::string> stops;
    timing::MissionTimes<Time> times;
    Booking<Time> booking;

    [[nodiscard]] Time start() const { return booking.begin; }

    [[nodiscard]] Time end() const { return booking.end; }
};

// The mission through `stops` in that order, started at `start`. Codes: those of missionDurations.
template <class Time>
[[nodiscard]] Result<PlannedMission<Time>> missionAt(const Network<Time>& network, const std::string& id,
                                                     const std::vector<std::string>& stops, Time start);

// The order's mission at its earliest start from `ready` on, against what is booked. Missions never wait en route.
// Codes: those of missionDurations; INVALID_ARGUMENT for Best with more than three stops.
template <class Time>
[[nodiscard]] Result<PlannedMission<Time>> planOrder(const Network<Time>& network, const Order<Time>& order,
                                                     VisitOrder visits, Time ready,
                                                     std::span<const Booking<Time>> booked);

// First come, first served: orders by (time, id), each planned with `ready` = its time + `preparation` against all
// before it. The first order that cannot be flown ends the schedule with its code, `where` beginning with its id.
template <class Time>
[[nodiscard]] Result<std::vector<PlannedMission<Time>>>
firstComeFirstServed(const Network<Time>& network, std::vector<Order<Time>> orders, VisitOrder visits, Time preparation,
                     std::vector<Booking<Time>> booked = {});

// An order for one delivery point, before it shares a drone with others.
template <class Time>
struct SingleOrder {
    std::string id;
    Time time{};
    std::string stop;
};

// A batch opens with an order; later orders within `window` of it join, an order for a stop already there adding none.
// It is released when it has `maxStops` different stops, at that order's time, else `window` after the first. Its id is
// the ids joined with '+'. Code INVALID_ARGUMENT: a negative window, maxStops below 1.
template <class Time>
[[nodiscard]] Result<std::vector<Order<Time>>> batched(std::vector<SingleOrder<Time>> orders, Time window,
                                                       std::size_t maxStops);

} // namespace haneul::schedule
