#include "http_fixture.h"
#include "openapi_shape.h"
#include "server/http/request_log.h"
#include "tests/support/eventually.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <csignal>
#include <mutex>

#include <sys/resource.h>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

// A server whose requests are logged; "kim" may read aircraft, the auditor the log of requests, nobody else anything.
struct Door {
    explicit Door(RequestLogSettings wanted = {}, RequestRates rates = {unlimited, unlimited})
        : file(wanted.file.empty() ? folder.filePath(QStringLiteral("requests.log"))
                                   : QString::fromStdString(wanted.file.string())) {
        wanted.file = file.toStdString();
        log = std::make_unique<RequestLog>(wanted, clock, [this](const Error& error) {
            const std::lock_guard lock(mutex);
            troubles.push_back(error);
        });
        HttpSettings settings;
        settings.limits.rates = rates;
        auto started = HttpServer::start(settings, {.board = board,
                                                    .clock = clock,
                                                    .version = "1",
                                                    .instance = "x",
                                                    .authorise = &Door::authorise,
                                                    .requestLog = log.get()});
        if (!started) qFatal("%s", started.error().message.c_str());
        server = *std::move(started);
    }

    ~Door() { server.reset(); } // before the log it writes into

    static Result<people::Principal> authorise(std::string_view token, std::string_view address, TokenUse) {
        people::Principal who{.user = std::string(token), .session = "s-1", .desk = std::string(address)};
        if (token == "kim") who.scopes = {"telemetry.read"};
        if (token == "auditor") who.scopes = {"request.read"};
        if (who.scopes.empty()) return fail("SESSION_ENDED", "no", "token");
        return who;
    }

    HttpAnswer ask(const std::string& text, std::string_view method = "GET") const {
        return RawClient(server->port()).request(text, method).value_or(HttpAnswer{});
    }

    static std::string by(const std::string& user, const std::string& target) {
        return std::format("GET {} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {}\r\n\r\n", target, user);
    }

    static QList<QByteArray> linesOf(const QString& path) {
        QFile in(path);
        if (!in.open(QIODevice::ReadOnly)) return {};
        auto lines = in.readAll().split('\n');
        if (!lines.isEmpty() && lines.last().isEmpty()) lines.removeLast();
        return lines;
    }

    QList<QByteArray> lines() const { return linesOf(file); }

    // The newest line, when there are so many.
    QJsonObject line(qsizetype number) const {
        if (!QTest::qWaitFor([&] { return lines().size() >= number; }, 5'000)) return {};
        return QJsonDocument::fromJson(lines().at(number - 1)).object();
    }

    QTemporaryDir folder;
    QString file;
    situation::SituationBoard board;
    clock::ManualClock clock{noon};
    std::mutex mutex;
    std::vector<Error> troubles;
    std::unique_ptr<RequestLog> log;
    std::unique_ptr<HttpServer> server;
};

QString textOf(const QJsonObject& line, const char* key) {
    return line[QLatin1StringView(key)].toString();
}

int numberOf(const QJsonObject& line, const char* key) {
    return line[QLatin1StringView(key)].toInt(-1);
}

RequestRecord record(const std::string& user, int minute) {
    return {.time = noon + std::chrono::minutes(minute), .id = "r", .user = user, .method = "GET", .status = 200};
}

} // namespace

class RequestLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineSaysWhoWhatAndHowLong(); // R-MS-03
    void refusedRequestsToo_data();
    void refusedRequestsToo();      // R-MS-03
    void tooManyRequestsToo();      // R-MS-03 R-MS-05
    void streamsAtTheirEnd();       // R-MS-03
    void clientsThatLeave();        // R-MS-03
    void secretsStayOut();          // R-MS-03 R-SEC-01
    void nobodyForgesLines();       // R-MS-03 G8
    void filesAreBounded();         // R-MS-03
    void movedFilesAreMadeAgain();  // R-MS-03
    void aFullDiskStopsNothing();   // R-MS-03 G7
    void whatDoesNotFitIsCounted(); // R-MS-03
    void auditorsRead();            // R-MS-03
    void nothingWithoutALog();      // R-MS-03
};

