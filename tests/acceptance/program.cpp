#include "program.h"

#include <QDir>
#include <QTcpServer>

namespace haneul::tests {

QList<qint64> childrenOf(qint64 parent, const QString& name) {
    QList<qint64> found;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        bool number = false;
        const qint64 id = entry.toLongLong(&number);
        if (!number) continue;
        QFile stat(QStringLiteral("/proc/") + entry + QStringLiteral("/stat"));
        if (!stat.open(QIODevice::ReadOnly)) continue;
        const QByteArray line = stat.readAll(); // "pid (command) state parent ..."
        const qsizetype open = line.indexOf('('), close = line.lastIndexOf(')');
        const auto fields = line.mid(close + 2).split(' ');
        if (fields.size() > 1 && fields[1].toLongLong() == parent &&
            QString::fromUtf8(line.mid(open + 1, close - open - 1)) == name)
            found << id;
    }
    return found;
}

quint16 freePort() {
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace haneul::tests
