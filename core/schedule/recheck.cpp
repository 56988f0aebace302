#include "core/schedule/recheck.h"

#include "core/schedule/rules.h"

#include <algorithm>
#include <set>

namespace haneul::schedule {

namespace {

using timing::PlaceKind;

template <class Time>
Booking<Time> movedTo(Booking<Time> booking, Time start) {
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
std::vector<Interval<Time>> joined(std::vector<Interval<Time>> ranges) {
    std::ranges::sort(ranges, {}, &Interval<Time>::begin);
    std::vector<Interval<Time>> result;
    for (const auto& range : ranges) {
        if (!result.empty() && range.begin <= result.back().end)
            result.back().end = std::max(result.back().end, range.end);
        else
            result.push_back(range);
    }
    return result;
}

} // namespace

template <class Time>
Rechecker<Time>::Rechecker(Network<Time> network)
    : m_network(std::move(network))
    , m_anyOrdered(std::ranges::any_of(m_network.nodes, [this](const auto& node) { return ordered(node.first); })) {}

template <class Time>
void Rechecker<Time>::put(Standing<Time> mission, Time booked) {
    remove(mission.booking.id);
    touch(mission.booking);
    m_ranges.insert({mission.booking.id, {}, mission.booking.begin, mission.booking.end});
    std::string id = mission.booking.id;
    m_missions.emplace(std::move(id), Known{std::move(mission), booked});
}

template <class Time>
void Rechecker<Time>::remove(std::string_view id) {
    const auto known = m_missions.find(id);
    if (known == m_missions.end()) return;
    touch(known->second.standing.booking);
    m_ranges.remove(id);
    m_kept.remove(id);
    std::erase(m_moved, known->first);
    std::erase(m_proposed, known->first);
    std::erase_if(m_result.conflicts, [&](const Conflict& conflict) { return conflict.mission == known->first; });
    m_missions.erase(known);
}

template <class Time>
void Rechecker<Time>::touch(const Booking<Time>& booking) {
    m_touched.push_back({booking.begin, booking.end});
}

template <class Time>
const Recheck<Time>& Rechecker<Time>::update(Time now) {
    for (const std::string& id : m_proposed)
        m_kept.remove(id);
    m_proposed.clear();
    auto missions = toBeJudged();
    m_touched.clear();
    m_judged = missions.size();
    judge(std::move(missions));
    propose(now);
    return m_result;
}

template <class Time>
std::vector<const typename Rechecker<Time>::Known*> Rechecker<Time>::near(std::vector<Interval<Time>> ranges) const {
    const Time reach = longestReach(m_network);
    std::set<const Known*> found;
    for (const auto& range : joined(std::move(ranges)))
        for (const auto& entry : m_ranges.missions(range.begin - reach, range.end + reach))
            found.insert(&known(entry.booking->id));
    return {found.begin(), found.end()};
}

// One that stays as it is, near which nothing has changed, fits as before: whoever is near it fitted beside it, or is
// in conflict, and then it is looked at. Where the order of booking counts, a mission is also judged by what it does to
// its neighbours beside theirs: there, those near the ones near are looked at too.
template <class Time>
std::vector<const typename Rechecker<Time>::Known*> Rechecker<Time>::toBeJudged() const {
    auto ranges = m_touched;
    for (const Conflict& conflict : m_result.conflicts) {
        const auto& booking = known(conflict.mission).standing.booking;
        ranges.push_back({booking.begin, booking.end});
    }
    auto missions = near(ranges);
    if (!m_anyOrdered) return missions;
    ranges.clear();
    for (const Known* mission : missions)
        ranges.push_back({mission->standing.booking.begin, mission->standing.booking.end});
    return near(ranges);
}

template <class Time>
void Rechecker<Time>::judge(std::vector<const Known*> missions) {
    m_result.conflicts.clear();
    m_moved.clear();
    for (const Known* mission : missions)
        m_kept.remove(mission->standing.booking.id);
    const auto later = std::ranges::partition(missions, [](const Known* one) { return one->standing.underWay; });
    const std::ranges::subrange flying(missions.begin(), later.begin());
    std::ranges::sort(flying, {}, [](const Known* one) { return one->position(); });
    std::ranges::sort(later, {}, [](const Known* one) { return one->start(); });
    for (const Known* mission : flying) {
        report(*mission, broken(*mission));
        m_kept.insert(mission->standing.booking);
    }
    for (const Known* mission : later) {
        const auto facts = broken(*mission);
        if (facts.empty()) {
            m_kept.insert(mission->standing.booking);
            continue;
        }
        report(*mission, facts);
        m_moved.push_back(mission->standing.booking.id);
    }
}

template <class Time>
void Rechecker<Time>::propose(Time now) {
    m_result.proposals.clear();
    for (const std::string& id : m_moved) {
        const Standing<Time>& mission = known(id).standing;
        const Time start =
            earliestStart(m_network, movedTo(mission.booking, Time{}), m_kept, std::max(mission.ready, now),
                          std::span<const Forbidden<Time>>(mission.closed));
        Proposal<Time> proposal{id, mission.booking.begin, std::nullopt};
        if (start != never<Time>) {
            proposal.start = start;
            m_kept.insert(movedTo(mission.booking, start));
            m_proposed.push_back(id);
        }
        m_result.proposals.push_back(std::move(proposal));
    }
}

// What the mission breaks where it stands, against those that stay where they are.
template <class Time>
std::vector<Forbidden<Time>> Rechecker<Time>::broken(const Known& mission) const {
    const Booking<Time>& booking = mission.standing.booking;
    const Time start = booking.begin;
    auto facts = violations(forbiddenStarts(m_network, movedTo(booking, Time{}), m_kept, start, start), start);
    std::erase_if(facts, [this](const auto& fact) { return fact.rule == Rule::Column && ordered(fact.place); });
    for (const auto& usage : booking.usages)
        if (usage.kind == PlaceKind::Node && holds(usage) && ordered(usage.from) && breaksOrder(mission, usage))
            facts.push_back({start, start, Rule::Column, usage.from, {}});
    if (mission.standing.underWay) return facts;
    const auto closed = violations(mission.standing.closed, start);
    facts.insert(facts.end(), closed.begin(), closed.end());
    return facts;
}

// At a node with a buffer and several places it matters who was booked before whom: the buffers widen those before
// only. There the missions are judged in the order of booking, so that what was booked rightly stays right.
template <class Time>
bool Rechecker<Time>::ordered(const std::string& node) const {
    return placesOf(m_network, node) > 1 && m_network.bufferOf(node) > Time{};
}

template <class Time>
bool Rechecker<Time>::breaksOrder(const Known& mission, const timing::Usage<Time>& usage) const {
    const Position position = mission.position();
    if (taken(usage, position, nullptr)) return true;
    const Time buffer = m_network.bufferOf(usage.from);
    return std::ranges::any_of(m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer),
                               [&](const auto& other) {
                                   const Position theirs = known(other.booking->id).position();
                                   return theirs > position && taken(*other.usage, theirs, &mission.standing.booking) &&
                                          !taken(*other.usage, theirs, nullptr);
                               });
}

// Do those that were booked before `position`, and `also`, hold all places of the node during the usage?
template <class Time>
bool Rechecker<Time>::taken(const timing::Usage<Time>& usage, const Position& position,
                            const Booking<Time>* also) const {
    const Time buffer = m_network.bufferOf(usage.from);
    std::vector<Hold<Time>> held;
    const auto add = [&](const timing::Usage<Time>& one) {
        held.push_back({one.begin - buffer, one.end + buffer, nullptr});
    };
    for (const auto& entry : m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer))
        if (known(entry.booking->id).position() < position) add(*entry.usage);
    if (also)
        for (const auto& one : also->usages)
            if (one.kind == PlaceKind::Node && one.from == usage.from && holds(one)) add(one);
    const auto regions = crowded(std::span<const Hold<Time>>(held), placesOf(m_network, usage.from));
    return std::ranges::any_of(
        regions, [&](const auto& region) { return region.begin < usage.end && usage.begin < region.end; });
}

