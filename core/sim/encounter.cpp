#include "core/sim/encounter.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::sim {

namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr int decisionSteps = static_cast<int>(avoid::decisionEvery_s / encounterStep_s);
constexpr double pathLength_m = 600;
constexpr double pathHeight_m = 80;
constexpr double ownSpeed_mps = 12;
constexpr double missHorizontal_m = 45;
constexpr double missVertical_m = 12;
constexpr double apartAtStart_m = 160; // no aircraft begins nearer to another
constexpr double otherPath_m = 900;
constexpr double gustTime_s = 5;
constexpr double verticalGustShare = 0.3;
constexpr std::uint64_t gustStream = 0x6757;
constexpr std::uint64_t sensorStream = 0x5e45;

// Sum of four 16-bit uniform numbers, scaled to variance 1: near to normal, the same everywhere.
double noise(Random& random) {
    const std::uint64_t bits = random.bits();
    const auto sum =
        static_cast<double>((bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48));
    return (sum / 65536.0 - 2.0) * 1.7320508075688772 + 2.6e-5;
}

geo::Enu_m ahead(const geo::Enu_m& from, double course_deg, double distance_m) {
    return {from.east + distance_m * std::sin(course_deg * degree),
            from.north + distance_m * std::cos(course_deg * degree), from.up};
}

double apart_m(const geo::Enu_m& a, const geo::Enu_m& b) {
    return std::hypot(a.east - b.east, a.north - b.north);
}

double course_deg(const std::vector<geo::Enu_m>& path) {
    return std::atan2(path[1].east - path[0].east, path[1].north - path[0].north) / degree;
}

EncounterAircraft aimedAt(const std::vector<geo::Enu_m>& own, Random& random) {
    EncounterAircraft made;
    const double meet_s = random.uniform(15, 38);
    made.speed_mps = random.uniform(6, 15);
    const double course = random.uniform(0, 360);
    geo::Enu_m meeting = ahead(own.front(), 0, ownSpeed_mps * meet_s);
    meeting = ahead(meeting, course + 90, random.uniform(-missHorizontal_m, missHorizontal_m));
    meeting.up += random.uniform(-missVertical_m, missVertical_m);
    const geo::Enu_m start = ahead(meeting, course + 180, made.speed_mps * meet_s);
    made.path = {start, ahead(start, course, otherPath_m)};
    return made;
}

Surprise surprise(Random& random) {
    Surprise made{.at_s = random.uniform(5, 30), .for_s = random.uniform(4, 8)};
    const bool turns = random.unit() < 0.5;
    const double sense = random.unit() < 0.5 ? -1 : 1;
    if (turns)
        made.turn_deg = sense * random.uniform(30, 90);
    else
        made.climb_mps = sense * random.uniform(1.5, 2.5);
    return made;
}

avoid::OwnState startOf(const EncounterAircraft& aircraft) {
    if (aircraft.recording) {
        const std::vector<geo::Enu_m>& places = aircraft.recording->places;
        return {.position = places.front(), .course_deg = course_deg(places)};
    }
    return {
        .position = aircraft.path.front(), .course_deg = course_deg(aircraft.path), .speed_mps = aircraft.speed_mps};
}

} // namespace

EncounterSettings EncounterSettings::easy(std::size_t aircraft) {
    EncounterSettings made;
    made.aircraft = aircraft;
    return made;
}

EncounterSettings EncounterSettings::hard(std::size_t aircraft) {
    EncounterSettings made;
    made.aircraft = aircraft;
    made.gust_mps = 2;
    made.surpriseShare = 0.6;
    return made;
}

