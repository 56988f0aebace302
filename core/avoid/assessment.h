#pragma once

#include "core/avoid/candidates.h"

#include <array>
#include <string_view>

namespace haneul::avoid {

// The 12 numbers that the learned scorer sees of a candidate, each about -1 .. 1 or 0 .. 1.
enum class Feature : std::size_t {
    CourseError, // from the wanted course after the action, / 90 degrees
    SpeedError,  // signed, / 10 m/s
    HeightError, // after the action, signed, / 30 m
    Turn,        // |turn| / 45 degrees
    Climb,       // |climb| / 3 m/s
    SpeedChange, // |change| / 10 m/s
    Lowest,      // separation at the closest point within 25 s, in units of the loss ellipsoid, / 4
    SecondLowest,
    LowestAfter,      // time of it, / 25 s
    LowestHorizontal, // its horizontal part in loss distances, / 4
    LowestVertical,
    Conflict // the rule says so: 0, or 1 at once to 0.2 in 25 s
};

inline constexpr std::size_t featureCount = 12;
using Features = std::array<float, featureCount>;

// The definition a policy was trained for; changed with any change of a feature, so that no policy meets other numbers.
inline constexpr std::string_view featureSet =
    "haneul.avoid.features/1 courseError/90 speedError/10 heightError/30 |turn|/45 |climb|/3 |speedChange|/10 "
    "lowest/4 secondLowest/4 lowestAfter/25 lowestHorizontal/4 lowestVertical/4 conflict";

struct Assessment {
    Features features{};
    double pathCost = 0; // of leaving the path, and of effort
    double ruleCost = 0; // the same and the conflicts: what the rule minimises
    bool conflict = false;
};

// Velocity obstacle (Fiorini and Shiller 1998) with a closed form: after the action both fly straight; a conflict is a
// time within 25 s at which they are closer than 80 m and 22 m at once, or the own aircraft in a zone or out of its
// volume (looked at for 12 s). Cost grows the sooner the conflict.
[[nodiscard]] Assessment assess(const Situation& situation, const Action& action);

// Whether flying on as now comes to a conflict within 25 s: the cause of an alert.
[[nodiscard]] bool conflictAhead(const Situation& situation);

} // namespace haneul::avoid
