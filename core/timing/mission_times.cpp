#include "core/timing/mission_times.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <type_traits>

namespace haneul::timing {

namespace {

template <class Time>
bool sameDuration(Time first, Time second) {
    if constexpr (std::is_floating_point_v<Time>)
        return std::abs(first - second) <= 1e-9 * std::max({Time{1}, std::abs(first), std::abs(second)});
    else
        return first == second;
}

template <class Time>
bool acceptable(Time duration) {
    if constexpr (std::is_floating_point_v<Time>)
        return std::isfinite(duration) && duration >= 0;
    else
        return duration >= 0;
}

template <class Time>
Result<void> checkRow(const MissionDurations<Time>& durations, std::size_t row) {
    const auto& stays = durations.stays[row];
    const auto& flights = durations.flights[row];
    if (stays.size() < 2 || flights.size() + 1 != stays.size())
        return fail("ROW_LENGTH_MISMATCH",
                    "a segment has at least two waypoints, and one flight time fewer than it has waypoints",
                    std::format("F[{}]", row));
    if (!std::ranges::all_of(stays, acceptable<Time>))
        return fail("NEGATIVE_TIME", "a stay is 0 or more", std::format("P[{}]", row));
    if (!std::ranges::all_of(flights, acceptable<Time>))
        return fail("NEGATIVE_TIME", "a flight time is 0 or more", std::format("F[{}]", row));
    return {};
}

template <class Time>
Result<void> check(const MissionDurations<Time>& durations) {
    const std::size_t rows = durations.stays.size();
    if (rows < 2)
        return fail("NEED_AT_LEAST_ONE_DELIVERY", "a mission goes to at least one delivery point and comes back", "P");
    if (durations.flights.size() != rows)
        return fail("ROW_COUNT_MISMATCH", "P and F have one row for each segment", "F");
    for (std::size_t row = 0; row < rows; ++row)
        if (auto fine = checkRow(durations, row); !fine) return fine;
    for (std::size_t row = 0; row + 1 < rows; ++row)
        if (!sameDuration(durations.stays[row].back(), durations.stays[row + 1].front()))
            return fail("SHARED_NODE_ETP_MISMATCH", "it is the same stay, so both segments must say the same (eq. 16)",
                        std::format("P[{}]", row + 1));
    return {};
}

// Actual times by event. The departure from a node is kept on the segment that it begins.
template <class Time>
class Actuals {
public:
    Result<void> add(const MissionDurations<Time>& durations, const ActualTime<Time>& actual) {
        if (actual.segment >= durations.stays.size() || actual.waypoint >= durations.stays[actual.segment].size())
            return fail("INVALID_ARGUMENT", "the mission has no such waypoint", "actuals");
        const bool leaving = actual.kind == EventKind::Departure && actual.segment + 1 < durations.stays.size() &&
                             actual.waypoint + 1 == durations.stays[actual.segment].size();
        m_times[leaving ? Key{actual.segment + 1, 0, actual.kind} : Key{actual.segment, actual.waypoint, actual.kind}] =
            actual.time;
        return {};
    }

    [[nodiscard]] Time arrival(std::size_t segment, std::size_t waypoint, Time estimate) const {
        return at({segment, waypoint, EventKind::Arrival}, estimate);
    }

    [[nodiscard]] Time departure(std::size_t segment, std::size_t waypoint, Time estimate) const {
        return at({segment, waypoint, EventKind::Departure}, estimate);
    }

private:
    using Key = std::tuple<std::size_t, std::size_t, EventKind>;

    [[nodiscard]] Time at(const Key& key, Time estimate) const {
        const auto found = m_times.find(key);
        return found == m_times.end() ? estimate : found->second;
    }

    std::map<Key, Time> m_times;
};

// Eqs. 20 and 21 along one segment.
template <class Time>
LegTimes<Time> propagate(const MissionDurations<Time>& durations, std::size_t segment, Time begin,
                         const Actuals<Time>& actuals) {
    LegTimes<Time> leg{
        .arrivals = {}, .stays = durations.stays[segment], .departures = {}, .flights = durations.flights[segment]};
    Time arrival = begin;
    for (std::size_t w = 0; w < leg.stays.size(); ++w) {
        if (w > 0) arrival = leg.departures.back() + leg.flights[w - 1];
        arrival = actuals.arrival(segment, w, arrival);
        leg.arrivals.push_back(arrival);
        leg.departures.push_back(actuals.departure(segment, w, arrival + leg.stays[w]));
    }
    return leg;
}

template <class Time>
std::vector<NodeTimes<Time>> nodesOf(const std::vector<LegTimes<Time>>& legs) {
    std::vector<NodeTimes<Time>> nodes{
        {legs.front().arrivals.front(), legs.front().stays.front(), legs.front().departures.front()}};
    for (const auto& leg : legs)
        nodes.push_back({leg.arrivals.back(), leg.stays.back(), leg.departures.back()});
    return nodes;
}

template <class Time>
Time between(const LegTimes<Time>& leg, const route::WaypointRange& part, bool stayAtItsEnd) {
    Time sum{};
    for (std::size_t w = part.first; w < part.last; ++w) {
        sum += leg.flights[w];
        if (w + 1 < part.last || stayAtItsEnd) sum += leg.stays[w + 1];
    }
    return sum;
}

} // namespace

template <class Time>
Time LegTimes<Time>::flightTime() const {
    const Time flying = std::accumulate(flights.begin(), flights.end(), Time{});
    return std::accumulate(stays.begin() + 1, stays.end() - 1, flying);
}

template <class Time>
Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>& durations,
                                        std::span<const ActualTime<Time>> actuals) {
    if (auto fine = check(durations); !fine) return std::unexpected(fine.error());
    Actuals<Time> known;
    for (const auto& actual : actuals)
        if (auto added = known.add(durations, actual); !added) return std::unexpected(added.error());
    MissionTimes<Time> times;
    Time begin = durations.start;
    for (std::size_t segment = 0; segment < durations.stays.size(); ++segment) {
        times.legs.push_back(propagate(durations, segment, begin, known));
        begin = times.legs.back().arrivals.back(); // the arrival, not the departure: the stay is counted once (eq. 21)
        if (segment > 0) times.legs[segment - 1].departures.back() = times.legs[segment].departures.front();
    }
    times.nodes = nodesOf(times.legs);
    return times;
}

