#include "core/risk/collision/corridor.h"
#include "core/risk/collision/parallel_routes.h"
#include "core/risk/collision/scenario.h"
#include "core/risk/collision/sensitivity.h"
#include "core/risk/collision/separation.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace haneul;
using namespace haneul::risk::collision;

namespace {

constexpr DroneSize firstSize{1, 2, 2};

template <class T>
QString codeOf(const Result<T>& result) {
    return result ? QString() : QString::fromStdString(result.error().code);
}

// The paper's Table 4: by distance, #1 to #9.
constexpr const char* table4[6][9] = {
    {"1.99E-02", "2.67E-02", "2.89E-02", "2.28E-02", "2.96E-02", "3.18E-02", "2.42E-02", "3.10E-02", "3.33E-02"},
    {"1.98E-02", "2.65E-02", "2.88E-02", "2.27E-02", "2.94E-02", "3.16E-02", "2.41E-02", "3.08E-02", "3.31E-02"},
    {"1.88E-02", "2.52E-02", "2.74E-02", "2.16E-02", "2.80E-02", "3.01E-02", "2.29E-02", "2.93E-02", "3.15E-02"},
    {"1.45E-02", "1.95E-02", "2.11E-02", "1.66E-02", "2.16E-02", "2.32E-02", "1.77E-02", "2.26E-02", "2.43E-02"},
    {"9.16E-03", "1.23E-02", "1.33E-02", "1.05E-02", "1.36E-02", "1.46E-02", "1.11E-02", "1.43E-02", "1.53E-02"},
    {"3.23E-18", "4.33E-18", "4.70E-18", "3.70E-18", "4.80E-18", "5.16E-18", "3.93E-18", "5.03E-18", "5.40E-18"}};

Overlap by(Lookup lookup) {
    Overlap overlap;
    overlap.lookup = lookup;
    return overlap;
}

} // namespace

// The Reich model against the paper's own tables and the worked examples of the domain reference.
class CollisionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scenarioOneAtNoDistance(); // R-CRM-01
    void refusals_data();
    void refusals();                // R-CRM-01
    void allCellsOfTable4();        // R-CRM-02
    void asPrintedIsKeptApart();    // R-CRM-03 R-CRM-14
    void ownPresets();              // R-CRM-03 R-CRM-14
    void lookupsAgreeAtTheRows();   // R-CRM-04
    void lookupsBetweenAndBeyond(); // R-CRM-04
    void tablesAreChecked_data();
    void tablesAreChecked();                      // R-CRM-04
    void equalityAccepts();                       // R-CRM-05
    void aTenthScenario();                        // R-CRM-06
    void printedPercentages();                    // R-CRM-07
    void sensitivityIsTheChangeOfTheModel();      // R-CRM-07
    void directionInWords();                      // R-CRM-07
    void rankedByElasticity();                    // R-CRM-08
    void minimumSeparations();                    // R-CRM-09
    void separationIsTheSmallestThatIsAccepted(); // R-CRM-09
    void none();                                  // R-CRM-09
    void spaceDivision();                         // R-CRM-10
    void anObstacleFlipsTheVerdict();             // R-CRM-11
    void distancesToOutlines();                   // R-CRM-11
    void parallelRoutes();                        // R-CRM-15
};

void CollisionTest::scenarioOneAtNoDistance() {
    const auto terms = termsOf(firstSize, 25, table4Fit().constants());
    QVERIFY_RESULT(terms);
    QCOMPARE_LT(std::abs(terms->perNauticalMile - 9.32085e-3), 1e-8);
    QCOMPARE(terms->sum_kt(), 44.125);
    const auto risk = collisionsPerHour(4.8411e-2, firstSize, 25, table4Fit().constants());
    QVERIFY_RESULT(risk);
    QCOMPARE_LT(std::abs(*risk - 1.99106e-2), 1e-7);
    auto backwards = table4Fit().constants(); // cross rates count by magnitude
    backwards.crossTrackSpeed_kt *= -1;
    backwards.verticalSpeed_kt *= -1;
    QCOMPARE(*collisionsPerHour(4.8411e-2, firstSize, 25, backwards), *risk);
}