void RequestLogTest::aLineSaysWhoWhatAndHowLong() {
    const Door door;
    const auto answer = door.ask(Door::by("kim", "/api/v1/tracks/uas:7?units=si"));
    QCOMPARE(answer.status, 400); // it takes no query
    const auto line = door.line(1);
    QCOMPARE(textOf(line, "time"), QStringLiteral("2026-11-21T12:00:00.000Z"));
    QCOMPARE(textOf(line, "user"), QStringLiteral("kim"));
    QCOMPARE(textOf(line, "session"), QStringLiteral("s-1"));
    QCOMPARE(textOf(line, "address"), QStringLiteral("127.0.0.1"));
    QCOMPARE(textOf(line, "method"), QStringLiteral("GET"));
    QCOMPARE(textOf(line, "route"), QStringLiteral("/api/v1/tracks/{id}"));
    QCOMPARE(textOf(line, "path"), QStringLiteral("/api/v1/tracks/uas:7"));
    QCOMPARE(numberOf(line, "status"), 400);
    QCOMPARE(textOf(line, "error"), QStringLiteral("BAD_QUERY"));
    QVERIFY(line[QStringLiteral("duration_ms")].toDouble(-1) >= 0 &&
            line[QStringLiteral("duration_ms")].toDouble() < 5'000);
    QVERIFY(numberOf(line, "received_bytes") > 60);
    QVERIFY(numberOf(line, "sent_bytes") > static_cast<int>(answer.body.size()));
    QCOMPARE(textOf(line, "id").toStdString(), answer.fields.at("x-request-id"));

    const auto next = door.ask(Door::by("kim", "/api/v1/feeds"));
    QCOMPARE(next.status, 200);
    QCOMPARE(numberOf(door.line(2), "status"), 200);
    QVERIFY(!door.line(2).contains(QStringLiteral("error")));
    QVERIFY(next.fields.at("x-request-id") != answer.fields.at("x-request-id"));
}

void RequestLogTest::refusedRequestsToo_data() {
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("route");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* name, const char* request, int status, const char* user, const char* route,
                        const char* error) {
        QTest::newRow(name) << QByteArray(request) << status << QString::fromLatin1(user) << QString::fromLatin1(route)
                            << QString::fromLatin1(error);
    };
    row("nobody", "GET /api/v1/tracks HTTP/1.1\r\nHost: localhost\r\n\r\n", 401, "-", "/api/v1/tracks",
        "NOT_LOGGED_IN");
    row("another role", "GET /api/v1/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer kim\r\n\r\n", 403,
        "kim", "/api/v1/users", "FORBIDDEN");
    row("no such path", "GET /wp-login.php HTTP/1.1\r\nHost: localhost\r\n\r\n", 404, "-", "-", "NOT_FOUND");
    row("too large", "POST /api/v1/replay HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999\r\n\r\n", 413, "-",
        "/api/v1/replay", "CONTENT_TOO_LARGE");
    row("other page",
        "POST /api/v1/replay HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\nContent-Length: 0\r\n\r\n",
        403, "-", "/api/v1/replay", "ORIGIN_NOT_ALLOWED");
    row("not HTTP", "HELO there\r\n\r\n", 400, "-", "-", "BAD_REQUEST_LINE");
    row("no such method", "BREW /coffee HTTP/1.1\r\nHost: localhost\r\n\r\n", 501, "-", "-", "METHOD_UNKNOWN");
}

void RequestLogTest::refusedRequestsToo() {
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    const Door door;
    QCOMPARE(door.ask(request.toStdString()).status, status);
    const auto line = door.line(1);
    QCOMPARE(numberOf(line, "status"), status);
    QTEST(textOf(line, "user"), "user");
    QTEST(textOf(line, "route"), "route");
    QTEST(textOf(line, "error"), "error");
    QCOMPARE(door.lines().size(), 1);
}

void RequestLogTest::tooManyRequestsToo() {
    const Door door({}, {.user = {.perSecond = 0.001, .burst = 1}, .address = unlimited});
    QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 200);
    QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 429);
    const auto line = door.line(2);
    QCOMPARE(numberOf(line, "status"), 429);
    QCOMPARE(textOf(line, "user"), QStringLiteral("kim"));
    QCOMPARE(textOf(line, "error"), QStringLiteral("TOO_MANY_REQUESTS"));
}

