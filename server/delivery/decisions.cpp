#include "server/delivery/decisions.h"

#include "server/delivery/batches.h"
#include "server/delivery/conflicts.h"
#include "server/delivery/dispatcher.h"
#include "server/delivery/ids.h"

#include <algorithm>
#include <format>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::delivery {

namespace {

constexpr std::size_t longestNote = 1000; // bytes of a reason or note
constexpr std::size_t mostOrdersOfMission = 50;
constexpr std::size_t mostMovesAtOnce = 100;
constexpr std::size_t mostActualsAtOnce = 1000;

std::unexpected<Error> noSuch(const char* code, std::string_view kind, const std::string& id) {
    return fail(code, std::format("there is no {} of that name", kind), id);
}

std::unexpected<Error> noSuchNetwork(const std::string& id) {
    return noSuch("NO_SUCH_NETWORK", "network", id);
}

Result<void> checkId(const std::string& id, const char* where) {
    if (isGoodId(id)) return {};
    return fail("BAD_ID", "1 to 64 of A-Z a-z 0-9 - _ .", where);
}

Result<void> checkNote(const std::string& note, const char* where) {
    if (note.size() <= longestNote) return {};
    return fail("BAD_NAME", std::format("at most {} bytes", longestNote), where);
}

// -- networks

const Link* linkWithEnds(const Network& network, const Link& ends) {
    const auto found =
        std::ranges::find_if(network.links, [&](const Link& link) { return link.a == ends.a && link.b == ends.b; });
    return found == network.links.end() ? nullptr : &*found;
}

// -- missions

Result<MissionPtr> missionOf(const Database& database, const std::string& id) {
    auto mission = readMission(database, id);
    if (mission && !*mission) return noSuch("NO_SUCH_MISSION", "mission", id);
    return mission;
}

bool isOver(const Mission& mission) {
    return mission.step() == MissionStep::Completed || mission.step() == MissionStep::Cancelled;
}

// Only what still stands on the ground can be planned anew.
Result<void> checkPlannable(const Mission& mission) {
    if (isOver(mission)) return fail("NOT_NOW", std::format("the mission is {}", toString(mission.step())), mission.id);
    if (isUnderWay(mission)) return fail("MISSION_UNDER_WAY", "the mission has left the ground", mission.id);
    return {};
}

Result<std::string> newMissionId(const Database& database, const std::string& wanted) {
    if (wanted.empty())
        return nextMissionNumber(database).transform([](std::int64_t number) { return idOf(missionIds, number); });
    if (const auto good = checkId(wanted, "id"); !good) return std::unexpected(good.error());
    const auto exists = missionExists(database, wanted);
    if (!exists) return std::unexpected(exists.error());
    if (*exists) return fail("SAME_ID", "there is a mission of this name already", wanted);
    return wanted;
}

// The orders that a mission is to serve: waiting, of its network, and at its stops.
Result<std::vector<Order>> servedOrders(const Database& database, const NewMission& mission) {
    if (mission.orders.size() > mostOrdersOfMission)
        return fail("INVALID_ARGUMENT", std::format("a mission serves at most {} orders", mostOrdersOfMission),
                    "orders");
    auto orders = readOrders(database, mission.orders);
    if (!orders) return orders;
    std::vector<Order> served;
    for (const std::string& id : mission.orders) {
        const auto found = std::ranges::find(*orders, id, &Order::id);
        if (found == orders->end() || found->network != mission.network) return noSuch("NO_SUCH_ORDER", "order", id);
        if (found->state != OrderState::Waiting)
            return fail("NOT_WAITING", std::format("the order is {}", toString(found->state)), id);
        if (std::ranges::contains(served, id, &Order::id)) return fail("SAME_ID", "the order is named twice", id);
        const auto& stops = mission.request.stops;
        if (!stops.empty() && !std::ranges::contains(stops, found->stop.node, &Stop::node))
            return fail("INVALID_ARGUMENT", "the mission does not come by the order's node", id);
        served.push_back(*found);
    }
    return served;
}

std::vector<std::string> idsOf(const std::vector<Order>& orders) {
    std::vector<std::string> ids;
    for (const Order& order : orders)
        ids.push_back(order.id);
    return ids;
}

// Whether an order could be flown at all, alone, from any base.
Result<void> canBeFlown(const Network& network, const NewOrder& order) {
    std::optional<Error> refusal;
    for (const std::string& base : basesOf(network)) {
        const auto route = missionRoute(
            network, {.id = order.id, .from = base, .stops = {order.stop}, .to = {}, .payload_kg = order.payload_kg});
        if (route) return {};
        if (!refusal) refusal = route.error();
    }
    return std::unexpected(*refusal);
}

// -- the process

// The node of the next hand-over: the one named, or the first stop that has none yet. Empty: there is none.
std::string handOverNode(const Mission& mission, const std::string& note) {
    for (const Stop& stop : mission.route.request.stops) {
        const bool done = std::ranges::any_of(mission.steps, [&](const StepRecord& record) {
            return record.step == MissionStep::HandedOver && record.note == stop.node;
        });
        if (!done && (note.empty() || note == stop.node)) return stop.node;
    }
    return {};
}

} // namespace

