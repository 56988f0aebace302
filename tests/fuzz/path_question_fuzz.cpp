// A question about paths that is read is within its bounds: bodies of the API.
#include "server/paths/path_json.h"
#include "tests/fuzz/fuzz_check.h"

#include <cmath>
#include <cstdint>
#include <string_view>

using namespace haneul;

namespace {

void check(const paths::Question& question) {
    FUZZ_CHECK(question.places.size() <= paths::mostPlaces);
    for (const auto& place : question.places)
        FUZZ_CHECK(place.place.valid() && std::isfinite(place.height_m));
    FUZZ_CHECK(question.layer_m >= 1 && question.layer_m <= 500);
    FUZZ_CHECK(question.cell_m == 0 || (question.cell_m >= 1 && question.cell_m <= 1000));
    FUZZ_CHECK(path::check(question.task.vehicle).has_value());
    FUZZ_CHECK(question.task.gap >= 0 && question.task.gap <= 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (auto body = json::Object::parse(text))
        if (const auto question = paths::questionFrom(*body, utcMs(0))) check(*question);
    if (auto body = json::Object::parse(text))
        if (const auto asked = paths::checkQuestionFrom(*body, utcMs(0))) {
            check(asked->question);
            FUZZ_CHECK(asked->path.size() <= paths::mostPathPlaces);
        }
    return 0;
}
