#pragma once

#include "core/delivery/mission.h"

#include <initializer_list>
#include <utility>

// Networks whose times are known.
namespace haneul::delivery::examples {

// The place so far east and north of a point in Seoul, near enough for a network; exact for nobody.
inline geo::LatLon placed(double east_m, double north_m) {
    return {37.52 + north_m / 111'195, 126.98 + east_m / 88'190};
}

inline Verification flown() {
    return {.by = "tester", .at = utcMs(1'790'000'000'000), .note = "TF-1"};
}

inline Node node(const char* id, NodeKind kind, double east_m, double north_m) {
    return {.id = id, .kind = kind, .place = placed(east_m, north_m), .ground_m = 20, .top_m = 80};
}

inline Link link(const char* a, const char* b, std::optional<DurationMs> flight_ms, TrackKind track) {
    return {.a = a, .b = b, .track = track, .flight_ms = flight_ms, .verification = flown()};
}

// The reference network of DOMAIN.md 3 with its measured times.
inline Network reference() {
    Network network{.id = "reference", .name = "Reference network", .base = "BP-01"};
    network.nodes = {node("BP-01", NodeKind::Base, 0, 0),           node("DP-01", NodeKind::Delivery, 700, 600),
                     node("DP-02", NodeKind::Delivery, 1300, 100),  node("DP-03", NodeKind::Delivery, -900, 500),
                     node("DP-04", NodeKind::Delivery, -700, -900), node("DP-05", NodeKind::Delivery, 600, -1100)};
    for (Node& each : network.nodes) {
        each.takeOff_ms = 17'000;
        each.landing_ms = 26'000;
    }
    using enum TrackKind;
    network.links = {link("BP-01", "DP-01", 120'000, Double), link("BP-01", "DP-02", 180'000, Single),
                     link("BP-01", "DP-03", 150'000, Single), link("BP-01", "DP-04", 210'000, Single),
                     link("BP-01", "DP-05", 240'000, Single), link("DP-01", "DP-02", 90'000, Single),
                     link("DP-02", "DP-05", 100'000, Single), link("DP-03", "DP-04", 80'000, Double),
                     link("DP-04", "DP-05", 110'000, Single)};
    return network;
}

// The worked example G1 of DOMAIN.md 2.4 as a network: what it waits at the tops is part of the measured times.
inline Network g1() {
    constexpr DurationMs minute = 60'000;
    Network network{.id = "g1", .base = "BP-01", .hoverTop_ms = 0, .hoverLanding_ms = 0};
    network.droneTypes.front().endurance_ms = 60 * minute;
    network.nodes = {node("BP-01", NodeKind::Base, 0, 0), node("DP-02", NodeKind::Delivery, 1500, 0),
                     node("DP-05", NodeKind::Delivery, 1000, 900)};
    Node& base = network.nodes[0];
    base.load_ms = 4 * minute;
    base.unload_ms = 4 * minute;
    base.takeOff_ms = 3 * minute;
    base.landing_ms = 2 * minute;
    for (Node* point : {&network.nodes[1], &network.nodes[2]}) {
        point->serve_ms = 3 * minute;
        point->takeOff_ms = 2 * minute;
        point->landing_ms = 4 * minute;
    }
    network.links = {link("BP-01", "DP-02", 8 * minute, TrackKind::Single),
                     link("DP-02", "DP-05", 4 * minute, TrackKind::Single),
                     link("DP-05", "BP-01", 6 * minute, TrackKind::Single)};
    return network;
}

inline MissionRequest request(std::string id, std::initializer_list<const char*> stops) {
    MissionRequest request{.id = std::move(id)};
    for (const char* stop : stops)
        request.stops.push_back({.node = stop});
    return request;
}

} // namespace haneul::delivery::examples
