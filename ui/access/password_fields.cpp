#include "ui/access/password_fields.h"

#include <QCheckBox>
#include <QEvent>
#include <QFormLayout>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace haneul::access {

namespace {

constexpr auto longest = 256;          // UTF-16 units; the service says what is too long
constexpr quint32 lockMask = 1U << 1U; // X11: state of a key event, LockMask
constexpr int least = 15, most = 128;  // NIST SP 800-63B-4: what the service asks for

// What holds and what does not, by sign and word: never by colour alone.
QString ruleText(bool holds, const QString& text) {
    return QString((holds ? u'✓' : u'○') + QStringLiteral("  ") + text);
}

} // namespace

PasswordEdit::PasswordEdit(QWidget* parent)
    : QLineEdit(parent) {
    setMaxLength(longest);
    setShown(false);
}

void PasswordEdit::setShown(bool shown) {
    setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
}

void PasswordEdit::lookAtCapsLock(const QKeyEvent& event) {
    if (QGuiApplication::platformName() != QLatin1StringView("xcb")) return;
    bool on = (event.nativeModifiers() & lockMask) != 0;
    if (event.key() == Qt::Key_CapsLock) on = !on; // an event has the state before it
    Q_EMIT capsLock(on);
}

void PasswordEdit::keyPressEvent(QKeyEvent* event) {
    lookAtCapsLock(*event);
    QLineEdit::keyPressEvent(event);
}

void PasswordEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    Q_EMIT capsLock(false);
}

PasswordEntry::PasswordEntry(QWidget* parent)
    : QWidget(parent)
    , m_edit(new PasswordEdit(this))
    , m_show(new QCheckBox(this))
    , m_caps(new QLabel(this)) {
    m_edit->setObjectName(QStringLiteral("password"));
    m_show->setObjectName(QStringLiteral("showPassword"));
    m_caps->setObjectName(QStringLiteral("capsLock"));
    m_caps->setWordWrap(true);
    m_caps->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    column->addWidget(m_caps);
    column->addWidget(m_show);
    setFocusProxy(m_edit);
    connect(m_show, &QCheckBox::toggled, m_edit, &PasswordEdit::setShown);
    connect(m_edit, &PasswordEdit::capsLock, m_caps, &QLabel::setVisible);
    word();
}

QLineEdit& PasswordEntry::edit() const {
    return *m_edit;
}

QString PasswordEntry::text() const {
    return m_edit->text();
}

void PasswordEntry::clear() {
    m_edit->clear();
    m_show->setChecked(false);
}

void PasswordEntry::word() {
    m_edit->setAccessibleName(tr("Password"));
    m_show->setText(tr("Show &what is typed"));
    m_caps->setText(tr("▲ Caps lock is on"));
}

void PasswordEntry::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

NewPasswordEntry::NewPasswordEntry(Judge judge, QWidget* parent)
    : QWidget(parent)
    , m_judge(std::move(judge))
    , m_firstLabel(new QLabel(this))
    , m_secondLabel(new QLabel(this))
    , m_first(new PasswordEdit(this))
    , m_second(new PasswordEdit(this))
    , m_show(new QCheckBox(this))
    , m_caps(new QLabel(this))
    , m_length(new QLabel(this))
    , m_guess(new QLabel(this))
    , m_same(new QLabel(this))
    , m_free(new QLabel(this)) {
    m_first->setObjectName(QStringLiteral("newPassword"));
    m_second->setObjectName(QStringLiteral("repeatPassword"));
    m_show->setObjectName(QStringLiteral("showNewPassword"));
    m_length->setObjectName(QStringLiteral("lengthRule"));
    m_guess->setObjectName(QStringLiteral("guessRule"));
    m_same->setObjectName(QStringLiteral("sameRule"));
    m_firstLabel->setBuddy(m_first);
    m_secondLabel->setBuddy(m_second);
    m_caps->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 4);
    for (QLabel* label : {m_caps, m_length, m_guess, m_same, m_free})
        label->setWordWrap(true);
    for (QWidget* each : std::initializer_list<QWidget*>{m_firstLabel, m_first, m_secondLabel, m_second, m_caps, m_show,
                                                         m_length, m_guess, m_same, m_free})
        column->addWidget(each);
    setFocusProxy(m_first);
    for (PasswordEdit* edit : {m_first, m_second}) {
        connect(m_show, &QCheckBox::toggled, edit, &PasswordEdit::setShown);
        connect(edit, &PasswordEdit::capsLock, m_caps, &QLabel::setVisible);
        connect(edit, &QLineEdit::textChanged, this, &NewPasswordEntry::judge);
    }
    word();
}

void NewPasswordEntry::setUser(const QString& user) {
    m_user = user;
    judge();
}

QString NewPasswordEntry::password() const {
    return m_first->text();
}

void NewPasswordEntry::clear() {
    m_first->clear();
    m_second->clear();
    m_show->setChecked(false);
}

void NewPasswordEntry::judge() {
    const QString password = m_first->text();
    const auto characters = password.toUcs4().size();
    const std::optional<Refusal> why = m_judge(password, m_user);
    const bool tooShort = why && why->code == QLatin1StringView("PASSWORD_TOO_SHORT");
    const bool tooLong = why && why->code == QLatin1StringView("PASSWORD_TOO_LONG");
    const bool length = !password.isEmpty() && !tooShort && !tooLong;
    const bool same = !password.isEmpty() && password == m_second->text();
    m_length->setText(ruleText(length, tr("%1 to %2 characters: now %3").arg(least).arg(most).arg(characters)));
    m_guess->setText(ruleText(length && !why, tr("not made of common words, your name or key runs")));
    m_same->setText(ruleText(same, tr("both the same")));
    m_fit = length && !why && same;
    Q_EMIT changed();
}

void NewPasswordEntry::word() {
    m_firstLabel->setText(tr("&New password"));
    m_secondLabel->setText(tr("&Repeat the password"));
    m_first->setAccessibleName(tr("New password"));
    m_second->setAccessibleName(tr("Repeat the password"));
    m_show->setText(tr("Show &what is typed"));
    m_caps->setText(tr("▲ Caps lock is on"));
    m_free->setText(tr("Any letters of any language, spaces too; a sentence is good. It does not expire."));
    judge();
}

void NewPasswordEntry::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::access
