#include "core/geo/volume4d.h"

#include "core/geo/geodesic.h"

#include <QtTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace haneul;
using namespace haneul::geo;

namespace {

const LatLon seoul{37.5665, 126.978};

// A star around a centre: sound by construction, edges of any length up to twice its size.
Polygon star(std::mt19937_64& random, LatLon centre, double size_m, int corners) {
    std::uniform_real_distribution<double> away(0.2, 1.0);
    Polygon polygon;
    for (int i = 0; i < corners; ++i)
        polygon.outer.push_back(direct(centre, 360.0 * i / corners, away(random) * size_m));
    return polygon;
}

LatLon anyNear(std::mt19937_64& random, LatLon centre, double size_m) {
    std::uniform_real_distribution<double> bearing(0, 360), away(0, 1.3);
    return direct(centre, bearing(random), away(random) * size_m);
}

Polygon square(LatLon centre, double half_m) {
    return {{direct(direct(centre, 0, half_m), 90, half_m), direct(direct(centre, 180, half_m), 90, half_m),
             direct(direct(centre, 180, half_m), 270, half_m), direct(direct(centre, 0, half_m), 270, half_m)},
            {}};
}

// The least distance to an edge by search along the geodesic itself.
double edgeDistance_m(LatLon a, LatLon b, LatLon point) {
    const GeodesicLine edge = inverse(a, b);
    const auto at = [&](double along_m) {
        return inverse(direct(a, edge.initialBearing_deg, along_m), point).distance_m;
    };
    double low = 0;
    double high = edge.distance_m;
    for (int i = 0; i < 60; ++i) {
        const double third = (high - low) / 3;
        (at(low + third) < at(high - third) ? high : low) += at(low + third) < at(high - third) ? -third : third;
    }
    return at((low + high) / 2);
}

double ringDistance_m(const std::vector<LatLon>& ring, LatLon point) {
    double least_m = 1e9;
    for (std::size_t i = 0; i < ring.size(); ++i)
        least_m = std::min(least_m, edgeDistance_m(ring[i], ring[(i + 1) % ring.size()], point));
    return least_m;
}

// By the angle that the ring turns around the point, in steps of at most 500 m.
bool inRing(const std::vector<LatLon>& ring, LatLon point) {
    double turned_deg = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GeodesicLine edge = inverse(ring[i], ring[(i + 1) % ring.size()]);
        const int steps = static_cast<int>(edge.distance_m / 500) + 1;
        double before_deg = inverse(point, ring[i]).initialBearing_deg;
        for (int step = 1; step <= steps; ++step) {
            const double next_deg =
                inverse(point, direct(ring[i], edge.initialBearing_deg, edge.distance_m * step / steps))
                    .initialBearing_deg;
            turned_deg += std::remainder(next_deg - before_deg, 360.0);
            before_deg = next_deg;
        }
    }
    return std::abs(turned_deg) > 180;
}

Volume4D between(std::optional<VerticalLimit> lower, std::optional<VerticalLimit> upper) {
    return {square(seoul, 500), lower, upper, {}, {}};
}

constexpr VerticalLimit amsl(double metres) {
    return {metres, VerticalReference::Amsl};
}

constexpr VerticalLimit agl(double metres) {
    return {metres, VerticalReference::Agl};
}

constexpr VerticalLimit w84(double metres) {
    return {metres, VerticalReference::W84};
}

Surroundings flat(double ground_m, double geoid_m) {
    return {[ground_m](LatLon) { return std::optional(ground_m); },
            [geoid_m](LatLon) { return std::optional(geoid_m); }};
}

} // namespace

class Volume4DTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void soundAreasAndWhatIsRefused_data();
    void soundAreasAndWhatIsRefused();
    void limitsAndTimesThatAreRefused();
    void pointAndDistanceAsBySearch_data();
    void pointAndDistanceAsBySearch(); // R-DB-09
    void longEdgesAreGeodesics();
    void holesAreOutside();
    void edgesBelongToTheArea();
    void circlesByGeodesicDistance();
    void areasThatTouchDoNotOverlap();
    void overlapAndDistanceAsBySamples(); // R-DB-09
    void nothingChangesOverTheAntimeridian();
    void boxesHoldTheirAreas();
    void timesAreHalfOpen();
    void heights_data();
    void heights(); // R-SVC-03
    void aglWithoutTerrainIsNotJudged();
    void heightsOverSlopingGround();
    void largeGroundIsNeverClear();
    void heightsOfALimit();
    void volumesMeetInAllFour();
};

