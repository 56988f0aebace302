#pragma once

#include "core/geo/mercator.h"
#include "server/situation/situation.h"

#include <cstdint>
#include <span>
#include <vector>

namespace haneul::map {

struct PlacedTrack {
    traffic::TrackPtr track; // has a position
    geo::Mercator place;
};

// The tracks of the latest situation that have a position, with their place in the Mercator square. The square is
// computed once per position report: an unchanged track is the same object in the next situation.
class TrackCache {
public:
    // True when a shown track came, changed or went.
    bool update(const situation::Situation& situation);

    [[nodiscard]] std::span<const PlacedTrack> placed() const { return m_placed; } // ordered by id

    // Grows when any trail has changed, come or gone.
    [[nodiscard]] std::uint64_t trailRevision() const { return m_trailRevision; }

    [[nodiscard]] const PlacedTrack* find(const traffic::TrackId& id) const;
    // The nearest within `radius` (in parts of the Mercator square); null: none.
    [[nodiscard]] const PlacedTrack* nearest(geo::Mercator at, double radius) const;
    // All within `radius`, nearest first; at the same distance by id.
    [[nodiscard]] std::vector<const PlacedTrack*> within(geo::Mercator at, double radius) const;

private:
    std::vector<PlacedTrack> m_placed;
    std::vector<PlacedTrack> m_previous; // kept for its memory
    std::uint64_t m_trailRevision = 0;
};

} // namespace haneul::map
