// Traffic of receivers and tables: positions are possible, have a time and are in order; no more than the file can
// hold. The first byte says the format.
#include "core/formats/recorded_traffic.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>

using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const auto format = data[0] == 's' ? TrafficFormat::Sbs : TrafficFormat::Csv;
    const auto traffic = readTraffic(format, std::as_bytes(std::span(data + 1, size - 1)));
    if (!traffic) {
        FUZZ_CHECK(traffic.error().code == "NO_POSITIONS" || traffic.error().code == "CSV_COLUMNS");
        return 0;
    }
    std::size_t samples = 0;
    for (const RecordedVehicle& vehicle : traffic->vehicles) {
        FUZZ_CHECK(vehicle.samples.size() >= 2 && !vehicle.name.empty());
        samples += vehicle.samples.size();
        for (std::size_t i = 0; i < vehicle.samples.size(); ++i) {
            const FlightSample& sample = vehicle.samples[i];
            FUZZ_CHECK(sample.place.valid() && std::isfinite(sample.height_m) && sample.time);
            FUZZ_CHECK(sample.velocityNorth_mps.has_value() == sample.velocityEast_mps.has_value());
            FUZZ_CHECK(i == 0 || vehicle.samples[i - 1].sinceBoot_ms < sample.sinceBoot_ms);
        }
    }
    FUZZ_CHECK(samples <= size / 8);
    return 0;
}
