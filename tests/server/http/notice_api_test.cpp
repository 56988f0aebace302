#include "http_fixture.h"
#include "notify_fixture.h"
#include "tests/support/loopback/http_target.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <format>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using haneul::notify::tests::approved;
using haneul::notify::tests::eventually;
using haneul::notify::tests::House;
using haneul::people::Role;

namespace {

// "kim.pilot" is user kim with all that a pilot may; "kim" alone may nothing.
Result<people::Principal> roleAsToken(std::string_view token, std::string_view address, TokenUse) {
    const auto dot = token.find('.');
    people::Principal principal{.user = std::string(token.substr(0, dot)), .desk = std::string(address)};
    if (dot == std::string_view::npos) return principal;
    principal.role = people::roleFrom(token.substr(dot + 1));
    if (!principal.role) return fail("SESSION_ENDED", "no", "token");
    principal.scopes = people::scopesOf(*principal.role);
    return principal;
}

struct Door {
    explicit Door(bool withCentre = true) {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = house.manual,
                                                    .version = "1",
                                                    .instance = "desk",
                                                    .authorise = roleAsToken,
                                                    .notices = withCentre ? house.service.get() : nullptr});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    HttpAnswer ask(const std::string& who, const std::string& method, const std::string& path,
                   const std::string& body = {}) {
        const std::string text = std::format(
            "{} {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{}\r\n{}", method, path, who,
            method == "GET" ? std::string()
                            : std::format("Content-Type: application/json\r\nContent-Length: {}\r\n", body.size()),
            body);
        auto answer = RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
        QJsonObject line{{QStringLiteral("method"), QString::fromStdString(method).toLower()},
                         {QStringLiteral("path"), QString::fromStdString(path.substr(0, path.find('?')))},
                         {QStringLiteral("status"), answer.status},
                         {QStringLiteral("body"), QString::fromStdString(answer.body)}};
        answers.append(line);
        return answer;
    }

    QJsonObject json(const std::string& who, const std::string& path) { return jsonOf(ask(who, "GET", path).body); }

    House house{notify::sendByNetwork};
    situation::SituationBoard board;
    std::unique_ptr<HttpServer> server;
    QJsonArray answers;
};

constexpr const char* checkAnswers = R"py(
import json, re, sys
import jsonschema
api = json.load(open(sys.argv[1]))
resolver = jsonschema.RefResolver.from_schema(api)
checked = 0
for answer in json.load(sys.stdin):
    for pattern, operations in api["paths"].items():
        if re.fullmatch(re.sub(r"\\{\w+\\}", "[^/]+", re.escape(pattern)), answer["path"]) and answer["method"] in operations:
            break
    else:
        raise SystemExit("no such path: " + str(answer))
    response = operations[answer["method"]]["responses"].get(str(answer["status"]))
    if response is None:
        raise SystemExit("status not described: " + str(answer))
    if "$ref" in response:
        response = resolver.resolve(response["$ref"])[1]
    schema = response["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator(schema, resolver=resolver).validate(json.loads(answer["body"]))
    checked += 1
print(checked)
)py";

// Each answer is of the shape that the OpenAPI document promises.
void validate(const QJsonArray& answers) {
    QProcess python;
    python.start(QStringLiteral("python3"),
                 {QStringLiteral("-W"), QStringLiteral("ignore"), QStringLiteral("-c"), QString::fromUtf8(checkAnswers),
                  QStringLiteral(HANEUL_SOURCE_DIR "/resources/openapi.json")});
    if (!python.waitForStarted()) QSKIP("python3 is not here");
    python.write(QJsonDocument(answers).toJson());
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished());
    const QByteArray trouble = python.readAllStandardError();
    if (trouble.contains("No module named")) QSKIP("python3-jsonschema is not here");
    QVERIFY2(python.exitCode() == 0, trouble.constData());
    QCOMPARE(python.readAllStandardOutput().trimmed().toInt(), answers.size());
}

constexpr const char* mail = R"({"enabled":true,"url":"smtp://127.0.0.1:1","sender":"h@example.org","security":"none",)"
                             R"("timeout_ms":500,"secret":"swordfish"})";

} // namespace

