#include "ui/access/lock_guard.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEvent>

#include <utility>

namespace haneul::access {

LockGuard::LockGuard(const DeskSession& session, QStringList allowed, const QDialog* gate, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_allowed(std::move(allowed))
    , m_gate(gate) {
    qApp->installEventFilter(this);
    connect(&m_session, &DeskSession::changed, this, &LockGuard::follow);
    follow();
}

void LockGuard::add(const std::vector<QAction*>& actions) {
    for (QAction* action : actions) {
        if (m_allowed.contains(action->objectName())) continue;
        m_actions.push_back(action);
        connect(action, &QAction::enabledChanged, this, [this, action](bool on) {
            if (!m_closed || m_turning) return;
            turnOff(action);
            m_wanted[action] = on; // for when the desk opens
        });
        connect(action, &QObject::destroyed, this, [this, action] {
            std::erase(m_actions, action);
            m_wanted.remove(action);
        });
        if (m_closed) turnOff(action);
    }
}

void LockGuard::turnOff(QAction* action) {
    m_wanted[action] = action->isEnabled();
    const bool before = std::exchange(m_turning, true);
    action->setEnabled(false);
    m_turning = before;
}

void LockGuard::follow() {
    const bool closed = !m_session.isOpen();
    if (closed == m_closed) return;
    m_closed = closed;
    m_turning = true;
    if (closed)
        close();
    else
        open();
    m_turning = false;
}

void LockGuard::close() {
    for (QAction* action : m_actions)
        turnOff(action);
    while (QWidget* popup = QApplication::activePopupWidget())
        if (!popup->close()) break;
    putAwayDialogs();
}

void LockGuard::open() {
    for (QAction* action : m_actions)
        action->setEnabled(m_wanted.value(action, true));
    m_wanted.clear();
    bringBackDialogs();
}

void LockGuard::putAwayDialogs() {
    if (m_session.person()) m_awayOf = m_session.person()->user;
    for (QWidget* top : QApplication::topLevelWidgets()) {
        auto* dialog = qobject_cast<QDialog*>(top);
        if (!dialog || dialog == m_gate || !dialog->isVisible()) continue;
        m_away.emplace_back(dialog);
        dialog->hide();
    }
}

// Somebody else must not finish what the first had begun.
void LockGuard::bringBackDialogs() {
    const bool same = m_session.person() && m_session.person()->user == m_awayOf;
    for (const QPointer<QDialog>& dialog : std::exchange(m_away, {})) {
        if (!dialog) continue;
        if (same)
            dialog->show();
        else
            dialog->reject();
    }
}

bool LockGuard::eventFilter(QObject* watched, QEvent* event) {
    if (m_closed && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        event->ignore();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace haneul::access
