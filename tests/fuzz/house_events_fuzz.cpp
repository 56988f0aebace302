// An event that is read is written and read again as the same; the first line is the type, the rest the body.
#include "server/people/house_events.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul::people;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = std::min(text.find('\n'), text.size());
    const auto event = houseEventFrom(text.substr(0, end), text.substr(std::min(end + 1, text.size())));
    if (!event) return 0;
    const auto written = toEvent(*event);
    const auto again = houseEventFrom(written.type, written.body);
    FUZZ_CHECK(again);
    FUZZ_CHECK(*again == *event);
    FUZZ_CHECK(toEvent(*again).body == written.body);
    if (const auto* saved = std::get_if<OrganisationSaved>(&*event))
        if (const auto accepted = acceptedOrganisation(saved->organisation))
            FUZZ_CHECK(acceptedOrganisation(*accepted) == accepted); // what is accepted once is accepted as it is
    return 0;
}
