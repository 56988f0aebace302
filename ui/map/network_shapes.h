#pragma once

#include "core/geo/mercator.h"
#include "ui/map/camera.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace haneul::map {

// Delivery networks as a map or a 3D view draws them: what is where, and what is told about it. Who makes them knows
// what a network is; the map does not.
struct NetworkNodeShape {
    enum class Kind : std::uint8_t { Base, Delivery }; // square, circle

    QString label;
    geo::Mercator place;
    Kind kind = Kind::Delivery;
    std::optional<double> ground_m; // heights above mean sea level; unknown ground: drawn open
    double top_m = 0;
    bool selected = false;   // halo
    bool movingBase = false; // one stands here at times: a second frame
    QString tip;
};

// Where the chosen mission goes up and down: a triangle up, a triangle down.
struct NetworkColumnShape {
    geo::Mercator place;
    bool takeOff = false;
    bool landing = false;
};

struct NetworkHandle {
    geo::Mercator place;
    bool selected = false;
};

// Which link of which network it is, or which flight plan's way; all empty: neither (the way of a mission).
struct NetworkLinkName {
    QString network, a, b;
    QString plan;

    bool operator==(const NetworkLinkName&) const = default;
};

struct NetworkLinkShape {
    std::vector<geo::Mercator> path; // at least two
    std::vector<double> heights_m;   // of the same points, above mean sea level
    bool doubleTrack = false;        // two parallel lines
    bool verified = false;           // solid; else dashed
    bool selected = false;           // halo
    bool mission = false;            // flown by the chosen mission: halo and weight
    bool dotted = false;             // not submitted yet; goes before `verified`
    bool heavy = false;              // under way: weight without a halo
    QString tip;
    NetworkLinkName name;
    std::vector<NetworkHandle> handles; // of the link in hand
};

struct NetworkCrossingShape {
    geo::Mercator place;
    QString tip;
};

struct NetworkShapes {
    std::vector<NetworkNodeShape> nodes;
    std::vector<NetworkLinkShape> links;
    std::vector<NetworkCrossingShape> crossings;
    std::vector<NetworkColumnShape> columns;
    std::vector<geo::Mercator> rubber; // the link being drawn, up to the pointer
    std::optional<geo::Mercator> snap; // where the next click goes because of something near
    QStringList snapLines;             // what stands there: distance, bearing
};

using NetworkShapesPtr = std::shared_ptr<const NetworkShapes>; // never null: an empty one

// Distance of a pixel from a line between two pixels, and how far along its foot is (0..1).
struct LineDistance {
    double distance_px = 0;
    double fraction = 0;
};

[[nodiscard]] LineDistance distanceToLine(QPointF pixel, QPointF from, QPointF to);

// A path in pixels, step by step, so that one across the edge of the world does not come back the long way.
[[nodiscard]] std::vector<QPointF> pixelsOf(const std::vector<geo::Mercator>& path, const MapCamera& camera);

// What is told about the node, crossing or link under that pixel, and where it stands; nullopt: nothing there.
struct NetworkTip {
    QString text;
    QPointF at;
};

[[nodiscard]] std::optional<NetworkTip> tipAt(const NetworkShapes& shapes, const MapCamera& camera, QPointF pixel,
                                              double radius_px);

// Both together, the second above the first.
[[nodiscard]] NetworkShapesPtr together(const NetworkShapesPtr& below, const NetworkShapesPtr& above);

// The link under that pixel; nullopt: none, or a node is there.
[[nodiscard]] std::optional<NetworkLinkName> linkAt(const NetworkShapes& shapes, const MapCamera& camera, QPointF pixel,
                                                    double radius_px);

} // namespace haneul::map
