#include "core/timing/curve_time.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace haneul;
using namespace haneul::timing;

namespace {

const route::SphereFrame frame({37.52, 126.98});

route::Waypoint at(double east_m, double north_m) {
    return frame.toWaypoint({east_m, north_m, 80});
}

double perDegree(double degrees) {
    return degrees * std::numbers::pi / 180;
}

} // namespace

class CurveTimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void straightIsTheTrapezoid_data();
    void straightIsTheTrapezoid();            // R-RTE-22
    void aCircleIsFlownAtTheSpeedOfItsTurn(); // R-RTE-22
    void aBendIsBrakedFor();                  // R-RTE-22
    void neverBeyondTheLimits();              // R-RTE-22
    void theErrorIsLessThanStated();          // R-RTE-22
    void distanceAndTimeAreInverse();
    void straightsBetweenBendsAreExact(); // R-RTE-22
    void atACuspItTurnsOnTheSpot();       // R-RTE-22
    void partsOfACurve();
    void whatIsNoMotionIsRefused();
};

void CurveTimeTest::straightIsTheTrapezoid_data() {
    QTest::addColumn<double>("length_m");
    for (const double length_m : {0.0, 0.5, 6.0, 31.0, 33.0, 800.0, 9999.0})
        QTest::addRow("%g m", length_m) << length_m;
}

void CurveTimeTest::straightIsTheTrapezoid() {
    QFETCH(const double, length_m);
    const TurningLimits limits;
    const auto profile = profileAlong(length_m, [](double) { return 0.0; }, {}, limits);
    QVERIFY_RESULT(profile);
    QVERIFY(profile->total_s() == profileOver(length_m, limits.motion)->total_s()); // to the digit
    QCOMPARE(profile->error_s(), 0.0);
    // As wide a bend as the speed allows is no limit either.
    const double wide = limits.turnRate_radps / limits.motion.speed_mps;
    QVERIFY(profileAlong(length_m, [&](double) { return wide; }, {}, limits)->total_s() == profile->total_s());
}

void CurveTimeTest::aCircleIsFlownAtTheSpeedOfItsTurn() {
    // Radius 10 m at 0.3 rad/s: 3 m/s, by a trapezoid of that speed.
    const TurningLimits limits{.motion = {.acceleration_mps2 = 1.5}, .turnRate_radps = 0.3};
    for (const double length_m : {4.0, 20 * std::numbers::pi, 500.0}) {
        const auto profile = profileAlong(length_m, [](double) { return 0.1; }, {}, limits);
        QVERIFY_RESULT(profile);
        const auto slow = profileOver(length_m, {.speed_mps = 3, .acceleration_mps2 = 1.5});
        QVERIFY(std::abs(profile->total_s() - slow->total_s()) <= std::max(2e-3, 2e-4 * slow->total_s()));
        QVERIFY(std::abs(profile->total_m() - length_m) < 1e-9);
    }
}

void CurveTimeTest::aBendIsBrakedFor() {
    // 200 m straight, 60 m at 2 m/s at most, 200 m straight; a = 2, b = 1: from 8 to 2 m/s in 30 m and 6 s, back in 15
    // m and 3 s. 4 s and 16 m to 8 m/s, then (200 - 16 - 30) m at 8; 30 s in the bend; 15 m up, (200 - 15 - 32) at 8,
    // and 8 s down.
    const TurningLimits limits{.motion = {.deceleration_mps2 = 1}, .turnRate_radps = 0.2};
    const auto bend = [](double along_m) { return along_m >= 200 && along_m <= 260 ? 0.1 : 0.0; };
    const auto profile = profileAlong(460, bend, std::vector{200.0, 260.0}, limits);
    QVERIFY_RESULT(profile);
    const double expected_s = 4 + 154.0 / 8 + 6 + 30 + 3 + 153.0 / 8 + 8;
    QVERIFY2(std::abs(profile->total_s() - expected_s) < 0.01, std::to_string(profile->total_s()).c_str());
    QVERIFY(std::abs(profile->speed_mps(profile->reached_s(230)) - 2) < 1e-6);
    QVERIFY(std::abs(profile->speed_mps(profile->reached_s(100)) - 8) < 1e-6);
}

void CurveTimeTest::neverBeyondTheLimits() {
    const auto curve = route::Curve::through(std::vector{at(0, 0), at(100, 20), at(110, 80), at(30, 90), at(300, 300)});
    QVERIFY_RESULT(curve);
    const TurningLimits limits{.motion = {.speed_mps = 12, .acceleration_mps2 = 2, .deceleration_mps2 = 3},
                               .turnRate_radps = perDegree(20)};
    const auto profile = profileAlong(*curve, 0, curve->length_m(), limits);
    QVERIFY_RESULT(profile);
    QVERIFY(profile->error_s() > 0 && profile->error_s() < 0.02);
    QVERIFY(profile->total_s() > profileOver(curve->length_m(), limits.motion)->total_s());
    double before = 0, before_s = 0;
    for (const double now_s : profile->corners_s()) {
        const double speed = profile->speed_mps(now_s);
        QVERIFY(speed <= 12 + 1e-9);
        QVERIFY(speed * curve->curvature_1pm(profile->travelled_m(now_s)) <= limits.turnRate_radps * 1.001);
        if (now_s > before_s) {
            QVERIFY((speed - before) / (now_s - before_s) <= 2 + 1e-6);
            QVERIFY((before - speed) / (now_s - before_s) <= 3 + 1e-6);
        }
        before = speed;
        before_s = now_s;
    }
    QCOMPARE(profile->speed_mps(0), 0.0);
    QCOMPARE(profile->speed_mps(profile->total_s()), 0.0);
}

