#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <string>
#include <string_view>

// What an XML file must be before a library reads it: plain UTF-8 without a document type (no entities of its own, no
// other files), not deeper and not more than the limits.
namespace haneul::formats {

struct XmlLimits {
    std::size_t bytes = 0;
    std::size_t depth = 0;
    std::size_t elements = 0;
};

// Codes: TOO_LARGE, BAD_ENCODING, HAS_DOCTYPE, TOO_DEEP, NOT_WELL_FORMED (a mark that never ends, an end without a
// beginning); `where` is "line 17".
[[nodiscard]] Result<void> xmlGate(std::string_view text, const XmlLimits& limits);

// "line 17": where this byte is.
[[nodiscard]] std::string lineOf(std::string_view text, std::size_t offset);

} // namespace haneul::formats
