#include "core/json/object.h"
#include "server/fleet/events.h"
#include "server/fleet/record_checks.h"
#include "server/fleet/record_codec.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace haneul;
using namespace haneul::fleet;

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00.000Z");

// Every member told.
std::vector<Record> fullRecords() {
    return {
        DroneModel{.id = "haneul/M6",
                   .name = "하늘 M6",
                   .maxSpeed_mps = 18,
                   .maxClimb_mps = 5,
                   .maxDescent_mps = 4,
                   .endurance_s = 2700,
                   .maxPayload_kg = 5.5,
                   .minFirmware = "1.14.0",
                   .inspectionEvery_h = 100,
                   .inspectionEvery_d = 180,
                   .batteryCycleLimit = 300,
                   .batteryCapacity_mah = 22'000},
        Drone{.id = "HN-001",
              .organisation_id = "O",
              .model_id = "haneul/M6",
              .serial_number = "S1",
              .registration_id = "KR-1",
              .firmware_version = "1.14.3",
              .flown_h = 0.1,
              .status = DroneStatus::Grounded},
        Battery{.id = "B-1",
                .drone_id = "HN-001",
                .model = "6S",
                .serial_number = "B1",
                .cycle_count = 0,
                .last_charged = noon,
                .capacity_mah = 21'000,
                .charge_pct = 0,
                .charge_read = noon},
        Payload{.id = "C-1", .name = "Camera", .mass_kg = 0.9, .capabilities = {"camera.rgb"}, .model_ids = {"a", "b"}},
        Pilot{.id = "P-1",
              .user_id = "kim",
              .certification_number = "C1",
              .certified_until = noon,
              .ratings = std::vector<Rating>{{"a", noon, true}, {"b", {}, false}},
              .last_flight = noon,
              .flown_h = 12,
              .suspended = true},
        MaintenanceRecord{.id = "W-1",
                          .drone_id = "HN-001",
                          .kind = MaintenanceKind::Defect,
                          .at = noon,
                          .flown_h = 3,
                          .closed_at = noon,
                          .by = "Park",
                          .note = "arm 3"},
    };
}

// Only what a record cannot be without.
std::vector<Record> bareRecords() {
    return {DroneModel{.id = "m", .name = "M"},
            Drone{.id = "d", .model_id = "m", .serial_number = "s"},
            Battery{.id = "b", .serial_number = "s"},
            Payload{.id = "p", .name = "P"},
            Pilot{.id = "p"},
            MaintenanceRecord{.id = "w", .drone_id = "d", .at = noon, .by = "x"}};
}

} // namespace

class FleetRecordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack(); // R-DB-03 R-DB-04 R-DB-05
    void whatNobodyToldStaysUnknown();
    void whatMayNotBeLeftOut_data();
    void whatMayNotBeLeftOut();
    void checks_data();
    void checks(); // R-MS-07 R-MS-08
    void events(); // R-DB-14
    void hostileEvents_data();
    void hostileEvents();
    void membersAsText();
};

void FleetRecordsTest::thereAndBack() {
    for (const auto& records : {fullRecords(), bareRecords()})
        for (const Record& record : records) {
            const auto read = recordFromJson(kindOf(record), toJson(record));
            QVERIFY2(read, read ? "" : (read.error().message + " " + read.error().where).c_str());
            QVERIFY(*read == record);
            const auto sound = check(record);
            QVERIFY2(sound, sound ? "" : (sound.error().message + " " + sound.error().where).c_str());
        }
    for (const Kind kind : allKinds)
        QVERIFY(kindFrom(toString(kind)) == kind);
    QVERIFY(!kindFrom("rules"));
}

void FleetRecordsTest::whatNobodyToldStaysUnknown() {
    const auto battery = recordFromJson(Kind::Battery, R"({"id":"b","serial_number":"s","cycle_count":null})");
    QVERIFY(battery);
    QVERIFY(std::get<Battery>(*battery) == (Battery{.id = "b", .serial_number = "s"}));
    const auto pilot = recordFromJson(Kind::Pilot, R"({"id":"p","suspended":false})");
    QVERIFY(pilot && !std::get<Pilot>(*pilot).ratings);
    const auto none = recordFromJson(Kind::Pilot, R"({"id":"p","suspended":false,"ratings":[]})");
    QVERIFY(none && std::get<Pilot>(*none).ratings && std::get<Pilot>(*none).ratings->empty());
}

