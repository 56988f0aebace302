#pragma once

#include "ui/access/access_control.h"

#include <QStringList>

namespace haneul::access {

// A sentence a person can act on.
[[nodiscard]] QString refusalText(const Refusal& why);

[[nodiscard]] QString roleText(const QString& id);            // the id itself when it is not one of ours
[[nodiscard]] QString personText(const Person& person);       // "Kim Haneul, Supervisor"
[[nodiscard]] QString dateAndTime(std::optional<UtcMs> time); // "2026-11-21 04:05:06Z"; "–" without one
[[nodiscard]] QString waitText(milliseconds wait);            // "2 min 5 s"

} // namespace haneul::access
