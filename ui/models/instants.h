#pragma once

#include "core/base/time.h"

#include <QString>

#include <optional>

namespace haneul::models {

// A day, or a day and a time, UTC, as people type it: "2026-11-21", "2026-11-21 10:05", "2026-11-21 10:05:30". The
// inner optional is empty for an empty text; nullopt: no such time.
[[nodiscard]] std::optional<std::optional<UtcMs>> typedInstant(const QString& text);
[[nodiscard]] QString instantText(const std::optional<UtcMs>& time); // "2026-11-21 10:05:30"; empty: none

} // namespace haneul::models
