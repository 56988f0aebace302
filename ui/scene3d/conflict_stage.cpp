#include "ui/scene3d/conflict_stage.h"

#include <utility>

namespace haneul::scene3d {

void ConflictStage::update(const TrackStage& stage, UtcMs now) {
    clear();
    std::vector<traffic::TrackPtr> tracks; // those in the scene, ordered by id
    for (const StagedTrack& staged : stage.tracks())
        tracks.push_back(staged.track);
    traffic::Conflicts conflicts = traffic::conflictsOf(tracks, now, separation);
    m_notJudged = conflicts.notJudged;
    for (traffic::Conflict& conflict : conflicts.found) {
        StagedConflict staged;
        for (std::size_t i = 0; i < 2; ++i) {
            const traffic::Track& track = *conflict.tracks.at(i);
            staged.now.at(i) = stage.frame().toEnu(*track.position, 0.0);
            staged.now.at(i).up = track.height->metres; // a conflict has heights
            staged.closest.at(i) = stage.frame().toEnu(conflict.places.at(i), 0.0);
            staged.closest.at(i).up = conflict.heights_m.at(i);
        }
        staged.conflict = std::move(conflict);
        m_conflicts.push_back(std::move(staged));
    }
}

void ConflictStage::clear() {
    m_conflicts.clear();
    m_notJudged = 0;
}

} // namespace haneul::scene3d
