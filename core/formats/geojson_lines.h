#pragma once

#include "core/base/error.h"
#include "core/formats/mission_file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The lines of a GeoJSON file (RFC 7946): what somebody drew as a way to fly. Areas are read by zones_json.h.
namespace haneul::formats {

struct GeoJsonPoint {
    geo::LatLon place;
    std::optional<double> height_m; // above the WGS84 ellipsoid, as RFC 7946 3.1.1 says

    bool operator==(const GeoJsonPoint&) const = default;
};

struct GeoJsonLine {
    std::string name;                 // member "name" of the feature's properties, short and in one line; may be empty
    std::string where;                // "features[3].geometry"
    std::vector<GeoJsonPoint> points; // two or more

    bool operator==(const GeoJsonLine&) const = default;
};

struct GeoJsonLines {
    std::vector<GeoJsonLine> lines;
    std::vector<FileNote> notes; // BAD_LINE (a line that is refused), BAD_PLACE (likewise)

    bool operator==(const GeoJsonLines&) const = default;
};

inline constexpr std::size_t maxGeoJsonLineBytes = 16u << 20;
inline constexpr std::size_t maxGeoJsonLinePoints = 200'000;
inline constexpr std::size_t maxGeoJsonLineNotes = 100;

// LineString and MultiLineString of a FeatureCollection, a Feature or a geometry by itself; other geometries are passed
// over. Codes: TOO_LARGE, BAD_JSON, NOT_GEOJSON, UNKNOWN_DATUM (a `crs` that is not WGS84), TOO_MANY_POINTS.
[[nodiscard]] Result<GeoJsonLines> readGeoJsonLines(std::string_view text);

} // namespace haneul::formats
