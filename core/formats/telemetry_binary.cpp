#include "core/formats/telemetry_binary.h"

#include "core/formats/ids.h"

#include <bit>
#include <cstring>
#include <type_traits>

namespace haneul::formats {

namespace {

static_assert(std::endian::native == std::endian::little, "the reader copies little-endian numbers as they are");

constexpr std::size_t headSize = 6;
constexpr std::size_t fixedSize = 45;

template <class T>
T take(const char*& at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    at += sizeof value;
    return value;
}

template <class T>
void put(std::string& out, std::type_identity_t<T> value) {
    char bytes[sizeof(T)];
    std::memcpy(bytes, &value, sizeof value);
    out.append(bytes, sizeof value);
}

bool within(std::int64_t value, std::int64_t limit) {
    return value >= -limit && value <= limit;
}

// One answer for all fields without a branch for each; who is to blame is asked only when it is no.
bool inRange(const TelemetryRecord& record, std::uint8_t datum) {
    const auto beyond = [](std::int64_t value, std::int64_t low, std::int64_t high) -> unsigned {
        return static_cast<std::uint64_t>(value - low) > static_cast<std::uint64_t>(high - low);
    };
    const auto outside = [&](std::int64_t value, std::int64_t limit) { return beyond(value, -limit, limit); };
    return 0u ==
           (beyond(record.time_ms, 0, maxTime_ms) | outside(record.latitude_e7, maxLatitude_e7) |
            outside(record.longitude_e7, maxLongitude_e7) | outside(record.altitude_mm, maxAltitude_mm) |
            outside(record.velocityNorth_mms, maxVelocity_mms) | outside(record.velocityEast_mms, maxVelocity_mms) |
            outside(record.velocityDown_mms, maxVelocity_mms) | beyond(record.rssi_dbm, minRssi_dbm, maxRssi_dbm) |
            beyond(record.battery_pct, 0, 100) | beyond(datum, 0, 1));
}

// The name of the first field out of its range, or empty.
std::string_view outOfRange(const TelemetryRecord& record, std::uint8_t datum) {
    if (record.time_ms < 0 || record.time_ms > maxTime_ms) return "t_ms";
    if (!within(record.latitude_e7, maxLatitude_e7)) return "lat_e7";
    if (!within(record.longitude_e7, maxLongitude_e7)) return "lon_e7";
    if (!within(record.altitude_mm, maxAltitude_mm)) return "alt_mm";
    if (!within(record.velocityNorth_mms, maxVelocity_mms)) return "vn_mms";
    if (!within(record.velocityEast_mms, maxVelocity_mms)) return "ve_mms";
    if (!within(record.velocityDown_mms, maxVelocity_mms)) return "vd_mms";
    if (record.rssi_dbm < minRssi_dbm || record.rssi_dbm > maxRssi_dbm) return "rssi_dbm";
    if (record.battery_pct > 100) return "battery_pct";
    if (datum > 1) return "alt_datum";
    return {};
}

bool takeOptionalId(std::optional<std::string>& target, std::string_view id) {
    if (id.empty()) {
        target.reset();
        return true;
    }
    if (!ids::valid(id)) return false;
    if (!target) target.emplace();
    ids::assign(*target, id);
    return true;
}

} // namespace

std::expected<std::size_t, TelemetryRefusal> readTelemetryBinary(std::string_view payload,
                                                                 std::vector<TelemetryRecord>& records) {
    const auto refuse = [](TelemetryError error, std::size_t record = 0, std::string_view field = {}) {
        return std::unexpected(TelemetryRefusal{error, record, field});
    };
    if (payload.empty()) return refuse(TelemetryError::Empty);
    if (payload.size() < headSize) return refuse(TelemetryError::Truncated);
    const char* at = payload.data();
    const char* const end = at + payload.size();
    if (at[0] != 'H' || at[1] != 'T') return refuse(TelemetryError::Syntax);
    at += 2;
    if (take<std::uint16_t>(at) != telemetrySchema) return refuse(TelemetryError::UnknownSchema, 0, "schema");
    const std::size_t count = take<std::uint16_t>(at);
    if (count == 0) return refuse(TelemetryError::Empty);
    if (count > maxRecordsPerPayload) return refuse(TelemetryError::TooMany);

    records.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (static_cast<std::size_t>(end - at) < fixedSize) return refuse(TelemetryError::Truncated, i);
        TelemetryRecord& record = records[i];
        record.sequence = take<std::uint32_t>(at);
        record.time_ms = take<std::int64_t>(at);
        record.latitude_e7 = take<std::int32_t>(at);
        record.longitude_e7 = take<std::int32_t>(at);
        record.altitude_mm = take<std::int32_t>(at);
        record.velocityNorth_mms = take<std::int32_t>(at);
        record.velocityEast_mms = take<std::int32_t>(at);
        record.velocityDown_mms = take<std::int32_t>(at);
        record.battery_mv = take<std::uint16_t>(at);
        record.rssi_dbm = take<std::int16_t>(at);
        record.battery_pct = take<std::uint8_t>(at);
        const auto datum = take<std::uint8_t>(at);
        const std::size_t droneLength = take<std::uint8_t>(at);
        const std::size_t missionLength = take<std::uint8_t>(at);
        const std::size_t pilotLength = take<std::uint8_t>(at);
        if (static_cast<std::size_t>(end - at) < droneLength + missionLength + pilotLength)
            return refuse(TelemetryError::Truncated, i);
        if (!inRange(record, datum)) [[unlikely]]
            return refuse(TelemetryError::OutOfRange, i, outOfRange(record, datum));
        record.altitudeDatum = datum == 0 ? geo::HeightDatum::Amsl : geo::HeightDatum::W84;

        const std::string_view droneId(at, droneLength), missionId(at + droneLength, missionLength),
            pilotId(at + droneLength + missionLength, pilotLength);
        at += droneLength + missionLength + pilotLength;
        if (!ids::valid(droneId)) return refuse(TelemetryError::OutOfRange, i, "drone_id");
        ids::assign(record.droneId, droneId);
        if (!takeOptionalId(record.missionId, missionId)) return refuse(TelemetryError::OutOfRange, i, "mission_id");
        if (!takeOptionalId(record.pilotId, pilotId)) return refuse(TelemetryError::OutOfRange, i, "pilot_id");
    }
    if (at != end) return refuse(TelemetryError::TrailingBytes, count);
    return count;
}

