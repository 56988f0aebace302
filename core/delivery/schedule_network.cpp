#include "core/delivery/crossings.h"
#include "core/delivery/link_flight.h"
#include "core/delivery/mission.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace haneul::delivery {

namespace {

using ScheduleNetwork = schedule::Network<std::int64_t>;

// The base of missions that name none; any other base while the ground of that one is unknown.
Result<std::string> baseOf(const Network& network) {
    if (const Node* const base = network.node(network.base); base && base->ground_m) return base->id;
    const auto other = std::ranges::find_if(
        network.nodes, [](const Node& node) { return node.kind == NodeKind::Base && node.ground_m; });
    if (other == network.nodes.end())
        return fail("GROUND_UNKNOWN", "no base has a known height of its ground", network.base);
    return other->id;
}

Result<void> addNode(const Node& node, const DroneType& type, ScheduleNetwork& result) {
    const auto up = takeOffOf_ms(node, type);
    if (!up) return std::unexpected(up.error());
    const auto down = landingOf_ms(node, type);
    if (!down) return std::unexpected(down.error());
    result.nodes[node.id] = {.capacity = node.capacity,
                             .load = node.load_ms,
                             .unload = node.unload_ms,
                             .serve = node.serve_ms,
                             .takeOff = *up,
                             .landing = *down};
    if (node.buffer_ms) result.nodeBuffers[node.id] = *node.buffer_ms;
    return {};
}

// An unverified link is not flown by new missions, but one that was booked before its verification was withdrawn is
// still kept apart there from whoever crosses.
bool timed(const Network& network, const Link& link) {
    const auto known = [&](const std::string& id) {
        const Node* const node = network.node(id);
        return node && node->ground_m;
    };
    return known(link.a) && known(link.b);
}

// The links between known grounds, and which each of them is in the result.
Result<std::vector<std::optional<std::size_t>>> addLinks(const Network& network, const DroneType& type,
                                                         ScheduleNetwork& result) {
    std::vector<std::optional<std::size_t>> indices(network.links.size());
    for (std::size_t i = 0; i < network.links.size(); ++i) {
        const Link& link = network.links[i];
        if (!timed(network, link)) continue;
        const auto flight = LinkFlight::make(network, link, link.a, type);
        if (!flight) return std::unexpected(flight.error());
        const auto& parts_ms = flight->flights_ms();
        indices[i] = result.links.size();
        result.links.push_back(
            {.a = link.a,
             .b = link.b,
             .flight = std::accumulate(parts_ms.begin(), parts_ms.end(), DurationMs{0}),
             .track = link.track == TrackKind::Single ? schedule::Track::Single : schedule::Track::Double,
             .verified = link.verification.has_value()});
    }
    return indices;
}

// One that is declared for the same two links near the same place holds in place of the one found: it has a separation
// of its own.
constexpr double sameCrossing = 0.01;

Result<void> addFound(const Network& network, std::string_view droneType,
                      const std::vector<std::optional<std::size_t>>& indices, ScheduleNetwork& result) {
    const auto found = findCrossings(network, droneType);
    if (!found) return std::unexpected(found.error());
    const auto declared = result.crossings;
    for (const FoundCrossing& one : *found) {
        if (!indices[one.first] || !indices[one.second]) continue;
        const schedule::Crossing<std::int64_t> crossing{.first = *indices[one.first],
                                                        .second = *indices[one.second],
                                                        .firstFraction = one.firstFraction,
                                                        .secondFraction = one.secondFraction,
                                                        .separation = network.crossingSeparation_ms};
        const auto same = [&](const schedule::Crossing<std::int64_t>& other) {
            const bool straight = other.first == crossing.first && other.second == crossing.second;
            const bool turned = other.second == crossing.first && other.first == crossing.second;
            const double first = straight ? other.firstFraction : other.secondFraction;
            const double second = straight ? other.secondFraction : other.firstFraction;
            return (straight || turned) && std::abs(first - crossing.firstFraction) <= sameCrossing &&
                   std::abs(second - crossing.secondFraction) <= sameCrossing;
        };
        if (std::ranges::none_of(declared, same)) result.crossings.push_back(crossing);
    }
    return {};
}

void addDeclared(const Network& network, ScheduleNetwork& result) {
    for (const DeclaredCrossing& crossing : network.crossings) {
        const auto first = result.linkBetween(crossing.firstA, crossing.firstB);
        const auto second = result.linkBetween(crossing.secondA, crossing.secondB);
        if (!first || !second) continue; // of a link that cannot be used
        // Declared from its own ends; the link may be drawn the other way round.
        const auto along = [&](std::size_t link, const std::string& a, double fraction) {
            return result.links[link].a == a ? fraction : 1 - fraction;
        };
        result.crossings.push_back({.first = *first,
                                    .second = *second,
                                    .firstFraction = along(*first, crossing.firstA, crossing.firstFraction),
                                    .secondFraction = along(*second, crossing.secondA, crossing.secondFraction),
                                    .separation = crossing.separation_ms});
    }
}

} // namespace

Result<ScheduleNetwork> scheduleNetwork(const Network& network, std::string_view droneType) {
    const DroneType* const type = network.droneType(droneType);
    if (!type) return fail("UNKNOWN_DRONE_TYPE", "the network has no such drone type", std::string(droneType));
    auto base = baseOf(network);
    if (!base) return std::unexpected(base.error());
    ScheduleNetwork result{.base = *std::move(base),
                           .headway = network.headway_ms,
                           .oppositeBuffer = network.oppositeBuffer_ms,
                           .nodeBuffer = network.nodeBuffer_ms,
                           .hoverTop = network.hoverTop_ms,
                           .hoverLanding = network.hoverLanding_ms};
    for (const Node& node : network.nodes)
        if (node.ground_m)
            if (auto added = addNode(node, *type, result); !added) return std::unexpected(added.error());
    const auto indices = addLinks(network, *type, result);
    if (!indices) return std::unexpected(indices.error());
    addDeclared(network, result);
    if (auto added = addFound(network, droneType, *indices, result); !added) return std::unexpected(added.error());
    if (network.fleet) result.fleet = {.size = network.fleet->size, .turnaround = network.fleet->turnaround_ms};
    if (auto fine = schedule::check(result); !fine) return std::unexpected(fine.error());
    return result;
}

} // namespace haneul::delivery
