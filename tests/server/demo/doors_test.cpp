#include "core/formats/mavlink.h"
#include "core/formats/sbs.h"
#include "server/broker/embedded_broker.h"
#include "server/demo/demo_scenario.h"
#include "server/demo/demo_traffic.h"
#include "server/demo/sbs_server.h"
#include "server/mqtt/mqtt_intake.h"
#include "server/mqtt/telemetry_intake.h"
#include "tests/support/result_macros.h"

#include <QElapsedTimer>
#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUdpSocket>

#include <mutex>
#include <set>

using namespace haneul;
using namespace haneul::demo;
using namespace std::chrono_literals;

class DoorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyClientGetsEveryLine();
    void aSlowClientIsDroppedAndTheOthersStay();
    void aTakenPortIsRefused();
    void accountsAreComplete();
    void demoWithoutABrokerStartsAndStops();
    void demoComesThroughTheRealDoors(); // R-PIPE-01
    void adviceComesThroughTheBroker();  // R-PATH-07
};

void DoorsTest::everyClientGetsEveryLine() {
    SbsServer server;
    QVERIFY_RESULT(server.listen(0));
    QVERIFY(server.port() != 0);
    server.send("before anybody came\r\n");
    QTcpSocket one;
    QTcpSocket two;
    one.connectToHost(QHostAddress::LocalHost, server.port());
    two.connectToHost(QHostAddress::LocalHost, server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.clients() == std::size_t{2}; }));
    server.send("first\r\n");
    server.send("second\r\n");
    const QByteArray expected = QByteArrayLiteral("first\r\nsecond\r\n");
    QVERIFY(QTest::qWaitFor([&] { return one.bytesAvailable() == expected.size(); }));
    QVERIFY(QTest::qWaitFor([&] { return two.bytesAvailable() == expected.size(); }));
    QCOMPARE(one.readAll(), expected);
    QCOMPARE(two.readAll(), expected);
    one.disconnectFromHost();
    QVERIFY(QTest::qWaitFor([&] { return server.clients() == std::size_t{1}; }));
    QCOMPARE(server.lines(), std::uint64_t{3});
    QCOMPARE(server.dropped(), std::uint64_t{0});
}

void DoorsTest::aSlowClientIsDroppedAndTheOthersStay() {
    SbsServer server;
    QVERIFY_RESULT(server.listen(0));
    QTcpSocket good;
    good.connectToHost(QHostAddress::LocalHost, server.port());
    QTcpSocket slow;
    slow.setReadBufferSize(1); // Qt takes one byte and leaves the rest to the kernel's buffers
    slow.connectToHost(QHostAddress::LocalHost, server.port());
    QVERIFY(QTest::qWaitFor([&] { return server.clients() == std::size_t{2}; }));
    const std::string line = std::string(998, 'x') + "\r\n";
    qint64 received = 0;
    std::uint64_t sent = 0;
    while (server.dropped() == 0 && sent < 64'000) {
        for (int i = 0; i < 50; ++i, ++sent) {
            server.send(line);
        }
        while (good.bytesAvailable() == 0) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        received += good.readAll().size();
    }
    QCOMPARE(server.dropped(), std::uint64_t{1});
    QCOMPARE(server.clients(), std::size_t{1});
    server.send("still here\r\n");
    const auto everything = static_cast<qint64>(sent * line.size()) + 12;
    QVERIFY(QTest::qWaitFor([&] { return (received += good.readAll().size()) == everything; }));
}

void DoorsTest::aTakenPortIsRefused() {
    SbsServer first;
    QVERIFY_RESULT(first.listen(0));
    SbsServer second;
    const Result<void> refused = second.listen(first.port());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("DEMO_SBS_PORT"));

    const clock::IngestClock clock;
    DemoTraffic demo({.sbsPort = first.port()}, clock);
    const Result<void> started = demo.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string("DEMO_SBS_PORT"));
    QCOMPARE(demo.sbsPort(), std::uint16_t{0});
}

