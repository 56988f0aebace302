#include "openapi_shape.h"
#include "people_door.h"

#include <QTest>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

using people::Role;

const std::string organisationPath = "/api/v1/organisations/sky-parcel";

std::string organisationBody(int basedOn, const std::string& address, const std::string& insured = "2026-12-01") {
    return std::format(
        R"({{"based_on":{},"organisation":{{"organisation":"sky-parcel","name":"하늘소포","address":"{}",)"
        R"("contact":{{"name":"김 담당","email":"desk@sky.example","phone":""}},)"
        R"("licences":[{{"kind":"초경량비행장치사용사업","number":"2021-7","expires":"2020-03-31"}}],)"
        R"("insurance":{{"insurer":"Hanguk","policy":"P-77","amount":1500000000,"currency":"KRW","expires":"{}"}},)"
        R"("region":"KR"}}}})",
        basedOn, address, insured);
}

// Asks, and compares the answer with the document.
struct Checked {
    PeopleDoor door;
    OpenApiShape shape{door.get("/api/v1/openapi.json", "")};
    QStringList wrong;

    explicit Checked(const RequestRates& rates = {unlimited, unlimited})
        : door(rates) {}

    HttpAnswer ask(const std::string& method, const std::string& path, const std::string& token,
                   const std::string& body = {}) {
        auto answer = door.ask(method, path, token, body);
        const auto match = matchRoute(method == "GET"      ? Method::Get
                                      : method == "PUT"    ? Method::Put
                                      : method == "DELETE" ? Method::Delete
                                                           : Method::Post,
                                      path);
        if (match)
            wrong += shape.wrong(
                QString::fromUtf8(match->route->pattern.data(), static_cast<qsizetype>(match->route->pattern.size())),
                QString::fromStdString(method).toLower(), answer.status, jsonOf(answer.body));
        return answer;
    }

    const QJsonObject get(const std::string& path, const std::string& token) {
        return jsonOf(ask("GET", path, token).body);
    }
};

QString stringOf(const QJsonValue& value) {
    return value.isNull() ? QStringLiteral("null") : value.toString();
}

// The alarms as "kind subject count cleared acknowledged_by".
QStringList alarmsIn(Checked& house, const std::string& token) {
    house.door.settle();
    QStringList lines;
    for (const QJsonValue& alarm : house.get("/api/v1/security/alarms", token)[QStringLiteral("alarms")].toArray())
        lines += QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(alarm[QStringLiteral("kind")].toString(), stringOf(alarm[QStringLiteral("subject")]),
                          QString::number(alarm[QStringLiteral("count")].toInteger()),
                          alarm[QStringLiteral("cleared")].isNull() ? QStringLiteral("stands") : QStringLiteral("over"),
                          stringOf(alarm[QStringLiteral("acknowledged_by")]));
    lines.sort();
    return lines;
}

} // namespace

class HouseApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void organisationFromPaperToHistory();  // R-DB-02 R-DB-14 R-GEN-08
    void nobodyOverwritesWhatHeDidNotSee(); // R-DB-14
    void usersBelongToOneOrganisation();    // R-MS-06
    void expiredPapersArePosted();          // R-GEN-08
    void policyNeedsASecondAdministrator(); // R-SEC-03
    void sessionsAreListedAndEnded();       // R-SEC-03
    void allSessionsEndWithTheRole();       // R-SEC-03
    void bruteForceRaisesOneAlarm();        // R-SEC-08
    void slowPersonRaisesNone();            // R-SEC-08
    void manyRefusalsRaiseOneAlarm();       // R-SEC-08
    void floodOfCallsRaisesOneAlarm();      // R-SEC-08
    void tokensTriedRaiseOneAlarm();        // R-SEC-08
    void aPersonAcknowledges();             // R-SEC-08
};

