#include "ui/map/map_view.h"

#include "ui/map/camera.h"
#include "ui/map/measure.h"
#include "ui/map/tile_server_watch.h"
#include "ui/map/track_layer.h"
#include "ui/map/track_text.h"

#include <QApplication>
#include <QClipboard>
#include <QFontInfo>
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
#include <utility>

namespace haneul::map {

namespace {

constexpr double pickRadius_px = 12.0;
constexpr double wheelZoomPerNotch = 0.5;
constexpr double keyPan_px = 80.0;
constexpr double fastFactor = 5.0; // with Shift
constexpr double fitMargin_px = 60.0;
constexpr double fitMaxZoom = 15.0; // one hovering drone must not fill the screen with a roof
constexpr double longestScaleBar_px = 160.0;
constexpr double plainFont_px = 40.0 / 3.0; // 10 pt: symbols and lines have their own size at this one
constexpr std::size_t listedPicks = 8;
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
    QString tileStack; // behind the theme's name
    std::optional<Outline> outline;
    QString tileTrouble;
    TileServerState tileState = TileServerState::NotSet;
    situation::SituationPtr situation = std::make_shared<situation::Situation>();

    std::optional<QPointF> pressedAt; // left button down
    QPointF draggedFrom;
    bool dragging = false;
    std::optional<QPointF> pointer; // over the map, no button down

    TrackLook look;
    LabelPins pins;
    std::optional<PlacedLabel> pressedLabel; // may be dragged
    std::vector<traffic::TrackId> picks;     // under the pointer
    std::size_t pick = 0;                    // the one of them that is meant
    MeasureTool ruler;
    std::vector<MapTool*> tools; // the last one is in hand
    bool toolDragging = false;   // it has taken the press
    NetworkShapesPtr networks = std::make_shared<const NetworkShapes>();
    bool networksShown = true;
    ZoneShapesPtr zones = std::make_shared<const ZoneShapes>();
    bool zonesShown = true;
    HeatOverlayPtr heat;
    bool heatShown = true;
    NetworkShapesPtr plans = networks;
    bool plansShown = true;
    NetworkShapesPtr shown = networks; // of the two what is to be seen

    Private(MapView* view, const theme::Theme& startTheme, models::Selection* shared)
        : q(view)
        , theme(startTheme)
        , selection(shared) {}

    [[nodiscard]] QQuickItem* root() const { return quick->rootObject(); }

    [[nodiscard]] QQuickItem* map() const { return root()->property("map").value<QQuickItem*>(); }

    void set(const char* name, const QVariant& value) const { root()->setProperty(name, value); }

    [[nodiscard]] QUrl tileUrl(const QString& place) const {
        QUrl url = tileServer;
        url.setPath(QStringLiteral("/tiles/") % theme.id() % tileStack % u'/' % place);
        return url;
    }

