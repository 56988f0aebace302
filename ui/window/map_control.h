#pragma once

#include "core/geo/position.h"
#include "server/situation/situation.h"
#include "ui/map/label_detail.h"
#include "ui/map/map_view.h"

#include <QJsonObject>
#include <QObject>

#include <optional>

class QAction;
class QStatusBar;

namespace haneul::window {

class Desk;

// What the map actions of one window do to its map: where it looks first, fit, zoom, centre, label detail, and the
// state of its base map in words.
class MapControl final : public QObject {
    Q_OBJECT

public:
    MapControl(Desk& desk, map::MapView& map, QObject* parent);

    // Until the first pictures with positions have been seen, the map looks where they are: at the drones that report
    // to this desk, or at all traffic where there are none. True while it still looks again; `looked` are the tracks.
    void setSituation(const situation::SituationPtr& situation);

    void fitAll();
    // False: the place of that track is not known.
    [[nodiscard]] bool centreOn(const traffic::TrackId& id);
    void zoomBy(double steps);
    void nextLabelDetail();
    void nextVectors();
    void nextTrails();
    // Shows and hides the delivery networks of this map, and is checked as they are.
    void switchNetworks(QAction& action);
    void switchZones(QAction& action); // likewise
    void switchPlans(QAction& action); // the same of flight plans

    [[nodiscard]] QString tileFact() const; // why there is no base map; empty: there is one

    [[nodiscard]] QJsonObject state() const;
    void restore(const QJsonObject& state);

    void setPlaced() { m_fitted = true; } // somebody chose where it looks

Q_SIGNALS:
    void tileFactChanged();
    void fitted(const std::vector<haneul::traffic::TrackPtr>& tracks); // the map looks at these by itself

private:
    void fitOnce(const situation::Situation& situation);

    Desk& m_desk;
    map::MapView& m_map;
    QAction* m_networks = nullptr;
    QAction* m_zones = nullptr;
    QAction* m_plans = nullptr;
    map::LabelDetail m_labelDetail = map::LabelDetail::Full;
    map::TileServerState m_tiles;
    QString m_tileDetail;
    std::optional<UtcMs> m_firstFit;
    std::size_t m_fittedTracks = 0;
    bool m_fitted = false;
};

} // namespace haneul::window