Encounter makeEncounter(const EncounterSettings& settings, std::uint64_t seed, std::uint64_t index) {
    Random random = Random::stream(seed, index);
    Encounter made;
    made.settings = settings;
    made.seed = random.bits();
    made.weather = {.windEast_mps = random.uniform(-settings.wind_mps, settings.wind_mps),
                    .windNorth_mps = random.uniform(-settings.wind_mps, settings.wind_mps),
                    .gust_mps = settings.gust_mps};
    const bool all =
        settings.avoiding == Avoiding::All || (settings.avoiding == Avoiding::Mixed && random.unit() < 0.5);
    const geo::Enu_m start{0, 0, pathHeight_m};
    made.aircraft.push_back(
        {.path = {start, ahead(start, 0, pathLength_m)}, .speed_mps = ownSpeed_mps, .avoids = true});
    while (made.aircraft.size() < settings.aircraft) {
        EncounterAircraft other = aimedAt(made.aircraft.front().path, random);
        const bool near = std::ranges::any_of(made.aircraft, [&](const EncounterAircraft& placed) {
            return apart_m(placed.path.front(), other.path.front()) < apartAtStart_m;
        });
        if (near) continue;
        if (random.unit() < settings.surpriseShare)
            other.surprise = surprise(random);
        else
            other.avoids = all;
        made.aircraft.push_back(std::move(other));
    }
    if (settings.corridorHalfWidth_m > 0)
        made.volume = avoid::corridor(made.aircraft.front().path, settings.corridorHalfWidth_m, 40, 40);
    return made;
}

double EncounterFlight::separation(const geo::Enu_m& a, const geo::Enu_m& b) {
    return std::max(apart_m(a, b) / avoid::lossHorizontal_m, std::abs(a.up - b.up) / avoid::lossVertical_m);
}

EncounterFlight::EncounterFlight(const Encounter& encounter, const Decide& decide)
    : m_encounter(encounter)
    , m_decide(decide) {
    const std::size_t count = encounter.aircraft.size();
    m_flyers.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const EncounterAircraft& aircraft = encounter.aircraft[i];
        const avoid::OwnState start = startOf(aircraft);
        m_flyers.push_back({.motion = avoid::Motion(start),
                            .follower = avoid::PathFollower(
                                aircraft.recording ? aircraft.recording->places : aircraft.path, aircraft.speed_mps),
                            .gusts = Random::stream(encounter.seed ^ gustStream, i),
                            .sensors = Random::stream(encounter.seed ^ sensorStream, i),
                            .action = {.speed_mps = aircraft.speed_mps},
                            .targetCourse_deg = start.course_deg});
        m_flyers.back().places.fill(start.position);
        m_flyers.back().velocities.fill(m_flyers.back().motion.velocity());
    }
    m_lost.resize(count * count);
    m_situation.weather = encounter.weather;
    m_outcome.closest = INFINITY;
    m_situation.traffic.reserve(count);
}

EncounterView EncounterFlight::view(std::size_t index) const {
    const Flyer& flyer = m_flyers[index];
    return {.time_s = time_s(),
            .aircraft = index,
            .position = flyer.motion.position(),
            .velocity = flyer.velocities[static_cast<std::size_t>(m_step) % historyLength],
            .course_deg = flyer.motion.course_deg()};
}

// Own position and velocity come from on board, fresh but noisy; of the others the latest report that got through.
void EncounterFlight::fillSituation(std::size_t index) {
    const EncounterSettings& settings = m_encounter.settings;
    Flyer& own = m_flyers[index];
    m_situation.own = {.position = own.motion.position(),
                       .course_deg = own.motion.course_deg(),
                       .speed_mps = own.motion.speed_mps(),
                       .climb_mps = own.motion.velocity().up_mps};
    m_situation.own.position.east += settings.positionNoise_m * noise(own.sensors);
    m_situation.own.position.north += settings.positionNoise_m * noise(own.sensors);
    m_situation.own.position.up += settings.heightNoise_m * noise(own.sensors);
    m_situation.guidance = own.follower.guide(m_situation.own, avoid::decisionEvery_s);
    m_situation.traffic.clear();
    for (std::size_t i = 0; i < m_flyers.size(); ++i) {
        if (i == index) continue;
        const Flyer& other = m_flyers[i];
        const auto slot = static_cast<std::size_t>(other.heardStep) % historyLength;
        avoid::Traffic seen{.position = other.places[slot],
                            .velocity = other.velocities[slot],
                            .age_s = (m_step - other.heardStep) * encounterStep_s,
                            .positionError_m = 2 * settings.positionNoise_m,
                            .heightError_m = 2 * settings.heightNoise_m};
        seen.position.east += settings.positionNoise_m * noise(own.sensors);
        seen.position.north += settings.positionNoise_m * noise(own.sensors);
        seen.position.up += settings.heightNoise_m * noise(own.sensors);
        seen.velocity.east_mps += settings.velocityNoise_mps * noise(own.sensors);
        seen.velocity.north_mps += settings.velocityNoise_mps * noise(own.sensors);
        seen.velocity.up_mps += settings.velocityNoise_mps / 3 * noise(own.sensors);
        m_situation.traffic.push_back(seen);
    }
    m_zones.clear();
    for (const NewZone& zone : m_encounter.zones) {
        if (zone.from_s > time_s()) continue;
        avoid::Prism& known = m_zones.emplace_back(zone.prism);
        for (avoid::Corner& corner : known.corners) {
            corner.east_m += known.driftEast_mps * (time_s() - zone.from_s);
            corner.north_m += known.driftNorth_mps * (time_s() - zone.from_s);
        }
    }
    m_situation.zones = m_zones;
    m_situation.volume =
        index == 0 ? std::span<const avoid::Prism>(m_encounter.volume) : std::span<const avoid::Prism>();
}

