#pragma once

#include "core/formats/zones_json.h"

namespace haneul::formats {

// How the file is told apart: by what is in it, not by its name.
struct ZoneFileOptions {
    std::string country;                  // of NOTAM: "KOR"
    std::optional<ZoneDefaults> defaults; // of files that say only where an area is
};

// ED-269, ED-318, GeoJSON, KML or ICAO NOTAM text. Code UNKNOWN_FORMAT, and those of the readers.
[[nodiscard]] Result<airspace::ZoneImport> readZoneFile(std::string_view bytes, std::string_view fileName,
                                                        const ZoneFileOptions& options);

} // namespace haneul::formats
