#pragma once

#include "server/situation/situation.h"
#include "ui/map/camera.h"
#include "ui/map/label_detail.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_labels.h"
#include "ui/theme/theme.h"

#include <QPointer>
#include <QQuickItem>

namespace haneul::map {

// All tracks of the situation as two scene-graph nodes, one for symbols and vectors and one for labels. A visual child
// of the QML Map: it reads the map's camera while the frame is made, so tracks never lag behind the tiles.
class TrackLayer : public QQuickItem {
    Q_OBJECT

public:
    struct Costs { // of the last frame that did the work
        double build_ms = 0;
        double labels_ms = 0;
        std::size_t tracks = 0;
        std::size_t labels = 0;
        quint64 frames = 0;
    };

    explicit TrackLayer(const theme::Theme& theme, QQuickItem* parent = nullptr);

    void attachTo(QQuickItem* map); // a QtLocation Map, north up

    void setSituation(const situation::SituationPtr& situation);
    void setTheme(const theme::Theme& theme);
    void setMarks(TrackMarks marks);
    void setLabelDetail(LabelDetail detail);

    [[nodiscard]] MapCamera camera() const;

    [[nodiscard]] const TrackCache& cache() const { return m_cache; }

    [[nodiscard]] const Costs& costs() const { return m_costs; }

Q_SIGNALS:
    void cameraMoved();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    Q_SLOT void onCameraMoved();
    Q_SLOT void resizeToMap();

    QPointer<QQuickItem> m_map;
    theme::Theme m_theme;
    TrackCache m_cache;
    TrackMarks m_marks;
    LabelDetail m_labelDetail = LabelDetail::Full;
    TrackGeometry m_geometry;
    TrackLabels m_labels;
    std::unique_ptr<GlyphAtlas> m_atlas;
    std::optional<MapCamera> m_labelledAt;
    bool m_stale = true; // data, marks or looks have changed since the last frame
    Costs m_costs;
};

} // namespace haneul::map