void CollisionTest::refusals_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("code");
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
    const char* const names[] = {"lx", "ly", "lz", "sx", "pz", "v", "ey", "ydot", "zdot", "py"};
    for (int which = 0; which < 10; ++which) {
        const QString code = which < 3    ? QStringLiteral("INVALID_SIZE")
                             : which == 3 ? QStringLiteral("INVALID_SX")
                                          : QStringLiteral("INVALID_ARGUMENT");
        QTest::addRow("%s not a number", names[which]) << which << nan << code;
        QTest::addRow("%s infinite", names[which]) << which << infinite << code;
        if (which < 4) QTest::addRow("%s zero", names[which]) << which << 0.0 << code;
        if (which != 7 && which != 8) QTest::addRow("%s negative", names[which]) << which << -1.0 << code;
        if (which == 4 || which == 9) QTest::addRow("%s above one", names[which]) << which << 1.01 << code;
    }
}

void CollisionTest::refusals() {
    QFETCH(const int, which);
    QFETCH(const double, value);
    QFETCH(const QString, code);
    double values[] = {1, 2, 2, 80, 0.538, 25, 1.386, 75, 1.5, 0.02};
    values[which] = value;
    const auto risk = collisionsPerHour(values[9], {values[0], values[1], values[2]}, values[5],
                                        {values[4], values[6], values[3], values[7], values[8]});
    QCOMPARE(codeOf(risk), code);
    QVERIFY(!risk.error().where.empty());
}

void CollisionTest::allCellsOfTable4() {
    const auto table = resultTable(paperScenarios(), paperDistances_m(), table4Fit().constants(), by(Lookup::Ramp));
    QVERIFY_RESULT(table);
    QCOMPARE(table->size(), 6U);
    for (std::size_t row = 0; row < 6; ++row) {
        QCOMPARE((*table)[row].size(), 9U);
        for (std::size_t column = 0; column < 9; ++column) {
            const Cell& cell = (*table)[row][column];
            QCOMPARE(printed(cell.collisionsPerHour), std::string(table4[row][column]));
            QCOMPARE(cell.decision, row == 5 ? Decision::Accept : Decision::Reject);
        }
    }
}

void CollisionTest::asPrintedIsKeptApart() {
    QCOMPARE(asPrinted().oppositeOccupancy.value, 0.271);
    QVERIFY(isFitted(table4Fit()));
    QVERIFY(!isFitted(asPrinted()));
    QCOMPARE(toString(table4Fit().oppositeOccupancy.provenance), std::string_view("fitted"));
    QVERIFY(table4Fit().oppositeOccupancy.source.contains("fitted"));
    const auto fitted = resultTable(paperScenarios(), paperDistances_m(), table4Fit().constants(), {});
    const auto as = resultTable(paperScenarios(), paperDistances_m(), asPrinted().constants(), {});
    QVERIFY_RESULT(fitted);
    QVERIFY_RESULT(as);
    for (std::size_t row = 0; row < 6; ++row)
        for (std::size_t column = 0; column < 9; ++column) {
            const Cell &one = (*fitted)[row][column], &other = (*as)[row][column];
            QCOMPARE_LT(std::abs(one.collisionsPerHour / other.collisionsPerHour - 5.1144), 1e-4);
            QCOMPARE(one.decision, other.decision);
        }
    QCOMPARE(fromMannedAviation(table4Fit()).size(), 5U);
    QCOMPARE(builtInPreset("as_printed"), &asPrinted());
    QCOMPARE(builtInPreset("mine"), nullptr);
}

void CollisionTest::ownPresets() {
    Preset own = table4Fit();
    QCOMPARE(codeOf(check(own)), QStringLiteral("BAD_NAME")); // those of the program do not change
    own.name = "Han river 2026";
    QVERIFY_RESULT(check(own));
    own.oppositeOccupancy = {0.4, Provenance::OwnData, "traffic of May", Interval{0.3, 0.5}};
    QCOMPARE(fromMannedAviation(own).size(), 4U);
    QVERIFY(!isFitted(own));
    own.halfWindow_nm.value = 0;
    QCOMPARE(codeOf(check(own)), QStringLiteral("INVALID_SX"));
}

void CollisionTest::lookupsAgreeAtTheRows() {
    for (const OverlapRow& row : paperTable().rows())
        for (const Lookup lookup : {Lookup::Linear, Lookup::LogLinear, Lookup::Step})
            QCOMPARE(*overlapAt(by(lookup), row.distance_m), row.probability);
    for (const Lookup lookup : allLookups)
        QVERIFY((lookupFrom(toString(lookup))) == (std::optional(lookup)));
    QVERIFY(!lookupFrom("cubic"));
}

