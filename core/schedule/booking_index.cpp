#include "core/schedule/booking_index.h"

#include "core/schedule/rules.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <type_traits>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;
using timing::Usage;

// Lengths of one class differ by less than a factor of two.
template <class Time>
int lengthClass(Time length) {
    if (!(length > 0)) return 0;
    if constexpr (std::is_floating_point_v<Time>)
        return std::ilogb(length);
    else
        return std::bit_width(static_cast<std::uint64_t>(length));
}

template <class Time>
class IndexSearch {
public:
    IndexSearch(const Network<Time>& network, const Booking<Time>& mission, const BookingIndex<Time>& index, Time ready,
                Time horizon)
        : m_network(network)
        , m_mission(mission)
        , m_index(index)
        , m_ready(ready)
        , m_horizon(horizon) {}

    std::vector<Forbidden<Time>> run() {
        for (const auto& usage : m_mission.usages) {
            if (!holds(usage)) continue;
            if (usage.kind == PlaceKind::Node)
                column(usage);
            else
                link(usage);
        }
        fleet();
        std::erase_if(m_found, [this](const auto& fact) { return !(fact.low < m_horizon && m_ready < fact.high); });
        return std::move(m_found);
    }

private:
    using Entries = std::vector<typename BookingIndex<Time>::Entry>;

    // Whatever the start in [ready, horizon], the usage lies in [ready + begin, horizon + end].
    void column(const Usage<Time>& wanted) {
        const std::size_t places = placesOf(m_network, wanted.from);
        const Time buffer = m_network.bufferOf(wanted.from);
        if (places > 1) {
            crowdedColumnRule(
                wanted,
                m_index.crowdedAtNode(wanted.from, places, buffer, m_ready + wanted.begin, m_horizon + wanted.end),
                m_found);
            return;
        }
        std::vector<Hold<Time>> held;
        for (const auto& entry :
             m_index.atNode(wanted.from, m_ready + wanted.begin - buffer, m_horizon + wanted.end + buffer))
            held.push_back({entry.begin - buffer, entry.end + buffer, &entry.booking->id});
        columnRule(m_network, wanted, std::span<const Hold<Time>>(held), m_found);
    }

    void link(const Usage<Time>& wanted) {
        const LinkRules<Time> rules(m_network, wanted);
        for (const auto& entry : near(wanted, wanted.from, wanted.to, m_network.headway))
            rules.sameLink(*entry.usage, entry.booking->id, m_found);
        for (const auto& entry : near(wanted, wanted.to, wanted.from, m_network.oppositeBuffer))
            rules.sameLink(*entry.usage, entry.booking->id, m_found);
        for (const auto& crossed : rules.crossed()) {
            for (const auto& entry : near(wanted, crossed.link->a, crossed.link->b, crossed.separation))
                rules.crossing(crossed, *entry.usage, entry.booking->id, m_found);
            for (const auto& entry : near(wanted, crossed.link->b, crossed.link->a, crossed.separation))
                rules.crossing(crossed, *entry.usage, entry.booking->id, m_found);
        }
    }

    Entries near(const Usage<Time>& wanted, const std::string& a, const std::string& b, Time margin) {
        return m_index.onLink(a, b, m_ready + wanted.begin - margin, m_horizon + wanted.end + margin);
    }

    void fleet() {
        if (!m_network.fleet) return;
        const auto [size, turnaround] = *m_network.fleet;
        const Time from = m_ready + m_mission.begin;
        const Time to = m_horizon + m_mission.end + turnaround;
        if (size > 1) {
            crowdedFleetRule(m_network, m_mission, m_index.crowdedFleet(size, turnaround, from, to), m_found);
            return;
        }
        std::vector<Hold<Time>> away;
        for (const auto& entry : m_index.missions(from - turnaround, to))
            away.push_back({entry.begin, entry.end + turnaround, &entry.booking->id});
        fleetRule(m_network, m_mission, std::span<const Hold<Time>>(away), m_found);
    }

