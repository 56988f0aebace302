#include "fleet_fixture.h"
#include "server/fleet/record_codec.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>

using namespace haneul;
using namespace haneul::fleet;
using namespace haneul::fleet::tests;
using std::chrono::days;
using std::chrono::hours;

namespace {

std::set<std::string> codesNotReady(const Assessment& assessment) {
    std::set<std::string> codes;
    for (const Item* item : assessment.readiness.failed())
        codes.insert(item->code);
    return codes;
}

// The pilot has not flown for 95 days.
void letPilotRust(House& house) {
    auto pilot = goodPilot();
    pilot.last_flight = noon - days(95);
    QVERIFY(house.save(pilot, 1));
}

NewOverride pilotOverride() {
    return {.ask = usualAsk(),
            .question = Question::Pilot,
            .reason = "flies with an instructor beside",
            .until = noon + days(1)};
}

} // namespace

class FleetServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void schema();            // R-DB-03 R-DB-04 R-DB-05
    void recordsAndHistory(); // R-MS-07 R-MS-08 R-DB-14
    void staleRevisions();
    void uniqueNumbers_data();
    void uniqueNumbers(); // R-MS-07
    void relations_data();
    void relations(); // R-DB-08
    void retiring();  // R-DB-14
    void givenNames();
    void scopes();            // R-SEC-03
    void restartAndRebuild(); // R-DB-14
    void readyFleet();        // R-MS-09
    void eachQuestionFails_data();
    void eachQuestionFails();    // R-FLT-01 R-FLT-02 R-FLT-03 R-FLT-04 R-FLT-07 R-GEN-08
    void allFailuresAreListed(); // R-FLT-05
    void rulesAreData();
    void overrides();                 // R-FLT-06
    void overridesCoverWhatWasSeen(); // R-FLT-06
    void refusedOverrides_data();
    void refusedOverrides(); // R-FLT-06
    void overviewChoosesTheBest();
    void subscribersSeeEveryState();
    void parallelEdits();
};

void FleetServiceTest::schema() {
    House house;
    const auto columns = [&](const char* table) {
        return QString::fromStdString(house.sql(
            QStringLiteral("SELECT group_concat(name) FROM pragma_table_info('%1')").arg(QString::fromLatin1(table))));
    };
    const auto has = [&](const char* table, std::initializer_list<const char*> names) {
        const auto found = columns(table).split(u',');
        return std::ranges::all_of(names, [&](const char* name) { return found.contains(QString::fromLatin1(name)); });
    };
    QVERIFY(has("drones", {"drone_id", "org_id", "model", "serial_number", "registration_id", "firmware_version",
                           "last_maintenance_date"}));
    QVERIFY(has("batteries", {"battery_id", "drone_id", "model", "serial_number", "cycle_count", "last_charged_date",
                              "capacity_mah"}));
    QVERIFY(has("pilots", {"pilot_id", "user_id", "certification_number", "last_flight_date", "total_flight_hours"}));
}

