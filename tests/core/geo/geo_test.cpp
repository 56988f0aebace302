#include "core/geo/geodesic.h"
#include "core/geo/local_frame.h"
#include "core/geo/mercator.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace haneul::geo;

class GeoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void validityOfPositions();
    void datumNamesGoBothWays();
    void geodesicOfAKnownLine();
    void directUndoesInverse();
    void mercatorOfKnownPoints();
    void mercatorGoesBothWays();
    void tileBoundsCoverTheWorldOnce();
    void localFrameIsMetres();
};

void GeoTest::validityOfPositions() {
    QVERIFY((LatLon{90, -180}.valid()));
    QVERIFY((!LatLon{90.0000001, 0}.valid()));
    QVERIFY((!LatLon{0, 180.1}.valid()));
    QVERIFY((!LatLon{std::nan(""), 0}.valid()));
    QVERIFY((!LatLon{0, INFINITY}.valid()));
}

void GeoTest::datumNamesGoBothWays() {
    for (const auto datum : {HeightDatum::Amsl, HeightDatum::W84, HeightDatum::Std})
        QVERIFY(heightDatumFromString(toString(datum)) == datum);
    QVERIFY(!heightDatumFromString("AGL"));
    QVERIFY(!heightDatumFromString("amsl"));
}

void GeoTest::geodesicOfAKnownLine() {
    // Vincenty's test line Flinders Peak - Buninyong on GRS80/WGS84 (Geoscience Australia): 54,972.271 m, 306 deg 52'
    // 05.37".
    const auto line = inverse({-37.95103341666667, 144.42486788888889}, {-37.65282113888889, 143.92649552777778});
    QVERIFY(std::abs(line.distance_m - 54972.271) < 0.001);
    QVERIFY(std::abs(line.initialBearing_deg - (306 + 52.0 / 60 + 5.37 / 3600)) < 1e-5);
}

void GeoTest::directUndoesInverse() {
    std::mt19937_64 random(7);
    std::uniform_real_distribution latitude(-80.0, 80.0), longitude(-180.0, 180.0);
    for (int i = 0; i < 1000; ++i) {
        const LatLon a{latitude(random), longitude(random)}, b{latitude(random), longitude(random)};
        const auto line = inverse(a, b);
        QVERIFY(inverse(direct(a, line.initialBearing_deg, line.distance_m), b).distance_m < 1e-6);
    }
}

void GeoTest::mercatorOfKnownPoints() {
    const auto origin = toMercator({0, 0});
    QCOMPARE(origin.x, 0.5);
    QCOMPARE(origin.y, 0.5);
    QVERIFY(std::abs(toMercator({mercatorMaxLatitude_deg, -180}).y) < 1e-12);
    QVERIFY(std::abs(toMercator({90, 0}).y) < 1e-12); // beyond the square: on its edge
    QVERIFY(std::abs(toMercator({-90, 180}).y - 1) < 1e-12);
}

void GeoTest::mercatorGoesBothWays() {
    std::mt19937_64 random(8);
    std::uniform_real_distribution latitude(-85.0, 85.0), longitude(-180.0, 180.0);
    for (int i = 0; i < 10'000; ++i) {
        const LatLon point{latitude(random), longitude(random)};
        const LatLon back = fromMercator(toMercator(point));
        QVERIFY(std::abs(back.latitude_deg - point.latitude_deg) < 1e-11);
        QVERIFY(std::abs(back.longitude_deg - point.longitude_deg) < 1e-11);
    }
}

void GeoTest::tileBoundsCoverTheWorldOnce() {
    const auto world = tileBounds_m(0, 0, 0);
    QVERIFY(std::abs(world.east - 20037508.342789244) < 1e-6);
    QVERIFY(std::abs(world.south + 20037508.342789244) < 1e-6);
    const auto left = tileBounds_m(3, 2, 5), right = tileBounds_m(3, 3, 5), below = tileBounds_m(3, 2, 6);
    QCOMPARE(left.east, right.west);
    QCOMPARE(left.south, below.north);
}

void GeoTest::localFrameIsMetres() {
    const LatLon seoul{37.5665, 126.9780};
    const LocalFrame frame(seoul);
    for (const double bearing_deg : {0.0, 90.0, 200.0}) {
        const auto place = frame.toEnu(direct(seoul, bearing_deg, 1000.0), 0.0);
        QVERIFY(std::abs(std::hypot(place.east, place.north) - 1000.0) < 0.01);
        QVERIFY(std::abs(place.up + 1000.0 * 1000.0 / 2 / 6'371'000.0) < 0.01); // the earth falls away
    }
    const auto there = frame.toEnu({37.60, 127.05}, 120.0);
    const LatLon back = frame.toLatLon(there);
    QVERIFY(inverse(back, {37.60, 127.05}).distance_m < 1e-6);
}

QTEST_GUILESS_MAIN(GeoTest)
#include "geo_test.moc"
