#include "ui/map/track_layer.h"

#include "ui/map/materials.h"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QSGGeometryNode>

#include <cstring>

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

struct RootNode : QSGNode {
    QSGGeometryNode* tracks = makeNode<TrackMaterial>(trackAttributes());
    QSGGeometryNode* labels = makeNode<LabelMaterial>(labelAttributes());
    quint64 atlasRevision = 0;

    RootNode() {
        appendChildNode(tracks);
        appendChildNode(labels);
    }
};

void upload(QSGGeometryNode& node, const TrackGeometry& built) {
    QSGGeometry& geometry = *node.geometry();
    geometry.allocate(static_cast<int>(built.vertices().size()), static_cast<int>(built.indices().size()));
    std::memcpy(geometry.vertexData(), built.vertices().data(), built.vertices().size_bytes());
    std::memcpy(geometry.indexData(), built.indices().data(), built.indices().size_bytes());
    node.markDirty(QSGNode::DirtyGeometry);
}

void upload(QSGGeometryNode& node, const TrackLabels& built) {
    QSGGeometry& geometry = *node.geometry();
    const std::size_t quads = built.vertices().size() / 4;
    geometry.allocate(static_cast<int>(quads * 4), static_cast<int>(quads * 6));
    std::memcpy(geometry.vertexData(), built.vertices().data(), built.vertices().size_bytes());
    quint32* index = geometry.indexDataAsUInt();
    for (quint32 quad = 0; quad < quads; ++quad)
        for (const quint32 corner : {0U, 1U, 2U, 0U, 2U, 3U})
            *index++ = quad * 4 + corner;
    node.markDirty(QSGNode::DirtyGeometry);
}

} // namespace

TrackLayer::TrackLayer(const theme::Theme& theme, QQuickItem* parent)
    : QQuickItem(parent)
    , m_theme(theme) {
    setFlag(ItemHasContents);
    setZ(1);
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

void TrackLayer::setSituation(const situation::SituationPtr& situation) {
    if (!m_cache.update(*situation)) return;
    m_stale = true;
    update();
}

void TrackLayer::setTheme(const theme::Theme& theme) {
    m_theme = theme;
    m_stale = true;
    update();
}

void TrackLayer::setMarks(TrackMarks marks) {
    m_marks = std::move(marks);
    m_stale = true;
    update();
}

void TrackLayer::setLabelDetail(LabelDetail detail) {
    m_labelDetail = detail;
    m_stale = true;
    update();
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

    QElapsedTimer timer;
    timer.start();
    if (fresh || m_stale || !m_geometry.region().suits(now)) {
        m_geometry.build(m_cache, now, m_theme, m_marks);
        upload(*root->tracks, m_geometry);
        m_costs.build_ms = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
        m_costs.tracks = m_geometry.drawn();
    }
    const QPointF origin = now.pixelOf(m_geometry.origin());
    static_cast<TrackMaterial*>(root->tracks->material())->toScreen =
        QVector3D(static_cast<float>(origin.x()), static_cast<float>(origin.y()),
                  static_cast<float>(now.world_px() / mercatorUnit));
    root->tracks->markDirty(QSGNode::DirtyMaterial);

    const double ratio = window()->effectiveDevicePixelRatio();
    const QFont font = QGuiApplication::font();
    if (!m_atlas || m_atlas->devicePixelRatio() != ratio || m_atlas->font() != font) {
        m_atlas = std::make_unique<GlyphAtlas>(font, ratio);
        root->atlasRevision = 0;
        m_labelledAt.reset();
    }
    if (fresh || m_stale || m_labelledAt != now) {
        timer.restart();
        if (m_labels.build(m_cache, now, m_theme, m_marks, m_labelDetail, *m_atlas)) {
            m_labelledAt = now;
        } else {
            m_labelledAt.reset();
            QMetaObject::invokeMethod(this, [this] { update(); }, Qt::QueuedConnection);
        }
        upload(*root->labels, m_labels);
        auto* material = static_cast<LabelMaterial*>(root->labels->material());
        material->halo = m_theme.color(theme::ColorRole::Base);
        material->halo.setAlphaF(static_cast<float>(haloOpacity));
        if (!material->texture || root->atlasRevision != m_atlas->revision()) {
            material->texture.reset(window()->createTextureFromImage(m_atlas->image()));
            material->texture->setFiltering(QSGTexture::Nearest);
            root->atlasRevision = m_atlas->revision();
        }
        root->labels->markDirty(QSGNode::DirtyMaterial);
        m_costs.labels_ms = static_cast<double>(timer.nsecsElapsed()) * 1e-6;
        m_costs.labels = m_labels.labels();
    }
    m_stale = false;
    return root;
}

} // namespace haneul::map
