#include "core/schedule/network.h"

#include <cmath>
#include <format>
#include <set>
#include <type_traits>
#include <utility>

namespace haneul::schedule {

namespace {

template <class Time>
bool isDuration(Time value) {
    if constexpr (std::is_floating_point_v<Time>)
        return std::isfinite(value) && value >= 0;
    else
        return value >= 0;
}

std::unexpected<Error> invalid(std::string message, std::string where) {
    return fail("INVALID_ARGUMENT", std::move(message), std::move(where));
}

bool isFraction(double value) {
    return value >= 0 && value <= 1;
}

template <class Time>
Result<void> checkNodes(const Network<Time>& network) {
    if (!network.nodes.contains(network.base)) return invalid("the base is none of the nodes", "network.base");
    for (const auto& [id, node] : network.nodes) {
        if (node.capacity < 1) return invalid("a node has at least one place", "network.nodes." + id);
        for (const Time duration : {node.load, node.unload, node.serve, node.takeOff, node.landing})
            if (!isDuration(duration)) return invalid("a time is 0 or more", "network.nodes." + id);
    }
    for (const auto& [id, buffer] : network.nodeBuffers)
        if (!network.nodes.contains(id) || !isDuration(buffer))
            return invalid("a buffer is 0 or more, of one of the nodes", "network.nodes." + id);
    return {};
}

template <class Time>
Result<void> checkLinks(const Network<Time>& network) {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& link : network.links) {
        const std::string where = std::format("network.links {}-{}", link.a, link.b);
        if (!network.nodes.contains(link.a) || !network.nodes.contains(link.b))
            return invalid("both ends of a link are nodes of the network", where);
        if (link.a == link.b) return invalid("a link leads from one node to another", where);
        if (!isDuration(link.flight)) return invalid("a flight time is 0 or more", where);
        if (!seen.insert(std::minmax(link.a, link.b)).second) return invalid("this link is there twice", where);
    }
    for (const auto& crossing : network.crossings) {
        if (crossing.first >= network.links.size() || crossing.second >= network.links.size() ||
            crossing.first == crossing.second)
            return invalid("a crossing is of two links of the network", "network.crossings");
        if (!isFraction(crossing.firstFraction) || !isFraction(crossing.secondFraction) ||
            !isDuration(crossing.separation))
            return invalid("a crossing lies at 0 to 1 of each link and keeps a time of 0 or more", "network.crossings");
    }
    return {};
}

} // namespace

template <class Time>
std::optional<std::size_t> Network<Time>::linkBetween(std::string_view from, std::string_view to) const {
    for (std::size_t i = 0; i < links.size(); ++i)
        if ((links[i].a == from && links[i].b == to) || (links[i].b == from && links[i].a == to)) return i;
    return std::nullopt;
}

template <class Time>
Time Network<Time>::bufferOf(std::string_view node) const {
    const auto found = nodeBuffers.find(node);
    return found == nodeBuffers.end() ? nodeBuffer : found->second;
}

template <class Time>
Result<void> check(const Network<Time>& network) {
    if (auto fine = checkNodes(network); !fine) return fine;
    if (auto fine = checkLinks(network); !fine) return fine;
    for (const Time duration :
         {network.headway, network.oppositeBuffer, network.nodeBuffer, network.hoverTop, network.hoverLanding})
        if (!isDuration(duration)) return invalid("a time is 0 or more", "network");
    if (network.fleet && (network.fleet->size < 1 || !isDuration(network.fleet->turnaround)))
        return invalid("a fleet has at least one drone and a turnaround of 0 or more", "network.fleet");
    return {};
}

template <class Time>
Result<timing::MissionDurations<Time>> missionDurations(const Network<Time>& network,
                                                        const std::vector<std::string>& stops) {
    if (stops.empty()) return fail("NO_STOPS", "a mission has at least one stop", "stops");
    std::set<std::string_view> seen{network.base};
    for (const auto& stop : stops)
        if (!seen.insert(stop).second) return fail("REPEATED_NODE", "a mission visits each node once", stop);
    timing::MissionDurations<Time> durations;
    std::string_view from = network.base;
    for (std::size_t k = 0; k <= stops.size(); ++k) {
        const std::string_view to = k < stops.size() ? std::string_view(stops[k]) : std::string_view(network.base);
        const auto link = network.linkBetween(from, to);
        if (!link) return fail("NO_LINK", "no link joins these nodes", std::format("{}>{}", from, to));
        if (!network.links[*link].verified)
            return fail("NO_LINK", "the link has not been verified by a test flight", std::format("{}>{}", from, to));
        const Node<Time>& origin = network.nodes.find(from)->second;
        const Node<Time>& target = network.nodes.find(to)->second;
        durations.stays.push_back({k == 0 ? origin.load : origin.serve, network.hoverTop, network.hoverLanding,
                                   k == stops.size() ? target.unload : target.serve});
        durations.flights.push_back({origin.takeOff, network.links[*link].flight, target.landing});
        from = to;
    }
    return durations;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template struct Network<Time>;                                                                                     \
    template Result<void> check(const Network<Time>&);                                                                 \
    template Result<timing::MissionDurations<Time>> missionDurations(const Network<Time>&,                             \
                                                                     const std::vector<std::string>&);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
