#include "http_fixture.h"

#include <QtTest>

#include <sys/resource.h>

using namespace haneul;
using namespace haneul::http;
using namespace haneul::http::tests;

namespace {

constexpr double bytesPerMiB = 1024.0 * 1024.0;
#ifdef HANEUL_SANITIZED
constexpr double boundFactor = 16; // the sanitizers keep freed memory and slow everything down
#else
constexpr double boundFactor = 1;
#endif

double residentGrowth_MiB(std::uint64_t before) {
    const auto now = resident_bytes();
    return now > before ? static_cast<double>(now - before) / bytesPerMiB : 0;
}

// Asks /healthz over and over, each time on a new connection and on one that it keeps, from an address of its own.
class Bystander {
public:
    explicit Bystander(std::uint16_t port)
        : m_port(port)
        , m_thread([this](const std::stop_token& stop) { run(stop); }) {}

    struct Report {
        std::size_t asked = 0;
        int failures = 0;
        double p99_ms = 0;
        double max_ms = 0;
    };

    Report finish() {
        m_thread.request_stop();
        m_thread.join();
        std::ranges::sort(m_latencies_ms);
        const auto size = m_latencies_ms.size();
        return {size, m_failures, m_latencies_ms[size * 99 / 100], m_latencies_ms.back()};
    }

private:
    void run(const std::stop_token& stop) {
        RawClient kept(m_port, "127.9.9.9");
        while (!stop.stop_requested()) {
            ask(kept);
            RawClient fresh(m_port, "127.9.9.9");
            ask(fresh);
            std::this_thread::sleep_for(5ms);
        }
    }

    void ask(RawClient& client) {
        const auto begun = std::chrono::steady_clock::now();
        const auto answer = client.request(getRequest("/healthz"));
        if (!answer || answer->status != 200) ++m_failures;
        m_latencies_ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count());
    }

    std::uint16_t m_port;
    std::vector<double> m_latencies_ms;
    int m_failures = 0;
    std::jthread m_thread;
};

} // namespace

class HttpHostileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void endlessHeaderLine();                // G8
    void hugeAnnouncedBody();                // G8
    void sixHundredMegabytesToAnOpenRoute(); // G8
    void badLengths_data();
    void badLengths();                            // G8
    void nineHundredHalfRequestsFromOneAddress(); // F10 G7
    void nineHundredDribblers_data();
    void nineHundredDribblers();  // F10 G7
    void clientsThatNeverRead();  // F10 G7
    void everyPrefixOfARequest(); // G8
};

