// The binary form has one spelling: what is accepted is written back byte for byte, and says the same in JSON.
#include "core/formats/telemetry_binary.h"
#include "core/formats/telemetry_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>
#include <vector>

using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static std::vector<TelemetryRecord> records;
    const std::string_view payload(reinterpret_cast<const char*>(data), size);
    const auto count = readTelemetryBinary(payload, records);

    std::vector<TelemetryRecord> fresh;
    FUZZ_CHECK(count == readTelemetryBinary(payload, fresh));
    if (!count) {
        FUZZ_CHECK(!toString(count.error().error).empty() && count.error().record <= maxRecordsPerPayload);
        return 0;
    }
    FUZZ_CHECK(looksBinary(payload));
    FUZZ_CHECK(*count == records.size() && *count >= 1 && *count <= maxRecordsPerPayload && records == fresh);
    FUZZ_CHECK(writeTelemetryBinary(fresh) == payload);
    const auto json = TelemetryJsonReader().read(writeTelemetryJson(fresh), records);
    FUZZ_CHECK(json == count && records == fresh);
    return 0;
}
