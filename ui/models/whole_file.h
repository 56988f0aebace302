#pragma once

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace haneul::models {

// All or nothing: an old file stays until the new one is whole. What went wrong; empty: nothing. May wait for the disk.
[[nodiscard]] inline QString writeWhole(const QString& path, const QByteArray& content) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace haneul::models
