#pragma once

#include "core/formats/recorded_flight.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

// Traffic of many aircraft as it was recorded, for estimates of collision risk.
namespace haneul::formats {

enum class TrafficFormat {
    Sbs,  // lines of BaseStation text (sbs.h)
    Tlog, // a ground station's log (tlog.h)
    Csv,  // a table, see readTrafficCsv
};
inline constexpr std::array allTrafficFormats{TrafficFormat::Sbs, TrafficFormat::Tlog, TrafficFormat::Csv};
[[nodiscard]] std::string_view toString(TrafficFormat format); // "sbs", "tlog", "csv"
[[nodiscard]] std::optional<TrafficFormat> trafficFormatFrom(std::string_view name);

// Codes: TOO_LARGE, NO_POSITIONS, and those of readTrafficCsv.
[[nodiscard]] Result<RecordedFlight> readTraffic(TrafficFormat format, std::span<const std::byte> bytes);

// Airborne positions of every address, at the time the receiver says. Velocities are those said at most two seconds
// before. Heights are pressure altitudes, as they are sent. Notes: DAMAGED (lines), NO_FIX (positions without a
// height), TIME_UNKNOWN (positions without a time), OUT_OF_ORDER. Codes: TOO_LARGE, NO_POSITIONS.
[[nodiscard]] Result<RecordedFlight> readSbsTraffic(std::span<const std::byte> bytes);

// A table with a head: id, time (RFC 3339 with milliseconds, or milliseconds since 1970 in a column t_ms), lat_deg,
// lon_deg, height_m, and where they are known vn_mps, ve_mps, vd_mps (down). Columns in any order, others are passed
// over and named in a note (IGNORED); rows that cannot be read are left out (UNREADABLE says how many and the first of
// them). Rows of one id are ordered by time. Codes: TOO_LARGE, CSV_COLUMNS (`where` is the one that is missing or twice
// there), NO_POSITIONS.
[[nodiscard]] Result<RecordedFlight> readTrafficCsv(std::span<const std::byte> bytes);

} // namespace haneul::formats
