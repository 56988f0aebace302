#pragma once

#include "core/formats/telemetry_record.h"

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::formats {

// The compact form of the telemetry contract. All numbers little-endian, no padding:
//
//   payload  "HT"  u16 schema  u16 count (1..maxRecordsPerPayload)  then `count` records
//   record   u32 seq  i64 t_ms  i32 lat_e7  i32 lon_e7  i32 alt_mm  i32 vn_mms  i32 ve_mms  i32 vd_mms
//            u16 battery_mv  i16 rssi_dbm  u8 battery_pct  u8 alt_datum (0 AMSL, 1 W84)
//            u8 length of drone_id  u8 length of mission_id (0: none)  u8 length of pilot_id (0: none)
//            the characters of the three ids, one after the other
//
// 45 bytes and the ids. The first byte tells it from JSON, which cannot start with 'H'.
[[nodiscard]] constexpr bool looksBinary(std::string_view payload) {
    return !payload.empty() && payload.front() == 'H';
}

// Fills `records` (replacing what was there, re-using its memory) and returns how many there are; the limits are those
// of the JSON form. After a refusal their content means nothing.
[[nodiscard]] std::expected<std::size_t, TelemetryRefusal> readTelemetryBinary(std::string_view payload,
                                                                               std::vector<TelemetryRecord>& records);

// Of 1..maxRecordsPerPayload records whose fields are what the readers accept.
[[nodiscard]] std::string writeTelemetryBinary(std::span<const TelemetryRecord> records);

} // namespace haneul::formats
