#pragma once

#include "core/formats/zones_shapefile.h"

namespace haneul::formats {

// Zones in a ZIP file: a KMZ (of its KML files doc.kml, else the first one, is read; links to others are not followed),
// or one or more Shapefiles with what belongs to them ("areas.shp: record 3"). Errors of the file as a whole: those of
// ZipArchive, of readZonesKml and readZonesShapefile, UNKNOWN_FORMAT (neither, or both).
[[nodiscard]] Result<airspace::ZoneImport> readZonesArchive(std::string_view bytes, std::string_view fileName,
                                                            const std::optional<ZoneDefaults>& defaults,
                                                            const TextDecoder& decode);

} // namespace haneul::formats
