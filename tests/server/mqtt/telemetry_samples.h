#pragma once

#include "core/formats/geohash.h"
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"

#include <string>
#include <vector>

namespace haneul::tests {

inline constexpr std::int64_t sampleTime_ms = 1'795'233'906'789; // 2026-11-21T04:05:06.789Z

// A small drone over Seoul, cell wydm9.
inline formats::TelemetryRecord sampleRecord(const std::string& drone, std::uint32_t sequence = 1) {
    formats::TelemetryRecord record;
    record.droneId = drone;
    record.sequence = sequence;
    record.time_ms = sampleTime_ms + 1000 * std::int64_t{sequence};
    record.latitude_e7 = 375'665'000;
    record.longitude_e7 = 1'269'780'000;
    record.altitude_mm = 120'500;
    record.altitudeDatum = geo::HeightDatum::W84;
    record.velocityNorth_mms = 3'000;
    record.velocityEast_mms = -4'000;
    record.velocityDown_mms = 250;
    record.battery_pct = 87;
    record.battery_mv = 22'200;
    record.rssi_dbm = -61;
    record.missionId = "M-7";
    record.pilotId = "kim";
    return record;
}

inline std::string json(const std::vector<formats::TelemetryRecord>& records) {
    return formats::writeTelemetryJson(records);
}

inline std::string sampleCell() {
    return formats::geohashEncode({37.5665, 126.978}, 5);
}

} // namespace haneul::tests
