#include "flying_house.h"
#include "server/demo/demo_fleet.h"
#include "server/demo/mission_flights.h"
#include "server/runtime/decisions.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <algorithm>
#include <format>

using namespace haneul;
using namespace haneul::runtime::tests;
using namespace haneul::fleet::tests;
using namespace std::chrono_literals;
using delivery::DroneNote;
using delivery::Mission;
using fleet::Question;

// A drone that is given to a mission is judged by the fleet (R-FLT-05).
class AssignmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aReadyDroneIsTakenAndWhatIsNotKnownIsSaid(); // R-FLT-05
    void everyItemIsNamed();                          // R-FLT-05
    void refusals_data();
    void refusals(); // R-FLT-01 R-FLT-02 R-FLT-03 R-FLT-07
    void bookingAsksToo();
    void movingAsksAgain(); // R-FLT-05 R-SLT-16
    void severalAreMovedOrNone();
    void anOverrideThatStandsLetsItThrough(); // R-FLT-06
    void aDroneThatTheFleetDoesNotKnow();
    void theBetterBatteryCounts();
    void automaticDispatchTakesReadyDronesOnly();
    void automaticDispatchWithoutAReadyDrone();
    void restartAndRebuildKeepTheNotes();
    void theDemonstrationFliesWithReadyDrones();
};

namespace {

const UtcMs soon = noon + 30min;

bool has(const std::vector<DroneNote>& notes, DroneNote::Kind kind, std::string_view drone, std::string_view code) {
    return std::ranges::any_of(
        notes, [&](const DroneNote& note) { return note.kind == kind && note.drone == drone && note.code == code; });
}

std::size_t count(const std::vector<DroneNote>& notes, DroneNote::Kind kind) {
    return static_cast<std::size_t>(std::ranges::count(notes, kind, &DroneNote::kind));
}

fleet::Record grounded(const std::string& id) {
    fleet::Drone drone = goodDrone(id);
    drone.status = fleet::DroneStatus::Grounded;
    return drone;
}

void placeOrder(FlyingHouse& house, const std::string& id, const std::string& node) {
    QVERIFY_RESULT(delivery::tests::waitFor<std::string>([&](auto done) {
        house.deliveries->placeOrder(
            house.dispatcher, {.id = id, .network = "REF", .stop = {.node = node}, .payload_kg = 1, .deadline = {}},
            done);
    }));
}

// The mission that the automatic dispatch makes of an order; empty: none within ten seconds.
std::string missionOf(FlyingHouse& house, const std::string& order) {
    std::string mission;
    house.clock.advance(61s);
    [[maybe_unused]] const bool made = QTest::qWaitFor(
        [&] {
            for (const auto& one : house.deliveries->state()->orders)
                if (one.id == order) mission = one.mission;
            return !mission.empty();
        },
        10'000);
    return mission;
}

} // namespace

void AssignmentTest::aReadyDroneIsTakenAndWhatIsNotKnownIsSaid() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "", soon));
    QVERIFY_RESULT(house.assign("m1", "HN-001"));
    const Mission mission = house.mission("m1");
    QCOMPARE(mission.drone, std::string("HN-001"));
    QCOMPARE(mission.battery, std::string("B-1"));
    QCOMPARE(mission.droneNotes.size(), std::size_t{1}); // a mission names no pilot
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::NotJudged, "HN-001", "PILOT"));

    fleet::Battery unread = goodBattery();
    unread.charge_pct.reset();
    unread.charge_read.reset();
    QVERIFY_RESULT(house.save(unread, 1));
    QVERIFY_RESULT(house.book("m2", "", soon + 2h));
    QVERIFY_RESULT(house.assign("m2", "HN-001"));
    QVERIFY(has(house.mission("m2").droneNotes, DroneNote::Kind::NotJudged, "HN-001", "BATTERY_CHARGE"));

    QVERIFY_RESULT(house.assign("m2", "")); // what was said of it goes with it
    QVERIFY(house.mission("m2").droneNotes.empty());
    QVERIFY(house.mission("m2").battery.empty());
}

void AssignmentTest::everyItemIsNamed() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "", soon));
    fleet::Drone drone = goodDrone();
    drone.status = fleet::DroneStatus::Grounded;
    drone.firmware_version = "1.13.9";
    QVERIFY_RESULT(house.save(drone, 1));
    const auto refused = house.assign("m1", "HN-001");
    QCOMPARE(codeOf(refused), std::string("DRONE_NOT_READY"));
    QCOMPARE(refused.error().where, std::string("HN-001"));
    QVERIFY(refused.error().message.contains("AIRFRAME_STATUS: the drone is grounded"));
    QVERIFY(refused.error().message.contains("FIRMWARE_VERSION: firmware 1.13.9, at least 1.14.0 is needed"));
    QVERIFY(house.mission("m1").drone.empty());
    QVERIFY_RESULT(house.assign("m1", "HN-002"));
}