// Notices as others see them: over real HTTP.
class NoticeApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownNotices(); // R-EVT-03
    void sending();    // R-SVC-15
    void preferences();
    void outbox();   // R-MS-16
    void channels(); // R-SEC-04
    void refusals_data();
    void refusals();
    void scopes(); // R-SEC-03
    void withoutACentre();
    void answersAreAsDescribed();

private:
    QJsonArray m_answers;
};

void NoticeApiTest::ownNotices() {
    Door door;
    QVERIFY(door.house.create(approved("P-1", "kim")));
    door.house.manual.advance(std::chrono::seconds(1));
    const auto id = door.house.create(approved("P-2", "kim"));
    auto own = door.json("kim.pilot", "/api/v1/me/notices");
    QCOMPARE(own[QStringLiteral("unread")].toInt(), 2);
    const auto first = own[QStringLiteral("notices")][0].toObject();
    QCOMPARE(first[QStringLiteral("id")].toString().toStdString(), *id);
    QCOMPARE(first[QStringLiteral("ko")][QStringLiteral("subject")].toString(), QStringLiteral("비행계획 P-2 승인됨"));
    QCOMPARE(first[QStringLiteral("about")][QStringLiteral("plan")].toString(), QStringLiteral("P-2"));
    QCOMPARE(door.ask("lee.pilot", "POST", "/api/v1/me/notices/" + *id + "/acknowledge").status, 404);
    QCOMPARE(door.ask("kim.pilot", "POST", "/api/v1/me/notices/" + *id + "/acknowledge").status, 200);
    own = door.json("kim.pilot", "/api/v1/me/notices?unread=true");
    QCOMPARE(own[QStringLiteral("unread")].toInt(), 1);
    QCOMPARE(own[QStringLiteral("notices")].toArray().size(), 1);
    own = door.json("kim.pilot", "/api/v1/me/notices?limit=1&before=" + *id);
    QCOMPARE(own[QStringLiteral("notices")][0][QStringLiteral("about")][QStringLiteral("plan")].toString(),
             QStringLiteral("P-1"));
    for (const auto& answer : door.answers)
        m_answers.append(answer);
}

void NoticeApiTest::sending() {
    Door door;
    const std::string text = R"({"kind":"airspace","severity":"warning","message":"TEXT_KO_EN",)"
                             R"("arguments":["제목","본문","subject","text"],"key":"a",)"
                             R"("to":{"area":{"lat":37.5,"lon":127,"radius_m":5000}},"about":{"zone":"P73"}})";
    const auto sent = door.ask("choi.controller", "POST", "/api/v1/notices", text);
    QCOMPARE(sent.status, 201);
    QCOMPARE(door.ask("choi.controller", "POST", "/api/v1/notices", text).body, sent.body);
    for (const char* user : {"kim.pilot", "lee.pilot", "park.planner", "han.supervisor"}) {
        const auto own = door.json(user, "/api/v1/me/notices");
        QCOMPARE(own[QStringLiteral("notices")].toArray().size(), 1);
        QCOMPARE(own[QStringLiteral("notices")][0][QStringLiteral("by")].toString(), QStringLiteral("choi"));
    }
    QCOMPARE(door.json("moon.analyst", "/api/v1/me/notices")[QStringLiteral("notices")].toArray().size(), 0);
    for (const auto& answer : door.answers)
        m_answers.append(answer);
}

void NoticeApiTest::preferences() {
    Door door;
    auto now = door.json("kim.pilot", "/api/v1/me/notice-preferences");
    QCOMPARE(now[QStringLiteral("language")].toString(), QStringLiteral("ko"));
    const char* const wanted = R"({"language":"en","email":"k@example.org","phone":"+82 10-1234-5678","push":"kim",)"
                               R"("channels":{"plan_step":["sms","push"],"system":[]},)"
                               R"("areas":[{"lat":37.5,"lon":127.0,"radius_m":3000}]})";
    QCOMPARE(door.ask("kim.pilot", "PUT", "/api/v1/me/notice-preferences", wanted).status, 200);
    now = door.json("kim.pilot", "/api/v1/me/notice-preferences");
    QCOMPARE(now[QStringLiteral("phone")].toString(), QStringLiteral("+821012345678"));
    QCOMPARE(now[QStringLiteral("channels")][QStringLiteral("plan_step")].toArray().size(), 2);
    QVERIFY(now[QStringLiteral("channels")].toObject().contains(QStringLiteral("system")));
    QCOMPARE(now[QStringLiteral("areas")][0][QStringLiteral("radius_m")].toDouble(), 3000.0);
    QCOMPARE(door.json("lee.pilot", "/api/v1/me/notice-preferences")[QStringLiteral("language")].toString(),
             QStringLiteral("ko"));
    for (const auto& answer : door.answers)
        m_answers.append(answer);
}