std::string_view nameOf(HandOverForm form) {
    switch (form) {
    case HandOverForm::QgcPlan:
        return "qgc_plan";
    case HandOverForm::MavlinkItems:
        return "mavlink_items";
    case HandOverForm::Json:
        break;
    }
    return "json";
}

Result<std::shared_ptr<NetworkRules>> RulesCache::of(const storage::Database& database, const std::string& network) {
    auto row = readNetworkRow(database, network);
    if (!row) return std::unexpected(row.error());
    if (!*row || (*row)->removed) return noSuchNetwork(network);
    if (const auto known = m_rules.find(network); known != m_rules.end() && known->second.first == **row)
        return known->second.second;
    auto saved = savedNetwork(**row);
    if (!saved) return std::unexpected(saved.error());
    auto rules = std::make_shared<NetworkRules>(*std::move(saved));
    m_rules.insert_or_assign(network, std::pair(**std::move(row), rules));
    return rules;
}

// ---------------------------------------------------------------- networks

Result<Decided<std::uint64_t>> decideSave(const Database& database, const Network& network, const std::string& body,
                                          std::uint64_t basedOn) {
    const auto row = readNetworkRow(database, network.id);
    if (!row) return std::unexpected(row.error());
    const std::uint64_t present = *row && !(*row)->removed ? (*row)->revision : 0;
    if (basedOn != present)
        return fail("STALE_REVISION",
                    present == 0 ? std::string("there is no such network to be based on; a new one is based on 0")
                                 : std::format("revision {} is the latest; this was drawn from {}", present, basedOn),
                    network.id);
    NetworkSaved event{
        .network = network.id, .revision = (*row ? (*row)->revision : 0) + 1, .body = body, .unverified = {}};
    if (present > 0) {
        const auto saved = savedNetwork(**row);
        if (!saved) return std::unexpected(saved.error());
        for (const Link& verified : (*row)->verified) {
            const Link* const old = linkWithEnds(saved->network, verified);
            const Link* const now = linkWithEnds(network, verified);
            if (old == nullptr || now == nullptr || !sameWay(saved->network, *old, network, *now))
                event.unverified.push_back({verified.a, verified.b});
        }
    }
    const std::uint64_t revision = event.revision;
    return Decided<std::uint64_t>{{std::move(event)}, revision};
}

