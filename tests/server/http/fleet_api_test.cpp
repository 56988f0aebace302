#include "fleet_fixture.h"
#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/fleet/record_codec.h"
#include "server/http/api.h"

#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using haneul::fleet::Record;
using haneul::fleet::tests::goodBattery;
using haneul::fleet::tests::goodDrone;
using haneul::fleet::tests::goodInspection;
using haneul::fleet::tests::goodModel;
using haneul::fleet::tests::goodPayload;
using haneul::fleet::tests::goodPilot;
using haneul::fleet::tests::House;

namespace {

// Holds what its name lists, "fleet.read_fleet.write", and is of the role behind a last '~'; the test token holds all
// and is a supervisor.
Result<people::Principal> scopesAsToken(std::string_view token, std::string_view address, TokenUse use) {
    if (token == testToken) {
        auto all = testAuthorise(token, address, use);
        all->role = people::Role::Supervisor;
        return all;
    }
    people::Principal principal{.user = "limited", .desk = std::string(address)};
    if (const auto tilde = token.rfind('~'); tilde != std::string_view::npos) {
        principal.role = people::roleFrom(token.substr(tilde + 1));
        token = token.substr(0, tilde);
    }
    for (std::size_t at = 0; at < token.size();) {
        const auto end = std::min(token.find('_', at), token.size());
        principal.scopes.emplace(token.substr(at, end - at));
        at = end + 1;
    }
    return principal;
}

constexpr const char* usualNeed =
    R"("need":{"start":"2026-11-21T13:00:00.000Z","end":"2026-11-21T14:00:00.000Z","flight_s":1200,"parcels_kg":1.5,"speed_mps":13,"bvlos":true})";

QByteArray askBody(const std::string& more = {}) {
    return QByteArray::fromStdString(std::format(
        R"({{"drone":"HN-001","battery":"B-1","pilot":"P-1","payloads":["BOX-1"],{}{}}})", usualNeed, more));
}

struct Door {
    explicit Door(bool withFleet = true) {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = house.clock,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = scopesAsToken,
                                                    .fleet = withFleet ? house.service.get() : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    HttpAnswer ask(std::string_view method, const std::string& path, const QByteArray& body = {},
                   const std::string& fields = std::string(testAuthorization)) const {
        const std::string text = std::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\n{}{}\r\n{}", method, path, fields,
            method == "GET" ? std::string()
                            : std::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size()),
            body.toStdString());
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    // The answer, which must have the status wanted and the shape that the document says.
    QJsonObject good(const char* method, const std::string& pattern, const std::string& path, int status,
                     const QByteArray& body = {}) const {
        const auto answer = ask(method, path, body);
        [&] {
            QVERIFY2(answer.status == status, std::format("{} {}: {}", path, answer.status, answer.body).c_str());
            const OpenApiShape shape(jsonOf(std::string(openApiDocument())));
            const auto wrong = shape.wrong(QString::fromStdString("/api/v1/fleet/" + pattern),
                                           QString::fromLatin1(method).toLower(), status, jsonOf(answer.body));
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        }();
        return jsonOf(answer.body);
    }

    HttpAnswer put(const std::string& path, const Record& record, int basedOn = 0) const {
        return ask("PUT", "/api/v1/fleet/" + path,
                   QByteArray::fromStdString(
                       std::format(R"({{"based_on":{},"note":"test","record":{}}})", basedOn, toJson(record))));
    }

    void addGoodFleet() const {
        QCOMPARE(put("models/haneul%2FM6", goodModel()).status, 201);
        QCOMPARE(put("drones/HN-001", goodDrone()).status, 201);
        QCOMPARE(put("batteries/B-1", goodBattery()).status, 201);
        QCOMPARE(put("payloads/BOX-1", goodPayload()).status, 201);
        QCOMPARE(put("pilots/P-1", goodPilot()).status, 201);
        QCOMPARE(put("maintenance/W-1", goodInspection()).status, 201);
    }

    void letPilotRust() const {
        auto pilot = goodPilot();
        pilot.last_flight = fleet::tests::noon - std::chrono::days(95);
        QCOMPARE(put("pilots/P-1", pilot, 1).status, 200);
    }

