#include "broker_tools.h"
#include "core/json/object.h"
#include "plan_fixture.h"
#include "server/runtime/plan_announcer.h"
#include "tests/support/result_macros.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <map>
#include <memory>
#include <mutex>
#include <set>

using namespace haneul;
using namespace haneul::plan::tests;
using namespace haneul::tests;

// What others are told of flight plans over MQTT: each step once.
class PlanAnnouncerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachStepIsToldOnce();                // R-PLAN-14 R-EVT-01 R-EVT-04
    void nothingIsToldTwiceAfterARestart();   // R-EVT-01 R-EVT-05
    void whatABrokerTookWithItHasTheSameId(); // R-EVT-05 G7
};

namespace {

struct Told {
    std::string event, plan, id;
};

// Listens with the field's own tool.
class Listener {
public:
    explicit Listener(const broker::BrokerEndpoint& endpoint) {
        m_tool.start(QStringLiteral("mosquitto_sub"), brokerArguments(endpoint.port, {endpoint.user, endpoint.password})
                                                          << QStringLiteral("-q") << QStringLiteral("1")
                                                          << QStringLiteral("-t")
                                                          << QStringLiteral("haneul/v1/events/#"));
        std::ignore = m_tool.waitForStarted();
        QTest::qWait(500); // subscribed
    }

    ~Listener() {
        m_tool.kill();
        m_tool.waitForFinished();
    }

    Told next(int wait_ms = 5'000) {
        if (!QTest::qWaitFor([this] { return m_tool.canReadLine(); }, wait_ms)) return {"nothing", {}, {}};
        auto object = json::Object::parse(m_tool.readLine().trimmed().toStdString());
        if (!object) return {"no JSON", {}, {}};
        return {object->string("event").value_or(""), object->string("plan_id").value_or(""),
                object->string("id").value_or("")};
    }

private:
    QProcess m_tool;
};

std::string approve(House& house, const std::string& drone, const std::string& id) {
    auto plan = haneul::tests::deliveryPlan(id);
    plan.drone_id = drone;
    return house.approve(house.waiting(plan)) ? id : "";
}

} // namespace

void PlanAnnouncerTest::eachStepIsToldOnce() {
    House house;
    situation::NoticeBoard notices;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    Listener listener(*endpoint);
    const runtime::PlanAnnouncer announcer(*house.log, house.folder.filePath(QStringLiteral("told")).toStdString(),
                                           [&] { return broker.endpoint(); });
    QCOMPARE(approve(house, "D1", "A"), std::string("A"));
    for (const char* event : {"flight_plan_changed", "flight_plan_submitted", "flight_plan_approved"}) {
        const Told told = listener.next();
        QCOMPARE(told.event, std::string(event));
        QCOMPARE(told.plan, std::string("A"));
    }
    QCOMPARE(listener.next(300).event, std::string("nothing"));
}

void PlanAnnouncerTest::nothingIsToldTwiceAfterARestart() {
    House house;
    situation::NoticeBoard notices;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    Listener listener(*endpoint);
    const auto told = house.folder.filePath(QStringLiteral("told")).toStdString();
    {
        const runtime::PlanAnnouncer announcer(*house.log, told, [&] { return broker.endpoint(); });
        QCOMPARE(approve(house, "D1", "A"), std::string("A"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(listener.next().plan, std::string("A"));
        const auto last = house.service->state()->plan("A")->sequence;
        QVERIFY(QTest::qWaitFor([&] { return announcer.told() >= last; }, 5'000));
    }
    house.restart();
    // Nobody is there to tell what happens meanwhile.
    QVERIFY(waitFor<void>([&](auto done) {
        house.service->revoke(person("lee", people::Role::Approver), "A", "the road is closed", done);
    }));
    const runtime::PlanAnnouncer announcer(*house.log, told, [&] { return broker.endpoint(); });
    QCOMPARE(listener.next().event, std::string("flight_plan_revoked"));
    QCOMPARE(listener.next(300).event, std::string("nothing"));
}

// It has stopped to answer, takes what is sent, and dies; another one comes.
void PlanAnnouncerTest::whatABrokerTookWithItHasTheSameId() {
    House house;
    const QTemporaryDir otherFolder;
    situation::NoticeBoard notices;
    auto first = std::make_unique<broker::EmbeddedBroker>(
        broker::EmbeddedBrokerSettings{.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    QVERIFY_RESULT(first->start());
    std::mutex mutex;
    broker::BrokerEndpoint endpoint = first->endpoint();
    const runtime::PlanAnnouncer announcer(*house.log, house.folder.filePath(QStringLiteral("told")).toStdString(),
                                           [&] {
                                               const std::lock_guard lock(mutex);
                                               return endpoint;
                                           });
    const auto process = static_cast<pid_t>(first->status().processId);
    QCOMPARE(::kill(process, SIGSTOP), 0);
    QCOMPARE(approve(house, "D1", "A"), std::string("A")); // does not wait for the broker
    QTest::qWait(300);
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
    std::map<std::string, std::set<std::string>> ids; // of each event
    for (Told told = listener.next(10'000); told.event != "nothing"; told = listener.next(500))
        ids[told.event].insert(told.id);
    QCOMPARE(ids.size(), std::size_t{3});
    for (const auto& [event, of] : ids)
        QVERIFY2(of.size() == 1, event.c_str());
}

QTEST_GUILESS_MAIN(PlanAnnouncerTest)
#include "plan_announcer_test.moc"
