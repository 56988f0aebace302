#include "server/fleet/assessor.h"

#include <algorithm>
#include <format>
#include <utility>

namespace haneul::fleet {

namespace {

// The record of that name, or none for an empty one.
template <class T>
Result<std::shared_ptr<const Kept<T>>> named(const FleetState& state, const std::string& id, const char* code) {
    if (id.empty()) return nullptr;
    auto found = state.find<T>(id);
    if (!found) return fail(code, "there is nothing of that name in the fleet", id);
    return found;
}

void addRetired(Readiness& readiness, Question question, const char* code, const std::string& id) {
    readiness.items.push_back(
        {.question = question, .code = code, .verdict = Verdict::NotReady, .words = std::format("{} is retired", id)});
    std::ranges::stable_sort(readiness.items, {}, &Item::question);
}

ReadinessOverride plain(const Override& given) {
    return {.question = given.given.question,
            .user_id = given.by,
            .role = given.role,
            .reason = given.given.reason,
            .at = given.at};
}

} // namespace

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

Assessor::Assessor(FleetStatePtr state, OrganisationOf organisationOf)
    : m_state(std::move(state))
    , m_organisationOf(std::move(organisationOf)) {
    for (const auto& [id, record] : m_state->maintenance)
        if (!record->retired) m_maintenance[record->value.drone_id].push_back(record->value);
    for (const auto& [id, battery] : m_state->batteries)
        if (!battery->retired) m_batteries[battery->value.drone_id].push_back(id);
}

Result<Assessment> Assessor::judge(const Ask& ask) const {
    const auto drone = named<Drone>(*m_state, ask.drone, "NO_SUCH_DRONE");
    if (!drone) return std::unexpected(drone.error());
    const auto battery = named<Battery>(*m_state, ask.battery, "NO_SUCH_BATTERY");
    if (!battery) return std::unexpected(battery.error());
    const auto pilot = named<Pilot>(*m_state, ask.pilot, "NO_SUCH_PILOT");
    if (!pilot) return std::unexpected(pilot.error());

    Assignment assignment;
    std::vector<std::string> retiredPayloads;
    for (const std::string& id : ask.payloads) {
        const auto payload = named<Payload>(*m_state, id, "NO_SUCH_PAYLOAD");
        if (!payload) return std::unexpected(payload.error());
        if (*payload == nullptr) return fail("NO_SUCH_PAYLOAD", "a payload has no name", "payloads");
        assignment.payloads.push_back((*payload)->value);
        if ((*payload)->retired) retiredPayloads.push_back(id);
    }
    if (*drone) {
        assignment.drone = (*drone)->value;
        if ((*drone)->retired) assignment.drone->status = DroneStatus::Retired;
        if (const auto model = m_state->find<DroneModel>((*drone)->value.model_id)) assignment.model = model->value;
        const auto records = m_maintenance.find(ask.drone);
        assignment.maintenance = records == m_maintenance.end() ? std::vector<MaintenanceRecord>() : records->second;
        if (m_organisationOf) assignment.organisation = m_organisationOf((*drone)->value.organisation_id);
    }
    if (*battery) assignment.battery = (*battery)->value;
    if (*pilot) assignment.pilot = (*pilot)->value;

    auto readiness = fleet::judge(assignment, ask.need, m_state->rules);
    if (!readiness) return std::unexpected(readiness.error());
    for (const std::string& id : retiredPayloads)
        addRetired(*readiness, Question::Airframe, "PAYLOAD_RETIRED", id);
    if (*battery && (*battery)->retired) addRetired(*readiness, Question::Battery, "BATTERY_RETIRED", ask.battery);
    if (*pilot && (*pilot)->retired) addRetired(*readiness, Question::Pilot, "PILOT_RETIRED", ask.pilot);

    Assessment assessment{.ask = ask, .readiness = *std::move(readiness), .overrides = {}, .blocking = {}};
    std::vector<ReadinessOverride> given;
    for (const auto& [id, one] : m_state->overrides)
        if (covers(*one, ask, assessment.readiness) &&
            check(plain(*one), assessment.readiness, m_state->rules).has_value()) {
            assessment.overrides.push_back(one);
            given.push_back(plain(*one));
        }
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