void FleetServiceTest::recordsAndHistory() {
    House house;
    house.addGoodFleet();
    house.clock.advance(hours(1));
    auto drone = goodDrone();
    drone.firmware_version = "1.15.0";
    drone.flown_h = 125;
    const auto saved = house.save(drone, 1, "update at the workshop");
    QVERIFY(saved);
    QCOMPARE(saved->revision, std::uint64_t{2});
    const auto kept = house.state()->find<Drone>("HN-001");
    QVERIFY(kept && kept->value == drone);
    QCOMPARE(kept->revision, std::uint64_t{2});
    QCOMPARE(kept->changedBy, std::string("somebody"));
    QVERIFY(kept->changed >= noon + hours(1));

    const auto history = house.history(Kind::Drone, "HN-001");
    QVERIFY(history);
    QCOMPARE(history->size(), std::size_t{2});
    QVERIFY(history->front().before.empty());
    const Change& change = history->back();
    QCOMPARE(change.user, std::string("somebody"));
    QCOMPARE(change.role, std::string("fleet"));
    QCOMPARE(change.note, std::string("update at the workshop"));
    QVERIFY(recordFromJson(Kind::Drone, change.before) == Record(goodDrone()));
    QVERIFY(recordFromJson(Kind::Drone, change.after) == Record(drone));
    QCOMPARE(codeOf(house.history(Kind::Drone, "HN-999")), std::string("NO_SUCH_RECORD"));

    QCOMPARE(house.sql(QStringLiteral("SELECT firmware_version FROM drones")), std::string("1.15.0"));
    QCOMPARE(house.sql(QStringLiteral("SELECT last_maintenance_date FROM drones")),
             std::to_string(sinceEpoch_ms(noon - days(30))));
    auto repair = goodInspection("W-2");
    repair.kind = MaintenanceKind::Repair;
    repair.at = noon - days(1);
    QVERIFY(house.save(repair));
    QCOMPARE(house.sql(QStringLiteral("SELECT last_maintenance_date FROM drones")),
             std::to_string(sinceEpoch_ms(noon - days(1))));
    QVERIFY(house.retire(Kind::Maintenance, "W-2", 1, true, "entered for the wrong drone"));
    QCOMPARE(house.sql(QStringLiteral("SELECT last_maintenance_date FROM drones")),
             std::to_string(sinceEpoch_ms(noon - days(30))));
}

void FleetServiceTest::staleRevisions() {
    House house;
    house.addGoodFleet();
    QCOMPARE(codeOf(house.save(goodDrone())), std::string("SAME_ID"));
    QVERIFY(house.save(goodDrone(), 1));
    QCOMPARE(codeOf(house.save(goodDrone(), 1)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.save(goodDrone(), 3)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.retire(Kind::Drone, "HN-001", 1)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.save(goodDrone("HN-777"), 1)), std::string("NO_SUCH_RECORD"));
    QCOMPARE(house.state()->find<Drone>("HN-001")->revision, std::uint64_t{2});
}

void FleetServiceTest::uniqueNumbers_data() {
    QTest::addColumn<std::function<Record()>>("make");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, std::function<Record()> make) {
        QTest::newRow(name) << std::move(make) << QByteArray(code);
    };
    row("serial number of a drone", "SAME_SERIAL_NUMBER", [] {
        auto drone = goodDrone("HN-002");
        drone.serial_number = "SN-HN-001";
        return drone;
    });
    row("registration", "SAME_REGISTRATION", [] {
        auto drone = goodDrone("HN-002");
        drone.registration_id = "KR-HN-001";
        return drone;
    });
    row("serial number of a battery", "SAME_SERIAL_NUMBER", [] {
        auto battery = goodBattery("B-2");
        battery.serial_number = "BSN-B-1";
        return battery;
    });
    row("certificate", "SAME_CERTIFICATE", [] {
        auto pilot = goodPilot("P-2");
        pilot.certification_number = "C-P-1";
        return pilot;
    });
    row("user", "SAME_USER", [] {
        auto pilot = goodPilot("P-2");
        pilot.user_id = "kim";
        return pilot;
    });
    row("other numbers", "", [] { return goodDrone("HN-002"); });
    row("no registration", "", [] {
        auto drone = goodDrone("HN-002");
        drone.registration_id.clear();
        return drone;
    });
}

void FleetServiceTest::uniqueNumbers() {
    QFETCH(std::function<Record()>, make);
    QFETCH(QByteArray, code);
    House house;
    house.addGoodFleet();
    auto kim = goodPilot();
    kim.user_id = "kim";
    QVERIFY(house.save(kim, 1));
    auto unregistered = goodDrone("HN-003");
    unregistered.registration_id.clear();
    QVERIFY(house.save(unregistered));
    QVERIFY(house.retire(Kind::Drone, "HN-003", 1)); // numbers of what is retired stay taken
    const auto saved = house.save(make());
    QCOMPARE(codeOf(saved), code.toStdString());
    if (!saved)
        QVERIFY(saved.error().where == "HN-001" || saved.error().where == "B-1" || saved.error().where == "P-1");
}

