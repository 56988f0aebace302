#include "broker_tools.h"
#include "server/broker/embedded_broker.h"
#include "tests/support/result_macros.h"

#include <QDir>
#include <QFileInfo>
#include <QTcpServer>
#include <QTemporaryDir>

#include <mutex>
#include <optional>

using namespace haneul;
using namespace haneul::broker;
using namespace haneul::tests;

namespace {

const std::string goodTopic = "haneul/v1/tele/wydm9/D1";

bool authorised(const ToolRun& run) {
    return run.exitCode == 0 && !run.output.contains(QStringLiteral("ot authorized"));
}

// A subscriber with the console's credentials; collects what arrives.
class Subscriber {
public:
    Subscriber(const BrokerEndpoint& broker, const ToolUser& user, const QString& topic) {
        m_tool.setProcessChannelMode(QProcess::MergedChannels);
        m_tool.start(QStringLiteral("stdbuf"), QStringList{QStringLiteral("-oL"), QStringLiteral("mosquitto_sub")}
                                                   << brokerArguments(broker.port, user) << QStringLiteral("-d")
                                                   << QStringLiteral("-v") << QStringLiteral("-t") << topic);
    }

    ~Subscriber() {
        m_tool.kill();
        m_tool.waitForFinished(1000);
    }

    bool waitFor(const QString& text, int timeout_ms = 5000) {
        QElapsedTimer timer;
        timer.start();
        while (!m_text.contains(text) && timer.elapsed() < timeout_ms) {
            m_tool.waitForReadyRead(50);
            m_text += QString::fromUtf8(m_tool.readAll());
        }
        return m_text.contains(text);
    }

private:
    QProcess m_tool;
    QString m_text;
};

} // namespace

class TstEmbeddedBroker : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void startsAndTakesOurCredentials();
    void filesArePrivate();
    void whoMayConnect_data();
    void whoMayConnect();               // F14
    void anotherDronesTopicIsRefused(); // F14 G9
    void dronesDoNotHearEachOther();    // F14
    void consoleWritesNoTelemetry();
    void accountsChangeAtRunTime();
    void badAccountsAreRefused_data();
    void badAccountsAreRefused();
    void killedBrokerComesBack();   // F9
    void repeatedDeathsSlowDown();  // F9
    void stoppedBrokerIsReplaced(); // F9
    void portTakenByAnother();
    void anotherPortWhenOursIsGone(); // F9
    void missingProgramIsSaid();
    void refusedConfigurationIsSaid();
    void hugePacketIsCutOff(); // F9
    void stopIsPrompt_data();
    void stopIsPrompt();
    void stopsAndStartsAgain();
    void noChildIsLeftBehind();
    void strangeFolderNames_data();
    void strangeFolderNames();
    void linkAsFolderIsRefused();

private:
    EmbeddedBrokerSettings settings() const { return {.dataFolder = m_folder->path().toStdString()}; }

    void make(EmbeddedBrokerSettings with) {
        m_broker.emplace(std::move(with), m_clock, *m_notices, [this](const BrokerEndpoint& endpoint) {
            const std::lock_guard lock(m_mutex);
            m_moved.push_back(endpoint);
        });
    }

    // Starts with the drones D1 and D2 (passwords of the same letters, lower case).
    void startWithDrones() {
        make(settings());
        QVERIFY_RESULT(m_broker->setAccounts({account("D1", "d1"), account("D2", "d2")}));
        const auto started = m_broker->start();
        QVERIFY_RESULT(started);
        m_endpoint = *started;
    }

    ToolUser console() const { return {m_endpoint.user, m_endpoint.password}; }

    bool running() const { return m_broker->status().state == BrokerState::Running; }

    clock::IngestClock m_clock;
    std::optional<situation::NoticeBoard> m_notices;
    std::optional<QTemporaryDir> m_folder;
    std::optional<EmbeddedBroker> m_broker;
    BrokerEndpoint m_endpoint;
    std::mutex m_mutex;
    std::vector<BrokerEndpoint> m_moved;
};

void TstEmbeddedBroker::init() {
    m_notices.emplace();
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
    m_moved.clear();
}

void TstEmbeddedBroker::cleanup() {
    m_broker.reset();
    m_folder.reset();
    m_notices.reset();
}

