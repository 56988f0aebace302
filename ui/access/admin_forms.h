#pragma once

#include "ui/access/access_control.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QVBoxLayout;

namespace haneul::access {

class NewPasswordEntry;

// A small form over the administration: fields, one line for what was refused, two buttons. The answer of the service
// closes it or is shown in it.
class AdminForm : public QDialog {
    Q_OBJECT

public:
    using Words = std::function<QString()>; // in the language of the moment

    AdminForm(const QString& name, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

    void addRow(Words label, QWidget* field);
    // Two of them side by side.
    void addPair(Words left, QWidget* leftField, Words right, QWidget* rightField);
    void addText(Words words);
    void addField(QWidget* field);
    void finish(Words title, Words go);
    void setComplete(bool complete);
    [[nodiscard]] Answer<bool> answer();
    void hint(const QString& whatIsWrong); // with what is typed; empty: nothing
    void failed(const Refusal& why);
    void failed(const QString& why); // in words already

    virtual void send() = 0;
    void beginAsking();

private:
    QWidget* labelled(Words label, QWidget* field);
    void allow();
    void word();

    QVBoxLayout* m_rows;
    QLabel* m_message;
    QDialogButtonBox* m_buttons;
    std::vector<std::function<void()>> m_words;
    QWidget* m_first = nullptr; // field: has the focus when the form opens
    bool m_complete = false;
    bool m_asking = false;
};

class AddUserForm final : public AdminForm {
    Q_OBJECT

public:
    AddUserForm(const AccessControl& control, QWidget* parent);

protected:
    void send() override;

private:
    const AccessControl& m_control;
    QLineEdit* m_user;
    QLineEdit* m_name;
    QComboBox* m_role;
    NewPasswordEntry* m_password;
};

class ChangeRoleForm final : public AdminForm {
    Q_OBJECT

public:
    ChangeRoleForm(const AccessControl& control, const UserRow& user, QWidget* parent);

protected:
    void send() override;

private:
    const AccessControl& m_control;
    QString m_user;
    QComboBox* m_role;
};

class ResetPasswordForm final : public AdminForm {
    Q_OBJECT

public:
    ResetPasswordForm(const AccessControl& control, const UserRow& user, QWidget* parent);

protected:
    void send() override;

private:
    const AccessControl& m_control;
    QString m_user;
    NewPasswordEntry* m_password;
};

class IssueTokenForm final : public AdminForm {
    Q_OBJECT

public:
    IssueTokenForm(const AccessControl& control, QWidget* parent);

Q_SIGNALS:
    void issued(const QString& name, const QString& secret);

protected:
    void send() override;

private:
    [[nodiscard]] QStringList chosen() const;

    const AccessControl& m_control;
    QLineEdit* m_name;
    QSpinBox* m_days;
    QListWidget* m_scopes;
};

// "Do you really want …": says what follows; the answer of the service closes it or is shown in it.
class ConfirmForm final : public AdminForm {
    Q_OBJECT

public:
    ConfirmForm(Words title, Words what, Words go, std::function<void(Answer<bool>)> act, QWidget* parent);

protected:
    void send() override;

private:
    std::function<void(Answer<bool>)> m_act;
};

// A new token, seen this once.
class TokenShown final : public QDialog {
    Q_OBJECT

public:
    TokenShown(const QString& name, const QString& secret, QWidget* parent);
};

} // namespace haneul::access
