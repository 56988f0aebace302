#include "ui/map/track_layer.h"

#include "ui/map/materials.h"

#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSGGeometryNode>
#include <QSGTexture>
#include <QSGTextureMaterial>

#include <algorithm>
#include <cstring>
#include <initializer_list>

namespace haneul::map {

namespace {

constexpr double haloOpacity = 0.85;

const QSGGeometry::AttributeSet& trackAttributes() {
    static const QSGGeometry::Attribute attributes[] = {
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::UnknownAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 4, QSGGeometry::UnsignedByteType,
                                                        QSGGeometry::ColorAttribute)};
    static const QSGGeometry::AttributeSet set{3, sizeof(TrackVertex), attributes};
    return set;
}

const QSGGeometry::AttributeSet& labelAttributes() {
    static const QSGGeometry::Attribute attributes[] = {
        QSGGeometry::Attribute::createWithAttributeType(0, 2, QSGGeometry::FloatType, QSGGeometry::PositionAttribute),
        QSGGeometry::Attribute::createWithAttributeType(1, 2, QSGGeometry::FloatType, QSGGeometry::TexCoordAttribute),
        QSGGeometry::Attribute::createWithAttributeType(2, 4, QSGGeometry::UnsignedByteType,
                                                        QSGGeometry::ColorAttribute)};
    static const QSGGeometry::AttributeSet set{3, sizeof(LabelVertex), attributes};
    return set;
}

template <class Material>
QSGGeometryNode* makeNode(const QSGGeometry::AttributeSet& attributes) {
    auto* geometry = new QSGGeometry(attributes, 0, 0, QSGGeometry::UnsignedIntType);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    auto* node = new QSGGeometryNode;
    node->setGeometry(geometry);
    node->setMaterial(new Material);
    node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial);
    return node;
}

template <class Built>
void upload(QSGGeometryNode& node, const Built& built) {
    QSGGeometry& geometry = *node.geometry();
    geometry.allocate(static_cast<int>(built.vertices().size()), static_cast<int>(built.indices().size()));
    std::memcpy(geometry.vertexData(), built.vertices().data(), built.vertices().size_bytes());
    std::memcpy(geometry.indexData(), built.indices().data(), built.indices().size_bytes());
    node.markDirty(QSGNode::DirtyGeometry);
}

// Several lists one after the other.
void upload(QSGGeometryNode& node, std::initializer_list<const LineQuads*> parts) {
    std::size_t vertices = 0;
    std::size_t indices = 0;
    for (const LineQuads* part : parts) {
        vertices += part->vertices().size();
        indices += part->indices().size();
    }
    QSGGeometry& geometry = *node.geometry();
    geometry.allocate(static_cast<int>(vertices), static_cast<int>(indices));
    auto* vertex = static_cast<TrackVertex*>(geometry.vertexData());
    quint32* index = geometry.indexDataAsUInt();
    quint32 base = 0;
    for (const LineQuads* part : parts) {
        vertex = std::ranges::copy(part->vertices(), vertex).out;
        for (const std::uint32_t each : part->indices())
            *index++ = base + each;
        base += static_cast<quint32>(part->vertices().size());
    }
    node.markDirty(QSGNode::DirtyGeometry);
}

void upload(QSGGeometryNode& node, std::initializer_list<const TextQuads*> parts) {
    std::size_t vertices = 0;
    for (const TextQuads* part : parts)
        vertices += part->vertices().size();
    const std::size_t quads = vertices / 4;
    QSGGeometry& geometry = *node.geometry();
    geometry.allocate(static_cast<int>(quads * 4), static_cast<int>(quads * 6));
    auto* vertex = static_cast<LabelVertex*>(geometry.vertexData());
    for (const TextQuads* part : parts)
        vertex = std::ranges::copy(part->vertices(), vertex).out;
    quint32* index = geometry.indexDataAsUInt();
    for (quint32 quad = 0; quad < quads; ++quad)
        for (const quint32 corner : {0U, 1U, 2U, 0U, 2U, 3U})
            *index++ = quad * 4 + corner;
    node.markDirty(QSGNode::DirtyGeometry);
}

void place(QSGGeometryNode& node, const MapCamera& now, geo::Mercator origin) {
    const QPointF pixel = now.pixelOf(origin);
    static_cast<TrackMaterial*>(node.material())->toScreen =
        QVector3D(static_cast<float>(pixel.x()), static_cast<float>(pixel.y()),
                  static_cast<float>(now.world_px() / mercatorUnit));
    node.markDirty(QSGNode::DirtyMaterial);
}

