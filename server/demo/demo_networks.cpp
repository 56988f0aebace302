#include "server/demo/demo_networks.h"

#include "core/geo/local_frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

namespace haneul::demo {

namespace {

using delivery::Corner;
using delivery::DurationMs;
using delivery::Link;
using delivery::LinkShape;
using delivery::Network;
using delivery::Node;
using delivery::NodeKind;
using delivery::TrackKind;
using geo::LatLon;
using geo::LocalFrame;

constexpr DurationMs second = 1000;
constexpr DurationMs minute = 60 * second;
constexpr LatLon yeouido{37.5250, 126.9230};
constexpr double cruise_mps = 8.0; // of the reference drone: lengths of links from their flight times

Link linkOf(std::string a, std::string b, TrackKind track, DurationMs flight_ms) {
    Link link;
    link.a = std::move(a);
    link.b = std::move(b);
    link.track = track;
    link.flight_ms = flight_ms;
    return link;
}

// A place so far away, `bearing_deg` clockwise from north.
LatLon placeAt(const LocalFrame& frame, double distance_m, double bearing_deg) {
    const double angle = bearing_deg * std::numbers::pi / 180;
    return frame.toLatLon({.east = distance_m * std::sin(angle), .north = distance_m * std::cos(angle), .up = 0});
}

Node referenceNode(std::string id, LatLon place) {
    Node node;
    node.id = std::move(id);
    node.place = place;
    node.ground_m = 20;
    node.top_m = 80;
    node.load_ms = 120 * second;
    node.unload_ms = 60 * second;
    node.serve_ms = 60 * second;
    node.takeOff_ms = 17 * second;
    node.landing_ms = 26 * second;
    return node;
}

Node exampleNode(std::string id, NodeKind kind, LatLon place) {
    Node node;
    node.id = std::move(id);
    node.kind = kind;
    node.place = place;
    node.ground_m = 20;
    node.top_m = 80;
    node.load_ms = 4 * minute;
    node.unload_ms = 4 * minute;
    node.serve_ms = 3 * minute;
    node.takeOff_ms = 2 * minute;
    node.landing_ms = 2 * minute;
    return node;
}

const DemoPlace& placeOf(const DemoScenario& scenario, std::string_view id) {
    const auto& places = id.starts_with("BP") ? scenario.bases : scenario.deliveries;
    return *std::ranges::find(places, id, &DemoPlace::id);
}

Node seoulNode(const DemoScenario& scenario, std::string_view id) {
    const DemoPlace& place = placeOf(scenario, id);
    Node node;
    node.id = place.id;
    node.name = place.nameKo;
    node.kind = id.starts_with("BP") ? NodeKind::Base : NodeKind::Delivery;
    node.place = place.position;
    node.ground_m = place.groundHeight_m;
    node.top_m = place.groundHeight_m + 80;
    if (node.kind == NodeKind::Base) node.capacity = 3;
    return node;
}

route::Waypoint half(const Node& a, const Node& b, double height_m, double east_m, double north_m) {
    const LocalFrame frame(a.place);
    const geo::Enu_m end = frame.toEnu(b.place, 0);
    return {frame.toLatLon({.east = end.east / 2 + east_m, .north = end.north / 2 + north_m, .up = 0}), height_m};
}

} // namespace

delivery::Network referenceNetwork() {
    const LocalFrame frame(yeouido);
    Network network;
    network.id = "REF";
    network.name = "Reference network";
    network.base = "BP-01";
    network.nodes.push_back(referenceNode("BP-01", yeouido));
    network.nodes.front().kind = NodeKind::Base;
    // Round the base in the order of their links, each as far as it is flown.
    for (const auto& [id, flight_s, bearing_deg] :
         {std::tuple{"DP-01", 120, 290.0}, std::tuple{"DP-02", 180, 316.4}, std::tuple{"DP-05", 240, 338.6},
          std::tuple{"DP-04", 210, 5.9}, std::tuple{"DP-03", 150, 23.0}})
        network.nodes.push_back(referenceNode(id, placeAt(frame, flight_s * cruise_mps, bearing_deg)));
    std::ranges::sort(network.nodes, {}, &Node::id);
    using enum TrackKind;
    network.links = {linkOf("BP-01", "DP-01", Double, 120 * second), linkOf("BP-01", "DP-02", Single, 180 * second),
                     linkOf("BP-01", "DP-03", Single, 150 * second), linkOf("BP-01", "DP-04", Single, 210 * second),
                     linkOf("BP-01", "DP-05", Single, 240 * second), linkOf("DP-01", "DP-02", Single, 90 * second),
                     linkOf("DP-02", "DP-05", Single, 100 * second), linkOf("DP-03", "DP-04", Double, 80 * second),
                     linkOf("DP-04", "DP-05", Single, 110 * second)};
    return network;
}

delivery::Network exampleNetwork() {
    const LocalFrame frame(yeouido);
    Network network;
    network.id = "G1";
    network.name = "Worked example G1";
    network.base = "BP-01";
    // A triangle with the flown lengths as sides: 8, 4 and 6 minutes at 8 m/s.
    network.nodes = {exampleNode("BP-01", NodeKind::Base, yeouido),
                     exampleNode("DP-02", NodeKind::Delivery, placeAt(frame, 3840, 200)),
                     exampleNode("DP-05", NodeKind::Delivery, placeAt(frame, 2880, 228.96))};
    network.links = {linkOf("BP-01", "DP-02", TrackKind::Single, 8 * minute),
                     linkOf("DP-02", "DP-05", TrackKind::Single, 4 * minute),
                     linkOf("BP-01", "DP-05", TrackKind::Single, 6 * minute)};
    network.droneTypes.front().endurance_ms = 60 * minute;
    return network;
}

Result<delivery::MissionRoute> exampleRoute(delivery::Network verified) {
    delivery::MissionRequest request{.id = "G1", .stops = {{.node = "DP-02"}, {.node = "DP-05"}}};
    auto route = missionRoute(verified, request);
    if (!route) return route;
    // The example descends in two parts at both delivery points, with a stop half-way.
    for (std::size_t k = 0; k < 2; ++k) {
        delivery::Leg& leg = route->legs[k];
        const auto ground = leg.waypoints.back();
        leg.waypoints.insert(leg.waypoints.end() - 1, {ground.place, 50});
        ++leg.parts.landing.last;
    }
    route->durations.stays = {{4, 1, 1, 1, 3}, {3, 0, 1, 1, 3}, {3, 0, 0, 4}};
    route->durations.flights = {{2, 8, 1, 1}, {2, 4, 1, 1}, {2, 6, 2}};
    for (auto* rows : {&route->durations.stays, &route->durations.flights})
        for (auto& row : *rows)
            for (auto& value : row)
                value *= minute;
    route->flight_ms = 35 * minute; // 15 + 10 + 10
    return route;
}

delivery::Network seoulNetwork(const DemoScenario& scenario) {
    Network network;
    network.id = "SEOUL";
    network.name = "서울 서부 배송망";
    network.base = "BP-02";
    for (const char* id : {"BP-01", "BP-02", "DP-01", "DP-02", "DP-03", "DP-04", "DP-05", "DP-06", "DP-07", "DP-08",
                           "DP-09", "DP-10", "DP-11", "DP-14"})
        network.nodes.push_back(seoulNode(scenario, id));
    const auto join = [&](const char* a, const char* b, TrackKind track) -> Link& {
        Link link;
        link.a = a;
        link.b = b;
        link.track = track;
        return network.links.emplace_back(std::move(link));
    };
    using enum TrackKind;
    join("BP-02", "DP-04", Double);
    join("BP-02", "DP-07", Double);
    join("BP-02", "DP-08", Single);
    join("BP-02", "DP-09", Single);
    join("BP-02", "DP-14", Double);
    join("BP-02", "DP-06", Single);
    join("DP-04", "DP-05", Single);
    join("BP-02", "DP-05", Single);
    join("DP-06", "DP-07", Single);
    join("DP-09", "DP-11", Single);
    join("DP-09", "DP-14", Single);
    join("BP-01", "DP-01", Double);
    join("BP-01", "DP-02", Single);
    join("BP-01", "DP-03", Double);
    join("DP-01", "DP-02", Single);
    join("DP-01", "DP-03", Single);
    join("DP-03", "DP-04", Single);
    join("DP-06", "DP-10", Double);
    join("BP-02", "DP-10", Single); // these two cross
    join("DP-07", "DP-09", Double);
    // In a bow along the stream, and round Haneul Park: the rest is flown straight.
    const auto bend = [&](const char* a, const char* b, double height_m, double east_m, double north_m,
                          LinkShape shape) {
        const auto link =
            std::ranges::find_if(network.links, [&](const Link& one) { return one.a == a && one.b == b; });
        link->via = {half(*network.node(a), *network.node(b), height_m, east_m, north_m)};
        link->shape = shape;
        link->corner = Corner::FlyThrough;
    };
    bend("DP-09", "DP-11", 100, -150, 250, LinkShape::Curve);
    bend("BP-01", "DP-02", 110, -500, 500, LinkShape::Straight);
    bend("BP-01", "DP-01", 100, 0, -500, LinkShape::Straight);
    bend("BP-02", "DP-06", 100, -300, 400, LinkShape::Straight);
    network.droneTypes.front() = {
        .id = "HN-M6", .flight_mps = 13, .endurance_ms = 45 * minute, .range_m = 12'000, .maxPayload_kg = 5};
    network.droneTypes.push_back(
        {.id = "HN-M8", .flight_mps = 11, .endurance_ms = 35 * minute, .range_m = 10'000, .maxPayload_kg = 12});
    network.headway_ms = 45 * second;
    network.nodeBuffer_ms = 10 * second;
    network.oppositeBuffer_ms = 10 * second;
    network.fleet = delivery::Fleet{.size = 12, .turnaround_ms = 5 * minute};
    network.preparation_ms = 2 * minute;
    network.batchWindow_ms = 3 * minute;
    network.batchStops = 2;
    return network;
}

} // namespace haneul::demo
