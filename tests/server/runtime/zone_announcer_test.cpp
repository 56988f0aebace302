#include "broker_tools.h"
#include "core/json/object.h"
#include "server/airspace/airspace_projection.h"
#include "server/airspace/event_airspace_service.h"
#include "server/broker/embedded_broker.h"
#include "server/clock/clock.h"
#include "server/runtime/volumes_of_nodes.h"
#include "server/runtime/zone_announcer.h"
#include "tests/support/result_macros.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <future>

using namespace haneul;
using namespace haneul::tests;

// What others are told of zones over MQTT.
class ZoneAnnouncerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messages();
    void whatHappensIsTold();          // R-SVC-18 R-EVT
    void aBrokerThatIsAwayIsAwaited(); // G7
    void nodesAreInUse();
};

namespace {

const UtcMs noon = *fromRfc3339("2026-11-21T12:00:00Z");

airspace::Zone circleZone(const std::string& identifier, double radius_m = 500) {
    airspace::Zone zone;
    zone.identifier = identifier;
    zone.country = "KOR";
    zone.layers = {{geo::Circle{{37.5665, 126.978}, radius_m}, {}, {}}};
    return zone;
}

struct House {
    House() {
        std::vector<std::unique_ptr<log::Projection>> projections;
        projections.push_back(std::make_unique<airspace::AirspaceProjection>());
        auto opened = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
        if (!opened) qFatal("%s", opened.error().message.c_str());
        log = *std::move(opened);
        auto made = airspace::EventAirspaceService::open(*log, clock, {}, {});
        if (!made) qFatal("%s", made.error().message.c_str());
        service = *std::move(made);
    }

    Result<std::uint64_t> publish(const airspace::Zone& zone, std::uint64_t basedOn = 0) const {
        const auto promise = std::make_shared<std::promise<Result<std::uint64_t>>>();
        auto future = promise->get_future();
        service->publishZone(by, zone, basedOn, [promise](Result<std::uint64_t> done) { promise->set_value(done); });
        return future.get();
    }

    Result<void> withdraw(const std::string& key, const std::string& reason) const {
        const auto promise = std::make_shared<std::promise<Result<void>>>();
        auto future = promise->get_future();
        service->withdrawZone(by, key, reason, [promise](Result<void> done) { promise->set_value(done); });
        return future.get();
    }

    QTemporaryDir folder;
    clock::ManualClock clock{noon};
    people::Principal by = airspace::EventAirspaceService::programItself();
    std::unique_ptr<log::EventLog> log;
    std::unique_ptr<airspace::EventAirspaceService> service;
};

// Listens with the field's own tool.
class Listener {
public:
    explicit Listener(const broker::BrokerEndpoint& endpoint) {
        m_tool.start(QStringLiteral("mosquitto_sub"), brokerArguments(endpoint.port, {endpoint.user, endpoint.password})
                                                          << QStringLiteral("-q") << QStringLiteral("1")
                                                          << QStringLiteral("-t")
                                                          << QStringLiteral("haneul/v1/events/zone"));
        (void)m_tool.waitForStarted();
        QTest::qWait(500); // subscribed
    }

    ~Listener() {
        m_tool.kill();
        m_tool.waitForFinished();
    }