void FleetServiceTest::relations_data() {
    QTest::addColumn<std::function<Record()>>("make");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, std::function<Record()> make) {
        QTest::newRow(name) << std::move(make) << QByteArray(code);
    };
    row("drone of no model", "NO_SUCH_MODEL", [] {
        auto drone = goodDrone("HN-002");
        drone.model_id = "none";
        return drone;
    });
    row("battery of no drone", "NO_SUCH_DRONE", [] { return goodBattery("B-2", "HN-404"); });
    row("battery of the store", "", [] { return goodBattery("B-2", ""); });
    row("payload for no model", "NO_SUCH_MODEL", [] {
        auto payload = goodPayload();
        payload.id = "X";
        payload.model_ids.emplace_back("none");
        return payload;
    });
    row("pilot who is no user", "NO_SUCH_USER", [] {
        auto pilot = goodPilot("P-2");
        pilot.user_id = "nobody";
        return pilot;
    });
    row("rating for no model", "NO_SUCH_MODEL", [] {
        auto pilot = goodPilot("P-2");
        pilot.ratings->push_back({.model_id = "none"});
        return pilot;
    });
    row("work on no drone", "NO_SUCH_DRONE", [] { return goodInspection("W-2", "HN-404"); });
    row("work of tomorrow", "IN_FUTURE", [] {
        auto work = goodInspection("W-2");
        work.at = noon + days(1);
        return work;
    });
    row("flight of tomorrow", "IN_FUTURE", [] {
        auto pilot = goodPilot("P-2");
        pilot.last_flight = noon + days(1);
        return pilot;
    });
    row("reading of tomorrow", "IN_FUTURE", [] {
        auto battery = goodBattery("B-2");
        battery.charge_read = noon + days(1);
        return battery;
    });
}

void FleetServiceTest::relations() {
    QFETCH(std::function<Record()>, make);
    QFETCH(QByteArray, code);
    House house;
    house.addGoodFleet();
    const auto before = house.state();
    QCOMPARE(codeOf(house.save(make())), code.toStdString());
    if (!code.isEmpty()) QCOMPARE(house.state()->number, before->number); // nothing was written
    QCOMPARE(house.sql(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check")), std::string("0"));
}

void FleetServiceTest::retiring() {
    House house;
    house.addGoodFleet();
    QCOMPARE(codeOf(house.retire(Kind::Drone, "HN-001", 1, true, " ")), std::string("NO_REASON"));
    QCOMPARE(codeOf(house.retire(Kind::Model, "haneul/M6", 1)), std::string("IN_USE"));
    QCOMPARE(codeOf(house.retire(Kind::Drone, "HN-001", 1, false)), std::string("NOT_NOW"));
    QVERIFY(house.retire(Kind::Drone, "HN-001", 1));
    QVERIFY(house.state()->find<Drone>("HN-001")->retired);
    QCOMPARE(codeOf(house.retire(Kind::Drone, "HN-001", 2)), std::string("NOT_NOW"));
    QCOMPARE(codeOf(house.save(goodDrone(), 2)), std::string("RETIRED"));
    QVERIFY(house.retire(Kind::Model, "haneul/M6", 1));
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(judged);
    QVERIFY(codesNotReady(*judged) == std::set<std::string>{"AIRFRAME_STATUS"});
    QVERIFY(house.service->overview(usualNeed())->empty());

    QVERIFY(house.retire(Kind::Drone, "HN-001", 2, false, "repaired after all"));
    QVERIFY(house.service->judge(usualAsk())->blocking.empty());
    QVERIFY(house.save(goodDrone(), 3));
    const auto history = house.history(Kind::Drone, "HN-001");
    QVERIFY(history);
    std::vector<std::string> steps;
    for (const Change& change : *history)
        steps.push_back(change.what);
    QVERIFY(steps == (std::vector<std::string>{"saved", "retired", "restored", "saved"}));

    QVERIFY(house.retire(Kind::Battery, "B-1", 1, true, "swollen"));
    QVERIFY(house.retire(Kind::Pilot, "P-1", 1, true, "left"));
    QVERIFY(house.retire(Kind::Payload, "BOX-1", 1, true, "lost"));
    const auto worn = house.service->judge(usualAsk());
    QVERIFY(codesNotReady(*worn) == (std::set<std::string>{"BATTERY_RETIRED", "PILOT_RETIRED", "PAYLOAD_RETIRED"}));
    QVERIFY(std::ranges::is_sorted(worn->readiness.items, {}, &Item::question));
}

void FleetServiceTest::givenNames() {
    House house;
    house.addGoodFleet();
    QCOMPARE(house.save(goodInspection(""))->id, std::string("W-000002"));
    QVERIFY(house.save(goodInspection("W-000004")));
    QCOMPARE(house.save(goodInspection(""))->id, std::string("W-000005")); // the fourth was taken
    auto model = goodModel();
    model.id.clear();
    QCOMPARE(codeOf(house.save(model)), std::string("BAD_ID"));
}

void FleetServiceTest::scopes() {
    House house;
    house.addGoodFleet();
    house.by = someone({});
    house.supervisor = someone({}, people::Role::Supervisor);
    QCOMPARE(codeOf(house.save(goodDrone("HN-002"))), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.retire(Kind::Drone, "HN-001", 1)), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.history(Kind::Drone, "HN-001")), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.changeRules({}, 1)), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.override(pilotOverride(), house.supervisor)), std::string("FORBIDDEN"));
    QCOMPARE(codeOf(house.withdraw("OV-000001")), std::string("FORBIDDEN"));
    QVERIFY(house.refusals == (std::vector<std::string>{"fleet.write", "fleet.write", "fleet.read", "fleet.rules",
                                                        "fleet.override", "fleet.override"}));
    QVERIFY(!people::scopesOf(people::Role::Administrator).contains("fleet.override"));
    QVERIFY(!people::scopesOf(people::Role::Fleet).contains("fleet.override"));
    QVERIFY(!EventFleetService::programItself().may("fleet.override"));
}

