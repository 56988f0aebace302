#include "server/fleet/drone_check.h"

#include <algorithm>
#include <utility>

namespace haneul::fleet {

namespace {

Result<Assessment> withBestBattery(const FleetState& state, const Assessor& assessor, const std::string& drone,
                                   const Need& need) {
    const Ask ask{.drone = drone, .battery = {}, .pilot = {}, .payloads = {}, .need = need};
    auto best = assessor.judge(ask);
    if (!best) return best;
    bool first = true;
    for (const auto& [id, battery] : state.batteries) {
        if (battery->retired || battery->value.drone_id != drone) continue;
        Ask with = ask;
        with.battery = id;
        auto assessed = assessor.judge(with);
        if (!assessed) return assessed;
        const bool better = assessed->readiness.verdict(Question::Battery) < best->readiness.verdict(Question::Battery);
        if (first || better) best = std::move(assessed);
        first = false;
    }
    return best;
}

// The override, as if it had been given for just this flight: a mission names no pilot and carries parcels only.
bool coversDrone(const Override& given, const Ask& ask, const Readiness& readiness, const ReadinessRules& rules) {
    const OverrideGiven& seen = given.given;
    const ReadinessOverride said{
        .question = seen.question, .user_id = given.by, .role = given.role, .reason = seen.reason, .at = given.at};
    if (seen.question == Question::Pilot || !check(said, readiness, rules)) return false;
    Ask as = ask;
    as.pilot = seen.pilot;
    if (seen.question != Question::Battery) as.battery = seen.battery;
    if (seen.question != Question::Airframe) as.payloads = seen.payloads;
    return covers(given, as, readiness);
}

} // namespace

Result<DroneCheck> checkDrone(const FleetState& state, const Assessor& assessor, const std::string& drone,
                              const Need& need) {
    const auto best = withBestBattery(state, assessor, drone, need);
    if (!best) return std::unexpected(best.error());
    DroneCheck found{.battery = best->ask.battery, .notReady = {}, .notJudged = {}, .answeredFor = {}, .overrides = {}};
    const auto answered = [&](Question question) {
        for (const auto& [id, one] : state.overrides)
            if (one->given.question == question && coversDrone(*one, best->ask, best->readiness, state.rules)) {
                if (!std::ranges::contains(found.overrides, one)) found.overrides.push_back(one);
                return true;
            }
        return false;
    };
    for (const Item& item : best->readiness.items) {
        if (item.question == Question::Pilot || item.verdict == Verdict::Ready) continue;
        if (answered(item.question))
            found.answeredFor.push_back(item);
        else
            (item.verdict == Verdict::NotJudged ? found.notJudged : found.notReady).push_back(item);
    }
    return found;
}

} // namespace haneul::fleet
