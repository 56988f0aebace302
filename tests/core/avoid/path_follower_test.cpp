#include "core/avoid/motion.h"
#include "core/avoid/path_follower.h"
#include "tests/support/result_macros.h"

#include <cmath>

using namespace haneul;
using namespace haneul::avoid;

class PathFollowerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToThePath(); // R-PATH-08
    void progressNeverGoesBack();
    void standingStillIsNoProgress(); // R-PATH-09
    void heightFollowsThePath();
    void depthOfAPrism_data();
    void depthOfAPrism();
    void corridorHoldsItsPath(); // R-PATH-09
    void turnsGoTheShortWay();
};

void PathFollowerTest::leadsBackToThePath() {
    PathFollower follower({{0, 0, 80}, {0, 1000, 80}}, 12);
    const Envelope envelope;
    Motion motion({.position = {120, 0, 80}, .course_deg = 90, .speed_mps = 12});
    double crossTrack_m = 120;
    for (int second = 0; second < 45; ++second) {
        const Guidance guidance = follower.guide({.position = motion.position(), .course_deg = motion.course_deg()}, 1);
        motion.advance(guidance.course_deg, guidance.speed_mps, 0, envelope, 1);
        crossTrack_m = follower.crossTrack_m();
    }
    QVERIFY2(crossTrack_m < 2, qPrintable(QString::number(crossTrack_m)));
    QVERIFY(std::abs(turnBetween_deg(0, motion.course_deg())) < 3);
}

void PathFollowerTest::progressNeverGoesBack() {
    PathFollower follower({{0, 0, 80}, {0, 300, 80}, {300, 300, 80}}, 12);
    (void)follower.guide({.position = {0, 250, 80}}, 2);
    const double before_m = follower.along_m();
    (void)follower.guide({.position = {0, 100, 80}}, 2);
    QCOMPARE(follower.along_m(), before_m);
    QVERIFY(!follower.finished());
    (void)follower.guide({.position = {285, 300, 80}}, 2);
    QVERIFY(follower.finished());
    QCOMPARE(follower.length_m(), 600.0);
}

void PathFollowerTest::standingStillIsNoProgress() {
    PathFollower follower({{0, 0, 80}, {0, 300, 80}}, 12);
    QCOMPARE(follower.guide({.position = {0, 50, 80}}, 2).sinceProgress_s, 0.0);
    QCOMPARE(follower.guide({.position = {0, 52, 80}}, 2).sinceProgress_s, 2.0);
    QCOMPARE(follower.guide({.position = {0, 54, 80}}, 2).sinceProgress_s, 4.0);
    QCOMPARE(follower.guide({.position = {0, 61, 80}}, 2).sinceProgress_s, 0.0);
}

void PathFollowerTest::heightFollowsThePath() {
    PathFollower follower({{0, 0, 80}, {0, 200, 120}}, 12);
    QCOMPARE(follower.guide({.position = {0, 100, 80}}, 2).height_m, 100.0);
    QCOMPARE(follower.at(-5).up, 80.0);
    QCOMPARE(follower.at(900).up, 120.0);
}

void PathFollowerTest::depthOfAPrism_data() {
    QTest::addColumn<double>("east_m");
    QTest::addColumn<double>("north_m");
    QTest::addColumn<double>("up_m");
    QTest::addColumn<double>("after_s");
    QTest::addColumn<double>("depth");
    QTest::newRow("middle, height is nearer") << 50.0 << 50.0 << 40.0 << 0.0 << 30.0;
    QTest::newRow("near a wall") << 8.0 << 50.0 << 60.0 << 0.0 << 8.0;
    QTest::newRow("beside") << -30.0 << 50.0 << 60.0 << 0.0 << -30.0;
    QTest::newRow("beyond a corner") << -30.0 << 140.0 << 60.0 << 0.0 << -50.0;
    QTest::newRow("above") << 50.0 << 50.0 << 117.0 << 0.0 << -7.0;
    QTest::newRow("above and beside") << -30.0 << 50.0 << 150.0 << 0.0 << -50.0;
    QTest::newRow("drifted over it") << 110.0 << 50.0 << 60.0 << 5.0 << 40.0;
}

void PathFollowerTest::depthOfAPrism() {
    QFETCH(const double, east_m);
    QFETCH(const double, north_m);
    QFETCH(const double, up_m);
    QFETCH(const double, after_s);
    QFETCH(const double, depth);
    const Prism prism{
        .corners = {{0, 0}, {0, 100}, {100, 100}, {100, 0}}, .floor_m = 10, .ceiling_m = 110, .driftEast_mps = 10};
    QCOMPARE(depth_m(prism, {east_m, north_m, up_m}, after_s), depth);
    Prism reversed = prism;
    std::ranges::reverse(reversed.corners);
    QCOMPARE(depth_m(reversed, {east_m, north_m, up_m}, after_s), depth);
}

void PathFollowerTest::corridorHoldsItsPath() {
    const std::vector<geo::Enu_m> path{{0, 0, 60}, {0, 400, 60}, {300, 600, 90}, {100, 900, 90}};
    const auto volume = corridor(path, 40, 20, 30);
    const PathFollower follower(path, 12);
    for (double along_m = 0; along_m <= follower.length_m(); along_m += 7) {
        const double depth = depthInUnion_m(volume, follower.at(along_m), 0);
        QVERIFY2(depth >= 19.9, qPrintable(QString::number(along_m)));
    }
    QVERIFY(depthInUnion_m(volume, {41, 200, 70}, 0) < 0);
    QVERIFY(depthInUnion_m(volume, {0, 200, 39}, 0) < 0);
    QVERIFY(depthInUnion_m(volume, {0, 200, 121}, 0) < 0);
    QVERIFY(depthInUnion_m({}, {0, 0, 0}, 0) < -1e9);
}

void PathFollowerTest::turnsGoTheShortWay() {
    QCOMPARE(turnBetween_deg(350, 10), 20.0);
    QCOMPARE(turnBetween_deg(10, 350), -20.0);
    QCOMPARE(turnBetween_deg(-90, 270), 0.0);
}

QTEST_GUILESS_MAIN(PathFollowerTest)
#include "path_follower_test.moc"
