#include "core/json/json_writer.h"
#include "http_fixture.h"
#include "server/http/gatekeeper.h"
#include "server/http/rate_limit.h"
#include "server/http/routes.h"
#include "server/people/people_projection.h"

#include <sodium.h>

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <mutex>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

using Instant = RateLimit::Instant;

// A path that the pattern matches.
std::string pathOf(const Route& route) {
    std::string path(route.pattern);
    for (std::size_t open = path.find('{'); open != std::string::npos; open = path.find('{'))
        path.replace(open, path.find('}') - open + 1, "1");
    return path;
}

std::string requestOf(const Route& route, const std::string& authorization) {
    return std::format("{} {} HTTP/1.1\r\nHost: localhost\r\n{}Content-Length: 0\r\n\r\n", toString(route.method),
                       pathOf(route), authorization);
}

// The test tokens are scopes, separated by '/'; "~scope" is all but that one.
Result<people::Principal> scopesAsToken(std::string_view token, std::string_view address, TokenUse) {
    if (token.starts_with("dead")) return fail("SESSION_ENDED", "gone", "token");
    people::Principal principal{.user = std::string(token), .desk = std::string(address)};
    while (!token.empty()) {
        const auto end = std::min(token.find('/'), token.size());
        const auto word = token.substr(0, end);
        if (word.starts_with('~')) // all but one: their names are more than a token may hold
            for (const people::Scope& scope : people::allScopes()) {
                if (scope.name != word.substr(1)) principal.scopes.emplace(scope.name);
            }
        else if (word.starts_with('+')) // those of a role, which are as many
            for (const people::Role role : people::allRoles()) {
                if (people::toString(role) == word.substr(1)) principal.scopes.merge(people::scopesOf(role));
            }
        else
            principal.scopes.emplace(word);
        token.remove_prefix(std::min(end + 1, token.size()));
    }
    return principal;
}

// {"user":"kim"}
std::string object(const std::vector<std::pair<std::string, std::string>>& fields) {
    json::JsonWriter json;
    json.beginObject();
    for (const auto& [key, value] : fields)
        json.key(key).string(value);
    json.endObject();
    return json.take();
}

struct Door {
    explicit Door(Authorise authorise, RequestRates rates = {unlimited, unlimited}) {
        HttpSettings settings;
        settings.limits.rates = rates;
        auto started = HttpServer::start(
            settings,
            {.board = board,
             .clock = clock,
             .version = "1",
             .instance = "x",
             .authorise = std::move(authorise),
             .tellRefusal = [this](const people::Principal& who, std::string_view scope, std::string_view what) {
                 const std::lock_guard lock(mutex);
                 refusals.push_back(std::format("{}|{}|{}", who.user, scope, what));
             }});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    HttpAnswer ask(const std::string& text, std::string_view method = "GET") const {
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::mutex mutex;
    std::vector<std::string> refusals;
    std::unique_ptr<HttpServer> server;
};

} // namespace

class GatekeeperTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void onlyThesePathsArePublic(); // R-SEC-01 R-MS-01
    void everyRouteNeedsItsScope(); // R-SEC-01 R-SEC-03 R-MS-02
    void rolesAndOperations();      // R-SEC-03
    void withoutAuthoriser();       // R-SEC-01
    void bearer_data();
    void bearer();                 // R-SEC-01
    void openApiSaysTheScopes();   // R-SEC-03
    void bucket();                 // F10
    void bucketsAreBounded();      // F10
    void tooManyRequests();        // F10 R-MS-05
    void streamEndsWithItsToken(); // F12
    void logInOverHttp();          // R-SEC-03 R-SEC-08
};

void GatekeeperTest::onlyThesePathsArePublic() {
    std::set<std::string> open;
    for (const Route& route : routes()) {
        if (route.scope.empty())
            open.insert(std::format("{} {}", toString(route.method), route.pattern));
        else
            QVERIFY2(people::isScope(route.scope), route.pattern.data());
        QCOMPARE(route.openToLoopback, route.id == RouteId::Metrics);
    }
    QVERIFY(open == (std::set<std::string>{"GET /healthz", "GET /api/v1/openapi.json", "POST /api/v1/sessions",
                                           "POST /api/v1/set-up", "GET /tiles/{style}/{z}/{x}/{y}", "GET /field",
                                           "GET /field/", "GET /field/{file}"}));
}

