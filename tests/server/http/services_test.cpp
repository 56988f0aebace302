#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/http/outbound_call.h"
#include "server/http/service_registry.h"
#include "tests/support/eventually.h"
#include "tests/support/loopback/http_target.h"

#include <sodium.h>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;
using loopback::HttpMood;
using loopback::HttpTarget;

namespace {

constexpr std::string_view credential = "a-credential-of-more-than-32-characters";
constexpr std::string_view question = R"({"a":[0,0,0],"b":[0,0,5]})";

constexpr std::string_view rightAnswer = R"({"metres":5})";

std::string offerText(std::uint16_t port, int lease_s) {
    return std::format(R"({{"port":{},"credential":"{}","lease_s":{}}})", port, credential, lease_s);
}

// kim runs studies, calc offers services, so does other, admin may all.
Result<people::Principal> authorise(std::string_view token, std::string_view address, TokenUse) {
    people::Principal who{.user = std::string(token), .session = "s", .desk = std::string(address)};
    if (token == "kim") who.scopes = {"study.run"};
    if (token == "calc" || token == "other") who.scopes = {"service.offer"};
    if (token == "admin") {
        who.role = people::Role::Administrator;
        who.scopes = people::scopesOf(people::Role::Administrator);
    }
    if (who.scopes.empty()) return fail("SESSION_ENDED", "no", "token");
    return who;
}

struct Host {
    explicit Host(const std::function<void(HttpSettings&)>& adjust = {}, std::string name = "gateway") {
        HttpSettings settings;
        settings.limits.rates = {.user = unlimited, .address = unlimited};
        if (adjust) adjust(settings);
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = std::move(name),
                                                    .authorise = authorise,
                                                    .tellOffer = [this](const Error& error) {
                                                        const std::lock_guard lock(mutex);
                                                        troubles.push_back(error.code + ": " + error.message);
                                                    }});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    // A host that offers to the other one.
    static std::function<void(HttpSettings&)> offering(const Host& gateway, std::string token = "calc") {
        return [port = gateway.server->port(), token](HttpSettings& settings) {
            settings.offer = {.services = {"studies"}, .gatewayHost = "127.0.0.1", .gatewayPort = port, .token = token};
        };
    }

    HttpAnswer ask(std::string_view method, std::string_view path, std::string_view token, std::string_view body = {},
                   std::string_view more = {}) const {
        const auto text = std::format("{} {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n{}"
                                      "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                                      method, path, token, more, body.size(), body);
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    HttpAnswer study(std::string_view body = question, std::string_view op = "distance3d") const {
        return ask("POST", std::format("/api/v1/studies/{}", op), "kim", body);
    }

    // Who answers a study, when the answer is right.
    std::string answeredBy() const {
        const auto answer = study();
        const auto by = answer.fields.find("haneul-instance");
        return answer.status == 200 && answer.body == rightAnswer && by != answer.fields.end() ? by->second : "wrong";
    }

    HttpAnswer offer(const std::string& id, std::uint16_t port, std::string_view token = "calc",
                     int lease_s = 15) const {
        return ask("PUT", "/api/v1/services/studies/instances/" + id, token, offerText(port, lease_s));
    }

    // Of the one service, by an administrator.
    QJsonArray instances() const {
        const auto answer = jsonOf(ask("GET", "/api/v1/services", "admin").body);
        return answer[QStringLiteral("services")][0][QStringLiteral("instances")].toArray();
    }

    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::mutex mutex;
    std::vector<std::string> troubles;
    std::unique_ptr<HttpServer> server;
};

} // namespace

class ServicesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void callsFollowTheService();    // R-MS-04
    void instancesTakeTurns();       // R-MS-04
    void refusalsOfTheServiceStay(); // R-MS-04
    void failuresAreAnsweredInside_data();
    void failuresAreAnsweredInside();   // R-MS-04 G7
    void leasesEnd();                   // R-MS-04
    void onlyTheCredentialIsPassedOn(); // R-MS-04 R-SEC-03
    void theGatewayMayNoMore();         // R-MS-04 R-SEC-03
    void twoGatewaysDoNotLoop();        // R-MS-04
    void offersAreChecked_data();
    void offersAreChecked();          // R-MS-04 G8
    void offersBelongToWhoMadeThem(); // R-MS-04
    void refusedOffersAreTold();      // R-MS-04
    void privateAddresses();          // R-MS-04 R-SEC-03
    void registryIsBounded();         // R-MS-04
};

