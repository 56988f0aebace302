#include "ui/map/map_view.h"

#include "ui/map/camera.h"
#include "ui/map/tile_server_watch.h"
#include "ui/map/track_layer.h"
#include "ui/map/track_text.h"

#include <QApplication>
#include <QGeoCoordinate>
#include <QHostAddress>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QQmlEngine>
#include <QQmlError>
#include <QQuickItem>
#include <QQuickWidget>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace haneul::map {

namespace {

constexpr double pickRadius_px = 12.0;
constexpr double wheelZoomPerNotch = 0.5;
constexpr double keyPan_px = 80.0;
constexpr double fastFactor = 5.0; // with Shift
constexpr double fitMargin_px = 60.0;
constexpr double fitMaxZoom = 15.0; // one hovering drone must not fill the screen with a roof
constexpr double longestScaleBar_px = 160.0;
constexpr geo::LatLon startPlace{37.55, 126.99};
constexpr double startZoom = 10.0;

bool isLocal(const QUrl& url) {
    if (url.scheme() != QLatin1String("http")) return false;
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

QString lengthText(double length_m) {
    return length_m >= 1000.0 ? QString(QString::number(length_m / 1000.0) % QStringLiteral(" km"))
                              : QString(QString::number(length_m) % QStringLiteral(" m"));
}

} // namespace

struct MapView::Private {
    MapView* q;
    theme::Theme theme;
    models::Selection* selection;
    QTemporaryDir cacheFolder; // Qt Location wants one even when it keeps no file
    QQuickWidget* quick = nullptr;
    TrackLayer* layer = nullptr;
    TileServerWatch watch;
    QUrl tileServer;
    QString tileStyle;
    QString tileTrouble;
    TileServerState tileState = TileServerState::NotSet;
    situation::SituationPtr situation = std::make_shared<situation::Situation>();

    std::optional<QPointF> pressedAt; // left button down
    QPointF draggedFrom;
    bool dragging = false;
    std::optional<QPointF> pointer; // over the map, no button down

    Private(MapView* view, const theme::Theme& startTheme, models::Selection* shared)
        : q(view)
        , theme(startTheme)
        , selection(shared)
        , tileStyle(startTheme.id()) {}

    [[nodiscard]] QQuickItem* root() const { return quick->rootObject(); }

    [[nodiscard]] QQuickItem* map() const { return root()->property("map").value<QQuickItem*>(); }

    void set(const char* name, const QVariant& value) const { root()->setProperty(name, value); }

    [[nodiscard]] QUrl tileUrl(const QString& place) const {
        QUrl url = tileServer;
        url.setPath(QStringLiteral("/tiles/") % tileStyle % u'/' % place);
        return url;
    }

    // The style is part of the URL, and a Map's URL is fixed: another style is another Map at the same camera.
    void rebuildMap() {
        const bool had = map() != nullptr;
        const MapCamera before = layer->camera();
        layer->attachTo(nullptr);
        QString host;
        if (!tileServer.isEmpty()) host = tileUrl(QString()).toString() + QStringLiteral("%z/%x/%y");
        set("tileHost", host);
        QMetaObject::invokeMethod(root(), "rebuild");
        layer->attachTo(map());
        if (had)
            setCamera(before.center, before.zoom);
        else
            setCamera(geo::toMercator(startPlace), startZoom);
    }

    void setTileState(TileServerState state, const QString& trouble) {
        if (state == tileState && trouble == tileTrouble) return;
        const bool returned = tileState == TileServerState::Unreachable && state == TileServerState::Answering;
        tileState = state;
        tileTrouble = trouble;
        if (returned) QMetaObject::invokeMethod(map(), "clearData"); // it has given up on the tiles that failed
        showNotice();
        Q_EMIT q->tileServerStateChanged(state, trouble);
    }

    void showNotice() const {
        set("notice", tileState == TileServerState::Unreachable
                          ? tr("No base map: the tile server does not answer (%1). Tracks are shown.").arg(tileTrouble)
                          : QString());
    }

    void watchTiles() {
        if (tileServer.isEmpty()) {
            watch.watch({});
            setTileState(TileServerState::NotSet, {});
            return;
        }
        setTileState(TileServerState::Asking, {});
        watch.watch(tileUrl(QStringLiteral("0/0/0")));
    }

    void setCamera(geo::Mercator center, double zoom) const {
        QQuickItem* item = map();
        const geo::LatLon place = geo::fromMercator({center.x - std::floor(center.x), std::clamp(center.y, 0.0, 1.0)});
        // Zoom first: the map keeps its centre so far from the poles that the view is filled.
        item->setProperty("zoomLevel", std::clamp(zoom, minZoom, maxZoom));
        item->setProperty("center", QVariant::fromValue(QGeoCoordinate(place.latitude_deg, place.longitude_deg)));
    }

