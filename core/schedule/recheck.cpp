#include "core/schedule/recheck.h"

#include "core/schedule/booking_index.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;

template <class Time>
Booking<Time> startedAt(Booking<Time> booking, Time start) {
    const Time by = start - booking.begin;
    for (auto& usage : booking.usages) {
        usage.begin += by;
        usage.end += by;
    }
    booking.begin = start;
    booking.end += by;
    return booking;
}

template <class Time>
class Rechecking {
public:
    Rechecking(const Network<Time>& network, std::span<const Standing<Time>> missions)
        : m_network(network)
        , m_missions(missions) {
        for (std::size_t i = 0; i < missions.size(); ++i)
            m_position.emplace(missions[i].booking.id, i);
    }

    Recheck<Time> run() {
        for (const auto& mission : m_missions)
            if (mission.underWay) {
                report(mission, broken(mission));
                m_kept.insert(mission.booking);
            }
        std::vector<const Standing<Time>*> moved;
        for (const auto* mission : laterOnes()) {
            const auto facts = broken(*mission);
            if (facts.empty() || fitsAsBooked(*mission, facts)) {
                m_kept.insert(mission->booking);
                continue;
            }
            report(*mission, facts);
            moved.push_back(mission);
        }
        for (const auto* mission : moved)
            propose(*mission);
        return std::move(m_result);
    }

private:
    std::vector<const Standing<Time>*> laterOnes() const {
        std::vector<const Standing<Time>*> later;
        for (const auto& mission : m_missions)
            if (!mission.underWay) later.push_back(&mission);
        std::ranges::sort(later, [](const auto* l, const auto* r) {
            return std::tie(l->booking.begin, l->booking.id) < std::tie(r->booking.begin, r->booking.id);
        });
        return later;
    }

    // What the mission breaks where it stands, against those that stay where they are.
    std::vector<Forbidden<Time>> broken(const Standing<Time>& mission) const {
        const Time start = mission.booking.begin;
        auto facts =
            violations(forbiddenStarts(m_network, startedAt(mission.booking, Time{}), m_kept, start, start), start);
        if (mission.underWay) return facts;
        const auto closed = violations(mission.closed, start);
        facts.insert(facts.end(), closed.begin(), closed.end());
        return facts;
    }

    // Of several missions at a node with several places the buffers widen those that were booked before, so the order
    // of booking matters: a mission is not in conflict when it and those booked after it fit in that order.
    bool fitsAsBooked(const Standing<Time>& mission, const std::vector<Forbidden<Time>>& facts) const {
        if (!std::ranges::all_of(facts,
                                 [](const auto& fact) { return fact.rule == Rule::Column && fact.against.empty(); }))
            return false;
        std::map<std::size_t, const Booking<Time>*> kept;
        for (const auto& other : m_missions)
            if (const auto* booking = m_kept.find(other.booking.id)) kept.emplace(m_position.at(booking->id), booking);
        std::vector<Booking<Time>> before;
        const std::size_t own = m_position.at(mission.booking.id);
        for (auto other = kept.begin(); other != kept.lower_bound(own); ++other)
            before.push_back(*other->second);
        if (breaks(mission.booking, before)) return false;
        for (auto other = kept.lower_bound(own); other != kept.end(); ++other) {
            auto with = before;
            with.push_back(mission.booking);
            if (breaks(*other->second, with) && !breaks(*other->second, before)) return false;
            before.push_back(*other->second);
        }
        return true;
    }

    bool breaks(const Booking<Time>& booking, const std::vector<Booking<Time>>& before) const {
        const auto forbidden =
            forbiddenStarts(m_network, startedAt(booking, Time{}), std::span<const Booking<Time>>(before));
        return !violations(forbidden, booking.begin).empty();
    }

    void report(const Standing<Time>& mission, const std::vector<Forbidden<Time>>& facts) {
        std::vector<Conflict> found;
        for (const auto& fact : facts) {
            Conflict conflict{mission.booking.id, fact.rule, fact.place, {fact.against}, mission.underWay};
            if (fact.against.empty()) conflict.against = together(mission.booking, fact);
            if (!std::ranges::contains(found, conflict)) found.push_back(conflict);
        }
        m_result.conflicts.insert(m_result.conflicts.end(), found.begin(), found.end());
    }

    // Those that together take all the places at a node, or all the drones.
    std::vector<std::string> together(const Booking<Time>& mission, const Forbidden<Time>& fact) const {
        std::set<std::string> ids;
        const auto add = [&ids](const auto& entries, Time begin, Time end, Time before, Time after) {
            for (const auto& entry : entries)
                if (entry.begin - before < end && begin < entry.end + after) ids.insert(entry.booking->id);
        };
        if (fact.rule == Rule::Fleet) {
            const Time end = mission.end + m_network.fleet->turnaround;
            add(m_kept.missions(mission.begin - m_network.fleet->turnaround, end), mission.begin, end, Time{},
                m_network.fleet->turnaround);
        }
        const Time buffer = m_network.bufferOf(fact.place);
        for (const auto& usage : mission.usages)
            if (fact.rule == Rule::Column && usage.kind == PlaceKind::Node && usage.from == fact.place)
                add(m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer), usage.begin, usage.end, buffer,
                    buffer);
        return {ids.begin(), ids.end()};
    }

    void propose(const Standing<Time>& mission) {
        const Time start = earliestStart(m_network, startedAt(mission.booking, Time{}), m_kept, mission.ready,
                                         std::span<const Forbidden<Time>>(mission.closed));
        Proposal<Time> proposal{mission.booking.id, mission.booking.begin, std::nullopt};
        if (start != never<Time>) {
            proposal.start = start;
            m_kept.insert(startedAt(mission.booking, start));
        }
        m_result.proposals.push_back(std::move(proposal));
    }

    const Network<Time>& m_network;
    std::span<const Standing<Time>> m_missions;
    std::map<std::string, std::size_t, std::less<>> m_position; // in the order of booking
    BookingIndex<Time> m_kept;
    Recheck<Time> m_result;
};

} // namespace

template <class Time>
Result<Recheck<Time>> recheck(const Network<Time>& network, std::span<const Standing<Time>> missions) {
    std::set<std::string_view> seen;
    for (const auto& mission : missions)
        if (!seen.insert(mission.booking.id).second)
            return fail("INVALID_ARGUMENT", "each mission is there once", mission.booking.id);
    return Rechecking<Time>(network, missions).run();
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template Result<Recheck<Time>> recheck(const Network<Time>&, std::span<const Standing<Time>>);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
