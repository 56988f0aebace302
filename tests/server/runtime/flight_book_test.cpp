#include "flying_house.h"
#include "server/runtime/flight_book.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>
#include <format>

using namespace haneul;
using namespace haneul::runtime;
using namespace haneul::runtime::tests;
using namespace haneul::fleet::tests;
using namespace std::chrono_literals;
using delivery::MissionStep;
using timing::EventKind;

// Hours and cycles follow what is flown: once per mission, whatever happens in between.
class FlightBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hoursAndCyclesGrow(); // R-FLT-02 R-FLT-03 R-FLT-04
    void theHistorySaysWhichFlight();
    void onceAlsoAfterRestarts(); // G1
    void whatWasCompletedMeanwhileIsCountedAtTheStart();
    void withoutActualTimesAsPlanned();
    void whatIsNotKnownStaysSo();
    void aReadingAfterTheLandingStands();
    void theTablesCanBeMadeAgain();
};

namespace {

CrewOf kimFlies() {
    return [](const std::string&) { return Crew{.pilot = "P-1", .battery = {}}; };
}

CrewOf nobodyKnown() {
    return [](const std::string&) { return Crew{}; };
}

template <class T>
T valueOf(const FlyingHouse& house, const std::string& id) {
    const auto kept = house.fleet->state()->find<T>(id);
    return kept ? kept->value : T{};
}

std::uint64_t revisionOf(const FlyingHouse& house, const std::string& drone) {
    const auto kept = house.fleet->state()->find<fleet::Drone>(drone);
    return kept ? kept->revision : 0;
}

// Flies a mission as booked, `late` behind, and lands.
void fly(FlyingHouse& house, const std::string& id, milliseconds late = 0ms, bool seen = true) {
    for (const MissionStep step :
         {MissionStep::Prepared, MissionStep::Flying, MissionStep::HandedOver, MissionStep::Returning})
        QVERIFY_RESULT(house.advance(id, step));
    std::vector<timing::ActualTime<std::int64_t>> actuals;
    const auto mission = house.mission(id);
    for (std::size_t k = 0; k < mission.planned.legs.size() && seen; ++k) {
        const auto& leg = mission.planned.legs[k];
        actuals.push_back({k, 0, EventKind::Departure, leg.departures.front() + late.count()});
        actuals.push_back({k, leg.arrivals.size() - 1, EventKind::Arrival, leg.arrivals.back() + 2 * late.count()});
    }
    if (seen)
        QVERIFY_RESULT(delivery::tests::waitFor<void>(
            [&](auto done) { house.deliveries->recordActuals(house.dispatcher, id, actuals, done); }));
    QVERIFY_RESULT(house.advance(id, MissionStep::Completed));
}

double plannedFlight_h(const FlyingHouse& house, const std::string& id) {
    double hours = 0;
    for (const auto& leg : house.mission(id).planned.legs)
        hours += static_cast<double>(leg.arrivals.back() - leg.departures.front()) / 3'600'000;
    return hours;
}

#define COUNTED(house, revision) QVERIFY(QTest::qWaitFor([&] { return revisionOf(house, "HN-001") == (revision); }))

bool near(double one, double other) {
    return std::abs(one - other) < 1e-6;
}

std::vector<fleet::Change> historyOf(FlyingHouse& house, fleet::Kind kind, const std::string& id) {
    auto changes = delivery::tests::waitFor<std::vector<fleet::Change>>(
        [&](auto done) { house.fleet->history(house.workshop, kind, id, done); });
    return changes ? *std::move(changes) : std::vector<fleet::Change>{};
}

} // namespace

void FlightBookTest::hoursAndCyclesGrow() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(goodPilot()));
    FlightBook book(*house.deliveries, *house.fleet, kimFlies());
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    const double planned_h = plannedFlight_h(house, "m1");
    const auto legs = house.mission("m1").planned.legs;
    fly(house, "m1", 6s); // each leg takes six seconds longer than planned
    COUNTED(house, 2);
    const double flown_h = planned_h + static_cast<double>(legs.size()) * 6 / 3600;
    QVERIFY(near(*valueOf<fleet::Drone>(house, "HN-001").flown_h, *goodDrone().flown_h + flown_h));
    const auto battery = valueOf<fleet::Battery>(house, "B-1");
    QCOMPARE(*battery.cycle_count, *goodBattery().cycle_count + 1);
    QVERIFY(!battery.charge_pct && !battery.charge_read); // read before the flight: it says nothing any more
    const auto pilot = valueOf<fleet::Pilot>(house, "P-1");
    QVERIFY(near(*pilot.flown_h, *goodPilot().flown_h + flown_h));
    QVERIFY(*pilot.last_flight == utcMs(legs.back().arrivals.back()) + 12s);
    QCOMPARE(*valueOf<fleet::Battery>(house, "B-2").cycle_count, *goodBattery().cycle_count);
}

