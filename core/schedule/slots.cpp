#include "core/schedule/slots.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;
using timing::Usage;

template <class Time>
struct Interval {
    Time begin{};
    Time end{};
};

// The maximal regions in which at least `capacity` of the half-open intervals overlap.
template <class Time>
std::vector<Interval<Time>> crowded(const std::vector<Interval<Time>>& intervals, std::size_t capacity) {
    struct Edge {
        Time at{};
        int step = 0;
    };

    std::vector<Edge> edges;
    for (const auto& interval : intervals) {
        if (!(interval.begin < interval.end)) continue;
        edges.push_back({interval.begin, 1});
        edges.push_back({interval.end, -1});
    }
    // At one instant the beginnings first, so that regions that touch are one.
    std::ranges::sort(edges, [](const Edge& l, const Edge& r) { return l.at != r.at ? l.at < r.at : l.step > r.step; });
    std::vector<Interval<Time>> regions;
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
bool holds(const Usage<Time>& usage) {
    return usage.begin < usage.end; // an empty interval conflicts with nothing
}

// How long after its beginning a link's usage passes the point at `fraction` of the way from the link's end a.
template <class Time>
double passingAfter(const Usage<Time>& usage, const Link<Time>& link, double fraction) {
    const double along = usage.from == link.a ? fraction : 1 - fraction;
    return along * static_cast<double>(usage.end - usage.begin);
}

template <class Time>
std::string placeOf(const Usage<Time>& usage) {
    return usage.kind == PlaceKind::Node ? usage.from : usage.from + ">" + usage.to;
}

template <class Time>
class Search {
public:
    Search(const Network<Time>& network, const Booking<Time>& mission, std::span<const Booking<Time>> booked)
        : m_network(network)
        , m_mission(mission)
        , m_booked(booked) {}

    std::vector<Forbidden<Time>> run() {
        for (const auto& usage : m_mission.usages) {
            if (!holds(usage)) continue;
            if (usage.kind == PlaceKind::Node)
                column(usage);
            else
                link(usage);
        }
        fleet();
        return std::move(m_found);
    }

private:
    void column(const Usage<Time>& wanted) {
        const Time buffer = m_network.bufferOf(wanted.from);
        const auto node = m_network.nodes.find(wanted.from);
        const auto capacity = node == m_network.nodes.end() ? 1 : static_cast<std::size_t>(node->second.capacity);
        std::vector<Interval<Time>> held;
        std::string against;
        for (const auto& booking : m_booked)
            for (const auto& usage : booking.usages)
                if (usage.kind == PlaceKind::Node && usage.from == wanted.from && holds(usage)) {
                    held.push_back({usage.begin - buffer, usage.end + buffer});
                    against = booking.id;
                }
        const bool one = held.size() == 1;
        for (const auto& region : crowded(held, capacity))
            add(region.begin - wanted.end, region.end - wanted.begin, Rule::Column, wanted, one ? against : "");
    }

    void link(const Usage<Time>& wanted) {
        const auto index = m_network.linkBetween(wanted.from, wanted.to);
        if (!index) return;
        for (const auto& booking : m_booked)
            for (const auto& usage : booking.usages) {
                if (usage.kind != PlaceKind::Link || !holds(usage)) continue;
                if (usage.from == wanted.from && usage.to == wanted.to)
                    sameDirection(wanted, usage, booking.id);
                else if (usage.from == wanted.to && usage.to == wanted.from)
                    oppositeDirection(wanted, usage, m_network.links[*index], booking.id);
                else
                    crossings(wanted, *index, usage, booking.id);
            }
    }

    void sameDirection(const Usage<Time>& wanted, const Usage<Time>& booked, const std::string& against) {
        const Time entries = booked.begin - wanted.begin;
        const Time exits = booked.end - wanted.end;
        add(std::min(entries, exits) - m_network.headway, std::max(entries, exits) + m_network.headway,
            Rule::SameDirection, wanted, against);
    }

    void oppositeDirection(const Usage<Time>& wanted, const Usage<Time>& booked, const Link<Time>& link,
                           const std::string& against) {
        if (link.track == Track::Double) return;
        add(booked.begin - wanted.end - m_network.oppositeBuffer, booked.end - wanted.begin + m_network.oppositeBuffer,
            Rule::OppositeDirection, wanted, against);
    }

    void crossings(const Usage<Time>& wanted, std::size_t index, const Usage<Time>& booked,
                   const std::string& against) {
        const auto other = m_network.linkBetween(booked.from, booked.to);
        if (!other) return;
        for (const auto& crossing : m_network.crossings) {
            const bool straight = crossing.first == index && crossing.second == *other;
            if (!straight && !(crossing.second == index && crossing.first == *other)) continue;
            const double wantedAt = straight ? crossing.firstFraction : crossing.secondFraction;
            const double bookedAt = straight ? crossing.secondFraction : crossing.firstFraction;
            const double apart = passingAfter(booked, m_network.links[*other], bookedAt) -
                                 passingAfter(wanted, m_network.links[index], wantedAt);
            const Time between = booked.begin - wanted.begin;
            if constexpr (std::is_floating_point_v<Time>)
                add(between + apart - crossing.separation, between + apart + crossing.separation, Rule::Crossing,
                    wanted, against);
            else // the whole times strictly between the exact limits
                add(between + static_cast<Time>(std::floor(apart)) - crossing.separation,
                    between + static_cast<Time>(std::ceil(apart)) + crossing.separation, Rule::Crossing, wanted,
                    against);
        }
    }

    void fleet() {
        if (!m_network.fleet) return;
        const Time turnaround = m_network.fleet->turnaround;
        std::vector<Interval<Time>> away;
        for (const auto& booking : m_booked)
            away.push_back({booking.begin, booking.end + turnaround});
        const Time needed = m_mission.end - m_mission.begin + turnaround;
        for (const auto& region : crowded(away, m_network.fleet->size))
            m_found.push_back({region.begin - m_mission.begin - needed, region.end - m_mission.begin, Rule::Fleet,
                               m_network.base, away.size() == 1 ? m_booked.front().id : std::string()});
    }

    void add(Time low, Time high, Rule rule, const Usage<Time>& wanted, const std::string& against) {
        if (low < high) m_found.push_back({low, high, rule, placeOf(wanted), against});
    }

    const Network<Time>& m_network;
    const Booking<Time>& m_mission;
    std::span<const Booking<Time>> m_booked;
    std::vector<Forbidden<Time>> m_found;
};

template <class Time>
std::vector<Interval<Time>> ordered(const std::vector<Forbidden<Time>>& forbidden) {
    std::vector<Interval<Time>> intervals;
    intervals.reserve(forbidden.size());
    for (const auto& one : forbidden)
        intervals.push_back({one.low, one.high});
    std::ranges::sort(intervals, {}, &Interval<Time>::begin);
    return intervals;
}

} // namespace

