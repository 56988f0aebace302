#include "ui/map/track_cache.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

bool TrackCache::update(const situation::Situation& situation) {
    m_previous.swap(m_placed);
    m_placed.clear();
    bool changed = false;
    std::size_t old = 0;
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        while (old < m_previous.size() && m_previous[old].track->id < track->id) {
            ++old;
            changed = true;
        }
        if (old < m_previous.size() && m_previous[old].track == track) {
            m_placed.push_back(std::move(m_previous[old++]));
            continue;
        }
        changed = true;
        if (old < m_previous.size() && m_previous[old].track->id == track->id) ++old;
        m_placed.push_back({track, geo::toMercator(*track->position)});
    }
    changed = changed || old < m_previous.size();
    m_previous.clear();
    return changed;
}

const PlacedTrack* TrackCache::find(const traffic::TrackId& id) const {
    const auto found = std::ranges::lower_bound(
        m_placed, id, {}, [](const PlacedTrack& placed) -> const std::string& { return placed.track->id; });
    return found != m_placed.end() && found->track->id == id ? &*found : nullptr;
}

const PlacedTrack* TrackCache::nearest(geo::Mercator at, double radius) const {
    const PlacedTrack* best = nullptr;
    double bestSquared = radius * radius;
    for (const PlacedTrack& placed : m_placed) {
        double dx = placed.place.x - at.x;
        dx -= std::round(dx);
        const double dy = placed.place.y - at.y;
        const double squared = dx * dx + dy * dy;
        if (squared <= bestSquared) {
            bestSquared = squared;
            best = &placed;
        }
    }
    return best;
}

} // namespace haneul::map
