#include "core/delivery/plan.h"

#include <algorithm>
#include <format>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::delivery {

namespace {

using ScheduleNetwork = schedule::Network<std::int64_t>;
using Index = schedule::BookingIndex<std::int64_t>;

std::vector<Forbidden> forbiddenFor(const ScheduleNetwork& network, const MissionWay& way, const Index& booked,
                                    std::int64_t from_ms, std::int64_t to_ms) {
    auto forbidden = schedule::forbiddenStarts(network, way.relative, booked, from_ms, to_ms);
    forbidden.insert(forbidden.end(), way.absences.begin(), way.absences.end());
    return forbidden;
}

Error noSlot(const ScheduleNetwork& network, const std::vector<MissionWay>& ways, const Index& booked,
             std::int64_t ready_ms, std::int64_t horizon_ms) {
    const bool absent = std::ranges::all_of(ways, [&](const MissionWay& way) {
        return schedule::availableSlots(way.absences, ready_ms, horizon_ms).empty();
    });
    if (absent)
        return {"BASE_ABSENT", "the moving base stands nowhere where the mission could begin and end in this time",
                ways.front().route.request.from};
    const auto forbidden = forbiddenFor(network, ways.front(), booked, ready_ms, horizon_ms);
    const auto broken = schedule::violations(forbidden, ready_ms);
    if (broken.empty()) return {"NO_SLOT", "no start is free before the horizon", {}};
    return {"NO_SLOT",
            std::format("no start is free before the horizon; at first the rule {} is in the way at {}{}",
                        schedule::toString(broken.front().rule), broken.front().place,
                        broken.front().against.empty() ? std::string() : ", against " + broken.front().against),
            broken.front().place};
}

// Closed windows in order, those that touch joined.
std::vector<Window> joined(std::vector<Window> windows) {
    std::ranges::sort(windows, {}, [](const Window& one) { return std::tuple(one.from, one.to); });
    std::vector<Window> result;
    for (const Window& window : windows) {
        if (!result.empty() && window.from <= result.back().to)
            result.back().to = std::max(result.back().to, window.to);
        else
            result.push_back(window);
    }
    return result;
}

// What is left of the open ranges without the windows, which are in order: what forbids one way does not forbid a start
// at which another is free.
std::vector<Forbidden> outside(const std::vector<Window>& windows, const std::vector<Forbidden>& forbidden) {
    std::vector<Forbidden> result;
    for (Forbidden rest : forbidden) {
        const auto first = std::ranges::upper_bound(windows, rest.low, {}, &Window::to);
        for (auto window = first; window != windows.end() && window->from < rest.high; ++window) {
            if (window->from > rest.low) {
                result.push_back(rest);
                result.back().high = window->from;
            }
            rest.low = window->to;
        }
        if (rest.low < rest.high) result.push_back(std::move(rest));
    }
    return result;
}

// When the column above a base is free, and a moving base stands there.
std::vector<Window> baseFree(const ScheduleNetwork& network, const Network& drawn, const MissionWay& way,
                             const Index& booked, std::int64_t from_ms, std::int64_t to_ms) {
    const std::string& base = way.route.nodes.front();
    const auto node = network.nodes.find(base);
    const std::size_t places = node == network.nodes.end() ? 1 : static_cast<std::size_t>(node->second.capacity);
    std::vector<Forbidden> closed;
    // The regions are cut off at the ends of what is asked for, and the ends of a region are free: ask for a little
    // more.
    for (const auto& region : booked.crowdedAtNode(base, places, network.bufferOf(base), from_ms - 1, to_ms + 1))
        closed.push_back({region.begin, region.end, schedule::Rule::Column, base, {}});
    const auto moving = std::ranges::find(drawn.movingBases, way.route.request.from, &MovingBase::id);
    if (moving != drawn.movingBases.end()) {
        std::vector<Window> stays;
        for (const BaseStay& stay : moving->stays)
            if (stay.node == base) stays.push_back({sinceEpoch_ms(stay.from), sinceEpoch_ms(stay.to)});
        const timing::Usage<std::int64_t> instant{.from = base};
        const auto absent = schedule::outsideWindows<std::int64_t>(instant, stays, base);
        closed.insert(closed.end(), absent.begin(), absent.end());
    }
    return schedule::availableSlots(closed, from_ms, to_ms);
}

// The list form is for what is at hand only; an index keeps one mission of each id, so two of one id would hide one.
Result<void> idsDiffer(std::span<const Booking> booked) {
    std::set<std::string_view> ids;
    for (const Booking& booking : booked)
        if (!ids.insert(booking.id).second) return fail("SAME_ID", "two booked missions have one id", booking.id);
    return {};
}

} // namespace

