#include "tests/core/plan/plan_examples.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <limits>

using namespace haneul;
using namespace haneul::plan;
using namespace haneul::tests;

class ContainmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void timesOfTheLegs();             // R-PLAN-02
    void everySecondIsInAVolume();     // R-PLAN-02 R-SVC-10
    void theMarginsAreInsideToo();     // R-PLAN-02
    void volumesAreSoundAndTight();    // R-PLAN-02
    void patternsAreContainedToo();    // R-GEN-07 R-PLAN-02
    void anAreaStaysAsItIs();          // R-PLAN-02
    void whatCannotBeFlownIsRefused(); // R-PLAN-02
    void whatCannotBeFlownIsRefused_data();
    void marginsThatContainNothingAreRefused();
    void insideAndOutside();
};

namespace {

bool insideAny(const std::vector<geo::Volume4D>& volumes, const TimedRoute& route, const TimedPoint& point, UtcMs at) {
    return std::ranges::any_of(volumes, [&](const geo::Volume4D& volume) {
        return contains(volume, point.place, {point.height_m, route.reference}, at);
    });
}

} // namespace

void ContainmentTest::timesOfTheLegs() {
    const WaypointRoute route{{{cityHall, amsl(40)},
                               {cityHall, amsl(100), milliseconds(5'000)},
                               {placeAt(1200, 0), amsl(100)},
                               {placeAt(1200, 0), amsl(80)}}};
    const OperatingParameters speeds{.cruise_mps = 12, .climb_mps = 3, .descent_mps = 2};
    const auto way = timed(route, speeds, noon);
    QVERIFY_RESULT(way);
    QCOMPARE(way->points.size(), std::size_t{5}); // the hold is two
    const auto ms = [&](std::size_t n) { return (way->points[n].at - noon).count(); };
    QCOMPARE(ms(1), 20'000); // 60 m at 3 m/s
    QCOMPARE(ms(2), 25'000);
    QVERIFY(std::abs(ms(3) - 125'000) <= 1); // 1,200 m at 12 m/s
    QCOMPARE(ms(4) - ms(3), 10'000);         // 20 m at 2 m/s
    const auto middle = way->at(noon + milliseconds(75'000));
    QVERIFY(std::abs(geo::inverse(cityHall, middle.place).distance_m - 600) < 0.1);
    QCOMPARE(middle.height_m, 100.0);
    QCOMPARE(way->at(noon + milliseconds(10'000)).height_m, 70.0);
    QCOMPARE(way->at(noon - milliseconds(10'000)).height_m, 40.0);
    QCOMPARE(way->at(noon + milliseconds(999'000)).height_m, 80.0);
}

void ContainmentTest::everySecondIsInAVolume() {
    sim::Random random(5);
    std::size_t samples = 0;
    for (int n = 0; n < 60; ++n) {
        const auto route = timed(randomRoute(random), randomSpeeds(random), noon);
        if (!route) {
            QCOMPARE(route.error().code, std::string("BAD_ROUTE")); // all its points the same
            continue;
        }
        const Containment containment{.horizontal_m = random.uniform(1, 100),
                                      .vertical_m = random.uniform(1, 30),
                                      .before = milliseconds(random.between(1, 60'000)),
                                      .after = milliseconds(random.between(1, 60'000)),
                                      .longest = milliseconds(random.between(5'000, 300'000))};
        const auto volumes = volumesOf(*route, containment);
        QVERIFY_RESULT(volumes);
        for (UtcMs at = route->start(); at <= route->end(); at += milliseconds(1000)) {
            QVERIFY(insideAny(*volumes, *route, route->at(at), at));
            ++samples;
        }
        QVERIFY(insideAny(*volumes, *route, route->points.back(), route->end()));
    }
    QVERIFY(samples > 5'000);
}

void ContainmentTest::theMarginsAreInsideToo() {
    sim::Random random(6);
    for (int n = 0; n < 40; ++n) {
        const auto route = timed(randomRoute(random), randomSpeeds(random), noon);
        if (!route) continue;
        const Containment containment{};
        const auto volumes = volumesOf(*route, containment);
        QVERIFY_RESULT(volumes);
        for (int sample = 0; sample < 100; ++sample) {
            const UtcMs planned = noon + milliseconds(random.between(0, (route->end() - noon).count()));
            auto astray = route->at(planned);
            astray.place =
                geo::direct(astray.place, random.uniform(0, 360), containment.horizontal_m * random.uniform(0, 1));
            astray.height_m += containment.vertical_m * random.uniform(-1, 1);
            if (route->reference == geo::VerticalReference::Agl && astray.height_m < 0) astray.height_m = 0;
            const UtcMs at =
                planned + milliseconds(random.between(-containment.before.count(), containment.after.count() - 1));
            QVERIFY(insideAny(*volumes, *route, astray, at));
        }
    }
}

void ContainmentTest::volumesAreSoundAndTight() {
    const auto plan = deliveryPlan();
    for (const auto& volume : plan.volumes) {
        QVERIFY_RESULT(geo::check(volume));
        QVERIFY((*volume.to - *volume.from) <= milliseconds(120'000 + 90'000));
        // Nothing 45 m away from the way, half as far again as the margin, is in it.
        const auto route = *timed(std::get<WaypointRoute>(plan.operation), plan.parameters, plan.start);
        const auto box = geo::boxOf(volume.area);
        for (double lat = box.south_deg; lat <= box.north_deg; lat += 2e-4)
            for (double lon = box.west_deg; lon <= box.east_deg; lon += 2e-4) {
                if (!geo::contains(volume.area, {lat, lon})) continue;
                double nearest = std::numeric_limits<double>::infinity();
                for (UtcMs at = route.start(); at <= route.end(); at += milliseconds(1000))
                    nearest = std::min(nearest, geo::inverse(route.at(at).place, {lat, lon}).distance_m);
                QVERIFY2(nearest < 45, qPrintable(QString::number(nearest)));
            }
    }
}

void ContainmentTest::patternsAreContainedToo() {
    auto plan = deliveryPlan();
    plan.parameters.cruise_mps = 8;
    for (const Operation& operation :
         {Operation(GridPattern{rectangle(0, 0, 300, 200), 50, 30, agl(60)}),
          Operation(CorridorPattern{{cityHall, placeAt(400, 100), placeAt(500, 600)}, 40, 3, agl(80)})}) {
        plan.operation = operation;
        makeVolumes(plan);
        plan.end = plan.start + milliseconds(static_cast<std::int64_t>(flightTime_s(plan) * 1000) + 1);
        QVERIFY(flightTime_s(plan) > 60);
        for (const auto& finding : checkForm(plan, {}, noon))
            QCOMPARE(finding.code, std::string("BAD_PATTERN_FOR_PROFILE"));
    }
}

void ContainmentTest::anAreaStaysAsItIs() {
    auto plan = deliveryPlan();
    plan.operation = AreaOperation{geo::Circle{cityHall, 500}, {}, agl(100)};
    const auto volumes = volumesOf(plan, Containment{});
    QVERIFY_RESULT(volumes);
    QCOMPARE(volumes->size(), std::size_t{1});
    QVERIFY((volumes->front().area == geo::Area(geo::Circle{cityHall, 500})));
    QVERIFY(volumes->front().from == plan.start - milliseconds(30'000));
    QVERIFY(volumes->front().to == plan.end + milliseconds(60'000));
    plan.operation = AreaOperation{geo::Circle{cityHall, 0}, {}, agl(100)};
    QCOMPARE(volumesOf(plan, Containment{}).error().code, std::string("BAD_AREA"));
    plan.operation = AreaOperation{geo::Circle{cityHall, 500}, agl(100), agl(100)};
    QCOMPARE(volumesOf(plan, Containment{}).error().code, std::string("BAD_LIMITS"));
}

using RouteChange = std::function<void(WaypointRoute&, OperatingParameters&)>;
Q_DECLARE_METATYPE(RouteChange)

void ContainmentTest::whatCannotBeFlownIsRefused_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("where");
    QTest::addColumn<RouteChange>("change");
    const auto add = [](const char* name, const char* code, const char* where, RouteChange change) {
        QTest::newRow(name) << QString::fromLatin1(code) << QString::fromLatin1(where) << change;
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    add("one point", "BAD_ROUTE", "points", [](auto& r, auto&) { r.points.resize(1); });
    add("no place", "BAD_ROUTE", "points[1]", [](auto& r, auto&) { r.points[1].place.latitude_deg = 91; });
    add("no height", "BAD_ROUTE", "points[2]", [nan](auto& r, auto&) { r.points[2].height.metres = nan; });
    add("two references", "BAD_ROUTE", "points[1]", [](auto& r, auto&) { r.points[1].height = agl(50); });
    add("hold below 0", "BAD_ROUTE", "points[0]", [](auto& r, auto&) { r.points[0].hold = milliseconds(-1); });
    add("no way", "BAD_ROUTE", "points", [](auto& r, auto&) { r.points.assign(3, r.points[0]); });
    add("a month", "BAD_ROUTE", "points[1]",
        [](auto& r, auto&) { r.points[1].hold = milliseconds(31LL * 24 * 3600 * 1000); });
    add("speed 0", "BAD_SPEED", "cruise_mps", [](auto&, auto& p) { p.cruise_mps = 0; });
    add("speed NaN", "BAD_SPEED", "cruise_mps", [nan](auto&, auto& p) { p.cruise_mps = nan; });
    add("climb below 0", "BAD_SPEED", "climb_mps", [](auto&, auto& p) { p.climb_mps = -1; });
    add("descent 0", "BAD_SPEED", "descent_mps", [](auto&, auto& p) { p.descent_mps = 0; });
}

void ContainmentTest::whatCannotBeFlownIsRefused() {
    QFETCH(QString, code);
    QFETCH(QString, where);
    QFETCH(RouteChange, change);
    auto plan = deliveryPlan();
    change(std::get<WaypointRoute>(plan.operation), plan.parameters);
    const auto refused = volumesOf(plan, Containment{});
    QVERIFY(!refused);
    QCOMPARE(QString::fromStdString(refused.error().code), code);
    QCOMPARE(QString::fromStdString(refused.error().where), where);
}

void ContainmentTest::marginsThatContainNothingAreRefused() {
    const auto plan = deliveryPlan();
    for (const auto& [where, containment] : {std::pair("horizontal_m", Containment{.horizontal_m = 0}),
                                             std::pair("vertical_m", Containment{.vertical_m = -1}),
                                             std::pair("before", Containment{.before = milliseconds(0)}),
                                             std::pair("after", Containment{.after = milliseconds(0)}),
                                             std::pair("longest", Containment{.longest = milliseconds(0)})}) {
        const auto refused = volumesOf(plan, containment);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, std::string("BAD_CONTAINMENT"));
        QCOMPARE(refused.error().where, std::string(where));
    }
}

void ContainmentTest::insideAndOutside() {
    const geo::Volume4D volume{geo::Circle{cityHall, 100}, agl(10), agl(50), noon, noon + milliseconds(1000)};
    QVERIFY(contains(volume, cityHall, agl(10), noon));
    QVERIFY(contains(volume, cityHall, agl(50), noon + milliseconds(999)));
    QVERIFY(!contains(volume, cityHall, agl(9.9), noon));
    QVERIFY(!contains(volume, cityHall, agl(50.1), noon));
    QVERIFY(!contains(volume, cityHall, amsl(20), noon)); // nobody knows
    QVERIFY(!contains(volume, cityHall, agl(20), noon - milliseconds(1)));
    QVERIFY(!contains(volume, cityHall, agl(20), noon + milliseconds(1000)));
    QVERIFY(contains(volume, placeAt(99, 0), agl(20), noon));
    QVERIFY(!contains(volume, placeAt(101, 0), agl(20), noon));
}

QTEST_GUILESS_MAIN(ContainmentTest)
#include "containment_test.moc"
