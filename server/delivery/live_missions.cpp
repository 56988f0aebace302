#include "server/delivery/live_missions.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace haneul::delivery {

namespace {

const traffic::Track* trackOf(const situation::Situation& situation, const traffic::TrackId& id) {
    const auto found = std::ranges::lower_bound(situation.tracks, id, {}, [](const auto& track) { return track->id; });
    return found != situation.tracks.end() && (*found)->id == id ? found->get() : nullptr;
}

const traffic::Track* droneOf(const Mission& mission, const situation::Situation& situation) {
    if (mission.drone.empty()) {
        const auto found = std::ranges::find(situation.tracks, mission.id,
                                             [](const auto& track) { return track->missionId.value_or(""); });
        return found == situation.tracks.end() ? nullptr : found->get();
    }
    const traffic::Track* const track = trackOf(situation, "uas:" + mission.drone);
    const bool others = track != nullptr && track->missionId && *track->missionId != mission.id;
    return others ? nullptr : track;
}

bool underWay(const Mission& mission, UtcMs now) {
    return mission.standing() && mission.step() != MissionStep::Completed &&
           mission.start - LiveMissions::before <= now;
}

using Geoid = std::function<std::optional<double>(geo::LatLon)>;

std::optional<double> amslOf(const geo::Height& height, geo::LatLon place, const Geoid& geoid_m) {
    if (height.datum == geo::HeightDatum::Amsl) return height.metres;
    if (height.datum != geo::HeightDatum::W84 || !geoid_m) return std::nullopt;
    return geoid_m(place).transform([&](double geoid) { return height.metres - geoid; });
}

PositionReport reportOf(const traffic::Track& track, const Geoid& geoid_m) {
    PositionReport report{.time_ms = sinceEpoch_ms(track.sourceTime.value_or(track.received)),
                          .place = *track.position};
    if (track.height) report.height_m = amslOf(*track.height, *track.position, geoid_m);
    if (track.velocity) report.groundSpeed_mps = track.velocity->groundSpeed_mps();
    return report;
}

MissionStep stepOf(ImpliedStep step) {
    switch (step) {
    case ImpliedStep::Flying:
        return MissionStep::Flying;
    case ImpliedStep::HandedOver:
        return MissionStep::HandedOver;
    case ImpliedStep::Returning:
        return MissionStep::Returning;
    case ImpliedStep::Completed:
        return MissionStep::Completed;
    }
    return MissionStep::Flying;
}

} // namespace

std::optional<StepRecord> nextStep(const Mission& mission, std::span<const StepSeen> seen) {
    if (seen.empty()) return std::nullopt;
    // Whoever flies has been prepared.
    std::vector<StepRecord> chain{{.step = MissionStep::Prepared, .at = utcMs(seen.front().time_ms)}};
    for (const StepSeen& one : seen) {
        const std::string node = one.node < mission.route.nodes.size() ? mission.route.nodes[one.node] : "";
        chain.push_back({.step = stepOf(one.step), .at = utcMs(one.time_ms), .note = node});
        const bool moreStops = one.step == ImpliedStep::HandedOver && one.node + 2 < mission.route.nodes.size();
        if (moreStops) chain.push_back({.step = MissionStep::Flying, .at = utcMs(one.time_ms), .note = node});
    }
    const auto done = static_cast<std::size_t>(std::ranges::count_if(
        mission.steps, [](const StepRecord& record) { return record.step != MissionStep::Booked; }));
    if (done >= chain.size() || !mayFollow(mission.step(), chain[done].step)) return std::nullopt;
    return chain[done];
}

LiveMissions::LiveMissions(DeliveryService& service, people::Principal by,
                           std::function<std::optional<double>(geo::LatLon)> geoid_m)
    : m_service(&service)
    , m_by(std::move(by))
    , m_geoid_m(std::move(geoid_m)) {}

void LiveMissions::look(const situation::Situation& situation) {
    const DeliveryStatePtr state = m_service->state();
    for (const MissionPtr& mission : state->missions) {
        if (mission->start - before > situation.time) break; // by start
        if (!underWay(*mission, situation.time)) continue;
        const traffic::Track* const track = droneOf(*mission, situation);
        if (track == nullptr || !track->position || track->state == traffic::TrackState::Lost) continue;
        const SavedNetwork* const saved = state->network(mission->network);
        follow(*mission, saved ? &saved->network : nullptr, *track);
    }
    for (auto item = m_followed.begin(); item != m_followed.end();) {
        const MissionPtr mission = state->mission(item->first);
        const bool over = !mission || !underWay(*mission, situation.time);
        if (!over) {
            item->second.tracker.advance(sinceEpoch_ms(situation.time));
            report(*mission, item->second);
            advance(*mission, item->second);
            expect(*mission, item->second, situation.time);
        }
        item = over ? m_followed.erase(item) : std::next(item);
    }
}

void LiveMissions::follow(const Mission& mission, const Network* network, const traffic::Track& track) {
    auto item = m_followed.find(mission.id);
    // Moved before it left: the times are others.
    if (item == m_followed.end() || item->second.start != mission.start) {
        const DroneType* const type = network ? network->droneType(mission.route.request.droneType) : nullptr;
        auto tracker =
            MissionTracker::make(mission.route, mission.planned, type ? *type : DroneType{}, mission.actuals);
        if (!tracker) return; // such a mission cannot have been booked
        const std::size_t known = tracker->events().size();
        item = m_followed
                   .insert_or_assign(
                       mission.id, Followed{.start = mission.start, .tracker = *std::move(tracker), .reported = known})
                   .first;
    }
    item->second.tracker.add(reportOf(track, m_geoid_m));
}

void LiveMissions::report(const Mission& mission, Followed& followed) {
    const Sending sending = *followed.actuals;
    if (sending == Sending::UnderWay) return;
    if (sending == Sending::Nothing) followed.reported = std::max(followed.reported, followed.reporting);
    auto actuals = followed.tracker.actuals();
    if (actuals.size() <= followed.reported) return;
    followed.reporting = actuals.size();
    actuals.erase(actuals.begin(), actuals.begin() + static_cast<std::ptrdiff_t>(followed.reported));
    *followed.actuals = Sending::UnderWay;
    // What is refused (a log that is busy) is sent again with the next look.
    m_service->recordActuals(m_by, mission.id, std::move(actuals), [sent = followed.actuals](const Result<void>& done) {
        *sent = done ? Sending::Nothing : Sending::Refused;
    });
}

void LiveMissions::advance(const Mission& mission, Followed& followed) {
    if (*followed.step == Sending::UnderWay) return;
    // The state that was looked at may be older than the answer: one step at a time, each once.
    if (*followed.step == Sending::Nothing && followed.stepFrom > mission.steps.size()) return;
    const auto seen = followed.tracker.steps();
    const auto next = nextStep(mission, seen);
    if (!next) return;
    followed.stepFrom = mission.steps.size() + 1;
    *followed.step = Sending::UnderWay;
    m_service->advanceMission(
        m_by, mission.id, next->step, next->note,
        [sent = followed.step](const Result<void>& done) { *sent = done ? Sending::Nothing : Sending::Refused; });
}

void LiveMissions::expect(const Mission& mission, const Followed& followed, UtcMs now) {
    auto times = followed.tracker.expectedTimes(sinceEpoch_ms(now));
    if (!times) return;
    const milliseconds moved{times->nodes.back().departure - mission.times.nodes.back().departure};
    if (moved >= worthSaying) m_service->expect(mission.id, *std::move(times));
}

} // namespace haneul::delivery
