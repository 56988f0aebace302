#include "ui/access/desk_access.h"

#include "ui/access/admin_dialog.h"
#include "ui/access/change_password_dialog.h"
#include "ui/access/gate_dialog.h"
#include "ui/access/user_badge.h"
#include "ui/actions/action_registry.h"

#include <QToolBar>

namespace haneul::access {

namespace {

constexpr auto switchUserAction = "session.switch_user";

} // namespace

DeskAccess::DeskAccess(AccessControl control, const clock::Clock& clock, const theme::Theme& theme, QWidget& main)
    : m_control(std::move(control))
    , m_main(main)
    , m_session(m_control, clock)
    , m_gate(std::make_unique<GateDialog>(m_session, m_control, clock, theme, &main))
    , m_guard(m_session, {QLatin1StringView(switchUserAction)}, m_gate.get()) {
    // Nobody else can log in yet: adding the others comes next.
    QObject::connect(
        &m_session, &DeskSession::firstAdministratorMade, &m_session, [this] { administrate(); }, Qt::QueuedConnection);
}

DeskAccess::~DeskAccess() = default;

void DeskAccess::attach(const actions::ActionRegistry& registry, QToolBar& top) {
    m_guard.add(registry.actions());
    QList<QAction*> menu;
    for (const char* id :
         {"session.lock", switchUserAction, "session.log_out", "session.change_password", "session.administration"})
        menu += &registry.action(QLatin1StringView(id));
    top.addWidget(new UserBadge(m_session, menu, &top));
}

void DeskAccess::setPlace(QWidget* place) {
    m_gate->setPlace(place);
}

void DeskAccess::setTheme(const theme::Theme& theme) {
    m_gate->setTheme(theme);
}

void DeskAccess::lock() {
    m_session.lock();
}

void DeskAccess::switchUser() {
    m_gate->switchUser();
}

void DeskAccess::logOut() {
    m_session.logOut();
}

void DeskAccess::changePassword() {
    if (m_session.isOpen()) (new ChangePasswordDialog(m_control, *m_session.person(), &m_main))->open();
}

void DeskAccess::administrate() {
    if (!m_session.isOpen()) return;
    if (!m_admin) m_admin = new AdminDialog(m_session, m_control, &m_main);
    m_admin->show();
    m_admin->raise();
    m_admin->activateWindow();
}

} // namespace haneul::access
