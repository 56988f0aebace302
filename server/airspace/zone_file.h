#pragma once

#include "core/formats/zone_files.h"

#include <filesystem>
#include <string>
#include <vector>

namespace haneul::airspace {

struct ZoneFile {
    std::string name; // as the user knows it
    std::string bytes;
    formats::ZoneFileOptions options;
    std::vector<formats::ZoneFileNeighbour> neighbours; // of a .shp
};

// A file of zones from a disk; with a .shp come the .dbf, .prj and .cpg beside it, in whatever case their endings are
// written. Codes: CANNOT_READ, TOO_LARGE. For a thread that may wait.
[[nodiscard]] Result<ZoneFile> loadZoneFile(const std::filesystem::path& path, formats::ZoneFileOptions options);

// Names in the encodings that tables of Shapefiles are in: "CP949", "949", "EUC-KR", "ISO 88591", ...
[[nodiscard]] std::optional<std::string> decodeTableText(std::string_view bytes, std::string_view encoding);

} // namespace haneul::airspace