Result<Decided<Nothing>> decideVerify(const Database& database, RulesCache& cache, LinkVerified wanted) {
    if (const auto good = checkNote(wanted.note, "note"); !good) return std::unexpected(good.error());
    const auto rules = cache.of(database, wanted.network);
    if (!rules) return std::unexpected(rules.error());
    const Link* const link = (*rules)->network().link(wanted.a, wanted.b);
    if (link == nullptr) return fail("NO_LINK", "the network has no such link", wanted.a + ">" + wanted.b);
    wanted.a = link->a;
    wanted.b = link->b;
    return Decided<Nothing>{{std::move(wanted)}};
}

Result<Decided<Nothing>> decideWithdraw(const Database& database, RulesCache& cache, VerificationWithdrawn wanted) {
    if (const auto good = checkNote(wanted.reason, "reason"); !good) return std::unexpected(good.error());
    const auto rules = cache.of(database, wanted.network);
    if (!rules) return std::unexpected(rules.error());
    const Link* const link = (*rules)->network().link(wanted.a, wanted.b);
    if (link == nullptr) return fail("NO_LINK", "the network has no such link", wanted.a + ">" + wanted.b);
    if (!link->verification) return Decided<Nothing>{};
    wanted.a = link->a;
    wanted.b = link->b;
    return Decided<Nothing>{{std::move(wanted)}};
}

Result<Decided<Nothing>> decideRemove(const Database& database, const std::string& network) {
    const auto row = readNetworkRow(database, network);
    if (!row) return std::unexpected(row.error());
    if (!*row || (*row)->removed) return noSuchNetwork(network);
    const auto open = hasOpenMissions(database, network);
    if (!open) return std::unexpected(open.error());
    if (*open) return fail("MISSIONS_STAND", "there are missions on this network that are not over", network);
    const auto waiting = readWaitingOrders(database, network);
    if (!waiting) return std::unexpected(waiting.error());
    Decided<Nothing> decided;
    for (const Order& order : *waiting)
        decided.events.emplace_back(OrderRefused{order.id, "NO_SUCH_NETWORK", "the network was removed"});
    decided.events.emplace_back(NetworkRemoved{network});
    return decided;
}

// ---------------------------------------------------------------- orders

Result<Decided<std::string>> decideOrder(const Database& database, RulesCache& cache, NewOrder order, UtcMs now) {
    const auto rules = cache.of(database, order.network);
    if (!rules) return std::unexpected(rules.error());
    if (order.payload_kg < 0) return fail("INVALID_ARGUMENT", "a payload is 0 kg or more", "payload_kg");
    if (order.id.empty()) {
        const auto number = nextOrderNumber(database);
        if (!number) return std::unexpected(number.error());
        order.id = idOf(orderIds, *number);
    } else {
        if (const auto good = checkId(order.id, "id"); !good) return std::unexpected(good.error());
        const auto exists = orderExists(database, order.id);
        if (!exists) return std::unexpected(exists.error());
        if (*exists) return fail("SAME_ID", "there is an order of this name already", order.id);
    }
    if (const auto flyable = canBeFlown((*rules)->network(), order); !flyable) return std::unexpected(flyable.error());
    OrderPlaced event{order.id, order.network, order.stop, order.payload_kg, now, order.deadline};
    return Decided<std::string>{{std::move(event)}, order.id};
}

Result<Decided<Nothing>> decideCancelOrder(const Database& database, const std::string& order,
                                           const std::string& reason) {
    if (const auto good = checkNote(reason, "reason"); !good) return std::unexpected(good.error());
    const auto found = readOrders(database, {order});
    if (!found) return std::unexpected(found.error());
    if (found->empty()) return noSuch("NO_SUCH_ORDER", "order", order);
    const Order& known = found->front();
    if (known.state == OrderState::Booked)
        return fail("NOT_WAITING", std::format("the order is booked; cancel {} first", known.mission), known.mission);
    if (known.state != OrderState::Waiting)
        return fail("NOT_WAITING", std::format("the order is {}", toString(known.state)), order);
    return Decided<Nothing>{{OrderCancelled{order, reason}}};
}

