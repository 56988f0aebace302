#pragma once

#include "core/geo/position.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace haneul::formats {

// One record of our telemetry contract, as it stands on the wire (JSON and binary carry the same fields).
//   schema     : id of the record layout; this program reads `telemetrySchema`
//   drone_id   : 1..64 characters of [A-Za-z0-9._-]
//   seq        : counts up by one per drone, wraps at 2^32
//   t_ms       : milliseconds since 1970-01-01 UTC by the drone's clock
//   lat_e7, lon_e7 : 1e-7 degrees, WGS84
//   alt_mm     : millimetres above alt_datum ("AMSL" or "W84")
//   vn_mms, ve_mms, vd_mms : velocity north, east, DOWN in mm/s
//   battery_pct 0..100, battery_mv 0..65535, rssi_dbm -200..50
//   mission_id, pilot_id : optional, same characters as drone_id
struct TelemetryRecord {
    std::string droneId;
    std::uint32_t sequence = 0;
    std::int64_t time_ms = 0;
    std::int32_t latitude_e7 = 0;
    std::int32_t longitude_e7 = 0;
    std::int32_t altitude_mm = 0;
    geo::HeightDatum altitudeDatum = geo::HeightDatum::Amsl;
    std::int32_t velocityNorth_mms = 0;
    std::int32_t velocityEast_mms = 0;
    std::int32_t velocityDown_mms = 0;
    std::uint8_t battery_pct = 0;
    std::uint16_t battery_mv = 0;
    std::int16_t rssi_dbm = 0;
    std::optional<std::string> missionId;
    std::optional<std::string> pilotId;

    bool operator==(const TelemetryRecord&) const = default;
};

inline constexpr std::uint32_t telemetrySchema = 1;
inline constexpr std::size_t maxIdLength = 64;
inline constexpr std::size_t maxRecordsPerPayload = 1000;

// Limits of the fields, the same for both forms.
inline constexpr std::int32_t maxLatitude_e7 = 900'000'000;
inline constexpr std::int32_t maxLongitude_e7 = 1'800'000'000;
inline constexpr std::int32_t maxAltitude_mm = 100'000'000;     // 100 km either way
inline constexpr std::int32_t maxVelocity_mms = 1'000'000;      // 1 km/s either way
inline constexpr std::int64_t maxTime_ms = 253'402'300'799'999; // 9999-12-31, the last instant RFC 3339 can write
inline constexpr std::int16_t minRssi_dbm = -200;
inline constexpr std::int16_t maxRssi_dbm = 50;

// Why a payload was refused. One bad record refuses the whole payload.
enum class TelemetryError {
    Empty,
    Syntax, // not JSON, or not an object or array of objects; not our binary form
    TooMany,
    UnknownSchema,
    UnknownField,
    DuplicateField,
    MissingField,
    WrongType,
    OutOfRange,
    TrailingBytes,
    Truncated,
};
[[nodiscard]] std::string_view toString(TelemetryError error); // "EMPTY", "SYNTAX", ...

struct TelemetryRefusal {
    TelemetryError error = TelemetryError::Syntax;
    std::size_t record = 0;   // index of the record in the payload
    std::string_view field{}; // a name of the contract, or empty; static storage

    bool operator==(const TelemetryRefusal&) const = default;
};

// 1..64 characters of [A-Za-z0-9._-]: safe in topics, file names, logs and tables.
[[nodiscard]] bool validId(std::string_view id);

} // namespace haneul::formats
