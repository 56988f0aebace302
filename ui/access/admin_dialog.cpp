#include "ui/access/admin_dialog.h"

#include "ui/access/admin_forms.h"
#include "ui/access/house_forms.h"
#include "ui/access/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::access {

AdminDialog::AdminDialog(const DeskSession& session, const AccessControl& control, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_control(control)
    , m_users(userColumns(), this)
    , m_sessions(sessionColumns(session), this)
    , m_tokens(tokenColumns(), this)
    , m_organisations(organisationColumns(), this)
    , m_rules(ruleColumns(), this)
    , m_alarms(alarmColumns(), this)
    , m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("adminDialog"));
    m_tabs->setObjectName(QStringLiteral("adminTabs"));
    m_userTab = makeTab("userTable", m_users, QStringLiteral("user.read"), QStringLiteral("user.write"));
    m_sessionTab = makeTab("sessionTable", m_sessions, {}, {}); // everybody may end his own
    m_tokenTab = makeTab("tokenTable", m_tokens, QStringLiteral("token.read"), QStringLiteral("token.write"));
    m_organisationTab = makeTab("organisationTable", m_organisations, QStringLiteral("organisation.read"),
                                QStringLiteral("organisation.write"));
    m_ruleTab = makeTab("ruleTable", m_rules, QStringLiteral("policy.read"), QStringLiteral("policy.write"));
    m_alarmTab =
        makeTab("alarmTable", m_alarms, QStringLiteral("security.read"), QStringLiteral("security.acknowledge"));
    m_add = addButton(m_userTab, "addUser", false, &AdminDialog::addUser);
    m_role = addButton(m_userTab, "changeRole", true, &AdminDialog::changeRole);
    m_reset = addButton(m_userTab, "resetPassword", true, &AdminDialog::resetPassword);
    m_onOff = addButton(m_userTab, "turnUserOnOrOff", true, &AdminDialog::turnUserOnOrOff);
    m_belongs = addButton(m_userTab, "setOrganisation", true, &AdminDialog::setOrganisation);
    m_end = addButton(m_sessionTab, "endSession", true, &AdminDialog::endSession);
    m_endAll = addButton(m_sessionTab, "endSessionsOf", true, &AdminDialog::endSessionsOf);
    m_issue = addButton(m_tokenTab, "issueToken", false, &AdminDialog::issueToken);
    m_revoke = addButton(m_tokenTab, "revokeToken", true, &AdminDialog::revokeToken);
    m_addOrganisation = addButton(m_organisationTab, "addOrganisation", false, &AdminDialog::addOrganisation);
    m_changeOrganisation = addButton(m_organisationTab, "changeOrganisation", true, &AdminDialog::changeOrganisation);
    m_history = addButton(m_organisationTab, "organisationHistory", true, &AdminDialog::showHistory);
    m_changeRules = addButton(m_ruleTab, "changeRules", false, &AdminDialog::changeRules);
    m_acknowledge = addButton(m_alarmTab, "acknowledgeAlarm", true, &AdminDialog::acknowledge);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_tabs);
    m_again = new QPushButton(this);
    m_again->setObjectName(QStringLiteral("readAgain"));
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &AdminDialog::load);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_again);
    column->addLayout(row);
    connect(&session, &DeskSession::changed, this, [this] {
        allow();
        if (isVisible()) load();
    });
    word();
    size();
}