void NoticeApiTest::outbox() {
    Door door;
    loopback::HttpTarget target;
    target.mood = loopback::HttpMood::Answer;
    target.status = 404;
    const auto hook =
        std::format(R"({{"enabled":true,"url":"http://127.0.0.1:{}/in","kinds":["plan_step"]}})", target.port());
    QCOMPARE(door.ask("root.administrator", "PUT", "/api/v1/notice-channels/webhook", hook).status, 200);
    const auto id = door.house.create(approved("P-1", "kim"));
    const std::string delivery = *id + "-webhook";
    for (int i = 1; i < 3; ++i) {
        QVERIFY(door.house.becomes(delivery, notify::DeliveryState::Waiting, i));
        door.house.manual.advance(std::chrono::hours(1));
    }
    QVERIFY(door.house.becomes(delivery, notify::DeliveryState::Dead, 3));
    const auto dead = door.json("han.supervisor", "/api/v1/outbox?state=dead&channel=webhook");
    QCOMPARE(dead[QStringLiteral("deliveries")].toArray().size(), 1);
    QCOMPARE(dead[QStringLiteral("deliveries")][0][QStringLiteral("last_code")].toString(), QStringLiteral("HTTP_404"));
    const auto one = door.json("han.supervisor", "/api/v1/outbox/" + delivery);
    QCOMPARE(one[QStringLiteral("history")].toArray().size(), 3);
    QCOMPARE(door.json("root.administrator",
                       "/api/v1/notice-channels")[QStringLiteral("channels")][1][QStringLiteral("dead")]
                 .toInt(),
             1);
    target.mood = loopback::HttpMood::Well;
    QCOMPARE(door.ask("han.supervisor", "POST", "/api/v1/outbox/" + delivery + "/send-again").status, 200);
    QVERIFY(door.house.becomes(delivery, notify::DeliveryState::Delivered, 4));
    QCOMPARE(door.ask("han.supervisor", "POST", "/api/v1/outbox/" + delivery + "/send-again").status, 409);
    QCOMPARE(door.json("han.supervisor", "/api/v1/outbox?notice=" + *id)[QStringLiteral("deliveries")].toArray().size(),
             2); // with the desk
    for (const auto& answer : door.answers)
        m_answers.append(answer);
}

void NoticeApiTest::channels() {
    Door door;
    QCOMPARE(door.ask("root.administrator", "PUT", "/api/v1/notice-channels/email", mail).status, 200);
    const auto answer = door.ask("han.supervisor", "GET", "/api/v1/notice-channels");
    QVERIFY(!answer.body.contains("swordfish"));
    const auto list = jsonOf(answer.body)[QStringLiteral("channels")].toArray();
    QCOMPARE(list.size(), 4);
    QCOMPARE(list[0][QStringLiteral("channel")].toString(), QStringLiteral("email"));
    QVERIFY(list[0][QStringLiteral("has_secret")].toBool());
    QCOMPARE(list[0][QStringLiteral("by")].toString(), QStringLiteral("root"));
    QVERIFY(!list[1][QStringLiteral("enabled")].toBool());
    QVERIFY(!door.house.everythingInTheLog().contains("swordfish"));
    for (const auto& one : door.answers)
        m_answers.append(one);
}

void NoticeApiTest::refusals_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* request, const char* body, int status, const char* code) {
        QTest::newRow(name) << QByteArray(request) << QByteArray(body) << status << QString::fromUtf8(code);
    };
    row("query", "GET /api/v1/me/notices?age=3", "", 400, "BAD_QUERY");
    row("flag", "GET /api/v1/me/notices?unread=yes", "", 400, "BAD_QUERY");
    row("limit", "GET /api/v1/outbox?limit=1001", "", 400, "BAD_QUERY");
    row("state", "GET /api/v1/outbox?state=asleep", "", 400, "BAD_QUERY");
    row("no query", "GET /api/v1/notice-channels?a=b", "", 400, "BAD_QUERY");
    row("no delivery", "GET /api/v1/outbox/nothing", "", 404, "NO_SUCH_DELIVERY");
    row("no notice", "POST /api/v1/me/notices/nothing/acknowledge", "", 404, "NO_SUCH_NOTICE");
    row("no channel", "PUT /api/v1/notice-channels/pigeon", mail, 404, "NO_SUCH_CHANNEL");
    row("no desk channel", "PUT /api/v1/notice-channels/desk", mail, 404, "NO_SUCH_CHANNEL");
    row("no json", "PUT /api/v1/notice-channels/email", "{", 400, "BAD_JSON");
    row("open", "PUT /api/v1/notice-channels/email",
        R"({"enabled":true,"url":"smtp://a.example","sender":"a@b.kr","security":"none"})", 422, "INSECURE_CHANNEL");
    row("unknown field", "PUT /api/v1/notice-channels/email", R"({"enabled":true,"url":"","x":1})", 400,
        "UNKNOWN_FIELD");
    row("phone", "PUT /api/v1/me/notice-preferences", R"({"language":"ko","channels":{},"phone":"12"})", 422,
        "BAD_PHONE");
    row("language", "PUT /api/v1/me/notice-preferences", R"({"language":"fr","channels":{}})", 400, "BAD_FIELD");
    row("webhook is nobody's", "PUT /api/v1/me/notice-preferences",
        R"({"language":"ko","channels":{"system":["webhook"]}})", 422, "BAD_CHANNEL");
    row("message", "POST /api/v1/notices",
        R"({"kind":"system","severity":"info","message":"PLAN_APPROVED","arguments":["a"],"to":{"users":["kim"]}})",
        422, "NO_SUCH_MESSAGE");
    row("kind", "POST /api/v1/notices",
        R"({"kind":"party","severity":"info","message":"TEXT","arguments":["a","b"],"to":{"users":["kim"]}})", 400,
        "BAD_FIELD");
    row("role", "POST /api/v1/notices",
        R"({"kind":"system","severity":"info","message":"TEXT","arguments":["a","b"],"to":{"roles":["king"]}})", 400,
        "BAD_FIELD");
    row("nobody", "POST /api/v1/notices",
        R"({"kind":"system","severity":"info","message":"TEXT","arguments":["a","b"],"to":{}})", 422, "BAD_NOTICE");
    row("user", "POST /api/v1/notices",
        R"({"kind":"system","severity":"info","message":"TEXT","arguments":["a","b"],"to":{"users":["x"]}})", 404,
        "NO_SUCH_USER");
}

