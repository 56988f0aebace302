#include "broker_tools.h"
#include "core/traffic/picture.h"
#include "server/mqtt/mqtt_intake.h"
#include "server/mqtt/mqtt_publisher.h"
#include "server/mqtt/telemetry_intake.h"
#include "telemetry_samples.h"
#include "tests/support/result_macros.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <atomic>
#include <mutex>
#include <optional>
#include <random>

using namespace haneul;
using namespace haneul::mqtt;
using namespace haneul::tests;
using situation::FeedState;

class TstMqttIntake : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void publishedRecordReachesThePicture_data();
    void publishedRecordReachesThePicture(); // R-PIPE-01
    void lieIsRefusedAndCounted();           // F14 G9
    void gatewayBatch();                     // R-PIPE-01 G9
    void retainedGhostIsRefused();           // F14
    void overrunIsCounted();                 // G7
    void wakesOncePerDrain();
    void quietLineIsAliveButSilent();
    void twoDesksHearTheSame();
    void wrongPasswordIsSaid();
    void noBrokerThenBroker();   // F9
    void killedBroker();         // F9
    void stoppedBroker();        // F9
    void muteServerIsReported(); // F9
    void movedBroker();
    void removedAccountFallsSilent();
    void garbageThroughTheBroker(); // G8
    void stopIsPrompt_data();
    void stopIsPrompt(); // G7 F9
    void publisherSaysWhatIsWrong();

private:
    static IntakeSettings quick() {
        IntakeSettings settings;
        settings.canaryEvery = milliseconds(200);
        settings.silence = milliseconds(1000);
        settings.connectTimeout = milliseconds(2000);
        settings.firstRetry = milliseconds(50);
        settings.lastRetry = milliseconds(200);
        settings.refusedRetry = milliseconds(60'000); // a test that needs a second try says so by a new endpoint
        settings.dataPause = milliseconds(500);
        return settings;
    }

    void startBroker() {
        m_broker.emplace(broker::EmbeddedBrokerSettings{.dataFolder = m_folder->path().toStdString()}, m_clock,
                         *m_notices);
        QVERIFY_RESULT(m_broker->setAccounts(m_accounts));
        const auto started = m_broker->start();
        QVERIFY_RESULT(started);
        m_endpoint = *started;
    }

    void startIntake(IntakeSettings settings = quick(), MqttIntake::Hooks hooks = {}) {
        m_intake.emplace(m_endpoint, settings, m_clock, std::move(hooks));
        m_intake->start();
        QVERIFY(waitUntil([this] { return m_intake->status().connected; }) >= 0);
    }

    std::size_t drain() {
        return m_intake->drain([this](std::string_view topic, std::string_view payload, UtcMs received) {
            m_telemetry->process(topic, payload, received,
                                 [&](const traffic::TrackUpdate& update) { m_picture.apply(update, received); });
        });
    }

    bool waitForTrack(const std::string& id, std::uint32_t atLeast = 1, int timeout_ms = 5000) {
        return waitUntil(
                   [&] {
                       drain();
                       const auto track = m_picture.find(id);
                       return track && track->sourceTime >= utcMs(sampleTime_ms + 1000 * std::int64_t{atLeast});
                   },
                   timeout_ms) >= 0;
    }

    [[nodiscard]] broker::BrokerEndpoint as(const std::string& user, const std::string& password) const {
        auto endpoint = m_endpoint;
        endpoint.user = user;
        endpoint.password = password;
        return endpoint;
    }

    static std::string topicOf(const std::string& client) { return telemetryTopic(sampleCell(), client); }

    const std::vector<broker::MqttAccount> m_accounts{account("D1", "d1"), account("D2", "d2"),
                                                      account("gw1", "gw1", {"G1", "G2"})};
    clock::IngestClock m_clock;
    std::optional<situation::NoticeBoard> m_notices;
    std::optional<QTemporaryDir> m_folder;
    std::optional<broker::EmbeddedBroker> m_broker;
    std::optional<MqttIntake> m_intake;
    std::optional<TelemetryIntake> m_telemetry;
    traffic::Picture m_picture;
    broker::BrokerEndpoint m_endpoint;
};

