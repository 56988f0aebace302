#include "core/plan/pattern.h"
#include "core/plan/proposals.h"
#include "tests/core/plan/check_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

// Risk on the ground and in the air as checks of a plan, with sources that answer by rule.
class RiskCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutASourceNothingIsJudged(); // R-UI-04
    void groundAgainstItsLimit_data();
    void groundAgainstItsLimit(); // R-RSK-20
    void whatIsNotKnownIsNotJudged();
    void madeUpDataIsNeverAPass();
    void parallelLegs_data();
    void parallelLegs();        // R-CRM-15
    void nOfTwoParallelPlans(); // R-CRM-15 R-CRM-05
    void anAreaHasNoDirection();
    void evidenceFollowsWhatItLookedAt();
    void proposalsLeaveTheRisk(); // R-PLAN-08
};

namespace {

RiskBasis basis(bool synthetic = false) {
    return {.model = "people_uniform",
            .preset = "printed constants",
            .provenance = {synthetic ? "synthetic city, seed 7" : "census grid, 2025"},
            .synthetic = synthetic};
}

GroundRiskSource constant(double fatalities, bool synthetic = false) {
    return [=](const FlightPlan&) { return Result<GroundRisk>(GroundRisk{fatalities, 2400, basis(synthetic)}); };
}

// The straight line of the paper's overlap, for numbers that can be told by heart.
CollisionModel ramp() {
    return {.collisions_perHour = [](double lateral_m, double own_mps, double other_mps) -> Result<double> {
                if (own_mps <= 0 || other_mps <= 0) return fail("INVALID_ARGUMENT", "a speed is above 0", "speed");
                return std::max(1e-2 * (1 - lateral_m / 1852), 1e-18);
            },
            .basis = {.model = "Reich", .preset = "test", .provenance = {"by heart"}}};
}

const Finding* findingIn(const CheckReport& report, const char* code) {
    const auto found = std::ranges::find(report.findings, code, &Finding::code);
    return found == report.findings.end() ? nullptr : &*found;
}

// A level way from one place to another, whole in the air.
TimedRoute level(double fromEast_m, double toEast_m, double north_m, double height_m, std::int64_t start_ms = 0,
                 geo::VerticalReference reference = geo::VerticalReference::Amsl) {
    TimedRoute route{.reference = reference, .points = {}};
    const auto time = noon + milliseconds(start_ms);
    route.points.push_back({placeAt(fromEast_m, north_m), height_m, time});
    route.points.push_back({placeAt(toEast_m, north_m), height_m, time + milliseconds(120'000)});
    return route;
}

QString nameOf(Verdict verdict) {
    const auto name = toString(verdict);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

void RiskCheckTest::withoutASourceNothingIsJudged() {
    const Desk desk;
    for (const auto& report :
         {checkGroundRisk(deliveryPlan(), desk.inputs()), checkCollisionRisk(deliveryPlan(), desk.inputs())}) {
        QCOMPARE(nameOf(report.verdict), QStringLiteral("NOT_JUDGED"));
        QVERIFY(findingIn(report, "SOURCE_MISSING") != nullptr);
    }
}

void RiskCheckTest::groundAgainstItsLimit_data() {
    QTest::addColumn<double>("risk");
    QTest::addColumn<double>("limit"); // 0: none
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("code");
    QTest::newRow("below") << 3e-7 << 1e-6 << QStringLiteral("PASS") << QStringLiteral("GROUND_RISK_KEPT");
    QTest::newRow("equal") << 1e-6 << 1e-6 << QStringLiteral("PASS") << QStringLiteral("GROUND_RISK_KEPT");
    QTest::newRow("above") << 1.0000001e-6 << 1e-6 << QStringLiteral("FAIL") << QStringLiteral("GROUND_RISK_EXCEEDED");
    QTest::newRow("nobody") << 0.0 << 1e-6 << QStringLiteral("PASS") << QStringLiteral("GROUND_RISK_KEPT");
    QTest::newRow("no limit") << 3e-7 << 0.0 << QStringLiteral("NOT_JUDGED") << QStringLiteral("GROUND_RISK_NO_LIMIT");
}

void RiskCheckTest::groundAgainstItsLimit() {
    QFETCH(const double, risk);
    QFETCH(const double, limit);
    QFETCH(const QString, verdict);
    QFETCH(const QString, code);
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.groundRisk = constant(risk);
    inputs.riskLimits = {.fatalities_perFlight = limit > 0 ? std::optional(limit) : std::nullopt, .source = "policy 3"};
    const auto report = checkGroundRisk(deliveryPlan(), inputs);
    QCOMPARE(nameOf(report.verdict), verdict);
    const auto* finding = findingIn(report, code.toUtf8().constData());
    QVERIFY(finding != nullptr);
    QCOMPARE(finding->value, std::optional(risk)); // the number is shown whatever the verdict
    QCOMPARE(finding->unit, std::string("1/flight"));
    const auto said = [&](const char* name) {
        const auto found = std::ranges::find(report.parameters, name, &std::pair<std::string, std::string>::first);
        return found == report.parameters.end() ? std::string("?") : found->second;
    };
    QCOMPARE(said("preset"), std::string("printed constants"));
    QCOMPARE(said("provenance"), std::string("census grid, 2025"));
    QCOMPARE(said("limit.source"), std::string("policy 3"));
    QCOMPARE(said("limit"), limit > 0 ? std::string("1e-06") : std::string("not laid down"));
}

void RiskCheckTest::whatIsNotKnownIsNotJudged() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.riskLimits.fatalities_perFlight = 1e-6;
    inputs.groundRisk = [](const FlightPlan&) {
        return Result<GroundRisk>(fail("NO_DATA", "no population is known along 420 m of the way", "operation"));
    };
    const auto report = checkGroundRisk(deliveryPlan(), inputs);
    QCOMPARE(nameOf(report.verdict), QStringLiteral("NOT_JUDGED"));
    QCOMPARE(findingIn(report, "GROUND_RISK_UNKNOWN")->words,
             std::string("no population is known along 420 m of the way"));
    inputs.collisions = ramp();
    QCOMPARE(nameOf(checkCollisionRisk(deliveryPlan(), inputs).verdict), QStringLiteral("NOT_JUDGED")); // no routes
    inputs.standingRoutes.emplace();
    QCOMPARE(nameOf(checkCollisionRisk(deliveryPlan(), inputs).verdict), QStringLiteral("PASS")); // nobody is there
}

void RiskCheckTest::madeUpDataIsNeverAPass() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.riskLimits.fatalities_perFlight = 1e-6;
    inputs.groundRisk = constant(1e-9, true);
    auto report = checkGroundRisk(deliveryPlan(), inputs);
    QCOMPARE(nameOf(report.verdict), QStringLiteral("NOT_JUDGED"));
    QVERIFY(findingIn(report, "DATA_SYNTHETIC")->words.contains("synthetic city, seed 7"));
    QVERIFY(findingIn(report, "GROUND_RISK_KEPT") != nullptr);
    inputs.groundRisk = constant(1e-3, true); // too much is too much
    QCOMPARE(nameOf(checkGroundRisk(deliveryPlan(), inputs).verdict), QStringLiteral("FAIL"));
}

void RiskCheckTest::parallelLegs_data() {
    QTest::addColumn<TimedRoute>("other");
    QTest::addColumn<double>("lateral_m"); // below 0: not parallel and opposite
    const auto row = [](const char* name, TimedRoute other, double lateral_m) {
        QTest::newRow(name) << std::move(other) << lateral_m;
    };
    row("towards it, 400 m beside", level(2000, 0, 400, 100), 400);
    row("on the other side", level(2000, 0, -400, 100), 400);
    row("on the same line", level(2000, 0, 0, 100), 0);
    row("the same way", level(0, 2000, 400, 100), -1);
    row("too far", level(2000, 0, 1900, 100), -1);
    row("at the edge", level(2000, 0, 1850, 100), 1850);
    row("another level", level(2000, 0, 400, 121), -1);
    row("nearly another level", level(2000, 0, 400, 119), 400);
    row("a reference that cannot be compared", level(2000, 0, 400, 300, 0, geo::VerticalReference::Agl), 400);
    row("behind it", level(4000, 2100, 400, 100), -1);
    row("beside a part", level(3000, 1000, 400, 100), 400);
    row("at another time", level(2000, 0, 400, 100, 120'000), -1);
    row("as it lands", level(2000, 0, 400, 100, 119'000), 400);
    TimedRoute aslant = level(2000, 0, 400, 100);
    aslant.points.back().place = placeAt(0, 600); // 5.7 degrees
    row("a little aslant", aslant, 400);
    aslant.points.back().place = placeAt(0, 1000); // 16.7 degrees
    row("too much aslant", aslant, -1);
    aslant.points.back().place = placeAt(0, -100); // over the line
    row("across it", aslant, 0);
    TimedRoute climbing = level(2000, 0, 400, 100);
    climbing.points.back().height_m = 600;
    row("a climb", climbing, -1);
}

void RiskCheckTest::parallelLegs() {
    QFETCH(const TimedRoute, other);
    QFETCH(const double, lateral_m);
    const auto own = level(0, 2000, 0, 100);
    const auto found = parallelOpposite(own, other, {});
    QCOMPARE(found.size(), std::size_t(lateral_m < 0 ? 0 : 1));
    if (found.empty()) return;
    QVERIFY2(std::abs(found.front().lateral_m - lateral_m) < 1.5, qPrintable(QString::number(found.front().lateral_m)));
    // Seen from the other it is the same.
    const auto back = parallelOpposite(other, own, {});
    QCOMPARE(back.size(), std::size_t{1});
    QVERIFY(std::abs(back.front().lateral_m - found.front().lateral_m) < 30);
    QVERIFY(found.front().from < found.front().to);
    QVERIFY(geo::inverse(cityHall, found.front().place).distance_m <= 2000);
}

void RiskCheckTest::nOfTwoParallelPlans() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.collisions = ramp();
    inputs.riskLimits = {.collisions_perHour = 2.5e-9, .source = "policy 3"};
    auto plan = deliveryPlan();
    plan.operation = routeOver({placeAt(0, 0), placeAt(2000, 0)});
    makeVolumes(plan);
    auto towards = plan;
    towards.id = "OTHER";
    towards.operation = routeOver({placeAt(2000, 926), placeAt(0, 926)});
    const auto routeOfPlan = [](const FlightPlan& of) {
        return *timed(*routeOf(of.operation), of.parameters, of.start);
    };
    inputs.standingRoutes = {{"OTHER", routeOfPlan(towards), 12}, {plan.id, routeOfPlan(plan), 12}};
    auto report = checkCollisionRisk(plan, inputs);
    QCOMPARE(nameOf(report.verdict), QStringLiteral("FAIL"));
    QCOMPARE(report.findings.size(), std::size_t{1}); // of each plan the nearest, and never of itself
    const auto& finding = report.findings.front();
    QCOMPARE(finding.code, std::string("PARALLEL_OPPOSITE_EXCEEDED"));
    QCOMPARE(finding.where, std::string("OTHER"));
    QVERIFY2(std::abs(*finding.value - 5e-3) < 2e-5, qPrintable(QString::number(*finding.value))); // half of 1 NM
    QCOMPARE(finding.limit, std::optional(2.5e-9));
    QCOMPARE(finding.unit, std::string("1/h"));
    QVERIFY(finding.place && finding.from && finding.to);
    QVERIFY2(finding.words.contains("926 m beside it") && finding.words.contains("N = 0.005"), finding.words.c_str());
    inputs.riskLimits.collisions_perHour = 1e-2;
    QCOMPARE(nameOf(checkCollisionRisk(plan, inputs).verdict), QStringLiteral("PASS"));
    inputs.riskLimits.collisions_perHour.reset(); // the number is there, nobody has said what is too much
    report = checkCollisionRisk(plan, inputs);
    QCOMPARE(nameOf(report.verdict), QStringLiteral("NOT_JUDGED"));
    QVERIFY(findingIn(report, "PARALLEL_OPPOSITE_NO_LIMIT")->value.has_value());
    inputs.collisions->collisions_perHour = [](double, double, double) {
        return Result<double>(fail("INVALID_ARGUMENT", "no size is known", "size"));
    };
    QVERIFY(findingIn(checkCollisionRisk(plan, inputs), "COLLISION_RISK_UNKNOWN") != nullptr);
}

void RiskCheckTest::anAreaHasNoDirection() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.collisions = ramp();
    inputs.standingRoutes.emplace();
    auto plan = deliveryPlan();
    plan.operation = AreaOperation{rectangle(0, 0, 500, 300), amsl(80), amsl(120)};
    QVERIFY(findingIn(checkCollisionRisk(plan, inputs), "NO_ROUTE_TO_COMPARE") != nullptr);
}

void RiskCheckTest::evidenceFollowsWhatItLookedAt() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.groundRisk = constant(3e-7);
    inputs.riskLimits.fatalities_perFlight = 1e-6;
    const auto one = checkGroundRisk(deliveryPlan(), inputs);
    QCOMPARE(checkGroundRisk(deliveryPlan(), inputs).inputs, one.inputs);
    inputs.groundRisk = constant(3.1e-7);
    QVERIFY(checkGroundRisk(deliveryPlan(), inputs).inputs != one.inputs);
    inputs.groundRisk = constant(3e-7);
    inputs.riskLimits.fatalities_perFlight = 2e-6;
    QVERIFY(checkGroundRisk(deliveryPlan(), inputs).inputs != one.inputs);
    inputs.riskLimits.fatalities_perFlight = 1e-6;
    inputs.groundRisk = constant(3e-7, true);
    QVERIFY(checkGroundRisk(deliveryPlan(), inputs).inputs != one.inputs);
}

void RiskCheckTest::proposalsLeaveTheRisk() {
    // By day too many are below; after five it is less.
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.riskLimits.fatalities_perFlight = 1e-6;
    inputs.groundRisk = [](const FlightPlan& plan) {
        const bool quiet = plan.start >= noon + milliseconds(std::int64_t{5} * 3'600'000);
        return Result<GroundRisk>(GroundRisk{quiet ? 1e-7 : 1e-5, 2400, basis()});
    };
    const auto search = propose(deliveryPlan(), inputs, {});
    QVERIFY_RESULT(search);
    QVERIFY(search->blockedBy.empty());
    QCOMPARE(search->proposals.size(), std::size_t{1});
    const auto& later = search->proposals.front();
    QVERIFY(later.kind == ProposalKind::Later);
    QVERIFY(later.plan.start >= noon + milliseconds(std::int64_t{5} * 3'600'000));
    QVERIFY(acceptable(checkPlan(later.plan, inputs), *profile("logistics")));
}

QTEST_GUILESS_MAIN(RiskCheckTest)
#include "risk_check_test.moc"
