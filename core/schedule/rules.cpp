#include "core/schedule/rules.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;
using timing::Usage;

// How long after its beginning a link's usage passes the point at `fraction` of the way from the link's end a. Counted
// from end a in both directions: 1 - 0.9 is not 0.1 in binary, and a boundary would be a hair off.
template <class Time>
double passingAfter(const Usage<Time>& usage, const Link<Time>& link, double fraction) {
    const double whole = static_cast<double>(usage.end - usage.begin);
    return usage.from == link.a ? fraction * whole : whole - fraction * whole;
}

// Whole milliseconds that are whole but for the rounding of a double: 0.07 * 100 is 7.000000000000001.
double withoutRoundingNoise(double value) {
    constexpr double noise = 1e-6;
    const double whole = std::round(value);
    return std::abs(value - whole) < noise ? whole : value;
}

template <class Time>
std::string placeOf(const Usage<Time>& usage) {
    return usage.kind == PlaceKind::Node ? usage.from : usage.from + ">" + usage.to;
}

} // namespace

template <class Time>
std::vector<Interval<Time>> crowded(std::span<const Hold<Time>> held, std::size_t capacity) {
    struct Edge {
        Time at{};
        int step = 0;
    };

    std::vector<Interval<Time>> regions;
    if (held.size() < capacity) return regions;
    std::vector<Edge> edges;
    edges.reserve(2 * held.size());
    for (const auto& hold : held) {
        if (!(hold.begin < hold.end)) continue;
        edges.push_back({hold.begin, 1});
        edges.push_back({hold.end, -1});
    }
    // At one instant the beginnings first, so that regions that touch are one.
    std::ranges::sort(edges, [](const Edge& l, const Edge& r) { return l.at != r.at ? l.at < r.at : l.step > r.step; });
    std::size_t overlapping = 0;
    for (const Edge& edge : edges) {
        const bool was = overlapping >= capacity;
        overlapping = edge.step > 0 ? overlapping + 1 : overlapping - 1;
        const bool is = overlapping >= capacity;
        if (!was && is) regions.push_back({edge.at, {}});
        if (was && !is) regions.back().end = edge.at;
    }
    // A place that is full only for an instant, where one leaves as another comes, is not full at all.
    std::erase_if(regions, [](const auto& region) { return !(region.begin < region.end); });
    return regions;
}

template <class Time>
void crowdedColumnRule(const Usage<Time>& wanted, const std::vector<Interval<Time>>& regions,
                       std::vector<Forbidden<Time>>& found) {
    for (const auto& region : regions)
        found.push_back({region.begin - wanted.end, region.end - wanted.begin, Rule::Column, wanted.from, {}});
}

template <class Time>
void columnRule(const Network<Time>& network, const Usage<Time>& wanted, std::span<const Hold<Time>> held,
                std::vector<Forbidden<Time>>& found) {
    const std::size_t places = placesOf(network, wanted.from);
    if (places > 1) return crowdedColumnRule(wanted, crowded(held, places), found);
    for (const auto& hold : held) // each by itself forbids what it forbids: so one can say who it is
        found.push_back({hold.begin - wanted.end, hold.end - wanted.begin, Rule::Column, wanted.from, *hold.id});
}

template <class Time>
void crowdedFleetRule(const Network<Time>& network, const Booking<Time>& mission,
                      const std::vector<Interval<Time>>& regions, std::vector<Forbidden<Time>>& found) {
    const Time end = mission.end + network.fleet->turnaround;
    if (!(mission.begin < end)) return; // it needs a drone for no time at all
    for (const auto& region : regions)
        found.push_back({region.begin - end, region.end - mission.begin, Rule::Fleet, network.base, {}});
}

