#pragma once

#include "ui/map/zone_shapes.h"

namespace haneul::map {

// Flight plans as a 3D view draws them. Who makes them knows what a plan is; the view does not.
struct PlanShape {
    // Told by the line: dotted, dashed, thin, heavy.
    enum class State : std::uint8_t { Draft, Waiting, Approved, Flying };

    struct WayPoint {
        geo::Mercator place; // x runs on across the edge of the world
        PlacedHeight height;
    };

    QString id;
    QString label; // id, state and times
    State state = State::Approved;
    bool selected = false; // halo, and its label stands whatever is below
    bool met = false;      // the chosen one meets it, or it the chosen one
    ZoneVolumes volumes = std::make_shared<const std::vector<ZoneVolumeShape>>();
    std::vector<WayPoint> way; // empty: it is anywhere in its volumes
};

// Where the chosen plan meets another one or a zone.
struct PlanHitShape {
    geo::Mercator place;
    ZoneHeights heights;
    QString label;       // what is met
    bool hinders = true; // else it is worth to know, or not judged
};

struct PlanShapes {
    std::vector<PlanShape> plans; // the chosen one last
    std::vector<PlanHitShape> hits;
    QStringList zonesMet; // identifiers
};

using PlanShapesPtr = std::shared_ptr<const PlanShapes>; // never null: an empty one

} // namespace haneul::map
