#include "core/fleet/firmware.h"
#include "core/fleet/readiness_override.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <functional>
#include <limits>

using namespace haneul;
using namespace haneul::fleet;

class ReadinessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allIsReady();          // R-FLT-05
    void eachSideOfEachLimit(); // R-FLT-01 R-FLT-02 R-FLT-03 R-FLT-04 R-FLT-07 R-GEN-08
    void eachSideOfEachLimit_data();
    void unknownIsNotJudged(); // R-FLT-01 R-FLT-02 R-FLT-03 R-FLT-04 R-FLT-07
    void unknownIsNotJudged_data();
    void everyFailedItemIsListed();       // R-FLT-05
    void nothingAssignedIsAnswered();     // R-FLT-05
    void numbersAndLimitsAreSaid();       // R-FLT-02
    void expirySoonIsAWarning();          // R-GEN-08
    void rulesThatSayNothingAreRefused(); // R-FLT-05
    void rulesThatSayNothingAreRefused_data();
    void needsThatSayNothingAreRefused();
    void overrides();     // R-FLT-06
    void firmwareOrder(); // R-FLT-07
    void firmwareOrder_data();
};

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;
const UtcMs start = utcMs(1'790'000'000'000);
const UtcMs end = start + milliseconds(hour_ms);

struct Case {
    Assignment assignment;
    Need need;
    ReadinessRules rules;
};

UtcMs daysBefore(UtcMs time, std::int64_t days) {
    return time - milliseconds(days * day_ms);
}

Case readyCase() {
    Case c;
    c.assignment.drone = Drone{
        .id = "D1", .organisation_id = "O1", .model_id = "maker/one", .firmware_version = "1.14.0", .flown_h = 140};
    c.assignment.model = DroneModel{.id = "maker/one",
                                    .maxSpeed_mps = 15,
                                    .maxClimb_mps = 5,
                                    .maxDescent_mps = 3,
                                    .endurance_s = 2400,
                                    .maxPayload_kg = 2,
                                    .minFirmware = "1.13.2",
                                    .inspectionEvery_h = 50,
                                    .inspectionEvery_d = 180,
                                    .batteryCycleLimit = 300,
                                    .batteryCapacity_mah = 10000};
    c.assignment.battery = Battery{.id = "B1",
                                   .drone_id = "D1",
                                   .cycle_count = 100,
                                   .last_charged = start,
                                   .capacity_mah = 10000,
                                   .charge_pct = 100,
                                   .charge_read = start};
    c.assignment.payloads = {{.id = "P1", .mass_kg = 0.5, .capabilities = {"winch"}, .model_ids = {"maker/one"}}};
    c.assignment.maintenance =
        std::vector<MaintenanceRecord>{{.id = "M0", .drone_id = "D1", .at = daysBefore(end, 200), .flown_h = 60},
                                       {.id = "M1", .drone_id = "D1", .at = daysBefore(end, 30), .flown_h = 120},
                                       {.id = "M2", .drone_id = "D2", .at = daysBefore(end, 1), .flown_h = 139}};
    c.assignment.pilot = Pilot{.id = "U1",
                               .certification_number = "KR-1",
                               .certified_until = end + milliseconds(400 * day_ms),
                               .ratings = std::vector<Rating>{{.model_id = "maker/one", .bvlos = true}},
                               .last_flight = daysBefore(start, 10),
                               .flown_h = 100};
    c.assignment.organisation = Organisation{.id = "O1",
                                             .insured_until = end + milliseconds(400 * day_ms),
                                             .licensed_until = end + milliseconds(400 * day_ms)};
    c.need = {.start = start,
              .end = end,
              .flight_s = 1800,
              .parcels_kg = 1,
              .capabilities = {"winch"},
              .speed_mps = 12,
              .climb_mps = 3,
              .descent_mps = 2,
              .bvlos = true};
    return c;
}

