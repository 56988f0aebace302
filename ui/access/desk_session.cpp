#include "ui/access/desk_session.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace haneul::access {

namespace {

bool isInput(QEvent::Type type) {
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

DeskSession::DeskSession(const AccessControl& control, const clock::Clock& clock, QObject* parent)
    : QObject(parent)
    , m_control(control)
    , m_clock(clock)
    , m_state(control.setUpNeeded() ? State::SetUp : State::SignedOut)
    , m_lastActivity(clock.now()) {
    QCoreApplication::instance()->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &DeskSession::look);
    m_timer.start(tick);
    if (!control.logInByItself) return;
    m_starting = true;
    control.logInByItself(asking<Person>([this](Person person) { enter(State::Open, std::move(person)); }));
}

// One question at a time; its answer finds the desk gone when the window was closed meanwhile.
template <class T, class Then>
Answer<T> DeskSession::asking(Then then) {
    m_asking = true;
    Q_EMIT changed();
    return [self = QPointer<DeskSession>(this), then](std::expected<T, Refusal> answer) {
        if (!self) return;
        self->m_asking = self->m_starting = false;
        if (answer) {
            then(*std::move(answer));
            return;
        }
        Q_EMIT self->changed();
        Q_EMIT self->refused(answer.error());
    };
}

void DeskSession::setUp(const QString& code, const NewPerson& first) {
    if (m_asking || m_state != State::SetUp) return;
    m_control.setUp(code, first, asking<Person>([this](Person person) {
                        enter(State::Open, std::move(person));
                        Q_EMIT firstAdministratorMade();
                    }));
}

void DeskSession::logIn(const QString& user, const QString& password) {
    if (m_asking || m_state == State::SetUp || m_state == State::Open) return;
    m_control.logIn(user, password, asking<Person>([this](Person person) { enter(State::Open, std::move(person)); }));
}

void DeskSession::unlock(const QString& password) {
    if (m_asking || m_state != State::Locked) return;
    m_control.unlock(password, asking<bool>([this](bool) { enter(State::Open, m_person); }));
}

void DeskSession::lock() {
    lockFor(false);
}

void DeskSession::lockFor(bool idle) {
    if (m_state != State::Open) return;
    m_idle = idle;
    m_lockedSince = m_clock.now();
    m_control.locked(idle);
    enter(State::Locked, m_person);
}

// The desk is closed at once, whatever the service says: nobody acts in the name of someone who has gone.
void DeskSession::logOut() {
    if (m_state != State::Open && m_state != State::Locked) return;
    enter(State::SignedOut, std::nullopt);
    m_control.logOut(asking<bool>([this](bool) { Q_EMIT changed(); }));
}

void DeskSession::noteActivity() {
    m_lastActivity = m_clock.now();
}

void DeskSession::look() {
    if (m_state == State::SetUp && !m_asking && !m_control.setUpNeeded()) enter(State::SignedOut, std::nullopt);
    if (m_state != State::Open && m_state != State::Locked) return;
    if (!m_asking && !m_control.present()) {
        enter(State::SignedOut, std::nullopt);
        Q_EMIT refused({.code = QStringLiteral("SESSION_ENDED"), .detail = {}});
        return;
    }
    if (m_state != State::Open) return;
    if (m_clock.now() - m_lastActivity >= idleLimit) lockFor(true);
}

void DeskSession::enter(State state, std::optional<Person> person) {
    const bool another = person != m_person;
    m_state = state;
    m_person = std::move(person);
    if (state != State::Locked) {
        m_lockedSince.reset();
        m_idle = false;
    }
    if (state == State::Open) m_lastActivity = m_clock.now();
    Q_EMIT changed();
    if (another) Q_EMIT personChanged();
}

bool DeskSession::eventFilter(QObject* watched, QEvent* event) {
    if (event->spontaneous() && isInput(event->type())) noteActivity();
    return QObject::eventFilter(watched, event);
}

} // namespace haneul::access
