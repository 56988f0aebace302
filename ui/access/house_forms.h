#pragma once

#include "ui/access/admin_forms.h"
#include "ui/access/record_table.h"

class QCheckBox;
class QPlainTextEdit;
class QPushButton;
class QTableView;
class QTableWidget;

namespace haneul::access {

// Adds or changes an organisation; what cannot be right is said while it is typed.
class OrganisationForm final : public AdminForm {
    Q_OBJECT

public:
    // With `revision` 0 a new one.
    OrganisationForm(const AccessControl& control, const OrganisationRow& organisation, QWidget* parent);

protected:
    void send() override;
    void changeEvent(QEvent* event) override;

private:
    void addLicence(const LicenceRow& licence);
    void removeLicence();
    void wordLicences();
    void judge();
    [[nodiscard]] QString whatIsWrong() const; // in words; empty: nothing
    [[nodiscard]] OrganisationRow written() const;
    [[nodiscard]] bool insured() const;
    [[nodiscard]] QString cell(int row, int column) const;

    const AccessControl& m_control;
    OrganisationRow m_before;
    QLineEdit* m_id;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QLineEdit* m_contact;
    QLineEdit* m_email;
    QLineEdit* m_phone;
    QLineEdit* m_region;
    QTableWidget* m_licences;
    QPushButton* m_addLicence;
    QPushButton* m_removeLicence;
    QLineEdit* m_insurer;
    QLineEdit* m_policy;
    QLineEdit* m_amount;
    QLineEdit* m_currency;
    QLineEdit* m_insuredUntil;
};

// To which organisation a user belongs.
class MembershipForm final : public AdminForm {
    Q_OBJECT

public:
    MembershipForm(const AccessControl& control, const UserRow& user, const std::vector<OrganisationRow>& organisations,
                   QWidget* parent);

protected:
    void send() override;

private:
    const AccessControl& m_control;
    QString m_user;
    QComboBox* m_organisation;
};

// Where two approvals are needed. What waits for a second administrator stands in it, to be asked for by him too.
class ApprovalRulesForm final : public AdminForm {
    Q_OBJECT

public:
    ApprovalRulesForm(const AccessControl& control, const ApprovalRulesState& state, QWidget* parent);

protected:
    void send() override;

private:
    [[nodiscard]] ApprovalRules written() const;

    const AccessControl& m_control;
    QCheckBox* m_always;
    QPlainTextEdit* m_zones;
    QPlainTextEdit* m_riskClasses;
    QLineEdit* m_fatalities; // limits as numbers, "1e-6"; empty: not laid down
    QLineEdit* m_collisions;
};

class AcknowledgeForm final : public AdminForm {
    Q_OBJECT

public:
    AcknowledgeForm(const AccessControl& control, const AlarmRow& alarm, QWidget* parent);

protected:
    void send() override;

private:
    const AccessControl& m_control;
    QString m_alarm;
    QLineEdit* m_note;
};

// Who changed what of an organisation, and when.
class OrganisationHistory final : public QDialog {
    Q_OBJECT

public:
    OrganisationHistory(const AccessControl& control, const OrganisationRow& organisation, QWidget* parent);

private:
    RecordTable<OrganisationChangeRow> m_changes;
    QTableView* m_table;
    QLabel* m_message;
};

} // namespace haneul::access
