#pragma once

#include "core/formats/zones_json.h"

#include <functional>

namespace haneul::formats {

// Bytes of a text in an encoding ("CP949"), as UTF-8; none: the encoding is not known or the bytes are not of it. The
// core has no tables of its own.
using TextDecoder = std::function<std::optional<std::string>(std::string_view bytes, std::string_view encoding)>;

// The files of one layer; all but .shp may be missing, and what follows of that is said.
struct ShapefileBytes {
    std::string_view shp, dbf, prj, cpg;
};

// The polygons of a Shapefile; each record is a feature ("record 3"). A Shapefile says where areas are, not what they
// mean: type, country and limits come by default, and the zones are in quarantine (MEANING_BY_DEFAULT); of the table
// only a name is read. Rings are told apart by their direction: clockwise bounds an area, counterclockwise a hole.
// Quarantined besides: RING_NOT_CLOSED, RING_DIRECTION (the only ring runs the wrong way). Refused: NO_GEOMETRY,
// NOT_AN_AREA, BAD_AREA (a hole outside of every area, and what geo::check refuses), DELETED (marked so in the table).
// Errors of the file as a whole: UNKNOWN_DATUM (see datumOfWkt; also without a .prj), those of readShapes, TOO_LARGE.
[[nodiscard]] Result<airspace::ZoneImport> readZonesShapefile(const ShapefileBytes& bytes, std::string_view fileName,
                                                              const std::optional<ZoneDefaults>& defaults,
                                                              const TextDecoder& decode = {});

} // namespace haneul::formats
