#include "core/plan/checks.h"
#include "core/plan/digest.h"
#include "tests/core/plan/check_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <set>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

class PlanChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aGoodPlanIsAcceptable();               // R-PLAN-10
    void withoutSourcesNothingPasses();         // R-PLAN-08 R-PLAN-09
    void aZoneOnTheWayFails();                  // R-PLAN-08
    void zonesByTimeAndHeight();                // R-PLAN-08
    void anAglLimitWithoutTerrainIsNotJudged(); // R-PLAN-08
    void anAuthorisationNeedsADocument();       // R-PLAN-05
    void conditionsAreForAPerson();             // R-PLAN-08
    void standingPlansInSpaceAndTime();         // R-PLAN-09 R-SVC-10
    void prioritiesDecide();                    // R-PLAN-09
    void capacityOfAPad();                      // R-SVC-13
    void readinessIsEvidence();                 // R-FLT-05
    void performanceAgainstTheModel();          // R-PLAN-03
    void evidenceNamesItsInputs();              // R-PLAN-10
    void whatCannotBeJudgedYet();
    void digestsDiffer();
};

namespace {

const CheckReport& reportFor(const std::vector<CheckReport>& reports, CheckKind kind) {
    return *reportOf(reports, kind);
}

std::string codeOf(const CheckReport& report) {
    return report.findings.empty() ? "" : report.findings.front().code;
}

geo::Area onTheWay(double radius_m = 80) {
    return geo::Circle{placeAt(1400, 600), radius_m};
}

const Profile& logistics() {
    return *profile("logistics");
}

} // namespace

void PlanChecksTest::aGoodPlanIsAcceptable() {
    const Desk desk;
    const auto reports = checkPlan(deliveryPlan(), desk.inputs());
    QCOMPARE(reports.size(), allCheckKinds.size());
    for (std::size_t n = 0; n < reports.size(); ++n) {
        QVERIFY(reports[n].kind == allCheckKinds[n]);
        QVERIFY2(reports[n].verdict == Verdict::Pass || n >= 7, codeOf(reports[n]).c_str());
    }
    QVERIFY(acceptable(reports, logistics()));
    // Not judged is not enough where the profile asks for it, and a fail never is.
    for (std::size_t n = 0; n < reports.size(); ++n) {
        auto worse = reports;
        worse[n].verdict = Verdict::NotJudged;
        QCOMPARE(acceptable(worse, logistics()), !std::ranges::contains(logistics().mustPass, reports[n].kind));
        worse[n].verdict = Verdict::Fail;
        QVERIFY(!acceptable(worse, logistics()));
        worse.erase(worse.begin() + std::ptrdiff_t(n));
        QCOMPARE(acceptable(worse, logistics()), !std::ranges::contains(logistics().mustPass, reports[n].kind));
    }
}

void PlanChecksTest::withoutSourcesNothingPasses() {
    CheckInputs inputs;
    inputs.now = noon;
    const auto reports = checkPlan(deliveryPlan(), inputs);
    for (const auto& report : reports) {
        QVERIFY(report.verdict == (report.kind == CheckKind::Form ? Verdict::Pass : Verdict::NotJudged));
        if (report.kind != CheckKind::Form) QVERIFY(!report.findings.front().words.empty());
    }
    auto bad = deliveryPlan();
    bad.volumes[0].upper = amsl(-500);
    const Desk desk;
    const auto unsoundReports = checkPlan(bad, desk.inputs());
    for (const auto kind : {CheckKind::Airspace, CheckKind::Conflicts, CheckKind::Capacity, CheckKind::Documents})
        QCOMPARE(codeOf(reportFor(unsoundReports, kind)), std::string("VOLUMES_UNSOUND"));
    QVERIFY(reportFor(unsoundReports, CheckKind::Form).verdict == Verdict::Fail);
}

