#include "core/schedule/optimiser.h"

#include "core/schedule/booking_index.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace haneul::schedule {

namespace {

// One way to fly an order, counted from its start.
template <class Time>
struct Variant {
    std::vector<std::string> stops;
    Booking<Time> booking;
    std::vector<Time> handOvers; // ends of the hand-overs
};

template <class Time>
struct Cost {
    Time first{};
    Time second{};

    Cost& operator+=(const Cost& other) {
        first += other.first;
        second += other.second;
        return *this;
    }

    Cost& operator-=(const Cost& other) {
        first -= other.first;
        second -= other.second;
        return *this;
    }

    bool operator<(const Cost& other) const { return std::tie(first, second) < std::tie(other.first, other.second); }
};

// An order with its place in the plan.
template <class Time>
struct Job {
    const DueOrder<Time>* due = nullptr;
    const std::vector<Variant<Time>>* variants = nullptr;
    std::size_t variant = 0;
    Time start{};
    Cost<Time> cost{};

    [[nodiscard]] const Variant<Time>& way() const { return (*variants)[variant]; }
};

template <class Time>
Booking<Time> startedAt(Booking<Time> booking, Time start) {
    for (auto& usage : booking.usages) {
        usage.begin += start;
        usage.end += start;
    }
    booking.begin += start;
    booking.end += start;
    return booking;
}

template <class Time>
Result<Variant<Time>> variantOf(const Network<Time>& network, const Order<Time>& order,
                                const std::vector<std::string>& stops) {
    auto mission = missionAt(network, order.id, stops, Time{});
    if (!mission) return std::unexpected(mission.error());
    Variant<Time> variant{stops, std::move(mission->booking), {}};
    for (std::size_t k = 1; k + 1 < mission->times.nodes.size(); ++k)
        variant.handOvers.push_back(mission->times.nodes[k].departure);
    return variant;
}

// All ways to fly it; not empty for an order that first come, first served has planned.
template <class Time>
std::vector<Variant<Time>> variantsOf(const Network<Time>& network, const Order<Time>& order, VisitOrder visits) {
    std::vector<Variant<Time>> variants;
    std::vector<std::string> stops = order.stops;
    if (visits == VisitOrder::Best) std::ranges::sort(stops);
    do {
        if (auto variant = variantOf(network, order, stops)) variants.push_back(*std::move(variant));
    } while (visits == VisitOrder::Best && std::ranges::next_permutation(stops).found);
    return variants;
}

template <class Time>
class Rolling {
public:
    Rolling(const Network<Time>& network, const std::vector<DueOrder<Time>>& orders,
            const OptimiserSettings<Time>& settings, std::span<const Booking<Time>> booked)
        : m_network(network)
        , m_settings(settings)
        , m_index(booked) {
        for (const auto& due : orders)
            m_variants.push_back(variantsOf(network, due.order, settings.visits));
        for (std::size_t i = 0; i < orders.size(); ++i) {
            comesIn(orders[i], m_variants[i]);
            search();
        }
        freeze(m_open.size());
    }

    [[nodiscard]] std::size_t evaluations() const { return m_evaluations; }

    [[nodiscard]] const std::vector<Job<Time>>& plan() const { return m_fixed; }

private:
    void comesIn(const DueOrder<Time>& due, const std::vector<Variant<Time>>& variants) {
        m_now = due.order.time;
        // Those that stay come first: the others were planned around them, or are planned anew behind them.
        const auto stays = [this](const Job<Time>& job) {
            return job.start < m_now || m_now - job.due->order.time > m_settings.window;
        };
        const auto open = std::ranges::stable_partition(m_open, stays);
        freeze(m_open.size() - open.size());
        unplace(0, m_open.size());
        for (auto& job : m_open)
            place(job);
        m_open.push_back(earliest({&due, &variants}));
        insert(m_open.back());
    }

    // The first `count` open jobs are not planned anew any more.
    void freeze(std::size_t count) {
        const auto end = m_open.begin() + static_cast<std::ptrdiff_t>(count);
        m_fixed.insert(m_fixed.end(), m_open.begin(), end);
        m_open.erase(m_open.begin(), end);
    }

    [[nodiscard]] Time readyAt(const Job<Time>& job) const {
        return std::max(m_now, job.due->order.time + m_settings.preparation);
    }

    [[nodiscard]] Time startOf(const Job<Time>& job) const {
        return earliestStart(m_network, job.way().booking, m_index, readyAt(job));
    }

    [[nodiscard]] Cost<Time> costOf(const Job<Time>& job, Time start) const {
        Time delivery{}, late{};
        for (const Time handOver : job.way().handOvers) {
            delivery += start + handOver - job.due->order.time;
            if (job.due->deadline) late += std::max(Time{}, start + handOver - *job.due->deadline);
        }
        return m_settings.objective == Objective::DeliveryTime ? Cost<Time>{delivery, late}
                                                               : Cost<Time>{late, delivery};
    }

