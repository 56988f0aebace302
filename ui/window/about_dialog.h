#pragma once

#include "ui/window/about_facts.h"

#include <QDialog>

class QDialogButtonBox;
class QPushButton;
class QTextBrowser;

namespace haneul::window {

// Version, build, this instance and the head of its log, licences, whom the map must credit, and what the program is
// not. All of it can be copied as text.
class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    AboutDialog(AboutFacts facts, QWidget* parent);

    [[nodiscard]] QString asText() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QString html() const;
    void word();
    void size();

    AboutFacts m_facts;
    QTextBrowser* m_text;
    QDialogButtonBox* m_buttons;
    QPushButton* m_copy;
};

} // namespace haneul::window
