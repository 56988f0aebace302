#include "core/formats/telemetry_record.h"

#include <algorithm>

namespace haneul::formats {

bool validId(std::string_view id) {
    const auto allowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    return !id.empty() && id.size() <= maxIdLength && std::ranges::all_of(id, allowed);
}

std::string_view toString(TelemetryError error) {
    switch (error) {
    case TelemetryError::Empty: return "EMPTY";
    case TelemetryError::Syntax: return "SYNTAX";
    case TelemetryError::TooMany: return "TOO_MANY_RECORDS";
    case TelemetryError::UnknownSchema: return "UNKNOWN_SCHEMA";
    case TelemetryError::UnknownField: return "UNKNOWN_FIELD";
    case TelemetryError::DuplicateField: return "DUPLICATE_FIELD";
    case TelemetryError::MissingField: return "MISSING_FIELD";
    case TelemetryError::WrongType: return "WRONG_TYPE";
    case TelemetryError::OutOfRange: return "OUT_OF_RANGE";
    case TelemetryError::TrailingBytes: return "TRAILING_BYTES";
    case TelemetryError::Truncated: return "TRUNCATED";
    }
    return "";
}

} // namespace haneul::formats
