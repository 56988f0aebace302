#include "ui/access/gate_dialog.h"

#include "ui/access/password_fields.h"
#include "ui/access/scroll_page.h"
#include "ui/access/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPushButton>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace haneul::access {

using State = DeskSession::State;
using theme::ColorRole;

namespace {

constexpr int longestName = 64;
constexpr int widthInCharacters = 56;

QWidget* formOf(std::initializer_list<QWidget*> rows, int gap) {
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap);
    for (QWidget* row : rows)
        column->addWidget(row);
    column->addStretch();
    return form;
}

QLineEdit* fieldOf(const char* name, QLabel* label, int longest) {
    auto* field = new QLineEdit;
    field->setObjectName(QLatin1StringView(name));
    field->setMaxLength(longest);
    label->setBuddy(field);
    return field;
}

} // namespace

GateDialog::GateDialog(DeskSession& session, const AccessControl& control, const clock::Clock& clock,
                       const theme::Theme& theme, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::CustomizeWindowHint | Qt::WindowTitleHint)
    , m_session(session)
    , m_control(control)
    , m_clock(clock)
    , m_theme(theme)
    , m_place(parent)
    , m_title(new QLabel(this))
    , m_about(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_message(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_other(new QPushButton(this)) {
    setObjectName(QStringLiteral("gate"));
    setWindowModality(Qt::ApplicationModal);
    build();
    style();
    connect(&m_session, &DeskSession::changed, this, &GateDialog::follow);
    connect(&m_session, &DeskSession::refused, this, &GateDialog::showRefusal);
    connect(&m_wait, &QTimer::timeout, this, &GateDialog::showWait);
    m_wait.setInterval(DeskSession::tick);
    qApp->installEventFilter(this);
}

void GateDialog::build() {
    m_title->setObjectName(QStringLiteral("gateTitle"));
    m_about->setObjectName(QStringLiteral("gateAbout"));
    m_message->setObjectName(QStringLiteral("gateMessage"));
    m_go->setObjectName(QStringLiteral("gateGo"));
    m_other->setObjectName(QStringLiteral("gateOther"));
    for (QLabel* label : {m_about, m_message})
        label->setWordWrap(true);
    m_message->hide();
    m_go->setDefault(true);
    m_other->setAutoDefault(false);
    m_pages->addWidget(buildSetUp());
    m_pages->addWidget(buildLogIn());
    m_pages->addWidget(buildLocked());
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_other);
    buttons->addStretch();
    buttons->addWidget(m_go);
    auto* column = new QVBoxLayout(this);
    column->setSizeConstraint(QLayout::SetFixedSize);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(new ScrollPage(m_pages, this));
    column->addWidget(m_message);
    column->addLayout(buttons);
    connect(m_go, &QPushButton::clicked, this, &GateDialog::send);
    connect(m_other, &QPushButton::clicked, this, [this] {
        if (m_page == Page::Locked)
            switchUser();
        else
            reject();
    });
}

QWidget* GateDialog::buildSetUp() {
    m_codeShown = new QLabel;
    m_codeShown->setObjectName(QStringLiteral("setUpCodeShown"));
    m_codeShown->setWordWrap(true);
    m_codeShown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_codeLabel = new QLabel;
    m_code = fieldOf("setUpCode", m_codeLabel, longestName);
    m_firstUserLabel = new QLabel;
    m_firstUser = fieldOf("firstUser", m_firstUserLabel, longestName);
    m_firstNameLabel = new QLabel;
    m_firstName = fieldOf("firstName", m_firstNameLabel, longestName);
    m_firstPassword = new NewPasswordEntry(m_control.judgePassword);
    connect(m_firstUser, &QLineEdit::textChanged, m_firstPassword, &NewPasswordEntry::setUser);
    connect(m_firstPassword, &NewPasswordEntry::changed, this, &GateDialog::judge);
    for (QLineEdit* edit : {m_code, m_firstUser})
        connect(edit, &QLineEdit::textChanged, this, &GateDialog::judge);
    return formOf({m_codeShown, m_codeLabel, m_code, m_firstUserLabel, m_firstUser, m_firstNameLabel, m_firstName,
                   m_firstPassword},
                  fontMetrics().height() / 4);
}

QWidget* GateDialog::buildLogIn() {
    m_userLabel = new QLabel;
    m_user = fieldOf("user", m_userLabel, longestName);
    m_passwordLabel = new QLabel;
    m_password = new PasswordEntry;
    m_passwordLabel->setBuddy(m_password);
    connect(m_user, &QLineEdit::textChanged, this, &GateDialog::judge);
    connect(&m_password->edit(), &QLineEdit::textChanged, this, &GateDialog::judge);
    return formOf({m_userLabel, m_user, m_passwordLabel, m_password}, fontMetrics().height() / 4);
}

QWidget* GateDialog::buildLocked() {
    m_unlockLabel = new QLabel;
    m_unlock = new PasswordEntry;
    m_unlock->edit().setObjectName(QStringLiteral("unlockPassword"));
    m_unlockLabel->setBuddy(m_unlock);
    connect(&m_unlock->edit(), &QLineEdit::textChanged, this, &GateDialog::judge);
    return formOf({m_unlockLabel, m_unlock}, fontMetrics().height() / 4);
}

void GateDialog::setPlace(QWidget* place) {
    if (m_place) m_place->removeEventFilter(this);
    m_place = place;
    if (place) place->installEventFilter(this);
    follow();
}

void GateDialog::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    style();
}

