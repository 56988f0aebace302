#pragma once

#include "core/schedule/dispatch.h"
#include "core/schedule/sequence_search.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

// Planning beyond first come, first served (R-SLT-14).
namespace haneul::schedule {

template <class Time>
struct DueOrder {
    Order<Time> order;
    std::optional<Time> deadline; // of each of its hand-overs
};

template <class Time>
struct OptimiserSettings {
    VisitOrder visits = VisitOrder::Given; // Best: the order of an order's stops is looked for too
    Objective objective = Objective::DeliveryTime;
    Time preparation{}; // from the order to the earliest start
    Time window{};      // for so long after its time an order may be planned anew, as long as it has not started
    std::size_t evaluations = 0; // of plans at each order that comes in; 0: first come, first served
};

template <class Time>
struct OptimisedPlan {
    std::vector<PlannedMission<Time>> missions; // each breaks no rule against those before it
    Time deliveryTime{};
    Time lateness{};
    std::size_t evaluations = 0; // of plans, altogether
    bool improved = false;       // better than first come, first served; else it is that plan
    bool fellBack = false;       // what was found was worse, in the end, than first come, first served
};

// The sums over all stops that the objectives are about. Each mission has the id of its order.
template <class Time>
[[nodiscard]] Time totalDeliveryTime(std::span<const DueOrder<Time>> orders,
                                     std::span<const PlannedMission<Time>> missions);
template <class Time>
[[nodiscard]] Time totalLateness(std::span<const DueOrder<Time>> orders,
                                 std::span<const PlannedMission<Time>> missions);

// Lives through the orders by (time, id). When one comes in, it is planned behind all others at its earliest start;
// then the orders that came in at most `window` ago and whose missions have not started are planned anew, one after
// the other in a changing sequence, by insertions, exchanges and other visiting orders, as long as that lowers the
// objective over the orders known by then. What is known is honest: no order is looked at before its time, and no
// mission is given a start before the time at which that was decided. At the end the whole plan is compared with that
// of first come, first served over the same orders, and the better is the answer: so it is never worse.
// Deterministic: the same input gives the same plan, after at most orders x evaluations evaluated plans.
// Codes: as firstComeFirstServed; INVALID_ARGUMENT also for an id twice, or a window below 0.
template <class Time>
[[nodiscard]] Result<OptimisedPlan<Time>> optimise(const Network<Time>& network, std::vector<DueOrder<Time>> orders,
                                                   const OptimiserSettings<Time>& settings,
                                                   std::span<const Booking<Time>> booked = {});

} // namespace haneul::schedule