double msSince(const QElapsedTimer& timer) {
    return static_cast<double>(timer.nsecsElapsed()) * 1e-6;
}

} // namespace

// A picture between four corners; in the tree only while it has a texture.
struct HeatNode : QSGGeometryNode {
    HeatNode()
        : m_geometry(QSGGeometry::defaultAttributes_TexturedPoint2D(), 4) {
        m_geometry.setDrawingMode(QSGGeometry::DrawTriangleStrip);
        m_material.setFiltering(QSGTexture::Linear);
        setGeometry(&m_geometry);
        setMaterial(&m_material);
    }

    void setTexture(std::unique_ptr<QSGTexture> texture) {
        m_texture = std::move(texture);
        m_material.setTexture(m_texture.get());
        markDirty(DirtyMaterial);
    }

    void setCorners(QPointF northWest, QPointF southWest, QPointF northEast, QPointF southEast) {
        auto* points = m_geometry.vertexDataAsTexturedPoint2D();
        const auto set = [&](int i, QPointF at, float u, float v) {
            points[i].set(static_cast<float>(at.x()), static_cast<float>(at.y()), u, v);
        };
        set(0, northWest, 0, 0);
        set(1, southWest, 0, 1);
        set(2, northEast, 1, 0);
        set(3, southEast, 1, 1);
        markDirty(DirtyGeometry);
    }

private:
    QSGGeometry m_geometry;
    QSGTextureMaterial m_material;
    std::unique_ptr<QSGTexture> m_texture;
};

struct TrackLayer::RootNode : QSGNode {
    HeatNode* heat = new HeatNode;
    QSGGeometryNode* zones = makeNode<TrackMaterial>(trackAttributes());
    QSGGeometryNode* networks = makeNode<TrackMaterial>(trackAttributes());
    QSGGeometryNode* trails = makeNode<DotMaterial>(trackAttributes());
    QSGGeometryNode* lines = makeNode<TrackMaterial>(trackAttributes());
    QSGGeometryNode* tracks = makeNode<TrackMaterial>(trackAttributes());
    QSGGeometryNode* labels = makeNode<LabelMaterial>(labelAttributes());
    quint64 atlasRevision = 0;

    ~RootNode() override {
        if (!heat->parent()) delete heat; // the tree deletes what is in it
    }

    RootNode() {
        for (QSGNode* node : {zones, networks, trails, lines, tracks, labels})
            appendChildNode(node);
        for (const QSGGeometryNode* node : {zones, networks, lines}) // in pixels already
            static_cast<TrackMaterial*>(node->material())->toScreen = QVector3D(0, 0, 1);
    }
};

TrackLayer::TrackLayer(const theme::Theme& theme, QQuickItem* parent)
    : QQuickItem(parent)
    , m_theme(theme) {
    setFlag(ItemHasContents);
    setZ(1);
    m_since.start();
}

void TrackLayer::attachTo(QQuickItem* map) {
    if (m_map) m_map->disconnect(this);
    m_map = map;
    setParentItem(map);
    if (!map) return;
    // By name: the Map's C++ class is private to Qt Location.
    connect(map, SIGNAL(centerChanged(QGeoCoordinate)), this, SLOT(onCameraMoved()));
    connect(map, SIGNAL(zoomLevelChanged(qreal)), this, SLOT(onCameraMoved()));
    connect(map, &QQuickItem::widthChanged, this, &TrackLayer::resizeToMap);
    connect(map, &QQuickItem::heightChanged, this, &TrackLayer::resizeToMap);
    resizeToMap();
}

void TrackLayer::resizeToMap() {
    setSize(m_map->size());
    onCameraMoved();
}

void TrackLayer::onCameraMoved() {
    update();
    Q_EMIT cameraMoved();
}

void TrackLayer::repaint() {
    m_stale = true;
    update();
}

void TrackLayer::setSituation(const situation::SituationPtr& situation) {
    if (m_cache.update(*situation)) repaint();
}

void TrackLayer::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_trailsOf.reset();
    m_networksAt.reset();
    m_zonesAt.reset();
    repaint();
}

void TrackLayer::setMarks(TrackMarks marks) {
    m_marks = std::move(marks);
    repaint();
}

void TrackLayer::setLook(const TrackLook& look) {
    if (look == m_look) return;
    m_look = look;
    m_trailsOf.reset();
    m_networksAt.reset();
    m_zonesAt.reset();
    repaint();
}

