#include "server/delivery/planner.h"

#include "core/delivery/plan.h"

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

const MovingBase* movingBase(const Network& network, const std::string& id) {
    const auto found = std::ranges::find(network.movingBases, id, &MovingBase::id);
    return found == network.movingBases.end() ? nullptr : &*found;
}

// The starts at which a base that moves would not stand at `node` all the time of `usage`.
void addAbsence(const Network& network, const std::string& base, const std::string& node,
                const timing::Usage<std::int64_t>& usage, std::vector<Forbidden>& closed) {
    const MovingBase* const moving = movingBase(network, base);
    if (moving == nullptr) return;
    std::vector<schedule::Window<std::int64_t>> stays;
    for (const BaseStay& stay : moving->stays)
        if (stay.node == node) stays.push_back({sinceEpoch_ms(stay.from), sinceEpoch_ms(stay.to)});
    std::ranges::move(schedule::outsideWindows(usage, std::span<const schedule::Window<std::int64_t>>(stays), node),
                      std::back_inserter(closed));
}

Result<std::vector<Forbidden>> forbiddenBetween(const ScheduleNetwork& network, const MissionWay& way,
                                                std::int64_t from, std::int64_t to, const Booked& booked) {
    const std::int64_t reach = reach_ms(network);
    const auto bookings = booked.between(from - reach, to + totalOf(way.relative) + reach);
    if (!bookings) return std::unexpected(bookings.error());
    auto forbidden = schedule::forbiddenStarts(network, way.relative, std::span<const Booking>(*bookings));
    forbidden.insert(forbidden.end(), way.absences.begin(), way.absences.end());
    return forbidden;
}

std::unexpected<Error> baseAbsent(const MissionWay& way) {
    return fail("SLOT_TAKEN", "the base that moves does not stand there again for long enough",
                std::format("{} {}", schedule::toString(schedule::Rule::BaseAbsent), way.route.nodes.front()));
}

// Looks ahead in growing steps, each from where the last one ended.
Result<std::int64_t> earliest(const ScheduleNetwork& network, const MissionWay& way, std::int64_t ready,
                              const Booked& booked) {
    const std::int64_t past = booked.lastEnd + reach_ms(network); // from here on nothing is booked
    std::int64_t from = ready;
    for (std::int64_t look = firstLook_ms; from <= past; look *= 2) {
        const std::int64_t to = from + look;
        const auto forbidden = forbiddenBetween(network, way, from, to, booked);
        if (!forbidden) return std::unexpected(forbidden.error());
        if (const auto windows = schedule::availableSlots(*forbidden, from, to); !windows.empty())
            return windows.front().from;
        from = to;
    }
    const auto start = schedule::earliestStart(way.absences, from);
    if (start == schedule::never<std::int64_t>) return baseAbsent(way);
    return start;
}

Error slotTaken(const Forbidden& broken) {
    const auto against = broken.against.empty() ? std::string("several missions together") : broken.against;
    return {"SLOT_TAKEN",
            std::format("at that time the rule {} is broken at {} against {}", schedule::toString(broken.rule),
                        broken.place, against),
            std::format("{} {} {}", schedule::toString(broken.rule), broken.place, broken.against)};
}

Result<Plan> fittedAt(const ScheduleNetwork& network, const MissionWay& way, std::int64_t start, const Booked& booked) {
    const auto forbidden = forbiddenBetween(network, way, start, start, booked);
    if (!forbidden) return std::unexpected(forbidden.error());
    if (const auto broken = schedule::violations(*forbidden, start); !broken.empty())
        return std::unexpected(slotTaken(broken.front()));
    return planAt(way.route, start);
}

Result<Plan> planWay(NetworkRules& rules, const MissionWay& way, const Wanted& wanted, const Booked& booked) {
    const auto network = rules.schedule(way.route.request.droneType);
    if (!network) return std::unexpected(network.error());
    if (wanted.start) return fittedAt(**network, way, *wanted.start, booked);
    if (booked.index != nullptr) {
        const auto known = schedule::earliestStart(**network, way.relative, *booked.index, wanted.ready,
                                                   std::span<const Forbidden>(way.absences));
        if (known == schedule::never<std::int64_t>) return baseAbsent(way);
        auto fitted = fittedAt(**network, way, known, booked);
        if (fitted || fitted.error().code != "SLOT_TAKEN") return fitted;
    }
    const auto start = earliest(**network, way, wanted.ready, booked);
    if (!start) return std::unexpected(start.error());
    return planAt(way.route, *start);
}

