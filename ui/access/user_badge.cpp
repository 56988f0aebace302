#include "ui/access/user_badge.h"

#include "ui/access/words.h"

#include <QEvent>
#include <QMenu>

namespace haneul::access {

UserBadge::UserBadge(const DeskSession& session, const QList<QAction*>& actions, QWidget* parent)
    : QToolButton(parent)
    , m_session(session)
    , m_menu(new QMenu(this)) {
    setObjectName(QStringLiteral("userBadge"));
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    // Room for the arrow, which stands beside the name and not in the corner.
    setStyleSheet(QStringLiteral("QToolButton { padding: 0.2em 1.4em 0.2em 0.6em; }"
                                 "QToolButton::menu-indicator { subcontrol-origin: padding;"
                                 " subcontrol-position: center right; right: 0.4em; }"));
    m_menu->addActions(actions);
    setMenu(m_menu);
    connect(&session, &DeskSession::changed, this, &UserBadge::word);
    word();
}

void UserBadge::word() {
    const auto& person = m_session.person();
    switch (m_session.state()) {
    case DeskSession::State::SetUp:
    case DeskSession::State::SignedOut:
        setText(tr("Nobody is logged in"));
        break;
    case DeskSession::State::Locked:
        setText(tr("Locked: %1").arg(person ? personText(*person) : QString()));
        break;
    case DeskSession::State::Open:
        setText(person ? personText(*person) : QString());
        break;
    }
    setToolTip(person ? tr("User %1").arg(person->user) : QString());
    setAccessibleName(tr("Who is at the desk: %1").arg(text()));
}

void UserBadge::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) word();
}

} // namespace haneul::access
