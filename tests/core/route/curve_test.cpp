#include "core/route/curve.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace haneul;
using namespace haneul::route;

namespace {

const SphereFrame frame({37.52, 126.98});

Waypoint at(double east_m, double north_m, double height_m = 80) {
    return frame.toWaypoint({east_m, north_m, height_m});
}

double apart_m(const Waypoint& first, const Waypoint& second) {
    return distance_m(first, second);
}

// As long as the finest line through it that is still quick.
double measuredByPoints_m(const Curve& curve) {
    double sum = 0;
    constexpr int points = 20'000;
    for (int i = 0; i < points; ++i)
        sum += distance_m(curve.at(curve.length_m() * i / points), curve.at(curve.length_m() * (i + 1) / points));
    return sum;
}

std::vector<Waypoint> random(std::mt19937& source, int count) {
    std::uniform_real_distribution place(-1500.0, 1500.0), height(60.0, 160.0);
    std::vector<Waypoint> waypoints;
    for (int i = 0; i < count; ++i)
        waypoints.push_back(at(place(source), place(source), height(source)));
    return waypoints;
}

} // namespace

class CurveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFrameKeepsDistancesAndPlaces();
    void aStraightControlPolygonIsStraight(); // R-RTE-22
    void itGoesThroughItsWaypointsSmoothly(); // R-RTE-22
    void aCircleIsACircle();                  // R-RTE-22
    void aBezierHasItsLength();               // R-RTE-22
    void lengthIsThatOfItsPoints();           // R-RTE-22
    void backAndForthIsNotStraight();
    void equalNeighboursAreOnePoint();
    void theLineForDrawingKeepsItsDistance();
    void curvatureAtACuspIsLargeAndFinite();
    void bendsAreItsTurns(); // R-RTE-22
    void whatIsNoCurveIsRefused();
};

void CurveTest::theFrameKeepsDistancesAndPlaces() {
    std::mt19937 source(1);
    for (const Waypoint& waypoint : random(source, 200)) {
        const Metric_m place = frame.toMetric(waypoint);
        QVERIFY(apart_m(frame.toWaypoint(place), waypoint) < 1e-6);
        QVERIFY(std::abs(std::hypot(place.east, place.north) - horizontalDistance_m({37.52, 126.98}, waypoint.place)) <
                1e-6);
        const Waypoint other = at(200, -700);
        const double true_m = distance_m(waypoint, other);
        QVERIFY(std::abs(norm_m(place - frame.toMetric(other)) - true_m) < 1e-7 * true_m);
    }
    const std::vector<Waypoint> across{{{10, 179.99}, 0}, {{10, -179.99}, 0}};
    const auto around = SphereFrame::around(across);
    QVERIFY(std::abs(around.toMetric(across[0]).east + around.toMetric(across[1]).east) < 1e-6);
}

void CurveTest::aStraightControlPolygonIsStraight() {
    const std::vector<Waypoint> line{at(0, 0, 60), at(0, 100, 70), at(0, 150, 75), at(0, 900, 150)};
    for (const auto& curve : {Curve::through(line), Curve::bezier(line)}) {
        QVERIFY_RESULT(curve);
        QVERIFY(std::abs(curve->length_m() - distance_m(line.front(), line.back())) < 1e-6);
        for (const double share : {0.0, 0.1, 0.5, 0.9, 1.0}) {
            const double along_m = share * curve->length_m();
            QCOMPARE(curve->curvature_1pm(along_m), 0.0);
            QVERIFY(apart_m(curve->at(along_m), at(0, 900 * share, 60 + 90 * share)) < 1e-5);
        }
    }
    // To the digit: the sum of the legs.
    double sum_m = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        sum_m += distance_m(line[i], line[i + 1]);
    QVERIFY(Curve::through(line)->length_m() == sum_m);
    QVERIFY(Curve::bezier(line)->length_m() == distance_m(line.front(), line.back()));
    QCOMPARE(Curve::through(line)->sampled(1).size(), line.size());
}

void CurveTest::itGoesThroughItsWaypointsSmoothly() {
    std::mt19937 source(2);
    int smooth = 0;
    for (int i = 0; i < 30; ++i) {
        const auto waypoints = random(source, 6);
        const auto curve = Curve::through(waypoints);
        QVERIFY_RESULT(curve);
        QCOMPARE(curve->waypointsAt_m().size(), waypoints.size());
        QCOMPARE(curve->waypointsAt_m().back(), curve->length_m());
        for (std::size_t w = 0; w < waypoints.size(); ++w)
            QVERIFY(apart_m(curve->at(curve->waypointsAt_m()[w]), waypoints[w]) < 1e-3);
        for (std::size_t w = 1; w + 1 < waypoints.size(); ++w) { // the same direction before and after
            const double along_m = curve->waypointsAt_m()[w];
            if (curve->curvature_1pm(along_m) > 1 || curve->curvature_1pm(along_m - 0.01) > 1) continue;
            ++smooth;
            const Metric_m before = frame.toMetric(curve->at(along_m)) - frame.toMetric(curve->at(along_m - 0.05));
            const Metric_m after = frame.toMetric(curve->at(along_m + 0.05)) - frame.toMetric(curve->at(along_m));
            QVERIFY(dot(before, after) / (norm_m(before) * norm_m(after)) > 0.99);
        }
    }
    QVERIFY(smooth > 60); // of 120
}

