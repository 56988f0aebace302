#pragma once

#include "server/delivery/delivery_service.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::tests {

// The reference network of DOMAIN.md 3 at made-up places around Seoul: base BP-01, DP-01 .. DP-05, all links verified.
// Ground 20 m, tops at 80 m; take-off 17 s, landing 26 s, and the links' flight times as in the table there.
[[nodiscard]] delivery::Network referenceNetwork();

// May do everything that a supervisor may.
[[nodiscard]] people::Principal supervisor();

// Deliveries in memory, booked with the real slot arithmetic of core/schedule; nothing is kept. Answers come at once on
// the calling thread, or wait for answerAll() while `holding`.
class FakeDeliveryService : public delivery::DeliveryService {
public:
    explicit FakeDeliveryService(UtcMs now);

    UtcMs now;
    bool holding = false;
    std::optional<Error> refuseNext; // the next call answers this
    std::vector<std::string> calls;  // "placeOrder DP-02", "retimeMission M-000001 2026-11-21T10:00:00.000Z", ...

    void answerAll();
    void setNetwork(delivery::Network network);
    // As if somebody had saved it, at that revision.
    void setNetwork(delivery::Network network, std::uint64_t revision, const std::string& by);
    void addMission(delivery::MissionPtr mission);
    // As one publication; for states that no call leads to.
    void change(const std::function<void(delivery::DeliveryState&)>& how);

    [[nodiscard]] delivery::DeliveryStatePtr state() const override;
    [[nodiscard]] Subscription subscribe(std::function<void(delivery::DeliveryStatePtr)> subscriber) override;

    void saveNetwork(people::Principal by, delivery::Network network, std::uint64_t basedOn,
                     delivery::Done<std::uint64_t> revision) override;
    void verifyLink(people::Principal by, std::string network, std::string a, std::string b, std::string note,
                    delivery::Done<void> done) override;
    void withdrawVerification(people::Principal by, std::string network, std::string a, std::string b,
                              std::string reason, delivery::Done<void> done) override;
    void removeNetwork(people::Principal by, std::string network, delivery::Done<void> done) override;
    void placeOrder(people::Principal by, delivery::NewOrder order, delivery::Done<std::string> id) override;
    void cancelOrder(people::Principal by, std::string order, std::string reason, delivery::Done<void> done) override;
    void dispatch(people::Principal by, std::string network, delivery::Dispatch how, bool all,
                  delivery::Done<std::vector<std::string>> missions) override;
    void slots(people::Principal by, delivery::SlotQuery query, delivery::Done<delivery::SlotAnswer> done) override;
    void bookMission(people::Principal by, delivery::NewMission mission, delivery::Done<std::string> id) override;
    void retimeMission(people::Principal by, std::string mission, UtcMs start, delivery::Done<void> done) override;
    void retimeMissions(people::Principal by, std::vector<std::pair<std::string, UtcMs>> starts,
                        delivery::Done<void> done) override;
    void assignDrone(people::Principal by, std::string mission, std::string drone, delivery::Done<void> done) override;
    void cancelMission(people::Principal by, std::string mission, std::string reason,
                       delivery::Done<void> done) override;
    void advanceMission(people::Principal by, std::string mission, delivery::MissionStep step, std::string note,
                        delivery::Done<void> done) override;
    void recordActuals(people::Principal by, std::string mission, std::vector<timing::ActualTime<std::int64_t>> actuals,
                       delivery::Done<void> done) override;
    void handOver(people::Principal by, std::string mission, delivery::HandOverForm form,
                  delivery::Done<std::string> done) override;

private:
    using Forbidden = schedule::Forbidden<std::int64_t>;

    template <class T>
    void answer(const delivery::Done<T>& done, std::function<Result<T>()> work);
    Result<void> changeMission(const std::string& id, const std::function<Result<void>(delivery::Mission&)>& how);
    [[nodiscard]] Result<delivery::MissionRoute> routeOf(const std::string& network,
                                                         const delivery::MissionRequest& request) const;
    [[nodiscard]] std::vector<Forbidden> forbidden(const std::string& network, const delivery::MissionRoute& route,
                                                   std::string_view ignoring) const;
    Result<std::string> book(const people::Principal& by, const delivery::NewMission& wanted);
    Result<std::vector<std::string>> dispatchNow(const people::Principal& by, const std::string& network,
                                                 delivery::Dispatch how, bool all);
    void checkAgain(delivery::DeliveryState& state) const;
    void publish(delivery::DeliveryState next);

    struct Subscribers;
    std::shared_ptr<Subscribers> m_subscribers;
    delivery::DeliveryStatePtr m_state;
    std::vector<std::function<void()>> m_pending;
    int m_orders = 0;
    int m_missions = 0;
};

} // namespace haneul::tests
