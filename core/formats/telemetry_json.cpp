#include "core/formats/telemetry_json.h"

#include "core/formats/ids.h"

#include <array>
#include <bit>
#include <cstring>
#include <format>
#include <utility>

#include <simdjson.h>

namespace haneul::formats {

namespace {

using Refused = std::unexpected<TelemetryRefusal>;
namespace json = simdjson::ondemand;

enum Field : unsigned {
    Schema,
    DroneId,
    Seq,
    TMs,
    LatE7,
    LonE7,
    AltMm,
    AltDatum,
    VnMms,
    VeMms,
    VdMms,
    BatteryPct,
    BatteryMv,
    RssiDbm,
    MissionId,
    PilotId,
    FieldCount
};

constexpr std::array<std::string_view, FieldCount> names{
    "schema", "drone_id", "seq",    "t_ms",        "lat_e7",     "lon_e7",   "alt_mm",     "alt_datum",
    "vn_mms", "ve_mms",   "vd_mms", "battery_pct", "battery_mv", "rssi_dbm", "mission_id", "pilot_id"};
constexpr unsigned requiredFields = (1u << MissionId) - 1;
constexpr unsigned textFields = 1u << DroneId | 1u << AltDatum | 1u << MissionId | 1u << PilotId;

struct Limits {
    std::int64_t low = 0;
    std::int64_t high = 0;
};

constexpr auto limits = [] {
    std::array<Limits, FieldCount> made{};
    made[Schema] = made[Seq] = {0, UINT32_MAX};
    made[TMs] = {0, maxTime_ms};
    made[LatE7] = {-maxLatitude_e7, maxLatitude_e7};
    made[LonE7] = {-maxLongitude_e7, maxLongitude_e7};
    made[AltMm] = {-maxAltitude_mm, maxAltitude_mm};
    made[VnMms] = made[VeMms] = made[VdMms] = {-maxVelocity_mms, maxVelocity_mms};
    made[BatteryPct] = {0, 100};
    made[BatteryMv] = {0, UINT16_MAX};
    made[RssiDbm] = {minRssi_dbm, maxRssi_dbm};
    return made;
}();

// A name and its closing quote as two machine words, to be compared with the 16 bytes of the payload at a key. The
// payload is padded by more than that, and an escape in a key cannot match.
struct KeyPattern {
    std::uint64_t words[2]{};
    std::uint64_t mask[2]{};

