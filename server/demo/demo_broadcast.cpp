#include "server/demo/demo_broadcast.h"

#include "core/geo/geodesic.h"
#include "core/sim/world.h"
#include "server/demo/wire.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <map>

namespace haneul::demo {

namespace {

using namespace std::chrono_literals;

constexpr std::int64_t ticksPerSecond = 1s / sim::simulationStep;

std::int32_t scaled(double value, double factor) {
    return static_cast<std::int32_t>(std::lround(value * factor));
}

// Free-space loss over distance, from -45 dBm at 50 m, with a few dB of fading.
std::int16_t signalStrength_dbm(double distance_m, sim::Random& random) {
    const double mean_dbm = -45.0 - 20.0 * std::log10(std::max(distance_m, 50.0) / 50.0);
    const auto fading_db = static_cast<double>(random.between(-3, 3));
    return static_cast<std::int16_t>(std::lround(std::clamp(mean_dbm + fading_db, -120.0, -30.0)));
}

Result<std::shared_ptr<const sim::FlightPath>> pathOf(const std::string& who, const sim::Route& route,
                                                      const sim::VehicleLimits& limits) {
    Result<sim::FlightPath> path = sim::FlightPath::make(route, limits);
    if (!path) return fail(path.error().code, path.error().message, who + " " + path.error().where);
    return std::make_shared<const sim::FlightPath>(*std::move(path));
}

} // namespace

struct DemoBroadcast::State {
    explicit State(DemoScenario scenarioToFly)
        : scenario(std::move(scenarioToFly))
        , world(scenario.start, scenario.seed)
        , link(scenario.survey) {}

    [[nodiscard]] Result<void> addVehicles();
    void send(const DemoSinks& sinks);
    void sendTelemetry(std::int64_t tick, TelemetrySink& sink);
    void sendSbs(std::int64_t tick, SbsSink& sink);
    void sendMavlink(std::int64_t tick, MavlinkSink& sink);
    [[nodiscard]] formats::TelemetryRecord record(std::size_t drone, const sim::VehicleState& state);

