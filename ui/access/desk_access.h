#pragma once

#include "ui/access/access_control.h"
#include "ui/access/desk_session.h"
#include "ui/access/lock_guard.h"
#include "ui/theme/theme.h"

#include <QPointer>

#include <memory>

class QToolBar;

namespace haneul::actions {
class ActionRegistry;
}

namespace haneul::access {

class AdminDialog;
class GateDialog;

// All of access that one desk has: the session, the gate before it, the lock over every window, the dialogs.
class DeskAccess final : public QObject {
    Q_OBJECT

public:
    // `clock` must outlive it. Dialogs belong to `main`.
    DeskAccess(AccessControl control, const clock::Clock& clock, const theme::Theme& theme, QWidget& main);
    ~DeskAccess() override;

    [[nodiscard]] DeskSession& session() { return m_session; }

    [[nodiscard]] const AccessControl& control() const { return m_control; }

    // A window of the desk: its actions obey the lock, its bar says who is there.
    void attach(const actions::ActionRegistry& registry, QToolBar& top);
    // The gate stands at its lower edge. Begins to ask: call it when the desk is shown.
    void setPlace(QWidget* place);
    void setTheme(const theme::Theme& theme);

    void lock();
    void switchUser();
    void logOut();
    void changePassword();
    void administrate();

private:
    AccessControl m_control;
    QWidget& m_main;
    DeskSession m_session;
    std::unique_ptr<GateDialog> m_gate;
    LockGuard m_guard;
    QPointer<AdminDialog> m_admin;
};

} // namespace haneul::access
