#include "plan_fixture.h"

#include "core/sim/random.h"
#include "server/storage/sql.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::plan::tests;
using haneul::tests::deliveryPlan;
using haneul::tests::noon;
using haneul::tests::placeAt;
using haneul::tests::rectangle;
using haneul::tests::zoneOf;
using people::Role;

namespace {

const Finding* findingIn(const Evidence& evidence, const std::string& code) {
    for (const CheckReport& report : evidence.reports)
        for (const Finding& finding : report.findings)
            if (finding.code == code) return &finding;
    return nullptr;
}

template <class Value>
std::string nameOf(Value value) {
    return std::string(toString(value));
}

FlightPlan planFor(const std::string& drone, const std::string& id = {}) {
    FlightPlan plan = deliveryPlan(id);
    plan.drone_id = drone;
    return plan;
}

FlightPlan later(FlightPlan plan, milliseconds by) {
    plan.start += by;
    plan.end += by;
    plan.volumes.clear(); // the service makes them anew
    return plan;
}

} // namespace

class PlanServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTenStepsOfOnePlan();           // R-PLAN-06 R-PLAN-10 R-PLAN-11 R-PLAN-13 R-PLAN-16 R-PLAN-20 R-EVT-03
    void aZoneInTheWayIsNamed();           // R-PLAN-08 R-SVC-18
    void groundRiskAgainstThePolicy();     // R-RSK-20 R-UI-04
    void nOfParallelOppositePlans();       // R-CRM-15
    void conflictsOfSpaceAndTime_data();   // R-PLAN-09 R-SVC-10
    void conflictsOfSpaceAndTime();        // R-PLAN-09 R-SVC-10
    void twentyParallelApprovalsGiveOne(); // R-PLAN-18 G5
    void submissionsInParallelStandEachByItself(); // R-PLAN-18
    void nobodyApprovesWhatHeDidNotSee();          // G6
    void evidenceThatChangedIsShownFirst();        // G6
    void whoMayApprove_data();                     // R-PLAN-12 R-MS-06
    void whoMayApprove();                          // R-PLAN-12 R-MS-06
    void twoApproveWhereThePolicyAsks();           // R-SEC-03
    void refusalsCarryAReason();                   // R-PLAN-21
    void anEditedPlanNeedsApprovalAgain();         // R-PLAN-19
    void illegalMovesAreRefused();                 // R-PLAN-17
    void conditionsGoWithTheApproval();            // R-SVC-04
    void flyingAndEnding();                        // R-SVC-09 R-EVT-02
    void aNewZoneHoldsAnApprovedPlanOnTheGround(); // R-SVC-18
    void othersPlansAreNotTouched();               // R-SEC-03
    void whatIsNotJudgedBlocksByPolicy();          // R-PLAN-10
    void capacityIsKept();                         // R-SVC-13
    void timeThatPassesIsNoNews();                 // R-PLAN-12
    void nothingFliesUnjudged();                   // R-PLAN-15 R-FLT-05
    void whoAnswersForReadinessIsSaid();           // R-FLT-06
    void aProposalPassesAsItIs();                  // R-SVC-08
    void allIsThereAfterARestart();                // G1 R-EVT-05
    void theTablesAreAsRequired();                 // R-DB-06 R-DB-08
};

void PlanServiceTest::theTenStepsOfOnePlan() {
    House house;
    const auto saved = house.save(planFor("D1"));
    QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
    QCOMPARE(saved->id, std::string("FP-000001"));
    QCOMPARE(nameOf(house.stateOf(saved->id)), nameOf(State::Draft));
    const auto submitted = house.submit(saved->id, saved->revision);
    QVERIFY2(submitted, submitted ? "" : submitted.error().message.c_str());
    QCOMPARE(nameOf(submitted->state), nameOf(State::PendingApproval));
    QCOMPARE(submitted->evidence.reports.size(), allCheckKinds.size());
    QCOMPARE(nameOf(house.stateOf(saved->id)), nameOf(State::PendingApproval));
    QCOMPARE(house.noticesOf("lee", Role::Approver).size(), std::size_t{1}); // step 5: one notice each
    QCOMPARE(house.noticesOf("han", Role::Supervisor).size(), std::size_t{1});
    QCOMPARE(house.noticesOf("kim", Role::Pilot).size(), std::size_t{0});

    QVERIFY(house.approve(*submitted));
    QCOMPARE(nameOf(house.stateOf(saved->id)), nameOf(State::Approved));
    QCOMPARE(house.count("plan.approved"), std::size_t{1});
    const auto told = house.noticesOf("kim", Role::Pilot);
    QCOMPARE(told.size(), std::size_t{1});
    QCOMPARE(told.front().message, std::string("PLAN_APPROVED"));
    QCOMPARE(told.front().about.plan, saved->id);
    QCOMPARE(house.service->state()->intents().size(), std::size_t{1});

    const auto steps = house.history(saved->id);
    QVERIFY(steps);
    std::vector<std::string> names;
    for (const PlanStep& step : *steps)
        names.push_back(step.step + " " + step.user);
    QCOMPARE(names, (std::vector<std::string>{"CREATED park", "SUBMITTED park", "CHECKS_PASSED park",
                                              "APPROVERS_NOTIFIED park", "APPROVED lee", "PILOT_NOTIFIED lee"}));
    QCOMPARE(nameOf(steps->at(2).after), nameOf(State::PendingApproval));
    QVERIFY(steps->at(4).before == std::optional(State::PendingApproval));
    QCOMPARE(steps->at(4).evidence, submitted->evidence.digest);
    QCOMPARE(steps->at(4).role, std::string("approver"));
    QVERIFY(steps->at(2).note.find("WEATHER NOT_JUDGED") != std::string::npos); // shown, never passed over
}

