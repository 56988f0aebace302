#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>
#include <vector>

// The KML of a KMZ (OGC 12-007r2, annex C): a ZIP file with pictures and further KML files beside the main one.
namespace haneul::formats {

struct KmzText {
    std::string name; // of the file in the archive
    std::string kml;
    std::vector<std::string> notRead; // the other KML files: links to them are not followed
};

[[nodiscard]] bool isZip(std::string_view bytes);

// doc.kml, else the first KML file. Codes: those of ZipArchive, UNKNOWN_FORMAT (there is none).
[[nodiscard]] Result<KmzText> readKmz(std::string_view bytes);

} // namespace haneul::formats
