#include "server/http/map_api.h"

#include "core/json/json_writer.h"
#include "server/http/routes.h"

#include <charconv>

namespace haneul::http {

namespace {

using json::JsonWriter;

constexpr int degreeDecimals = 7;

JsonWriter& textOrNull(JsonWriter& json, const std::string& text) {
    return text.empty() ? json.null() : json.string(text);
}

void writeBounds(JsonWriter& json, const maps::GeoBounds& bounds) {
    json.beginArray();
    for (const double degrees : {bounds.west_deg, bounds.south_deg, bounds.east_deg, bounds.north_deg})
        json.number(degrees, degreeDecimals);
    json.endArray();
}

void writeReason(JsonWriter& json, const maps::MapLayerInfo& layer) {
    if (layer.reasonCode.empty()) {
        json.null();
        return;
    }
    json.beginObject();
    json.key("code").string(layer.reasonCode);
    json.key("message").string(layer.reason);
    json.key("where").string(layer.file);
    json.endObject();
}

void writeLayer(JsonWriter& json, const maps::MapLayerInfo& layer) {
    const bool base = layer.kind == maps::LayerKind::Base;
    json.beginObject();
    json.key("id").string(layer.id);
    json.key("kind").string(nameOf(layer.kind));
    json.key("state").string(nameOf(layer.state));
    textOrNull(json.key("title"), layer.facts.title);
    textOrNull(json.key("file"), layer.file);
    json.key("bounds");
    if (layer.state == maps::LayerState::Ready || base)
        writeBounds(json, layer.facts.bounds);
    else
        json.null();
    json.key("min_zoom").integer(layer.facts.minZoom);
    json.key("max_zoom").integer(layer.facts.maxZoom);
    textOrNull(json.key("data_date"), layer.facts.date);
    json.key("file_time").timeOrNull(layer.fileTime);
    textOrNull(json.key("attribution"), layer.facts.attribution);
    textOrNull(json.key("licence"), layer.facts.licence);
    json.key("size_bytes");
    if (base)
        json.null();
    else
        json.count(layer.size_bytes);
    textOrNull(json.key("version"), layer.version);
    writeReason(json.key("reason"), layer);
    json.endObject();
}

} // namespace

Result<PlaceQuery> placeQueryFrom(std::string_view query) {
    const auto items = parseQuery(query);
    if (!items) return std::unexpected(items.error());
    PlaceQuery wanted;
    for (const auto& [name, value] : *items) {
        if (name == "q") {
            if (value.empty() || value.size() > maps::PlaceIndex::maxQuery_bytes)
                return fail("BAD_QUERY", "must be 1 to 256 bytes", "q");
            wanted.text = value;
        } else if (name == "limit") {
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), wanted.limit);
            const bool whole = error == std::errc{} && end == value.data() + value.size();
            if (!whole || wanted.limit < 1 || wanted.limit > maps::PlaceIndex::maxResults)
                return fail("BAD_QUERY", "must be 1 to 100", "limit");
        } else {
            return fail("BAD_QUERY", "not known; known are q, limit", name);
        }
    }
    if (wanted.text.empty()) return fail("BAD_QUERY", "is missing", "q");
    return wanted;
}

std::string mapLayersJson(const maps::MapCatalog& catalog) {
    JsonWriter json;
    json.beginObject();
    json.key("revision").count(catalog.revision);
    json.key("layers").beginArray();
    for (const auto& layer : catalog.layers)
        writeLayer(json, layer);
    json.endArray();
    json.key("lacks").beginArray();
    for (const auto& code : catalog.lacks)
        json.string(code);
    json.endArray();
    json.key("credits").string(catalog.credits);
    json.endObject();
    return json.take();
}

std::string placesJson(const std::vector<maps::Place>& places) {
    JsonWriter json;
    json.beginObject();
    json.key("places").beginArray();
    for (const auto& place : places) {
        json.beginObject();
        json.key("id").string(place.id);
        json.key("kind").string(nameOf(place.kind));
        textOrNull(json.key("name_ko"), place.nameKo);
        textOrNull(json.key("name_en"), place.nameEn);
        textOrNull(json.key("code"), place.code);
        json.key("position").beginObject();
        json.key("lat_deg").number(place.position.latitude_deg, degreeDecimals);
        json.key("lon_deg").number(place.position.longitude_deg, degreeDecimals);
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    return json.take();
}

} // namespace haneul::http