void TstMqttIntake::init() {
    m_notices.emplace();
    m_folder.emplace();
    m_picture = traffic::Picture();
    m_telemetry.emplace(TelemetrySettings{}, *m_notices);
    m_telemetry->setAccounts(m_accounts);
}

void TstMqttIntake::cleanup() {
    m_intake.reset();
    m_broker.reset();
}

void TstMqttIntake::publishedRecordReachesThePicture_data() {
    QTest::addColumn<bool>("binary");
    QTest::addColumn<bool>("tool");
    QTest::addColumn<int>("qos");
    QTest::newRow("json, our publisher") << false << false << 0;
    QTest::newRow("binary, our publisher, QoS 1") << true << false << 1;
    QTest::newRow("json, mosquitto_pub") << false << true << 1;
}

void TstMqttIntake::publishedRecordReachesThePicture() {
    QFETCH(bool, binary);
    QFETCH(bool, tool);
    QFETCH(int, qos);
    startBroker();
    auto settings = quick();
    settings.qos = static_cast<Qos>(qos);
    startIntake(settings);
    QVERIFY(m_intake->status().state == FeedState::Silent); // the line is up, nobody has said anything
    const std::vector<formats::TelemetryRecord> records{sampleRecord("D1", 7)};
    const std::string payload = binary ? formats::writeTelemetryBinary(records) : json(records);
    const std::string topic = topicOf("D1");
    if (tool) {
        QCOMPARE(publishWithTool(m_endpoint.port, {"D1", "d1"}, topic, payload).exitCode, 0);
    } else {
        MqttPublisher publisher(as("D1", "d1"));
        QVERIFY_RESULT(publisher.connect());
        QVERIFY_RESULT(publisher.publish(topic, payload, static_cast<Qos>(qos)));
        QVERIFY(waitForTrack("uas:D1", 7));
    }
    QVERIFY(waitForTrack("uas:D1", 7));
    const auto track = m_picture.find("uas:D1");
    QVERIFY(std::abs(track->position->latitude_deg - 37.5665) < 1e-9);
    QVERIFY(track->sources.front().feed == "mqtt");
    const auto status = m_intake->status();
    QVERIFY(status.state == FeedState::Connected);
    QCOMPARE(status.messages, std::uint64_t(1)); // canaries are not messages
    QCOMPARE(status.bytes, std::uint64_t(topic.size() + payload.size()));
    QVERIFY(status.lastMessage && m_clock.now() - *status.lastMessage < milliseconds(5000));
    QCOMPARE(status.reconnects, std::uint64_t(0));
}

void TstMqttIntake::lieIsRefusedAndCounted() {
    startBroker();
    startIntake();
    MqttPublisher d1(as("D1", "d1"));
    QVERIFY_RESULT(d1.connect());
    QVERIFY_RESULT(d1.publish(topicOf("D1"), json({sampleRecord("D2")}), Qos::AtLeastOnce)); // the broker lets it pass
    QVERIFY_RESULT(d1.publish(topicOf("D2"), json({sampleRecord("D2")}), Qos::AtLeastOnce)); // and this it does not
    QVERIFY_RESULT(d1.publish(topicOf("D1"), json({sampleRecord("D1")}), Qos::AtLeastOnce));
    QVERIFY(waitForTrack("uas:D1"));
    QVERIFY(!m_picture.find("uas:D2"));
    QCOMPARE(m_telemetry->counters().byReason[static_cast<std::size_t>(Refusal::WrongDrone)], std::uint64_t(1));
    QCOMPARE(m_intake->status().messages, std::uint64_t(2));
    QVERIFY(waitUntil([&] { return d1.refused() == 1; }, 2000) >= 0); // MQTT 5 tells the sender
    QCOMPARE(noticesOf(*m_notices, "TELEMETRY_REFUSED"), 1);
}

