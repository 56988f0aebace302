#include "core/timing/motion.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::timing;

class MotionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableOneOfThePaper();        // R-RTE-05 R-RTE-08
    void shortDistances();            // R-RTE-06
    void brakingDiffers();            // R-RTE-07
    void distanceAndTimeAreInverse(); // R-RTE-05
    void legsStopOrFlyThrough();
    void whatIsNoMotionIsRefused();
};

void MotionTest::tableOneOfThePaper() {
    const auto profile = profileOver(60, {.speed_mps = 4});
    QVERIFY_RESULT(profile);
    QCOMPARE(profile->kind, ProfileKind::Trapezoid);
    QCOMPARE(profile->accelerating_s, 2.0);
    QCOMPARE(profile->accelerating_m, 4.0);
    QCOMPARE(profile->cruising_s, 13.0);
    QCOMPARE(profile->cruising_m, 52.0);
    QCOMPARE(profile->decelerating_s, 2.0);
    QCOMPARE(profile->decelerating_m, 4.0);
    QCOMPARE(profile->total_s(), 17.0);
    QCOMPARE(profile->total_s() + 3, 20.0); // with the hover at the top
}

void MotionTest::shortDistances() {
    const auto profile = profileOver(6, {.speed_mps = 4});
    QVERIFY_RESULT(profile);
    QCOMPARE(profile->kind, ProfileKind::Triangle);
    QCOMPARE(profile->total_s(), 2 * std::sqrt(3.0));
    QCOMPARE(profileOver(8, {.speed_mps = 4})->total_s(), 4.0); // where the two meet
    QCOMPARE(profileOver(0, {.speed_mps = 4})->total_s(), 0.0);
}

void MotionTest::brakingDiffers() {
    const MotionLimits limits{.speed_mps = 6, .acceleration_mps2 = 3, .deceleration_mps2 = 1};
    const auto profile = profileOver(100, limits); // 6 m + 76 m + 18 m
    QCOMPARE(profile->total_s(), 2 + 76.0 / 6 + 6);
    const double peak = std::sqrt(2 * 12.0 * 3 / 4);
    QCOMPARE(profileOver(12, limits)->total_s(), peak / 3 + peak);
}

void MotionTest::distanceAndTimeAreInverse() {
    for (const double distance_m : {5.0, 60.0, 400.0}) {
        const auto profile = profileOver(distance_m, {.acceleration_mps2 = 1.5, .deceleration_mps2 = 2.5});
        for (double share = 0; share <= 1; share += 0.05) {
            QVERIFY(std::abs(profile->travelled_m(profile->reached_s(share * distance_m)) - share * distance_m) < 1e-9);
            const double now_s = share * profile->total_s();
            if (share > 0.01 && share < 0.99) // the speed is the slope
                QVERIFY(std::abs((profile->travelled_m(now_s + 1e-5) - profile->travelled_m(now_s - 1e-5)) / 2e-5 -
                                 profile->speed_mps(now_s)) < 1e-4);
        }
    }
}

void MotionTest::legsStopOrFlyThrough() {
    const std::vector<double> distances_m{200, 200, 400};
    const auto stops = legTimes_s(distances_m, {}, {true, true});
    QVERIFY_RESULT(stops);
    QCOMPARE(*stops, (std::vector<double>{29, 29, 54}));
    const auto through = legTimes_s(distances_m, {}, {false, false});
    QCOMPARE(*through, (std::vector<double>{27, 25, 52}));
    QCOMPARE(*legTimes_s(distances_m, {}, {false, true}), (std::vector<double>{27, 27, 54}));
}

void MotionTest::whatIsNoMotionIsRefused() {
    const std::vector<double> one{10};
    for (const auto& result : {profileOver(-1, {}), profileOver(std::nan(""), {}), profileOver(1, {.speed_mps = 0}),
                               profileOver(1, {.acceleration_mps2 = -1}), profileOver(1, {.deceleration_mps2 = 0})}) {
        QVERIFY(!result);
        QCOMPARE(result.error().code, std::string("INVALID_ARGUMENT"));
    }
    QCOMPARE(legTimes_s({}, {}, {}).error().code, std::string("INVALID_ARGUMENT"));
    QCOMPARE(legTimes_s(one, {}, {true}).error().code, std::string("INVALID_ARGUMENT"));
}

QTEST_GUILESS_MAIN(MotionTest)
#include "motion_test.moc"
