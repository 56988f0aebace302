#include "server/delivery/conflicts.h"

#include "core/schedule/recheck.h"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

namespace haneul::delivery {

namespace {

using Standing = schedule::Standing<std::int64_t>;

bool isOver(const Mission& mission) {
    return mission.step() == MissionStep::Completed || mission.step() == MissionStep::Cancelled;
}

auto bookedOrder(const MissionPtr& mission) {
    return std::tuple(mission->steps.empty() ? UtcMs{} : mission->steps.front().at, mission->id);
}

Standing standingOf(const Network& network, const Mission& mission, UtcMs now) {
    Standing standing{.booking = mission.booking,
                      .underWay = isUnderWay(mission),
                      .ready = std::max(sinceEpoch_ms(now), mission.booking.begin),
                      .closed = {}};
    standing.booking.id = mission.id;
    if (const auto times = timesAt(mission.route, 0))
        if (const auto relative = bookingOf(mission.route, *times))
            standing.closed = closedStarts(network, mission.route, *relative);
    return standing;
}

} // namespace

bool isUnderWay(const Mission& mission) {
    using enum MissionStep;
    const MissionStep step = mission.step();
    if (step == Flying || step == HandedOver || step == Returning) return true;
    return !isOver(mission) && std::ranges::any_of(mission.actuals, [](const auto& actual) {
        return actual.segment > 0 || actual.waypoint > 0 || actual.kind == timing::EventKind::Departure;
    });
}

std::vector<MissionConflict> conflictsOn(NetworkRules& rules, const std::vector<MissionPtr>& missions, UtcMs now) {
    std::vector<MissionPtr> open;
    for (const MissionPtr& mission : missions)
        if (mission->network == rules.network().id && !isOver(*mission)) open.push_back(mission);
    std::ranges::sort(open, [](const MissionPtr& l, const MissionPtr& r) { return bookedOrder(l) < bookedOrder(r); });
    const auto network = rules.schedule({});
    if (!network) return {};
    std::vector<Standing> standing;
    for (const MissionPtr& mission : open)
        standing.push_back(standingOf(rules.network(), *mission, now));
    const auto checked = schedule::recheck(**network, std::span<const Standing>(standing));
    if (!checked) return {};

    std::map<std::string, std::optional<UtcMs>> proposed;
    for (const auto& proposal : checked->proposals)
        proposed.emplace(proposal.mission, proposal.start.transform(utcMs));
    std::vector<MissionConflict> conflicts;
    for (const auto& conflict : checked->conflicts) {
        const auto proposal = proposed.find(conflict.mission);
        conflicts.push_back({.mission = conflict.mission,
                             .against = conflict.against.size() == 1 ? conflict.against.front() : std::string(),
                             .rule = conflict.rule,
                             .place = conflict.place,
                             .proposedStart = proposal == proposed.end() ? std::nullopt : proposal->second});
    }
    return conflicts;
}

} // namespace haneul::delivery