void PlanServiceTest::aZoneInTheWayIsNamed() {
    House house;
    house.publish(zoneOf("RKP73", rectangle(700, 200, 300, 300)));
    const auto saved = house.save(planFor("D1"));
    const auto submitted = house.submit(saved->id, saved->revision);
    QVERIFY(submitted);
    QCOMPARE(nameOf(submitted->state), nameOf(State::Returned));
    const Finding* const hit = findingIn(submitted->evidence, "ZONE_PROHIBITED");
    QVERIFY(hit != nullptr);
    QCOMPARE(hit->where, std::string("RKP73"));
    QVERIFY(hit->from && hit->place);
    QCOMPARE(house.noticesOf("lee", Role::Approver).size(), std::size_t{0});
    const auto told = house.noticesOf("kim", Role::Pilot);
    QCOMPARE(told.size(), std::size_t{1});
    QCOMPARE(told.front().message, std::string("PLAN_CHECKS_FAILED")); // a code, for either language
    QCOMPARE(told.front().arguments, (std::vector<std::string>{saved->id, "AIRSPACE", "ZONE_PROHIBITED", "RKP73"}));
    const auto report = waitFor<CheckReport>([&](auto done) {
        house.service->checkAirspaceRestrictions(person("kim", Role::Pilot), planFor("D1").volumes, done);
    });
    QVERIFY(report);
    QCOMPARE(nameOf(report->verdict), nameOf(Verdict::Fail));
}

namespace {

void lay(House& house, const people::ApprovalPolicy& policy) {
    QVERIFY(waitFor<bool>(
        [&](auto done) { house.organisations->setPolicy(person("root", Role::Administrator), policy, done); }));
}

const CheckReport& reportIn(const Evidence& evidence, CheckKind kind) {
    return *reportOf(evidence.reports, kind);
}

} // namespace

void PlanServiceTest::groundRiskAgainstThePolicy() {
    auto risk = std::make_shared<double>(3e-7);
    PlanSettings settings;
    settings.sources.groundRisk = [risk](const storage::Database&) -> GroundRiskSource {
        return [now = *risk](const FlightPlan&) {
            return Result<GroundRisk>(GroundRisk{now, 2400, {.model = "m", .preset = "p", .provenance = {"census"}}});
        };
    };
    House house(settings);
    // Nobody has laid down a limit: the number is evidence, and not judged.
    auto seen = house.waiting(planFor("D1", "A"));
    QCOMPARE(nameOf(reportIn(seen.evidence, CheckKind::GroundRisk).verdict), nameOf(Verdict::NotJudged));
    QCOMPARE(findingIn(seen.evidence, "GROUND_RISK_NO_LIMIT")->value, std::optional(3e-7));
    QCOMPARE(seen.evidence.needed.number, 1);
    lay(house, {.riskClasses = {"medium"}, .fatalities_perFlight = 1e-6});
    // The limit is part of what was looked at: what was seen before is not approved any more.
    QCOMPARE(codeOf(house.approve(seen)), std::string("STALE_EVIDENCE"));
    const auto now = house.service->state()->plan("A")->evidence;
    QCOMPARE(nameOf(reportIn(*now, CheckKind::GroundRisk).verdict), nameOf(Verdict::Pass));
    QCOMPARE(now->needed.number, 2); // above a tenth of the limit
    QCOMPARE(now->needed.reasons, std::vector<std::string>{"risk class medium"});
    *risk = 2e-8;
    const auto low = waitFor<Evidence>(
        [&](auto done) { house.service->check(person("lee", Role::Approver), planFor("D2", "B"), done); });
    QVERIFY(low);
    QCOMPARE(low->needed.number, 1);
    *risk = 2e-6;
    const auto saved = house.save(later(planFor("D2", "C"), std::chrono::hours(2)));
    const auto refused = house.submit(saved->id, saved->revision);
    QVERIFY(refused);
    QCOMPARE(nameOf(refused->state), nameOf(State::Returned));
    const Finding* const above = findingIn(refused->evidence, "GROUND_RISK_EXCEEDED");
    QVERIFY(above != nullptr && above->limit == std::optional(1e-6));
    QCOMPARE(house.noticesOf("kim", Role::Pilot).front().arguments.at(2), std::string("GROUND_RISK_EXCEEDED"));
    const auto& parameters = reportIn(refused->evidence, CheckKind::GroundRisk).parameters;
    QVERIFY(std::ranges::contains(parameters, std::pair<std::string, std::string>("provenance", "census")));
    QVERIFY(std::ranges::contains(parameters,
                                  std::pair<std::string, std::string>("limit.source", "approval policy, revision 1")));
}

