#pragma once

#include "core/base/error.h"

#include <QString>

namespace haneul::shortcuts {

class KeyMap;

// All keys by scope as one HTML page, in the language of the moment, black on white for paper.
[[nodiscard]] QString keySheetHtml(const KeyMap& keys);

// Writes it as PDF (A4) or, where the name ends in ".html", as HTML. Whole or not at all. May be called from any
// thread. Code: KEY_SHEET_UNWRITABLE.
[[nodiscard]] Result<void> writeKeySheet(const QString& html, const QString& path);

} // namespace haneul::shortcuts