void TstEmbeddedBroker::startsAndTakesOurCredentials() {
    QElapsedTimer timer;
    timer.start();
    startWithDrones();
    qInfo("ready after %lld ms", timer.elapsed());
    QCOMPARE(m_endpoint.host, std::string("127.0.0.1"));
    QVERIFY(m_endpoint.port > 1023);
    QCOMPARE(m_broker->endpoint(), m_endpoint);
    QVERIFY(m_broker->status().state == BrokerState::Running);
    QVERIFY(processLives(m_broker->status().processId));

    Subscriber listener(m_endpoint, console(), QStringLiteral("haneul/v1/tele/#"));
    QVERIFY(listener.waitFor(QStringLiteral("Subscribed")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "hello-from-d1")));
    QVERIFY(listener.waitFor(QStringLiteral("hello-from-d1")));
    QCOMPARE(m_broker->start().error().code, std::string("BROKER_RUNNING"));
}

void TstEmbeddedBroker::filesArePrivate() {
    startWithDrones();
    const QFileInfo folder(m_folder->filePath(QStringLiteral("broker")));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(folder.isDir());
    QVERIFY(!(folder.permissions() & others));
    const auto files = QDir(folder.filePath()).entryInfoList(QDir::Files);
    QCOMPARE(files.size(), 3);
    for (const QFileInfo& file : files) {
        QVERIFY2(!(file.permissions() & others), qPrintable(file.fileName()));
        QFile content(file.filePath());
        QVERIFY(content.open(QIODevice::ReadOnly));
        QVERIFY2(!content.readAll().contains(QByteArray::fromStdString(m_endpoint.password)),
                 qPrintable(file.fileName()));
    }
    QFile arguments(QStringLiteral("/proc/%1/cmdline").arg(m_broker->status().processId));
    QVERIFY(arguments.open(QIODevice::ReadOnly));
    const QByteArray line = arguments.readAll();
    QVERIFY(line.contains("mosquitto.conf"));
    QVERIFY(!line.contains(QByteArray::fromStdString(m_endpoint.password)));
}

void TstEmbeddedBroker::whoMayConnect_data() {
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<bool>("let");
    QTest::newRow("known drone") << QStringLiteral("D1") << QStringLiteral("d1") << true;
    QTest::newRow("anonymous") << QString() << QString() << false;
    QTest::newRow("wrong password") << QStringLiteral("D1") << QStringLiteral("d2") << false;
    QTest::newRow("unknown name") << QStringLiteral("D9") << QStringLiteral("d1") << false;
    QTest::newRow("console's name, drone's password")
        << QStringLiteral("haneul-console") << QStringLiteral("d1") << false;
}

void TstEmbeddedBroker::whoMayConnect() {
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(bool, let);
    startWithDrones();
    const auto run = publishWithTool(m_endpoint.port, {user.toStdString(), password.toStdString()}, goodTopic, "x");
    QVERIFY2(authorised(run) == let, qPrintable(run.output));
    if (!let) {
        QVERIFY(run.output.contains(QStringLiteral("Not authorized")));
        QVERIFY(waitUntil([&] { return m_broker->status().refusedConnections == 1; }, 2000) >= 0);
    } else {
        QCOMPARE(m_broker->status().refusedConnections, std::uint64_t(0));
    }
}

void TstEmbeddedBroker::anotherDronesTopicIsRefused() {
    startWithDrones();
    Subscriber listener(m_endpoint, console(), QStringLiteral("haneul/v1/#"));
    QVERIFY(listener.waitFor(QStringLiteral("Subscribed")));
    for (const char* topic : {"haneul/v1/tele/wydm9/D2", "haneul/v1/tele/wydm9/D1/x", "haneul/v1/events/alert",
                              "haneul/v1/advisory/D1", "haneul/v1/canary/x", "haneul/v1/tele/D1", "other"}) {
        const auto run = publishWithTool(m_endpoint.port, {"D1", "d1"}, topic, "spoofed");
        QVERIFY2(run.output.contains(QStringLiteral("Not authorized")),
                 qPrintable(QString::fromUtf8(topic) + run.output));
    }
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "genuine")));
    QVERIFY(listener.waitFor(QStringLiteral("genuine")));
    QVERIFY(!listener.waitFor(QStringLiteral("spoofed"), 200));
}

void TstEmbeddedBroker::dronesDoNotHearEachOther() {
    startWithDrones();
    Subscriber spy(m_endpoint, {"D2", "d2"}, QStringLiteral("haneul/v1/#"));
    QVERIFY(spy.waitFor(QStringLiteral("Subscribed")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "secret-position")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, console(), "haneul/v1/advisory/D1", "for-d1")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, console(), "haneul/v1/advisory/D2", "for-d2")));
    QVERIFY(spy.waitFor(QStringLiteral("for-d2")));
    QVERIFY(!spy.waitFor(QStringLiteral("secret-position"), 200));
    QVERIFY(!spy.waitFor(QStringLiteral("for-d1"), 100));
}