    const Network<Time>& m_network;
    const Booking<Time>& m_mission;
    const BookingIndex<Time>& m_index;
    Time m_ready;
    Time m_horizon;
    std::vector<Forbidden<Time>> m_found;
};

} // namespace

template <class Time>
Time longestReach(const Network<Time>& network) {
    Time longest = std::max({network.headway, network.oppositeBuffer, network.nodeBuffer});
    for (const auto& [node, buffer] : network.nodeBuffers)
        longest = std::max(longest, buffer);
    for (const auto& crossing : network.crossings)
        longest = std::max(longest, crossing.separation);
    return network.fleet ? std::max(longest, network.fleet->turnaround) : longest;
}

template <class Time>
bool BookingIndex<Time>::Earlier::operator()(const Entry& l, const Entry& r) const {
    if (l.begin != r.begin) return l.begin < r.begin;
    if (l.booking != r.booking) return l.booking->id < r.booking->id;
    return std::less<>{}(l.usage, r.usage); // of one mission: in the order of its usages
}

template <class Time>
void BookingIndex<Time>::Line::insert(const Entry& entry) {
    const Time length = entry.end - entry.begin;
    Layer& layer = layers[lengthClass(length)];
    layer.longest = std::max(layer.longest, length);
    layer.entries.insert(entry);
    begins.insert(std::ranges::upper_bound(begins, entry.begin), entry.begin);
    ends.insert(std::ranges::upper_bound(ends, entry.end), entry.end);
}

template <class Time>
void BookingIndex<Time>::Line::remove(const Entry& entry) {
    const auto layer = layers.find(lengthClass(entry.end - entry.begin));
    layer->second.entries.erase(entry);
    if (layer->second.entries.empty()) layers.erase(layer);
    begins.erase(std::ranges::lower_bound(begins, entry.begin));
    ends.erase(std::ranges::lower_bound(ends, entry.end));
}

template <class Time>
std::vector<typename BookingIndex<Time>::Entry> BookingIndex<Time>::Line::touching(Time from, Time to) const {
    std::vector<Entry> found;
    for (const auto& [length, layer] : layers)
        for (auto entry = layer.entries.lower_bound(from - layer.longest);
             entry != layer.entries.end() && entry->begin <= to; ++entry)
            if (from <= entry->end) found.push_back(*entry);
    return found;
}

template <class Time>
std::vector<Interval<Time>> BookingIndex<Time>::Line::crowded(std::size_t places, Time before, Time after, Time from,
                                                              Time to) const {
    auto begin = std::ranges::upper_bound(begins, from + before);
    auto end = std::ranges::upper_bound(ends, from - after);
    auto there = static_cast<std::size_t>((begin - begins.begin()) - (end - ends.begin()));
    std::vector<Interval<Time>> regions;
    if (there >= places) regions.push_back({from, to});
    while (end != ends.end()) {                                                      // whoever begins also ends
        const bool begun = begin != begins.end() && *begin - before <= *end + after; // at one instant these first
        const Time at = begun ? *begin - before : *end + after;
        if (at > to) break;
        if (begun) {
            ++begin;
            if (++there == places) regions.push_back({at, to});
        } else {
            ++end;
            if (there-- == places) regions.back().end = at;
        }
    }
    std::erase_if(regions, [](const auto& region) { return !(region.begin < region.end); });
    return regions;
}

template <class Time>
BookingIndex<Time>::BookingIndex(std::span<const Booking<Time>> bookings) {
    for (const auto& booking : bookings)
        insert(booking);
}

template <class Time>
typename BookingIndex<Time>::Line& BookingIndex<Time>::lineOf(const Usage<Time>& usage) {
    return usage.kind == PlaceKind::Node ? m_nodes[usage.from] : m_links[{usage.from, usage.to}];
}

template <class Time>
bool BookingIndex<Time>::insert(Booking<Time> booking) {
    std::string id = booking.id;
    const auto [place, isNew] = m_bookings.try_emplace(std::move(id), std::move(booking));
    if (!isNew) return false;
    const Booking<Time>& kept = place->second;
    for (const auto& usage : kept.usages)
        if (holds(usage)) lineOf(usage).insert({usage.begin, usage.end, &kept, &usage});
    m_missions.insert({kept.begin, kept.end, &kept, nullptr});
    return true;
}

