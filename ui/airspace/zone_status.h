#pragma once

#include "core/airspace/activity.h"
#include "core/airspace/zone.h"

#include <cstdint>
#include <optional>
#include <string>

namespace haneul::airspace {

// Is a zone in force at one moment?
enum class ZoneNow : std::uint8_t {
    Active,
    Inactive,  // may become so later
    Ended,     // all its periods are over
    NotJudged, // it cannot be said (sunrise where the sun does not rise, or within minutes of it)
};

struct ZoneStatus {
    ZoneNow now = ZoneNow::Active;
    std::string why; // of NotJudged

    bool operator==(const ZoneStatus&) const = default;
};

[[nodiscard]] ZoneStatus statusOf(const Zone& zone, UtcMs now);

// The window in which the zone is active, or the next one; within 30 days.
[[nodiscard]] std::optional<Window> windowAround(const Zone& zone, UtcMs now);

} // namespace haneul::airspace
