#pragma once

#include "core/delivery/network.h"
#include "core/geo/mercator.h"
#include "ui/map/camera.h"

#include <cstddef>
#include <vector>

namespace haneul::network {

// The way of a link over the ground, the ends included, fine enough for the eye where it is a curve. Empty: an end is
// unknown.
struct Path {
    std::vector<geo::Mercator> points;
    std::vector<double> heights_m; // of the points
    std::vector<std::size_t> parts; // for each line between two points: before which waypoint it lies
};

[[nodiscard]] Path pathOf(const delivery::Network& network, const delivery::Link& link);

// What of a network is under a pixel.
struct Hit {
    enum class Kind { Nothing, Node, Waypoint, Link };
    Kind kind = Kind::Nothing;
    std::size_t index = 0;    // of the node or link
    std::size_t waypoint = 0; // Waypoint: which; Link: before which a new one would come
    geo::LatLon place;        // of what was hit; Link: the foot on its line

    bool operator==(const Hit&) const = default;
};

inline constexpr double hitRadius_px = 11.0; // at scale 1

// Nodes before waypoints before lines, each the nearest within the radius. Waypoints are looked for on all links; those
// of `preferred` win.
[[nodiscard]] Hit hitAt(const delivery::Network& network, const map::MapCamera& camera, QPointF pixel, double radius_px,
                        std::optional<std::size_t> preferred = std::nullopt);

} // namespace haneul::network
