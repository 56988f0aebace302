#include "server/plan/flights.h"

#include <algorithm>

namespace haneul::plan {

namespace {

constexpr std::string_view telemetryTracks = "uas:";

bool isRegistered(const PlanRecord& record, UtcMs now) {
    const State state = record.plan.state;
    return state == State::Activated || (state == State::Approved && record.plan.end > now);
}

traffic::TrackPtr trackOf(const situation::Situation& situation, const std::string& drone) {
    const std::string id = std::string(telemetryTracks) + drone;
    const auto found = std::ranges::lower_bound(situation.tracks, id, {}, [](const auto& track) { return track->id; });
    return found != situation.tracks.end() && (*found)->id == id ? *found : nullptr;
}

Presence presenceOf(const PlanRecord& record, const traffic::TrackPtr& track, UtcMs now) {
    if (track) return track->state == traffic::TrackState::Lost ? Presence::Lost : Presence::Seen;
    const bool due = record.plan.state == State::Activated || record.plan.start <= now;
    return due ? Presence::NotSeen : Presence::Expected;
}

} // namespace

std::string_view toString(Presence presence) {
    switch (presence) {
    case Presence::Expected:
        return "EXPECTED";
    case Presence::NotSeen:
        return "NOT_SEEN";
    case Presence::Seen:
        return "SEEN";
    case Presence::Lost:
        return "LOST";
    }
    return "";
}

std::vector<Flight> flightsOf(const PlanState& plans, const situation::Situation& situation) {
    std::vector<Flight> flights;
    for (const PlanPtr& record : plans.plans) {
        if (!isRegistered(*record, situation.time)) continue;
        auto track = trackOf(situation, record->plan.drone_id);
        const Presence presence = presenceOf(*record, track, situation.time);
        flights.push_back({record, std::move(track), presence});
    }
    return flights;
}

PlanPtr planOfTrack(const PlanState& plans, const traffic::Track& track, UtcMs now) {
    if (!track.id.starts_with(telemetryTracks)) return nullptr;
    const std::string_view drone = std::string_view(track.id).substr(telemetryTracks.size());
    PlanPtr next;
    for (const PlanPtr& record : plans.plans) { // by start
        if (record->plan.drone_id != drone || !isRegistered(*record, now)) continue;
        if (record->plan.state == State::Activated) return record;
        if (!next) next = record;
    }
    return next;
}

} // namespace haneul::plan