void GatekeeperTest::everyRouteNeedsItsScope() {
    Door door(scopesAsToken);
    for (const Route& route : routes()) {
        const auto method = toString(route.method);
        const auto with = [&](const std::string& token) {
            return door.ask(requestOf(route, token.empty() ? "" : "Authorization: Bearer " + token + "\r\n"), method);
        };
        const char* const name = route.pattern.data();
        if (route.scope.empty() || route.openToLoopback) {
            const int status = with("").status;
            QVERIFY2(status != 401 && status != 403 && status != 0, name);
            continue;
        }
        for (const auto& answer : {with(""), with("dead")}) {
            QVERIFY2(answer.status == 401, name);
            QCOMPARE(answer.fields.at("www-authenticate"), std::string("Bearer"));
            QCOMPARE(codeOf(answer), QStringLiteral("NOT_LOGGED_IN"));
        }
        const auto lacking = with("~" + std::string(route.scope));
        QVERIFY2(lacking.status == 403, name);
        QCOMPARE(codeOf(lacking), QStringLiteral("FORBIDDEN"));
        const int status = with(std::string(route.scope)).status;
        QVERIFY2(status != 401 && status != 403 && status != 0, name);
    }
    const auto guarded = std::ranges::count_if(
        routes(), [](const Route& route) { return !route.scope.empty() && !route.openToLoopback; });
    const std::lock_guard lock(door.mutex);
    QCOMPARE(door.refusals.size(), static_cast<std::size_t>(3 * guarded));                   // each was told
    QVERIFY(std::ranges::contains(door.refusals, std::string("||GET /api/v1/tracks/{id}"))); // not what was asked for
}

void GatekeeperTest::rolesAndOperations() {
    Door door(scopesAsToken);
    for (const people::Role role : people::allRoles()) {
        const auto scopes = people::scopesOf(role);
        for (const Route& route : routes()) {
            if (route.scope.empty() || route.openToLoopback) continue;
            const auto answer =
                door.ask(requestOf(route, std::format("Authorization: Bearer +{}\r\n", people::toString(role))),
                         toString(route.method));
            QVERIFY2((answer.status == 403) != scopes.contains(std::string(route.scope)),
                     std::format("{} {} {}", people::toString(role), toString(route.method), route.pattern).c_str());
        }
    }
}

