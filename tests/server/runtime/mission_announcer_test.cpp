#include "broker_tools.h"
#include "core/json/object.h"
#include "delivery_fixture.h"
#include "server/demo/demo_networks.h"
#include "server/runtime/mission_announcer.h"
#include "tests/support/result_macros.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <mutex>

using namespace haneul;
using namespace haneul::delivery::tests;
using namespace haneul::tests;

// What others are told of missions over MQTT.
class MissionAnnouncerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatHappensIsTold();                // R-RTE-21
    void aBrokerThatIsAwayIsAwaited();       // G7
    void whatABrokerTookWithItIsToldAgain(); // R-RTE-21
};

namespace {

// Listens with the field's own tool.
class Listener {
public:
    explicit Listener(const broker::BrokerEndpoint& endpoint) {
        m_tool.start(QStringLiteral("mosquitto_sub"), brokerArguments(endpoint.port, {endpoint.user, endpoint.password})
                                                          << QStringLiteral("-q") << QStringLiteral("1")
                                                          << QStringLiteral("-t")
                                                          << QStringLiteral("haneul/v1/events/mission"));
        m_ready = m_tool.waitForStarted();
        QTest::qWait(500); // subscribed
    }

    ~Listener() {
        m_tool.kill();
        m_tool.waitForFinished();
    }

    // The next message's event and mission: "booked m1".
    std::string next() {
        if (!QTest::qWaitFor([this] { return m_tool.canReadLine(); }, 5'000)) return "nothing";
        auto object = json::Object::parse(m_tool.readLine().trimmed().toStdString());
        if (!object) return "no JSON";
        return object->string("event").value_or("") + " " + object->string("mission_id").value_or("");
    }

private:
    QProcess m_tool;
    bool m_ready = false;
};

} // namespace

void MissionAnnouncerTest::whatHappensIsTold() {
    House house;
    situation::NoticeBoard notices;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    house.addVerified(demo::referenceNetwork());
    QVERIFY_RESULT(house.book("before", {"DP-03"}, at(30'000))); // before anybody told
    const runtime::MissionAnnouncer announcer(*house.service, *house.log, house.clock, notices,
                                              [&] { return broker.endpoint(); });
    Listener listener(*endpoint);
    QVERIFY_RESULT(house.book("m1", {"DP-02", "DP-05"}, at(36'000)));
    QCOMPARE(listener.next(), std::string("booked m1"));
    QVERIFY_RESULT(house.retime("m1", at(40'000)));
    QCOMPARE(listener.next(), std::string("moved m1"));
    QVERIFY_RESULT(house.assign("m1", "HN-001"));
    QCOMPARE(listener.next(), std::string("assigned m1"));
    QVERIFY_RESULT(house.advance("m1", delivery::MissionStep::Prepared)); // nothing to tell
    QVERIFY_RESULT(house.handOver("m1", delivery::HandOverForm::QgcPlan));
    QCOMPARE(listener.next(), std::string("handed_over m1"));
    QVERIFY_RESULT(house.cancel("m1"));
    QCOMPARE(listener.next(), std::string("cancelled m1"));
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 0; }, 2'000));
}

void MissionAnnouncerTest::aBrokerThatIsAwayIsAwaited() {
    House house;
    situation::NoticeBoard notices;
    house.addVerified(demo::referenceNetwork());
    std::atomic<bool> there = false;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    runtime::MissionAnnouncer announcer(
        *house.service, *house.log, house.clock, notices,
        [&] { return there ? broker.endpoint() : broker::BrokerEndpoint{}; }, 3);
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 5; ++i)
        QVERIFY_RESULT(house.book("m" + std::to_string(i), {"DP-02"}, at(36'000)));
    QVERIFY(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5)); // bookings do not wait
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 3 && announcer.dropped() == 2; }, 2'000));
    QCOMPARE(noticesOf(notices, "MISSIONS_UNTOLD"), 1);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    Listener listener(*endpoint);
    there = true;
    for (const char* told : {"booked m2", "booked m3", "booked m4"})
        QCOMPARE(listener.next(), std::string(told));
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 0; }, 2'000));
}

// It has stopped to answer, takes what is sent, and dies; another one comes.
void MissionAnnouncerTest::whatABrokerTookWithItIsToldAgain() {
    House house;
    const QTemporaryDir otherFolder;
    situation::NoticeBoard notices;
    house.addVerified(demo::referenceNetwork());
    auto first = std::make_unique<broker::EmbeddedBroker>(
        broker::EmbeddedBrokerSettings{.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    QVERIFY_RESULT(first->start());
    std::mutex mutex;
    broker::BrokerEndpoint endpoint = first->endpoint();
    runtime::MissionAnnouncer announcer(*house.service, *house.log, house.clock, notices, [&] {
        const std::lock_guard lock(mutex);
        return endpoint;
    });
    {
        Listener listener(endpoint);
        QVERIFY_RESULT(house.book("m0", {"DP-02"}, at(36'000)));
        QCOMPARE(listener.next(), std::string("booked m0"));
    }
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 0; }, 2'000));
    const auto process = static_cast<pid_t>(first->status().processId);
    QCOMPARE(::kill(process, SIGSTOP), 0);
    for (const char* id : {"m1", "m2", "m3"})
        QVERIFY_RESULT(house.book(id, {"DP-02"}, at(36'000)));
    QTest::qWait(500); // they are with the network by now
    QCOMPARE(announcer.waiting(), 3U);
    QCOMPARE(::kill(process, SIGKILL), 0);
    first.reset();
    broker::EmbeddedBroker second({.dataFolder = otherFolder.path().toStdString()}, house.clock, notices);
    const auto there = second.start();
    QVERIFY_RESULT(there);
    Listener listener(*there);
    {
        const std::lock_guard lock(mutex);
        endpoint = *there;
    }
    QVERIFY_RESULT(house.book("m4", {"DP-02"}, at(36'000)));
    for (const char* told : {"booked m1", "booked m2", "booked m3", "booked m4"})
        QCOMPARE(listener.next(), std::string(told));
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 0; }, 5'000));
    QCOMPARE(announcer.dropped(), 0U);
}

QTEST_GUILESS_MAIN(MissionAnnouncerTest)
#include "mission_announcer_test.moc"
