#pragma once

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <vector>

namespace haneul::logbook {

// RFC 4180 with CRLF and a byte order mark, so that a spreadsheet reads Hangul. A cell that a spreadsheet would take
// for a formula (it begins with = + - @, a tab or a carriage return) gets an apostrophe in front.
[[nodiscard]] QByteArray csvText(const std::vector<QStringList>& rows);

// Writes the file away from the user interface; `done` is called there, with an empty text or what went wrong.
void saveInBackground(const QString& path, QByteArray bytes, QObject* receiver,
                      std::function<void(QString problem)> done);

} // namespace haneul::logbook