    // The next message's event and zone: "zone.published A".
    std::string next() {
        if (!QTest::qWaitFor([this] { return m_tool.canReadLine(); }, 5'000)) return "nothing";
        auto object = json::Object::parse(m_tool.readLine().trimmed().toStdString());
        if (!object) return "no JSON";
        return object->string("event").value_or("") + " " + object->string("identifier").value_or("");
    }

private:
    QProcess m_tool;
};

} // namespace

void ZoneAnnouncerTest::messages() {
    log::Entry entry{.time = {sinceEpoch_ms(noon), 0}, .user = "kim"};
    entry.type = "airspace.zone_withdrawn";
    entry.body = R"({"zone":"KOR:P73","reason":"over"})";
    QCOMPARE(
        runtime::zoneMessage(entry),
        std::string(R"({"schema":"haneul.zone.1","event":"zone.withdrawn","country":"KOR","identifier":"P73",)"
                    R"("time":"2026-11-21T12:00:00.000Z","by":"kim","revision":null,"reason":"over","zone":null})"));
    entry.type = "airspace.zone_changed";
    entry.body = R"({"zone":"KOR:P73","revision":2,"body":{"identifier":"P73"}})";
    QVERIFY(runtime::zoneMessage(entry).contains(R"("event":"zone.changed")"));
    QVERIFY(runtime::zoneMessage(entry).contains(R"("zone":{"identifier":"P73"})"));
    // A large one is to be fetched.
    entry.body =
        R"({"zone":"KOR:P73","revision":2,"body":{"x":")" + std::string(runtime::mostZoneBytes, 'x') + R"("}})";
    QVERIFY(runtime::zoneMessage(entry).ends_with(R"("zone":null})"));
    entry.type = "people.user_added";
    QVERIFY(runtime::zoneMessage(entry).empty());
    entry.type = "airspace.zone_withdrawn"; // not readable: nothing is told rather than something wrong
    QVERIFY(runtime::zoneMessage(entry).empty());
}

void ZoneAnnouncerTest::whatHappensIsTold() {
    House house;
    situation::NoticeBoard notices;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    QVERIFY_RESULT(house.publish(circleZone("BEFORE"))); // before anybody told
    const runtime::ZoneAnnouncer announcer(*house.log, house.clock, notices, [&] { return broker.endpoint(); });
    Listener listener(*endpoint);
    QVERIFY_RESULT(house.publish(circleZone("A")));
    QCOMPARE(listener.next(), std::string("zone.published A"));
    QVERIFY_RESULT(house.publish(circleZone("A", 700), 1));
    QCOMPARE(listener.next(), std::string("zone.changed A"));
    QVERIFY_RESULT(house.withdraw("KOR:A", "over"));
    QCOMPARE(listener.next(), std::string("zone.withdrawn A"));
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 0; }, 2'000));
}

void ZoneAnnouncerTest::aBrokerThatIsAwayIsAwaited() {
    House house;
    situation::NoticeBoard notices;
    std::atomic<bool> there = false;
    broker::EmbeddedBroker broker({.dataFolder = house.folder.path().toStdString()}, house.clock, notices);
    const runtime::ZoneAnnouncer announcer(
        *house.log, house.clock, notices, [&] { return there ? broker.endpoint() : broker::BrokerEndpoint{}; }, 3);
    for (const char* id : {"A", "B", "C", "D", "E"})
        QVERIFY_RESULT(house.publish(circleZone(id)));
    QVERIFY(QTest::qWaitFor([&] { return announcer.waiting() == 3 && announcer.dropped() == 2; }, 2'000));
    QCOMPARE(noticesOf(notices, "ZONES_UNTOLD"), 1);
    const auto endpoint = broker.start();
    QVERIFY_RESULT(endpoint);
    Listener listener(*endpoint);
    there = true;
    for (const char* told : {"zone.published C", "zone.published D", "zone.published E"})
        QCOMPARE(listener.next(), std::string(told));
}

void ZoneAnnouncerTest::nodesAreInUse() {
    delivery::DeliveryState state;
    delivery::SavedNetwork saved;
    saved.network.id = "NET-01";
    delivery::Node node;
    node.id = "DP-03";
    node.place = {37.5665, 126.978};
    node.top_m = 120;
    saved.network.nodes = {node};
    state.networks = {saved};
    const auto volumes = runtime::volumesOfNodes(state);
    QCOMPARE(volumes.size(), 1U);
    const auto hits = airspace::impactOf(circleZone("A"), volumes, {});
    QCOMPARE(hits.size(), 1U);
    QCOMPARE(hits[0].kind + ' ' + hits[0].id, std::string("node NET-01 DP-03"));
    airspace::Zone high = circleZone("HIGH");
    high.layers[0].lower = geo::VerticalLimit{200, geo::VerticalReference::Amsl};
    QVERIFY(airspace::impactOf(high, volumes, {}).empty()); // above the top of its column
}

QTEST_GUILESS_MAIN(ZoneAnnouncerTest)
#include "zone_announcer_test.moc"
