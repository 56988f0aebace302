#include "server/studies/reich_json.h"

#include <array>
#include <format>
#include <optional>
#include <utility>

namespace haneul::studies {

using json::JsonWriter;
using json::Object;
using risk::collision::Estimated;
using risk::collision::Interval;
using risk::collision::OverlapRow;
using risk::collision::OverlapTable;
using risk::collision::Preset;
using risk::collision::Provenance;
using risk::collision::TrafficEstimate;
using risk::collision::Value;

namespace {

void writeInterval(JsonWriter& json, const std::optional<Interval>& interval) {
    json.key("interval");
    if (interval)
        json.beginArray().exact(interval->low).exact(interval->high).endArray();
    else
        json.null();
}

void writeValue(JsonWriter& json, std::string_view key, const Value& value) {
    json.key(key).beginObject().key("value").exact(value.value);
    json.key("provenance").string(toString(value.provenance)).key("source").string(value.source);
    writeInterval(json, value.interval);
    json.endObject();
}

void writeValue(JsonWriter& json, std::string_view key, const std::optional<Value>& value) {
    if (value)
        writeValue(json, key, *value);
    else
        json.key(key).null();
}

void writeEstimate(JsonWriter& json, std::string_view key, const std::optional<Estimated>& value) {
    json.key(key);
    if (!value) {
        json.null();
        return;
    }
    json.beginObject().key("value").exact(value->value);
    writeInterval(json, value->interval);
    json.endObject();
}

Result<Value> valueFrom(Object& object, std::string_view key) {
    constexpr std::size_t longestSource = 1000;
    auto json = object.object(key);
    if (!json) return std::unexpected(json.error());
    const auto value = json->number("value");
    if (!value) return std::unexpected(value.error());
    const auto word = json->string("provenance");
    if (!word) return std::unexpected(word.error());
    const auto provenance = risk::collision::provenanceFrom(*word);
    if (!provenance)
        return fail("BAD_FIELD", "a provenance is \"as printed\", \"fitted\", \"entered\" or \"own data\"",
                    std::string(key) + ".provenance");
    auto source = json->string("source");
    if (!source) return std::unexpected(source.error());
    if (source->size() > longestSource)
        return fail("BAD_FIELD", "a source has at most 1000 bytes", std::string(key) + ".source");
    std::optional<Interval> interval;
    if (json->has("interval")) {
        const auto ends = json->numbers("interval");
        if (!ends) return std::unexpected(ends.error());
        if (ends->size() != 2 || (*ends)[0] > (*ends)[1])
            return fail("BAD_FIELD", "an interval is [low, high]", std::string(key) + ".interval");
        interval = Interval{(*ends)[0], (*ends)[1]};
    } else if (auto none = json->optionalNumber("interval"); !none) {
        return std::unexpected(none.error());
    }
    if (auto done = json->finish(); !done) return std::unexpected(done.error());
    return Value{*value, *provenance, *std::move(source), interval};
}

Result<std::optional<Value>> optionalValue(Object& object, std::string_view key) {
    if (!object.has(key)) return object.optionalNumber(key).transform([](auto&&) { return std::optional<Value>(); });
    return valueFrom(object, key).transform([](Value value) { return std::optional(std::move(value)); });
}

Result<OverlapRow> rowFrom(const std::vector<json::Scalar>& cells, std::size_t number) {
    const std::string where = std::format("table[{}]", number);
    const double* const distance_m = cells.size() >= 2 ? std::get_if<double>(&cells[0]) : nullptr;
    const double* const probability = cells.size() >= 2 ? std::get_if<double>(&cells[1]) : nullptr;
    const std::string* const source = cells.size() == 3 ? std::get_if<std::string>(&cells[2]) : nullptr;
    if (distance_m == nullptr || probability == nullptr || cells.size() > 3 || (cells.size() == 3 && source == nullptr))
        return fail("BAD_FIELD", "a row is [distance in metres, probability] or [distance, probability, source]",
                    where);
    return OverlapRow{*distance_m, *probability, source ? *source : std::string()};
}

} // namespace

void write(JsonWriter& json, const Preset& preset) {
    json.beginObject().key("name").string(preset.name);
    writeValue(json, "pz", preset.verticalOverlap);
    writeValue(json, "ey", preset.oppositeOccupancy);
    writeValue(json, "sx", preset.halfWindow_nm);
    writeValue(json, "ydot", preset.crossTrackSpeed_kt);
    writeValue(json, "zdot", preset.verticalSpeed_kt);
    writeValue(json, "v", preset.groundSpeed_kt);
    writeValue(json, "ey_same", preset.sameOccupancy);
    writeValue(json, "deviation_m", preset.deviation_m);
    json.key("made").timeOrNull(preset.made).key("note").string(preset.note).endObject();
}

std::string presetJson(const Preset& preset) {
    JsonWriter json;
    write(json, preset);
    return json.take();
}

Result<Preset> presetFrom(Object& object) {
    Preset preset;
    auto name = object.string("name");
    if (!name) return std::unexpected(name.error());
    preset.name = *std::move(name);
    for (auto [key, value] : {std::pair{"pz", &preset.verticalOverlap}, std::pair{"ey", &preset.oppositeOccupancy},
                              std::pair{"sx", &preset.halfWindow_nm}, std::pair{"ydot", &preset.crossTrackSpeed_kt},
                              std::pair{"zdot", &preset.verticalSpeed_kt}}) {
        auto read = valueFrom(object, key);
        if (!read) return std::unexpected(read.error());
        *value = *std::move(read);
    }
    for (auto [key, value] : {std::pair{"v", &preset.groundSpeed_kt}, std::pair{"ey_same", &preset.sameOccupancy},
                              std::pair{"deviation_m", &preset.deviation_m}}) {
        auto read = optionalValue(object, key);
        if (!read) return std::unexpected(read.error());
        *value = *std::move(read);
    }
    const auto made = object.optionalString("made");
    if (!made) return std::unexpected(made.error());
    if (*made) {
        preset.made = fromRfc3339(**made);
        if (!preset.made) return fail("BAD_FIELD", "must be a time like 2026-11-21T04:05:06Z", "made");
    }
    auto note = object.optionalString("note");
    if (!note) return std::unexpected(note.error());
    preset.note = note->value_or("");
    if (auto done = object.finish(); !done) return std::unexpected(done.error());
    if (auto good = risk::collision::check(preset); !good) return std::unexpected(good.error());
    return preset;
}

Result<Preset> presetFrom(std::string_view text) {
    auto object = Object::parse(text);
    if (!object) return std::unexpected(object.error());
    return presetFrom(*object);
}

std::string overlapTableJson(const OverlapTable& table) {
    JsonWriter json;
    json.beginObject().key("table").beginArray();
    for (const OverlapRow& row : table.rows())
        json.beginArray().exact(row.distance_m).exact(row.probability).string(row.source).endArray();
    json.endArray().endObject();
    return json.take();
}

Result<OverlapTable> overlapTableFrom(Object& object) {
    const auto rows = object.rows("table");
    if (!rows) return std::unexpected(rows.error());
    std::vector<OverlapRow> read;
    for (const auto& cells : *rows) {
        auto row = rowFrom(cells, read.size());
        if (!row) return std::unexpected(row.error());
        read.push_back(*std::move(row));
    }
    return OverlapTable::of(std::move(read));
}

Result<OverlapTable> overlapTableFrom(std::string_view text) {
    auto object = Object::parse(text);
    if (!object) return std::unexpected(object.error());
    auto table = overlapTableFrom(*object);
    if (!table) return table;
    if (auto done = object->finish(); !done) return std::unexpected(done.error());
    return table;
}

void write(JsonWriter& json, const TrafficEstimate& estimate) {
    json.beginObject().key("flights").count(estimate.flights).key("routes").count(estimate.routes);
    json.key("hours").exact(estimate.hours).key("opposite_pairs").count(estimate.oppositePairs);
    json.key("same_pairs").count(estimate.samePairs);
    writeEstimate(json, "ey", estimate.oppositeOccupancy);
    writeEstimate(json, "ey_same", estimate.sameOccupancy);
    writeEstimate(json, "ydot", estimate.crossTrackSpeed_kt);
    writeEstimate(json, "zdot", estimate.verticalSpeed_kt);
    writeEstimate(json, "v", estimate.groundSpeed_kt);
    writeEstimate(json, "deviation_m", estimate.deviation_m);
    json.endObject();
}

} // namespace haneul::studies
