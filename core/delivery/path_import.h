#pragma once

#include "core/delivery/geojson.h"
#include "core/delivery/network.h"

#include <cstddef>
#include <optional>
#include <span>

namespace haneul::delivery {

struct PathImport {
    double snap_m = 30;               // how far the ends may be from a node, seen from above
    std::optional<double> level_m;    // height above mean sea level of points that have none; none: they are refused
    std::optional<double> simplify_m; // leaves out waypoints that are no farther from the way without them
    bool replacing = false;           // the nodes may be linked already
};

struct ImportedLink {
    Link link;             // from the node at the first point to the one at the last; not verified
    double startOff_m = 0; // how far the ends of the way were from their nodes
    double endOff_m = 0;
    std::size_t takeOffPoints = 0; // left out at the beginning: at the node, on the ground or climbing
    std::size_t landingPoints = 0; // at the end
    std::size_t simplified = 0;    // left out between

    bool operator==(const ImportedLink&) const = default;
};

// The way of a file (.plan, waypoint text, KML, GeoJSON, a recorded flight) as a link between two nodes of the network:
// its ends are those nodes nearest to its ends, and what it does within `snap_m` of them at its beginning and end is
// the take-off and the landing, which the columns of the nodes stand for. Heights are above mean sea level. Codes:
// PATH_TOO_SHORT (fewer than two points), BAD_PLACE, HEIGHT_UNKNOWN, START_NOT_AT_NODE, END_NOT_AT_NODE (message says
// which node is nearest and how far), SAME_ENDS, SAME_LINK (linked already), TOO_MANY_WAYPOINTS (more than 200 are
// left), INVALID_ARGUMENT (a distance below 0). `where` is "points[i]" or the node or link.
[[nodiscard]] Result<ImportedLink> linkFromPath(const Network& network, std::span<const PathPoint> points,
                                                const PathImport& how = {});

} // namespace haneul::delivery
