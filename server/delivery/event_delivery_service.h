#pragma once

#include "server/clock/clock.h"
#include "server/delivery/delivery_service.h"
#include "server/delivery/drone_choice.h"
#include "server/log/event_log.h"
#include "server/people/log_desk.h"
#include "server/situation/situation.h"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace haneul::delivery {

struct DeliverySettings {
    milliseconds history = std::chrono::days(7); // how long the state keeps what is over; the tables keep it for ever
    std::size_t waiting = 256;                   // searches for slots that wait; more are answered BUSY
    // On networks with a batching window, orders are made into missions by the service itself when the window is over,
    // as the program's own decision. Not while a recording is replayed.
    bool automaticDispatch = false;
    DroneJudges drones; // who is asked whether a drone is ready
};

using TellRefusal = people::TellRefusal;

// The deliveries of this instance on its event log. A call is answered after the state that shows what it did has been
// published.
class EventDeliveryService final : public DeliveryService {
public:
    // Reads what the log's tables know. The log must have been opened with a DeliveryProjection; it, the clock and the
    // notices must outlive the service. Code DATABASE.
    [[nodiscard]] static Result<std::unique_ptr<EventDeliveryService>>
    open(log::EventLog& log, const clock::Clock& clock, TellRefusal tellRefusal, DeliverySettings settings = {},
         situation::NoticeBoard* notices = nullptr);
    ~EventDeliveryService() override; // waits for what the log still has to answer
    EventDeliveryService(const EventDeliveryService&) = delete;
    EventDeliveryService& operator=(const EventDeliveryService&) = delete;

    [[nodiscard]] DeliveryStatePtr state() const override;
    [[nodiscard]] Subscription subscribe(std::function<void(DeliveryStatePtr)> subscriber) override;

    void saveNetwork(people::Principal by, Network network, std::uint64_t basedOn,
                     Done<std::uint64_t> revision) override;
    void verifyLink(people::Principal by, std::string network, std::string a, std::string b, std::string note,
                    Done<void> done) override;
    void withdrawVerification(people::Principal by, std::string network, std::string a, std::string b,
                              std::string reason, Done<void> done) override;
    void removeNetwork(people::Principal by, std::string network, Done<void> done) override;

    void placeOrder(people::Principal by, NewOrder order, Done<std::string> id) override;
    void cancelOrder(people::Principal by, std::string order, std::string reason, Done<void> done) override;
    void dispatch(people::Principal by, std::string network, Dispatch how, bool all,
                  Done<std::vector<std::string>> missions) override;

    void slots(people::Principal by, SlotQuery query, Done<SlotAnswer> done) override;
    void bookMission(people::Principal by, NewMission mission, Done<std::string> id) override;
    void retimeMission(people::Principal by, std::string mission, UtcMs start, Done<void> done) override;
    void retimeMissions(people::Principal by, std::vector<std::pair<std::string, UtcMs>> starts,
                        Done<void> done) override;
    void assignDrone(people::Principal by, std::string mission, std::string drone, Done<void> done) override;
    void cancelMission(people::Principal by, std::string mission, std::string reason, Done<void> done) override;
    void advanceMission(people::Principal by, std::string mission, MissionStep step, std::string note,
                        Done<void> done) override;
    void recordActuals(people::Principal by, std::string mission, std::vector<timing::ActualTime<std::int64_t>> actuals,
                       Done<void> done) override;
    void expect(std::string mission, Times times) override;
    void handOver(people::Principal by, std::string mission, HandOverForm form, Done<std::string> done) override;

    // Books a mission whose processing and flight times (P_d and F_d, R-RTE-09) are given, measured for example,
    // exactly at `start`. Scope mission.write. Codes: those of timing::missionTimes, SAME_ID, SLOT_TAKEN.
    void bookRoute(people::Principal by, std::string network, MissionRoute route, UtcMs start, Done<std::string> id);

    // What was over before then is not in the state any more.
    [[nodiscard]] UtcMs keptSince() const;

    // The program's own hand: may all about deliveries. For the demonstration and the automatic dispatch.
    [[nodiscard]] static people::Principal programItself();

private:
    struct Impl;
    explicit EventDeliveryService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

} // namespace haneul::delivery
