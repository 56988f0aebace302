#include "core/schedule/optimiser.h"

#include "core/schedule/sequence_search.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::schedule {

namespace {

template <class Time>
Result<Way<Time>> wayOf(const Network<Time>& network, const DueOrder<Time>& due,
                        const std::vector<std::string>& stops) {
    auto mission = missionAt(network, due.order.id, stops, Time{});
    if (!mission) return std::unexpected(mission.error());
    Way<Time> way{.booking = std::move(mission->booking), .handOvers = {}};
    for (std::size_t k = 1; k + 1 < mission->times.nodes.size(); ++k)
        way.handOvers.push_back({mission->times.nodes[k].departure, due.order.time, due.deadline});
    return way;
}

// An order with all ways to fly it; there is one for an order that first come, first served has planned.
template <class Time>
struct OrderJob {
    const DueOrder<Time>* due = nullptr;
    std::vector<std::vector<std::string>> stops; // of each way
    Job<Time> job;
};

template <class Time>
OrderJob<Time> jobOf(const Network<Time>& network, const DueOrder<Time>& due, VisitOrder visits, Time preparation) {
    OrderJob<Time> job{.due = &due, .stops = {}, .job = {.ways = {}, .ready = due.order.time + preparation}};
    std::vector<std::string> stops = due.order.stops;
    if (visits == VisitOrder::Best) std::ranges::sort(stops);
    do {
        if (auto way = wayOf(network, due, stops)) {
            job.stops.push_back(stops);
            job.job.ways.push_back(*std::move(way));
        }
    } while (visits == VisitOrder::Best && std::ranges::next_permutation(stops).found);
    return job;
}

template <class Time>
class Rolling {
public:
    using Placed = SequenceSearch<Time>::Placed;

    Rolling(const Network<Time>& network, const std::vector<DueOrder<Time>>& orders,
            const OptimiserSettings<Time>& settings, std::span<const Booking<Time>> booked)
        : m_index(booked)
        , m_search(network, settings.objective, m_index) {
        for (const auto& due : orders)
            m_jobs.push_back(jobOf(network, due, settings.visits, settings.preparation));
        for (const auto& job : m_jobs)
            m_byJob.emplace(&job.job, &job);
        for (const auto& job : m_jobs) {
            comesIn(job, settings.window);
            m_search.improve(settings.evaluations);
        }
        m_search.freeze(m_search.open().size());
    }

    [[nodiscard]] std::size_t evaluations() const { return m_search.evaluations(); }

    [[nodiscard]] Result<std::vector<PlannedMission<Time>>> missions(const Network<Time>& network) const {
        std::vector<PlannedMission<Time>> missions;
        for (const Placed& placed : m_search.frozen()) {
            const OrderJob<Time>& job = *m_byJob.at(placed.job);
            auto mission = missionAt(network, job.due->order.id, job.stops[placed.way], placed.start);
            if (!mission) return std::unexpected(mission.error());
            missions.push_back(*std::move(mission));
        }
        return missions;
    }

private:
    void comesIn(const OrderJob<Time>& job, Time window) {
        const Time now = job.due->order.time;
        m_search.setNow(now);
        // Those that stay come first: the others were planned around them, or are planned anew behind them.
        m_search.freeze(m_search.putFirst([&](const Placed& placed) {
            return placed.start < now || now - m_byJob.at(placed.job)->due->order.time > window;
        }));
        m_search.placeAnew();
        m_search.addEarliest(job.job);
    }

