#pragma once

#include "core/sim/battery.h"
#include "core/sim/route.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace haneul::demo {

// A base point or delivery point with its ground level (AMSL, to a few metres; no terrain model is behind it).
struct DemoPlace {
    std::string id; // "BP-01", "DP-07"
    std::string nameEn;
    std::string nameKo;
    geo::LatLon position;
    double groundHeight_m = 0;
};

// What the demo's drones fly around: high ground, airfields, the two seats of the president, one very tall building.
// Round areas chosen for a sensible picture; they are not the published airspace.
struct DemoKeepOut {
    std::string nameEn;
    geo::LatLon centre;
    double radius_m = 0;
};

struct DemoDrone {
    std::string id;       // "HN-001"
    std::string account;  // its own id, or the gateway that speaks for it
    std::size_t base = 0; // index in DemoScenario::bases
    std::optional<std::string> pilotId;
    sim::Route route; // base, deliveries with hover, base ..., for ever
    sim::VehicleLimits limits;
    sim::BatteryModel battery;
};

enum class PayloadForm { Json, Binary };

struct DemoGateway {
    std::string id;
    geo::LatLon position; // its topic's cell: where the batch comes from, not where each drone is
    PayloadForm form = PayloadForm::Json;
    std::vector<std::string> drones;
};

// Crewed traffic that a receiver hears as ADS-B.
struct DemoAircraft {
    std::uint32_t icao = 0; // 24-bit address
    std::string callsign;
    std::uint16_t squawk = 0; // four octal digits as a number
    sim::Route route;
    sim::VehicleLimits limits;
};

// A survey drone heard through MAVLink, with a ground station and a radio on the same link.
struct DemoSurvey {
    std::uint8_t systemId = 1;
    std::uint8_t groundStationId = 255;
    std::uint8_t radioId = 51;
    double homeHeight_m = 0; // AMSL
    sim::Route route;
    sim::VehicleLimits limits;
    sim::BatteryModel battery;
};

struct DemoArea {
    double south_deg = 0, west_deg = 0, north_deg = 0, east_deg = 0;
    [[nodiscard]] bool contains(geo::LatLon point) const;
    [[nodiscard]] geo::LatLon centre() const;
};

// Who flies what in the demo, as data: no clock, no doors, no state. The same seed and start give the same scenario.
// Simulated time begins at `start`; at `ready` (half an hour later) all have departed once and traffic is steady.
// Airports, runways and heights are approximate: for display and tests, not for navigation.
struct DemoScenario {
    std::uint64_t seed = 0;
    UtcMs start{};
    UtcMs ready{};
    DemoArea area; // all drones stay inside
    std::vector<DemoPlace> bases;
    std::vector<DemoPlace> deliveries;
    std::vector<DemoKeepOut> keepOuts;
    std::vector<DemoDrone> drones;
    std::vector<DemoGateway> gateways; // drones not listed here speak for themselves
    std::vector<DemoAircraft> aircraft;
    DemoSurvey survey;

    [[nodiscard]] static DemoScenario overSeoul(std::uint64_t seed, UtcMs ready);
};

inline constexpr std::size_t demoDroneCount = 200;
inline constexpr std::size_t demoOwnAccountCount = 20; // drones that connect themselves
inline constexpr std::size_t demoGatewayCount = 4;
inline constexpr std::size_t demoAircraftCount = 10;

} // namespace haneul::demo
