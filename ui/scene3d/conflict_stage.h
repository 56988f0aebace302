#pragma once

#include "core/avoid/situation.h"
#include "core/traffic/conflict.h"
#include "ui/scene3d/track_stage.h"

#include <array>
#include <span>
#include <vector>

namespace haneul::scene3d {

// What is called a loss of separation here, and how far it is looked ahead: as the local planner does.
inline constexpr traffic::SeparationLimits separation{
    .horizontal_m = avoid::lossHorizontal_m, .vertical_m = avoid::lossVertical_m, .ahead_s = 25};

// A conflict in the frame of a scene; up as reported, not exaggerated. The first and the second aircraft are those of
// the conflict.
struct StagedConflict {
    traffic::Conflict conflict;
    std::array<geo::Enu_m, 2> now;     // where they are drawn: as they were reported
    std::array<geo::Enu_m, 2> closest; // where they are at their closest approach
};

// Losses of separation between aircraft of a situation, present and predicted, where they stand in the scene. Pairs
// that cannot be judged are counted and not drawn.
class ConflictStage {
public:
    void update(const TrackStage& stage, UtcMs now); // after the tracks or the frame changed
    void clear();

    [[nodiscard]] std::span<const StagedConflict> conflicts() const { return m_conflicts; } // the soonest first

    [[nodiscard]] std::size_t notJudged() const { return m_notJudged; } // pairs

private:
    std::vector<StagedConflict> m_conflicts;
    std::size_t m_notJudged = 0;
};

} // namespace haneul::scene3d
