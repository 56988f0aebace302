#pragma once

#include "core/avoid/situation.h"

#include <array>

namespace haneul::avoid {

inline constexpr std::size_t courseChoices = 5;
inline constexpr std::size_t speedChoices = 3;
inline constexpr std::size_t climbChoices = 3;
inline constexpr std::size_t candidateCount = courseChoices * speedChoices * climbChoices;
using Candidates = std::array<Action, candidateCount>;

// The actions to choose from, always in the same order: turns from left to right, in each the speeds from slow to fast,
// in each descend, level, climb. The turn and the rate of climb nearest to what the path wants are replaced by exactly
// that (unless it is next to nothing), so that a path can be followed. All within the envelope, the wind, and the room
// between floor and ceiling; with a low battery nothing faster than the path wants.
[[nodiscard]] Candidates candidatesFor(const Situation& situation);

// The widest of the turns, to either side.
[[nodiscard]] double widestTurn_deg(const Situation& situation);

} // namespace haneul::avoid
