#include "http_fixture.h"

#include <QtTest>

#include <mutex>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

class HttpServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void startRefusals();
    void health();
    void metricsPage(); // R-OPS-13
    void tracks();      // R-PIPE-10
    void oneTrack();
    void feedsAndNotices();
    void hostileNamesStayJson(); // G8
    void replayCommands();
    void slowReplayHoldsUpNobody(); // G7
    void tilesAreDrawnOnceAndCached();
    void slowTilesHoldUpNobody(); // G7
    void openApi();
    void methodsAndPaths_data();
    void methodsAndPaths();
    void keepAliveAndPipelining();
    void closesWhenAsked();
    void bodyCapPerRoute();                   // G8
    void refusedRequestsCloseTheConnection(); // G8
    void foreignHostsAndOrigins();            // G8
    void idleConnectionsEnd();
    void roomForNewConnections();    // F10
    void manyReaders();              // R-PIPE-10
    void stopsPromptly();            // G7
    void stopsWithAnswersUnderWay(); // G7
};

void HttpServerTest::startRefusals() {
    const TestServer first;
    situation::SituationBoard board;
    const clock::ManualClock clock{noon};
    const auto start = [&](const std::string& host, std::uint16_t port) {
        HttpSettings settings;
        settings.host = host;
        settings.port = port;
        const auto server = HttpServer::start(settings, {board, clock, nullptr, {}, "1", "x"});
        return server ? std::string() : server.error().code;
    };
    QCOMPARE(start("127.0.0.1", first.port()), std::string("PORT_IN_USE"));
    QCOMPARE(start("desk.local", 0), std::string("BAD_ADDRESS"));
    QCOMPARE(start("", 0), std::string("BAD_ADDRESS"));
    QCOMPARE(start("203.0.113.7", 0), std::string("BAD_ADDRESS"));
    QCOMPARE(start("localhost", 0), std::string());
    QVERIFY(first.server->url() == "http://127.0.0.1:" + std::to_string(first.port()));
}

void HttpServerTest::health() {
    TestServer server;
    auto situation = makeSituation({});
    situation::FeedHealth feed;
    feed.id = "sbs:roof";
    feed.state = situation::FeedState::Connected;
    situation.feeds = {feed};
    situation.broker = "embedded 127.0.0.1:41883";
    server.board.publish(situation);
    const auto good = server.get("/healthz");
    QVERIFY(good);
    QCOMPARE(good->status, 200);
    QCOMPARE(good->fields.at("content-type"), std::string("application/json"));
    QCOMPARE(good->fields.at("x-content-type-options"), std::string("nosniff"));
    QCOMPARE(good->fields.at("date"), std::string("Sat, 21 Nov 2026 12:00:00 GMT"));
    QVERIFY(!good->fields.contains("access-control-allow-origin"));
    const auto json = jsonOf(good->body);
    QCOMPARE(json[QStringLiteral("status")].toString(), QStringLiteral("ok"));
    QCOMPARE(json[QStringLiteral("version")].toString(), QStringLiteral("1.2.3"));
    QCOMPARE(json[QStringLiteral("instance")].toString(), QStringLiteral("desk-1"));
    QCOMPARE(json[QStringLiteral("time")].toString(), QStringLiteral("2026-11-21T12:00:00.000Z"));
    QCOMPARE(json[QStringLiteral("broker")].toString(), QStringLiteral("embedded 127.0.0.1:41883"));

    situation.feeds[0].state = situation::FeedState::Disconnected;
    situation.feeds[0].detail = "connection refused";
    situation.time = noon - milliseconds(6000);
    server.board.publish(situation);
    const auto bad = server.get("/healthz");
    QVERIFY(bad);
    QCOMPARE(bad->status, 200);
    const auto degraded = jsonOf(bad->body);
    QCOMPARE(degraded[QStringLiteral("status")].toString(), QStringLiteral("degraded"));
    QCOMPARE(degraded[QStringLiteral("reasons")][0][QStringLiteral("code")].toString(),
             QStringLiteral("FEED_DISCONNECTED"));
    QCOMPARE(degraded[QStringLiteral("reasons")][0][QStringLiteral("where")].toString(), QStringLiteral("sbs:roof"));
    QCOMPARE(degraded[QStringLiteral("reasons")][1][QStringLiteral("code")].toString(),
             QStringLiteral("PICTURE_STALE"));
    QCOMPARE(degraded[QStringLiteral("feeds")][0][QStringLiteral("detail")].toString(),
             QStringLiteral("connection refused"));
}

