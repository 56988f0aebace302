#include "server/demo/crossing_flights.h"

#include "core/json/json_writer.h"
#include "core/sim/battery.h"
#include "server/demo/wire.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <numbers>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using avoid::Decision;
using planner::FlownDecision;

constexpr milliseconds stepTime{static_cast<int>(sim::encounterStep_s * 1000)};
constexpr double speed_mps = 12;
constexpr double holdWithin_m = 25; // of the end: it hovers there
constexpr double lowest_m = 70;
constexpr double highest_m = 150;
constexpr double freshBattery_pct = 96;
constexpr avoid::Weather weather{.windEast_mps = 3.5, .windNorth_mps = -2, .gust_mps = 1};

std::int32_t scaled(double value, double factor) {
    return static_cast<std::int32_t>(std::lround(value * factor));
}

double compass_deg(double course_deg) {
    const double turned = std::fmod(course_deg, 360.0);
    return turned < 0 ? turned + 360 : turned;
}

// Not quite from the four quarters, so that no two ways are opposite.
geo::Enu_m corner(std::size_t index, double radius_m) {
    constexpr std::array<double, crossingDroneCount> courses_deg{10, 95, 200, 280};
    const double angle = courses_deg[index] * std::numbers::pi / 180;
    return {radius_m * std::sin(angle), radius_m * std::cos(angle), crossingHeight_m};
}

geo::Enu_m across(const geo::Enu_m& place) {
    return {-place.east, -place.north, place.up};
}

bool tellsSomething(const Decision& decision) {
    return decision.alert || decision.overridden || !decision.safe || decision.replan != avoid::Replan::None;
}

std::string advisory(const FlownDecision& flown, const planner::Status& status) {
    const Decision& decision = flown.decision;
    json::JsonWriter json;
    json.beginObject();
    json.key("schema").string("haneul.advisory/1");
    json.key("drone_id").string(flown.drone);
    json.key("time").time(flown.time);
    json.key("planner").string(toString(decision.mode));
    json.key("policy").string(isLearned(decision.mode) ? status.version : std::string());
    json.key("course_deg").number(compass_deg(flown.course_deg + decision.action.turn_deg), 1);
    json.key("turn_deg").number(decision.action.turn_deg, 1);
    json.key("speed_mps").number(decision.action.speed_mps, 1);
    json.key("climb_mps").number(decision.action.climb_mps, 1);
    json.key("conflict_ahead").boolean(decision.alert);
    json.key("reason").string(toString(decision.reason));
    json.key("safe").boolean(decision.safe);
    json.key("replan").string(toString(decision.replan));
    json.endObject();
    return json.take();
}

} // namespace

std::string crossingDrone(std::size_t number) {
    return std::format("XC-{:03}", number);
}

std::vector<std::string> crossingDrones() {
    std::vector<std::string> drones;
    for (std::size_t number = 1; number <= crossingDroneCount; ++number)
        drones.push_back(crossingDrone(number));
    return drones;
}

CrossingFlights::CrossingFlights(std::uint64_t seed, std::shared_ptr<planner::LocalPlanner> planner)
    : m_seed(seed)
    , m_planner(std::move(planner))
    , m_frame(crossingPlace) {
    for (std::size_t i = 0; i < crossingDroneCount; ++i) {
        m_starts.push_back(corner(i, crossingRadius_m));
        m_ends.push_back(across(m_starts.back()));
    }
    m_battery_pct.fill(freshBattery_pct);
}

void CrossingFlights::begin() {
    auto next = std::make_unique<Crossing>();
    next->encounter.seed = sim::Random::stream(m_seed, m_crossings).bits();
    next->encounter.settings = sim::EncounterSettings::easy(crossingDroneCount);
    next->encounter.settings.latency_s = 0.5;
    next->encounter.weather = weather;
    for (std::size_t i = 0; i < crossingDroneCount; ++i)
        next->encounter.aircraft.push_back({.path = {m_starts[i], m_ends[i]}, .speed_mps = speed_mps, .avoids = true});
    next->decide = [this](std::size_t drone, const avoid::Situation& situation) { return decide(drone, situation); };
    next->flight = std::make_unique<sim::EncounterFlight>(next->encounter, next->decide);
    m_crossing = std::move(next);
    m_battery_pct.fill(freshBattery_pct);
    ++m_crossings;
}