std::string writeTelemetryBinary(std::span<const TelemetryRecord> records) {
    std::string out;
    out.reserve(headSize + records.size() * (fixedSize + 24));
    out += "HT";
    put<std::uint16_t>(out, static_cast<std::uint16_t>(telemetrySchema));
    put<std::uint16_t>(out, static_cast<std::uint16_t>(records.size()));
    for (const TelemetryRecord& record : records) {
        put<std::uint32_t>(out, record.sequence);
        put<std::int64_t>(out, record.time_ms);
        for (const std::int32_t value : {record.latitude_e7, record.longitude_e7, record.altitude_mm,
                                         record.velocityNorth_mms, record.velocityEast_mms, record.velocityDown_mms})
            put<std::int32_t>(out, value);
        put<std::uint16_t>(out, record.battery_mv);
        put<std::int16_t>(out, record.rssi_dbm);
        put<std::uint8_t>(out, record.battery_pct);
        put<std::uint8_t>(out, record.altitudeDatum == geo::HeightDatum::W84 ? std::uint8_t{1} : std::uint8_t{0});
        const std::string none;
        const std::string& mission = record.missionId ? *record.missionId : none;
        const std::string& pilot = record.pilotId ? *record.pilotId : none;
        for (const std::string* id : {&record.droneId, &mission, &pilot})
            put<std::uint8_t>(out, static_cast<std::uint8_t>(id->size()));
        out += record.droneId;
        out += mission;
        out += pilot;
    }
    return out;
}

} // namespace haneul::formats