void RequestLogTest::streamsAtTheirEnd() {
    const Door door;
    {
        RawClient client(door.server->port());
        QVERIFY(client.send("GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer kim\r\n"
                            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        const auto opened = client.readAnswer();
        QVERIFY(opened && opened->status == 101);
        QVERIFY(client.readFrame());
        QVERIFY(door.lines().isEmpty());
    }
    const auto line = door.line(1);
    QCOMPARE(numberOf(line, "status"), 101);
    QCOMPARE(textOf(line, "user"), QStringLiteral("kim"));
    QCOMPARE(textOf(line, "route"), QStringLiteral("/api/v1/stream"));
    QVERIFY(numberOf(line, "sent_bytes") > 50);
}

void RequestLogTest::clientsThatLeave() {
    const Door door;
    {
        RawClient client(door.server->port());
        QVERIFY(client.send("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"));
    }
    const auto line = door.line(1);
    QCOMPARE(numberOf(line, "status"), 0);
    QCOMPARE(textOf(line, "error"), QStringLiteral("CLIENT_GONE"));
    QCOMPARE(textOf(line, "route"), QStringLiteral("/api/v1/sessions"));
}

void RequestLogTest::secretsStayOut() {
    const Door door;
    QCOMPARE(door.ask(Door::by("never-heard-of", "/api/v1/tracks?access_token=in-the-query")).status, 401);
    const std::string body = R"({"user":"kim","password":"in the body"})";
    (void)door.ask(std::format("POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                               "application/json\r\nContent-Length: {}\r\n\r\n{}",
                               body.size(), body),
                   "POST");
    QCOMPARE(textOf(door.line(2), "method"), QStringLiteral("POST"));
    const auto all = door.lines().join('\n');
    for (const char* secret : {"never-heard-of", "in-the-query", "access_token", "in the body"})
        QVERIFY2(!all.contains(secret), secret);
}

void RequestLogTest::nobodyForgesLines() {
    const Door door;
    const std::string forged = R"({"time":"2026-11-21T12:00:00.000Z","user":"admin","status":200})";
    QCOMPARE(door.ask("GET /x%0d%0a%7b%22user%22:%22admin%22%7d HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 404);
    QCOMPARE(door.ask("GET /x HTTP/1.1\r\nHost: localhost\r\nUser-Agent: a\n" + forged + "\r\n\r\n").status, 400);
    QCOMPARE(door.ask("GET /x\x01\x7f HTTP/1.1\r\nHost: localhost\r\n\r\n").status, 400);
    auto hostile = record("kim\r\n" + forged + "\n\x1b[2J\xff", 0);
    hostile.path = "/\"},\n" + forged;
    hostile.error = "A\nB";
    door.log->add(hostile);
    (void)door.line(4);
    const auto lines = door.lines();
    QCOMPARE(lines.size(), 4);
    for (const QByteArray& line : lines) {
        const auto object = QJsonDocument::fromJson(line).object();
        QVERIFY2(object.contains(QStringLiteral("duration_ms")), line);
        QVERIFY(textOf(object, "user") != QStringLiteral("admin"));
        for (const char c : line)
            QVERIFY2(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, line);
    }
}

void RequestLogTest::filesAreBounded() {
    const QTemporaryDir folder;
    const std::filesystem::path file = folder.filePath(QStringLiteral("r.log")).toStdString();
    constexpr std::size_t most_bytes = 4096;
    {
        const clock::ManualClock clock{noon};
        RequestLog log({.file = file, .fileBytes = most_bytes, .files = 3}, clock);
        for (int i = 0; i < 500; ++i)
            log.add(record("u" + std::to_string(i), i));
    } // writes what waits
    const auto names = QDir(folder.path()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(names, (QStringList{QStringLiteral("r.log"), QStringLiteral("r.log.1"), QStringLiteral("r.log.2")}));
    for (const QString& name : names) {
        const QFile one(folder.filePath(name));
        QVERIFY(one.size() > 0 && one.size() <= static_cast<qint64>(most_bytes));
        QCOMPARE(one.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
    }
    QVERIFY(Door::linesOf(QString::fromStdString(file.string())).last().contains("\"u499\""));
}

void RequestLogTest::movedFilesAreMadeAgain() {
    const Door door;
    door.log->add(record("first", 0));
    QCOMPARE(textOf(door.line(1), "user"), QStringLiteral("first"));
    QVERIFY(QFile::rename(door.file, door.file + QStringLiteral(".old")));
    door.log->add(record("second", 1));
    QCOMPARE(textOf(door.line(1), "user"), QStringLiteral("second"));
}

// The limit on the size of files stands for the disk: what it takes of a write is a part only.
void RequestLogTest::aFullDiskStopsNothing() {
    std::signal(SIGXFSZ, SIG_IGN);
    Door door;
    QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 200);
    QVERIFY(!door.line(1).isEmpty());
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    auto full = before;
    full.rlim_cur = static_cast<rlim_t>(QFile(door.file).size()) + 20;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 200);
    SOON(door.log->lost() == 3);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    {
        const std::lock_guard lock(door.mutex);
        QCOMPARE(door.troubles.size(), 1U);
        QCOMPARE(door.troubles.front().code, "REQUEST_LOG_UNWRITABLE");
    }
    QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 200);
    QCOMPARE(numberOf(door.line(3), "status"), 200);
    QCOMPARE(door.lines().size(), 3); // nothing of what was torn is left
    QCOMPARE(numberOf(door.line(2), "lost"), 3);
}

void RequestLogTest::whatDoesNotFitIsCounted() {
    Door door({.queue = 0});
    for (int i = 0; i < 3; ++i)
        QCOMPARE(door.ask(Door::by("kim", "/api/v1/feeds")).status, 200);
    SOON(door.log->lost() == 3);
    QVERIFY(
        door.ask("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n").body.contains("haneul_request_log_lost_total 3"));
}

void RequestLogTest::auditorsRead() {
    const Door door({.fileBytes = 2000, .files = 4});
    for (int i = 0; i < 12; ++i)
        door.log->add(record(i % 2 == 0 ? "even" : "odd", i));
    QCOMPARE(door.ask(Door::by("kim", "/api/v1/requests")).status, 403);
    const auto users = [&](const std::string& query) {
        QStringList found;
        const auto answer = jsonOf(door.ask(Door::by("auditor", "/api/v1/requests" + query)).body);
        for (const auto& line : answer[QStringLiteral("requests")].toArray())
            found += line[QStringLiteral("user")].toString() + line[QStringLiteral("time")].toString().mid(14, 2);
        return found;
    };
    SOON(users("?user=odd").size() == 6);
    QVERIFY(QFile::exists(door.file + QStringLiteral(".1"))); // over more than one file
    QCOMPARE(users("?user=odd&limit=2"), (QStringList{QStringLiteral("odd11"), QStringLiteral("odd09")}));
    QCOMPARE(users("?user=even&from=2026-11-21T12:04:00Z&to=2026-11-21T12:07:00Z"),
             (QStringList{QStringLiteral("even06"), QStringLiteral("even04")}));
    QVERIFY(users("?user=nobody").isEmpty());
    QCOMPARE(door.ask(Door::by("auditor", "/api/v1/requests?limit=0")).status, 400);
    QCOMPARE(door.ask(Door::by("auditor", "/api/v1/requests?password=x")).status, 400);

    const auto all = jsonOf(door.ask(Door::by("auditor", "/api/v1/requests")).body);
    QVERIFY(all[QStringLiteral("requests")].toArray().size() >= 12);
    const OpenApiShape shape(jsonOf(door.ask(Door::by("kim", "/api/v1/openapi.json")).body));
    const auto wrong = shape.wrong(QStringLiteral("/api/v1/requests"), QStringLiteral("get"), 200, all);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void RequestLogTest::nothingWithoutALog() {
    const TestServer server;
    const auto answer = server.get("/api/v1/requests");
    QVERIFY(answer && answer->status == 503 && codeOf(*answer) == QStringLiteral("NO_REQUEST_LOG"));
    QVERIFY(answer->fields.contains("x-request-id"));
}

QTEST_GUILESS_MAIN(RequestLogTest)
#include "request_log_test.moc"