void PlanServiceTest::nOfParallelOppositePlans() {
    PlanSettings settings;
    settings.sources.collisions =
        CollisionModel{.collisions_perHour = [](double lateral_m, double, double) -> Result<double> {
                           return 1e-2 * (1 - lateral_m / 1852);
                       },
                       .basis = {.model = "Reich", .preset = "test", .provenance = {"by heart"}}};
    House house(settings);
    lay(house, {.collisions_perHour = 2.5e-9});
    auto one = planFor("D1", "A");
    one.operation = haneul::tests::routeOver({placeAt(0, 0), placeAt(2000, 0)});
    haneul::tests::makeVolumes(one);
    const auto seen = house.waiting(one);
    QCOMPARE(nameOf(reportIn(seen.evidence, CheckKind::CollisionRisk).verdict), nameOf(Verdict::Pass)); // alone
    QVERIFY(house.approve(seen));
    // Towards it, half a mile beside: no conflict of volumes, and too much risk.
    auto other = planFor("D2", "B");
    other.operation = haneul::tests::routeOver({placeAt(2000, 926), placeAt(0, 926)});
    haneul::tests::makeVolumes(other);
    const auto saved = house.save(other);
    const auto refused = house.submit(saved->id, saved->revision);
    QVERIFY(refused);
    QCOMPARE(nameOf(reportIn(refused->evidence, CheckKind::Conflicts).verdict), nameOf(Verdict::Pass));
    const Finding* const beside = findingIn(refused->evidence, "PARALLEL_OPPOSITE_EXCEEDED");
    QVERIFY(beside != nullptr);
    QCOMPARE(beside->where, std::string("A"));
    QVERIFY(std::abs(*beside->value - 5e-3) < 1e-4);
    QCOMPARE(nameOf(refused->state), nameOf(State::Returned));
    // The same way, in the other direction: nothing to say; and what is proposed instead passes.
    other.id = "C";
    other.operation = haneul::tests::routeOver({placeAt(0, 926), placeAt(2000, 926)});
    haneul::tests::makeVolumes(other);
    const auto same = house.save(other);
    QCOMPARE(nameOf(house.submit(same->id, same->revision)->state), nameOf(State::PendingApproval));
    const auto found = waitFor<ProposalSearch>([&](auto done) {
        house.service->proposals(person("lee", Role::Approver), house.service->state()->plan("B")->plan, done);
    });
    QVERIFY(found);
    QVERIFY(!std::ranges::contains(found->blockedBy, CheckKind::CollisionRisk)); // another way would help
}

void PlanServiceTest::conflictsOfSpaceAndTime_data() {
    QTest::addColumn<int>("east_m");
    QTest::addColumn<int>("later_s");
    QTest::addColumn<bool>("refused");
    QTest::newRow("both") << 0 << 0 << true;
    QTest::newRow("space only") << 0 << 3600 << false;
    QTest::newRow("time only") << 20'000 << 0 << false;
    QTest::newRow("neither") << 20'000 << 3600 << false;
}

void PlanServiceTest::conflictsOfSpaceAndTime() {
    QFETCH(int, east_m);
    QFETCH(int, later_s);
    QFETCH(bool, refused);
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "FIRST"))));
    FlightPlan other = later(planFor("D2", "SECOND"), std::chrono::seconds(later_s));
    const auto origin = placeAt(east_m, 0);
    other.operation = haneul::tests::routeOver({origin, placeAt(800, 300, origin), placeAt(2000, 900, origin)});
    other.contingency.landingSites = {{"park", placeAt(900, 200, origin)}};
    QVERIFY(house.save(other));
    const auto submitted = house.submit("SECOND", 1);
    QVERIFY2(submitted, submitted ? "" : submitted.error().message.c_str());
    QCOMPARE(submitted->state == State::Returned, refused);
    const Finding* const conflict = findingIn(submitted->evidence, "CONFLICT");
    QCOMPARE(conflict != nullptr, refused);
    if (conflict != nullptr) QCOMPARE(conflict->where, std::string("FIRST"));
    const auto report = waitFor<CheckReport>([&](auto done) {
        house.service->checkStrategicConflicts(person("kim", Role::Pilot),
                                               house.service->state()->plan("SECOND")->plan.volumes, 0, done);
    });
    QVERIFY(report);
    QCOMPARE(report->verdict == Verdict::Fail, refused);
}

void PlanServiceTest::twentyParallelApprovalsGiveOne() {
    for (int round = 0; round < 5; ++round) {
        House house;
        const std::array waiting{house.waiting(planFor("D1", "ONE")), house.waiting(planFor("D2", "TWO"))};
        std::atomic<int> approved = 0, refused = 0, unanswered = 0;
        std::atomic<bool> go = false;
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < 20; ++i)
                threads.emplace_back([&, i] {
                    while (!go)
                        std::this_thread::yield();
                    const Submission& seen = waiting[i % 2];
                    const auto by = i % 4 < 2 ? person("lee", Role::Approver) : person("han", Role::Supervisor);
                    const auto outcome = house.approve(seen.id, seen.revision, seen.evidence.digest, by);
                    if (outcome)
                        ++approved;
                    else if (outcome.error().code == "NO_ANSWER")
                        ++unanswered;
                    else
                        ++refused;
                });
            go = true;
        }
        QCOMPARE(approved.load(), 1);
        QCOMPARE(refused.load(), 19);
        QCOMPARE(unanswered.load(), 0);
        QCOMPARE(house.count("plan.approved"), std::size_t{1});
        const bool oneStands = house.stateOf("ONE") == State::Approved;
        QCOMPARE(nameOf(house.stateOf(oneStands ? "TWO" : "ONE")), nameOf(State::PendingApproval));
        const auto loser = house.service->state()->plan(oneStands ? "TWO" : "ONE");
        QVERIFY(!loser->evidence->acceptable); // the desk sees at once why
        const Finding* const conflict = findingIn(*loser->evidence, "CONFLICT");
        QVERIFY(conflict != nullptr);
        QCOMPARE(conflict->where, std::string(oneStands ? "ONE" : "TWO"));
        // Who looks again sees it, and still cannot.
        const auto again = house.approve(loser->plan.id, 1, loser->evidence->digest, person("lee", Role::Approver));
        QCOMPARE(codeOf(again), std::string("CHECKS_FAILED"));
        QCOMPARE(again.error().where, std::string(oneStands ? "ONE" : "TWO"));
    }
}