void EncounterFlight::decideFor(std::size_t index) {
    fillSituation(index);
    const avoid::Decision decision = m_decide(index, m_situation);
    Flyer& flyer = m_flyers[index];
    flyer.action = decision.action;
    flyer.targetCourse_deg = m_situation.own.course_deg + decision.action.turn_deg;
    ++m_outcome.decisions;
    if (index != 0) return;
    m_outcome.alerts += decision.alert && !m_alert ? 1 : 0;
    m_alert = decision.alert;
    m_outcome.overrides += decision.overridden ? 1 : 0;
    m_outcome.unsafe += decision.safe ? 0 : 1;
    m_outcome.replans += decision.replan != avoid::Replan::None ? 1 : 0;
}

void EncounterFlight::flyUnaware(std::size_t index) {
    Flyer& flyer = m_flyers[index];
    const EncounterAircraft& aircraft = m_encounter.aircraft[index];
    flyer.action.climb_mps = 0;
    if (!aircraft.surprise || time_s() < aircraft.surprise->at_s) return;
    const Surprise& surprise = *aircraft.surprise;
    flyer.targetCourse_deg = course_deg(aircraft.path) + surprise.turn_deg;
    if (time_s() < surprise.at_s + surprise.for_s) flyer.action.climb_mps = surprise.climb_mps;
}

void EncounterFlight::moveRecorded(std::size_t index) {
    const Recording& recording = *m_encounter.aircraft[index].recording;
    Flyer& flyer = m_flyers[index];
    const double at = (m_step + 1) * encounterStep_s / recording.interval_s;
    const auto before = std::min(static_cast<std::size_t>(at), recording.places.size() - 2);
    const double share = at - static_cast<double>(before); // beyond the end it flies on straight
    const geo::Enu_m& a = recording.places[before];
    const geo::Enu_m& b = recording.places[before + 1];
    const geo::Enu_m& now = flyer.motion.position();
    flyer.motion.displace(a.east + share * (b.east - a.east) - now.east,
                          a.north + share * (b.north - a.north) - now.north, a.up + share * (b.up - a.up) - now.up);
    flyer.velocities[static_cast<std::size_t>(m_step + 1) % historyLength] = {
        (b.east - a.east) / recording.interval_s, (b.north - a.north) / recording.interval_s,
        (b.up - a.up) / recording.interval_s};
}

void EncounterFlight::move(std::size_t index) {
    Flyer& flyer = m_flyers[index];
    const EncounterSettings& settings = m_encounter.settings;
    if (!m_encounter.aircraft[index].avoids) flyUnaware(index);
    const avoid::Velocity before = flyer.motion.velocity();
    flyer.motion.advance(flyer.targetCourse_deg, flyer.action.speed_mps, flyer.action.climb_mps, m_situation.envelope,
                         encounterStep_s);
    // First-order Gauss-Markov gusts.
    constexpr double keep = 1 - encounterStep_s / gustTime_s;
    static const double renew = std::sqrt(1 - keep * keep);
    flyer.gust.east = keep * flyer.gust.east + renew * settings.gust_mps * noise(flyer.gusts);
    flyer.gust.north = keep * flyer.gust.north + renew * settings.gust_mps * noise(flyer.gusts);
    flyer.gust.up = keep * flyer.gust.up + renew * settings.gust_mps * verticalGustShare * noise(flyer.gusts);
    flyer.motion.displace(flyer.gust.east * encounterStep_s, flyer.gust.north * encounterStep_s,
                          flyer.gust.up * encounterStep_s);
    const avoid::Velocity after = flyer.motion.velocity();
    flyer.velocities[static_cast<std::size_t>(m_step + 1) % historyLength] = {
        after.east_mps + flyer.gust.east, after.north_mps + flyer.gust.north, after.up_mps + flyer.gust.up};
    if (index != 0) return;
    m_outcome.distance_m += std::hypot(after.east_mps, after.north_mps) * encounterStep_s;
    m_outcome.climb_m += std::abs(before.up_mps + after.up_mps) / 2 * encounterStep_s;
    m_outcome.speedError_m += std::abs(flyer.motion.speed_mps() - m_encounter.aircraft[0].speed_mps) * encounterStep_s;
}