void Volume4DTest::soundAreasAndWhatIsRefused_data() {
    QTest::addColumn<Polygon>("polygon");
    QTest::addColumn<QString>("where"); // empty: sound
    const Polygon sound = square(seoul, 1000);
    const auto& corner = sound.outer;
    const auto row = [](const char* name, const Polygon& polygon, const char* where) {
        QTest::newRow(name) << polygon << QString::fromLatin1(where);
    };
    row("square", sound, "");
    row("the other way round", {{corner[3], corner[2], corner[1], corner[0]}, {}}, "");
    row("with a hole", {corner, {square(seoul, 200).outer}}, "");
    row("two points", {{corner[0], corner[1]}, {}}, "area.outer");
    row("closed by itself", {{corner[0], corner[1], corner[2], corner[3], corner[0]}, {}}, "area.outer[4]");
    row("a bow tie", {{corner[0], corner[2], corner[1], corner[3]}, {}}, "area.outer[0]");
    row("not a place", {{corner[0], {91, 0}, corner[2]}, {}}, "area.outer[1]");
    row("not a number", {{corner[0], corner[1], {std::nan(""), 0}}, {}}, "area.outer[2]");
    row("on one line", {{{0, 10}, {0, 11}, {0, 12}}, {}}, "area.outer");
    row("hole outside", {corner, {square(direct(seoul, 90, 5000), 200).outer}}, "area");
    row("hole of two points", {corner, {{corner[0], corner[1]}}}, "area.holes[0]");
    row("half of the Earth", {{{0, 0}, {0, 100}, {60, 50}}, {}}, "area.outer[0]");
    Polygon many;
    for (int i = 0; i < 100'001; ++i)
        many.outer.push_back(direct(seoul, 360.0 * i / 100'001, 50'000));
    row("100,001 points", many, "area");
}

void Volume4DTest::soundAreasAndWhatIsRefused() {
    QFETCH(const Polygon, polygon);
    QFETCH(const QString, where);
    const auto checked = check(Area(polygon));
    QCOMPARE(checked.has_value(), where.isEmpty());
    if (checked) return;
    QCOMPARE(QString::fromStdString(checked.error().code), QStringLiteral("BAD_AREA"));
    QCOMPARE(QString::fromStdString(checked.error().where), where);
    QVERIFY(!checked.error().message.empty());
}

void Volume4DTest::limitsAndTimesThatAreRefused() {
    const auto codeOf = [](const Volume4D& volume) {
        const auto checked = check(volume);
        return checked ? std::string() : checked.error().code + ' ' + checked.error().where;
    };
    QCOMPARE(codeOf(between(amsl(0), amsl(120))), std::string());
    QCOMPARE(codeOf(between({}, {})), std::string());
    QCOMPARE(codeOf(between(amsl(500), agl(120))), std::string()); // not comparable without terrain
    QCOMPARE(codeOf(between(amsl(120), amsl(0))), std::string("BAD_LIMITS upper"));
    QCOMPARE(codeOf(between(amsl(120), amsl(120))), std::string("BAD_LIMITS upper"));
    QCOMPARE(codeOf(between(agl(std::nan("")), {})), std::string("BAD_LIMITS lower"));
    Volume4D volume = between({}, {});
    volume.from = volume.to = utcMs(1000);
    QCOMPARE(codeOf(volume), std::string("BAD_TIMES to"));
    volume.to = utcMs(1001);
    QCOMPARE(codeOf(volume), std::string());
    for (const double radius_m : {0.0, -1.0, std::nan(""), double(INFINITY)})
        QVERIFY(!check(Area(Circle{seoul, radius_m})));
    QVERIFY(check(Area(Circle{seoul, 0.5})));
    QVERIFY(!check(Area(Circle{{91, 0}, 5})));
}

void Volume4DTest::pointAndDistanceAsBySearch_data() {
    QTest::addColumn<LatLon>("centre");
    QTest::addColumn<double>("size_m");
    QTest::newRow("Seoul, 1 km") << seoul << 1000.0;
    QTest::newRow("Seoul, 100 km") << seoul << 100'000.0;
    QTest::newRow("over the antimeridian") << LatLon{-17, 179.9} << 100'000.0;
    QTest::newRow("over the north pole") << LatLon{89.7, 40} << 100'000.0;
    QTest::newRow("equator") << LatLon{0.1, 0.1} << 50'000.0;
}

void Volume4DTest::pointAndDistanceAsBySearch() {
    QFETCH(const LatLon, centre);
    QFETCH(const double, size_m);
    std::mt19937_64 random(11);
    for (int round = 0; round < 8; ++round) {
        const Polygon polygon = star(random, centre, size_m, 5 + round);
        QVERIFY(check(Area(polygon)));
        for (int i = 0; i < 15; ++i) {
            const LatLon point = anyNear(random, centre, size_m);
            const double edge_m = ringDistance_m(polygon.outer, point);
            if (edge_m < 0.1) continue;
            const bool inside = inRing(polygon.outer, point);
            QCOMPARE(contains(Area(polygon), point), inside);
            const double found_m = distance_m(Area(polygon), point);
            QVERIFY2(std::abs(found_m - (inside ? 0 : edge_m)) < 0.1,
                     qPrintable(QStringLiteral("%1 %2").arg(found_m).arg(edge_m)));
        }
    }
}

void Volume4DTest::longEdgesAreGeodesics() {
    // Along 60 north the geodesic runs up to 10.5 km north of the parallel over 10 degrees.
    const Polygon band{{{60, 0}, {60, 10}, {59, 10}, {59, 0}}, {}};
    const LatLon middle =
        direct({60, 0}, inverse({60, 0}, {60, 10}).initialBearing_deg, inverse({60, 0}, {60, 10}).distance_m / 2);
    QVERIFY(middle.latitude_deg > 60.09);
    QVERIFY(contains(Area(band), direct(middle, 180, 0.1)));
    QVERIFY(!contains(Area(band), direct(middle, 0, 0.1)));
    QVERIFY(boxOf(Area(band)).north_deg >= middle.latitude_deg);
}

void Volume4DTest::holesAreOutside() {
    const Area ring = Polygon{square(seoul, 1000).outer, {square(seoul, 200).outer}};
    QVERIFY(!contains(ring, seoul));
    QVERIFY(std::abs(distance_m(ring, seoul) - 200) < 0.1);
    QVERIFY(contains(ring, direct(seoul, 90, 300)));
    QVERIFY(contains(ring, square(seoul, 200).outer[0])); // the edge of the hole
    QVERIFY(!overlap(ring, Area(Circle{seoul, 199.9})));
    QVERIFY(overlap(ring, Area(Circle{seoul, 200.1})));
    QVERIFY(!overlap(ring, Area(square(seoul, 150))));
    QVERIFY(overlap(ring, Area(square(seoul, 250))));
}

void Volume4DTest::edgesBelongToTheArea() {
    const Polygon polygon = square(seoul, 40'000);
    for (std::size_t i = 0; i < 4; ++i) {
        QVERIFY(contains(Area(polygon), polygon.outer[i]));
        const GeodesicLine edge = inverse(polygon.outer[i], polygon.outer[(i + 1) % 4]);
        for (const double part : {0.1, 0.37, 0.5, 0.93})
            QVERIFY(contains(Area(polygon), direct(polygon.outer[i], edge.initialBearing_deg, part * edge.distance_m)));
    }
}

void Volume4DTest::circlesByGeodesicDistance() {
    const Area circle = Circle{seoul, 9300};
    for (int bearing = 0; bearing < 360; bearing += 7) {
        QVERIFY(contains(circle, direct(seoul, bearing, 9299.99)));
        QVERIFY(!contains(circle, direct(seoul, bearing, 9300.01)));
        const LatLon away = direct(seoul, bearing, 12'300);
        QVERIFY(std::abs(distance_m(circle, away) - 3000) < 0.001);
        QVERIFY(!overlap(circle, Area(Circle{away, 2999.9})));
        QVERIFY(overlap(circle, Area(Circle{away, 3000.1})));
        QVERIFY(std::abs(distance_m(circle, Area(Circle{away, 1000})) - 2000) < 0.001);
        const Polygon beside = square(away, 500);
        const double gap_m = distance_m(Area(beside), seoul) - 9300;
        QVERIFY(std::abs(distance_m(circle, Area(beside)) - gap_m) < 0.001);
        QVERIFY(!overlap(circle, Area(beside)));
        QVERIFY(overlap(Area(beside), Area(Circle{seoul, 9300 + gap_m + 0.01})));
    }
    QVERIFY(overlap(circle, Area(Circle{seoul, 1}))); // one in the other
    QVERIFY(overlap(Area(square(seoul, 100)), circle));
    QVERIFY(overlap(Area(square(seoul, 50'000)), circle));
}

void Volume4DTest::areasThatTouchDoNotOverlap() {
    const LatLon a{37, 127}, b{37, 127.4}, c{37.4, 127.4}, d{37.4, 127}, e{37, 127.8}, f{37.4, 127.8};
    const Area west = Polygon{{a, b, c, d}, {}};
    const Area east = Polygon{{b, e, f, c}, {}};
    QVERIFY(!overlap(west, east));
    QCOMPARE(distance_m(west, east), 0.0);
    const Area corner = Polygon{{c, f, {37.8, 127.8}, {37.8, 127.4}}, {}};
    QVERIFY(!overlap(west, corner));
    // A shared edge of which the other has only a part.
    const GeodesicLine edge = inverse(b, c);
    const Area part = Polygon{{direct(b, edge.initialBearing_deg, 0.31 * edge.distance_m),
                               {37.15, 127.7},
                               direct(b, edge.initialBearing_deg, 0.64 * edge.distance_m)},
                              {}};
    QVERIFY(!overlap(west, part));
    const Area over = Polygon{{direct(direct(b, edge.initialBearing_deg, 0.31 * edge.distance_m), 270, 0.5),
                               {37.15, 127.7},
                               direct(direct(b, edge.initialBearing_deg, 0.64 * edge.distance_m), 270, 0.5)},
                              {}};
    QVERIFY(overlap(west, over));
    QVERIFY(overlap(west, west));
}

void Volume4DTest::overlapAndDistanceAsBySamples() {
    std::mt19937_64 random(12);
    int together = 0;
    for (int round = 0; round < 150; ++round) {
        const Polygon one = star(random, seoul, 20'000, 7);
        const LatLon centre = anyNear(random, seoul, 30'000);
        const Polygon other = star(random, centre, 12'000, 6);
        const bool met = overlap(Area(one), Area(other));
        QCOMPARE(overlap(Area(other), Area(one)), met);
        const double apart_m = distance_m(Area(one), Area(other));
        QVERIFY(met == (apart_m == 0));
        together += met;
        // A common point means overlap; no point of either is nearer to the other than the distance.
        for (int i = 0; i < 30; ++i) {
            const LatLon point = anyNear(random, centre, 12'000);
            if (!contains(Area(other), point)) continue;
            const double point_m = distance_m(Area(one), point);
            QVERIFY(point_m >= apart_m - 0.1);
            if (point_m == 0) QVERIFY(met);
        }
        if (met) continue;
        double least_m = 1e9; // of polygons apart, one end of the shortest line is a corner
        for (const LatLon corner : one.outer)
            least_m = std::min(least_m, distance_m(Area(other), corner));
        for (const LatLon corner : other.outer)
            least_m = std::min(least_m, distance_m(Area(one), corner));
        QVERIFY2(std::abs(least_m - apart_m) < 0.1, qPrintable(QStringLiteral("%1 %2").arg(least_m).arg(apart_m)));
    }
    QVERIFY(together > 30 && together < 140);
}

void Volume4DTest::nothingChangesOverTheAntimeridian() {
    std::mt19937_64 random(13);
    const auto turned = [](Polygon polygon) {
        for (LatLon& point : polygon.outer)
            point.longitude_deg = std::remainder(point.longitude_deg + 53, 360.0);
        return polygon;
    };
    for (int round = 0; round < 60; ++round) {
        const Polygon one = star(random, {37, 127}, 20'000, 7);
        const Polygon other = star(random, anyNear(random, {37, 127}, 30'000), 12'000, 6);
        QCOMPARE(overlap(Area(turned(one)), Area(turned(other))), overlap(Area(one), Area(other)));
        QVERIFY(std::abs(distance_m(Area(turned(one)), Area(turned(other))) - distance_m(Area(one), Area(other))) <
                0.01);
    }
    const Box box = boxOf(Area(turned(square({37, 127}, 5000))));
    QVERIFY(box.west_deg > 179.9 && box.east_deg < -179.9);
}

void Volume4DTest::boxesHoldTheirAreas() {
    std::mt19937_64 random(14);
    const auto holds = [](const Box& box, LatLon point) {
        const bool between = box.west_deg <= box.east_deg
                                 ? point.longitude_deg >= box.west_deg && point.longitude_deg <= box.east_deg
                                 : point.longitude_deg >= box.west_deg || point.longitude_deg <= box.east_deg;
        return between && point.latitude_deg >= box.south_deg && point.latitude_deg <= box.north_deg;
    };
    for (const LatLon centre : {seoul, LatLon{-17, 179.95}, LatLon{89.8, 3}, LatLon{-70, -179.99}})
        for (int round = 0; round < 20; ++round) {
            const Area areas[] = {star(random, centre, 60'000, 5), Circle{anyNear(random, centre, 9000), 50'000}};
            for (const Area& area : areas)
                for (int i = 0; i < 200; ++i)
                    if (const LatLon point = anyNear(random, centre, 60'000); contains(area, point))
                        QVERIFY(holds(boxOf(area), point));
        }
}

void Volume4DTest::timesAreHalfOpen() {
    Volume4D one = between({}, {});
    Volume4D other = one;
    QVERIFY(timesOverlap(one, other));
    one.to = utcMs(1000);
    other.from = utcMs(1000);
    QVERIFY(!timesOverlap(one, other));
    QVERIFY(!timesOverlap(other, one));
    other.from = utcMs(999);
    QVERIFY(timesOverlap(one, other));
    other.to = utcMs(2000);
    one.from = utcMs(2000);
    one.to.reset();
    QVERIFY(!timesOverlap(one, other));
}

void Volume4DTest::heights_data() {
    using Limit = std::optional<VerticalLimit>;
    QTest::addColumn<Limit>("lower");
    QTest::addColumn<Limit>("upper");
    QTest::addColumn<Limit>("otherLower");
    QTest::addColumn<Limit>("otherUpper");
    QTest::addColumn<int>("unseen"); // without terrain and geoid
    QTest::addColumn<int>("seen");   // ground 50 m, geoid 23 m
    const auto row = [](const char* name, Limit a, Limit b, Limit c, Limit d, Judgement unseen, Judgement seen) {
        QTest::newRow(name) << a << b << c << d << static_cast<int>(unseen) << static_cast<int>(seen);
    };
    using enum Judgement;
    row("one reference, apart", amsl(0), amsl(100), amsl(100), amsl(200), No, No);
    row("one reference, together", amsl(0), amsl(100), amsl(99), amsl(200), Yes, Yes);
    row("AGL both, apart", agl(0), agl(100), agl(100), agl(120), No, No);
    row("AGL both, together", agl(0), agl(120), agl(100), agl(150), Yes, Yes);
    row("all of the height", {}, {}, amsl(10), amsl(20), Yes, Yes);
    row("ground without end", agl(0), {}, amsl(10), amsl(20), Yes, Yes);
    row("AGL under AMSL, apart", agl(0), agl(120), amsl(170), amsl(300), Unknown, No);
    row("AGL under AMSL, together", agl(0), agl(120), amsl(169), amsl(300), Unknown, Yes);
    row("higher than any mountain", agl(0), agl(120), amsl(9500), amsl(9900), No, No);
    row("over any mountain", amsl(0), amsl(20'000), agl(100), agl(120), Unknown, Yes);
    row("W84 and AMSL, apart", w84(0), w84(100), amsl(80), amsl(200), Unknown, No);
    row("W84 and AMSL, together", w84(0), w84(100), amsl(70), amsl(200), Unknown, Yes);
    row("W84 and AMSL, far apart", w84(0), w84(100), amsl(300), amsl(400), No, No);
    row("W84 and AGL", w84(173), w84(200), agl(0), agl(101), Unknown, Yes);
    row("W84 and AGL, apart", w84(175), w84(200), agl(0), agl(101), Unknown, No);
}

void Volume4DTest::heights() {
    using Limit = std::optional<VerticalLimit>;
    QFETCH(const Limit, lower);
    QFETCH(const Limit, upper);
    QFETCH(const Limit, otherLower);
    QFETCH(const Limit, otherUpper);
    QFETCH(const int, unseen);
    QFETCH(const int, seen);
    const Volume4D one = between(lower, upper);
    const Volume4D other = between(otherLower, otherUpper);
    for (const auto& [a, b] : {std::pair(one, other), std::pair(other, one)}) {
        const Judged blind = heightsOverlap(a, b, {});
        QCOMPARE(static_cast<int>(blind.answer), unseen);
        QCOMPARE(!blind.why.empty(), blind.answer == Judgement::Unknown);
        QCOMPARE(static_cast<int>(heightsOverlap(a, b, flat(50, 23)).answer), seen);
    }
}

// Acceptance scenario A6 begins here: never silence.
void Volume4DTest::aglWithoutTerrainIsNotJudged() {
    const Volume4D zone = between(agl(0), agl(150));
    const Volume4D flight = between(amsl(500), amsl(600));
    const Judged judged = overlap(zone, flight, {});
    QCOMPARE(judged.answer, Judgement::Unknown);
    QVERIFY2(judged.why.starts_with("no terrain at 37.5"), judged.why.c_str());
    // Terrain with one hole in it: a certain hit elsewhere is a hit, otherwise the hole stays unknown.
    const auto holed = [](double ground_m) {
        return Surroundings{[ground_m](LatLon place) {
                                return place.longitude_deg > seoul.longitude_deg ? std::optional(ground_m)
                                                                                 : std::nullopt;
                            },
                            {}};
    };
    QCOMPARE(overlap(zone, flight, holed(400)).answer, Judgement::Yes);
    QCOMPARE(overlap(zone, flight, holed(40)).answer, Judgement::Unknown);
}

void Volume4DTest::heightsOverSlopingGround() {
    // A5: one AMSL height, falling ground. The hill stands in the east; only there the flight is under 120 m.
    const Surroundings hill{
        [](LatLon place) { return std::optional(place.longitude_deg > seoul.longitude_deg + 0.004 ? 300.0 : 20.0); },
        {}};
    const Volume4D low{square(seoul, 500), agl(0), agl(120), {}, {}};
    const Volume4D flight{square(seoul, 500), amsl(350), amsl(380), {}, {}};
    QCOMPARE(heightsOverlap(low, flight, hill).answer, Judgement::Yes);
    Volume4D west = flight;
    west.area = square(direct(seoul, 270, 400), 300);
    QCOMPARE(heightsOverlap(low, west, hill).answer, Judgement::No);
}

void Volume4DTest::largeGroundIsNeverClear() {
    const Volume4D wide{square(seoul, 50'000), agl(0), agl(120), {}, {}};
    const Volume4D flight{square(seoul, 50'000), amsl(500), amsl(600), {}, {}};
    const Judged judged = heightsOverlap(wide, flight, flat(50, 23));
    QCOMPARE(judged.answer, Judgement::Unknown);
    QVERIFY(judged.why.contains("too large"));
    QCOMPARE(heightsOverlap(wide, flight, flat(450, 23)).answer, Judgement::Yes);
    QVERIFY(amslOver(agl(120), wide.area, flat(50, 23)).error().code == "AREA_TOO_LARGE");
}

void Volume4DTest::heightsOfALimit() {
    const Area area = square(seoul, 500);
    QCOMPARE(amslOver(amsl(120), area, {})->least_m, 120.0);
    QCOMPARE(amslOver(agl(120), area, {}).error().code, std::string("NO_TERRAIN"));
    QCOMPARE(amslOver(w84(120), area, {}).error().code, std::string("NO_GEOID"));
    const Surroundings slope{[](LatLon place) { return std::optional((place.latitude_deg - 37) * 1000); }, {}};
    const auto range = amslOver(agl(120), area, slope);
    QVERIFY(range);
    const Polygon corners = std::get<Polygon>(area);
    QVERIFY(std::abs(range->greatest_m - ((corners.outer[0].latitude_deg - 37) * 1000 + 120)) < 0.01);
    QVERIFY(std::abs(range->least_m - ((corners.outer[1].latitude_deg - 37) * 1000 + 120)) < 0.01);
    const auto ellipsoid = amslOver(w84(120), area, flat(50, 23));
    QVERIFY(std::abs(ellipsoid->least_m - 97) < 0.05 && std::abs(ellipsoid->greatest_m - 97) < 0.05);
}

void Volume4DTest::volumesMeetInAllFour() {
    Volume4D zone{Circle{seoul, 1000}, agl(0), {}, utcMs(0), utcMs(1000)};
    Volume4D flight{square(direct(seoul, 90, 1200), 300), amsl(50), amsl(90), utcMs(500), utcMs(1500)};
    QCOMPARE(overlap(zone, flight, {}).answer, Judgement::Yes);
    flight.from = utcMs(1000);
    QCOMPARE(overlap(zone, flight, {}).answer, Judgement::No);
    flight.from = utcMs(999);
    zone.upper = agl(120);
    QCOMPARE(overlap(zone, flight, {}).answer, Judgement::Unknown);
    flight.area = square(direct(seoul, 90, 1400), 300);
    QCOMPARE(overlap(zone, flight, {}).answer, Judgement::No); // beside it, whatever the heights
    QCOMPARE(verticalReferenceFromString("AGL"), std::optional(VerticalReference::Agl));
    QVERIFY(!verticalReferenceFromString("WGS84"));
}

QTEST_APPLESS_MAIN(Volume4DTest)
#include "volume4d_test.moc"