void DoorsTest::accountsAreComplete() {
    const clock::IngestClock clock;
    const DemoTraffic demo({}, clock);
    const DemoTraffic another({}, clock);
    std::set<std::string> drones;
    std::set<std::string> hashes;
    std::size_t gateways = 0;
    for (const broker::MqttAccount& account : demo.accounts()) {
        QVERIFY(broker::validPasswordHash(account.passwordHash));
        QVERIFY(hashes.insert(account.passwordHash).second);
        if (account.drones.empty()) QVERIFY(drones.insert(account.name).second);
        if (!account.drones.empty()) ++gateways;
        for (const std::string& drone : account.drones) {
            QVERIFY(drones.insert(drone).second);
        }
    }
    QCOMPARE(drones.size(), demoDroneCount);
    QCOMPARE(gateways, demoGatewayCount);
    QCOMPARE(demo.accounts().size(), demoGatewayCount + demoOwnAccountCount);
    QVERIFY(demo.accounts().front().passwordHash != another.accounts().front().passwordHash);
}

void DoorsTest::demoWithoutABrokerStartsAndStops() {
    const clock::IngestClock clock;
    DemoTraffic demo({.broker = [] { return broker::BrokerEndpoint{}; }}, clock);
    for (int round = 0; round < 2; ++round) {
        QVERIFY_RESULT(demo.start());
        QVERIFY(!demo.start().has_value());
        QVERIFY(QTest::qWaitFor([&] { return demo.counters().sbsLines > 20; }));
        QVERIFY(QTest::qWaitFor([&] { return demo.counters().payloadsDropped > 5; }));
        QCOMPARE(demo.counters().payloads, std::uint64_t{0});
        QElapsedTimer timer;
        timer.start();
        demo.stop();
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(demo.sbsPort(), std::uint16_t{0});
    }
}

