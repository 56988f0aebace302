#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace haneul::tiles {

// Metres of EPSG:3857, x to the east, y to the north.
struct MapPoint {
    double x_m = 0;
    double y_m = 0;
};

using MapLine = std::vector<MapPoint>;

enum class ShapeKind { Points, Lines, Polygons };

// Points: every line holds one point. Lines: as they are. Polygons: closed rings, those of polygon i begin at
// polygonStarts[i] with the outer ring.
struct Shape {
    ShapeKind kind = ShapeKind::Points;
    std::vector<MapLine> lines;
    std::vector<std::size_t> polygonStarts;
};

using Attribute = std::variant<std::monostate, std::int64_t, double, std::string>;

struct MapFeature {
    Shape shape;
    std::vector<Attribute> attributes; // in the order of MapLayer::attributeNames
};

struct MapLayer {
    std::vector<std::string> attributeNames;
    std::vector<MapFeature> features;
};

// Where a layer comes from; the licences ask for it to be shown with the map.
struct MapSource {
    std::string layer;
    std::string source;
    std::string licence;
    std::string date; // of the data; empty when the source does not say
};

// A base map in memory: the feature tables of a GeoPackage (OGC 12-128r18) in EPSG:4326.
struct MapPack {
    std::map<std::string, MapLayer, std::less<>> layers;
    std::vector<MapSource> sources; // from the table `source`, where the pack has one
};

// Opens the file read-only, checks its pages, reads it whole and closes it; limits: 256 MiB of file, 8 million points.
// Points beyond the latitudes of Web Mercator are put on its edge.
// Errors: MAP_PACK_MISSING (no such file, or not readable), MAP_PACK_BROKEN (not a GeoPackage, damaged, or a geometry
// that is not what it says), MAP_PACK_TOO_LARGE.
[[nodiscard]] Result<MapPack> readMapPack(const std::filesystem::path& file);

// The geometry of one row: GeoPackage binary header (clause 2.1.3) and well-known binary, 2D points, lines and
// polygons and collections of one kind. `pointsLeft` is the budget that is counted down. Error MAP_PACK_BROKEN or
// MAP_PACK_TOO_LARGE.
[[nodiscard]] Result<Shape> readGeoPackageGeometry(std::string_view blob, std::size_t& pointsLeft);

} // namespace haneul::tiles
