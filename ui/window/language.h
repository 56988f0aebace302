#pragma once

#include <QStringList>
#include <QTranslator>

namespace haneul::window {

// The language of all texts, switched while the program runs: every widget gets LanguageChange and words itself anew.
class Language final {
public:
    // "ko", "en"
    [[nodiscard]] static QStringList available();

    Language() = default;
    ~Language();
    Language(const Language&) = delete;
    Language& operator=(const Language&) = delete;

    // English when `id` is not one of `available()`.
    void set(const QString& id);

    [[nodiscard]] const QString& id() const { return m_id; }

private:
    QTranslator m_ours;
    QTranslator m_qt; // texts of Qt's own dialogs and menus, where installed
    QString m_id;
};

} // namespace haneul::window
