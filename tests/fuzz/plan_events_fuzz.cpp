// An event that is read is written and read again as the same; the first line is the type, the rest the body. The same
// of plans alone.
#include "server/plan/events.h"
#include "server/plan/plan_codec.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

using namespace haneul::plan;

namespace {

void checkPlan(std::string_view text) {
    const auto plan = planFromJson(text);
    if (!plan) return;
    const auto written = planToJson(*plan);
    const auto again = planFromJson(written);
    FUZZ_CHECK(again);
    FUZZ_CHECK(planToJson(*again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const auto body = text.substr(std::min(end + 1, text.size()));
    checkPlan(body);
    const auto event = eventFrom(text.substr(0, end), body);
    if (!event) return 0;
    if (const auto* const saved = std::get_if<PlanSaved>(&*event)) checkPlan(saved->body);
    const auto written = toEvent(*event);
    const auto again = eventFrom(written.type, written.body);
    FUZZ_CHECK(again);
    FUZZ_CHECK(again->index() == event->index());
    FUZZ_CHECK(toEvent(*again).body == written.body);
    return 0;
}
