#include "core/delivery/crossings.h"
#include "delivery_fixture.h"
#include "server/demo/demo_deliveries.h"
#include "server/demo/demo_networks.h"
#include "server/demo/mission_flights.h"
#include "tests/support/result_macros.h"

#include <QtTest>

#include <chrono>
#include <set>

using namespace haneul;
using namespace haneul::delivery;
using namespace haneul::delivery::tests;
using namespace std::chrono_literals;

// What the demonstration has to show of deliveries.
class DemoDeliveriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void networksAreFitForUse();
    void theExamplesAreExact(); // R-SLT-07 R-RTE-13
    void seoulIsBusy();
    void onlyOnce();
};

void DemoDeliveriesTest::networksAreFitForUse() {
    const auto scenario = demo::DemoScenario::overSeoul(1, at(36'000));
    for (const Network& network : {demo::referenceNetwork(), demo::exampleNetwork(), demo::seoulNetwork(scenario)})
        for (const Finding& finding : check(network))
            QVERIFY2(finding.code == "LINK_NOT_VERIFIED", finding.message.c_str()); // until they are
    const Network seoul = demo::seoulNetwork(scenario);
    const auto crossings = findCrossings(seoul);
    QVERIFY_RESULT(crossings);
    QVERIFY2(!crossings->empty(), "there is a crossing to show");
    QVERIFY(std::ranges::count(seoul.nodes, NodeKind::Base, &Node::kind) == 2);
    QVERIFY(std::ranges::count(seoul.nodes, NodeKind::Delivery, &Node::kind) >= 8);
    QVERIFY(std::ranges::contains(seoul.links, TrackKind::Double, &Link::track));
    QVERIFY(std::ranges::contains(seoul.links, LinkShape::Curve, &Link::shape));
    for (const Link& link : seoul.links) { // no link through what the demo's drones fly around
        std::vector<geo::LatLon> way{seoul.node(link.a)->place};
        for (const auto& waypoint : link.via)
            way.push_back(waypoint.place);
        way.push_back(seoul.node(link.b)->place);
        for (std::size_t leg = 0; leg + 1 < way.size(); ++leg)
            for (int i = 0; i <= 20; ++i) {
                const geo::LatLon from = way[leg], to = way[leg + 1];
                const geo::LatLon place{from.latitude_deg + (to.latitude_deg - from.latitude_deg) * i / 20,
                                        from.longitude_deg + (to.longitude_deg - from.longitude_deg) * i / 20};
                for (const auto& keepOut : scenario.keepOuts)
                    QVERIFY2(route::horizontalDistance_m(place, keepOut.centre) > keepOut.radius_m,
                             (link.a + ">" + link.b + " " + keepOut.nameEn).c_str());
            }
    }
}

void DemoDeliveriesTest::theExamplesAreExact() {
    House house;
    QVERIFY_RESULT(demo::seeToDemoDeliveries(*house.service, house.clock.now(), demo::missionDrones()));
    const auto state = house.state();
    for (const auto& [id, start, end] :
         {std::tuple{"m1", 36'000, 36'973}, std::tuple{"m2", 36'262, 37'235}, std::tuple{"m3", 36'482, 37'064},
          std::tuple{"m4", 36'622, 37'515}, std::tuple{"G1", 36'000, 36'000 + 49 * 60}}) {
        const auto mission = state->mission(id);
        QVERIFY2(mission, id);
        QVERIFY2(mission->start == at(start), id);
        QVERIFY2(mission->booking.end == sinceEpoch_ms(at(end)), id);
    }
}

void DemoDeliveriesTest::seoulIsBusy() {
    House house;
    const auto begun = std::chrono::steady_clock::now();
    QVERIFY_RESULT(demo::seeToDemoDeliveries(*house.service, house.clock.now(), demo::missionDrones()));
    const auto took = std::chrono::steady_clock::now() - begun;
    qInfo("made in %lld ms", static_cast<long long>(std::chrono::duration_cast<milliseconds>(took).count()));
    QVERIFY2(took < 5s, "the first start of a demonstration must stay quick"); // 2 s on an idle machine
    const auto state = house.state();
    std::set<MissionStep> steps;
    int missions = 0, droneless = 0, withActuals = 0;
    for (const MissionPtr& mission : state->missions) {
        if (mission->network != "SEOUL") continue;
        ++missions;
        steps.insert(mission->step());
        if (mission->drone.empty()) ++droneless;
        if (!mission->actuals.empty()) ++withActuals;
        QVERIFY(mission->start >= house.clock.now() - 1h);
        QVERIFY(mission->start <= house.clock.now() + 7h);
    }
    QCOMPARE(missions, 40);
    QCOMPARE(droneless, 0);
    QVERIFY(withActuals >= 4);
    QVERIFY(steps.contains(MissionStep::Completed));
    QVERIFY(steps.contains(MissionStep::Booked));
    QVERIFY(steps.size() >= 3); // something is in the air
    QVERIFY(std::ranges::count(state->orders, OrderState::Waiting, &Order::state) >= 4);
    QVERIFY(std::ranges::count(state->orders, OrderState::Booked, &Order::state) >= 10);
}

void DemoDeliveriesTest::onlyOnce() {
    House house;
    QVERIFY_RESULT(demo::seeToDemoDeliveries(*house.service, house.clock.now(), demo::missionDrones()));
    const auto entries = house.types().size();
    house.restart();
    house.clock.advance(24h);
    QVERIFY_RESULT(demo::seeToDemoDeliveries(*house.service, house.clock.now(), demo::missionDrones()));
    QCOMPARE(house.types().size(), entries);
}

QTEST_GUILESS_MAIN(DemoDeliveriesTest)
#include "deliveries_test.moc"
