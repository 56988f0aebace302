#include "core/risk/ground/advice.h"
#include "core/risk/ground/amenities.h"
#include "core/risk/ground/buildings.h"
#include "core/risk/ground/cell.h"
#include "core/risk/ground/day.h"
#include "core/risk/ground/legs.h"
#include "core/risk/ground/people.h"
#include "core/risk/ground/traffic.h"
#include "core/risk/ground/vehicles.h"
#include "core/risk/ground/weights.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <set>

using namespace haneul;
using namespace haneul::risk::ground;

// The worked figures of the paper and of DOMAIN.md 4, the limits of each formula and what is refused. The numeric cases
// of tests/cases run through the studies (tests/server/studies).
class GroundModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhantomFromAHundredMetres(); // R-RSK-01 R-RSK-04
    void withoutDragItFallsFreely();   // R-RSK-04
    void theFatalityRateAndItsLimits_data();
    void theFatalityRateAndItsLimits();        // R-RSK-03 R-RSK-05
    void oneKilometreFromAnAmenityIsUniform(); // R-RSK-02 R-RSK-07
    void trafficOfARoad();                     // R-RSK-06 R-RSK-08
    void theThreeReadingsOfTheHeights();       // R-RSK-10
    void theHeightCostIsConstantThenFalls();   // R-RSK-10
    void wideAndLowOrNarrowAndTall();          // R-RSK-16
    void theHoursRunInStraightLines();         // R-RSK-14
    void peopleAreConserved();                 // R-RSK-14
    void amenitiesAreAreasWithHours();         // R-RSK-15
    void aSumNeedsAWeightForEach();            // R-RSK-22
    void aPathIsRiskTimesTime();               // R-RSK-21
    void theLibraryNamesItsSources();          // R-RSK-12
    void adviceFollowsTheSize();               // R-RSK-17
    void valuesOutOfRangeAreRefused_data();
    void valuesOutOfRangeAreRefused();
    void everyValueOfACellIsExplained_data();
    void everyValueOfACellIsExplained(); // R-RSK-18
    void whatIsNotKnownIsNotJudged_data();
    void whatIsNotKnownIsNotJudged();
};

namespace {

bool close(double got, double wanted, double relative = 1e-6) {
    return std::abs(got - wanted) <= relative * std::abs(wanted);
}

const Vehicle& phantom() {
    return vehicles().front();
}

CellInputs fullCell() {
    static const std::vector<Building> buildings{{{20, 0}, 400, 60}, {{-30, 10}, 100, 12}};
    return {.people_perKm2 = 16314,
            .shelter = 0.5,
            .amenity_m = 600,
            .amenityFactor = 1.4,
            .roads = CellInputs::Roads{8, 0.1, 700},
            .vehicles_perKm2 = 500,
            .building_m = 12,
            .buildings = buildings,
            .cover = 0.3};
}

Settings settingsOf(Model model) {
    Settings settings = printedSettings(model);
    settings.height_m = 40;
    if (model == Model::Sum)
        settings.sum = {Model::PeopleUniform, Model::TrafficRoad, Model::BuildingCombined, {1.0, 1.0, 1e-6}};
    return settings;
}

} // namespace

void GroundModelsTest::aPhantomFromAHundredMetres() {
    const auto cost = peopleCost(phantom(), 100, 16314, 1, 0.5);
    QVERIFY_RESULT(cost);
    QVERIFY(close(cost->impact.speed_mps, 39.2808, 1e-5));
    QVERIFY(close(cost->impact.energy_J, 1064.660));
    QVERIFY(close(cost->fatalityRate, 0.031598, 1e-4));
    QVERIFY(close(cost->hits, 3.067032e-4));
    QVERIFY(close(cost->risk_perFlightHour, 3.314404e-9));
}