void PlanServiceTest::submissionsInParallelStandEachByItself() {
    House house;
    for (int i = 0; i < 8; ++i)
        QVERIFY(house.save(planFor("D" + std::to_string(i), "P" + std::to_string(i))));
    std::atomic<int> wait = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 16; ++i)
            threads.emplace_back([&, i] {
                const auto outcome = house.submit("P" + std::to_string(i % 8), 1);
                if (outcome && outcome->state == State::PendingApproval) ++wait;
            });
    }
    QCOMPARE(wait.load(), 8); // each once; the second submission of each is not allowed any more
    QCOMPARE(house.count("plan.submitted"), std::size_t{8});
    QCOMPARE(house.noticesOf("lee", Role::Approver).size(), std::size_t{8});
}

void PlanServiceTest::nobodyApprovesWhatHeDidNotSee() {
    House house;
    const auto seen = house.waiting(planFor("D1", "A"));
    const auto lee = person("lee", Role::Approver);
    QCOMPARE(codeOf(house.approve("A", 2, seen.evidence.digest, lee)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.approve("A", 1, std::string(64, '0'), lee)), std::string("STALE_EVIDENCE"));
    QCOMPARE(codeOf(house.approve("A", 1, "", lee)), std::string("STALE_EVIDENCE"));
    QCOMPARE(codeOf(house.approve("B", 1, seen.evidence.digest, lee)), std::string("NO_SUCH_PLAN"));
    FlightPlan changed = planFor("D1", "A");
    changed.objective = "something else";
    QVERIFY(house.save(changed, 1));
    QCOMPARE(codeOf(house.approve(seen)), std::string("ILLEGAL_STATE")); // a draft again
    QVERIFY(house.submit("A", 2));
    QCOMPARE(codeOf(house.approve(seen)), std::string("STALE_REVISION"));
    QCOMPARE(house.count("plan.approved"), std::size_t{0});
    QVERIFY(house.approve("A", 2, house.service->state()->plan("A")->evidence->digest, lee));
}

void PlanServiceTest::evidenceThatChangedIsShownFirst() {
    House house;
    const auto seen = house.waiting(planFor("D1", "A"));
    house.publish(zoneOf("INFO", rectangle(700, 200, 300, 300), airspace::ZoneType::NoRestriction));
    const auto first = house.approve(seen);
    if (first) // zones without restrictions are no part of the evidence: nothing to see
        QSKIP("zones without restrictions are not part of the evidence");
    QCOMPARE(codeOf(first), std::string("STALE_EVIDENCE"));
    const auto now = house.service->state()->plan("A");
    QCOMPARE(nameOf(now->plan.state), nameOf(State::PendingApproval));
    QVERIFY(now->evidence->digest != seen.evidence.digest);
    QCOMPARE(first.error().where, now->evidence->digest);
    QVERIFY(house.approve("A", 1, now->evidence->digest, person("lee", Role::Approver)));
}

void PlanServiceTest::whoMayApprove_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("role");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* user, Role role, const char* code) {
        QTest::newRow(user) << QString::fromUtf8(user) << static_cast<int>(role) << QString::fromUtf8(code);
    };
    row("lee", Role::Approver, "");
    row("han", Role::Supervisor, "");
    row("root", Role::Administrator, "FORBIDDEN");
    row("kim", Role::Pilot, "FORBIDDEN");
    row("choi", Role::Controller, "FORBIDDEN");
    row("park", Role::Approver, "OWN_PLAN"); // its author, in another role by now
    row("cho", Role::Approver, "OWN_PLAN");  // who changed it once
}

