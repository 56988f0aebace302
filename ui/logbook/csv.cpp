#include "ui/logbook/csv.h"

#include "ui/models/whole_file.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace haneul::logbook {

namespace {

QString cell(QString text) {
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front())) text.prepend(u'\'');
    const bool quoted = text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r');
    if (!quoted) return text;
    return QString(u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"');
}

} // namespace

QByteArray csvText(const std::vector<QStringList>& rows) {
    QByteArray text("\xEF\xBB\xBF");
    for (const QStringList& row : rows) {
        QStringList cells;
        for (const QString& each : row)
            cells += cell(each);
        text += cells.join(u',').toUtf8() + QByteArrayLiteral("\r\n");
    }
    return text;
}

void saveInBackground(const QString& path, QByteArray bytes, QObject* receiver,
                      std::function<void(QString problem)> done) {
    QThreadPool::globalInstance()->start(
        [path, bytes = std::move(bytes), receiver = QPointer(receiver), done = std::move(done)] {
            const QString problem = models::writeWhole(path, bytes);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, done, problem] {
                    if (receiver) done(problem);
                },
                Qt::QueuedConnection);
        });
}

} // namespace haneul::logbook