    BookingIndex<Time> m_index;
    SequenceSearch<Time> m_search;
    std::vector<OrderJob<Time>> m_jobs;
    std::map<const Job<Time>*, const OrderJob<Time>*> m_byJob;
};

template <class Time>
Result<void> checkInput(const std::vector<DueOrder<Time>>& orders, const OptimiserSettings<Time>& settings,
                        std::span<const Booking<Time>> booked) {
    if (!(settings.window >= Time{})) return fail("INVALID_ARGUMENT", "a window is 0 or more", "window");
    std::set<std::string_view> seen;
    for (const auto& booking : booked)
        seen.insert(booking.id);
    for (const auto& due : orders)
        if (!seen.insert(due.order.id).second)
            return fail("INVALID_ARGUMENT", "each order is there once and not booked yet", due.order.id);
    return {};
}

// Sums `of` (time of the order, its deadline, end of the hand-over) over all stops.
template <class Time, class Of>
Time sumOverStops(std::span<const DueOrder<Time>> orders, std::span<const PlannedMission<Time>> missions, Of of) {
    std::map<std::string_view, const PlannedMission<Time>*> byId;
    for (const auto& mission : missions)
        byId.emplace(mission.id, &mission);
    Time sum{};
    for (const auto& due : orders) {
        const auto mission = byId.find(due.order.id);
        if (mission == byId.end()) continue;
        const auto& nodes = mission->second->times.nodes;
        for (std::size_t k = 1; k + 1 < nodes.size(); ++k)
            sum += of(due, nodes[k].departure);
    }
    return sum;
}

} // namespace

template <class Time>
Time totalDeliveryTime(std::span<const DueOrder<Time>> orders, std::span<const PlannedMission<Time>> missions) {
    return sumOverStops(orders, missions, [](const auto& due, Time handedOver) { return handedOver - due.order.time; });
}

template <class Time>
Time totalLateness(std::span<const DueOrder<Time>> orders, std::span<const PlannedMission<Time>> missions) {
    return sumOverStops(orders, missions, [](const auto& due, Time handedOver) {
        return due.deadline ? std::max(Time{}, handedOver - *due.deadline) : Time{};
    });
}

template <class Time>
Result<OptimisedPlan<Time>> optimise(const Network<Time>& network, std::vector<DueOrder<Time>> orders,
                                     const OptimiserSettings<Time>& settings, std::span<const Booking<Time>> booked) {
    if (auto fine = checkInput(orders, settings, booked); !fine) return std::unexpected(fine.error());
    std::ranges::sort(orders, [](const auto& l, const auto& r) {
        return std::tie(l.order.time, l.order.id) < std::tie(r.order.time, r.order.id);
    });
    std::vector<Order<Time>> plain;
    for (const auto& due : orders)
        plain.push_back(due.order);
    auto inTurn = firstComeFirstServed(network, plain, settings.visits, settings.preparation,
                                       std::vector<Booking<Time>>(booked.begin(), booked.end()));
    if (!inTurn) return std::unexpected(inTurn.error());
    const Rolling<Time> rolling(network, orders, settings, booked);
    auto found = rolling.missions(network);
    if (!found) return std::unexpected(found.error());
    const auto costOf = [&](const std::vector<PlannedMission<Time>>& missions) {
        const Time delivery = totalDeliveryTime<Time>(orders, missions);
        const Time late = totalLateness<Time>(orders, missions);
        return settings.objective == Objective::DeliveryTime ? Cost<Time>{delivery, late} : Cost<Time>{late, delivery};
    };
    OptimisedPlan<Time> plan;
    plan.improved = costOf(*found) < costOf(*inTurn);
    plan.fellBack = costOf(*inTurn) < costOf(*found);
    plan.missions = plan.improved ? *std::move(found) : *std::move(inTurn);
    plan.deliveryTime = totalDeliveryTime<Time>(orders, plan.missions);
    plan.lateness = totalLateness<Time>(orders, plan.missions);
    plan.evaluations = rolling.evaluations();
    return plan;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template Time totalDeliveryTime(std::span<const DueOrder<Time>>, std::span<const PlannedMission<Time>>);           \
    template Time totalLateness(std::span<const DueOrder<Time>>, std::span<const PlannedMission<Time>>);               \
    template Result<OptimisedPlan<Time>> optimise(const Network<Time>&, std::vector<DueOrder<Time>>,                   \
                                                  const OptimiserSettings<Time>&, std::span<const Booking<Time>>);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
