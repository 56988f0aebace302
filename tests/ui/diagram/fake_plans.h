#pragma once

#include "server/plan/plan_service.h"
#include "tests/ui/diagram/deliveries.h"

namespace haneul::test {

inline plan::PlanPtr planOf(const std::string& id, plan::State state, std::int64_t from, std::int64_t to,
                            const std::string& mission = {}, const std::string& drone = "HN-9") {
    plan::PlanRecord record;
    record.plan.id = id;
    record.plan.state = state;
    record.plan.operator_id = "ONE";
    record.plan.drone_id = drone;
    record.plan.mission_id = mission;
    record.plan.start = at(from);
    record.plan.end = at(to);
    for (const auto& [begin, end] : {std::pair(from, (from + to) / 2), std::pair((from + to) / 2, to)})
        record.plan.volumes.push_back({.area = geo::Circle{{37.52, 127.0}, 200},
                                       .lower = {},
                                       .upper = geo::VerticalLimit{120, geo::VerticalReference::Amsl},
                                       .from = at(begin),
                                       .to = at(end)});
    record.revision = 1;
    return std::make_shared<const plan::PlanRecord>(record);
}

inline plan::PlanPtr inTheWay(const plan::PlanPtr& plan, const std::string& other, std::int64_t from, std::int64_t to) {
    plan::PlanRecord record = *plan;
    plan::Evidence evidence;
    evidence.reports.push_back({.kind = plan::CheckKind::Conflicts,
                                .id = "haneul.conflicts",
                                .verdict = plan::Verdict::Fail,
                                .findings = {{.code = "CONFLICT", .where = other, .from = at(from), .to = at(to)}}});
    record.evidence = std::make_shared<const plan::Evidence>(evidence);
    return std::make_shared<const plan::PlanRecord>(record);
}

// One of the mission m1 of the reference; without a network one that waits, one that flies and is in its way, one that
// is approved and comes after both; a draft.
inline plan::PlanState examplePlans() {
    using plan::State;
    return {.number = 1,
            .plans = {planOf("FP-M1", State::PendingApproval, 36'000, 37'240, "m1", "HN-m1"),
                      inTheWay(planOf("FP-WAITS", State::PendingApproval, 36'300, 37'200), "FP-FLIES", 36'600, 36'900),
                      planOf("FP-FLIES", State::Activated, 36'000, 36'900),
                      planOf("FP-APPROVED", State::Approved, 37'200, 37'500),
                      planOf("FP-DRAFT", State::Draft, 36'000, 37'000)}};
}

namespace fp = plan; // the class below has a function of that name

// Shows what it is given and answers nothing.
class FakePlans final : public fp::PlanService {
public:
    explicit FakePlans(fp::PlanState state)
        : m_state(std::make_shared<const fp::PlanState>(std::move(state))) {}

    [[nodiscard]] fp::PlanStatePtr state() const override { return m_state; }

    [[nodiscard]] Subscription subscribe(std::function<void(fp::PlanStatePtr)> subscriber) override {
        m_subscriber = std::move(subscriber);
        return std::make_shared<int>();
    }

    void publish(fp::PlanState state) {
        state.number = m_state->number + 1;
        m_state = std::make_shared<const fp::PlanState>(std::move(state));
        m_subscriber(m_state);
    }

    void createFlightPlan(people::Principal, fp::FlightPlan, std::uint64_t, fp::Done<fp::SavedPlan>) override {}

    void createFromMission(people::Principal, fp::MissionPlan, fp::Done<fp::SavedPlan>) override {}

    void submitFlightPlan(people::Principal, std::string, std::uint64_t, fp::Done<fp::Submission>) override {}

    void withdraw(people::Principal, std::string, std::string, fp::Done<void>) override {}

    void approveFlightPlan(people::Principal, fp::ApprovePlan, fp::Done<fp::ApprovalOutcome>) override {}

    void lookAgain(people::Principal, std::string, fp::Done<void>) override {}

    void returnFlightPlan(people::Principal, fp::RefusePlan, fp::Done<void>) override {}

    void rejectFlightPlan(people::Principal, fp::RefusePlan, fp::Done<void>) override {}

    void revoke(people::Principal, std::string, std::string, fp::Done<void>) override {}

    void activate(people::Principal, std::string, fp::Done<void>) override {}

    void end(people::Principal, std::string, std::string, fp::Done<void>) override {}

    void history(people::Principal, std::string, fp::Done<std::vector<fp::PlanStep>>) override {}

    void plan(people::Principal, std::string, fp::Done<fp::PlanPtr>) override {}

    void check(people::Principal, fp::FlightPlan, fp::Done<fp::Evidence>) override {}

    void checkAirspaceRestrictions(people::Principal, std::vector<geo::Volume4D>, fp::Done<fp::CheckReport>) override {}

    void checkStrategicConflicts(people::Principal, std::vector<geo::Volume4D>, int,
                                 fp::Done<fp::CheckReport>) override {}

    void proposals(people::Principal, fp::FlightPlan, fp::Done<fp::ProposalSearch>) override {}

    void capacityLimits(people::Principal, fp::Done<std::vector<deconflict::CapacityLimit>>) override {}

    void setCapacity(people::Principal, deconflict::CapacityLimit, fp::Done<void>) override {}

    void removeCapacity(people::Principal, std::string, fp::Done<void>) override {}

    [[nodiscard]] std::vector<fp::PlanPtr> intentsIn(const geo::Volume4D&) const override { return {}; }

private:
    fp::PlanStatePtr m_state;
    std::function<void(fp::PlanStatePtr)> m_subscriber;
};

} // namespace haneul::test
