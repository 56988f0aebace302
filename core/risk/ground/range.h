#pragma once

#include "core/base/error.h"

#include <initializer_list>
#include <string_view>

// Refusals shared by the models: INVALID_ARGUMENT, `where` is the name of the value.
namespace haneul::risk::ground {

struct Range {
    const char* name; // of the value, as in the study's body
    double value;
    double least;
    double greatest;
    bool leastItself = true; // false: must be above `least`
};

inline constexpr double noLimit = 1e300;

[[nodiscard]] Range notNegative(const char* name, double value);
[[nodiscard]] Range aboveZero(const char* name, double value);
[[nodiscard]] Range share(const char* name, double value); // 0 to 1
[[nodiscard]] Range anyNumber(const char* name, double value);

// The first that is not finite or outside its range.
[[nodiscard]] Result<void> check(std::initializer_list<Range> ranges);

} // namespace haneul::risk::ground
