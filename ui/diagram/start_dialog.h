#pragma once

#include "core/base/time.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace haneul::diagram {

class Retimer;

// A start typed as digits, judged while it is typed. Works on what the retimer holds; closes with it.
class StartDialog final : public QDialog {
    Q_OBJECT

public:
    // `typed`: what has been typed already; empty: the start as it is.
    StartDialog(Retimer& retimer, const QString& typed, QWidget* parent);

    void accept() override; // sets it, when it is free

protected:
    void changeEvent(QEvent* event) override;

private:
    void judge();
    void takeNextFree();
    void word();

    Retimer& m_retimer;
    UtcMs m_near;
    QLabel* m_caption;
    QLineEdit* m_start;
    QLabel* m_judgement;
    QPushButton* m_next;
    QPushButton* m_set;
    QPushButton* m_cancel;
};

} // namespace haneul::diagram
