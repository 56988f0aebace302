#pragma once

#include "ui/access/access_control.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;

namespace haneul::access {

class NewPasswordEntry;
class PasswordEntry;

// The own password: the present one and a new one.
class ChangePasswordDialog final : public QDialog {
    Q_OBJECT

public:
    ChangePasswordDialog(const AccessControl& control, Person person, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void judge();
    void send();
    void word();

    const AccessControl& m_control;
    Person m_person;
    bool m_asking = false;
    std::optional<Refusal> m_refusal;
    QLabel* m_about;
    QLabel* m_presentLabel;
    PasswordEntry* m_present;
    NewPasswordEntry* m_wanted;
    QLabel* m_message;
    QDialogButtonBox* m_buttons;
};

} // namespace haneul::access