void FleetServiceTest::restartAndRebuild() {
    House house;
    house.addGoodFleet();
    letPilotRust(house);
    QVERIFY(house.save(goodDrone("HN-002")));
    QVERIFY(house.retire(Kind::Drone, "HN-002", 1));
    QVERIFY(house.changeRules({.recency_d = 60}, 1));
    QVERIFY(house.override(pilotOverride(), house.supervisor));
    auto second = pilotOverride();
    second.question = Question::Pilot;
    const auto withdrawn = house.override(second, house.supervisor);
    QVERIFY(withdrawn);
    QVERIFY(house.withdraw(*withdrawn));
    const auto before = house.state();
    house.restart();
    const auto after = house.state();
    const auto same = [](const auto& one, const auto& other) {
        return std::ranges::equal(
            one, other, [](const auto& l, const auto& r) { return l.first == r.first && *l.second == *r.second; });
    };
    QVERIFY(same(before->models, after->models));
    QVERIFY(same(before->drones, after->drones));
    QVERIFY(same(before->batteries, after->batteries));
    QVERIFY(same(before->payloads, after->payloads));
    QVERIFY(same(before->pilots, after->pilots));
    QVERIFY(same(before->maintenance, after->maintenance));
    QVERIFY(same(before->overrides, after->overrides));
    QVERIFY(before->rules == after->rules);
    QVERIFY(after->find<Drone>("HN-002")->retired);
    QCOMPARE(after->overrides.size(), std::size_t{2});

    const auto tables = house.rebuild();
    QVERIFY(tables);
    int rows = 0;
    for (const auto& table : *tables) {
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
        rows += static_cast<int>(table.rows);
    }
    QVERIFY(rows > 15);
}

