#include "core/geo/geodesic.h"
#include "core/sim/world.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <array>
#include <ctime>
#include <set>

using namespace haneul;
using namespace haneul::sim;
using namespace std::chrono_literals;

namespace {

const UtcMs start = utcMs(1'795'233'600'000);

std::shared_ptr<const FlightPath> deliveryPath(std::uint64_t seed) {
    Random random(seed);
    const geo::LatLon base = geo::direct({37.5663, 126.9779}, random.uniform(0, 360), random.uniform(0, 9000));
    const geo::LatLon bend = geo::direct(base, random.uniform(0, 360), random.uniform(500, 1500));
    const geo::LatLon target = geo::direct(bend, random.uniform(0, 360), random.uniform(500, 1500));
    Route route{.waypoints = {{.position = base, .height_m = 20, .place = Place::Ground},
                              {.position = base, .height_m = 90},
                              {.position = bend, .height_m = 95},
                              {.position = target, .height_m = 90, .stop = 30s},
                              {.position = bend, .height_m = 110},
                              {.position = base, .height_m = 90},
                              {.position = base, .height_m = 20, .place = Place::Ground}}};
    route.atEnd = AtEnd::Repeat;
    route.shortestTurnaround = 10s;
    route.longestTurnaround = 90s;
    Result<FlightPath> path = FlightPath::make(route, {.maxGroundSpeed_mps = 12});
    if (!path) qFatal("%s", path.error().message.c_str());
    return std::make_shared<const FlightPath>(*std::move(path));
}

World worldOf(std::size_t vehicles, std::uint64_t seed) {
    World world(start, seed);
    for (std::size_t i = 0; i < vehicles; ++i) {
        world.add(deliveryPath(i), BatteryModel{});
    }
    return world;
}

std::vector<VehicleState> statesOf(const World& world) {
    std::vector<VehicleState> states;
    for (const Vehicle& vehicle : world.vehicles()) {
        states.push_back(vehicle.state());
    }
    return states;
}

} // namespace

class WorldTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyPartitionOfTimeGivesTheSameFlight_data();
    void anyPartitionOfTimeGivesTheSameFlight();
    void sameSeedSameFlightOtherSeedOther();
    void aFurtherVehicleChangesNothingForTheOthers();
    void timeNeverGoesBack();
    void aCopyLooksAhead();
    void randomNumbersAreTheSameEverywhere();
    void tenThousandVehiclesAreFarFasterThanRealTime();
};

void WorldTest::anyPartitionOfTimeGivesTheSameFlight_data() {
    QTest::addColumn<int>("interval_ms");
    for (const int interval_ms : {1, 7, 33, 100, 250, 999, 1000, 60'000}) {
        QTest::addRow("%d ms", interval_ms) << interval_ms;
    }
}

void WorldTest::anyPartitionOfTimeGivesTheSameFlight() {
    QFETCH(int, interval_ms);
    World whole = worldOf(20, 7);
    World parts = worldOf(20, 7);
    whole.advance(600s);
    milliseconds gone{0};
    while (gone < 600s) {
        const milliseconds interval = std::min<milliseconds>(milliseconds{interval_ms}, 600s - gone);
        parts.advance(interval);
        gone += interval;
    }
    QVERIFY(whole.time() == parts.time());
    QVERIFY(statesOf(whole) == statesOf(parts)); // to the last bit
    QVERIFY(whole.time() == start + 600s);
}

void WorldTest::sameSeedSameFlightOtherSeedOther() {
    World one = worldOf(20, 7);
    World same = worldOf(20, 7);
    World other = worldOf(20, 8);
    for (World* world : {&one, &same, &other}) {
        world->advance(3600s);
    }
    QVERIFY(statesOf(one) == statesOf(same));
    QVERIFY(statesOf(one) != statesOf(other));
}

void WorldTest::aFurtherVehicleChangesNothingForTheOthers() {
    World few = worldOf(5, 7);
    World many = worldOf(9, 7);
    few.advance(3600s);
    many.advance(3600s);
    for (std::size_t i = 0; i < 5; ++i) {
        QVERIFY(few.state(i) == many.state(i));
    }
}

void WorldTest::timeNeverGoesBack() {
    World world = worldOf(1, 7);
    world.advanceTo(start + 10'050ms);
    QVERIFY(world.time() == start + 10s);
    const VehicleState there = world.state(0);
    world.advanceTo(start + 3s);
    world.advance(-5s);
    QVERIFY(world.state(0) == there);
    world.advanceTo(start + 10'100ms);
    QVERIFY(world.time() == start + 10'100ms);
}

void WorldTest::aCopyLooksAhead() {
    World world = worldOf(1, 7);
    world.advance(100s);
    Vehicle ahead = world.vehicles()[0];
    const VehicleState now = world.state(0);
    ahead.advance(60s);
    QVERIFY(world.state(0) == now);
    world.advance(60s);
    QVERIFY(world.state(0) == ahead.state());
}

void WorldTest::randomNumbersAreTheSameEverywhere() {
    // [rand.predef]: the 10,000th number of mt19937_64 with its default seed.
    Random standard(5489);
    std::uint64_t last = 0;
    for (int i = 0; i < 10'000; ++i) {
        last = standard.bits();
    }
    QCOMPARE(last, std::uint64_t{9981545732273789042ULL});

    Random random(1);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i) {
        ++counts.at(random.below(6));
        const double unit = random.unit();
        QVERIFY(unit >= 0 && unit < 1);
        const std::int64_t drawn = random.between(-3, 3);
        QVERIFY(drawn >= -3 && drawn <= 3);
    }
    for (const int count : counts) {
        QVERIFY(count > 9500 && count < 10'500);
    }
    QCOMPARE(random.below(0), std::uint64_t{0});
    QCOMPARE(random.between(5, 2), std::int64_t{5});
    std::set<std::uint64_t> firsts;
    for (std::uint64_t index = 0; index < 1000; ++index) {
        firsts.insert(Random::stream(1, index).bits());
        firsts.insert(Random::stream(2, index).bits());
    }
    QCOMPARE(firsts.size(), std::size_t{2000});
}

void WorldTest::tenThousandVehiclesAreFarFasterThanRealTime() {
    World world = worldOf(10'000, 7);
    world.advance(60s);
    // Processor time: what else runs on the machine is not the simulator's.
    const auto cpu_ms = [] { return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; };
    const double begun_ms = cpu_ms();
    double checksum = 0;
    for (int second = 0; second < 10; ++second) {
        for (int step = 0; step < 10; ++step) {
            world.advance(100ms);
        }
    }
    const double stepped_ms = cpu_ms();
    const double stepping_ms = stepped_ms - begun_ms;
    for (const Vehicle& vehicle : world.vehicles()) {
        checksum += vehicle.state().height_m;
    }
    const double looking_ms = cpu_ms() - stepped_ms;
    QVERIFY(checksum > 0);
    qInfo("10,000 vehicles: 1 s at 10 Hz takes %.2f ms, looking at all once %.2f ms", stepping_ms / 10, looking_ms);
#ifndef HANEUL_SANITIZED
    QVERIFY2(stepping_ms / 10 + 10 * looking_ms < 500,
             "10 Hz with every state looked at must take less than half of real time");
#endif
}

QTEST_GUILESS_MAIN(WorldTest)
#include "world_test.moc"
