#include "tests/support/delivery/fake_delivery_service.h"

#include <algorithm>
#include <format>
#include <map>
#include <utility>

namespace haneul::tests {

using namespace delivery;

namespace {

constexpr DurationMs horizon_ms = 24 * 3'600'000;

Node place(const char* id, const char* name, NodeKind kind, double latitude_deg, double longitude_deg) {
    return {.id = id,
            .name = name,
            .kind = kind,
            .place = {latitude_deg, longitude_deg},
            .ground_m = 20,
            .top_m = 80,
            .takeOff_ms = 17'000,
            .landing_ms = 26'000};
}

Link track(const char* a, const char* b, DurationMs flight_s, TrackKind kind) {
    return {.a = a,
            .b = b,
            .track = kind,
            .flight_ms = flight_s * 1000,
            .verification = Verification{"kim", utcMs(1'760'000'000'000), "test flight 12"}};
}

// One sortie; `fromAir`, `toAir`: its ends are the tops of the columns (a drop).
struct Sortie {
    const Node& from;
    const Node& to;
    const Link& link;
    DurationMs stayFrom, stayTo;
    bool fromAir, toAir;
};

void addSortie(MissionRoute& route, const Network& network, const Sortie& sortie) {
    Leg leg{.from = sortie.from.id, .to = sortie.to.id};
    std::vector<std::int64_t> stays, flights;
    if (!sortie.fromAir) {
        leg.waypoints.push_back({sortie.from.place, *sortie.from.ground_m});
        stays.push_back(sortie.stayFrom);
        flights.push_back(*sortie.from.takeOff_ms);
    }
    leg.waypoints.push_back({sortie.from.place, sortie.from.top_m});
    stays.push_back(sortie.fromAir ? sortie.stayFrom : network.hoverTop_ms);
    std::vector<route::Waypoint> via = sortie.link.via;
    if (sortie.link.a != sortie.from.id) std::ranges::reverse(via);
    const auto parts = static_cast<DurationMs>(via.size()) + 1;
    for (const route::Waypoint& waypoint : via) {
        leg.waypoints.push_back(waypoint);
        stays.push_back(0);
        flights.push_back(*sortie.link.flight_ms / parts);
    }
    flights.push_back(*sortie.link.flight_ms - (parts - 1) * (*sortie.link.flight_ms / parts));
    leg.waypoints.push_back({sortie.to.place, sortie.to.top_m});
    stays.push_back(sortie.toAir ? sortie.stayTo : network.hoverLanding_ms);
    if (!sortie.toAir) {
        leg.waypoints.push_back({sortie.to.place, *sortie.to.ground_m});
        stays.push_back(sortie.stayTo);
        flights.push_back(*sortie.to.landing_ms);
    }
    leg.parts = *route::split(leg.waypoints, sortie.from.place, sortie.to.place);
    leg.distances = route::distances(leg.waypoints, leg.parts, *sortie.from.ground_m, *sortie.to.ground_m);
    route.distance_m += leg.distances.total_m();
    for (const std::int64_t flight : flights)
        route.flight_ms += flight;
    route.durations.stays.push_back(std::move(stays));
    route.durations.flights.push_back(std::move(flights));
    route.legs.push_back(std::move(leg));
}

schedule::Network<std::int64_t> scheduleOf(const Network& network) {
    schedule::Network<std::int64_t> result{.base = network.base,
                                           .headway = network.headway_ms,
                                           .oppositeBuffer = network.oppositeBuffer_ms,
                                           .nodeBuffer = network.nodeBuffer_ms};
    for (const Node& node : network.nodes)
        result.nodes[node.id] = {.capacity = node.capacity};
    for (const Link& link : network.links)
        result.links.push_back(
            {.a = link.a,
             .b = link.b,
             .flight = link.flight_ms.value_or(0),
             .track = link.track == TrackKind::Single ? schedule::Track::Single : schedule::Track::Double});
    if (network.fleet) result.fleet = {network.fleet->size, network.fleet->turnaround_ms};
    return result;
}

Result<Times> timesFrom(MissionRoute route, std::int64_t start,
                        std::span<const timing::ActualTime<std::int64_t>> actuals = {}) {
    route.durations.start = start;
    return timing::missionTimes<std::int64_t>(route.durations, actuals);
}

Result<Booking> bookingFrom(const std::string& id, const MissionRoute& route, const Times& times) {
    std::vector<route::SegmentSplit> splits;
    for (const Leg& leg : route.legs)
        splits.push_back(leg.parts);
    auto usages = timing::occupancy<std::int64_t>(times, splits, route.nodes);
    if (!usages) return std::unexpected(usages.error());
    return Booking{id, std::move(*usages), times.nodes.front().arrival, times.nodes.back().departure};
}

Error taken(const schedule::Forbidden<std::int64_t>& by) {
    return {"SLOT_TAKEN", "this start is not free",
            std::format("{} {} {}", schedule::toString(by.rule), by.place, by.against)};
}

std::unexpected<Error> noSuch(const char* code, const std::string& id) {
    return fail(code, "there is none of this id", id);
}

} // namespace

struct FakeDeliveryService::Subscribers {
    std::map<int, std::function<void(DeliveryStatePtr)>> all;
    int next = 0;
};

Network referenceNetwork() {
    Network network{.id = "seoul", .name = "Seoul", .base = "BP-01"};
    network.nodes = {place("BP-01", "City hall", NodeKind::Base, 37.5665, 126.9780),
                     place("DP-01", "Namsan", NodeKind::Delivery, 37.5512, 126.9882),
                     place("DP-02", "Seoul station", NodeKind::Delivery, 37.5547, 126.9707),
                     place("DP-03", "Jongno", NodeKind::Delivery, 37.5744, 126.9899),
                     place("DP-04", "Dongdaemun", NodeKind::Delivery, 37.5711, 127.0095),
                     place("DP-05", "Yongsan", NodeKind::Delivery, 37.5326, 126.9905)};
    network.nodes.front().load_ms = 120'000;
    network.nodes.front().unload_ms = 60'000;
    using enum TrackKind;
    network.links = {track("BP-01", "DP-01", 120, Double), track("BP-01", "DP-02", 180, Single),
                     track("BP-01", "DP-03", 150, Single), track("BP-01", "DP-04", 210, Single),
                     track("BP-01", "DP-05", 240, Single), track("DP-01", "DP-02", 90, Single),
                     track("DP-02", "DP-05", 100, Single), track("DP-03", "DP-04", 80, Double),
                     track("DP-04", "DP-05", 110, Single)};
    return network;
}

people::Principal supervisor() {
    return {.user = "park", .scopes = people::scopesOf(people::Role::Supervisor), .session = "s-1", .desk = "desk"};
}

FakeDeliveryService::FakeDeliveryService(UtcMs present)
    : now(present)
    , m_subscribers(std::make_shared<Subscribers>())
    , m_state(std::make_shared<const DeliveryState>()) {}

template <class T>
void FakeDeliveryService::answer(const Done<T>& done, std::function<Result<T>()> work) {
    auto whole = [this, done, work = std::move(work)] {
        if (auto refused = std::exchange(refuseNext, {})) return done(std::unexpected(*refused));
        done(work());
    };
    if (holding)
        m_pending.emplace_back(std::move(whole));
    else
        whole();
}

void FakeDeliveryService::answerAll() {
    for (auto pending = std::exchange(m_pending, {}); const auto& each : pending)
        each();
}

void FakeDeliveryService::setNetwork(Network network) {
    const SavedNetwork* saved = m_state->network(network.id);
    setNetwork(std::move(network), saved ? saved->revision + 1 : 1, "park");
}

void FakeDeliveryService::setNetwork(Network network, std::uint64_t revision, const std::string& by) {
    change([&](DeliveryState& state) {
        const auto found =
            std::ranges::find(state.networks, network.id, [](const auto& each) { return each.network.id; });
        SavedNetwork saved{std::move(network), revision, now, by};
        if (found == state.networks.end())
            state.networks.push_back(std::move(saved));
        else
            *found = std::move(saved);
    });
}

void FakeDeliveryService::addMission(MissionPtr mission) {
    change([&](DeliveryState& state) { state.missions.push_back(std::move(mission)); });
}

void FakeDeliveryService::change(const std::function<void(DeliveryState&)>& how) {
    DeliveryState next = *m_state;
    how(next);
    publish(std::move(next));
}

void FakeDeliveryService::publish(DeliveryState next) {
    ++next.number;
    std::ranges::sort(next.missions, {}, [](const MissionPtr& each) { return std::pair(each->start, each->id); });
    m_state = std::make_shared<const DeliveryState>(std::move(next));
    for (const auto& [id, tell] : m_subscribers->all)
        tell(m_state);
}

DeliveryStatePtr FakeDeliveryService::state() const {
    return m_state;
}

DeliveryService::Subscription FakeDeliveryService::subscribe(std::function<void(DeliveryStatePtr)> subscriber) {
    const int id = m_subscribers->next++;
    m_subscribers->all[id] = std::move(subscriber);
    return {new int(id), [all = m_subscribers](int* ended) {
                all->all.erase(*ended);
                delete ended;
            }};
}

void FakeDeliveryService::saveNetwork(people::Principal by, Network network, std::uint64_t basedOn,
                                      Done<std::uint64_t> revision) {
    calls.push_back("saveNetwork " + network.id);
    answer<std::uint64_t>(revision, [this, by, network, basedOn]() -> Result<std::uint64_t> {
        if (!by.may("network.write")) return fail("FORBIDDEN", "not allowed", "network.write");
        const auto findings = check(network);
        if (!findings.empty() && findings.front().severity == Finding::Severity::Error)
            return fail(findings.front().code, findings.front().message, findings.front().where);
        const SavedNetwork* saved = m_state->network(network.id);
        const std::uint64_t latest = saved ? saved->revision : 0;
        if (latest != basedOn) return fail("STALE_REVISION", "it was changed meanwhile", network.id);
        Network kept = network;
        for (Link& link : kept.links) { // only what was verified counts, and only on the same way
            const Link* before = saved ? saved->network.link(link.a, link.b) : nullptr;
            link.verification = before && before->via == link.via ? before->verification : std::nullopt;
        }
        setNetwork(std::move(kept), latest + 1, by.user);
        return latest + 1;
    });
}

void FakeDeliveryService::verifyLink(people::Principal by, std::string network, std::string a, std::string b,
                                     std::string note, Done<void> done) {
    calls.push_back(std::format("verifyLink {} {} {}: {}", network, a, b, note));
    answer<void>(done, [this, by, network, a, b, note]() -> Result<void> {
        const SavedNetwork* saved = m_state->network(network);
        if (!saved) return noSuch("NO_SUCH_NETWORK", network);
        Network next = saved->network;
        for (Link& link : next.links)
            if (link.a == a && link.b == b) {
                link.verification = Verification{by.user, now, note};
                setNetwork(next);
                return {};
            }
        return noSuch("NO_LINK", a + ">" + b);
    });
}

void FakeDeliveryService::withdrawVerification(people::Principal, std::string network, std::string a, std::string b,
                                               std::string reason, Done<void> done) {
    calls.push_back(std::format("withdrawVerification {} {} {}: {}", network, a, b, reason));
    answer<void>(done, [this, network, a, b]() -> Result<void> {
        const SavedNetwork* saved = m_state->network(network);
        if (!saved) return noSuch("NO_SUCH_NETWORK", network);
        Network next = saved->network;
        for (Link& link : next.links)
            if (link.a == a && link.b == b) {
                link.verification.reset();
                setNetwork(next);
                return {};
            }
        return noSuch("NO_LINK", a + ">" + b);
    });
}

void FakeDeliveryService::removeNetwork(people::Principal, std::string network, Done<void> done) {
    calls.push_back("removeNetwork " + network);
    answer<void>(done, [this, network]() -> Result<void> {
        if (!m_state->network(network)) return noSuch("NO_SUCH_NETWORK", network);
        if (std::ranges::any_of(m_state->missions, [&](const MissionPtr& mission) {
                return mission->network == network && mission->standing();
            }))
            return fail("MISSIONS_STAND", "missions are booked on it", network);
        change([&](DeliveryState& state) {
            std::erase_if(state.networks, [&](const SavedNetwork& each) { return each.network.id == network; });
        });
        return {};
    });
}

void FakeDeliveryService::placeOrder(people::Principal by, NewOrder order, Done<std::string> id) {
    calls.push_back("placeOrder " + order.stop.node);
    answer<std::string>(id, [this, by, order]() -> Result<std::string> {
        const SavedNetwork* saved = m_state->network(order.network);
        if (!saved) return noSuch("NO_SUCH_NETWORK", order.network);
        if (!saved->network.node(order.stop.node)) return noSuch("UNKNOWN_NODE", order.stop.node);
        const DroneType* drone = saved->network.droneType({});
        if (drone && order.payload_kg > drone->maxPayload_kg)
            return fail("PAYLOAD_TOO_HEAVY",
                        std::format("{} kg, the drone carries {} kg", order.payload_kg, drone->maxPayload_kg),
                        drone->id);
        const std::string given = order.id.empty() ? std::format("O-{:06}", ++m_orders) : order.id;
        change([&](DeliveryState& state) {
            state.orders.push_back({.id = given,
                                    .network = order.network,
                                    .stop = order.stop,
                                    .payload_kg = order.payload_kg,
                                    .placed = now,
                                    .deadline = order.deadline,
                                    .by = by.user});
        });
        return given;
    });
}

void FakeDeliveryService::cancelOrder(people::Principal, std::string order, std::string reason, Done<void> done) {
    calls.push_back(std::format("cancelOrder {}: {}", order, reason));
    answer<void>(done, [this, order, reason]() -> Result<void> {
        if (std::ranges::find(m_state->orders, order, &Order::id) == m_state->orders.end())
            return noSuch("NO_SUCH_ORDER", order);
        change([&](DeliveryState& state) {
            Order& changed = *std::ranges::find(state.orders, order, &Order::id);
            changed.state = OrderState::Cancelled;
            changed.reason = reason;
        });
        return {};
    });
}

void FakeDeliveryService::dispatch(people::Principal by, std::string network, Dispatch how, bool all,
                                   Done<std::vector<std::string>> missions) {
    const std::string_view way = how == Dispatch::Optimised ? "optimised" : how == Dispatch::Best ? "best" : "given";
    calls.push_back(std::format("dispatch {} {} {}", network, way, all ? "all" : "after windows"));
    answer<std::vector<std::string>>(missions,
                                     [this, by, network, how, all] { return dispatchNow(by, network, how, all); });
}

// Each order flies alone; with `all` false only those whose batching window is over.
Result<std::vector<std::string>> FakeDeliveryService::dispatchNow(const people::Principal& by,
                                                                  const std::string& network, Dispatch how, bool all) {
    const SavedNetwork* saved = m_state->network(network);
    if (!saved) return noSuch("NO_SUCH_NETWORK", network);
    const milliseconds window{saved->network.batchWindow_ms};
    std::vector<std::string> made;
    const std::vector<Order> orders = m_state->orders;
    for (const Order& order : orders) {
        if (order.network != network || order.state != OrderState::Waiting) continue;
        if (!all && order.placed + window > now) continue;
        const auto booked = book(by, {.network = network,
                                      .request = {.stops = {order.stop}, .payload_kg = order.payload_kg},
                                      .orders = {order.id},
                                      .dispatch = how});
        if (booked) {
            made.push_back(*booked);
            continue;
        }
        change([&](DeliveryState& state) {
            Order& refused = *std::ranges::find(state.orders, order.id, &Order::id);
            refused.state = OrderState::Refused;
            refused.reason = booked.error().code + ": " + booked.error().message;
        });
    }
    return made;
}

Result<MissionRoute> FakeDeliveryService::routeOf(const std::string& id, const MissionRequest& request) const {
    const SavedNetwork* saved = m_state->network(id);
    if (!saved) return noSuch("NO_SUCH_NETWORK", id);
    const Network& network = saved->network;
    if (request.stops.empty()) return fail("NO_STOPS", "a mission goes to at least one delivery point");
    MissionRoute route{.request = request};
    const std::string base = request.from.empty() ? network.base : request.from;
    route.nodes.push_back(base);
    for (const Stop& stop : request.stops)
        route.nodes.push_back(stop.node);
    route.nodes.push_back(request.to.empty() ? base : request.to);
    const auto stayAt = [&](std::size_t index) {
        const Node& node = *network.node(route.nodes[index]);
        if (index == 0) return node.load_ms;
        if (index + 1 == route.nodes.size()) return node.unload_ms;
        const Stop& stop = request.stops[index - 1];
        return stop.stay_ms.value_or(stop.handOver == HandOver::Drop ? node.drop_ms : node.serve_ms);
    };
    const auto fromAir = [&](std::size_t index) {
        return index > 0 && index + 1 < route.nodes.size() && request.stops[index - 1].handOver == HandOver::Drop;
    };
    for (const std::string& node : route.nodes)
        if (!network.node(node)) return noSuch("UNKNOWN_NODE", node);
    for (std::size_t i = 0; i + 1 < route.nodes.size(); ++i) {
        const Link* link = network.link(route.nodes[i], route.nodes[i + 1]);
        const std::string where = route.nodes[i] + ">" + route.nodes[i + 1];
        if (!link) return fail("NO_LINK", "there is no link", where);
        if (!link->verification) return fail("LINK_NOT_VERIFIED", "the link is not verified", where);
        addSortie(route, network,
                  {*network.node(route.nodes[i]), *network.node(route.nodes[i + 1]), *link, stayAt(i), stayAt(i + 1),
                   fromAir(i), fromAir(i + 1)});
    }
    return route;
}

std::vector<FakeDeliveryService::Forbidden>
FakeDeliveryService::forbidden(const std::string& network, const MissionRoute& route, std::string_view ignoring) const {
    std::vector<Booking> booked;
    for (const MissionPtr& mission : m_state->missions)
        if (mission->network == network && mission->standing() && mission->id != ignoring)
            booked.push_back(mission->booking);
    const auto times = timesFrom(route, 0);
    const auto booking = bookingFrom({}, route, *times);
    return schedule::forbiddenStarts<std::int64_t>(scheduleOf(m_state->network(network)->network), *booking, booked);
}

void FakeDeliveryService::slots(people::Principal, SlotQuery query, Done<SlotAnswer> done) {
    calls.push_back(std::format("slots {} {}", query.network, query.request.stops.size()));
    answer<SlotAnswer>(done, [this, query]() -> Result<SlotAnswer> {
        const auto route = routeOf(query.network, query.request);
        if (!route) return std::unexpected(route.error());
        SlotAnswer result{.forbidden = forbidden(query.network, *route, query.ignoring)};
        const std::int64_t from = sinceEpoch_ms(query.from);
        const std::int64_t to = sinceEpoch_ms(query.to);
        result.windows = schedule::availableSlots(result.forbidden, from, to);
        if (!result.windows.empty()) result.earliest = utcMs(result.windows.front().from);
        std::vector<Booking> booked;
        for (const MissionPtr& mission : m_state->missions)
            if (mission->standing() && mission->id != query.ignoring) booked.push_back(mission->booking);
        result.baseFree = schedule::freeBaseColumn<std::int64_t>(scheduleOf(m_state->network(query.network)->network),
                                                                 booked, from, to);
        return result;
    });
}

Result<std::string> FakeDeliveryService::book(const people::Principal& by, const NewMission& wanted) {
    auto route = routeOf(wanted.network, wanted.request);
    if (!route) return std::unexpected(route.error());
    const auto closed = forbidden(wanted.network, *route, {});
    std::int64_t start = sinceEpoch_ms(wanted.start.value_or(wanted.ready.value_or(now)));
    if (wanted.start) {
        if (const auto broken = schedule::violations(closed, start); !broken.empty())
            return std::unexpected(taken(broken.front()));
    } else {
        start = schedule::earliestStart(closed, start);
    }
    const auto times = timesFrom(*route, start);
    if (!times) return std::unexpected(times.error());
    Mission mission{.id = wanted.request.id.empty() ? std::format("M-{:06}", ++m_missions) : wanted.request.id,
                    .network = wanted.network,
                    .revision = m_state->network(wanted.network)->revision,
                    .drone = wanted.drone,
                    .orders = wanted.orders,
                    .route = *route,
                    .start = utcMs(start),
                    .planned = *times,
                    .times = *times,
                    .steps = {{MissionStep::Booked, now, by.user, {}}}};
    mission.booking = *bookingFrom(mission.id, *route, *times);
    change([&](DeliveryState& state) {
        for (Order& order : state.orders)
            if (std::ranges::contains(mission.orders, order.id)) {
                order.state = OrderState::Booked;
                order.mission = mission.id;
            }
        state.missions.push_back(std::make_shared<const Mission>(mission));
    });
    return mission.id;
}

void FakeDeliveryService::bookMission(people::Principal by, NewMission mission, Done<std::string> id) {
    calls.push_back(std::format("bookMission {} {}{}", mission.network, mission.request.stops.size(),
                                mission.dispatch == Dispatch::Optimised ? " optimised"
                                : mission.dispatch == Dispatch::Best    ? " best"
                                                                        : ""));
    answer<std::string>(id, [this, by, mission] { return book(by, mission); });
}

Result<void> FakeDeliveryService::changeMission(const std::string& id,
                                                const std::function<Result<void>(Mission&)>& how) {
    const MissionPtr before = m_state->mission(id);
    if (!before) return noSuch("NO_SUCH_MISSION", id);
    Mission changed = *before;
    if (auto done = how(changed); !done) return done;
    change([&](DeliveryState& state) {
        *std::ranges::find(state.missions, before) = std::make_shared<const Mission>(changed);
        checkAgain(state);
    });
    return {};
}

namespace {

Result<void> startAt(Mission& mission, UtcMs start) {
    mission.start = start;
    mission.planned = *timesFrom(mission.route, sinceEpoch_ms(start));
    mission.times = mission.planned;
    mission.booking = *bookingFrom(mission.id, mission.route, mission.times);
    return {};
}

} // namespace

void FakeDeliveryService::retimeMission(people::Principal, std::string mission, UtcMs start, Done<void> done) {
    calls.push_back(std::format("retimeMission {} {}", mission, toRfc3339(start)));
    answer<void>(done, [this, mission, start] {
        return changeMission(mission, [&](Mission& changed) -> Result<void> {
            if (changed.step() != MissionStep::Booked && changed.step() != MissionStep::Prepared)
                return fail("MISSION_UNDER_WAY", "it has left the ground", mission);
            const auto closed = forbidden(changed.network, changed.route, mission);
            if (const auto broken = schedule::violations(closed, sinceEpoch_ms(start)); !broken.empty())
                return std::unexpected(taken(broken.front()));
            return startAt(changed, start);
        });
    });
}

void FakeDeliveryService::retimeMissions(people::Principal, std::vector<std::pair<std::string, UtcMs>> starts,
                                         Done<void> done) {
    std::string call = "retimeMissions";
    for (const auto& [mission, start] : starts)
        call += std::format(" {} {}", mission, toRfc3339(start));
    calls.push_back(std::move(call));
    answer<void>(done, [this, starts]() -> Result<void> {
        for (const auto& [mission, start] : starts)
            if (auto moved = changeMission(mission, [&](Mission& changed) { return startAt(changed, start); }); !moved)
                return moved;
        return {};
    });
}

void FakeDeliveryService::assignDrone(people::Principal, std::string mission, std::string drone, Done<void> done) {
    calls.push_back(std::format("assignDrone {} {}", mission, drone));
    answer<void>(done, [this, mission, drone] {
        return changeMission(mission, [&](Mission& changed) -> Result<void> {
            changed.drone = drone;
            return {};
        });
    });
}

void FakeDeliveryService::cancelMission(people::Principal by, std::string mission, std::string reason,
                                        Done<void> done) {
    calls.push_back(std::format("cancelMission {}: {}", mission, reason));
    answer<void>(done, [this, by, mission, reason] {
        return changeMission(mission, [&](Mission& changed) -> Result<void> {
            if (!mayFollow(changed.step(), MissionStep::Cancelled))
                return fail("MISSION_UNDER_WAY", "it has left the ground", mission);
            changed.steps.push_back({MissionStep::Cancelled, now, by.user, reason});
            return {};
        });
    });
}

void FakeDeliveryService::advanceMission(people::Principal by, std::string mission, MissionStep step, std::string note,
                                         Done<void> done) {
    calls.push_back(std::format("advanceMission {} {} {}", mission, toString(step), note));
    answer<void>(done, [this, by, mission, step, note] {
        return changeMission(mission, [&](Mission& changed) -> Result<void> {
            if (!mayFollow(changed.step(), step)) return fail("NOT_NOW", "the step may not follow", mission);
            changed.steps.push_back({step, now, by.user, note});
            return {};
        });
    });
}

void FakeDeliveryService::recordActuals(people::Principal, std::string mission,
                                        std::vector<timing::ActualTime<std::int64_t>> actuals, Done<void> done) {
    calls.push_back(std::format("recordActuals {} {}", mission, actuals.size()));
    answer<void>(done, [this, mission, actuals] {
        return changeMission(mission, [&](Mission& changed) -> Result<void> {
            std::ranges::copy(actuals, std::back_inserter(changed.actuals));
            auto times = timesFrom(changed.route, sinceEpoch_ms(changed.start), changed.actuals);
            if (!times) return std::unexpected(times.error());
            changed.times = *std::move(times);
            changed.booking = *bookingFrom(mission, changed.route, changed.times);
            return {};
        });
    });
}

// Those that have not left the ground and no longer fit among the earlier ones.
void FakeDeliveryService::checkAgain(DeliveryState& state) const {
    state.conflicts.clear();
    for (const MissionPtr& later : state.missions) {
        if (!later->standing() || (later->step() != MissionStep::Booked && later->step() != MissionStep::Prepared))
            continue;
        const SavedNetwork* saved = state.network(later->network);
        if (!saved) continue;
        std::vector<Booking> earlier, others;
        for (const MissionPtr& other : state.missions) {
            if (other == later || !other->standing()) continue;
            others.push_back(other->booking);
            if (other->start <= later->start) earlier.push_back(other->booking);
        }
        const auto relative = bookingFrom({}, later->route, *timesFrom(later->route, 0));
        const auto rules = scheduleOf(saved->network);
        const std::int64_t start = sinceEpoch_ms(later->start);
        const auto broken =
            schedule::violations(schedule::forbiddenStarts<std::int64_t>(rules, *relative, earlier), start);
        if (broken.empty()) continue;
        const std::int64_t free =
            schedule::earliestStart(schedule::forbiddenStarts<std::int64_t>(rules, *relative, others), start);
        MissionConflict conflict{later->id, broken.front().against, broken.front().rule, broken.front().place};
        if (free - start < horizon_ms) conflict.proposedStart = utcMs(free);
        state.conflicts.push_back(std::move(conflict));
    }
}

void FakeDeliveryService::handOver(people::Principal, std::string mission, HandOverForm form, Done<std::string> done) {
    calls.push_back(std::format("handOver {} {}", mission, static_cast<int>(form)));
    answer<std::string>(done, [this, mission, form]() -> Result<std::string> {
        const MissionPtr found = m_state->mission(mission);
        if (!found) return noSuch("NO_SUCH_MISSION", mission);
        if (form == HandOverForm::MavlinkItems) return "QGC WPL 110\n0\t1\t0\t16\t0\t0\t0\t0\t37.5\t126.9\t20\t1\n";
        return std::format(R"({{"mission":"{}","fileType":"{}"}})", mission,
                           form == HandOverForm::QgcPlan ? "Plan" : "mission");
    });
}

} // namespace haneul::tests
