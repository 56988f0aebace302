#include "server/delivery/together.h"

#include "core/schedule/recheck.h"
#include "core/schedule/sequence_search.h"
#include "server/delivery/tables.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace haneul::delivery {

namespace {

using Search = schedule::SequenceSearch<std::int64_t>;
using Way = schedule::Way<std::int64_t>;
using Standing = schedule::Standing<std::int64_t>;

constexpr std::size_t mostMoved = 100;        // missions that are looked at for being moved, the latest booked
constexpr std::size_t mostPlacements = 4000;  // of missions in evaluated plans: what it may cost the log's thread
constexpr std::size_t fewestEvaluations = 20; // of plans, however many missions there are
constexpr std::size_t mostEvaluations = 300;
constexpr std::size_t mostPermuted = 3; // stops

// A mission of the search.
struct Candidate {
    std::string id;
    schedule::Job<std::int64_t> job;
    std::vector<MissionRoute> routes; // of each way
    std::size_t standing = 0;         // the way as it is
    std::int64_t start = 0;
    bool isNew = false;
};

std::vector<schedule::HandOverDue<std::int64_t>> handOvers(const MissionRoute& route, const Times& relative,
                                                           const std::vector<Order>& orders) {
    std::vector<schedule::HandOverDue<std::int64_t>> due;
    for (const Order& order : orders)
        for (std::size_t k = 1; k + 1 < route.nodes.size(); ++k)
            if (route.nodes[k] == order.stop.node)
                due.push_back({.end = relative.nodes[k].departure,
                               .ordered = sinceEpoch_ms(order.placed),
                               .deadline = order.deadline.transform(sinceEpoch_ms)});
    return due;
}

Result<void> addWay(Candidate& candidate, NetworkRules& rules, const MissionWay& way,
                    const std::vector<Order>& orders) {
    const auto network = rules.schedule(way.route.request.droneType);
    if (!network) return std::unexpected(network.error());
    const auto relative = timesAt(way.route, 0);
    if (!relative) return std::unexpected(relative.error());
    Way made{.booking = way.relative,
             .handOvers = handOvers(way.route, *relative, orders),
             .closed = way.absences,
             .network = *network};
    made.booking.id = candidate.id;
    candidate.job.ways.push_back(std::move(made));
    candidate.routes.push_back(way.route);
    return {};
}

// All orders of visit and all places of a base that moves; what cannot be flown is left out.
Result<Candidate> newCandidate(NetworkRules& rules, const NewMissionPlan& mission) {
    const MissionRequest& asked = mission.plan.route.request;
    Candidate candidate{.id = asked.id,
                        .job = {.ways = {}, .ready = mission.ready},
                        .routes = {},
                        .start = mission.plan.start(),
                        .isNew = true};
    MissionRequest request = asked;
    const bool permuted = request.stops.size() <= mostPermuted;
    if (permuted) std::ranges::sort(request.stops, {}, &Stop::node);
    do {
        const auto ways = missionWays(rules.network(), request);
        if (!ways) continue;
        for (const MissionWay& way : *ways) {
            if (way.route.nodes == mission.plan.route.nodes) candidate.standing = candidate.routes.size();
            if (auto added = addWay(candidate, rules, way, mission.orders); !added)
                return std::unexpected(added.error());
        }
    } while (permuted && std::ranges::next_permutation(request.stops, {}, &Stop::node).found);
    return candidate;
}

// Its way is booked; only the start may change.
Result<Candidate> bookedCandidate(const storage::Database& database, NetworkRules& rules, const Mission& mission) {
    auto orders = readOrders(database, mission.orders);
    if (!orders) return std::unexpected(orders.error());
    std::erase_if(*orders, [&](const Order& order) { return order.mission != mission.id; });
    const auto relative = relativeWay(rules.network(), mission.route);
    if (!relative) return std::unexpected(relative.error());
    const std::int64_t start = sinceEpoch_ms(mission.start);
    const std::int64_t booked = sinceEpoch_ms(mission.steps.front().at);
    Candidate candidate{.id = mission.id,
                        .job = {.ways = {}, .ready = std::min(start, booked + rules.network().preparation_ms)},
                        .routes = {},
                        .start = start};
    if (auto added = addWay(candidate, rules, *relative, *orders); !added) return std::unexpected(added.error());
    return candidate;
}

Result<std::deque<Candidate>> candidates(const storage::Database& database, NetworkRules& rules,
                                         const std::vector<NewMissionPlan>& missions, UtcMs now) {
    auto movable = readMovable(database, rules.network().id, now - milliseconds(planAnewWithin_ms), now);
    if (!movable) return std::unexpected(movable.error());
    if (movable->size() > mostMoved) movable->erase(movable->begin(), movable->end() - mostMoved);
    std::deque<Candidate> found;
    for (const MissionPtr& mission : *movable) {
        auto candidate = bookedCandidate(database, rules, *mission);
        if (!candidate) return std::unexpected(candidate.error());
        found.push_back(*std::move(candidate));
    }
    for (const NewMissionPlan& mission : missions) {
        auto candidate = newCandidate(rules, mission);
        if (!candidate) return std::unexpected(candidate.error());
        found.push_back(*std::move(candidate));
    }
    return found;
}

schedule::Objective objectiveOf(const std::deque<Candidate>& all) {
    for (const Candidate& candidate : all)
        for (const auto& handOver : candidate.job.ways.front().handOvers)
            if (handOver.deadline) return schedule::Objective::Lateness;
    return schedule::Objective::DeliveryTime;
}

using Bookings = std::map<std::string, Booking>;

// How many of the network's missions are in conflict with `ours`, which may be booked otherwise in the tables, or in
// them themselves.
Result<std::size_t> conflictsWith(const storage::Database& database, NetworkRules& rules, const Bookings& ours,
                                  std::int64_t from, std::int64_t to) {
    const auto network = rules.schedule({});
    if (!network) return std::unexpected(network.error());
    const auto booked = readBookings(database, rules.network().id, utcMs(from), utcMs(to));
    const auto ids = readIdsAsBooked(database, rules.network().id, utcMs(from), utcMs(to));
    if (!booked) return std::unexpected(booked.error());
    if (!ids) return std::unexpected(ids.error());
    Bookings standing;
    for (const Booking& booking : *booked)
        standing.emplace(booking.id, booking);
    for (const auto& [id, booking] : ours)
        standing.insert_or_assign(id, booking);
    std::vector<Standing> inOrder;
    const auto take = [&](const std::string& id) {
        if (auto found = standing.extract(id)) inOrder.push_back({.booking = std::move(found.mapped())});
    };
    std::ranges::for_each(*ids, take);
    for (const auto& [id, booking] : ours) // the new ones
        take(id);
    const auto checked = schedule::recheck(**network, std::span<const Standing>(inOrder));
    if (!checked) return std::unexpected(checked.error());
    return static_cast<std::size_t>(std::ranges::count_if(checked->conflicts, [&](const schedule::Conflict& conflict) {
        return ours.contains(conflict.mission) ||
               std::ranges::any_of(conflict.against, [&](const std::string& id) { return ours.contains(id); });
    }));
}

Result<bool> breaksNoMore(const storage::Database& database, NetworkRules& rules, const Bookings& given,
                          const Bookings& found) {
    const auto network = rules.schedule({});
    if (!network) return std::unexpected(network.error());
    std::int64_t from = given.begin()->second.begin, to = given.begin()->second.end;
    for (const Bookings* bookings : {&given, &found})
        for (const auto& [id, booking] : *bookings) {
            from = std::min(from, booking.begin - reach_ms(**network));
            to = std::max(to, booking.end + reach_ms(**network));
        }
    const auto before = conflictsWith(database, rules, given, from, to);
    if (!before) return std::unexpected(before.error());
    const auto after = conflictsWith(database, rules, found, from, to);
    if (!after) return std::unexpected(after.error());
    return *after <= *before;
}

} // namespace

