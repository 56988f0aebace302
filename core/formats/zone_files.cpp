#include "core/formats/zone_files.h"

#include "core/formats/kmz.h"
#include "core/formats/notam.h"
#include "core/formats/zones_archive.h"
#include "core/formats/zones_kml.h"

#include <algorithm>

namespace haneul::formats {

namespace {

constexpr std::string_view shpMark("\0\0\x27\x0a", 4);

std::string_view bytesOf(const std::vector<ZoneFileNeighbour>& neighbours, std::string_view ending) {
    const auto found = std::ranges::find(neighbours, ending, &ZoneFileNeighbour::ending);
    return found == neighbours.end() ? std::string_view() : std::string_view(found->bytes);
}

} // namespace

Result<airspace::ZoneImport> readZoneFile(std::string_view bytes, std::string_view fileName,
                                          const ZoneFileOptions& options,
                                          const std::vector<ZoneFileNeighbour>& neighbours) {
    if (isZip(bytes)) return readZonesArchive(bytes, fileName, options.defaults, options.decode);
    if (bytes.starts_with(shpMark))
        return readZonesShapefile(
            {bytes, bytesOf(neighbours, ".dbf"), bytesOf(neighbours, ".prj"), bytesOf(neighbours, ".cpg")}, fileName,
            options.defaults, options.decode);
    std::string_view start = bytes.substr(0, 200);
    if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
    const std::size_t first = start.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && start[first] == '{')
        return readZonesJson(bytes, fileName, options.defaults, options.country);
    if (first != std::string_view::npos && start[first] == '<') return readZonesKml(bytes, fileName, options.defaults);
    if (bytes.contains(" NOTAMN") || bytes.contains(" NOTAMR") || bytes.contains(" NOTAMC"))
        return readZonesNotam(bytes, fileName, options.country);
    return fail(
        "UNKNOWN_FORMAT",
        "ED-269, ED-318, GeoJSON, KML, KMZ, Shapefile (zipped, or the .shp) and the text of ICAO NOTAM are read",
        std::string(fileName));
}

} // namespace haneul::formats
