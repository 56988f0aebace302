#include "core/plan/pattern.h"
#include "tests/core/plan/plan_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

class PatternTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesOfARectangle();        // R-GEN-07
    void everyPlaceIsNearALine();    // R-GEN-07
    void aHoleIsNotCovered();        // R-GEN-07
    void corridorOfOneAndOfThree();  // R-GEN-07
    void whatIsNoPatternIsRefused(); // R-GEN-07
    void anAreaHasNoRoute();
    void profilesPresetTheForm(); // R-GEN-06 R-GEN-07
};

namespace {

// The plane is that of tens of kilometres around Seoul: 1 cm is not asked for.
struct Flat {
    double x, y;
};

Flat flat(geo::LatLon place) {
    const auto line = geo::inverse(cityHall, place);
    const double angle = line.initialBearing_deg * 3.14159265358979323846 / 180;
    return {line.distance_m * std::sin(angle), line.distance_m * std::cos(angle)};
}

double distanceToSegment(Flat p, Flat a, Flat b) {
    const double dx = b.x - a.x, dy = b.y - a.y, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distanceToWay(geo::LatLon place, const std::vector<geo::LatLon>& way) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < way.size(); ++i)
        nearest = std::min(nearest, distanceToSegment(flat(place), flat(way[i - 1]), flat(way[i])));
    return nearest;
}

// Lines only, without the ways between them.
double distanceToLines(geo::LatLon place, const std::vector<geo::LatLon>& way) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i + 1 < way.size(); i += 2)
        nearest = std::min(nearest, distanceToSegment(flat(place), flat(way[i]), flat(way[i + 1])));
    return nearest;
}

// A star around a middle: any angle, any reach, never crossing itself.
geo::Polygon randomStar(sim::Random& random) {
    const geo::LatLon middle = placeAt(random.uniform(-3000, 3000), random.uniform(-3000, 3000));
    geo::Polygon star;
    const std::size_t corners = 4 + random.below(9);
    for (std::size_t n = 0; n < corners; ++n)
        star.outer.push_back(geo::direct(middle, 360.0 * static_cast<double>(n) / static_cast<double>(corners),
                                         random.uniform(80, 600)));
    return star;
}

} // namespace

void PatternTest::linesOfARectangle() {
    const auto way = gridLines({rectangle(0, 0, 400, 100), 25, 90, agl(60)});
    QVERIFY_RESULT(way);
    QCOMPARE(way->size(), std::size_t{8}); // four lines along the long side
    for (std::size_t i = 0; i < way->size(); i += 2)
        QVERIFY(std::abs(geo::inverse((*way)[i], (*way)[i + 1]).distance_m - 400) < 0.1);
    for (std::size_t i = 1; i + 1 < way->size(); i += 2) // and 25 m to the next, without crossing the field
        QVERIFY(std::abs(geo::inverse((*way)[i], (*way)[i + 1]).distance_m - 25) < 0.1);
    const auto across = gridLines({rectangle(0, 0, 400, 100), 25, 0, agl(60)});
    QVERIFY_RESULT(across);
    QCOMPARE(across->size(), std::size_t{32});
    // A spacing that does not divide the width is made smaller, not larger.
    QCOMPARE(gridLines({rectangle(0, 0, 400, 100), 30, 90, agl(60)})->size(), std::size_t{8});
    QCOMPARE(gridLines({rectangle(0, 0, 400, 100), 500, 90, agl(60)})->size(), std::size_t{2});
}

void PatternTest::everyPlaceIsNearALine() {
    sim::Random random(3);
    int looked = 0;
    for (int n = 0; n < 60; ++n) {
        const geo::Polygon area = randomStar(random);
        const double spacing_m = random.uniform(10, 150);
        const auto way = gridLines({area, spacing_m, random.uniform(-360, 720), agl(60)});
        QVERIFY_RESULT(way);
        QCOMPARE(way->size() % 2, std::size_t{0});
        const auto box = geo::boxOf(area);
        for (int k = 0; k < 60; ++k) {
            const geo::LatLon place{random.uniform(box.south_deg, box.north_deg),
                                    random.uniform(box.west_deg, box.east_deg)};
            if (!geo::contains(area, place)) continue;
            ++looked;
            QVERIFY(distanceToLines(place, *way) <= spacing_m / 2 + 0.05);
        }
    }
    QVERIFY(looked > 1000);
}

void PatternTest::aHoleIsNotCovered() {
    auto field = rectangle(0, 0, 400, 400);
    field.holes.push_back(rectangle(100, 100, 200, 200).outer);
    const auto way = gridLines({field, 20, 90, agl(60)});
    QVERIFY_RESULT(way);
    QVERIFY(distanceToLines(placeAt(200, 200), *way) > 85); // the strip along its edge is flown whole
    QVERIFY(distanceToLines(placeAt(50, 200), *way) < 10.1);
    QVERIFY(distanceToLines(placeAt(350, 200), *way) < 10.1);
    QVERIFY(distanceToLines(placeAt(200, 50), *way) < 10.1);
}