void CurveTest::aCircleIsACircle() {
    constexpr double radius_m = 200;
    std::vector<Waypoint> waypoints;
    for (int degrees = 0; degrees <= 180; degrees += 5)
        waypoints.push_back(at(radius_m * std::sin(degrees * std::numbers::pi / 180),
                               radius_m * std::cos(degrees * std::numbers::pi / 180)));
    const auto curve = Curve::through(waypoints);
    QVERIFY_RESULT(curve);
    QVERIFY(std::abs(curve->length_m() - std::numbers::pi * radius_m) < 0.01 * radius_m * 0.01);
    for (double share = 0.1; share < 0.9; share += 0.01) {
        QVERIFY(std::abs(curve->curvature_1pm(share * curve->length_m()) * radius_m - 1) < 0.02);
        const Metric_m place = frame.toMetric(curve->at(share * curve->length_m()));
        QVERIFY(std::abs(std::hypot(place.east, place.north) - radius_m) < 0.01);
    }
}

void CurveTest::aBezierHasItsLength() {
    // A parabola: y = x^2 / 400 for x = 0 .. 200, of known length and curvature.
    const std::vector<Waypoint> control{at(0, 0), at(100, 0), at(200, 100)};
    const auto curve = Curve::bezier(control);
    QVERIFY_RESULT(curve);
    const double slope = 1; // at the end
    const double expected_m = 100 * (slope * std::sqrt(2.0) + std::asinh(slope));
    QVERIFY(std::abs(curve->length_m() - expected_m) < 2e-4);
    QVERIFY(std::abs(curve->curvature_1pm(0) - 1.0 / 200) < 1e-8);
    QVERIFY(std::abs(curve->curvature_1pm(curve->length_m()) - 1.0 / 200 / std::pow(2.0, 1.5)) < 1e-8);
    const double half = 0.5; // slope at x = 100
    const double toHalf_m = 100 * (half * std::sqrt(1 + half * half) + std::asinh(half));
    QVERIFY(apart_m(curve->at(toHalf_m), at(100, 25)) < 1e-3);
}

void CurveTest::lengthIsThatOfItsPoints() {
    std::mt19937 source(3);
    for (int i = 0; i < 5; ++i) {
        const auto curve = Curve::through(random(source, 5));
        QVERIFY_RESULT(curve);
        QVERIFY(std::abs(measuredByPoints_m(*curve) - curve->length_m()) < 0.02);
        // Equal steps along it are equal steps.
        for (double along_m = 1; along_m + 1 < curve->length_m(); along_m += 37)
            if (curve->curvature_1pm(along_m) < 0.1)
                QVERIFY(std::abs(apart_m(curve->at(along_m), curve->at(along_m + 0.5)) - 0.5) < 0.01);
    }
}

void CurveTest::backAndForthIsNotStraight() {
    const auto curve = Curve::bezier(std::vector{at(0, 0), at(300, 0), at(-200, 0), at(100, 0)});
    QVERIFY_RESULT(curve);
    QVERIFY(curve->length_m() > 110);
    const auto line = Curve::through(std::vector{at(0, 0), at(300, 0), at(100, 0)});
    QVERIFY_RESULT(line);
    QVERIFY(line->length_m() > 499.9);
}

void CurveTest::equalNeighboursAreOnePoint() {
    const std::vector<Waypoint> twice{at(0, 0), at(100, 50), at(100, 50), at(200, 0)};
    const std::vector<Waypoint> once{at(0, 0), at(100, 50), at(200, 0)};
    const auto curve = Curve::through(twice);
    QVERIFY_RESULT(curve);
    QCOMPARE(curve->length_m(), Curve::through(once)->length_m());
    QCOMPARE(curve->waypointsAt_m().size(), std::size_t{4});
    QCOMPARE(curve->waypointsAt_m()[1], curve->waypointsAt_m()[2]);
    const auto point = Curve::through(std::vector{at(0, 0), at(0, 0)});
    QVERIFY_RESULT(point);
    QCOMPARE(point->length_m(), 0.0);
    QVERIFY(apart_m(point->at(1), at(0, 0)) < 1e-6);
    // Straight up and down again is a way too.
    QVERIFY(std::abs(Curve::through(std::vector{at(0, 0, 60), at(0, 0, 90)})->length_m() - 30) < 1e-9);
}