void HttpServerTest::metricsPage() {
    TestServer server;
    auto stale = makeTrack("uas:B");
    stale.state = traffic::TrackState::Stale;
    server.board.publish(makeSituation({makeTrack("uas:A"), stale}));
    QVERIFY(server.get("/healthz"));
    QVERIFY(server.get("/nowhere"));
    QVERIFY(RawClient(server.port()).request("GET / HTTP/1.0\r\n\r\n"));
    const auto answer = server.get("/metrics");
    QVERIFY(answer);
    QCOMPARE(answer->fields.at("content-type"), std::string("text/plain; version=0.0.4; charset=utf-8"));
    for (const char* line :
         {"haneul_tracks{state=\"live\"} 1", "haneul_tracks{state=\"stale\"} 1", "haneul_tracks{state=\"lost\"} 0",
          "haneul_http_requests_total{route=\"/healthz\",status=\"200\"} 1",
          "haneul_http_requests_total{route=\"unmatched\",status=\"404\"} 1",
          "haneul_http_refused_total{reason=\"HTTP_VERSION\"} 1", "haneul_http_accepted_total 4"})
        QVERIFY2(answer->body.contains(std::string(line) + "\n"), line);
    // Every line is a comment or: name, maybe labels, a number.
    const QRegularExpression form(
        QStringLiteral(R"(^(# (HELP|TYPE) .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [-+.e0-9]+)$)"));
    const auto lines = QString::fromStdString(answer->body).split(u'\n', Qt::SkipEmptyParts);
    for (const auto& line : lines)
        QVERIFY2(form.match(line).hasMatch(), qPrintable(line));
}

void HttpServerTest::tracks() {
    TestServer server;
    auto full = manyTracks(1)[0];
    full.squawk = std::uint16_t{07700};
    full.pilotId = "P-1";
    auto lost = makeTrack("uas:Z");
    lost.state = traffic::TrackState::Lost;
    server.board.publish(makeSituation({full, lost}));
    const auto answer = server.get("/api/v1/tracks");
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    const auto json = jsonOf(answer->body);
    QCOMPARE(json[QStringLiteral("mode")].toString(), QStringLiteral("live"));
    QCOMPARE(json[QStringLiteral("revision")].toInt(), 7);
    QCOMPARE(json[QStringLiteral("truncated")], QJsonValue(false));
    QCOMPARE(json[QStringLiteral("tracks")].toArray().size(), 2);
    const auto expected = QJsonDocument::fromJson(R"({"id":"uas:HN-00000","label":"HN0",
        "sources":[{"feed":"mqtt","kind":"telemetry","last_received":"2026-11-21T11:59:58.500Z"}],
        "position":{"lat_deg":37.5,"lon_deg":127},"height":{"m":120.5,"datum":"AMSL"},"ground_speed_mps":5.263,
        "course_deg":51.17,"vertical_rate_mps":0.25,"on_ground":false,"squawk":"7700","battery_pct":80.5,
        "mission_id":"M-0","pilot_id":"P-1","times":{"source":"2026-11-21T11:59:58.400Z",
        "received":"2026-11-21T11:59:58.500Z","placed":"2026-11-21T11:59:58.600Z"},"age_ms":1500,"state":"live"})")
                              .object();
    QCOMPARE(json[QStringLiteral("tracks")][0].toObject(), expected);

    const auto filtered = server.get("/api/v1/tracks?state=lost");
    QCOMPARE(jsonOf(filtered->body)[QStringLiteral("tracks")][0][QStringLiteral("id")].toString(),
             QStringLiteral("uas:Z"));
    const auto limited = jsonOf(server.get("/api/v1/tracks?limit=1")->body);
    QCOMPARE(limited[QStringLiteral("tracks")].toArray().size(), 1);
    QCOMPARE(limited[QStringLiteral("truncated")], QJsonValue(true));
    const auto bad = server.get("/api/v1/tracks?limit=0");
    QCOMPARE(bad->status, 400);
    QCOMPARE(jsonOf(bad->body)[QStringLiteral("error")][QStringLiteral("where")].toString(), QStringLiteral("limit"));
}

