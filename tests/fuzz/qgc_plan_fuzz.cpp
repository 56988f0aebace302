// What the reader of plans accepts is JSON to another library too, keeps its limits, and what can be flown of it
// survives both writers.
#include "core/formats/qgc_plan.h"
#include "core/formats/waypoint_text.h"
#include "tests/fuzz/fuzz_check.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul;
using namespace haneul::formats;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto file = readQgcPlan(text);
    if (!file) {
        FUZZ_CHECK(!file.error().code.empty() && !file.error().message.empty());
        return 0;
    }
    FUZZ_CHECK(nlohmann::json::parse(text, nullptr, false).is_object());
    FUZZ_CHECK(file->items.size() <= maxMissionCommands);
    for (const PathItem& item : file->items)
        FUZZ_CHECK(std::isfinite(item.height_m) && item.hold_ms >= 0 && (!item.place || item.place->valid()));
    const auto mission = missionItems(*file);
    if (!mission) return 0;
    if (const auto plan = writeQgcPlan(*mission)) {
        const auto again = readQgcPlan(*plan);
        FUZZ_CHECK(again && missionItems(*again) == mission);
    }
    if (const auto lines = writeWaypointText(*mission)) {
        const auto again = readWaypointText(*lines);
        FUZZ_CHECK(again && missionItems(*again) == mission);
    }
    return 0;
}