bool better(const Plan& left, const Plan& right) {
    if (left.end() != right.end()) return left.end() < right.end();
    if (left.start() != right.start()) return left.start() < right.start();
    return left.route.nodes < right.route.nodes;
}

// The best of several plans; what was refused does not count unless all was.
class Best {
public:
    void add(Result<Plan> plan) {
        if (plan && (!m_best || better(*plan, *m_best))) m_best = *std::move(plan);
        if (!plan && (!m_refusal || plan.error().code == "SLOT_TAKEN")) m_refusal = plan.error();
    }

    Result<Plan> take() {
        if (m_best) return *std::move(m_best);
        return std::unexpected(*m_refusal);
    }

private:
    std::optional<Plan> m_best;
    std::optional<Error> m_refusal;
};

Result<Plan> planOne(NetworkRules& rules, const MissionRequest& request, const Wanted& wanted, const Booked& booked) {
    const auto ways = missionWays(rules.network(), request);
    if (!ways) return std::unexpected(ways.error());
    Best best;
    for (const MissionWay& way : *ways)
        best.add(planWay(rules, way, wanted, booked));
    return best.take();
}

// Of all orders of the stops the one that ends first; orders that cannot be flown do not count.
Result<Plan> planBest(NetworkRules& rules, const Wanted& wanted, const Booked& booked) {
    MissionRequest request = wanted.request;
    if (request.stops.size() > mostStopsOfBest)
        return fail("INVALID_ARGUMENT", "the best order of visit is looked for among at most three stops", "stops");
    std::ranges::sort(request.stops, {}, &Stop::node);
    Best best;
    do {
        best.add(planOne(rules, request, wanted, booked));
    } while (std::ranges::next_permutation(request.stops, {}, &Stop::node).found);
    return best.take();
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
    return schedule::longestReach(network) + 1;
}

std::vector<std::string> basesOf(const Network& network) {
    std::vector<std::string> bases{network.base};
    for (const Node& node : network.nodes)
        if (node.kind == NodeKind::Base && node.id != network.base) bases.push_back(node.id);
    return bases;
}

Result<Plan> planMission(NetworkRules& rules, const Wanted& wanted, const Booked& booked) {
    if (wanted.dispatch != Dispatch::Given && wanted.request.stops.size() > 1) return planBest(rules, wanted, booked);
    return planOne(rules, wanted.request, wanted, booked);
}

Result<Plan> planRoute(NetworkRules& rules, const MissionRoute& route, const Wanted& wanted, const Booked& booked) {
    const auto way = relativeWay(rules.network(), route);
    if (!way) return std::unexpected(way.error());
    return planWay(rules, *way, wanted, booked);
}

Result<Plan> planAt(const MissionRoute& route, std::int64_t start) {
    auto times = timesAt(route, start);
    if (!times) return std::unexpected(times.error());
    auto booking = bookingOf(route, *times);
    if (!booking) return std::unexpected(booking.error());
    booking->id = route.request.id;
    return Plan{route, *std::move(times), *std::move(booking)};
}

Result<MissionWay> relativeWay(const Network& network, const MissionRoute& route) {
    const auto times = timesAt(route, 0);
    if (!times) return std::unexpected(times.error());
    auto relative = bookingOf(route, *times);
    if (!relative) return std::unexpected(relative.error());
    auto absences = closedStarts(network, route, *relative);
    return MissionWay{route, *std::move(relative), std::move(absences)};
}

std::vector<Forbidden> closedStarts(const Network& network, const MissionRoute& route, const Booking& relative) {
    std::vector<Forbidden> closed;
    if (relative.usages.empty()) return closed;
    const std::string& from = route.request.from;
    addAbsence(network, from, route.nodes.front(), relative.usages.front(), closed);
    addAbsence(network, route.request.to.empty() ? from : route.request.to, route.nodes.back(), relative.usages.back(),
               closed);
    return closed;
}

Result<SlotAnswer> slotsOf(NetworkRules& rules, const MissionRequest& request, std::int64_t from, std::int64_t to,
                           std::span<const Booking> booked) {
    const auto network = rules.schedule(request.droneType);
    if (!network) return std::unexpected(network.error());
    auto slots = slotsFor(rules.network(), **network, request, from, to, schedule::BookingIndex<std::int64_t>(booked));
    if (!slots) return std::unexpected(slots.error());
    const auto earliest = slots->earliest_ms();
    return SlotAnswer{.windows = std::move(slots->windows),
                      .forbidden = std::move(slots->forbidden),
                      .earliest = earliest.transform(utcMs),
                      .baseFree = std::move(slots->baseFree)};
}

} // namespace haneul::delivery
