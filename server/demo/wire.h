#pragma once

#include "core/formats/mavlink.h"
#include "core/formats/telemetry_record.h"
#include "core/sim/vehicle.h"
#include "server/demo/demo_scenario.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

// From simulated states to the bytes of each door, by the writers of core/formats.
namespace haneul::demo::wire {

// "haneul/v1/tele/{geohash5}/{account}".
[[nodiscard]] std::string topic(geo::LatLon position, std::string_view account);
[[nodiscard]] std::string telemetryObject(const formats::TelemetryRecord& record);
[[nodiscard]] std::string telemetryBatch(PayloadForm form, std::span<const formats::TelemetryRecord> records);

// SBS-1 lines with CR LF. The altitude of ADS-B is the pressure altitude; in the demo's standard atmosphere it equals
// the height above mean sea level. Rounded as transponders do: 25 ft, whole knots and degrees, 64 ft/min.
[[nodiscard]] std::string sbsIdentification(const DemoAircraft& aircraft, UtcMs time);               // MSG,1
[[nodiscard]] std::string sbsPosition(const DemoAircraft& aircraft, const sim::VehicleState& state); // MSG,3
[[nodiscard]] std::string sbsVelocity(const DemoAircraft& aircraft, const sim::VehicleState& state); // MSG,4
[[nodiscard]] std::string sbsSquawk(const DemoAircraft& aircraft, const sim::VehicleState& state);   // MSG,6

// The frames of one telemetry link. Each system counts its own sequence.
class MavlinkLink {
public:
    using Frame = std::vector<std::uint8_t>;

    explicit MavlinkLink(const DemoSurvey& survey);

    [[nodiscard]] Frame vehicleHeartbeat(const sim::VehicleState& state);
    [[nodiscard]] Frame globalPosition(const sim::VehicleState& state, milliseconds sinceBoot);
    [[nodiscard]] Frame systemStatus(const sim::VehicleState& state);
    [[nodiscard]] Frame systemTime(UtcMs time, milliseconds sinceBoot);
    [[nodiscard]] Frame groundStationHeartbeat(); // MAVLink 1
    [[nodiscard]] Frame radioStatus();            // MAVLink 1

private:
    [[nodiscard]] Frame fromVehicle(const formats::MavlinkFrame& frame);

    std::uint8_t m_vehicle;
    std::uint8_t m_groundStation;
    std::uint8_t m_radio;
    double m_homeHeight_m;
    std::uint8_t m_vehicleSequence = 0;
    std::uint8_t m_groundStationSequence = 0;
    std::uint8_t m_radioSequence = 0;
};

} // namespace haneul::demo::wire
