#include "core/plan/form.h"
#include "fleet_fixture.h"
#include "plan_fixture.h"
#include "server/runtime/flight_book.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <cmath>

using namespace haneul;
using namespace haneul::runtime;
using namespace std::chrono_literals;
using plan::tests::House;
using plan::tests::person;

// Flights of plans that fly no mission grow the hours of drones and pilots and the cycles of batteries.
class PlanBookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hoursCyclesAndRecencyGrow(); // R-FLT-02 R-FLT-03 R-FLT-04
    void onceAlsoAfterRestarts();     // G1
    void whatEndedMeanwhileIsCountedAtTheStart();
    void neverLongerThanItWasOpen();
    void whatWasNotFlownIsNotCounted_data();
    void whatWasNotFlownIsNotCounted();
};

namespace {

// D1, B1 and U1 of the examples, as the fleet records them.
struct Before {
    Before() {
        battery.last_charged = haneul::tests::noon - 3h;
        battery.charge_read = haneul::tests::noon - 1h;
        pilot.last_flight = haneul::tests::noon - 24h;
    }

    fleet::Drone drone = fleet::tests::goodDrone("D1");
    fleet::Battery battery = fleet::tests::goodBattery("B1", "D1");
    fleet::Pilot pilot = fleet::tests::goodPilot("U1");
};

// The house of plans with a fleet.
struct FlownHouse : House {
    FlownHouse() {
        openFleet();
        save(fleet::tests::goodModel());
        save(before.drone);
        save(before.battery);
        save(before.pilot);
    }

    void openFleet() {
        fleet.reset();
        fleet = *fleet::EventFleetService::open(*log, {});
    }

    using House::save;

    void save(const fleet::Record& record) {
        const auto saved = plan::tests::waitFor<fleet::SavedRecord>(
            [&](auto done) { fleet->save(fleet::EventFleetService::programItself(), record, 0, {}, done); });
        if (!saved) qFatal("%s %s", saved.error().code.c_str(), saved.error().message.c_str());
    }

    template <class T>
    [[nodiscard]] T record(const std::string& id) const {
        const auto kept = fleet->state()->find<T>(id);
        return kept ? kept->value : T{};
    }

    [[nodiscard]] std::uint64_t revision() const { return fleet->state()->find<fleet::Drone>("D1")->revision; }

    // Approved, taken off half a minute late, ended `after` it.
    void fly(const std::string& id, milliseconds after) {
        QVERIFY_RESULT(approve(waiting(haneul::tests::deliveryPlan(id))));
        clock.set(haneul::tests::noon + 30s);
        const auto pilot = person("kim", people::Role::Pilot);
        QVERIFY_RESULT(plan::tests::waitFor<void>([&](auto done) { service->activate(pilot, id, done); }));
        clock.advance(after);
        QVERIFY_RESULT(plan::tests::waitFor<void>([&](auto done) { service->end(pilot, id, "landed", done); }));
    }

    Before before;
    std::unique_ptr<fleet::EventFleetService> fleet;
};

bool near(double one, double other) {
    return std::abs(one - other) < 1e-6;
}

#define COUNTED(house, wanted) QVERIFY(QTest::qWaitFor([&] { return (house).revision() == (wanted); }))

} // namespace

void PlanBookTest::hoursCyclesAndRecencyGrow() {
    FlownHouse house;
    const Before& before = house.before;
    FlightBook book(*house.service, *house.fleet);
    house.fly("P1", 20min);
    COUNTED(house, 2U);
    const double flown_h = plan::flightTime_s(haneul::tests::deliveryPlan()) / 3600;
    QVERIFY(flown_h > 0.03 && flown_h < 0.3);
    QVERIFY(near(*house.record<fleet::Drone>("D1").flown_h, *before.drone.flown_h + flown_h));
    QCOMPARE(*house.record<fleet::Battery>("B1").cycle_count, *before.battery.cycle_count + 1);
    QVERIFY(!house.record<fleet::Battery>("B1").charge_pct); // read before the flight
    const auto pilot = house.record<fleet::Pilot>("U1");
    QVERIFY(near(*pilot.flown_h, *before.pilot.flown_h + flown_h));
    QVERIFY(*pilot.last_flight == haneul::tests::noon + 30s + 20min);
    const auto changes = plan::tests::waitFor<std::vector<fleet::Change>>([&](auto done) {
        house.fleet->history(fleet::EventFleetService::programItself(), fleet::Kind::Drone, "D1", done);
    });
    QVERIFY_RESULT(changes);
    QCOMPARE(changes->back().what, std::string("flown"));
    QVERIFY2(changes->back().note.starts_with("plan:P1: ") && changes->back().note.ends_with("as planned"),
             changes->back().note.c_str());
}

void PlanBookTest::onceAlsoAfterRestarts() {
    FlownHouse house;
    {
        FlightBook book(*house.service, *house.fleet);
        house.fly("P1", 20min);
        COUNTED(house, 2U);
    }
    const auto drone = house.record<fleet::Drone>("D1");
    for (int i = 0; i < 2; ++i) {
        house.fleet.reset();
        house.restart();
        house.openFleet();
        FlightBook book(*house.service, *house.fleet);
        auto other = haneul::tests::deliveryPlan("Q" + std::to_string(i));
        other.start += 2h;
        other.end += 2h;
        haneul::tests::makeVolumes(other);
        QVERIFY_RESULT(house.save(other)); // a further state
        QTest::qWait(200);
        QVERIFY(house.record<fleet::Drone>("D1") == drone);
        QCOMPARE(house.revision(), 2U);
    }
}

void PlanBookTest::whatEndedMeanwhileIsCountedAtTheStart() {
    FlownHouse house;
    house.fly("P1", 20min);
    house.fleet.reset();
    house.restart();
    house.openFleet();
    QCOMPARE(house.revision(), 1U);
    FlightBook book(*house.service, *house.fleet);
    COUNTED(house, 2U);
}

void PlanBookTest::neverLongerThanItWasOpen() {
    FlownHouse house;
    FlightBook book(*house.service, *house.fleet);
    house.fly("P1", 90s);
    COUNTED(house, 2U);
    QVERIFY(near(*house.record<fleet::Drone>("D1").flown_h, *house.before.drone.flown_h + 90.0 / 3600));
}

void PlanBookTest::whatWasNotFlownIsNotCounted_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"approved", "activated", "withdrawn", "of a mission", "ended at once"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void PlanBookTest::whatWasNotFlownIsNotCounted() {
    QFETCH(const QString, what);
    plan::PlanRecord record;
    record.plan = haneul::tests::deliveryPlan();
    record.plan.state = plan::State::Ended;
    record.activated = haneul::tests::noon;
    record.ended = haneul::tests::noon + 10min;
    QVERIFY(flightOf(record).has_value());
    if (what == u"approved") {
        record.plan.state = plan::State::Approved;
        record.activated.reset();
        record.ended.reset();
    }
    if (what == u"activated") {
        record.plan.state = plan::State::Activated;
        record.ended.reset();
    }
    if (what == u"withdrawn") record.plan.state = plan::State::Withdrawn;
    if (what == u"of a mission") record.plan.mission_id = "M-000001"; // counted as the mission
    if (what == u"ended at once") {
        record.ended = record.activated;
        QCOMPARE(flightOf(record)->flight_s, 0.0); // the fleet refuses it: BAD_FLIGHT
        return;
    }
    QVERIFY(!flightOf(record));
}

QTEST_GUILESS_MAIN(PlanBookTest)
#include "plan_book_test.moc"