void DoorsTest::demoComesThroughTheRealDoors() {
    QTemporaryDir folder;
    const clock::IngestClock clock;
    situation::NoticeBoard notices;
    QUdpSocket mavlink;
    QVERIFY(mavlink.bind(QHostAddress::LocalHost, 0));

    std::mutex mutex;
    broker::BrokerEndpoint endpoint;
    broker::EmbeddedBroker broker({.dataFolder = folder.path().toStdString()}, clock, notices,
                                  [&](const broker::BrokerEndpoint& moved) {
                                      const std::lock_guard lock(mutex);
                                      endpoint = moved;
                                  });
    DemoTraffic demo({.broker =
                          [&] {
                              const std::lock_guard lock(mutex);
                              return endpoint;
                          },
                      .mavlinkPort = mavlink.localPort()},
                     clock);
    QVERIFY_RESULT(broker.setAccounts(demo.accounts()));
    const Result<broker::BrokerEndpoint> started = broker.start();
    if (!started && started.error().code == "BROKER_MISSING") QSKIP("mosquitto is not installed");
    QVERIFY_RESULT(started);
    {
        const std::lock_guard lock(mutex);
        endpoint = *started;
    }
    mqtt::MqttIntake intake(*started, {}, clock);
    intake.start();
    QVERIFY(QTest::qWaitFor([&] { return intake.status().connected; }));

    QElapsedTimer timer;
    timer.start();
    QVERIFY_RESULT(demo.start());
    qInfo("start takes %lld ms", timer.elapsed());
    QTcpSocket sbs;
    sbs.connectToHost(QHostAddress::LocalHost, demo.sbsPort());

    // What a console makes of it: every drone let in, nothing refused.
    mqtt::TelemetryIntake telemetry({}, notices);
    telemetry.setAccounts(demo.accounts());
    std::set<std::string> drones;
    const auto heardAll = [&] {
        intake.drain([&](std::string_view topic, std::string_view payload, UtcMs received) {
            telemetry.process(topic, payload, received,
                              [&](const traffic::TrackUpdate& update) { drones.insert(update.id); });
        });
        return drones.size() == demoDroneCount;
    };
    formats::SbsLineSplitter splitter;
    std::set<std::uint32_t> aircraft;
    const auto heardAircraft = [&] {
        const QByteArray bytes = sbs.readAll();
        splitter.feed(std::as_bytes(std::span(bytes)), [&](std::string_view line) {
            const Result<formats::SbsMessage> message = formats::parseSbsLine(line);
            QVERIFY_RESULT(message);
            aircraft.insert(message->icaoAddress);
        });
        return aircraft.size() == demoAircraftCount;
    };
    formats::MavlinkParser parser;
    std::set<int> systems;
    const auto heardSystems = [&] {
        while (mavlink.hasPendingDatagrams()) {
            const QByteArray bytes = mavlink.receiveDatagram().data();
            parser.feed(std::as_bytes(std::span(bytes)),
                        [&](const formats::MavlinkFrame& frame) { systems.insert(frame.systemId); });
        }
        return systems == std::set<int>{1, 51, 255};
    };
    QVERIFY(QTest::qWaitFor(heardAll, 10'000));
    QVERIFY(QTest::qWaitFor(heardAircraft));
    QVERIFY(QTest::qWaitFor(heardSystems));
    QCOMPARE(telemetry.counters().refused, std::uint64_t{0});
    QCOMPARE(telemetry.counters().malformed, std::uint64_t{0});
    QCOMPARE(telemetry.counters().gaps, std::uint64_t{0});

    // A broker that is killed and comes back: the demo does too, without being told.
    broker.restart("test");
    timer.restart();
    drones.clear();
    QVERIFY(QTest::qWaitFor(heardAll, 15'000));
    qInfo("all drones are heard again %lld ms after the broker was restarted", timer.elapsed());

    timer.restart();
    demo.stop();
    qInfo("stop takes %lld ms", timer.elapsed());
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    const DemoCounters counters = demo.counters();
    QVERIFY(counters.payloads >= telemetry.counters().messages);
    QCOMPARE(telemetry.counters().refused, std::uint64_t{0});
    intake.stop();
    broker.stop();
}

void DoorsTest::adviceComesThroughTheBroker() {
    QTemporaryDir folder;
    const clock::IngestClock clock;
    clock::ManualClock simulated(clock.now());
    situation::NoticeBoard notices;
    std::mutex mutex;
    broker::BrokerEndpoint endpoint;
    broker::EmbeddedBroker broker({.dataFolder = folder.path().toStdString()}, clock, notices,
                                  [&](const broker::BrokerEndpoint& moved) {
                                      const std::lock_guard lock(mutex);
                                      endpoint = moved;
                                  });
    const auto planner = std::make_shared<planner::LocalPlanner>(planner::LocalPlannerSettings{});
    DemoTraffic demo({.broker =
                          [&] {
                              const std::lock_guard lock(mutex);
                              return endpoint;
                          },
                      .planner = planner},
                     simulated);
    QVERIFY_RESULT(broker.setAccounts(demo.accounts()));
    const Result<broker::BrokerEndpoint> started = broker.start();
    if (!started && started.error().code == "BROKER_MISSING") QSKIP("mosquitto is not installed");
    QVERIFY_RESULT(started);
    {
        const std::lock_guard lock(mutex);
        endpoint = *started;
    }
    mqtt::MqttIntake advice(*started, {.topicFilter = "haneul/v1/advisory/+"}, clock);
    mqtt::MqttIntake positions(*started, {.topicFilter = "haneul/v1/tele/+/gw-crossing"}, clock);
    advice.start();
    positions.start();
    QVERIFY(QTest::qWaitFor([&] { return advice.status().connected && positions.status().connected; }));
    QVERIFY_RESULT(demo.start());
    std::set<std::string> advised;
    std::size_t batches = 0;
    // A crossing takes about a minute; here four seconds pass in one.
    const auto allAdvised = [&] {
        simulated.advance(200ms);
        QTest::qWait(50);
        advice.drain([&](std::string_view topic, std::string_view, UtcMs) { advised.emplace(topic); });
        positions.drain([&](std::string_view, std::string_view, UtcMs) { ++batches; });
        return advised.size() == std::size_t{4} && batches > 5;
    };
    QVERIFY(QTest::qWaitFor(allAdvised, 50'000));
    QVERIFY(advised.contains("haneul/v1/advisory/XC-001"));
    QVERIFY(planner->counters().alerts > 0);
    demo.stop();
    advice.stop();
    positions.stop();
    broker.stop();
}

QTEST_GUILESS_MAIN(DoorsTest)
#include "doors_test.moc"