void FleetServiceTest::readyFleet() {
    House house;
    house.addGoodFleet();
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(judged);
    for (const Question question : allQuestions)
        QVERIFY2(judged->readiness.verdict(question) == Verdict::Ready, toString(question).data());
    QVERIFY(judged->blocking.empty());
    QCOMPARE(judged->readiness.rules_version, 1);

    const auto nobody =
        house.service->judge({.drone = {}, .battery = {}, .pilot = {}, .payloads = {}, .need = usualNeed()});
    QVERIFY(nobody);
    QVERIFY(nobody->readiness.verdict() == Verdict::NotJudged);
    QCOMPARE(nobody->blocking.size(), allQuestions.size());
    for (const auto& [ask, code] : {std::pair(Ask{"HN-9", "", "", {}, usualNeed()}, "NO_SUCH_DRONE"),
                                    std::pair(Ask{"HN-001", "B-9", "", {}, usualNeed()}, "NO_SUCH_BATTERY"),
                                    std::pair(Ask{"HN-001", "B-1", "P-9", {}, usualNeed()}, "NO_SUCH_PILOT"),
                                    std::pair(Ask{"HN-001", "B-1", "P-1", {"X"}, usualNeed()}, "NO_SUCH_PAYLOAD"),
                                    std::pair(Ask{"HN-001", "B-1", "P-1", {}, {}}, "BAD_NEED")})
        QCOMPARE(codeOf(house.service->judge(ask)), std::string(code));
}

void FleetServiceTest::eachQuestionFails_data() {
    QTest::addColumn<std::function<Record()>>("make"); // saved on top of the first revision
    QTest::addColumn<QByteArray>("question");
    QTest::addColumn<QByteArray>("codes"); // not ready or not judged, with commas
    const auto row = [](const char* name, const char* question, const char* codes, std::function<Record()> make) {
        QTest::newRow(name) << std::move(make) << QByteArray(question) << QByteArray(codes);
    };
    row("grounded", "AIRFRAME", "AIRFRAME_STATUS", [] {
        auto drone = goodDrone();
        drone.status = DroneStatus::Grounded;
        return drone;
    });
    row("payload of another model", "AIRFRAME", "PAYLOAD_FIT", [] {
        auto payload = goodPayload();
        payload.model_ids.clear();
        return payload;
    });
    row("too heavy", "AIRFRAME", "PAYLOAD_MASS", [] {
        auto payload = goodPayload();
        payload.mass_kg = 3.6; // with 1.5 kg of parcels: 5.1 of 5
        return payload;
    });
    row("cycles: 20 left", "", "", [] {
        auto battery = goodBattery();
        battery.cycle_count = 280;
        return battery;
    });
    row("cycles: 19 left", "BATTERY", "BATTERY_CYCLES", [] {
        auto battery = goodBattery();
        battery.cycle_count = 281;
        return battery;
    });
    row("cycles not known", "BATTERY", "BATTERY_CYCLES", [] {
        auto battery = goodBattery();
        battery.cycle_count.reset();
        return battery;
    });
    row("half charged", "BATTERY", "BATTERY_CHARGE", [] {
        auto battery = goodBattery();
        battery.charge_pct = 60; // 2700 s * 21/22 * 35 % = 902 s
        return battery;
    });
    row("an old reading", "BATTERY", "BATTERY_CHARGE", [] {
        auto battery = goodBattery();
        battery.charge_read = noon - hours(12); // 13 h before the start
        return battery;
    });
    row("hours since the inspection", "MAINTENANCE", "INSPECTION_HOURS_SOON", [] {
        auto drone = goodDrone();
        drone.flown_h = 90 + 95;
        return drone;
    });
    row("days since the inspection", "MAINTENANCE", "INSPECTION_DAYS,INSPECTION_DAYS_SOON", [] {
        auto work = goodInspection();
        work.at = noon - days(200);
        return work;
    });
    row("an open defect", "MAINTENANCE",
        "INSPECTION_DAYS,INSPECTION_DAYS_SOON,INSPECTION_HOURS,INSPECTION_HOURS_SOON,OPEN_DEFECTS", [] {
            auto work = goodInspection();
            work.kind = MaintenanceKind::Defect;
            return work;
        });
    row("no rating", "PILOT", "PILOT_BVLOS,PILOT_RATING", [] {
        auto pilot = goodPilot();
        pilot.ratings->clear();
        return pilot;
    });
    row("in sight only", "PILOT", "PILOT_BVLOS", [] {
        auto pilot = goodPilot();
        pilot.ratings->front().bvlos = false;
        return pilot;
    });
    row("90 days ago", "", "", [] {
        auto pilot = goodPilot();
        pilot.last_flight = noon + hours(1) - days(90);
        return pilot;
    });
    row("more than 90 days ago", "PILOT", "PILOT_RECENCY", [] {
        auto pilot = goodPilot();
        pilot.last_flight = noon + hours(1) - days(90) - milliseconds(1);
        return pilot;
    });
    row("suspended", "PILOT", "PILOT_STATUS", [] {
        auto pilot = goodPilot();
        pilot.suspended = true;
        return pilot;
    });
    row("old firmware", "FIRMWARE", "FIRMWARE_VERSION", [] {
        auto drone = goodDrone();
        drone.firmware_version = "1.13.9";
        return drone;
    });
    row("an operator nobody knows", "OPERATOR", "OPERATOR_INSURANCE,OPERATOR_LICENCE", [] {
        auto drone = goodDrone();
        drone.organisation_id = "OTHER";
        return drone;
    });
}

