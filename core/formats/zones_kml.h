#pragma once

#include "core/formats/zones_json.h"

namespace haneul::formats {

// The areas of a KML file (OGC 12-007r2): each placemark with one or more polygons is a feature. KML says where an area
// is and what it is called, not what it means: type, country and limits come by default, and the zones are in
// quarantine (MEANING_BY_DEFAULT). Heights, styles and links to other files are not read; placemarks without an area
// are refused (NOT_AN_AREA). Errors of the file as a whole: those of xmlGate, NOT_WELL_FORMED, NOT_KML,
// TOO_MANY_FEATURES.
[[nodiscard]] Result<airspace::ZoneImport> readZonesKml(std::string_view text, std::string_view fileName,
                                                        const std::optional<ZoneDefaults>& defaults);

} // namespace haneul::formats