    DemoScenario scenario;
    sim::World world; // drones, then aircraft, then the survey drone
    std::size_t firstAircraft = 0;
    std::size_t survey = 0;
    std::vector<std::uint32_t> sequences;         // of drones: of the next record
    std::vector<sim::Random> fading;              // of drones
    std::vector<std::size_t> ownAccounts;         // drones that speak for themselves
    std::vector<std::vector<std::size_t>> fleets; // drones of each gateway
    wire::MavlinkLink link;
};

Result<void> DemoBroadcast::State::addVehicles() {
    for (std::size_t i = 0; i < scenario.drones.size(); ++i) {
        const DemoDrone& drone = scenario.drones[i];
        const auto path = pathOf(drone.id, drone.route, drone.limits);
        if (!path) return std::unexpected(path.error());
        world.add(*path, drone.battery);
        sequences.push_back(1);
        fading.push_back(sim::Random::stream(scenario.seed ^ 0x0ffa'd1e5ULL, i));
        if (drone.account == drone.id) ownAccounts.push_back(i);
    }
    for (const DemoGateway& gateway : scenario.gateways) {
        std::vector<std::size_t>& fleet = fleets.emplace_back();
        for (std::size_t i = 0; i < scenario.drones.size(); ++i) {
            if (scenario.drones[i].account == gateway.id) fleet.push_back(i);
        }
    }
    firstAircraft = world.vehicles().size();
    for (const DemoAircraft& aircraft : scenario.aircraft) {
        const auto path = pathOf(aircraft.callsign, aircraft.route, aircraft.limits);
        if (!path) return std::unexpected(path.error());
        world.add(*path);
    }
    const auto path = pathOf("survey", scenario.survey.route, scenario.survey.limits);
    if (!path) return std::unexpected(path.error());
    survey = world.add(*path, scenario.survey.battery);
    return {};
}

formats::TelemetryRecord DemoBroadcast::State::record(std::size_t index, const sim::VehicleState& state) {
    const DemoDrone& drone = scenario.drones[index];
    const geo::LatLon base = scenario.bases[drone.base].position;
    const double battery_pct = state.battery_pct.value_or(0);
    formats::TelemetryRecord record;
    record.droneId = drone.id;
    record.sequence = sequences[index]++;
    record.time_ms = sinceEpoch_ms(state.time);
    record.latitude_e7 = scaled(state.position.latitude_deg, 1e7);
    record.longitude_e7 = scaled(state.position.longitude_deg, 1e7);
    record.altitude_mm = scaled(state.height_m, 1000);
    record.altitudeDatum = geo::HeightDatum::Amsl;
    record.velocityNorth_mms = scaled(state.velocityNorth_mps, 1000);
    record.velocityEast_mms = scaled(state.velocityEast_mps, 1000);
    record.velocityDown_mms = scaled(-state.verticalRate_mps, 1000);
    record.battery_pct = static_cast<std::uint8_t>(std::lround(battery_pct));
    record.battery_mv = sim::sixCellVoltage_mv(battery_pct);
    record.rssi_dbm = signalStrength_dbm(geo::inverse(base, state.position).distance_m, fading[index]);
    record.missionId = std::format("{}-{:04}", drone.id, state.sortie);
    record.pilotId = drone.pilotId;
    return record;
}

void DemoBroadcast::State::sendTelemetry(std::int64_t tick, TelemetrySink& sink) {
    const auto slot = static_cast<std::size_t>(tick % ticksPerSecond);
    for (std::size_t i = 0; i < ownAccounts.size(); ++i) {
        if (i % ticksPerSecond != slot) continue;
        const std::size_t drone = ownAccounts[i];
        const sim::VehicleState state = world.state(drone);
        sink.send(scenario.drones[drone].account, wire::topic(state.position, scenario.drones[drone].account),
                  wire::telemetryObject(record(drone, state)));
    }
    for (std::size_t i = 0; i < fleets.size(); ++i) {
        if ((2 * i + 1) % ticksPerSecond != slot) continue;
        const DemoGateway& gateway = scenario.gateways[i];
        std::vector<formats::TelemetryRecord> records;
        records.reserve(fleets[i].size());
        for (const std::size_t drone : fleets[i]) {
            records.push_back(record(drone, world.state(drone)));
        }
        sink.send(gateway.id, wire::topic(gateway.position, gateway.id), wire::telemetryBatch(gateway.form, records));
    }
}

void DemoBroadcast::State::sendSbs(std::int64_t tick, SbsSink& sink) {
    for (std::size_t i = 0; i < scenario.aircraft.size(); ++i) {
        // Aircraft do not speak in step.
        const std::int64_t own = tick + static_cast<std::int64_t>(i) * 7;
        const bool position = own % 5 == 0;
        const bool velocity = own % 10 == 3;
        const bool identification = own % 50 == 6;
        const bool squawk = own % 50 == 31;
        if (!position && !velocity && !identification && !squawk) continue;
        const DemoAircraft& aircraft = scenario.aircraft[i];
        const sim::VehicleState state = world.state(firstAircraft + i);
        if (identification) sink.send(wire::sbsIdentification(aircraft, state.time));
        if (position) sink.send(wire::sbsPosition(aircraft, state));
        if (velocity) sink.send(wire::sbsVelocity(aircraft, state));
        if (squawk) sink.send(wire::sbsSquawk(aircraft, state));
    }
}

void DemoBroadcast::State::sendMavlink(std::int64_t tick, MavlinkSink& sink) {
    const std::int64_t slot = tick % ticksPerSecond;
    const bool position = slot == 0 || slot == 3 || slot == 5 || slot == 8;
    const sim::VehicleState state = world.state(survey);
    const milliseconds sinceBoot = state.time - scenario.start;
    if (position) sink.send(link.globalPosition(state, sinceBoot));
    if (slot == 1) sink.send(link.vehicleHeartbeat(state));
    if (slot == 2) sink.send(link.groundStationHeartbeat());
    if (slot == 4) sink.send(link.systemStatus(state));
    if (slot == 6) sink.send(link.systemTime(state.time, sinceBoot));
    if (slot == 7) sink.send(link.radioStatus());
}

void DemoBroadcast::State::send(const DemoSinks& sinks) {
    const std::int64_t tick = (world.time() - scenario.start) / sim::simulationStep;
    sendTelemetry(tick, sinks.telemetry);
    sendSbs(tick, sinks.sbs);
    sendMavlink(tick, sinks.mavlink);
}

DemoBroadcast::DemoBroadcast(std::unique_ptr<State> state)
    : m_state(std::move(state)) {}

DemoBroadcast::DemoBroadcast(DemoBroadcast&&) noexcept = default;
DemoBroadcast& DemoBroadcast::operator=(DemoBroadcast&&) noexcept = default;
DemoBroadcast::~DemoBroadcast() = default;

Result<DemoBroadcast> DemoBroadcast::make(DemoScenario scenario) {
    auto state = std::make_unique<State>(std::move(scenario));
    if (const Result<void> added = state->addVehicles(); !added) return std::unexpected(added.error());
    state->world.advanceTo(state->scenario.ready);
    return DemoBroadcast(std::move(state));
}

void DemoBroadcast::advanceTo(UtcMs now, const DemoSinks& sinks) {
    sim::World& world = m_state->world;
    if (now - world.time() > longestCatchUp) {
        const milliseconds whole = (now - world.time()) / sim::simulationStep * sim::simulationStep;
        world.advanceTo(world.time() + whole - sim::simulationStep);
    }
    while (world.time() + sim::simulationStep <= now) {
        world.advance(sim::simulationStep);
        m_state->send(sinks);
    }
}

UtcMs DemoBroadcast::time() const {
    return m_state->world.time();
}

const DemoScenario& DemoBroadcast::scenario() const {
    return m_state->scenario;
}

} // namespace haneul::demo
