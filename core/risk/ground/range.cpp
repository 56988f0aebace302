#include "core/risk/ground/range.h"

#include <cmath>
#include <format>

namespace haneul::risk::ground {

namespace {

std::string accepted(const Range& range) {
    if (range.greatest < noLimit) return std::format("from {:g} to {:g}", range.least, range.greatest);
    if (range.least <= -noLimit) return "any finite number";
    return std::format("{} {:g}", range.leastItself ? "at least" : "above", range.least);
}

bool fits(const Range& range) {
    if (!std::isfinite(range.value) || range.value > range.greatest) return false;
    return range.leastItself ? range.value >= range.least : range.value > range.least;
}

} // namespace

Range notNegative(const char* name, double value) {
    return {name, value, 0, noLimit};
}

Range aboveZero(const char* name, double value) {
    return {name, value, 0, noLimit, false};
}

Range share(const char* name, double value) {
    return {name, value, 0, 1};
}

Range anyNumber(const char* name, double value) {
    return {name, value, -noLimit, noLimit};
}

Result<void> check(std::initializer_list<Range> ranges) {
    for (const Range& range : ranges)
        if (!fits(range))
            return fail("INVALID_ARGUMENT",
                        std::format("{} is {:g}; it must be {}", range.name, range.value, accepted(range)), range.name);
    return {};
}

} // namespace haneul::risk::ground
