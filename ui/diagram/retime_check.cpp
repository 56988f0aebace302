#include "ui/diagram/retime_check.h"

#include <algorithm>
#include <cstdlib>

namespace haneul::diagram {

namespace {

using delivery::Booking;

Booking countedFromStart(const Booking& booked) {
    Booking mission = booked;
    for (auto& usage : mission.usages) {
        usage.begin -= booked.begin;
        usage.end -= booked.begin;
    }
    mission.begin = 0;
    mission.end = booked.end - booked.begin;
    return mission;
}

// Farther apart than this two missions cannot be in each other's way.
std::int64_t reach_ms(const schedule::Network<std::int64_t>& network) {
    std::int64_t reach = std::max({network.headway, network.oppositeBuffer, network.nodeBuffer});
    for (const auto& [node, buffer] : network.nodeBuffers)
        reach = std::max(reach, buffer);
    for (const auto& crossing : network.crossings)
        reach = std::max(reach, crossing.separation);
    return network.fleet ? std::max(reach, 2 * network.fleet->turnaround) : reach;
}

} // namespace

bool mayMove(const delivery::Mission& mission) {
    const delivery::MissionStep step = mission.step();
    return (step == delivery::MissionStep::Booked || step == delivery::MissionStep::Prepared) &&
           mission.actuals.empty();
}

Result<RetimeCheck> RetimeCheck::of(const delivery::DeliveryState& state, std::string_view id,
                                    const schedule::Network<std::int64_t>& timed, const TimeRange& within) {
    const delivery::MissionPtr mission = state.mission(id);
    if (!mission || !mission->standing()) return fail("NO_SUCH_MISSION", "there is no such mission", std::string(id));
    if (!mayMove(*mission))
        return fail("MISSION_UNDER_WAY", "it has left the ground: its start cannot be moved any more", mission->id);
    if (mission->booking.usages.empty()) return fail("INVALID_ARGUMENT", "it has no booking", mission->id);
    const std::int64_t reach = reach_ms(timed);
    const std::int64_t earliest = sinceEpoch_ms(within.from) - reach;
    const std::int64_t latest = sinceEpoch_ms(within.to) + mission->booking.end - mission->booking.begin + reach;
    std::vector<Booking> others;
    for (const delivery::MissionPtr& other : state.missions) {
        const bool near = other->booking.end >= earliest && other->booking.begin <= latest;
        if (near && other != mission && other->network == mission->network && other->standing())
            others.push_back(other->booking);
    }
    RetimeCheck check;
    check.m_mission = mission->id;
    check.m_within = within;
    check.m_forbidden = schedule::forbiddenStarts<std::int64_t>(timed, countedFromStart(mission->booking), others);
    check.m_windows = schedule::availableSlots(check.m_forbidden, sinceEpoch_ms(within.from), sinceEpoch_ms(within.to));
    return check;
}

bool RetimeCheck::free(UtcMs start) const {
    const std::int64_t at = sinceEpoch_ms(start);
    return std::ranges::any_of(m_windows, [at](const Window& window) { return window.from <= at && at <= window.to; });
}

std::vector<RetimeCheck::Forbidden> RetimeCheck::inTheWay(UtcMs start) const {
    return schedule::violations(m_forbidden, sinceEpoch_ms(start));
}

std::optional<UtcMs> RetimeCheck::nearestFree(UtcMs start) const {
    const std::int64_t at = sinceEpoch_ms(start);
    std::optional<std::int64_t> best;
    for (const Window& window : m_windows) {
        const std::int64_t nearest = std::clamp(at, window.from, window.to);
        if (!best || std::abs(nearest - at) < std::abs(*best - at)) best = nearest;
    }
    return best ? std::optional(utcMs(*best)) : std::nullopt;
}

std::optional<UtcMs> RetimeCheck::nextFree(UtcMs start) const {
    const std::int64_t at = sinceEpoch_ms(start);
    for (const Window& window : m_windows)
        if (window.to >= at) return utcMs(std::max(window.from, at));
    return std::nullopt;
}

} // namespace haneul::diagram