    void panBy(QPointF delta_px) const {
        const MapCamera now = layer->camera();
        const double world = now.world_px();
        setCamera({now.center.x + delta_px.x() / world, now.center.y + delta_px.y() / world}, now.zoom);
    }

    void zoomAbout(QPointF pixel, double zoom) const {
        const MapCamera before = layer->camera();
        const geo::Mercator fixed = before.placeAt(pixel);
        map()->setProperty("zoomLevel", std::clamp(zoom, minZoom, maxZoom));
        const MapCamera after = layer->camera(); // with the zoom that the map allows
        const QPointF moved = after.pixelOf(fixed) - pixel;
        panBy(moved);
    }

    void onCameraMoved() const {
        const ScaleBar bar = scaleBar(layer->camera(), longestScaleBar_px);
        set("scaleLength_px", bar.length_px);
        set("scaleText", bar.length_m > 0 ? lengthText(bar.length_m) : QString());
        Q_EMIT q->cameraChanged();
    }

    void applyTheme() const {
        using theme::ColorRole;
        const auto setColor = [this](const char* name, ColorRole role) { set(name, theme.color(role)); };
        setColor("color", ColorRole::Base);
        setColor("textColor", ColorRole::Text);
        setColor("secondaryColor", ColorRole::SecondaryText);
        setColor("panelColor", ColorRole::Panel);
        setColor("lineColor", ColorRole::Line);
        setColor("noticeColor", ColorRole::Caution);
        quick->setClearColor(theme.color(ColorRole::Base));
        layer->setTheme(theme);
    }

    void showMarks() const { layer->setMarks({selection->selected(), selection->hovered()}); }

    void followPointer() const {
        const PlacedTrack* under = pointer ? nearest(*pointer) : nullptr;
        selection->hover(under ? under->track->id : traffic::TrackId());
        set("tip", under ? summaryOf(*under->track, situation->time) : QString());
        if (under) set("tipAt", layer->camera().pixelOf(under->place));
    }

    [[nodiscard]] const PlacedTrack* nearest(QPointF pixel) const {
        const MapCamera now = layer->camera();
        return layer->cache().nearest(now.placeAt(pixel), pickRadius_px / now.world_px());
    }
};

MapView::MapView(const theme::Theme& theme, models::Selection* selection, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, theme, selection)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Map"));

    d->quick = new QQuickWidget(this);
    d->quick->setResizeMode(QQuickWidget::SizeRootObjectToView);
    d->quick->setFocusPolicy(Qt::NoFocus);
    d->quick->setAttribute(Qt::WA_TransparentForMouseEvents); // pointer and keys are handled here
    d->quick->setSource(QUrl(QStringLiteral("qrc:/haneul/map/map.qml")));
    if (!d->root()) { // a broken installation: a QML module is missing
        QStringList reasons;
        for (const QQmlError& error : d->quick->errors())
            reasons << error.toString();
        qFatal("map.qml cannot be loaded: %s", qPrintable(reasons.join(u'\n')));
    }
    d->set("cacheFolder", d->cacheFolder.path());
    d->layer = new TrackLayer(theme);
    d->layer->setParent(this);
    connect(d->layer, &TrackLayer::cameraMoved, this, [this] { d->onCameraMoved(); });
    d->applyTheme();
    d->rebuildMap();

    connect(&d->watch, &TileServerWatch::answered, this, [this] { d->setTileState(TileServerState::Answering, {}); });
    connect(&d->watch, &TileServerWatch::failed, this,
            [this](const QString& why) { d->setTileState(TileServerState::Unreachable, why); });
    connect(selection, &models::Selection::selectedChanged, this, [this] { d->showMarks(); });
    connect(selection, &models::Selection::hoveredChanged, this, [this] { d->showMarks(); });
    d->showMarks();
}

MapView::~MapView() {
    d->layer->attachTo(nullptr);
}

Result<void> MapView::setTileServer(const QUrl& base) {
    if (!base.isEmpty() && !isLocal(base))
        return fail("TILE_SERVER_NOT_LOCAL", "the map takes tiles only over http from a loopback address",
                    base.toString().toStdString());
    if (base == d->tileServer) return {};
    d->tileServer = base;
    d->rebuildMap();
    d->watchTiles();
    return {};
}

