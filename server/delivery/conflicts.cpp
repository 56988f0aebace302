#include "server/delivery/conflicts.h"

#include <algorithm>
#include <map>
#include <utility>

namespace haneul::delivery {

namespace {

using Standing = schedule::Standing<std::int64_t>;

bool isOver(const Mission& mission) {
    return mission.step() == MissionStep::Completed || mission.step() == MissionStep::Cancelled;
}

Standing standingOf(const Network& network, const Mission& mission) {
    Standing standing{
        .booking = mission.booking, .underWay = isUnderWay(mission), .ready = mission.booking.begin, .closed = {}};
    standing.booking.id = mission.id;
    if (network.movingBases.empty()) return standing;
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

NetworkConflicts::NetworkConflicts(std::shared_ptr<NetworkRules> rules)
    : m_rules(std::move(rules)) {
    if (const auto network = m_rules->schedule({})) m_rechecker.emplace(**network);
}

void NetworkConflicts::take(const Mission& mission) {
    if (!m_rechecker) return;
    if (isOver(mission)) return m_rechecker->remove(mission.id);
    const UtcMs booked = mission.steps.empty() ? UtcMs{} : mission.steps.front().at;
    m_rechecker->put(standingOf(m_rules->network(), mission), sinceEpoch_ms(booked));
}

std::vector<MissionConflict> NetworkConflicts::found(UtcMs now) {
    if (!m_rechecker) return {};
    const auto& checked = m_rechecker->update(sinceEpoch_ms(now));
    std::map<std::string, std::optional<UtcMs>> proposed;
    for (const auto& proposal : checked.proposals)
        proposed.emplace(proposal.mission, proposal.start.transform(utcMs));
    std::vector<MissionConflict> conflicts;
    for (const auto& conflict : checked.conflicts) {
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
