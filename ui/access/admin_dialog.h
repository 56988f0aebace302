#pragma once

#include "ui/access/admin_columns.h"
#include "ui/access/desk_session.h"
#include "ui/access/record_table.h"

#include <QDialog>

#include <array>

class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;

namespace haneul::access {

// Users, sessions, machine tokens, organisations, where two approvals are needed, and security alarms. Who may not is
// told why; the service refuses all the same.
class AdminDialog final : public QDialog {
    Q_OBJECT

public:
    enum class Page { Users, Sessions, Tokens, Organisations, Approvals, Alarms };

    AdminDialog(const DeskSession& session, const AccessControl& control, QWidget* parent);

    void load(); // all lists anew
    void turnTo(Page page);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Tab {
        QWidget* page = nullptr;
        QTableView* table = nullptr;
        QLabel* message = nullptr; // why there is nothing, or nothing can be done
        QString readScope;         // empty: everybody may
        QString writeScope;
        std::optional<Refusal> refusal = {}; // of the list
        std::vector<QPushButton*> changers;  // off without `writeScope`
        std::vector<QPushButton*> onRow;     // off without a row
    };

    Tab makeTab(const char* name, QAbstractTableModel& model, const QString& readScope, const QString& writeScope);
    QPushButton* addButton(Tab& tab, const char* name, bool onRow, void (AdminDialog::*act)());
    template <class Record>
    void ask(const std::function<void(Answer<std::vector<Record>>)>& list, Tab& tab, RecordTable<Record>& records);
    void readRules(Answer<std::vector<ApprovalRuleRow>> answer);
    [[nodiscard]] std::array<Tab*, 6> tabs();
    [[nodiscard]] QString waitingText() const;
    void allow();
    void allow(Tab& tab);
    void word();
    void size();

    void addUser();
    void changeRole();
    void resetPassword();
    void turnUserOnOrOff();
    void endSession();
    void endSessionsOf();
    void setOrganisation();
    void addOrganisation();
    void changeOrganisation();
    void showHistory();
    void changeRules();
    void acknowledge();
    void issueToken();
    void revokeToken();
    void open(class AdminForm* form);

    const DeskSession& m_session;
    const AccessControl& m_control;
    RecordTable<UserRow> m_users;
    RecordTable<SessionRow> m_sessions;
    RecordTable<TokenRow> m_tokens;
    RecordTable<OrganisationRow> m_organisations;
    RecordTable<ApprovalRuleRow> m_rules;
    RecordTable<AlarmRow> m_alarms;
    ApprovalRulesState m_ruleState;
    QTabWidget* m_tabs;
    Tab m_userTab, m_sessionTab, m_tokenTab, m_organisationTab, m_ruleTab, m_alarmTab;
    QPushButton* m_add = nullptr;
    QPushButton* m_role = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_onOff = nullptr;
    QPushButton* m_end = nullptr;
    QPushButton* m_belongs = nullptr;
    QPushButton* m_endAll = nullptr;
    QPushButton* m_addOrganisation = nullptr;
    QPushButton* m_changeOrganisation = nullptr;
    QPushButton* m_history = nullptr;
    QPushButton* m_changeRules = nullptr;
    QPushButton* m_acknowledge = nullptr;
    QPushButton* m_issue = nullptr;
    QPushButton* m_revoke = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace haneul::access