Result<Decided<std::vector<std::string>>> decideDispatch(const Database& database, RulesCache& cache,
                                                         const std::string& network, Dispatch how, bool all, UtcMs now,
                                                         const DroneChoice& drones) {
    const auto rules = cache.of(database, network);
    if (!rules) return std::unexpected(rules.error());
    const auto waiting = readWaitingOrders(database, network);
    if (!waiting) return std::unexpected(waiting.error());
    auto batches = batchesOf((*rules)->network(), *waiting, now, all);
    if (!batches) return std::unexpected(batches.error());
    Dispatcher dispatcher(database, **rules, cache.bookings, how, now);
    if (const auto flown = dispatcher.fly(*std::move(batches)); !flown) return std::unexpected(flown.error());
    if (drones.choose)
        if (const auto chosen = chooseDrones(database, drones.judges, (*rules)->network(), dispatcher.events); !chosen)
            return std::unexpected(chosen.error());
    return Decided<std::vector<std::string>>{std::move(dispatcher.events), std::move(dispatcher.made)};
}

// ---------------------------------------------------------------- missions

Result<Decided<std::string>> decideBook(const Database& database, RulesCache& cache, NewMission mission, UtcMs now,
                                        const DroneJudges& judges) {
    const auto rules = cache.of(database, mission.network);
    if (!rules) return std::unexpected(rules.error());
    auto id = newMissionId(database, mission.request.id);
    if (!id) return std::unexpected(id.error());
    mission.request.id = *id;
    if (!mission.drone.empty())
        if (const auto good = checkId(mission.drone, "drone"); !good) return std::unexpected(good.error());
    const auto orders = servedOrders(database, mission);
    if (!orders) return std::unexpected(orders.error());
    const Batch batch{.orders = *orders, .released = now};
    if (mission.request.stops.empty()) mission.request.stops = batch.stops();
    mission.request.payload_kg = std::max(mission.request.payload_kg, batch.payload_kg());

    const std::set<std::string> nobody;
    const std::vector<Booking> none;
    auto booked = bookedIn(database, mission.network, nobody, none);
    if (!booked) return std::unexpected(booked.error());
    if (!mission.start) {
        const auto index =
            cache.bookings.of(database, mission.network, sinceEpoch_ms(std::min(mission.ready.value_or(now), now)));
        if (!index) return std::unexpected(index.error());
        booked->index = *index;
    }
    const Wanted wanted{.request = mission.request,
                        .dispatch = mission.dispatch,
                        .start = mission.start.transform(sinceEpoch_ms),
                        .ready = sinceEpoch_ms(mission.ready.value_or(now))};
    auto plan = planMission(**rules, wanted, *booked);
    if (!plan) return std::unexpected(plan.error());
    if (const auto free = checkDroneFree(database, (*rules)->network(), mission.drone, *id, plan->start(), plan->end());
        !free)
        return std::unexpected(free.error());
    auto given = giveDrone(database, judges, mission.drone,
                           needOf(plan->route, (*rules)->network(), utcMs(plan->start()), utcMs(plan->end())));
    if (!given) return std::unexpected(given.error());
    auto event = bookedEvent((*rules)->saved(), *std::move(plan), mission.drone, idsOf(*orders));
    event.battery = std::move(given->battery);
    event.notes = std::move(given->notes);
    event.startKept = mission.start.has_value();
    return Decided<std::string>{{std::move(event)}, *std::move(id)};
}

Result<Decided<std::string>> decideBookRoute(const Database& database, RulesCache& cache, const std::string& network,
                                             MissionRoute route, UtcMs start) {
    const auto rules = cache.of(database, network);
    if (!rules) return std::unexpected(rules.error());
    auto id = newMissionId(database, route.request.id);
    if (!id) return std::unexpected(id.error());
    route.request.id = *id;
    const std::set<std::string> nobody;
    const std::vector<Booking> none;
    const auto booked = bookedIn(database, network, nobody, none);
    if (!booked) return std::unexpected(booked.error());
    auto plan = planRoute(**rules, route, {.start = sinceEpoch_ms(start)}, *booked);
    if (!plan) return std::unexpected(plan.error());
    return Decided<std::string>{{bookedEvent((*rules)->saved(), *std::move(plan), {}, {})}, *std::move(id)};
}

