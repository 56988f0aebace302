#pragma once

#include "server/clock/clock.h"
#include "server/delivery/event_delivery_service.h"
#include "server/log/event_log.h"

#include <QTemporaryDir>

#include <future>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace haneul::delivery::tests {

inline const UtcMs midnight = *fromRfc3339("2026-11-21T00:00:00.000Z");

// So many seconds of that day.
[[nodiscard]] inline UtcMs at(std::int64_t second) {
    return midnight + std::chrono::seconds(second);
}

// What a call is answered within ten seconds, else NO_ANSWER.
template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(10)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

[[nodiscard]] people::Principal someone(std::set<std::string> scopes, const std::string& user = "planner");

// Judges without a fleet: HN-013 is grounded; any other drone has the battery B-..., and its pilot is not judged.
[[nodiscard]] DroneJudges plainJudges();

// A log with the tables of deliveries, and the service on it; all calls wait for their answer.
struct House {
    explicit House(DeliverySettings settings = {});
    void open();
    void restart();

    [[nodiscard]] DeliveryStatePtr state() const { return service->state(); }

    Result<std::uint64_t> save(const Network& network, std::uint64_t basedOn = 0);
    Result<void> verify(const std::string& network, const std::string& a, const std::string& b);
    void addVerified(const Network& network); // and every link verified; stops the test when it cannot
    Result<std::string> order(NewOrder order);
    Result<std::vector<std::string>> dispatch(const std::string& network, Dispatch how = Dispatch::Given,
                                              bool all = true);
    Result<std::string> book(NewMission mission);
    Result<std::string> book(const std::string& id, const std::vector<std::string>& stops, UtcMs ready,
                             const std::string& network = "REF");
    Result<void> cancel(const std::string& mission);
    Result<void> retime(const std::string& mission, UtcMs start);
    Result<void> assign(const std::string& mission, const std::string& drone);
    Result<void> advance(const std::string& mission, MissionStep step, const std::string& note = {});
    Result<void> actual(const std::string& mission, std::size_t segment, std::size_t waypoint, timing::EventKind kind,
                        UtcMs time);
    Result<SlotAnswer> slots(SlotQuery query);
    Result<std::string> handOver(const std::string& mission, HandOverForm form);

    // Types and bodies of the log's entries, the oldest first.
    std::vector<std::string> types(const std::string& prefix = "delivery.");

    Result<std::vector<log::TableComparison>> rebuild() { return log->rebuild().get(); }

    QTemporaryDir folder;
    DeliverySettings settings;
    clock::ManualClock clock{at(36'000)};
    people::Principal by = EventDeliveryService::programItself();
    std::vector<std::string> refusals; // scopes that were lacking
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<EventDeliveryService> service;
};

} // namespace haneul::delivery::tests
