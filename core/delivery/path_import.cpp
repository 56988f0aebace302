#include "core/delivery/path_import.h"

#include "core/route/sphere_frame.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace haneul::delivery {

namespace {

constexpr std::size_t mostWaypoints = 200; // of a link, as check() has it

Result<std::vector<route::Waypoint>> waypointsOf(std::span<const PathPoint> points, const PathImport& how) {
    if (points.size() < 2) return fail("PATH_TOO_SHORT", "a way has at least two points", "points");
    std::vector<route::Waypoint> waypoints;
    for (const PathPoint& point : points) {
        const std::string where = std::format("points[{}]", waypoints.size());
        if (!point.place.valid() || (point.height_m && !std::isfinite(*point.height_m)))
            return fail("BAD_PLACE", "a point is a place on Earth", where);
        const auto height_m = point.height_m ? point.height_m : how.level_m;
        if (!height_m)
            return fail("HEIGHT_UNKNOWN", "the file does not say how high this point is; say at what level to fly",
                        where);
        waypoints.push_back({point.place, *height_m});
    }
    return waypoints;
}

struct Nearest {
    const Node* node = nullptr;
    double apart_m = 0;
};

Nearest nearestNode(const Network& network, geo::LatLon place) {
    Nearest nearest;
    for (const Node& node : network.nodes)
        if (const double apart_m = route::horizontalDistance_m(node.place, place);
            !nearest.node || apart_m < nearest.apart_m)
            nearest = {&node, apart_m};
    return nearest;
}

Result<Nearest> nodeAt(const Network& network, geo::LatLon place, double snap_m, const char* code, std::string where) {
    const Nearest nearest = nearestNode(network, place);
    if (nearest.node && nearest.apart_m <= snap_m) return nearest;
    return fail(code,
                nearest.node ? std::format("the nearest node, {}, is {:.1f} m away, and at most {} m are allowed",
                                           nearest.node->id, nearest.apart_m, snap_m)
                             : std::string("the network has no nodes"),
                std::move(where));
}

double besideLine_m(const route::Metric_m& point, const route::Metric_m& from, const route::Metric_m& to) {
    const route::Metric_m line = to - from;
    const double square = dot(line, line);
    const double share = square > 0 ? std::clamp(dot(point - from, line) / square, 0.0, 1.0) : 0;
    return norm_m(point - (from + share * line));
}

// Douglas and Peucker: which points of the line are needed; the ends always.
std::vector<bool> needed(const std::vector<route::Metric_m>& line, double tolerance_m) {
    std::vector<bool> keep(line.size(), false);
    keep.front() = keep.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        std::size_t farthest = from;
        double most_m = tolerance_m;
        for (std::size_t i = from + 1; i < to; ++i)
            if (const double beside_m = besideLine_m(line[i], line[from], line[to]); beside_m > most_m) {
                farthest = i;
                most_m = beside_m;
            }
        if (farthest == from) continue;
        keep[farthest] = true;
        open.push_back({from, farthest});
        open.push_back({farthest, to});
    }
    return keep;
}

// Between the tops of the two columns.
void simplify(std::vector<route::Waypoint>& via, const Node& start, const Node& end, double tolerance_m) {
    std::vector<route::Waypoint> whole{{start.place, start.top_m}};
    whole.insert(whole.end(), via.begin(), via.end());
    whole.push_back({end.place, end.top_m});
    const auto frame = route::SphereFrame::around(whole);
    std::vector<route::Metric_m> line;
    for (const auto& waypoint : whole)
        line.push_back(frame.toMetric(waypoint));
    const auto keep = needed(line, tolerance_m);
    via.clear();
    for (std::size_t i = 1; i + 1 < whole.size(); ++i)
        if (keep[i]) via.push_back(whole[i]);
}

} // namespace

Result<ImportedLink> linkFromPath(const Network& network, std::span<const PathPoint> points, const PathImport& how) {
    if (!(how.snap_m >= 0) || (how.simplify_m && !(*how.simplify_m >= 0)))
        return fail("INVALID_ARGUMENT", "a distance is 0 or more metres", "snap_m");
    const auto waypoints = waypointsOf(points, how);
    if (!waypoints) return std::unexpected(waypoints.error());
    const auto start = nodeAt(network, waypoints->front().place, how.snap_m, "START_NOT_AT_NODE", "points[0]");
    if (!start) return std::unexpected(start.error());
    const auto end = nodeAt(network, waypoints->back().place, how.snap_m, "END_NOT_AT_NODE",
                            std::format("points[{}]", waypoints->size() - 1));
    if (!end) return std::unexpected(end.error());
    if (start->node == end->node) return fail("SAME_ENDS", "the way begins and ends at the same node", start->node->id);
    ImportedLink result{
        .link = {.a = start->node->id, .b = end->node->id}, .startOff_m = start->apart_m, .endOff_m = end->apart_m};
    const std::string where = std::format("links.{}>{}", result.link.a, result.link.b);
    if (!how.replacing && network.link(result.link.a, result.link.b))
        return fail("SAME_LINK", "these nodes are linked already", where);
    const auto at = [&](const Nearest& node) {
        return [&](const route::Waypoint& waypoint) {
            return route::horizontalDistance_m(waypoint.place, node.node->place) <= how.snap_m;
        };
    };
    const auto first = std::ranges::find_if_not(*waypoints, at(*start));
    const auto last = std::find_if_not(waypoints->rbegin(), std::make_reverse_iterator(first), at(*end)).base();
    result.takeOffPoints = static_cast<std::size_t>(first - waypoints->begin());
    result.landingPoints = static_cast<std::size_t>(waypoints->end() - last);
    auto& via = result.link.via;
    via.assign(first, last);
    if (how.simplify_m) {
        simplify(via, *start->node, *end->node, *how.simplify_m);
        result.simplified = static_cast<std::size_t>(last - first) - via.size();
    }
    if (via.size() > mostWaypoints)
        return fail(
            "TOO_MANY_WAYPOINTS",
            std::format("a link has at most {} waypoints and the way has {}; simplify it", mostWaypoints, via.size()),
            where);
    return result;
}

} // namespace haneul::delivery
