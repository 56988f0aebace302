// A geoid is refused with a reason, or answers everywhere with a height that the sea can have, or with none.
#include "core/geo/geoid_grid.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>

using namespace haneul::geo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto grid = GeoidGrid::read({reinterpret_cast<const char*>(data), size});
    if (!grid) {
        FUZZ_CHECK(!grid.error().code.empty() && !grid.error().message.empty());
        return 0;
    }
    for (double latitude = -90; latitude <= 90; latitude += 7.5)
        for (double longitude = -180; longitude <= 180; longitude += 11.25)
            if (const auto height_m = grid->undulation_m({latitude, longitude}))
                FUZZ_CHECK(std::abs(*height_m) <= 120.001);
    return 0;
}
