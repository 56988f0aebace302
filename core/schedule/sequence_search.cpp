#include "core/schedule/sequence_search.h"

#include <algorithm>
#include <utility>

namespace haneul::schedule {

template <class Time>
Booking<Time> startedAt(Booking<Time> relative, Time start) {
    for (auto& usage : relative.usages) {
        usage.begin += start;
        usage.end += start;
    }
    relative.begin += start;
    relative.end += start;
    return relative;
}

template <class Time>
SequenceSearch<Time>::SequenceSearch(const Network<Time>& network, Objective objective, BookingIndex<Time>& index)
    : m_network(&network)
    , m_objective(objective)
    , m_index(&index) {}

template <class Time>
Time SequenceSearch<Time>::readyAt(const Placed& placed) const {
    return std::max(m_now, placed.job->ready);
}

template <class Time>
Time SequenceSearch<Time>::startOf(const Placed& placed) const {
    const Way<Time>& way = placed.flown();
    return earliestStart(way.network ? *way.network : *m_network, way.booking, *m_index, readyAt(placed),
                         std::span<const Forbidden<Time>>(way.closed));
}

template <class Time>
Cost<Time> SequenceSearch<Time>::costOf(const Placed& placed, Time start) const {
    Time delivery{}, late{};
    for (const auto& handOver : placed.flown().handOvers) {
        delivery += start + handOver.end - handOver.ordered;
        if (handOver.deadline) late += std::max(Time{}, start + handOver.end - *handOver.deadline);
    }
    return m_objective == Objective::DeliveryTime ? Cost<Time>{delivery, late} : Cost<Time>{late, delivery};
}

template <class Time>
void SequenceSearch<Time>::stand(const Job<Time>& job, std::size_t way, Time start) {
    add({&job, way, start, {}});
    m_gaps = true;
}

template <class Time>
void SequenceSearch<Time>::add(Placed placed) {
    placed.cost = costOf(placed, placed.start);
    insert(placed);
    m_open.push_back(placed);
}

template <class Time>
bool SequenceSearch<Time>::addEarliest(const Job<Time>& job) {
    std::optional<Placed> best;
    for (Placed placed{&job}; placed.way < job.ways.size(); ++placed.way) {
        placed.start = startOf(placed);
        if (placed.start == never<Time>) continue;
        if (!best || std::pair(placed.end(), placed.start) < std::pair(best->end(), best->start)) best = placed;
    }
    if (!best) return false;
    add(*best);
    return true;
}

template <class Time>
void SequenceSearch<Time>::freeze(std::size_t count) {
    const auto end = m_open.begin() + static_cast<std::ptrdiff_t>(count);
    m_frozen.insert(m_frozen.end(), m_open.begin(), end);
    m_open.erase(m_open.begin(), end);
}

template <class Time>
bool SequenceSearch<Time>::place(Placed& placed) {
    placed.start = startOf(placed);
    if (placed.start == never<Time>) return false;
    placed.cost = costOf(placed, placed.start);
    insert(placed);
    return true;
}

template <class Time>
void SequenceSearch<Time>::insert(const Placed& placed) {
    m_index->insert(startedAt(placed.flown().booking, placed.start));
}

template <class Time>
void SequenceSearch<Time>::unplace(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        m_index->remove(m_open[i].flown().booking.id);
}

template <class Time>
Cost<Time> SequenceSearch<Time>::cost() const {
    Cost<Time> sum;
    for (const Placed& placed : m_open)
        sum += placed.cost;
    return sum;
}

template <class Time>
void SequenceSearch<Time>::placeAnew() {
    m_gaps = false;
    const auto before = m_open;
    unplace(0, m_open.size());
    std::size_t placed = 0;
    while (placed < m_open.size() && place(m_open[placed]))
        ++placed;
    if (placed == m_open.size()) return;
    unplace(0, placed); // a base that moves has left meanwhile: as it was
    m_open = before;
    for (const Placed& one : m_open)
        insert(one);
}

// Tries another sequence, which is the present one up to `from`; keeps it when it is better.
template <class Time>
bool SequenceSearch<Time>::tryOut(std::vector<Placed> sequence, std::size_t from) {
    if (m_spent >= m_allowed) return false;
    ++m_spent;
    ++m_evaluations;
    const Cost<Time> present = cost();
    unplace(from, m_open.size());
    std::swap(m_open, sequence);
    Cost<Time> least; // with those not placed yet at the best that they can have
    for (std::size_t i = 0; i < m_open.size(); ++i)
        least += i < from ? m_open[i].cost : costOf(m_open[i], readyAt(m_open[i]));
    std::size_t placed = from;
    bool possible = true;
    while (placed < m_open.size() && least < present) {
        Placed& one = m_open[placed];
        least -= costOf(one, readyAt(one));
        possible = place(one);
        if (!possible) break;
        least += one.cost;
        ++placed;
    }
    if (possible && least < present) return true;
    unplace(from, placed);
    std::swap(m_open, sequence);
    for (std::size_t i = from; i < m_open.size(); ++i)
        insert(m_open[i]);
    return false;
}

template <class Time>
void SequenceSearch<Time>::improve(std::size_t evaluations) {
    m_spent = 0;
    m_allowed = evaluations;
    if (std::exchange(m_gaps, false)) tryOut(m_open, 0);
    bool better = true;
    while (better && m_spent < m_allowed)
        better = insertOne() || flyOtherwise() || exchange();
}

template <class Time>
bool SequenceSearch<Time>::insertOne() {
    for (std::size_t i = m_open.size(); i-- > 1;)
        for (std::size_t to = i; to-- > 0;) {
            auto sequence = m_open;
            const auto at = [&](std::size_t k) { return sequence.begin() + static_cast<std::ptrdiff_t>(k); };
            std::rotate(at(to), at(i), at(i + 1));
            if (tryOut(std::move(sequence), to)) return true;
        }
    return false;
}

template <class Time>
bool SequenceSearch<Time>::flyOtherwise() {
    for (std::size_t i = m_open.size(); i-- > 0;)
        for (std::size_t way = 0; way < m_open[i].job->ways.size(); ++way) {
            if (way == m_open[i].way) continue;
            auto sequence = m_open;
            sequence[i].way = way;
            if (tryOut(std::move(sequence), i)) return true;
        }
    return false;
}

template <class Time>
bool SequenceSearch<Time>::exchange() {
    for (std::size_t i = m_open.size(); i-- > 1;)
        for (std::size_t other = i - 1; other-- > 0;) { // neighbours are exchanged by an insertion
            auto sequence = m_open;
            std::swap(sequence[i], sequence[other]);
            if (tryOut(std::move(sequence), other)) return true;
        }
    return false;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template Booking<Time> startedAt(Booking<Time>, Time);                                                             \
    template class SequenceSearch<Time>;

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