void GroundModelsTest::withoutDragItFallsFreely() {
    const auto free = impactOf({1.38, 0.0188, 0}, 100);
    QVERIFY_RESULT(free);
    QCOMPARE(free->speed_mps, std::sqrt(2 * 9.80665 * 100));
    const auto nearly = impactOf({1.38, 0.0188, 1e-12}, 100);
    QVERIFY_RESULT(nearly);
    QVERIFY(close(nearly->speed_mps, free->speed_mps, 1e-9));
    // From far above it reaches the speed at which drag holds it: sqrt(2 m g / k).
    const auto far = impactOf({1.38, 0.0188, 0.3}, 1e6);
    QVERIFY_RESULT(far);
    QVERIFY(close(far->speed_mps, std::sqrt(2 * 1.38 * 9.80665 / (0.3 * 0.0188 * 1.225)), 1e-9));
    QCOMPARE(impactOf({1.38, 0.0188, 0.3}, 0)->energy_J, 0.0);
}

void GroundModelsTest::theFatalityRateAndItsLimits_data() {
    QTest::addColumn<double>("energy");
    QTest::addColumn<double>("shelter");
    QTest::addColumn<double>("rate");
    QTest::newRow("b at one half") << 1e6 << 0.5 << 0.5;
    QTest::newRow("no energy") << 0.0 << 0.5 << 0.0;
    QTest::newRow("no energy, no shelter") << 0.0 << 0.0 << 0.0;
    QTest::newRow("below d without shelter") << 99.0 << 0.0 << 0.0;
    QTest::newRow("above d without shelter") << 101.0 << 0.0 << 1.0;
    QTest::newRow("at d without shelter") << 100.0 << 0.0 << 1.0 / 101;
    QTest::newRow("at d under any shelter") << 100.0 << 1.0 << 1.0 / 101;
    QTest::newRow("nearly no shelter is the limit") << 101.0 << 1e-9 << 1.0;
    QTest::newRow("nearly no shelter below d") << 99.0 << 1e-9 << 0.0;
}

void GroundModelsTest::theFatalityRateAndItsLimits() {
    QFETCH(double, energy);
    QFETCH(double, shelter);
    QFETCH(double, rate);
    const auto got = fatalityRate(energy, shelter);
    QVERIFY_RESULT(got);
    QVERIFY(std::abs(*got - rate) < 1e-12);
    QVERIFY(*got >= *fatalityRate(energy * 0.9, shelter)); // never less with more energy
}

void GroundModelsTest::oneKilometreFromAnAmenityIsUniform() {
    QCOMPARE(*amenityPull(1), 1.0);
    QCOMPARE(*amenityPull(0.5, 0.5), 1.0);
    QVERIFY(close(*amenityPull(0), std::exp(1.0), 1e-15));
    const auto near = peopleCost(phantom(), 100, 16314, *amenityPull(0), 0.5);
    const auto uniform = peopleCost(phantom(), 100, 16314, 1, 0.5);
    QVERIFY(close(near->risk_perFlightHour / uniform->risk_perFlightHour, std::exp(1.0), 1e-12));
    QCOMPARE(spreadTrafficCost(3.42e-4, 0.0188, 621.8, *amenityPull(1))->hits, 0.0188 * 621.8 * 1e-6);
}

void GroundModelsTest::trafficOfARoad() {
    QVERIFY(close(*vehiclesPerKm(69676, 30), 96.7722222, 1e-8));
    QVERIFY(close(*vehiclesPerKmAsPrinted(69676, 6.651646778042959), 10475, 1e-9));
    // The length of the road falls out: it counts in the vehicles and in the area.
    const auto kilometre = roadCost(3.42e-4, 8, {96.77, 1, 7}), ten = roadCost(3.42e-4, 8, {96.77, 10, 7});
    QVERIFY_RESULT(kilometre);
    QVERIFY(close(kilometre->hits, 8 * 96.77 / 7000, 1e-12));
    QVERIFY(close(ten->hits, kilometre->hits, 1e-12));
    QVERIFY(close(kilometre->risk_perFlightHour, 3.42e-4 * kilometre->hits * 0.006, 1e-12));
}