    [[nodiscard]] bool matches(const char* key) const {
        std::uint64_t found[2];
        std::memcpy(found, key, sizeof found);
        return (((found[0] ^ words[0]) & mask[0]) | ((found[1] ^ words[1]) & mask[1])) == 0;
    }
};

static_assert(std::endian::native == std::endian::little && simdjson::SIMDJSON_PADDING >= sizeof(KeyPattern::words));

constexpr auto patterns = [] {
    std::array<KeyPattern, FieldCount> made{};
    for (std::size_t field = 0; field < FieldCount; ++field)
        for (std::size_t i = 0; i <= names[field].size(); ++i) {
            const char c = i < names[field].size() ? names[field][i] : '"';
            made[field].words[i / 8] |= std::uint64_t{static_cast<unsigned char>(c)} << (i % 8 * 8);
            made[field].mask[i / 8] |= std::uint64_t{0xff} << (i % 8 * 8);
        }
    return made;
}();

// FieldCount: not a name of the contract. The contract's writer keeps its order, so the field after the last one is
// tried first.
std::expected<unsigned, TelemetryError> fieldOf(json::field& named, unsigned expected) {
    const char* const key = named.key().raw();
    if (expected < FieldCount && patterns[expected].matches(key)) return expected;
    for (unsigned field = 0; field < FieldCount; ++field)
        if (patterns[field].matches(key)) return field;
    // "dr\u006fne_id" is drone_id, and must count as it.
    std::string_view unescaped;
    if (named.unescaped_key().get(unescaped)) return std::unexpected(TelemetryError::Syntax);
    for (unsigned field = 0; field < FieldCount; ++field)
        if (names[field] == unescaped) return field;
    return std::unexpected(TelemetryError::UnknownField);
}

using Trouble = std::optional<TelemetryError>;

Trouble passOver(json::value& value) {
    json::raw_json_string text;
    return value.get_raw_json_string().get(text) ? Trouble{TelemetryError::WrongType} : std::nullopt;
}

Trouble takeId(std::string& target, json::value& value) {
    const char* const token = value.raw_json_token().data();
    if (*token != '"') return TelemetryError::WrongType;
    // Every text ends with a quote, or the parser had refused the payload before: so this stops inside of it.
    const char* const begin = token + 1;
    std::size_t size = 0;
    while (ids::allowed[static_cast<unsigned char>(begin[size])])
        ++size;
    if (begin[size] == '\\') { // "D\u002d1" is D-1
        std::string_view id;
        if (value.get_string().get(id)) return TelemetryError::WrongType;
        if (!ids::valid(id)) return TelemetryError::OutOfRange;
        ids::assign(target, id);
        return std::nullopt;
    }
    if (begin[size] != '"' || size == 0 || size > maxIdLength) return TelemetryError::OutOfRange;
    ids::assign(target, {begin, size});
    return passOver(value);
}

Trouble takeOptionalId(std::optional<std::string>& target, json::value& value) {
    if (!target) target.emplace();
    return takeId(*target, value);
}

Trouble takeDatum(geo::HeightDatum& target, json::value& value) {
    // The comparison may go on into the padding, never beyond. An escaped "\u0041MSL" is read the slow way.
    if (std::memcmp(value.raw_json_token().data(), "\"AMSL\"", 6) == 0) {
        target = geo::HeightDatum::Amsl;
        return passOver(value);
    }
    std::string_view name;
    if (value.get_string().get(name)) return TelemetryError::WrongType;
    if (name != "AMSL" && name != "W84") return TelemetryError::OutOfRange;
    target = name == "AMSL" ? geo::HeightDatum::Amsl : geo::HeightDatum::W84;
    return std::nullopt;
}

Trouble takeText(TelemetryRecord& record, unsigned field, json::value& value) {
    switch (field) {
    case DroneId:
        return takeId(record.droneId, value);
    case AltDatum:
        return takeDatum(record.altitudeDatum, value);
    case MissionId:
        return takeOptionalId(record.missionId, value);
    default:
        return takeOptionalId(record.pilotId, value);
    }
}

using Numbers = std::array<std::int64_t, FieldCount>;

// One way for all whole numbers: the compiler keeps it small, and so does the branch prediction.
Trouble takeNumber(Numbers& numbers, unsigned field, json::value& value) {
    std::int64_t number = 0;
    if (value.get_int64().get(number)) return TelemetryError::WrongType; // also a fraction or 1e3
    if (number < limits[field].low || number > limits[field].high) return TelemetryError::OutOfRange;
    if (field == Schema && number != telemetrySchema) return TelemetryError::UnknownSchema;
    numbers[field] = number;
    return std::nullopt;
}

// The limits have been kept, so nothing is cut off here.
void store(TelemetryRecord& record, const Numbers& numbers) {
    record.sequence = static_cast<std::uint32_t>(numbers[Seq]);
    record.time_ms = numbers[TMs];
    record.latitude_e7 = static_cast<std::int32_t>(numbers[LatE7]);
    record.longitude_e7 = static_cast<std::int32_t>(numbers[LonE7]);
    record.altitude_mm = static_cast<std::int32_t>(numbers[AltMm]);
    record.velocityNorth_mms = static_cast<std::int32_t>(numbers[VnMms]);
    record.velocityEast_mms = static_cast<std::int32_t>(numbers[VeMms]);
    record.velocityDown_mms = static_cast<std::int32_t>(numbers[VdMms]);
    record.battery_pct = static_cast<std::uint8_t>(numbers[BatteryPct]);
    record.battery_mv = static_cast<std::uint16_t>(numbers[BatteryMv]);
    record.rssi_dbm = static_cast<std::int16_t>(numbers[RssiDbm]);
}

std::optional<TelemetryRefusal> readRecord(json::object& object, TelemetryRecord& record, std::size_t index) {
    unsigned seen = 0;
    unsigned expected = 0;
    Numbers numbers{};
    for (auto entry : object) {
        json::field named;
        if (std::move(entry).get(named)) return TelemetryRefusal{TelemetryError::Syntax, index};
        const auto found = fieldOf(named, expected);
        if (!found) return TelemetryRefusal{found.error(), index};
        const unsigned field = *found;
        const unsigned bit = 1u << field;
        if (seen & bit) return TelemetryRefusal{TelemetryError::DuplicateField, index, names[field]};
        json::value value = named.value();
        const auto trouble = textFields & bit ? takeText(record, field, value) : takeNumber(numbers, field, value);
        if (trouble) return TelemetryRefusal{*trouble, index, names[field]};
        seen |= bit;
        expected = field + 1;
    }
    if ((seen & requiredFields) != requiredFields)
        for (unsigned field = 0; field < MissionId; ++field)
            if (!(seen & (1u << field))) return TelemetryRefusal{TelemetryError::MissingField, index, names[field]};
    store(record, numbers);
    if (!(seen & (1u << MissionId))) record.missionId.reset();
    if (!(seen & (1u << PilotId))) record.pilotId.reset();
    return std::nullopt;
}

void append(std::string& out, const TelemetryRecord& record) {
    std::format_to(
        std::back_inserter(out),
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

std::expected<std::size_t, TelemetryRefusal> TelemetryJsonReader::read(std::string_view payload,
                                                                       std::vector<TelemetryRecord>& records) {
    if (payload.empty()) return Refused(TelemetryRefusal{TelemetryError::Empty});
    if (payload.size() > maxTelemetryPayload) return Refused(TelemetryRefusal{TelemetryError::TooMany});
    if (payload.starts_with("\xEF\xBB\xBF")) return Refused(TelemetryRefusal{TelemetryError::Syntax});
    auto& padded = m_parser->padded;
    if (padded.size() < payload.size() + simdjson::SIMDJSON_PADDING)
        padded.resize(payload.size() + simdjson::SIMDJSON_PADDING);
    std::memcpy(padded.data(), payload.data(), payload.size());
    // simdjson looks at the byte behind the payload when it chooses which error to give: the same payload gets the
    // same.
    std::memset(padded.data() + payload.size(), 0, simdjson::SIMDJSON_PADDING);

    json::document document;
    if (m_parser->parser.iterate(padded.data(), payload.size(), padded.size()).get(document))
        return Refused(TelemetryRefusal{TelemetryError::Syntax});
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
                return Refused(TelemetryRefusal{
                    failed == simdjson::INCORRECT_TYPE ? TelemetryError::WrongType : TelemetryError::Syntax, count});
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
