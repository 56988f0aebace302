#pragma once

#include "core/schedule/rules.h"
#include "core/schedule/slots.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace haneul::schedule {

// The booked missions by place and in order of time, so that a search for free slots looks only at those that can
// forbid a start in the range asked for. A copy would point into the original: it is moved only.
template <class Time>
class BookingIndex {
public:
    BookingIndex() = default;
    explicit BookingIndex(std::span<const Booking<Time>> bookings); // of one id, the first
    BookingIndex(BookingIndex&&) noexcept = default;
    BookingIndex& operator=(BookingIndex&&) noexcept = default;
    BookingIndex(const BookingIndex&) = delete;
    BookingIndex& operator=(const BookingIndex&) = delete;
    ~BookingIndex() = default;

    bool insert(Booking<Time> booking); // false: its id is booked already; nothing changes
    bool remove(std::string_view id);   // false: not booked

    [[nodiscard]] const Booking<Time>* find(std::string_view id) const; // null: not booked

    [[nodiscard]] std::size_t size() const { return m_bookings.size(); }

    [[nodiscard]] Time latestEnd() const; // of all missions; 0 when there is none

    // What is held, and by whom; valid until the index changes.
    struct Entry {
        Time begin{};
        Time end{};
        const Booking<Time>* booking = nullptr;
        const timing::Usage<Time>* usage = nullptr; // null for a whole mission
    };

    // All that touches [from, to], its ends included: usages of a node, usages of a link in that direction, and whole
    // missions. Empty usages hold nothing and are left out.
    [[nodiscard]] std::vector<Entry> atNode(std::string_view node, Time from, Time to) const;
    [[nodiscard]] std::vector<Entry> onLink(std::string_view a, std::string_view b, Time from, Time to) const;
    [[nodiscard]] std::vector<Entry> missions(Time from, Time to) const;

    // The regions within [from, to] in which at least `places` usages of the node, widened by `buffer` on both sides,
    // overlap; and those in which so many missions, each lengthened by `turnaround`, are under way.
    [[nodiscard]] std::vector<Interval<Time>> crowdedAtNode(std::string_view node, std::size_t places, Time buffer,
                                                            Time from, Time to) const;
    [[nodiscard]] std::vector<Interval<Time>> crowdedFleet(std::size_t size, Time turnaround, Time from, Time to) const;

private:
    struct Earlier {
        using is_transparent = void;
        bool operator()(const Entry& l, const Entry& r) const;

        bool operator()(const Entry& l, Time r) const { return l.begin < r; }

        bool operator()(Time l, const Entry& r) const { return l < r.begin; }
    };

    // Entries of one place. Those of like length (up to twice another) lie together, so that one very long usage does
    // not make every search look far back.
    struct Line {
        struct Layer {
            Time longest{};
            std::set<Entry, Earlier> entries;
        };

        std::map<int, Layer> layers;
        // How many hold it at an instant is how many have begun less how many have ended: both in order.
        std::vector<Time> begins;
        std::vector<Time> ends;

        void insert(const Entry& entry);
        void remove(const Entry& entry);
        [[nodiscard]] std::vector<Entry> touching(Time from, Time to) const;
        [[nodiscard]] std::vector<Interval<Time>> crowded(std::size_t places, Time before, Time after, Time from,
                                                          Time to) const;
    };

    using Ends = std::pair<std::string, std::string>;

    struct EndsOrder {
        using is_transparent = void;

        template <class L, class R>
        bool operator()(const L& l, const R& r) const {
            return std::pair<std::string_view, std::string_view>(l) < std::pair<std::string_view, std::string_view>(r);
        }
    };

    Line& lineOf(const timing::Usage<Time>& usage);

    std::map<std::string, Booking<Time>, std::less<>> m_bookings;
    std::map<std::string, Line, std::less<>> m_nodes;
    std::map<Ends, Line, EndsOrder> m_links; // in the direction of flight
    Line m_missions;
};

// The longest of the distances in time that the rules keep between two missions: farther from each other than that,
// they are in nobody's way.
template <class Time>
[[nodiscard]] Time longestReach(const Network<Time>& network);

// As forbiddenStarts of a list (slots.h), for the starts in [ready, horizon]: facts that forbid none of them are left
// out, those that reach beyond may do so incompletely. The order of the facts depends on the bookings alone.
template <class Time>
[[nodiscard]] std::vector<Forbidden<Time>> forbiddenStarts(const Network<Time>& network, const Booking<Time>& mission,
                                                           const BookingIndex<Time>& index, Time ready, Time horizon);

// st1 against the index and `also` (outsideWindows of a base that moves), looked for in growing steps from `ready` on;
// `never` when `also` leaves no start.
template <class Time>
[[nodiscard]] Time earliestStart(const Network<Time>& network, const Booking<Time>& mission,
                                 const BookingIndex<Time>& index, Time ready,
                                 std::span<const Forbidden<Time>> also = {});

} // namespace haneul::schedule
