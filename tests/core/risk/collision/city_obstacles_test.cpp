#include "core/risk/collision/city_obstacles.h"

#include "core/city/synthetic_city.h"
#include "core/geo/geodesic.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace haneul;
using namespace haneul::risk::collision;

namespace {

constexpr geo::LatLon start{37.5663, 126.9779};
const haneul::Provenance measured{"Register", "Office", "2025-06", false};

// So many metres along the route, which goes east, and beside it, to the north.
geo::LatLon off(double along_m, double beside_m) {
    return geo::direct(geo::direct(start, 90, along_m), 0, beside_m);
}

std::vector<geo::LatLon> box(double along_m, double beside_m, double long_m, double wide_m) {
    return {off(along_m, beside_m), off(along_m + long_m, beside_m), off(along_m + long_m, beside_m + wide_m),
            off(along_m, beside_m + wide_m)};
}

city::Building building(const char* name, std::vector<geo::LatLon> outer, std::optional<double> height_m = 30.0) {
    return {.name = name, .outline = {.outer = std::move(outer), .holes = {}}, .height_m = height_m, .sheltering = {}};
}

city::CityData cityOf(std::vector<city::Building> buildings, const haneul::Provenance& from = measured) {
    city::CityLayers layers;
    layers.buildings.push_back({from, std::move(buildings)});
    return city::CityData(std::move(layers));
}

const std::vector<geo::LatLon>& route() {
    static const std::vector<geo::LatLon> places{start, off(2'000, 0)};
    return places;
}

bool near(double value, double wanted, double within = 0.05) {
    return std::abs(value - wanted) <= within;
}

} // namespace

class CityObstaclesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatStandsInTheCorridor_data();
    void whatStandsInTheCorridor(); // R-CRM-11
    void theNearestComesFirstWithItsSource();
    void aCourtyardIsNotABuilding();
    void aBendIsFollowed();
    void whatIsNotKnownStaysUnknown();
    void wrongQuestionsAreRefused_data();
    void wrongQuestionsAreRefused();
    void aSyntheticCitySaysSo();
};

void CityObstaclesTest::whatStandsInTheCorridor_data() {
    QTest::addColumn<std::vector<geo::LatLon>>("outline");
    QTest::addColumn<double>("distance_m"); // below 0: not in it
    QTest::newRow("beside the line") << box(500, 60, 20, 10) << 60.0;
    QTest::newRow("on the other side") << box(500, -90, 20, 10) << 80.0;
    QTest::newRow("touching the edge of the corridor") << box(500, 100, 20, 10) << 100.0;
    QTest::newRow("just outside") << box(500, 100.2, 20, 10) << -1.0;
    QTest::newRow("half in it") << box(500, 95, 20, 200) << 95.0;
    QTest::newRow("touching the line") << box(500, 0, 20, 10) << 0.0;
    QTest::newRow("the line crosses it") << box(500, -5, 20, 10) << 0.0;
    QTest::newRow("the line begins in it") << box(-10, -10, 20, 20) << 0.0;
    QTest::newRow("before the start") << box(-80, -10, 20, 20) << 60.0;
    QTest::newRow("after the end, outside") << box(2'110, -10, 20, 20) << -1.0;
    QTest::newRow("around all of the corridor") << box(-3'000, -3'000, 8'000, 6'000) << 0.0;
}

void CityObstaclesTest::whatStandsInTheCorridor() {
    QFETCH(const std::vector<geo::LatLon>, outline);
    QFETCH(const double, distance_m);
    const auto along = obstaclesAlong(cityOf({building("A", outline)}), route(), 100);
    QVERIFY(along);
    QCOMPARE(along->obstacles.size(), distance_m < 0 ? 0U : 1U);
    if (distance_m < 0) return;
    QVERIFY2(near(along->obstacles.front().distance_m, distance_m),
             qPrintable(QString::number(along->obstacles.front().distance_m)));
    QCOMPARE(along->obstacles.front().top_m, std::optional(30.0));
}

void CityObstaclesTest::theNearestComesFirstWithItsSource() {
    const auto along =
        obstaclesAlong(cityOf({building("far", box(1'500, 80, 10, 10), 12),
                               building("long", box(100, 40, 1'800, 10), 25), building("", box(300, 60, 10, 10), 8)}),
                       route(), 100);
    QVERIFY(along);
    QCOMPARE(along->obstacles.size(), 3U); // the long one is met by each piece of the route, and counts once
    QCOMPARE(along->obstacles[0].name, std::string("long"));
    QVERIFY(near(along->obstacles[0].distance_m, 40));
    QVERIFY(along->obstacles[1].name.starts_with("37.56")); // nobody named it: its place
    QCOMPARE(along->obstacles[2].name, std::string("far"));
    QCOMPARE(along->obstacles[2].source, std::string("Register (Office, 2025-06)"));
    QCOMPARE(along->from.size(), 1U);
    QVERIFY(!along->synthetic);
}

void CityObstaclesTest::aCourtyardIsNotABuilding() {
    city::Building ring = building("ring", box(-500, -500, 3'000, 1'000));
    ring.outline.holes.push_back(box(-200, -70, 2'400, 140));
    auto along = obstaclesAlong(cityOf({ring}), route(), 100);
    QVERIFY(along);
    QCOMPARE(along->obstacles.size(), 1U);
    QVERIFY2(near(along->obstacles[0].distance_m, 70), qPrintable(QString::number(along->obstacles[0].distance_m)));
    // Wider than the corridor: nothing is in it.
    ring.outline.holes.front() = box(-200, -150, 2'400, 300);
    along = obstaclesAlong(cityOf({ring}), route(), 100);
    QVERIFY(along && along->obstacles.empty());
    // The line leaves the courtyard.
    ring.outline.holes.front() = box(-200, -70, 1'000, 140);
    along = obstaclesAlong(cityOf({ring}), route(), 100);
    QVERIFY(along && along->obstacles.size() == 1 && along->obstacles[0].distance_m == 0);
    // A courtyard elsewhere changes nothing.
    ring.outline.holes.front() = box(500, 200, 100, 100);
    along = obstaclesAlong(cityOf({ring}), route(), 100);
    QVERIFY(along && along->obstacles.size() == 1 && along->obstacles[0].distance_m == 0);
}

void CityObstaclesTest::aBendIsFollowed() {
    // East, then north: what is near the corner is in it, what is beside the chord of both ends is not.
    const std::vector<geo::LatLon> bent{start, off(1'000, 0), off(1'000, 1'000)};
    const auto along = obstaclesAlong(
        cityOf({building("corner", box(1'030, -20, 10, 10)), building("chord", box(480, 480, 40, 40))}), bent, 100);
    QVERIFY(along);
    QCOMPARE(along->obstacles.size(), 1U);
    QCOMPARE(along->obstacles[0].name, std::string("corner"));
    QVERIFY(near(along->obstacles[0].distance_m, std::hypot(30, 10)));
}

void CityObstaclesTest::whatIsNotKnownStaysUnknown() {
    const auto along = obstaclesAlong(
        cityOf({building("low", box(500, 20, 10, 10), 5), building("no height", box(700, 50, 10, 10), std::nullopt)}),
        route(), 100);
    QVERIFY(along);
    QCOMPARE(along->unknownHeight, 1U);
    QVERIFY(!along->obstacles[1].top_m);
    const auto check = checkCorridor(0, 1, 60, 75, 15, along->obstacles);
    QVERIFY(check);
    QVERIFY(check->verdict == CorridorVerdict::MaybeObstructed); // never taken for none
}

void CityObstaclesTest::wrongQuestionsAreRefused_data() {
    QTest::addColumn<std::vector<geo::LatLon>>("places");
    QTest::addColumn<double>("halfWidth_m");
    QTest::addColumn<bool>("known");
    QTest::addColumn<std::string>("code");
    QTest::newRow("one point") << std::vector{start} << 100.0 << true << std::string("INVALID_ARGUMENT");
    QTest::newRow("not on Earth") << std::vector{start, geo::LatLon{95, 0}} << 100.0 << true
                                  << std::string("INVALID_ARGUMENT");
    QTest::newRow("too long") << std::vector{start, geo::LatLon{33, 126}} << 100.0 << true
                              << std::string("INVALID_ARGUMENT");
    QTest::newRow("no width") << route() << 0.0 << true << std::string("INVALID_ARGUMENT");
    QTest::newRow("too wide") << route() << 10'001.0 << true << std::string("INVALID_ARGUMENT");
    QTest::newRow("not a number") << route() << std::nan("") << true << std::string("INVALID_ARGUMENT");
    QTest::newRow("no city") << route() << 100.0 << false << std::string("NO_BUILDINGS");
}

void CityObstaclesTest::wrongQuestionsAreRefused() {
    QFETCH(const std::vector<geo::LatLon>, places);
    QFETCH(const double, halfWidth_m);
    QFETCH(const bool, known);
    QFETCH(const std::string, code);
    const auto along = obstaclesAlong(known ? cityOf({}) : city::CityData(), places, halfWidth_m);
    QVERIFY(!along);
    QCOMPARE(along.error().code, code);
}

void CityObstaclesTest::aSyntheticCitySaysSo() {
    auto layers = city::syntheticCity({.centre = start, .width_m = 3'000, .height_m = 3'000});
    QVERIFY(layers);
    const city::CityData city(*std::move(layers));
    const std::vector<geo::LatLon> across{off(-1'200, 0), off(1'200, 0)};
    const auto along = obstaclesAlong(city, across, 40);
    QVERIFY(along && along->synthetic && !along->obstacles.empty());
    QVERIFY(along->obstacles.front().source.starts_with("SYNTHETIC"));
    QVERIFY(std::ranges::is_sorted(along->obstacles, {}, &Obstacle::distance_m));
    // As many as are found by looking at every building.
    const auto near = [&](const city::Building& each) {
        if (std::abs(each.outline.outer.front().latitude_deg - start.latitude_deg) > 0.003) return false; // 330 m
        for (double at_m = -1'200; at_m <= 1'200; at_m += 1)
            if (city::distance_m(each.outline, off(at_m, 0)) <= 39.9) return true;
        return false;
    };
    const auto& all = city.layers().buildings.front().buildings;
    const auto wanted =
        static_cast<std::size_t>(std::ranges::count_if(all, [&](const city::Building& each) { return near(each); }));
    QVERIFY2(along->obstacles.size() >= wanted && along->obstacles.size() <= wanted + 2,
             qPrintable(QStringLiteral("%1 and %2").arg(along->obstacles.size()).arg(wanted)));
    // Too many to be looked at by people.
    const auto many = obstaclesAlong(city, across, 2'000);
    QVERIFY(!many && many.error().code == "TOO_MANY_OBSTACLES");
}

QTEST_APPLESS_MAIN(CityObstaclesTest)
#include "city_obstacles_test.moc"