void PlanServiceTest::whoMayApprove() {
    QFETCH(QString, user);
    QFETCH(int, role);
    QFETCH(QString, code);
    House house;
    QVERIFY(house.save(planFor("D1", "A")));
    FlightPlan changed = planFor("D1", "A");
    changed.objective = "the same way";
    // cho writes as a planner of the same operator would.
    const auto member = waitFor<std::uint64_t>([&](auto done) {
        people::Organisation organisation;
        organisation.id = "o1";
        organisation.name = "One";
        house.organisations->save(person("root", Role::Administrator), organisation, 0, done);
    });
    QVERIFY2(member, member ? "" : member.error().message.c_str());
    QVERIFY(waitFor<void>(
        [&](auto done) { house.organisations->setMember(person("root", Role::Administrator), "cho", "o1", done); }));
    changed.operator_id = "o1";
    QVERIFY(house.save(changed, 1));
    changed.objective = "the same way, said otherwise";
    const auto byCho = house.save(changed, 2, "cho");
    QVERIFY2(byCho, byCho ? "" : byCho.error().message.c_str());
    changed.objective = "the same way again";
    QVERIFY(house.save(changed, 3));
    const auto seen = house.submit("A", 4);
    QVERIFY(seen);
    QCOMPARE(nameOf(seen->state), nameOf(State::PendingApproval));
    auto by = person(user.toStdString(), static_cast<Role>(role));
    QCOMPARE(codeOf(house.approve("A", 4, seen->evidence.digest, by)), code.toStdString());
    QCOMPARE(house.stateOf("A") == State::Approved, code.isEmpty());
    if (code == QStringLiteral("FORBIDDEN")) {
        by.scopes.insert("plan.approve"); // by a mistake of whoever gave the scopes: administrators cannot all the same
        const auto again = house.approve("A", 4, seen->evidence.digest, by);
        if (static_cast<Role>(role) == Role::Administrator)
            QCOMPARE(codeOf(again), std::string("ADMINISTRATOR_MAY_NOT_APPROVE"));
    }
}

void PlanServiceTest::twoApproveWhereThePolicyAsks() {
    House house;
    people::ApprovalPolicy policy;
    policy.always = true;
    QVERIFY(waitFor<bool>(
        [&](auto done) { house.organisations->setPolicy(person("root", Role::Administrator), policy, done); }));
    const auto seen = house.waiting(planFor("D1", "A"));
    QCOMPARE(seen.evidence.needed.number, 2);
    const auto first = house.approve(seen, "below 100 m");
    QVERIFY(first);
    QCOMPARE(nameOf(first->state), nameOf(State::PendingApproval));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::PendingApproval));
    QCOMPARE(house.service->state()->intents().size(), std::size_t{0});
    QCOMPARE(codeOf(house.approve(seen)), std::string("SAME_APPROVER"));
    QCOMPARE(codeOf(house.approve("A", 1, seen.evidence.digest, person("cho", Role::Approver))),
             std::string("FORBIDDEN")); // the second is a supervisor
    QCOMPARE(house.noticesOf("han", Role::Supervisor).size(), std::size_t{2});
    const auto second = house.approve("A", 1, seen.evidence.digest, person("han", Role::Supervisor), "daylight only");
    QVERIFY(second);
    QCOMPARE(nameOf(second->state), nameOf(State::Approved));
    const auto plan = house.service->state()->plan("A");
    QCOMPARE(plan->approvals.size(), std::size_t{2});
    QCOMPARE(plan->conditions(), std::string("below 100 m\ndaylight only"));
    QCOMPARE(house.count("plan.approved"), std::size_t{1});
}

void PlanServiceTest::refusalsCarryAReason() {
    House house;
    const auto lee = person("lee", Role::Approver);
    house.waiting(planFor("D1", "A"));
    QCOMPARE(codeOf(house.reject("A", 1, " ", lee)), std::string("NO_REASON"));
    QCOMPARE(codeOf(house.giveBack("A", 1, "", lee)), std::string("NO_REASON"));
    QCOMPARE(codeOf(house.giveBack("A", 2, "fly lower", lee)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.giveBack("A", 1, "fly lower", person("park", Role::Approver))), std::string("OWN_PLAN"));
    QVERIFY(house.giveBack("A", 1, "fly lower", lee));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Returned));
    QCOMPARE(house.service->state()->plan("A")->reason, std::string("fly lower"));
    auto told = house.noticesOf("kim", Role::Pilot);
    QCOMPARE(told.front().message, std::string("PLAN_RETURNED"));
    QCOMPARE(told.front().arguments.at(1), std::string("fly lower"));
    // Sent in again as it is: a new revision, and the reason is gone with the old one.
    QVERIFY(house.save(planFor("D1", "A"), 1));
    QVERIFY(house.submit("A", 2));
    QVERIFY(house.service->state()->plan("A")->reason.empty());
    QVERIFY(house.reject("A", 2, "not here", lee));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Rejected));
    QCOMPARE(house.noticesOf("kim", Role::Pilot).front().message, std::string("PLAN_REJECTED"));
    QCOMPARE(codeOf(house.save(planFor("D1", "A"), 2)), std::string("ILLEGAL_STATE"));
}

void PlanServiceTest::anEditedPlanNeedsApprovalAgain() {
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "A"))));
    FlightPlan changed = planFor("D1", "A");
    changed.parcels_kg = 0.5;
    QCOMPARE(codeOf(house.save(changed, 0)), std::string("SAME_ID"));
    QCOMPARE(codeOf(house.save(changed, 7)), std::string("STALE_REVISION"));
    const auto saved = house.save(changed, 1);
    QVERIFY(saved);
    QCOMPARE(saved->revision, std::uint64_t{2});
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Draft));
    QCOMPARE(house.service->state()->intents().size(), std::size_t{0});
    QVERIFY(house.service->state()->plan("A")->approvals.empty());
    const auto steps = house.history("A");
    const PlanStep& step = steps->back();
    QCOMPARE(step.step, std::string("CHANGED"));
    QVERIFY(step.before == std::optional(State::Approved));
    QVERIFY(step.changes == (std::vector<FieldChange>{{"parcels_kg", "0", "0.5"}}));
    QCOMPARE(house.save(changed, 2)->revision, std::uint64_t{2}); // a draft saved as it is stays as it is
}

