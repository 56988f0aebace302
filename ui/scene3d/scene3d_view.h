#pragma once

#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/map/label_detail.h"
#include "ui/map/network_shapes.h"
#include "ui/map/plan_shapes.h"
#include "ui/map/zone_shapes.h"
#include "ui/models/selection.h"
#include "ui/scene3d/building_stage.h"
#include "ui/scene3d/orbit_camera.h"
#include "ui/scene3d/terrain_stage.h"
#include "ui/theme/theme.h"

#include <QJsonObject>
#include <QWidget>

#include <memory>

namespace haneul::tiles {
class MapReader;
}

namespace haneul::scene3d {

// Every state but On is a supported one: the view says in a sentence why 3D is off and what can be done, and shows a
// side view of the same traffic painted without OpenGL.
enum class SceneState : std::uint8_t {
    On,
    NoOpenGl,    // the display offers none, or not the kind that is needed
    ContextLost, // the display took it back
    TooSlow,     // switched off by a person after the view had said that it is slow
    SwitchedOff, // switched off by a person
};

// For tests and for machines on which OpenGL is known not to work.
enum class SceneStart : std::uint8_t { WithOpenGl, WithoutOpenGl };

// The same tracks as the map, with their heights, in a local east-north-up frame around the middle of an area.
// Left drag orbits, right or middle drag (or Shift + left) pans, wheel zooms, a click selects; arrow keys orbit,
// Shift + arrows pan, + and - zoom, Home is the north-up overview, Escape clears the selection.
// Heights are drawn as reported; the legend says so, and says when their datums differ and are not reconciled. A track
// without a height stands on the ground, hollow and grey, and says so. Vectors of tracks with an unknown climb lie on
// the ground. When the eye leaves the area, the area follows.
class Scene3DView : public QWidget {
    Q_OBJECT

public:
    // `theme` is copied; `selection` is shared by all views and must outlive this one. `offBecause`: what to say when
    // it starts without OpenGL.
    Scene3DView(const theme::Theme& theme, models::Selection* selection, QWidget* parent = nullptr,
                SceneStart start = SceneStart::WithOpenGl, const QString& offBecause = {});
    ~Scene3DView() override;

    void setTheme(const theme::Theme& theme);
    // `now`: what ages are counted to; without it the picture's own time. Repaints only when something shown has
    // changed.
    void setSituation(situation::SituationPtr situation, std::optional<UtcMs> now = std::nullopt);
    // Delivery networks: links at their heights, the chosen mission's take-off, flight and landing told apart.
    void setNetworks(map::NetworkShapesPtr networks);
    void setNetworksShown(bool shown);
    // Zones of airspace as translucent volumes between their limits. Where the ground (or the geoid) is not known,
    // limits above it are counted from the level ground of the scene, and the legend says so.
    void setZones(map::ZoneShapesPtr zones);
    void setZonesShown(bool shown);
    // Buildings as prisms and the ground as its heights are known; both are staged off the UI thread. Copies share.
    void setCity(city::CityData city, terrain::Terrain terrain);
    void setCityShown(bool buildings, bool terrain);
    // A map in colours that lies on the ground; null: none.
    void setDrape(ColourGridPtr drape);
    // Flight plans as translucent volumes with their ways, told apart by their lines; the chosen one with what it
    // meets. Heights as with zones: those that are not judged say so. With them paths that may become plans, each with
    // its line, its label and, where its legs end, plumb lines to the ground.
    void setPlans(map::PlanShapesPtr plans);
    void setPlansShown(bool shown);
    // Losses of separation between aircraft, present and predicted: the limits around both as cylinders, where they are
    // closest, and the numbers. Shown from the start.
    void setConflictsShown(bool shown); // not until asked for: who comes near whom, at a pad too, is no alarm yet
    // Where water, borders, airfields and names come from, on the reader's own thread; null: a bare ground.
    void setMapReader(std::shared_ptr<tiles::MapReader> reader);

    // The middle of the frame and half its width; the camera goes to the overview of it. Until it is called, the first
    // situation with positions sets the area.
    void setArea(geo::LatLon origin, double halfWidth_m);
    void flyTo(const std::vector<geo::LatLon>& places); // all of them in the picture, from the south
    void setHeightExaggeration(double factor);          // 1 .. 20, shown on the view
    [[nodiscard]] double heightExaggeration() const;
    void setLabelDetail(map::LabelDetail detail);
    void nextLabelDetail(); // none, name, full, none ...
    void setVectorSeconds(double seconds);
    void setTrailLength(milliseconds length);

    void showPreset(CameraPreset preset); // Chase: nothing happens without a selected track that has a position

    void showOverview() { showPreset(CameraPreset::Overview); }

    // The eye keeps its distance and angle to the selected track; panning ends it.
    void setFollowing(bool follow);
    [[nodiscard]] bool following() const;
    void setReducedMotion(bool reduced); // the eye jumps to where it goes

    // Where the eye is, in geographic terms: another area or program start does not matter. Keys latitude_deg,
    // longitude_deg, up_m, distance_m, azimuth_deg, elevation_deg, exaggeration, half_width_m, following, section.
    [[nodiscard]] QJsonObject saveCamera() const;
    bool restoreCamera(const QJsonObject& state); // false and nothing changed: not such an object

    void setSectionShown(bool shown); // the side view below the scene
    [[nodiscard]] bool sectionShown() const;

    [[nodiscard]] SceneState state() const;

    [[nodiscard]] bool available() const { return state() == SceneState::On; }

    [[nodiscard]] QString unavailableReason() const; // empty when available
    void switchOff(SceneState why);                  // not On
    void switchOn();                                 // tries again; the state says whether it worked

    // Where a track stands on this widget; nothing when it has no position or is behind the eye.
    [[nodiscard]] std::optional<QPointF> pixelOf(const traffic::TrackId& id) const;
    [[nodiscard]] traffic::TrackPtr trackAt(QPointF pixel) const; // within 12 px; null: none

    // Of the last frame.
    [[nodiscard]] std::size_t drawnTracks() const;
    [[nodiscard]] std::size_t drawnLabels() const;
    [[nodiscard]] std::size_t drawnNetworkWays() const;
    [[nodiscard]] std::size_t drawnBuildings() const; // staged, whether in sight or not
    [[nodiscard]] std::size_t drawnZones() const;     // volumes
    [[nodiscard]] std::size_t drawnPlans() const;
    [[nodiscard]] std::size_t drawnPaths() const; // that are thought about
    [[nodiscard]] std::size_t drawnConflicts() const;
    [[nodiscard]] std::size_t drawnObjects() const; // corners handed to OpenGL
    [[nodiscard]] double frameCost_ms() const;      // mean of the last five seconds

Q_SIGNALS:
    void stateChanged(haneul::scene3d::SceneState state);
    void followingChanged(bool following);
    void exaggerationChanged(double factor);
    void sectionShownChanged(bool shown);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace haneul::scene3d