void TstEmbeddedBroker::consoleWritesNoTelemetry() {
    startWithDrones();
    QVERIFY(
        publishWithTool(m_endpoint.port, console(), goodTopic, "x").output.contains(QStringLiteral("Not authorized")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, console(), "haneul/v1/events/alert", "x")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, console(), "haneul/v1/canary/c1", "x")));
}

void TstEmbeddedBroker::accountsChangeAtRunTime() {
    startWithDrones();
    const qint64 child = m_broker->status().processId;
    Subscriber listener(m_endpoint, console(), QStringLiteral("haneul/v1/tele/#"));
    QVERIFY(listener.waitFor(QStringLiteral("Subscribed")));
    QVERIFY(!authorised(publishWithTool(m_endpoint.port, {"D3", "d3"}, "haneul/v1/tele/wydm9/D3", "x")));

    QVERIFY_RESULT(m_broker->setAccounts({account("D1", "d1"), account("D3", "d3")}));
    QVERIFY(waitUntil(
                [&] {
                    return authorised(publishWithTool(m_endpoint.port, {"D3", "d3"}, "haneul/v1/tele/wydm9/D3", "new"));
                },
                3000) >= 0);
    QVERIFY(listener.waitFor(QStringLiteral("new"))); // connected all the time
    QVERIFY(!authorised(publishWithTool(m_endpoint.port, {"D2", "d2"}, "haneul/v1/tele/wydm9/D2", "x")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "still")));
    QVERIFY(listener.waitFor(QStringLiteral("still")));
    QCOMPARE(m_broker->status().processId, child);
}

void TstEmbeddedBroker::badAccountsAreRefused_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("hash");
    QTest::addColumn<QString>("drone");
    const QString hash = QString::fromStdString(hashPassword("x", 101).value_or(std::string()));
    QTest::newRow("empty name") << QString() << hash << QString();
    QTest::newRow("wildcard") << QStringLiteral("#") << hash << QString();
    QTest::newRow("slash") << QStringLiteral("a/b") << hash << QString();
    QTest::newRow("second line") << QStringLiteral("a\nb:") << hash << QString();
    QTest::newRow("colon") << QStringLiteral("a:b") << hash << QString();
    QTest::newRow("console's name") << QStringLiteral("haneul-console") << hash << QString();
    QTest::newRow("plain password") << QStringLiteral("D1") << QStringLiteral("secret") << QString();
    QTest::newRow("twice") << QStringLiteral("D2") << hash << QString();
    QTest::newRow("bad drone") << QStringLiteral("gw1") << hash << QStringLiteral("D 1");
}

void TstEmbeddedBroker::badAccountsAreRefused() {
    QFETCH(QString, name);
    QFETCH(QString, hash);
    QFETCH(QString, drone);
    make(settings());
    QVERIFY_RESULT(m_broker->setAccounts({account("D2", "d2")}));
    MqttAccount bad{name.toStdString(), hash.toStdString(), {}};
    if (!drone.isEmpty()) bad.drones.push_back(drone.toStdString());
    const auto outcome = m_broker->setAccounts({account("D2", "other"), bad});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("BAD_ACCOUNT"));
    const auto started = m_broker->start(); // with the accounts of before
    QVERIFY_RESULT(started);
    QVERIFY(authorised(publishWithTool(started->port, {"D2", "d2"}, "haneul/v1/tele/wydm9/D2", "x")));
}

void TstEmbeddedBroker::killedBrokerComesBack() {
    startWithDrones();
    const qint64 child = m_broker->status().processId;
    ::kill(static_cast<pid_t>(child), SIGKILL);
    const qint64 took = waitUntil([&] { return running() && m_broker->status().processId != child; });
    QVERIFY(took >= 0);
    qInfo("running again %lld ms after kill -9", took);
    QVERIFY(took < 2000);
    QCOMPARE(m_broker->status().port, m_endpoint.port);
    QCOMPARE(m_broker->status().restarts, std::uint64_t(1));
    QCOMPARE(noticesOf(*m_notices, "BROKER_DIED"), 1);
    QVERIFY(waitUntil([&] { return noticesOf(*m_notices, "BROKER_RESTARTED") == 1; }, 1000) >= 0);
    const auto notices = m_notices->latest();
    QVERIFY(notices.front().severity == situation::NoticeSeverity::Warning);
    QVERIFY2(notices.front().text.contains("signal 9"), notices.front().text.c_str());
    QVERIFY(notices.back().severity == situation::NoticeSeverity::Info);
    // Accounts and the console's password are what they were.
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "x")));
    QVERIFY(authorised(publishWithTool(m_endpoint.port, console(), "haneul/v1/events/x", "x")));
    const std::lock_guard lock(m_mutex);
    QVERIFY(m_moved.empty());
}

