#pragma once

#include "server/airspace/event_airspace_service.h"
#include "server/clock/clock.h"
#include "server/delivery/event_delivery_service.h"
#include "server/log/event_log.h"
#include "server/notify/notice_service.h"
#include "server/people/organisation_service.h"
#include "server/plan/event_plan_service.h"
#include "tests/core/plan/check_examples.h"

#include <QTemporaryDir>

#include <future>
#include <memory>
#include <string>
#include <vector>

namespace haneul::plan::tests {

// What a call is answered within twenty seconds, else NO_ANSWER.
template <class T, class Call>
Result<T> waitFor(Call call) {
    auto promise = std::make_shared<std::promise<Result<T>>>();
    auto future = promise->get_future();
    call([promise](Result<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(std::chrono::seconds(20)) != std::future_status::ready)
        return fail("NO_ANSWER", "nobody answered", "");
    return future.get();
}

template <class T>
std::string codeOf(const Result<T>& result) {
    return result ? std::string() : result.error().code;
}

[[nodiscard]] people::Principal person(const std::string& user, people::Role role);

// A log with the tables of every room that plans stand on, and the services; the users kim (pilot), park (planner), lee
// and cho (approvers), han and seo (supervisors), root (administrator), choi (controller). All calls wait for their
// answer. It is one hour before noon of the examples.
struct House {
    // ForTests: no fleet is needed to fly.
    enum class Policy { ForTests, AsGiven };
    explicit House(PlanSettings settings = {}, Policy policy = Policy::ForTests);

    ~House() { close(); }

    void open();
    void close();
    void restart();

    Result<SavedPlan> save(const FlightPlan& plan, std::uint64_t basedOn = 0, const std::string& user = "park");
    Result<Submission> submit(const std::string& plan, std::uint64_t revision, const std::string& user = "park");
    // Saved and submitted; stops the test when it does not wait for approval.
    Submission waiting(const FlightPlan& plan);
    Result<ApprovalOutcome> approve(const std::string& plan, std::uint64_t revision, const std::string& evidence,
                                    const people::Principal& by, const std::string& conditions = {});
    Result<ApprovalOutcome> approve(const Submission& seen, const std::string& conditions = {});
    Result<void> reject(const std::string& plan, std::uint64_t revision, const std::string& reason,
                        const people::Principal& by);
    Result<void> giveBack(const std::string& plan, std::uint64_t revision, const std::string& reason,
                          const people::Principal& by);
    Result<std::vector<PlanStep>> history(const std::string& plan);
    void publish(const airspace::Zone& zone);

    [[nodiscard]] State stateOf(const std::string& plan) const;
    [[nodiscard]] std::size_t count(const std::string& type);
    [[nodiscard]] std::vector<notify::NoticeRecord> noticesOf(const std::string& user, people::Role role);

    QTemporaryDir folder;
    PlanSettings settings;
    clock::ManualClock clock;
    std::vector<std::string> refusals; // scopes that were lacking
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<notify::NoticeService> notices;
    std::unique_ptr<people::OrganisationService> organisations;
    std::unique_ptr<airspace::EventAirspaceService> airspace;
    std::unique_ptr<delivery::EventDeliveryService> deliveries;
    std::unique_ptr<EventPlanService> service;
};

} // namespace haneul::plan::tests