Result<Decided<Nothing>> decideRetime(const Database& database, RulesCache& cache, std::vector<Move> moves,
                                      const DroneJudges& judges) {
    if (moves.size() > mostMovesAtOnce)
        return fail("INVALID_ARGUMENT", std::format("at most {} missions are moved at once", mostMovesAtOnce), "moves");
    std::ranges::sort(moves, {}, [](const Move& move) { return std::tie(move.second, move.first); });
    std::set<std::string> moving;
    for (const auto& [mission, start] : moves)
        if (!moving.insert(mission).second) return fail("INVALID_ARGUMENT", "the mission is named twice", mission);
    Decided<Nothing> decided;
    std::map<std::string, std::vector<Booking>> placed; // by network
    for (const auto& [mission, start] : moves) {
        const auto known = missionOf(database, mission);
        if (!known) return std::unexpected(known.error());
        if (const auto plannable = checkPlannable(**known); !plannable) return std::unexpected(plannable.error());
        const auto rules = cache.of(database, (*known)->network);
        if (!rules) return std::unexpected(rules.error());
        auto& made = placed[(*known)->network];
        const auto booked = bookedIn(database, (*known)->network, moving, made);
        if (!booked) return std::unexpected(booked.error());
        auto plan = planRoute(**rules, (*known)->route, {.start = sinceEpoch_ms(start)}, *booked);
        if (!plan) return std::unexpected(plan.error());
        if (const auto free =
                checkDroneFree(database, (*rules)->network(), (*known)->drone, mission, plan->start(), plan->end());
            !free)
            return std::unexpected(free.error());
        plan->booking.id = mission;
        made.push_back(plan->booking);
        if ((*known)->start == start) continue;
        auto given = giveDrone(database, judges, (*known)->drone,
                               needOf((*known)->route, (*rules)->network(), utcMs(plan->start()), utcMs(plan->end())));
        if (!given) return std::unexpected(given.error());
        decided.events.emplace_back(
            MissionRetimed{mission, start, utcMs(plan->end()), std::move(plan->booking.usages), true});
        // What is said of the drone is said of its new time.
        auto said = (*known)->droneNotes;
        std::erase_if(said, [](const DroneNote& note) { return note.kind == DroneNote::Kind::PassedOver; });
        const bool same = given->battery == (*known)->battery && given->notes == said;
        if (judges && !(*known)->drone.empty() && !same)
            decided.events.emplace_back(
                DroneAssigned{mission, (*known)->drone, std::move(given->battery), std::move(given->notes)});
    }
    return decided;
}

Result<Decided<Nothing>> decideAssign(const Database& database, const std::string& mission, const std::string& drone,
                                      const DroneJudges& judges) {
    const auto known = missionOf(database, mission);
    if (!known) return std::unexpected(known.error());
    if (const auto plannable = checkPlannable(**known); !plannable) return std::unexpected(plannable.error());
    if ((*known)->drone == drone) return Decided<Nothing>{};
    DroneGiven given;
    if (!drone.empty()) {
        if (const auto good = checkId(drone, "drone"); !good) return std::unexpected(good.error());
        const auto row = readNetworkRow(database, (*known)->network);
        if (!row) return std::unexpected(row.error());
        const auto saved = *row ? savedNetwork(**row) : Result<SavedNetwork>(SavedNetwork{});
        if (!saved) return std::unexpected(saved.error());
        const Booking& booking = (*known)->booking;
        if (const auto free = checkDroneFree(database, saved->network, drone, mission, booking.begin, booking.end);
            !free)
            return std::unexpected(free.error());
        auto judged = giveDrone(database, judges, drone,
                                needOf((*known)->route, saved->network, utcMs(booking.begin), utcMs(booking.end)));
        if (!judged) return std::unexpected(judged.error());
        given = *std::move(judged);
    }
    return Decided<Nothing>{{DroneAssigned{mission, drone, std::move(given.battery), std::move(given.notes)}}};
}

