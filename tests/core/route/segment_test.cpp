#include "core/route/segment.h"
#include "tests/support/result_macros.h"

#include <QtTest>

using namespace haneul;
using namespace haneul::route;

namespace {

constexpr geo::LatLon p{37.5, 127}, q{37.51, 127.01};

std::string codeOf(const std::vector<Waypoint>& waypoints, geo::LatLon from = p, geo::LatLon to = q) {
    const auto parts = split(waypoints, from, to);
    return parts ? std::string() : parts.error().code;
}

} // namespace

class SegmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void g1SplitsAsInThePaper();           // R-RTE-02 R-RTE-03
    void passingOverAnEndIsFlight();       // R-RTE-03
    void aPartMayBeASinglePoint();         // R-RTE-03 R-RTE-20
    void placesCountAsOneWithinTheLimit(); // R-RTE-03
    void refusalsInTheirOrder();
    void heightsAboveGroundAreTheDistances(); // R-RTE-04
    void lengthsAreHaversineAndClimb();       // R-RTE-04
};

void SegmentTest::g1SplitsAsInThePaper() {
    const std::vector<Waypoint> five{{p, 20}, {p, 80}, {q, 80}, {q, 40}, {q, 20}};
    const auto parts = split(five, p, q);
    QVERIFY_RESULT(parts);
    QCOMPARE(*parts, (SegmentSplit{{0, 1}, {1, 2}, {2, 4}}));
    const std::vector<Waypoint> four{{p, 20}, {p, 80}, {q, 80}, {q, 20}};
    QCOMPARE(*split(four, p, q), (SegmentSplit{{0, 1}, {1, 2}, {2, 3}}));
}

void SegmentTest::passingOverAnEndIsFlight() {
    const geo::LatLon beside{37.505, 127};
    const std::vector<Waypoint> again{{p, 20}, {p, 80}, {beside, 80}, {p, 90}, {q, 90}, {beside, 80}, {q, 80}, {q, 20}};
    QCOMPARE(*split(again, p, q), (SegmentSplit{{0, 1}, {1, 6}, {6, 7}}));
}

void SegmentTest::aPartMayBeASinglePoint() {
    const std::vector<Waypoint> tops{{p, 80}, {q, 80}};
    const auto parts = split(tops, p, q);
    QVERIFY_RESULT(parts);
    QCOMPARE(*parts, (SegmentSplit{{0, 0}, {0, 1}, {1, 1}}));
    QCOMPARE(distances(tops, *parts, 80, 80).total_m(), distance_m(tops[0], tops[1]));
}

void SegmentTest::placesCountAsOneWithinTheLimit() {
    const auto moved = [](double by_deg) { return geo::LatLon{p.latitude_deg, p.longitude_deg + by_deg}; };
    QVERIFY(samePlace(p, moved(0.9e-7)));
    QVERIFY(!samePlace(p, moved(1.1e-7)));
    QVERIFY(samePlace({0, 180}, {0, -180})); // the same meridian
    QCOMPARE(*split(std::vector<Waypoint>{{p, 20}, {moved(0.9e-7), 80}, {q, 80}}, p, q),
             (SegmentSplit{{0, 1}, {1, 2}, {2, 2}}));
    QCOMPARE(*split(std::vector<Waypoint>{{p, 20}, {moved(1.1e-7), 80}, {q, 80}}, p, q),
             (SegmentSplit{{0, 0}, {0, 2}, {2, 2}}));
}

void SegmentTest::refusalsInTheirOrder() {
    QCOMPARE(codeOf({}), std::string("SEGMENT_TOO_SHORT"));
    QCOMPARE(codeOf({{q, 1}}, p, p), std::string("SEGMENT_TOO_SHORT"));
    QCOMPARE(codeOf({{q, 1}, {q, 2}}, p, p), std::string("SAME_ENDPOINTS"));
    QCOMPARE(codeOf({{q, 1}, {p, 2}}), std::string("FIRST_WAYPOINT_NOT_AT_ORIGIN"));
    QCOMPARE(codeOf({{p, 1}, {p, 2}}), std::string("LAST_WAYPOINT_NOT_AT_DESTINATION"));
}

void SegmentTest::heightsAboveGroundAreTheDistances() {
    const std::vector<Waypoint> waypoints{{p, 20}, {p, 80}, {q, 90}, {q, 35}};
    const auto result = distances(waypoints, *split(waypoints, p, q), 20, 35);
    QCOMPARE(result.takeOff_m, 60.0);
    QCOMPARE(result.landing_m, 55.0);
    QCOMPARE(result.flight_m, distance_m(waypoints[1], waypoints[2]));
}

void SegmentTest::lengthsAreHaversineAndClimb() {
    // One degree of a meridian on the sphere of the formulas.
    const double degree_m = earthRadius_m * 3.14159265358979323846 / 180;
    QVERIFY(std::abs(horizontalDistance_m({37, 127}, {38, 127}) - degree_m) < 1e-6);
    QVERIFY(std::abs(horizontalDistance_m({0, 179.5}, {0, -179.5}) - degree_m) < 1e-6);
    QCOMPARE(distance_m({p, 20}, {p, 80}), 60.0);
    const double flat = horizontalDistance_m(p, q);
    QCOMPARE(distance_m({p, 100}, {q, 100 + flat * 0.75}), flat * 1.25);
}

QTEST_GUILESS_MAIN(SegmentTest)
#include "segment_test.moc"
