#include "core/formats/telemetry_json.h"

#include <array>
#include <charconv>
#include <cstring>
#include <format>
#include <utility>

#include <simdjson.h>

namespace haneul::formats {

namespace {

using Refused = std::unexpected<TelemetryRefusal>;
namespace json = simdjson::ondemand;

enum Field : unsigned {
    Schema, DroneId, Seq, TMs, LatE7, LonE7, AltMm, AltDatum, VnMms, VeMms, VdMms, BatteryPct, BatteryMv, RssiDbm,
    MissionId, PilotId, FieldCount
};

constexpr std::array<std::string_view, FieldCount> names{
    "schema", "drone_id", "seq", "t_ms", "lat_e7", "lon_e7", "alt_mm", "alt_datum", "vn_mms", "ve_mms", "vd_mms",
    "battery_pct", "battery_mv", "rssi_dbm", "mission_id", "pilot_id"};
constexpr unsigned requiredFields = (1u << MissionId) - 1;

// The contract's writer keeps this order, so the field after the last one is tried first.
unsigned fieldOf(std::string_view key, unsigned expected) {
    if (expected < FieldCount && names[expected] == key) return expected;
    for (unsigned field = 0; field < FieldCount; ++field)
        if (names[field] == key) return field;
    return FieldCount;
}

struct Problem {
    TelemetryError error;
};

template <class T>
std::expected<T, Problem> integer(json::value& value, std::int64_t low, std::int64_t high) {
    std::int64_t number = 0;
    if (const auto failed = value.get_int64().get(number)) {
        // A number that is no int64 (fraction, exponent, too long) is a number out of our range; anything else a wrong type.
        json::json_type type{};
        if (value.type().get(type) == simdjson::SUCCESS && type == json::json_type::number && failed != simdjson::INCORRECT_TYPE)
            return std::unexpected(Problem{TelemetryError::OutOfRange});
        return std::unexpected(Problem{TelemetryError::WrongType});
    }
    if (number < low || number > high) return std::unexpected(Problem{TelemetryError::OutOfRange});
    return static_cast<T>(number);
}

std::expected<std::string_view, Problem> text(json::value& value) {
    std::string_view view;
    if (value.get_string().get(view)) return std::unexpected(Problem{TelemetryError::WrongType});
    return view;
}

template <class T>
std::optional<TelemetryError> take(T& target, std::expected<T, Problem> value) {
    if (!value) return value.error().error;
    target = *value;
    return std::nullopt;
}

std::optional<TelemetryError> takeId(std::string& target, json::value& value) {
    const auto id = text(value);
    if (!id) return id.error().error;
    if (!validId(*id)) return TelemetryError::OutOfRange;
    target.assign(*id);
    return std::nullopt;
}

std::optional<TelemetryError> takeOptionalId(std::optional<std::string>& target, json::value& value) {
    if (!target) target.emplace();
    return takeId(*target, value);
}

std::optional<TelemetryError> takeField(TelemetryRecord& record, unsigned field, json::value& value) {
    switch (field) {
    case Schema: {
        const auto schema = integer<std::uint32_t>(value, 0, UINT32_MAX);
        if (!schema) return schema.error().error;
        return *schema == telemetrySchema ? std::nullopt : std::optional{TelemetryError::UnknownSchema};
    }
    case DroneId: return takeId(record.droneId, value);
    case Seq: return take(record.sequence, integer<std::uint32_t>(value, 0, UINT32_MAX));
    case TMs: return take(record.time_ms, integer<std::int64_t>(value, 0, maxTime_ms));
    case LatE7: return take(record.latitude_e7, integer<std::int32_t>(value, -maxLatitude_e7, maxLatitude_e7));
    case LonE7: return take(record.longitude_e7, integer<std::int32_t>(value, -maxLongitude_e7, maxLongitude_e7));
    case AltMm: return take(record.altitude_mm, integer<std::int32_t>(value, -maxAltitude_mm, maxAltitude_mm));
    case AltDatum: {
        const auto name = text(value);
        if (!name) return name.error().error;
        if (*name == "AMSL") record.altitudeDatum = geo::HeightDatum::Amsl;
        else if (*name == "W84") record.altitudeDatum = geo::HeightDatum::W84;
        else return TelemetryError::OutOfRange;
        return std::nullopt;
    }
    case VnMms: return take(record.velocityNorth_mms, integer<std::int32_t>(value, -maxVelocity_mms, maxVelocity_mms));
    case VeMms: return take(record.velocityEast_mms, integer<std::int32_t>(value, -maxVelocity_mms, maxVelocity_mms));
    case VdMms: return take(record.velocityDown_mms, integer<std::int32_t>(value, -maxVelocity_mms, maxVelocity_mms));
    case BatteryPct: return take(record.battery_pct, integer<std::uint8_t>(value, 0, 100));
    case BatteryMv: return take(record.battery_mv, integer<std::uint16_t>(value, 0, UINT16_MAX));
    case RssiDbm: return take(record.rssi_dbm, integer<std::int16_t>(value, minRssi_dbm, maxRssi_dbm));
    case MissionId: return takeOptionalId(record.missionId, value);
    case PilotId: return takeOptionalId(record.pilotId, value);
    default: return TelemetryError::UnknownField;
    }
}

std::optional<TelemetryRefusal> readRecord(json::object& object, TelemetryRecord& record, std::size_t index) {
    unsigned seen = 0;
    unsigned expected = 0;
    for (auto entry : object) {
        json::field named;
        std::string_view key;
        // The unescaped key: "dr\u006fne_id" is drone_id, and must count as it.
        if (std::move(entry).get(named) || named.unescaped_key().get(key)) return TelemetryRefusal{TelemetryError::Syntax, index};
        const unsigned field = fieldOf(key, expected);
        if (field == FieldCount) return TelemetryRefusal{TelemetryError::UnknownField, index};
        if (seen & (1u << field)) return TelemetryRefusal{TelemetryError::DuplicateField, index, names[field]};
        json::value value = named.value();
        if (const auto error = takeField(record, field, value)) return TelemetryRefusal{*error, index, names[field]};
        seen |= 1u << field;
        expected = field + 1;
    }
    if ((seen & requiredFields) != requiredFields)
        for (unsigned field = 0; field < MissionId; ++field)
            if (!(seen & (1u << field))) return TelemetryRefusal{TelemetryError::MissingField, index, names[field]};
    if (!(seen & (1u << MissionId))) record.missionId.reset();
    if (!(seen & (1u << PilotId))) record.pilotId.reset();
    return std::nullopt;
}

void append(std::string& out, const TelemetryRecord& record) {
    std::format_to(std::back_inserter(out),
                   R"({{"schema":{},"drone_id":"{}","seq":{},"t_ms":{},"lat_e7":{},"lon_e7":{},"alt_mm":{},"alt_datum":"{}",)"
                   R"("vn_mms":{},"ve_mms":{},"vd_mms":{},"battery_pct":{},"battery_mv":{},"rssi_dbm":{})",
                   telemetrySchema, record.droneId, record.sequence, record.time_ms, record.latitude_e7, record.longitude_e7,
                   record.altitude_mm, geo::toString(record.altitudeDatum), record.velocityNorth_mms, record.velocityEast_mms,
                   record.velocityDown_mms, record.battery_pct, record.battery_mv, record.rssi_dbm);
    if (record.missionId) std::format_to(std::back_inserter(out), R"(,"mission_id":"{}")", *record.missionId);
    if (record.pilotId) std::format_to(std::back_inserter(out), R"(,"pilot_id":"{}")", *record.pilotId);
    out += '}';
}

} // namespace

struct TelemetryJsonReader::Parser {
    json::parser parser;
    std::vector<char> padded;
};

TelemetryJsonReader::TelemetryJsonReader()
    : m_parser(std::make_unique<Parser>()) {}
TelemetryJsonReader::~TelemetryJsonReader() = default;
TelemetryJsonReader::TelemetryJsonReader(TelemetryJsonReader&&) noexcept = default;
TelemetryJsonReader& TelemetryJsonReader::operator=(TelemetryJsonReader&&) noexcept = default;

std::expected<std::size_t, TelemetryRefusal> TelemetryJsonReader::read(std::string_view payload, std::vector<TelemetryRecord>& records) {
    if (payload.empty()) return Refused(TelemetryRefusal{TelemetryError::Empty});
    if (payload.starts_with("\xEF\xBB\xBF")) return Refused(TelemetryRefusal{TelemetryError::Syntax});
    auto& padded = m_parser->padded;
    if (padded.size() < payload.size() + simdjson::SIMDJSON_PADDING) padded.resize(payload.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(padded.data(), payload.data(), payload.size());

    json::document document;
    if (m_parser->parser.iterate(padded.data(), payload.size(), padded.size()).get(document)) return Refused(TelemetryRefusal{TelemetryError::Syntax});
    json::json_type type{};
    if (document.type().get(type)) return Refused(TelemetryRefusal{TelemetryError::Syntax});

    std::size_t count = 0;
    const auto next = [&]() -> TelemetryRecord& {
        if (records.size() <= count) records.emplace_back();
        return records[count];
    };
    if (type == json::json_type::object) {
        json::object object;
        if (document.get_object().get(object)) return Refused(TelemetryRefusal{TelemetryError::Syntax});
        if (const auto refused = readRecord(object, next(), 0)) return Refused(*refused);
        count = 1;
    } else if (type == json::json_type::array) {
        json::array array;
        if (document.get_array().get(array)) return Refused(TelemetryRefusal{TelemetryError::Syntax});
        for (auto element : array) {
            if (count == maxRecordsPerPayload) return Refused(TelemetryRefusal{TelemetryError::TooMany, count});
            json::object object;
            if (const auto failed = element.get_object().get(object))
                return Refused(TelemetryRefusal{failed == simdjson::INCORRECT_TYPE ? TelemetryError::WrongType : TelemetryError::Syntax, count});
            if (const auto refused = readRecord(object, next(), count)) return Refused(*refused);
            ++count;
        }
        if (count == 0) return Refused(TelemetryRefusal{TelemetryError::Empty});
    } else {
        return Refused(TelemetryRefusal{TelemetryError::WrongType});
    }
    if (!document.at_end()) return Refused(TelemetryRefusal{TelemetryError::TrailingBytes, count});
    records.resize(count);
    return count;
}

std::string writeTelemetryJson(std::span<const TelemetryRecord> records) {
    std::string out;
    out.reserve(records.size() * 300 + 2);
    if (records.size() != 1) out += '[';
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (i > 0) out += ',';
        append(out, records[i]);
    }
    if (records.size() != 1) out += ']';
    return out;
}

} // namespace haneul::formats
