#pragma once

#include "core/schedule/dispatch.h"
#include "server/delivery/delivery_state.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

// The reference network of DOMAIN.md 3 and missions on it, made with core/schedule alone: what a drone-diagram shows
// does not depend on how a service came to it.
namespace haneul::test {

inline constexpr std::int64_t second = 1000;
inline const UtcMs day = *fromRfc3339("2026-11-21T00:00:00Z");

// Of DOMAIN.md's seconds of the day.
inline UtcMs at(std::int64_t secondOfDay) {
    return day + milliseconds{secondOfDay * second};
}

inline schedule::Network<std::int64_t> referenceTimes() {
    using schedule::Track;
    const auto s = [](std::int64_t seconds) { return seconds * second; };
    schedule::Network<std::int64_t> network;
    network.base = "BP-01";
    network.nodes["BP-01"] = {.load = s(120), .unload = s(60), .takeOff = s(17), .landing = s(26)};
    for (const char* id : {"DP-01", "DP-02", "DP-03", "DP-04", "DP-05"})
        network.nodes[id] = {.serve = s(60), .takeOff = s(17), .landing = s(26)};
    network.links = {{"BP-01", "DP-01", s(120), Track::Double}, {"BP-01", "DP-02", s(180), Track::Single},
                     {"BP-01", "DP-03", s(150), Track::Single}, {"BP-01", "DP-04", s(210), Track::Single},
                     {"BP-01", "DP-05", s(240), Track::Single}, {"DP-01", "DP-02", s(90), Track::Single},
                     {"DP-02", "DP-05", s(100), Track::Single}, {"DP-03", "DP-04", s(80), Track::Double},
                     {"DP-04", "DP-05", s(110), Track::Single}};
    network.headway = s(60);
    network.hoverTop = s(3);
    network.hoverLanding = s(5);
    return network;
}

// The same with places: times that were measured, so that they are the reference's to the millisecond.
inline delivery::Network referenceNetwork() {
    const schedule::Network<std::int64_t> times = referenceTimes();
    delivery::Network network;
    network.id = "REF";
    network.name = "Reference";
    network.base = times.base;
    const std::pair<const char*, geo::LatLon> places[] = {{"BP-01", {37.520, 127.000}}, {"DP-01", {37.527, 127.004}},
                                                          {"DP-02", {37.524, 127.013}}, {"DP-03", {37.512, 126.995}},
                                                          {"DP-04", {37.508, 127.004}}, {"DP-05", {37.512, 127.014}}};
    for (const auto& [id, place] : places) {
        const auto& node = times.nodes.find(id)->second;
        network.nodes.push_back({.id = id,
                                 .kind = id == times.base ? delivery::NodeKind::Base : delivery::NodeKind::Delivery,
                                 .place = place,
                                 .ground_m = 20,
                                 .top_m = 80,
                                 .takeOff_ms = node.takeOff,
                                 .landing_ms = node.landing});
    }
    for (const auto& link : times.links)
        network.links.push_back(
            {.a = link.a,
             .b = link.b,
             .track = link.track == schedule::Track::Single ? delivery::TrackKind::Single : delivery::TrackKind::Double,
             .flight_ms = link.flight,
             .verification = delivery::Verification{"kim", day, "T-1"}});
    return network;
}

inline std::vector<route::SegmentSplit> splitsOf(const delivery::Mission& mission) {
    std::vector<route::SegmentSplit> splits;
    for (const delivery::Leg& leg : mission.route.legs)
        splits.push_back(leg.parts);
    return splits;
}

// Times and booking from route, start and actual times, as the service keeps them.
inline void settleTimes(delivery::Mission& mission) {
    auto durations = mission.route.durations;
    durations.start = sinceEpoch_ms(mission.start);
    mission.planned = timing::missionTimes(durations).value();
    mission.times =
        timing::missionTimes(durations, std::span<const timing::ActualTime<std::int64_t>>(mission.actuals)).value();
    const std::vector<route::SegmentSplit> splits = splitsOf(mission);
    const auto names = mission.route.nodes;
    mission.booking = {mission.id,
                       timing::occupancy(mission.times, std::span<const route::SegmentSplit>(splits),
                                         std::span<const std::string>(names))
                           .value(),
                       mission.times.nodes.front().arrival, mission.times.nodes.back().departure};
}

inline delivery::Mission missionOn(const schedule::Network<std::int64_t>& network, const std::string& id,
                                   const std::vector<std::string>& stops, UtcMs start,
                                   const std::string& name = "REF") {
    delivery::Mission mission{.id = id, .network = name, .revision = 1, .start = start};
    mission.drone = "HN-" + id;
    mission.route.request.id = id;
    mission.route.nodes = {network.base};
    for (const std::string& stop : stops) {
        mission.route.request.stops.push_back({.node = stop});
        mission.route.nodes.push_back(stop);
    }
    mission.route.nodes.push_back(network.base);
    for (std::size_t k = 0; k + 1 < mission.route.nodes.size(); ++k)
        mission.route.legs.push_back({.from = mission.route.nodes[k],
                                      .to = mission.route.nodes[k + 1],
                                      .waypoints = {},
                                      .parts = schedule::sortieSplit,
                                      .distances = {}});
    mission.route.durations = schedule::missionDurations(network, stops).value();
    mission.steps = {{delivery::MissionStep::Booked, start - milliseconds{600 * second}, "kim", ""}};
    settleTimes(mission);
    return mission;
}

// Missions one after another, each as early as it can: first come, first served.
inline std::vector<delivery::Mission> scheduled(const schedule::Network<std::int64_t>& network,
                                                const std::vector<schedule::Order<std::int64_t>>& orders) {
    std::vector<delivery::Mission> missions;
    const auto planned =
        schedule::firstComeFirstServed(network, orders, schedule::VisitOrder::Given, std::int64_t{0}).value();
    for (const auto& mission : planned)
        missions.push_back(missionOn(network, mission.id, mission.stops, utcMs(mission.start())));
    return missions;
}

inline schedule::Order<std::int64_t> order(const std::string& id, UtcMs time, std::vector<std::string> stops) {
    return {id, sinceEpoch_ms(time), std::move(stops)};
}

// m1 .. m4 of DOMAIN.md 3.
inline std::vector<delivery::Mission> referenceMissions() {
    return scheduled(referenceTimes(),
                     {order("m1", at(36000), {"DP-02", "DP-05"}), order("m2", at(36060), {"DP-05", "DP-02"}),
                      order("m3", at(36120), {"DP-01"}), order("m4", at(36120), {"DP-03", "DP-04"})});
}

inline delivery::DeliveryState stateOf(std::vector<delivery::Mission> missions,
                                       delivery::Network network = referenceNetwork(), std::uint64_t number = 1) {
    delivery::DeliveryState state{.number = number};
    state.networks.push_back({std::move(network), 1, day, "kim"});
    for (delivery::Mission& mission : missions)
        state.missions.push_back(std::make_shared<const delivery::Mission>(std::move(mission)));
    std::ranges::sort(state.missions, [](const auto& l, const auto& r) {
        return std::tie(l->start, l->id) < std::tie(r->start, r->id);
    });
    return state;
}

// So many missions over that time, on as many copies of the reference network side by side as it takes that none waits
// long: orders at even distances, stops in turn.
inline delivery::DeliveryState busyState(int missions, milliseconds over, UtcMs from = at(0)) {
    const schedule::Network<std::int64_t> network = referenceTimes();
    const std::vector<std::vector<std::string>> stops{{"DP-02", "DP-05"}, {"DP-01"},          {"DP-03", "DP-04"},
                                                      {"DP-04"},          {"DP-05", "DP-02"}, {"DP-03"}};
    std::vector<schedule::Order<std::int64_t>> orders;
    for (int i = 0; i < missions; ++i) {
        const QString id = QStringLiteral("M-%1").arg(i + 1, 6, 10, QChar(u'0'));
        orders.push_back(
            order(id.toStdString(), from + over * i / missions, stops[static_cast<std::size_t>(i) % stops.size()]));
    }
    return stateOf(scheduled(network, orders));
}

// Example G1 of DOMAIN.md 2: minutes, ETA(v_0) = 10:00.
inline delivery::Mission missionG1() {
    constexpr std::int64_t minute = 60 * second;
    delivery::Mission mission{.id = "G1", .network = "REF", .revision = 1, .drone = "HN-001", .start = at(36000)};
    mission.route.nodes = {"BP-01", "DP-02", "DP-05", "BP-01"};
    const route::SegmentSplit five{{0, 1}, {1, 2}, {2, 4}}, four{{0, 1}, {1, 2}, {2, 3}};
    const route::SegmentSplit splits[] = {five, five, four};
    for (std::size_t k = 0; k < 3; ++k)
        mission.route.legs.push_back(
            {.from = mission.route.nodes[k], .to = mission.route.nodes[k + 1], .parts = splits[k]});
    mission.route.durations.stays = {{4, 1, 1, 1, 3}, {3, 0, 1, 1, 3}, {3, 0, 0, 4}};
    mission.route.durations.flights = {{2, 8, 1, 1}, {2, 4, 1, 1}, {2, 6, 2}};
    for (auto* rows : {&mission.route.durations.stays, &mission.route.durations.flights})
        for (auto& row : *rows)
            for (std::int64_t& value : row)
                value *= minute;
    mission.steps = {{delivery::MissionStep::Booked, at(35000), "kim", ""}};
    settleTimes(mission);
    return mission;
}

} // namespace haneul::test