template <class Time>
void fleetRule(const Network<Time>& network, const Booking<Time>& mission, std::span<const Hold<Time>> away,
               std::vector<Forbidden<Time>>& found) {
    if (network.fleet->size > 1) return crowdedFleetRule(network, mission, crowded(away, network.fleet->size), found);
    const Time end = mission.end + network.fleet->turnaround;
    if (!(mission.begin < end)) return;
    for (const auto& hold : away)
        if (hold.begin < hold.end)
            found.push_back({hold.begin - end, hold.end - mission.begin, Rule::Fleet, network.base, *hold.id});
}

template <class Time>
LinkRules<Time>::LinkRules(const Network<Time>& network, const Usage<Time>& wanted)
    : m_network(&network)
    , m_wanted(&wanted) {
    const auto index = network.linkBetween(wanted.from, wanted.to);
    if (!index) return;
    m_link = &network.links[*index];
    for (const auto& crossing : network.crossings) {
        if (crossing.first == *index)
            m_crossed.push_back({&network.links[crossing.second], crossing.firstFraction, crossing.secondFraction,
                                 crossing.separation});
        else if (crossing.second == *index)
            m_crossed.push_back(
                {&network.links[crossing.first], crossing.secondFraction, crossing.firstFraction, crossing.separation});
    }
}

template <class Time>
void LinkRules<Time>::sameLink(const Usage<Time>& booked, const std::string& id,
                               std::vector<Forbidden<Time>>& found) const {
    const Usage<Time>& wanted = *m_wanted;
    if (booked.from == wanted.from) {
        const Time entries = booked.begin - wanted.begin;
        const Time exits = booked.end - wanted.end;
        add(std::min(entries, exits) - m_network->headway, std::max(entries, exits) + m_network->headway,
            Rule::SameDirection, id, found);
    } else if (!m_link || m_link->track == Track::Single) {
        add(booked.begin - wanted.end - m_network->oppositeBuffer,
            booked.end - wanted.begin + m_network->oppositeBuffer, Rule::OppositeDirection, id, found);
    }
}

template <class Time>
void LinkRules<Time>::crossing(const Crossed& crossed, const Usage<Time>& booked, const std::string& id,
                               std::vector<Forbidden<Time>>& found) const {
    const double apart = passingAfter(booked, *crossed.link, crossed.bookedFraction) -
                         passingAfter(*m_wanted, *m_link, crossed.wantedFraction);
    const Time between = booked.begin - m_wanted->begin;
    if constexpr (std::is_floating_point_v<Time>) {
        add(between + apart - crossed.separation, between + apart + crossed.separation, Rule::Crossing, id, found);
    } else { // the whole times strictly between the exact limits
        const double exact = withoutRoundingNoise(apart);
        add(between + static_cast<Time>(std::floor(exact)) - crossed.separation,
            between + static_cast<Time>(std::ceil(exact)) + crossed.separation, Rule::Crossing, id, found);
    }
}

template <class Time>
void LinkRules<Time>::add(Time low, Time high, Rule rule, const std::string& id,
                          std::vector<Forbidden<Time>>& found) const {
    if (low < high) found.push_back({low, high, rule, placeOf(*m_wanted), id});
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template std::vector<Interval<Time>> crowded(std::span<const Hold<Time>>, std::size_t);                            \
    template void columnRule(const Network<Time>&, const timing::Usage<Time>&, std::span<const Hold<Time>>,            \
                             std::vector<Forbidden<Time>>&);                                                           \
    template void fleetRule(const Network<Time>&, const Booking<Time>&, std::span<const Hold<Time>>,                   \
                            std::vector<Forbidden<Time>>&);                                                            \
    template void crowdedColumnRule(const timing::Usage<Time>&, const std::vector<Interval<Time>>&,                    \
                                    std::vector<Forbidden<Time>>&);                                                    \
    template void crowdedFleetRule(const Network<Time>&, const Booking<Time>&, const std::vector<Interval<Time>>&,     \
                                   std::vector<Forbidden<Time>>&);                                                     \
    template class LinkRules<Time>;

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