void HttpServerTest::oneTrack() {
    TestServer server;
    server.board.publish(makeSituation({makeTrack("icao:71be01"), makeTrack("mav:a/b c:1")}));
    QCOMPARE(jsonOf(server.get("/api/v1/tracks/icao:71be01")->body)[QStringLiteral("id")].toString(),
             QStringLiteral("icao:71be01"));
    QCOMPARE(server.get("/api/v1/tracks/mav%3Aa%2Fb%20c%3A1")->status, 200);
    const auto missing = server.get("/api/v1/tracks/icao:71be02");
    QCOMPARE(missing->status, 404);
    QCOMPARE(codeOf(*missing), QStringLiteral("NO_SUCH_TRACK"));
    QCOMPARE(server.get("/api/v1/tracks/icao:71be01?x=1")->status, 400);
}

void HttpServerTest::feedsAndNotices() {
    TestServer server;
    auto situation = makeSituation({});
    situation::FeedHealth feed;
    feed.id = "mqtt";
    feed.gaps = 3;
    situation.feeds = {feed};
    situation.notices = {{4, noon, situation::NoticeSeverity::Warning, "FEED_LOST", "sbs:roof is gone"}};
    situation.mode = situation::TimeMode::Paused;
    situation.replay = situation::ReplayPosition{"a.rec", noon, noon, 2.5, false};
    server.board.publish(situation);
    const auto feeds = jsonOf(server.get("/api/v1/feeds")->body);
    QCOMPARE(feeds[QStringLiteral("feeds")][0][QStringLiteral("counters")][QStringLiteral("gaps")].toInt(), 3);
    QVERIFY(feeds[QStringLiteral("feeds")][0][QStringLiteral("last_message")].isNull());
    QCOMPARE(feeds[QStringLiteral("replay")][QStringLiteral("speed")].toDouble(), 2.5);
    QVERIFY(feeds[QStringLiteral("broker")].isNull());
    const auto notices = jsonOf(server.get("/api/v1/notices")->body);
    QCOMPARE(notices[QStringLiteral("notices")][0][QStringLiteral("code")].toString(), QStringLiteral("FEED_LOST"));
    QCOMPARE(notices[QStringLiteral("mode")].toString(), QStringLiteral("paused"));
}

void HttpServerTest::hostileNamesStayJson() {
    TestServer server;
    auto track = makeTrack(std::string("uas:\"\\\0\xff<script>\n", 17));
    track.label = "\xc0\xaf\xed\xa0\x80";
    server.board.publish(makeSituation({track}));
    const auto answer = server.get("/api/v1/tracks");
    QVERIFY(answer);
    const auto list = jsonOf(answer->body)[QStringLiteral("tracks")].toArray();
    QCOMPARE(list.size(), 1);
    QVERIFY(list[0][QStringLiteral("id")].toString().startsWith(QStringLiteral("uas:\"\\")));
}

