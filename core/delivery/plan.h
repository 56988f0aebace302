#pragma once

#include "core/delivery/base_plan.h"
#include "core/schedule/booking_index.h"

#include <optional>
#include <span>
#include <vector>

// Missions placed in time against what is booked, with fixed and with moving bases. Instants are milliseconds since the
// epoch.
namespace haneul::delivery {

// A mission at its time.
struct TimedMission {
    MissionRoute route;
    std::int64_t start_ms = 0;
    Times times;
    Booking booking; // instants
};

// A way at a start. Whether it is free there is not asked.
[[nodiscard]] Result<TimedMission> placedAt(const MissionRoute& route, std::int64_t start_ms);

// The mission at its earliest start in [ready, horizon]: of several ways the earliest start, then the earliest end.
// Codes: those of missionRoute and scheduleNetwork; SAME_ID (of two in `booked`); BASE_ABSENT (a moving base is never
// where it is needed, whatever is booked); NO_SLOT (everything else; the message says what is in the way at `ready`,
// `where` is its place).
[[nodiscard]] Result<TimedMission> planMission(const Network& network, const MissionRequest& request,
                                               std::int64_t ready_ms, std::int64_t horizon_ms,
                                               std::span<const Booking> booked);
// The same with what scheduleNetwork made of the network for the request's drone type, and an index: for many missions.
[[nodiscard]] Result<TimedMission> planMission(const Network& network, const schedule::Network<std::int64_t>& schedule,
                                               const MissionRequest& request, std::int64_t ready_ms,
                                               std::int64_t horizon_ms,
                                               const schedule::BookingIndex<std::int64_t>& booked);

struct MissionSlots {
    std::vector<Window> windows;      // availableTimeSlot: starts at which one of the ways is free
    std::vector<Forbidden> forbidden; // why not elsewhere; no window lies in them
    std::vector<Window> baseFree;     // the literal reading: the base's own column is free (and a moving base there)

    [[nodiscard]] std::optional<std::int64_t> earliest_ms() const { // st1
        return windows.empty() ? std::nullopt : std::optional(windows.front().from);
    }
};

// All starts in [from, to]. No start is no error. Codes: those of missionRoute and scheduleNetwork.
[[nodiscard]] Result<MissionSlots> slotsFor(const Network& network, const MissionRequest& request, std::int64_t from_ms,
                                            std::int64_t to_ms, std::span<const Booking> booked);
[[nodiscard]] Result<MissionSlots> slotsFor(const Network& network, const schedule::Network<std::int64_t>& schedule,
                                            const MissionRequest& request, std::int64_t from_ms, std::int64_t to_ms,
                                            const schedule::BookingIndex<std::int64_t>& booked);

} // namespace haneul::delivery