void GroundModelsTest::theThreeReadingsOfTheHeights() {
    const auto logSd = heightSpread(8.42, 1.347, HeightReading::LogSd);
    const auto moments = heightSpread(8.42, 1.347, HeightReading::Moments);
    const auto meanLog = heightSpread(8.42, 1.347, HeightReading::MeanLog);
    QVERIFY(close(logSd->mu, 2.130610) && logSd->sigma == 1.347);
    QVERIFY(close(moments->mu, 2.117975) && close(moments->sigma, 0.158967, 1e-5));
    QVERIFY(close(meanLog->mu, 1.223405) && meanLog->sigma == 1.347);
    // What they mean: the mean and deviation of the log-normal are the metres again.
    const double s2 = moments->sigma * moments->sigma;
    QVERIFY(close(std::exp(moments->mu + s2 / 2), 8.42, 1e-12));
    QVERIFY(close(8.42 * std::sqrt(std::expm1(s2)), 1.347, 1e-12));
    QVERIFY(close(std::exp(meanLog->mu + 1.347 * 1.347 / 2), 8.42, 1e-12));
    for (const auto reading : {HeightReading::LogSd, HeightReading::Moments, HeightReading::MeanLog})
        QVERIFY(heightReadingFromString(toString(reading)) == reading);
    QVERIFY(!heightReadingFromString("median"));
}

void GroundModelsTest::theHeightCostIsConstantThenFalls() {
    const HeightSpread spread = *heightSpread(8.42, 1.347, HeightReading::LogSd);
    const double median = std::exp(spread.mu);
    const double low = buildingByHeight(0.1, spread)->risk_perM;
    QVERIFY(close(buildingByHeight(median * (1 - 1e-12), spread)->risk_perM, low, 1e-12));
    QVERIFY(close(buildingByHeight(median * (1 + 1e-9), spread)->risk_perM, low, 1e-8)); // continuous
    double before = low;
    for (double height_m = 9; height_m < 150; height_m += 3) {
        const double now = buildingByHeight(height_m, spread)->risk_perM;
        QVERIFY(now < before);
        before = now;
    }
    QVERIFY(close(*buildingByArea_perM(0, 8), 0.04986778505, 1e-9)); // R-RSK-09
}