Result<Decided<Nothing>> decideCancel(const Database& database, const std::string& mission, const std::string& reason) {
    if (const auto good = checkNote(reason, "reason"); !good) return std::unexpected(good.error());
    const auto known = missionOf(database, mission);
    if (!known) return std::unexpected(known.error());
    if (const auto plannable = checkPlannable(**known); !plannable) return std::unexpected(plannable.error());
    return Decided<Nothing>{{MissionCancelled{mission, reason}}};
}

Result<Decided<Nothing>> decideAdvance(const Database& database, const std::string& mission, MissionStep step,
                                       const std::string& note) {
    if (step == MissionStep::Cancelled) return decideCancel(database, mission, note);
    if (const auto good = checkNote(note, "note"); !good) return std::unexpected(good.error());
    const auto known = missionOf(database, mission);
    if (!known) return std::unexpected(known.error());
    if (!mayFollow((*known)->step(), step))
        return fail("NOT_NOW",
                    std::format("the mission is {}; {} may not follow", toString((*known)->step()), toString(step)),
                    mission);
    MissionAdvanced event{.mission = mission, .step = step, .note = note, .delivered = {}, .returned = {}};
    const auto orders = readOrders(database, (*known)->orders);
    if (!orders) return std::unexpected(orders.error());
    const auto ours = [&](const Order& order) { return order.mission == mission && order.state == OrderState::Booked; };
    if (step == MissionStep::HandedOver) {
        event.note = handOverNode(**known, note);
        if (event.note.empty()) return fail("NOT_NOW", "nothing is left to hand over there", note);
        for (const Order& order : *orders)
            if (ours(order) && order.stop.node == event.note) event.delivered.push_back(order.id);
    } else if (step == MissionStep::Completed) {
        for (const Order& order : *orders)
            if (ours(order)) event.returned.push_back(order.id);
    }
    return Decided<Nothing>{{std::move(event)}};
}

Result<Decided<Nothing>> decideActuals(const Database& database, const std::string& mission,
                                       const std::vector<timing::ActualTime<std::int64_t>>& actuals) {
    const auto known = missionOf(database, mission);
    if (!known) return std::unexpected(known.error());
    if (!(*known)->standing()) return fail("NOT_NOW", "the mission is cancelled", mission);
    if (actuals.size() > mostActualsAtOnce)
        return fail("INVALID_ARGUMENT", std::format("at most {} actual times at once", mostActualsAtOnce), "actuals");
    if (actuals.empty()) return Decided<Nothing>{};
    auto all = (*known)->actuals;
    all.insert(all.end(), actuals.begin(), actuals.end());
    const auto times = timesAt((*known)->route, sinceEpoch_ms((*known)->start), all);
    if (!times) return std::unexpected(times.error());
    auto booking = bookingOf((*known)->route, *times);
    if (!booking) return std::unexpected(booking.error());
    return Decided<Nothing>{{ActualsRecorded{.mission = mission,
                                             .actuals = actuals,
                                             .begin = utcMs(booking->begin),
                                             .end = utcMs(booking->end),
                                             .usages = std::move(booking->usages)}}};
}

Result<Decided<Nothing>> decideHandOver(const Database& database, const std::string& mission, HandOverForm form) {
    const auto known = missionOf(database, mission);
    if (!known) return std::unexpected(known.error());
    if (!(*known)->standing()) return fail("NOT_NOW", "the mission is cancelled", mission);
    return Decided<Nothing>{{MissionHandedOver{mission, std::string(nameOf(form))}}};
}

} // namespace haneul::delivery