    House house;
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
};

} // namespace

// The fleet as others see it: over real HTTP.
class FleetApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void records();          // R-MS-07 R-MS-08
    void lists();            // R-MS-08
    void retireAndHistory(); // R-DB-14
    void readiness();        // R-MS-09 R-FLT-05
    void overview();
    void rules();
    void overrides(); // R-FLT-06
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void withoutAService();
};

void FleetApiTest::records() {
    const Door door;
    door.addGoodFleet();
    const std::pair<const char*, const char*> kinds[] = {{"models", "haneul%2FM6"}, {"drones", "HN-001"},
                                                         {"batteries", "B-1"},      {"payloads", "BOX-1"},
                                                         {"pilots", "P-1"},         {"maintenance", "W-1"}};
    for (const auto& [collection, id] : kinds) {
        const std::string pattern = std::format("{}/{{id}}", collection);
        const std::string path = std::format("/api/v1/fleet/{}/{}", collection, id);
        const auto kept = door.good("GET", pattern, path, 200);
        QCOMPARE(kept[QStringLiteral("revision")].toInt(), 1);
        QCOMPARE(kept[QStringLiteral("changed_by")].toString(), QStringLiteral("test"));
        // What was read is what may be sent back.
        const QJsonObject body{{QStringLiteral("based_on"), 1},
                               {QStringLiteral("record"), kept[QStringLiteral("record")]}};
        QCOMPARE(door.good("PUT", pattern, path, 200, QJsonDocument(body).toJson())[QStringLiteral("revision")].toInt(),
                 2);
        QCOMPARE(door.good("GET", pattern, path, 200)[QStringLiteral("record")], kept[QStringLiteral("record")]);
        QCOMPARE(codeOf(door.ask("GET", std::format("/api/v1/fleet/{}/none", collection))),
                 QStringLiteral("NO_SUCH_RECORD"));
    }
    const auto named =
        door.ask("PUT", "/api/v1/fleet/drones/HN-2",
                 R"({"based_on":0,"record":{"model_id":"haneul/M6","serial_number":"2","status":"serviceable"}})");
    QCOMPARE(named.status, 201); // the path gives the name
}

void FleetApiTest::lists() {
    const Door door;
    door.addGoodFleet();
    QCOMPARE(door.put("drones/HN-002", goodDrone("HN-002")).status, 201);
    QCOMPARE(door.put("drones/HN-003", goodDrone("HN-003")).status, 201);
    QCOMPARE(door.put("batteries/B-2", goodBattery("B-2", "HN-002")).status, 201);
    const auto drones = [&](const char* query) {
        return door.good("GET", "drones", std::string("/api/v1/fleet/drones") + query, 200);
    };
    const auto first = drones("?limit=2");
    QCOMPARE(first[QStringLiteral("drones")].toArray().size(), 2);
    QCOMPARE(first[QStringLiteral("total")].toInt(), 3);
    const auto rest = drones("?limit=2&after=HN-002");
    QCOMPARE(rest[QStringLiteral("drones")].toArray().size(), 1);
    const auto own = door.good("GET", "batteries", "/api/v1/fleet/batteries?drone=HN-002", 200);
    QCOMPARE(own[QStringLiteral("total")].toInt(), 1);
    for (const char* collection : {"models", "payloads", "pilots", "maintenance"})
        QCOMPARE(door.good("GET", collection, std::string("/api/v1/fleet/") + collection, 200)[QStringLiteral("total")]
                     .toInt(),
                 1);
    for (const char* query : {"?limit=0", "?limit=1001", "?limit=x", "?retired=yes", "?colour=red", "?drone=HN-002"})
        QCOMPARE(codeOf(door.ask("GET", std::string("/api/v1/fleet/drones") + query)), QStringLiteral("BAD_QUERY"));
}

