#include "ui/window/diagram_window.h"

#include "ui/diagram/diagram_panel.h"
#include "ui/window/desk.h"
#include "ui/window/diagram_control.h"

namespace haneul::window {

DiagramWindow::DiagramWindow(Desk& desk)
    : DeskWindow(desk, WindowKind::Diagram)
    , m_diagram(new diagram::DiagramPanel(desk.theme(), desk.deliveries(), desk.missionSelection(), this)) {
    m_diagram->view().setPlans(desk.plans());
    setObjectName(QStringLiteral("diagramWindow"));
    setCentralWidget(m_diagram);
    connectDiagram(*m_diagram, [this](const char* id) -> QAction& { return handled(id); }, [] {});
    finishActions();
    if (desk.picture().situation) setPicture(desk.picture());
}

void DiagramWindow::setPicture(const Picture& picture) {
    DeskWindow::setPicture(picture);
    if (picture.changed || picture.live()) m_diagram->setSituation(picture.situation, picture.time);
}

void DiagramWindow::setTheme(const theme::Theme& theme) {
    DeskWindow::setTheme(theme);
    m_diagram->setTheme(theme);
}

void DiagramWindow::word() {
    DeskWindow::word();
    setWindowTitle(tr("Drone-diagram"));
}

QJsonObject DiagramWindow::viewState() const {
    return m_diagram->state();
}

void DiagramWindow::restoreView(const QJsonObject& state) {
    m_diagram->restore(state);
}

} // namespace haneul::window
