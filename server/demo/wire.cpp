#include "server/demo/wire.h"

#include "core/formats/geohash.h"
#include "core/formats/mavlink.h"
#include "core/formats/sbs.h"
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "server/mqtt/mqtt_publisher.h"

#include <algorithm>
#include <cmath>

namespace haneul::demo::wire {

namespace {

using formats::MavlinkFrame;
using formats::MavlinkVersion;

constexpr std::uint8_t quadrotor = 2;     // MAV_TYPE_QUADROTOR
constexpr std::uint8_t groundStation = 6; // MAV_TYPE_GCS
constexpr std::uint8_t ardupilot = 3;     // MAV_AUTOPILOT_ARDUPILOTMEGA
constexpr std::uint8_t noAutopilot = 8;   // MAV_AUTOPILOT_INVALID
constexpr std::uint8_t armedAuto =
    0x80 | 0x10 | 0x08 | 0x04 | 0x01; // MAV_MODE_FLAG: armed, stabilised, guided, auto, custom
constexpr std::uint8_t disarmedAuto = armedAuto & 0x7f;
constexpr std::uint8_t standby = 3;                  // MAV_STATE_STANDBY
constexpr std::uint8_t active = 4;                   // MAV_STATE_ACTIVE
constexpr std::uint32_t autoMode = 3;                // ArduCopter AUTO
constexpr std::uint8_t groundStationComponent = 190; // MAV_COMP_ID_MISSIONPLANNER
constexpr std::uint8_t radioComponent = 68;          // MAV_COMP_ID_TELEMETRY_RADIO, as SiK radios call themselves

double rounded(double value, double unit) {
    return std::round(value / unit) * unit;
}

std::int32_t altitude_ft(double height_m) {
    return static_cast<std::int32_t>(rounded(height_m / geo::metresPerFoot, 25));
}

formats::SbsMessage message(int type, const DemoAircraft& aircraft, UtcMs time) {
    return {.transmissionType = type, .icaoAddress = aircraft.icao, .generated = time, .logged = time};
}

std::int16_t centimetres(double value_m) {
    return static_cast<std::int16_t>(std::lround(std::clamp(value_m * 100, -32'767.0, 32'767.0)));
}

MavlinkLink::Frame encoded(MavlinkFrame frame, MavlinkVersion version, std::uint8_t system, std::uint8_t component,
                           std::uint8_t& sequence) {
    frame.version = version;
    frame.systemId = system;
    frame.componentId = component;
    frame.sequence = sequence++;
    return formats::encodeMavlink(frame);
}

} // namespace

std::string topic(geo::LatLon position, std::string_view account) {
    return mqtt::telemetryTopic(formats::geohashEncode(position, 5), account);
}

std::string telemetryObject(const formats::TelemetryRecord& record) {
    return formats::writeTelemetryJson({&record, 1});
}

std::string telemetryBatch(PayloadForm form, std::span<const formats::TelemetryRecord> records) {
    return form == PayloadForm::Json ? formats::writeTelemetryJson(records) : formats::writeTelemetryBinary(records);
}

std::string sbsIdentification(const DemoAircraft& aircraft, UtcMs time) {
    formats::SbsMessage line = message(1, aircraft, time);
    line.callsign = aircraft.callsign;
    return formats::writeSbsLine(line);
}

std::string sbsPosition(const DemoAircraft& aircraft, const sim::VehicleState& state) {
    formats::SbsMessage line = message(3, aircraft, state.time);
    line.altitude_ft = altitude_ft(state.height_m);
    line.latitude_deg = state.position.latitude_deg;
    line.longitude_deg = state.position.longitude_deg;
    line.alert = false;
    line.emergency = false;
    line.ident = false;
    line.onGround = state.onGround;
    return formats::writeSbsLine(line);
}

std::string sbsVelocity(const DemoAircraft& aircraft, const sim::VehicleState& state) {
    formats::SbsMessage line = message(4, aircraft, state.time);
    line.groundSpeed_kt =
        std::round(std::hypot(state.velocityNorth_mps, state.velocityEast_mps) / geo::metresPerSecondPerKnot);
    line.track_deg = std::fmod(std::round(state.course_deg), 360.0);
    line.verticalRate_fpm = static_cast<std::int32_t>(rounded(state.verticalRate_mps * 60 / geo::metresPerFoot, 64));
    return formats::writeSbsLine(line);
}

std::string sbsSquawk(const DemoAircraft& aircraft, const sim::VehicleState& state) {
    formats::SbsMessage line = message(6, aircraft, state.time);
    line.altitude_ft = altitude_ft(state.height_m);
    line.squawk = aircraft.squawk;
    line.alert = false;
    line.emergency = false;
    line.ident = false;
    line.onGround = state.onGround;
    return formats::writeSbsLine(line);
}

MavlinkLink::MavlinkLink(const DemoSurvey& survey)
    : m_vehicle(survey.systemId)
    , m_groundStation(survey.groundStationId)
    , m_radio(survey.radioId)
    , m_homeHeight_m(survey.homeHeight_m) {}

MavlinkLink::Frame MavlinkLink::fromVehicle(const MavlinkFrame& frame) {
    return encoded(frame, MavlinkVersion::V2, m_vehicle, formats::mavlinkAutopilotComponent, m_vehicleSequence);
}

MavlinkLink::Frame MavlinkLink::vehicleHeartbeat(const sim::VehicleState& state) {
    const bool parked = state.phase == sim::Phase::Parked;
    return fromVehicle(formats::frameOf(formats::MavlinkHeartbeat{.type = quadrotor,
                                                                  .autopilot = ardupilot,
                                                                  .baseMode = parked ? disarmedAuto : armedAuto,
                                                                  .customMode = autoMode,
                                                                  .systemStatus = parked ? standby : active}));
}

MavlinkLink::Frame MavlinkLink::globalPosition(const sim::VehicleState& state, milliseconds sinceBoot) {
    formats::MavlinkGlobalPosition position;
    position.sinceBoot_ms = static_cast<std::uint32_t>(sinceBoot.count());
    position.latitude_e7 = static_cast<std::int32_t>(std::lround(state.position.latitude_deg * 1e7));
    position.longitude_e7 = static_cast<std::int32_t>(std::lround(state.position.longitude_deg * 1e7));
    position.altitude_mm = static_cast<std::int32_t>(std::lround(state.height_m * 1000));
    position.relativeAltitude_mm = static_cast<std::int32_t>(std::lround((state.height_m - m_homeHeight_m) * 1000));
    position.velocityNorth_cms = centimetres(state.velocityNorth_mps);
    position.velocityEast_cms = centimetres(state.velocityEast_mps);
    position.velocityDown_cms = centimetres(-state.verticalRate_mps);
    position.heading_cdeg = static_cast<std::uint16_t>(std::lround(state.course_deg * 100) % 36'000);
    return fromVehicle(formats::frameOf(position));
}

MavlinkLink::Frame MavlinkLink::systemStatus(const sim::VehicleState& state) {
    formats::MavlinkSysStatus status{.voltage_mv = UINT16_MAX};
    if (state.battery_pct) {
        status.voltage_mv = sim::sixCellVoltage_mv(*state.battery_pct);
        status.remaining_pct = static_cast<std::uint8_t>(std::lround(*state.battery_pct));
    }
    return fromVehicle(formats::frameOf(status));
}

MavlinkLink::Frame MavlinkLink::systemTime(UtcMs time, milliseconds sinceBoot) {
    const auto unix_us = static_cast<std::uint64_t>(sinceEpoch_ms(time)) * 1000;
    return fromVehicle(formats::frameOf(
        formats::MavlinkSystemTime{.unix_us = unix_us, .sinceBoot_ms = static_cast<std::uint32_t>(sinceBoot.count())}));
}

MavlinkLink::Frame MavlinkLink::groundStationHeartbeat() {
    const formats::MavlinkHeartbeat heartbeat{.type = groundStation, .autopilot = noAutopilot, .systemStatus = active};
    return encoded(formats::frameOf(heartbeat), MavlinkVersion::V1, m_groundStation, groundStationComponent,
                   m_groundStationSequence);
}

MavlinkLink::Frame MavlinkLink::radioStatus() {
    // RADIO_STATUS (109), common.xml: u16 rxerrors, u16 fixed, u8 rssi, remrssi, txbuf, noise, remnoise.
    MavlinkFrame frame{.messageId = 109, .payloadLength = 9};
    const std::uint8_t payload[] = {0, 0, 0, 0, 190, 185, 100, 40, 42};
    std::ranges::copy(payload, frame.payload.begin());
    return encoded(frame, MavlinkVersion::V1, m_radio, radioComponent, m_radioSequence);
}

} // namespace haneul::demo::wire
