#pragma once

#include "core/airspace/zone.h"

#include <span>
#include <string>
#include <string_view>

namespace haneul::formats {

struct Ed318Document {
    std::string name;
    airspace::Texts provider;
    UtcMs issued;
};

struct Ed318Text {
    std::string text;                        // a FeatureCollection
    std::vector<airspace::Finding> findings; // what ED-318 cannot say; `where` is "KOR RKP73: name"
};

// Valid against the JSON schemas of ED-318 (UASGeoZones/ED-318). What does not fit is cut or left out, each time with a
// finding: SHORTENED (texts over 200 characters, identifiers over 7, made unique), NOT_IN_ED318 (uSpaceClass,
// FOREIGN_TERRITORY). Heights in metres.
[[nodiscard]] Ed318Text writeEd318(std::span<const airspace::Zone> zones, const Ed318Document& document);

} // namespace haneul::formats
