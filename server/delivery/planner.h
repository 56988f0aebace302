#pragma once

#include "core/base/error.h"
#include "core/delivery/base_plan.h"
#include "core/schedule/booking_index.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/delivery_state.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Missions placed in time on a network, against what is booked there. Pure but for what `Booked` reads.
namespace haneul::delivery {

using ScheduleNetwork = schedule::Network<std::int64_t>;

// A network with what the scheduler makes of it, made once. Not thread-safe.
class NetworkRules {
public:
    explicit NetworkRules(SavedNetwork saved)
        : m_saved(std::move(saved)) {}

    [[nodiscard]] const SavedNetwork& saved() const { return m_saved; }

    [[nodiscard]] const Network& network() const { return m_saved.network; }

    // Codes: those of scheduleNetwork.
    [[nodiscard]] Result<const ScheduleNetwork*> schedule(const std::string& droneType);

private:
    SavedNetwork m_saved;
    std::map<std::string, Result<ScheduleNetwork>> m_schedules; // by type of drone
};

// What is booked on the network.
struct Booked {
    std::function<Result<std::vector<Booking>>(std::int64_t from, std::int64_t to)> between; // overlapping [from, to)
    std::int64_t lastEnd = 0;
    // The same in memory, for a search; null: it reads. What is found there is looked at again with `between`.
    const schedule::BookingIndex<std::int64_t>* index = nullptr;
};

// A mission at its time.
struct Plan {
    MissionRoute route;
    Times times;
    Booking booking; // instants

    [[nodiscard]] std::int64_t start() const { return booking.begin; }

    [[nodiscard]] std::int64_t end() const { return booking.end; }
};

// When it is wanted: exactly at `start`, or as early as possible from `ready` on.
struct Wanted {
    MissionRequest request;
    Dispatch dispatch = Dispatch::Given;
    std::optional<std::int64_t> start;
    std::int64_t ready = 0;
};

// The bases from which a request that names none may be flown: the network's own, then the others that stand still.
[[nodiscard]] std::vector<std::string> basesOf(const Network& network);

// Codes: missionRoute's; INVALID_ARGUMENT (Best with more than three stops); SLOT_TAKEN (`where`: rule, place and
// mission in the way).
[[nodiscard]] Result<Plan> planMission(NetworkRules& rules, const Wanted& wanted, const Booked& booked);
// The same for a route that is known already; `wanted.request` does not count. Code SLOT_TAKEN.
[[nodiscard]] Result<Plan> planRoute(NetworkRules& rules, const MissionRoute& route, const Wanted& wanted,
                                     const Booked& booked);
// A route at a start; whether it is free there is not asked.
[[nodiscard]] Result<Plan> planAt(const MissionRoute& route, std::int64_t start);
// A route as it is, with what it holds counted from its start, and the starts that a base that moves closes.
[[nodiscard]] Result<MissionWay> relativeWay(const Network& network, const MissionRoute& route);
// The starts at which a base that moves does not stand where the route begins or ends; `relative`: what it holds,
// counted from its start.
[[nodiscard]] std::vector<Forbidden> closedStarts(const Network& network, const MissionRoute& route,
                                                  const Booking& relative);
// Free slots of [from, to] against missions of the network.
[[nodiscard]] Result<SlotAnswer> slotsOf(NetworkRules& rules, const MissionRequest& request, std::int64_t from,
                                         std::int64_t to, std::span<const Booking> booked);

// The longest of the distances in time that the network's rules keep between two missions.
[[nodiscard]] std::int64_t reach_ms(const ScheduleNetwork& network);

} // namespace haneul::delivery