void NoticeApiTest::refusals() {
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, code);
    Door door;
    const std::string text = request.toStdString();
    const auto blank = text.find(' ');
    // One who may do all of it.
    const std::string who = text.contains("notice-channels") ? "root.administrator" : "han.supervisor";
    const auto answer = door.ask(who, text.substr(0, blank), text.substr(blank + 1), body.toStdString());
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.status, status);
    m_answers.append(door.answers[0]);
}

void NoticeApiTest::scopes() {
    Door door;
    for (const Route& route : routes()) {
        const std::string path(route.pattern);
        if (!path.contains("outbox") && !path.contains("notice-") && !path.contains("/notices")) continue;
        std::string concrete = path;
        for (auto begin = concrete.find('{'); begin != std::string::npos; begin = concrete.find('{'))
            concrete.replace(begin, concrete.find('}') - begin + 1, "email");
        const std::string body = route.bodyCap > 0 ? "{}" : "";
        for (const Role role : people::allRoles()) {
            const bool may = people::scopesOf(role).contains(std::string(route.scope));
            const auto answer =
                door.ask("kim." + std::string(toString(role)), std::string(toString(route.method)), concrete, body);
            QCOMPARE(answer.status == 403, !may);
        }
        QCOMPARE(door.ask("kim", std::string(toString(route.method)), concrete, body).status, 403);
    }
}

void NoticeApiTest::withoutACentre() {
    Door door(false);
    QCOMPARE(door.ask("kim.pilot", "GET", "/api/v1/me/notices").status, 503);
    QCOMPARE(door.ask("han.supervisor", "GET", "/api/v1/outbox").status, 503);
}

void NoticeApiTest::answersAreAsDescribed() {
    QVERIFY(m_answers.size() > 40);
    validate(m_answers);
}

QTEST_GUILESS_MAIN(NoticeApiTest)
#include "notice_api_test.moc"