std::string_view toString(Rule rule) {
    switch (rule) {
    case Rule::Column:
        return "column";
    case Rule::OppositeDirection:
        return "opposite_direction";
    case Rule::SameDirection:
        return "same_direction";
    case Rule::Crossing:
        return "crossing";
    case Rule::Fleet:
        return "fleet";
    }
    return "";
}

template <class Time>
std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>& network, const Booking<Time>& mission,
                                             std::span<const Booking<Time>> booked) {
    return Search<Time>(network, mission, booked).run();
}

template <class Time>
std::vector<Window<Time>> availableSlots(const std::vector<Forbidden<Time>>& forbidden, Time ready, Time horizon) {
    std::vector<Window<Time>> windows;
    Time from = ready;
    for (const auto& [low, high] : ordered(forbidden)) {
        if (high <= from) continue;
        if (low >= from) {
            if (low > horizon) break;
            windows.push_back({from, low}); // the ends of an open interval are themselves allowed
        }
        from = std::max(from, high);
    }
    if (from <= horizon) windows.push_back({from, horizon});
    return windows;
}

template <class Time>
Time earliestStart(const std::vector<Forbidden<Time>>& forbidden, Time ready) {
    Time start = ready;
    for (const auto& [low, high] : ordered(forbidden)) {
        if (low >= start) break;
        start = std::max(start, high);
    }
    return start;
}

template <class Time>
std::vector<Forbidden<Time>> violations(const std::vector<Forbidden<Time>>& forbidden, Time start) {
    std::vector<Forbidden<Time>> found;
    std::ranges::copy_if(forbidden, std::back_inserter(found),
                         [start](const auto& one) { return one.low < start && start < one.high; });
    return found;
}

template <class Time>
std::vector<Window<Time>> freeBaseColumn(const Network<Time>& network, std::span<const Booking<Time>> booked,
                                         Time ready, Time horizon) {
    const Time buffer = network.bufferOf(network.base);
    const auto node = network.nodes.find(network.base);
    std::vector<Interval<Time>> held;
    for (const auto& booking : booked)
        for (const auto& usage : booking.usages)
            if (usage.kind == PlaceKind::Node && usage.from == network.base && holds(usage))
                held.push_back({usage.begin - buffer, usage.end + buffer});
    const auto capacity = node == network.nodes.end() ? 1 : static_cast<std::size_t>(node->second.capacity);
    std::vector<Forbidden<Time>> full;
    for (const auto& region : crowded(held, capacity))
        full.push_back({region.begin, region.end, Rule::Column, network.base, {}});
    return availableSlots(full, ready, horizon);
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>&, const Booking<Time>&,                  \
                                                          std::span<const Booking<Time>>);                             \
    template std::vector<Window<Time>> availableSlots(const std::vector<Forbidden<Time>>&, Time, Time);                \
    template Time earliestStart(const std::vector<Forbidden<Time>>&, Time);                                            \
    template std::vector<Forbidden<Time>> violations(const std::vector<Forbidden<Time>>&, Time);                       \
    template std::vector<Window<Time>> freeBaseColumn(const Network<Time>&, std::span<const Booking<Time>>, Time, Time);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