void FleetServiceTest::eachQuestionFails() {
    QFETCH(std::function<Record()>, make);
    QFETCH(QByteArray, question);
    QFETCH(QByteArray, codes);
    House house;
    house.addGoodFleet();
    QVERIFY(house.save(make(), 1));
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(judged);
    QByteArrayList found;
    for (const std::string& code : codesNotReady(*judged))
        found << QByteArray::fromStdString(code);
    QCOMPARE(found.join(','), codes);
    for (const Question each : allQuestions)
        QCOMPARE(judged->readiness.verdict(each) == Verdict::Ready, question != toString(each).data());
    QCOMPARE(judged->blocking.empty(), question.isEmpty());
}

void FleetServiceTest::allFailuresAreListed() {
    House house;
    house.addGoodFleet();
    letPilotRust(house);
    auto drone = goodDrone();
    drone.firmware_version = "1.0";
    QVERIFY(house.save(drone, 1));
    auto battery = goodBattery();
    battery.cycle_count = 299;
    QVERIFY(house.save(battery, 1));
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(codesNotReady(*judged) == (std::set<std::string>{"PILOT_RECENCY", "FIRMWARE_VERSION", "BATTERY_CYCLES"}));
    QVERIFY(judged->blocking == (std::vector{Question::Battery, Question::Pilot, Question::Firmware}));
}

void FleetServiceTest::rulesAreData() {
    House house;
    house.addGoodFleet();
    QCOMPARE(house.state()->rules.version, 1);
    QCOMPARE(codeOf(house.changeRules({.recency_d = 4}, 2)), std::string("STALE_REVISION"));
    QCOMPARE(codeOf(house.changeRules({.recency_d = 0}, 1)), std::string("BAD_RULES"));
    QCOMPARE(codeOf(house.changeRules({.recency_d = 4, .overrideRoles = {}}, 1)), std::string("BAD_RULES"));
    const auto changed = house.changeRules({.id = "mine", .version = 44, .recency_d = 4}, 1);
    QVERIFY(changed);
    QCOMPARE(*changed, 2);
    QCOMPARE(house.state()->rules.version, 2);
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(codesNotReady(*judged) == std::set<std::string>{"PILOT_RECENCY"});
    QCOMPARE(judged->readiness.rules_version, 2);
    const auto history = waitFor<std::vector<Change>>([&](auto done) { house.service->rulesHistory(house.by, done); });
    QVERIFY(history);
    QCOMPARE(history->size(), std::size_t{1});
    QCOMPARE(history->front().note, std::string("yearly review"));
}