    // The style is part of the URL, and a Map's URL is fixed: another style is another Map at the same camera. Tiles of
    // twice the detail in the same slot: crisp where the screen has two pixels a point, and between two zoom levels,
    // where Qt Location enlarges a tile up to twofold.
    void rebuildMap() {
        const bool had = map() != nullptr;
        const MapCamera before = layer->camera();
        layer->attachTo(nullptr);
        QString host;
        if (!tileServer.isEmpty()) host = tileUrl(QString()).toString() + QStringLiteral("%z/%x/%y@2x");
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

    void changeTiles() {
        if (tileServer.isEmpty()) return;
        rebuildMap();
        watchTiles();
    }

    void showOutline() const {
        QRectF rectangle;
        if (outline) {
            const MapCamera camera = layer->camera();
            const QPointF northWest =
                camera.pixelOf(geo::toMercator({outline->northEast.latitude_deg, outline->southWest.longitude_deg}));
            const QPointF southEast =
                camera.pixelOf(geo::toMercator({outline->southWest.latitude_deg, outline->northEast.longitude_deg}));
            // Cut to a little more than the window: a frame of a million pixels is no use to the renderer.
            const QRectF near(-100, -100, camera.size.width() + 200, camera.size.height() + 200);
            rectangle = QRectF(northWest, southEast).intersected(near);
        }
        set("outline", rectangle);
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
        keepWordsFree();
        if (outline) showOutline();
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

    void followPointer() {
        std::vector<const PlacedTrack*> under;
        if (pointer) under = pickable(*pointer);
        std::vector<traffic::TrackId> ids;
        for (const PlacedTrack* placed : under)
            ids.push_back(placed->track->id);
        if (ids.size() != picks.size() || !std::ranges::is_permutation(ids, picks)) {
            picks = ids; // else in the order they had: who is next does not change while traffic moves
            pick = 0;
        }
        showPick();
        pointRuler();
    }

    [[nodiscard]] const PlacedTrack* picked() const {
        return picks.empty() ? nullptr : layer->cache().find(picks[pick]);
    }

    void showPick() {
        const PlacedTrack* under = picked();
        selection->hover(under ? under->track->id : traffic::TrackId());
        if (under) {
            set("tip", tipOf(*under->track));
            set("tipAt", layer->camera().pixelOf(under->place));
            return;
        }
        auto tip = pointer ? tipAt(*shown, layer->camera(), *pointer, pickRadius_px * look.scale) : std::nullopt;
        if (!tip) tip = zoneTip();
        set("tip", tip ? tip->text : QString());
        if (tip) set("tipAt", tip->at);
    }

    [[nodiscard]] std::optional<NetworkTip> zoneTip() const {
        if (!pointer || !zonesShown || !tools.empty()) return {};
        const auto zone = zoneBorderAt(*zones, layer->camera(), *pointer, pickRadius_px / 2 * look.scale);
        return zone ? std::optional(NetworkTip{zones->zones[*zone].tip, *pointer}) : std::nullopt;
    }

    [[nodiscard]] QStringList zonesUnder(QPointF pixel) const {
        QStringList keys;
        if (!zonesShown || !tools.empty()) return keys;
        for (const std::size_t zone : zonesAt(*zones, layer->camera(), pixel, pickRadius_px / 2 * look.scale))
            keys << zones->zones[zone].key;
        return keys;
    }

    [[nodiscard]] std::optional<NetworkLinkName> linkUnder(QPointF pixel) const {
        if (!tools.empty()) return {}; // while a network is changed its editor has the pointer
        return linkAt(*shown, layer->camera(), pixel, pickRadius_px * look.scale);
    }

    [[nodiscard]] MapTool* toolInHand() const {
        return ruler.step() == MeasureTool::Step::Off && !tools.empty() ? tools.back() : nullptr;
    }

    void showZones() const { layer->setZones(zonesShown ? zones : std::make_shared<const ZoneShapes>()); }

    void showNetworks() {
        const auto none = std::make_shared<const NetworkShapes>();
        shown = together(networksShown ? networks : none, plansShown ? plans : none);
        layer->setNetworks(shown);
    }

    [[nodiscard]] QString tipOf(const traffic::Track& track) const {
        QStringList lines{summaryOf(track, situation->time)};
        const PlacedTrack* chosen = layer->cache().find(selection->selected());
        if (chosen && chosen->track->id != track.id)
            lines << tr("%1 against %2")
                         .arg(heightDifferenceOf(chosen->track->height, track.height), nameOf(*chosen->track));
        if (picks.size() < 2) return lines.join(u'\n');
        lines << QString() << tr("%1 of %2 here; Tab: next").arg(pick + 1).arg(picks.size());
        const std::size_t first = pick < listedPicks ? 0 : pick - listedPicks + 1;
        for (std::size_t i = first; i < std::min(picks.size(), first + listedPicks); ++i)
            if (const PlacedTrack* each = layer->cache().find(picks[i]))
                lines << QString((i == pick ? QStringLiteral("▸ ") : QStringLiteral("   ")) % nameOf(*each->track) %
                                 QStringLiteral("  ") % heightOf(*each->track));
        return lines.join(u'\n');
    }

    [[nodiscard]] std::vector<const PlacedTrack*> pickable(QPointF pixel) const {
        const MapCamera now = layer->camera();
        auto found = layer->cache().within(now.placeAt(pixel), pickRadius_px * look.scale / now.world_px());
        if (!found.empty()) return found;
        const PlacedLabel* label = layer->labels().labelAt(pixel);
        if (const PlacedTrack* placed = label ? layer->cache().find(label->id) : nullptr) found.push_back(placed);
        return found;
    }

    [[nodiscard]] std::optional<MeasureEnd> chosenEnd() const {
        const PlacedTrack* chosen = layer->cache().find(selection->selected());
        return chosen ? std::optional(MeasureEnd::of(*chosen->track)) : std::nullopt;
    }

    // What the ruler takes there: the track under the pixel, else the place.
    [[nodiscard]] MeasureEnd endAt(QPointF pixel) const {
        if (const PlacedTrack* placed = nearest(pixel)) return MeasureEnd::of(*placed->track);
        return MeasureEnd::at(geo::fromMercator(layer->camera().placeAt(pixel)));
    }

    [[nodiscard]] QPointF pointerOrMiddle() const { return pointer.value_or(QPointF(q->width(), q->height()) / 2.0); }

    void pointRuler() {
        if (ruler.step() == MeasureTool::Step::Off) return;
        ruler.point(endAt(pointerOrMiddle()));
        showRuler();
    }

    void showRuler() const {
        std::vector<MeasureShape> shapes;
        const auto reference = chosenEnd();
        for (const Measurement& each : ruler.finished())
            shapes.push_back({.path = pathOf(each), .lines = linesOf(each, reference)});
        if (const auto open = ruler.open())
            shapes.push_back({.path = pathOf(*open), .lines = linesOf(*open, reference), .open = true});
        layer->setMeasurements(std::move(shapes));
        showTool();
    }

    void showTool() const {
        const MapTool* const hand = toolInHand();
        set("hint", hand ? hand->hint() : hintOf(ruler.step()));
        if (hand)
            q->setCursor(hand->cursor());
        else if (ruler.step() != MeasureTool::Step::Off)
            q->setCursor(Qt::CrossCursor);
        else
            q->unsetCursor();
    }

    [[nodiscard]] static QString hintOf(MeasureTool::Step step) {
        switch (step) {
        case MeasureTool::Step::Off:
            break;
        case MeasureTool::Step::First:
            return tr("Measure: click the start. Return: pointer or middle. Esc: end");
        case MeasureTool::Step::Second:
            return tr("Measure: click the end. Return: pointer or middle. Esc: back");
        }
        return {};
    }

    void setLook(const TrackLook& wanted) {
        look = wanted;
        layer->setLook(look);
        showLegend();
    }

    void applyFont() {
        const QFont font = QGuiApplication::font();
        set("textFont", font);
        TrackLook wanted = look;
        wanted.scale = std::clamp(QFontInfo(font).pixelSize() / plainFont_px, 0.8, 2.5);
        setLook(wanted);
    }

    void showLegend() const {
        QStringList legend;
        if (look.vector_s > 0) legend << tr("Lines ahead: %1 s of flight").arg(look.vector_s);
        if (look.trail_s > 0)
            legend << tr("Dots behind: %1 s, one every %2 s")
                          .arg(look.trail_s)
                          .arg(trailStep(look.trail_s).count() / 1000);
        set("legend", legend.join(u'\n'));
        const TrackLayer::Missing& missing = layer->missing();
        set("missing", missing.labels > 0 ? tr("+%1 without label").arg(missing.labels) : QString());
        QString overload;
        if (missing.shed == Shed::Labels) overload = tr("Overload: labels are off");
        if (missing.shed == Shed::LabelsAndTrails) overload = tr("Overload: labels and trails are off");
        set("overload", overload);
        keepWordsFree();
    }

    // Labels stay off the words that lie on the map.
    void keepWordsFree() const {
        layer->setKeepFree({root()->property("legendArea").toRectF(), root()->property("creditArea").toRectF()});
    }

    void word() {
        q->setAccessibleName(tr("Map"));
        showNotice();
        showLegend();
        showRuler();
        followPointer();
    }

    void pin(const PlacedLabel& label, QPointF moved) {
        pins[label.id] = label.area.topLeft() - label.symbol + moved;
        layer->setPins(pins);
    }

    [[nodiscard]] const PlacedTrack* nearest(QPointF pixel) const {
        const MapCamera now = layer->camera();
        return layer->cache().nearest(now.placeAt(pixel), pickRadius_px * look.scale / now.world_px());
    }
};

MapView::MapView(const theme::Theme& theme, models::Selection* selection, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this, theme, selection)) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);

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
    connect(d->layer, &TrackLayer::missingChanged, this, [this] { d->showLegend(); });
    d->applyTheme();
    d->rebuildMap();
    d->applyFont();
    d->word();

