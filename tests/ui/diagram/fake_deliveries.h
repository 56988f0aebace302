#pragma once

#include "tests/support/delivery/fake_delivery_service.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace haneul::test {

// Deliveries whose states a test makes, and which waits for the test to answer when a mission is to be moved.
class FakeDeliveries final : public tests::FakeDeliveryService {
public:
    struct Retiming {
        std::string user;
        std::string mission;
        UtcMs start{};
        delivery::Done<void> done;
    };

    std::vector<Retiming> retimings;

    explicit FakeDeliveries(delivery::DeliveryState state)
        : FakeDeliveryService(UtcMs{}) {
        publish(std::move(state));
    }

    void publish(delivery::DeliveryState state) {
        change([&](delivery::DeliveryState& next) {
            state.number = next.number;
            next = std::move(state);
        });
    }

    void retimeMission(people::Principal by, std::string mission, UtcMs start, delivery::Done<void> done) override {
        retimings.push_back({by.user, std::move(mission), start, std::move(done)});
    }
};

inline std::optional<people::Principal> planner() {
    return people::Principal{.user = "lee", .displayName = "Lee", .scopes = {"delivery.read", "mission.write"}};
}

inline std::optional<people::Principal> onlooker() {
    return people::Principal{.user = "choi", .displayName = "Choi", .scopes = {"delivery.read"}};
}

} // namespace haneul::test
