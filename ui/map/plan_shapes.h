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

// A path that is thought about beside others, told apart by its line and its label.
struct PathShape {
    enum class Line : std::uint8_t { Dashed, Dotted, Solid };

    struct Point {
        geo::Mercator place; // x runs on across the edge of the world
        PlacedHeight height;
        std::optional<double> ground_m; // above mean sea level; none: not known
        bool turn = false; // where a leg ends; else a place between, where a turn is round or the ground bends
    };

    QString label; // what it is and what it costs
    Line line = Line::Solid;
    bool chosen = false; // weight, and its label stands before those of the others
    std::vector<Point> way;
};

struct PlanShapes {
    std::vector<PlanShape> plans; // the chosen one last
    std::vector<PathShape> paths; // likewise
    std::vector<PlanHitShape> hits;
    QStringList zonesMet; // identifiers
};

using PlanShapesPtr = std::shared_ptr<const PlanShapes>; // never null: an empty one

} // namespace haneul::map
