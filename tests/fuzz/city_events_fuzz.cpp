// An event of datasets that is read is written and read again as the same; the first line is the type, the rest the
// body.
#include "server/city/dataset.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace haneul::city;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view type = text.substr(0, end), body = text.substr(std::min(end + 1, text.size()));
    if (type == datasetRetired) {
        const auto event = retiredFrom(body);
        if (!event) return 0;
        const auto again = retiredFrom(toEvent(*event).body);
        FUZZ_CHECK(again && again->id == event->id && again->reason == event->reason);
    } else if (type == datasetImported) {
        const auto event = datasetFrom(body);
        if (!event) return 0;
        const auto again = datasetFrom(toEvent(*event).body);
        FUZZ_CHECK(again && *again == *event);
    }
    return 0;
}
