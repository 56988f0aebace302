#include "ui/scene3d/track_stage.h"

#include "core/geo/geodesic.h"

#include <algorithm>
#include <cmath>

namespace haneul::scene3d {

namespace {

constexpr double narrowest_m = 2'000.0;
constexpr double widest_m = 50'000.0; // beyond that the ground is not flat any more
constexpr double mostOf = 0.9;

double quantile(std::vector<double> values, double part) {
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, nth);
    return *nth;
}

} // namespace

std::optional<Area> areaOf(const situation::Situation& situation) {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        latitudes.push_back(track->position->latitude_deg);
        longitudes.push_back(track->position->longitude_deg);
    }
    if (latitudes.empty()) return std::nullopt;
    const geo::LatLon origin{quantile(latitudes, 0.5), quantile(longitudes, 0.5)};
    std::vector<double> distances;
    for (std::size_t i = 0; i < latitudes.size(); ++i)
        distances.push_back(geo::inverse(origin, {latitudes[i], longitudes[i]}).distance_m);
    return Area{origin, std::clamp(quantile(distances, mostOf) * 1.1, narrowest_m, widest_m)};
}

StagedTrack TrackStage::staged(const traffic::TrackPtr& track) const {
    StagedTrack staged;
    staged.track = track;
    staged.place = m_frame.toEnu(*track->position, 0.0);
    staged.heightKnown = track->height.has_value();
    staged.place.up = staged.heightKnown ? track->height->metres * m_exaggeration : 0.0;
    addTrail(staged);
    return staged;
}

void TrackStage::addTrail(StagedTrack& staged) const {
    const traffic::Track& track = *staged.track;
    const std::span<const traffic::TrailPoint> points = track.trail.points();
    staged.trail.reserve(points.size());
    for (const traffic::TrailPoint& point : points) {
        if (point.received < track.received - m_trailLength) continue;
        geo::Enu_m place = m_frame.toEnu(point.position, 0.0);
        place.up = point.height ? point.height->metres : 0.0;
        staged.trail.push_back(place);
    }
}

bool TrackStage::update(const situation::Situation& situation) {
    std::vector<StagedTrack> next;
    next.reserve(situation.tracks.size());
    bool changed = false;
    auto old = m_tracks.begin();
    for (const traffic::TrackPtr& track : situation.tracks) {
        if (!track->position) continue;
        for (; old != m_tracks.end() && old->track->id < track->id; ++old)
            changed = true;
        if (old != m_tracks.end() && old->track == track) {
            next.push_back(std::move(*old++));
            continue;
        }
        changed = true;
        if (old != m_tracks.end() && old->track->id == track->id) ++old;
        next.push_back(staged(track));
    }
    changed = changed || old != m_tracks.end();
    m_tracks = std::move(next);
    return changed;
}

void TrackStage::setExaggeration(double factor) {
    m_exaggeration = factor;
    for (StagedTrack& track : m_tracks)
        track.place.up = track.heightKnown ? track.track->height->metres * factor : 0.0;
}

void TrackStage::setTrailLength(milliseconds length) {
    m_trailLength = length;
    m_tracks.clear(); // all are staged anew
}

double TrackStage::highest_m() const {
    double highest = 0;
    for (const StagedTrack& track : m_tracks)
        if (track.heightKnown) highest = std::max(highest, track.track->height->metres);
    return highest;
}

std::vector<geo::HeightDatum> TrackStage::datums() const {
    std::vector<geo::HeightDatum> seen;
    for (const StagedTrack& track : m_tracks)
        if (track.heightKnown && !std::ranges::contains(seen, track.track->height->datum))
            seen.push_back(track.track->height->datum);
    std::ranges::sort(seen);
    return seen;
}

const StagedTrack* TrackStage::find(const traffic::TrackId& id) const {
    const auto found = std::ranges::lower_bound(
        m_tracks, id, {}, [](const StagedTrack& staged) -> const std::string& { return staged.track->id; });
    return found != m_tracks.end() && found->track->id == id ? &*found : nullptr;
}

} // namespace haneul::scene3d
