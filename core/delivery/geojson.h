#pragma once

#include "core/delivery/network.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Networks as GeoJSON (RFC 7946), for other programs and back, and lines of other programs as ways to import.
namespace haneul::delivery {

inline constexpr std::size_t maxGeoJsonBytes = 16u << 20;
inline constexpr std::size_t maxGeoJsonPoints = 200'000;

// One FeatureCollection: a Point for each node, a LineString in three dimensions for each link (from the top of the
// column of a through its waypoints to the top of the column of b), the fields of toJson as their properties, and the
// network's settings in the foreign member "haneul_network".
//
// The RFC wants heights above the WGS84 ellipsoid. Ours are above mean sea level, which is what nearly every program
// that reads such a file takes them for; "haneul_network" says so ("height_datum": "AMSL").
[[nodiscard]] std::string toGeoJson(const Network& network);

// What toGeoJson writes, read strictly; its features may be moved and in any order. The place of a node is its Point's,
// the waypoints of a link are those between the ends of its LineString. Codes: TOO_LARGE; those of networkFromJson;
// BAD_PLACE; NOT_A_NETWORK (GeoJSON without "haneul_network"); END_NOT_AT_NODE (a line does not begin and end at the
// tops of its nodes: `where` is the link).
[[nodiscard]] Result<Network> networkFromGeoJson(std::string_view text);

struct PathPoint {
    geo::LatLon place;
    std::optional<double> height_m; // none: the file does not say it

    bool operator==(const PathPoint&) const = default;
};

// A line of a file, as a candidate for the way of a link (path_import.h).
struct PathCandidate {
    std::string name; // property "name" or "title", else empty
    std::vector<PathPoint> points;
    // Of the heights: by the RFC above the ellipsoid; Amsl only in a file of toGeoJson. Whoever imports it converts or
    // asks: no datum is guessed.
    geo::HeightDatum datum = geo::HeightDatum::W84;

    bool operator==(const PathCandidate&) const = default;
};

struct PathCandidates {
    std::vector<PathCandidate> paths; // with two points or more
    std::size_t otherGeometries = 0;  // points and areas, which are no ways
    std::size_t tooShort = 0;         // lines of fewer than two points

    bool operator==(const PathCandidates&) const = default;
};

// All LineStrings and parts of MultiLineStrings of any GeoJSON text: a FeatureCollection, a Feature, a geometry or
// collections of them. What the features have besides is not looked at. Codes: TOO_LARGE, BAD_JSON, MISSING_FIELD,
// BAD_FIELD, DUPLICATE_FIELD, NOT_GEOJSON (of an unknown type), BAD_PLACE, TOO_MANY_POINTS; `where` is the place in the
// text.
[[nodiscard]] Result<PathCandidates> pathsFromGeoJson(std::string_view text);

} // namespace haneul::delivery
