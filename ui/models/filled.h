#pragma once

#include <QString>
#include <QStringList>

namespace haneul::models {

// Words with "%1", "%2", ... in the places of the values, each place by its own number and all at once: a value of
// a foreign file may hold a "%2" of its own, and words may leave values out. QString::arg() can do neither.
[[nodiscard]] QString filled(const QString& words, const QStringList& values);

} // namespace haneul::models
