#include "server/demo/mission_flights.h"

#include "core/geo/geodesic.h"
#include "server/demo/wire.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <functional>
#include <ranges>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;
using delivery::MissionStep;

// Every waypoint of the model is a stop unless its link is flown through; the simulator stops where it must stay.
constexpr milliseconds shortestStop{1};
constexpr milliseconds longestCatchUp{5'000};

std::int32_t scaled(double value, double factor) {
    return static_cast<std::int32_t>(std::lround(value * factor));
}

bool flownThrough(const delivery::Network* network, const delivery::Leg& leg) {
    const delivery::Link* const link = network ? network->link(leg.from, leg.to) : nullptr;
    return link != nullptr && link->corner == delivery::Corner::FlyThrough;
}

bool sameSpot(const sim::Waypoint& waypoint, const route::Waypoint& next) {
    return route::samePlace(waypoint.position, next.place) && waypoint.height_m == next.height_m;
}

bool toBeFlown(const delivery::Mission& mission) {
    return mission.drone.starts_with("DL-") && mission.standing() && mission.step() != MissionStep::Completed;
}

sim::VehicleLimits limitsOf(const delivery::Mission& mission, const delivery::Network* network) {
    sim::VehicleLimits limits;
    const delivery::DroneType* const type = network ? network->droneType(mission.route.request.droneType) : nullptr;
    if (type == nullptr) return limits;
    limits.maxGroundSpeed_mps = type->flight_mps;
    limits.climbRate_mps = type->takeOff_mps;
    limits.descentRate_mps = type->landing_mps;
    limits.acceleration_mps2 = std::min(type->acceleration_mps2, type->deceleration_mps2);
    limits.turnRate_dps = type->turnRate_dps;
    return limits;
}

} // namespace

std::string missionDrone(std::size_t number) {
    return std::format("DL-{:03}", number);
}

std::vector<std::string> missionDrones() {
    std::vector<std::string> drones;
    for (std::size_t number = 1; number <= missionDroneCount; ++number)
        drones.push_back(missionDrone(number));
    return drones;
}

sim::Route routeOf(const delivery::Mission& mission, const delivery::Network* network) {
    sim::Route route;
    const delivery::MissionRoute& planned = mission.route;
    for (std::size_t k = 0; k < planned.legs.size(); ++k) {
        const delivery::Leg& leg = planned.legs[k];
        const bool through = flownThrough(network, leg);
        const auto& stays = planned.durations.stays[k];
        for (std::size_t i = 0; i < leg.waypoints.size(); ++i) {
            const bool node = i == 0 || i + 1 == leg.waypoints.size();
            const bool boundary = i <= leg.parts.takeOff.last || i >= leg.parts.landing.first;
            const milliseconds stay{stays[i]};
            // The stay at a node is one stay, on both legs; the corner of take-off and landing is one waypoint.
            if (!route.waypoints.empty() && sameSpot(route.waypoints.back(), leg.waypoints[i])) {
                route.waypoints.back().stop = std::max(route.waypoints.back().stop, stay);
            } else {
                sim::Waypoint next{.position = leg.waypoints[i].place, .height_m = leg.waypoints[i].height_m};
                next.stop = through && !boundary ? stay : std::max(stay, shortestStop);
                route.waypoints.push_back(next);
            }
            if (!node) continue;
            const bool onGround = i == 0 ? leg.parts.takeOff.last > 0 : leg.parts.landing.first < i;
            sim::Waypoint& here = route.waypoints.back();
            if (onGround) here.place = sim::Place::Ground;
            if (i == 0) here.notBefore = utcMs(mission.planned.legs[k].departures.front());
        }
    }
    return route;
}

void MissionFlights::setMissions(delivery::DeliveryStatePtr state) {
    m_state = std::move(state);
}

