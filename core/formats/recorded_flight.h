#pragma once

#include "core/base/error.h"
#include "core/base/time.h"
#include "core/formats/mission_file.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// A flight as it was recorded, whichever format it has: where each vehicle was, and how fast (for the speed-time graphs
// of Yu et al., fig. 5).
namespace haneul::formats {

struct FlightSample {
    std::int64_t sinceBoot_ms = 0; // of the vehicle's own clock
    std::optional<UtcMs> time;     // none: the file does not say it
    geo::LatLon place;
    double height_m = 0;                     // above mean sea level
    std::optional<double> velocityNorth_mps; // with velocityEast_mps, or neither
    std::optional<double> velocityEast_mps;
    std::optional<double> velocityDown_mps;

    bool operator==(const FlightSample&) const = default;
    [[nodiscard]] std::optional<double> groundSpeed_mps() const; // over ground
    [[nodiscard]] std::optional<double> climbRate_mps() const;   // up positive
};

struct RecordedVehicle {
    std::string name;                  // "system 1"; "system 1, start 2" after its clock began again
    std::vector<FlightSample> samples; // in order of sinceBoot_ms, no two at one time

    bool operator==(const RecordedVehicle&) const = default;
};

// Notes: SOURCE (which of several positions was taken), TIME_UNKNOWN, TIME_OF_STATION (the ground station's clock and
// not the vehicle's), NO_FIX, OUT_OF_ORDER, DAMAGED, DROPOUTS, UNREADABLE.
struct RecordedFlight {
    std::vector<RecordedVehicle> vehicles; // with two samples or more
    std::vector<FileNote> notes;

    bool operator==(const RecordedFlight&) const = default;
};

inline constexpr std::size_t maxRecordedFlightBytes = 1u << 30;
inline constexpr std::size_t maxFlightSamples = 2'000'000;

// GLOBAL_POSITION_INT of every system. Times are the vehicle's own UTC (SYSTEM_TIME) where it has one, otherwise those
// of the ground station. Codes: TOO_LARGE, NO_POSITIONS.
[[nodiscard]] Result<RecordedFlight> readTlogFlight(std::span<const std::byte> bytes);

// vehicle_global_position; where there is none, vehicle_local_position with a known origin; where there is none,
// vehicle_gps_position of the first receiver. Velocities are those of the local position where the other has none.
// Times by the GPS receiver. Codes: TOO_LARGE, those of readUlog, NO_POSITIONS.
[[nodiscard]] Result<RecordedFlight> readUlogFlight(std::span<const std::byte> bytes);

} // namespace haneul::formats