void ServicesTest::callsFollowTheService() {
    const Host gateway;
    QCOMPARE(gateway.answeredBy(), "built-in");
    auto calc = std::make_unique<Host>(Host::offering(gateway), "calc-1");
    SOON(gateway.answeredBy() == "calc-1");
    QCOMPARE(gateway.instances()[0][QStringLiteral("port")].toInt(), calc->server->port());
    const OpenApiShape shape(jsonOf(gateway.ask("GET", "/api/v1/openapi.json", "kim").body));
    const auto wrong = shape.wrong(QStringLiteral("/api/v1/services"), QStringLiteral("get"), 200,
                                   jsonOf(gateway.ask("GET", "/api/v1/services", "admin").body));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));

    calc.reset(); // takes its offer back
    QCOMPARE(gateway.answeredBy(), "built-in");
    QVERIFY(gateway.instances().isEmpty());
    calc = std::make_unique<Host>(Host::offering(gateway), "calc-1"); // on another port
    SOON(gateway.answeredBy() == "calc-1");
}

void ServicesTest::instancesTakeTurns() {
    const Host gateway;
    const Host first(Host::offering(gateway), "calc-1");
    const Host second(Host::offering(gateway), "calc-2");
    SOON(gateway.instances().size() == 2);
    std::map<std::string, int> answers;
    for (int i = 0; i < 10; ++i)
        ++answers[gateway.answeredBy()];
    QVERIFY(answers == (std::map<std::string, int>{{"calc-1", 5}, {"calc-2", 5}}));
}

void ServicesTest::refusalsOfTheServiceStay() {
    const Host gateway;
    const auto inside = gateway.study(R"({"a":[0,0,0]})");
    const auto unknown = gateway.study("{}", "no-such-study");
    const Host calc(Host::offering(gateway), "calc-1");
    SOON(gateway.answeredBy() == "calc-1");
    const auto there = gateway.study(R"({"a":[0,0,0]})");
    QCOMPARE(there.status, inside.status);
    QVERIFY(there.status >= 400);
    QCOMPARE(there.body, inside.body);
    QCOMPARE(there.fields.at("haneul-instance"), "calc-1");
    QCOMPARE(gateway.study("{}", "no-such-study").status, unknown.status);
    QCOMPARE(gateway.instances()[0][QStringLiteral("failed")].toInt(), 0);
}

void ServicesTest::failuresAreAnsweredInside_data() {
    QTest::addColumn<int>("mood");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("rests");
    const auto row = [](const char* name, HttpMood mood, int status, bool rests) {
        QTest::newRow(name) << static_cast<int>(mood) << status << rests;
    };
    row("nothing is said", HttpMood::Stall, 0, true);
    row("hangs up at once", HttpMood::CloseAtOnce, 0, true);
    row("hangs up later", HttpMood::CloseAfterBody, 0, true);
    row("half an answer", HttpMood::CloseInAnswer, 0, true);
    row("not HTTP", HttpMood::Garbage, 0, true);
    row("another page", HttpMood::Answer, 200, true); // no JSON
    row("redirected", HttpMood::Answer, 302, true);
    row("not let in", HttpMood::Answer, 401, true);
    row("broken", HttpMood::Answer, 500, true);
    row("busy", HttpMood::Answer, 503, false);
    row("asked too often", HttpMood::Answer, 429, false);
}