void FlightBookTest::theHistorySaysWhichFlight() {
    FlyingHouse house;
    FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    fly(house, "m1");
    COUNTED(house, 2);
    for (const auto& [kind, id] : {std::pair(fleet::Kind::Drone, "HN-001"), std::pair(fleet::Kind::Battery, "B-1")}) {
        const auto changes = historyOf(house, kind, id);
        QCOMPARE(changes.size(), std::size_t{2});
        QCOMPARE(changes.back().what, std::string("flown"));
        QCOMPARE(changes.back().user, std::string("system"));
        QVERIFY2(changes.back().note.starts_with("m1: 2026-11-21T12:1"), changes.back().note.c_str());
        QVERIFY(!changes.back().note.contains("as planned"));
        QVERIFY(changes.back().before != changes.back().after);
    }
}

void FlightBookTest::onceAlsoAfterRestarts() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    {
        FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
        fly(house, "m1");
        COUNTED(house, 2);
    }
    const auto drone = valueOf<fleet::Drone>(house, "HN-001");
    for (int i = 0; i < 3; ++i) {
        house.restart();
        FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
        QVERIFY_RESULT(house.book(std::format("other{}", i), "", noon + 3h)); // a further state
        const auto again = fleet::FlownFlight{.mission = "m1",
                                              .drone = "HN-001",
                                              .battery = "B-1",
                                              .pilot = {},
                                              .departed = noon,
                                              .landed = noon + 1h,
                                              .flight_s = 3600};
        const auto counted = delivery::tests::waitFor<bool>(
            [&](auto done) { house.fleet->countFlight(fleet::EventFleetService::programItself(), again, done); });
        QVERIFY_RESULT(counted);
        QVERIFY(!*counted);
        QVERIFY(valueOf<fleet::Drone>(house, "HN-001") == drone);
        QCOMPARE(revisionOf(house, "HN-001"), 2U);
    }
}

void FlightBookTest::whatWasCompletedMeanwhileIsCountedAtTheStart() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    fly(house, "m1"); // and the program ends before it is counted
    QCOMPARE(revisionOf(house, "HN-001"), 1U);
    house.restart();
    FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
    COUNTED(house, 2);
    QCOMPARE(*valueOf<fleet::Battery>(house, "B-1").cycle_count, *goodBattery().cycle_count + 1);
}

void FlightBookTest::withoutActualTimesAsPlanned() {
    FlyingHouse house;
    FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    const double planned_h = plannedFlight_h(house, "m1");
    fly(house, "m1", 0ms, false);
    COUNTED(house, 2);
    QVERIFY(near(*valueOf<fleet::Drone>(house, "HN-001").flown_h, *goodDrone().flown_h + planned_h));
    QVERIFY(historyOf(house, fleet::Kind::Drone, "HN-001").back().note.ends_with("as planned"));
}

void FlightBookTest::whatIsNotKnownStaysSo() {
    FlyingHouse house;
    fleet::Drone drone = goodDrone();
    drone.flown_h.reset();
    QVERIFY_RESULT(house.save(drone, 1));
    fleet::Battery battery = goodBattery();
    battery.cycle_count.reset();
    QVERIFY_RESULT(house.save(battery, 1));
    FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 10min));
    QVERIFY_RESULT(house.book("m2", "HN-999", noon + 20min)); // not of the fleet
    fly(house, "m2");
    fly(house, "m1");
    COUNTED(house, 3); // the flight is in its history
    QVERIFY(!valueOf<fleet::Drone>(house, "HN-001").flown_h);
    QVERIFY(!valueOf<fleet::Battery>(house, "B-1").cycle_count);
}

void FlightBookTest::aReadingAfterTheLandingStands() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "HN-001", noon + 1min));
    fly(house, "m1");
    house.clock.advance(3h); // charged and read before anybody counts
    fleet::Battery charged = goodBattery();
    charged.charge_pct = 100;
    charged.charge_read = noon + 3h;
    QVERIFY_RESULT(house.save(charged, 1));
    FlightBook book(*house.deliveries, *house.fleet, nobodyKnown());
    COUNTED(house, 2);
    QVERIFY(valueOf<fleet::Battery>(house, "B-1").charge_pct == 100);
}

void FlightBookTest::theTablesCanBeMadeAgain() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(goodPilot()));
    FlightBook book(*house.deliveries, *house.fleet, kimFlies());
    for (int i = 0; i < 3; ++i) {
        const std::string id = std::format("m{}", i);
        QVERIFY_RESULT(house.book(id, "HN-001", noon + 10min + 1h * i));
        fly(house, id);
    }
    COUNTED(house, 4);
    const auto rebuilt = house.log->rebuild().get();
    QVERIFY_RESULT(rebuilt);
    bool seen = false;
    for (const auto& table : *rebuilt) {
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
        if (table.table == "fleet_flights") seen = table.rows == 9;
    }
    QVERIFY(seen);
}

QTEST_GUILESS_MAIN(FlightBookTest)
#include "flight_book_test.moc"
