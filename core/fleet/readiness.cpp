#include "core/fleet/readiness.h"

#include "core/fleet/readiness_items.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace haneul::fleet {

std::string_view toString(Question question) {
    switch (question) {
    case Question::Airframe:
        return "AIRFRAME";
    case Question::Battery:
        return "BATTERY";
    case Question::Maintenance:
        return "MAINTENANCE";
    case Question::Pilot:
        return "PILOT";
    case Question::Firmware:
        return "FIRMWARE";
    case Question::Operator:
        return "OPERATOR";
    }
    return "";
}

std::optional<Question> questionFromString(std::string_view name) {
    for (const auto question : allQuestions)
        if (name == toString(question)) return question;
    return std::nullopt;
}

std::string_view toString(Verdict verdict) {
    switch (verdict) {
    case Verdict::Ready:
        return "READY";
    case Verdict::NotJudged:
        return "NOT_JUDGED";
    case Verdict::NotReady:
        return "NOT_READY";
    }
    return "";
}

Verdict Readiness::verdict(Question question) const {
    // A question without any item was not asked.
    std::optional<Verdict> worst;
    for (const auto& item : items)
        if (item.question == question) worst = std::max(worst.value_or(Verdict::Ready), item.verdict);
    return worst.value_or(Verdict::NotJudged);
}

Verdict Readiness::verdict() const {
    Verdict worst = Verdict::Ready;
    for (const auto question : allQuestions)
        worst = std::max(worst, verdict(question));
    return worst;
}

std::vector<const Item*> Readiness::failed() const {
    std::vector<const Item*> found;
    for (const auto verdict : {Verdict::NotReady, Verdict::NotJudged})
        for (const auto& item : items)
            if (item.verdict == verdict) found.push_back(&item);
    return found;
}

namespace {

Result<void> check(const Need& need) {
    if (need.end <= need.start) return fail("BAD_NEED", "the flight does not end after it starts", "end");
    if (!std::isfinite(need.flight_s) || need.flight_s <= 0)
        return fail("BAD_NEED", std::format("a flight time of {} s: a number above 0 is expected", need.flight_s),
                    "flight_s");
    for (const auto& [name, value] :
         {std::pair("parcels_kg", need.parcels_kg), std::pair("speed_mps", need.speed_mps),
          std::pair("climb_mps", need.climb_mps), std::pair("descent_mps", need.descent_mps)})
        if (!std::isfinite(value) || value < 0)
            return fail("BAD_NEED", std::format("{} is {}: a number not below 0 is expected", name, value), name);
    return {};
}

} // namespace

namespace {

void judgeRetired(const Judging& judging) {
    const auto retired = [&](Question question, const char* code, const std::string& id) {
        judging.items.push_back({.question = question,
                                 .code = code,
                                 .verdict = Verdict::NotReady,
                                 .words = std::format("{} is retired", id)});
    };
    const auto& assignment = judging.assignment;
    for (const std::string& id : assignment.retiredPayloads)
        retired(Question::Airframe, "PAYLOAD_RETIRED", id);
    if (assignment.batteryRetired && assignment.battery)
        retired(Question::Battery, "BATTERY_RETIRED", assignment.battery->id);
    if (assignment.pilotRetired && assignment.pilot) retired(Question::Pilot, "PILOT_RETIRED", assignment.pilot->id);
    std::ranges::stable_sort(judging.items, {}, &Item::question);
}

} // namespace

Result<Readiness> judge(const Assignment& assignment, const Need& need, const ReadinessRules& rules) {
    if (auto sound = check(rules); !sound) return std::unexpected(sound.error());
    if (auto sound = check(need); !sound) return std::unexpected(sound.error());
    Readiness readiness{.rules_id = rules.id, .rules_version = rules.version};
    const Judging judging{assignment, need, rules, readiness.items};
    judgeAirframe(judging);
    judgeBattery(judging);
    judgeMaintenance(judging);
    judgePilot(judging);
    judgeFirmware(judging);
    judgeOperator(judging);
    judgeRetired(judging);
    return readiness;
}

} // namespace haneul::fleet
