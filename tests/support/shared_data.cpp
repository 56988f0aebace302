#include "tests/support/shared_data.h"

#include <QFile>
#include <QFileInfo>

namespace haneul::tests {

QString sharedPath(const QString& relative) {
    QString folder = qEnvironmentVariable("HANEUL_SHARED");
    if (folder.isEmpty()) folder = QStringLiteral(HANEUL_SOURCE_DIR "/../shared");
    const QFileInfo file(folder + u'/' + relative);
    return file.exists() ? file.canonicalFilePath() : QString();
}

std::optional<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll();
}

} // namespace haneul::tests
