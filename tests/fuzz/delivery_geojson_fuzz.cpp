// A network that is read from GeoJSON is written and read again as itself; lines of any GeoJSON are places on Earth.
#include "core/delivery/path_import.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace haneul::delivery;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto network = networkFromGeoJson(text);
    if (network) {
        FUZZ_CHECK(networkFromJson(toJson(*network)) == *network);
        const auto again = networkFromGeoJson(toGeoJson(*network));
        FUZZ_CHECK(again && *again == *network);
        const auto lines = pathsFromGeoJson(text);
        FUZZ_CHECK(lines && lines->paths.size() == network->links.size());
    } else {
        FUZZ_CHECK(!network.error().code.empty() && !network.error().message.empty());
    }
    const auto found = pathsFromGeoJson(text);
    if (!found) return 0;
    for (const PathCandidate& path : found->paths) {
        FUZZ_CHECK(path.points.size() >= 2);
        FUZZ_CHECK(std::ranges::all_of(path.points, [](const PathPoint& point) { return point.place.valid(); }));
        if (!network) continue;
        const auto link = linkFromPath(*network, path.points, {.simplify_m = 5, .replacing = true});
        FUZZ_CHECK(link ? link->link.via.size() + 2 <= path.points.size() : !link.error().message.empty());
    }
    return 0;
}
