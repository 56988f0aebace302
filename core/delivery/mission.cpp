#include "core/delivery/mission.h"

#include "core/delivery/link_flight.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numeric>
#include <set>
#include <utility>

namespace haneul::delivery {

namespace {

constexpr double minute_ms = 60'000;

// How a mission is at one of its nodes.
struct Visit {
    const Node* node = nullptr;
    DurationMs stay_ms = 0;
    bool onGround = true;
};

Result<Visit> baseVisit(const Network& network, const std::string& id, bool first) {
    const Node* const node = network.node(id);
    if (!node && std::ranges::contains(network.movingBases, id, &MovingBase::id))
        return fail("NOT_A_BASE", "this base moves; where it stands is decided with the start of the mission", id);
    if (!node) return fail("UNKNOWN_NODE", "the network has no such node", id);
    if (node->kind != NodeKind::Base) return fail("NOT_A_BASE", "a mission begins and ends at a base", id);
    return Visit{node, first ? node->load_ms : node->unload_ms, true};
}

Result<Visit> stopVisit(const Network& network, const Stop& stop) {
    const Node* const node = network.node(stop.node);
    if (!node) return fail("UNKNOWN_NODE", "the network has no such node", stop.node);
    if (stop.stay_ms && *stop.stay_ms < 0) return fail("INVALID_ARGUMENT", "a stay is 0 or more", stop.node);
    const bool drops = stop.handOver == HandOver::Drop;
    return Visit{node, stop.stay_ms.value_or(drops ? node->drop_ms : node->serve_ms), !drops};
}

Result<std::vector<Visit>> visitsOf(const Network& network, const MissionRequest& request) {
    if (request.stops.empty()) return fail("NO_STOPS", "a mission has at least one stop", "stops");
    const std::string& from = request.from.empty() ? network.base : request.from;
    const std::string& to = request.to.empty() ? from : request.to;
    std::vector<Visit> visits;
    std::set<std::string_view> seen{from, to};
    const auto add = [&](Result<Visit> visit) -> Result<void> {
        if (!visit) return std::unexpected(visit.error());
        visits.push_back(*visit);
        return {};
    };
    if (auto added = add(baseVisit(network, from, true)); !added) return std::unexpected(added.error());
    for (const Stop& stop : request.stops) {
        if (auto added = add(stopVisit(network, stop)); !added) return std::unexpected(added.error());
        if (!seen.insert(stop.node).second) return fail("REPEATED_NODE", "a mission visits each node once", stop.node);
    }
    if (auto added = add(baseVisit(network, to, false)); !added) return std::unexpected(added.error());
    return visits;
}

Result<const Link*> linkOf(const Network& network, const Node& from, const Node& to) {
    const std::string where = std::format("{}>{}", from.id, to.id);
    const Link* const link = network.link(from.id, to.id);
    if (!link) return fail("NO_LINK", "no link joins these nodes", where);
    if (!link->verification) return fail("LINK_NOT_VERIFIED", "no test flight has verified this link", where);
    return link;
}

// Rows of P_d and F_d of one leg.
struct Row {
    std::vector<DurationMs> stays;
    std::vector<DurationMs> flights;
};

class LegMaker {
public:
    LegMaker(const Network& network, const DroneType& type)
        : m_network(network)
        , m_type(type) {}

    // Adds the leg and its rows to `mission`.
    Result<void> add(const Visit& from, const Visit& to, MissionRoute& mission) const {
        const auto link = linkOf(m_network, *from.node, *to.node);
        if (!link) return std::unexpected(link.error());
        for (const Visit* visit : {&from, &to})
            if (!visit->node->ground_m)
                return fail("GROUND_UNKNOWN", "the height of the ground here is not known", visit->node->id);
        const auto flight = LinkFlight::make(m_network, **link, from.node->id, m_type);
        if (!flight) return std::unexpected(flight.error());
        auto row = rowOf(from, to, *flight);
        if (!row) return std::unexpected(row.error());
        auto leg = legOf(from, to, *flight);
        if (!leg) return std::unexpected(leg.error());
        mission.durations.stays.push_back(std::move(row->stays));
        mission.durations.flights.push_back(std::move(row->flights));
        mission.legs.push_back(*std::move(leg));
        return {};
    }

private:
    [[nodiscard]] Result<Row> rowOf(const Visit& from, const Visit& to, const LinkFlight& flight) const {
        Row row{.stays = {from.stay_ms}, .flights = {}};
        if (from.onGround) {
            const auto up = takeOffOf_ms(*from.node, m_type);
            if (!up) return std::unexpected(up.error());
            row.flights.push_back(*up);
            row.stays.push_back(m_network.hoverTop_ms);
        }
        row.flights.insert(row.flights.end(), flight.flights_ms().begin(), flight.flights_ms().end());
        row.stays.insert(row.stays.end(), flight.flights_ms().size() - 1, 0); // at the waypoints between
        if (to.onGround) {
            const auto down = landingOf_ms(*to.node, m_type);
            if (!down) return std::unexpected(down.error());
            row.stays.push_back(m_network.hoverLanding_ms);
            row.flights.push_back(*down);
        }
        row.stays.push_back(to.stay_ms);
        return row;
    }

