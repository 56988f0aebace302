#pragma once

#include "server/situation/situation.h"

#include <QString>

#include <vector>

namespace haneul::models {

enum class FactGravity {
    Caution, // part of the picture is old or missing
    Warning, // a source is away
    Danger,  // the picture as a whole cannot be trusted, or a source cannot come back by itself
};

// One thing that is not known, in words.
struct Fact {
    FactGravity gravity = FactGravity::Caution;
    QString text;

    bool operator==(const Fact&) const = default;
};

// A live picture older than this is said to stand still.
inline constexpr milliseconds pictureStandsStillAfter{2000};

// What the picture does not know at `now`, gravest first; empty: nothing is known to be missing.
[[nodiscard]] std::vector<Fact> knownGaps(const situation::Situation& situation, UtcMs now);

struct TrackCounts {
    int live = 0;
    int stale = 0;
    int lost = 0;
    int withoutPosition = 0; // also counted by its state
};

[[nodiscard]] TrackCounts countTracks(const situation::Situation& situation);

} // namespace haneul::models
