#include "plan_fixture.h"

#include "server/plan/events.h"
#include "server/plan/plan_codec.h"
#include "server/plan/plan_message.h"

#include <QTest>

using namespace haneul;
using namespace haneul::plan;
using haneul::tests::agl;
using haneul::tests::amsl;
using haneul::tests::deliveryPlan;
using haneul::tests::noon;
using haneul::tests::placeAt;
using haneul::tests::rectangle;

class PlanEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plansAreReadAsTheyWereWritten_data(); // R-PLAN-01 R-PLAN-02
    void plansAreReadAsTheyWereWritten();      // R-PLAN-01 R-PLAN-02
    void whatIsWrongIsNamed_data();            // G8
    void whatIsWrongIsNamed();                 // G8
    void eventsAreReadAsTheyWereWritten();     // R-EVT-04
    void evidenceIsOneDigest();                // G6
    void evidenceIsWhatIsShown_data();
    void evidenceIsWhatIsShown();  // G6
    void messagesNameTheirEntry(); // R-EVT-01 R-EVT-05
};

Q_DECLARE_METATYPE(haneul::plan::FlightPlan)

void PlanEventsTest::plansAreReadAsTheyWereWritten_data() {
    QTest::addColumn<FlightPlan>("plan");
    FlightPlan plan = deliveryPlan();
    plan.payload_ids = {"BOX", "CAM"};
    plan.documents = {{.kind = DocumentKind::Waiver,
                       .number = "W-7",
                       .authority = "MOLIT",
                       .zone_ids = {"RKP73"},
                       .valid_from = noon,
                       .valid_until = std::nullopt}};
    QTest::newRow("route") << plan;
    plan.operation = GridPattern{rectangle(0, 0, 300, 200), 25, 30, agl(80)};
    QTest::newRow("grid") << plan;
    plan.operation = CorridorPattern{{placeAt(0, 0), placeAt(500, 100)}, 40, 3, amsl(120)};
    QTest::newRow("corridor") << plan;
    plan.operation = AreaOperation{geo::Circle{placeAt(0, 0), 250}, agl(0), amsl(150)};
    plan.volumes = {{.area = geo::Circle{placeAt(0, 0), 250}, .lower = {}, .upper = amsl(150), .from = noon, .to = {}}};
    QTest::newRow("circle") << plan;
    auto holed = rectangle(0, 0, 300, 200);
    holed.holes = {rectangle(100, 50, 50, 50).outer};
    plan.operation = AreaOperation{holed, std::nullopt, agl(100)};
    QTest::newRow("area with a hole") << plan;
    QTest::newRow("empty") << FlightPlan{};
}

void PlanEventsTest::plansAreReadAsTheyWereWritten() {
    QFETCH(FlightPlan, plan);
    const auto text = planToJson(plan);
    const auto read = planFromJson(text);
    QVERIFY2(read, read ? "" : (read.error().message + " " + read.error().where).c_str());
    QVERIFY(*read == plan);
    QCOMPARE(planToJson(*read), text);
}

void PlanEventsTest::whatIsWrongIsNamed_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* text, const char* code) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(code);
    };
    row("nothing", "", "BAD_JSON");
    row("no operation", "{}", "BAD_FIELD");
    row("unknown field", R"({"operation":{"pattern":"WAYPOINTS"},"colour":"red"})", "UNKNOWN_FIELD");
    row("unknown pattern", R"({"operation":{"pattern":"CIRCLES"}})", "BAD_FIELD");
    row("a field of another pattern", R"({"operation":{"pattern":"WAYPOINTS","spacing_m":3}})", "UNKNOWN_FIELD");
    row("twice", R"({"id":"a","id":"b","operation":{"pattern":"WAYPOINTS"}})", "DUPLICATE_FIELD");
    row("off the Earth",
        R"({"operation":{"pattern":"WAYPOINTS","points":[{"lat":91,"lon":0,"height":{"metres":1,"reference":"AMSL"}}]}})",
        "BAD_FIELD");
    row("no datum", R"({"operation":{"pattern":"WAYPOINTS","points":[{"lat":1,"lon":0,"height":{"metres":1}}]}})",
        "MISSING_FIELD");
    row("bad time", R"({"operation":{"pattern":"WAYPOINTS"},"start":"noon"})", "BAD_FIELD");
    row("hold below 0",
        R"({"operation":{"pattern":"WAYPOINTS","points":[{"lat":1,"lon":0,"hold_ms":-1,"height":{"metres":1,"reference":"AMSL"}}]}})",
        "BAD_FIELD");
    row("state is not its to say", R"({"operation":{"pattern":"WAYPOINTS"},"state":"APPROVED"})", "UNKNOWN_FIELD");
}

void PlanEventsTest::whatIsWrongIsNamed() {
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const auto read = planFromJson(text.toStdString());
    QVERIFY(!read);
    QCOMPARE(QString::fromStdString(read.error().code), code);
}