void TstMqttIntake::gatewayBatch() {
    startBroker();
    startIntake();
    MqttPublisher gateway(as("gw1", "gw1"));
    QVERIFY_RESULT(gateway.connect());
    QVERIFY_RESULT(gateway.publish(topicOf("gw1"), json({sampleRecord("G1"), sampleRecord("G2")})));
    QVERIFY(waitForTrack("uas:G2"));
    QVERIFY(m_picture.find("uas:G1"));
    QVERIFY_RESULT(gateway.publish(topicOf("gw1"), json({sampleRecord("G1", 2), sampleRecord("D1", 2)})));
    QVERIFY(waitUntil([&] {
                drain();
                return m_telemetry->counters().refused == 1;
            }) >= 0);
    QVERIFY(!m_picture.find("uas:D1"));
    QVERIFY(!waitForTrack("uas:G1", 2, 100));
}

void TstMqttIntake::retainedGhostIsRefused() {
    startBroker();
    const auto run = publishWithTool(m_endpoint.port, {"D1", "d1"}, topicOf("D1"), json({sampleRecord("D1")}),
                                     {QStringLiteral("-r")});
    QVERIFY2(run.exitCode == 0, qPrintable(run.output));
    startIntake();
    QVERIFY(waitUntil([&] { return m_intake->status().retained == 1; }) >= 0);
    MqttPublisher d2(as("D2", "d2"));
    QVERIFY_RESULT(d2.connect());
    QVERIFY_RESULT(d2.publish(topicOf("D2"), json({sampleRecord("D2")})));
    QVERIFY(waitForTrack("uas:D2"));
    QVERIFY(!m_picture.find("uas:D1")); // what the broker had kept is no aircraft
    QCOMPARE(m_intake->status().messages, std::uint64_t(1));
}

void TstMqttIntake::overrunIsCounted() {
    startBroker();
    auto settings = quick();
    settings.ringMessages = 1024;
    startIntake(settings);
    PublisherSettings wide;
    wide.maxWaiting = 5000;
    MqttPublisher gateway(as("gw1", "gw1"), wide);
    QVERIFY_RESULT(gateway.connect());
    for (int i = 0; i < 3000; ++i)
        QVERIFY_RESULT(gateway.publish(topicOf("gw1"), std::to_string(i)));
    QVERIFY(waitUntil([&] { return m_intake->status().messages == 3000; }) >= 0);
    QCOMPARE(m_intake->status().dropped, std::uint64_t(1976));
    int next = 1976;
    const std::size_t taken = m_intake->drain(
        [&](std::string_view, std::string_view payload, UtcMs) { QCOMPARE(std::stoi(std::string(payload)), next++); });
    QCOMPARE(taken, std::size_t(1024));
    QCOMPARE(next, 3000);
}

void TstMqttIntake::wakesOncePerDrain() {
    startBroker();
    std::atomic<int> wakes = 0;
    startIntake(quick(), {.wake = [&] { ++wakes; }, .silent = {}});
    MqttPublisher gateway(as("gw1", "gw1"));
    QVERIFY_RESULT(gateway.connect());
    for (int round = 1; round <= 2; ++round) {
        for (int i = 0; i < 50; ++i)
            QVERIFY_RESULT(gateway.publish(topicOf("gw1"), "x"));
        QVERIFY(waitUntil([&] { return m_intake->status().messages == static_cast<std::uint64_t>(50 * round); }) >= 0);
        QCOMPARE(wakes.load(), round);
        QCOMPARE(drain(), std::size_t(50));
    }
    m_intake.reset(); // before what its hook touches
}

void TstMqttIntake::quietLineIsAliveButSilent() {
    startBroker();
    startIntake();
    QTest::qSleep(2500); // two and a half times the silence: the canary is heard
    const auto status = m_intake->status();
    QVERIFY(status.connected);
    QVERIFY(status.state == FeedState::Silent);
    QCOMPARE(status.silences, std::uint64_t(0));
    QCOMPARE(status.connects, std::uint64_t(1));
    QVERIFY(!status.lastMessage);
}