Result<TogetherPlan> plannedTogether(const storage::Database& database, NetworkRules& rules, BookingCache& cache,
                                     const std::vector<NewMissionPlan>& missions, UtcMs now) {
    TogetherPlan asGiven;
    for (const NewMissionPlan& mission : missions)
        asGiven.made.push_back(mission.plan);
    const auto all = candidates(database, rules, missions, now);
    if (!all) return std::unexpected(all.error());
    const auto network = rules.schedule({});
    if (!network) return std::unexpected(network.error());
    const auto index = cache.of(database, rules.network().id, sinceEpoch_ms(now));
    if (!index) return std::unexpected(index.error());
    for (const Candidate& candidate : *all)
        (*index)->remove(candidate.id);
    Search search(**network, objectiveOf(*all), **index);
    search.setNow(sinceEpoch_ms(now));
    Bookings given;
    for (const Candidate& candidate : *all) {
        search.stand(candidate.job, candidate.standing, candidate.start);
        given.emplace(candidate.id,
                      schedule::startedAt(candidate.job.ways[candidate.standing].booking, candidate.start));
    }
    const auto before = search.cost();
    search.improve(std::clamp(mostPlacements / all->size(), fewestEvaluations, mostEvaluations));
    if (!(search.cost() < before)) return asGiven;

    std::map<std::string, Plan> found;
    Bookings bookings;
    for (const Search::Placed& placed : search.open()) {
        const auto candidate = std::ranges::find_if(*all, [&](const Candidate& one) { return &one.job == placed.job; });
        auto plan = planAt(candidate->routes[placed.way], placed.start);
        if (!plan) return std::unexpected(plan.error());
        plan->booking.id = candidate->id;
        bookings.emplace(candidate->id, plan->booking);
        found.emplace(candidate->id, *std::move(plan));
    }
    const auto good = breaksNoMore(database, rules, given, bookings);
    if (!good) return std::unexpected(good.error());
    if (!*good) {
        cache.forget(); // it has what was found
        return asGiven;
    }
    TogetherPlan together;
    for (const Candidate& candidate : *all) {
        Plan& plan = found.at(candidate.id);
        if (candidate.isNew)
            together.made.push_back(std::move(plan));
        else if (plan.start() != candidate.start)
            together.moved.push_back(std::move(plan));
    }
    return together;
}

} // namespace haneul::delivery