AdminDialog::Tab AdminDialog::makeTab(const char* name, QAbstractTableModel& model, const QString& readScope,
                                      const QString& writeScope) {
    Tab tab{.page = new QWidget(this),
            .table = new QTableView,
            .message = new QLabel,
            .readScope = readScope,
            .writeScope = writeScope};
    tab.table->setObjectName(QLatin1StringView(name));
    tab.table->setModel(&model);
    tab.table->setSelectionBehavior(QAbstractItemView::SelectRows);
    tab.table->setSelectionMode(QAbstractItemView::SingleSelection);
    tab.table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    tab.table->setShowGrid(false);
    tab.table->setWordWrap(false);
    tab.table->setTabKeyNavigation(false);
    tab.table->verticalHeader()->hide();
    tab.table->horizontalHeader()->setHighlightSections(false);
    tab.table->horizontalHeader()->setStretchLastSection(true);
    tab.table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    tab.message->setObjectName(QString::fromLatin1(name) + QStringLiteral("Message"));
    tab.message->setWordWrap(true);
    tab.message->hide();
    auto* column = new QVBoxLayout(tab.page);
    column->addWidget(tab.message);
    column->addWidget(tab.table, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(); // they stand at the left, as wide as their words
    column->addLayout(buttons);
    m_tabs->addTab(tab.page, QString());
    connect(tab.table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { allow(); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { allow(); });
    return tab;
}

QPushButton* AdminDialog::addButton(Tab& tab, const char* name, bool onRow, void (AdminDialog::*act)()) {
    auto* button = new QPushButton(tab.page);
    button->setObjectName(QLatin1StringView(name));
    button->setAutoDefault(false);
    auto* column = static_cast<QVBoxLayout*>(tab.page->layout());
    auto* buttons = static_cast<QHBoxLayout*>(column->itemAt(column->count() - 1)->layout());
    buttons->insertWidget(buttons->count() - 1, button);
    connect(button, &QPushButton::clicked, this, act);
    tab.changers.push_back(button);
    if (onRow) tab.onRow.push_back(button);
    return button;
}

template <class Record>
void AdminDialog::ask(const std::function<void(Answer<std::vector<Record>>)>& list, Tab& tab,
                      RecordTable<Record>& records) {
    // Who only looks does not leave a refusal in the log.
    if (!tab.readScope.isEmpty() && !m_session.person()->may(tab.readScope)) {
        tab.refusal = Refusal{.code = QStringLiteral("FORBIDDEN"), .detail = tab.readScope};
        records.setRecords({});
        return;
    }
    list([this, self = QPointer(this), &tab, &records](std::expected<std::vector<Record>, Refusal> answer) {
        if (!self) return;
        records.setRecords(answer ? *std::move(answer) : std::vector<Record>{});
        tab.refusal = answer ? std::nullopt : std::optional(answer.error());
        if (answer && records.rowCount() > 0) tab.table->selectRow(0);
        size();
        allow();
    });
}

void AdminDialog::load() {
    if (!m_session.isOpen()) return;
    ask(m_control.users, m_userTab, m_users);
    ask(m_control.sessions, m_sessionTab, m_sessions);
    ask(m_control.tokens, m_tokenTab, m_tokens);
    ask(m_control.organisations, m_organisationTab, m_organisations);
    ask<ApprovalRuleRow>([this](auto answer) { readRules(std::move(answer)); }, m_ruleTab, m_rules);
    ask(m_control.alarms, m_alarmTab, m_alarms);
}

void AdminDialog::readRules(Answer<std::vector<ApprovalRuleRow>> answer) {
    m_control.approvalRules(
        [self = QPointer(this), answer = std::move(answer)](std::expected<ApprovalRulesState, Refusal> given) {
            if (!self) return;
            if (!given) return answer(std::unexpected(given.error()));
            self->m_ruleState = *std::move(given);
            answer(ruleRows(self->m_ruleState.now));
        });
}

void AdminDialog::turnTo(Page page) {
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void AdminDialog::allow() {
    for (Tab* tab : tabs())
        if (tab->table) allow(*tab);
    if (!m_again) return; // still being made
    const UserRow* user = m_users.at(m_userTab.table->currentIndex());
    const bool off = user && user->state != UserRow::State::Active;
    m_onOff->setText(off ? tr("&Enable") : tr("&Disable"));
    const TokenRow* token = m_tokens.at(m_tokenTab.table->currentIndex());
    if (token && token->revoked) m_revoke->setEnabled(false);
    if (m_organisationTab.table->currentIndex().isValid() && !m_organisationTab.refusal) m_history->setEnabled(true);
    const AlarmRow* alarm = m_alarms.at(m_alarmTab.table->currentIndex());
    if (alarm && alarm->acknowledged) m_acknowledge->setEnabled(false);
    const SessionRow* session = m_sessions.at(m_sessionTab.table->currentIndex());
    const auto& person = m_session.person();
    if (session && person && session->user != person->user && !person->may(QStringLiteral("session.write")))
        m_endAll->setEnabled(false);
}

std::array<AdminDialog::Tab*, 6> AdminDialog::tabs() {
    return {&m_userTab, &m_sessionTab, &m_tokenTab, &m_organisationTab, &m_ruleTab, &m_alarmTab};
}

// What stands above the list of rules when one waits.
QString AdminDialog::waitingText() const {
    if (!m_ruleState.waiting) return {};
    QStringList wanted;
    for (const ApprovalRuleRow& row : ruleRows(*m_ruleState.waiting))
        wanted += ruleColumns().front().text(row);
    return tr("%1 has asked for a change; a second administrator must ask for the same: %2")
        .arg(m_ruleState.waitingBy,
             wanted.isEmpty() ? tr("no plan needs two approvals") : wanted.join(QStringLiteral("; ")));
}

void AdminDialog::allow(Tab& tab) {
    const auto& person = m_session.person();
    const bool may = person && (tab.writeScope.isEmpty() || person->may(tab.writeScope));
    const Refusal forbidden{.code = QStringLiteral("FORBIDDEN"), .detail = tab.writeScope};
    const QString why = tab.refusal ? refusalText(*tab.refusal) : may ? QString() : refusalText(forbidden);
    const QString said = &tab == &m_ruleTab && why.isEmpty() ? waitingText() : why;
    tab.message->setText(QString(QStringLiteral("▲  ") + said));
    tab.message->setVisible(!said.isEmpty());
    for (QPushButton* button : tab.changers) {
        button->setEnabled(may);
        button->setToolTip(why);
    }
    if (!tab.table->currentIndex().isValid())
        for (QPushButton* button : tab.onRow)
            button->setEnabled(false);
}

void AdminDialog::open(AdminForm* form) {
    connect(form, &QDialog::accepted, this, &AdminDialog::load);
    form->open();
}

void AdminDialog::addUser() {
    open(new AddUserForm(m_control, this));
}

void AdminDialog::changeRole() {
    if (const UserRow* user = m_users.at(m_userTab.table->currentIndex()))
        open(new ChangeRoleForm(m_control, *user, this));
}

void AdminDialog::resetPassword() {
    if (const UserRow* user = m_users.at(m_userTab.table->currentIndex()))
        open(new ResetPasswordForm(m_control, *user, this));
}

void AdminDialog::turnUserOnOrOff() {
    const UserRow* user = m_users.at(m_userTab.table->currentIndex());
    if (!user) return;
    const bool disable = user->state == UserRow::State::Active;
    const auto act = [this, name = user->user, disable](Answer<bool> done) {
        m_control.disableUser(name, disable, std::move(done));
    };
    if (disable)
        open(new ConfirmForm([] { return tr("Disable the user"); },
                             [name = user->user] {
                                 return tr("%1 can no longer log in, and all sessions end. Nothing is deleted: the "
                                           "user can be enabled again.")
                                     .arg(name);
                             },
                             [] { return tr("&Disable"); }, act, this));
    else
        open(new ConfirmForm(
            [] { return tr("Enable the user"); },
            [name = user->user] { return tr("%1 can log in again; failed attempts are forgotten.").arg(name); },
            [] { return tr("&Enable"); }, act, this));
}

void AdminDialog::endSession() {
    const SessionRow* row = m_sessions.at(m_sessionTab.table->currentIndex());
    if (!row) return;
    open(new ConfirmForm(
        [] { return tr("End the session"); },
        [user = row->user, desk = row->desk] { return tr("%1 at %2 is logged out at once.").arg(user, desk); },
        [] { return tr("&End"); },
        [this, id = row->id](Answer<bool> done) { m_control.endSession(id, std::move(done)); }, this));
}

void AdminDialog::endSessionsOf() {
    const SessionRow* row = m_sessions.at(m_sessionTab.table->currentIndex());
    if (!row) return;
    open(new ConfirmForm(
        [] { return tr("End all sessions of the user"); },
        [user = row->user] { return tr("%1 is logged out everywhere at once; this desk stays.").arg(user); },
        [] { return tr("&End"); },
        [this, user = row->user](Answer<bool> done) { m_control.endSessionsOf(user, std::move(done)); }, this));
}

void AdminDialog::setOrganisation() {
    const UserRow* user = m_users.at(m_userTab.table->currentIndex());
    if (!user) return;
    m_control.organisations(
        [this, self = QPointer(this), user = *user](const std::expected<std::vector<OrganisationRow>, Refusal>& given) {
            if (self && given) open(new MembershipForm(m_control, user, *given, this));
        });
}

void AdminDialog::addOrganisation() {
    open(new OrganisationForm(m_control, {.id = {}, .name = {}}, this));
}

void AdminDialog::changeOrganisation() {
    if (const OrganisationRow* row = m_organisations.at(m_organisationTab.table->currentIndex()))
        open(new OrganisationForm(m_control, *row, this));
}

void AdminDialog::showHistory() {
    if (const OrganisationRow* row = m_organisations.at(m_organisationTab.table->currentIndex()))
        (new OrganisationHistory(m_control, *row, this))->open();
}

void AdminDialog::changeRules() {
    open(new ApprovalRulesForm(m_control, m_ruleState, this));
}

void AdminDialog::acknowledge() {
    if (const AlarmRow* row = m_alarms.at(m_alarmTab.table->currentIndex()))
        open(new AcknowledgeForm(m_control, *row, this));
}

void AdminDialog::issueToken() {
    auto* form = new IssueTokenForm(m_control, this);
    connect(form, &IssueTokenForm::issued, this,
            [this](const QString& name, const QString& secret) { (new TokenShown(name, secret, this))->open(); });
    open(form);
}

void AdminDialog::revokeToken() {
    const TokenRow* row = m_tokens.at(m_tokenTab.table->currentIndex());
    if (!row) return;
    open(new ConfirmForm(
        [] { return tr("Revoke the token"); },
        [name = row->name] { return tr("%1 is refused from now on. This cannot be undone.").arg(name); },
        [] { return tr("Re&voke"); },
        [this, id = row->id](Answer<bool> done) { m_control.revokeToken(id, std::move(done)); }, this));
}

void AdminDialog::word() {
    setWindowTitle(tr("Users and access"));
    m_tabs->setTabText(0, tr("&Users"));
    m_tabs->setTabText(1, tr("&Sessions"));
    m_tabs->setTabText(2, tr("Machine &tokens"));
    m_tabs->setTabText(3, tr("Or&ganisations"));
    m_tabs->setTabText(4, tr("Two a&pprovals"));
    m_tabs->setTabText(5, tr("Security a&larms"));
    m_organisationTab.table->setAccessibleName(tr("Organisations"));
    m_ruleTab.table->setAccessibleName(tr("Where two approvals are needed"));
    m_alarmTab.table->setAccessibleName(tr("Security alarms"));
    m_belongs->setText(tr("Organi&sation…"));
    m_endAll->setText(tr("End a&ll of the user…"));
    m_addOrganisation->setText(tr("&Add…"));
    m_changeOrganisation->setText(tr("&Change…"));
    m_history->setText(tr("&History…"));
    m_changeRules->setText(tr("&Change…"));
    m_acknowledge->setText(tr("Ac&knowledge…"));
    m_userTab.table->setAccessibleName(tr("Users"));
    m_sessionTab.table->setAccessibleName(tr("Sessions"));
    m_tokenTab.table->setAccessibleName(tr("Machine tokens"));
    m_add->setText(tr("&Add…"));
    m_role->setText(tr("Change the r&ole…"));
    m_reset->setText(tr("Reset the &password…"));
    m_end->setText(tr("&End…"));
    m_issue->setText(tr("&Issue…"));
    m_revoke->setText(tr("Re&voke…"));
    m_again->setText(tr("Read a&gain"));
    allow();
}

void AdminDialog::size() {
    for (Tab* tab : tabs()) {
        tab->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
        tab->table->resizeColumnsToContents();
        for (int i = 0; i + 1 < tab->table->model()->columnCount(); ++i)
            tab->table->setColumnWidth(
                i, std::max(tab->table->columnWidth(i) + fontMetrics().height() / 2, fontMetrics().height() * 5));
    }
    setMinimumSize(QSize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 30)
                       .boundedTo(screen()->availableSize() * 9 / 10));
}

void AdminDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_users.retranslate();
        m_sessions.retranslate();
        m_tokens.retranslate();
        m_organisations.retranslate();
        m_rules.retranslate();
        m_alarms.retranslate();
        word();
        size();
    }
    if (event->type() == QEvent::FontChange) size();
}

void AdminDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    load();
}

} // namespace haneul::access
