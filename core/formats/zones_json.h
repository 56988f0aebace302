#pragma once

#include "core/airspace/zone_import.h"
#include "core/base/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Zones in JSON: ED-269 ("UASZoneList"), ED-318 (a GeoJSON FeatureCollection) in the layouts that authorities really
// publish, and plain GeoJSON with areas.
namespace haneul::formats {

inline constexpr std::size_t maxZoneFileBytes = 64u << 20;
inline constexpr std::size_t maxZoneFeatures = 50'000;

// What a person says about the areas of a file that does not say it itself (GeoJSON, KML, Shapefile).
struct ZoneDefaults {
    std::string country;          // "KOR"
    std::string identifierPrefix; // "GIS" makes GIS1, GIS2, ...
    airspace::ZoneType type = airspace::ZoneType::Prohibited;
    std::optional<geo::VerticalLimit> lower, upper; // none: from the ground, without an upper limit
};

// Errors of the file as a whole: TOO_LARGE, BAD_JSON, NOT_ZONES, UNKNOWN_DATUM (a `crs` that is not WGS84),
// TOO_MANY_FEATURES. Everything else is said per feature. An area without the members of a zone is refused
// (NO_MEANING) or, with defaults, quarantined with them (MEANING_BY_DEFAULT). `fileName` goes into the source,
// `country` into the zones of layouts that name none (zones_eaip.h, which says what becomes of those).
[[nodiscard]] Result<airspace::ZoneImport> readZonesJson(std::string_view text, std::string_view fileName,
                                                         const std::optional<ZoneDefaults>& defaults = {},
                                                         std::string_view country = {});

// The same for areas that another reader found: name and layers are theirs, the rest by default.
[[nodiscard]] airspace::FeatureReport reportByDefault(std::string where, airspace::Zone zone,
                                                      std::vector<airspace::Finding> findings, std::size_t number,
                                                      const std::optional<ZoneDefaults>& defaults);

} // namespace haneul::formats
