#pragma once

#include "ui/access/desk_session.h"

#include <QHash>
#include <QPointer>

class QAction;
class QDialog;

namespace haneul::access {

// While the desk is not open: every action but the `allowed` is off, whoever else turns it on; dialogs are put away and
// come back to the same person, are cancelled for another; nothing can be dropped on a window.
class LockGuard final : public QObject {
    Q_OBJECT

public:
    // `gate` is the one dialog that stays; `allowed` are names of actions.
    LockGuard(const DeskSession& session, QStringList allowed, const QDialog* gate, QObject* parent = nullptr);

    // Actions of one more window, until they are deleted.
    void add(const std::vector<QAction*>& actions);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    void turnOff(QAction* action);
    void close();
    void open();
    void putAwayDialogs();
    void bringBackDialogs();

    const DeskSession& m_session;
    QStringList m_allowed;
    const QDialog* m_gate;
    std::vector<QAction*> m_actions; // those that a lock turns off
    QHash<QAction*, bool> m_wanted;  // on or off when the desk opens
    std::vector<QPointer<QDialog>> m_away;
    QString m_awayOf; // whose dialogs they are
    bool m_closed = false;
    bool m_turning = false;
};

} // namespace haneul::access