void FleetRecordsTest::whatMayNotBeLeftOut_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* name, Kind kind, const char* json, const char* code) {
        QTest::newRow(name) << static_cast<int>(kind) << QByteArray(json) << QByteArray(code);
    };
    row("status of a drone", Kind::Drone, R"({"id":"d","model_id":"m","serial_number":"s"})", "MISSING_FIELD");
    row("suspended", Kind::Pilot, R"({"id":"p"})", "MISSING_FIELD");
    row("kind of work", Kind::Maintenance, R"({"id":"w","drone_id":"d","at":"2026-11-21T12:00:00Z"})", "MISSING_FIELD");
    row("when", Kind::Maintenance, R"({"id":"w","drone_id":"d","kind":"repair"})", "MISSING_FIELD");
    row("bvlos", Kind::Pilot, R"({"id":"p","suspended":false,"ratings":[{"model_id":"m"}]})", "MISSING_FIELD");
    row("a status unknown", Kind::Drone, R"({"id":"d","status":"fine"})", "BAD_FIELD");
    row("another field", Kind::Payload, R"({"id":"p","name":"P","weight":3})", "UNKNOWN_FIELD");
    row("a number as text", Kind::Battery, R"({"id":"b","serial_number":"s","cycle_count":"3"})", "BAD_FIELD");
    row("a fraction of a cycle", Kind::Battery, R"({"id":"b","serial_number":"s","cycle_count":3.5})", "BAD_FIELD");
    row("cycles below zero", Kind::Battery, R"({"id":"b","serial_number":"s","cycle_count":-1})", "BAD_FIELD");
    row("no time", Kind::Battery, R"({"id":"b","serial_number":"s","last_charged":"yesterday"})", "BAD_FIELD");
}

void FleetRecordsTest::whatMayNotBeLeftOut() {
    QFETCH(int, kind);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, code);
    const auto read = recordFromJson(static_cast<Kind>(kind), json.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, code.toStdString());
}

void FleetRecordsTest::checks_data() {
    QTest::addColumn<std::function<Record()>>("make");
    QTest::addColumn<QByteArray>("where"); // empty: it is sound
    const auto row = [](const char* name, Kind kind, const char* where, auto change) {
        QTest::newRow(name) << std::function<Record()>([kind, change] {
            auto record = fullRecords()[static_cast<std::size_t>(kind)];
            change(record);
            return record;
        }) << QByteArray(where);
    };
    static constexpr double infinite = std::numeric_limits<double>::infinity();
    row("drone", Kind::Drone, "", [](Record&) {});
    row("id with a blank", Kind::Drone, "id", [](Record& r) { std::get<Drone>(r).id = "a b"; });
    row("id with a slash", Kind::Drone, "id", [](Record& r) { std::get<Drone>(r).id = "a/b"; });
    row("model with a slash", Kind::Model, "", [](Record& r) { std::get<DroneModel>(r).id = "a/b"; });
    row("id too long", Kind::Drone, "id", [](Record& r) { std::get<Drone>(r).id = std::string(65, 'a'); });
    row("no serial number", Kind::Drone, "serial_number", [](Record& r) { std::get<Drone>(r).serial_number.clear(); });
    row("no model", Kind::Drone, "model_id", [](Record& r) { std::get<Drone>(r).model_id.clear(); });
    row("retired by an edit", Kind::Drone, "status",
        [](Record& r) { std::get<Drone>(r).status = DroneStatus::Retired; });
    row("hours below zero", Kind::Drone, "flown_h", [](Record& r) { std::get<Drone>(r).flown_h = -0.1; });
    row("hours without end", Kind::Drone, "flown_h", [](Record& r) { std::get<Drone>(r).flown_h = infinite; });
    row("empty firmware", Kind::Drone, "firmware_version", [](Record& r) { std::get<Drone>(r).firmware_version = ""; });
    row("charge over 100", Kind::Battery, "charge_pct", [](Record& r) { std::get<Battery>(r).charge_pct = 100.1; });
    row("charge of 100", Kind::Battery, "", [](Record& r) { std::get<Battery>(r).charge_pct = 100; });
    row("charge without time", Kind::Battery, "charge_read",
        [](Record& r) { std::get<Battery>(r).charge_read.reset(); });
    row("no capacity", Kind::Battery, "capacity_mah", [](Record& r) { std::get<Battery>(r).capacity_mah = 0; });
    row("endurance of nothing", Kind::Model, "endurance_s", [](Record& r) { std::get<DroneModel>(r).endurance_s = 0; });
    row("no payload at all", Kind::Model, "", [](Record& r) { std::get<DroneModel>(r).maxPayload_kg = 0; });
    row("cycle limit of 0", Kind::Model, "battery_cycle_limit",
        [](Record& r) { std::get<DroneModel>(r).batteryCycleLimit = 0; });
    row("a model twice", Kind::Payload, "model_ids", [](Record& r) { std::get<Payload>(r).model_ids = {"a", "a"}; });
    row("a rating twice", Kind::Pilot, "ratings",
        [](Record& r) { std::get<Pilot>(r).ratings = std::vector<Rating>{{"a"}, {"a"}}; });
    row("closed before found", Kind::Maintenance, "closed_at",
        [](Record& r) { std::get<MaintenanceRecord>(r).closed_at = noon - milliseconds(1); });
    row("a closed repair", Kind::Maintenance, "closed_at",
        [](Record& r) { std::get<MaintenanceRecord>(r).kind = MaintenanceKind::Repair; });
    row("nobody did it", Kind::Maintenance, "by", [](Record& r) { std::get<MaintenanceRecord>(r).by.clear(); });
    row("a note too long", Kind::Maintenance, "note",
        [](Record& r) { std::get<MaintenanceRecord>(r).note = std::string(1001, 'x'); });
}