Result<TimedMission> placedAt(const MissionRoute& route, std::int64_t start_ms) {
    auto times = timesAt(route, start_ms);
    if (!times) return std::unexpected(times.error());
    auto booking = bookingOf(route, *times);
    if (!booking) return std::unexpected(booking.error());
    return TimedMission{route, start_ms, *std::move(times), *std::move(booking)};
}

Result<TimedMission> planMission(const Network& network, const ScheduleNetwork& schedule, const MissionRequest& request,
                                 std::int64_t ready_ms, std::int64_t horizon_ms, const Index& booked) {
    const auto ways = missionWays(network, request);
    if (!ways) return std::unexpected(ways.error());
    const MissionWay* best = nullptr;
    std::int64_t bestStart_ms = 0;
    for (const MissionWay& way : *ways) {
        const auto start_ms =
            schedule::earliestStart(schedule, way.relative, booked, ready_ms, std::span<const Forbidden>(way.absences));
        if (start_ms > horizon_ms) continue;
        const auto key = [](std::int64_t start, const MissionWay& one) {
            return std::tuple(start, start + one.relative.end);
        };
        if (best && key(bestStart_ms, *best) <= key(start_ms, way)) continue;
        best = &way;
        bestStart_ms = start_ms;
    }
    if (!best) return std::unexpected(noSlot(schedule, *ways, booked, ready_ms, horizon_ms));
    return placedAt(best->route, bestStart_ms);
}

Result<TimedMission> planMission(const Network& network, const MissionRequest& request, std::int64_t ready_ms,
                                 std::int64_t horizon_ms, std::span<const Booking> booked) {
    const auto schedule = scheduleNetwork(network, request.droneType);
    if (!schedule) return std::unexpected(schedule.error());
    if (auto differ = idsDiffer(booked); !differ) return std::unexpected(differ.error());
    return planMission(network, *schedule, request, ready_ms, horizon_ms, Index(booked));
}

Result<MissionSlots> slotsFor(const Network& network, const ScheduleNetwork& schedule, const MissionRequest& request,
                              std::int64_t from_ms, std::int64_t to_ms, const Index& booked) {
    const auto ways = missionWays(network, request);
    if (!ways) return std::unexpected(ways.error());
    MissionSlots slots;
    std::vector<Forbidden> forbidden;
    for (const MissionWay& way : *ways) {
        const auto ofWay = forbiddenFor(schedule, way, booked, from_ms, to_ms);
        std::ranges::copy(schedule::availableSlots(ofWay, from_ms, to_ms), std::back_inserter(slots.windows));
        std::ranges::copy_if(ofWay, std::back_inserter(forbidden),
                             [&](const Forbidden& one) { return one.high > from_ms && one.low < to_ms; });
        std::ranges::copy(baseFree(schedule, network, way, booked, from_ms, to_ms), std::back_inserter(slots.baseFree));
    }
    slots.windows = joined(std::move(slots.windows));
    slots.baseFree = joined(std::move(slots.baseFree));
    slots.forbidden = outside(slots.windows, forbidden);
    return slots;
}

Result<MissionSlots> slotsFor(const Network& network, const MissionRequest& request, std::int64_t from_ms,
                              std::int64_t to_ms, std::span<const Booking> booked) {
    const auto schedule = scheduleNetwork(network, request.droneType);
    if (!schedule) return std::unexpected(schedule.error());
    if (auto differ = idsDiffer(booked); !differ) return std::unexpected(differ.error());
    return slotsFor(network, *schedule, request, from_ms, to_ms, Index(booked));
}

} // namespace haneul::delivery