void FleetServiceTest::overrides() {
    House house;
    house.addGoodFleet();
    letPilotRust(house);
    QVERIFY(house.service->judge(usualAsk())->blocking == std::vector{Question::Pilot});
    const auto id = house.override(pilotOverride(), house.supervisor);
    QVERIFY2(id, id ? "" : id.error().message.c_str());
    const auto judged = house.service->judge(usualAsk());
    QVERIFY(judged->blocking.empty());
    QVERIFY(judged->readiness.verdict(Question::Pilot) == Verdict::NotReady); // the judgement stays
    QCOMPARE(judged->overrides.size(), std::size_t{1});
    const Override& given = *judged->overrides.front();
    QCOMPARE(given.by, std::string("somebody"));
    QCOMPARE(given.role, std::string("supervisor"));
    QCOMPARE(given.given.reason, std::string("flies with an instructor beside"));
    QCOMPARE(given.given.items.size(), std::size_t{1});
    QCOMPARE(given.given.items.front().code, std::string("PILOT_RECENCY"));

    // It is in the audit log, under his name.
    std::promise<std::string> promise;
    house.log->page({.typePrefix = "fleet.override_given"}, [&](const Result<log::EntryPage>& page) {
        const auto& entry = page->entries.front().entry;
        promise.set_value(entry.user + " " + entry.role + " " + entry.body);
    });
    const auto told = promise.get_future().get();
    QVERIFY(told.starts_with("somebody supervisor "));
    QVERIFY(told.contains("flies with an instructor beside"));

    QVERIFY(house.withdraw(*id));
    QVERIFY(house.service->judge(usualAsk())->blocking == std::vector{Question::Pilot});
    QCOMPARE(codeOf(house.withdraw(*id)), std::string("NOT_NOW"));
    QCOMPARE(codeOf(house.withdraw("OV-999999")), std::string("NO_SUCH_OVERRIDE"));
}

void FleetServiceTest::overridesCoverWhatWasSeen() {
    House house;
    house.addGoodFleet();
    letPilotRust(house);
    QVERIFY(house.save(goodPilot("P-2")));
    QVERIFY(house.override(pilotOverride(), house.supervisor));
    const auto blocked = [&](const Ask& ask) { return !house.service->judge(ask)->blocking.empty(); };
    QVERIFY(!blocked(usualAsk()));

    auto later = usualAsk();
    later.need.end = noon + days(1); // it ends with the override
    QVERIFY(!blocked(later));
    later.need.end += milliseconds(1);
    QVERIFY(blocked(later));
    auto other = usualAsk();
    other.payloads.clear();
    QVERIFY(blocked(other));

    auto suspended = goodPilot(); // something else of the same question
    suspended.last_flight = noon - days(95);
    suspended.suspended = true;
    QVERIFY(house.save(suspended, 2));
    QVERIFY(blocked(usualAsk()));
    suspended.suspended = false;
    QVERIFY(house.save(suspended, 3));
    QVERIFY(!blocked(usualAsk()));

    suspended.last_flight.reset(); // not judged is no worse than not ready
    QVERIFY(house.save(suspended, 4));
    QVERIFY(!blocked(usualAsk()));
    // What was only not judged when somebody answered for it is not covered when it turns out to be bad.
    House second;
    second.addGoodFleet();
    auto unknown = goodPilot();
    unknown.last_flight.reset();
    QVERIFY(second.save(unknown, 1));
    QVERIFY(second.override(pilotOverride(), second.supervisor));
    QVERIFY(second.service->judge(usualAsk())->blocking.empty());
    unknown.last_flight = noon - days(95);
    QVERIFY(second.save(unknown, 2));
    QVERIFY(!second.service->judge(usualAsk())->blocking.empty());
}

