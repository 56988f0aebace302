#include "ui/access/admin_forms.h"

#include "ui/access/password_fields.h"
#include "ui/access/scroll_page.h"
#include "ui/access/words.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace haneul::access {

namespace {

constexpr int longestName = 64;
constexpr int longestValidity_days = 3650;

QComboBox* roleBox(const AccessControl& control, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("role"));
    for (const QString& role : control.roles())
        box->addItem(roleText(role), role);
    box->setMaxVisibleItems(box->count());
    return box;
}

QLineEdit* nameField(const char* name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(QLatin1StringView(name));
    field->setMaxLength(longestName);
    return field;
}

} // namespace

AdminForm::AdminForm(const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_rows(new QVBoxLayout)
    , m_message(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this)) {
    setObjectName(name);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    const int gap = fontMetrics().height();
    auto* form = new QWidget(this);
    form->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(gap / 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    for (QWidget* each : std::initializer_list<QWidget*>{new ScrollPage(form, this), m_message, m_buttons})
        column->addWidget(each);
    m_message->setObjectName(QStringLiteral("formMessage"));
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_message->hide();
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon(QIcon()); // a button of the style has colours of its own
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        beginAsking();
        send();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AdminForm::addRow(Words label, QWidget* field) {
    m_rows->addWidget(labelled(std::move(label), field));
}

QWidget* AdminForm::labelled(Words label, QWidget* field) {
    if (m_first == nullptr) m_first = field;
    auto* both = new QWidget(this);
    auto* column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_rows->spacing());
    auto* text = new QLabel(both);
    text->setBuddy(field);
    column->addWidget(text);
    column->addWidget(field);
    m_words.emplace_back([text, field, label = std::move(label)] {
        text->setText(label());
        field->setAccessibleName(label().remove(u'&'));
    });
    return both;
}

void AdminForm::addPair(Words left, QWidget* leftField, Words right, QWidget* rightField) {
    auto* row = new QHBoxLayout;
    row->setSpacing(fontMetrics().height());
    row->addWidget(labelled(std::move(left), leftField), 1);
    row->addWidget(labelled(std::move(right), rightField), 1);
    m_rows->addLayout(row);
}

void AdminForm::addField(QWidget* field) {
    if (m_first == nullptr && qobject_cast<QLabel*>(field) == nullptr) m_first = field;
    m_rows->addWidget(field);
}

void AdminForm::addText(Words words) {
    auto* label = new QLabel(this);
    label->setWordWrap(true);
    label->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_rows->addWidget(label);
    m_words.emplace_back([label, words = std::move(words)] { label->setText(words()); });
}

void AdminForm::finish(Words title, Words go) {
    m_words.emplace_back([this, title = std::move(title), go = std::move(go)] {
        setWindowTitle(title());
        m_buttons->button(QDialogButtonBox::Ok)->setText(go());
        m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    });
    word();
    allow();
    if (m_first != nullptr && focusWidget() == nullptr) m_first->setFocus();
}

void AdminForm::word() {
    for (const auto& each : m_words)
        each();
}

void AdminForm::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

void AdminForm::setComplete(bool complete) {
    m_complete = complete;
    allow();
}

void AdminForm::allow() {
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_complete && !m_asking);
}

void AdminForm::beginAsking() {
    m_asking = true;
    m_message->hide();
    allow();
}

Answer<bool> AdminForm::answer() {
    return [self = QPointer(this)](std::expected<bool, Refusal> given) {
        if (!self) return;
        if (given)
            self->accept();
        else
            self->failed(given.error());
    };
}

void AdminForm::hint(const QString& whatIsWrong) {
    m_message->setText(QString(QStringLiteral("▲  ") + whatIsWrong));
    m_message->setVisible(!whatIsWrong.isEmpty());
}

void AdminForm::failed(const Refusal& why) {
    failed(refusalText(why));
}

void AdminForm::failed(const QString& why) {
    m_asking = false;
    hint(why);
    allow();
}

AddUserForm::AddUserForm(const AccessControl& control, QWidget* parent)
    : AdminForm(QStringLiteral("addUserForm"), parent)
    , m_control(control)
    , m_user(nameField("user", this))
    , m_name(nameField("name", this))
    , m_role(roleBox(control, this))
    , m_password(new NewPasswordEntry(control.judgePassword, this)) {
    addRow([] { return tr("&User name, for logging in"); }, m_user);
    addRow([] { return tr("&Full name, as others see it (may be empty)"); }, m_name);
    addRow([] { return tr("R&ole"); }, m_role);
    addText([] { return tr("A first password, to be handed over and then changed by the user:"); });
    addField(m_password);
    const auto judge = [this] { setComplete(!m_user->text().trimmed().isEmpty() && m_password->isFit()); };
    connect(m_user, &QLineEdit::textChanged, m_password, &NewPasswordEntry::setUser);
    connect(m_password, &NewPasswordEntry::changed, this, judge);
    finish([] { return tr("Add a user"); }, [] { return tr("&Add"); });
}

void AddUserForm::send() {
    m_control.addUser({.user = m_user->text().trimmed(),
                       .name = m_name->text().trimmed(),
                       .role = m_role->currentData().toString(),
                       .password = m_password->password()},
                      answer());
}

