#include "tests/core/plan/plan_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <limits>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

class PlanFormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCompletePlan(); // R-PLAN-01 R-PLAN-02 R-PLAN-03 R-PLAN-04
    void eachFault();     // R-PLAN-01 R-PLAN-02 R-PLAN-03 R-PLAN-04 R-PLAN-05 R-GEN-06
    void eachFault_data();
    void allFaultsAreNamed();
    void volumesOfAnotherMake();  // R-PLAN-02
    void limitsOfTheModel();      // R-PLAN-03
    void limitsThatAreNotKnown(); // R-PLAN-03
    void namesOnTheWire();
};

namespace {

using Change = std::function<void(FlightPlan&)>;

std::vector<std::string> codesOf(const std::vector<Finding>& findings) {
    std::vector<std::string> codes;
    for (const auto& finding : findings)
        codes.push_back(finding.code);
    return codes;
}

void twoSiteless(FlightPlan& plan) {
    plan.contingency.landingSites.clear();
}

} // namespace

Q_DECLARE_METATYPE(Change)

void PlanFormTest::aCompletePlan() {
    const auto findings = checkForm(deliveryPlan(), {}, noon);
    QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().words.c_str());
    auto area = deliveryPlan();
    area.profile = "monitoring";
    area.missionType = "traffic";
    area.objective = "counting";
    area.payload_ids = {"C1"};
    area.operation = AreaOperation{rectangle(0, 0, 500, 300), agl(30), agl(100)};
    makeVolumes(area);
    QCOMPARE(codesOf(checkForm(area, {}, noon)), std::vector<std::string>{});
}

void PlanFormTest::eachFault_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::addColumn<Change>("change");
    const auto add = [](const char* name, const char* code, const char* where, Change change) {
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromLatin1(where) << change;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    add("no id", "NO_ID", "id", [](auto& p) { p.id.clear(); });
    add("no operator", "NO_OPERATOR", "operator_id", [](auto& p) { p.operator_id.clear(); });
    add("no drone", "NO_DRONE", "drone_id", [](auto& p) { p.drone_id.clear(); });
    add("no pilot", "NO_PILOT", "pilot_id", [](auto& p) { p.pilot_id.clear(); });
    add("profile", "UNKNOWN_PROFILE", "profile", [](auto& p) { p.profile = "racing"; });
    add("mission type", "BAD_MISSION_TYPE", "missionType", [](auto& p) { p.missionType = "spraying"; });
    add("pattern", "BAD_PATTERN_FOR_PROFILE", "operation", [](auto& p) {
        p.operation = AreaOperation{geo::Circle{cityHall, 500}, {}, agl(100)};
        makeVolumes(p);
    });
    add("no battery", "FIELD_REQUIRED", "battery_id", [](auto& p) { p.battery_id.clear(); });
    add("in the past", "IN_THE_PAST", "start", [](auto& p) {
        p.start -= milliseconds(1);
        makeVolumes(p);
    });
    add("too far ahead", "TOO_FAR_AHEAD", "end", [](auto& p) {
        p.start += longestHorizon;
        p.end += longestHorizon;
        makeVolumes(p);
    });
    add("priority", "BAD_PRIORITY", "priority", [](auto& p) { p.priority = 101; });
    add("priority below 0", "BAD_PRIORITY", "priority", [](auto& p) { p.priority = -1; });
    add("parcels", "BAD_PARCELS", "parcels_kg", [nan](auto& p) { p.parcels_kg = nan; });
    add("speed", "BAD_SPEED", "parameters.cruise_mps", [](auto& p) { p.parameters.cruise_mps = 0; });
    add("climb", "BAD_SPEED", "parameters.climb_mps", [nan](auto& p) { p.parameters.climb_mps = nan; });
    add("descent", "BAD_SPEED", "parameters.descent_mps", [](auto& p) { p.parameters.descent_mps = -2; });
    add("landing site", "BAD_LANDING_SITE", "contingency.landingSites[0]",
        [](auto& p) { p.contingency.landingSites[0].place.latitude_deg = 100; });
    add("document without number", "BAD_DOCUMENT", "documents[0]", [](auto& p) { p.documents = {{}}; });
    add("document ends first", "BAD_DOCUMENT", "documents[0]",
        [](auto& p) { p.documents = {{.number = "7", .valid_from = noon, .valid_until = noon}}; });
    add("no volumes", "NO_VOLUMES", "volumes", [](auto& p) { p.volumes.clear(); });
    add("route", "BAD_ROUTE", "operation.points[1]", [](auto& p) {
        std::get<WaypointRoute>(p.operation).points[1].height.metres = std::numeric_limits<double>::infinity();
    });
    add("lands too late", "END_BEFORE_LANDING", "end", [](auto& p) { p.end = p.start + milliseconds(60'000); });
    add("a volume missing", "VOLUMES_DO_NOT_CONTAIN", "volumes", [](auto& p) { p.volumes.pop_back(); });
    add("volumes of another time", "VOLUMES_DO_NOT_CONTAIN", "volumes", [](auto& p) {
        p.start += milliseconds(3'600'000);
        p.end += milliseconds(3'600'000);
    });
    add("corners", "TOO_MANY_VERTICES", "volumes", [](auto& p) {
        while (p.volumes.size() <= mostVertices / 4)
            p.volumes.push_back({rectangle(0, 0, 10, 10), {}, {}, {}, {}});
    });
}

void PlanFormTest::eachFault() {
    QFETCH(QString, code);
    QFETCH(QString, where);
    QFETCH(Change, change);
    auto plan = deliveryPlan();
    change(plan);
    const auto findings = checkForm(plan, {}, noon);
    QCOMPARE(codesOf(findings), std::vector{code.toStdString()});
    QCOMPARE(QString::fromStdString(findings.front().where), where);
    QVERIFY(!findings.front().words.empty());
}

void PlanFormTest::allFaultsAreNamed() {
    auto plan = deliveryPlan();
    plan.pilot_id.clear();
    plan.contingency = {};
    plan.priority = 200;
    // The profile asks for both as well as the flight beyond sight.
    QCOMPARE(codesOf(checkForm(plan, {}, noon)),
             (std::vector<std::string>{"NO_PILOT", "FIELD_REQUIRED", "FIELD_REQUIRED", "BAD_PRIORITY",
                                       "LOST_LINK_REQUIRED", "LANDING_SITE_REQUIRED"}));
    plan = deliveryPlan();
    plan.profile = "agriculture";
    plan.missionType = "spraying";
    plan.objective = "field 7";
    plan.payload_ids = {"T1"};
    plan.operation = GridPattern{rectangle(0, 0, 200, 100), 20, 0, agl(20)};
    plan.contingency = {};
    makeVolumes(plan);
    QCOMPARE(codesOf(checkForm(plan, {}, noon)),
             (std::vector<std::string>{"LOST_LINK_REQUIRED", "LANDING_SITE_REQUIRED"}));
    plan.parameters.mode = SightMode::Vlos;
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{});
    plan.end = plan.start;
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{"BAD_TIMES"});
}

void PlanFormTest::volumesOfAnotherMake() {
    auto plan = deliveryPlan();
    plan.volumes = *volumesOf(plan, Containment{.horizontal_m = 60, .vertical_m = 20});
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{}); // wider: holds the flight
    plan.volumes = {{geo::Circle{placeAt(1000, 450), 3000}, amsl(20), amsl(150), plan.start, plan.end}};
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{});
    plan.volumes[0].upper = amsl(119);
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{"VOLUMES_DO_NOT_CONTAIN"});

    plan.profile = "monitoring";
    plan.missionType = "traffic";
    plan.objective = "counting";
    plan.payload_ids = {"C1"};
    plan.operation = AreaOperation{rectangle(0, 0, 500, 300), agl(30), agl(100)};
    makeVolumes(plan);
    plan.volumes[0].to = plan.end;
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{});
    plan.volumes[0].to = plan.end - milliseconds(1);
    QCOMPARE(codesOf(checkForm(plan, {}, noon)), std::vector<std::string>{"VOLUMES_DO_NOT_CONTAIN"});
}

