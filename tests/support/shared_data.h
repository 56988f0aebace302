#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace haneul::tests {

// Recordings and files that are read in place and never copied into the project: the folder `shared` beside the
// checkout, or the folder named by HANEUL_SHARED. Empty where it is absent; use HANEUL_NEEDS_SHARED to skip.
[[nodiscard]] QString sharedPath(const QString& relative);
[[nodiscard]] std::optional<QByteArray> readFile(const QString& path);

} // namespace haneul::tests

// Skips the test function, with a message that is counted, where the shared file is absent.
#define HANEUL_NEEDS_SHARED(variable, relative)                                                                        \
    const QString variable = haneul::tests::sharedPath(QStringLiteral(relative));                                      \
    if (variable.isEmpty()) QSKIP("shared/" relative " is not beside this checkout")