void CollisionTest::lookupsBetweenAndBeyond() {
    QCOMPARE(*overlapAt(by(Lookup::Ramp), 926), 4.8411e-2 / 2);
    QCOMPARE(*overlapAt(by(Lookup::Ramp), 1852), 7.86e-18);
    QCOMPARE(*overlapAt(by(Lookup::Ramp), 1e9), 7.86e-18);
    QCOMPARE_LT(std::abs(*overlapAt(by(Lookup::Linear), 750) - 0.0288), 1e-15);
    QCOMPARE_LT(std::abs(*overlapAt(by(Lookup::LogLinear), 750) - std::sqrt(3.53e-2 * 2.23e-2)), 1e-12);
    QCOMPARE(*overlapAt(by(Lookup::Step), 999.9), 3.53e-2);
    for (const Lookup lookup : {Lookup::Linear, Lookup::LogLinear, Lookup::Step})
        QCOMPARE(*overlapAt(by(lookup), 1e9), 7.86e-18);
    // The step never underestimates what the lines say.
    for (double distance_m = 0; distance_m < 2000; distance_m += 7)
        for (const Lookup lookup : {Lookup::Linear, Lookup::LogLinear})
            QCOMPARE_GE(*overlapAt(by(Lookup::Step), distance_m), *overlapAt(by(lookup), distance_m));
    QCOMPARE(codeOf(overlapAt(by(Lookup::Step), -0.1)), QStringLiteral("NEGATIVE_DISTANCE"));
    Overlap far = by(Lookup::Linear);
    far.table = *OverlapTable::of({{200, 0.01, ""}, {100, 0.02, ""}}); // sorted when read
    QCOMPARE(*overlapAt(far, 50), 0.02);                               // the first row holds below it
    QCOMPARE(*overlapAt(far, 150), 0.015);
    QCOMPARE(far.table.rows().front().distance_m, 100.0);
}

void CollisionTest::tablesAreChecked_data() {
    QTest::addColumn<QList<QPointF>>("rows");
    QTest::addColumn<QString>("code");
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("empty") << QList<QPointF>() << "INVALID_ARGUMENT";
    QTest::newRow("rises") << QList<QPointF>{{0, 0.1}, {10, 0.2}} << "INVALID_ARGUMENT";
    QTest::newRow("stays") << QList<QPointF>{{0, 0.1}, {10, 0.1}} << "INVALID_ARGUMENT";
    QTest::newRow("distance twice") << QList<QPointF>{{5, 0.2}, {5, 0.1}} << "INVALID_ARGUMENT";
    QTest::newRow("negative distance") << QList<QPointF>{{-5, 0.2}, {5, 0.1}} << "NEGATIVE_DISTANCE";
    QTest::newRow("zero") << QList<QPointF>{{0, 0.1}, {5, 0}} << "INVALID_ARGUMENT";
    QTest::newRow("above one") << QList<QPointF>{{0, 1.1}} << "INVALID_ARGUMENT";
    QTest::newRow("no number") << QList<QPointF>{{0, nan}} << "INVALID_ARGUMENT";
    QTest::newRow("no distance") << QList<QPointF>{{nan, 0.1}} << "INVALID_ARGUMENT";
}

void CollisionTest::tablesAreChecked() {
    QFETCH(const QList<QPointF>, rows);
    QFETCH(const QString, code);
    std::vector<OverlapRow> given;
    for (const QPointF& row : rows)
        given.push_back({row.x(), row.y(), "test"});
    QCOMPARE(codeOf(OverlapTable::of(given)), code);
}

void CollisionTest::equalityAccepts() {
    QCOMPARE(decide(2.5e-9, 2.5e-9), Decision::Accept);
    QCOMPARE(decide(std::nextafter(2.5e-9, 1), 2.5e-9), Decision::Reject);
    QCOMPARE(icaoTargetPerHour, 2.5e-9);
    const std::vector<double> far{1852};
    const auto strict = resultTable(paperScenarios(), far, table4Fit().constants(), {}, 1e-18);
    QVERIFY_RESULT(strict);
    QCOMPARE(strict->front().front().decision, Decision::Reject);
    QCOMPARE(codeOf(resultTable(paperScenarios(), far, table4Fit().constants(), {}, 0)),
             QStringLiteral("INVALID_ARGUMENT"));
}

