#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Names that the service gives: a prefix and a number of six digits at least.
namespace haneul::delivery {

inline constexpr std::string_view missionIds = "M-";
inline constexpr std::string_view orderIds = "O-";

[[nodiscard]] std::string idOf(std::string_view prefix, std::int64_t number); // "M-000045"
// 0: not such a name, so it was given by somebody else.
[[nodiscard]] std::int64_t numberOf(std::string_view prefix, std::string_view id);
// 1 to 64 of A-Z a-z 0-9 - _ .
[[nodiscard]] bool isGoodId(std::string_view id);

} // namespace haneul::delivery