void MapView::setTileStyle(const QString& name) {
    if (name == d->tileStyle) return;
    d->tileStyle = name;
    if (d->tileServer.isEmpty()) return;
    d->rebuildMap();
    d->watchTiles();
}

void MapView::setAttribution(const QString& text) {
    d->set("attribution", text);
}

void MapView::setTheme(const theme::Theme& theme) {
    d->theme = theme;
    d->applyTheme();
    setTileStyle(theme.id());
}

void MapView::setSituation(situation::SituationPtr situation) {
    const bool sameTime = situation->time == d->situation->time;
    d->situation = std::move(situation);
    d->layer->setSituation(d->situation);
    if (d->pointer && !d->dragging && !sameTime)
        d->followPointer(); // traffic moves under a resting pointer, and ages grow
}

void MapView::setLabelDetail(LabelDetail detail) {
    d->layer->setLabelDetail(detail);
}

void MapView::centerOn(geo::LatLon place, double zoom) {
    d->setCamera(geo::toMercator(place), zoom);
}

void MapView::fitTo(const std::vector<traffic::TrackPtr>& tracks) {
    std::vector<geo::Mercator> places;
    for (const traffic::TrackPtr& track : tracks)
        if (track->position) places.push_back(geo::toMercator(*track->position));
    if (places.empty()) return;
    const MapCamera camera = fitting(places, d->layer->camera().size, fitMargin_px, fitMaxZoom);
    d->setCamera(camera.center, camera.zoom);
}

geo::LatLon MapView::center() const {
    return geo::fromMercator(d->layer->camera().center);
}

double MapView::zoom() const {
    return d->layer->camera().zoom;
}

QPointF MapView::pixelOf(geo::LatLon place) const {
    return d->layer->camera().pixelOf(geo::toMercator(place));
}

geo::LatLon MapView::placeAt(QPointF pixel) const {
    return geo::fromMercator(d->layer->camera().placeAt(pixel));
}

traffic::TrackPtr MapView::trackAt(QPointF pixel) const {
    const PlacedTrack* placed = d->nearest(pixel);
    return placed ? placed->track : nullptr;
}

MapView::Drawn MapView::drawn() const {
    return {d->layer->costs().tracks, d->layer->costs().labels};
}

TileServerState MapView::tileServerState() const {
    return d->tileState;
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    d->pressedAt = event->position();
    d->draggedFrom = event->position();
    d->dragging = false;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    d->pointer = event->position();
    if (!d->pressedAt) {
        d->followPointer();
    } else if (d->dragging ||
               (event->position() - *d->pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        if (!d->dragging) setCursor(Qt::ClosedHandCursor);
        d->dragging = true;
        d->panBy(d->draggedFrom - event->position());
        d->draggedFrom = event->position();
    }
    Q_EMIT cursorMoved(placeAt(event->position()));
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !d->pressedAt) return QWidget::mouseReleaseEvent(event);
    if (d->dragging)
        unsetCursor();
    else if (const PlacedTrack* placed = d->nearest(event->position()))
        d->selection->select(placed->track->id);
    d->pressedAt.reset();
    d->dragging = false;
    d->followPointer();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) centerOn(placeAt(event->position()), zoom() + 1.0);
}

void MapView::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120.0; // eighths of a degree, QWheelEvent::angleDelta
    d->zoomAbout(event->position(), zoom() + event->angleDelta().y() / notch * wheelZoomPerNotch);
    event->accept();
}

void MapView::keyPressEvent(QKeyEvent* event) {
    const double step = keyPan_px * (event->modifiers().testFlag(Qt::ShiftModifier) ? fastFactor : 1.0);
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
    case Qt::Key_Left:
        return d->panBy({-step, 0});
    case Qt::Key_Right:
        return d->panBy({step, 0});
    case Qt::Key_Up:
        return d->panBy({0, -step});
    case Qt::Key_Down:
        return d->panBy({0, step});
    case Qt::Key_Plus:
    case Qt::Key_Equal: // + without Shift
        return d->zoomAbout(middle, std::floor(zoom() + 1.0 + 1e-6));
    case Qt::Key_Minus:
        return d->zoomAbout(middle, std::ceil(zoom() - 1.0 - 1e-6));
    case Qt::Key_Home:
        return fitTo(d->situation->tracks);
    case Qt::Key_Escape:
        return d->selection->clear();
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent* event) {
    d->pointer.reset();
    d->followPointer();
    Q_EMIT cursorLeft();
    QWidget::leaveEvent(event);
}

void MapView::resizeEvent(QResizeEvent* event) {
    d->quick->setGeometry(rect());
    QWidget::resizeEvent(event);
}

} // namespace haneul::map