void PlanChecksTest::aZoneOnTheWayFails() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("P73", onTheWay()), zoneOf("FAR", geo::Circle{placeAt(9000, 0), 100})});
    const auto plan = deliveryPlan();
    const auto report = checkAirspace(plan, desk.inputs());
    QVERIFY(report.verdict == Verdict::Fail);
    QCOMPARE(report.findings.size(), std::size_t{1});
    const auto& finding = report.findings.front();
    QCOMPARE(finding.code, std::string("ZONE_PROHIBITED"));
    QCOMPARE(finding.where, std::string("P73"));
    QVERIFY(finding.words.contains("Zone P73"));
    QVERIFY(geo::inverse(*finding.place, placeAt(1400, 600)).distance_m < 80);
    QVERIFY(*finding.from >= plan.start - milliseconds(30'000));
    QVERIFY(*finding.to <= plan.end);
    QVERIFY(!finding.laterBy && !finding.earlierBy); // it is there for ever
}

void PlanChecksTest::zonesByTimeAndHeight() {
    Desk desk;
    auto zone = zoneOf("P73", onTheWay());
    const auto verdictOf = [&](const airspace::Zone& with) {
        desk.zones = airspace::ZoneIndex({with});
        return checkAirspace(deliveryPlan(), desk.inputs()).verdict;
    };
    zone.layers[0].lower = amsl(140);
    QVERIFY(verdictOf(zone) == Verdict::Pass); // above 135 m
    zone.layers[0].lower = amsl(130);
    QVERIFY(verdictOf(zone) == Verdict::Fail);
    zone.periods = {{.from = noon + milliseconds(3'600'000), .to = std::nullopt, .schedule = {}}};
    QVERIFY(verdictOf(zone) == Verdict::Pass);
    zone.periods = {{.from = noon - milliseconds(3'600'000), .to = noon + milliseconds(200'000), .schedule = {}}};
    QVERIFY(verdictOf(zone) == Verdict::Fail);
    const auto finding = checkAirspace(deliveryPlan(), desk.inputs()).findings.front();
    QVERIFY(finding.laterBy && finding.earlierBy);
    QVERIFY(*finding.laterBy == noon + milliseconds(200'000) - *finding.from);
    QVERIFY(*finding.earlierBy == *finding.to - (noon - milliseconds(3'600'000)));
}

void PlanChecksTest::anAglLimitWithoutTerrainIsNotJudged() {
    Desk desk;
    auto zone = zoneOf("R75", onTheWay());
    zone.layers[0].upper = agl(60);
    desk.zones = airspace::ZoneIndex({zone});
    auto inputs = desk.inputs();
    const auto report = checkAirspace(deliveryPlan(), inputs);
    QVERIFY(report.verdict == Verdict::NotJudged);
    QCOMPARE(codeOf(report), std::string("ZONE_UNKNOWN"));
    QVERIFY(!acceptable(checkPlan(deliveryPlan(), inputs), logistics()));
    inputs.surroundings.ground_amsl_m = [](geo::LatLon) { return std::optional(20.0); };
    QVERIFY(checkAirspace(deliveryPlan(), inputs).verdict == Verdict::Pass);
    inputs.surroundings.ground_amsl_m = [](geo::LatLon) { return std::optional(70.0); };
    QVERIFY(checkAirspace(deliveryPlan(), inputs).verdict == Verdict::Fail);
}

void PlanChecksTest::anAuthorisationNeedsADocument() {
    Desk desk;
    desk.zones = airspace::ZoneIndex({zoneOf("R75", onTheWay(), airspace::ZoneType::ReqAuthorization)});
    auto plan = deliveryPlan();
    QVERIFY(checkAirspace(plan, desk.inputs()).verdict == Verdict::Pass);
    const auto refused = checkDocuments(plan, desk.inputs());
    QVERIFY(refused.verdict == Verdict::Fail);
    QCOMPARE(codeOf(refused), std::string("AUTHORIZATION_REQUIRED"));
    QCOMPARE(refused.findings.front().where, std::string("R75"));
    const auto with = [&](RegulatoryDocument document) {
        plan.documents = {std::move(document)};
        return checkDocuments(plan, desk.inputs()).verdict;
    };
    QVERIFY(with({.number = "1234", .zone_ids = {"R75"}}) == Verdict::Pass);
    QVERIFY(with({.number = "1234"}) == Verdict::Pass);
    QVERIFY(with({.number = "1234", .zone_ids = {"P73"}}) == Verdict::Fail);
    QVERIFY(with({.number = "1234", .valid_until = plan.start}) == Verdict::Fail);
    QVERIFY(with({.number = "1234", .valid_from = plan.end}) == Verdict::Fail);
    QVERIFY(with({.number = "1234",
                  .valid_from = plan.start - milliseconds(60'000),
                  .valid_until = plan.end + milliseconds(60'000)}) == Verdict::Pass);
    QVERIFY(with({.number = ""}) == Verdict::Fail);
}

void PlanChecksTest::conditionsAreForAPerson() {
    Desk desk;
    auto zone = zoneOf("C1", onTheWay(), airspace::ZoneType::Conditional);
    zone.restrictionConditions = "below 60 dB only";
    desk.zones = airspace::ZoneIndex({zone});
    auto plan = deliveryPlan();
    const auto report = checkAirspace(plan, desk.inputs());
    QVERIFY(report.verdict == Verdict::NotJudged);
    QVERIFY(report.findings.front().words.contains("below 60 dB only"));
    plan.documents = {{.kind = DocumentKind::Waiver, .number = "W1", .zone_ids = {"C1"}}};
    QVERIFY(checkAirspace(plan, desk.inputs()).verdict == Verdict::Pass);
    for (const auto type : {airspace::ZoneType::Uspace, airspace::ZoneType::NoRestriction}) {
        desk.zones = airspace::ZoneIndex({zoneOf("U1", onTheWay(), type)});
        const auto noted = checkAirspace(deliveryPlan(), desk.inputs());
        QVERIFY(noted.verdict == Verdict::Pass);
        QCOMPARE(codeOf(noted), std::string("ZONE_NOTED"));
    }
}

void PlanChecksTest::standingPlansInSpaceAndTime() {
    const auto plan = deliveryPlan();
    const auto with = [&](geo::Volume4D volume) {
        Desk desk;
        (void)desk.intents.insert({"STANDING", 0, {std::move(volume)}});
        return checkConflicts(plan, desk.inputs());
    };
    const UtcMs late = noon + milliseconds(7'200'000);
    const auto both = with({onTheWay(), amsl(100), amsl(150), noon, late});
    QVERIFY(both.verdict == Verdict::Fail);
    QCOMPARE(codeOf(both), std::string("CONFLICT"));
    QCOMPARE(both.findings.front().where, std::string("STANDING"));
    QVERIFY(both.findings.front().lower == amsl(105) && both.findings.front().upper == amsl(135));
    QVERIFY(with({onTheWay(), amsl(100), amsl(150), late, late + milliseconds(1)}).verdict ==
            Verdict::Pass); // space only
    QVERIFY(with({geo::Circle{placeAt(9000, 0), 80}, amsl(100), amsl(150), noon, late}).verdict ==
            Verdict::Pass);                                                                 // time
    QVERIFY(with({onTheWay(), amsl(136), amsl(150), noon, late}).verdict == Verdict::Pass); // height
    const auto unknown = with({onTheWay(), agl(20), agl(100), noon, late});
    QVERIFY(unknown.verdict == Verdict::NotJudged);
    QCOMPARE(codeOf(unknown), std::string("CONFLICT_UNKNOWN"));
}

void PlanChecksTest::prioritiesDecide() {
    Desk desk;
    QVERIFY_RESULT(desk.intents.insert({"RESCUE", 50, {{onTheWay(), amsl(100), amsl(150), noon, {}}}}));
    QVERIFY_RESULT(desk.intents.insert({"HOBBY", 0, {{onTheWay(), amsl(100), amsl(150), noon, {}}}}));
    auto plan = deliveryPlan();
    plan.priority = 10;
    const auto report = checkConflicts(plan, desk.inputs());
    QVERIFY(report.verdict == Verdict::Fail);
    QCOMPARE(report.findings[0].where, std::string("RESCUE"));
    QCOMPARE(report.findings[1].code, std::string("CONFLICT_GIVES_WAY"));
    plan.priority = 60;
    QVERIFY(checkConflicts(plan, desk.inputs()).verdict == Verdict::Pass);
    plan.priority = 50;
    QVERIFY(checkConflicts(plan, desk.inputs()).verdict == Verdict::Fail);
    auto inputs = desk.inputs();
    inputs.priority.equalMayConflict = true;
    QVERIFY(checkConflicts(plan, inputs).verdict == Verdict::Pass);
}

void PlanChecksTest::capacityOfAPad() {
    Desk desk;
    const auto plan = deliveryPlan();
    // Beside the route, so that it is no conflict, but at the same pad.
    QVERIFY_RESULT(
        desk.intents.insert({"A", 0, {{geo::Circle{placeAt(2100, 900), 20}, amsl(0), amsl(200), noon, {}}}}));
    auto inputs = desk.inputs();
    inputs.capacity = {{"PAD", {geo::Circle{placeAt(2000, 900), 150}, {}, {}, {}, {}}, 1}};
    const auto report = checkCapacity(plan, inputs);
    QVERIFY(report.verdict == Verdict::Fail);
    QCOMPARE(codeOf(report), std::string("CAPACITY_EXCEEDED"));
    QCOMPARE(report.findings.front().where, std::string("PAD"));
    QCOMPARE(*report.findings.front().value, 2.0);
    QCOMPARE(*report.findings.front().limit, 1.0);
    QVERIFY(report.findings.front().words.contains("with A"));
    QVERIFY(checkConflicts(plan, inputs).verdict == Verdict::Pass);
    (*inputs.capacity)[0].most = 2;
    QVERIFY(checkCapacity(plan, inputs).verdict == Verdict::Pass);
}

void PlanChecksTest::readinessIsEvidence() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.assignment->battery->cycle_count = 499;
    inputs.assignment->pilot->flown_h.reset();
    const auto report = checkReadiness(deliveryPlan(), inputs);
    QVERIFY(report.verdict == Verdict::Fail);
    QCOMPARE(report.findings[0].code, std::string("BATTERY_CYCLES"));
    QCOMPARE(*report.findings[0].value, 1.0);
    QCOMPARE(report.findings[1].code, std::string("PILOT_EXPERIENCE"));
    QVERIFY(report.findings[1].verdict == Verdict::NotJudged);
    QCOMPARE(report.parameters.front().second, std::string("haneul.readiness 1"));
    inputs.readiness.recency_d = 0;
    QCOMPARE(codeOf(checkReadiness(deliveryPlan(), inputs)), std::string("BAD_RULES"));
    auto needs = needOf(deliveryPlan());
    QVERIFY(needs.bvlos && needs.flight_s > 100 && needs.capabilities == std::vector<std::string>{"cargo"});
}

void PlanChecksTest::performanceAgainstTheModel() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.assignment->model->maxSpeed_mps = 11;
    inputs.assignment->model->maxClimb_mps.reset();
    const auto report = checkPerformance(deliveryPlan(), inputs);
    QVERIFY(report.verdict == Verdict::Fail);
    QCOMPARE(report.findings[0].code, std::string("SPEED_ABOVE_MODEL"));
    QCOMPARE(report.findings[1].code, std::string("MODEL_UNKNOWN"));
    QVERIFY(report.findings[2].verdict == Verdict::Pass);
}

void PlanChecksTest::evidenceNamesItsInputs() {
    Desk desk;
    QVERIFY_RESULT(desk.intents.insert({"A", 0, {{onTheWay(), amsl(0), amsl(200), noon, {}}}}));
    const auto plan = deliveryPlan();
    const auto inputs = desk.inputs();
    const auto reports = checkPlan(plan, inputs);
    std::set<std::string> digests;
    for (const auto& report : reports) {
        QCOMPARE(report.inputs.size(), std::size_t{64});
        QVERIFY(digests.insert(report.inputs).second);
        QVERIFY(!report.id.empty());
        QCOMPARE(report.version, 1);
    }
    QVERIFY(checkPlan(plan, inputs) == reports); // the same inputs, the same evidence
    auto other = plan;
    other.objective = "other";
    for (const auto& report : checkPlan(other, inputs))
        QVERIFY(!digests.contains(report.inputs));
    // Another version of what was looked at.
    auto zones = inputs;
    zones.zones_version = "zones 8";
    QVERIFY(checkAirspace(plan, zones).inputs != reportFor(reports, CheckKind::Airspace).inputs);
    Desk moved;
    QVERIFY_RESULT(moved.intents.insert({"A", 0, {{onTheWay(), amsl(0), amsl(201), noon, {}}}}));
    QVERIFY(checkConflicts(plan, moved.inputs()).inputs != reportFor(reports, CheckKind::Conflicts).inputs);
    auto battery = inputs;
    battery.assignment->battery->cycle_count = 11;
    QVERIFY(checkReadiness(plan, battery).inputs != reportFor(reports, CheckKind::Readiness).inputs);
    auto model = inputs;
    model.assignment->model->endurance_s = 3601;
    QVERIFY(checkPerformance(plan, model).inputs != reportFor(reports, CheckKind::Performance).inputs);
}

void PlanChecksTest::whatCannotBeJudgedYet() {
    const Desk desk;
    const auto reports = checkPlan(deliveryPlan(), desk.inputs());
    for (const auto kind : {CheckKind::Weather, CheckKind::GroundRisk, CheckKind::CollisionRisk}) {
        const auto& report = reportFor(reports, kind);
        QVERIFY(report.verdict == Verdict::NotJudged);
        QCOMPARE(codeOf(report), std::string("SOURCE_MISSING"));
    }
    QCOMPARE(toString(Verdict::Pass), std::string_view("PASS"));
    QCOMPARE(toString(Verdict::NotJudged), std::string_view("NOT_JUDGED"));
    QCOMPARE(toString(Verdict::Fail), std::string_view("FAIL"));
}

void PlanChecksTest::digestsDiffer() {
    const auto of = [](auto... values) {
        Digest digest;
        (digest.add(values), ...);
        return std::move(digest).hex();
    };
    QCOMPARE(of("a", "b"), of("a", "b"));
    QVERIFY(of("ab") != of("a", "b"));
    QVERIFY(of("", "ab") != of("ab", ""));
    QVERIFY(of(1.0) != of(std::int64_t{1}));
    QVERIFY(of(0.1 + 0.2) != of(0.3)); // by their bits
    QVERIFY(of(std::optional<double>()) != of(std::optional<double>(0)));
    QVERIFY(of(geo::Area(geo::Circle{cityHall, 10})) != of(geo::Area(geo::Circle{cityHall, 11})));
    QVERIFY(of(std::string_view(std::string(100, 'x'))) != of(std::string_view(std::string(101, 'x'))));
}

QTEST_GUILESS_MAIN(PlanChecksTest)
#include "checks_test.moc"
