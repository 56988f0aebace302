#include "server/http/planner_api.h"

#include "core/json/json_writer.h"

namespace haneul::http {

namespace {

using json::JsonWriter;
using planner::FlownDecision;

void writeTraining(JsonWriter& json, const std::optional<planner::Training>& training) {
    if (!training) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("seed").integer(training->seed);
    json.key("generations").integer(training->generations);
    json.key("encounters").integer(training->encounters);
    json.key("first_reward").number(training->firstReward, 3);
    json.key("last_reward").number(training->lastReward, 3);
    json.key("rule_reward").number(training->ruleReward, 3);
    json.endObject();
}

void writeDecision(JsonWriter& json, const FlownDecision& flown) {
    const avoid::Decision& decision = flown.decision;
    json.beginObject();
    json.key("time").time(flown.time);
    json.key("drone_id").string(flown.drone);
    json.key("latitude_deg").number(flown.position.latitude_deg, 7);
    json.key("longitude_deg").number(flown.position.longitude_deg, 7);
    json.key("height_amsl_m").number(flown.height_m, 1);
    json.key("course_deg").number(flown.course_deg, 1);
    json.key("speed_mps").number(flown.speed_mps, 1);
    json.key("battery_pct").number(flown.battery_pct, 1);
    json.key("traffic").count(flown.traffic);
    json.key("wind_mps").number(flown.wind_mps, 1);
    json.key("planner").string(toString(decision.mode));
    json.key("candidate").count(decision.chosen);
    json.key("preferred").count(decision.preferred);
    json.key("turn_deg").number(decision.action.turn_deg, 1);
    json.key("target_speed_mps").number(decision.action.speed_mps, 1);
    json.key("climb_mps").number(decision.action.climb_mps, 1);
    json.key("score").number(decision.score, 3);
    json.key("features").beginArray();
    for (const float feature : decision.features)
        json.number(static_cast<double>(feature), 4);
    json.endArray();
    json.key("conflict_ahead").boolean(decision.alert);
    json.key("overridden").boolean(decision.overridden);
    json.key("reason").string(toString(decision.reason));
    json.key("safe").boolean(decision.safe);
    json.key("replan").string(toString(decision.replan));
    json.endObject();
}

void writeCounters(JsonWriter& json, const planner::Counters& counters) {
    json.beginObject();
    json.key("decisions").count(counters.decisions);
    json.key("alerts").count(counters.alerts);
    json.key("overrides").count(counters.overrides);
    json.key("unsafe").count(counters.unsafe);
    json.key("replans").count(counters.replans);
    json.endObject();
}

} // namespace

Response answerLocalPlanner(const planner::LocalPlanner* planner) {
    if (!planner) return errorResponse({"NO_PLANNER", "there is no local planner here", "planner"});
    const planner::Status& status = planner->status();
    JsonWriter json;
    json.beginObject();
    json.key("mode").string(toString(status.mode));
    json.key("wanted").string(status.wanted == planner::Choice::Learned ? "learned" : "rules");
    json.key("policy");
    if (status.version.empty())
        json.null();
    else
        json.string(status.version);
    json.key("refused");
    if (status.refused) {
        json.beginObject();
        json.key("code").string(status.refused->code);
        json.key("message").string(status.refused->message);
        json.endObject();
    } else {
        json.null();
    }
    json.key("training");
    writeTraining(json, status.training);
    json.key("counters");
    writeCounters(json, planner->counters());
    json.key("decisions").beginArray();
    for (const FlownDecision& flown : planner->recent())
        writeDecision(json, flown);
    json.endArray();
    json.endObject();
    return jsonResponse(json.take());
}

} // namespace haneul::http