void CurveTest::theLineForDrawingKeepsItsDistance() {
    std::mt19937 source(4);
    for (const double deviation_m : {0.1, 1.0, 10.0}) {
        const auto curve = Curve::through(random(source, 5));
        const auto line = curve->sampled(deviation_m);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            QVERIFY(line[i + 1].along_m > line[i].along_m);
            QVERIFY(apart_m(curve->at(line[i].along_m), line[i].waypoint) < 1e-3);
            const Metric_m from = frame.toMetric(line[i].waypoint);
            const Metric_m chord = frame.toMetric(line[i + 1].waypoint) - from;
            for (const double share : {0.2, 0.4, 0.6, 0.8}) {
                const double along_m = line[i].along_m + share * (line[i + 1].along_m - line[i].along_m);
                const Metric_m offset = frame.toMetric(curve->at(along_m)) - from;
                const double onChord = dot(offset, chord) / dot(chord, chord);
                QVERIFY(norm_m(offset - onChord * chord) < 1.3 * deviation_m);
            }
        }
        QVERIFY(line.size() < 400);
    }
}

void CurveTest::curvatureAtACuspIsLargeAndFinite() {
    const auto curve = Curve::bezier(std::vector{at(0, 0), at(100, 100), at(0, 100), at(100, 0)}); // a cusp on top
    QVERIFY_RESULT(curve);
    double most = 0;
    for (int i = 0; i <= 1000; ++i) {
        const double curvature = curve->curvature_1pm(curve->length_m() * i / 1000);
        QVERIFY(std::isfinite(curvature) && curvature >= 0);
        most = std::max(most, curvature);
    }
    QVERIFY(most > 1);
    const auto still = Curve::bezier(std::vector{at(0, 0), at(0, 0), at(100, 100), at(200, 0)});
    QVERIFY(std::isfinite(still->curvature_1pm(0)));
}

void CurveTest::bendsAreItsTurns() {
    std::mt19937 source(6);
    for (int i = 0; i < 20; ++i) {
        const auto curve = Curve::through(random(source, 4));
        for (const auto& [from, to] : {std::pair{0.0, 1.0}, std::pair{0.2, 0.7}}) {
            const double from_m = from * curve->length_m(), to_m = to * curve->length_m();
            const auto bends = curve->bends(from_m, to_m, 64);
            QCOMPARE(bends.front().along_m, 0.0);
            QVERIFY(std::abs(bends.back().along_m - (to_m - from_m)) < 1e-3);
            for (std::size_t b = 1; b < bends.size(); ++b) {
                QVERIFY(bends[b].along_m > bends[b - 1].along_m);
                QVERIFY(bends[b].curvature_1pm >= curve->curvature_1pm(from_m + bends[b].along_m) * 0.99 - 1e-6);
            }
        }
    }
    // A cusp between two places turns by half a circle, however few the places.
    const auto cusp = Curve::bezier(std::vector{at(0, 0), at(100, 100), at(0, 100), at(100, 0)});
    for (const std::size_t count : {std::size_t{7}, std::size_t{51}, std::size_t{501}}) {
        const auto bends = cusp->bends(0, cusp->length_m(), count);
        double turned = 0;
        for (std::size_t b = 1; b < bends.size(); ++b)
            turned = std::max(turned, (bends[b].along_m - bends[b - 1].along_m) *
                                          std::min(bends[b].curvature_1pm, bends[b - 1].curvature_1pm));
        QVERIFY2(turned > 2.5 && turned < 3.2, std::to_string(turned).c_str());
    }
    QVERIFY(Curve::through(std::vector{at(0, 0), at(0, 500)})->bends(100, 300, 64).front().straightAfter);
}

void CurveTest::whatIsNoCurveIsRefused() {
    const auto code = [](const Result<Curve>& curve) { return curve ? std::string() : curve.error().code; };
    QCOMPARE(code(Curve::through({})), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(Curve::through(std::vector{at(0, 0)})), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(Curve::through(std::vector<Waypoint>{at(0, 0), {{91, 0}, 0}})), std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(Curve::bezier(std::vector<Waypoint>{at(0, 0), {{0, 0}, std::nan("")}})),
             std::string("INVALID_ARGUMENT"));
    QCOMPARE(code(Curve::bezier(std::vector<Waypoint>(Curve::mostControlPoints + 1, at(0, 0)))),
             std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(CurveTest)
#include "curve_test.moc"
