#pragma once

#include "ui/access/access_control.h"

#include <QStringList>

namespace haneul::access {

// A sentence a person can act on.
[[nodiscard]] QString refusalText(const Refusal& why);

[[nodiscard]] QString roleText(const QString& id);            // the id itself when it is not one of ours
[[nodiscard]] QString personText(const Person& person);       // "Kim Haneul, Supervisor"
[[nodiscard]] QString dateAndTime(std::optional<UtcMs> time); // "2026-11-21 04:05:06Z"; "–" without one
// "✕ expired 2020-01-01", "▲ 12 days left: 2026-12-03", "? not recorded", "✓ until 2027-03-31": by symbol and words.
[[nodiscard]] QString paperStateText(const PaperRow& paper);
[[nodiscard]] QString paperText(const PaperRow& paper);            // with what it is: "Insurance: ✓ until 2027-03-31"
[[nodiscard]] QString organisationFieldText(const QString& field); // "insurance.expires"
[[nodiscard]] QString alarmText(const QString& kind);              // the kind itself when it is not one of ours
[[nodiscard]] QString waitText(milliseconds wait);                 // "2 min 5 s"

} // namespace haneul::access
