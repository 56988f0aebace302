#pragma once

#include "core/airspace/zone.h"
#include "core/base/error.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"

#include <string>
#include <string_view>

// A zone as our own wire and log have it (resources/openapi.json, Zone): one form, read strictly.
namespace haneul::formats {

void writeZone(json::JsonWriter& writer, const airspace::Zone& zone);
[[nodiscard]] std::string zoneToJson(const airspace::Zone& zone);

// Codes: those of json::Object, BAD_FIELD. What the zone is worth says findingsOf().
[[nodiscard]] Result<airspace::Zone> zoneFrom(json::Object object);
[[nodiscard]] Result<airspace::Zone> zoneFromJson(std::string_view text);

// {"polygon":[[[lon,lat],...],hole,...]} or {"centre":[lon,lat],"radius_m":...}, with "lower" and "upper"
// ({"metres","reference"}); also the volume of a question to geo-awareness.
void writeLayer(json::JsonWriter& writer, const airspace::Layer& layer);
[[nodiscard]] Result<airspace::Layer> layerFrom(json::Object& object); // does not finish() it
[[nodiscard]] Result<std::optional<geo::VerticalLimit>> limitFrom(json::Object& object, std::string_view key);

} // namespace haneul::formats
