#pragma once

#include "server/situation/situation.h"
#include "ui/map/camera.h"
#include "ui/map/heat_overlay.h"
#include "ui/map/load_guard.h"
#include "ui/map/measure_drawing.h"
#include "ui/map/network_drawing.h"
#include "ui/map/track_cache.h"
#include "ui/map/track_geometry.h"
#include "ui/map/track_labels.h"
#include "ui/map/track_look.h"
#include "ui/map/trail_geometry.h"
#include "ui/map/zone_drawing.h"
#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QQuickItem>

namespace haneul::map {

// All tracks of the situation as few scene-graph nodes: trails, lines, symbols with vectors, texts; delivery networks
// under them and zones under those, with labels that share the room with those of the tracks. A visual child
// of the QML Map: it reads the map's camera while the frame is made, so tracks never lag behind the tiles.
class TrackLayer : public QQuickItem {
    Q_OBJECT

public:
    struct Costs { // of the last frame that did the work
        double build_ms = 0;
        double trails_ms = 0;
        double labels_ms = 0;
        std::size_t tracks = 0;
        std::size_t dots = 0;
        std::size_t labels = 0;
        double networks_ms = 0;
        std::size_t networkNodes = 0;
        std::size_t networkLinks = 0;
        double zones_ms = 0;
        std::size_t zones = 0;
        quint64 frames = 0;
    };

    // What of the wanted picture is not shown.
    struct Missing {
        std::size_t labels = 0; // tracks in view without one, for want of room
        Shed shed = Shed::Nothing;

        bool operator==(const Missing&) const = default;
    };

    explicit TrackLayer(const theme::Theme& theme, QQuickItem* parent = nullptr);

    void attachTo(QQuickItem* map); // a QtLocation Map, north up

    void setSituation(const situation::SituationPtr& situation);
    void setTheme(const theme::Theme& theme);
    void setMarks(TrackMarks marks);
    void setLook(const TrackLook& look);
    void setPins(LabelPins pins);
    void setMeasurements(std::vector<MeasureShape> shapes);
    void setNetworks(NetworkShapesPtr networks);
    void setZones(ZoneShapesPtr zones);
    void setHeat(HeatOverlayPtr heat);           // under the zones
    void setKeepFree(std::vector<QRectF> areas); // of labels

    [[nodiscard]] MapCamera camera() const;

    [[nodiscard]] const TrackCache& cache() const { return m_cache; }

    [[nodiscard]] const TrackLabels& labels() const { return m_labels; } // as last drawn

    [[nodiscard]] const TrackLook& look() const { return m_look; }

    [[nodiscard]] const Missing& missing() const { return m_missing; }

    [[nodiscard]] const Costs& costs() const { return m_costs; }

Q_SIGNALS:
    void cameraMoved();
    void missingChanged();

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    struct RootNode;

    Q_SLOT void onCameraMoved();
    Q_SLOT void resizeToMap();
    void repaint(); // all but the trails
    void paintSymbols(RootNode& root, const MapCamera& now, bool fresh);
    void paintTrails(RootNode& root, const MapCamera& now, bool fresh);
    void paintHeat(RootNode& root, const MapCamera& now, bool fresh);
    void paintZones(RootNode& root, const MapCamera& now, bool fresh);
    void paintNetworks(RootNode& root, const MapCamera& now, bool fresh);
    void paintTexts(RootNode& root, const MapCamera& now, bool fresh);
    void tell(Missing missing);

    QPointer<QQuickItem> m_map;
    theme::Theme m_theme;
    TrackCache m_cache;
    TrackMarks m_marks;
    TrackLook m_look;
    LabelPins m_pins;
    std::vector<MeasureShape> m_measurements;
    NetworkShapesPtr m_networks = std::make_shared<const NetworkShapes>();
    ZoneShapesPtr m_zones = std::make_shared<const ZoneShapes>();
    HeatOverlayPtr m_heat;
    bool m_heatChanged = false; // its texture is of an earlier one
    std::vector<QRectF> m_keepFree;
    TrackGeometry m_geometry;
    TrailGeometry m_trails;
    TrackLabels m_labels;
    MeasureDrawing m_measureDrawing;
    NetworkDrawing m_networkDrawing;
    std::optional<MapCamera> m_networksAt; // none: networks or looks have changed since
    ZoneDrawing m_zoneDrawing;
    std::optional<MapCamera> m_zonesAt; // likewise
    std::unique_ptr<GlyphAtlas> m_atlas;
    std::optional<MapCamera> m_labelledAt;
    std::optional<quint64> m_trailsOf; // the cache's revision they are built from
    bool m_stale = true;               // data, marks or looks have changed since the last frame
    LoadGuard m_guard;
    QElapsedTimer m_since;
    Missing m_missing;
    Costs m_costs;
};

} // namespace haneul::map
