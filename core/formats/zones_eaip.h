#pragma once

#include "core/formats/json_value.h"
#include "core/formats/zones_json.h"

namespace haneul::formats {

// The layout in which areas are taken out of an eAIP (ENR 5): {"metadata": ..., "airspaces": [{name, type, boundary:
// [[longitude, latitude], ...], is_circle, center_lat, center_lon, radius_nm, lower_limit_ft, upper_limit_ft or
// lower_limit, upper_limit as "GND", "FL180", "3000FT AMSL", active_time: "2100-1300 UTC"}]}. Such extracts lose what
// the AIP says, so what is missing is taken so that the zone covers every reading, and said:
//   no reference of a height: the lower is above the sea, the upper above the ground (LIMIT_REFERENCE, quarantine)
//   no upper limit: none; no lower limit: the ground (NO_LIMITS, quarantine, where the upper is missing)
//   types that the AIP does not define for unmanned aircraft (MOA, UA, ...): CONDITIONAL (MEANING_OF_TYPE, quarantine)
// Quarantined besides: RING_NOT_CLOSED, CIRCLE_DISAGREES (with the ring beside it), SCHEDULE_NOT_READ (active all of
// the time). Refused: BAD_AREA (one or two points), UNKNOWN_TYPE, BAD_LIMITS, UNKNOWN_LIMIT.
[[nodiscard]] Result<airspace::ZoneImport> readZonesEaip(const JsonValue& root, std::string_view fileName,
                                                         std::string_view country);

// Whether the JSON file is of this layout.
[[nodiscard]] bool isEaip(const JsonValue& root);

} // namespace haneul::formats