void PlanFormTest::limitsOfTheModel() {
    const auto plan = deliveryPlan();
    const double flight_s = flightTime_s(plan);
    QVERIFY(flight_s > 180 && flight_s < 300);
    fleet::DroneModel model{
        .id = "m", .maxSpeed_mps = 12, .maxClimb_mps = 3, .maxDescent_mps = 2, .endurance_s = flight_s};
    const auto kept = checkPerformance(plan.parameters, flight_s, model); // at each limit
    QCOMPARE(kept.kept.size(), std::size_t{4});
    QVERIFY(kept.broken.empty() && kept.notJudged.empty());
    model = {
        .id = "m", .maxSpeed_mps = 11.99, .maxClimb_mps = 2.99, .maxDescent_mps = 1.99, .endurance_s = flight_s - 0.01};
    const auto broken = checkPerformance(plan.parameters, flight_s, model); // all, not the first
    QCOMPARE(codesOf(broken.broken), (std::vector<std::string>{"SPEED_ABOVE_MODEL", "CLIMB_ABOVE_MODEL",
                                                               "DESCENT_ABOVE_MODEL", "TIME_ABOVE_ENDURANCE"}));
    QCOMPARE(*broken.broken[0].value, 12.0);
    QCOMPARE(*broken.broken[0].limit, 11.99);
}

void PlanFormTest::limitsThatAreNotKnown() {
    const auto plan = deliveryPlan();
    QCOMPARE(checkPerformance(plan.parameters, 100, {}).notJudged.size(), std::size_t{4});
    const fleet::DroneModel model{
        .id = "m", .maxSpeed_mps = 0, .maxClimb_mps = std::numeric_limits<double>::quiet_NaN(), .endurance_s = 1000};
    const auto found = checkPerformance(plan.parameters, 100, model);
    QCOMPARE(codesOf(found.notJudged), (std::vector<std::string>(3, "MODEL_UNKNOWN")));
    QCOMPARE(found.kept.size(), std::size_t{1});
    QVERIFY(found.broken.empty());
    auto vlos = plan;
    twoSiteless(vlos);
    QCOMPARE(codesOf(checkForm(vlos, {}, noon)), (std::vector<std::string>{"FIELD_REQUIRED", "LANDING_SITE_REQUIRED"}));
}

void PlanFormTest::namesOnTheWire() {
    for (const auto mode : {SightMode::Vlos, SightMode::Bvlos})
        QVERIFY(sightModeFromString(toString(mode)) == mode);
    for (const auto action :
         {LostLinkAction::ReturnHome, LostLinkAction::Hover, LostLinkAction::Land, LostLinkAction::ContinueRoute})
        QVERIFY(lostLinkActionFromString(toString(action)) == action);
    for (const auto kind : {DocumentKind::Permit, DocumentKind::Waiver})
        QVERIFY(documentKindFromString(toString(kind)) == kind);
    QVERIFY(!sightModeFromString("vlos"));
    QVERIFY(!lostLinkActionFromString(""));
    QVERIFY(!documentKindFromString("LETTER"));
}

QTEST_GUILESS_MAIN(PlanFormTest)
#include "form_test.moc"