    connect(&d->watch, &TileServerWatch::answered, this, [this] { d->setTileState(TileServerState::Answering, {}); });
    connect(&d->watch, &TileServerWatch::failed, this,
            [this](const QString& why) { d->setTileState(TileServerState::Unreachable, why); });
    connect(selection, &models::Selection::selectedChanged, this, [this] {
        d->showMarks();
        if (!d->ruler.finished().empty()) d->showRuler(); // the flight times are at its speed
    });
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

void MapView::setTileStack(const QString& parts) {
    if (parts == d->tileStack) return;
    d->tileStack = parts;
    d->changeTiles();
}

void MapView::setOutline(const std::optional<Outline>& outline) {
    if (outline == d->outline) return;
    d->outline = outline;
    d->showOutline();
}

void MapView::setAttribution(const QString& text) {
    d->set("attribution", text);
}

void MapView::setTheme(const theme::Theme& theme) {
    const bool otherTiles = d->theme.id() != theme.id();
    d->theme = theme;
    d->applyTheme();
    if (otherTiles) d->changeTiles();
}

void MapView::setSituation(situation::SituationPtr situation) {
    const bool sameTime = situation->time == d->situation->time;
    d->situation = std::move(situation);
    d->layer->setSituation(d->situation);
    if (d->ruler.step() != MeasureTool::Step::Off || !d->ruler.finished().empty()) {
        d->ruler.follow(d->layer->cache());
        d->showRuler();
    }
    if (d->pointer && !d->dragging && !sameTime)
        d->followPointer(); // traffic moves under a resting pointer, and ages grow
}

void MapView::setLabelDetail(LabelDetail detail) {
    TrackLook look = d->look;
    look.labels = detail;
    d->setLook(look);
}

void MapView::setVectorSeconds(int seconds) {
    TrackLook look = d->look;
    look.vector_s = std::clamp(seconds, 0, longestVector_s);
    d->setLook(look);
}

void MapView::setTrailSeconds(int seconds) {
    TrackLook look = d->look;
    look.trail_s = std::clamp(seconds, 0, longestTrail_s);
    d->setLook(look);
}

const TrackLook& MapView::look() const {
    return d->look;
}

void MapView::setNetworks(NetworkShapesPtr networks) {
    d->networks = std::move(networks);
    d->showNetworks();
    if (d->pointer && !d->dragging) d->showPick(); // what is told may have changed
}

void MapView::setNetworksShown(bool shown) {
    if (shown == d->networksShown) return;
    d->networksShown = shown;
    d->showNetworks();
}

void MapView::setPlans(NetworkShapesPtr plans) {
    d->plans = std::move(plans);
    d->showNetworks();
    if (d->pointer && !d->dragging) d->showPick(); // what is told may have changed
}

void MapView::setPlansShown(bool shown) {
    if (shown == d->plansShown) return;
    d->plansShown = shown;
    d->showNetworks();
}

bool MapView::plansShown() const {
    return d->plansShown;
}

bool MapView::networksShown() const {
    return d->networksShown;
}

void MapView::setZones(ZoneShapesPtr zones) {
    d->zones = std::move(zones);
    d->showZones();
    if (d->pointer && !d->dragging) d->showPick();
}

void MapView::setZonesShown(bool shown) {
    if (shown == d->zonesShown) return;
    d->zonesShown = shown;
    d->showZones();
}

bool MapView::zonesShown() const {
    return d->zonesShown;
}

void MapView::setHeat(HeatOverlayPtr heat) {
    d->heat = std::move(heat);
    d->layer->setHeat(d->heatShown ? d->heat : nullptr);
}

void MapView::setHeatShown(bool shown) {
    d->heatShown = shown;
    d->layer->setHeat(shown ? d->heat : nullptr);
}

bool MapView::heatShown() const {
    return d->heatShown;
}

Outline MapView::visibleArea() const {
    const geo::LatLon northWest = placeAt(QPointF(0, 0)), southEast = placeAt(QPointF(width(), height()));
    return {{southEast.latitude_deg, northWest.longitude_deg}, {northWest.latitude_deg, southEast.longitude_deg}};
}

void MapView::addTool(MapTool& tool) {
    if (!std::ranges::contains(d->tools, &tool)) raiseTool(tool);
}

void MapView::raiseTool(MapTool& tool) {
    if (!d->tools.empty() && d->tools.back() == &tool) return;
    std::erase(d->tools, &tool);
    d->tools.push_back(&tool);
    d->toolDragging = false;
    d->showTool();
}

void MapView::removeTool(MapTool& tool) {
    if (std::erase(d->tools, &tool) == 0) return;
    d->toolDragging = false;
    d->showTool();
}

MapTool* MapView::tool() const {
    return d->tools.empty() ? nullptr : d->tools.back();
}

void MapView::showTool() {
    d->showTool();
}

void MapView::unpinLabels() {
    d->pins.clear();
    d->layer->setPins({});
}

std::size_t MapView::pinnedLabels() const {
    return d->pins.size();
}

void MapView::toggleMeasuring() {
    d->ruler.toggle(d->chosenEnd());
    d->pointRuler();
    d->showRuler();
    setFocus();
}

void MapView::clearMeasurements() {
    d->ruler.clear();
    d->showRuler();
}

QString MapView::measurementsText() const {
    return d->ruler.textOf(d->chosenEnd());
}

void MapView::centerOn(geo::LatLon place, double zoom) {
    d->setCamera(geo::toMercator(place), zoom);
}

void MapView::fitTo(const std::vector<traffic::TrackPtr>& tracks) {
    std::vector<geo::LatLon> places;
    for (const traffic::TrackPtr& track : tracks)
        if (track->position) places.push_back(*track->position);
    fitToPlaces(places);
}

void MapView::fitToPlaces(const std::vector<geo::LatLon>& places) {
    if (places.empty()) return;
    std::vector<geo::Mercator> square;
    for (const geo::LatLon& place : places)
        square.push_back(geo::toMercator(place));
    const MapCamera camera = fitting(square, d->layer->camera().size, fitMargin_px, fitMaxZoom);
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
    const TrackLayer::Costs& costs = d->layer->costs();
    return {.tracks = costs.tracks,
            .labels = costs.labels,
            .zones = costs.zones,
            .networkNodes = costs.networkNodes,
            .networkLinks = costs.networkLinks};
}

std::vector<traffic::TrackPtr> MapView::tracksAt(QPointF pixel) const {
    std::vector<traffic::TrackPtr> tracks;
    for (const PlacedTrack* placed : d->pickable(pixel))
        tracks.push_back(placed->track);
    return tracks;
}

TileServerState MapView::tileServerState() const {
    return d->tileState;
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    d->pressedAt = event->position();
    d->draggedFrom = event->position();
    d->dragging = false;
    d->pressedLabel.reset();
    MapTool* const tool = d->toolInHand();
    d->toolDragging = tool && tool->press(d->layer->camera(), {event->position(), event->modifiers()});
    if (d->toolDragging) return d->showTool();
    if (d->nearest(event->position()) || d->ruler.step() != MeasureTool::Step::Off) return;
    if (const PlacedLabel* label = d->layer->labels().labelAt(event->position())) d->pressedLabel = *label;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    d->pointer = event->position();
    const MapPointer pointer{event->position(), event->modifiers()};
    if (d->toolDragging) {
        if (MapTool* tool = d->toolInHand()) tool->drag(d->layer->camera(), pointer);
    } else if (!d->pressedAt) {
        if (MapTool* tool = d->toolInHand()) {
            tool->hover(d->layer->camera(), pointer);
            d->showTool();
        }
        d->followPointer();
    } else if (d->dragging ||
               (event->position() - *d->pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        if (!d->dragging) setCursor(Qt::ClosedHandCursor);
        d->dragging = true;
        if (d->pressedLabel)
            d->pin(*d->pressedLabel, event->position() - *d->pressedAt);
        else
            d->panBy(d->draggedFrom - event->position());
        d->draggedFrom = event->position();
    }
    Q_EMIT cursorMoved(placeAt(event->position()));
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !d->pressedAt) return QWidget::mouseReleaseEvent(event);
    const bool dragged = d->dragging;
    d->pressedAt.reset();
    d->dragging = false;
    d->pointer = event->position();
    MapTool* const tool = d->toolInHand();
    const MapPointer pointer{event->position(), event->modifiers()};
    if (std::exchange(d->toolDragging, false)) {
        if (tool) tool->release(d->layer->camera(), pointer);
        return d->showTool();
    }
    if (!dragged && tool && tool->click(d->layer->camera(), pointer)) return d->showTool();
    if (dragged)
        d->showRuler(); // its cursor, or none
    else if (d->ruler.step() != MeasureTool::Step::Off)
        d->ruler.set(d->endAt(event->position()));
    d->followPointer();
    if (!dragged && d->ruler.step() == MeasureTool::Step::Off) {
        if (const PlacedTrack* placed = d->picked())
            d->selection->select(placed->track->id);
        else if (const auto link = d->linkUnder(event->position()))
            link->plan.isEmpty() ? Q_EMIT linkClicked(link->network, link->a, link->b) : Q_EMIT planClicked(link->plan);
        else
            Q_EMIT zonesClicked(d->zonesUnder(event->position()));
    }
    d->pressedLabel.reset();
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || d->ruler.step() != MeasureTool::Step::Off) return;
    if (MapTool* const hand = d->toolInHand();
        hand && hand->doubleClick(d->layer->camera(), {event->position(), event->modifiers()}))
        return d->showTool();
    const PlacedLabel* label = d->layer->labels().labelAt(event->position());
    if (label && d->pins.erase(label->id) > 0) return d->layer->setPins(d->pins);
    centerOn(placeAt(event->position()), zoom() + 1.0);
}

