#pragma once

#include "server/situation/situation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace haneul::test {

inline constexpr UtcMs trafficTime = utcMs(1'790'000'000'000);
inline constexpr geo::LatLon seoul{37.55, 126.99};

inline traffic::Track trackAt(const std::string& id, geo::LatLon place, traffic::SourceKind kind,
                              std::optional<double> course_deg = 45.0, double speed_mps = 15.0) {
    traffic::Track track;
    track.id = id;
    track.sources.push_back({"test", kind, trafficTime});
    track.position = place;
    track.height = geo::Height{120.0, geo::HeightDatum::Amsl};
    if (course_deg) {
        const double angle = *course_deg * std::numbers::pi / 180.0;
        track.velocity = traffic::Velocity_mps{speed_mps * std::cos(angle), speed_mps * std::sin(angle)};
    }
    track.received = trafficTime;
    track.placed = trafficTime;
    return track;
}

inline situation::SituationPtr situationOf(std::vector<traffic::Track> tracks, UtcMs time = trafficTime) {
    auto situation = std::make_shared<situation::Situation>();
    std::ranges::sort(tracks, {}, &traffic::Track::id);
    for (traffic::Track& track : tracks)
        situation->tracks.push_back(std::make_shared<const traffic::Track>(std::move(track)));
    situation->time = time;
    return situation;
}

// A mixed day over Seoul: mostly drones, some aeroplanes, some autopilots; some stale, lost, without height or speed.
inline std::vector<traffic::Track> mixedTraffic(std::size_t count, double halfWidth_deg, unsigned seed = 7) {
    using traffic::SourceKind;
    std::mt19937 random(seed);
    const auto between = [&](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    const char* const names[] = {"한강", "남산", "여의도", "마포", "강남", "송파"};
    std::vector<traffic::Track> tracks;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t lot = i % 20;
        const SourceKind kind = lot < 13 ? SourceKind::Telemetry : lot < 17 ? SourceKind::Sbs : SourceKind::Mavlink;
        const geo::LatLon place{seoul.latitude_deg + between(-halfWidth_deg, halfWidth_deg) * 0.6,
                                seoul.longitude_deg + between(-halfWidth_deg, halfWidth_deg)};
        const char* prefix = kind == SourceKind::Telemetry ? "uas:KR-D"
                             : kind == SourceKind::Sbs     ? "icao:71"
                                                           : "mav:roof:";
        traffic::Track track = trackAt(prefix + std::to_string(10000 + i), place, kind, between(0.0, 360.0),
                                       kind == SourceKind::Sbs ? between(60.0, 110.0) : between(0.0, 18.0));
        track.height = kind == SourceKind::Sbs
                           ? geo::Height{between(400.0, 2500.0), geo::HeightDatum::Std}
                           : geo::Height{between(60.0, 180.0), i % 3 ? geo::HeightDatum::Amsl : geo::HeightDatum::W84};
        track.verticalRate_mps = between(-3.0, 3.0);
        if (kind == SourceKind::Sbs)
            track.label = "KAL" + std::to_string(100 + i);
        else if (kind == SourceKind::Telemetry && i % 2 == 0)
            track.label = std::string(names[i % 6]) + "-" + std::to_string(i);
        if (i % 17 == 3) track.state = traffic::TrackState::Stale;
        if (i % 29 == 5) track.state = traffic::TrackState::Lost;
        if (i % 23 == 7) track.height.reset();
        if (i % 19 == 11) track.velocity.reset();
        if (track.state != traffic::TrackState::Live)
            track.received = trafficTime - milliseconds(track.state == traffic::TrackState::Stale ? 23'000 : 95'000);
        tracks.push_back(std::move(track));
    }
    return tracks;
}

// A track that has flown north for that long and is now at `place`, with the trail the picture would have kept.
inline traffic::Track flown(const std::string& id, geo::LatLon place, int seconds, double speed_mps) {
    traffic::Track track = trackAt(id, place, traffic::SourceKind::Telemetry, 0.0, speed_mps);
    for (int second = 0; second <= seconds; ++second) {
        const double back_deg = (seconds - second) * speed_mps / 111'000.0;
        track.received = trafficTime + milliseconds(1'000 * second);
        track.trail.add({{place.latitude_deg - back_deg, place.longitude_deg}, track.height, track.received});
    }
    return track;
}

// The same traffic `seconds` later.
inline std::vector<traffic::Track> moved(std::vector<traffic::Track> tracks, double seconds) {
    for (traffic::Track& track : tracks) {
        if (!track.velocity || !track.position) continue;
        track.position->latitude_deg += track.velocity->north * seconds / 111'000.0;
        track.position->longitude_deg += track.velocity->east * seconds / 88'000.0;
    }
    return tracks;
}

} // namespace haneul::test