void AssignmentTest::refusals_data() {
    QTest::addColumn<QString>("code");
    QTest::newRow("grounded") << QStringLiteral("AIRFRAME_STATUS");
    QTest::newRow("firmware") << QStringLiteral("FIRMWARE_VERSION");
    QTest::newRow("charge") << QStringLiteral("BATTERY_CHARGE");
    QTest::newRow("cycles") << QStringLiteral("BATTERY_CYCLES");
    QTest::newRow("hours") << QStringLiteral("INSPECTION_HOURS");
    QTest::newRow("defect") << QStringLiteral("OPEN_DEFECTS");
    QTest::newRow("payload") << QStringLiteral("PAYLOAD_MASS");
    QTest::newRow("insurance") << QStringLiteral("OPERATOR_INSURANCE");
}

void AssignmentTest::refusals() {
    QFETCH(QString, code);
    FlyingHouse house;
    const std::string wanted = code.toStdString();
    fleet::Drone drone = goodDrone();
    fleet::Battery battery = goodBattery();
    fleet::DroneModel model = goodModel();
    if (wanted == "AIRFRAME_STATUS") drone.status = fleet::DroneStatus::Grounded;
    if (wanted == "FIRMWARE_VERSION") drone.firmware_version = "1.13.9";
    if (wanted == "INSPECTION_HOURS") drone.flown_h = 190; // a hundred since the inspection
    if (wanted == "BATTERY_CHARGE") battery.charge_pct = 30;
    if (wanted == "BATTERY_CYCLES") battery.cycle_count = 281;
    if (wanted == "PAYLOAD_MASS") model.maxPayload_kg = 1.1; // 1.2 kg are wanted
    if (wanted == "OPERATOR_INSURANCE") house.organisation.insured_until = noon + 1min;
    QVERIFY_RESULT(house.save(model, 1));
    QVERIFY_RESULT(house.save(drone, 1));
    QVERIFY_RESULT(house.save(battery, 1));
    if (wanted == "OPEN_DEFECTS") {
        fleet::MaintenanceRecord defect = goodInspection("D-1");
        defect.kind = fleet::MaintenanceKind::Defect;
        QVERIFY_RESULT(house.save(defect));
    }
    QVERIFY_RESULT(house.book("m1", "", soon));
    const auto refused = house.assign("m1", "HN-001");
    QCOMPARE(codeOf(refused), std::string("DRONE_NOT_READY"));
    QVERIFY2(refused.error().message.contains(wanted), refused.error().message.c_str());
}

void AssignmentTest::bookingAsksToo() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(grounded("HN-001"), 1));
    const auto refused = house.book("m1", "HN-001", soon);
    QCOMPARE(codeOf(refused), std::string("DRONE_NOT_READY"));
    QVERIFY(!house.deliveries->state()->mission("m1"));
    QVERIFY_RESULT(house.book("m1", "HN-002", soon));
    QCOMPARE(house.mission("m1").battery, std::string("B-2"));
}

void AssignmentTest::movingAsksAgain() {
    FlyingHouse house;
    house.organisation.insured_until = noon + 3h;
    QVERIFY_RESULT(house.book("m1", "HN-001", soon));
    const UtcMs booked = house.mission("m1").start;
    // By then the insurance has run out: it stays where it is, and the item is named.
    const auto refused = house.retime("m1", noon + 4h);
    QCOMPARE(codeOf(refused), std::string("DRONE_NOT_READY"));
    QCOMPARE(refused.error().where, std::string("HN-001"));
    QVERIFY2(refused.error().message.contains("OPERATOR_INSURANCE"), refused.error().message.c_str());
    QVERIFY(house.mission("m1").start == booked);
    QVERIFY_RESULT(house.retime("m1", noon + 2h));
    QVERIFY(house.mission("m1").start == noon + 2h);

    // What is not known at the new time is said there: the charge was read long before it.
    house.organisation.insured_until = noon + std::chrono::days(300);
    QVERIFY(!has(house.mission("m1").droneNotes, DroneNote::Kind::NotJudged, "HN-001", "BATTERY_CHARGE"));
    QVERIFY_RESULT(house.retime("m1", noon + std::chrono::days(20)));
    QVERIFY(has(house.mission("m1").droneNotes, DroneNote::Kind::NotJudged, "HN-001", "BATTERY_CHARGE"));
    QVERIFY_RESULT(house.retime("m1", noon + 2h));
    QVERIFY(!has(house.mission("m1").droneNotes, DroneNote::Kind::NotJudged, "HN-001", "BATTERY_CHARGE"));
    house.restart();
    QCOMPARE(house.mission("m1").drone, std::string("HN-001"));
    QVERIFY(house.mission("m1").start == noon + 2h);

    // Grounded in between: it may not be moved, and by the answer of a supervisor it may.
    QVERIFY_RESULT(house.save(grounded("HN-001"), 1));
    QCOMPARE(codeOf(house.retime("m1", noon + 1h)), std::string("DRONE_NOT_READY"));
    QVERIFY_RESULT(house.override(Question::Airframe, "HN-001", noon + 4h));
    QVERIFY_RESULT(house.retime("m1", noon + 1h));
    QVERIFY(has(house.mission("m1").droneNotes, DroneNote::Kind::AnsweredFor, "HN-001", "AIRFRAME_STATUS"));
    // Without a drone nobody is asked.
    QVERIFY_RESULT(house.book("m2", "", noon + 6h));
    QVERIFY_RESULT(house.retime("m2", noon + 7h));
    QVERIFY(house.mission("m2").droneNotes.empty());
}