Decision CrossingFlights::decide(std::size_t drone, const avoid::Situation& situation) {
    avoid::Situation here = situation;
    here.own.battery_pct = m_battery_pct[drone];
    here.floor_m = lowest_m;
    here.ceiling_m = highest_m;
    const geo::Enu_m& end = m_ends[drone];
    const geo::Enu_m& now = here.own.position;
    const bool there = std::hypot(end.east - now.east, end.north - now.north) <= holdWithin_m;
    if (there) {
        here.guidance.speed_mps = 0;
        here.guidance.course_deg = here.own.course_deg;
        here.guidance.sinceProgress_s = 0; // it is where it wants to be
    }
    const Decision made = m_planner->planner().decide(here);
    const FlownDecision flown{.time = *m_time,
                              .drone = crossingDrone(drone + 1),
                              .position = m_frame.toLatLon({now.east, now.north, 0}),
                              .height_m = now.up,
                              .course_deg = compass_deg(here.own.course_deg),
                              .speed_mps = here.own.speed_mps,
                              .battery_pct = m_battery_pct[drone],
                              .traffic = here.traffic.size(),
                              .wind_mps = std::hypot(here.weather.windEast_mps, here.weather.windNorth_mps),
                              .decision = made};
    m_planner->record(flown);
    if (tellsSomething(made)) m_advisories->advise(flown.drone, advisory(flown, m_planner->status()));
    return made;
}

void CrossingFlights::judge() {
    for (std::size_t i = 0; i < crossingDroneCount; ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const geo::Enu_m a = m_crossing->flight->view(i).position;
            const geo::Enu_m b = m_crossing->flight->view(j).position;
            m_closest =
                std::min(m_closest, std::max(std::hypot(a.east - b.east, a.north - b.north) / avoid::lossHorizontal_m,
                                             std::abs(a.up - b.up) / avoid::lossVertical_m));
        }
}

void CrossingFlights::step(AdvisorySink& advisories) {
    m_advisories = &advisories;
    m_crossing->flight->step();
    m_advisories = nullptr;
    judge();
    for (std::size_t i = 0; i < crossingDroneCount; ++i) {
        const avoid::Velocity v = m_crossing->flight->view(i).velocity;
        const double drain_pctps = m_battery.drain_pctps(std::hypot(v.east_mps, v.north_mps), v.up_mps);
        m_battery_pct[i] = std::max(m_battery_pct[i] - drain_pctps * sim::encounterStep_s, 0.0);
    }
}

void CrossingFlights::advanceTo(UtcMs now, TelemetrySink& telemetry, AdvisorySink& advisories) {
    if (m_time && now <= *m_time) return;
    if (!m_time || now - *m_time > longestCatchUp) m_time = now - stepTime;
    while (*m_time + stepTime <= now) {
        *m_time += stepTime;
        if (!m_crossing || *m_time - m_begun >= every) {
            if (m_crossing) // the next one leads back, from where they hover now
                for (std::size_t i = 0; i < crossingDroneCount; ++i) {
                    m_starts[i] = m_crossing->flight->view(i).position;
                    m_ends[i] = across(m_ends[i]);
                }
            m_begun = *m_time;
            begin();
        }
        step(advisories);
        if (*m_time - m_sent < 1s) continue;
        m_sent = *m_time;
        send(telemetry);
    }
}

void CrossingFlights::send(TelemetrySink& sink) {
    std::vector<formats::TelemetryRecord> records;
    for (std::size_t i = 0; i < crossingDroneCount; ++i) {
        const sim::EncounterView view = m_crossing->flight->view(i);
        const geo::LatLon position = m_frame.toLatLon({view.position.east, view.position.north, 0});
        formats::TelemetryRecord record;
        record.droneId = crossingDrone(i + 1);
        record.sequence = ++m_sequences[i];
        record.time_ms = sinceEpoch_ms(*m_time);
        record.latitude_e7 = scaled(position.latitude_deg, 1e7);
        record.longitude_e7 = scaled(position.longitude_deg, 1e7);
        record.altitude_mm = scaled(view.position.up, 1000);
        record.altitudeDatum = geo::HeightDatum::Amsl;
        record.velocityNorth_mms = scaled(view.velocity.north_mps, 1000);
        record.velocityEast_mms = scaled(view.velocity.east_mps, 1000);
        record.velocityDown_mms = scaled(-view.velocity.up_mps, 1000);
        record.battery_pct = static_cast<std::uint8_t>(std::lround(m_battery_pct[i]));
        record.battery_mv = sim::sixCellVoltage_mv(m_battery_pct[i]);
        record.rssi_dbm = -60;
        records.push_back(std::move(record));
    }
    sink.send(crossingGateway, wire::topic(crossingPlace, crossingGateway),
              wire::telemetryBatch(PayloadForm::Json, records));
}

} // namespace haneul::demo
