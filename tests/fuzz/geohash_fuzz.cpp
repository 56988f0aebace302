// A text that is a geohash names one cell and is named by it; any two numbers have a cell that holds them, or none.
#include "core/formats/geohash.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto cell = geohashDecode(text);
    const auto around = geohashNeighbours(text);
    FUZZ_CHECK(cell.has_value() == !around.empty());
    if (cell) {
        FUZZ_CHECK(cell->centre().valid() && geohashEncode(cell->centre(), static_cast<int>(size)) == text);
        FUZZ_CHECK(around.size() == 8 || around.size() == 5);
        for (const auto& next : around) {
            const auto back = geohashNeighbours(next);
            FUZZ_CHECK(next.size() == size && next != text && std::ranges::find(back, text) != back.end());
        }
    }
    if (size >= 17) {
        geo::LatLon point;
        std::memcpy(&point.latitude_deg, data, 8);
        std::memcpy(&point.longitude_deg, data + 8, 8);
        const std::string hash = geohashEncode(point, static_cast<std::int8_t>(data[16]));
        FUZZ_CHECK(hash.empty() == !point.valid());
        if (!hash.empty()) {
            const auto around_it = geohashDecode(hash);
            FUZZ_CHECK(around_it);
            const bool wrapped = point.longitude_deg == 180.0; // the same meridian as -180
            FUZZ_CHECK(around_it->southWest.latitude_deg <= point.latitude_deg &&
                       point.latitude_deg <= around_it->northEast.latitude_deg);
            FUZZ_CHECK(wrapped || (around_it->southWest.longitude_deg <= point.longitude_deg &&
                                   point.longitude_deg <= around_it->northEast.longitude_deg));
        }
    }
    return 0;
}