void HouseApiTest::organisationFromPaperToHistory() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    const auto approver = house.door.logIn(Role::Approver);
    QCOMPARE(house.ask("GET", organisationPath, admin).status, 404);
    QCOMPARE(house.ask("PUT", organisationPath, admin, organisationBody(0, "서울")).status, 201);
    house.door.clock.advance(1s);
    QCOMPARE(house.ask("PUT", organisationPath, admin, organisationBody(1, "부산", "2027-12-01")).status, 200);
    QCOMPARE(house.ask("PUT", "/api/v1/organisations/other", admin, organisationBody(0, "x")).status, 400);
    QCOMPARE(house.ask("PUT", organisationPath, admin, organisationBody(2, "x", "2027-02-30")).status, 422);
    QCOMPARE(house.ask("PUT", organisationPath, admin, R"({"based_on":2})").status, 400);

    const auto one = house.get(organisationPath, approver);
    QCOMPARE(one[QStringLiteral("revision")].toInteger(), 2);
    QCOMPARE(one[QStringLiteral("organisation")][QStringLiteral("address")].toString(), QStringLiteral("부산"));
    QCOMPARE(one[QStringLiteral("expiry")].toString(), QStringLiteral("expired")); // the licence, a past date
    const auto expiries = one[QStringLiteral("expiries")].toArray();
    QCOMPARE(expiries.size(), 2);
    QCOMPARE(expiries[0][QStringLiteral("state")].toString(), QStringLiteral("expired"));
    QVERIFY(expiries[0][QStringLiteral("reason")].toString().contains(QStringLiteral("2020-03-31")));
    QCOMPARE(expiries[1][QStringLiteral("state")].toString(), QStringLiteral("valid"));
    QCOMPARE(house.get("/api/v1/organisations", approver)[QStringLiteral("organisations")].toArray().size(), 1);

    const auto history = house.get(organisationPath + "/history", approver)[QStringLiteral("history")].toArray();
    QCOMPARE(history.size(), 2); // the newest first
    QCOMPARE(history[0][QStringLiteral("user")].toString(), QStringLiteral("administrator"));
    const auto changes = history[0][QStringLiteral("changes")].toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes[0][QStringLiteral("field")].toString(), QStringLiteral("address"));
    QCOMPARE(changes[0][QStringLiteral("before")].toString(), QStringLiteral("서울"));
    QCOMPARE(changes[0][QStringLiteral("after")].toString(), QStringLiteral("부산"));
    QVERIFY(history[1][QStringLiteral("changes")][0][QStringLiteral("before")].isNull());
    QCOMPARE(house.door.entries("organisation.saved").size(), std::size_t{2});
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));

    // What the log says is what the tables say.
    const auto compared = house.door.log->rebuild().get();
    QVERIFY(compared);
    for (const auto& table : *compared)
        QVERIFY2(table.onlyBefore == 0 && table.onlyAfter == 0, table.table.c_str());
}

void HouseApiTest::nobodyOverwritesWhatHeDidNotSee() {
    Checked house;
    const auto first = house.door.logIn("first", Role::Administrator);
    const auto second = house.door.logIn("second", Role::Administrator);
    QCOMPARE(house.ask("PUT", organisationPath, first, organisationBody(0, "a")).status, 201);
    QCOMPARE(house.ask("PUT", organisationPath, second, organisationBody(1, "b")).status, 200);
    const auto stale = house.ask("PUT", organisationPath, first, organisationBody(1, "c"));
    QCOMPARE(stale.status, 409);
    QCOMPARE(codeOf(stale), QStringLiteral("STALE_REVISION"));
    QCOMPARE(house.ask("PUT", organisationPath, first, organisationBody(0, "c")).status, 409);
    QCOMPARE(house.get(organisationPath, first)[QStringLiteral("organisation")][QStringLiteral("address")].toString(),
             QStringLiteral("b"));
    QCOMPARE(house.ask("PUT", organisationPath, first, organisationBody(2, "b")).status, 200); // the same again
    QCOMPARE(house.door.entries("organisation.saved").size(), std::size_t{2});
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
}