template <class Time>
void Rechecker<Time>::report(const Known& mission, const std::vector<Forbidden<Time>>& facts) {
    std::vector<Conflict> found;
    for (const auto& fact : facts) {
        Conflict conflict{
            mission.standing.booking.id, fact.rule, fact.place, {fact.against}, mission.standing.underWay};
        if (fact.against.empty()) conflict.against = together(mission, fact);
        if (!std::ranges::contains(found, conflict)) found.push_back(conflict);
    }
    m_result.conflicts.insert(m_result.conflicts.end(), found.begin(), found.end());
}

// Those that together take all the places at a node, or all the drones; of those that start later, none is to blame.
template <class Time>
std::vector<std::string> Rechecker<Time>::together(const Known& mission, const Forbidden<Time>& fact) const {
    const Booking<Time>& booking = mission.standing.booking;
    const auto judgedBefore = [&](const Known& other) {
        if (other.standing.underWay != mission.standing.underWay) return other.standing.underWay;
        return mission.standing.underWay ? other.position() < mission.position() : other.start() < mission.start();
    };
    std::set<std::string> ids;
    const auto add = [&](const auto& entries, Time begin, Time end, Time before, Time after) {
        for (const auto& entry : entries)
            if (entry.begin - before < end && begin < entry.end + after && judgedBefore(known(entry.booking->id)))
                ids.insert(entry.booking->id);
    };
    if (fact.rule == Rule::Fleet) {
        const Time end = booking.end + m_network.fleet->turnaround;
        add(m_kept.missions(booking.begin - m_network.fleet->turnaround, end), booking.begin, end, Time{},
            m_network.fleet->turnaround);
    }
    const Time buffer = m_network.bufferOf(fact.place);
    for (const auto& usage : booking.usages)
        if (fact.rule == Rule::Column && usage.kind == PlaceKind::Node && usage.from == fact.place)
            add(m_kept.atNode(usage.from, usage.begin - buffer, usage.end + buffer), usage.begin, usage.end, buffer,
                buffer);
    return {ids.begin(), ids.end()};
}

template <class Time>
Result<Recheck<Time>> recheck(const Network<Time>& network, std::span<const Standing<Time>> missions) {
    std::set<std::string_view> seen;
    for (const auto& mission : missions)
        if (!seen.insert(mission.booking.id).second)
            return fail("INVALID_ARGUMENT", "each mission is there once", mission.booking.id);
    Rechecker<Time> rechecker(network);
    for (std::size_t i = 0; i < missions.size(); ++i)
        rechecker.put(missions[i], static_cast<Time>(i));
    return rechecker.update();
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template class Rechecker<Time>;                                                                                    \
    template Result<Recheck<Time>> recheck(const Network<Time>&, std::span<const Standing<Time>>);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::schedule
