#include "core/schedule/dispatch.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace haneul::schedule {

namespace {

constexpr std::size_t mostPermuted = 3;

template <class Time>
Result<Booking<Time>> bookingOf(const Network<Time>& network, const std::string& id,
                                const std::vector<std::string>& stops, const timing::MissionTimes<Time>& times) {
    std::vector<std::string> names{network.base};
    names.insert(names.end(), stops.begin(), stops.end());
    names.push_back(network.base);
    const std::vector<route::SegmentSplit> splits(times.legs.size(), sortieSplit);
    auto usages = timing::occupancy(times, std::span(splits), std::span(std::as_const(names)));
    if (!usages) return std::unexpected(usages.error());
    return Booking<Time>{id, *std::move(usages), times.nodes.front().arrival, times.nodes.back().departure};
}

template <class Time>
Result<PlannedMission<Time>> planInOrder(const Network<Time>& network, const Order<Time>& order, Time ready,
                                         std::span<const Booking<Time>> booked) {
    const auto relative = missionAt(network, order.id, order.stops, Time{});
    if (!relative) return relative;
    return missionAt(network, order.id, order.stops,
                     earliestStart(forbiddenStarts(network, relative->booking, booked), ready));
}

template <class Time>
bool better(const PlannedMission<Time>& first, const PlannedMission<Time>& second) {
    if (first.end() != second.end()) return first.end() < second.end();
    if (first.start() != second.start()) return first.start() < second.start();
    return first.stops < second.stops;
}

} // namespace

template <class Time>
Result<PlannedMission<Time>> missionAt(const Network<Time>& network, const std::string& id,
                                       const std::vector<std::string>& stops, Time start) {
    auto durations = missionDurations(network, stops);
    if (!durations) return std::unexpected(durations.error());
    durations->start = start;
    auto times = timing::missionTimes(*durations);
    if (!times) return std::unexpected(times.error());
    auto booking = bookingOf(network, id, stops, *times);
    if (!booking) return std::unexpected(booking.error());
    return PlannedMission<Time>{id, stops, *std::move(times), *std::move(booking)};
}

template <class Time>
Result<PlannedMission<Time>> planOrder(const Network<Time>& network, const Order<Time>& order, VisitOrder visits,
                                       Time ready, std::span<const Booking<Time>> booked) {
    if (visits == VisitOrder::Given || order.stops.size() < 2) return planInOrder(network, order, ready, booked);
    if (order.stops.size() > mostPermuted)
        return fail("INVALID_ARGUMENT", "the best order is looked for among at most three stops", "stops");
    Order<Time> permuted = order;
    std::ranges::sort(permuted.stops);
    if (std::ranges::adjacent_find(permuted.stops) != permuted.stops.end())
        return fail("REPEATED_NODE", "a mission visits each node once", order.id);
    std::optional<PlannedMission<Time>> best;
    std::optional<Error> refusal;
    do {
        auto planned = planInOrder(network, permuted, ready, booked);
        if (!planned) {
            if (!refusal) refusal = planned.error();
        } else if (!best || better(*planned, *best)) {
            best = *std::move(planned);
        }
    } while (std::ranges::next_permutation(permuted.stops).found);
    if (!best) return std::unexpected(*refusal);
    return *std::move(best);
}

template <class Time>
Result<std::vector<PlannedMission<Time>>> firstComeFirstServed(const Network<Time>& network,
                                                               std::vector<Order<Time>> orders, VisitOrder visits,
                                                               Time preparation, std::vector<Booking<Time>> booked) {
    std::ranges::sort(orders,
                      [](const auto& l, const auto& r) { return std::tie(l.time, l.id) < std::tie(r.time, r.id); });
    std::vector<PlannedMission<Time>> missions;
    for (const auto& order : orders) {
        auto planned =
            planOrder(network, order, visits, order.time + preparation, std::span<const Booking<Time>>(booked));
        if (!planned) {
            Error refusal = planned.error();
            refusal.where = order.id + (refusal.where.empty() ? "" : ": " + refusal.where);
            return std::unexpected(std::move(refusal));
        }
        booked.push_back(planned->booking);
        missions.push_back(*std::move(planned));
    }
    return missions;
}

template <class Time>
Result<std::vector<Order<Time>>> batched(std::vector<SingleOrder<Time>> orders, Time window, std::size_t maxStops) {
    if (!(window >= Time{})) return fail("INVALID_ARGUMENT", "a batching window is 0 or more", "window");
    if (maxStops < 1) return fail("INVALID_ARGUMENT", "a batch has at least one stop", "max_stops");
    std::ranges::sort(orders,
                      [](const auto& l, const auto& r) { return std::tie(l.time, l.id) < std::tie(r.time, r.id); });
    std::vector<Order<Time>> batches;
    bool open = false;
    Time opened{};
    for (const auto& order : orders) {
        if (open && order.time - opened > window) open = false;
        if (!open) {
            batches.push_back({order.id, order.time + window, {order.stop}});
            opened = order.time;
            open = true;
        } else {
            batches.back().id += "+" + order.id;
            if (!std::ranges::contains(batches.back().stops, order.stop)) batches.back().stops.push_back(order.stop);
        }
        if (batches.back().stops.size() >= maxStops) {
            batches.back().time = order.time;
            open = false;
        }
    }
    return batches;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template Result<PlannedMission<Time>> missionAt(const Network<Time>&, const std::string&,                          \
                                                    const std::vector<std::string>&, Time);                            \
    template Result<PlannedMission<Time>> planOrder(const Network<Time>&, const Order<Time>&, VisitOrder, Time,        \
                                                    std::span<const Booking<Time>>);                                   \
    template Result<std::vector<PlannedMission<Time>>> firstComeFirstServed(                                           \
        const Network<Time>&, std::vector<Order<Time>>, VisitOrder, Time, std::vector<Booking<Time>>);                 \
    template Result<std::vector<Order<Time>>> batched(std::vector<SingleOrder<Time>>, Time, std::size_t);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
