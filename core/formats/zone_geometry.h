#pragma once

#include "core/airspace/zone.h"
#include "core/formats/zone_fields.h"

namespace haneul::formats {

// Rings as files write them, [longitude, latitude], closed by repetition: RING_NOT_CLOSED (quarantine), BAD_AREA.
[[nodiscard]] std::vector<geo::LatLon> ringOf(const JsonValue& coordinates, Findings& findings);
[[nodiscard]] std::optional<geo::Polygon> polygonOf(const JsonValue& coordinates, Findings& findings);

// The areas of a GeoJSON geometry (Polygon, MultiPolygon, GeometryCollection of them, ED-318's Point with extent
// Circle), each with its `layer` of ED-318 or that of the collection around it. NOT_AN_AREA, NO_EXTENT (refuse).
// `limits`: read the limits of each geometry's own `layer`; without one, `outer` stands.
[[nodiscard]] std::vector<airspace::Layer>
layersOfGeoJson(const JsonValue& geometry, const std::optional<JsonValue>& outerLayer, Findings& findings);

// One entry of the geometry of an ED-269 zone.
[[nodiscard]] std::optional<airspace::Layer> layerOfEd269(const JsonValue& volume, Findings& findings);

// Drops points that repeat the one before; closes by dropping the repeated first point. False: was not closed.
bool tidyRing(std::vector<geo::LatLon>& ring);

} // namespace haneul::formats
