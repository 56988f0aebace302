#include "ui/window/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace haneul::window {

QStringList Language::available() {
    return {QStringLiteral("ko"), QStringLiteral("en")};
}

Language::~Language() {
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
}

void Language::set(const QString& id) {
    const QString wanted = available().contains(id) ? id : QStringLiteral("en");
    if (wanted == m_id) return;
    m_id = wanted;
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    if (m_ours.load(QStringLiteral(":/haneul/i18n/haneul_") + wanted + QStringLiteral(".qm")))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace haneul::window
