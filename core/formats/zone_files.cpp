#include "core/formats/zone_files.h"

#include "core/formats/notam.h"
#include "core/formats/zones_kml.h"

namespace haneul::formats {

Result<airspace::ZoneImport> readZoneFile(std::string_view bytes, std::string_view fileName,
                                          const ZoneFileOptions& options) {
    std::string_view start = bytes.substr(0, 200);
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && start[first] == '{') return readZonesJson(bytes, fileName, options.defaults);
    if (first != std::string_view::npos && start[first] == '<') return readZonesKml(bytes, fileName, options.defaults);
    if (bytes.contains(" NOTAMN") || bytes.contains(" NOTAMR") || bytes.contains(" NOTAMC"))
        return readZonesNotam(bytes, fileName, options.country);
    return fail("UNKNOWN_FORMAT", "ED-269, ED-318, GeoJSON, KML and the text of ICAO NOTAM are read",
                std::string(fileName));
}

} // namespace haneul::formats