void PlanServiceTest::illegalMovesAreRefused() {
    House house;
    QVERIFY(house.save(planFor("D1", "A")));
    const auto park = person("park", Role::Planner);
    const auto lee = person("lee", Role::Approver);
    const auto activate = [&] { return waitFor<void>([&](auto done) { house.service->activate(park, "A", done); }); };
    const auto end = [&] { return waitFor<void>([&](auto done) { house.service->end(park, "A", "", done); }); };
    const auto revoke = [&] { return waitFor<void>([&](auto done) { house.service->revoke(lee, "A", "x", done); }); };
    const auto withdraw = [&] {
        return waitFor<void>([&](auto done) { house.service->withdraw(park, "A", "", done); });
    };
    const std::string illegal = "ILLEGAL_STATE";
    QCOMPARE(codeOf(activate()), illegal);
    QCOMPARE(codeOf(end()), illegal);
    QCOMPARE(codeOf(revoke()), illegal);
    QCOMPARE(codeOf(house.approve("A", 1, "x", lee)), illegal);
    QCOMPARE(codeOf(house.reject("A", 1, "x", lee)), illegal);
    QVERIFY(house.submit("A", 1));
    QCOMPARE(codeOf(house.submit("A", 1)), illegal);
    QCOMPARE(codeOf(activate()), illegal);
    QVERIFY(withdraw());
    for (const auto& outcome : {withdraw(), activate(), end(), revoke()})
        QCOMPARE(codeOf(outcome), illegal);
    QCOMPARE(codeOf(house.submit("A", 1)), illegal);
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Withdrawn));
}

void PlanServiceTest::conditionsGoWithTheApproval() {
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "A")), "stay below 100 m"));
    QCOMPARE(house.service->state()->plan("A")->conditions(), std::string("stay below 100 m"));
    const auto told = house.noticesOf("kim", Role::Pilot);
    QCOMPARE(told.front().message, std::string("PLAN_APPROVED_CONDITIONS"));
    QCOMPARE(told.front().arguments, (std::vector<std::string>{"A", "stay below 100 m"}));
}

void PlanServiceTest::flyingAndEnding() {
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "A"))));
    const auto kim = person("kim", Role::Pilot);
    const auto activate = [&] { return waitFor<void>([&](auto done) { house.service->activate(kim, "A", done); }); };
    QCOMPARE(codeOf(activate()), std::string("TOO_EARLY"));
    house.clock.set(noon - std::chrono::minutes(1));
    QVERIFY(activate());
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Activated));
    const geo::Volume4D here{
        .area = rectangle(-500, -500, 3000, 3000), .from = noon, .to = noon + milliseconds(60'000)};
    const geo::Volume4D elsewhere{
        .area = rectangle(50'000, 0, 100, 100), .from = noon, .to = noon + milliseconds(60'000)};
    QCOMPARE(house.service->intentsIn(here).size(), std::size_t{1});
    QCOMPARE(house.service->intentsIn(elsewhere).size(), std::size_t{0});
    QCOMPARE(codeOf(waitFor<void>(
                 [&](auto done) { house.service->withdraw(person("park", Role::Planner), "A", "", done); })),
             std::string("ILLEGAL_STATE")); // its volumes must not vanish while it is in them
    QVERIFY(
        waitFor<void>([&](auto done) { house.service->end(person("choi", Role::Controller), "A", "landed", done); }));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Ended));
    QCOMPARE(house.service->intentsIn(here).size(), std::size_t{0});
}

void PlanServiceTest::aNewZoneHoldsAnApprovedPlanOnTheGround() {
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "A"))));
    house.publish(zoneOf("FIRE", rectangle(700, 200, 300, 300)));
    house.clock.set(noon);
    const auto outcome =
        waitFor<void>([&](auto done) { house.service->activate(person("kim", Role::Pilot), "A", done); });
    QCOMPARE(codeOf(outcome), std::string("CHECKS_FAILED"));
    QCOMPARE(outcome.error().where, std::string("FIRE"));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Approved)); // a person decides what becomes of it
    QVERIFY(!house.service->state()->plan("A")->evidence->acceptable);
    QVERIFY(waitFor<void>(
        [&](auto done) { house.service->revoke(person("lee", Role::Approver), "A", "fire at the river", done); }));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Revoked));
    QCOMPARE(house.noticesOf("kim", Role::Pilot).front().message, std::string("PLAN_REVOKED"));
}

void PlanServiceTest::othersPlansAreNotTouched() {
    House house;
    QVERIFY(house.save(planFor("D1", "A")));
    QCOMPARE(codeOf(house.save(planFor("D2", "A"), 1, "other")), std::string("NOT_YOURS"));
    QCOMPARE(codeOf(house.submit("A", 1, "other")), std::string("NOT_YOURS"));
    QVERIFY(house.submit("A", 1, "kim")); // its pilot may
    QCOMPARE(
        codeOf(waitFor<void>([&](auto done) { house.service->withdraw(person("other", Role::Pilot), "A", "", done); })),
        std::string("NOT_YOURS"));
    const auto reader = person("moon", Role::Auditor);
    QCOMPARE(
        codeOf(waitFor<SavedPlan>([&](auto done) { house.service->createFlightPlan(reader, planFor("D1"), 0, done); })),
        std::string("FORBIDDEN"));
    QCOMPARE(house.refusals.back(), std::string("plan.submit"));
    FlightPlan noMission = planFor("D1");
    noMission.mission_id = "M-404";
    QCOMPARE(codeOf(house.save(noMission)), std::string("NO_SUCH_MISSION"));
    QCOMPARE(codeOf(house.save(planFor("D1", "a b"))), std::string("BAD_ID"));
}

