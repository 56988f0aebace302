#include "core/schedule/recheck.h"

#include "core/schedule/booking_index.h"
#include "core/schedule/rules.h"

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
            if (facts.empty()) {
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
        std::erase_if(facts, [this](const auto& fact) { return fact.rule == Rule::Column && ordered(fact.place); });
        for (const auto& usage : mission.booking.usages)
            if (usage.kind == PlaceKind::Node && holds(usage) && ordered(usage.from) && breaksOrder(mission, usage))
                facts.push_back({start, start, Rule::Column, usage.from, {}});
        if (mission.underWay) return facts;
        const auto closed = violations(mission.closed, start);
        facts.insert(facts.end(), closed.begin(), closed.end());
        return facts;
    }

    // At a node with a buffer and several places it matters who was booked before whom: the buffers widen those before
    // only. There the missions are judged in the order of booking, so that what was booked rightly stays right.
    bool ordered(const std::string& node) const {
        return placesOf(m_network, node) > 1 && m_network.bufferOf(node) > Time{};
    }

    bool breaksOrder(const Standing<Time>& mission, const timing::Usage<Time>& usage) const {
        const std::size_t position = m_position.at(mission.booking.id);
        if (taken(usage, position, nullptr)) return true;
        const Time buffer = m_network.bufferOf(usage.from);
        return std::ranges::any_of(m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer),
                                   [&](const auto& other) {
                                       const std::size_t theirs = m_position.at(other.booking->id);
                                       return theirs > position && taken(*other.usage, theirs, &mission.booking) &&
                                              !taken(*other.usage, theirs, nullptr);
                                   });
    }

    // Do those that were booked before `position`, and `also`, hold all places of the node during the usage?
    bool taken(const timing::Usage<Time>& usage, std::size_t position, const Booking<Time>* also) const {
        const Time buffer = m_network.bufferOf(usage.from);
        std::vector<Hold<Time>> held;
        const auto add = [&](const timing::Usage<Time>& one) {
            held.push_back({one.begin - buffer, one.end + buffer, nullptr});
        };
        for (const auto& entry : m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer))
            if (m_position.at(entry.booking->id) < position) add(*entry.usage);
        if (also)
            for (const auto& one : also->usages)
                if (one.kind == PlaceKind::Node && one.from == usage.from && holds(one)) add(one);
        const auto regions = crowded(std::span<const Hold<Time>>(held), placesOf(m_network, usage.from));
        return std::ranges::any_of(
            regions, [&](const auto& region) { return region.begin < usage.end && usage.begin < region.end; });
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