void FleetRecordsTest::checks() {
    QFETCH(std::function<Record()>, make);
    QFETCH(QByteArray, where);
    const auto sound = check(make());
    QCOMPARE(sound ? std::string() : sound.error().where, where.toStdString());
    if (!sound) QVERIFY(sound.error().code == "BAD_FIELD" || sound.error().code == "BAD_ID");
}

void FleetRecordsTest::events() {
    std::vector<FleetEvent> events;
    for (const Record& record : fullRecords())
        events.emplace_back(RecordSaved{7, record, "why", record.index() % 2 == 0 ? "M-000001" : ""});
    events.emplace_back(RecordRetired{Kind::Battery, "B-1", 8, true, "swollen"});
    events.emplace_back(RulesChanged{{.version = 3, .recency_d = 60, .overrideRoles = {"supervisor"}}, "review"});
    events.emplace_back(OverrideGiven{.id = "OV-000001",
                                      .drone = "HN-001",
                                      .battery = "",
                                      .pilot = "P-1",
                                      .payloads = {"C-1"},
                                      .question = Question::Pilot,
                                      .items = {{.question = Question::Pilot,
                                                 .code = "PILOT_RECENCY",
                                                 .verdict = Verdict::NotReady,
                                                 .value = 95.25,
                                                 .limit = 90,
                                                 .unit = "d",
                                                 .words = "days"}},
                                      .need = {.start = noon, .end = noon + milliseconds(1), .flight_s = 0.001},
                                      .rulesVersion = 2,
                                      .reason = "flies with an instructor",
                                      .until = noon});
    events.emplace_back(OverrideWithdrawn{"OV-000001", "the instructor is ill"});
    for (const FleetEvent& event : events) {
        const auto written = toEvent(event);
        QVERIFY(written.type.starts_with(fleetPrefix));
        const auto read = eventFrom(written.type, written.body);
        QVERIFY2(read, read ? "" : (written.body + read.error().message + read.error().where).c_str());
        QVERIFY(*read == event);
        QCOMPARE(toEvent(*read).body, written.body);
    }
}

void FleetRecordsTest::hostileEvents_data() {
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char* type, const char* body, const char* code) {
        QTest::addRow("%s %s", type, body) << QByteArray(type) << QByteArray(body) << QByteArray(code);
    };
    row("fleet.other", "{}", "BAD_ENTRY");
    row("fleet.record_saved", "[]", "BAD_JSON");
    row("fleet.record_saved", "{}", "MISSING_FIELD");
    row("fleet.record_saved", R"({"kind":"drone","revision":-1,"record":{},"note":""})", "BAD_ENTRY");
    row("fleet.record_saved", R"({"kind":"aeroplane","revision":1,"record":{},"note":""})", "BAD_ENTRY");
    row("fleet.record_retired", R"({"kind":"drone","id":"d","revision":2,"retired":1,"reason":"x"})", "BAD_FIELD");
    row("fleet.rules_changed", R"({"rules":{"id":"r"},"reason":"x"})", "MISSING_FIELD");
    row("fleet.override_withdrawn", R"({"id":"a","reason":"b","more":1})", "UNKNOWN_FIELD");
}

void FleetRecordsTest::hostileEvents() {
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, code);
    const auto read = eventFrom(type.toStdString(), body.toStdString());
    QVERIFY(!read);
    QCOMPARE(read.error().code, code.toStdString());
}

void FleetRecordsTest::membersAsText() {
    const auto members = membersOf(fullRecords()[static_cast<std::size_t>(Kind::Pilot)]);
    const auto textOf = [&](const char* name) {
        const auto found = std::ranges::find(members, std::string(name), &Member::first);
        return found == members.end() ? std::string("?") : found->second;
    };
    QCOMPARE(textOf("ratings"), std::string("a BVLOS -> 2026-11-21T12:00:00.000Z, b"));
    QCOMPARE(textOf("suspended"), std::string("true"));
    QCOMPARE(textOf("flown_h"), std::string("12"));
    QCOMPARE(membersOf(ReadinessRules{}).size(), std::size_t{11});
}

QTEST_APPLESS_MAIN(FleetRecordsTest)
#include "fleet_records_test.moc"
