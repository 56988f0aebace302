#pragma once

#include "ui/access/desk_session.h"

#include <QToolButton>

class QAction;
class QMenu;

namespace haneul::access {

// Who is at the desk and in which role, with a menu of what one does about it. One per window.
class UserBadge final : public QToolButton {
    Q_OBJECT

public:
    UserBadge(const DeskSession& session, const QList<QAction*>& actions, QWidget* parent);

protected:
    void changeEvent(QEvent* event) override;

private:
    void word();

    const DeskSession& m_session;
    QMenu* m_menu;
};

} // namespace haneul::access