template <class Time>
Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>& durations) {
    return missionTimes(durations, std::span<const ActualTime<Time>>{});
}

template <class Time>
Result<std::vector<Usage<Time>>> occupancy(const MissionTimes<Time>& times, std::span<const route::SegmentSplit> splits,
                                           std::span<const std::string> names) {
    if (splits.size() != times.legs.size() || names.size() != times.nodes.size())
        return fail("INVALID_ARGUMENT", "one split for each segment and one name for each node", "segments");
    for (std::size_t k = 0; k < splits.size(); ++k)
        if (splits[k].landing.last + 1 != times.legs[k].arrivals.size())
            return fail("INVALID_ARGUMENT", "the split is of another segment", std::format("segments[{}]", k));
    std::vector<Usage<Time>> usages;
    Time columnFrom = times.nodes.front().arrival;
    for (std::size_t k = 0; k < splits.size(); ++k) {
        const Time up = times.legs[k].departures[splits[k].takeOff.last];
        const Time down = times.legs[k].arrivals[splits[k].landing.first];
        usages.push_back({PlaceKind::Node, names[k], {}, columnFrom, up});
        usages.push_back({PlaceKind::Link, names[k], names[k + 1], up, down});
        columnFrom = down;
    }
    usages.push_back({PlaceKind::Node, names.back(), {}, columnFrom, times.nodes.back().departure});
    return usages;
}

template <class Time>
PartTimes<Time> partTimes(const LegTimes<Time>& leg, const route::SegmentSplit& parts) {
    const std::size_t end = leg.stays.size() - 1;
    return {between(leg, parts.takeOff, parts.takeOff.last != end),
            between(leg, parts.flight, parts.flight.last != end), between(leg, parts.landing, false)};
}

template <class Time>
std::vector<DiagramPoint<Time>> coarseDiagram(const MissionTimes<Time>& times) {
    std::vector<DiagramPoint<Time>> line;
    for (std::size_t level = 0; level < times.nodes.size(); ++level) {
        line.push_back({times.nodes[level].arrival, level});
        line.push_back({times.nodes[level].departure, level});
    }
    return line;
}

template <class Time>
std::vector<DiagramPoint<Time>> detailedDiagram(const MissionTimes<Time>& times,
                                                std::span<const route::SegmentSplit> splits) {
    std::vector<DiagramPoint<Time>> line{{times.nodes.front().arrival, 0}};
    for (std::size_t k = 0; k < splits.size(); ++k) {
        line.push_back({times.legs[k].departures[splits[k].takeOff.last], k});
        line.push_back({times.legs[k].arrivals[splits[k].landing.first], k + 1});
    }
    line.push_back({times.nodes.back().departure, times.nodes.size() - 1});
    return line;
}

#define HANEUL_INSTANTIATE(Time)                                                                                       \
    template struct LegTimes<Time>;                                                                                    \
    template Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>&);                                   \
    template Result<MissionTimes<Time>> missionTimes(const MissionDurations<Time>&,                                    \
                                                     std::span<const ActualTime<Time>>);                               \
    template Result<std::vector<Usage<Time>>> occupancy(                                                               \
        const MissionTimes<Time>&, std::span<const route::SegmentSplit>, std::span<const std::string>);                \
    template PartTimes<Time> partTimes(const LegTimes<Time>&, const route::SegmentSplit&);                             \
    template std::vector<DiagramPoint<Time>> coarseDiagram(const MissionTimes<Time>&);                                 \
    template std::vector<DiagramPoint<Time>> detailedDiagram(const MissionTimes<Time>&,                                \
                                                             std::span<const route::SegmentSplit>);

HANEUL_INSTANTIATE(std::int64_t)
HANEUL_INSTANTIATE(double)

} // namespace haneul::timing