const Item* itemOf(const Readiness& readiness, const QString& code) {
    for (const auto& item : readiness.items)
        if (item.code == code.toStdString()) return &item;
    return nullptr;
}

using Change = std::function<void(Case&)>;

void addCase(const char* name, const char* code, Verdict verdict, Change change) {
    QTest::newRow(name) << QString::fromLatin1(code) << int(verdict) << change;
}

} // namespace

Q_DECLARE_METATYPE(Change)

void ReadinessTest::allIsReady() {
    const auto c = readyCase();
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    for (const auto* item : readiness->failed())
        qWarning("%s: %s", item->code.c_str(), item->words.c_str());
    QVERIFY(readiness->verdict() == Verdict::Ready);
    for (const auto question : allQuestions) {
        QVERIFY(readiness->verdict(question) == Verdict::Ready);
        QVERIFY(questionFromString(toString(question)) == question);
    }
    QCOMPARE(readiness->rules_version, 1);
}

void ReadinessTest::eachSideOfEachLimit_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<Change>("change");
    using enum Verdict;
    addCase("grounded", "AIRFRAME_STATUS", NotReady,
            [](Case& c) { c.assignment.drone->status = DroneStatus::Grounded; });
    addCase("retired", "AIRFRAME_STATUS", NotReady, [](Case& c) { c.assignment.drone->status = DroneStatus::Retired; });
    addCase("mass at the limit", "PAYLOAD_MASS", Ready, [](Case& c) { c.need.parcels_kg = 1.5; });
    addCase("mass above", "PAYLOAD_MASS", NotReady, [](Case& c) { c.need.parcels_kg = 1.5001; });
    addCase("capability lacking", "PAYLOAD_CAPABILITY", NotReady,
            [](Case& c) { c.need.capabilities = {"winch", "camera.rgb"}; });
    addCase("no capability needed", "PAYLOAD_CAPABILITY", Ready, [](Case& c) {
        c.need.capabilities = {};
        c.assignment.payloads = {};
    });
    addCase("payload of another model", "PAYLOAD_FIT", NotReady,
            [](Case& c) { c.assignment.payloads[0].model_ids = {"maker/two"}; });
    addCase("speed at the limit", "AIRFRAME_SPEED", Ready, [](Case& c) { c.need.speed_mps = 15; });
    addCase("speed above", "AIRFRAME_SPEED", NotReady, [](Case& c) { c.need.speed_mps = 15.01; });
    addCase("climb at the limit", "AIRFRAME_CLIMB", Ready, [](Case& c) { c.need.climb_mps = 5; });
    addCase("climb above", "AIRFRAME_CLIMB", NotReady, [](Case& c) { c.need.climb_mps = 5.01; });
    addCase("descent at the limit", "AIRFRAME_DESCENT", Ready, [](Case& c) { c.need.descent_mps = 3; });
    addCase("descent above", "AIRFRAME_DESCENT", NotReady, [](Case& c) { c.need.descent_mps = 3.01; });
    addCase("time at the endurance", "AIRFRAME_ENDURANCE", Ready, [](Case& c) { c.need.flight_s = 2400; });
    addCase("time above", "AIRFRAME_ENDURANCE", NotReady, [](Case& c) { c.need.flight_s = 2401; });
    addCase("battery of the store", "BATTERY_PLACE", Ready, [](Case& c) { c.assignment.battery->drone_id.clear(); });
    addCase("battery of another drone", "BATTERY_PLACE", NotReady,
            [](Case& c) { c.assignment.battery->drone_id = "D2"; });
    // 2400 s * (100 - 25) % = 1800 s
    addCase("charge just enough", "BATTERY_CHARGE", Ready, [](Case& c) { c.need.flight_s = 1800; });
    addCase("charge not enough", "BATTERY_CHARGE", NotReady, [](Case& c) { c.need.flight_s = 1801; });
    addCase("charge of an aged battery", "BATTERY_CHARGE", NotReady,
            [](Case& c) { c.assignment.battery->capacity_mah = 9900; });
    addCase("a battery above its nominal capacity counts as new", "BATTERY_CHARGE", NotReady, [](Case& c) {
        c.assignment.battery->capacity_mah = 12000;
        c.need.flight_s = 1801;
    });
    addCase("charge at the reserve", "BATTERY_CHARGE", NotReady,
            [](Case& c) { c.assignment.battery->charge_pct = 25; });
    addCase("charge read just in time", "BATTERY_CHARGE", Ready,
            [](Case& c) { c.assignment.battery->charge_read = start - milliseconds(12 * hour_ms); });
    addCase("charge read too long ago", "BATTERY_CHARGE", NotJudged,
            [](Case& c) { c.assignment.battery->charge_read = start - milliseconds(12 * hour_ms + 1); });
    addCase("charge read after the start", "BATTERY_CHARGE", NotJudged,
            [](Case& c) { c.assignment.battery->charge_read = start + milliseconds(1); });
    addCase("cycles at the margin", "BATTERY_CYCLES", Ready, [](Case& c) { c.assignment.battery->cycle_count = 280; });
    addCase("cycles near the limit", "BATTERY_CYCLES", NotReady,
            [](Case& c) { c.assignment.battery->cycle_count = 281; });
    addCase("cycles beyond the limit", "BATTERY_CYCLES", NotReady,
            [](Case& c) { c.assignment.battery->cycle_count = 400; });
    // 120 h at the inspection, every 50 h; the flight itself is half an hour.
    addCase("hours below the interval", "INSPECTION_HOURS", Ready,
            [](Case& c) { c.assignment.drone->flown_h = 169.25; });
    addCase("hours at the interval", "INSPECTION_HOURS", NotReady,
            [](Case& c) { c.assignment.drone->flown_h = 169.5; });
    addCase("hours at the margin", "INSPECTION_HOURS_SOON", Ready,
            [](Case& c) { c.assignment.drone->flown_h = 164.5; });
    addCase("inspection soon by hours", "INSPECTION_HOURS_SOON", NotReady,
            [](Case& c) { c.assignment.drone->flown_h = 164.75; });
    addCase("days below the interval", "INSPECTION_DAYS", Ready,
            [](Case& c) { (*c.assignment.maintenance)[1].at = daysBefore(end, 180) + milliseconds(1); });
    addCase("days at the interval", "INSPECTION_DAYS", NotReady,
            [](Case& c) { (*c.assignment.maintenance)[1].at = daysBefore(end, 180); });
    addCase("days at the margin", "INSPECTION_DAYS_SOON", Ready,
            [](Case& c) { (*c.assignment.maintenance)[1].at = daysBefore(end, 173); });
    addCase("inspection soon by days", "INSPECTION_DAYS_SOON", NotReady,
            [](Case& c) { (*c.assignment.maintenance)[1].at = daysBefore(end, 173) - milliseconds(60'000); });
    addCase("an inspection after the start does not count", "INSPECTION_HOURS", NotReady,
            [](Case& c) { (*c.assignment.maintenance)[1].at = start + milliseconds(1); });
    addCase("open defect", "OPEN_DEFECTS", NotReady, [](Case& c) {
        c.assignment.maintenance->push_back(
            {.id = "F1", .drone_id = "D1", .kind = MaintenanceKind::Defect, .at = daysBefore(start, 1)});
    });
    addCase("defect closed by the start", "OPEN_DEFECTS", Ready, [](Case& c) {
        c.assignment.maintenance->push_back({.id = "F1",
                                             .drone_id = "D1",
                                             .kind = MaintenanceKind::Defect,
                                             .at = daysBefore(start, 1),
                                             .closed_at = start});
    });
    addCase("defect to be closed later", "OPEN_DEFECTS", NotReady, [](Case& c) {
        c.assignment.maintenance->push_back({.id = "F1",
                                             .drone_id = "D1",
                                             .kind = MaintenanceKind::Defect,
                                             .at = daysBefore(start, 1),
                                             .closed_at = start + milliseconds(1)});
    });
    addCase("defect of another drone", "OPEN_DEFECTS", Ready, [](Case& c) {
        c.assignment.maintenance->push_back(
            {.id = "F1", .drone_id = "D2", .kind = MaintenanceKind::Defect, .at = daysBefore(start, 1)});
    });
    addCase("suspended", "PILOT_STATUS", NotReady, [](Case& c) { c.assignment.pilot->suspended = true; });
    addCase("certificate until the end", "PILOT_CERTIFICATE", Ready,
            [](Case& c) { c.assignment.pilot->certified_until = end; });
    addCase("certificate ends before", "PILOT_CERTIFICATE", NotReady,
            [](Case& c) { c.assignment.pilot->certified_until = end - milliseconds(1); });
    addCase("no rating", "PILOT_RATING", NotReady, [](Case& c) { c.assignment.pilot->ratings->clear(); });
    addCase("rating until the end", "PILOT_RATING", Ready,
            [](Case& c) { (*c.assignment.pilot->ratings)[0].valid_until = end; });
    addCase("rating ends before", "PILOT_RATING", NotReady,
            [](Case& c) { (*c.assignment.pilot->ratings)[0].valid_until = end - milliseconds(1); });
    addCase("not beyond sight", "PILOT_BVLOS", NotReady,
            [](Case& c) { (*c.assignment.pilot->ratings)[0].bvlos = false; });
    addCase("in sight", "PILOT_BVLOS", Ready, [](Case& c) {
        (*c.assignment.pilot->ratings)[0].bvlos = false;
        c.need.bvlos = false;
    });
    addCase("recent enough", "PILOT_RECENCY", Ready,
            [](Case& c) { c.assignment.pilot->last_flight = daysBefore(start, 90); });
    addCase("too long ago", "PILOT_RECENCY", NotReady,
            [](Case& c) { c.assignment.pilot->last_flight = daysBefore(start, 90) - milliseconds(60'000); });
    addCase("flown in the future", "PILOT_RECENCY", NotJudged,
            [](Case& c) { c.assignment.pilot->last_flight = start + milliseconds(1); });
    addCase("experience at the limit", "PILOT_EXPERIENCE", Ready, [](Case& c) { c.assignment.pilot->flown_h = 20; });
    addCase("not enough experience", "PILOT_EXPERIENCE", NotReady,
            [](Case& c) { c.assignment.pilot->flown_h = 19.99; });
    addCase("least firmware", "FIRMWARE_VERSION", Ready,
            [](Case& c) { c.assignment.drone->firmware_version = "1.13.2"; });
    addCase("old firmware", "FIRMWARE_VERSION", NotReady,
            [](Case& c) { c.assignment.drone->firmware_version = "1.13.1"; });
    addCase("firmware that is no version", "FIRMWARE_VERSION", NotJudged,
            [](Case& c) { c.assignment.drone->firmware_version = "trunk"; });
    addCase("insured until the end", "OPERATOR_INSURANCE", Ready,
            [](Case& c) { c.assignment.organisation->insured_until = end; });
    addCase("insurance ends before", "OPERATOR_INSURANCE", NotReady,
            [](Case& c) { c.assignment.organisation->insured_until = end - milliseconds(1); });
    addCase("licence ends before", "OPERATOR_LICENCE", NotReady,
            [](Case& c) { c.assignment.organisation->licensed_until = end - milliseconds(1); });
}

void ReadinessTest::eachSideOfEachLimit() {
    QFETCH(QString, code);
    QFETCH(int, verdict);
    QFETCH(Change, change);
    auto c = readyCase();
    change(c);
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    const auto* item = itemOf(*readiness, code);
    QVERIFY(item != nullptr);
    QVERIFY2(int(item->verdict) == verdict, item->words.c_str());
    QVERIFY(!item->words.empty());
    QVERIFY(int(readiness->verdict(item->question)) >= verdict);
}

void ReadinessTest::unknownIsNotJudged_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<Change>("change");
    const auto add = [](const char* code, const char* what, Change change) {
        QTest::addRow("%s %s", code, what) << QString::fromLatin1(code) << change;
    };
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    add("AIRFRAME_STATUS", "no drone", [](Case& c) { c.assignment.drone.reset(); });
    add("AIRFRAME_MODEL", "no model", [](Case& c) { c.assignment.model.reset(); });
    add("AIRFRAME_MODEL", "another model", [](Case& c) { c.assignment.model->id = "maker/two"; });
    add("PAYLOAD_MASS", "of a payload", [](Case& c) { c.assignment.payloads[0].mass_kg.reset(); });
    add("PAYLOAD_MASS", "limit", [](Case& c) { c.assignment.model->maxPayload_kg.reset(); });
    add("AIRFRAME_SPEED", "limit", [](Case& c) { c.assignment.model->maxSpeed_mps.reset(); });
    add("AIRFRAME_SPEED", "limit is not a number", [nan](Case& c) { c.assignment.model->maxSpeed_mps = nan; });
    add("AIRFRAME_SPEED", "limit is 0", [](Case& c) { c.assignment.model->maxSpeed_mps = 0; });
    add("AIRFRAME_CLIMB", "limit", [](Case& c) { c.assignment.model->maxClimb_mps.reset(); });
    add("AIRFRAME_DESCENT", "limit", [](Case& c) { c.assignment.model->maxDescent_mps.reset(); });
    add("AIRFRAME_ENDURANCE", "limit", [](Case& c) { c.assignment.model->endurance_s.reset(); });
    add("BATTERY_CHARGE", "no battery", [](Case& c) { c.assignment.battery.reset(); });
    add("BATTERY_CHARGE", "charge", [](Case& c) { c.assignment.battery->charge_pct.reset(); });
    add("BATTERY_CHARGE", "not a number", [nan](Case& c) { c.assignment.battery->charge_pct = nan; });
    add("BATTERY_CHARGE", "above 100", [](Case& c) { c.assignment.battery->charge_pct = 101; });
    add("BATTERY_CHARGE", "time", [](Case& c) { c.assignment.battery->charge_read.reset(); });
    add("BATTERY_CHARGE", "capacity", [](Case& c) { c.assignment.battery->capacity_mah.reset(); });
    add("BATTERY_CHARGE", "endurance", [](Case& c) { c.assignment.model->endurance_s.reset(); });
    add("BATTERY_CYCLES", "cycles", [](Case& c) { c.assignment.battery->cycle_count.reset(); });
    add("BATTERY_CYCLES", "negative", [](Case& c) { c.assignment.battery->cycle_count = -1; });
    add("BATTERY_CYCLES", "limit", [](Case& c) { c.assignment.model->batteryCycleLimit.reset(); });
    add("BATTERY_CYCLES", "limit is 0", [](Case& c) { c.assignment.model->batteryCycleLimit = 0; });
    add("INSPECTION_HOURS", "no records", [](Case& c) { c.assignment.maintenance.reset(); });
    add("INSPECTION_HOURS", "never inspected", [](Case& c) { c.assignment.maintenance->clear(); });
    add("INSPECTION_HOURS", "hours", [](Case& c) { c.assignment.drone->flown_h.reset(); });
    add("INSPECTION_HOURS", "fewer hours than at the inspection", [](Case& c) { c.assignment.drone->flown_h = 119; });
    add("INSPECTION_HOURS_SOON", "interval", [](Case& c) { c.assignment.model->inspectionEvery_h.reset(); });
    add("INSPECTION_DAYS", "interval", [](Case& c) { c.assignment.model->inspectionEvery_d.reset(); });
    add("INSPECTION_DAYS_SOON", "never inspected", [](Case& c) { c.assignment.maintenance->clear(); });
    add("OPEN_DEFECTS", "no records", [](Case& c) { c.assignment.maintenance.reset(); });
    add("PILOT_STATUS", "no pilot", [](Case& c) { c.assignment.pilot.reset(); });
    add("PILOT_CERTIFICATE", "no number", [](Case& c) { c.assignment.pilot->certification_number.clear(); });
    add("PILOT_CERTIFICATE", "no end", [](Case& c) { c.assignment.pilot->certified_until.reset(); });
    add("PILOT_RATING", "ratings", [](Case& c) { c.assignment.pilot->ratings.reset(); });
    add("PILOT_BVLOS", "ratings", [](Case& c) { c.assignment.pilot->ratings.reset(); });
    add("PILOT_RECENCY", "never", [](Case& c) { c.assignment.pilot->last_flight.reset(); });
    add("PILOT_EXPERIENCE", "hours", [](Case& c) { c.assignment.pilot->flown_h.reset(); });
    add("PILOT_EXPERIENCE", "not a number", [nan](Case& c) { c.assignment.pilot->flown_h = nan; });
    add("FIRMWARE_VERSION", "of the drone", [](Case& c) { c.assignment.drone->firmware_version.reset(); });
    add("FIRMWARE_VERSION", "least", [](Case& c) { c.assignment.model->minFirmware.reset(); });
    add("OPERATOR_INSURANCE", "end", [](Case& c) { c.assignment.organisation->insured_until.reset(); });
    add("OPERATOR_LICENCE", "no organisation", [](Case& c) { c.assignment.organisation.reset(); });
}

void ReadinessTest::unknownIsNotJudged() {
    QFETCH(QString, code);
    QFETCH(Change, change);
    auto c = readyCase();
    change(c);
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    const auto* item = itemOf(*readiness, code);
    QVERIFY(item != nullptr);
    QVERIFY2(item->verdict == Verdict::NotJudged, item->words.c_str());
    QVERIFY(!item->words.empty());
    QVERIFY(readiness->verdict(item->question) != Verdict::Ready);
    QVERIFY(readiness->verdict() != Verdict::Ready);
}

void ReadinessTest::everyFailedItemIsListed() {
    auto c = readyCase();
    c.assignment.battery->cycle_count = 299;
    c.assignment.pilot->flown_h = 1;
    c.assignment.drone->firmware_version.reset();
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    std::vector<std::string> codes;
    for (const auto* item : readiness->failed())
        codes.push_back(item->code);
    QCOMPARE(codes, (std::vector<std::string>{"BATTERY_CYCLES", "PILOT_EXPERIENCE", "FIRMWARE_VERSION"}));
}

void ReadinessTest::nothingAssignedIsAnswered() {
    const auto c = readyCase();
    const auto all = judge(c.assignment, c.need, c.rules);
    const auto nothing = judge({}, c.need, c.rules);
    QVERIFY_RESULT(all);
    QVERIFY_RESULT(nothing);
    // The same items, whatever is known.
    QCOMPARE(nothing->items.size(), all->items.size());
    for (std::size_t n = 0; n < all->items.size(); ++n)
        QCOMPARE(nothing->items[n].code, all->items[n].code);
    for (const auto question : allQuestions)
        QVERIFY(nothing->verdict(question) != Verdict::Ready);
}

void ReadinessTest::numbersAndLimitsAreSaid() {
    const auto c = readyCase();
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    const auto* charge = itemOf(*readiness, QStringLiteral("BATTERY_CHARGE"));
    QCOMPARE(*charge->value, 1800.0);
    QCOMPARE(*charge->limit, 1800.0);
    QCOMPARE(charge->unit, std::string("s"));
    const auto* cycles = itemOf(*readiness, QStringLiteral("BATTERY_CYCLES"));
    QCOMPARE(*cycles->value, 200.0);
    QCOMPARE(*cycles->limit, 20.0);
    const auto* hours = itemOf(*readiness, QStringLiteral("INSPECTION_HOURS"));
    QCOMPARE(*hours->value, 20.5);
    QCOMPARE(*hours->limit, 50.0);
}

void ReadinessTest::expirySoonIsAWarning() {
    auto c = readyCase();
    c.assignment.organisation->insured_until = end + milliseconds(30 * day_ms);
    auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY(!itemOf(*readiness, QStringLiteral("OPERATOR_INSURANCE"))->warning);
    c.assignment.organisation->insured_until = end + milliseconds(30 * day_ms - 1000);
    readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY(itemOf(*readiness, QStringLiteral("OPERATOR_INSURANCE"))->warning);
    QVERIFY(readiness->verdict(Question::Operator) == Verdict::Ready);
}

using RulesChange = std::function<void(ReadinessRules&)>;
Q_DECLARE_METATYPE(RulesChange)

void ReadinessTest::rulesThatSayNothingAreRefused_data() {
    QTest::addColumn<QString>("where");
    QTest::addColumn<RulesChange>("change");
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const auto add = [](const char* where, const char* what, RulesChange change) {
        QTest::addRow("%s %s", where, what) << QString::fromLatin1(where) << change;
    };
    const auto number = [&](const char* where, double ReadinessRules::* member) {
        add(where, "0", [member](ReadinessRules& r) { r.*member = 0; });
        add(where, "-1", [member](ReadinessRules& r) { r.*member = -1; });
        add(where, "NaN", [member, nan](ReadinessRules& r) { r.*member = nan; });
        add(where, "infinite", [member](ReadinessRules& r) { r.*member = std::numeric_limits<double>::infinity(); });
    };
    number("batteryReserve_pct", &ReadinessRules::batteryReserve_pct);
    number("chargeReadingAge_h", &ReadinessRules::chargeReadingAge_h);
    number("inspectionMargin_h", &ReadinessRules::inspectionMargin_h);
    number("inspectionMargin_d", &ReadinessRules::inspectionMargin_d);
    number("recency_d", &ReadinessRules::recency_d);
    number("experience_h", &ReadinessRules::experience_h);
    number("expiryWarning_d", &ReadinessRules::expiryWarning_d);
    add("batteryCycleMargin", "0", [](ReadinessRules& r) { r.batteryCycleMargin = 0; });
    add("batteryReserve_pct", "100", [](ReadinessRules& r) { r.batteryReserve_pct = 100; });
    add("version", "0", [](ReadinessRules& r) { r.version = 0; });
    add("id", "empty", [](ReadinessRules& r) { r.id.clear(); });
    add("overrideRoles", "none", [](ReadinessRules& r) { r.overrideRoles.clear(); });
    add("overrideRoles", "empty", [](ReadinessRules& r) { r.overrideRoles = {"supervisor", ""}; });
}

void ReadinessTest::rulesThatSayNothingAreRefused() {
    QFETCH(QString, where);
    QFETCH(RulesChange, change);
    auto c = readyCase();
    change(c.rules);
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY(!readiness);
    QCOMPARE(readiness.error().code, std::string("BAD_RULES"));
    QCOMPARE(readiness.error().where, where.toStdString());
}

void ReadinessTest::needsThatSayNothingAreRefused() {
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<std::pair<std::string, std::function<void(Need&)>>> changes{
        {"end", [](Need& n) { n.end = n.start; }},
        {"flight_s", [](Need& n) { n.flight_s = 0; }},
        {"flight_s", [nan](Need& n) { n.flight_s = nan; }},
        {"parcels_kg", [](Need& n) { n.parcels_kg = -1; }},
        {"speed_mps", [nan](Need& n) { n.speed_mps = nan; }},
        {"climb_mps", [](Need& n) { n.climb_mps = -1; }},
        {"descent_mps", [](Need& n) { n.descent_mps = -1; }}};
    for (const auto& [where, change] : changes) {
        auto c = readyCase();
        change(c.need);
        const auto readiness = judge(c.assignment, c.need, c.rules);
        QVERIFY(!readiness);
        QCOMPARE(readiness.error().code, std::string("BAD_NEED"));
        QCOMPARE(readiness.error().where, where);
    }
}

void ReadinessTest::overrides() {
    auto c = readyCase();
    c.assignment.battery->cycle_count = 299;
    c.assignment.pilot->flown_h.reset();
    const auto readiness = judge(c.assignment, c.need, c.rules);
    QVERIFY_RESULT(readiness);
    QCOMPARE(blocking(*readiness, {}, c.rules), (std::vector{Question::Battery, Question::Pilot}));

    const ReadinessOverride good{Question::Battery, "kim", "supervisor", "replacement on its way", start};
    QVERIFY_RESULT(check(good, *readiness, c.rules));
    const std::vector given{good};
    QCOMPARE(blocking(*readiness, given, c.rules), (std::vector{Question::Pilot}));
    QVERIFY(readiness->verdict(Question::Battery) == Verdict::NotReady); // the judgement stays

    const auto refused = [&](auto change) {
        auto bad = good;
        change(bad);
        const std::vector alone{bad};
        [&] { QVERIFY(blocking(*readiness, alone, c.rules).size() == 2); }();
        const auto answer = check(bad, *readiness, c.rules);
        return answer ? std::string() : answer.error().code;
    };
    QCOMPARE(refused([](auto& o) { o.role = "administrator"; }), std::string("OVERRIDE_NOT_ALLOWED"));
    QCOMPARE(refused([](auto& o) { o.user_id = " "; }), std::string("OVERRIDE_WITHOUT_NAME"));
    QCOMPARE(refused([](auto& o) { o.reason = "  ok  \n"; }), std::string("OVERRIDE_WITHOUT_REASON"));
    QCOMPARE(refused([](auto& o) { o.reason = "긴급비"; }), std::string("OVERRIDE_WITHOUT_REASON"));
    QCOMPARE(refused([](auto& o) { o.question = Question::Firmware; }), std::string("OVERRIDE_NEEDLESS"));
    auto korean = good;
    korean.reason = "긴급 의료 배송";
    QVERIFY_RESULT(check(korean, *readiness, c.rules));
}

void ReadinessTest::firmwareOrder_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("order"); // 2: nobody can say
    const auto add = [](const char* one, const char* other, int order) {
        QTest::addRow("%s %s", one, other) << QString::fromLatin1(one) << QString::fromLatin1(other) << order;
    };
    add("1.14.0", "1.14.0", 0);
    add("1.14", "1.14.0", 0);
    add("v1.14", "V1.14.0", 0);
    add("1.9.9", "1.10.0", -1); // by number, not by letter
    add("2", "1.99.99", 1);
    add("1.14.0-rc1", "1.14.0", -1);
    add("1.14.0", "1.14.0-rc1", 1);
    add("1.14.0-rc1", "1.14.0-rc1", 0);
    add("1.14.0-rc1", "1.14.0-beta2", 2);
    add("1.14.1-rc1", "1.14.0", 1);
    add("", "1", 2);
    add("1..2", "1", 2);
    add("1.2.", "1", 2);
    add("1.2-", "1", 2);
    add("-1", "1", 2);
    add("99999999999", "1", 2);
    add("1.2 ", "1", 2);
}

void ReadinessTest::firmwareOrder() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(int, order);
    const auto asNumber = [](std::optional<std::strong_ordering> found) {
        return !found ? 2 : *found < 0 ? -1 : *found > 0 ? 1 : 0;
    };
    QCOMPARE(asNumber(compareFirmware(one.toStdString(), other.toStdString())), order);
    QCOMPARE(asNumber(compareFirmware(other.toStdString(), one.toStdString())), order == 2 ? 2 : -order);
}

QTEST_GUILESS_MAIN(ReadinessTest)
#include "readiness_test.moc"
