#pragma once

#include "tests/core/delivery/delivery_examples.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>

namespace haneul::delivery::examples {

// A network with something in every field, other each time, that check() has nothing against.
class RandomNetwork {
public:
    explicit RandomNetwork(unsigned seed)
        : m_random(seed) {}

    Network make() {
        Network network{.id = id("net"), .name = text(), .base = "B0"};
        const auto nodes = whole(2, 8);
        for (std::int64_t i = 0; i < nodes; ++i)
            network.nodes.push_back(node(i));
        for (std::int64_t i = 1; i < nodes; ++i)
            network.links.push_back(link(network.nodes[0].id, network.nodes[static_cast<std::size_t>(i)].id));
        network.droneTypes = {type("one"), type("two")};
        network.headway_ms = whole(0, 100'000);
        network.nodeBuffer_ms = whole(0, 100'000);
        network.oppositeBuffer_ms = whole(0, 100'000);
        network.hoverTop_ms = whole(0, 10'000);
        network.hoverLanding_ms = whole(0, 10'000);
        network.crossingSeparation_ms = whole(0, 60'000);
        network.crossingHeight_m = real(0, 100);
        if (flip()) network.fleet = Fleet{static_cast<std::size_t>(whole(1, 50)), whole(0, 600'000)};
        network.movingBases = {{id("TRUCK"),
                                {{"B0", utcMs(1000), utcMs(whole(2000, 3000))},
                                 {"B0", utcMs(3000), utcMs(whole(4000, 1'800'000'000'000))}}}};
        if (nodes > 2)
            network.crossings = {
                {"B0", network.nodes[1].id, network.nodes[2].id, "B0", real(0, 1), real(0, 1), whole(0, 60'000)}};
        network.preparation_ms = whole(0, 600'000);
        network.batchWindow_ms = whole(0, 600'000);
        network.batchStops = static_cast<std::size_t>(whole(1, 3));
        return network;
    }

private:
    double real(double low, double high) { return std::uniform_real_distribution(low, high)(m_random); }

    std::int64_t whole(std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution(low, high)(m_random);
    }

    bool flip() { return whole(0, 1) == 1; }

    std::string id(const std::string& head) { return head + "-" + std::to_string(whole(0, 999)); }

    std::string text() { return flip() ? std::string("배달 \"1\"\n\t\\") : std::string(); }

    std::optional<DurationMs> maybe_ms() { return flip() ? std::optional(whole(0, 100'000)) : std::nullopt; }

    Node node(std::int64_t i) {
        const bool base = i == 0;
        Node node{.id = (base ? "B" : "D") + std::to_string(i),
                  .name = text(),
                  .kind = base ? NodeKind::Base : NodeKind::Delivery,
                  .place = {37.5 + 0.01 * static_cast<double>(i), real(126.9, 127.1)},
                  .top_m = real(200, 300),
                  .capacity = static_cast<int>(whole(1, 5)),
                  .buffer_ms = maybe_ms(),
                  .load_ms = whole(0, 1000),
                  .unload_ms = whole(0, 1000),
                  .serve_ms = whole(0, 1000),
                  .drop_ms = whole(0, 1000),
                  .takeOff_ms = maybe_ms(),
                  .landing_ms = maybe_ms()};
        if (flip()) node.ground_m = real(-10, 150);
        return node;
    }

    Link link(const std::string& a, const std::string& b) {
        Link link{.a = a, .b = b, .flight_ms = maybe_ms()};
        for (auto i = whole(0, 3); i > 0; --i)
            link.via.push_back({{real(37, 38), real(126, 128)}, real(200, 300)});
        if (flip()) link.shape = LinkShape::Curve;
        if (flip()) link.corner = Corner::FlyThrough;
        if (flip()) link.track = TrackKind::Double;
        if (flip()) link.speed_mps = real(1, 9);
        if (flip()) link.verification = Verification{"verifier", utcMs(whole(0, 1'900'000'000'000)), text()};
        return link;
    }

    DroneType type(std::string name) {
        return {.id = std::move(name),
                .takeOff_mps = real(1, 9),
                .flight_mps = real(1, 20),
                .landing_mps = real(1, 5),
                .acceleration_mps2 = real(1, 5),
                .deceleration_mps2 = real(1, 5),
                .turnRate_dps = real(10, 90),
                .endurance_ms = whole(1, 9'000'000),
                .range_m = real(100, 100'000),
                .maxPayload_kg = real(0, 50)};
    }

    std::mt19937 m_random;
};

} // namespace haneul::delivery::examples