void CollisionTest::aTenthScenario() {
    std::vector<Scenario> scenarios(paperScenarios().begin(), paperScenarios().end());
    scenarios.push_back({"heavy lifter", {4, 4, 1.5}, 30});
    const auto table = resultTable(scenarios, paperDistances_m(), table4Fit().constants(), {});
    QVERIFY_RESULT(table);
    QCOMPARE(table->front().size(), 10U);
    const double sum_kt = 30 + 4 * (75 / (2 * 4.) + 1.5 / (2 * 1.5));
    QCOMPARE_LT(std::abs(table->front()[9].collisionsPerHour / (4.8411e-2 * 0.538 * 1.386 / 80 * sum_kt) - 1), 1e-12);
    scenarios.back().size.width_m = 0;
    const auto refused = resultTable(scenarios, paperDistances_m(), table4Fit().constants(), {});
    QCOMPARE(codeOf(refused), QStringLiteral("INVALID_SIZE"));
    QCOMPARE(refused.error().where, std::string("heavy lifter: ly"));
}

void CollisionTest::printedPercentages() {
    auto constants = table4Fit().constants();
    constants.crossTrackSpeed_kt = 20;
    constants.verticalSpeed_kt = 1;
    const auto percent = [&](Parameter parameter, double change) {
        return std::format("{:.1f}", sensitivityOf(parameter, change, firstSize, 25, constants)->riskChange_percent);
    };
    const char* const wanted[3][3] = {{"-9.1", "-33.3", "-47.4"}, {"-1.7", "-8.3", "-14.9"}, {"-0.1", "-0.4", "-0.7"}};
    const double changes[] = {10, 50, 90};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(percent(Parameter::HalfWindow, changes[i]), std::string(wanted[0][i]));
        QCOMPARE(percent(Parameter::CrossTrackSpeed, -changes[i]), std::string(wanted[1][i]));
        QCOMPARE(percent(Parameter::VerticalSpeed, -changes[i]), std::string(wanted[2][i]));
    }
}

// Whatever the formula of the change says, it is what the model itself gives with the changed value.
void CollisionTest::sensitivityIsTheChangeOfTheModel() {
    const Constants constants = table4Fit().constants();
    const double probability = 0.02;
    const double before = *collisionsPerHour(probability, firstSize, 25, constants);
    for (const Parameter parameter : allParameters)
        for (const double change : {-90., -50., -1e-3, 1e-3, 10., 80.}) {
            DroneSize size = firstSize;
            double speed_kt = 25, overlap = probability;
            Constants changed = constants;
            double* const values[] = {&changed.halfWindow_nm,
                                      &changed.crossTrackSpeed_kt,
                                      &changed.verticalSpeed_kt,
                                      &speed_kt,
                                      &changed.oppositeOccupancy,
                                      &changed.verticalOverlap,
                                      &overlap,
                                      &size.length_m,
                                      &size.width_m,
                                      &size.height_m};
            *values[static_cast<std::size_t>(parameter)] *= 1 + change / 100;
            const double after = *collisionsPerHour(overlap, size, speed_kt, changed);
            const auto found = sensitivityOf(parameter, change, firstSize, 25, constants);
            QVERIFY_RESULT(found);
            QCOMPARE_LT(std::abs(found->riskChange_percent - (after / before - 1) * 100), 1e-9);
            if (std::abs(change) < 1e-2)
                QCOMPARE_LT(std::abs(found->riskChange_percent / change - found->elasticity), 1e-4);
            QVERIFY((found->direction) == (after > before ? Direction::Raises : Direction::Lowers));
        }
    QCOMPARE(codeOf(sensitivityOf(Parameter::HalfWindow, -100, firstSize, 25, constants)),
             QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(sensitivityOf(Parameter::VerticalOverlap, -100, firstSize, 25, constants)->riskChange_percent, -100.0);
    QCOMPARE(codeOf(sensitivityOf(Parameter::VerticalOverlap, -101, firstSize, 25, constants)),
             QStringLiteral("INVALID_ARGUMENT"));
}

// The paper says that lowering Sx lowers the risk; the formula says the opposite, and so does the product.
void CollisionTest::directionInWords() {
    const auto lowered = sensitivityOf(Parameter::HalfWindow, -50, firstSize, 25, table4Fit().constants());
    QVERIFY_RESULT(lowered);
    QVERIFY((lowered->direction) == (Direction::Raises));
    QVERIFY((lowered->ofRaising) == (Direction::Lowers));
    QCOMPARE(inWords(*lowered), std::string("lowering Sx by 50 % raises the risk by 100 %"));
    const auto none = sensitivityOf(Parameter::VerticalSpeed, 10, firstSize, 25, {0.5, 1, 80, 20, 0});
    QVERIFY_RESULT(none);
    QCOMPARE(inWords(*none), std::string("raising ż by 10 % leaves the risk as it is"));
}

void CollisionTest::rankedByElasticity() {
    const auto ranked = ranking(firstSize, 25, table4Fit().constants());
    QVERIFY_RESULT(ranked);
    QCOMPARE(ranked->size(), allParameters.size());
    QVERIFY((ranked->front().parameter) == (Parameter::HalfWindow));
    QCOMPARE(ranked->front().elasticity, -1.0);
    for (std::size_t i = 1; i < ranked->size(); ++i)
        QCOMPARE_GE(std::abs((*ranked)[i - 1].elasticity), std::abs((*ranked)[i].elasticity));
    QVERIFY((ranked->back().parameter) == (Parameter::Height)); // as small as ż, and after it in the order
}

void CollisionTest::minimumSeparations() {
    const auto all = separationByLookup(firstSize, 25, table4Fit().constants(), {});
    QVERIFY_RESULT(all);
    const double wanted_m[] = {1851.9997674605183, 1851.9997677613478, 1361.93625392405, 1852};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE_LT(std::abs((*all)[i].overlapNeeded - 6.078546891757081e-9), 1e-18);
        QCOMPARE_LT(std::abs(*(*all)[i].distance_m - wanted_m[i]), 1e-7);
        QCOMPARE(*(*all)[i].wholeMetres(), i == 2 ? 1362.0 : 1852.0);
    }
}

