// Presets, overlap tables and saved studies that are read are written and read again as the same; the first line says
// which ("preset", "table", or the type of an event), the rest is the body.
#include "server/studies/reich_json.h"
#include "server/study_store/saved_study.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace haneul::studies;
using namespace haneul::study_store;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view type = text.substr(0, end), body = text.substr(std::min(end + 1, text.size()));
    if (type == "preset") {
        const auto preset = presetFrom(body);
        if (preset) FUZZ_CHECK(presetFrom(presetJson(*preset)).value() == *preset);
    } else if (type == "table") {
        const auto table = overlapTableFrom(body);
        if (table) FUZZ_CHECK(overlapTableFrom(overlapTableJson(*table)).value() == *table);
    } else if (type == studyRetired) {
        const auto event = retiredFrom(body);
        if (!event) return 0;
        const auto again = retiredFrom(toEvent(*event).body);
        FUZZ_CHECK(again && again->id == event->id && again->reason == event->reason);
    } else if (type == studySaved) {
        const auto event = studyFrom(body);
        if (!event) return 0;
        const auto again = studyFrom(toEvent(*event).body);
        FUZZ_CHECK(again && *again == *event);
        if (const auto good = accepted(*event, {})) FUZZ_CHECK(accepted(*good, {}).value() == *good);
    }
    return 0;
}
