// A question about ground risk that is read is written and read again as the same: bodies of the API and kept studies.
#include "server/ground_risk/question_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <cstdint>
#include <string_view>

using namespace haneul::ground_risk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto body = haneul::json::Object::parse(text);
    if (!body) return 0;
    const auto question = questionFrom(*body);
    if (!question) return 0;
    const std::string written = toJson(*question);
    auto again = haneul::json::Object::parse(written);
    FUZZ_CHECK(again.has_value());
    const auto back = questionFrom(*again);
    FUZZ_CHECK(back.has_value());
    FUZZ_CHECK(toJson(*back) == written);
    return 0;
}
