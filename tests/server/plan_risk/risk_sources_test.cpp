#include "core/city/synthetic_city.h"
#include "core/plan/checks.h"
#include "core/risk/collision/parallel_routes.h"
#include "server/plan_risk/risk_sources.h"
#include "tests/core/plan/check_examples.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>
#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::plan_risk;
using namespace haneul::tests;

// The risk models as the checks of flight plans ask them.
class RiskSourcesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nIsThatOfTheModel();     // R-CRM-15
    void twoParallelPlansShowN(); // R-CRM-15 R-CRM-14
    void withoutDataNothingIsJudged();
    void aWayOverASyntheticCity(); // R-RSK-20
    void nightIsQuieter();
    void slowerIsLonger();
    void heightsAboveTheGroundAreNeeded();
    void aPartOverUnknownGround();
};

namespace {

std::shared_ptr<ground_risk::Grounds> grounds(city::CityLayers layers) {
    auto state = std::make_shared<ground_risk::CityState>(city::CityData(std::move(layers)), "layers 1");
    return std::make_shared<ground_risk::Grounds>([state] { return *state; });
}

city::CityLayers seoul() {
    return *city::syntheticCity({.centre = placeAt(1000, 500), .width_m = 6000, .height_m = 6000, .seed = 7});
}

FlightPlan overTheCity() {
    auto plan = deliveryPlan();
    WaypointRoute route;
    route.points = {{placeAt(0, 0), agl(0), {}},
                    {placeAt(0, 0), agl(100), {}},
                    {placeAt(2000, 900), agl(100), {}},
                    {placeAt(2000, 900), agl(0), {}}};
    plan.operation = route;
    return plan;
}

} // namespace

void RiskSourcesTest::nIsThatOfTheModel() {
    const auto model = collisionModel();
    // Scenario 1 of the paper: 25 kt, at 0 m and at 1,852 m (Table 4).
    const double knot_mps = 1852.0 / 3600;
    const auto near = model.collisions_perHour(0, 25 * knot_mps, 25 * knot_mps);
    QVERIFY_RESULT(near);
    QVERIFY2(std::abs(*near - 1.99106e-2) < 1e-6, qPrintable(QString::number(*near, 'g', 8)));
    const auto far = model.collisions_perHour(1852, 25 * knot_mps, 25 * knot_mps);
    QVERIFY_RESULT(far);
    QVERIFY2(std::abs(*far - 3.23e-18) < 0.005e-18, qPrintable(QString::number(*far, 'g', 8)));
    // Of two speeds the mean.
    const auto mixed = model.collisions_perHour(0, 20 * knot_mps, 30 * knot_mps);
    QVERIFY(std::abs(*mixed - *near) < 1e-12);
    QVERIFY(!model.collisions_perHour(-1, 10, 10));
    QVERIFY2(model.basis.preset.contains("table4_fit") && model.basis.preset.contains("fitted") &&
                 model.basis.preset.contains("manned aviation"),
             model.basis.preset.c_str());
    QCOMPARE(model.basis.provenance.size(), std::size_t{5});
    QVERIFY(collisionModel({.preset = risk::collision::asPrinted()}).basis.preset.contains("as_printed"));
}

void RiskSourcesTest::twoParallelPlansShowN() {
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.collisions = collisionModel();
    inputs.riskLimits = {.collisions_perHour = 2.5e-9, .source = "approval policy, revision 1"};
    auto plan = deliveryPlan();
    plan.operation = routeOver({placeAt(0, 0), placeAt(3000, 0)});
    auto other = plan;
    for (const auto& [beside_m, verdict] : {std::pair(500.0, Verdict::Fail), std::pair(1840.0, Verdict::Fail)}) {
        other.operation = routeOver({placeAt(3000, beside_m), placeAt(0, beside_m)});
        inputs.standingRoutes = {{"OTHER",
                                  *timed(std::get<WaypointRoute>(other.operation), other.parameters, other.start),
                                  other.parameters.cruise_mps}};
        const auto report = checkCollisionRisk(plan, inputs);
        QVERIFY(report.verdict == verdict);
        const double asked = *inputs.collisions->collisions_perHour(beside_m, 12, 12);
        QVERIFY(std::abs(*report.findings.front().value - asked) < asked * 0.02);
        QVERIFY(report.findings.front().words.contains("manned aviation"));
    }
    other.operation = routeOver({placeAt(3000, 1900), placeAt(0, 1900)}); // a nautical mile and more
    inputs.standingRoutes->front().route =
        *timed(std::get<WaypointRoute>(other.operation), other.parameters, other.start);
    QVERIFY(checkCollisionRisk(plan, inputs).verdict == Verdict::Pass);
}

