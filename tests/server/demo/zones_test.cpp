#include "server/airspace/airspace_projection.h"
#include "server/airspace/event_airspace_service.h"
#include "server/clock/clock.h"
#include "server/demo/demo_networks.h"
#include "server/demo/demo_zones.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace haneul;
using namespace haneul::airspace;

class DemoZonesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areSoundAndSayWhatTheyAre();
    void networksStayClear();
    void areMadeOnce();
};

void DemoZonesTest::areSoundAndSayWhatTheyAre() {
    std::set<ZoneType> types;
    bool pastMidnight = false;
    for (const Zone& zone : demo::demoZones()) {
        QVERIFY2(findingsOf(zone).empty(), zone.identifier.c_str());
        QVERIFY(textIn(zone.message, "en").contains("not the published airspace"));
        QVERIFY(!textIn(zone.name, "ko").empty());
        types.insert(zone.type);
        pastMidnight = pastMidnight || !zone.periods.empty();
    }
    QVERIFY(types.size() >= 4 && pastMidnight);
}

// What is shown flying must not look like a breach of what is shown as a zone.
void DemoZonesTest::networksStayClear() {
    const auto network = demo::seoulNetwork(demo::DemoScenario::overSeoul(1, *fromRfc3339("2026-11-21T12:00:00Z")));
    QVERIFY(!network.nodes.empty());
    for (const Zone& zone : demo::demoZones())
        for (const delivery::Node& node : network.nodes)
            QVERIFY2(!geo::contains(zone.layers.front().area, node.place), (zone.identifier + ' ' + node.id).c_str());
}

void DemoZonesTest::areMadeOnce() {
    const QTemporaryDir folder;
    const clock::ManualClock clock{*fromRfc3339("2026-11-21T12:00:00Z")};
    std::vector<std::unique_ptr<log::Projection>> projections;
    projections.push_back(std::make_unique<AirspaceProjection>());
    const auto log = log::EventLog::open({.dataFolder = folder.path().toStdString()}, clock, std::move(projections));
    QVERIFY(log);
    const auto service = EventAirspaceService::open(**log, clock, {}, {});
    QVERIFY(service);
    const auto by = EventAirspaceService::programItself();
    QVERIFY(demo::seeToDemoZones(**service, by));
    const std::size_t count = demo::demoZones().size();
    QCOMPARE((*service)->state()->records.size(), count);
    QVERIFY(demo::seeToDemoZones(**service, by));
    for (const ZoneRecord& record : (*service)->state()->records)
        QCOMPARE(record.revision, 1U);
}

QTEST_GUILESS_MAIN(DemoZonesTest)
#include "zones_test.moc"