void CollisionTest::separationIsTheSmallestThatIsAccepted() {
    for (const Scenario& scenario : paperScenarios())
        for (const Lookup lookup : allLookups)
            for (const double target : {1e-12, 2.5e-9, 1e-4, 1.5e-2, 1.0}) {
                const auto found =
                    minimumSeparation(scenario.size, scenario.speed_kt, table4Fit().constants(), by(lookup), target);
                QVERIFY_RESULT(found);
                QVERIFY(found->distance_m);
                const auto riskAt = [&](double distance_m) {
                    return *collisionsPerHour(*overlapAt(by(lookup), distance_m), scenario.size, scenario.speed_kt,
                                              table4Fit().constants());
                };
                QCOMPARE_LE(riskAt(*found->distance_m), target * (1 + 1e-3));
                if (*found->distance_m > 1e-6) QCOMPARE_GT(riskAt(*found->distance_m - 1e-3), target);
            }
}

void CollisionTest::none() {
    for (const Lookup lookup : allLookups) {
        const auto found = minimumSeparation(firstSize, 25, table4Fit().constants(), by(lookup), 1e-30);
        QVERIFY_RESULT(found);
        QVERIFY(!found->distance_m);
        QVERIFY(!found->wholeMetres());
    }
    auto nobody = table4Fit().constants();
    nobody.oppositeOccupancy = 0;
    QCOMPARE(minimumSeparation(firstSize, 25, nobody, {})->distance_m, std::optional(0.0));
}

void CollisionTest::spaceDivision() {
    const auto strip = divideSpace(6000, 150, 1852, 2);
    QVERIFY_RESULT(strip);
    QCOMPARE(strip->tracks, 4);
    QCOMPARE(strip->routes(), 8);
    QCOMPARE(strip->layerHeight_m, 75.0);
    QCOMPARE(divideSpace(5556, 150, 1852, 1)->tracks, 4);
    QCOMPARE(divideSpace(5555.9, 150, 1852, 1)->tracks, 3);
    QCOMPARE(codeOf(divideSpace(-1, 150, 1852, 2)), QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(divideSpace(6000, 0, 1852, 2)), QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(divideSpace(6000, 150, 0, 2)), QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(divideSpace(6000, 150, 1852, 0)), QStringLiteral("INVALID_ARGUMENT"));
    QCOMPARE(codeOf(divideSpace(1e300, 150, 1e-9, 2)), QStringLiteral("INVALID_ARGUMENT"));
}

