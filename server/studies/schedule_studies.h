#pragma once

#include "core/base/error.h"

#include <string>
#include <string_view>

// Slots, first come first served, batching (core/schedule).
namespace haneul::studies {

[[nodiscard]] Result<std::string> slots(std::string_view body);
[[nodiscard]] Result<std::string> fcfs(std::string_view body);
[[nodiscard]] Result<std::string> batch(std::string_view body);

} // namespace haneul::studies