void PatternTest::corridorOfOneAndOfThree() {
    const std::vector<geo::LatLon> line{cityHall, placeAt(500, 0), placeAt(500, 400)};
    const auto one = corridorLines({line, 40, 1, agl(60)});
    QVERIFY_RESULT(one);
    QVERIFY(*one == line);
    const auto three = corridorLines({line, 40, 3, agl(60)});
    QVERIFY_RESULT(three);
    QCOMPARE(three->size(), std::size_t{9});
    for (const auto& place : *three)
        QVERIFY(distanceToWay(place, line) < 57); // 40 m times the square root of two at the corner
    // Each place of the strip is within half of the 40 m between the lines.
    for (const double along : {10.0, 250.0, 420.0})
        for (const double aside : {-39.0, -21.0, 0.0, 19.0, 39.0})
            QVERIFY(distanceToWay(placeAt(along, aside), *three) <= 20.1);
    // To and fro: the second pass begins where the first ended.
    QVERIFY(geo::inverse((*three)[2], (*three)[3]).distance_m < 40.1);
}

void PatternTest::whatIsNoPatternIsRefused() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto refusal = [](const auto& result) {
        return result ? std::string("none") : result.error().code + " " + result.error().where;
    };
    const auto field = rectangle(0, 0, 400, 100);
    QCOMPARE(refusal(gridLines({field, 0, 0, agl(60)})), std::string("BAD_PATTERN spacing_m"));
    QCOMPARE(refusal(gridLines({field, nan, 0, agl(60)})), std::string("BAD_PATTERN spacing_m"));
    QCOMPARE(refusal(gridLines({field, 0.001, 0, agl(60)})), std::string("BAD_PATTERN spacing_m"));
    QCOMPARE(refusal(gridLines({field, 10, nan, agl(60)})), std::string("BAD_PATTERN heading_deg"));
    auto line = field;
    line.outer.resize(2);
    QVERIFY(refusal(gridLines({line, 10, 0, agl(60)})).starts_with("BAD_AREA"));

    const std::vector<geo::LatLon> way{cityHall, placeAt(500, 0)};
    QCOMPARE(refusal(corridorLines({{cityHall}, 40, 1, agl(60)})), std::string("BAD_PATTERN line"));
    QCOMPARE(refusal(corridorLines({{cityHall, cityHall}, 40, 1, agl(60)})), std::string("BAD_PATTERN line[1]"));
    QCOMPARE(refusal(corridorLines({{cityHall, {99, 0}}, 40, 1, agl(60)})), std::string("BAD_PATTERN line[1]"));
    QCOMPARE(refusal(corridorLines({way, 0, 1, agl(60)})), std::string("BAD_PATTERN halfWidth_m"));
    QCOMPARE(refusal(corridorLines({way, nan, 1, agl(60)})), std::string("BAD_PATTERN halfWidth_m"));
    QCOMPARE(refusal(corridorLines({way, 40, 0, agl(60)})), std::string("BAD_PATTERN passes"));
    QCOMPARE(refusal(corridorLines({way, 40, 101, agl(60)})), std::string("BAD_PATTERN passes"));
    QCOMPARE(refusal(corridorLines({{cityHall, placeAt(500, 0), placeAt(0, 1)}, 40, 3, agl(60)})),
             std::string("BAD_PATTERN line[1]"));
}

void PatternTest::anAreaHasNoRoute() {
    const auto refused = routeOf(AreaOperation{geo::Circle{cityHall, 100}, {}, agl(60)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("NO_ROUTE"));
}

void PatternTest::profilesPresetTheForm() {
    QCOMPARE(profiles().size(), std::size_t{5});
    for (const auto& of : profiles()) {
        const auto plan = presetPlan(of);
        QCOMPARE(plan.profile, of.id);
        QCOMPARE(plan.missionType, of.missionTypes.front());
        QVERIFY(patternOf(plan.operation) == of.patterns.front());
        QVERIFY(plan.parameters.mode == of.mode);
        QVERIFY(!of.collects.empty() && !of.required.empty());
        // Whatever the profile, these must have passed.
        for (const auto kind : {CheckKind::Form, CheckKind::Airspace, CheckKind::Conflicts, CheckKind::Readiness})
            QVERIFY(std::ranges::contains(of.mustPass, kind));
        for (const auto field : of.required)
            QVERIFY(!given(plan, field));
    }
    QVERIFY(profile("logistics")->required != profile("inspection")->required);
    QVERIFY(profile("logistics")->mustPass != profile("inspection")->mustPass);
    QVERIFY(profile("logistics")->collects != profile("inspection")->collects);
    QVERIFY(profile("farming") == nullptr);
    for (const auto kind : allCheckKinds)
        QVERIFY(checkKindFromString(toString(kind)) == kind);
    for (const auto pattern : {Pattern::Waypoints, Pattern::Grid, Pattern::Corridor, Pattern::Area})
        QVERIFY(patternFromString(toString(pattern)) == pattern);
}

QTEST_GUILESS_MAIN(PatternTest)
#include "pattern_test.moc"