template <class Time>
bool BookingIndex<Time>::remove(std::string_view id) {
    const auto place = m_bookings.find(id);
    if (place == m_bookings.end()) return false;
    const Booking<Time>& kept = place->second;
    for (const auto& usage : kept.usages)
        if (holds(usage)) lineOf(usage).remove({usage.begin, usage.end, &kept, &usage});
    m_missions.remove({kept.begin, kept.end, &kept, nullptr});
    m_bookings.erase(place);
    return true;
}

template <class Time>
const Booking<Time>* BookingIndex<Time>::find(std::string_view id) const {
    const auto place = m_bookings.find(id);
    return place == m_bookings.end() ? nullptr : &place->second;
}

template <class Time>
Time BookingIndex<Time>::latestEnd() const {
    return m_missions.ends.empty() ? Time{} : m_missions.ends.back();
}

template <class Time>
std::vector<typename BookingIndex<Time>::Entry> BookingIndex<Time>::atNode(std::string_view node, Time from,
                                                                           Time to) const {
    const auto line = m_nodes.find(node);
    return line == m_nodes.end() ? std::vector<Entry>() : line->second.touching(from, to);
}

template <class Time>
std::vector<typename BookingIndex<Time>::Entry> BookingIndex<Time>::onLink(std::string_view a, std::string_view b,
                                                                           Time from, Time to) const {
    const auto line = m_links.find(std::pair(a, b));
    return line == m_links.end() ? std::vector<Entry>() : line->second.touching(from, to);
}

template <class Time>
std::vector<typename BookingIndex<Time>::Entry> BookingIndex<Time>::missions(Time from, Time to) const {
    return m_missions.touching(from, to);
}

template <class Time>
std::vector<Interval<Time>> BookingIndex<Time>::crowdedAtNode(std::string_view node, std::size_t places, Time buffer,
                                                              Time from, Time to) const {
    const auto line = m_nodes.find(node);
    return line == m_nodes.end() ? std::vector<Interval<Time>>()
                                 : line->second.crowded(places, buffer, buffer, from, to);
}

template <class Time>
std::vector<Interval<Time>> BookingIndex<Time>::crowdedFleet(std::size_t size, Time turnaround, Time from,
                                                             Time to) const {
    return m_missions.crowded(size, Time{}, turnaround, from, to);
}

template <class Time>
std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>& network, const Booking<Time>& mission,
                                             const BookingIndex<Time>& index, Time ready, Time horizon) {
    if (horizon < ready) return {};
    return IndexSearch<Time>(network, mission, index, ready, horizon).run();
}

template <class Time>
Time earliestStart(const Network<Time>& network, const Booking<Time>& mission, const BookingIndex<Time>& index,
                   Time ready, std::span<const Forbidden<Time>> also) {
    const Time past = index.latestEnd() + longestReach(network); // from here on nothing is booked
    Time from = ready;
    Time step = std::max(mission.end - mission.begin, Time{1});
    while (from <= past) {
        const Time to = from + step;
        auto forbidden = forbiddenStarts(network, mission, index, from, to);
        forbidden.insert(forbidden.end(), also.begin(), also.end());
        const auto windows = availableSlots(forbidden, from, to);
        if (!windows.empty()) return windows.front().from;
        from = to;
        step += step;
    }
    return earliestStart(std::vector<Forbidden<Time>>(also.begin(), also.end()), from);
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template Time longestReach(const Network<Time>&);                                                                  \
    template class BookingIndex<Time>;                                                                                 \
    template std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>&, const Booking<Time>&,                  \
                                                          const BookingIndex<Time>&, Time, Time);                      \
    template Time earliestStart(const Network<Time>&, const Booking<Time>&, const BookingIndex<Time>&, Time,           \
                                std::span<const Forbidden<Time>>);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