void HouseApiTest::usersBelongToOneOrganisation() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    const auto pilot = house.door.logIn("kim", Role::Pilot);
    (void)house.ask("PUT", organisationPath, admin, organisationBody(0, "a"));
    (void)house.ask("PUT", "/api/v1/organisations/han", admin,
                    R"({"based_on":0,"organisation":{"organisation":"han","name":"한","licences":[]}})");
    const auto set = [&](const std::string& user, const std::string& body) {
        return house.ask("PUT", "/api/v1/users/" + user + "/organisation", admin, body).status;
    };
    QCOMPARE(set("kim", R"({"organisation":"nobody"})"), 404);
    QCOMPARE(set("lee", R"({"organisation":"han"})"), 404);
    QCOMPARE(set("kim", R"({"organisation":"sky-parcel"})"), 200);
    QCOMPARE(set("kim", R"({"organisation":"han"})"), 200); // moved: to one at most
    QCOMPARE(set("kim", R"({"organisation":"han"})"), 200); // nothing new
    QCOMPARE(house.get(organisationPath, admin)[QStringLiteral("members")].toArray().size(), 0);
    QCOMPARE(house.get("/api/v1/organisations/han", admin)[QStringLiteral("members")][0].toString(),
             QStringLiteral("kim"));
    for (const QJsonValue& user : house.get("/api/v1/users", admin)[QStringLiteral("users")].toArray())
        QCOMPARE(stringOf(user[QStringLiteral("organisation")]), user[QStringLiteral("user")] == QStringLiteral("kim")
                                                                     ? QStringLiteral("han")
                                                                     : QStringLiteral("null"));
    QCOMPARE(house.door.entries("organisation.member_set").size(), std::size_t{2});
    const auto history = house.get(organisationPath + "/history", admin)[QStringLiteral("history")].toArray();
    QCOMPARE(history.size(), 3); // saved, joined, left
    QStringList members;
    for (const QJsonValue& entry : history)
        for (const QJsonValue& change : entry[QStringLiteral("changes")].toArray())
            if (change[QStringLiteral("field")] == QStringLiteral("member"))
                members +=
                    stringOf(change[QStringLiteral("before")]) + u'>' + stringOf(change[QStringLiteral("after")]);
    QCOMPARE(members, (QStringList{QStringLiteral("kim>null"), QStringLiteral("null>kim")}));
    QCOMPARE(set("kim", R"({"organisation":null})"), 200);
    QCOMPARE(house.get("/api/v1/organisations/han", admin)[QStringLiteral("members")].toArray().size(), 0);
    QCOMPARE(house.ask("PUT", "/api/v1/users/kim/organisation", pilot, R"({"organisation":"han"})").status, 403);
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
}

