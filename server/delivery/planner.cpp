#include "server/delivery/planner.h"

#include <algorithm>
#include <format>
#include <span>

namespace haneul::delivery {

namespace {

constexpr std::int64_t firstLook_ms = 2LL * 60 * 60 * 1000; // how far ahead the first search for a start looks
constexpr std::size_t mostStopsOfBest = 3;

std::int64_t totalOf(const Booking& relative) {
    return relative.end - relative.begin;
}

Result<Booking> relativeBooking(const MissionRoute& route) {
    const auto times = timesAt(route, 0);
    if (!times) return std::unexpected(times.error());
    return bookingOf(route, *times);
}

Result<std::vector<Forbidden>> forbiddenBetween(const ScheduleNetwork& network, const Booking& relative,
                                                std::int64_t from, std::int64_t to, const Booked& booked) {
    const std::int64_t reach = reach_ms(network);
    const auto bookings = booked.between(from - reach, to + totalOf(relative) + reach);
    if (!bookings) return std::unexpected(bookings.error());
    return schedule::forbiddenStarts(network, relative, std::span<const Booking>(*bookings));
}

Result<std::int64_t> earliest(const ScheduleNetwork& network, const Booking& relative, std::int64_t ready,
                              const Booked& booked) {
    for (std::int64_t look = firstLook_ms;; look *= 2) {
        const auto forbidden = forbiddenBetween(network, relative, ready, ready + look, booked);
        if (!forbidden) return std::unexpected(forbidden.error());
        const auto start = schedule::earliestStart(*forbidden, ready);
        const bool sawAll = ready + look > booked.lastEnd + reach_ms(network);
        if (start <= ready + look || sawAll) return start;
    }
}

Error slotTaken(const Forbidden& broken) {
    const auto against = broken.against.empty() ? std::string("several missions together") : broken.against;
    return {"SLOT_TAKEN",
            std::format("at that time the rule {} is broken at {} against {}", schedule::toString(broken.rule),
                        broken.place, against),
            std::format("{} {} {}", schedule::toString(broken.rule), broken.place, broken.against)};
}

Result<Plan> placed(const MissionRoute& route, std::int64_t start) {
    auto times = timesAt(route, start);
    if (!times) return std::unexpected(times.error());
    auto booking = bookingOf(route, *times);
    if (!booking) return std::unexpected(booking.error());
    booking->id = route.request.id;
    return Plan{route, *std::move(times), *std::move(booking)};
}

Result<Plan> placedAt(const ScheduleNetwork& network, const MissionRoute& route, std::int64_t start,
                      const Booked& booked) {
    const auto relative = relativeBooking(route);
    if (!relative) return std::unexpected(relative.error());
    const auto forbidden = forbiddenBetween(network, *relative, start, start, booked);
    if (!forbidden) return std::unexpected(forbidden.error());
    if (const auto broken = schedule::violations(*forbidden, start); !broken.empty())
        return std::unexpected(slotTaken(broken.front()));
    return placed(route, start);
}

Result<Plan> planOne(NetworkRules& rules, const MissionRequest& request, const Wanted& wanted, const Booked& booked) {
    const auto route = missionRoute(rules.network(), request);
    if (!route) return std::unexpected(route.error());
    const auto network = rules.schedule(request.droneType);
    if (!network) return std::unexpected(network.error());
    if (wanted.start) return placedAt(**network, *route, *wanted.start, booked);
    const auto relative = relativeBooking(*route);
    if (!relative) return std::unexpected(relative.error());
    const auto start = earliest(**network, *relative, wanted.ready, booked);
    if (!start) return std::unexpected(start.error());
    return placed(*route, *start);
}

bool better(const Plan& left, const Plan& right) {
    if (left.end() != right.end()) return left.end() < right.end();
    if (left.start() != right.start()) return left.start() < right.start();
    return left.route.nodes < right.route.nodes;
}

// Of all orders of the stops the one that ends first; orders that cannot be flown do not count.
Result<Plan> planBest(NetworkRules& rules, const Wanted& wanted, const Booked& booked) {
    MissionRequest request = wanted.request;
    if (request.stops.size() > mostStopsOfBest)
        return fail("INVALID_ARGUMENT", "the best order of visit is looked for among at most three stops", "stops");
    std::ranges::sort(request.stops, {}, &Stop::node);
    std::optional<Plan> best;
    std::optional<Error> refusal;
    do {
        auto plan = planOne(rules, request, wanted, booked);
        if (plan && (!best || better(*plan, *best))) best = *std::move(plan);
        if (!plan && (!refusal || plan.error().code == "SLOT_TAKEN")) refusal = plan.error();
    } while (std::ranges::next_permutation(request.stops, {}, &Stop::node).found);
    if (!best) return std::unexpected(*refusal);
    return *std::move(best);
}

} // namespace

Result<const ScheduleNetwork*> NetworkRules::schedule(const std::string& droneType) {
    auto found = m_schedules.find(droneType);
    if (found == m_schedules.end())
        found = m_schedules.emplace(droneType, scheduleNetwork(m_saved.network, droneType)).first;
    if (!found->second) return std::unexpected(found->second.error());
    return &*found->second;
}

std::int64_t reach_ms(const ScheduleNetwork& network) {
    std::int64_t reach = std::max({network.headway, network.oppositeBuffer, network.nodeBuffer});
    for (const auto& [node, buffer] : network.nodeBuffers)
        reach = std::max(reach, buffer);
    for (const auto& crossing : network.crossings)
        reach = std::max(reach, crossing.separation);
    if (network.fleet) reach = std::max(reach, network.fleet->turnaround);
    return reach + 1;
}

Result<Plan> planMission(NetworkRules& rules, const Wanted& wanted, const Booked& booked) {
    if (wanted.dispatch == Dispatch::Best && wanted.request.stops.size() > 1) return planBest(rules, wanted, booked);
    return planOne(rules, wanted.request, wanted, booked);
}

Result<Plan> moved(NetworkRules& rules, const MissionRoute& route, std::int64_t start, const Booked& booked) {
    const auto network = rules.schedule(route.request.droneType);
    if (!network) return std::unexpected(network.error());
    return placedAt(**network, route, start, booked);
}

Result<SlotAnswer> slotsOf(NetworkRules& rules, const MissionRequest& request, std::int64_t from, std::int64_t to,
                           const Booked& booked) {
    const auto route = missionRoute(rules.network(), request);
    if (!route) return std::unexpected(route.error());
    const auto network = rules.schedule(request.droneType);
    if (!network) return std::unexpected(network.error());
    const auto relative = relativeBooking(*route);
    if (!relative) return std::unexpected(relative.error());
    const std::int64_t reach = reach_ms(**network);
    const auto bookings = booked.between(from - reach, to + totalOf(*relative) + reach);
    if (!bookings) return std::unexpected(bookings.error());
    SlotAnswer answer;
    answer.forbidden = schedule::forbiddenStarts(**network, *relative, std::span<const Booking>(*bookings));
    std::erase_if(answer.forbidden, [&](const Forbidden& one) { return one.high <= from || one.low >= to; });
    answer.windows = schedule::availableSlots(answer.forbidden, from, to);
    if (!answer.windows.empty()) answer.earliest = utcMs(answer.windows.front().from);
    answer.baseFree = schedule::freeBaseColumn(**network, std::span<const Booking>(*bookings), from, to);
    return answer;
}

} // namespace haneul::delivery