void HttpHostileTest::initTestCase() {
    rlimit files{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
    if (files.rlim_cur < 2048) QSKIP("fewer than 2,048 open files allowed here");
}

void HttpHostileTest::endlessHeaderLine() {
    const TestServer server;
    QVERIFY(server.get("/healthz"));
    const auto memory = resident_bytes();
    RawClient client(server.port());
    QVERIFY(client.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: "));
    const std::string block(1 << 20, 'a');
    std::size_t sent = 0;
    for (int i = 0; i < 200; ++i) { // 200 MiB
        std::size_t taken = 0;
        const bool went = client.sendSome(block, 3s, taken);
        sent += taken;
        if (!went) break;
    }
    qInfo("cut after %.1f MiB; memory +%.1f MiB", static_cast<double>(sent) / bytesPerMiB, residentGrowth_MiB(memory));
    QVERIFY(sent < 200 * block.size());
    QVERIFY(residentGrowth_MiB(memory) < 8 * boundFactor);

    RawClient polite(server.port()); // reads the answer before it goes on
    QVERIFY(polite.send("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: " + std::string(20'000, 'a')));
    QCOMPARE(polite.readAnswer()->status, 431);
    RawClient longLine(server.port());
    QVERIFY(longLine.send("GET /" + std::string(20'000, 'a')));
    QCOMPARE(longLine.readAnswer()->status, 414);
    QCOMPARE(server.get("/healthz")->status, 200);
}

void HttpHostileTest::hugeAnnouncedBody() {
    const TestServer server;
    QVERIFY(server.get("/healthz"));
    const auto memory = resident_bytes();
    RawClient client(server.port());
    QVERIFY(client.send("POST /api/v1/replay HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        "test-token\r\nContent-Type: application/json\r\n"
                        "Content-Length: 2147483648\r\n\r\n"));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 413); // before a byte of the body came
    const std::string block(1 << 20, 'a');
    std::size_t sent = 0;
    for (int i = 0; i < 600; ++i) {
        std::size_t taken = 0;
        const bool went = client.sendSome(block, 3s, taken);
        sent += taken;
        if (!went) break;
    }
    qInfo("cut after %.1f MiB; memory +%.1f MiB", static_cast<double>(sent) / bytesPerMiB, residentGrowth_MiB(memory));
    QVERIFY(sent < 16 * block.size());
    QVERIFY(residentGrowth_MiB(memory) < 8 * boundFactor);
    QCOMPARE(server.get("/healthz")->status, 200);
}

void HttpHostileTest::sixHundredMegabytesToAnOpenRoute() {
    const TestServer server; // the same without waiting for the answer, to a path that takes no body
    const auto memory = resident_bytes();
    RawClient client(server.port());
    QVERIFY(client.send("POST /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2147483648\r\n\r\n"));
    const std::string block(1 << 20, 'a');
    int blocks = 0;
    std::size_t taken = 0;
    while (blocks < 600 && client.sendSome(block, 3s, taken))
        ++blocks;
    QVERIFY(blocks < 16);
    QVERIFY(residentGrowth_MiB(memory) < 8 * boundFactor);
}

void HttpHostileTest::badLengths_data() {
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("-5") << QByteArray("Content-Length: -5\r\n");
    QTest::newRow("twice and chunked") << QByteArray(
        "Content-Length: 5\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("twice") << QByteArray("Content-Length: 5\r\nContent-Length: 5\r\n");
}

void HttpHostileTest::badLengths() {
    QFETCH(QByteArray, fields);
    const TestServer server;
    RawClient client(server.port());
    QVERIFY(client.send(getRequest("/healthz", fields.toStdString()) + "0\r\n\r\n" + getRequest("/healthz")));
    const auto answer = client.readAnswer();
    QVERIFY(answer);
    QCOMPARE(answer->status, 400);
    QVERIFY(!client.readAnswer(2s));
}

void HttpHostileTest::nineHundredHalfRequestsFromOneAddress() {
    const TestServer server([](HttpSettings& settings) { settings.limits.headTime = 1500ms; });
    QVERIFY(server.get("/healthz"));
    const auto memory = resident_bytes();
    Bystander bystander(server.port());
    QElapsedTimer timer;
    timer.start();
    std::vector<RawClient> clients;
    for (int i = 0; i < 900; ++i) {
        clients.emplace_back(server.port(), "127.0.0.5");
        if (clients.back().connected()) clients.back().send("GET /healthz HTTP/1.1\r\nHost: ");
    }
    std::this_thread::sleep_for(200ms);
    const auto connected_ms = timer.elapsed();
    const auto open = std::ranges::count_if(clients, [](RawClient& client) { return !client.closedNow(); });
    const auto grown = residentGrowth_MiB(memory);
    bool allCut = true;
    for (auto& client : clients)
        allCut = client.closedWithin(3s) && allCut;
    const auto cut_ms = timer.elapsed();
    const auto report = bystander.finish();
    qInfo("%lld of 900 kept after %lld ms, all cut by %lld ms, memory +%.1f MiB; %zu other requests: p99 %.1f ms, max "
          "%.1f ms",
          static_cast<long long>(open), connected_ms, cut_ms, grown, report.asked, report.p99_ms, report.max_ms);
    QVERIFY(connected_ms < 1500);
    QCOMPARE(open, 64);
    QVERIFY(allCut);
    QVERIFY(cut_ms < 1500 + 1000);
    QVERIFY(grown < 32 * boundFactor);
    QCOMPARE(report.failures, 0);
    QVERIFY(report.p99_ms < 250);
}

void HttpHostileTest::nineHundredDribblers_data() {
    QTest::addColumn<int>("headTime_ms");
    QTest::newRow("limit 1.5 s") << 1500;
    QTest::newRow("the true limit of 5 s") << 5000;
}

void HttpHostileTest::nineHundredDribblers() {
    QFETCH(int, headTime_ms);
    const TestServer server([&](HttpSettings& settings) { settings.limits.headTime = Millis(headTime_ms); });
    QVERIFY(server.get("/healthz"));
    const auto memory = resident_bytes();
    Bystander bystander(server.port());
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + std::string(100, 'a');
    std::vector<RawClient> clients;
    std::vector<std::chrono::steady_clock::time_point> connected;
    for (int i = 0; i < 900; ++i) {
        clients.emplace_back(server.port(), std::format("127.0.1.{}", 1 + i % 20));
        connected.push_back(std::chrono::steady_clock::now());
        QVERIFY(clients.back().connected());
    }
    const auto begun = connected.front();
    double longest_s = 0; // that one of them lived
    std::vector<bool> open(clients.size(), true);
    std::size_t left = clients.size();
    double grown = 0;
    for (std::size_t second = 0; left > 0 && second < 12; ++second) {
        for (std::size_t i = 0; i < clients.size(); ++i)
            if (open[i]) clients[i].send(std::string_view(request).substr(second, 1));
        grown = std::max(grown, residentGrowth_MiB(memory));
        const auto next = begun + std::chrono::seconds(second + 1);
        while (std::chrono::steady_clock::now() < next) {
            for (std::size_t i = 0; i < clients.size(); ++i) {
                if (!open[i] || !clients[i].closedNow()) continue;
                open[i] = false;
                --left;
                longest_s = std::max(
                    longest_s, std::chrono::duration<double>(std::chrono::steady_clock::now() - connected[i]).count());
            }
            std::this_thread::sleep_for(10ms);
        }
    }
    const auto report = bystander.finish();
    qInfo("900 dribblers from 20 addresses: longest %.2f s (limit %.1f s), memory +%.1f MiB; %zu other requests: p99 "
          "%.1f ms, max %.1f ms",
          longest_s, headTime_ms / 1000.0, grown, report.asked, report.p99_ms, report.max_ms);
    QCOMPARE(left, std::size_t{0});
    QVERIFY(longest_s < headTime_ms / 1000.0 + 0.5);
    QVERIFY(longest_s > headTime_ms / 1000.0 - 0.5);
    QVERIFY(grown < 32 * boundFactor);
    QCOMPARE(report.failures, 0);
    QVERIFY(report.p99_ms < 250);
}

void HttpHostileTest::clientsThatNeverRead() {
    TestServer server([](HttpSettings& settings) {
        settings.limits.responseTime = 1000ms;
        settings.limits.sendBufferBytes = 64 * 1024;
    });
    server.board.publish(makeSituation(manyTracks(5000)));
    QVERIFY(server.get("/api/v1/tracks"));
    const auto memory = resident_bytes();
    Bystander bystander(server.port());
    std::vector<RawClient> clients;
    for (int i = 0; i < 60; ++i) {
        clients.emplace_back(server.port(), "127.0.0.6", 4096);
        for (int j = 0; j < 20; ++j)
            clients.back().send(getRequest("/api/v1/tracks"));
    }
    std::this_thread::sleep_for(1500ms);
    const auto grown = residentGrowth_MiB(memory);
    int closed = 0;
    for (auto& client : clients)
        closed += client.closedWithin(2s) ? 1 : 0;
    const auto report = bystander.finish();
    qInfo("60 clients that never read 20 answers of 2.5 MB each: %d cut, memory +%.1f MiB; %zu other requests: p99 "
          "%.1f ms, max %.1f ms",
          closed, grown, report.asked, report.p99_ms, report.max_ms);
    QCOMPARE(closed, 60);
    QVERIFY(grown < 32 * boundFactor); // they share one body
    QCOMPARE(report.failures, 0);
    QVERIFY(report.p99_ms < 250);
}

void HttpHostileTest::everyPrefixOfARequest() {
    const TestServer server([](HttpSettings& settings) {
        settings.limits.headTime = 300ms;
        settings.limits.bodyTime = 300ms;
    });
    const auto text = postRequest("/api/v1/replay", R"({"action":"play"})", "Content-Type: application/json\r\n");
    for (std::size_t size = 0; size < text.size(); size += 3) {
        RawClient client(server.port(), "127.0.0.8");
        if (size % 2 == 0) { // half of them go away in the middle
            client.send(text.substr(0, size));
            continue;
        }
        client.send(text.substr(0, size));
        QVERIFY(!client.readAnswer(600ms));
        QVERIFY(client.closedWithin(0ms));
    }
    QCOMPARE(server.get("/healthz")->status, 200);
}

QTEST_GUILESS_MAIN(HttpHostileTest)
#include "http_hostile_test.moc"