void TstEmbeddedBroker::repeatedDeathsSlowDown() {
    auto quick = settings();
    quick.firstRetry = milliseconds(20);
    quick.lastRetry = milliseconds(80);
    make(quick);
    QVERIFY_RESULT(m_broker->start());
    QElapsedTimer timer;
    timer.start();
    constexpr int deaths = 8;
    for (int i = 0; i < deaths; ++i) {
        const qint64 child = m_broker->status().processId;
        QVERIFY(child != 0);
        ::kill(static_cast<pid_t>(child), SIGKILL);
        QVERIFY(waitUntil([&] { return running() && m_broker->status().processId != child; }) >= 0);
    }
    QVERIFY(timer.elapsed() >= 20 + 40 + 80 * (deaths - 2)); // the back-off was kept
    QCOMPARE(m_broker->status().restarts, std::uint64_t(deaths));
    QCOMPARE(noticesOf(*m_notices, "BROKER_DIED"), 5);   // no flood of notices ...
    QCOMPARE(noticesOf(*m_notices, "BROKER_FAILED"), 1); // ... and not silent either
}

void TstEmbeddedBroker::stoppedBrokerIsReplaced() {
    startWithDrones();
    const qint64 child = m_broker->status().processId;
    ::kill(static_cast<pid_t>(child), SIGSTOP);
    m_broker->restart("no answer for 4000 ms");
    QVERIFY(waitUntil([&] { return running() && m_broker->status().processId != child; }) >= 0);
    QVERIFY(!processLives(child));
    const auto notices = m_notices->latest();
    QCOMPARE(notices.front().code, std::string("BROKER_DIED"));
    QVERIFY2(notices.front().text.contains("no answer for 4000 ms"), notices.front().text.c_str());
    QVERIFY(authorised(publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "x")));
}

void TstEmbeddedBroker::portTakenByAnother() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    auto fixed = settings();
    fixed.port = other.serverPort();
    make(fixed);
    const auto started = m_broker->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string("BROKER_PORT_TAKEN"));
    QVERIFY(started.error().where.contains(std::to_string(fixed.port)));
    QVERIFY(m_broker->status().state == BrokerState::Failed);
    other.close();
    QVERIFY_RESULT(m_broker->start()); // someone changed something: it works
}

void TstEmbeddedBroker::anotherPortWhenOursIsGone() {
    auto slow = settings();
    slow.firstRetry = milliseconds(400);
    make(slow);
    const auto started = m_broker->start();
    QVERIFY_RESULT(started);
    ::kill(static_cast<pid_t>(m_broker->status().processId), SIGKILL);
    QVERIFY(waitUntil([&] { return m_broker->status().state == BrokerState::Restarting; }) >= 0);
    QTcpServer thief;
    QVERIFY(thief.listen(QHostAddress::LocalHost, started->port));
    QVERIFY(waitUntil([&] { return running(); }) >= 0);
    QVERIFY(m_broker->status().port != started->port);
    QVERIFY(waitUntil(
                [&] {
                    const std::lock_guard lock(m_mutex);
                    return m_moved.size() == 1;
                },
                1000) >= 0);
    const std::lock_guard lock(m_mutex);
    QCOMPARE(m_moved.front().port, m_broker->status().port);
    QCOMPARE(m_moved.front().password, started->password);
}

void TstEmbeddedBroker::missingProgramIsSaid() {
    auto missing = settings();
    missing.program = "no-such-broker";
    make(missing);
    const auto started = m_broker->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string("BROKER_MISSING"));
    QVERIFY(started.error().message.contains("mosquitto"));
    QVERIFY(m_broker->status().state == BrokerState::Failed);
    QCOMPARE(noticesOf(*m_notices, "BROKER_FAILED"), 1);
    QTest::qSleep(300); // and it is not tried again and again
    QCOMPARE(m_notices->latest().size(), std::size_t(1));
}