void GatekeeperTest::withoutAuthoriser() {
    Door door({});
    QCOMPARE(door.ask("GET /api/v1/tracks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n\r\n").status, 401);
    QCOMPARE(door.ask("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 200);
}

void GatekeeperTest::bearer_data() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("token");
    const auto row = [](const char* name, const char* target, const char* fields, const char* address,
                        const char* token) {
        QTest::newRow(name) << QString::fromLatin1(target) << QString::fromLatin1(fields)
                            << QString::fromLatin1(address) << QString::fromLatin1(token);
    };
    const char* const tracks = "/api/v1/tracks";
    const char* const stream = "/api/v1/stream?access_token=abc";
    row("field", tracks, "Authorization: Bearer abc-_.~+/=\r\n", "192.0.2.1", "abc-_.~+/=");
    row("scheme in any case", tracks, "Authorization: bEARER  abc\r\n", "192.0.2.1", "abc");
    row("none", tracks, "", "192.0.2.1", "");
    row("other scheme", tracks, "Authorization: Basic abc\r\n", "192.0.2.1", "");
    row("no token", tracks, "Authorization: Bearer\r\n", "192.0.2.1", "");
    row("two words", tracks, "Authorization: Bearer abc def\r\n", "192.0.2.1", "");
    row("twice", tracks, "Authorization: Bearer abc\r\nAuthorization: Bearer abc\r\n", "192.0.2.1", "");
    row("too long", tracks, std::format("Authorization: Bearer {}\r\n", std::string(513, 'a')).c_str(), "192.0.2.1",
        "");
    row("query of another route", "/api/v1/tracks?access_token=abc", "", "127.0.0.1", "");
    row("query of the stream", stream, "", "127.0.0.1", "abc");
    row("query of the stream, IPv6", stream, "", "::1", "abc");
    row("query from the network", stream, "", "192.0.2.1", "");
    row("field before query", stream, "Authorization: Basic x\r\n", "127.0.0.1", "");
}

void GatekeeperTest::bearer() {
    QFETCH(QString, target);
    QFETCH(QString, fields);
    QFETCH(QString, address);
    QFETCH(QString, token);
    const auto head =
        checkHead("GET " + target.toStdString() + " HTTP/1.1\r\nHost: desk\r\n" + fields.toStdString() + "\r\n");
    QVERIFY(head);
    const auto match = matchRoute(head->method, head->path);
    QVERIFY(match);
    QCOMPARE(bearerToken(*match->route, *head, address.toStdString()), token.toStdString());
}

void GatekeeperTest::openApiSaysTheScopes() {
    const Door door({});
    const auto paths =
        jsonOf(door.ask("GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n").body)[QStringLiteral("paths")]
            .toObject();
    for (const Route& route : routes()) {
        const auto operation =
            paths[QString::fromUtf8(route.pattern.data(), static_cast<qsizetype>(route.pattern.size()))]
                 [QString::fromLatin1(toString(route.method).data()).toLower()]
                     .toObject();
        QVERIFY2(!operation.isEmpty(), route.pattern.data());
        QCOMPARE(operation[QStringLiteral("x-scope")].toString().toStdString(), std::string(route.scope));
        const auto answers = operation[QStringLiteral("responses")].toObject();
        QCOMPARE(operation[QStringLiteral("security")].toArray().isEmpty(), route.scope.empty());
        if (!route.scope.empty())
            QVERIFY2(answers.contains(QStringLiteral("401")) && answers.contains(QStringLiteral("403")),
                     route.pattern.data());
        QCOMPARE(answers.contains(QStringLiteral("429")), route.pattern.starts_with("/api/"));
    }
}

void GatekeeperTest::bucket() {
    RateLimit limit({.perSecond = 10, .burst = 3});
    const Instant start{};
    for (int i = 0; i < 3; ++i)
        QVERIFY(!limit.take("kim", start));
    QVERIFY(limit.take("kim", start) == 100ms);
    QVERIFY(!limit.take("lee", start));
    QVERIFY(limit.take("kim", start + 99ms) == 1ms);
    QVERIFY(!limit.take("kim", start + 100ms)); // a refused one takes nothing
    QVERIFY(limit.take("kim", start + 100ms));
    for (int i = 0; i < 3; ++i) // no more than the burst after any pause
        QVERIFY(!limit.take("kim", start + 24h));
    QVERIFY(limit.take("kim", start + 24h));
}

void GatekeeperTest::bucketsAreBounded() {
    RateLimit limit({.perSecond = 1, .burst = 5, .remembered = 100});
    Instant now{};
    for (int i = 0; i < 5; ++i)
        QVERIFY(!limit.take("flooder", now));
    for (int i = 0; i < 900; ++i) { // less than a second
        now += 1ms;
        QVERIFY(!limit.take(std::to_string(i), now));
        QVERIFY(limit.take("flooder", now)); // who asks is not forgotten
        QVERIFY(limit.keys() <= 100);
    }
}

void GatekeeperTest::tooManyRequests() {
    const RateRules few{.perSecond = 0.1, .burst = 3};
    const Door door(scopesAsToken, {.user = few, .address = {.perSecond = 0.1, .burst = 8}});
    const auto ask = [&](const std::string& token, const char* path = "/api/v1/tracks") {
        return door.ask(
            std::format("GET {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\r\n", path, token));
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(ask("telemetry.read").status, 200);
    const auto refused = ask("telemetry.read");
    QCOMPARE(refused.status, 429);
    QCOMPARE(codeOf(refused), QStringLiteral("TOO_MANY_REQUESTS"));
    const int wait = QString::fromStdString(refused.fields.at("retry-after")).toInt();
    QVERIFY(wait >= 1 && wait <= 10);
    QCOMPARE(ask("x/telemetry.read").status, 200); // another user
    for (int i = 0; i < 3; ++i)
        QVERIFY(ask("dead").status == 401);
    QCOMPARE(ask("y/telemetry.read").status, 429); // the address has had its share
    RawClient stream(door.server->port());
    QVERIFY(!stream.upgrade() && stream.lastAnswer && stream.lastAnswer->status == 429);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(ask("x", "/healthz").status, 200); // not under /api
}

void GatekeeperTest::streamEndsWithItsToken() {
    std::atomic<bool> alive = true;
    std::atomic<int> counted = 0;
    const Door door([&](std::string_view, std::string_view, TokenUse use) -> Result<people::Principal> {
        if (use == TokenUse::Counts) ++counted;
        if (!alive) return fail("SESSION_ENDED", "gone", "token");
        return people::Principal{.user = "kim", .scopes = {"telemetry.read"}};
    });
    RawClient client(door.server->port());
    QVERIFY(client.upgrade());
    QVERIFY(client.readFrame());
    alive = false;
    std::optional<RawClient::Frame> frame;
    while ((frame = client.readFrame(5s)) && frame->opcode != 8) {
    }
    QVERIFY(frame && frame->payload.size() >= 2);
    QCOMPARE((static_cast<unsigned char>(frame->payload[0]) << 8) + static_cast<unsigned char>(frame->payload[1]),
             1008);
    QCOMPARE(counted.load(), 1); // watching does not keep a session alive
}

void GatekeeperTest::logInOverHttp() {
    class Plain final : public people::PasswordHasher {
    public:
        Result<std::string> hash(std::string_view password) const override { return people::tokenHash(password); }

        bool verify(std::string_view hash, std::string_view password) const override {
            return hash == people::tokenHash(password);
        }
    } const hasher;

    const QTemporaryDir folder;
    clock::ManualClock clock{noon};
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<people::PeopleProjection>());
    auto log = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
    QVERIFY(log);
    auto service = people::PeopleService::open(**log, clock, hasher, people::systemRandom);
    QVERIFY(service);
    situation::SituationBoard board;
    auto server = HttpServer::start({}, {.board = board,
                                         .clock = clock,
                                         .version = "1",
                                         .instance = "x",
                                         .authorise = [&](std::string_view token, std::string_view address,
                                                          TokenUse) { return (*service)->principalOf(token, address); },
                                         .people = service->get()});
    QVERIFY(server);
    const auto ask = [&](const std::string& method, const std::string& path, const std::string& token,
                         const std::string& body = {}) {
        const auto text = std::format("{} /api/v1/{} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n"
                                      "Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{}",
                                      method, path, token, body.size(), body);
        return RawClient((*server)->port()).request(text, method).value_or(HttpAnswer{});
    };
    const auto tokenOf = [](const HttpAnswer& answer) {
        return jsonOf(answer.body)[QStringLiteral("token")].toString().toStdString();
    };
    const std::string password = "quiet copper lantern 84";

    QCOMPARE(ask("POST", "set-up", "x", object({{"code", "x"}, {"user", "first"}, {"password", password}})).status,
             403);
    const auto first = ask("POST", "set-up", "x",
                           object({{"code", (*service)->setUpCode()}, {"user", "first"}, {"password", password}}));
    QCOMPARE(first.status, 201);
    const std::string admin = tokenOf(first);
    QCOMPARE(ask("POST", "set-up", "x", object({{"code", "x"}, {"user", "first"}, {"password", password}})).status,
             409);

    QCOMPARE(ask("POST", "users", admin, R"({"user":"kim","role":"pilot","password":"short"})").status, 422);
    QCOMPARE(ask("POST", "users", admin, R"({"user":"kim","role":"god","password":"short"})").status, 422);
    QCOMPARE(ask("POST", "users", admin, R"({"user":"kim","role":"pilot"})").status, 400);
    QCOMPARE(ask("POST", "users", admin, R"({"user":"kim","role":"pilot","password":"x","x":1})").status, 400);
    const std::string kim =
        object({{"user", "kim"}, {"role", "pilot"}, {"display_name", "김 조종사"}, {"password", password}});
    QCOMPARE(ask("POST", "users", admin, kim).status, 201);
    QCOMPARE(ask("POST", "users", admin, kim).status, 409);

    QCOMPARE(ask("POST", "sessions", "x", R"({"user":"kim","password":"wrong"})").status, 401);
    const auto logIn = ask("POST", "sessions", "x", object({{"user", "kim"}, {"password", password}}));
    QCOMPARE(logIn.status, 201);
    const std::string pilot = tokenOf(logIn);
    QCOMPARE(jsonOf(ask("GET", "me", pilot).body)[QStringLiteral("display_name")].toString(),
             QStringLiteral("김 조종사"));
    QCOMPARE(ask("GET", "users", pilot).status, 403);
    QCOMPARE(jsonOf(ask("GET", "sessions", pilot).body)[QStringLiteral("sessions")].toArray().size(), 1);
    QCOMPARE(jsonOf(ask("GET", "sessions", admin).body)[QStringLiteral("sessions")].toArray().size(), 2);
    QCOMPARE(ask("PUT", "me/password", pilot, R"({"current":"x","password":"seven brass kettles hum"})").status, 401);
    clock.advance(1s); // the third failure from here
    QCOMPARE(ask("PUT", "me/password", pilot, object({{"current", password}, {"password", "seven brass kettles hum"}}))
                 .status,
             200);
    QCOMPARE(ask("PUT", "users/first/password", admin, R"({"password":"seven brass kettles hum"})").status, 409);

    const auto issued = ask("POST", "tokens", admin, R"({"name":"gw","scopes":["telemetry.read"],"days":1})");
    QCOMPARE(issued.status, 201);
    QCOMPARE(ask("GET", "tracks", tokenOf(issued)).status, 200);
    QCOMPARE(ask("GET", "notices", tokenOf(issued)).status, 403);
    const auto id = jsonOf(issued.body)[QStringLiteral("id")].toString().toStdString();
    QCOMPARE(ask("DELETE", "tokens/" + id, admin).status, 200);
    QCOMPARE(ask("GET", "tracks", tokenOf(issued)).status, 401);
    QCOMPARE(jsonOf(ask("GET", "tokens", admin).body)[QStringLiteral("tokens")].toArray().size(), 1);

    QCOMPARE(ask("PUT", "users/kim/role", admin, R"({"role":"fleet"})").status, 200);
    QCOMPARE(ask("GET", "me", pilot).status, 401);
    QCOMPARE(ask("POST", "users/kim/disable", admin).status, 200);
    QCOMPARE(ask("POST", "users/kim/enable", admin).status, 200);
    QCOMPARE(ask("POST", "users/first/disable", admin).status, 409);
    for (int i = 0; i < 3; ++i) {
        clock.advance(64s);
        QCOMPARE(ask("POST", "sessions", "x", R"({"user":"kim","password":"wrong"})").status, 401);
    }
    const auto locked = ask("POST", "sessions", "x", R"({"user":"kim","password":"wrong"})");
    QCOMPARE(locked.status, 429);
    QCOMPARE(locked.fields.at("retry-after"), std::string("8")); // the sixth from this address
    QCOMPARE(ask("DELETE", "sessions/current", admin).status, 200);
    QCOMPARE(ask("GET", "users", admin).status, 401);
    server->reset(); // before the service it asks
}

QTEST_GUILESS_MAIN(GatekeeperTest)
#include "gatekeeper_test.moc"
