#pragma once

#include "core/base/error.h"
#include "core/json/json_writer.h"
#include "core/json/object.h"
#include "core/risk/collision/estimate.h"
#include "core/risk/collision/overlap.h"
#include "core/risk/collision/preset.h"

#include <string>
#include <string_view>

// Presets and overlap tables of the Reich model as JSON: on the wire, and as saved studies of the kinds below.
namespace haneul::studies {

inline constexpr std::string_view reichKind = "reich";
inline constexpr std::string_view reichPresetKind = "reich.preset";
inline constexpr std::string_view reichOverlapKind = "reich.overlap";

// {"name", "pz", "ey", "sx", "ydot", "zdot", and where known "v", "ey_same", "deviation_m"; "made": time or null,
// "note"}; each value {"value", "provenance", "source", "interval": [low, high] or null}.
void write(json::JsonWriter& json, const risk::collision::Preset& preset);
[[nodiscard]] std::string presetJson(const risk::collision::Preset& preset);
// Codes: those of json::Object, BAD_FIELD, and of check(Preset).
[[nodiscard]] Result<risk::collision::Preset> presetFrom(json::Object& object);
[[nodiscard]] Result<risk::collision::Preset> presetFrom(std::string_view text);

// {"table": [[distance_m, probability, source], ...]}. Codes: those of json::Object, BAD_FIELD, and of
// OverlapTable::of.
[[nodiscard]] std::string overlapTableJson(const risk::collision::OverlapTable& table);
[[nodiscard]] Result<risk::collision::OverlapTable> overlapTableFrom(json::Object& object);
[[nodiscard]] Result<risk::collision::OverlapTable> overlapTableFrom(std::string_view text);

// {"flights", "routes", "hours", "opposite_pairs", "same_pairs", "ey", "ey_same", "ydot", "zdot", "v", "deviation_m"};
// each value {"value", "interval"} or null: the traffic does not say.
void write(json::JsonWriter& json, const risk::collision::TrafficEstimate& estimate);

} // namespace haneul::studies