void TstEmbeddedBroker::refusedConfigurationIsSaid() {
    auto bad = settings();
    bad.maxPacket_bytes = 3; // below the protocol's least, which is 20
    make(bad);
    const auto started = m_broker->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string("BROKER_CONFIG_REFUSED"));
    QVERIFY2(started.error().message.contains("max_packet_size"),
             started.error().message.c_str()); // the broker's own words
    QTest::qSleep(300);
    QVERIFY(m_broker->status().state == BrokerState::Failed);
    QCOMPARE(m_broker->status().processId, std::int64_t(0));
    QCOMPARE(m_notices->latest().size(), std::size_t(1));
}

void TstEmbeddedBroker::hugePacketIsCutOff() {
    startWithDrones();
    Subscriber listener(m_endpoint, console(), QStringLiteral("haneul/v1/tele/#"));
    QVERIFY(listener.waitFor(QStringLiteral("Subscribed")));
    (void)publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "huge" + std::string(70'000, 'x'));
    QVERIFY(authorised(
        publishWithTool(m_endpoint.port, {"D1", "d1"}, goodTopic, "batch" + std::string(60'000, 'x') + "end")));
    QVERIFY(listener.waitFor(QStringLiteral("xend")));
    QVERIFY(!listener.waitFor(QStringLiteral("huge"), 200));
}

void TstEmbeddedBroker::stopIsPrompt_data() {
    QTest::addColumn<QString>("state");
    for (const char* state : {"never started", "running", "stopped by signal", "just killed", "failed"})
        QTest::newRow(state) << QString::fromUtf8(state);
}

void TstEmbeddedBroker::stopIsPrompt() {
    QFETCH(QString, state);
    auto with = settings();
    if (state == QStringLiteral("failed")) with.program = "no-such-broker";
    make(with);
    if (state != QStringLiteral("never started")) (void)m_broker->start();
    const auto child = static_cast<pid_t>(m_broker->status().processId);
    if (state == QStringLiteral("stopped by signal")) ::kill(child, SIGSTOP);
    if (state == QStringLiteral("just killed")) ::kill(child, SIGKILL);
    QElapsedTimer timer;
    timer.start();
    m_broker->stop();
    qInfo("stopped after %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() <= 1000);
    QVERIFY(m_broker->status().state == BrokerState::Stopped);
    QCOMPARE(m_broker->status().processId, std::int64_t(0));
    if (child != 0) QVERIFY(!processLives(child));
}

void TstEmbeddedBroker::stopsAndStartsAgain() {
    startWithDrones();
    m_broker->stop();
    const auto again = m_broker->start();
    QVERIFY_RESULT(again);
    QVERIFY(again->password != m_endpoint.password);
    QVERIFY(authorised(publishWithTool(again->port, {"D1", "d1"}, goodTopic, "x")));
    QVERIFY(
        !authorised(publishWithTool(again->port, console(), "haneul/v1/events/x", "x"))); // the old password is no more
    QVERIFY(m_notices->latest().empty());
}

void TstEmbeddedBroker::noChildIsLeftBehind() {
    QProcess owner;
    owner.start(QStringLiteral(BROKER_OWNER), {m_folder->path()});
    QVERIFY(owner.waitForReadyRead(10'000));
    const qint64 child = owner.readLine().trimmed().toLongLong();
    QVERIFY(child > 0);
    QVERIFY(processLives(child));
    owner.kill(); // SIGKILL: nothing of ours runs any more
    QVERIFY(owner.waitForFinished(5000));
    const qint64 took = waitUntil([&] { return !processLives(child); }, 3000);
    QVERIFY2(took >= 0, "the broker outlived its owner");
    qInfo("the broker was gone %lld ms after its owner", took);
}

void TstEmbeddedBroker::strangeFolderNames_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("space") << QStringLiteral("two words");
    QTest::newRow("hangul") << QStringLiteral("하늘 관제");
    QTest::newRow("hash") << QStringLiteral("#1 'quoted\"");
    QTest::newRow("not there yet") << QStringLiteral("a/b/c");
}

void TstEmbeddedBroker::strangeFolderNames() {
    QFETCH(QString, name);
    auto with = settings();
    with.dataFolder += "/" + name.toStdString();
    make(with);
    QVERIFY_RESULT(m_broker->start());
}

void TstEmbeddedBroker::linkAsFolderIsRefused() {
    QTemporaryDir elsewhere;
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath(QStringLiteral("broker"))));
    make(settings());
    const auto started = m_broker->start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, std::string("BROKER_FOLDER"));
    QVERIFY(QDir(elsewhere.path()).isEmpty());
}

QTEST_GUILESS_MAIN(TstEmbeddedBroker)
#include "tst_embedded_broker.moc"
