#pragma once

#include "ui/diagram/diagram_contents.h"

#include <optional>
#include <vector>

namespace haneul::diagram {

// A place on a mission: at its v_`visit`, or on the way from there to the next.
struct MissionPlace {
    std::size_t visit = 0;
    bool onLink = false;

    bool operator==(const MissionPlace&) const = default;
};

// Where a mission is at that instant by the given times.
[[nodiscard]] MissionPlace placeAt(const delivery::Mission& mission, const delivery::Times& times,
                                   std::int64_t time_ms);

struct Pick {
    std::size_t line = 0; // of DiagramContents::lines
    MissionPlace place;
    double distance_px = 0;

    bool operator==(const Pick&) const = default;
};

// All missions whose line passes within `radius_px`, the nearest first.
[[nodiscard]] std::vector<Pick> picksAt(const DiagramContents& contents, const DiagramScale& scale, double x, double y,
                                        double radius_px);

} // namespace haneul::diagram