void MapView::wheelEvent(QWheelEvent* event) {
    constexpr double notch = 120.0; // eighths of a degree, QWheelEvent::angleDelta
    d->zoomAbout(event->position(), zoom() + event->angleDelta().y() / notch * wheelZoomPerNotch);
    event->accept();
}

void MapView::keyPressEvent(QKeyEvent* event) {
    const double step = keyPan_px * (event->modifiers().testFlag(Qt::ShiftModifier) ? fastFactor : 1.0);
    const QPointF middle(width() / 2.0, height() / 2.0);
    if (event->matches(QKeySequence::Copy)) {
        if (const QString text = measurementsText(); !text.isEmpty()) QGuiApplication::clipboard()->setText(text);
        return;
    }
    MapTool* const tool = d->toolInHand();
    if (tool && tool->key(d->layer->camera(), d->pointerOrMiddle(), *event)) return d->showTool();
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
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->ruler.step() == MeasureTool::Step::Off) return QWidget::keyPressEvent(event);
        d->ruler.set(d->endAt(d->pointerOrMiddle()));
        return d->pointRuler();
    case Qt::Key_Escape:
        if (!d->ruler.escape()) return d->selection->clear();
        return d->showRuler();
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent* event) {
    d->pointer.reset();
    if (MapTool* const hand = tool()) hand->hover(d->layer->camera(), std::nullopt);
    d->followPointer();
    Q_EMIT cursorLeft();
    QWidget::leaveEvent(event);
}

void MapView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) d->word();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) d->applyFont();
}

bool MapView::focusNextPrevChild(bool next) {
    const std::size_t count = d->picks.size();
    if (count < 2) return QWidget::focusNextPrevChild(next);
    d->pick = (d->pick + (next ? 1 : count - 1)) % count;
    d->showPick();
    return true;
}

void MapView::resizeEvent(QResizeEvent* event) {
    d->quick->setGeometry(rect());
    QWidget::resizeEvent(event);
}

} // namespace haneul::map
