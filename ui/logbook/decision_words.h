#pragma once

#include "ui/logbook/decision_source.h"

namespace haneul::logbook {

// What kind of thing was decided, in the language of the desk; the type itself when it is a new one.
[[nodiscard]] QString typeText(const QString& type);
// What of it, in one line: "User: kim, Role: Pilot"; the body itself when none of its fields is known.
[[nodiscard]] QString bodyText(const QString& body);
// All of an entry, one field per line.
[[nodiscard]] QString entryText(const Decision& entry);
[[nodiscard]] QString chainText(const ChainState& chain);

// For people to compare and to read out: groups of four, "3f2a 91c0 …".
[[nodiscard]] QString inGroups(const QString& hex);

} // namespace haneul::logbook
