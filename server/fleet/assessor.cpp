#include "server/fleet/assessor.h"

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::fleet {

namespace {

template <class T>
Result<void> known(const FleetState& state, const std::string& id, const char* code) {
    if (id.empty() || state.find<T>(id)) return {};
    return fail(code, "there is nothing of that name in the fleet", id);
}

Result<void> allKnown(const FleetState& state, const Ask& ask) {
    if (const auto found = known<Drone>(state, ask.drone, "NO_SUCH_DRONE"); !found) return found;
    if (const auto found = known<Battery>(state, ask.battery, "NO_SUCH_BATTERY"); !found) return found;
    if (const auto found = known<Pilot>(state, ask.pilot, "NO_SUCH_PILOT"); !found) return found;
    for (const std::string& id : ask.payloads) {
        if (id.empty()) return fail("NO_SUCH_PAYLOAD", "a payload has no name", "payloads");
        if (const auto found = known<Payload>(state, id, "NO_SUCH_PAYLOAD"); !found) return found;
    }
    return {};
}

} // namespace

ReadinessOverride plain(const Override& given) {
    return {.question = given.given.question,
            .user_id = given.by,
            .role = given.role,
            .reason = given.given.reason,
            .at = given.at};
}

bool covers(const Override& given, const Ask& ask, const Readiness& readiness) {
    const OverrideGiven& seen = given.given;
    if (!given.stands(ask.need.end) || seen.drone != ask.drone || seen.battery != ask.battery ||
        seen.pilot != ask.pilot || seen.payloads != ask.payloads)
        return false;
    return std::ranges::all_of(readiness.items, [&](const Item& item) {
        if (item.question != seen.question || item.verdict == Verdict::Ready) return true;
        const auto then = std::ranges::find(seen.items, item.code, &Item::code);
        return then != seen.items.end() && item.verdict <= then->verdict;
    });
}

Assignment assignmentOf(const FleetState& state, const Ask& ask, const OrganisationOf& organisationOf) {
    Assignment assignment;
    if (const auto drone = state.find<Drone>(ask.drone)) {
        assignment.drone = drone->value;
        if (drone->retired) assignment.drone->status = DroneStatus::Retired;
        if (const auto model = state.find<DroneModel>(drone->value.model_id)) assignment.model = model->value;
        if (organisationOf) assignment.organisation = organisationOf(drone->value.organisation_id);
    }
    if (const auto battery = state.find<Battery>(ask.battery)) {
        assignment.battery = battery->value;
        assignment.batteryRetired = battery->retired;
    }
    for (const std::string& id : ask.payloads) {
        const auto payload = state.find<Payload>(id);
        if (!payload) continue;
        assignment.payloads.push_back(payload->value);
        if (payload->retired) assignment.retiredPayloads.push_back(id);
    }
    if (const auto pilot = state.find<Pilot>(ask.pilot)) {
        assignment.pilot = pilot->value;
        assignment.pilotRetired = pilot->retired;
    }
    return assignment;
}

std::vector<OverridePtr> overridesOf(const FleetState& state, const Ask& ask, const Readiness& readiness) {
    std::vector<OverridePtr> found;
    for (const auto& [id, one] : state.overrides)
        if (covers(*one, ask, readiness) && check(plain(*one), readiness, state.rules).has_value())
            found.push_back(one);
    return found;
}

Assessor::Assessor(FleetStatePtr state, OrganisationOf organisationOf)
    : m_state(std::move(state))
    , m_organisationOf(std::move(organisationOf)) {
    for (const auto& [id, record] : m_state->maintenance)
        if (!record->retired) m_maintenance[record->value.drone_id].push_back(record->value);
    for (const auto& [id, battery] : m_state->batteries)
        if (!battery->retired) m_batteries[battery->value.drone_id].push_back(id);
}

Result<Assessment> Assessor::judge(const Ask& ask) const {
    if (const auto known = allKnown(*m_state, ask); !known) return std::unexpected(known.error());
    Assignment assignment = assignmentOf(*m_state, ask, m_organisationOf);
    if (assignment.drone) {
        const auto records = m_maintenance.find(ask.drone);
        assignment.maintenance = records == m_maintenance.end() ? std::vector<MaintenanceRecord>() : records->second;
    }
    auto readiness = fleet::judge(assignment, ask.need, m_state->rules);
    if (!readiness) return std::unexpected(readiness.error());
    Assessment assessment{.ask = ask, .readiness = *std::move(readiness), .overrides = {}, .blocking = {}};
    assessment.overrides = overridesOf(*m_state, ask, assessment.readiness);
    std::vector<ReadinessOverride> given;
    for (const OverridePtr& one : assessment.overrides)
        given.push_back(plain(*one));
    assessment.blocking = blocking(assessment.readiness, given, m_state->rules);
    return assessment;
}

std::string Assessor::bestBattery(const Drone& drone, const Need& need) const {
    std::string best;
    auto bestVerdict = Verdict::NotReady;
    const auto own = m_batteries.find(drone.id);
    if (own == m_batteries.end()) return best;
    for (const std::string& id : own->second) {
        const auto assessed = judge({.drone = drone.id, .battery = id, .pilot = {}, .payloads = {}, .need = need});
        if (!assessed) continue;
        const auto verdict = assessed->readiness.verdict(Question::Battery);
        if (!best.empty() && verdict >= bestVerdict) continue;
        best = id;
        bestVerdict = verdict;
    }
    return best;
}

std::string Assessor::bestPilot(const Drone& drone, const Need& need) const {
    std::string best;
    auto bestVerdict = Verdict::NotReady;
    for (const auto& [id, pilot] : m_state->pilots) {
        if (pilot->retired) continue;
        const auto assessed = judge({.drone = drone.id, .battery = {}, .pilot = id, .payloads = {}, .need = need});
        if (!assessed) continue;
        const auto verdict = assessed->readiness.verdict(Question::Pilot);
        if (!best.empty() && verdict >= bestVerdict) continue;
        best = id;
        bestVerdict = verdict;
    }
    return best;
}

Result<std::vector<Assessment>> Assessor::overview(const Need& need) const {
    std::vector<Assessment> found;
    std::map<std::string, std::string> pilots; // by model: nothing else of a drone is asked about a pilot
    for (const auto& [id, drone] : m_state->drones) {
        if (drone->retired) continue;
        const auto [pilot, isNew] = pilots.try_emplace(drone->value.model_id);
        if (isNew) pilot->second = bestPilot(drone->value, need);
        auto assessed = judge({.drone = id,
                               .battery = bestBattery(drone->value, need),
                               .pilot = pilot->second,
                               .payloads = {},
                               .need = need});
        if (!assessed) return std::unexpected(assessed.error());
        found.push_back(*std::move(assessed));
    }
    return found;
}

} // namespace haneul::fleet
