#include "core/schedule/slots.h"

#include "core/schedule/rules.h"

#include <algorithm>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;
using timing::Usage;

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
        std::vector<Hold<Time>> held;
        for (const auto& booking : m_booked)
            for (const auto& usage : booking.usages)
                if (usage.kind == PlaceKind::Node && usage.from == wanted.from && holds(usage))
                    held.push_back({usage.begin - buffer, usage.end + buffer, &booking.id});
        columnRule(m_network, wanted, std::span<const Hold<Time>>(held), m_found);
    }

    void link(const Usage<Time>& wanted) {
        const LinkRules<Time> rules(m_network, wanted);
        for (const auto& booking : m_booked)
            for (const auto& usage : booking.usages) {
                if (usage.kind != PlaceKind::Link || !holds(usage)) continue;
                if ((usage.from == wanted.from && usage.to == wanted.to) ||
                    (usage.from == wanted.to && usage.to == wanted.from))
                    rules.sameLink(usage, booking.id, m_found);
                for (const auto& crossed : rules.crossed())
                    if ((usage.from == crossed.link->a && usage.to == crossed.link->b) ||
                        (usage.from == crossed.link->b && usage.to == crossed.link->a))
                        rules.crossing(crossed, usage, booking.id, m_found);
            }
    }

    void fleet() {
        if (!m_network.fleet) return;
        std::vector<Hold<Time>> away;
        for (const auto& booking : m_booked)
            away.push_back({booking.begin, booking.end + m_network.fleet->turnaround, &booking.id});
        fleetRule(m_network, m_mission, std::span<const Hold<Time>>(away), m_found);
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
    case Rule::BaseAbsent:
        return "base_absent";
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
    std::vector<Hold<Time>> held;
    for (const auto& booking : booked)
        for (const auto& usage : booking.usages)
            if (usage.kind == PlaceKind::Node && usage.from == network.base && holds(usage))
                held.push_back({usage.begin - buffer, usage.end + buffer, &booking.id});
    std::vector<Forbidden<Time>> full;
    for (const auto& region : crowded(std::span<const Hold<Time>>(held), placesOf(network, network.base)))
        full.push_back({region.begin, region.end, Rule::Column, network.base, {}});
    return availableSlots(full, ready, horizon);
}

template <class Time>
std::vector<Forbidden<Time>> outsideWindows(const Usage<Time>& usage, std::span<const Window<Time>> open,
                                            const std::string& place) {
    std::vector<Window<Time>> windows(open.begin(), open.end());
    std::ranges::sort(windows, {}, &Window<Time>::from);
    std::vector<Window<Time>> starts; // in order and apart: the open windows that touch are one
    for (const auto& window : windows) {
        if (window.to < window.from) continue;
        if (starts.empty() || starts.back().to < window.from)
            starts.push_back(window);
        else
            starts.back().to = std::max(starts.back().to, window.to);
    }
    std::erase_if(starts, [&](const auto& w) { return w.to - w.from < usage.end - usage.begin; });
    std::vector<Forbidden<Time>> closed;
    Time low = std::numeric_limits<Time>::lowest();
    for (const auto& window : starts) {
        closed.push_back({low, window.from - usage.begin, Rule::BaseAbsent, place, {}});
        low = window.to - usage.end;
    }
    closed.push_back({low, never<Time>, Rule::BaseAbsent, place, {}});
    return closed;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>&, const Booking<Time>&,                  \
                                                          std::span<const Booking<Time>>);                             \
    template std::vector<Window<Time>> availableSlots(const std::vector<Forbidden<Time>>&, Time, Time);                \
    template Time earliestStart(const std::vector<Forbidden<Time>>&, Time);                                            \
    template std::vector<Forbidden<Time>> violations(const std::vector<Forbidden<Time>>&, Time);                       \
    template std::vector<Window<Time>> freeBaseColumn(const Network<Time>&, std::span<const Booking<Time>>, Time,      \
                                                      Time);                                                           \
    template std::vector<Forbidden<Time>> outsideWindows(const timing::Usage<Time>&, std::span<const Window<Time>>,    \
                                                         const std::string&);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
