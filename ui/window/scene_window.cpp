#include "ui/window/scene_window.h"

#include "core/geo/geodesic.h"
#include "ui/map/map_view.h"
#include "ui/scene3d/scene3d_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/scene_area.h"
#include "ui/window/scene_control.h"

#include <QAction>
#include <QToolBar>

namespace haneul::window {

namespace {

constexpr QLatin1StringView linkedKey("linked");

} // namespace

SceneWindow::SceneWindow(Desk& desk)
    : DeskWindow(desk, WindowKind::Scene)
    , m_scene(desk.makeScene(this)) {
    setObjectName(QStringLiteral("sceneWindow"));
    m_scene->setObjectName(QStringLiteral("scene3d"));
    setCentralWidget(m_scene);
    connect(&desk.mainWindow().map(), &map::MapView::cameraChanged, this, [this] {
        if (m_linked) follow();
    });
    on("map.fit_all", [this] {
        setLinked(false);
        if (this->desk().picture().situation) fitScene(*m_scene, this->desk().picture().situation->tracks);
    });
    connect(&handled("window.linked"), &QAction::toggled, this, &SceneWindow::setLinked);
    topBar().insertAction(topBar().actions().value(0), &handled("window.linked"));
    connectScene(*m_scene, [this](const char* id) -> QAction& { return handled(id); });
    finishActions();
    if (desk.picture().situation) setPicture(desk.picture());
}

void SceneWindow::setLinked(bool linked) {
    if (linked == m_linked) return;
    m_linked = linked;
    handled("window.linked").setChecked(linked);
    if (linked) follow();
}

// As much ground as the main map shows across.
void SceneWindow::follow() {
    const map::MapView& main = desk().mainWindow().map();
    const geo::LatLon edge = main.placeAt(QPointF(main.width(), main.height() / 2.0));
    m_scene->setArea(main.center(), geo::inverse(main.center(), edge).distance_m);
}

void SceneWindow::setPicture(const Picture& picture) {
    DeskWindow::setPicture(picture);
    setOwnFact(m_scene->available() ? QString() : m_scene->unavailableReason());
    if (!picture.changed && !picture.live()) return;
    m_scene->setSituation(picture.situation, picture.time);
    if (m_placed || picture.situation->tracks.empty()) return;
    m_placed = true;
    fitScene(*m_scene, picture.situation->tracks);
}

void SceneWindow::setTheme(const theme::Theme& theme) {
    DeskWindow::setTheme(theme);
    m_scene->setTheme(theme);
}

void SceneWindow::word() {
    DeskWindow::word();
    setWindowTitle(tr("3D view"));
}

QJsonObject SceneWindow::viewState() const {
    QJsonObject state = m_scene->saveCamera();
    state.insert(linkedKey, m_linked);
    return state;
}

void SceneWindow::restoreView(const QJsonObject& state) {
    if (m_scene->restoreCamera(state)) m_placed = true;
    setLinked(state.value(linkedKey).toBool());
}

} // namespace haneul::window
