#include "server/http/fleet_json.h"

#include "core/json/json_writer.h"
#include "server/fleet/record_codec.h"

#include <algorithm>
#include <type_traits>

namespace haneul::http {

using fleet::Kept;
using json::JsonWriter;

namespace {

template <class T>
void writeKept(JsonWriter& json, const Kept<T>& kept) {
    json.beginObject().key("revision").count(kept.revision).key("retired").boolean(kept.retired);
    json.key("changed").time(kept.changed).key("changed_by").string(kept.changedBy);
    writeRecord(json.key("record"), kept.value);
    json.endObject();
}

// Whether the record is asked for by the drone that it belongs to.
template <class T>
bool isOf(const T& record, const std::optional<std::string>& drone) {
    if constexpr (std::is_same_v<T, fleet::Battery> || std::is_same_v<T, fleet::MaintenanceRecord>)
        return !drone || record.drone_id == *drone;
    else
        return true;
}

void writeTexts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
    json.key(key).beginArray();
    for (const std::string& text : texts)
        json.string(text);
    json.endArray();
}

void writeTextOrNull(JsonWriter& json, std::string_view key, const std::string& text) {
    json.key(key);
    text.empty() ? json.null() : json.string(text);
}

void writeOverride(JsonWriter& json, const fleet::Override& one) {
    const fleet::OverrideGiven& given = one.given;
    json.beginObject().key("id").string(given.id).key("drone").string(given.drone);
    writeTextOrNull(json, "battery", given.battery);
    writeTextOrNull(json, "pilot", given.pilot);
    writeTexts(json, "payloads", given.payloads);
    json.key("question").string(toString(given.question)).key("items").beginArray();
    for (const fleet::Item& item : given.items)
        writeItem(json, item);
    json.endArray();
    writeNeed(json.key("need"), given.need);
    json.key("rules_version").integer(given.rulesVersion).key("reason").string(given.reason);
    json.key("until").time(given.until).key("by").string(one.by).key("role").string(one.role);
    json.key("at").time(one.at).key("withdrawn");
    if (one.withdrawn) {
        json.beginObject().key("by").string(one.withdrawn->by).key("reason").string(one.withdrawn->reason);
        json.key("at").time(one.withdrawn->at).endObject();
    } else {
        json.null();
    }
    json.endObject();
}

void writeAssessment(JsonWriter& json, const fleet::Assessment& assessment) {
    json.beginObject();
    writeTextOrNull(json, "drone", assessment.ask.drone);
    writeTextOrNull(json, "battery", assessment.ask.battery);
    writeTextOrNull(json, "pilot", assessment.ask.pilot);
    writeTexts(json, "payloads", assessment.ask.payloads);
    json.key("rules_version").integer(assessment.readiness.rules_version);
    json.key("verdict").string(toString(assessment.readiness.verdict()));
    json.key("may_fly").boolean(assessment.blocking.empty());
    json.key("questions").beginArray();
    for (const fleet::Question question : fleet::allQuestions) {
        json.beginObject().key("question").string(toString(question));
        json.key("verdict").string(toString(assessment.readiness.verdict(question)));
        json.key("blocking").boolean(std::ranges::contains(assessment.blocking, question));
        json.key("items").beginArray();
        for (const fleet::Item& item : assessment.readiness.items)
            if (item.question == question) writeItem(json, item);
        json.endArray().endObject();
    }
    json.endArray().key("overrides").beginArray();
    for (const fleet::OverridePtr& one : assessment.overrides)
        writeOverride(json, *one);
    json.endArray().endObject();
}

} // namespace

std::string fleetRecordsJson(const fleet::FleetState& state, const FleetListQuery& query) {
    JsonWriter json;
    std::uint64_t total = 0;
    std::size_t written = 0;
    json.beginObject().key(collectionName(query.kind)).beginArray();
    withKind(query.kind, [&]<class T>() {
        for (const auto& [id, kept] : state.all<T>()) {
            if ((kept->retired && !query.retired) || !isOf(kept->value, query.drone)) continue;
            ++total;
            if (id <= query.after || written >= query.limit) continue;
            ++written;
            writeKept(json, *kept);
        }
    });
    json.endArray().key("total").count(total).endObject();
    return json.take();
}

std::optional<std::string> fleetRecordJson(const fleet::FleetState& state, fleet::Kind kind, std::string_view id) {
    return withKind(kind, [&]<class T>() -> std::optional<std::string> {
        const auto kept = state.find<T>(id);
        if (!kept) return std::nullopt;
        JsonWriter json;
        writeKept(json, *kept);
        return json.take();
    });
}

std::string fleetHistoryJson(const std::vector<fleet::Change>& changes) {
    JsonWriter json;
    json.beginObject().key("changes").beginArray();
    for (const fleet::Change& change : changes) {
        json.beginObject().key("revision").count(change.revision).key("at").time(change.at);
        json.key("by").string(change.user).key("role").string(change.role).key("change").string(change.what);
        json.key("note").string(change.note).key("before");
        change.before.empty() ? json.null() : json.raw(change.before);
        json.key("after").raw(change.after).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string readinessJson(const fleet::Assessment& assessment) {
    JsonWriter json;
    writeAssessment(json, assessment);
    return json.take();
}

std::string fleetOverviewJson(const std::vector<fleet::Assessment>& assessments) {
    JsonWriter json;
    json.beginObject().key("drones").beginArray();
    for (const fleet::Assessment& assessment : assessments)
        writeAssessment(json, assessment);
    json.endArray().endObject();
    return json.take();
}

std::string fleetRulesJson(const fleet::ReadinessRules& rules) {
    return toJson(rules);
}

std::string fleetOverridesJson(const fleet::FleetState& state, bool all, UtcMs now) {
    JsonWriter json;
    json.beginObject().key("overrides").beginArray();
    for (const auto& [id, one] : state.overrides)
        if (all || one->stands(now)) writeOverride(json, *one);
    json.endArray().endObject();
    return json.take();
}

} // namespace haneul::http
