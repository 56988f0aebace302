#include "core/sim/vehicle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace haneul::sim {

namespace {

constexpr double step_s = static_cast<double>(simulationStep.count()) / 1000.0;
constexpr double degree = std::numbers::pi / 180.0;

double seconds(milliseconds time) {
    return static_cast<double>(time.count()) / 1000.0;
}

} // namespace

Vehicle::Vehicle(std::shared_ptr<const FlightPath> path, UtcMs start, Random random,
                 std::optional<BatteryModel> battery)
    : m_path(std::move(path))
    , m_random(random)
    , m_battery(battery)
    , m_time(start) {
    enter(0, 0);
}

void Vehicle::advance(milliseconds interval) {
    m_owed += std::max(interval, milliseconds{0});
    while (m_owed >= simulationStep) {
        m_owed -= simulationStep;
        step();
    }
}

void Vehicle::step() {
    double left_s = step_s;
    while (!m_finished && m_profile.duration_s() - m_elapsed_s <= left_s) {
        left_s -= std::max(m_profile.duration_s() - m_elapsed_s, 0.0);
        leave(step_s - left_s);
    }
    m_elapsed_s += left_s;
    m_time += simulationStep;
    drainBattery();
}

void Vehicle::enter(std::size_t index, double sinceStep_s) {
    m_element = index;
    m_elapsed_s = 0;
    m_profile = element().kind == FlightPath::Kind::Stop ? stopProfile(sinceStep_s) : motionProfile();
}

void Vehicle::leave(double sinceStep_s) {
    const FlightPath::Element& left = element();
    if (left.kind == FlightPath::Kind::Stop && waypoint().service == Service::ReplaceBattery) m_battery_pct = 100;
    const std::size_t next = m_element + 1;
    if (next < m_path->elements().size()) {
        const bool takesOff = left.phase == Phase::Parked && m_path->elements()[next].phase == Phase::TakeOff;
        if (takesOff) ++m_sortie;
        enter(next, sinceStep_s);
        return;
    }
    if (m_path->route().atEnd == AtEnd::Repeat) {
        enter(0, sinceStep_s);
        return;
    }
    m_finished = true;
}

Vehicle::Profile Vehicle::motionProfile() const {
    const FlightPath::Element& here = element();
    const double acceleration = m_path->limits().acceleration_mps2;
    Profile profile{.entry_mps = here.entrySpeed_mps, .exit_mps = here.exitSpeed_mps};
    const double entrySquared = profile.entry_mps * profile.entry_mps;
    const double exitSquared = profile.exit_mps * profile.exit_mps;
    if (here.kind == FlightPath::Kind::Arc) {
        profile.peak_mps = profile.entry_mps;
        profile.hold_s = here.length_m / profile.peak_mps;
        return profile;
    }
    const double reachable_mps = std::sqrt((entrySquared + exitSquared) / 2 + acceleration * here.length_m);
    profile.peak_mps = std::max({std::min(reachable_mps, here.maxSpeed_mps), profile.entry_mps, profile.exit_mps});
    const double peakSquared = profile.peak_mps * profile.peak_mps;
    profile.accelerate_s = (profile.peak_mps - profile.entry_mps) / acceleration;
    profile.brake_s = (profile.peak_mps - profile.exit_mps) / acceleration;
    const double hold_m = here.length_m - (2 * peakSquared - entrySquared - exitSquared) / (2 * acceleration);
    profile.hold_s = std::max(hold_m, 0.0) / profile.peak_mps;
    return profile;
}

Vehicle::Profile Vehicle::stopProfile(double sinceStep_s) {
    const Route& route = m_path->route();
    const Waypoint& here = waypoint();
    double stay_s = std::max(seconds(here.stop), std::abs(element().turn_deg) / m_path->limits().turnRate_dps);
    if (here.notBefore) stay_s = std::max(stay_s, seconds(*here.notBefore - m_time) - sinceStep_s);
    const bool turnsAround = route.atEnd == AtEnd::Repeat && m_element + 1 == m_path->elements().size();
    if (turnsAround) {
        stay_s +=
            seconds(milliseconds{m_random.between(route.shortestTurnaround.count(), route.longestTurnaround.count())});
    }
    return {.hold_s = stay_s};
}

double Vehicle::speed_mps() const {
    const double acceleration = m_path->limits().acceleration_mps2;
    if (m_elapsed_s < m_profile.accelerate_s) return m_profile.entry_mps + acceleration * m_elapsed_s;
    const double braking_s = m_elapsed_s - m_profile.accelerate_s - m_profile.hold_s;
    if (braking_s <= 0) return m_profile.peak_mps;
    return std::max(m_profile.peak_mps - acceleration * braking_s, m_profile.exit_mps);
}

double Vehicle::distance_m() const {
    const double acceleration = m_path->limits().acceleration_mps2;
    const double accelerating_s = std::min(m_elapsed_s, m_profile.accelerate_s);
    const double holding_s = std::clamp(m_elapsed_s - m_profile.accelerate_s, 0.0, m_profile.hold_s);
    const double braking_s =
        std::clamp(m_elapsed_s - m_profile.accelerate_s - m_profile.hold_s, 0.0, m_profile.brake_s);
    return m_profile.entry_mps * accelerating_s + acceleration * accelerating_s * accelerating_s / 2 +
           m_profile.peak_mps * (holding_s + braking_s) - acceleration * braking_s * braking_s / 2;
}

void Vehicle::drainBattery() {
    if (!m_battery) return;
    const FlightPath::Element& here = element();
    double drain_pctps = m_battery->idleDrain_pctps();
    if (!here.onGround) {
        const double speed = speed_mps();
        const double vertical_mps = speed * here.climbSine;
        const double ground_mps = std::sqrt(std::max(speed * speed - vertical_mps * vertical_mps, 0.0));
        drain_pctps = m_battery->drain_pctps(ground_mps, vertical_mps);
    }
    m_battery_pct = std::max(m_battery_pct - drain_pctps * step_s, 0.0);
}

VehicleState Vehicle::state() const {
    const FlightPath::Element& here = element();
    const PathPoint point = m_path->at(m_element, distance_m());
    VehicleState state;
    state.time = m_time;
    state.position = point.position;
    state.height_m = point.height_m;
    state.course_deg = point.course_deg;
    state.phase = here.phase;
    state.onGround = here.onGround;
    state.nextWaypoint = here.waypoint;
    state.sortie = m_sortie;
    if (m_battery) state.battery_pct = m_battery_pct;
    if (here.kind == FlightPath::Kind::Stop) {
        const double turned_deg = std::min(m_path->limits().turnRate_dps * m_elapsed_s, std::abs(here.turn_deg));
        state.course_deg = std::fmod(point.course_deg + std::copysign(turned_deg, here.turn_deg) + 360.0, 360.0);
        return state;
    }
    const double speed = speed_mps();
    const double ground_mps = speed * std::cos(point.climb_deg * degree);
    state.velocityNorth_mps = ground_mps * std::cos(point.course_deg * degree);
    state.velocityEast_mps = ground_mps * std::sin(point.course_deg * degree);
    state.verticalRate_mps = speed * std::sin(point.climb_deg * degree);
    return state;
}

} // namespace haneul::sim