void TstMqttIntake::twoDesksHearTheSame() {
    startBroker();
    startIntake();
    MqttIntake other(m_endpoint, quick(), m_clock);
    other.start();
    QVERIFY(waitUntil([&] { return other.status().connected; }) >= 0);
    MqttPublisher d1(as("D1", "d1"));
    QVERIFY_RESULT(d1.connect());
    QVERIFY_RESULT(d1.publish(topicOf("D1"), json({sampleRecord("D1")})));
    QVERIFY(waitForTrack("uas:D1"));
    QVERIFY(waitUntil([&] { return other.status().messages == 1; }) >= 0);
    QCOMPARE(m_intake->status().connects, std::uint64_t(1)); // neither evicted the other
    QCOMPARE(other.status().connects, std::uint64_t(1));
}

void TstMqttIntake::wrongPasswordIsSaid() {
    startBroker();
    std::atomic<int> silences = 0;
    m_intake.emplace(as(m_endpoint.user, "wrong"), quick(), m_clock,
                     MqttIntake::Hooks{.wake = {}, .silent = [&](const std::string&) { ++silences; }});
    m_intake->start();
    QVERIFY(waitUntil([&] { return m_intake->status().state == FeedState::Failed; }) >= 0);
    QVERIFY2(m_intake->status().detail.contains("135"), m_intake->status().detail.c_str());
    QTest::qSleep(500);
    QVERIFY(waitUntil([&] { return m_broker->status().refusedConnections == 1; }, 1000) >=
            0);                   // not tried again and again
    QCOMPARE(silences.load(), 0); // it did answer
    m_intake->setEndpoint(m_endpoint);
    QVERIFY(waitUntil([&] { return m_intake->status().connected; }, 2000) >= 0);
    QVERIFY(m_intake->status().detail.empty());
    m_intake.reset();
}

void TstMqttIntake::noBrokerThenBroker() {
    startBroker();
    const auto port = m_endpoint.port;
    m_broker.reset();
    std::atomic<int> silences = 0;
    m_intake.emplace(m_endpoint, quick(), m_clock,
                     MqttIntake::Hooks{.wake = {}, .silent = [&](const std::string&) { ++silences; }});
    QVERIFY(m_intake->status().state == FeedState::Starting);
    m_intake->start();
    QVERIFY(waitUntil([&] { return m_intake->status().state == FeedState::Disconnected; }) >= 0);
    QVERIFY(!m_intake->status().detail.empty());
    QTest::qSleep(1500);
    QCOMPARE(silences.load(), 0); // a closed port is an answer: nothing there to restart

    m_broker.emplace(broker::EmbeddedBrokerSettings{.dataFolder = m_folder->path().toStdString(), .port = port},
                     m_clock, *m_notices);
    const auto started = m_broker->start();
    QVERIFY_RESULT(started);
    m_intake->setEndpoint(*started); // a new password
    QVERIFY(waitUntil([&] { return m_intake->status().connected; }, 3000) >= 0);
    m_intake.reset();
}

void TstMqttIntake::killedBroker() {
    startBroker();
    startIntake();
    MqttPublisher d1(as("D1", "d1"));
    QVERIFY_RESULT(d1.connect());
    QVERIFY_RESULT(d1.publish(topicOf("D1"), json({sampleRecord("D1", 1)})));
    QVERIFY(waitForTrack("uas:D1", 1));

    QElapsedTimer timer;
    timer.start();
    ::kill(static_cast<pid_t>(m_broker->status().processId), SIGKILL);
    QVERIFY(waitUntil([&] { return !m_intake->status().connected; }) >= 0);
    const qint64 noticed = timer.elapsed();
    QVERIFY2(waitUntil([&] { return m_intake->status().connected; }) >= 0, m_intake->status().detail.c_str());
    const qint64 connected = timer.elapsed();
    std::uint32_t sequence = 2;
    QVERIFY(waitUntil([&] {
                d1.poll();
                if (!d1.publish(topicOf("D1"), json({sampleRecord("D1", sequence)}))) return false;
                ++sequence;
                return true;
            }) >= 0);
    QVERIFY(waitForTrack("uas:D1", 2));
    qInfo("kill -9: noticed after %lld ms, intake connected again after %lld ms, next record in the picture after %lld "
          "ms",
          noticed, connected, timer.elapsed());
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(noticesOf(*m_notices, "BROKER_DIED"), 1);
    QCOMPARE(noticesOf(*m_notices, "BROKER_RESTARTED"), 1);
    QCOMPARE(m_intake->status().reconnects, std::uint64_t(1));
}

