#include "ui/window/map_window.h"

#include "ui/map/map_view.h"
#include "ui/window/desk.h"
#include "ui/window/main_window.h"
#include "ui/window/map_control.h"

#include <QAction>
#include <QStatusBar>
#include <QToolBar>

namespace haneul::window {

namespace {

constexpr QLatin1StringView mapKey("map");
constexpr QLatin1StringView linkedKey("linked");

} // namespace

MapWindow::MapWindow(Desk& desk)
    : DeskWindow(desk, WindowKind::Map)
    , m_map(desk.makeMap(this))
    , m_control(new MapControl(desk, *m_map, this)) {
    setObjectName(QStringLiteral("mapWindow"));
    m_map->setObjectName(QStringLiteral("map"));
    setCentralWidget(m_map);
    const map::MapView& main = desk.mainWindow().map();
    m_map->centerOn(main.center(), main.zoom());
    m_control->setPlaced();
    connect(m_control, &MapControl::tileFactChanged, this, [this] { setOwnFact(m_control->tileFact()); });
    connect(&main, &map::MapView::cameraChanged, this, [this] {
        if (m_linked) follow();
    });
    on("map.centre_selection", [this] {
        const traffic::TrackId& id = this->desk().selection().selected();
        setLinked(false);
        if (!m_control->centreOn(id))
            statusBar()->showMessage(tr("The position of %1 is not known").arg(QString::fromStdString(id)), 5000);
    });
    on("map.fit_all", [this] {
        setLinked(false);
        m_control->fitAll();
    });
    on("map.zoom_in", [this] { m_control->zoomBy(1); });
    on("map.zoom_out", [this] { m_control->zoomBy(-1); });
    on("map.labels", [this] { m_control->nextLabelDetail(); });
    on("map.vectors", [this] { m_control->nextVectors(); });
    on("map.trails", [this] { m_control->nextTrails(); });
    on("map.unpin_labels", [this] { m_map->unpinLabels(); });
    m_control->switchNetworks(handled("map.networks"));
    m_control->switchZones(handled("map.zones"));
    m_control->switchPlans(handled("map.plans"));
    on("map.measure", [this] { m_map->toggleMeasuring(); });
    connect(&handled("window.linked"), &QAction::toggled, this, &MapWindow::setLinked);
    topBar().insertAction(topBar().actions().value(0), &handled("window.linked"));
    finishActions();
    if (desk.picture().situation) setPicture(desk.picture());
}

void MapWindow::setLinked(bool linked) {
    if (linked == m_linked) return;
    m_linked = linked;
    handled("window.linked").setChecked(linked);
    if (linked) follow();
}

void MapWindow::follow() {
    const map::MapView& main = desk().mainWindow().map();
    m_map->centerOn(main.center(), main.zoom());
}

void MapWindow::setPicture(const Picture& picture) {
    DeskWindow::setPicture(picture);
    if (picture.changed || picture.live()) m_control->setSituation(picture.situation);
}

void MapWindow::setTheme(const theme::Theme& theme) {
    DeskWindow::setTheme(theme);
    m_map->setTheme(theme);
}

void MapWindow::word() {
    DeskWindow::word();
    setWindowTitle(tr("Map"));
    setOwnFact(m_control->tileFact());
}

QJsonObject MapWindow::viewState() const {
    return {{mapKey, m_control->state()}, {linkedKey, m_linked}};
}

void MapWindow::restoreView(const QJsonObject& state) {
    m_control->restore(state.value(mapKey).toObject());
    setLinked(state.value(linkedKey).toBool());
}

} // namespace haneul::window
