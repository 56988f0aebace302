#pragma once

#include "core/geo/position.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A mission as it is handed over to a drone or its ground station (R-RTE-21): what every writer of missions takes
// (qgc_plan.h, waypoint_text.h, kml_lines.h), whatever it came from. Heights are above mean sea level.
namespace haneul::formats {

enum class MissionItemKind {
    TakeOff,  // straight up from the ground below `place` to `height_m`
    Waypoint, // fly there
    Land,     // straight down at `place`; `height_m` is the ground
    Drop,     // fly there and release the parcel from the air
};

struct MissionItem {
    MissionItemKind kind = MissionItemKind::Waypoint;
    geo::LatLon place;
    double height_m = 0;             // above mean sea level
    std::int64_t hold_ms = 0;        // stays so long when the item is reached: in the air, or on the ground after Land
    std::optional<double> speed_mps; // over the ground, on the way to this item and from then on; none: as before

    bool operator==(const MissionItem&) const = default;
};

// Where the drone stands at the beginning.
struct MissionHome {
    geo::LatLon place;
    double height_m = 0; // above mean sea level

    bool operator==(const MissionHome&) const = default;
};

struct MissionItems {
    std::string name; // for people; formats without a place for it lose it
    MissionHome home;
    std::vector<MissionItem> items;

    bool operator==(const MissionItems&) const = default;
};

} // namespace haneul::formats