void PlanServiceTest::whatIsNotJudgedBlocksByPolicy() {
    PlanSettings blind;
    blind.sources.zones = {}; // no airspace is known
    House house(blind);
    QVERIFY(house.save(planFor("D1", "A")));
    const auto submitted = house.submit("A", 1);
    QVERIFY(submitted);
    QCOMPARE(nameOf(submitted->state), nameOf(State::Returned));
    QCOMPARE(nameOf(reportOf(submitted->evidence.reports, CheckKind::Airspace)->verdict), nameOf(Verdict::NotJudged));

    PlanSettings strict;
    strict.policy.profilesAsk = true; // logistics asks for readiness, which nobody can judge here
    House other(strict);
    QVERIFY(other.save(planFor("D1", "A")));
    QCOMPARE(nameOf(other.submit("A", 1)->state), nameOf(State::Returned));

    strict.sources.assignment = [](const storage::Database&, const FlightPlan&) {
        return Result<AssignmentThen>(AssignmentThen{haneul::tests::readyAssignment(), {}, {}});
    };
    House ready(strict);
    FlightPlan plan = planFor("D1", "A");
    QVERIFY(ready.save(plan));
    const auto passed = ready.submit("A", 1);
    QVERIFY(passed);
    QVERIFY2(passed->state == State::PendingApproval,
             mayGoOn(passed->evidence.reports, plan, strict.policy).error_or(Error{}).message.c_str());
}

