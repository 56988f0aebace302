#pragma once

#include "core/traffic/track.h"

#include <QString>

namespace haneul::map {

// What is written about a track on the map and in the 3D view. A fact that was not reported is said to be unknown.
[[nodiscard]] QString nameOf(const traffic::Track& track);   // callsign or name; else the id without its kind
[[nodiscard]] QString heightOf(const traffic::Track& track); // "120 m AMSL"; "height unknown"
[[nodiscard]] QString climbOf(const traffic::Track& track);  // "↑", "↓"; empty when level or unknown
[[nodiscard]] QString speedOf(const traffic::Track& track);  // "14 m/s"; "speed unknown"
[[nodiscard]] QString courseOf(const traffic::Track& track); // "045°", true; empty when it is not known or not moving
// "+35 m AMSL": how much higher the second is. Heights above different surfaces are not compared.
[[nodiscard]] QString heightDifferenceOf(const std::optional<geo::Height>& first,
                                         const std::optional<geo::Height>& second);
[[nodiscard]] QString ageOf(milliseconds age); // "3 s", "2 min 05 s"
[[nodiscard]] QString stateOf(traffic::TrackState state);
[[nodiscard]] QString kindOf(traffic::SourceKind kind);
// Everything at a glance, one fact a line.
[[nodiscard]] QString summaryOf(const traffic::Track& track, UtcMs now);

// Slower than this the course over ground is noise: the symbol does not point anywhere.
inline constexpr double minSpeedForCourse_mps = 0.5;
[[nodiscard]] std::optional<double> reliableCourse_deg(const traffic::Track& track);

} // namespace haneul::map
