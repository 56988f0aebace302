#include "core/formats/telemetry_record.h"
#include "core/formats/ids.h"

namespace haneul::formats {

bool validId(std::string_view id) {
    return ids::valid(id);
}

std::string_view toString(TelemetryError error) {
    switch (error) {
    case TelemetryError::Empty:
        return "EMPTY";
    case TelemetryError::Syntax:
        return "SYNTAX";
    case TelemetryError::TooMany:
        return "TOO_MANY_RECORDS";
    case TelemetryError::UnknownSchema:
        return "UNKNOWN_SCHEMA";
    case TelemetryError::UnknownField:
        return "UNKNOWN_FIELD";
    case TelemetryError::DuplicateField:
        return "DUPLICATE_FIELD";
    case TelemetryError::MissingField:
        return "MISSING_FIELD";
    case TelemetryError::WrongType:
        return "WRONG_TYPE";
    case TelemetryError::OutOfRange:
        return "OUT_OF_RANGE";
    case TelemetryError::TrailingBytes:
        return "TRAILING_BYTES";
    case TelemetryError::Truncated:
        return "TRUNCATED";
    }
    return "";
}

} // namespace haneul::formats