void CurveTimeTest::theErrorIsLessThanStated() {
    // A clothoid and back: the curvature grows and falls evenly, so where the turn limits alone holds the time is
    // known: integral of kappa / omega.
    const TurningLimits limits{.motion = {.speed_mps = 50, .acceleration_mps2 = 50, .deceleration_mps2 = 50},
                               .turnRate_radps = 0.5};
    const auto curvature = [](double along_m) { return 0.1 + 0.9 * (1 - std::abs(along_m - 100) / 100); };
    const auto profile = profileAlong(200, curvature, {}, limits);
    QVERIFY_RESULT(profile);
    const double turning_s = 200 * 0.55 / 0.5;
    // Only the first and last few metres differ: from rest to 5 m/s takes 0.1 s longer than they would take.
    QVERIFY2(std::abs(profile->total_s() - turning_s) < 0.2, std::to_string(profile->total_s()).c_str());
    QVERIFY(profile->error_s() <= 1e-4 * profile->total_s());
}

void CurveTimeTest::distanceAndTimeAreInverse() {
    const TurningLimits limits{.turnRate_radps = 0.3};
    const auto profile =
        profileAlong(300, [](double along_m) { return 0.1 * std::abs(std::sin(along_m / 20)); }, {}, limits);
    QVERIFY_RESULT(profile);
    for (double along_m = 0; along_m <= 300; along_m += 3.7)
        QVERIFY(std::abs(profile->travelled_m(profile->reached_s(along_m)) - along_m) < 1e-6);
    double before = -1;
    for (double now_s = 0; now_s <= profile->total_s(); now_s += 0.5) {
        QVERIFY(profile->travelled_m(now_s) > before);
        before = profile->travelled_m(now_s);
    }
    QCOMPARE(profile->travelled_m(-1), 0.0);
    QCOMPARE(profile->travelled_m(1e9), profile->total_m());
}

// Straight, a bend, straight again, as a curve through waypoints: the first leg is straight as far as it goes.
void CurveTimeTest::straightsBetweenBendsAreExact() {
    const auto straight = route::Curve::through(std::vector{at(0, 0), at(0, 1000), at(0, 2000)});
    const TurningLimits limits;
    const auto profile = profileAlong(*straight, 0, straight->length_m(), limits);
    QVERIFY_RESULT(profile);
    QVERIFY(profile->total_s() == profileOver(straight->length_m(), limits.motion)->total_s());
    // A right angle after and before two kilometres: braked for, as exactly as the corners show.
    const auto corner = route::Curve::through(
        std::vector{at(0, 0), at(0, 1000), at(0, 2000), at(10, 2010), at(2000, 2010), at(3000, 2010)});
    const auto slow = profileAlong(*corner, 0, corner->length_m(), {.turnRate_radps = 0.1});
    QVERIFY_RESULT(slow);
    QVERIFY(slow->corners_s().size() < 300); // kilometres of straight flight are a few corners
    double sum_m = 0;
    const auto corners_s = slow->corners_s();
    for (std::size_t i = 1; i < corners_s.size(); ++i)
        sum_m +=
            (slow->speed_mps(corners_s[i - 1]) + slow->speed_mps(corners_s[i])) / 2 * (corners_s[i] - corners_s[i - 1]);
    QVERIFY(std::abs(sum_m - corner->length_m()) < 0.01);
    QVERIFY(std::abs(slow->speed_mps(slow->reached_s(400)) - 8) < 1e-6);
}

void CurveTimeTest::atACuspItTurnsOnTheSpot() {
    const auto cusp = route::Curve::bezier(std::vector{at(0, 0), at(100, 100), at(0, 100), at(100, 0)});
    const TurningLimits limits{.motion = {.speed_mps = 8, .acceleration_mps2 = 2, .deceleration_mps2 = 2},
                               .turnRate_radps = perDegree(10)};
    const auto profile = profileAlong(*cusp, 0, cusp->length_m(), limits);
    QVERIFY_RESULT(profile);
    // Half a circle at 10 degrees per second is 18 s, besides what the bends before and after take.
    QVERIFY2(profile->total_s() > 18 + profileOver(cusp->length_m(), limits.motion)->total_s(),
             std::to_string(profile->total_s()).c_str());
    QVERIFY(profile->total_s() < 60);
}

void CurveTimeTest::partsOfACurve() {
    const auto curve = route::Curve::through(std::vector{at(0, 0), at(100, 0), at(100, 100), at(200, 100)});
    QVERIFY_RESULT(curve);
    const TurningLimits limits;
    const double middle_m = curve->waypointsAt_m()[1];
    const auto first = profileAlong(*curve, 0, middle_m, limits);
    QVERIFY_RESULT(first);
    QVERIFY(std::abs(first->total_m() - middle_m) < 1e-9);
    QCOMPARE(profileAlong(*curve, 5, 4, limits).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(profileAlong(*curve, 0, curve->length_m() + 1, limits).error().code, std::string("INVALID_ARGUMENT"));
}

void CurveTimeTest::whatIsNoMotionIsRefused() {
    const auto none = [](double) { return 0.0; };
    QCOMPARE(profileAlong(-1, none, {}, {}).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(profileAlong(1, none, {}, {.turnRate_radps = 0}).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(profileAlong(1, none, {}, {.motion = {.speed_mps = 0}}).error().code, std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(CurveTimeTest)
#include "curve_time_test.moc"