void AssignmentTest::severalAreMovedOrNone() {
    FlyingHouse house;
    house.organisation.insured_until = noon + 5h;
    QVERIFY_RESULT(house.book("m1", "HN-001", soon));
    QVERIFY_RESULT(house.book("m2", "HN-002", soon + 1h));
    const auto move = [&](UtcMs one, UtcMs other) {
        return delivery::tests::waitFor<void>(
            [&](auto done) { house.deliveries->retimeMissions(house.dispatcher, {{"m1", one}, {"m2", other}}, done); });
    };
    const UtcMs before = house.mission("m1").start;
    QCOMPARE(codeOf(move(noon + 2h, noon + 6h)), std::string("DRONE_NOT_READY"));
    QVERIFY(house.mission("m1").start == before);
    QVERIFY_RESULT(move(noon + 2h, noon + 3h));
    QVERIFY(house.mission("m1").start == noon + 2h && house.mission("m2").start == noon + 3h);
}

void AssignmentTest::anOverrideThatStandsLetsItThrough() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(grounded("HN-001"), 1));
    QVERIFY_RESULT(house.book("m1", "", soon));
    QCOMPARE(codeOf(house.assign("m1", "HN-001")), std::string("DRONE_NOT_READY"));
    const auto given = house.override(Question::Airframe, "HN-001", noon + 4h);
    QVERIFY_RESULT(given);
    QVERIFY_RESULT(house.assign("m1", "HN-001"));
    QVERIFY(has(house.mission("m1").droneNotes, DroneNote::Kind::AnsweredFor, "HN-001", "AIRFRAME_STATUS"));

    // Not for a flight that ends after it, and not for what somebody did not see.
    QVERIFY_RESULT(house.book("late", "", noon + 4h));
    QCOMPARE(codeOf(house.assign("late", "HN-001")), std::string("DRONE_NOT_READY"));
    fleet::Battery worn = goodBattery();
    worn.cycle_count = 299;
    QVERIFY_RESULT(house.save(worn, 1));
    QVERIFY_RESULT(house.book("m2", "", soon + 1h));
    const auto refused = house.assign("m2", "HN-001");
    QCOMPARE(codeOf(refused), std::string("DRONE_NOT_READY"));
    QVERIFY(refused.error().message.contains("BATTERY_CYCLES"));
    QVERIFY(!refused.error().message.contains("AIRFRAME_STATUS"));
}

void AssignmentTest::aDroneThatTheFleetDoesNotKnow() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "HN-999", soon));
    const Mission mission = house.mission("m1");
    QCOMPARE(mission.drone, std::string("HN-999"));
    QCOMPARE(mission.droneNotes.size(), std::size_t{1});
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::NotJudged, "HN-999", "NO_SUCH_DRONE"));
}

void AssignmentTest::theBetterBatteryCounts() {
    FlyingHouse house;
    fleet::Battery empty = goodBattery();
    empty.charge_pct = 20;
    QVERIFY_RESULT(house.save(empty, 1));
    QVERIFY_RESULT(house.save(goodBattery("B-3", "HN-001")));
    QVERIFY_RESULT(house.book("m1", "HN-001", soon));
    QCOMPARE(house.mission("m1").battery, std::string("B-3"));
}

