#pragma once

#include "core/airspace/zone.h"

#include <chrono>
#include <optional>

namespace haneul::airspace {

// When the sun passes -0.833 degrees (sunrise, sunset) or -6 degrees (civil twilight) at a place, on the day of mean
// solar time there; within 2 minutes below 65 degrees of latitude (sunrise equation, Meeus, Astronomical Algorithms,
// ch. 15 and 25, low accuracy). nullopt: the sun does not pass it on that day.
[[nodiscard]] std::optional<UtcMs> sunEvent(geo::LatLon place, std::chrono::sys_days day, Daylight event);

inline constexpr milliseconds sunAccuracy{120'000};

} // namespace haneul::airspace
