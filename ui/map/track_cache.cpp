#include "ui/map/track_cache.h"

#include <algorithm>
#include <cmath>

namespace haneul::map {

bool TrackCache::update(const situation::Situation& situation) {
    m_previous.swap(m_placed);
    m_placed.clear();
    bool changed = false;
    bool trailsChanged = false;
    std::size_t old = 0;
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        while (old < m_previous.size() && m_previous[old].track->id < track->id) {
            ++old;
            changed = trailsChanged = true;
        }
        if (old < m_previous.size() && m_previous[old].track == track) {
            m_placed.push_back(std::move(m_previous[old++]));
            continue;
        }
        changed = true;
        if (old < m_previous.size() && m_previous[old].track->id == track->id)
            trailsChanged |= m_previous[old++].track->trail.points().data() !=
                             track->trail.points().data(); // immutable: same or not
        else
            trailsChanged = true;
        m_placed.push_back({track, geo::toMercator(*track->position)});
    }
    if (old < m_previous.size()) changed = trailsChanged = true;
    if (trailsChanged) ++m_trailRevision;
    m_previous.clear();
    return changed;
}

const PlacedTrack* TrackCache::find(const traffic::TrackId& id) const {
    const auto found = std::ranges::lower_bound(
        m_placed, id, {}, [](const PlacedTrack& placed) -> const std::string& { return placed.track->id; });
    return found != m_placed.end() && found->track->id == id ? &*found : nullptr;
}

std::vector<const PlacedTrack*> TrackCache::within(geo::Mercator at, double radius) const {
    std::vector<std::pair<double, const PlacedTrack*>> found;
    for (const PlacedTrack& placed : m_placed) {
        const double dx = placed.place.x - at.x;
        const double distance = std::hypot(dx - std::round(dx), placed.place.y - at.y);
        if (distance <= radius) found.emplace_back(distance, &placed);
    }
    std::ranges::stable_sort(found, {}, [](const auto& entry) { return entry.first; });
    std::vector<const PlacedTrack*> tracks;
    for (const auto& [distance, placed] : found)
        tracks.push_back(placed);
    return tracks;
}

const PlacedTrack* TrackCache::nearest(geo::Mercator at, double radius) const {
    const auto found = within(at, radius);
    return found.empty() ? nullptr : found.front();
}

} // namespace haneul::map
