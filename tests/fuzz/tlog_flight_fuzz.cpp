// Flights of telemetry logs: positions are possible, in order, and no more than the file can hold.
#include "core/formats/recorded_flight.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto flight = readTlogFlight(std::as_bytes(std::span(data, size)));
    if (!flight) {
        FUZZ_CHECK(flight.error().code == "NO_POSITIONS");
        return 0;
    }
    std::size_t samples = 0;
    for (const RecordedVehicle& vehicle : flight->vehicles) {
        FUZZ_CHECK(vehicle.samples.size() >= 2 && !vehicle.name.empty());
        samples += vehicle.samples.size();
        for (std::size_t i = 0; i < vehicle.samples.size(); ++i) {
            const FlightSample& sample = vehicle.samples[i];
            FUZZ_CHECK(sample.place.valid() && std::isfinite(sample.height_m) && sample.time);
            FUZZ_CHECK(i == 0 || vehicle.samples[i - 1].sinceBoot_ms < sample.sinceBoot_ms);
        }
    }
    FUZZ_CHECK(samples <= size / 16);
    return 0;
}