void TstMqttIntake::stoppedBroker() {
    startBroker();
    std::atomic<int> silences = 0;
    startIntake(quick(), {.wake = {}, .silent = [&](const std::string& reason) {
                              ++silences;
                              m_broker->restart(reason);
                          }});
    MqttPublisher d1(as("D1", "d1"));
    QVERIFY_RESULT(d1.connect());
    const qint64 child = m_broker->status().processId;
    QElapsedTimer timer;
    timer.start();
    ::kill(static_cast<pid_t>(child), SIGSTOP);
    QVERIFY(waitUntil([&] { return silences == 1; }) >= 0);
    const qint64 noticed = timer.elapsed();
    QVERIFY(noticed >= 700); // not before the silence is over, counted from the last canary
    QVERIFY(waitUntil([&] { return m_intake->status().connected && m_broker->status().processId != child; }) >= 0);
    const qint64 connected = timer.elapsed();
    QVERIFY(waitUntil([&] {
                d1.poll();
                return d1.publish(topicOf("D1"), json({sampleRecord("D1", 1)})).has_value();
            }) >= 0);
    QVERIFY(waitForTrack("uas:D1"));
    qInfo("SIGSTOP: noticed after %lld ms (silence 1000), connected to a new broker after %lld ms, record in the "
          "picture after %lld ms",
          noticed, connected, timer.elapsed());
    QVERIFY(!processLives(child));
    QCOMPARE(m_intake->status().silences, std::uint64_t(1));
    QCOMPARE(noticesOf(*m_notices, "BROKER_DIED"), 1);
    const std::string text = m_notices->latest().front().text;
    QVERIFY2(text.contains("nothing heard from the broker"), text.c_str());
    m_intake.reset();
}

void TstMqttIntake::muteServerIsReported() {
    QTcpServer mute; // takes connections (the kernel does) and never answers
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    m_endpoint = {.host = "127.0.0.1", .port = mute.serverPort(), .tls = false, .user = {}, .password = {}};
    std::mutex mutex;
    std::vector<std::string> reports;
    m_intake.emplace(m_endpoint, quick(), m_clock,
                     MqttIntake::Hooks{.wake = {}, .silent = [&](const std::string& reason) {
                                           const std::lock_guard lock(mutex);
                                           reports.push_back(reason);
                                       }});
    m_intake->start();
    QVERIFY(waitUntil([&] {
                const std::lock_guard lock(mutex);
                return reports.size() == 1;
            }) >= 0);
    const auto status = m_intake->status();
    QVERIFY(!status.connected);
    const std::lock_guard lock(mutex);
    QVERIFY2(reports.front().contains("does not answer"), reports.front().c_str());
    QCOMPARE(status.connects, std::uint64_t(0));
}

void TstMqttIntake::movedBroker() {
    startBroker();
    startIntake();
    QTemporaryDir elsewhere;
    broker::EmbeddedBroker other({.dataFolder = elsewhere.path().toStdString()}, m_clock, *m_notices);
    QVERIFY_RESULT(other.setAccounts({account("D2", "d2")}));
    const auto there = other.start();
    QVERIFY_RESULT(there);
    m_intake->setEndpoint(*there);
    QVERIFY(waitUntil([&] { return m_intake->status().connected && m_intake->status().connects == 2; }) >= 0);
    m_endpoint = *there;
    MqttPublisher d2(as("D2", "d2"));
    QVERIFY_RESULT(d2.connect());
    QVERIFY_RESULT(d2.publish(topicOf("D2"), json({sampleRecord("D2")})));
    QVERIFY(waitForTrack("uas:D2"));
    QVERIFY(m_intake->status().endpoint == "127.0.0.1:" + std::to_string(there->port));
    m_intake.reset();
}