// What can be known of it after this step.
void EncounterFlight::report(std::size_t index) {
    Flyer& flyer = m_flyers[index];
    flyer.places[static_cast<std::size_t>(m_step) % historyLength] = flyer.motion.position();
    const EncounterSettings& settings = m_encounter.settings;
    const bool begins = flyer.gusts.unit() < settings.outagesPerMinute / 60 * encounterStep_s;
    const auto lasts = static_cast<int>(flyer.gusts.uniform(2, 6) / encounterStep_s);
    if (flyer.outageLeft > 0)
        --flyer.outageLeft;
    else if (begins)
        flyer.outageLeft = lasts;
    if (flyer.outageLeft > 0) return;
    flyer.heardStep = std::max(m_step - static_cast<int>(std::lround(settings.latency_s / encounterStep_s)), 0);
}

void EncounterFlight::judge() {
    const std::size_t count = m_flyers.size();
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = i + 1; j < count; ++j) {
            if (i > 0 && !m_encounter.aircraft[i].avoids && !m_encounter.aircraft[j].avoids) continue;
            const double apart = separation(m_flyers[i].motion.position(), m_flyers[j].motion.position());
            if (i == 0) m_outcome.closest = std::min(m_outcome.closest, apart);
            if (apart >= 1 || m_lost[i * count + j]) continue;
            m_lost[i * count + j] = true;
            if (i == 0)
                m_outcome.loss = true;
            else
                ++m_outcome.otherLosses;
        }
    }
}

void EncounterFlight::judgeStatic() {
    const geo::Enu_m& own = m_flyers.front().motion.position();
    const bool outside = !m_encounter.volume.empty() && avoid::depthInUnion_m(m_encounter.volume, own, 0) < 0;
    if (outside && m_outcome.replans == 0) ++m_outcome.unaskedOutside;
    for (const NewZone& zone : m_encounter.zones) {
        const double since_s = time_s() - zone.from_s;
        if (since_s >= 0 && avoid::depth_m(zone.prism, own, since_s) > 0) ++m_outcome.zoneSteps;
    }
    m_outcome.offPath_m = std::max(m_outcome.offPath_m, m_flyers.front().follower.crossTrack_m());
}

void EncounterFlight::step() {
    const double course = m_flyers.front().motion.course_deg();
    for (std::size_t i = 0; i < m_flyers.size(); ++i) {
        const int offset = static_cast<int>(i * 3) % decisionSteps; // nobody decides in step
        if (m_encounter.aircraft[i].avoids && m_step % decisionSteps == offset) decideFor(i);
    }
    for (std::size_t i = 0; i < m_flyers.size(); ++i) {
        if (m_encounter.aircraft[i].recording)
            moveRecorded(i);
        else
            move(i);
    }
    ++m_step;
    for (std::size_t i = 0; i < m_flyers.size(); ++i)
        report(i);
    m_outcome.turn_deg += std::abs(avoid::turnBetween_deg(course, m_flyers.front().motion.course_deg()));
    judge();
    judgeStatic();
    if (m_flyers.front().follower.finished() || time_s() >= m_encounter.longest_s) finish();
}

void EncounterFlight::finish() {
    m_finished = true;
    m_outcome.arrived = m_flyers.front().follower.finished();
    m_outcome.flight_s = time_s();
    m_outcome.endOffPath_m = m_flyers.front().follower.crossTrack_m();
}

EncounterOutcome fly(const Encounter& encounter, const Decide& decide) {
    EncounterFlight flight(encounter, decide);
    while (!flight.finished())
        flight.step();
    return flight.outcome();
}

} // namespace haneul::sim
