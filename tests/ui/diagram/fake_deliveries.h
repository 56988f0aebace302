#pragma once

#include "server/delivery/delivery_service.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace haneul::test {

// A delivery service that keeps one state and lets a test answer what it is asked; whatever a diagram has no business
// with is refused.
class FakeDeliveries final : public delivery::DeliveryService {
public:
    struct Retiming {
        std::string user;
        std::string mission;
        UtcMs start{};
        delivery::Done<void> done;
    };

    std::vector<Retiming> retimings;

    explicit FakeDeliveries(delivery::DeliveryState state)
        : m_state(std::make_shared<const delivery::DeliveryState>(std::move(state))) {}

    void publish(delivery::DeliveryState state) {
        state.number = m_state->number + 1;
        m_state = std::make_shared<const delivery::DeliveryState>(std::move(state));
        if (m_subscriber) m_subscriber(m_state);
    }

    [[nodiscard]] delivery::DeliveryStatePtr state() const override { return m_state; }

    [[nodiscard]] Subscription subscribe(std::function<void(delivery::DeliveryStatePtr)> subscriber) override {
        m_subscriber = std::move(subscriber);
        return {};
    }

    void retimeMission(people::Principal by, std::string mission, UtcMs start, delivery::Done<void> done) override {
        retimings.push_back({by.user, std::move(mission), start, std::move(done)});
    }

    void retimeMissions(people::Principal, std::vector<std::pair<std::string, UtcMs>>,
                        delivery::Done<void> done) override {
        refuse(done);
    }

    void saveNetwork(people::Principal, delivery::Network, std::uint64_t, delivery::Done<std::uint64_t> done) override {
        refuse(done);
    }

    void verifyLink(people::Principal, std::string, std::string, std::string, std::string,
                    delivery::Done<void> done) override {
        refuse(done);
    }

    void withdrawVerification(people::Principal, std::string, std::string, std::string, std::string,
                              delivery::Done<void> done) override {
        refuse(done);
    }

    void removeNetwork(people::Principal, std::string, delivery::Done<void> done) override { refuse(done); }

    void placeOrder(people::Principal, delivery::NewOrder, delivery::Done<std::string> done) override { refuse(done); }

    void cancelOrder(people::Principal, std::string, std::string, delivery::Done<void> done) override { refuse(done); }

    void dispatch(people::Principal, std::string, delivery::Dispatch, bool,
                  delivery::Done<std::vector<std::string>> done) override {
        refuse(done);
    }

    void slots(people::Principal, delivery::SlotQuery, delivery::Done<delivery::SlotAnswer> done) override {
        refuse(done);
    }

    void bookMission(people::Principal, delivery::NewMission, delivery::Done<std::string> done) override {
        refuse(done);
    }

    void assignDrone(people::Principal, std::string, std::string, delivery::Done<void> done) override { refuse(done); }

    void cancelMission(people::Principal, std::string, std::string, delivery::Done<void> done) override {
        refuse(done);
    }

    void advanceMission(people::Principal, std::string, delivery::MissionStep, std::string,
                        delivery::Done<void> done) override {
        refuse(done);
    }

    void recordActuals(people::Principal, std::string, std::vector<timing::ActualTime<std::int64_t>>,
                       delivery::Done<void> done) override {
        refuse(done);
    }

    void handOver(people::Principal, std::string, delivery::HandOverForm, delivery::Done<std::string> done) override {
        refuse(done);
    }

private:
    static void refuse(const auto& done) { done(fail("NOT_HERE", "this is a fake")); }

    delivery::DeliveryStatePtr m_state;
    std::function<void(delivery::DeliveryStatePtr)> m_subscriber;
};

inline std::optional<people::Principal> planner() {
    return people::Principal{.user = "lee", .displayName = "Lee", .scopes = {"delivery.read", "mission.write"}};
}

inline std::optional<people::Principal> onlooker() {
    return people::Principal{.user = "choi", .displayName = "Choi", .scopes = {"delivery.read"}};
}

} // namespace haneul::test