ChangeRoleForm::ChangeRoleForm(const AccessControl& control, const UserRow& user, QWidget* parent)
    : AdminForm(QStringLiteral("changeRoleForm"), parent)
    , m_control(control)
    , m_user(user.user)
    , m_role(roleBox(control, this)) {
    addText([user] { return tr("User %1, now: %2").arg(user.user, roleText(user.role)); });
    if (!user.requestedRole.isEmpty())
        addText([user] {
            return tr("%1 has asked for the role %2; it holds when a second administrator asks for the same.")
                .arg(user.requestedBy, roleText(user.requestedRole));
        });
    addRow([] { return tr("New r&ole"); }, m_role);
    addText([] {
        return tr("All sessions of the user end. Where there is another administrator, the role holds only when a "
                  "second one has asked for the same.");
    });
    m_role->setCurrentIndex(
        std::max(0, m_role->findData(user.requestedRole.isEmpty() ? user.role : user.requestedRole)));
    const auto judge = [this, before = user.role] { setComplete(m_role->currentData().toString() != before); };
    connect(m_role, &QComboBox::currentIndexChanged, this, judge);
    finish([] { return tr("Change the role"); }, [] { return tr("C&hange"); });
    judge();
}

void ChangeRoleForm::send() {
    m_control.changeRole(m_user, m_role->currentData().toString(), answer());
}

ResetPasswordForm::ResetPasswordForm(const AccessControl& control, const UserRow& user, QWidget* parent)
    : AdminForm(QStringLiteral("resetPasswordForm"), parent)
    , m_control(control)
    , m_user(user.user)
    , m_password(new NewPasswordEntry(control.judgePassword, this)) {
    addText([user] { return tr("A new password for %1. All sessions of the user end.").arg(user.user); });
    addField(m_password);
    m_password->setUser(user.user);
    connect(m_password, &NewPasswordEntry::changed, this, [this] { setComplete(m_password->isFit()); });
    finish([] { return tr("Reset the password"); }, [] { return tr("&Save"); });
}

void ResetPasswordForm::send() {
    m_control.resetPassword(m_user, m_password->password(), answer());
}

IssueTokenForm::IssueTokenForm(const AccessControl& control, QWidget* parent)
    : AdminForm(QStringLiteral("issueTokenForm"), parent)
    , m_control(control)
    , m_name(nameField("tokenName", this))
    , m_days(new QSpinBox(this))
    , m_scopes(new QListWidget(this)) {
    m_days->setObjectName(QStringLiteral("tokenDays"));
    m_days->setRange(0, longestValidity_days);
    m_days->setValue(365);
    m_days->setSpecialValueText(tr("until it is revoked"));
    m_scopes->setObjectName(QStringLiteral("tokenScopes"));
    for (const QString& scope : control.scopes()) {
        auto* item = new QListWidgetItem(scope, m_scopes);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_scopes->setMinimumHeight(fontMetrics().height() * 12);
    addRow([] { return tr("&What it is for, such as gateway-7"); }, m_name);
    addRow([] { return tr("&Valid for days"); }, m_days);
    addRow([] { return tr("What it &may do (space bar to choose)"); }, m_scopes);
    const auto judge = [this] { setComplete(!m_name->text().trimmed().isEmpty() && !chosen().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, judge);
    connect(m_scopes, &QListWidget::itemChanged, this, judge);
    finish([] { return tr("Issue a machine token"); }, [] { return tr("&Issue"); });
}

QStringList IssueTokenForm::chosen() const {
    QStringList scopes;
    for (int i = 0; i < m_scopes->count(); ++i)
        if (m_scopes->item(i)->checkState() == Qt::Checked) scopes += m_scopes->item(i)->text();
    return scopes;
}

void IssueTokenForm::send() {
    NewMachineToken token{.name = m_name->text().trimmed(), .scopes = chosen()};
    if (m_days->value() > 0) token.days = m_days->value();
    m_control.issueToken(token, [self = QPointer(this), name = token.name](std::expected<QString, Refusal> given) {
        if (!self) return;
        if (!given) return self->failed(given.error());
        self->accept();
        Q_EMIT self->issued(name, *given);
    });
}

ConfirmForm::ConfirmForm(Words title, Words what, Words go, std::function<void(Answer<bool>)> act, QWidget* parent)
    : AdminForm(QStringLiteral("confirmForm"), parent)
    , m_act(std::move(act)) {
    addText(std::move(what));
    finish(std::move(title), std::move(go));
    setComplete(true);
}

void ConfirmForm::send() {
    m_act(answer());
}

TokenShown::TokenShown(const QString& name, const QString& secret, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("tokenShown"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setWindowTitle(tr("Token issued"));
    auto* about = new QLabel(
        tr("The token for %1. It is shown this once and cannot be read again: copy it to where it is used.").arg(name),
        this);
    about->setWordWrap(true);
    auto* field = new QLineEdit(secret, this);
    field->setObjectName(QStringLiteral("tokenSecret"));
    field->setAccessibleName(tr("Token"));
    field->setReadOnly(true);
    field->setFont(theme::identifierFont(font().pointSizeF() / 10.0));
    field->setMinimumWidth(QFontMetrics(field->font()).horizontalAdvance(secret) + fontMetrics().height() * 2);
    field->setCursorPosition(0);
    auto* copied = new QLabel(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton* copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyToken"));
    buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    buttons->button(QDialogButtonBox::Close)->setIcon(QIcon());
    connect(copy, &QPushButton::clicked, this, [secret, copied] {
        QGuiApplication::clipboard()->setText(secret);
        copied->setText(tr("Copied."));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    const int gap = fontMetrics().height();
    column->setContentsMargins(gap, gap, gap, gap);
    column->setSpacing(gap / 2);
    for (QWidget* each : std::initializer_list<QWidget*>{about, field, copied, buttons})
        column->addWidget(each);
    copy->setFocus();
}

} // namespace haneul::access
