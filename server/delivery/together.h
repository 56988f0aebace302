#pragma once

#include "server/delivery/batches.h"
#include "server/delivery/bookings.h"
#include "server/delivery/planner.h"

#include <cstdint>
#include <vector>

// What is dispatched together, planned together with what was booked a short time ago (R-SLT-14).
namespace haneul::delivery {

// For so long after it was booked a mission for orders may be moved by a dispatch that plans together; it must not have
// begun (readMovable).
inline constexpr std::int64_t planAnewWithin_ms = 30LL * 60 * 1000;

// A mission that is to be booked, as first come, first served has placed it.
struct NewMissionPlan {
    std::vector<Order> orders;
    Plan plan;
    std::int64_t ready = 0; // no start before
};

struct TogetherPlan {
    std::vector<Plan> made;  // of the new missions, in their order
    std::vector<Plan> moved; // missions that were booked before and start otherwise now
};

// Starts from the plans as they are and takes only what lowers the sum over the new missions and those that may be
// moved: of lateness when any of their orders has a deadline (of equals the delivery time), else of delivery time, from
// the time of each order to the end of its hand-over. So it is never worse than what was given; and deterministic. The
// new ones may change their order of visit (up to three stops), the others only their start. Nothing starts before
// `now`. What is found is checked against the tables in the order of booking; should it break a rule there (places with
// buffers judge by that order), the plans stay as given.
// Codes: DATABASE and those of planMission.
[[nodiscard]] Result<TogetherPlan> plannedTogether(const storage::Database& database, NetworkRules& rules,
                                                   BookingCache& cache, const std::vector<NewMissionPlan>& missions,
                                                   UtcMs now);

} // namespace haneul::delivery