void RiskSourcesTest::withoutDataNothingIsJudged() {
    const auto nothing = groundRiskOf(grounds({}), {})(overTheCity());
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, std::string("NO_GROUND_DATA"));
    const auto unknown = groundRiskOf(grounds(seoul()), {}, {.vehicle = "kite"})(overTheCity());
    QCOMPARE(unknown.error().code, std::string("NO_VEHICLE"));
    auto area = overTheCity();
    area.operation = AreaOperation{rectangle(0, 0, 500, 300), agl(80), agl(120)};
    QVERIFY(!groundRiskOf(grounds(seoul()), {})(area));
}

void RiskSourcesTest::aWayOverASyntheticCity() {
    const auto source = groundRiskOf(grounds(seoul()), {});
    const auto found = source(overTheCity());
    QVERIFY_RESULT(found);
    QVERIFY2(found->fatalities_perFlight > 1e-12 && found->fatalities_perFlight < 1e-2,
             qPrintable(QString::number(found->fatalities_perFlight, 'g', 4)));
    QVERIFY(std::abs(found->length_m - std::hypot(2000.0, 900.0)) < 10);
    QVERIFY(found->basis.synthetic);
    QVERIFY2(found->basis.version.contains("layers 1"), found->basis.version.c_str());
    QVERIFY(!found->basis.provenance.empty());
    QVERIFY2(found->basis.model.contains("people_amenity_area + traffic_road"), found->basis.model.c_str());
    QVERIFY(found->basis.preset.contains("Phantom"));
    // As a check: the numbers are evidence, and what is made up is never a pass.
    const Desk desk;
    auto inputs = desk.inputs();
    inputs.groundRisk = source;
    inputs.riskLimits = {.fatalities_perFlight = 1e-2, .source = "approval policy, revision 1"};
    const auto report = checkGroundRisk(overTheCity(), inputs);
    QVERIFY(report.verdict == Verdict::NotJudged);
    QVERIFY(std::ranges::contains(report.findings, std::string("DATA_SYNTHETIC"), &Finding::code));
    QVERIFY(std::ranges::contains(report.findings, std::optional(found->fatalities_perFlight), &Finding::value));
    QElapsedTimer watch;
    watch.start();
    for (int n = 0; n < 20; ++n)
        QVERIFY_RESULT(source(overTheCity()));
    qInfo("a way of %.0f m over a synthetic city: %.2f ms", found->length_m, double(watch.elapsed()) / 20);
    // Twice the same.
    QCOMPARE(source(overTheCity())->fatalities_perFlight, found->fatalities_perFlight);
}

void RiskSourcesTest::nightIsQuieter() {
    const auto source = groundRiskOf(grounds(seoul()), {});
    auto day = overTheCity(), night = overTheCity();
    day.start = *fromRfc3339("2026-11-26T03:00:00Z");   // noon in Seoul, a Thursday
    night.start = *fromRfc3339("2026-11-25T18:00:00Z"); // three at night
    QVERIFY(source(night)->fatalities_perFlight != source(day)->fatalities_perFlight);
    // The same hour told in another time zone.
    const auto utc = groundRiskOf(grounds(seoul()), {}, {.ahead_s = 0});
    night.start = *fromRfc3339("2026-11-26T12:00:00Z");
    QVERIFY(std::abs(utc(night)->fatalities_perFlight - source(day)->fatalities_perFlight) <
            1e-12 + 1e-9 * source(day)->fatalities_perFlight);
}

void RiskSourcesTest::slowerIsLonger() {
    const auto source = groundRiskOf(grounds(seoul()), {});
    auto plan = overTheCity();
    const double fast = source(plan)->fatalities_perFlight;
    plan.parameters.cruise_mps /= 2;
    const double slow = source(plan)->fatalities_perFlight;
    QVERIFY(slow > fast * 1.2 && slow < fast * 2.01); // climbs take as long as before
    // A stay over the middle of the way adds to it.
    std::get<WaypointRoute>(plan.operation).points[1].hold = milliseconds(600'000);
    QVERIFY(source(plan)->fatalities_perFlight > slow);
}

void RiskSourcesTest::heightsAboveTheGroundAreNeeded() {
    const auto amslPlan = deliveryPlan();
    const auto unknown = groundRiskOf(grounds(seoul()), {})(amslPlan);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, std::string("NO_TERRAIN"));
    geo::Surroundings flat;
    flat.ground_amsl_m = [](geo::LatLon) { return std::optional(40.0); };
    QVERIFY_RESULT(groundRiskOf(grounds(seoul()), flat)(amslPlan));
}

void RiskSourcesTest::aPartOverUnknownGround() {
    auto plan = overTheCity();
    auto& points = std::get<WaypointRoute>(plan.operation).points;
    points[2].place = points[3].place = placeAt(9000, 500); // out of the city
    const auto found = groundRiskOf(grounds(seoul()), {})(plan);
    QVERIFY(!found);
    QVERIFY2(found.error().message.contains("it is not known who is there"), found.error().message.c_str());
}

QTEST_GUILESS_MAIN(RiskSourcesTest)
#include "risk_sources_test.moc"