void PlanServiceTest::capacityIsKept() {
    House house;
    const auto first = house.waiting(planFor("D1", "A"));
    const auto box = geo::boxOf(house.service->state()->plan("A")->plan.volumes.front().area);
    deconflict::CapacityLimit limit{.id = "PORT-1", .place = {}, .most = 1};
    limit.place.area = geo::Circle{{(box.south_deg + box.north_deg) / 2, (box.west_deg + box.east_deg) / 2}, 5'000};
    const auto set = [&](const deconflict::CapacityLimit& wanted, Role role) {
        return waitFor<void>([&](auto done) { house.service->setCapacity(person("han", role), wanted, done); });
    };
    QCOMPARE(codeOf(set(limit, Role::Planner)), std::string("FORBIDDEN"));
    auto none = limit;
    none.most = 0;
    QCOMPARE(codeOf(set(none, Role::Supervisor)), std::string("BAD_CAPACITY"));
    QVERIFY(set(limit, Role::Supervisor));
    const auto approved = house.approve(first);
    QCOMPARE(codeOf(approved), std::string("STALE_EVIDENCE")); // the limit came after what was seen
    QVERIFY(house.approve("A", 1, house.service->state()->plan("A")->evidence->digest, person("lee", Role::Approver)));
    // Beside the first, so no conflict, but in the same place at the same time.
    auto beside = planFor("D2", "B");
    auto& route = std::get<WaypointRoute>(beside.operation);
    for (RoutePoint& point : route.points)
        point.place.latitude_deg += 0.01;
    beside.volumes.clear();
    QVERIFY(house.save(beside));
    const auto refused = house.submit("B", 1);
    QVERIFY(refused);
    QCOMPARE(nameOf(refused->state), nameOf(State::Returned));
    const auto* const capacity = reportOf(refused->evidence.reports, CheckKind::Capacity);
    QCOMPARE(nameOf(capacity->verdict), nameOf(Verdict::Fail));
    QCOMPARE(capacity->findings.front().where, std::string("PORT-1"));
    house.restart();
    const auto kept = waitFor<std::vector<deconflict::CapacityLimit>>(
        [&](auto done) { house.service->capacityLimits(person("kim", Role::Pilot), done); });
    QVERIFY(kept && *kept == std::vector{limit});
    QVERIFY(waitFor<void>(
        [&](auto done) { house.service->removeCapacity(person("han", Role::Supervisor), "PORT-1", done); }));
    beside.objective = "the place is free again";
    QVERIFY(house.save(beside, 1));
    const auto again = house.submit("B", 2);
    QVERIFY(again);
    QCOMPARE(nameOf(again->state), nameOf(State::PendingApproval));
}

void PlanServiceTest::timeThatPassesIsNoNews() {
    House house;
    const auto seen = house.waiting(planFor("D1", "A"));
    house.clock.set(haneul::tests::noon - std::chrono::minutes(20));
    const auto approved = house.approve(seen);
    QVERIFY2(approved, approved ? "" : approved.error().message.c_str());
}

void PlanServiceTest::nothingFliesUnjudged() {
    PlanSettings careful;
    careful.policy = PlanPolicy{}; // as a program has it
    House house(careful, House::Policy::AsGiven);
    QVERIFY(house.approve(house.waiting(planFor("D1", "A"))));
    house.clock.set(haneul::tests::noon);
    const auto refused =
        waitFor<void>([&](auto done) { house.service->activate(person("kim", Role::Pilot), "A", done); });
    QCOMPARE(codeOf(refused), std::string("CHECKS_FAILED"));
    QCOMPARE(refused.error().where, std::string("assignment"));
    QCOMPARE(nameOf(house.stateOf("A")), nameOf(State::Approved));
}

void PlanServiceTest::whoAnswersForReadinessIsSaid() {
    PlanSettings given;
    auto grounded = haneul::tests::readyAssignment();
    grounded.drone->status = fleet::DroneStatus::Grounded;
    given.sources.assignment = [&](const storage::Database&, const FlightPlan&) {
        return Result<AssignmentThen>(AssignmentThen{grounded, {}, {}});
    };
    House without(given);
    QVERIFY(without.save(planFor("D1", "A")));
    QCOMPARE(nameOf(without.submit("A", 1)->state), nameOf(State::Returned));

    given.sources.assignment = [&](const storage::Database&, const FlightPlan&) {
        return Result<AssignmentThen>(AssignmentThen{grounded,
                                                     {},
                                                     {{.question = fleet::Question::Airframe,
                                                       .user_id = "han",
                                                       .role = "supervisor",
                                                       .reason = "ferry to the workshop",
                                                       .at = haneul::tests::noon}}});
    };
    House with(given);
    QVERIFY(with.save(planFor("D1", "A")));
    const auto submitted = with.submit("A", 1);
    QVERIFY(submitted);
    QCOMPARE(nameOf(submitted->state), nameOf(State::PendingApproval));
    const auto* const readiness = reportOf(submitted->evidence.reports, CheckKind::Readiness);
    QVERIFY(std::ranges::any_of(readiness->findings, [](const Finding& finding) {
        return finding.words.ends_with("han (supervisor) answers for it: ferry to the workshop");
    }));
}

void PlanServiceTest::aProposalPassesAsItIs() {
    PlanSettings strict;
    strict.sources.assignment = [](const storage::Database&, const FlightPlan&) {
        return Result<AssignmentThen>(AssignmentThen{haneul::tests::readyAssignment(), {}, {}});
    };
    House house(strict);
    QVERIFY(house.approve(house.waiting(planFor("D1", "A"))));
    QVERIFY(house.save(planFor("D2", "B")));
    QCOMPARE(nameOf(house.submit("B", 1)->state), nameOf(State::Returned));
    const auto search = waitFor<ProposalSearch>([&](auto done) {
        house.service->proposals(person("park", Role::Planner), house.service->state()->plan("B")->plan, done);
    });
    QVERIFY2(search, search ? "" : search.error().message.c_str());
    QVERIFY(!search->proposals.empty());
    std::uint64_t revision = 1;
    for (const Proposal& proposal : search->proposals) {
        const auto saved = house.save(proposal.plan, revision);
        QVERIFY2(saved, saved ? "" : saved.error().message.c_str());
        revision = saved->revision;
        const auto submitted = house.submit("B", revision);
        QVERIFY(submitted);
        QCOMPARE(nameOf(submitted->state), nameOf(State::PendingApproval));
    }
}

void PlanServiceTest::allIsThereAfterARestart() {
    House house;
    QVERIFY(house.approve(house.waiting(planFor("D1", "A")), "low"));
    house.waiting(later(planFor("D2", "B"), std::chrono::hours(2)));
    const auto before = house.service->state();
    house.restart();
    const auto after = house.service->state();
    QCOMPARE(after->plans.size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(after->plans[i]->plan == before->plans[i]->plan);
        QVERIFY(after->plans[i]->approvals == before->plans[i]->approvals);
        QCOMPARE(after->plans[i]->evidence->digest, before->plans[i]->evidence->digest);
    }
    const auto seen = after->plan("B");
    QVERIFY(house.approve("B", 1, seen->evidence->digest, person("lee", Role::Approver)));
    const auto rebuilt = house.log->rebuild().get();
    QVERIFY(rebuilt);
    for (const auto& table : *rebuilt)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
    // What stood before the restart is still in the way.
    QVERIFY(house.save(planFor("D3", "C")));
    QCOMPARE(nameOf(house.submit("C", 1)->state), nameOf(State::Returned));
}

void PlanServiceTest::theTablesAreAsRequired() {
    House house;
    QVERIFY(house.save(planFor("D1", "A")));
    std::promise<void> done;
    std::vector<std::string> columns;
    QString geometry;
    house.log->read([&](const storage::Database& database) {
        columns = *storage::readAll<std::string>(database, QStringLiteral("PRAGMA table_info(flight_plans)"), {},
                                                 [](const QSqlQuery& row) { return storage::text(row, 1); });
        geometry = database.value(QStringLiteral("SELECT AsText(route_geom) FROM flight_plans"))->toString();
        done.set_value();
    });
    done.get_future().get();
    for (const char* name : {"plan_id", "pilot_id", "drone_id", "start_time", "end_time", "status", "route_geom"})
        QVERIFY2(std::ranges::contains(columns, std::string(name)), name);
    QVERIFY2(geometry.startsWith(QStringLiteral("LINESTRING Z(")), qPrintable(geometry));
}

QTEST_GUILESS_MAIN(PlanServiceTest)
#include "plan_service_test.moc"
