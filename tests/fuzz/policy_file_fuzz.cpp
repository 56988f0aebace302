// A policy file is refused, or it is exactly what would be written for what it holds.
#include "core/avoid/policy_file.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace haneul::avoid;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = decodePolicy({data, size});
    if (!read) {
        FUZZ_CHECK(!read.error().code.empty() && !read.error().message.empty());
        return 0;
    }
    const auto written = encodePolicy(read->policy);
    FUZZ_CHECK(std::ranges::equal(written, std::span(data, size)));
    FUZZ_CHECK(std::isfinite(read->policy.adjust(Features{1, -4, 9, 4, 1, 2, 1, 1, 1, 1, 1, 1})));
    return 0;
}