void TrackLayer::setPins(LabelPins pins) {
    m_pins = std::move(pins);
    repaint();
}

void TrackLayer::setMeasurements(std::vector<MeasureShape> shapes) {
    if (shapes.empty() && m_measurements.empty()) return;
    m_measurements = std::move(shapes);
    repaint();
}

void TrackLayer::setNetworks(NetworkShapesPtr networks) {
    if (networks == m_networks) return;
    m_networks = std::move(networks);
    m_networksAt.reset();
    repaint();
}

void TrackLayer::setZones(ZoneShapesPtr zones) {
    if (zones == m_zones) return;
    m_zones = std::move(zones);
    m_zonesAt.reset();
    repaint();
}

void TrackLayer::setHeat(HeatOverlayPtr heat) {
    if (heat == m_heat) return;
    m_heat = std::move(heat);
    m_heatChanged = true;
    repaint();
}

void TrackLayer::setKeepFree(std::vector<QRectF> areas) {
    if (areas == m_keepFree) return;
    m_keepFree = std::move(areas);
    repaint();
}

MapCamera TrackLayer::camera() const {
    MapCamera camera;
    if (!m_map) return camera;
    const auto center = m_map->property("center").value<QGeoCoordinate>();
    camera.center = geo::toMercator({center.latitude(), center.longitude()});
    camera.zoom = m_map->property("zoomLevel").toDouble();
    camera.size = m_map->size();
    return camera;
}

void TrackLayer::itemChange(ItemChange change, const ItemChangeData& data) {
    if (change == ItemDevicePixelRatioHasChanged || change == ItemSceneChange) {
        m_stale = true;
        update();
    }
    QQuickItem::itemChange(change, data);
}

QSGNode* TrackLayer::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    if (!m_map || width() <= 0 || height() <= 0) {
        delete old;
        return nullptr;
    }
    auto* root = static_cast<RootNode*>(old);
    const bool fresh = root == nullptr;
    if (fresh) root = new RootNode;
    const MapCamera now = camera();
    ++m_costs.frames;
    QElapsedTimer work;
    work.start();
    paintHeat(*root, now, fresh);
    paintZones(*root, now, fresh);
    paintNetworks(*root, now, fresh);
    paintTrails(*root, now, fresh);
    paintSymbols(*root, now, fresh);
    paintTexts(*root, now, fresh);
    const Shed before = m_guard.shed();
    const Shed shed = m_guard.judge(msSince(work), static_cast<double>(m_since.elapsed()));
    m_stale = shed != before;
    if (m_stale) {
        m_trailsOf.reset();
        QMetaObject::invokeMethod(this, [this] { update(); }, Qt::QueuedConnection);
    }
    tell({.labels = m_labels.withoutLabel(), .shed = shed});
    return root;
}

void TrackLayer::tell(Missing missing) {
    if (missing == m_missing) return;
    m_missing = missing;
    QMetaObject::invokeMethod(this, &TrackLayer::missingChanged, Qt::QueuedConnection); // not from within a frame
}

void TrackLayer::paintHeat(RootNode& root, const MapCamera& now, bool fresh) {
    if (fresh || m_heatChanged) {
        if (root.heat->parent()) root.removeChildNode(root.heat);
        root.heat->setTexture(m_heat ? std::unique_ptr<QSGTexture>(window()->createTextureFromImage(m_heat->image))
                                     : nullptr);
        if (m_heat) root.prependChildNode(root.heat);
        m_heatChanged = false;
    }
    if (!m_heat) return;
    const auto at = [&](geo::LatLon corner) { return now.pixelOf(geo::toMercator(corner)); };
    root.heat->setCorners(at(m_heat->northWest), at(m_heat->southWest), at(m_heat->northEast), at(m_heat->southEast));
}

void TrackLayer::paintZones(RootNode& root, const MapCamera& now, bool fresh) {
    if (!fresh && m_zonesAt == now) return;
    QElapsedTimer timer;
    timer.start();
    m_zoneDrawing.buildLines(*m_zones, now, m_theme, m_look.scale);
    upload(*root.zones, {&m_zoneDrawing.lines()});
    m_zonesAt = now;
    m_costs.zones_ms = msSince(timer);
    m_costs.zones = m_zoneDrawing.zones();
}

