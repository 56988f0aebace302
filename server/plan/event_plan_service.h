#pragma once

#include "server/clock/clock.h"
#include "server/log/event_log.h"
#include "server/people/log_desk.h"
#include "server/plan/plan_service.h"
#include "server/situation/situation.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace haneul::plan {

using TellRefusal = people::TellRefusal;

// The flight plans of this instance on its event log. A call is answered after the state that shows what it did has
// been published.
class EventPlanService final : public PlanService {
public:
    // Reads what the log's tables know. The log must have been opened with the projections of people, notices, airspace
    // and deliveries, and with a PlanProjection after them; it, the clock and the notices outlive the service. Code
    // DATABASE, and those of the codecs.
    [[nodiscard]] static Result<std::unique_ptr<EventPlanService>> open(log::EventLog& log, const clock::Clock& clock,
                                                                        TellRefusal tellRefusal,
                                                                        PlanSettings settings = {},
                                                                        situation::NoticeBoard* notices = nullptr);
    ~EventPlanService() override; // waits for what the log still has to answer
    EventPlanService(const EventPlanService&) = delete;
    EventPlanService& operator=(const EventPlanService&) = delete;

    [[nodiscard]] PlanStatePtr state() const override;
    [[nodiscard]] Subscription subscribe(std::function<void(PlanStatePtr)> subscriber) override;

    void createFlightPlan(people::Principal by, FlightPlan plan, std::uint64_t basedOn, Done<SavedPlan> done) override;
    void createFromMission(people::Principal by, MissionPlan wanted, Done<SavedPlan> done) override;
    void submitFlightPlan(people::Principal by, std::string plan, std::uint64_t revision,
                          Done<Submission> done) override;
    void withdraw(people::Principal by, std::string plan, std::string reason, Done<void> done) override;
    void approveFlightPlan(people::Principal by, ApprovePlan wanted, Done<ApprovalOutcome> done) override;
    void lookAgain(people::Principal by, std::string plan, Done<void> done) override;
    void returnFlightPlan(people::Principal by, RefusePlan wanted, Done<void> done) override;
    void rejectFlightPlan(people::Principal by, RefusePlan wanted, Done<void> done) override;
    void revoke(people::Principal by, std::string plan, std::string reason, Done<void> done) override;
    void activate(people::Principal by, std::string plan, Done<void> done) override;
    void end(people::Principal by, std::string plan, std::string note, Done<void> done) override;
    void history(people::Principal by, std::string plan, Done<std::vector<PlanStep>> done) override;
    void plan(people::Principal by, std::string plan, Done<PlanPtr> done) override;
    void check(people::Principal by, FlightPlan plan, Done<Evidence> done) override;
    void checkAirspaceRestrictions(people::Principal by, std::vector<geo::Volume4D> operationVolume,
                                   Done<CheckReport> done) override;
    void checkStrategicConflicts(people::Principal by, std::vector<geo::Volume4D> operationVolume, int priority,
                                 Done<CheckReport> done) override;
    void proposals(people::Principal by, FlightPlan plan, Done<ProposalSearch> done) override;
    void capacityLimits(people::Principal by, Done<std::vector<deconflict::CapacityLimit>> done) override;
    void setCapacity(people::Principal by, deconflict::CapacityLimit limit, Done<void> done) override;
    void removeCapacity(people::Principal by, std::string id, Done<void> done) override;
    [[nodiscard]] std::vector<PlanPtr> intentsIn(const geo::Volume4D& volume) const override;

private:
    struct Impl;
    explicit EventPlanService(std::shared_ptr<Impl> impl);
    std::shared_ptr<Impl> m_impl; // shared with what the log still has to answer
};

} // namespace haneul::plan
