#pragma once

#include "core/formats/zones_shapefile.h"

#include <vector>

namespace haneul::formats {

// How the file is told apart: by what is in it, not by its name.
struct ZoneFileOptions {
    std::string country;                  // of NOTAM and extracts of an eAIP: "KOR"
    std::optional<ZoneDefaults> defaults; // of files that say only where an area is
    TextDecoder decode;                   // of names in a Shapefile
};

// A file that belongs to another one: the .dbf, .prj and .cpg beside a .shp.
struct ZoneFileNeighbour {
    std::string ending; // ".dbf"
    std::string bytes;
};

// ED-269, ED-318, GeoJSON, the layout of an eAIP (zones_eaip.h), KML, KMZ, Shapefile (in a ZIP, or a .shp with its
// neighbours) or ICAO NOTAM text. Code UNKNOWN_FORMAT, and those of the readers.
[[nodiscard]] Result<airspace::ZoneImport> readZoneFile(std::string_view bytes, std::string_view fileName,
                                                        const ZoneFileOptions& options,
                                                        const std::vector<ZoneFileNeighbour>& neighbours = {});

} // namespace haneul::formats
