// Every byte of a log is used or counted; what comes out of it is finite, in order and possible.
#include "core/formats/recorded_flight.h"
#include "core/formats/ulog.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto file = std::as_bytes(std::span(data, size));
    std::uint64_t records = 0;
    const auto counters = readUlog(file, [&](const UlogRecord& record) {
        ++records;
        for (const UlogField& field : record.topic().fields)
            if (const auto value = record.number(field.name)) FUZZ_CHECK(std::isfinite(*value));
    });
    const auto flight = readUlogFlight(file);
    if (!counters) {
        FUZZ_CHECK(!flight && flight.error() == counters.error());
        return 0;
    }
    FUZZ_CHECK(counters->records == records && counters->damagedBytes <= size);
    FUZZ_CHECK((counters->damagedPlaces == 0) == (counters->damagedBytes == 0));
    if (!flight) return 0;
    for (const RecordedVehicle& vehicle : flight->vehicles) {
        FUZZ_CHECK(vehicle.samples.size() >= 2);
        for (std::size_t i = 0; i < vehicle.samples.size(); ++i) {
            const FlightSample& sample = vehicle.samples[i];
            FUZZ_CHECK(sample.place.valid() && std::isfinite(sample.height_m));
            FUZZ_CHECK(i == 0 || vehicle.samples[i - 1].sinceBoot_ms < sample.sinceBoot_ms);
            FUZZ_CHECK(std::isfinite(sample.groundSpeed_mps().value_or(0)));
        }
    }
    return 0;
}
