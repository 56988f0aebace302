#pragma once

#include "core/schedule/network.h"

namespace haneul::tests {

// The reference network of DOMAIN.md 3; durations in seconds times `second`.
[[nodiscard]] inline schedule::Network<std::int64_t> referenceNetwork(std::int64_t second = 1) {
    using schedule::Track;
    schedule::Network<std::int64_t> network{
        .base = "BP-01", .headway = 60 * second, .hoverTop = 3 * second, .hoverLanding = 5 * second};
    network.nodes["BP-01"] = {.load = 120 * second,
                              .unload = 60 * second,
                              .serve = 60 * second,
                              .takeOff = 17 * second,
                              .landing = 26 * second};
    for (const char* name : {"DP-01", "DP-02", "DP-03", "DP-04", "DP-05"})
        network.nodes[name] = {.serve = 60 * second, .takeOff = 17 * second, .landing = 26 * second};
    const auto link = [&](const char* a, const char* b, std::int64_t flight, Track track) {
        network.links.push_back({a, b, flight * second, track});
    };
    link("BP-01", "DP-01", 120, Track::Double);
    link("BP-01", "DP-02", 180, Track::Single);
    link("BP-01", "DP-03", 150, Track::Single);
    link("BP-01", "DP-04", 210, Track::Single);
    link("BP-01", "DP-05", 240, Track::Single);
    link("DP-01", "DP-02", 90, Track::Single);
    link("DP-02", "DP-05", 100, Track::Single);
    link("DP-03", "DP-04", 80, Track::Double);
    link("DP-04", "DP-05", 110, Track::Single);
    return network;
}

} // namespace haneul::tests
