#include "plan_fixture.h"
#include "server/demo/demo_plans.h"
#include "server/demo/demo_zones.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <map>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::plan::tests;

// What a demonstration has on the approval desk.
class DemoPlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDeskHasSomething(); // R-UI-04 R-PLAN-08 R-PLAN-09
    void aFleetThatIsNotReadyKeepsNothingFromStarting();
    void theZoneIsSolvedByAProposal(); // R-SVC-08
};

namespace {

// A fleet that is ready.
PlanSettings withFleet() {
    PlanSettings settings;
    settings.sources.assignment = [](const storage::Database&, const FlightPlan&) {
        return Result<AssignmentThen>(AssignmentThen{haneul::tests::readyAssignment(), {}, {}});
    };
    return settings;
}

void prepare(House& house) {
    const auto now = house.clock.now();
    if (!demo::seeToDemoZones(*house.airspace, airspace::EventAirspaceService::programItself(), now)) qFatal("zones");
    if (const auto made = demo::seeToDemoPlans(*house.service, now); !made) qFatal("%s", made.error().message.c_str());
}

PlanPtr returnedFor(const House& house, CheckKind kind) {
    for (const PlanPtr& record : house.service->state()->plans)
        if (record->evidence && record->plan.state == State::Returned)
            if (const auto* const report = reportOf(record->evidence->reports, kind);
                report != nullptr && report->verdict == Verdict::Fail)
                return record;
    return nullptr;
}

} // namespace

void DemoPlansTest::everyDeskHasSomething() {
    House house(withFleet());
    prepare(house);
    std::map<State, int> states;
    for (const PlanPtr& record : house.service->state()->plans)
        ++states[record->plan.state];
    QCOMPARE(states, (std::map<State, int>{
                         {State::PendingApproval, 3}, {State::Approved, 1}, {State::Returned, 2}, {State::Draft, 1}}));
    QVERIFY(returnedFor(house, CheckKind::Airspace));
    QVERIFY(returnedFor(house, CheckKind::Conflicts));
    QVERIFY_RESULT(demo::seeToDemoPlans(*house.service, house.clock.now())); // once
    QCOMPARE(house.service->state()->plans.size(), std::size_t{7});
}

// In a folder of an older demonstration its fleet may not fit: the program starts all the same.
void DemoPlansTest::aFleetThatIsNotReadyKeepsNothingFromStarting() {
    PlanSettings grounded = withFleet();
    grounded.sources.assignment = [](const storage::Database&, const FlightPlan&) {
        AssignmentThen then{haneul::tests::readyAssignment(), {}, {}};
        then.assignment.drone->status = fleet::DroneStatus::Grounded;
        return Result<AssignmentThen>(then);
    };
    House house(grounded);
    prepare(house);
    for (const PlanPtr& record : house.service->state()->plans)
        QVERIFY(record->plan.state == State::Returned || record->plan.state == State::Draft);
}

void DemoPlansTest::theZoneIsSolvedByAProposal() {
    House house(withFleet());
    prepare(house);
    const auto hit = returnedFor(house, CheckKind::Airspace);
    QVERIFY(hit);
    const auto search = waitFor<ProposalSearch>(
        [&](auto done) { house.service->proposals(person("planner", people::Role::Planner), hit->plan, done); });
    QVERIFY_RESULT(search);
    QVERIFY(!search->proposals.empty());
    const auto saved = house.save(search->proposals.front().plan, hit->revision, "planner");
    QVERIFY_RESULT(saved);
    const auto submitted = house.submit(saved->id, saved->revision, "planner");
    QVERIFY_RESULT(submitted);
    QVERIFY(submitted->state == State::PendingApproval);
}

QTEST_GUILESS_MAIN(DemoPlansTest)
#include "demo_plans_test.moc"