void GateDialog::follow() {
    if (m_session.isOpen()) {
        m_switching = false;
        m_moved = false;
        m_refusal.reset();
        m_waitUntil.reset();
        clearFields();
        hide();
        if (parentWidget() != nullptr) parentWidget()->window()->activateWindow(); // its keys work at once
        return;
    }
    if (m_session.isStarting()) return;
    switch (m_session.state()) {
    case State::SetUp:
        turnTo(Page::SetUp);
        break;
    case State::SignedOut:
        turnTo(Page::LogIn);
        break;
    case State::Locked:
        turnTo(m_switching ? Page::LogIn : Page::Locked);
        break;
    case State::Open:
        break;
    }
    judge();
    if (isHidden()) show();
}

void GateDialog::turnTo(Page page) {
    const bool other = page != m_page || isHidden();
    m_page = page;
    for (int i = 0; i < m_pages->count(); ++i) // only the page that is seen has a say in the size
        m_pages->widget(i)->setSizePolicy(QSizePolicy::Preferred,
                                          i == static_cast<int>(page) ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_pages->setCurrentIndex(static_cast<int>(page));
    word();
    if (!other) return;
    clearFields();
    m_sent = m_sent && m_session.isAsking();
    m_pages->setEnabled(!m_sent); // what is off takes no focus
    focusField();
    moveToPlace();
}

// Where the person begins to type.
void GateDialog::focusField() {
    switch (m_page) {
    case Page::SetUp:
        return m_code->setFocus();
    case Page::LogIn:
        return (m_user->text().isEmpty() ? m_user : &m_password->edit())->setFocus();
    case Page::Locked:
        return m_unlock->setFocus();
    }
}

void GateDialog::switchUser() {
    m_switching = true;
    m_refusal.reset();
    m_session.lock();
    follow();
}

void GateDialog::reject() {
    m_refusal.reset();
    if (m_page == Page::LogIn && m_session.state() == State::Locked) {
        m_switching = false;
        follow();
        return;
    }
    clearFields();
    showWait();
}

void GateDialog::clearFields() {
    m_code->clear();
    m_firstPassword->clear();
    m_password->clear();
    m_unlock->clear();
    m_user->clear();
}

void GateDialog::judge() {
    const bool waiting = m_waitUntil && m_clock.now() < *m_waitUntil;
    bool complete = false;
    switch (m_page) {
    case Page::SetUp:
        complete = !m_code->text().isEmpty() && !m_firstUser->text().isEmpty() && m_firstPassword->isFit();
        break;
    case Page::LogIn:
        complete = !m_user->text().isEmpty() && !m_password->text().isEmpty();
        break;
    case Page::Locked:
        complete = !m_unlock->text().isEmpty();
        break;
    }
    m_go->setEnabled(complete && !waiting && !m_session.isAsking());
    // What was sent stays as it is until the answer. The answer to a log-out or to a lock keeps nobody from typing.
    m_sent = m_sent && m_session.isAsking();
    const bool wasOff = !m_pages->isEnabled();
    m_pages->setEnabled(!m_sent);
    if (wasOff && !m_sent && !m_pages->isAncestorOf(focusWidget())) focusField();
}

void GateDialog::send() {
    if (!m_go->isEnabled()) return;
    m_refusal.reset();
    m_sent = true;
    switch (m_page) {
    case Page::SetUp:
        m_session.setUp(m_code->text().trimmed(), {.user = m_firstUser->text().trimmed(),
                                                   .name = m_firstName->text().trimmed(),
                                                   .role = QStringLiteral("administrator"),
                                                   .password = m_firstPassword->password()});
        break;
    case Page::LogIn:
        m_session.logIn(m_user->text().trimmed(), m_password->text());
        break;
    case Page::Locked:
        m_session.unlock(m_unlock->text());
        break;
    }
    showWait();
}

void GateDialog::showRefusal(const Refusal& why) {
    if (m_session.isOpen()) return;
    m_refusal = why;
    // On the lock page the user is not in question.
    if (m_page == Page::Locked && why.code == QLatin1StringView("LOG_IN_REFUSED"))
        m_refusal->code = QStringLiteral("PASSWORD_WRONG");
    m_waitUntil.reset();
    if (why.wait) m_waitUntil = m_clock.now() + *why.wait;
    if (m_page == Page::LogIn) m_password->clear();
    if (m_page == Page::Locked) m_unlock->clear();
    follow();
    showWait();
    QWidget* again = m_page == Page::SetUp    ? static_cast<QWidget*>(m_code)
                     : m_page == Page::Locked ? static_cast<QWidget*>(m_unlock)
                                              : static_cast<QWidget*>(m_password);
    if (m_page != Page::LogIn || !m_user->text().isEmpty()) again->setFocus();
}

// What was refused, with the time that is left; gone when the time is over.
void GateDialog::showWait() {
    if (m_refusal && m_waitUntil) {
        const milliseconds left = *m_waitUntil - m_clock.now();
        m_refusal->wait = left;
        if (left <= milliseconds{0}) m_refusal.reset();
    }
    if (!m_refusal) m_waitUntil.reset();
    m_message->setText(m_refusal ? QString(QStringLiteral("▲  ") + refusalText(*m_refusal)) : QString());
    m_message->setVisible(m_refusal.has_value());
    if (m_waitUntil)
        m_wait.start();
    else
        m_wait.stop();
    judge();
    moveToPlace();
}

void GateDialog::word() {
    const auto& person = m_session.person();
    m_message->setAccessibleName(tr("What was refused"));
    switch (m_page) {
    case Page::SetUp: {
        setWindowTitle(tr("First start"));
        m_about->setText(tr("Haneul has no administrator yet. Whoever has the set-up code makes the first one; the "
                            "administrator then adds everybody else."));
        const QString code = m_control.setUpCode();
        m_codeShown->setText(code.isEmpty() ? tr("The set-up code is shown where the server was started.")
                                            : tr("Set-up code of this machine, valid once: %1").arg(code));
        m_go->setText(tr("&Make the administrator"));
        m_other->hide();
        break;
    }
    case Page::LogIn:
        setWindowTitle(m_session.state() == State::Locked ? tr("Switch user") : tr("Log in"));
        m_about->setText(m_session.state() == State::Locked && person
                             ? tr("%1 is logged out when someone else logs in. Both are kept in the event log.")
                                   .arg(personText(*person))
                             : tr("Nobody is logged in: the picture is shown, and nothing can be changed."));
        m_go->setText(tr("&Log in"));
        m_other->setText(tr("&Back"));
        m_other->setVisible(m_session.state() == State::Locked);
        break;
    case Page::Locked:
        setWindowTitle(tr("Locked"));
        m_about->setText(
            QString((person ? personText(*person) : QString()) + u'\n' +
                    (m_session.lockedByIdleness() ? tr("Locked since %1: nobody was active for 30 minutes.")
                                                  : tr("Locked since %1."))
                        .arg(dateAndTime(m_session.lockedSince()))));
        m_go->setText(tr("&Unlock"));
        m_other->setText(tr("&Switch user"));
        m_other->show();
        break;
    }
    m_title->setText(windowTitle());
    m_codeLabel->setText(tr("Set-up &code"));
    m_firstUserLabel->setText(tr("&User name, for logging in"));
    m_firstNameLabel->setText(tr("&Full name, as others see it (may be empty)"));
    m_userLabel->setText(tr("&User name"));
    m_passwordLabel->setText(tr("&Password"));
    m_unlockLabel->setText(tr("&Password"));
    m_code->setAccessibleName(tr("Set-up code"));
    m_firstUser->setAccessibleName(tr("User name"));
    m_firstName->setAccessibleName(tr("Full name"));
    m_user->setAccessibleName(tr("User name"));
    if (m_refusal) m_message->setText(QString(QStringLiteral("▲  ") + refusalText(*m_refusal)));
}

void GateDialog::style() {
    const int gap = fontMetrics().height();
    layout()->setContentsMargins(gap, gap, gap, gap);
    layout()->setSpacing(gap / 2);
    const int width = fontMetrics().averageCharWidth() * widthInCharacters;
    for (QWidget* each : std::initializer_list<QWidget*>{m_about, m_pages, m_message})
        each->setFixedWidth(width);
    m_title->setStyleSheet(
        QStringLiteral("QLabel { font-size: %1pt; font-weight: bold; }").arg(font().pointSizeF() * 1.5));
    m_message->setStyleSheet(
        QStringLiteral("QLabel { color: %1; font-weight: bold; }").arg(m_theme.color(ColorRole::Warning).name()));
    setStyleSheet(QStringLiteral("QDialog#gate { background: %1; border: 2px solid %2; }")
                      .arg(m_theme.color(ColorRole::Panel).name(), m_theme.color(ColorRole::Focus).name()));
}

void GateDialog::moveToPlace() {
    if (m_moved || !m_place || !isVisible()) return;
    adjustSize();
    const QRect window(m_place->window()->mapToGlobal(QPoint(0, 0)), m_place->window()->size());
    const QRect place(m_place->mapToGlobal(QPoint(0, 0)), m_place->size());
    const int gap = fontMetrics().height();
    const int left =
        std::clamp(place.center().x() - width() / 2, window.left(), std::max(window.left(), window.right() - width()));
    const int top = std::max(window.top(), window.bottom() - height() - 2 * gap);
    move(left, top);
}

void GateDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        word();
        moveToPlace();
    }
    if (event->type() == QEvent::FontChange) {
        style();
        moveToPlace();
    }
}

void GateDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    moveToPlace();
    raise();
    activateWindow();
    if (!m_pages->isAncestorOf(focusWidget())) focusField();
}

// A lock must not keep the service manager from ending the program; should the program stay after all, so does the
// lock.
bool GateDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == qApp && event->type() == QEvent::Quit) {
        m_ending = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_ending = false;
                follow();
            },
            Qt::QueuedConnection);
    }
    if (watched == m_place && event->type() == QEvent::Resize) moveToPlace(); // docks, another screen
    return QDialog::eventFilter(watched, event);
}

void GateDialog::closeEvent(QCloseEvent* event) {
    if (m_ending)
        event->accept();
    else
        QDialog::closeEvent(event);
}

void GateDialog::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) m_grip = event->globalPosition().toPoint() - pos();
}

void GateDialog::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    m_moved = true;
    move(event->globalPosition().toPoint() - m_grip);
}

} // namespace haneul::access