void AssignmentTest::automaticDispatchTakesReadyDronesOnly() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(grounded("HN-001"), 1));
    placeOrder(house, "o1", "DP-01");
    const std::string first = missionOf(house, "o1");
    QVERIFY(!first.empty());
    const Mission mission = house.mission(first);
    QCOMPARE(mission.drone, std::string("HN-002"));
    QCOMPARE(mission.battery, std::string("B-2"));
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::PassedOver, "HN-001", "AIRFRAME_STATUS"));
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::NotJudged, "HN-002", "PILOT"));

    placeOrder(house, "o2", "DP-03"); // the only one that is ready is on its way
    const std::string second = missionOf(house, "o2");
    QVERIFY(!second.empty());
    if (house.mission(second).start < utcMs(mission.booking.end)) {
        QVERIFY(house.mission(second).drone.empty());
        QVERIFY(has(house.mission(second).droneNotes, DroneNote::Kind::PassedOver, "HN-002", "DRONE_BUSY"));
    } else {
        QCOMPARE(house.mission(second).drone, std::string("HN-002"));
    }
}

void AssignmentTest::automaticDispatchWithoutAReadyDrone() {
    FlyingHouse house;
    QVERIFY_RESULT(house.save(grounded("HN-001"), 1));
    fleet::Battery unread = goodBattery("B-2", "HN-002"); // not judged is not ready
    unread.charge_pct.reset();
    unread.charge_read.reset();
    QVERIFY_RESULT(house.save(unread, 1));
    for (int i = 3; i < 30; ++i) // drones without a battery and without an inspection
        QVERIFY_RESULT(house.save(goodDrone(std::format("HN-{:03}", i))));
    placeOrder(house, "o1", "DP-01");
    const std::string id = missionOf(house, "o1");
    QVERIFY(!id.empty());
    const Mission mission = house.mission(id);
    QVERIFY(mission.drone.empty());
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::PassedOver, "HN-001", "AIRFRAME_STATUS"));
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::PassedOver, "HN-002", "BATTERY_CHARGE"));
    QVERIFY(has(mission.droneNotes, DroneNote::Kind::PassedOver, "", "MORE"));
    QCOMPARE(mission.droneNotes.back().words, std::string("9 further drones"));
    QCOMPARE(count(mission.droneNotes, DroneNote::Kind::NotJudged), std::size_t{0});
}

void AssignmentTest::restartAndRebuildKeepTheNotes() {
    FlyingHouse house;
    QVERIFY_RESULT(house.book("m1", "HN-001", soon));
    QVERIFY_RESULT(house.book("m2", "", soon + 2h));
    QVERIFY_RESULT(house.assign("m2", "HN-002"));
    const auto first = house.mission("m1").droneNotes, second = house.mission("m2").droneNotes;
    house.restart();
    QCOMPARE(house.mission("m1").battery, std::string("B-1"));
    QCOMPARE(house.mission("m2").battery, std::string("B-2"));
    QVERIFY(house.mission("m1").droneNotes == first && house.mission("m2").droneNotes == second);
    const auto rebuilt = house.log->rebuild().get();
    QVERIFY_RESULT(rebuilt);
    for (const auto& table : *rebuilt)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
}

void AssignmentTest::theDemonstrationFliesWithReadyDrones() {
    const QTemporaryDir folder;
    runtime::Settings settings;
    settings.dataFolder = folder.path().toStdString();
    settings.demo = true;
    const clock::ManualClock clock(noon);
    const auto decisions = runtime::Decisions::open(settings, clock, nullptr, runtime::Decisions::Use::Running);
    QVERIFY_RESULT(decisions);
    const auto state = (*decisions)->deliveries().state();
    std::size_t flown = 0;
    for (const auto& mission : state->missions) {
        if (mission->network != "SEOUL") continue;
        QVERIFY2(!mission->drone.empty(), mission->id.c_str());
        QVERIFY2(!mission->battery.empty(), mission->id.c_str());
        for (const DroneNote& note : mission->droneNotes) // only of what began before the charge was read
            QVERIFY2(note.code == "PILOT" || (note.code == "BATTERY_CHARGE" && mission->start < noon - 25min),
                     (mission->id + note.code).c_str());
        ++flown;
    }
    QCOMPARE(flown, std::size_t{40});
    // And some are not ready, so that it can be seen what keeps them.
    const auto ready = demo::readyDrones((*decisions)->fleet(), noon);
    QCOMPARE(ready.size(), std::size_t{24});
    QVERIFY(!std::ranges::contains(ready, demo::missionDrone(3))); // an open defect
}

QTEST_GUILESS_MAIN(AssignmentTest)
#include "assignment_test.moc"
