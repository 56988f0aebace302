#pragma once

#include "core/delivery/network.h"
#include "server/people/principal.h"

namespace haneul::test {

inline people::Principal planner() {
    return {.user = "kim",
            .displayName = "Kim",
            .scopes = {"delivery.read", "network.write"},
            .session = "s1",
            .desk = "desk"};
}

// A base, three points and four links around Seoul's Yeouido.
inline delivery::Network smallNetwork() {
    delivery::Network network{.id = "NET-01", .name = "Yeouido", .base = "BP-01"};
    network.nodes = {
        {.id = "BP-01", .kind = delivery::NodeKind::Base, .place = {37.5260, 126.9240}, .ground_m = 20, .top_m = 80},
        {.id = "DP-01", .place = {37.5310, 126.9330}, .ground_m = 18, .top_m = 80},
        {.id = "DP-02", .place = {37.5230, 126.9390}, .ground_m = 22, .top_m = 80},
        {.id = "DP-03", .place = {37.5180, 126.9280}, .ground_m = 15, .top_m = 80}};
    network.links = {{.a = "BP-01", .b = "DP-01", .via = {{{37.5290, 126.9280}, 85}}},
                     {.a = "DP-01", .b = "DP-02", .track = delivery::TrackKind::Double},
                     {.a = "DP-02", .b = "DP-03"},
                     {.a = "BP-01", .b = "DP-03"}};
    return network;
}

} // namespace haneul::test