void TstMqttIntake::removedAccountFallsSilent() {
    startBroker();
    startIntake();
    MqttPublisher d1(as("D1", "d1"));
    QVERIFY_RESULT(d1.connect());
    QVERIFY_RESULT(m_broker->setAccounts({account("D2", "d2")}));
    QVERIFY(waitUntil([&] {
                d1.poll();
                return !d1.connected() && d1.lastError().contains("135");
            }) >= 0); // thrown out, and not let in again
    QVERIFY(m_intake->status().connected);
    QCOMPARE(m_intake->status().connects, std::uint64_t(1));
}

void TstMqttIntake::garbageThroughTheBroker() {
    startBroker();
    startIntake();
    PublisherSettings wide;
    wide.maxWaiting = 10'000;
    MqttPublisher d1(as("D1", "d1"), wide);
    QVERIFY_RESULT(d1.connect());
    std::mt19937 random(42);
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<std::size_t> length(0, 400);
    constexpr std::uint64_t payloads = 5000;
    for (std::uint64_t i = 0; i < payloads; ++i) {
        std::string payload(length(random), '\0');
        std::ranges::generate(payload, [&] { return static_cast<char>(byte(random)); });
        QVERIFY_RESULT(d1.publish(topicOf("D1"), payload));
        if (i % 500 == 0) drain();
    }
    QVERIFY(waitUntil([&] {
                drain();
                return m_telemetry->counters().malformed == payloads;
            }) >= 0);
    QCOMPARE(m_picture.size(), std::size_t(0));
    QCOMPARE(m_picture.revision(), std::uint64_t(0));
    QVERIFY_RESULT(d1.publish(topicOf("D1"), json({sampleRecord("D1")})));
    QVERIFY(waitForTrack("uas:D1"));
    QCOMPARE(m_intake->status().connects, std::uint64_t(1));
    QCOMPARE(m_intake->status().dropped, std::uint64_t(0));
}

void TstMqttIntake::stopIsPrompt_data() {
    QTest::addColumn<QString>("state");
    for (const char* state : {"never started", "connected", "broker stopped, connected", "broker stopped, connecting",
                              "mute server", "refused", "no broker", "just started", "broker just killed"})
        QTest::newRow(state) << QString::fromUtf8(state);
}

void TstMqttIntake::stopIsPrompt() {
    QFETCH(QString, state);
    startBroker();
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    auto slow = quick();
    slow.connectTimeout = milliseconds(3000);
    slow.silence = milliseconds(30'000);
    auto endpoint = m_endpoint;
    if (state == QStringLiteral("mute server")) endpoint.port = mute.serverPort();
    if (state == QStringLiteral("refused")) endpoint.password = "wrong";
    if (state == QStringLiteral("no broker")) m_broker.reset();
    const auto child = m_broker ? static_cast<pid_t>(m_broker->status().processId) : 0;
    if (state == QStringLiteral("broker stopped, connecting")) ::kill(child, SIGSTOP);
    m_intake.emplace(endpoint, slow, m_clock);
    if (state != QStringLiteral("never started")) m_intake->start();
    if (state != QStringLiteral("just started")) QTest::qSleep(400);
    if (state == QStringLiteral("connected")) QVERIFY(m_intake->status().connected);
    if (state == QStringLiteral("broker stopped, connected")) ::kill(child, SIGSTOP);
    if (state == QStringLiteral("broker just killed")) ::kill(child, SIGKILL);
    QElapsedTimer timer;
    timer.start();
    m_intake->stop();
    qInfo("stopped after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 1000);
    m_intake.reset();
}

void TstMqttIntake::publisherSaysWhatIsWrong() {
    startBroker();
    MqttPublisher wrong(as("D1", "d2"));
    const auto refused = wrong.connect();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, std::string("MQTT_REFUSED"));
    QCOMPARE(wrong.publish(topicOf("D1"), "x").error().code, std::string("MQTT_NOT_CONNECTED"));
    auto nowhere = m_endpoint;
    m_broker.reset();
    MqttPublisher lost(nowhere);
    const auto unreachable = lost.connect();
    QVERIFY(!unreachable);
    QCOMPARE(unreachable.error().code, std::string("MQTT_UNREACHABLE"));
    QVERIFY(!lost.connected());
}

QTEST_GUILESS_MAIN(TstMqttIntake)
#include "tst_mqtt_intake.moc"
