#pragma once

#include "core/airspace/zone.h"

namespace haneul::airspace {

// A time in which a zone is active, half open. Not certain: it may be (why in words).
struct Window {
    UtcMs from, to;
    bool certain = true;
    std::string why;

    bool operator==(const Window&) const = default;
};

struct Activity {
    geo::Judged judged;          // at any time of the span
    std::vector<Window> windows; // inside the span, by time; those that are certain are joined
    bool more = false;           // a schedule goes on behind the windows: only 400 days of one are written out
};

// Is the zone active at some time of [from, to)? No beginning or end: at any time that way. Times by the sun are
// computed for the middle of the zone; within sunAccuracy of them, and where the sun does not rise or set, the answer
// is Unknown.
[[nodiscard]] Activity activityOf(const Zone& zone, std::optional<UtcMs> from, std::optional<UtcMs> to);

} // namespace haneul::airspace