void CollisionTest::anObstacleFlipsTheVerdict() {
    const double risk = 3.23e-18;
    const auto verdict = [&](std::vector<Obstacle> obstacles, double n = 3.23e-18) {
        const auto check = checkCorridor(n, icaoTargetPerHour, 1852, 75, 15, obstacles);
        return check ? check->verdict : CorridorVerdict::RiskTooHigh;
    };
    QVERIFY((verdict({})) == (CorridorVerdict::Acceptable));
    QVERIFY((verdict({{"tower", 300, 120.0}})) == (CorridorVerdict::Obstructed));
    QVERIFY((verdict({{"low shed", 300, 8.0}})) == (CorridorVerdict::Acceptable));
    QVERIFY((verdict({{"as high as may be", 300, 60.0}})) == (CorridorVerdict::Acceptable));
    QVERIFY((verdict({{"far tower", 1852, 120.0}})) == (CorridorVerdict::Acceptable));
    QVERIFY((verdict({{"unknown", 300, std::nullopt}})) == (CorridorVerdict::MaybeObstructed));
    QVERIFY((verdict({{"tower", 300, 120.0}}, 1e-3)) == (CorridorVerdict::RiskTooHigh));
    const std::vector<Obstacle> all{{"shed", 10, 3.0}, {"mast", 5, std::nullopt}, {"tower", 300, 120.0}};
    const auto check = checkCorridor(risk, icaoTargetPerHour, 1852, 75, 15, all);
    QVERIFY_RESULT(check);
    QCOMPARE(check->inTheWay, std::vector<std::size_t>{2});
    QCOMPARE(check->unknown, std::vector<std::size_t>{1});
    QCOMPARE(codeOf(checkCorridor(risk, icaoTargetPerHour, 1852, 75, 15, std::vector<Obstacle>{{"x", -1, 1.0}})),
             QStringLiteral("INVALID_ARGUMENT"));
}

void CollisionTest::distancesToOutlines() {
    const std::vector<Point_m> line{{0, 0}, {1000, 0}};
    const std::vector<Point_m> house{{400, 30}, {450, 30}, {450, 80}, {400, 80}};
    QCOMPARE(*distanceToOutline_m(line, house), 30.0);
    const std::vector<Point_m> across{{400, -10}, {450, -10}, {450, 10}, {400, 10}};
    QCOMPARE(*distanceToOutline_m(line, across), 0.0);
    const std::vector<Point_m> around{{-100, -100}, {2000, -100}, {2000, 100}, {-100, 100}};
    QCOMPARE(*distanceToOutline_m(line, around), 0.0); // the line is inside
    const std::vector<Point_m> mast{{1030, 40}};
    QCOMPARE(*distanceToOutline_m(line, mast), 50.0);
    QVERIFY(!distanceToOutline_m({}, house));
    QVERIFY(!distanceToOutline_m(line, {}));
}

void CollisionTest::parallelRoutes() {
    const RouteUser drone{firstSize, 25};
    const auto same = parallelRisk(500, drone, drone, table4Fit());
    QVERIFY_RESULT(same);
    QCOMPARE(printed(same->collisionsPerHour), std::string("1.45E-02"));
    QCOMPARE(same->decision, Decision::Reject);
    QVERIFY(same->fitted);
    QVERIFY(same->mannedAviation);
    const auto mixed = parallelRisk(500, {{1, 2, 2}, 20}, {{3, 4, 4}, 60}, table4Fit());
    QVERIFY_RESULT(mixed);
    QCOMPARE(mixed->size, (DroneSize{2, 3, 3}));
    QCOMPARE(printed(mixed->collisionsPerHour), std::string("2.16E-02")); // #5
    const auto other = parallelRisk(500, {{3, 4, 4}, 60}, {{1, 2, 2}, 20}, table4Fit());
    QCOMPARE(other->collisionsPerHour, mixed->collisionsPerHour); // whichever is asked first
    QCOMPARE(codeOf(parallelRisk(500, {{0, 2, 2}, 20}, drone, table4Fit())), QStringLiteral("INVALID_SIZE"));
    QCOMPARE(codeOf(parallelRisk(-1, drone, drone, table4Fit())), QStringLiteral("NEGATIVE_DISTANCE"));
}

QTEST_APPLESS_MAIN(CollisionTest)
#include "collision_test.moc"
