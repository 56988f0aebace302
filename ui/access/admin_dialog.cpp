#include "ui/access/admin_dialog.h"

#include "ui/access/admin_forms.h"
#include "ui/access/words.h"

#include <QCoreApplication>
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

namespace {

QString title(const char* text) {
    return QCoreApplication::translate("haneul::access::AdminDialog", text);
}

QString stateText(const UserRow& user) {
    switch (user.state) {
    case UserRow::State::Active:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "active"));
    case UserRow::State::Disabled:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "disabled"));
    case UserRow::State::Review:
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "locked: too many failures"));
    }
    return {};
}

QString roleAndRequest(const UserRow& user) {
    if (user.requestedRole.isEmpty()) return roleText(user.role);
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "%1 (asked for: %2)"))
        .arg(roleText(user.role), roleText(user.requestedRole));
}

QString tokenState(const TokenRow& token) {
    if (token.revoked)
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "revoked %1")).arg(dateAndTime(token.revoked));
    if (token.expires)
        return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "valid until %1"))
            .arg(dateAndTime(token.expires));
    return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "valid until it is revoked"));
}

std::vector<RecordTable<UserRow>::Column> userColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "User")); },
         [](const UserRow& user) { return user.user; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Name")); },
         [](const UserRow& user) { return user.name; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Role")); }, &roleAndRequest},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "State")); }, &stateText},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Last log-in")); },
         [](const UserRow& user) { return dateAndTime(user.lastLogIn); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Added")); },
         [](const UserRow& user) { return dateAndTime(user.created); }},
    };
}

std::vector<RecordTable<SessionRow>::Column> sessionColumns(const DeskSession& session) {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "User")); },
         [](const SessionRow& row) { return row.user; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Where")); },
         [&session](const SessionRow& row) {
             const bool own = session.person() && session.person()->session == row.id;
             return own ? title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "this desk")) : row.desk;
         }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Begun")); },
         [](const SessionRow& row) { return dateAndTime(row.begun); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Last use")); },
         [](const SessionRow& row) { return dateAndTime(row.lastSeen); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Ends at the latest")); },
         [](const SessionRow& row) { return dateAndTime(row.expires); }},
    };
}

std::vector<RecordTable<TokenRow>::Column> tokenColumns() {
    return {
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "For")); },
         [](const TokenRow& token) { return token.name; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "State")); }, &tokenState},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Issued by")); },
         [](const TokenRow& token) { return token.issuedBy; }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "Issued")); },
         [](const TokenRow& token) { return dateAndTime(token.issued); }},
        {[] { return title(QT_TRANSLATE_NOOP("haneul::access::AdminDialog", "May")); },
         [](const TokenRow& token) { return token.scopes.join(QStringLiteral(", ")); }},
    };
}

} // namespace

AdminDialog::AdminDialog(const DeskSession& session, const AccessControl& control, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_control(control)
    , m_users(userColumns(), this)
    , m_sessions(sessionColumns(session), this)
    , m_tokens(tokenColumns(), this)
    , m_tabs(new QTabWidget(this)) {
    setObjectName(QStringLiteral("adminDialog"));
    m_tabs->setObjectName(QStringLiteral("adminTabs"));
    m_userTab = makeTab("userTable", m_users, QStringLiteral("user.read"), QStringLiteral("user.write"));
    m_sessionTab = makeTab("sessionTable", m_sessions, {}, {}); // everybody may end his own
    m_tokenTab = makeTab("tokenTable", m_tokens, QStringLiteral("token.read"), QStringLiteral("token.write"));
    m_add = addButton(m_userTab, "addUser", false, &AdminDialog::addUser);
    m_role = addButton(m_userTab, "changeRole", true, &AdminDialog::changeRole);
    m_reset = addButton(m_userTab, "resetPassword", true, &AdminDialog::resetPassword);
    m_onOff = addButton(m_userTab, "turnUserOnOrOff", true, &AdminDialog::turnUserOnOrOff);
    m_end = addButton(m_sessionTab, "endSession", true, &AdminDialog::endSession);
    m_issue = addButton(m_tokenTab, "issueToken", false, &AdminDialog::issueToken);
    m_revoke = addButton(m_tokenTab, "revokeToken", true, &AdminDialog::revokeToken);
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
}

void AdminDialog::turnTo(Page page) {
    m_tabs->setCurrentIndex(static_cast<int>(page));
}

void AdminDialog::allow() {
    for (Tab* tab : {&m_userTab, &m_sessionTab, &m_tokenTab})
        if (tab->table) allow(*tab);
    if (!m_onOff || !m_revoke) return;
    const UserRow* user = m_users.at(m_userTab.table->currentIndex());
    const bool off = user && user->state != UserRow::State::Active;
    m_onOff->setText(off ? tr("&Enable") : tr("&Disable"));
    const TokenRow* token = m_tokens.at(m_tokenTab.table->currentIndex());
    if (token && token->revoked) m_revoke->setEnabled(false);
}

void AdminDialog::allow(Tab& tab) {
    const auto& person = m_session.person();
    const bool may = person && (tab.writeScope.isEmpty() || person->may(tab.writeScope));
    const Refusal forbidden{.code = QStringLiteral("FORBIDDEN"), .detail = tab.writeScope};
    const QString why = tab.refusal ? refusalText(*tab.refusal) : may ? QString() : refusalText(forbidden);
    tab.message->setText(QString(QStringLiteral("▲  ") + why));
    tab.message->setVisible(!why.isEmpty());
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
    for (Tab* tab : {&m_userTab, &m_sessionTab, &m_tokenTab}) {
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
