#pragma once

#include "ui/access/access_control.h"

#include <QLineEdit>
#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLabel;

namespace haneul::access {

// A field for a password that says when caps lock is on (where the platform tells: X11).
class PasswordEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit PasswordEdit(QWidget* parent = nullptr);

    void setShown(bool shown); // readable; an input method works then, too

Q_SIGNALS:
    void capsLock(bool on);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void lookAtCapsLock(const QKeyEvent& event);
};

// One password, one line for caps lock, one box to see what is typed.
class PasswordEntry final : public QWidget {
    Q_OBJECT

public:
    explicit PasswordEntry(QWidget* parent = nullptr);

    [[nodiscard]] QLineEdit& edit() const;
    [[nodiscard]] QString text() const;
    void clear();

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    PasswordEdit* m_edit;
    QCheckBox* m_show;
    QLabel* m_caps;
};

// A new password, typed twice, with the rules said beforehand and judged while typing.
class NewPasswordEntry final : public QWidget {
    Q_OBJECT

public:
    using Judge = std::function<std::optional<Refusal>(const QString& password, const QString& user)>;

    explicit NewPasswordEntry(Judge judge, QWidget* parent = nullptr);

    void setUser(const QString& user); // a password must not be made of it
    [[nodiscard]] QString password() const;

    [[nodiscard]] bool isFit() const { return m_fit; }

    void clear();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void judge();
    void word();

    Judge m_judge;
    QString m_user;
    bool m_fit = false;
    QLabel* m_firstLabel;
    QLabel* m_secondLabel;
    PasswordEdit* m_first;
    PasswordEdit* m_second;
    QCheckBox* m_show;
    QLabel* m_caps;
    QLabel* m_length;
    QLabel* m_guess;
    QLabel* m_same;
    QLabel* m_free;
};

} // namespace haneul::access