void TrackLayer::paintNetworks(RootNode& root, const MapCamera& now, bool fresh) {
    if (!fresh && m_networksAt == now) return;
    QElapsedTimer timer;
    timer.start();
    m_networkDrawing.buildLines(*m_networks, now, m_theme, m_look.scale);
    upload(*root.networks, {&m_networkDrawing.lines()});
    m_networksAt = now;
    m_costs.networks_ms = msSince(timer);
    m_costs.networkNodes = m_networkDrawing.nodes();
    m_costs.networkLinks = m_networkDrawing.links();
}

void TrackLayer::paintTrails(RootNode& root, const MapCamera& now, bool fresh) {
    if (fresh || m_trailsOf != m_cache.trailRevision() || !m_trails.region().suits(now)) {
        QElapsedTimer timer;
        timer.start();
        TrackLook look = m_look;
        if (m_guard.shed() == Shed::LabelsAndTrails) look.trail_s = 0;
        m_trails.build(m_cache, now, m_theme, look);
        upload(*root.trails, m_trails);
        m_trailsOf = m_cache.trailRevision();
        m_costs.trails_ms = msSince(timer);
        m_costs.dots = m_trails.dots();
    }
    place(*root.trails, now, m_trails.origin());
}

void TrackLayer::paintSymbols(RootNode& root, const MapCamera& now, bool fresh) {
    if (fresh || m_stale || !m_geometry.region().suits(now)) {
        QElapsedTimer timer;
        timer.start();
        m_geometry.build(m_cache, now, m_theme, m_marks, m_look);
        upload(*root.tracks, m_geometry);
        m_costs.build_ms = msSince(timer);
        m_costs.tracks = m_geometry.drawn();
    }
    place(*root.tracks, now, m_geometry.origin());
}

void TrackLayer::paintTexts(RootNode& root, const MapCamera& now, bool fresh) {
    const double ratio = window()->effectiveDevicePixelRatio();
    const QFont font = QGuiApplication::font();
    if (!m_atlas || m_atlas->devicePixelRatio() != ratio || m_atlas->font() != font) {
        m_atlas = std::make_unique<GlyphAtlas>(font, ratio);
        root.atlasRevision = 0;
        m_labelledAt.reset();
    }
    if (!fresh && !m_stale && m_labelledAt == now) return;
    QElapsedTimer timer;
    timer.start();
    TrackLook look = m_look;
    if (m_guard.shed() != Shed::Nothing) look.labels = LabelDetail::None;
    m_atlas->beginRound();
    bool complete = m_measureDrawing.build(m_measurements, now, m_theme, m_look.scale, *m_atlas);
    std::vector<QRectF> keepFree = m_keepFree;
    keepFree.insert(keepFree.end(), m_measureDrawing.plates().begin(), m_measureDrawing.plates().end());
    complete = m_networkDrawing.buildTexts(*m_networks, now, m_theme, m_look.scale, *m_atlas, keepFree) && complete;
    keepFree.insert(keepFree.end(), m_networkDrawing.taken().begin(), m_networkDrawing.taken().end());
    complete = m_zoneDrawing.buildTexts(*m_zones, now, m_theme, m_look.scale, *m_atlas, keepFree) && complete;
    keepFree.insert(keepFree.end(), m_zoneDrawing.taken().begin(), m_zoneDrawing.taken().end());
    complete =
        m_labels.build(
            m_cache,
            {.camera = now, .theme = m_theme, .marks = m_marks, .look = look, .pins = m_pins, .keepFree = keepFree},
            *m_atlas) &&
        complete;
    m_labelledAt = complete ? std::optional(now) : std::nullopt;
    if (!complete) QMetaObject::invokeMethod(this, [this] { update(); }, Qt::QueuedConnection);
    upload(*root.lines, {&m_labels.leaders(), &m_measureDrawing.lines()});
    upload(*root.labels,
           {&m_zoneDrawing.texts(), &m_networkDrawing.texts(), &m_labels.texts(), &m_measureDrawing.texts()});
    auto* material = static_cast<LabelMaterial*>(root.labels->material());
    material->halo = m_theme.color(theme::ColorRole::Base);
    material->halo.setAlphaF(static_cast<float>(haloOpacity));
    if (!material->texture || root.atlasRevision != m_atlas->revision()) {
        material->texture.reset(window()->createTextureFromImage(m_atlas->image()));
        material->texture->setFiltering(QSGTexture::Nearest);
        root.atlasRevision = m_atlas->revision();
    }
    root.labels->markDirty(QSGNode::DirtyMaterial);
    m_costs.labels_ms = msSince(timer);
    m_costs.labels = m_labels.labels();
}

} // namespace haneul::map