void ServicesTest::failuresAreAnsweredInside() {
    QFETCH(int, mood);
    QFETCH(int, status);
    QFETCH(bool, rests);
    const Host gateway([](HttpSettings& settings) { settings.instanceTime = milliseconds(200); });
    HttpTarget target;
    target.mood = static_cast<HttpMood>(mood);
    target.status = status;
    QCOMPARE(gateway.offer("t", target.port()).status, 200);
    QCOMPARE(gateway.answeredBy(), "built-in"); // nobody loses an answer
    const auto seen = target.posts().size();
    QCOMPARE(gateway.instances()[0][QStringLiteral("state")].toString(),
             rests ? QStringLiteral("resting") : QStringLiteral("serving"));
    QCOMPARE(gateway.instances()[0][QStringLiteral("failed")].toInt(), rests ? 1 : 0);
    QCOMPARE(gateway.answeredBy(), "built-in");
    QCOMPARE(target.posts().size(), rests ? seen : seen + 1); // left alone for a while
}

void ServicesTest::leasesEnd() {
    Host gateway;
    const HttpTarget target;
    QCOMPARE(gateway.offer("t", target.port(), "calc", 15).status, 200);
    gateway.clock.advance(milliseconds(14'999));
    QCOMPARE(gateway.instances().size(), 1);
    QCOMPARE(gateway.offer("t", target.port(), "calc", 15).status, 200); // renewed
    gateway.clock.advance(milliseconds(14'999));
    QCOMPARE(gateway.instances().size(), 1);
    gateway.clock.advance(milliseconds(1));
    QCOMPARE(gateway.answeredBy(), "built-in");
    QVERIFY(target.posts().empty());
    QVERIFY(gateway.instances().isEmpty());
}

void ServicesTest::onlyTheCredentialIsPassedOn() {
    const Host gateway;
    HttpTarget target;
    QCOMPARE(gateway.offer("t", target.port()).status, 200);
    QCOMPARE(gateway
                 .ask("POST", "/api/v1/studies/distance3d", "kim", question,
                      "Cookie: secret=1\r\nX-Forwarded-For: 10.9.9.9\r\nProxy-Authorization: Basic a2lt\r\n")
                 .status,
             200);
    QCOMPARE(target.posts().size(), 1U);
    const auto post = target.posts().front();
    QCOMPARE(post.path, "/api/v1/studies/distance3d");
    QCOMPARE(post.body, std::string(question));
    QCOMPARE(post.fields.at("authorization"), "Bearer " + std::string(credential));
    std::set<std::string> names;
    for (const auto& [name, value] : post.fields)
        names.insert(name);
    QVERIFY(names ==
            (std::set<std::string>{"authorization", "connection", "content-length", "content-type", "host", "via"}));
}

void ServicesTest::theGatewayMayNoMore() {
    HttpTarget gateway;
    const Host calc(
        [&](HttpSettings& settings) {
            settings.offer = {
                .services = {"studies"}, .gatewayHost = "127.0.0.1", .gatewayPort = gateway.port(), .token = "calc"};
        },
        "calc-1");
    SOON(!gateway.posts().empty());
    const auto offer = gateway.posts().front();
    QCOMPARE(offer.method, "PUT");
    QCOMPARE(offer.path, "/api/v1/services/studies/instances/calc-1");
    QCOMPARE(offer.fields.at("authorization"), "Bearer calc");
    const auto given = jsonOf(offer.body)[QStringLiteral("credential")].toString().toStdString();
    QVERIFY(given.size() >= 43);
    QCOMPARE(calc.ask("POST", "/api/v1/studies/distance3d", given, question).status, 200);
    QCOMPARE(calc.ask("GET", "/api/v1/tracks", given).status, 403);
    QCOMPARE(calc.ask("GET", "/api/v1/services", given).status, 403);
    QCOMPARE(calc.ask("POST", "/api/v1/studies/distance3d", given + "x", question).status, 401);
    QCOMPARE(calc.ask("POST", "/api/v1/studies/distance3d", "kim", question).status, 200); // its own people still may
}

void ServicesTest::twoGatewaysDoNotLoop() {
    const Host first;
    const Host second(Host::offering(first), "second");
    SOON(first.answeredBy() == "second");
    QCOMPARE(second.offer("t", first.server->port()).status, 200); // would send its calls back
    QCOMPARE(first.answeredBy(), "second");
    QCOMPARE(second.instances()[0][QStringLiteral("answered")].toInt(), 0);
    QCOMPARE(second.instances()[0][QStringLiteral("failed")].toInt(), 0); // was not even tried
}

void ServicesTest::offersAreChecked_data() {
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const QByteArray good = R"({"port":8481,"credential":"a-credential-of-more-than-32-characters","lease_s":15})";
    const auto row = [&](const char* name, const char* path, const QByteArray& body, int status) {
        QTest::newRow(name) << QByteArray("/api/v1/services/") + path << body << status;
    };
    const auto with = [&](const char* from, const char* to) { return QByteArray(good).replace(from, to); };
    row("good", "studies/instances/a", good, 200);
    row("no such service", "plans/instances/a", good, 404);
    row("not a name", "studies/instances/a%0d%0ab", good, 422);
    row("port 0", "studies/instances/a", with("8481", "0"), 400);
    row("port too high", "studies/instances/a", with("8481", "65537"), 400);
    row("another address", "studies/instances/a", with("\"port\"", "\"address\":\"10.0.0.9\",\"port\""), 400);
    row("an endless lease", "studies/instances/a", with("15", "3600"), 400);
    row("a short credential", "studies/instances/a", with("-of-more-than-32-characters", ""), 400);
    row("a field in the credential", "studies/instances/a", with("-of-", "\\r\\nX: "), 400);
    row("no JSON", "studies/instances/a", "port=1", 400);
    row("a query", "studies/instances/a?x=1", good, 400);
}

void ServicesTest::offersAreChecked() {
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const Host gateway;
    const auto answer = gateway.ask("PUT", path.toStdString(), "calc", body.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(gateway.instances().size(), status == 200 ? 1 : 0);
}

void ServicesTest::offersBelongToWhoMadeThem() {
    const Host gateway;
    QCOMPARE(gateway.ask("PUT", "/api/v1/services/studies/instances/a", "kim", "{}").status, 403);
    QCOMPARE(gateway.offer("a", 1).status, 200);
    QCOMPARE(gateway.offer("a", 2, "other").status, 409);
    const auto withdraw = [&](const char* who) {
        return gateway.ask("DELETE", "/api/v1/services/studies/instances/a", who).status;
    };
    QCOMPARE(withdraw("other"), 409);
    QCOMPARE(withdraw("calc"), 200);
    QCOMPARE(withdraw("calc"), 404);
    QCOMPARE(gateway.offer("a", 2, "other").status, 200);
    QCOMPARE(withdraw("admin"), 200);
}

void ServicesTest::refusedOffersAreTold() {
    const Host gateway;
    Host calc(Host::offering(gateway, "nobody"), "calc-1");
    SOON([&] {
        const std::lock_guard lock(calc.mutex);
        return calc.troubles == std::vector<std::string>{"OFFER_REFUSED: the gateway answers 401"};
    }());
    QCOMPARE(gateway.answeredBy(), "built-in");
}

void ServicesTest::privateAddresses() {
    for (const char* inside : {"127.0.0.1", "127.9.9.9", "::1", "10.0.0.1", "172.16.0.1", "172.31.255.255",
                               "192.168.1.1", "fd00::1", "::ffff:10.1.1.1"})
        QVERIFY2(isPrivateAddress(inside), inside);
    for (const char* outside :
         {"", "localhost", "8.8.8.8", "172.15.0.1", "172.32.0.1", "192.169.0.1", "169.254.169.254", "0.0.0.0",
          "::", "2001:db8::1", "fe80::1", "::ffff:8.8.8.8", "10.0.0.1.evil.example"})
        QVERIFY2(!isPrivateAddress(outside), outside);
}

void ServicesTest::registryIsBounded() {
    ServiceRegistry registry;
    int taken = 0;
    for (int i = 0; i < 100; ++i)
        taken += registry.offer("studies", {.id = std::to_string(i), .by = "calc"}, milliseconds(1'000), noon) ? 1 : 0;
    QCOMPARE(taken, 16);
    QVERIFY(registry.offer("studies", {.id = "x", .by = "calc"}, milliseconds(1'000), noon + milliseconds(1'000)));
    QCOMPARE(registry.offer("nothing", {.id = "x"}, milliseconds(1'000), noon).error().code, "NO_SUCH_SERVICE");
}

QTEST_GUILESS_MAIN(ServicesTest)
#include "services_test.moc"
