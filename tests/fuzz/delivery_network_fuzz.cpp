// A network that is read has no error and is written and read again as itself.
#include "core/delivery/mission.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace haneul::delivery;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto network = networkFromJson({reinterpret_cast<const char*>(data), size});
    if (!network) {
        FUZZ_CHECK(!network.error().code.empty() && !network.error().message.empty());
        return 0;
    }
    FUZZ_CHECK(std::ranges::none_of(
        check(*network), [](const Finding& finding) { return finding.severity == Finding::Severity::Error; }));
    const auto again = networkFromJson(toJson(*network));
    FUZZ_CHECK(again && *again == *network);
    if (network->links.size() > 20) return 0; // what follows is about values, not sizes
    // Whatever is accepted can be timed, or is refused with a reason.
    (void)scheduleNetwork(*network);
    for (const Node& node : network->nodes)
        if (const auto mission = missionRoute(*network, {.id = "m", .stops = {{.node = node.id}}})) {
            const auto times = timesAt(*mission, 0);
            FUZZ_CHECK(times && times->total() == mission->total_ms());
            FUZZ_CHECK(bookingOf(*mission, *times).has_value());
        }
    return 0;
}
