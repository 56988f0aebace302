#pragma once

#include "core/schedule/booking_index.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

// The search behind planning beyond first come, first served (R-SLT-14): missions that may still be moved, planned one
// after the other in a changing sequence.
namespace haneul::schedule {

enum class Objective {
    DeliveryTime, // of every hand-over: its end less the time of the order
    Lateness,     // of every hand-over with a deadline: how much later it ends; of equals the least delivery time
};

// Compared by the first, of equals by the second.
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

// The end of a hand-over, counted from the start of the mission, and what it is measured by.
template <class Time>
struct HandOverDue {
    Time end{};
    Time ordered{};
    std::optional<Time> deadline;
};

// One way to fly a mission, counted from its start.
template <class Time>
struct Way {
    Booking<Time> booking;
    std::vector<HandOverDue<Time>> handOvers;
    std::vector<Forbidden<Time>> closed{};  // starts forbidden besides what is booked: a base that moves, a drone
    const Network<Time>* network = nullptr; // whose rules it keeps; null: those of the search
};

// A mission that may be planned anew. Each of its ways books under one and the same id.
template <class Time>
struct Job {
    std::vector<Way<Time>> ways;
    Time ready{}; // no start before
};

// The jobs lie in the index with what is booked and may not be moved; each breaks no rule against the others there when
// it is placed. The index, the jobs and the networks must outlive the search.
template <class Time>
class SequenceSearch {
public:
    struct Placed {
        const Job<Time>* job = nullptr;
        std::size_t way = 0;
        Time start{};
        Cost<Time> cost{};

        [[nodiscard]] const Way<Time>& flown() const { return job->ways[way]; }

        [[nodiscard]] Time end() const { return start + flown().booking.end; }
    };

    SequenceSearch(const Network<Time>& network, Objective objective, BookingIndex<Time>& index);

    void setNow(Time now) { m_now = now; } // no start before, whatever is ready

    // Adds a job that stands already; of one that does not, the way that ends first, then starts first, then comes
    // first. False: there is no start for it; nothing changes.
    void stand(const Job<Time>& job, std::size_t way, Time start);
    bool addEarliest(const Job<Time>& job);

    // Those in the sequence in which they are planned. The first `count` are not moved any more.
    [[nodiscard]] const std::vector<Placed>& open() const { return m_open; }

    void freeze(std::size_t count);

    // Those for which it holds are put first, the others behind them, each in their order. The number of the former.
    template <class Stays>
    std::size_t putFirst(Stays stays) {
        return m_open.size() - std::ranges::stable_partition(m_open, stays).size();
    }

    // Each anew at its earliest start, in the present sequence.
    void placeAnew();
    // By insertions, exchanges and other ways, as long as that lowers the sum of the costs, with at most so many
    // evaluated plans.
    void improve(std::size_t evaluations);

    [[nodiscard]] Cost<Time> cost() const; // of the open ones

    [[nodiscard]] std::size_t evaluations() const { return m_evaluations; } // altogether

    [[nodiscard]] const std::vector<Placed>& frozen() const { return m_frozen; }

private:
    [[nodiscard]] Time readyAt(const Placed& placed) const;
    [[nodiscard]] Time startOf(const Placed& placed) const;
    [[nodiscard]] Cost<Time> costOf(const Placed& placed, Time start) const;
    void add(Placed placed);
    bool place(Placed& placed);
    void insert(const Placed& placed);
    void unplace(std::size_t from, std::size_t to);
    bool tryOut(std::vector<Placed> sequence, std::size_t from);
    bool insertOne();
    bool flyOtherwise();
    bool exchange();

    const Network<Time>* m_network;
    Objective m_objective;
    BookingIndex<Time>* m_index;
    std::vector<Placed> m_frozen;
    std::vector<Placed> m_open;
    bool m_gaps = false; // what stands may have been planned around something that is gone
    Time m_now{};
    std::size_t m_allowed = 0;
    std::size_t m_spent = 0; // of those allowed
    std::size_t m_evaluations = 0;
};

// The same booking, counted from a start instead of from 0.
template <class Time>
[[nodiscard]] Booking<Time> startedAt(Booking<Time> relative, Time start);

} // namespace haneul::schedule