void HouseApiTest::expiredPapersArePosted() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    (void)house.ask("PUT", organisationPath, admin, organisationBody(0, "a")); // licence long ago, insurance in 10 days
    const auto told = [&] {
        std::vector<std::string> codes = house.door.noticeCodes();
        std::erase_if(codes, [](const std::string& code) { return !code.contains("_EXPIRE"); });
        return codes;
    };
    const std::vector<std::string> both{"LICENCE_EXPIRED", "INSURANCE_EXPIRES"};
    QVERIFY(QTest::qWaitFor([&] { return told() == both; }, 5'000));
    (void)house.ask("PUT", organisationPath, admin, organisationBody(1, "b"));
    house.door.organisations->judgeAll();
    (void)house.get("/api/v1/organisations", admin); // read after it
    QVERIFY(told() == both);                         // once each
    house.door.clock.advance(std::chrono::days(11)); // the program looks once an hour by itself
    QVERIFY(QTest::qWaitFor([&] { return told().size() == 3; }, 5'000));
    QCOMPARE(told().back(), std::string("INSURANCE_EXPIRED"));
}

void HouseApiTest::policyNeedsASecondAdministrator() {
    Checked house;
    const auto first = house.door.logIn("first", Role::Administrator);
    const auto path = std::string("/api/v1/approval-policy");
    const std::string strict = R"({"always":false,"zones":["RKP73"],"risk_classes":["high"]})";
    const std::string loose = R"({"always":false,"zones":[],"risk_classes":[]})";
    QCOMPARE(house.get(path, first)[QStringLiteral("revision")].toInteger(), 0);
    QCOMPARE(house.ask("PUT", path, first, strict).status, 200); // there is no second one
    const auto second = house.door.logIn("second", Role::Administrator);
    QCOMPARE(house.ask("PUT", path, first, loose).status, 202);
    QCOMPARE(house.ask("PUT", path, first, loose).status, 202); // his own second word is none
    auto state = house.get(path, second);
    QCOMPARE(state[QStringLiteral("policy")][QStringLiteral("zones")].toArray().size(), 1); // still
    QCOMPARE(state[QStringLiteral("waiting")][QStringLiteral("by")].toString(), QStringLiteral("first"));
    QCOMPARE(house.ask("PUT", path, second, loose).status, 200);
    state = house.get(path, second);
    QCOMPARE(state[QStringLiteral("policy")][QStringLiteral("zones")].toArray().size(), 0);
    QCOMPARE(state[QStringLiteral("requested_by")].toString(), QStringLiteral("first"));
    QCOMPARE(state[QStringLiteral("set_by")].toString(), QStringLiteral("second"));
    QVERIFY(state[QStringLiteral("waiting")].isNull());
    QCOMPARE(state[QStringLiteral("revision")].toInteger(), 2);
    QCOMPARE(house.ask("PUT", path, first, R"({"always":false,"zones":[""],"risk_classes":[]})").status, 422);
    QCOMPARE(house.ask("PUT", path, first, R"({"always":false})").status, 400);
    // Limits of risk: kept as they were written, and nothing that is none.
    const std::string limits =
        R"({"always":false,"zones":[],"risk_classes":[],"fatalities_per_flight":1e-6,"collisions_per_hour":2.5e-9})";
    QCOMPARE(house.ask("PUT", path, first, limits).status, 202);
    QCOMPARE(house.ask("PUT", path, second, limits).status, 200);
    state = house.get(path, second);
    QCOMPARE(state[QStringLiteral("policy")][QStringLiteral("fatalities_per_flight")].toDouble(), 1e-6);
    QCOMPARE(state[QStringLiteral("policy")][QStringLiteral("collisions_per_hour")].toDouble(), 2.5e-9);
    for (const char* wrong : {"0", "-1e-6", "1.5"})
        QCOMPARE(house
                     .ask("PUT", path, first,
                          R"({"always":false,"zones":[],"risk_classes":[],"fatalities_per_flight":)" +
                              std::string(wrong) + "}")
                     .status,
                 422);
    QCOMPARE(house.ask("PUT", path, first, loose).status, 202); // without limits there are none
    QCOMPARE(house.ask("PUT", path, second, loose).status, 200);
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
    std::promise<Result<people::ApprovalPolicy>> inForce;
    house.door.log->read(
        [&](const storage::Database& database) { inForce.set_value(people::OrganisationService::policyIn(database)); });
    QVERIFY(inForce.get_future().get() == people::ApprovalPolicy{});
}

void HouseApiTest::sessionsAreListedAndEnded() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    const auto pilot = house.door.logIn("kim", Role::Pilot);
    house.door.clock.advance(1min);
    const auto again = house.door.logIn("kim", Role::Pilot);
    const auto third = house.door.logIn("kim", Role::Pilot);
    const auto sessionsOf = [&](const std::string& token) {
        return house.get("/api/v1/sessions", token)[QStringLiteral("sessions")].toArray();
    };
    QCOMPARE(sessionsOf(admin).size(), 4);
    const auto own = sessionsOf(pilot);
    QCOMPARE(own.size(), 3);
    for (const QJsonValue& session : own) {
        QCOMPARE(session[QStringLiteral("user")].toString(), QStringLiteral("kim"));
        QCOMPARE(session[QStringLiteral("address_class")].toString(), QStringLiteral("local"));
    }
    QVERIFY(own[0][QStringLiteral("last_seen")].toString() > own[0][QStringLiteral("begun")].toString());
    // The own ones but this.
    const auto others = house.ask("DELETE", "/api/v1/me/sessions", again);
    QCOMPARE(others.status, 200);
    QCOMPARE(jsonOf(others.body)[QStringLiteral("ended")].toInteger(), 2);
    QCOMPARE(house.door.ask("GET", "/api/v1/me", pilot).status, 401);
    QCOMPARE(house.door.ask("GET", "/api/v1/me", third).status, 401);
    QCOMPARE(sessionsOf(again).size(), 1);
    // All of somebody else.
    QCOMPARE(house.ask("DELETE", "/api/v1/users/administrator/sessions", again).status, 403);
    QCOMPARE(house.ask("DELETE", "/api/v1/users/nobody/sessions", admin).status, 404);
    QCOMPARE(jsonOf(house.ask("DELETE", "/api/v1/users/kim/sessions", admin).body)[QStringLiteral("ended")].toInteger(),
             1);
    QCOMPARE(house.door.ask("GET", "/api/v1/me", again).status, 401);
    QCOMPARE(sessionsOf(admin).size(), 1);
    QCOMPARE(house.door.entries("people.session_ended").size(), std::size_t{3});
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
}

void HouseApiTest::allSessionsEndWithTheRole() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    const auto one = house.door.logIn("kim", Role::Pilot);
    const auto two = house.door.logIn("kim", Role::Pilot);
    QCOMPARE(house.ask("PUT", "/api/v1/users/kim/role", admin, R"({"role":"fleet"})").status, 200);
    for (const auto& token : {one, two})
        QCOMPARE(house.door.ask("GET", "/api/v1/me", token).status, 401);
    QCOMPARE(house.get("/api/v1/sessions", admin)[QStringLiteral("sessions")].toArray().size(), 1);
}

void HouseApiTest::bruteForceRaisesOneAlarm() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    (void)house.door.logIn("kim", Role::Pilot);
    for (int i = 0; i < 9; ++i)
        QVERIFY(house.door.tryLogIn("kim", "guess " + std::to_string(i), "127.0.0.66").status >= 400);
    const auto list = [&] { return alarmsIn(house, admin); };
    QCOMPARE(list(), QStringList{QStringLiteral("account_log_ins kim 9 stands null")});
    QCOMPARE(house.door.entries("security.alarm_raised").size(), std::size_t{1}); // not once per try
    QVERIFY(std::ranges::contains(house.door.noticeCodes(), std::string("SECURITY_ACCOUNT_LOG_INS")));
    (void)house.door.tryLogIn("kim", "guess", "127.0.0.66");
    QCOMPARE(list(), (QStringList{QStringLiteral("account_log_ins kim 10 stands null"),
                                  QStringLiteral("address_log_ins 127.0.0.66 10 stands null")}));
    house.door.clock.advance(4min + 59s);
    QTest::qWait(1'500); // the watch looks each second
    QCOMPARE(house.door.entries("security.alarm_cleared").size(), std::size_t{0});
    house.door.clock.advance(1s);
    QVERIFY(QTest::qWaitFor([&] { return house.door.entries("security.alarm_cleared").size() == 2; }, 5'000));
    QCOMPARE(list(), (QStringList{QStringLiteral("account_log_ins kim 10 over null"),
                                  QStringLiteral("address_log_ins 127.0.0.66 10 over null")}));
    QVERIFY(std::ranges::contains(house.door.noticeCodes(), std::string("SECURITY_ACCOUNT_LOG_INS_OVER")));
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
}

void HouseApiTest::slowPersonRaisesNone() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    for (int i = 0; i < 4; ++i) {
        (void)house.door.tryLogIn("administrator", "mistyped");
        house.door.clock.advance(10s);
    }
    QCOMPARE(house.door.tryLogIn("administrator", PeopleDoor::password).status, 201);
    QCOMPARE(alarmsIn(house, admin), QStringList());
    QCOMPARE(house.door.entries("security.").size(), std::size_t{0});
}

void HouseApiTest::manyRefusalsRaiseOneAlarm() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    const auto pilot = house.door.logIn("kim", Role::Pilot);
    for (int i = 0; i < 25; ++i)
        QCOMPARE(house.door.ask("GET", i % 2 == 0 ? "/api/v1/users" : "/api/v1/log", pilot).status, 403);
    QCOMPARE(alarmsIn(house, admin), QStringList{QStringLiteral("refusals kim 25 stands null")});
    QCOMPARE(house.door.entries("security.alarm_raised").size(), std::size_t{1});
}

void HouseApiTest::floodOfCallsRaisesOneAlarm() {
    Checked house({.user = {.perSecond = 0.001, .burst = 20}, .address = {.perSecond = 1e9, .burst = 1e9}});
    const auto admin = house.door.logIn(Role::Administrator);
    const auto pilot = house.door.logIn("kim", Role::Pilot);
    int refused = 0;
    for (int i = 0; i < 80; ++i)
        refused += house.door.ask("GET", "/api/v1/me", pilot).status == 429 ? 1 : 0;
    QCOMPARE(refused, 60);
    QCOMPARE(alarmsIn(house, admin), QStringList{QStringLiteral("rate kim 60 stands null")});
}

void HouseApiTest::tokensTriedRaiseOneAlarm() {
    Checked house;
    const auto admin = house.door.logIn(Role::Administrator);
    for (int i = 0; i < 130; ++i)
        QCOMPARE(house.door.ask("GET", "/api/v1/me", "guess" + std::to_string(i), "", "127.0.0.77").status, 401);
    QCOMPARE(alarmsIn(house, admin), QStringList{QStringLiteral("no_token 127.0.0.77 130 stands null")});
}

void HouseApiTest::aPersonAcknowledges() {
    Checked house;
    const auto supervisor = house.door.logIn(Role::Supervisor);
    const auto controller = house.door.logIn(Role::Controller);
    const auto machine = house.door.machineToken("gateway", {"security.acknowledge", "security.read"});
    for (int i = 0; i < 5; ++i)
        (void)house.door.tryLogIn("supervisor", "guess", "127.0.0.66");
    QCOMPARE(house.door.entries("security.alarm_raised").size(), std::size_t{1});
    const auto alarms = house.get("/api/v1/security/alarms", controller)[QStringLiteral("alarms")].toArray();
    QCOMPARE(alarms.size(), 1);
    const auto path =
        "/api/v1/security/alarms/" + alarms[0][QStringLiteral("alarm")].toString().toStdString() + "/acknowledge";
    const std::string body = R"({"note":"called him: it was him"})";
    QCOMPARE(house.ask("POST", path, controller, body).status, 403); // may look only
    const auto byMachine = house.ask("POST", path, machine, body);
    QCOMPARE(byMachine.status, 403);
    QCOMPARE(codeOf(byMachine), QStringLiteral("NOT_A_PERSON"));
    QCOMPARE(house.ask("POST", "/api/v1/security/alarms/none/acknowledge", supervisor, body).status, 404);
    QCOMPARE(house.ask("POST", path, supervisor, "{\"note\":\"" + std::string(301, 'x') + "\"}").status, 422);
    QCOMPARE(house.ask("POST", path, supervisor, body).status, 200);
    const auto again = house.ask("POST", path, supervisor, body);
    QCOMPARE(again.status, 409);
    QCOMPARE(codeOf(again), QStringLiteral("ALARM_ACKNOWLEDGED"));
    QCOMPARE(alarmsIn(house, controller),
             QStringList{QStringLiteral("account_log_ins supervisor 5 stands supervisor")});
    QCOMPARE(house.door.entries("security.alarm_acknowledged").size(), std::size_t{1});
    QVERIFY2(house.wrong.isEmpty(), qPrintable(house.wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(HouseApiTest)
#include "house_api_test.moc"
