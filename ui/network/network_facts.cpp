#include "ui/network/network_facts.h"

#include "core/delivery/crossings.h"
#include "core/delivery/link_flight.h"

namespace haneul::network {

using delivery::Link;
using delivery::LinkFlight;
using delivery::Network;

namespace {

std::optional<LinkFlight> flightAlong(const Network& network, const Link& link) {
    if (network.droneTypes.empty()) return std::nullopt;
    auto flight = LinkFlight::make(network, link, link.a, network.droneTypes.front());
    return flight ? std::optional(*std::move(flight)) : std::nullopt;
}

} // namespace

std::optional<double> lengthOf(const Network& network, const Link& link) {
    const auto flight = flightAlong(network, link);
    return flight ? std::optional(flight->length_m()) : std::nullopt;
}

std::optional<delivery::DurationMs> flightOf(const Network& network, const Link& link) {
    if (link.flight_ms) return link.flight_ms;
    const auto flight = flightAlong(network, link);
    return flight ? std::optional(delivery::rounded_ms(flight->total_s())) : std::nullopt;
}

std::vector<CrossingPlace> crossingsOf(const Network& network) {
    std::vector<CrossingPlace> places;
    const auto name = [&](std::size_t link) { return network.links[link].a + ">" + network.links[link].b; };
    if (const auto found = delivery::findCrossings(network))
        for (const delivery::FoundCrossing& crossing : *found)
            places.push_back(
                {name(crossing.first), name(crossing.second), crossing.place, network.crossingSeparation_ms});
    for (const delivery::DeclaredCrossing& crossing : network.crossings) {
        const Link* first = network.link(crossing.firstA, crossing.firstB);
        if (!first) continue;
        const auto flight = flightAlong(network, *first);
        if (!flight) continue;
        const double share = first->a == crossing.firstA ? crossing.firstFraction : 1 - crossing.firstFraction;
        places.push_back({crossing.firstA + ">" + crossing.firstB, crossing.secondA + ">" + crossing.secondB,
                          flight->at(flight->length_m() * share).place, crossing.separation_ms});
    }
    return places;
}

} // namespace haneul::network
