// An event that is read is written and read again as the same; the first line is the type, the rest the body.
#include "server/fleet/events.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul::fleet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const auto event = eventFrom(text.substr(0, end), text.substr(std::min(end + 1, text.size())));
    if (!event) return 0;
    const auto written = toEvent(*event);
    const auto again = eventFrom(written.type, written.body);
    FUZZ_CHECK(again);
    FUZZ_CHECK(again->index() == event->index());
    FUZZ_CHECK(toEvent(*again).body == written.body);
    return 0;
}
