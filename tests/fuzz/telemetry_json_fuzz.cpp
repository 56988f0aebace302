// What the strict reader accepts, another JSON library reads the same; and it survives both of our writers.
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

using namespace haneul::formats;

namespace {

bool sameAs(const nlohmann::json& object, const TelemetryRecord& r) {
    const auto optional = [&](const char* name, const std::optional<std::string>& value) {
        return object.contains(name) ? value == object[name].get<std::string>() : !value.has_value();
    };
    return object["schema"] == telemetrySchema && object["drone_id"] == r.droneId && object["seq"] == r.sequence &&
           object["t_ms"] == r.time_ms && object["lat_e7"] == r.latitude_e7 && object["lon_e7"] == r.longitude_e7 &&
           object["alt_mm"] == r.altitude_mm && object["alt_datum"] == haneul::geo::toString(r.altitudeDatum) &&
           object["vn_mms"] == r.velocityNorth_mms && object["ve_mms"] == r.velocityEast_mms &&
           object["vd_mms"] == r.velocityDown_mms && object["battery_pct"] == r.battery_pct &&
           object["battery_mv"] == r.battery_mv && object["rssi_dbm"] == r.rssi_dbm &&
           optional("mission_id", r.missionId) && optional("pilot_id", r.pilotId) &&
           object.size() == 14u + r.missionId.has_value() + r.pilotId.has_value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // Kept between inputs, as behind the door: nothing of one payload may show in the next.
    static TelemetryJsonReader reader;
    static std::vector<TelemetryRecord> records;
    const std::string_view payload(reinterpret_cast<const char*>(data), size);
    const auto count = reader.read(payload, records);

    std::vector<TelemetryRecord> fresh;
    const auto again = TelemetryJsonReader().read(payload, fresh);
    FUZZ_CHECK(count == again);
    if (!count) {
        FUZZ_CHECK(!toString(count.error().error).empty() && count.error().record <= maxRecordsPerPayload);
        return 0;
    }
    FUZZ_CHECK(*count == records.size() && *count >= 1 && *count <= maxRecordsPerPayload && records == fresh);

    std::size_t keys = 0, wanted = 0;
    const auto document = nlohmann::json::parse(
        payload,
        [&](int, nlohmann::json::parse_event_t event, nlohmann::json&) {
            keys += event == nlohmann::json::parse_event_t::key;
            return true;
        },
        false);
    FUZZ_CHECK(document.is_object() || document.is_array());
    FUZZ_CHECK((document.is_object() ? 1 : document.size()) == *count);
    for (std::size_t i = 0; i < *count; ++i) {
        FUZZ_CHECK(sameAs(document.is_object() ? document : document[i], records[i]));
        FUZZ_CHECK(validId(records[i].droneId));
        wanted += 14u + records[i].missionId.has_value() + records[i].pilotId.has_value();
    }
    FUZZ_CHECK(keys == wanted); // no name twice

    const auto rewritten = TelemetryJsonReader().read(writeTelemetryJson(fresh), records);
    FUZZ_CHECK(rewritten == count && records == fresh);
    const auto binary = readTelemetryBinary(writeTelemetryBinary(fresh), records);
    FUZZ_CHECK(binary == count && records == fresh);
    return 0;
}
