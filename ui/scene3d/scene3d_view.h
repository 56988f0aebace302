#pragma once

#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/models/selection.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <memory>

namespace haneul::scene3d {

// The same tracks as the map, with their heights, in a local east-north-up frame.
// Left drag orbits, right or middle drag (or Shift + left) pans, wheel zooms, a click selects; arrow keys orbit,
// Shift + arrows pan, + and - zoom, Home is the north-up overview, Escape clears the selection.
// Heights are drawn as reported; the legend says that their datums are not reconciled. A track without a height stands
// on the ground, hollow and grey, and says so.
// Without OpenGL the widget shows a plain sentence with the reason instead: a supported state, not an error.
class Scene3DView : public QWidget {
    Q_OBJECT

public:
    // `theme` is copied; `selection` is shared by all views and must outlive this one.
    // `offBecause`: not to be tried at all, for this reason; empty: tried.
    Scene3DView(const theme::Theme& theme, models::Selection* selection, QWidget* parent = nullptr,
                const QString& offBecause = {});
    ~Scene3DView() override;

    void setTheme(const theme::Theme& theme);
    void setSituation(situation::SituationPtr situation); // repaints only when something shown has changed

    // The middle of the frame and half its width; the camera goes to the overview of it. Until it is called, the first
    // situation with positions sets the area.
    void setArea(geo::LatLon origin, double halfWidth_m);
    void setHeightExaggeration(double factor); // 1 .. 20, shown on the view
    void showOverview();                       // north up, looking down at 35 degrees, whole area in sight

    [[nodiscard]] bool available() const;            // false: no OpenGL
    [[nodiscard]] QString unavailableReason() const; // empty when available
    // Where a track stands on this widget; nothing when it has no position or is behind the eye.
    [[nodiscard]] std::optional<QPointF> pixelOf(const traffic::TrackId& id) const;
    [[nodiscard]] traffic::TrackPtr trackAt(QPointF pixel) const; // within 12 px; null: none

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace haneul::scene3d