    // As first come, first served plans it: the way that ends first, then that which starts first, then the
    // alphabetically first.
    [[nodiscard]] Job<Time> earliest(Job<Time> job) const {
        std::optional<Job<Time>> best;
        for (job.variant = 0; job.variant < job.variants->size(); ++job.variant) {
            job.start = startOf(job);
            job.cost = costOf(job, job.start);
            const auto end = [](const Job<Time>& one) { return one.start + one.way().booking.end; };
            if (!best || std::pair(end(job), job.start) < std::pair(end(*best), best->start)) best = job;
        }
        return *best;
    }

    void place(Job<Time>& job) {
        job.start = startOf(job);
        job.cost = costOf(job, job.start);
        insert(job);
    }

    void insert(const Job<Time>& job) { m_index.insert(startedAt(job.way().booking, job.start)); }

    void unplace(std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            m_index.remove(m_open[i].due->order.id);
    }

    [[nodiscard]] Cost<Time> openCost() const {
        Cost<Time> sum;
        for (const auto& job : m_open)
            sum += job.cost;
        return sum;
    }

    // Tries the open jobs in another sequence, which is the present one up to `from`; keeps it when it is better.
    bool tryOut(std::vector<Job<Time>> sequence, std::size_t from) {
        if (m_spent >= m_settings.evaluations) return false;
        ++m_spent;
        ++m_evaluations;
        const Cost<Time> present = openCost();
        unplace(from, m_open.size());
        std::swap(m_open, sequence);
        Cost<Time> least; // with the jobs not placed yet at the best that they can have
        for (std::size_t i = 0; i < m_open.size(); ++i)
            least += i < from ? m_open[i].cost : costOf(m_open[i], readyAt(m_open[i]));
        std::size_t placed = from;
        for (; placed < m_open.size() && least < present; ++placed) {
            Job<Time>& job = m_open[placed];
            least -= costOf(job, readyAt(job));
            place(job);
            least += job.cost;
        }
        if (least < present) return true;
        unplace(from, placed);
        std::swap(m_open, sequence);
        for (std::size_t i = from; i < m_open.size(); ++i)
            insert(m_open[i]);
        return false;
    }

    void search() {
        m_spent = 0;
        bool better = true;
        while (better && m_spent < m_settings.evaluations)
            better = insertOne() || flyOtherwise() || exchange();
    }

    bool insertOne() {
        for (std::size_t i = m_open.size(); i-- > 1;)
            for (std::size_t to = i; to-- > 0;) {
                auto sequence = m_open;
                const auto at = [&](std::size_t k) { return sequence.begin() + static_cast<std::ptrdiff_t>(k); };
                std::rotate(at(to), at(i), at(i + 1));
                if (tryOut(std::move(sequence), to)) return true;
            }
        return false;
    }

    bool flyOtherwise() {
        for (std::size_t i = m_open.size(); i-- > 0;)
            for (std::size_t variant = 0; variant < m_open[i].variants->size(); ++variant) {
                if (variant == m_open[i].variant) continue;
                auto sequence = m_open;
                sequence[i].variant = variant;
                if (tryOut(std::move(sequence), i)) return true;
            }
        return false;
    }

    bool exchange() {
        for (std::size_t i = m_open.size(); i-- > 1;)
            for (std::size_t other = i - 1; other-- > 0;) { // neighbours are exchanged by an insertion
                auto sequence = m_open;
                std::swap(sequence[i], sequence[other]);
                if (tryOut(std::move(sequence), other)) return true;
            }
        return false;
    }

    const Network<Time>& m_network;
    const OptimiserSettings<Time>& m_settings;
    std::vector<std::vector<Variant<Time>>> m_variants;
    BookingIndex<Time> m_index;
    std::vector<Job<Time>> m_fixed;
    std::vector<Job<Time>> m_open; // in the sequence in which they are planned
    Time m_now{};
    std::size_t m_spent = 0; // at this order
    std::size_t m_evaluations = 0;
};

template <class Time>
Result<std::vector<PlannedMission<Time>>> missionsOf(const Network<Time>& network, const std::vector<Job<Time>>& plan) {
    std::vector<PlannedMission<Time>> missions;
    for (const auto& job : plan) {
        auto mission = missionAt(network, job.due->order.id, job.way().stops, job.start);
        if (!mission) return std::unexpected(mission.error());
        missions.push_back(*std::move(mission));
    }
    return missions;
}

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
    auto found = missionsOf(network, rolling.plan());
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
