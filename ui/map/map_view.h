#pragma once

#include "core/base/error.h"
#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/map/heat_overlay.h"
#include "ui/map/label_detail.h"
#include "ui/map/map_tool.h"
#include "ui/map/network_shapes.h"
#include "ui/map/track_look.h"
#include "ui/map/zone_shapes.h"
#include "ui/models/selection.h"
#include "ui/theme/theme.h"

#include <QUrl>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace haneul::map {

// Whether base-map tiles can come. Tracks are drawn either way.
enum class TileServerState {
    NotSet,      // no tile server given
    Asking,      // given, has not answered yet
    Answering,   // the last probe brought a tile
    Unreachable, // the last probe failed; probing goes on, and tiles come back by themselves
};

// An area in degrees; west is not greater than east.
struct Outline {
    geo::LatLon southWest;
    geo::LatLon northEast;

    bool operator==(const Outline&) const = default;
};

// The flat map, north up: base map from the machine's own tile server, every track on top in one layer.
// Drag or arrow keys pan, wheel zooms about the cursor, + and - zoom about the middle, a double click goes there,
// Home fits all tracks, a click on a symbol or its label selects, Escape clears the selection. Where several tracks lie
// under the pointer they are listed, and Tab goes from one to the next. A label is dragged to a place where it stays
// beside its symbol; a double click lets it go. The ruler (toggleMeasuring) takes two clicks or, from the keyboard,
// Return for the pointer's place or the middle; Escape takes back, Ctrl+C copies the results. A tool (addTool) takes
// pointer and keys before all that, and leaves what it has no use for.
// Must be made after the application set AA_ShareOpenGLContexts and Qt Quick to OpenGL.
class MapView : public QWidget {
    Q_OBJECT

public:
    static constexpr double minZoom = 2.0;
    static constexpr double maxZoom = 20.0; // tiles end at 19; beyond 20 they are only blur

    // `theme` is copied; `selection` is shared by all views and must outlive this one.
    MapView(const theme::Theme& theme, models::Selection* selection, QWidget* parent = nullptr);
    ~MapView() override;

    // "http://127.0.0.1:8080": tiles are asked at <base>/tiles/<style>/<z>/<x>/<y>. Refuses anything that is not http
    // on a loopback address (code TILE_SERVER_NOT_LOCAL): the map never calls out of the machine.
    // An empty URL means no base map.
    [[nodiscard]] Result<void> setTileServer(const QUrl& base);
    // What is asked for behind the theme's name: hidden groups, layers, language of the names
    // ("-en~aerial.60~!places").
    void setTileStack(const QString& parts);
    // A quiet frame around an area, such as that of a layer; nullopt: none.
    void setOutline(const std::optional<Outline>& outline);
    void setAttribution(const QString& text); // whom the shown base map must credit

    void setTheme(const theme::Theme& theme);             // also the tile style of that name
    void setSituation(situation::SituationPtr situation); // repaints only when something shown has changed
    void setLabelDetail(LabelDetail detail);
    void setVectorSeconds(int seconds); // 0: off .. 300
    void setTrailSeconds(int seconds);  // 0: off .. 180, as far as trails are kept
    [[nodiscard]] const TrackLook& look() const;

    // Delivery networks, under the traffic; drawn while they are shown.
    void setNetworks(NetworkShapesPtr networks);
    void setNetworksShown(bool shown);
    [[nodiscard]] bool networksShown() const;
    // Flight plans, above the networks; drawn while they are shown.
    void setPlans(NetworkShapesPtr plans);
    void setPlansShown(bool shown);
    [[nodiscard]] bool plansShown() const;
    // Zones of airspace, under the networks; drawn while they are shown.
    void setZones(ZoneShapesPtr zones);
    void setZonesShown(bool shown);
    [[nodiscard]] bool zonesShown() const;
    // A risk map on the ground, under the zones; drawn while it is shown.
    void setHeat(HeatOverlayPtr heat);
    void setHeatShown(bool shown);
    [[nodiscard]] bool heatShown() const;
    [[nodiscard]] Outline visibleArea() const; // the box around what is in sight
    // What takes pointer and keys first, except from the ruler: of several tools the one that was added or raised last.
    // A tool must be taken out before it goes.
    void addTool(MapTool& tool); // that is there already: nothing happens
    void raiseTool(MapTool& tool);
    void removeTool(MapTool& tool);
    [[nodiscard]] MapTool* tool() const; // null: none
    void showTool();                     // its hint and cursor, once more

    void unpinLabels();
    [[nodiscard]] std::size_t pinnedLabels() const;

    // The ruler: begins at the selected track when there is one; once more frees the start, then ends.
    void toggleMeasuring();
    void clearMeasurements();
    [[nodiscard]] QString measurementsText() const; // one line each; empty: none

    void centerOn(geo::LatLon place, double zoom);
    void fitTo(const std::vector<traffic::TrackPtr>& tracks); // those with a position; nothing when there are none
    void fitToPlaces(const std::vector<geo::LatLon>& places); // nothing when there are none
    [[nodiscard]] geo::LatLon center() const;
    [[nodiscard]] double zoom() const;
    [[nodiscard]] QPointF pixelOf(geo::LatLon place) const; // in this widget's coordinates
    [[nodiscard]] geo::LatLon placeAt(QPointF pixel) const;
    // All drawn within 12 px of that pixel, nearest first; else the one whose label is there.
    [[nodiscard]] std::vector<traffic::TrackPtr> tracksAt(QPointF pixel) const;
    // The track drawn nearest to that pixel and no farther than 12 px; null: none.
    [[nodiscard]] traffic::TrackPtr trackAt(QPointF pixel) const;

    [[nodiscard]] TileServerState tileServerState() const;

    // What the last frame held, in sight or not culled yet.
    struct Drawn {
        std::size_t tracks = 0;
        std::size_t labels = 0;
        std::size_t zones = 0; // of the airspace
        std::size_t networkNodes = 0;
        std::size_t networkLinks = 0;
    };

    [[nodiscard]] Drawn drawn() const;

Q_SIGNALS:
    void cursorMoved(haneul::geo::LatLon place); // for the read-out in the status bar
    void cursorLeft();
    void cameraChanged();
    void linkClicked(const QString& network, const QString& a, const QString& b); // of a delivery network
    // Of the airspace, the smallest first; empty: none is there.
    void zonesClicked(const QStringList& keys);
    void planClicked(const QString& plan);
    void tileServerStateChanged(haneul::map::TileServerState state, const QString& detail);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool focusNextPrevChild(bool next) override; // Tab among several tracks under the pointer
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace haneul::map
