#pragma once

#include "ui/help/help_pages.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QToolButton;

namespace haneul::help {

// The manual: pages on the left, found ones while something is typed; the page on the right. Alt+Left and Alt+Right go
// back and forth, Escape closes.
class HelpWindow final : public QWidget {
    Q_OBJECT

public:
    HelpWindow(const QString& language, KeyOf keyOf, QWidget* parent = nullptr);

    void setLanguage(const QString& language);
    void showTopic(const QString& topic); // and the window
    void refresh();                       // keys or theme have changed

    [[nodiscard]] const HelpPages& pages() const { return m_pages; }

    [[nodiscard]] const QString& page() const { return m_page; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void word();
    void fillList();
    void go(const QString& page); // a new step of the history
    void step(int by);
    void showPage(const QString& page);

    HelpPages m_pages;
    KeyOf m_keyOf;
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QToolButton* m_back;
    QToolButton* m_forward;
    QString m_page;
    QStringList m_history;
    qsizetype m_at = -1;
};

} // namespace haneul::help
