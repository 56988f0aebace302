#pragma once

#include "core/base/error.h"

#include <span>
#include <string>
#include <string_view>

namespace haneul::studies {

// A calculation that can be asked for by name: POST /api/v1/studies/{op}. Unit-free doubles in and out; the shapes are
// those of the numeric cases in tests/cases.
struct Study {
    std::string_view op;
    Result<std::string> (*answer)(std::string_view body); // both JSON
};

[[nodiscard]] std::span<const Study> all();

// Codes: UNKNOWN_STUDY, those of json::Object, TOO_COSTLY, and the refusals of the study itself.
[[nodiscard]] Result<std::string> answer(std::string_view op, std::string_view body);

} // namespace haneul::studies