    [[nodiscard]] static Result<Leg> legOf(const Visit& from, const Visit& to, const LinkFlight& flight) {
        Leg leg{.from = from.node->id, .to = to.node->id};
        if (from.onGround) leg.waypoints.push_back({from.node->place, *from.node->ground_m});
        leg.waypoints.insert(leg.waypoints.end(), flight.waypoints().begin(), flight.waypoints().end());
        if (to.onGround) leg.waypoints.push_back({to.node->place, *to.node->ground_m});
        const auto parts = route::split(leg.waypoints, from.node->place, to.node->place);
        if (!parts) return fail(parts.error().code, parts.error().message, std::format("{}>{}", leg.from, leg.to));
        leg.parts = *parts;
        leg.distances =
            route::distances(leg.waypoints, leg.parts, leg.waypoints.front().height_m, leg.waypoints.back().height_m);
        const std::size_t ground = from.onGround ? 1 : 0; // waypoints before those of the link
        leg.distances.flight_m = flight.waypointsAt_m()[leg.parts.flight.last - ground] -
                                 flight.waypointsAt_m()[leg.parts.flight.first - ground];
        return leg;
    }

    const Network& m_network;
    const DroneType& m_type;
};

DurationMs sum(const std::vector<DurationMs>& durations) {
    return std::accumulate(durations.begin(), durations.end(), DurationMs{0});
}

// In the air: the flights, the stays between, and the stays at nodes where it does not land.
DurationMs inTheAir_ms(const MissionRoute& mission, const std::vector<Visit>& visits) {
    DurationMs total = 0;
    for (std::size_t k = 0; k < mission.legs.size(); ++k) {
        const auto& stays = mission.durations.stays[k];
        total += sum(mission.durations.flights[k]) + sum(stays) - stays.front() - stays.back();
        if (!visits[k].onGround) total += visits[k].stay_ms;
    }
    return total;
}

Result<void> withinLimits(const MissionRoute& mission, const DroneType& type) {
    if (mission.distance_m > type.range_m)
        return fail("RANGE_EXCEEDED",
                    std::format("the mission is {:.3f} km long and the drone's range is {:.3f} km",
                                mission.distance_m / 1000, type.range_m / 1000),
                    type.id);
    // The charge is not renewed on the way: what is waited on the ground of a delivery point counts too.
    const DurationMs away_ms =
        mission.total_ms() - mission.durations.stays.front().front() - mission.durations.stays.back().back();
    if (away_ms > type.endurance_ms)
        return fail("ENDURANCE_EXCEEDED",
                    std::format("the mission takes {:.2f} min from take-off to the last landing and one charge lasts "
                                "{:.2f} min",
                                static_cast<double>(away_ms) / minute_ms,
                                static_cast<double>(type.endurance_ms) / minute_ms),
                    type.id);
    return {};
}

Result<void> canCarry(const DroneType& type, double payload_kg) {
    if (!std::isfinite(payload_kg) || payload_kg < 0)
        return fail("INVALID_ARGUMENT", "a payload is 0 or more kg", "payload_kg");
    if (payload_kg > type.maxPayload_kg)
        return fail(
            "PAYLOAD_TOO_HEAVY",
            std::format("the payload is {} kg and the drone carries at most {} kg", payload_kg, type.maxPayload_kg),
            type.id);
    return {};
}

} // namespace

DurationMs MissionRoute::total_ms() const {
    DurationMs total = 0;
    for (std::size_t k = 0; k < durations.stays.size(); ++k) // the stay that two legs share once
        total += sum(durations.flights[k]) + sum(durations.stays[k]) - (k > 0 ? durations.stays[k].front() : 0);
    return total;
}

Result<MissionRoute> missionRoute(const Network& network, const MissionRequest& request) {
    const auto visits = visitsOf(network, request);
    if (!visits) return std::unexpected(visits.error());
    const DroneType* const type = network.droneType(request.droneType);
    if (!type) return fail("UNKNOWN_DRONE_TYPE", "the network has no such drone type", request.droneType);
    if (auto can = canCarry(*type, request.payload_kg); !can) return std::unexpected(can.error());
    MissionRoute mission{.request = request};
    const LegMaker legs(network, *type);
    for (std::size_t k = 0; k < visits->size(); ++k) {
        mission.nodes.push_back((*visits)[k].node->id);
        if (k == 0) continue;
        if (auto added = legs.add((*visits)[k - 1], (*visits)[k], mission); !added)
            return std::unexpected(added.error());
        mission.distance_m += mission.legs.back().distances.total_m();
    }
    mission.flight_ms = inTheAir_ms(mission, *visits);
    if (auto within = withinLimits(mission, *type); !within) return std::unexpected(within.error());
    return mission;
}

Result<Times> timesAt(const MissionRoute& mission, std::int64_t start_ms) {
    return timesAt(mission, start_ms, {});
}

Result<Times> timesAt(const MissionRoute& mission, std::int64_t start_ms,
                      std::span<const timing::ActualTime<std::int64_t>> actuals) {
    auto durations = mission.durations;
    durations.start = start_ms;
    return timing::missionTimes(durations, actuals);
}

Result<Booking> bookingOf(const MissionRoute& mission, const Times& times) {
    std::vector<route::SegmentSplit> splits;
    for (const Leg& leg : mission.legs)
        splits.push_back(leg.parts);
    auto usages = timing::occupancy(times, std::span<const route::SegmentSplit>(splits),
                                    std::span<const std::string>(mission.nodes));
    if (!usages) return std::unexpected(usages.error());
    return Booking{mission.request.id, *std::move(usages), times.nodes.front().arrival, times.nodes.back().departure};
}

} // namespace haneul::delivery