void MissionFlights::enter(UtcMs now) {
    for (const delivery::MissionPtr& mission : m_state->missions) {
        if (mission->start - before > now) break; // by start
        if (!toBeFlown(*mission) || utcMs(mission->planned.nodes.back().departure) + after < now) continue;
        const auto flown = m_flown.find(mission->id);
        if (flown != m_flown.end() && flown->second == mission->start) continue;
        const delivery::SavedNetwork* const saved = m_state->network(mission->network);
        const delivery::Network* const network = saved ? &saved->network : nullptr;
        auto path = sim::FlightPath::make(routeOf(*mission, network), limitsOf(*mission, network));
        m_flown[mission->id] = mission->start;
        if (!path) continue; // what the simulator cannot fly stays a plan: its drone is not heard
        const auto number = std::hash<std::string>{}(mission->id);
        Flight flight{.mission = mission,
                      .vehicle = {std::make_shared<const sim::FlightPath>(*std::move(path)), mission->start - before,
                                  sim::Random::stream(m_seed, number), sim::BatteryModel{}},
                      .fading = sim::Random::stream(m_seed ^ 0x0fad'1e55ULL, number),
                      .base = mission->route.legs.front().waypoints.front().place};
        m_flights.insert_or_assign(mission->id, std::move(flight));
    }
}

void MissionFlights::leave(UtcMs now) {
    std::erase_if(m_flights, [&](auto& item) {
        Flight& flight = item.second;
        const delivery::MissionPtr latest = m_state->mission(item.first);
        const bool onGround = flight.vehicle.state().onGround;
        if (!latest || (!toBeFlown(*latest) && onGround && !flight.ended)) flight.ended = now - after; // called off
        if (latest) flight.mission = latest;
        if (flight.vehicle.finished() && !flight.ended) flight.ended = now;
        return flight.ended && *flight.ended + after <= now;
    });
}

void MissionFlights::advanceTo(UtcMs now, TelemetrySink& sink) {
    if (!m_state || !due(now)) return;
    m_time = now;
    enter(now);
    for (auto& [id, flight] : m_flights)
        if (now > flight.vehicle.time()) flight.vehicle.advance(now - flight.vehicle.time());
    leave(now);
    send(now, sink);
}

void MissionFlights::send(UtcMs now, TelemetrySink& sink) {
    std::vector<formats::TelemetryRecord> records;
    for (auto& [id, flight] : m_flights) {
        const sim::VehicleState state = flight.vehicle.state();
        if (now - state.time > longestCatchUp) continue;
        const double battery_pct = state.battery_pct.value_or(0);
        const double distance_m = std::max(geo::inverse(flight.base, state.position).distance_m, 50.0);
        formats::TelemetryRecord record;
        record.droneId = flight.mission->drone;
        record.sequence = ++m_sequences[record.droneId];
        record.time_ms = sinceEpoch_ms(state.time);
        record.latitude_e7 = scaled(state.position.latitude_deg, 1e7);
        record.longitude_e7 = scaled(state.position.longitude_deg, 1e7);
        record.altitude_mm = scaled(state.height_m, 1000);
        record.velocityNorth_mms = scaled(state.velocityNorth_mps, 1000);
        record.velocityEast_mms = scaled(state.velocityEast_mps, 1000);
        record.velocityDown_mms = scaled(-state.verticalRate_mps, 1000);
        record.battery_pct = static_cast<std::uint8_t>(std::lround(battery_pct));
        record.battery_mv = sim::sixCellVoltage_mv(battery_pct);
        record.rssi_dbm = static_cast<std::int16_t>(
            std::lround(-45.0 - 20.0 * std::log10(distance_m / 50.0) + flight.fading.uniform(-3, 3)));
        record.missionId = id;
        records.push_back(std::move(record));
    }
    if (records.empty()) return;
    const geo::LatLon gateway = m_flights.begin()->second.base;
    sink.send(missionGateway, wire::topic(gateway, missionGateway), wire::telemetryBatch(PayloadForm::Json, records));
}

} // namespace haneul::demo
