// What the reader of waypoint text accepts keeps its limits, and what can be flown of it survives the writer.
#include "core/formats/waypoint_text.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readWaypointText(text);
    if (!file) {
        FUZZ_CHECK(!file.error().code.empty() && file.error().message.size() < 300);
        FUZZ_CHECK(std::ranges::all_of(file.error().message, [](char c) { return c >= 0x20 && c <= 0x7e; }));
        return 0;
    }
    FUZZ_CHECK(text.starts_with("QGC WPL 110") && file->items.size() <= maxMissionCommands);
    for (const PathItem& item : file->items)
        FUZZ_CHECK(std::isfinite(item.height_m) && item.hold_ms >= 0 && (!item.place || item.place->valid()));
    const auto mission = missionItems(*file);
    if (!mission) return 0;
    if (const auto written = writeWaypointText(*mission)) {
        const auto again = readWaypointText(*written);
        FUZZ_CHECK(again && missionItems(*again) == mission);
    }
    return 0;
}