void GroundModelsTest::wideAndLowOrNarrowAndTall() {
    const std::vector<Building> wide{{{0, 0}, 10'000, 9}}, tall{{{0, 0}, 100, 120}};
    const NavigationError error{8, 5};
    // At 60 m over the middle only the tall one is met; at 5 m and 40 m aside only the wide one.
    QVERIFY(*chanceToMeetAny(wide, {0, 0}, 60, error) < 1e-15);
    QVERIFY(*chanceToMeetAny(tall, {0, 0}, 60, error) > 0.999);
    QVERIFY(*chanceToMeetAny(wide, {40, 0}, 5, error) > 0.7);
    QVERIFY(*chanceToMeetAny(tall, {40, 0}, 5, error) < 1e-3);
    // Several in one cell, and one beyond its reach.
    const std::vector<Building> both{wide[0], tall[0]};
    const double a = *chanceToMeetAny(wide, {45, 3}, 8, error), b = *chanceToMeetAny(tall, {45, 3}, 8, error);
    QVERIFY(close(*chanceToMeetAny(both, {45, 3}, 8, error), 1 - (1 - a) * (1 - b), 1e-12));
    QVERIFY(chanceToMeet(tall[0], {reach_m(tall[0], error) * 0.999, 0}, 8, error) < 3e-18);
    // Without error: inside or outside, below or above.
    const NavigationError none{0, 0};
    QCOMPARE(*chanceToMeetAny(wide, {56, 0}, 9, none), 1.0);
    QCOMPARE(*chanceToMeetAny(wide, {57, 0}, 9, none), 0.0);
    QCOMPARE(*chanceToMeetAny(wide, {56, 0}, 9.01, none), 0.0);
}

void GroundModelsTest::theHoursRunInStraightLines() {
    HourlyWeights weights{};
    for (std::size_t hour = 0; hour < 24; ++hour)
        weights[hour] = static_cast<double>(hour);
    QCOMPARE(weightAt(weights, 12 * 3600), 12.0);
    QCOMPARE(weightAt(weights, 12 * 3600 + 900), 12.25);
    QCOMPARE(weightAt(weights, 23 * 3600 + 1800), 11.5); // on the way back to 0
    QCOMPARE(weightAt(weights, 86400 + 3600), 1.0);
    QCOMPARE(weightAt(weights, -3600), 23.0);
    const std::vector<LandUse> classes{{0.25, 8000, weights}, {0.75, 1000, alwaysOne}};
    QCOMPARE(*densityAt_perKm2(classes, 2 * 3600), 0.25 * 8000 * 2 + 750);
    QVERIFY(*densityAt_perKm2(classes, 0) != *densityAt_perKm2(classes, 12 * 3600));
}

void GroundModelsTest::peopleAreConserved() {
    const std::vector<double> areas{0.01, 0.01, 0.02};
    const auto scaled = conserved({100, 5000, 0}, areas, 7);
    QVERIFY_RESULT(scaled);
    double people = 0;
    for (std::size_t i = 0; i < areas.size(); ++i)
        people += (*scaled)[i] * areas[i];
    QVERIFY(close(people, 7, 1e-12));
    QVERIFY(close((*scaled)[1] / (*scaled)[0], 50, 1e-12));
    QCOMPARE(conserved({0, 0}, std::vector<double>{1, 1}, 0)->front(), 0.0);
    QCOMPARE(conserved({0, 0}, std::vector<double>{1, 1}, 5).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(conserved({1}, std::vector<double>{1, 1}, 5).error().code, std::string("INVALID_ARGUMENT"));
}

void GroundModelsTest::amenitiesAreAreasWithHours() {
    Amenity square{.polygon = {{0, 0}, {400, 0}, {400, 300}, {0, 300}}, .scale_m = 500};
    QCOMPARE(distanceTo_m(square, {200, 100}), 0.0);
    QCOMPARE(distanceTo_m(square, {400, 150}), 0.0); // on its edge
    QCOMPARE(distanceTo_m(square, {700, 700}), 500.0);
    QCOMPARE(distanceTo_m({.polygon = {{0, 0}}}, {3, 4}), 5.0);
    // Of a shape with a bay the bay is outside.
    const Amenity bay{.polygon = {{0, 0}, {10, 0}, {10, 10}, {5, 2}, {0, 10}}};
    QVERIFY(distanceTo_m(bay, {5, 6}) > 0);
    QCOMPARE(distanceTo_m(bay, {1, 2}), 0.0);

    square.activity.fill(0);
    square.activity[12] = 1;
    const std::vector<Amenity> one{square};
    QVERIFY(close(amenityFactor(one, {1, 1}, 12 * 3600, 0)->factor, std::exp(1.0), 1e-12));
    QCOMPARE(amenityFactor(one, {1, 1}, 3 * 3600, 0)->factor, 1.0); // closed: uniform
    QVERIFY(amenityFactor(one, {5000, 0}, 12 * 3600, 0)->factor < 1e-20);
    QCOMPARE(amenityFactor(one, {5000, 0}, 12 * 3600, 1)->factor, 1.0); // amenities only add
    QCOMPARE(amenityFactor({}, {0, 0}, 0, 0)->factor, 1.0);
}

void GroundModelsTest::aSumNeedsAWeightForEach() {
    const Costs costs{3e-9, 2e-9, 0.5};
    const auto missing = weightedSum(costs, {1.0, 1.0, std::nullopt});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, std::string("WEIGHT_NOT_STATED"));
    QCOMPARE(missing.error().where, std::string("weights.buildings"));
    QVERIFY(close(*weightedSum(costs, {1.0, 1.0, 1e-8}), 3e-9 + 2e-9 + 0.5e-8, 1e-12));
    QVERIFY(close(*weightedSum({3e-9, {}, {}}, {2.0, {}, {}}), 6e-9, 1e-12)); // what is not in the sum needs none
    QCOMPARE(weightedSum(costs, {1.0, 1.0, -1.0}).error().code, std::string("INVALID_ARGUMENT"));
    Settings settings = settingsOf(Model::Sum);
    settings.sum.weights.buildings.reset();
    QCOMPARE(check(settings).error().code, std::string("WEIGHT_NOT_STATED"));
    settings.sum = {};
    QCOMPARE(check(settings).error().code, std::string("NO_MODEL"));
    settings.sum.people = Model::BuildingArea;
    QCOMPARE(check(settings).error().code, std::string("NO_MODEL"));
}

void GroundModelsTest::aPathIsRiskTimesTime() {
    const std::vector<Dwell> dwells{{3.3e-9, 100, 8}, {1.2e-8, 100, 8}, {0, 50, 8}};
    QVERIFY(close(*flightRisk(dwells), 5.3125e-11, 1e-12));
    QCOMPARE(flightRisk(std::vector<Dwell>{{1e-9, 1, 0}}).error().code, std::string("INVALID_ARGUMENT"));
}

void GroundModelsTest::theLibraryNamesItsSources() {
    QCOMPARE(phantom().body.mass_kg, 1.38);
    QVERIFY(phantom().mass.origin == Origin::AsPrinted);
    QVERIFY(vehicles().size() >= 4);
    std::set<std::string> ids;
    bool wing = false;
    for (const Vehicle& vehicle : vehicles()) {
        QVERIFY(ids.insert(vehicle.id).second);
        QCOMPARE(vehicleOf(vehicle.id), &vehicle);
        for (const Sourced* source : {&vehicle.mass, &vehicle.hitArea, &vehicle.drag, &vehicle.crashRate})
            QVERIFY(!source->words.empty() && !toString(source->origin).empty());
        wing |= vehicle.airframe == Airframe::FixedWing;
        const auto cost = peopleCost(vehicle, 100, 16314, 1, 0.5);
        QVERIFY_RESULT(cost);
        QVERIFY(cost->risk_perFlightHour > 0);
    }
    QVERIFY(wing);
    QVERIFY(vehicleOf("nonsense") == nullptr);
}

void GroundModelsTest::adviceFollowsTheSize() {
    QVERIFY(buildingAdvice(600, true, false) == BuildingAdvice::AreaType);
    QVERIFY(buildingAdvice(600, true, true) == BuildingAdvice::AreaAndHeight);
    QVERIFY(buildingAdvice(6000, true, true) == BuildingAdvice::HeightType);
    QVERIFY(buildingAdvice(600, false, false) == BuildingAdvice::HeightTypeOnly);
    for (const auto advice : {BuildingAdvice::AreaType, BuildingAdvice::AreaAndHeight, BuildingAdvice::HeightType,
                              BuildingAdvice::HeightTypeOnly})
        QVERIFY(words(advice).contains("area"));
}

void GroundModelsTest::valuesOutOfRangeAreRefused_data() {
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const auto& result) {
        QTest::newRow(name) << QString::fromStdString(result ? "accepted" : result.error().code);
    };
    row("height", impactOf(phantom().body, -1));
    row("mass", impactOf({0, 0.1, 0.3}, 1));
    row("height not a number", impactOf(phantom().body, std::nan("")));
    row("energy", fatalityRate(-1, 0.5));
    row("shelter", fatalityRate(1, 1.01));
    row("b", fatalityRate(1, 0.5, {0, 100}));
    row("d", fatalityRate(1, 0.5, {1e6, 0}));
    row("density", peopleCost(phantom(), 10, -1, 1, 0.5));
    row("distance to amenity", amenityPull(-0.1));
    row("amenity scale", amenityPull(1, 0));
    row("road width", roadCost(1e-4, 8, {10, 1, 0}));
    row("road length", roadCost(1e-4, 8, {10, 0, 7}));
    row("speed", vehiclesPerKm(100, 0));
    row("share of hour", vehiclesPerKm(100, 30, 1.1));
    row("building distance", buildingByArea_perM(-1));
    row("building sigma", buildingByArea_perM(1, 0));
    row("flight height", buildingByHeight(0, {2, 1}));
    row("spread", buildingByHeight(5, {2, 0}));
    row("mean height", heightSpread(0, 1, HeightReading::LogSd));
    row("cover", chanceByCover(1, 1.1, {2, 1}));
    row("navigation error", chanceToMeetAny({}, {0, 0}, 1, {-1, 0}));
    row("footprint", chanceToMeetAny(std::vector<Building>{{{0, 0}, -1, 3}}, {0, 0}, 1, {}));
    row("land-use share", densityAt_perKm2(std::vector<LandUse>{{1.5, 1}}, 0));
    row("no polygon", amenityFactor(std::vector<Amenity>{{}}, {0, 0}, 0, 0));
    Amenity loud{.polygon = {{0, 0}}};
    loud.activity[3] = 1.5;
    row("activity", amenityFactor(std::vector<Amenity>{loud}, {0, 0}, 0, 0));
    row("floor", amenityFactor({}, {0, 0}, 0, -1));
}

void GroundModelsTest::valuesOutOfRangeAreRefused() {
    QFETCH(QString, code);
    QCOMPARE(code, QStringLiteral("INVALID_ARGUMENT"));
}

void GroundModelsTest::everyValueOfACellIsExplained_data() {
    QTest::addColumn<int>("model");
    for (const Model model : allModels)
        QTest::newRow(std::string(toString(model)).c_str()) << static_cast<int>(model);
}

void GroundModelsTest::everyValueOfACellIsExplained() {
    QFETCH(int, model);
    const Settings settings = settingsOf(static_cast<Model>(model));
    QVERIFY_RESULT(check(settings));
    Explanation explanation;
    const auto value = costOf(settings, fullCell(), &explanation);
    QVERIFY(value);
    QCOMPARE(costOf(settings, fullCell()), value); // explaining changes nothing
    QVERIFY(explanation.steps().size() >= 2);
    QCOMPARE(explanation.steps().back().value, value); // the last step is the result
    std::set<std::string> seen;
    for (const Step& step : explanation.steps()) {
        QVERIFY2(step.value, step.id.c_str());
        QVERIFY2(!step.symbol.empty() && !step.formula.empty(), step.id.c_str());
        for (const std::string& from : step.from)
            QVERIFY2(seen.contains(from), step.id.c_str()); // made of what stands before it
        QVERIFY2(seen.insert(step.id).second, step.id.c_str());
    }
    // Every step but the result goes on into another.
    std::set<std::string> used;
    for (const Step& step : explanation.steps())
        used.insert(step.from.begin(), step.from.end());
    for (const Step& step : explanation.steps())
        QVERIFY2(used.contains(step.id) || &step == &explanation.steps().back() || step.id == "road_length",
                 step.id.c_str());
    QVERIFY(modelFromString(toString(settings.model)) == settings.model);
}

void GroundModelsTest::whatIsNotKnownIsNotJudged_data() {
    everyValueOfACellIsExplained_data();
}

void GroundModelsTest::whatIsNotKnownIsNotJudged() {
    QFETCH(int, model);
    const Settings settings = settingsOf(static_cast<Model>(model));
    Explanation explanation;
    const auto value = costOf(settings, CellInputs{}, &explanation);
    if (settings.model == Model::BuildingHeight) { // needs nothing of the cell
        QVERIFY(value);
        return;
    }
    QVERIFY(!value);
    QVERIFY(!explanation.steps().back().value);
    if (settings.model != Model::PeopleUniform) return;
    // A cell without people is judged, and a cell without shelter only where one is assumed.
    CellInputs empty;
    empty.people_perKm2 = 0;
    QVERIFY(!costOf(settings, empty));
    Settings assumed = settings;
    assumed.shelterWhereUnknown = 0;
    QCOMPARE(costOf(assumed, empty), std::optional(0.0));
}

QTEST_GUILESS_MAIN(GroundModelsTest)
#include "models_test.moc"