void FleetServiceTest::refusedOverrides_data() {
    QTest::addColumn<std::function<void(NewOverride&, people::Principal&)>>("change");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, const char* code, auto change) {
        QTest::newRow(name) << std::function<void(NewOverride&, people::Principal&)>(change) << QByteArray(code);
    };
    using people::Principal;
    row("sound", "", [](NewOverride&, Principal&) {});
    row("another role", "OVERRIDE_NOT_ALLOWED",
        [](NewOverride&, Principal& by) { by.role = people::Role::Administrator; });
    row("a machine", "OVERRIDE_NOT_ALLOWED", [](NewOverride&, Principal& by) { by.role.reset(); });
    row("no reason", "OVERRIDE_WITHOUT_REASON", [](NewOverride& wanted, Principal&) { wanted.reason = "  ok  "; });
    row("ready anyway", "OVERRIDE_NEEDLESS",
        [](NewOverride& wanted, Principal&) { wanted.question = Question::Battery; });
    row("no drone", "NO_SUCH_DRONE", [](NewOverride& wanted, Principal&) { wanted.ask.drone.clear(); });
    row("over already", "BAD_UNTIL", [](NewOverride& wanted, Principal&) { wanted.until = noon; });
    row("over before the landing", "BAD_UNTIL",
        [](NewOverride& wanted, Principal&) { wanted.until = wanted.ask.need.end - milliseconds(1); });
    row("for eight days", "BAD_UNTIL", [](NewOverride& wanted, Principal&) { wanted.until = noon + days(8); });
}

void FleetServiceTest::refusedOverrides() {
    QFETCH(std::function<void(NewOverride&, people::Principal&)>, change);
    QFETCH(QByteArray, code);
    House house;
    house.addGoodFleet();
    letPilotRust(house);
    auto wanted = pilotOverride();
    auto by = house.supervisor;
    change(wanted, by);
    QCOMPARE(codeOf(house.override(wanted, by)), code.toStdString());
    QCOMPARE(house.state()->overrides.size(), std::size_t{code.isEmpty() ? 1U : 0U});
}

void FleetServiceTest::overviewChoosesTheBest() {
    House house;
    house.addGoodFleet();
    letPilotRust(house);                   // P-1 is not ready,
    QVERIFY(house.save(goodPilot("P-2"))); // P-2 is
    auto unknown = goodBattery("B-0");     // the first by name, but nobody knows its cycles
    unknown.cycle_count.reset();
    QVERIFY(house.save(unknown));
    QVERIFY(house.save(goodDrone("HN-002"))); // without a battery
    const auto overview = house.service->overview(usualNeed());
    QVERIFY(overview);
    QCOMPARE(overview->size(), std::size_t{2});
    QCOMPARE(overview->front().ask.battery, std::string("B-1"));
    QCOMPARE(overview->front().ask.pilot, std::string("P-2"));
    QVERIFY(overview->front().blocking.empty());
    QCOMPARE(overview->back().ask.battery, std::string());
    QVERIFY(overview->back().readiness.verdict(Question::Battery) == Verdict::NotJudged);
}

void FleetServiceTest::subscribersSeeEveryState() {
    House house;
    std::atomic<int> told = 0;
    std::atomic<std::uint64_t> last = 0;
    auto subscription = house.service->subscribe([&](const FleetStatePtr& state) {
        ++told;
        last = state->number;
    });
    house.addGoodFleet();
    QVERIFY(told.load() >= 1);
    QCOMPARE(last.load(), house.state()->number);
    subscription.reset();
    const int before = told.load();
    QVERIFY(house.save(goodDrone("HN-002")));
    QCOMPARE(told.load(), before);
}

void FleetServiceTest::parallelEdits() {
    House house;
    house.addGoodFleet();
    constexpr int writers = 20;
    std::atomic<int> taken = 0, stale = 0;
    std::vector<std::future<void>> answers;
    for (int i = 0; i < writers; ++i) {
        auto promise = std::make_shared<std::promise<void>>();
        answers.push_back(promise->get_future());
        auto drone = goodDrone();
        drone.flown_h = 130 + i;
        house.service->save(house.by, drone, 1, {}, [&, promise](const Result<SavedRecord>& saved) {
            if (saved) ++taken;
            if (!saved && saved.error().code == "STALE_REVISION") ++stale;
            promise->set_value();
        });
    }
    for (auto& answer : answers)
        answer.wait();
    QCOMPARE(taken.load(), 1);
    QCOMPARE(stale.load(), writers - 1);
}

QTEST_GUILESS_MAIN(FleetServiceTest)
#include "fleet_service_test.moc"