void FleetApiTest::retireAndHistory() {
    const Door door;
    door.addGoodFleet();
    const auto retire = [&](const char* body, int status) {
        return door.good("POST", "drones/{id}/retire", "/api/v1/fleet/drones/HN-001/retire", status, body);
    };
    QCOMPARE(retire(R"({"based_on":1,"reason":"crashed"})", 200)[QStringLiteral("revision")].toInt(), 2);
    (void)retire(R"({"based_on":1,"reason":"crashed"})", 409);
    (void)retire(R"({"based_on":2,"retired":false,"reason":""})", 422);
    const auto list = [&](const char* query) {
        return jsonOf(door.ask("GET", std::string("/api/v1/fleet/drones") + query).body)[QStringLiteral("total")]
            .toInt();
    };
    QCOMPARE(list(""), 0);
    QCOMPARE(list("?retired=true"), 1);
    const auto changes =
        door.good("GET", "drones/{id}/history", "/api/v1/fleet/drones/HN-001/history", 200)[QStringLiteral("changes")]
            .toArray();
    QCOMPARE(changes.size(), 2);
    QVERIFY(changes[0][QStringLiteral("before")].isNull());
    QCOMPARE(changes[1][QStringLiteral("change")].toString(), QStringLiteral("retired"));
    QCOMPARE(changes[1][QStringLiteral("note")].toString(), QStringLiteral("crashed"));
    QCOMPARE(changes[1][QStringLiteral("before")], changes[0][QStringLiteral("after")]);
}

void FleetApiTest::readiness() {
    const Door door;
    door.addGoodFleet();
    const auto judged = door.good("POST", "readiness", "/api/v1/fleet/readiness", 200, askBody());
    QVERIFY(judged[QStringLiteral("may_fly")].toBool());
    QCOMPARE(judged[QStringLiteral("questions")].toArray().size(), 6);
    for (const QJsonValue question : judged[QStringLiteral("questions")].toArray())
        QCOMPARE(question[QStringLiteral("verdict")].toString(), QStringLiteral("READY"));

    door.letPilotRust();
    auto drone = goodDrone();
    drone.firmware_version = "1.0";
    QCOMPARE(door.put("drones/HN-001", drone, 1).status, 200);
    const auto again = door.good("POST", "readiness", "/api/v1/fleet/readiness", 200, askBody());
    QCOMPARE(again[QStringLiteral("verdict")].toString(), QStringLiteral("NOT_READY"));
    QStringList failed; // every one, not only the first
    for (const QJsonValue question : again[QStringLiteral("questions")].toArray())
        for (const QJsonValue item : question[QStringLiteral("items")].toArray())
            if (item[QStringLiteral("verdict")].toString() == QLatin1StringView("NOT_READY"))
                failed << item[QStringLiteral("code")].toString();
    QCOMPARE(failed.join(u','), QStringLiteral("PILOT_RECENCY,FIRMWARE_VERSION"));

    const auto nobody = door.good("POST", "readiness", "/api/v1/fleet/readiness", 200,
                                  QByteArray::fromStdString(std::format("{{{}}}", usualNeed)));
    QCOMPARE(nobody[QStringLiteral("verdict")].toString(), QStringLiteral("NOT_JUDGED"));
    QVERIFY(!nobody[QStringLiteral("may_fly")].toBool());
}

void FleetApiTest::overview() {
    const Door door;
    door.addGoodFleet();
    QCOMPARE(door.put("drones/HN-002", goodDrone("HN-002")).status, 201);
    const auto drones = door.good("POST", "overview", "/api/v1/fleet/overview", 200,
                                  QByteArray::fromStdString(std::format("{{{}}}", usualNeed)))[QStringLiteral("drones")]
                            .toArray();
    QCOMPARE(drones.size(), 2);
    QVERIFY(drones[0][QStringLiteral("may_fly")].toBool());
    QCOMPARE(drones[0][QStringLiteral("battery")].toString(), QStringLiteral("B-1"));
    QVERIFY(drones[1][QStringLiteral("battery")].isNull());
}

