#pragma once

#include "server/clock/clock.h"
#include "server/fleet/event_fleet_service.h"
#include "server/log/event_log.h"

#include <QTemporaryDir>

#include <future>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace haneul::fleet::tests {

inline const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

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

// A fleet with nothing to be said against: a drone with a battery, an inspection and a pilot.
[[nodiscard]] DroneModel goodModel();
[[nodiscard]] Drone goodDrone(const std::string& id = "HN-001");
[[nodiscard]] Battery goodBattery(const std::string& id = "B-1", const std::string& drone = "HN-001");
[[nodiscard]] Payload goodPayload();
[[nodiscard]] Pilot goodPilot(const std::string& id = "P-1");
[[nodiscard]] MaintenanceRecord goodInspection(const std::string& id = "W-1", const std::string& drone = "HN-001");
[[nodiscard]] Need usualNeed();
[[nodiscard]] Ask usualAsk();

[[nodiscard]] people::Principal someone(std::set<std::string> scopes, std::optional<people::Role> role = std::nullopt);

// A log with the tables of people and fleet, the service on it, and a user "kim"; all calls wait for their answer.
struct House {
    House();
    void open();
    void restart();
    void addGoodFleet(); // stops the test when it cannot

    [[nodiscard]] FleetStatePtr state() const { return service->state(); }

    Result<SavedRecord> save(Record record, std::uint64_t basedOn = 0, const std::string& note = {});
    Result<std::uint64_t> retire(Kind kind, const std::string& id, std::uint64_t basedOn, bool retired = true,
                                 const std::string& reason = "worn out");
    Result<int> changeRules(const ReadinessRules& rules, int basedOn);
    Result<std::vector<Change>> history(Kind kind, const std::string& id);
    Result<std::string> override(const NewOverride& wanted, const people::Principal& by);
    Result<void> withdraw(const std::string& id);

    Result<std::vector<log::TableComparison>> rebuild() { return log->rebuild().get(); }

    // First column of the first row, as text.
    [[nodiscard]] std::string sql(const QString& query);

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    people::Principal by;
    people::Principal supervisor;
    std::vector<std::string> refusals; // scopes that were lacking
    Organisation organisation{.id = "HANEUL", .name = "Haneul Air", .insured_until = {}, .licensed_until = {}};
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<EventFleetService> service;
};

} // namespace haneul::fleet::tests
