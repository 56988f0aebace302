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

const MovingBase* movingBase(const Network& network, const std::string& id) {
    const auto found = std::ranges::find(network.movingBases, id, &MovingBase::id);
    return found == network.movingBases.end() ? nullptr : &*found;
}

// Where the base of that name ends or begins missions: itself, or where it stands at some time.
std::vector<std::string> nodesOfBase(const Network& network, const std::string& base) {
    const MovingBase* const moving = movingBase(network, base);
    if (moving == nullptr) return {base};
    std::vector<std::string> nodes;
    for (const BaseStay& stay : moving->stays)
        if (!std::ranges::contains(nodes, stay.node)) nodes.push_back(stay.node);
    return nodes;
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

// A mission that is to be placed: how it goes, what it holds counted from its start, and what forbids starts for ever.
struct Candidate {
    MissionRoute route;
    Booking relative;
    std::vector<Forbidden> closed;
};

Result<Candidate> candidateOf(const Network& network, MissionRoute route) {
    auto relative = relativeBooking(route);
    if (!relative) return std::unexpected(relative.error());
    Candidate candidate{.route = std::move(route), .relative = *std::move(relative), .closed = {}};
    candidate.closed = closedStarts(network, candidate.route, candidate.relative);
    return candidate;
}

// One for each pair of places where a base that moves may stand; only one when it does not.
Result<std::vector<Candidate>> candidatesOf(const Network& network, const MissionRequest& request) {
    const std::string from = request.from.empty() ? network.base : request.from;
    const std::string to = request.to.empty() ? from : request.to;
    std::vector<Candidate> candidates;
    std::optional<Error> refusal;
    for (const std::string& begin : nodesOfBase(network, from))
        for (const std::string& end : nodesOfBase(network, to)) {
            MissionRequest resolved = request;
            resolved.from = begin;
            resolved.to = end;
            auto route = missionRoute(network, resolved);
            if (!route) {
                if (!refusal) refusal = route.error();
                continue;
            }
            route->request = request; // as it was asked for: the base by its name
            auto candidate = candidateOf(network, *std::move(route));
            if (!candidate) return std::unexpected(candidate.error());
            candidates.push_back(*std::move(candidate));
        }
    if (!candidates.empty()) return candidates;
    if (refusal) return std::unexpected(*refusal);
    return fail("NOT_A_BASE", "this base stands nowhere", from);
}

Result<std::vector<Forbidden>> forbiddenBetween(const ScheduleNetwork& network, const Candidate& candidate,
                                                std::int64_t from, std::int64_t to, const Booked& booked) {
    const std::int64_t reach = reach_ms(network);
    const auto bookings = booked.between(from - reach, to + totalOf(candidate.relative) + reach);
    if (!bookings) return std::unexpected(bookings.error());
    auto forbidden = schedule::forbiddenStarts(network, candidate.relative, std::span<const Booking>(*bookings));
    forbidden.insert(forbidden.end(), candidate.closed.begin(), candidate.closed.end());
    return forbidden;
}

Result<std::int64_t> earliest(const ScheduleNetwork& network, const Candidate& candidate, std::int64_t ready,
                              const Booked& booked) {
    for (std::int64_t look = firstLook_ms;; look *= 2) {
        const auto forbidden = forbiddenBetween(network, candidate, ready, ready + look, booked);
        if (!forbidden) return std::unexpected(forbidden.error());
        const auto start = schedule::earliestStart(*forbidden, ready);
        if (start == schedule::never<std::int64_t>)
            return fail(
                "SLOT_TAKEN", "the base that moves does not stand there again for long enough",
                std::format("{} {}", schedule::toString(schedule::Rule::BaseAbsent), candidate.route.nodes.front()));
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

Result<Plan> placedAt(const ScheduleNetwork& network, const Candidate& candidate, std::int64_t start,
                      const Booked& booked) {
    const auto forbidden = forbiddenBetween(network, candidate, start, start, booked);
    if (!forbidden) return std::unexpected(forbidden.error());
    if (const auto broken = schedule::violations(*forbidden, start); !broken.empty())
        return std::unexpected(slotTaken(broken.front()));
    return placed(candidate.route, start);
}

Result<Plan> planCandidate(NetworkRules& rules, const Candidate& candidate, const Wanted& wanted,
                           const Booked& booked) {
    const auto network = rules.schedule(candidate.route.request.droneType);
    if (!network) return std::unexpected(network.error());
    if (wanted.start) return placedAt(**network, candidate, *wanted.start, booked);
    const auto start = earliest(**network, candidate, wanted.ready, booked);
    if (!start) return std::unexpected(start.error());
    return placed(candidate.route, *start);
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
    const auto candidates = candidatesOf(rules.network(), request);
    if (!candidates) return std::unexpected(candidates.error());
    Best best;
    for (const Candidate& candidate : *candidates)
        best.add(planCandidate(rules, candidate, wanted, booked));
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

Result<Plan> planRoute(NetworkRules& rules, const MissionRoute& route, const Wanted& wanted, const Booked& booked) {
    const auto candidate = candidateOf(rules.network(), route);
    if (!candidate) return std::unexpected(candidate.error());
    return planCandidate(rules, *candidate, wanted, booked);
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
                           const Booked& booked) {
    const auto candidates = candidatesOf(rules.network(), request);
    if (!candidates) return std::unexpected(candidates.error());
    const auto network = rules.schedule(request.droneType);
    if (!network) return std::unexpected(network.error());
    SlotAnswer answer;
    for (const Candidate& candidate : *candidates) {
        const auto forbidden = forbiddenBetween(**network, candidate, from, to, booked);
        if (!forbidden) return std::unexpected(forbidden.error());
        auto windows = schedule::availableSlots(*forbidden, from, to);
        const bool earlier = !windows.empty() && (!answer.earliest || utcMs(windows.front().from) < *answer.earliest);
        if (!earlier && !(answer.windows.empty() && answer.forbidden.empty())) continue;
        answer.windows = std::move(windows);
        answer.forbidden = *forbidden;
        if (earlier) answer.earliest = utcMs(answer.windows.front().from);
    }
    std::erase_if(answer.forbidden, [&](const Forbidden& one) { return one.high <= from || one.low >= to; });
    const std::int64_t reach = reach_ms(**network);
    const auto bookings = booked.between(from - reach, to + reach);
    if (!bookings) return std::unexpected(bookings.error());
    answer.baseFree = schedule::freeBaseColumn(**network, std::span<const Booking>(*bookings), from, to);
    return answer;
}

} // namespace haneul::delivery
