#pragma once

#include "core/formats/telemetry_record.h"

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::formats {

inline constexpr std::size_t maxTelemetryPayload = std::size_t{1} << 20; // 1,000 records with the longest ids fit twice

// Reads the JSON form of the telemetry contract: one object, or an array of 1..maxRecordsPerPayload objects, each with
// exactly the contract's fields. Strict where JSON readers are lenient: unknown, repeated and missing fields, numbers
// with a fraction or exponent, a byte order mark, control characters and anything after the value are refused. A
// payload over maxTelemetryPayload is TooMany before it is looked at. Keeps its parser and buffer between calls; one
// per thread.
class TelemetryJsonReader {
public:
    TelemetryJsonReader();
    ~TelemetryJsonReader();
    TelemetryJsonReader(TelemetryJsonReader&&) noexcept;
    TelemetryJsonReader& operator=(TelemetryJsonReader&&) noexcept;

    // Fills `records` (replacing what was there, re-using its memory) and returns how many there are. After a refusal
    // their content means nothing.
    [[nodiscard]] std::expected<std::size_t, TelemetryRefusal> read(std::string_view payload,
                                                                    std::vector<TelemetryRecord>& records);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

// One record as an object, several as an array. The fields must be what the readers accept (ids are written as they
// are).
[[nodiscard]] std::string writeTelemetryJson(std::span<const TelemetryRecord> records);

} // namespace haneul::formats
