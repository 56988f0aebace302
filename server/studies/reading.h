#pragma once

#include "core/json/object.h"

#include <string>
#include <utility>

// What the studies of several rooms read alike.
namespace haneul::studies {

[[nodiscard]] inline std::unexpected<Error> invalid(std::string message, std::string where) {
    return fail("INVALID_ARGUMENT", std::move(message), std::move(where));
}

// Fills `value`.
[[nodiscard]] inline Result<void> readNumber(json::Object& object, const char* key, double& value) {
    return object.number(key).transform([&](double number) { value = number; });
}

// Fills `value` when the field is there.
[[nodiscard]] inline Result<void> readOptional(json::Object& object, const char* key, double& value) {
    return object.optionalNumber(key).transform([&](auto number) { value = number.value_or(value); });
}

// Pairs of a key and a pointer to its value, up to the first refusal.
template <class... Pairs>
[[nodiscard]] Result<void> readNumbers(json::Object& object, Pairs... pairs) {
    Result<void> result;
    ((result = result ? readNumber(object, pairs.first, *pairs.second) : result), ...);
    return result;
}

template <class... Pairs>
[[nodiscard]] Result<void> readOptionals(json::Object& object, Pairs... pairs) {
    Result<void> result;
    ((result = result ? readOptional(object, pairs.first, *pairs.second) : result), ...);
    return result;
}

} // namespace haneul::studies