void FleetApiTest::rules() {
    const Door door;
    auto rules = door.good("GET", "rules", "/api/v1/fleet/rules", 200);
    QCOMPARE(rules[QStringLiteral("version")].toInt(), 1);
    rules[QStringLiteral("recency_d")] = 60;
    const auto bodyOn = [&](int version) {
        return QJsonDocument(QJsonObject{{QStringLiteral("based_on"), version},
                                         {QStringLiteral("reason"), QStringLiteral("yearly review")},
                                         {QStringLiteral("rules"), rules}})
            .toJson();
    };
    QCOMPARE(door.good("PUT", "rules", "/api/v1/fleet/rules", 200, bodyOn(1))[QStringLiteral("revision")].toInt(), 2);
    (void)door.good("PUT", "rules", "/api/v1/fleet/rules", 409, bodyOn(1));
    const auto now = door.good("GET", "rules", "/api/v1/fleet/rules", 200);
    QCOMPARE(now[QStringLiteral("recency_d")].toDouble(), 60.0);
    QCOMPARE(now[QStringLiteral("version")].toInt(), 2);
    rules[QStringLiteral("recency_d")] = 0;
    (void)door.good("PUT", "rules", "/api/v1/fleet/rules", 422, bodyOn(2));
    rules.remove(QStringLiteral("recency_d"));
    (void)door.good("PUT", "rules", "/api/v1/fleet/rules", 400, bodyOn(2));
    const auto history = door.good("GET", "rules/history", "/api/v1/fleet/rules/history", 200);
    QCOMPARE(history[QStringLiteral("changes")].toArray().size(), 1);
}

void FleetApiTest::overrides() {
    const Door door;
    door.addGoodFleet();
    door.letPilotRust();
    const auto wanted = [](const char* question) {
        return askBody(std::format(
            R"(,"question":"{}","reason":"instructor beside him","until":"2026-11-22T00:00:00.000Z")", question));
    };
    const auto given = door.good("POST", "overrides", "/api/v1/fleet/overrides", 201, wanted("PILOT"));
    QCOMPARE(given[QStringLiteral("id")].toString(), QStringLiteral("OV-000001"));
    const auto judged = door.good("POST", "readiness", "/api/v1/fleet/readiness", 200, askBody());
    QVERIFY(judged[QStringLiteral("may_fly")].toBool());
    QCOMPARE(judged[QStringLiteral("verdict")].toString(), QStringLiteral("NOT_READY"));
    QCOMPARE(judged[QStringLiteral("overrides")].toArray().size(), 1);
    (void)door.good("POST", "overrides", "/api/v1/fleet/overrides", 422, wanted("BATTERY"));
    QCOMPARE(codeOf(door.ask("POST", "/api/v1/fleet/overrides", wanted("WEATHER"))), QStringLiteral("BAD_FIELD"));
    const auto standing = [&](const char* query) {
        return door
            .good("GET", "overrides", std::string("/api/v1/fleet/overrides") + query, 200)[QStringLiteral("overrides")]
            .toArray()
            .size();
    };
    QCOMPARE(standing(""), 1);
    const char* const path = "/api/v1/fleet/overrides/OV-000001/withdraw";
    (void)door.good("POST", "overrides/{override}/withdraw", path, 200, R"({"reason":"the instructor is ill"})");
    (void)door.good("POST", "overrides/{override}/withdraw", path, 409, R"({"reason":"the instructor is ill"})");
    QCOMPARE(standing(""), 0);
    QCOMPARE(standing("?all=true"), 1);
    QVERIFY(
        !door.good("POST", "readiness", "/api/v1/fleet/readiness", 200, askBody())[QStringLiteral("may_fly")].toBool());

    // A machine, and a role that the rules do not name, answer for nothing.
    for (const char* token : {"fleet.override", "fleet.override~administrator"}) {
        const auto answer = door.ask("POST", "/api/v1/fleet/overrides", wanted("PILOT"),
                                     std::format("Authorization: Bearer {}\r\n", token));
        QCOMPARE(answer.status, 422);
        QCOMPARE(codeOf(answer), QStringLiteral("OVERRIDE_NOT_ALLOWED"));
    }
}

void FleetApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* method, const char* path, const char* body, int status, const char* code) {
        QTest::addRow("%s %s %s", method, path, body)
            << QByteArray(method) << QByteArray(path) << QByteArray(body) << status << QString::fromLatin1(code);
    };
    row("PUT", "drones/HN-002", "{", 400, "BAD_JSON");
    row("PUT", "drones/HN-002", "{}", 400, "MISSING_FIELD");
    row("PUT", "drones/HN-002", R"({"based_on":-1,"record":{}})", 400, "BAD_FIELD");
    row("PUT", "drones/HN-002", R"({"based_on":0,"record":{"status":"serviceable"}})", 400, "BAD_FIELD");
    row("PUT", "drones/HN-002", R"({"based_on":0,"record":{"id":"HN-003","status":"serviceable"}})", 400, "BAD_FIELD");
    row("PUT", "drones/HN-002", R"({"based_on":0,"record":{"status":"flying"}})", 400, "BAD_FIELD");
    row("PUT", "drones/HN-002",
        R"({"based_on":0,"record":{"status":"serviceable","model_id":"none","serial_number":"1"}})", 422,
        "NO_SUCH_MODEL");
    row("PUT", "drones/HN-002",
        R"({"based_on":0,"record":{"status":"serviceable","model_id":"haneul/M6","serial_number":"SN-HN-001"}})", 409,
        "SAME_SERIAL_NUMBER");
    row("PUT", "drones/HN-001",
        R"({"based_on":7,"record":{"status":"serviceable","model_id":"haneul/M6","serial_number":"1"}})", 409,
        "STALE_REVISION");
    row("PUT", "drones/a%20b", R"({"based_on":0,"record":{"status":"serviceable"}})", 422, "BAD_ID");
    row("PUT", "pilots/P-2", R"({"based_on":0,"record":{"suspended":false,"user_id":"nobody"}})", 404, "NO_SUCH_USER");
    row("POST", "models/haneul%2FM6/retire", R"({"based_on":1,"reason":"old"})", 409, "IN_USE");
    row("POST", "readiness",
        R"({"drone":"HN-9","need":{"start":"2026-11-21T13:00:00Z","end":"2026-11-21T14:00:00Z","flight_s":1}})", 422,
        "NO_SUCH_DRONE");
    row("POST", "readiness", R"({"need":{"start":"2026-11-21T14:00:00Z","end":"2026-11-21T13:00:00Z","flight_s":1}})",
        422, "BAD_NEED");
    row("POST", "readiness", R"({"need":{"flight_s":1}})", 400, "MISSING_FIELD");
    row("POST", "overrides/OV-000009/withdraw", R"({"reason":"none"})", 404, "NO_SUCH_OVERRIDE");
    row("GET", "drones/HN-001/history?from=1", "", 400, "BAD_QUERY");
    row("GET", "aeroplanes", "", 404, "NOT_FOUND");
    row("DELETE", "drones/HN-001", "{}", 405, "METHOD_NOT_ALLOWED");
}

void FleetApiTest::refusals() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    const Door door;
    door.addGoodFleet();
    const auto before = door.house.state();
    const auto answer = door.ask(method.toStdString(), "/api/v1/fleet/" + path.toStdString(), body);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
    QCOMPARE(door.house.state()->number, before->number); // nothing has changed
}

void FleetApiTest::scopes() {
    const Door door;
    const auto statusWith = [&](const char* token, const char* method, const char* path, const QByteArray& body = {}) {
        return door.ask(method, path, body, std::format("Authorization: Bearer {}\r\n", token)).status;
    };
    QCOMPARE(statusWith("fleet.write", "GET", "/api/v1/fleet/drones"), 403);
    QCOMPARE(statusWith("fleet.read", "GET", "/api/v1/fleet/drones"), 200);
    QCOMPARE(statusWith("fleet.read", "PUT", "/api/v1/fleet/drones/HN-001", "{}"), 403);
    QCOMPARE(statusWith("fleet.write", "PUT", "/api/v1/fleet/rules", "{}"), 403);
    QCOMPARE(statusWith("fleet.write", "POST", "/api/v1/fleet/overrides", "{}"), 403);
    QCOMPARE(statusWith("fleet.override", "POST", "/api/v1/fleet/overrides", "{}"), 400);
}

void FleetApiTest::withoutAService() {
    const Door door(false);
    const auto answer = door.ask("GET", "/api/v1/fleet/drones");
    QCOMPARE(answer.status, 503);
    QCOMPARE(codeOf(answer), QStringLiteral("NO_FLEET"));
}

QTEST_GUILESS_MAIN(FleetApiTest)
#include "fleet_api_test.moc"