void PlanEventsTest::eventsAreReadAsTheyWereWritten() {
    Finding finding{.code = "CONFLICT", .where = "FP-1", .words = "in the way"};
    finding.value = 1.5;
    finding.place = placeAt(1, 2);
    finding.from = noon;
    finding.lower = agl(10);
    finding.laterBy = milliseconds(90'000'000'000);
    CheckReport report{.kind = CheckKind::Conflicts, .id = "haneul.conflicts", .version = 2, .inputs = "ab"};
    report.parameters = {{"a", "1"}, {"b", ""}};
    report.verdict = Verdict::Fail;
    report.findings = {finding, {.code = "B", .verdict = Verdict::Pass}};
    const std::vector<PlanEvent> events{
        PlanSaved{"FP-1", 3, "M-1", "kim", planToJson(deliveryPlan())},
        PlanSubmitted{"FP-1", 3},
        PlanChecked{"FP-1", 3, State::Returned, "digest", false, 2, {"zone RKP73"}, {report}, "n"},
        PlanFirstApproved{"FP-1", 3, "digest", "low", "n"},
        PlanApproved{"FP-1", 3, "digest", "", ""},
        PlanReturned{"FP-1", 3, "why", "n"},
        PlanRejected{"FP-1", 3, "why", "n"},
        PlanWithdrawn{"FP-1", 3, "", ""},
        PlanRevoked{"FP-1", 3, "why", "n"},
        PlanActivated{"FP-1", 3, "", ""},
        PlanEnded{"FP-1", 3, "landed", ""}};
    std::set<std::string> types;
    for (const PlanEvent& event : events) {
        const auto written = toEvent(event);
        QVERIFY(types.insert(written.type).second);
        const auto read = eventFrom(written.type, written.body);
        QVERIFY2(read, read ? "" : read.error().message.c_str());
        QVERIFY(*read == event);
        QCOMPARE(planOf(*read), std::string("FP-1"));
    }
    QCOMPARE(types.size(), std::variant_size_v<PlanEvent>);
    QVERIFY(!eventFrom("plan.painted", "{}"));
    QVERIFY(!eventFrom("plan.submitted", R"({"plan":"a","revision":-1})"));
    QVERIFY(!eventFrom("plan.submitted", R"({"plan":"a","revision":1,"more":1})"));
}

void PlanEventsTest::evidenceIsOneDigest() {
    CheckReport report{.kind = CheckKind::Airspace, .id = "a", .inputs = "x"};
    const auto one = evidenceDigest(1, {report});
    QCOMPARE(one.size(), std::size_t{64});
    // When it was looked at, and how much else was known, is not what was seen; nor is a reading that shows nowhere.
    report.parameters = {{"now", "2026"}, {"zones", "RKP73@2"}, {"intents", "4"}};
    report.inputs = "y";
    QCOMPARE(evidenceDigest(1, {report}), one);
    QVERIFY(evidenceDigest(2, {report}) != one);
    report.parameters = {{"rules", "house 2"}};
    QVERIFY(evidenceDigest(1, {report}) != one);
    report.parameters.clear();
    report.findings = {{.code = "A"}};
    QVERIFY(evidenceDigest(1, {report}) != one);
}

void PlanEventsTest::evidenceIsWhatIsShown_data() {
    QTest::addColumn<double>("before");
    QTest::addColumn<double>("after");
    QTest::addColumn<bool>("same");
    QTest::newRow("the same number") << 12.31 << 12.34 << true;
    QTest::newRow("another tenth") << 12.34 << 12.36 << false;
    QTest::newRow("as good as whole") << 12.0 << 12.04 << true;
    QTest::newRow("another cycle") << 180.0 << 179.0 << false;
    QTest::newRow("near the limit every digit counts") << 49.98 << 49.99 << false;
    QTest::newRow("at the limit") << 50.0 << 49.99 << false;
}

void PlanEventsTest::evidenceIsWhatIsShown() {
    QFETCH(double, before);
    QFETCH(double, after);
    QFETCH(bool, same);
    CheckReport report{.kind = CheckKind::Readiness, .id = "a", .inputs = "x"};
    report.findings = {{.code = "INSPECTION_HOURS", .value = before, .limit = 50.0, .unit = "h"}};
    const auto one = evidenceDigest(1, {report});
    report.findings.front().value = after;
    QCOMPARE(evidenceDigest(1, {report}) == one, same);
    report.findings.front().value = before;
    report.findings.front().verdict = Verdict::Pass; // the result itself
    QVERIFY(evidenceDigest(1, {report}) != one);
}

void PlanEventsTest::messagesNameTheirEntry() {
    PlanRecord record;
    record.plan = deliveryPlan("FP-1");
    record.plan.state = State::Activated; // by now
    record.revision = 2;
    log::Entry entry{.origin = "abc", .sequence = 17, .type = "plan.approved"};
    QCOMPARE(announcedAs(entry.type), std::string_view("flight_plan_approved"));
    const auto message = planMessage(entry, record);
    QVERIFY(message.find(R"("id":"abc:17")") != std::string::npos);
    QVERIFY(message.find(R"("state":"APPROVED")") != std::string::npos);
    QVERIFY(message.find(R"("volumes":[{)") != std::string::npos);
    entry.type = "plan.rejected";
    QVERIFY(planMessage(entry, record).find(R"("volumes":[])") != std::string::npos);
    QCOMPARE(announcedAs("plan.checked"), std::string_view());
    QCOMPARE(planMessage(entry, record), planMessage(entry, record));
}

QTEST_GUILESS_MAIN(PlanEventsTest)
#include "plan_events_test.moc"
