#include "fleet_fixture.h"
#include "server/demo/demo_fleet.h"
#include "server/demo/demo_scenario.h"
#include "server/fleet/operators.h"
#include "server/people/events.h"

#include <QtTest>

#include <map>

using namespace haneul;
using namespace haneul::fleet;
using haneul::fleet::tests::House;
using haneul::fleet::tests::noon;

class DemoFleetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsEveryVerdict(); // R-MS-09
    void isMadeOnce();
    void hasItsOperator(); // R-GEN-08
    void coversTheScenario();
};

void DemoFleetTest::showsEveryVerdict() {
    const auto state = std::make_shared<FleetState>();
    for (const Record& record : demo::demoFleet(noon))
        state->apply(RecordSaved{1, record, {}, {}}, {});
    const auto organisation = operatorFrom(demo::demoOperator(noon));
    const Assessor assessor(
        state, [&](std::string_view id) { return id == organisation.id ? std::optional(organisation) : std::nullopt; });
    const Need need{.start = noon + std::chrono::minutes(10),
                    .end = noon + std::chrono::minutes(40),
                    .flight_s = 1200,
                    .parcels_kg = 1,
                    .capabilities = {},
                    .speed_mps = 12,
                    .climb_mps = 3,
                    .descent_mps = 2,
                    .bvlos = true};
    QElapsedTimer timer;
    timer.start();
    const auto overview = assessor.overview(need);
    qInfo("%zu drones judged in %lld ms", overview->size(), timer.elapsed());
    QVERIFY(overview);
    std::map<Question, std::map<Verdict, int>> counts;
    int ready = 0;
    for (const Assessment& one : *overview) {
        ready += one.blocking.empty() ? 1 : 0;
        for (const Question question : allQuestions)
            ++counts[question][one.readiness.verdict(question)];
    }
    const int all = static_cast<int>(overview->size());
    QVERIFY2(ready > all / 3 && ready < all, qPrintable(QString::number(ready)));
    for (const Question question :
         {Question::Airframe, Question::Battery, Question::Maintenance, Question::Pilot, Question::Firmware})
        QVERIFY2(counts[question][Verdict::NotReady] > 0, toString(question).data());
    QVERIFY(counts[Question::Battery][Verdict::NotJudged] > 0);
    QVERIFY(counts[Question::Firmware][Verdict::NotJudged] > 0);
    QCOMPARE(counts[Question::Operator][Verdict::Ready], all);
}

void DemoFleetTest::isMadeOnce() {
    House house;
    const auto user =
        house.log
            ->submit(log::systemActor(),
                     [](const storage::Database&, UtcMs) {
                         return log::Decision{
                             {people::toEvent(people::UserAdded{"pilot", "pilot", "", people::Role::Pilot, "none"})},
                             {}};
                     })
            .get();
    QVERIFY(user);
    const auto by = EventFleetService::programItself();
    QElapsedTimer timer;
    timer.start();
    const auto made = demo::seeToDemoFleet(*house.service, by, noon);
    QVERIFY2(made, made ? "" : (made.error().code + made.error().message + made.error().where).c_str());
    qInfo("made in %lld ms", timer.elapsed());
    const auto state = house.state();
    QVERIFY(demo::seeToDemoFleet(*house.service, by, noon));
    QCOMPARE(house.state()->number, state->number);
    house.restart();
    QCOMPARE(house.state()->drones.size(), state->drones.size());
}

void DemoFleetTest::hasItsOperator() {
    House house;
    people::OrganisationService organisations(*house.log, house.clock, {});
    const auto known = operatorsOf(*house.log);
    QVERIFY(known);
    const auto made = demo::seeToDemoOperator(organisations, noon);
    QVERIFY2(made, made ? "" : (made.error().code + made.error().message + made.error().where).c_str());
    const auto wanted = operatorFrom(demo::demoOperator(noon));
    QVERIFY(wanted.insured_until > noon + std::chrono::days(200) && wanted.licensed_until > wanted.insured_until);
    QCOMPARE((*known)(wanted.id), std::optional(wanted));
    // Another day it stays as it is.
    QVERIFY(demo::seeToDemoOperator(organisations, noon + std::chrono::days(3)));
    QCOMPARE((*known)(wanted.id), std::optional(wanted));
}

void DemoFleetTest::coversTheScenario() {
    std::set<std::string> drones, pilots;
    for (const Record& record : demo::demoFleet(noon)) {
        if (const auto* const drone = std::get_if<Drone>(&record)) drones.insert(drone->id);
        if (const auto* const pilot = std::get_if<Pilot>(&record)) pilots.insert(pilot->id);
    }
    for (const auto& drone : demo::DemoScenario::overSeoul(1, noon).drones) {
        QVERIFY2(drones.contains(drone.id), drone.id.c_str());
        if (drone.pilotId) QVERIFY2(pilots.contains(*drone.pilotId), drone.pilotId->c_str());
    }
    QVERIFY(drones.contains("DL-001") && drones.contains("DL-060"));
}

QTEST_GUILESS_MAIN(DemoFleetTest)
#include "fleet_test.moc"
