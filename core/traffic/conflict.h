#pragma once

#include "core/geo/local_frame.h"
#include "core/traffic/track.h"

#include <array>
#include <span>

namespace haneul::traffic {

// Separation is lost where two aircraft are closer than both at once; it is looked ahead for that long.
struct SeparationLimits {
    double horizontal_m = 0;
    double vertical_m = 0;
    double ahead_s = 0;
};

// Two aircraft whose separation is lost now, or will be if both fly on straight.
struct Conflict {
    std::array<TrackPtr, 2> tracks;    // ordered by id
    bool lost = false;                 // now; else predicted
    double until_s = 0;                // the closest approach: smallest separation in units of the limits, while lost
    double horizontal_m = 0;           // between them then
    double vertical_m = 0;             // likewise
    std::array<geo::LatLon, 2> places; // where they are then
    std::array<double, 2> heights_m{}; // likewise, of the datum that both report

    bool operator==(const Conflict&) const = default;
};

struct Conflicts {
    std::vector<Conflict> found; // the soonest first
    std::size_t notJudged = 0;   // pairs that meet horizontally, but a height, a climb or a fresh report is lacking
};

// Closest points of approach of all pairs at `now`, each carried forward along its velocity from when it was received.
// Judged are live tracks in the air with a position and a height of one datum; to look ahead, a velocity and a vertical
// rate are wanted as well. What lacks one of these is no conflict and not clear either: `notJudged`, with an unknown
// velocity taken as standing still. Tracks that are lost or on the ground do not count. `tracks` are ordered by id.
[[nodiscard]] Conflicts conflictsOf(std::span<const TrackPtr> tracks, UtcMs now, const SeparationLimits& limits);

} // namespace haneul::traffic
