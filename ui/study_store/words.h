#pragma once

#include "core/base/error.h"
#include "core/base/time.h"

#include <QString>

#include <string_view>

namespace haneul::study_store {

[[nodiscard]] QString kindText(std::string_view kind); // "Collision risk"; the kind itself when it is a new one
[[nodiscard]] QString whenText(UtcMs time);            // "2026-11-26 04:05:06Z"
[[nodiscard]] QString refusalText(const Error& error);

} // namespace haneul::study_store