void HttpServerTest::replayCommands() {
    std::mutex mutex;
    std::vector<ReplayCommand> seen;
    const TestServer server({}, [&](const ReplayCommand& command) -> Result<void> {
        const std::lock_guard lock(mutex);
        seen.push_back(command);
        if (command.action == ReplayAction::Pause) return fail("NOT_REPLAYING", "live", "replay");
        if (command.action == ReplayAction::Seek) return fail("OUTSIDE_RECORDING", "too early", "to");
        return {};
    });
    const auto post = [&](std::string_view body, std::string_view type = "Content-Type: application/json\r\n") {
        return RawClient(server.port()).request(postRequest("/api/v1/replay", body, type))->status;
    };
    QCOMPARE(post(R"({"action":"speed","speed":2})"), 200);
    QCOMPARE(post(R"({"action":"speed","speed":4})", "Content-Type: application/json; charset=utf-8\r\n"), 200);
    QCOMPARE(post(R"({"action":"pause"})"), 409);
    QCOMPARE(post(R"({"action":"seek","to":"2026-11-21T00:00:00Z"})"), 422);
    QCOMPARE(seen.size(), std::size_t{4});
    QCOMPARE(seen[1].speed, std::optional(4.0));
    QCOMPARE(post(R"({"action":"play"})", ""), 415);
    QCOMPARE(post(R"({"action":"play"})", "Content-Type: text/plain\r\n"), 415);
    QCOMPARE(post(R"({"action":"play"} x)"), 400);
    QCOMPARE(post(""), 400);
    QCOMPARE(seen.size(), std::size_t{4}); // what was refused did not get through

    const TestServer live;
    const auto refused =
        RawClient(live.port())
            .request(postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n"));
    QCOMPARE(refused->status, 409);
    QCOMPARE(codeOf(*refused), QStringLiteral("NOT_REPLAYING"));
}

void HttpServerTest::slowReplayHoldsUpNobody() {
    const TestServer server({}, [](const ReplayCommand&) -> Result<void> {
        std::this_thread::sleep_for(500ms);
        return {};
    });
    RawClient slow(server.port());
    QVERIFY(slow.send(postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n")));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        QVERIFY(server.get("/healthz"));
    QVERIFY2(timer.elapsed() < 400, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(slow.readAnswer()->status, 200);
}

void HttpServerTest::tilesAreDrawnOnceAndCached() {
    const auto source = std::make_shared<TellingTiles>();
    const TestServer server({}, {}, source);
    const auto first = server.get("/tiles/dark/10/873/396.png");
    QVERIFY(first);
    QCOMPARE(first->status, 200);
    QCOMPARE(first->fields.at("content-type"), std::string("image/png"));
    QVERIFY(first->fields.at("cache-control").contains("max-age="));
    QCOMPARE(first->body, std::string("\x89PNG dark/10/873/396 x1"));
    QCOMPARE(server.get("/tiles/dark/10/873/396")->body, first->body);
    QCOMPARE(source->drawn.load(), 1);
    QCOMPARE(server.get("/tiles/dark/10/873/396@2x.png")->body, std::string("\x89PNG dark/10/873/396 x2"));

    source->delay_ms = 200;
    source->drawn = 0;
    std::vector<RawClient> clients;
    for (int i = 0; i < 10; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(clients.back().send(getRequest("/tiles/dark/1/1/1")));
    }
    for (auto& client : clients)
        QCOMPARE(client.readAnswer()->status, 200);
    QCOMPARE(source->drawn.load(), 1);
    source->delay_ms = 0;

    QCOMPARE(server.get("/tiles/pink/1/0/0")->status, 400);
    QCOMPARE(codeOf(*server.get("/tiles/pink/1/0/0")), QStringLiteral("BAD_STYLE"));
    QCOMPARE(server.get("/tiles/dark~pink/1/0/0")->status, 404);
    QCOMPARE(server.get("/tiles/dark~torn/1/0/0")->status, 500);
    QCOMPARE(codeOf(*server.get("/tiles/dark~torn/1/0/0")), QStringLiteral("DRAWING_FAILED"));
    QCOMPARE(server.get("/tiles/dark/1/2/0")->status, 404);
    QCOMPARE(server.get("/tiles/dark/a/0/0")->status, 400);
    QCOMPARE(server.get("/tiles/dark/1/0/0%2f..%2f..")->status, 400);
    QCOMPARE(server.get("/tiles/dark/1/0/0?x=1")->status, 400);

    const TestServer without;
    const auto none = without.get("/tiles/dark/1/0/0");
    QCOMPARE(none->status, 503);
    QCOMPARE(codeOf(*none), QStringLiteral("NO_TILES"));
}

void HttpServerTest::slowTilesHoldUpNobody() {
    const auto source = std::make_shared<TellingTiles>();
    source->delay_ms = 300;
    const TestServer server([](HttpSettings& settings) { settings.tileQueue = 4; }, {}, source);
    std::vector<RawClient> clients;
    for (int i = 0; i < 20; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(clients.back().send(getRequest(std::format("/tiles/dark/10/{}/1", i))));
    }
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(server.get("/healthz")->status, 200);
    QVERIFY2(timer.elapsed() < 250, qPrintable(QString::number(timer.elapsed())));
    int drawn = 0;
    int busy = 0;
    for (auto& client : clients) {
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        drawn += answer->status == 200 ? 1 : 0;
        if (answer->status != 503) continue;
        ++busy;
        QCOMPARE(codeOf(*answer), QStringLiteral("BUSY"));
        QVERIFY(answer->fields.contains("retry-after"));
    }
    QVERIFY2(drawn >= 4 && drawn <= 6, qPrintable(QString::number(drawn))); // two drawing, four waiting
    QCOMPARE(busy, 20 - drawn);
}

void HttpServerTest::openApi() {
    const TestServer server;
    const auto answer = server.get("/api/v1/openapi.json");
    QVERIFY(answer);
    QFile file(QStringLiteral(HANEUL_SOURCE_DIR "/resources/openapi.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QByteArray::fromStdString(answer->body), file.readAll());
}

void HttpServerTest::methodsAndPaths_data() {
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char* method, const char* path, int status, const char* allow = "") {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << status << QByteArray(allow);
    };
    row("HEAD", "/healthz", 200);
    row("HEAD", "/api/v1/tracks", 200);
    row("DELETE", "/healthz", 405, "GET, HEAD, OPTIONS");
    row("GET", "/api/v1/replay", 405, "POST, OPTIONS");
    row("HEAD", "/api/v1/replay", 405, "POST, OPTIONS");
    row("OPTIONS", "/healthz", 204, "GET, HEAD, OPTIONS");
    row("OPTIONS", "/api/v1/replay", 204, "POST, OPTIONS");
    row("OPTIONS", "/nothing", 404);
    row("GET", "/", 404);
    row("GET", "/api/v1", 404);
    row("GET", "/api/v1/stream", 426);
    row("BREW", "/healthz", 501);
}

void HttpServerTest::methodsAndPaths() {
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    const TestServer server;
    RawClient client(server.port());
    const auto text = method.toStdString() + " " + path.toStdString() + " HTTP/1.1\r\nHost: localhost\r\n" +
                      std::string(testAuthorization) + "\r\n";
    const auto answer = client.request(text, method.toStdString());
    QVERIFY(answer);
    QCOMPARE(answer->status, status);
    if (!allow.isEmpty()) QCOMPARE(answer->fields.at("allow"), allow.toStdString());
    if (method == "HEAD" && status == 200)
        QCOMPARE(answer->fields.at("content-length"), std::to_string(server.get(path.toStdString())->body.size()));
    if (status == 501) return;
    const auto next = client.request(getRequest("/healthz")); // the connection is still in order
    QVERIFY(next);
    QCOMPARE(next->status, 200);
}

void HttpServerTest::keepAliveAndPipelining() {
    const TestServer server;
    RawClient client(server.port());
    for (int i = 0; i < 50; ++i)
        QCOMPARE(client.request(getRequest("/healthz"))->status, 200);
    std::string many;
    for (int i = 0; i < 200; ++i)
        many += i % 2 == 0 ? getRequest("/healthz")
                           : postRequest("/api/v1/replay", "{}", "Content-Type: application/json\r\n");
    QVERIFY(client.send(many));
    for (int i = 0; i < 200; ++i) {
        const auto answer = client.readAnswer();
        QVERIFY2(answer, qPrintable(QString::number(i)));
        QCOMPARE(answer->status, i % 2 == 0 ? 200 : 400); // in the order asked
    }
    // A request that comes in three pieces.
    const auto text = postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n");
    for (const auto& part : {text.substr(0, 20), text.substr(20, text.size() - 25), text.substr(text.size() - 5)}) {
        QVERIFY(client.send(part));
        std::this_thread::sleep_for(20ms);
    }
    QCOMPARE(client.readAnswer()->status, 409);
}

void HttpServerTest::closesWhenAsked() {
    const TestServer server;
    RawClient client(server.port());
    const auto answer = client.request(getRequest("/healthz", "Connection: close\r\n"));
    QVERIFY(answer);
    QCOMPARE(answer->fields.at("connection"), std::string("close"));
    QVERIFY(client.closedWithin(2s));
}

void HttpServerTest::bodyCapPerRoute() {
    const TestServer server;
    const auto status = [&](const std::string& text) { return RawClient(server.port()).request(text)->status; };
    const std::string json = "Content-Type: application/json\r\n";
    QCOMPARE(status(postRequest("/api/v1/replay", std::string(4096, ' '), json)), 400); // read, and no JSON
    QCOMPARE(status(postRequest("/api/v1/replay", std::string(4097, ' '), json)), 413);
    QCOMPARE(status(getRequest("/healthz", "Content-Length: 0\r\n")), 200);
    QCOMPARE(status(getRequest("/healthz", "Content-Length: 1\r\n") + "x"), 413);
}

void HttpServerTest::refusedRequestsCloseTheConnection() {
    const TestServer server;
    // What follows a refused head must never be taken for a request (smuggling).
    const std::vector<std::pair<std::string, int>> cases = {
        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n", 411},
        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 411},
        {"POST /api/v1/replay HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer test-token\r\nContent-Length: "
         "3\r\nTransfer-Encoding: chunked\r\n\r\n",
         400},
        {"POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\n", 404},
        {"DELETE /healthz HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\n\r\n", 405},
        {"GET /healthz HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n\r\n", 417},
    };
    for (const auto& [head, status] : cases) {
        RawClient client(server.port());
        QVERIFY(client.send(head + getRequest("/healthz")));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->fields.at("connection"), std::string("close"));
        QVERIFY(!client.readAnswer(2s)); // no second answer
    }
}

void HttpServerTest::foreignHostsAndOrigins() {
    const TestServer server([](HttpSettings& settings) { settings.allowedOrigins = {"http://tower.example"}; });
    const auto status = [&](const std::string& text) { return RawClient(server.port()).request(text)->status; };
    QCOMPARE(status("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421);
    QCOMPARE(status("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n"), 200);
    const auto post = [&](const std::string& origin) {
        return status(
            postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n" + origin));
    };
    QCOMPARE(post("Origin: http://evil.example\r\n"), 403);
    QCOMPARE(post("Origin: null\r\n"), 403);
    QCOMPARE(post("Origin: http://localhost\r\nOrigin: http://evil.example\r\n"), 403);
    QCOMPARE(post("Origin: http://localhost\r\n"), 409);
    QCOMPARE(post("Origin: http://tower.example\r\n"), 409);
    QCOMPARE(post(""), 409);
}

void HttpServerTest::idleConnectionsEnd() {
    const TestServer server([](HttpSettings& settings) {
        settings.limits.keepAliveTime = 300ms;
        settings.limits.headTime = 600ms;
        settings.limits.bodyTime = 300ms;
    });
    QElapsedTimer timer;
    timer.start();
    RawClient idle(server.port());
    QVERIFY(idle.request(getRequest("/healthz")));
    RawClient silent(server.port());
    RawClient halfBody(server.port());
    QVERIFY(halfBody.send("POST /api/v1/replay HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                          "test-token\r\nContent-Length: 9\r\n\r\n{"));
    QVERIFY(idle.closedWithin(2s));
    QVERIFY(timer.elapsed() >= 290);
    QVERIFY(halfBody.closedWithin(2s));
    QVERIFY(silent.closedWithin(2s));
    QVERIFY(timer.elapsed() < 1500);
}

void HttpServerTest::roomForNewConnections() {
    const TestServer server([](HttpSettings& settings) {
        settings.limits.connections = 8;
        settings.limits.connectionsPerAddress = 4;
    });
    std::vector<RawClient> silent;
    for (int i = 0; i < 8; ++i)
        silent.emplace_back(server.port(), i < 4 ? "127.0.0.2" : "127.0.0.4");
    std::this_thread::sleep_for(50ms);
    RawClient fifth(server.port(), "127.0.0.4");
    QVERIFY(fifth.closedWithin(1s)); // its address has four
    RawClient asking(server.port(), "127.0.0.3");
    QCOMPARE(asking.request(getRequest("/healthz"))->status, 200);
    QVERIFY(silent[0].closedWithin(1s)); // the one that waited longest made room
    for (std::size_t i = 1; i < silent.size(); ++i)
        QVERIFY(!silent[i].closedNow());
    RawClient next(server.port(), "127.0.0.2");
    QCOMPARE(next.request(getRequest("/healthz"))->status, 200);
    QVERIFY(silent[1].closedWithin(1s));
    QCOMPARE(asking.request(getRequest("/healthz"))->status, 200); // who has asked is not put out for who is silent
}

void HttpServerTest::manyReaders() {
    TestServer server;
    server.board.publish(makeSituation(manyTracks(200)));
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        while (!stop) {
            server.board.publish(makeSituation(manyTracks(200)));
            std::this_thread::sleep_for(20ms);
        }
    });
    std::vector<double> latencies_ms;
    std::mutex mutex;
    std::atomic<int> failures = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 8; ++reader)
        readers.emplace_back([&] {
            RawClient client(server.port());
            for (int i = 0; i < 50; ++i) {
                const auto begun = std::chrono::steady_clock::now();
                const auto answer = client.request(getRequest("/api/v1/tracks"));
                if (!answer || answer->status != 200 || !answer->body.contains("uas:HN-00199")) ++failures;
                const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
                const std::lock_guard lock(mutex);
                latencies_ms.push_back(taken.count());
            }
        });
    for (auto& reader : readers)
        reader.join();
    stop = true;
    writer.join();
    QCOMPARE(failures.load(), 0);
    std::ranges::sort(latencies_ms);
    const double p99_ms = latencies_ms[latencies_ms.size() * 99 / 100];
    qInfo("8 readers of 200 tracks, picture new every 20 ms: p50 %.2f ms, p99 %.2f ms",
          latencies_ms[latencies_ms.size() / 2], p99_ms); // a figure: a busy machine is no error
}

void HttpServerTest::stopsPromptly() {
    auto server = std::make_unique<TestServer>([](HttpSettings&) {}, nullptr, std::make_shared<TellingTiles>());
    std::vector<RawClient> clients;
    for (int i = 0; i < 10; ++i)
        clients.emplace_back(server->port());
    QVERIFY(clients[0].request(getRequest("/healthz")));
    QVERIFY(clients[1].send("GET /heal"));
    QVERIFY(clients[2].upgrade());
    QVERIFY(clients[3].upgrade());
    QVERIFY(clients[3].readFrame());
    QElapsedTimer timer;
    timer.start();
    server->server.reset();
    const auto taken_ms = timer.elapsed();
    qInfo("stopped in %lld ms", taken_ms);
    QVERIFY(taken_ms < 1000);
    for (auto& client : clients)
        QVERIFY(client.closedWithin(100ms));
}

void HttpServerTest::stopsWithAnswersUnderWay() {
    const auto tiles = std::make_shared<TellingTiles>();
    tiles->delay_ms = 150;
    std::atomic<bool> steered = false;
    auto server = std::make_unique<TestServer>([](HttpSettings& settings) { settings.tileThreads = 1; },
                                               [&](const ReplayCommand&) -> Result<void> {
                                                   steered = true;
                                                   std::this_thread::sleep_for(900ms); // longer than anybody waits
                                                   return {};
                                               },
                                               tiles);
    RawClient steering(server->port());
    QVERIFY(steering.send(postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n")));
    std::vector<RawClient> waiting;
    RawClient drawing(server->port());
    QVERIFY(drawing.send(getRequest("/tiles/dark/1/0/0")));
    QVERIFY(QTest::qWaitFor([&] { return tiles->drawn > 0 && steered; })); // under way, not merely sent
    for (int i = 0; i < 20; ++i) {
        waiting.emplace_back(server->port());
        QVERIFY(waiting.back().send(getRequest(std::format("/tiles/dark/10/{}/0", i))));
    }
    QElapsedTimer timer;
    timer.start();
    server->server.reset();
    qInfo("stopped in %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 1200);
    const auto answer = drawing.readAnswer(100ms); // what could be finished in time was
    QVERIFY(answer);
    QCOMPARE(answer->status, 200);
    QVERIFY(steering.closedWithin(100ms));
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "http_server_test.moc"
