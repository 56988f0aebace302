#include "server/http/zone_answers.h"

#include "core/formats/zone_json.h"
#include "core/json/json_writer.h"

#include <map>
#include <set>

namespace haneul::http {

namespace {

using airspace::Finding;
using airspace::ImportRecord;
using airspace::Severity;
using airspace::Zone;
using json::JsonWriter;

std::string_view nameOf(geo::Judgement judgement) {
    switch (judgement) {
    case geo::Judgement::Yes:
        return "yes";
    case geo::Judgement::No:
        return "no";
    case geo::Judgement::Unknown:
        break;
    }
    return "unknown";
}

std::string_view nameOf(Severity severity) {
    switch (severity) {
    case Severity::Refuse:
        return "refuse";
    case Severity::Quarantine:
        return "quarantine";
    case Severity::Note:
        break;
    }
    return "note";
}

void writeFindings(JsonWriter& json, const std::vector<Finding>& findings) {
    json.key("findings").beginArray();
    for (const Finding& finding : findings) {
        json.beginObject().key("severity").string(nameOf(finding.severity)).key("code").string(finding.code);
        json.key("message").string(finding.message).key("where").string(finding.where).endObject();
    }
    json.endArray();
}

void writeTexts(JsonWriter& json, std::string_view key, const airspace::Texts& texts) {
    json.key(key).beginArray();
    for (const airspace::Text& text : texts)
        json.beginObject().key("text").string(text.text).key("lang").string(text.lang).endObject();
    json.endArray();
}

void writeHead(JsonWriter& json, const Zone& zone) {
    json.key("country").string(zone.country).key("identifier").string(zone.identifier);
    writeTexts(json, "name", zone.name);
    json.key("type").string(toString(zone.type));
}

void writeRecord(JsonWriter& json, const airspace::ZoneRecord& record) {
    json.key("key").string(record.key).key("revision").count(record.revision);
    json.key("published").time(record.published).key("by").string(record.by);
}

void writeActiveNow(JsonWriter& json, const Zone& zone, UtcMs now) {
    const auto activity = airspace::activityOf(zone, now, now + milliseconds(1));
    json.key("active").string(nameOf(activity.judged.answer));
}

void writeImport(JsonWriter& json, const ImportRecord& record) {
    json.beginObject().key("at").time(record.at).key("by").string(record.by).key("file").string(record.file);
    json.key("format").string(record.format).key("choice").string(record.choice);
    json.key("taken").count(record.taken).key("quarantined").count(record.quarantined);
    json.key("refused").count(record.refused).key("published").count(record.published);
    json.key("changed").count(record.changed).key("unchanged").count(record.unchanged);
    json.key("withdrawn").count(record.withdrawn).endObject();
}

void writeWindows(JsonWriter& json, const std::vector<airspace::Window>& windows) {
    json.key("windows").beginArray();
    for (const airspace::Window& window : windows) {
        json.beginObject().key("from").time(window.from).key("to").time(window.to);
        json.key("certain").boolean(window.certain).key("why").string(window.why).endObject();
    }
    json.endArray();
}

} // namespace

std::string zonesJson(const airspace::AirspaceState& state, const std::vector<std::size_t>& numbers, std::size_t total,
                      UtcMs now) {
    JsonWriter json;
    json.beginObject().key("total").count(total).key("zones").beginArray();
    for (const std::size_t number : numbers) {
        const Zone& zone = state.index.zones()[number];
        json.beginObject();
        writeRecord(json, state.records[number]);
        writeHead(json, zone);
        json.key("layers").count(zone.layers.size());
        writeActiveNow(json, zone, now);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string zoneJson(const airspace::AirspaceState& state, std::size_t number, UtcMs now) {
    const Zone& zone = state.index.zones()[number];
    JsonWriter json;
    json.beginObject();
    writeRecord(json, state.records[number]);
    writeActiveNow(json, zone, now);
    writeFindings(json, findingsOf(zone));
    json.key("zone");
    formats::writeZone(json, zone);
    json.endObject();
    return json.take();
}

std::string awarenessJson(const airspace::Awareness& awareness) {
    const airspace::AirspaceState& state = *awareness.state;
    JsonWriter json;
    json.beginObject().key("zones_known").count(state.index.zones().size()).key("hits").beginArray();
    for (const airspace::ZoneHit& hit : awareness.hits) {
        const Zone& zone = state.index.zones()[hit.zone];
        json.beginObject().key("key").string(state.records[hit.zone].key);
        json.key("revision").count(state.records[hit.zone].revision);
        writeHead(json, zone);
        json.key("answer").string(nameOf(hit.answer)).key("why").string(hit.why);
        json.key("restriction_conditions").string(zone.restrictionConditions);
        writeTexts(json, "message", zone.message);
        json.key("layer");
        formats::writeLayer(json, zone.layers[hit.layer]);
        writeWindows(json, hit.windows);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string impactJson(const Zone& zone, const std::vector<airspace::Impact>& impacts) {
    JsonWriter json;
    json.beginObject();
    writeFindings(json, findingsOf(zone));
    json.key("hits").beginArray();
    for (const airspace::Impact& impact : impacts) {
        json.beginObject().key("kind").string(impact.kind).key("id").string(impact.id);
        json.key("answer").string(nameOf(impact.answer)).key("why").string(impact.why).endObject();
    }
    json.endArray().endObject();
    return json.take();
}

std::string importJson(const airspace::ZoneImport& import, const ImportRecord* record) {
    JsonWriter json;
    json.beginObject().key("format").string(import.format);
    json.key("taken").count(import.count(airspace::Outcome::Taken));
    json.key("quarantined").count(import.count(airspace::Outcome::Quarantined));
    json.key("refused").count(import.count(airspace::Outcome::Refused));
    writeFindings(json, import.findings);
    json.key("features").beginArray();
    for (const airspace::FeatureReport& report : import.features) {
        json.beginObject().key("where").string(report.where).key("identifier").string(report.identifier);
        json.key("outcome").string(toString(report.outcome));
        writeFindings(json, report.findings);
        json.endObject();
    }
    json.endArray().key("record");
    if (record != nullptr)
        writeImport(json, *record);
    else
        json.null();
    json.endObject();
    return json.take();
}

std::string importsJson(const airspace::AirspaceState& state) {
    JsonWriter json;
    json.beginObject().key("imports").beginArray();
    for (const ImportRecord& record : state.imports)
        writeImport(json, record);
    json.endArray().endObject();
    return json.take();
}

std::string streamZones(const airspace::AirspaceState& before, const airspace::AirspaceState& after) {
    constexpr std::size_t mostNamed = 1'000;
    std::map<std::string_view, std::uint64_t> old; // revision by key
    for (const airspace::ZoneRecord& record : before.records)
        old.emplace(record.key, record.revision);
    std::set<std::string_view> changed;
    for (const airspace::ZoneRecord& record : after.records) {
        const auto found = old.find(record.key);
        if (found == old.end() || found->second != record.revision) changed.insert(record.key);
        if (found != old.end()) old.erase(found);
    }
    for (const auto& [key, revision] : old)
        changed.insert(key);
    if (changed.empty()) return {};
    const bool all = changed.size() > mostNamed;
    json::JsonWriter json;
    json.beginObject().key("type").string("zones").key("number").count(after.number).key("zones").beginArray();
    if (!all)
        for (const std::string_view key : changed)
            json.string(key);
    json.endArray().key("all").boolean(all).endObject();
    return json.take();
}

} // namespace haneul::http
