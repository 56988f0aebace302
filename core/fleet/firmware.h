#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace haneul::fleet {

// Order of two firmware versions "1.14.0", "v4.5.7", "1.14.0-rc1": numbers part by part, a missing part is 0, and what
// has a suffix comes before the same without. nullopt: one of them is not such a version, or both have suffixes that
// differ; then nobody can say.
[[nodiscard]] std::optional<std::strong_ordering> compareFirmware(std::string_view one, std::string_view other);

} // namespace haneul::fleet
